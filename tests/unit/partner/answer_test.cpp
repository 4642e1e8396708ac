#include <ctime>

#include "tests/unit/partner/agreements.h"

/// What comes back, and what comes from the other side.
namespace cotejo::partner::testing {
namespace {

std::vector<Bytes> messages() {
    auto candidates = answerOf(PartnerReply::Candidates);
    candidates.candidates = {candidateOf(1), candidateOf(2)};
    std::vector<Bytes> all{writeAnswer(candidates)};
    for (const auto reply : {PartnerReply::NoCandidate, PartnerReply::NeedTime, PartnerReply::Refused}) all.push_back(writeAnswer(answerOf(reply)));
    for (const auto reply : {PartnerReply::Confirmed, PartnerReply::NotConfirmed}) all.push_back(writeAnswer(answerOf(reply, PartnerPurpose::Confirmation)));
    return all;
}

TEST(Inquiry, IsReadAsItWasSent) {
    const auto profile = example();
    const auto read = readInquiry(inquiry().bytes);
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->profileHash, hashOf(profile));
    EXPECT_EQ(read->purpose, PartnerPurpose::BorderInquiry);
    EXPECT_EQ(read->created, kNow);
    EXPECT_EQ(read->candidates, 5);
    EXPECT_EQ(read->person.documents.at(0).number, "K2209317");
    EXPECT_EQ(read->person.nationality, "");
    ASSERT_EQ(read->samples.size(), 5u);
    EXPECT_EQ(read->samples[4].capture.ppi.value, 500);
    EXPECT_EQ(read->samples[0].capture.capturedOn.value, "2026-11-16");
    std::set<Bytes> sent, came;
    for (const auto& each : fiveSamples()) sent.insert(reduced(each)->bytes);
    for (const auto& each : read->samples) came.insert(each.bytes);
    EXPECT_EQ(came, sent);
    const auto confirmation = *buildPacket(profile, termsOf(profile, PartnerPurpose::Confirmation, {}), traveler(), {});
    EXPECT_EQ(readInquiry(confirmation.bytes)->entryReference, "UTN-77");
}

TEST(Inquiry, WhatNoAgreementNamesIsRefused) {
    const auto whole = Json::parse(textOf(inquiry().bytes));
    const auto read = [&](const char* at, const Json& value) {
        auto json = whole;
        json[Json::json_pointer(at)] = value;
        return codeOf(readInquiry(bytesOf(json.dump())));
    };
    const std::string encounter = "/payload/encounters/0";
    EXPECT_EQ(read((encounter + "/biographicData/address").c_str(), "x"), kAnswerExcess);
    EXPECT_EQ(read((encounter + "/biographicData/documents/0/mrz").c_str(), "x"), kAnswerExcess);
    EXPECT_EQ(read((encounter + "/biometricData/0/captureDevice").c_str(), "x"), kAnswerExcess);
    EXPECT_EQ(read((encounter + "/biometricData/0/template").c_str(), "x"), kAnswerExcess);
    EXPECT_EQ(read((encounter + "/contextualData").c_str(), Json::object()), kAnswerExcess);
    EXPECT_EQ(read("/payload/physicalStatus", "ALIVE"), kAnswerExcess);
    EXPECT_EQ(read((encounter + "/biometricData/0/biometricType").c_str(), "IRIS"), kAnswerMalformed);
    EXPECT_EQ(read((encounter + "/biometricData/0/image").c_str(), "!!"), kAnswerMalformed);
    EXPECT_EQ(read((encounter + "/biometricData/0/image").c_str(), "AAAA"), kAnswerMalformed);
    EXPECT_EQ(read((encounter + "/biographicData/dateOfBirth").c_str(), "30/05/1979"), kAnswerMalformed);
    const std::pair<const char*, Json> others[] = {{"/v", 2}, {"/note", "x"}, {"/entry", "x"}, {"/purpose", "espionage"}, {"/request", "x"}, {"/profile_hash", "A"}, {"/expires", "2026-11-16T15:14:22Z"},
                                                   {"/created", "yesterday"}, {"/max_candidates", -1}, {"/max_candidates", 101}, {"/caveat", "x"}, {"/caveat/fr", "x"}, {"/payload", 1}, {"/payload", "x"}, {"/payload", "AAAA"},
                                                   {"/payload/encounters", Json::array()}};
    for (const auto& [at, value] : others)
        EXPECT_EQ(read(at, value), kAnswerMalformed) << at << value;
}

TEST(Answer, ReadsAsItWasWritten) {
    for (const auto& bytes : messages()) {
        const auto read = readAnswer(bytes);
        ASSERT_TRUE(read) << read.error().detail << textOf(bytes);
        EXPECT_EQ(writeAnswer(*read), bytes);
    }
    auto two = answerOf(PartnerReply::Candidates);
    two.candidates = {candidateOf(1), candidateOf(2)};
    const auto read = *readAnswer(writeAnswer(two));
    EXPECT_EQ(read.candidates[1].reference, "UTN-2");
    EXPECT_EQ(read.candidates[1].facts.grade, record::EvidenceGrade::Warrant);
    EXPECT_EQ(read.candidates[1].facts.issuerCountry, "UTN");
    EXPECT_EQ(read.candidates[1].person.familyName, "MARCHETTI-ROJO");
    EXPECT_EQ(read.candidates[1].samples[1].capture.position, FingerPosition::RightIndex);
    EXPECT_EQ(read.candidates[1].samples[1].capture.kind, record::CaptureKind::Reference);
    EXPECT_EQ(read.coverage.searched[0].size, 1200);
    const Acknowledgement acknowledgement{read.request, sha256("packet"), kNow};
    const auto again = *readAcknowledgement(writeAcknowledgement(acknowledgement));
    EXPECT_EQ(std::tie(again.request, again.packet, again.at), std::tie(acknowledgement.request, acknowledgement.packet, acknowledgement.at));
}

TEST(Answer, OneThatContradictsItselfIsNone) {
    const auto refused = [](Answer answer) { return codeOf(readAnswer(writeAnswer(answer))); };
    auto answer = answerOf(PartnerReply::Candidates);
    EXPECT_EQ(refused(answer), kAnswerMalformed) << "candidates without one";
    answer.candidates = {candidateOf(1), candidateOf(1)};
    EXPECT_EQ(refused(answer), kAnswerMalformed) << "one reference twice";
    answer.candidates.pop_back();
    EXPECT_EQ(refused(answer), "");
    answer.reply = PartnerReply::NoCandidate;
    EXPECT_EQ(refused(answer), kAnswerMalformed);
    answer = answerOf(PartnerReply::NoCandidate);
    answer.coverage.searched.clear();
    EXPECT_EQ(refused(answer), kAnswerMalformed) << "no candidate in nothing";
    answer = answerOf(PartnerReply::NeedTime);
    answer.until.reset();
    EXPECT_EQ(refused(answer), kAnswerMalformed);
    answer = answerOf(PartnerReply::Refused);
    answer.reason.clear();
    EXPECT_EQ(refused(answer), kAnswerMalformed);
    answer.reason = "two\nlines";
    EXPECT_EQ(refused(answer), kAnswerMalformed);
}

TEST(Answer, FitsWhatWasAskedOrIsNotApplied) {
    const auto profile = example();
    const auto terms = termsOf(profile, PartnerPurpose::BorderInquiry, {});
    const auto now = kNow + std::chrono::hours(2);
    const auto code = [&](const Answer& answer, UtcTime at) { return codeOf(fits(answer, terms, profile, at)); };
    auto good = answerOf(PartnerReply::Candidates);
    for (int i = 0; i < 5; ++i) good.candidates.push_back(candidateOf(i));
    EXPECT_EQ(code(good, now), "");
    EXPECT_EQ(code(good, terms.expires), "");
    EXPECT_EQ(code(good, terms.expires + std::chrono::seconds(1)), kAnswerLate);
    const std::pair<std::function<void(Answer&)>, const char*> wrong[] = {
        {[](auto& a) { a.request = record::RequestId::random(); }, kAnswerStray}, {[](auto& a) { a.profile = "X"; }, kAnswerStray}, {[](auto& a) { a.profileHash = sha256("x"); }, kAnswerStray},
        {[](auto& a) { a.purpose = PartnerPurpose::Nationality; }, kAnswerStray}, {[](auto& a) { a.reply = PartnerReply::Confirmed; }, kAnswerStray},
        {[](auto& a) { a.created = kNow - std::chrono::seconds(1); }, kAnswerStray}, {[](auto& a) { a.candidates.push_back(candidateOf(9)); }, kAnswerExcess},
        {[](auto& a) { a.candidates[0].facts.grade = record::EvidenceGrade::Intelligence; }, kAnswerExcess}, {[](auto& a) { a.candidates[0].person.nationality = "UTO"; }, kAnswerExcess},
        {[](auto& a) { for (int i = 0; i < 2; ++i) a.candidates[0].samples.push_back(face(90 + i)); }, kAnswerExcess},
        {[](auto& a) { a.candidates[0].samples.push_back(finger(FingerPosition::LeftLittle, 90)); }, kAnswerExcess},
        {[](auto& a) { a.candidates[0].samples.push_back(finger(FingerPosition::RightIndex, 91)); }, kAnswerExcess}};
    for (const auto& [change, wanted] : wrong) {
        auto answer = good;
        change(answer);
        EXPECT_EQ(code(answer, now), wanted);
        if (std::string_view(wanted) == kAnswerExcess) {
            EXPECT_EQ(code(reduced(answer, profile), now), "") << "what the profile lets be said of it";
        }
    }
    auto asked = terms;
    asked.purpose = PartnerPurpose::Confirmation;
    EXPECT_EQ(codeOf(fits(answerOf(PartnerReply::Confirmed, PartnerPurpose::Confirmation), asked, profile, now)), "");
    EXPECT_EQ(codeOf(fits(answerOf(PartnerReply::NoCandidate, PartnerPurpose::Confirmation), asked, profile, now)), kAnswerStray);
    auto unnamed = good;
    for (auto& each : unnamed.candidates) each.facts.grade = record::EvidenceGrade::Intelligence;
    EXPECT_EQ(reduced(unnamed, profile).reply, PartnerReply::NoCandidate);
}

TEST(Message, CutAnywhereIsATypedError) {
    auto all = messages();
    all.push_back(inquiry().bytes);
    all.push_back(writeAcknowledgement({record::RequestId::random(), sha256("packet"), kNow}));
    for (const auto& bytes : all)
        for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
            const auto part = ByteView(bytes).first(cut);
            ASSERT_EQ(codeOf(readInquiry(part)), kAnswerMalformed) << cut;
            ASSERT_EQ(codeOf(readAnswer(part)), kAnswerMalformed) << cut;
            ASSERT_EQ(codeOf(readAcknowledgement(part)), kAnswerMalformed) << cut;
        }
}

