#include "core/exchange/osia/osia.h"

#include <gtest/gtest.h>

#include <random>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/read_exchange.h"
#include "tests/unit/exchange/shared_files.h"

namespace cotejo::exchange {
namespace {

const ReadOptions kAtBorder{*fromIso("2026-11-16T10:00:00Z"), nullptr, nullptr};

Bytes grayImage() { return *wrapRawGray(Bytes(12, 7), 4, 3, 8, 500); }

std::string encounterText() {
    return R"({"encounterId":"E1","status":"ACTIVE","encounterType":"BORDER","galleries":["G"],"x-new":[1,{"a":null}],
        "biographicData":{"lastName":"SPECIMEN","firstName":"ANA","dateOfBirth":"1984-04-03","gender":"F","nationality":"UTO"},
        "biometricData":[
          {"biometricType":"FINGER","biometricSubType":"RIGHT_INDEX","resolution":500,"image":")" +
           toBase64(grayImage()) + R"(","vendorNote":7},
          {"biometricType":"FINGER","biometricSubType":"PLAIN_RIGHT_FOUR_FINGERS","missing":[{"biometricSubType":"RIGHT_RING","presence":"AMPUTATED"}]}]})";
}

TEST(Osia, AnEncounterGivesPersonImageAndMissingFinger) {
    const auto document = readExchangeFile(viewOf(encounterText()), "e.json", kAtBorder);
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->format, ExchangeFormat::Osia);
    EXPECT_FALSE(document->report.hasErrors());
    ASSERT_EQ(document->persons.size(), 1u);
    EXPECT_EQ(document->persons[0].traveler.familyName, "SPECIMEN");
    EXPECT_EQ(document->persons[0].traveler.birthDate, "1984-04-03");
    EXPECT_EQ(document->persons[0].traveler.sex, record::Sex::Female);
    ASSERT_EQ(document->images.size(), 2u);
    EXPECT_EQ(document->images[0].position, record::FingerPosition::RightIndex);
    EXPECT_EQ(document->images[0].bytes, grayImage());
    EXPECT_EQ(document->images[0].ppi.value, 500);
    EXPECT_EQ(document->images[0].source, "/biometricData/0");
    EXPECT_EQ(document->images[1].missing, record::MissingReason::Amputated);
    EXPECT_EQ(document->images[1].position, record::FingerPosition::RightRing);
}

TEST(Osia, WhatIsUnknownComesBackAsItWas) {
    const auto file = readOsia(viewOf(encounterText()));
    ASSERT_TRUE(file);
    EXPECT_EQ(parseJson(writeOsia(file->message), "written").value(), parseJson(encounterText(), "given").value());
    const auto place = std::find_if(file->report.findings.begin(), file->report.findings.end(), [](const Finding& f) { return f.rule == "osia.unknown"; });
    ASSERT_NE(place, file->report.findings.end());
    EXPECT_EQ(place->field, "/biometricData/0/vendorNote");
}

TEST(Osia, WrongTypesAreFoundAtTheirPlaceAndKept) {
    const std::string text =
        R"([{"encounterId":5,"status":"ASLEEP","encounterType":"","biographicData":[],"biometricData":[{"biometricType":"FACE","image":"%%%","width":-3,"missing":[1]}]}])";
    const auto file = readOsia(viewOf(text));
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_EQ(parseJson(writeOsia(file->message), "written").value(), parseJson(text, "given").value());
    std::vector<std::string> places;
    for (const auto& finding : file->report.findings)
        if (finding.severity != Severity::Note) places.push_back(finding.rule + " " + finding.field);
    for (const char* wanted : {"osia.type /0/encounterId", "osia.code /0/status", "osia.type /0/biographicData", "osia.base64 /0/biometricData/0/image",
                               "osia.type /0/biometricData/0/width", "osia.type /0/biometricData/0/missing"})
        EXPECT_NE(std::find(places.begin(), places.end(), wanted), places.end()) << wanted;
    EXPECT_TRUE(file->report.hasErrors());
}

TEST(Osia, ImagesBelongToTheirOwnPerson) {
    const std::string image = toBase64(grayImage());
    const std::string text = R"({"persons":[{"personId":"A","encounters":[]},{"personId":"B","encounters":[{"status":"ACTIVE","encounterType":"X",
        "biometricData":[{"biometricType":"FACE","image":")" + image + R"("}]}]}],"next":3})";
    const auto document = readExchangeFile(viewOf(text), "p.json", kAtBorder);
    ASSERT_TRUE(document) << document.error().detail;
    ASSERT_EQ(document->persons.size(), 2u);
    ASSERT_EQ(document->images.size(), 1u);
    EXPECT_EQ(document->images[0].person, 1u);
    EXPECT_EQ(document->images[0].subject, ImageSubject::Face);
    EXPECT_EQ(document->images[0].source, "/persons/1/encounters/0/biometricData/0");
    EXPECT_EQ(parseJson(writeOsia(readOsia(viewOf(text))->message), "written").value(), parseJson(text, "given").value());
}

TEST(Osia, ACandidateListIsShownAndNamesNobodyToImport) {
    const std::string text = R"([{"personId":"A","rank":1,"score":12.5,"scoreList":[{"score":3}]},{"personId":"B","rank":2}])";
    const auto file = readOsia(viewOf(text));
    ASSERT_TRUE(file);
    ASSERT_EQ(file->message.candidates.size(), 2u);
    EXPECT_EQ(file->message.candidates[0].score, 12.5);
    EXPECT_TRUE(hasRule(file->report, "osia.required"));
    EXPECT_TRUE(documentOf(*file).persons.empty());
    EXPECT_EQ(parseJson(writeOsia(file->message), "written").value(), parseJson(text, "given").value());
}

