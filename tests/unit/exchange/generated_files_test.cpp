#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <random>

#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/mrz/mrz.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/wsq/wsq.h"
#include "tests/unit/exchange/shared_files.h"

/// Random files of each writer read back equal.
namespace cotejo::exchange {
namespace {

class Random {
  public:
    explicit Random(std::uint32_t seed) : m_engine(seed) {}
    int below(int end) { return static_cast<int>(m_engine() % static_cast<std::uint32_t>(end)); }
    int between(int first, int last) { return first + below(last - first + 1); }
    Bytes bytes(std::size_t count) {
        Bytes result(count);
        for (auto& each : result) each = static_cast<std::uint8_t>(m_engine());
        return result;
    }
    std::string letters(std::string_view alphabet, int count) {
        std::string result;
        for (int i = 0; i < count; ++i) result += alphabet[static_cast<std::size_t>(below(static_cast<int>(alphabet.size())))];
        return result;
    }

  private:
    std::mt19937 m_engine;
};

// Text fields may hold anything but the separators of records and fields.
Bytes fieldValue(Random& random) {
    Bytes value = random.bytes(static_cast<std::size_t>(random.below(80)));
    for (auto& byte : value)
        if (byte == 0x1c || byte == 0x1d) byte = 0x1f;
    return value;
}

void fillBinary(NistRecord& record, Random& random) {
    record.binary->impression = random.below(256);
    record.binary->positions.clear();
    for (int i = 0, count = random.below(7); i < count; ++i) record.binary->positions.push_back(random.below(255));
    record.binary->scanResolution = random.below(2);
    record.binary->width = random.below(65'536);
    record.binary->height = random.below(65'536);
    record.binary->compression = random.below(256);
    record.image = random.bytes(static_cast<std::size_t>(random.below(300)));
}

// Data fields hold any byte, separators too, and come last.
void fillTagged(NistRecord& record, Random& random) {
    for (int i = random.below(8); i > 0; --i) record.set(random.between(3, 998), fieldValue(random));
    if (record.type >= 10 && random.below(4) != 0)
        record.set(999, random.bytes(static_cast<std::size_t>(random.between(1, 400))));
}

TEST(GeneratedFiles, AnsiNistFilesReadBackEqual) {
    Random random(71);
    for (int round = 0; round < rounds(); ++round) {
        NistFile file = makeNistItl("CAR", "20261127", "DEST", "ORIG", std::to_string(round));
        for (int i = 0, count = random.below(7); i < count; ++i) {
            constexpr int kTypes[] = {2, 4, 9, 10, 14};
            NistRecord& record = addNistRecord(file, kTypes[random.below(5)], i);
            record.binary ? fillBinary(record, random) : fillTagged(record, random);
        }
        const auto bytes = writeNistItl(file);
        ASSERT_TRUE(bytes) << round << ": " << bytes.error().detail;
        const auto back = readNistItl(*bytes);
        ASSERT_TRUE(back) << round << ": " << back.error().detail;
        ASSERT_TRUE(back->report.findings.empty()) << round << ": " << back->report.findings.front().detail;
        ASSERT_EQ(back->records.size(), file.records.size()) << round;
        for (std::size_t i = 1; i < file.records.size(); ++i) {
            const NistRecord &wanted = file.records[i], &found = back->records[i];
            ASSERT_EQ(found.type, wanted.type) << round;
            ASSERT_EQ(found.idc(), wanted.idc()) << round;
            for (const NistField& field : wanted.fields) {
                const NistField* same = found.field(field.number);
                ASSERT_TRUE(same != nullptr && same->value == field.value) << round << ": " << field.tag;
            }
            ASSERT_EQ(found.image, wanted.image) << round;
            if (!wanted.binary) continue;
            ASSERT_EQ(found.binary->positions, wanted.binary->positions) << round;
            ASSERT_EQ(found.binary->width, wanted.binary->width) << round;
            ASSERT_EQ(found.binary->height, wanted.binary->height) << round;
            ASSERT_EQ(found.binary->impression, wanted.binary->impression) << round;
            ASSERT_EQ(found.binary->compression, wanted.binary->compression) << round;
        }
        ASSERT_EQ(*writeNistItl(*back), *bytes) << round;
        ASSERT_EQ(*rewriteNistItl(*back), *bytes) << round;
    }
}

TEST(GeneratedFiles, MinutiaeTemplatesReadBackEqual) {
    Random random(72);
    for (int round = 0; round < rounds(); ++round) {
        std::vector<MinutiaeRecord> views(static_cast<std::size_t>(random.between(1, 4)));
        const int width = random.between(1, 16'383), height = random.between(1, 16'383), ppcm = random.between(1, 65'535);
        for (auto& view : views) {
            view.width = width;
            view.height = height;
            view.xPpcm = view.yPpcm = ppcm;
            view.positionCode = random.below(11);
            view.position = static_cast<record::FingerPosition>(view.positionCode);
            view.view = random.below(16);
            view.impression = random.below(16);
            if (random.below(3) != 0) view.quality = random.between(1, 100);
            for (int i = random.between(1, 255); i > 0; --i)
                view.minutiae.push_back({static_cast<double>(random.below(width)), static_cast<double>(random.below(height)),
                                         random.below(256) * 360.0 / 256, static_cast<MinutiaType>(random.below(3)),
                                         random.below(2) != 0 ? std::optional(random.between(1, 100)) : std::nullopt});
        }
        const auto bytes = writeMinutiae2005(views);
        ASSERT_TRUE(bytes) << round << ": " << bytes.error().detail;
        const auto back = readMinutiae(*bytes);
        ASSERT_TRUE(back) << round << ": " << back.error().detail;
        ASSERT_TRUE(back->report.findings.empty()) << round << ": " << back->report.findings.front().detail;
        ASSERT_EQ(back->views.size(), views.size()) << round;
        for (std::size_t i = 0; i < views.size(); ++i) {
            const MinutiaeRecord &wanted = views[i], &found = back->views[i];
            ASSERT_EQ(found.minutiae, wanted.minutiae) << round;
            ASSERT_EQ(found.position, wanted.position) << round;
            ASSERT_EQ(found.view, wanted.view) << round;
            ASSERT_EQ(found.impression, wanted.impression) << round;
            ASSERT_EQ(found.quality, wanted.quality) << round;
            ASSERT_EQ(found.width, width) << round;
            ASSERT_EQ(found.xPpcm, ppcm) << round;
        }
        ASSERT_EQ(*writeMinutiae2005(back->views), *bytes) << round;
    }
}

// Waves of random length, direction and contrast, with some noise: between a smooth print and a bad one.
Bytes ridges(Random& random, int width, int height) {
    const double length = random.between(5, 14), turn = random.below(360) * 0.01745, contrast = random.between(0, 100);
    const int noise = random.between(1, 12), level = random.between(100, 156);
    Bytes pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double along = (x * std::cos(turn) + y * std::sin(turn)) / length * 6.2832;
            pixels.push_back(static_cast<std::uint8_t>(
                std::clamp(level + contrast * std::sin(along) + random.below(noise), 0.0, 255.0)));
        }
    return pixels;
}

TEST(GeneratedFiles, WsqImagesReadBackWithinTheirTolerance) {
    Random random(73);
    double worst[2] = {0, 0};
    for (int round = 0; round < rounds(); ++round) {
        const int width = random.between(64, 200), height = random.between(64, 200);
        const Bytes pixels = ridges(random, width, height);
        const record::Ppi ppi{static_cast<double>(random.between(100, 2000)), record::PpiSource::Declared};
        const bool fine = random.below(2) == 0;
        const double rate = fine ? 4 : 0.75;
        const auto bytes = encodeWsq(pixels, width, height, rate, ppi);
        ASSERT_TRUE(bytes) << round << ": " << bytes.error().detail;
        const auto back = decodeWsq(*bytes);
        ASSERT_TRUE(back) << round << ": " << back.error().detail;
        ASSERT_EQ(back->width, width) << round;
        ASSERT_EQ(back->height, height) << round;
        ASSERT_EQ(back->ppi, (record::Ppi{ppi.value, record::PpiSource::Header})) << round;
        double square = 0;
        for (std::size_t i = 0; i < pixels.size(); ++i) square += std::pow(back->pixels[i] - pixels[i], 2);
        const double error = std::sqrt(square / static_cast<double>(pixels.size()));
        worst[fine] = std::max(worst[fine], error);
        // 2.5 at 4 bits a pixel but for the smallest images, where the standard's estimate of a band's variance, taken from its
        // middle, rests on a few coefficients: 1 of 10,000 here has 5.6.
        EXPECT_LT(error, fine ? 8 : 16) << round << ": " << width << " x " << height << " at " << rate;
    }
    std::cout << "largest root mean square error: " << worst[0] << " gray levels at 0.75 bits a pixel, " << worst[1] << " at 4\n";
}

// A field of the zone with its check digit.
std::string checked(const std::string& field) {
    return field + mrzCheckDigit(field);
}

std::string padded(std::string text, std::size_t size) {
    text.resize(size, '<');
    return text;
}

TEST(GeneratedFiles, MachineReadableZonesReadAsTheyWereMade) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view kBoth = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const UtcTime captured = *fromIso("2026-11-27T10:00:00Z");
    Random random(74);
    for (int round = 0; round < rounds(); ++round) {
        const std::string family = random.letters(kLetters, random.between(2, 10));
        const std::string given = random.letters(kLetters, random.between(1, 9));
        const std::string number = random.letters(kBoth, random.between(5, 9)), own = random.letters(kBoth, random.between(1, 11));
        const auto date = [&](int year) {
            const int month = random.between(1, 12), day = random.between(1, 28);
            return std::to_string(year * 10'000 + month * 100 + day);
        };
        const int until10 = random.between(2010, 2036);
        const std::string birth = date(random.between(1940, until10 - 11)), expiry = date(until10);  // a paper is younger than its holder
        const std::string born = checked(birth.substr(2)), until = checked(expiry.substr(2));
        const std::string sex(1, "MF<"[random.below(3)]), name = family + "<<" + given;
        const std::string document = checked(padded(number, 9));
        std::string zone;
        const int format = random.below(3);
        if (format == 0) {
            const std::string personal = checked(padded(own, 14));
            zone = padded("P<UTO" + name, 44) + "\n" + document + "UTO" + born + sex + until + personal +
                   mrzCheckDigit(document + born + until + personal);
        } else if (format == 1) {
            const std::string rest = padded(own, 7).substr(0, 7);
            zone = padded("I<UTO" + name, 36) + "\n" + document + "UTO" + born + sex + until + rest +
                   mrzCheckDigit(document + born + until + rest);
        } else {
            const std::string rest = padded("", 15), last = padded("", 11);
            zone = "I<UTO" + document + rest + "\n" + born + sex + until + "UTO" + last +
                   mrzCheckDigit(document + rest + born + until + last) + "\n" + padded(name, 30);
        }
        const auto reading = parseMrz(zone, captured);
        ASSERT_TRUE(reading) << zone << "\n" << reading.error().detail;
        const auto dashed = [](const std::string& d) { return d.substr(0, 4) + "-" + d.substr(4, 2) + "-" + d.substr(6); };
        ASSERT_TRUE(reading->checksHold()) << zone;
        ASSERT_TRUE(reading->proposals.empty()) << zone;
        ASSERT_EQ(reading->familyName, family) << zone;
        ASSERT_EQ(reading->givenNames, given) << zone;
        ASSERT_EQ(reading->documentNumber, number) << zone;
        ASSERT_EQ(reading->birthDate, dashed(birth)) << zone;
        ASSERT_EQ(reading->expiry, dashed(expiry)) << zone;
        ASSERT_EQ(reading->sex, sex == "M" ? record::Sex::Male : sex == "F" ? record::Sex::Female : record::Sex::Unspecified) << zone;
    }
}

}  // namespace
}  // namespace cotejo::exchange
