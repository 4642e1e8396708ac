#include <cstdlib>
#include <random>

#include "tests/unit/partner/agreements.h"

/// What a profile does not name does not leave, whatever the profile, the traveler and the samples: COTEJO_PARTNER_PACKETS packets, 6,000 without it.
namespace cotejo::partner::testing {
namespace {

int packets() {
    const char* wanted = std::getenv("COTEJO_PARTNER_PACKETS");
    return wanted != nullptr ? std::atoi(wanted) : 6000;
}

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}
    int below(int count) { return static_cast<int>(m_engine() % static_cast<std::uint64_t>(count)); }
    bool coin() { return below(2) == 0; }
    std::string word(int letters) {
        std::string text;
        for (int i = 0; i < letters; ++i) text += static_cast<char>('A' + below(26));
        return text;
    }
    template <class Enum>
    Enum any() {
        return record::codes<Enum>[static_cast<std::size_t>(below(static_cast<int>(record::codes<Enum>.size())))].first;
    }

  private:
    std::mt19937_64 m_engine;
};

PurposeRule randomRule(Dice& dice, PartnerPurpose purpose) {
    PurposeRule rule;
    rule.direction = dice.any<Direction>();
    rule.bySupervisor = dice.coin();
    for (const auto& [field, code] : record::codes<PartnerField>)
        if (dice.coin()) rule.fields.insert(field);
    if (rule.fields.empty()) rule.fields = {PartnerField::FamilyName};
    for (const auto& [grade, code] : record::codes<record::EvidenceGrade>)
        if (dice.coin()) rule.grades.insert(grade);
    if (purpose == PartnerPurpose::Confirmation) rule.grades.insert(record::EvidenceGrade::Warrant);
    if (rule.fields.contains(PartnerField::Faces)) rule.faces = 1 + dice.below(4);
    if (rule.fields.contains(PartnerField::Fingers))
        for (int i = 1; i <= 10; ++i)
            if (i == 10 ? rule.fingers.empty() : dice.coin()) rule.fingers.push_back(static_cast<FingerPosition>(i));
    rule.candidates = dice.below(20);
    return rule;
}

Profile randomProfile(Dice& dice) {
    auto profile = example();
    profile.purposes.clear();
    for (const auto& [purpose, code] : record::codes<PartnerPurpose>)
        if (dice.below(3) > 0) profile.purposes[purpose] = randomRule(dice, purpose);
    if (profile.purposes.empty()) profile.purposes[PartnerPurpose::BorderInquiry] = randomRule(dice, PartnerPurpose::BorderInquiry);
    profile.format = dice.coin() ? Format::Osia : Format::NistItl;
    if (dice.below(8) == 0) profile.validUntil = kNow;
    if (dice.below(8) == 0) profile.validFrom = kNow + std::chrono::seconds(1);
    return profile;
}

/// Every value is found again by its own text: none is part of anything else that a message has.
record::Traveler randomTraveler(Dice& dice) {
    record::Traveler who;
    who.id = TravelerId::random();
    who.familyName = "FAM" + dice.word(9);
    who.givenNames = "GIV" + dice.word(9);
    who.birthDate = std::to_string(1900 + dice.below(90)) + "-07-" + std::to_string(10 + dice.below(19));
    who.sex = dice.any<record::Sex>();
    who.nationality = "ZWE";
    who.documents = {{"P", "MNG", "DOC" + dice.word(9), "2031-01-19", "MRZ" + dice.word(20)}};
    return who;
}

/// What would tell a field, in one format or the other.
std::vector<std::string> traces(PartnerField field, const record::Traveler& who) {
    auto birth = who.birthDate;
    std::erase(birth, '-');
    switch (field) {
        case PartnerField::FamilyName: return {who.familyName, "lastName"};
        case PartnerField::GivenNames: return {who.givenNames, "firstName"};
        case PartnerField::BirthDate: return {who.birthDate, birth, "dateOfBirth"};
        case PartnerField::Sex: return {"gender", "2.024:"};
        case PartnerField::Nationality: return {"\"ZWE\"", "nationality\":", "2.021:"};
        case PartnerField::Document: return {who.documents[0].number, who.documents[0].expiry, "documentNumber", "issuingAuthority", "\"MNG\""};
        case PartnerField::Faces: return {"\"FACE\"", "10.001:"};
        case PartnerField::Fingers: return {"\"FINGER\"", "14.001:"};
    }
    return {};
}