TEST(Osia, EveryTruncationIsALocatedError) {
    const std::string text = encounterText();
    for (std::size_t length = 1; length < text.size(); ++length) {
        const auto file = readOsia(viewOf(std::string_view(text).substr(0, length)));
        ASSERT_FALSE(file) << length;
        EXPECT_EQ(file.error().code, base::kMalformed);
        EXPECT_NE(file.error().detail.find("column"), std::string::npos) << file.error().detail;
    }
}

TEST(Osia, DepthAndNumberAreCapped) {
    std::string deep = R"({"personId":"A","x":)";
    for (int i = 0; i < 100'000; ++i) deep += "[";
    for (int i = 0; i < 100'000; ++i) deep += "]";
    const auto bomb = readOsia(viewOf(deep + "}"));
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().code, base::kMalformed);
    EXPECT_NE(bomb.error().detail.find("64 levels"), std::string::npos);
    std::string many = "[{\"personId\":\"A\",\"rank\":1}";
    for (std::size_t i = 0; i < kOsiaMaxRecords; ++i) many += ",{\"personId\":\"A\",\"rank\":1}";
    const auto crowd = readOsia(viewOf(many + "]"));
    ASSERT_FALSE(crowd);
    EXPECT_EQ(crowd.error().code, base::kTooLarge);
    EXPECT_FALSE(readOsia(viewOf("{\"a\":1}")));
    EXPECT_FALSE(readOsia(viewOf("[]")));
}

TEST(Osia, TenThousandRandomMessagesReadBackEqual) {
    std::mt19937 random(20261127);
    const auto upTo = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    const auto text = [&] {
        static const char* const pieces[] = {"A", "ñ", "\"", "\\", "\n", " ", "你", "/", "~", "0", "\x01"};
        std::string result = "t";
        for (int i = upTo(8); i > 0; --i) result += pieces[upTo(11)];
        return result;
    };
    const auto number = [&]() -> std::optional<int> { return upTo(2) ? std::optional(upTo(1 << 30)) : std::nullopt; };
    const auto other = [&] {
        Json object = Json::object();
        if (upTo(3) == 0) object["x-" + text()] = {{"n", upTo(9)}, {"list", {text(), nullptr, true, 1.5}}};
        return object;
    };
    const auto encounter = [&] {
        OsiaEncounter result;
        if (upTo(2)) result.personId = text();
        result.encounterId = text();
        if (upTo(2)) result.status = text();
        if (upTo(2)) result.biographicData = Json{{"lastName", text()}, {"any", upTo(5)}};
        for (int i = upTo(4); i > 0; --i) {
            OsiaBiometric sample;
            sample.type = text();
            if (upTo(2)) sample.subType = text();
            for (int k = upTo(40); k > 0; --k) sample.image.push_back(static_cast<std::uint8_t>(random()));
            sample.width = number(), sample.height = number(), sample.bitDepth = number(), sample.resolution = number();
            if (upTo(2)) sample.captureDate = text();
            if (upTo(2)) sample.compression = text();
            if (upTo(2)) sample.imageRef = text();
            for (int k = upTo(3); k > 0; --k) sample.missing.push_back({text(), text(), other()});
            sample.other = other();
            result.biometricData.push_back(std::move(sample));
        }
        result.other = other();
        return result;
    };
    for (int round = 0; round < 10'000; ++round) {
        OsiaMessage message;
        message.kind = static_cast<OsiaKind>(upTo(3));
        message.single = upTo(2) == 0;
        const int count = message.single ? 1 : 1 + upTo(3);
        for (int i = 0; i < count; ++i) {
            if (message.kind == OsiaKind::Persons) message.persons.push_back({text(), {encounter()}, other()});
            if (message.kind == OsiaKind::Encounters) message.encounters.push_back(encounter());
            if (message.kind == OsiaKind::Candidates) message.candidates.push_back({text(), upTo(100), upTo(1000) / 8.0, other()});
        }
        if (!message.single && message.kind != OsiaKind::Encounters && upTo(2)) {
            message.wrapper = message.kind == OsiaKind::Persons ? "persons" : "candidates";
            message.other = other();
        }
        const auto file = readOsia(viewOf(writeOsia(message)));
        ASSERT_TRUE(file) << round << ": " << file.error().detail;
        ASSERT_EQ(file->message, message) << round << ": " << writeOsia(message);
    }
}

TEST(Osia, ADocumentGoesOutAndComesBack) {
    ExchangeDocument content;
    record::Traveler& traveler = content.persons.emplace_back().traveler;
    traveler.familyName = "SPECIMEN";
    traveler.birthDate = "1984-04-03";
    traveler.sex = record::Sex::Male;
    traveler.documents.push_back({"P", "UTO", "X1", "2030-01-01", ""});
    ExchangeImage& bandaged = content.images.emplace_back();
    bandaged.subject = ImageSubject::Finger;
    bandaged.position = record::FingerPosition::LeftThumb;
    bandaged.missing = record::MissingReason::Bandaged;
    std::vector<std::string> left;
    const auto message = osiaOf(content, left);
    ASSERT_TRUE(message) << message.error().detail;
    EXPECT_TRUE(left.empty());
    const auto document = readExchangeFile(viewOf(writeOsia(*message)), "c.json", kAtBorder);
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_TRUE(document->report.findings.empty()) << document->report.findings[0].detail;
    EXPECT_EQ(document->persons.at(0).traveler.documents.at(0).number, "X1");
    EXPECT_EQ(document->persons[0].traveler.sex, record::Sex::Male);
    EXPECT_EQ(document->images.at(0).missing, record::MissingReason::Bandaged);
    EXPECT_EQ(osiaOf({}, left).error().code, kCannotExpress);
}

}  // namespace
}  // namespace cotejo::exchange