TEST(Message, DeepAndLargeOnesAreExcess) {
    for (const auto& [depth, code] : {std::pair{32, kAnswerMalformed}, std::pair{33, kAnswerExcess}, std::pair{100'000, kAnswerExcess}}) {
        const auto deep = bytesOf(std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']'));
        EXPECT_EQ(codeOf(readAnswer(deep)), code) << depth;
        EXPECT_EQ(codeOf(readInquiry(deep)), code) << depth;
    }
    EXPECT_EQ(codeOf(readAnswer(bytesOf("\"" + std::string(100, '[') + "\""))), kAnswerMalformed) << "brackets in a text are no depth";
    EXPECT_EQ(codeOf(readAnswer(Bytes(kPacketCap + 1, ' '))), kAnswerExcess);
    EXPECT_EQ(codeOf(readAnswer(bytesOf("[" + std::string(200'000, '0') + "]"))), kAnswerMalformed);
    auto crowd = answerOf(PartnerReply::Candidates);
    for (int i = 0; i < 101; ++i) crowd.candidates.push_back(candidateOf(i % 20)), crowd.candidates.back().reference += "-" + std::to_string(i);
    EXPECT_EQ(codeOf(readAnswer(writeAnswer(crowd))), kAnswerExcess);
}

TEST(Answer, TwentyCandidatesAreReadInTime) {
    auto answer = answerOf(PartnerReply::Candidates);
    for (int i = 0; i < 20; ++i) {
        auto candidate = candidateOf(i);
        // A picture as large as a portrait: 64 KB of noise in a PNG.
        Bytes pixels(64 * 1024);
        std::uint32_t seed = static_cast<std::uint32_t>(i) + 1;
        for (auto& each : pixels) each = static_cast<std::uint8_t>((seed = seed * 1664525 + 1013904223) >> 24);
        candidate.samples[0].bytes = *exchange::rawPng(pixels, 256, 256, 1);
        candidate.samples[0].capture.width = candidate.samples[0].capture.height = 256;
        candidate.samples[0].capture.blob = sha256(candidate.samples[0].bytes);
        answer.candidates.push_back(candidate);
    }
    const auto bytes = writeAnswer(answer);
    const std::clock_t begun = std::clock();  // of the processor: others may be at work
    const auto read = readAnswer(bytes);
    const auto took = (std::clock() - begun) * 1000 / CLOCKS_PER_SEC;
    ASSERT_TRUE(read) << read.error().detail;
    std::cout << bytes.size() << " bytes in " << took << " ms\n";
    EXPECT_EQ(read->candidates.size(), 20u);
    EXPECT_LT(took, 1000);
}

}  // namespace
}  // namespace cotejo::partner::testing