TEST(RandomPackets, HaveNoFieldThatTheProfileDoesNotName) {
    Dice dice(20261116);
    std::vector<ChosenSample> faces, fingers;
    for (int i = 0; i < 4; ++i) faces.push_back(face(i));
    for (int i = 1; i <= 10; ++i) fingers.push_back(finger(static_cast<FingerPosition>(i), 10 + i));
    int built = 0, refusedBasis = 0, refusedSample = 0, empty = 0;
    const int wanted = packets();
    while (built < wanted) {
        const auto profile = randomProfile(dice);
        ASSERT_TRUE(profile.validUntil <= profile.validFrom || readProfile(writeProfile(profile))) << readProfile(writeProfile(profile)).error().detail;
        for (int round = 0; round < 8; ++round) {
            const auto purpose = dice.any<PartnerPurpose>();
            const auto who = randomTraveler(dice);
            record::CaseView view;
            std::vector<ChosenSample> samples;
            for (const auto* from : {&faces, &fingers})
                for (const auto& each : *from)
                    if (dice.coin()) view.captures.push_back(each.capture);
            const auto rule = profile.purposes.find(purpose);
            const bool wild = dice.below(10) == 0;  // samples that nobody chose by the rule
            const auto chosen = rule == profile.purposes.end() ? std::vector<CaptureId>() : chooseSamples(rule->second, view);
            for (const auto* from : {&faces, &fingers})
                for (const auto& each : *from)
                    if (wild ? dice.below(6) == 0 : std::ranges::find(chosen, each.capture.id) != chosen.end()) samples.push_back(each);
            const auto packet = buildPacket(profile, termsOf(profile, purpose, samples), who, samples);
            const bool basis = inForce(profile, kNow) && rule != profile.purposes.end() && rule->second.direction != Direction::Answer;
            if (!basis) {
                ASSERT_EQ(codeOf(packet), kNoTransferBasis);
                ++refusedBasis;
                continue;
            }
            for (const auto& [grade, code] : record::codes<record::EvidenceGrade>)
                ASSERT_EQ(codeOf(mayAsk(profile, purpose, grade, kNow)), rule->second.grades.contains(grade) ? "" : kNoTransferBasis);
            if (!packet) {
                ASSERT_EQ(packet.error().code, kNoSample) << packet.error().detail;
                const bool nothing = samples.empty() && profile.format == Format::NistItl;
                ASSERT_TRUE(wild || nothing);
                (nothing ? empty : refusedSample) += 1;
                continue;
            }
            ++built;
            auto text = std::string(textOf(packet->bytes));
            const auto json = Json::parse(text);
            if (json["payload"].is_string()) text += std::string(textOf(*fromBase64(json["payload"].get<std::string>())));
            for (const auto& [field, code] : record::codes<PartnerField>) {
                const bool named = rule->second.fields.contains(field);
                const auto known = traces(field, who);
                if (!named) {
                    ASSERT_EQ(std::ranges::find(packet->fields, field), packet->fields.end());
                    for (const auto& trace : known) ASSERT_EQ(text.find(trace), text.npos) << code << " " << trace << "\n" << text;
                } else if (std::ranges::find(packet->fields, field) != packet->fields.end()) {
                    ASSERT_TRUE(std::ranges::any_of(known, [&](const auto& trace) { return text.find(trace) != text.npos; })) << "the search finds what is there: " << code;
                }
            }
            ASSERT_EQ(text.find(who.documents[0].mrz), text.npos);
            for (const auto* never : {"MAKER-OF-IT", "SERIAL-55512", "PLACE-IN-ORIGINAL", "09:49"}) ASSERT_EQ(text.find(never), text.npos) << never;
            ASSERT_EQ(text.find(who.id.text()), text.npos);
            const auto read = readInquiry(packet->bytes);
            ASSERT_TRUE(read) << read.error().detail;
            ASSERT_EQ(read->samples.size(), samples.size());
        }
    }
    std::cout << built << " packets; " << refusedBasis << " without a basis, " << refusedSample << " for a sample, " << empty << " that would say nothing\n";
    EXPECT_GT(refusedBasis, built / 10);
}

}  // namespace
}  // namespace cotejo::partner::testing
