#include <ctime>
#include <type_traits>

#include "core/exchange/osia/osia.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/encode.h"
#include "tests/unit/partner/agreements.h"

/// What leaves.
namespace cotejo::partner::testing {
namespace {

// Of a case nothing but the traveler and samples can be handed in: no hold, claim, note, score or other case.
static_assert(std::is_same_v<decltype(&buildPacket),
                             Result<Packet> (*)(const Profile&, const record::RequestTerms&, const record::Traveler&, const std::vector<ChosenSample>&)>);

TEST(Packet, IsTheMessageOfTheDrawing) {
    const auto packet = inquiry();
    const auto json = Json::parse(textOf(packet.bytes));
    EXPECT_EQ(canonicalJson(json), textOf(packet.bytes));
    EXPECT_EQ(packet.hash, sha256(packet.bytes));
    std::vector<std::string> members;
    for (const auto& [key, value] : json.items()) members.push_back(key);
    EXPECT_EQ(members, (std::vector<std::string>{"caveat", "created", "expires", "max_candidates", "payload", "profile", "profile_hash", "purpose", "request", "v"}));
    EXPECT_EQ(json["created"], "2026-11-16T15:14:22Z");
    EXPECT_EQ(json["max_candidates"], 5);
    EXPECT_EQ(packet.fields, (std::vector{PartnerField::FamilyName, PartnerField::GivenNames, PartnerField::BirthDate, PartnerField::Sex, PartnerField::Document, PartnerField::Faces, PartnerField::Fingers}));
    const auto osia = exchange::readOsia(viewOf(json["payload"].dump()));
    ASSERT_TRUE(osia);
    EXPECT_TRUE(osia->report.findings.empty());
    const auto document = exchange::documentOf(*osia);
    EXPECT_TRUE(document.report.findings.empty());
    EXPECT_EQ(document.persons.at(0).traveler.familyName, "MARCHETTI-ROJO");
    EXPECT_EQ(document.images.size(), 5u);
}

TEST(Packet, TheSameGivesTheSameBytes) {
    const auto profile = example();
    auto samples = fiveSamples();
    const auto terms = termsOf(profile, PartnerPurpose::BorderInquiry, samples);
    const auto first = buildPacket(profile, terms, traveler(), samples)->bytes;
    std::ranges::reverse(samples);
    EXPECT_EQ(buildPacket(profile, terms, traveler(), samples)->bytes, first) << "in whatever order they are given, whoever's id the traveler has";
    auto other = terms;
    other.packet = sha256("x");
    other.length = 7;
    other.fields = {PartnerField::Nationality};
    EXPECT_EQ(buildPacket(profile, other, traveler(), samples)->bytes, first);
}

TEST(Packet, ItsBytesAreTheseOnEveryMachine) {
    const auto profile = example();
    const auto packet = buildPacket(profile, termsOf(profile, PartnerPurpose::Confirmation, {}), traveler(), {});
    EXPECT_EQ(textOf(packet->bytes),
              R"({"caveat":{"en":"No onward transfer. Border control only. Destroy after 30 days.","es":"Sin cesión a terceros. Solo frontera. Destruir a los 30 días."},)"
              R"("created":"2026-11-16T15:14:22Z","entry":"UTN-77","expires":"2026-11-16T23:14:22Z","max_candidates":0,"payload":{"encounters":[{"biographicData":{)"
              R"("dateOfBirth":"1979-05-30","documents":[{"dateOfExpiry":"2027-01-11","documentNumber":"K2209317","documentType":"P","issuingAuthority":"UTO"}],)"
              R"("firstName":"ELIO","gender":"M","lastName":"MARCHETTI-ROJO"},"encounterId":"1","encounterType":"BORDER","status":"ACTIVE"}],"personId":"1"},)"
              R"("profile":"UTN-CF-02","profile_hash":")" +
                  hashOf(profile).text() + R"(","purpose":"confirmation","request":"00112233445566778899aabbccddeeff","v":1})");
}

