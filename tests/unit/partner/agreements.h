#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/exchange/images/raw_png.h"
#include "core/partner/errors.h"
#include "core/partner/message.h"
#include "core/partner/packet.h"
#include "core/partner/profile.h"
#include "tests/support/paths.h"

/// An agreement, a traveler and samples for the tests of this room.
namespace cotejo::partner::testing {

using record::FingerPosition;
using record::PartnerField;
using record::PartnerPurpose;
using record::PartnerReply;

inline const UtcTime kNow = *fromIso("2026-11-16T15:14:22Z");

inline std::string exampleText() { return std::string(textOf(*readFile(std::filesystem::path(COTEJO_SOURCE_DIR) / "resources/profiles/partner-UTN-CF-02.json"))); }
inline Profile example() { return *readProfile(exampleText()); }

/// The code of the error; empty for a success.
template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? "" : result.error().code;
}
template <class T>
std::string paramOf(const Result<T>& result, std::string_view name) {
    if (!result)
        for (const auto& [key, value] : result.error().params)
            if (key == name) return value;
    return "";
}

/// A small gray picture that no other shade has.
inline Bytes picture(int shade) {
    Bytes pixels(64);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(static_cast<std::size_t>(shade) * 7 + i * static_cast<std::size_t>(shade % 11 + 1));
    return *exchange::rawPng(pixels, 8, 8, 1);
}

/// Everything that a sample can say of itself is said here; little of it may leave.
inline ChosenSample sampleOf(record::Modality modality, FingerPosition position, int number) {
    ChosenSample sample;
    sample.bytes = picture(number);
    auto& capture = sample.capture;
    capture.blob = sha256(sample.bytes);
    capture.id = *CaptureId::fromBytes(sha256("sample " + std::to_string(number)).bytes().first(16));
    capture.modality = modality;
    capture.position = position;
    capture.mime = "image/png";
    capture.width = capture.height = 8;
    if (modality == record::Modality::Finger) capture.ppi = {500, record::PpiSource::Header};
    capture.captured = *fromIso("2026-11-16T09:49:31Z");
    capture.impression = {"live_plain", "14.003"};
    capture.positionWritten = {"WRITTEN-AS-13", "14.013"};
    capture.device = {{"MAKER-OF-IT", "EXIF"}, {"MODEL-OF-IT", "EXIF"}, {"SERIAL-55512", "EXIF"}};
    capture.qualities = {{61, "QUALITY-BY-IT", "2.2", "nfiq2"}};
    capture.original = sha256("original file");
    capture.originalMime = "application/pdf";
    capture.originalPlace = "PLACE-IN-ORIGINAL";
    return sample;
}
inline ChosenSample face(int number) { return sampleOf(record::Modality::Face, FingerPosition::Unknown, number); }
inline ChosenSample finger(FingerPosition position, int number) { return sampleOf(record::Modality::Finger, position, number); }

inline record::Traveler traveler() {
    record::Traveler who;
    who.id = TravelerId::random();
    who.familyName = "MARCHETTI-ROJO";
    who.givenNames = "ELIO";
    who.birthDate = "1979-05-30";
    who.sex = record::Sex::Male;
    who.nationality = "UTO";
    who.documents = {{"P", "UTO", "K2209317", "2027-01-11", "P<UTOMARCHETTI<ROJO<<ELIO<<<<<<<<<<<<<<<<<<<\nK2209317<0UTO7905304M2701113<<<<<<<<<<<<<<02"}};
    return who;
}

inline record::RequestTerms termsOf(const Profile& profile, PartnerPurpose purpose, const std::vector<ChosenSample>& samples) {
    record::RequestTerms terms;
    terms.id = *record::RequestId::fromText("00112233445566778899aabbccddeeff");
    terms.profile = profile.id;
    terms.profileHash = hashOf(profile);
    terms.partner = profile.partner;
    terms.country = profile.country;
    terms.purpose = purpose;
    if (purpose == PartnerPurpose::Confirmation) terms.entryReference = "UTN-77";
    for (const auto& each : samples) terms.samples.push_back(each.capture.id);
    std::ranges::sort(terms.samples);
    terms.created = kNow;
    terms.expires = kNow + std::chrono::hours(8);
    return terms;
}

inline std::vector<ChosenSample> fiveSamples() {
    return {face(1), face(2), finger(FingerPosition::RightThumb, 3), finger(FingerPosition::RightIndex, 4), finger(FingerPosition::LeftIndex, 5)};
}

/// An inquiry of the example with everything that it may have.
inline Packet inquiry(const Profile& profile = example()) {
    const auto samples = fiveSamples();
    return *buildPacket(profile, termsOf(profile, PartnerPurpose::BorderInquiry, samples), traveler(), samples);
}

inline Answer answerOf(PartnerReply reply, PartnerPurpose purpose = PartnerPurpose::BorderInquiry) {
    const auto profile = example();
    const auto terms = termsOf(profile, purpose, {});
    Answer answer{terms.profile, terms.profileHash, terms.id, purpose, kNow + std::chrono::hours(1), reply, {}, {}, {}, ""};
    if (reply == PartnerReply::NoCandidate || reply == PartnerReply::Candidates) answer.coverage = {{{"wanted", 1200, kNow}}, {"civil_register"}};
    if (reply == PartnerReply::NeedTime) answer.until = kNow + std::chrono::hours(6);
    if (reply == PartnerReply::Refused) answer.reason = "no_information";
    return answer;
}

inline AnsweredCandidate candidateOf(int number) {
    AnsweredCandidate candidate;
    candidate.reference = "UTN-" + std::to_string(number);
    candidate.person = reduced(traveler(), example().purposes.at(PartnerPurpose::BorderInquiry).fields);
    candidate.facts = {"", record::EntryPurpose::Wanted, record::EvidenceGrade::Warrant, "UTN", 0};
    candidate.reason = "Orden 88/2025";
    for (const auto& each : {face(10 + number), finger(FingerPosition::RightIndex, 60 + number)}) {
        auto own = *reduced(each);
        own.capture.kind = record::CaptureKind::Reference;
        candidate.samples.push_back(own);
    }
    return candidate;
}

}  // namespace cotejo::partner::testing
