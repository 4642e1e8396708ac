#include <gtest/gtest.h>

#include <random>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/nist/nist_compose.h"
#include "core/exchange/osia/osia.h"
#include "core/exchange/read_exchange.h"
#include "tests/support/paths.h"
#include "tests/unit/exchange/shared_files.h"

/// Content of one format written in another: what went in comes back, and what has no place is named.
namespace cotejo::exchange {
namespace {

const ReadOptions kToday{*fromIso("2026-11-29T10:00:00Z"), nullptr, nullptr};
const NistHeading kHeading{"CTJ", "UTO-HQ", "UTO-POST", "42", "20261129"};

class Contents {
  public:
    explicit Contents(std::uint32_t seed) : m_engine(seed) {}
    int upTo(int last) { return static_cast<int>(m_engine() % static_cast<std::uint32_t>(last + 1)); }

    ExchangeDocument document() {
        ExchangeDocument document;
        if (upTo(3) > 0) document.persons.push_back(person());
        for (int i = upTo(4); i > 0; --i) document.images.push_back(image(i));
        for (int i = upTo(2); i > 0; --i) document.minutiae.push_back(minutiae());
        return document;
    }

  private:
    std::string word() {
        const char* const words[] = {"MUÑOZ PEÑA", "ÅSE", "O'NEILL", "李", "DE LA CRUZ", "Ø", "ANA MARÍA"};
        return words[upTo(6)];
    }
    std::string date() {
        const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
        return std::to_string(1930 + upTo(90)) + "-" + two(1 + upTo(11)) + "-" + two(1 + upTo(27));
    }
    ExchangePerson person() {
        ExchangePerson person;
        person.source = "row";
        auto& traveler = person.traveler;
        traveler.familyName = word();
        traveler.givenNames = upTo(2) ? word() : "";
        traveler.birthDate = upTo(2) ? date() : "";
        traveler.sex = static_cast<record::Sex>(upTo(2));
        traveler.nationality = upTo(1) ? "ESP" : "";
        for (int i = upTo(2); i > 0; --i) person.aliases.push_back(word());
        return person;
    }
    ExchangeImage image(int number) {
        ExchangeImage image;
        const bool finger = upTo(2) > 0;
        image.source = "image " + std::to_string(number);
        image.subject = finger ? ImageSubject::Finger : ImageSubject::Face;
        if (finger) image.position = static_cast<record::FingerPosition>(upTo(10));
        image.positionCode = static_cast<int>(image.position);
        if (finger && upTo(3) == 0 && image.positionCode > 0) {
            image.missing = upTo(1) ? record::MissingReason::Amputated : record::MissingReason::NotCaptured;
            return image;
        }
        image.bytes = kJpeg;
        image.mime = "image/jpeg";
        image.width = 8;
        image.height = 16;
        if (upTo(1)) image.ppi = {upTo(1) ? 500.0 : 1000.0, record::PpiSource::Header};
        if (upTo(1)) image.captured = date();
        return image;
    }
    MinutiaeRecord minutiae() {
        MinutiaeRecord view;
        view.source = "view";
        view.width = 300 + upTo(200);
        view.height = 300 + upTo(200);
        view.xPpcm = view.yPpcm = 197;
        view.positionCode = upTo(10);
        view.position = static_cast<record::FingerPosition>(view.positionCode);
        for (int i = 1 + upTo(60); i > 0; --i) {
            Minutia minutia{static_cast<double>(upTo(view.width - 1)), static_cast<double>(upTo(view.height - 1)), upTo(179) * 2.0,
                            static_cast<MinutiaType>(upTo(2)), std::nullopt};
            if (upTo(1)) minutia.quality = 1 + upTo(99);
            view.minutiae.push_back(minutia);
        }
        return view;
    }