TEST(Packet, NothingOfASampleLeavesBesideItsPicture) {
    for (const auto format : {Format::Osia, Format::NistItl}) {
        auto profile = example();
        profile.format = format;
        const auto packet = inquiry(profile);
        auto json = Json::parse(textOf(packet.bytes));
        std::string text = json.dump();
        if (json["payload"].is_string()) text += std::string(textOf(*fromBase64(json["payload"].get<std::string>())));
        for (const auto* each : {"WRITTEN-AS-13", "MAKER-OF-IT", "MODEL-OF-IT", "SERIAL-55512", "QUALITY-BY-IT", "PLACE-IN-ORIGINAL", "09:49", "live_plain", "LIVE_SCAN", "application/pdf", "P<UTO", "UTO7905304"})
            EXPECT_EQ(text.find(each), text.npos) << each;
        EXPECT_EQ(text.find(sha256("original file").text()), text.npos);
        EXPECT_NE(text.find(format == Format::Osia ? "2026-11-16" : "20261116"), text.npos);
        EXPECT_EQ(readInquiry(packet.bytes)->samples.size(), 5u);
    }
}

TEST(Packet, ATransactionIsReadWithoutAFinding) {
    auto profile = example();
    profile.format = Format::NistItl;
    const auto packet = inquiry(profile);
    const auto json = Json::parse(textOf(packet.bytes));
    const auto file = exchange::readNistItl(*fromBase64(json["payload"].get<std::string>()));
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->report.findings.empty());
    EXPECT_TRUE(exchange::validateNistItl(*file).findings.empty());
    EXPECT_EQ(std::ranges::find(packet.fields, PartnerField::Document), packet.fields.end());
    const auto read = readInquiry(packet.bytes);
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->person.familyName, "MARCHETTI-ROJO");
    EXPECT_EQ(read->person.birthDate, "1979-05-30");
}

TEST(Packet, ItsLinesTellEveryByte) {
    for (const auto format : {Format::Osia, Format::NistItl}) {
        auto profile = example();
        profile.format = format;
        const auto packet = inquiry(profile);
        ASSERT_EQ(packet.lines.front().bytes, packet.bytes.size());
        std::size_t members = 0, payload = 0, parts = 0;
        for (const auto& each : packet.lines) {
            if (each.depth == 1) members += each.bytes;
            if (each.depth == 1 && each.name == "payload") payload = each.bytes;
            if (each.depth == 2 && each.name != "es" && each.name != "en") parts += each.bytes;
            EXPECT_FALSE(each.name.empty());
        }
        // The braces, and one comma less than members.
        EXPECT_EQ(members + 1, packet.bytes.size());
        if (format == Format::Osia) {
            EXPECT_EQ(parts + std::string("\"payload\":,").size(), payload);
            const auto line = std::ranges::find(packet.lines, "document", &PreviewLine::name);
            ASSERT_NE(line, packet.lines.end());
            EXPECT_EQ(line->value, "P · UTO · K2209317 · 2027-01-11");
        }
        EXPECT_TRUE(std::ranges::any_of(packet.lines, [](const auto& each) { return each.value.starts_with("right_thumb · 2026-11-16 · png 500 ppi · "); }));
    }
}

TEST(Packet, WhatIsLeftOutTellsNothingOfTheCase) {
    const auto profile = example();
    record::Traveler nobody;
    nobody.familyName = "X";
    const auto poor = *buildPacket(profile, termsOf(profile, PartnerPurpose::BorderInquiry, {}), nobody, {});
    const auto rich = inquiry();
    ASSERT_EQ(poor.left.size(), rich.left.size());
    for (std::size_t i = 0; i < rich.left.size(); ++i) EXPECT_EQ(std::pair(rich.left[i].what, rich.left[i].why), std::pair(poor.left[i].what, poor.left[i].why));
    EXPECT_EQ(rich.left.front().what, "nationality");
}

