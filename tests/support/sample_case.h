#pragma once

#include <cstdio>
#include <string>

#include "core/record/case.h"

namespace cotejo::test {

/// An invented case, different for every `index`: every tenth urgent, deadlines shuffled, names from a few syllables.
inline record::CaseView sampleCase(int index, const PostId& post = {}) {
    constexpr const char* kSyllables[] = {"mar", "lo", "ven", "ti", "ker", "sa", "no", "bel", "ru", "dan", "fe", "gor"};
    const auto syllable = [&](int salt) { return kSyllables[static_cast<unsigned>(index * 7 + salt * index / 3 + salt) % 12]; };
    std::array<std::uint8_t, 16> id{};
    for (int i = 0; i < 4; ++i) id[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>((index + 1) >> (8 * i));
    id[15] = 1;
    record::CaseView view;
    view.id = CaseId(FixedBytes<CaseTag, 16>(id));
    char number[32];
    std::snprintf(number, sizeof number, "PA-2026-%06d", index);
    view.number = number;
    view.post = post;
    view.state = index % 3 == 0 ? record::CaseState::Closed : index % 3 == 1 ? record::CaseState::Triage : record::CaseState::Received;
    view.priority = index % 10 == 0 ? record::Priority::Urgent : index % 10 < 4 ? record::Priority::High : record::Priority::Normal;
    view.deadline = fromMillis(1'790'000'000'000 + static_cast<std::int64_t>(index) * 7919 % 1000 * 60'000);
    view.opened = fromMillis(1'789'000'000'000 + static_cast<std::int64_t>(index) * 1000);
    view.legalBasis = "border check";
    view.traveler.id = *TravelerId::fromBytes(id);
    view.traveler.familyName = std::string(syllable(1)) + syllable(5) + syllable(2);
    view.traveler.givenNames = std::string(syllable(3)) + syllable(4);
    view.traveler.nationality = "UTO";
    view.traveler.birthDate = "1974-08-12";
    record::Document document;
    document.type = "P";
    document.issuer = "UTO";
    std::snprintf(number, sizeof number, "L%07dC", index);
    document.number = number;
    view.traveler.documents.push_back(document);
    return view;
}

}  // namespace cotejo::test
