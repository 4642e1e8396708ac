#include <random>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/finger_record.h"
#include "core/exchange/images/raw_png.h"
#include "core/exchange/osia/osia.h"
#include "core/exchange/write_exchange.h"
#include "tests/unit/exchange/field_files.h"

/// Rows 4 and 20: what a reader knows of a sample stays with it, and a stored case goes out again.
namespace cotejo::exchange::export_test {
namespace {

const NistHeading kExportHeading{"CTJ", "UTO-HQ", "UTO-POST", "42", "20261130"};

record::Traveler traveler() {
    record::Traveler who;
    who.familyName = "SPECIMEN";
    who.givenNames = "ANA MARÍA";
    who.birthDate = "1974-08-12";
    who.sex = record::Sex::Female;
    who.nationality = "UTO";
    who.documents.push_back({"P", "UTO", "L898902C3", "2031-04-15", ""});
    return who;
}

CaseSample finger(record::FingerPosition position) {
    CaseSample sample;
    sample.capture.modality = record::Modality::Finger;
    sample.capture.position = position;
    sample.capture.mime = "image/jpeg";
    sample.capture.width = 8;
    sample.capture.height = 16;
    sample.capture.ppi = {500, record::PpiSource::Header};
    sample.bytes = kJpeg;
    sample.capturedOn = "2001-08-08";
    sample.capture.impression = {"live_rolled", "14.003"};
    sample.capture.qualities = {{61, "NFIQ 2", "2.2", "nfiq2"}};
    return sample;
}

std::vector<CaseSample> samples() {
    CaseSample face;
    face.capture.mime = "image/jpeg";
    face.bytes = kJpeg;
    CaseSample missing = finger(record::FingerPosition::LeftRing);
    missing.capture.missing = record::MissingReason::Amputated;
    missing.bytes.clear();
    CaseSample withMinutiae = finger(record::FingerPosition::LeftIndex);
    MinutiaeRecord view;
    view.width = view.height = 300;
    view.xPpcm = view.yPpcm = 197;
    view.position = record::FingerPosition::LeftIndex;
    view.positionCode = 7;
    view.minutiae.push_back({10, 20, 0, MinutiaType::Ending, 50});
    withMinutiae.minutiae = view;
    return {face, finger(record::FingerPosition::RightIndex), missing, withMinutiae};
}

bool leaves(const CaseExport& result, const char* what) {
    return std::any_of(result.left.begin(), result.left.end(), [&](const std::string& line) { return line.find(what) != line.npos; });
}

TEST(Export, ACaseGoesOutInEveryFormatAndIsReadBack) {
    const auto who = traveler();
    const auto all = samples();
    const auto nist = exportCase(who, all, CaseFormat::NistItl, kExportHeading);
    ASSERT_TRUE(nist) << nist.error().detail;
    const auto transaction = readBytes(nist->files.at(0).bytes);
    ASSERT_TRUE(transaction);
    EXPECT_EQ(transaction->persons.at(0).traveler.familyName, "SPECIMEN");
    ASSERT_EQ(transaction->images.size(), 4u);
    EXPECT_EQ(transaction->images[1].captured, "2001-08-08");
    EXPECT_EQ(transaction->images[1].impression.value, "live_rolled");
    EXPECT_EQ(transaction->minutiae.size(), 1u);
    EXPECT_TRUE(leaves(*nist, "L898902C3")) << "a document has no place there and is named";
    EXPECT_TRUE(leaves(*nist, "quality"));

    const auto osia = exportCase(who, all, CaseFormat::Osia);
    ASSERT_TRUE(osia) << osia.error().detail;
    const auto person = readBytes(osia->files.at(0).bytes);
    ASSERT_TRUE(person);
    ASSERT_EQ(person->images.size(), 4u);
    EXPECT_EQ(person->images[1].captured, "2001-08-08");
    EXPECT_EQ(person->images[1].impression.value, "live_rolled");
    EXPECT_EQ(person->images[1].qualities.at(0).value, 61);
    EXPECT_EQ(person->images[2].missing, record::MissingReason::Amputated);
    EXPECT_TRUE(leaves(*osia, "minutiae"));

    const auto templates = exportCase(who, all, CaseFormat::Minutiae);
    ASSERT_EQ(templates->files.size(), 1u);
    EXPECT_EQ(templates->files[0].name, "04_left_index.iso");
    EXPECT_EQ(readBytes(templates->files[0].bytes)->minutiae.at(0).minutiae.size(), 1u);
    EXPECT_TRUE(leaves(*templates, "01_face"));

    const auto records = exportCase(who, all, CaseFormat::FingerImages);
    ASSERT_EQ(records->files.size(), 2u);
    EXPECT_EQ(readBytes(records->files[0].bytes)->images.at(0).position, record::FingerPosition::RightIndex);
    EXPECT_TRUE(leaves(*records, "03_left_ring"));

    const auto images = exportCase(who, all, CaseFormat::Images);
    ASSERT_EQ(images->files.size(), 3u);
    EXPECT_EQ(images->files[0].name, "01_face.jpg");
    EXPECT_EQ(images->files[0].bytes, kJpeg);
    EXPECT_EQ(exportCase(who, {}, CaseFormat::Images).error().code, kCannotExpress);
}

TEST(Export, ATravelersWordsCannotBreakATransaction) {
    auto who = traveler();
    who.familyName = std::string("A\x1d" "2.999:B");
    const auto nist = exportCase(who, samples(), CaseFormat::NistItl, kExportHeading);
    ASSERT_TRUE(nist);
    EXPECT_TRUE(leaves(*nist, "separators"));
}

TEST(GeneratedFiles, FingerRecordsReadBackEqual) {
    std::mt19937 random(75);
    const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    for (int round = 0; round < rounds(); ++round) {
        const int width = 1 + below(300), height = 1 + below(300);
        Bytes pixels(static_cast<std::size_t>(width * height));
        for (auto& each : pixels) each = static_cast<std::uint8_t>(random());
        FingerRecord finger;
        finger.position = below(16);
        finger.ppi = {static_cast<double>(50 + below(2000)), record::PpiSource::Declared};
        finger.impression = below(2) != 0 ? below(4) : 29;
        if (below(2) != 0) finger.quality = 1 + below(100);
        finger.bytes = below(2) != 0 ? kJpeg : *rawPng(pixels, width, height, 1);
        const auto written = writeFingerRecord2005(finger);
        ASSERT_TRUE(written) << round << written.error().detail;
        const auto back = readBytes(*written);
        ASSERT_TRUE(back) << round;
        ASSERT_TRUE(back->report.findings.empty()) << round << back->report.findings.front().detail;
        ASSERT_EQ(back->images.size(), 1u);
        const ExchangeImage& image = back->images[0];
        ASSERT_EQ(image.bytes, finger.bytes) << round;
        ASSERT_EQ(image.positionCode, finger.position) << round;
        ASSERT_EQ(image.ppi.value, finger.ppi.value) << round;
        ASSERT_EQ(image.qualities.empty() ? std::nullopt : std::optional(image.qualities[0].value), finger.quality) << round;
        ASSERT_EQ(image.impression.value.empty(), finger.impression == 29) << round;
    }
    FingerRecord none;
    none.bytes = kJpeg;
    EXPECT_FALSE(writeFingerRecord2005(none)) << "no resolution, no record";
}

TEST(GeneratedFiles, FactsOfSamplesReadBackEqual) {
    std::mt19937 random(76);
    const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    const auto word = [&](std::size_t most) {
        std::string text;
        for (std::size_t i = 0, length = 1 + random() % most; i < length; ++i) text += "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -"[random() % 38];
        return text;
    };
    const auto stated = [&](const char* from) { return below(3) == 0 ? StatedValue() : StatedValue{word(50), from}; };
    const char* const kImpressions[] = {"live_plain", "live_rolled", "nonlive_plain", "nonlive_rolled", ""};
    for (int round = 0; round < rounds(); ++round) {
        CaseSample sample = finger(static_cast<record::FingerPosition>(1 + below(10)));
        auto& capture = sample.capture;
        sample.capturedOn.clear();
        capture.qualities.clear();
        const std::string day = std::to_string(1980 + below(40)) + "-" + std::to_string(100 + 1 + below(12)).substr(1) + "-" + std::to_string(100 + 1 + below(28)).substr(1);
        capture.capturedOn = below(3) == 0 ? StatedValue() : StatedValue{day, "14.005"};
        const char* impression = kImpressions[below(5)];
        capture.impression = {impression, *impression == '\0' ? "" : "14.003"};
        capture.device = {stated("14.904"), stated("14.904"), stated("14.904")};
        for (int i = below(4); i > 0; --i) capture.qualities.push_back({below(101), "vendor " + std::to_string(1000 + i) + " algorithm " + std::to_string(i), "", "14.024"});
        if (below(2) != 0) capture.qualities.insert(capture.qualities.begin(), {1 + below(5), "NFIQ", "", "14.022"});
        const auto nist = exportCase(traveler(), {&sample, 1}, CaseFormat::NistItl, kExportHeading);
        ASSERT_TRUE(nist) << round;
        const auto back = readBytes(nist->files.at(0).bytes);
        ASSERT_TRUE(back) << round;
        ASSERT_EQ(back->images.size(), 1u) << round;
        const ExchangeImage& image = back->images[0];
        ASSERT_EQ(image.captured, capture.capturedOn.value) << round;
        ASSERT_EQ(image.impression.value, capture.impression.value) << round;
        ASSERT_EQ(image.device, capture.device) << round;
        ASSERT_EQ(image.qualities, capture.qualities) << round;
        ASSERT_EQ(image.position, capture.position) << round;
        ASSERT_FALSE(leaves(*nist, "quality") || leaves(*nist, "device")) << round;
        const auto osia = exportCase(traveler(), {&sample, 1}, CaseFormat::Osia);
        ASSERT_TRUE(osia) << round;
        const auto person = readBytes(osia->files.at(0).bytes);
        ASSERT_TRUE(person && person->images.size() == 1) << round;
        ASSERT_EQ(person->images[0].captured, capture.capturedOn.value) << round;
        ASSERT_EQ(person->images[0].impression.value, capture.impression.value) << round;
        ASSERT_EQ(person->images[0].device.known(), capture.device.known()) << round;
    }
}

TEST(Origins, DatesComeWithTheirSource) {
    const auto bytes = fieldFile("nist_print_captured_2001.an2");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readBytes(*bytes);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->images.at(0).captured, "2001-08-08");
    EXPECT_EQ(document->images[0].capturedFrom, "14.005");
    EXPECT_EQ(document->images[0].impression, (StatedValue{"live_plain", "14.003"}));
    EXPECT_EQ(document->images[0].hand, (StatedValue{"right", "14.013"}));
    expectEveryCutIsSaid(*bytes, "print.an2", 3);
}

// A JPEG with DateTimeOriginal, make and model.
Bytes photograph(const std::string& taken) {
    ByteWriter tiff;
    tiff.raw(viewOf(std::string_view("MM\0*\0\0\0\x08", 8)));
    const auto entry = [&](int tag, int type, std::uint32_t count, std::uint32_t value) {
        tiff.u16(static_cast<std::uint16_t>(tag));
        tiff.u16(static_cast<std::uint16_t>(type));
        tiff.u32(count);
        tiff.u32(value);
    };
    tiff.u16(3);
    entry(0x010f, 2, 5, 68);
    entry(0x0110, 2, 3, 0x58310000);  // "X1" inline
    entry(0x8769, 4, 1, 50);
    tiff.u32(0);
    tiff.u16(1);
    entry(0x9003, 2, static_cast<std::uint32_t>(taken.size() + 1), 74);
    tiff.u32(0);
    tiff.raw(viewOf(std::string_view("ACME\0\0", 6)));
    tiff.raw(viewOf(taken));
    tiff.u8(0);
    Bytes file{0xff, 0xd8, 0xff, 0xe1};
    const std::size_t length = 2 + 6 + tiff.bytes().size();
    file.insert(file.end(), {static_cast<std::uint8_t>(length >> 8), static_cast<std::uint8_t>(length), 'E', 'x', 'i', 'f', 0, 0});
    file.insert(file.end(), tiff.bytes().begin(), tiff.bytes().end());
    file.insert(file.end(), kJpeg.begin() + 2, kJpeg.end());
    return file;
}

TEST(Origins, ExifTellsWhenAndWithWhat) {
    const auto document = readBytes(photograph("2026:11:01 10:20:30"));
    ASSERT_TRUE(document);
    EXPECT_EQ(document->images.at(0).captured, "2026-11-01");
    EXPECT_EQ(document->images[0].capturedFrom, "EXIF");
    EXPECT_EQ(document->images[0].device, (record::CaptureDevice{{"ACME", "EXIF"}, {"X1", "EXIF"}, {}}));
    for (const char* unknown : {"0000:00:00 00:00:00", "    :  :     :  :  ", "2026-11-01", ""}) {
        const auto none = readBytes(photograph(unknown));
        EXPECT_TRUE(none->images.at(0).captured.empty()) << unknown;
        EXPECT_TRUE(none->images[0].capturedFrom.empty());
    }
}

TEST(Origins, OsiaMembersComeWithTheirSource) {
    const std::string text = Json({{"encounterId", "1"}, {"status", "ACTIVE"}, {"encounterType", "X"},
                                   {"biometricData", {{{"biometricType", "FINGER"}, {"biometricSubType", "LEFT_THUMB"}, {"image", toBase64(kJpeg)}, {"captureDate", "2019-02-03"},
                                                       {"captureDevice", "D-7"}, {"impressionType", "LIVE_SCAN_ROLLED"}, {"quality", 55}, {"algorithm", "NFIQ2"}}}}}).dump();
    const auto document = readBytes(viewOf(text));
    ASSERT_TRUE(document);
    const auto& image = document->images.at(0);
    EXPECT_EQ(image.captured + image.capturedFrom, "2019-02-03captureDate");
    EXPECT_EQ(image.impression, (StatedValue{"live_rolled", "impressionType"}));
    EXPECT_EQ(image.hand, (StatedValue{"left", "biometricSubType"}));
    EXPECT_EQ(image.device, (record::CaptureDevice{{}, {"D-7", "captureDevice"}, {}}));
    EXPECT_EQ(image.qualities.at(0).value, 55);
}

}  // namespace
}  // namespace cotejo::exchange::export_test