TEST(Packet, SamplesThatTheAgreementDoesNotTakeStay) {
    const auto profile = example();
    const auto refused = [&](std::vector<ChosenSample> samples, PartnerPurpose purpose = PartnerPurpose::BorderInquiry) {
        return codeOf(buildPacket(profile, termsOf(profile, purpose, samples), traveler(), samples));
    };
    EXPECT_EQ(refused({face(1), face(2)}), "");
    EXPECT_EQ(refused({face(1), face(2), face(3)}), kNoSample);
    EXPECT_EQ(refused({finger(FingerPosition::LeftThumb, 1)}), kNoSample) << "a finger that is not named";
    EXPECT_EQ(refused({finger(FingerPosition::LeftIndex, 1), finger(FingerPosition::LeftIndex, 2)}), kNoSample);
    EXPECT_EQ(refused({finger(FingerPosition::Unknown, 1)}), kNoSample);
    EXPECT_EQ(refused({face(1)}, PartnerPurpose::PreRemoval), kNoSample) << "this purpose has no samples";
    const std::function<void(ChosenSample&)> spoilt[] = {
        [](ChosenSample& each) { each.capture.kind = record::CaptureKind::Reference; }, [](ChosenSample& each) { each.capture.missing = record::MissingReason::Bandaged; },
        [](ChosenSample& each) { each.capture.undecoded = "cut"; },                     [](ChosenSample& each) { each.capture.partial = "lower half"; },
        [](ChosenSample& each) { each.capture.mime = "image/tiff"; },                   [](ChosenSample& each) { each.bytes.push_back(0); },
        [](ChosenSample& each) { each.bytes.resize(40); each.capture.blob = sha256(each.bytes); }};
    for (const auto& spoil : spoilt) {
        auto sample = face(1);
        spoil(sample);
        EXPECT_EQ(refused({sample}), kNoSample);
    }
    auto terms = termsOf(profile, PartnerPurpose::BorderInquiry, {face(1)});
    EXPECT_EQ(codeOf(buildPacket(profile, terms, traveler(), {face(2)})), "E_INVALID_ARGUMENT");
    EXPECT_EQ(codeOf(buildPacket(profile, terms, traveler(), {})), "E_INVALID_ARGUMENT");
}

TEST(Packet, TermsOfAnotherAgreementBuildNothing) {
    const auto profile = example();
    const auto good = termsOf(profile, PartnerPurpose::Confirmation, {});
    const auto built = [&](const record::RequestTerms& terms, const Profile& under) { return codeOf(buildPacket(under, terms, traveler(), {})); };
    EXPECT_EQ(built(good, profile), "");
    const std::function<void(record::RequestTerms&)> wrong[] = {[](auto& t) { t.profile = "X"; }, [](auto& t) { t.profileHash = sha256("x"); }, [](auto& t) { t.country = "UTO"; },
                                                                [](auto& t) { t.expires = t.created; }, [](auto& t) { t.entryReference = {}; }, [](auto& t) { t.entryReference = "a\nb"; },
                                                                [](auto& t) { t.purpose = PartnerPurpose::BorderInquiry; }};
    for (const auto& each : wrong) {
        auto terms = good;
        each(terms);
        EXPECT_EQ(built(terms, profile), "E_INVALID_ARGUMENT");
    }
    EXPECT_EQ(codeOf(buildPacket(profile, termsOf(profile, PartnerPurpose::FugitiveNotice, {}), traveler(), {})), kNoTransferBasis) << "theirs to send";
    auto late = good;
    late.created = profile.validUntil;
    late.expires = late.created + std::chrono::hours(1);
    EXPECT_EQ(built(late, profile), kNoTransferBasis);
}

TEST(MayAsk, SaysWhichBasisIsMissing) {
    const auto profile = example();
    const auto reason = [&](PartnerPurpose purpose, std::optional<record::EvidenceGrade> grade, UtcTime at) { return paramOf(mayAsk(profile, purpose, grade, at), "reason"); };
    EXPECT_EQ(reason(PartnerPurpose::Confirmation, record::EvidenceGrade::Warrant, kNow), "");
    EXPECT_EQ(reason(PartnerPurpose::Confirmation, record::EvidenceGrade::Allegation, kNow), "grade");
    EXPECT_EQ(reason(PartnerPurpose::FugitiveNotice, {}, kNow), "direction");
    EXPECT_EQ(reason(PartnerPurpose::Confirmation, {}, profile.validFrom - std::chrono::seconds(1)), "not_yet");
    EXPECT_EQ(reason(PartnerPurpose::Confirmation, {}, profile.validUntil), "expired");
    auto fewer = profile;
    fewer.purposes.erase(PartnerPurpose::PreRemoval);
    EXPECT_EQ(paramOf(mayAsk(fewer, PartnerPurpose::PreRemoval, {}, kNow), "reason"), "purpose");
}