    std::mt19937 m_engine;
};

void expectSameImages(const std::vector<ExchangeImage>& found, const std::vector<ExchangeImage>& wanted, int round) {
    ASSERT_EQ(found.size(), wanted.size()) << round;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        ASSERT_EQ(found[i].subject, wanted[i].subject) << round;
        ASSERT_EQ(found[i].position, wanted[i].position) << round;
        ASSERT_EQ(found[i].missing, wanted[i].missing) << round;
        ASSERT_EQ(found[i].bytes, wanted[i].bytes) << round;
        ASSERT_EQ(found[i].ppi, wanted[i].ppi) << round;
        ASSERT_EQ(found[i].captured, wanted[i].captured) << round;
        ASSERT_EQ(found[i].width, wanted[i].width) << round;
    }
}

void expectSameTraveler(const record::Traveler& found, const record::Traveler& wanted, int round) {
    ASSERT_EQ(found.familyName, wanted.familyName) << round;
    ASSERT_EQ(found.givenNames, wanted.givenNames) << round;
    ASSERT_EQ(found.birthDate, wanted.birthDate) << round;
    ASSERT_EQ(found.sex, wanted.sex) << round;
    ASSERT_EQ(found.nationality, wanted.nationality) << round;
}

TEST(Compose, ATransactionReadsBackEqualAndWithoutAFinding) {
    Contents contents(73);
    for (int round = 0; round < rounds(); ++round) {
        const ExchangeDocument document = contents.document();
        std::vector<std::string> left;
        const auto file = transactionOf(document, 0, kHeading, left);
        if (document.persons.empty() && document.images.empty() && document.minutiae.empty()) {
            ASSERT_FALSE(file);
            ASSERT_EQ(file.error().code, kCannotExpress);
            continue;
        }
        ASSERT_TRUE(file) << round << ": " << file.error().detail;
        ASSERT_TRUE(left.empty()) << round << ": " << left.front();
        const auto back = readExchangeFile(*writeNistItl(*file), "x.an2", kToday);
        ASSERT_TRUE(back) << round << ": " << back.error().detail;
        ASSERT_TRUE(back->report.findings.empty()) << round << ": " << back->report.findings.front().detail;
        ASSERT_EQ(back->persons.size(), document.persons.size()) << round;
        if (!document.persons.empty()) {
            expectSameTraveler(back->persons[0].traveler, document.persons[0].traveler, round);
            ASSERT_EQ(back->persons[0].aliases, document.persons[0].aliases) << round;
        }
        expectSameImages(back->images, document.images, round);
        ASSERT_EQ(back->minutiae.size(), document.minutiae.size()) << round;
        for (std::size_t i = 0; i < document.minutiae.size(); ++i) {
            ASSERT_EQ(back->minutiae[i].minutiae, document.minutiae[i].minutiae) << round;
            ASSERT_EQ(back->minutiae[i].position, document.minutiae[i].position) << round;
            ASSERT_EQ(back->minutiae[i].width, document.minutiae[i].width) << round;
        }
    }
}

TEST(Compose, AnOsiaMessageReadsBackEqualAndWithoutAFinding) {
    Contents contents(74);
    for (int round = 0; round < rounds(); ++round) {
        const ExchangeDocument document = contents.document();
        std::vector<std::string> left;
        const auto message = osiaOf(document, left);
        if (document.persons.empty() && document.images.empty()) {
            ASSERT_FALSE(message);
            continue;
        }
        ASSERT_TRUE(message) << round << ": " << message.error().detail;
        ASSERT_EQ(left.size(), document.minutiae.size()) << round;
        const auto back = readExchangeFile(viewOf(writeOsia(*message)), "x.json", kToday);
        ASSERT_TRUE(back) << round << ": " << back.error().detail;
        ASSERT_TRUE(back->report.findings.empty()) << round << ": " << back->report.findings.front().detail;
        if (!document.persons.empty()) expectSameTraveler(back->persons.at(0).traveler, document.persons[0].traveler, round);
        expectSameImages(back->images, document.images, round);
    }
}

TEST(Compose, WhatHasNoPlaceIsNamed) {
    ExchangeDocument document;
    ExchangePerson person;
    person.source = "line 2";
    person.traveler.familyName = "SPECIMEN";
    person.traveler.documents.push_back({"P", "UTO", "X1", "", ""});
    document.persons.push_back(person);
    ExchangeImage palm;
    palm.subject = ImageSubject::Palm;
    palm.source = "palm";
    palm.bytes = kJpeg;
    ExchangeImage raw;
    raw.subject = ImageSubject::Finger;
    raw.source = "raw";
    raw.bytes = {1, 2, 3};
    document.images = {palm, raw};
    MinutiaeRecord upward;
    upward.source = "upward";
    upward.yUpward = true;
    document.minutiae = {upward};
    std::vector<std::string> left;
    ASSERT_TRUE(transactionOf(document, 0, kHeading, left));
    ASSERT_EQ(left.size(), 4u);
    EXPECT_EQ(left[0], "line 2: document X1");
    EXPECT_TRUE(left[1].starts_with("palm: ")) << left[1];
    EXPECT_TRUE(left[2].starts_with("raw: ")) << left[2];
    EXPECT_TRUE(left[3].starts_with("upward: ")) << left[3];
    left.clear();
    ASSERT_TRUE(osiaOf(document, left));
    EXPECT_EQ(left.size(), 2u);
}

TEST(Compose, AHeadingThatSaysNothingOrTooMuchIsRefused) {
    ExchangeDocument document;
    document.persons.emplace_back().traveler.familyName = "SPECIMEN";
    std::vector<std::string> left;
    for (std::string NistHeading::*part : {&NistHeading::transaction, &NistHeading::destination, &NistHeading::originator, &NistHeading::controlNumber})
        for (const std::string& value : {std::string(), std::string("A\x1d" "2.018:X"), std::string(65, 'A')}) {
            NistHeading heading = kHeading;
            heading.*part = value;
            const auto refused = transactionOf(document, 0, heading, left);
            ASSERT_FALSE(refused);
            EXPECT_EQ(refused.error().code, base::kInvalidArgument);
        }
    EXPECT_EQ(transactionOf(document, 1, kHeading, left).error().code, base::kInvalidArgument);
    // A separator in a name would begin a field of its own.
    document.persons[0].traveler.familyName = "SPECIMEN\x1d" "2.024:F";
    document.persons[0].traveler.nationality = "ESP";
    const auto file = transactionOf(document, 0, kHeading, left);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->records.at(1).field(18), nullptr);
    EXPECT_EQ(file->records[1].field(24), nullptr);
    EXPECT_EQ(left.size(), 1u);
}