TEST(ChooseSamples, TakesTheBestOfEach) {
    record::CaseView view;
    const auto add = [&](ChosenSample sample, int quality) -> record::Capture& {
        sample.capture.qualities = {{quality, "NFIQ 2", "", ""}};
        view.captures.push_back(sample.capture);
        return view.captures.back();
    };
    add(face(1), 10);
    add(face(2), 90).kind = record::CaptureKind::Document;
    add(face(3), 60);
    add(face(4), 99).kind = record::CaptureKind::Reference;
    add(face(5), 98).partial = "lower half";
    add(finger(FingerPosition::RightIndex, 6), 30);
    add(finger(FingerPosition::RightIndex, 7), 70);
    add(finger(FingerPosition::LeftLittle, 8), 99);
    auto& spoilt = add(finger(FingerPosition::RightThumb, 9), 99);
    view.unusable.insert(spoilt.id);
    const auto rule = example().purposes.at(PartnerPurpose::BorderInquiry);
    std::vector<CaptureId> wanted{face(1).capture.id, face(3).capture.id, finger(FingerPosition::RightIndex, 7).capture.id};
    std::ranges::sort(wanted);
    EXPECT_EQ(chooseSamples(rule, view), wanted) << "live before document, then by quality; never a reference, cut or unusable";
    EXPECT_TRUE(chooseSamples(example().purposes.at(PartnerPurpose::PreRemoval), view).empty());
    for (auto& each : view.captures) each.qualities.clear();
    view.captures[2].captured += std::chrono::hours(1);
    auto one = rule;
    one.faces = 1;
    one.fingers.clear();
    EXPECT_EQ(chooseSamples(one, view), std::vector{view.captures[2].id}) << "then the latest";
}

TEST(Packet, TenPrintsAndAFaceArePreviewedInTime) {
    auto profile = example();
    auto& rule = profile.purposes.at(PartnerPurpose::BorderInquiry);
    rule.fingers.clear();
    std::vector<ChosenSample> samples;
    cv::Mat print(500, 500, CV_8U);
    for (int number = 1; number <= 10; ++number) {
        rule.fingers.push_back(static_cast<FingerPosition>(number));
        for (int i = 0; i < 250'000; ++i) print.data[i] = static_cast<std::uint8_t>(128 + 100 * ((i / (4 + number) + i / 500 / 5) % 2 == 0 ? 1 : -1) + i * number % 17);
        auto sample = finger(static_cast<FingerPosition>(number), number);
        sample.bytes = *imaging::encodePng(print, {500, record::PpiSource::Header});
        sample.capture.width = sample.capture.height = 500;
        sample.capture.blob = sha256(sample.bytes);
        samples.push_back(sample);
    }
    auto portrait = face(11);
    cv::Mat noise(640, 480, CV_8UC3);
    std::uint32_t seed = 1;
    for (int i = 0; i < 640 * 480 * 3; ++i) noise.data[i] = static_cast<std::uint8_t>((seed = seed * 1664525 + 1013904223) >> 24);
    portrait.bytes = *imaging::encodeJpeg(noise, 90);
    portrait.capture.mime = "image/jpeg";
    portrait.capture.width = 480;
    portrait.capture.height = 640;
    portrait.capture.blob = sha256(portrait.bytes);
    samples.push_back(portrait);
    const auto terms = termsOf(profile, PartnerPurpose::BorderInquiry, samples);
    const std::clock_t begun = std::clock();  // of the processor: others may be at work
    const auto packet = buildPacket(profile, terms, traveler(), samples);
    const auto took = (std::clock() - begun) * 1000 / CLOCKS_PER_SEC;
    ASSERT_TRUE(packet) << packet.error().detail;
    RecordProperty("milliseconds", static_cast<int>(took));
    std::cout << packet->bytes.size() << " bytes, " << packet->lines.size() << " lines in " << took << " ms\n";
    EXPECT_LT(took, 300);
}

}  // namespace
}  // namespace cotejo::partner::testing