TEST(Compose, MoreThanNinetyNineRecordsAreRefused) {
    ExchangeDocument document;
    ExchangeImage face;
    face.subject = ImageSubject::Face;
    face.bytes = kJpeg;
    document.images.assign(98, face);
    std::vector<std::string> left;
    EXPECT_TRUE(transactionOf(document, 0, kHeading, left));
    document.images.push_back(face);
    EXPECT_EQ(transactionOf(document, 0, kHeading, left).error().code, kCannotExpress);
}

TEST(Profile, TheNeutralOneShipsAsAFileToBeginFrom) {
    const auto text = readFile(std::filesystem::path(COTEJO_SOURCE_DIR) / "resources/profiles/ctj.json");
    ASSERT_TRUE(text);
    const auto profile = parseNistProfile(textOf(*text));
    ASSERT_TRUE(profile) << profile.error().detail;
    EXPECT_EQ(*profile, neutralNistProfile());
}

TEST(Profile, AsksForTransactionsAndFieldsBeyondTheStandard) {
    const auto profile = parseNistProfile(R"({"id": "UTO", "transactions": ["CAR"], "mandatory": [18, 24],
        "fields": {"2.018": {"label": "NAM", "meaning": "name"}}})");
    ASSERT_TRUE(profile) << profile.error().detail;
    NistFile file = makeNistItl("TPIS", "20261129", "A", "B", "1");
    addNistRecord(file, 2, 0).set(18, "SPECIMEN");
    const ReadOptions options{kToday.captured, &*profile, nullptr};
    const auto document = readExchangeFile(*writeNistItl(file), "x.an2", options);
    ASSERT_TRUE(document);
    EXPECT_TRUE(hasRule(document->report, "nist.profile_transaction"));
    ASSERT_TRUE(hasRule(document->report, "nist.profile_mandatory"));
    EXPECT_EQ(document->report.findings.back().field, "2.024");
    EXPECT_EQ(document->report.findings.size(), 2u);
}

}  // namespace
}  // namespace cotejo::exchange
