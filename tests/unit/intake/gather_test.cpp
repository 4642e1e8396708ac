#include "core/intake/gather.h"

#include <gtest/gtest.h>

#include <fstream>
#include <opencv2/core.hpp>
#include <set>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/imaging/encode.h"
#include "core/intake/errors.h"
#include "tests/support/paths.h"
#include "tests/support/temp_folder.h"

namespace cotejo::intake {
namespace {
namespace fs = std::filesystem;

const UtcTime kNow = *fromIso("2026-11-23T10:00:00Z");

class Gather : public ::testing::Test {
  protected:
    fs::path image(const std::string& name, int channels, int seed = 1, record::Ppi ppi = {}) {
        cv::Mat pixels(40, 30, channels == 1 ? CV_8UC1 : CV_8UC3);
        cv::RNG(static_cast<unsigned>(seed)).fill(pixels, cv::RNG::UNIFORM, 0, 255);
        return file(name, *imaging::encodePng(pixels, ppi));
    }
    fs::path file(const std::string& name, ByteView bytes) {
        const auto path = folder / name;
        fs::create_directories(path.parent_path());
        EXPECT_TRUE(writeFileAtomically(path, bytes));
        return path;
    }
    static std::set<std::string> rules(const Gathered& gathered) {
        std::set<std::string> rules;
        for (const auto& finding : gathered.report.findings) rules.insert(finding.rule);
        return rules;
    }
    test::TempFolder folder;
};

TEST_F(Gather, AFolderOfImagesIsOneTravelerAndAssumptionsAreSaid) {
    const ImportUnit unit{ImportUnit::Kind::ImageGroup, "Specimen", {},
                          {{image("a/1.png", 3, 1), {}}, {image("a/2.png", 1, 2), {}}, {file("a/3.png", viewOf("not a picture")), {}}}};
    const auto gathered = gather(unit, {}, kNow);
    ASSERT_TRUE(gathered) << gathered.error().detail;
    ASSERT_EQ(gathered->travelers.size(), 1u);
    const auto& samples = gathered->travelers[0].samples;
    ASSERT_EQ(samples.size(), 2u);
    EXPECT_EQ(samples[0].capture.modality, record::Modality::Face);
    EXPECT_EQ(samples[1].capture.modality, record::Modality::Finger);
    EXPECT_FALSE(samples[1].capture.ppi.known());
    EXPECT_EQ(samples[1].capture.width, 30);
    EXPECT_EQ(rules(*gathered), (std::set<std::string>{"intake.modality_assumed", "intake.ppi_unknown", "intake.not_an_image"}));
}

TEST_F(Gather, DeclaredValuesAndHeadersCountAndScreenResolutionsDoNot) {
    const ImportUnit header{ImportUnit::Kind::ImageGroup, "f", {}, {{image("f/1.png", 1, 1, {500, record::PpiSource::Header}), {}}}};
    EXPECT_NEAR(gather(header, {}, kNow)->travelers[0].samples[0].capture.ppi.value, 500, 1);
    const ImportUnit screen{ImportUnit::Kind::ImageGroup, "s", {}, {{image("s/1.png", 1, 1, {96, record::PpiSource::Header}), {}}}};
    EXPECT_FALSE(gather(screen, {}, kNow)->travelers[0].samples[0].capture.ppi.known());
    const auto declared = gather(screen, {record::Modality::Finger, 512.0}, kNow);
    EXPECT_EQ(declared->travelers[0].samples[0].capture.ppi, (record::Ppi{512, record::PpiSource::Declared}));
    EXPECT_TRUE(declared->report.findings.empty());
}

TEST_F(Gather, ATableBringsItsTravelersAndStaysInItsFolder) {
    image("t/ana.png", 3);
    image("secret.png", 3);
    const auto table = file("t/travelers.csv", viewOf("familyName,givenNames,documentNumber,face\n"
                                                      "SPECIMEN,Ana,X1,ana.png\nSPECIMEN,Luis,X2,../secret.png\nSPECIMEN,Eva,X3,none.png\n"));
    const auto gathered = gather({ImportUnit::Kind::TravelerTable, "travelers.csv", table, {}}, {}, kNow);
    ASSERT_TRUE(gathered) << gathered.error().detail;
    ASSERT_EQ(gathered->travelers.size(), 3u);
    EXPECT_EQ(gathered->travelers[0].samples.size(), 1u);
    EXPECT_EQ(gathered->travelers[1].samples.size(), 0u);
    EXPECT_NE(gathered->travelers[0].fingerprint, gathered->travelers[1].fingerprint);
    EXPECT_TRUE(rules(*gathered).contains("intake.outside"));
    EXPECT_TRUE(rules(*gathered).contains("intake.unreadable"));
}

TEST_F(Gather, TheSameInputHasTheSameFingerprint) {
    const ImportUnit unit{ImportUnit::Kind::ImageGroup, "a", {}, {{image("a/1.png", 3), {}}}};
    const ImportUnit copy{ImportUnit::Kind::ImageGroup, "b", {}, {{image("b/other.png", 3), {}}}};
    const ImportUnit other{ImportUnit::Kind::ImageGroup, "c", {}, {{image("c/1.png", 3, 9), {}}}};
    EXPECT_EQ(gather(unit, {}, kNow)->travelers[0].fingerprint, gather(copy, {}, kNow)->travelers[0].fingerprint);
    EXPECT_NE(gather(unit, {}, kNow)->travelers[0].fingerprint, gather(other, {}, kNow)->travelers[0].fingerprint);
}

TEST_F(Gather, AUnitOfNothingUsableIsRefusedWithTheReason) {
    const ImportUnit unit{ImportUnit::Kind::ImageGroup, "a", {}, {{file("a/1.png", viewOf("\x89PNG\r\n\x1a\ncut")), {}}}};
    const auto gathered = gather(unit, {}, kNow);
    ASSERT_FALSE(gathered);
    EXPECT_EQ(gathered.error().code, kNothingUsable);
    EXPECT_NE(gathered.error().detail.find("1.png"), std::string::npos) << gathered.error().detail;
    EXPECT_FALSE(gather({ImportUnit::Kind::ExchangeFile, "x.an2", file("x.an2", viewOf("nothing of the kind")), {}}, {}, kNow));
}

TEST_F(Gather, EverythingOfAFolderIsOfOnePerson) {
    ImportUnit unit{ImportUnit::Kind::PersonFolder, "R-1", {}, {{image("r/left_thumb.png", 1), record::FingerPosition::LeftThumb}, {file("r/cut.png", viewOf("cut")), {}}},
                    {file("r/a.mrz", viewOf("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10")), file("r/b.an2", viewOf("nothing")),
                     file("r/c.iso", viewOf(std::string_view("IIR\0" "020\0", 8)))}};
    const auto gathered = gather(unit, {}, kNow);
    ASSERT_TRUE(gathered) << gathered.error().detail;
    ASSERT_EQ(gathered->travelers.size(), 1u);
    EXPECT_EQ(gathered->travelers[0].traveler.familyName, "ERIKSSON");
    EXPECT_EQ(gathered->travelers[0].samples.size(), 1u);
    EXPECT_EQ(gathered->refused.size(), 3u) << "each by its name, and the rest goes on";
    EXPECT_TRUE(rules(*gathered).contains("intake.not_compared")) << "the iris";
    unit.files.push_back(file("r/d.mrz", viewOf("P<UTOOTHER<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10")));
    EXPECT_TRUE(rules(*gather(unit, {}, kNow)).contains("intake.clash")) << "two people in one folder are not merged in silence";
}

TEST_F(Gather, SharedFolderOfOneTravelerIsOneCase) {
    const fs::path field = fs::path(COTEJO_SHARED_DATA) / "field" / "02_one_traveler_one_folder";
    if (!fs::exists(field)) GTEST_SKIP() << "skipped: data set not found";
    const auto plan = planImport({field});
    const auto gathered = gather(plan->units.at(0), {}, kNow);
    ASSERT_TRUE(gathered) << gathered.error().detail;
    ASSERT_EQ(gathered->travelers.size(), 1u);
    EXPECT_GE(gathered->travelers[0].samples.size(), 4u);
    EXPECT_FALSE(gathered->travelers[0].traveler.documents.empty());
    for (const auto& sample : gathered->travelers[0].samples) EXPECT_NE(sample.capture.origin, record::CaptureOrigin::Post);
}

/// A gray TIFF of pages of 16 x 16 pixels.
Bytes tiffOf(std::size_t pages) {
    Bytes out{'I', 'I', 42, 0};
    const auto number = [&](std::size_t value, int size) {
        for (int i = 0; i < size; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    };
    constexpr std::size_t kPixels = 256, kDirectory = 2 + 9 * 12 + 4;
    number(8, 4);
    for (std::size_t page = 0; page < pages; ++page) {
        const std::size_t at = out.size();
        number(9, 2);
        for (const auto& [tag, value] : {std::pair<std::size_t, std::size_t>{256, 16}, {257, 16}, {258, 8}, {259, 1}, {262, 1}, {273, at + kDirectory}, {277, 1}, {278, 16}, {279, kPixels}}) {
            number(tag, 2);
            number(4, 2);
            number(1, 4);
            number(value, 4);
        }
        number(page + 1 < pages ? at + kDirectory + kPixels : 0, 4);
        for (std::size_t i = 0; i < kPixels; ++i) number((i * (page + 3)) & 0xff, 1);
    }
    return out;
}

TEST_F(Gather, EachPictureOfAFileIsASample) {
    for (const std::size_t pages : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}}) {
        const ImportUnit unit{ImportUnit::Kind::ImageGroup, "t", {}, {{file("t/right_index.tif", tiffOf(pages)), record::FingerPosition::RightIndex}}};
        const auto gathered = gather(unit, {}, kNow);
        ASSERT_TRUE(gathered) << gathered.error().detail;
        const auto& samples = gathered->travelers.at(0).samples;
        ASSERT_EQ(samples.size(), pages);
        EXPECT_EQ(samples.back().capture.width, 16);
        EXPECT_EQ(samples.back().capture.position, pages == 1 ? record::FingerPosition::RightIndex : record::FingerPosition::Unknown);
        EXPECT_EQ(rules(*gathered).contains("image.pages"), pages > 1);
    }
}

TEST_F(Gather, TheDayOfCaptureIsTheRecords) {
    const fs::path print = fs::path(COTEJO_SHARED_DATA) / "field" / "nist_print_captured_2001.an2";
    if (!fs::exists(print)) GTEST_SKIP() << "skipped: data set not found";
    const auto gathered = gather({ImportUnit::Kind::ExchangeFile, "x", print, {}}, {}, kNow);
    ASSERT_TRUE(gathered);
    const auto& capture = gathered->travelers.at(0).samples.at(0).capture;
    EXPECT_EQ(toIso(capture.captured).substr(0, 4), "2001");
    EXPECT_EQ(capture.origin, record::CaptureOrigin::Record);
}

TEST_F(Gather, SharedTransactionsAreReadOrNameWhatTheyLack) {
    const fs::path data(COTEJO_SHARED_DATA);
    if (!fs::exists(data / "nist_itl")) GTEST_SKIP() << "skipped: data set not found";
    for (const char* kind : {"nist_itl", "iso19794_2"})
        for (const auto& entry : fs::directory_iterator(data / kind)) {
            const auto gathered = gather({ImportUnit::Kind::ExchangeFile, entry.path().filename(), entry.path(), {}}, {}, kNow);
            ASSERT_TRUE(gathered) << entry.path() << ": " << gathered.error().detail;
            for (const auto& traveler : gathered->travelers)
                for (const auto& sample : traveler.samples) {
                    EXPECT_TRUE(sample.capture.missing != record::MissingReason::None || !sample.bytes.empty()) << entry.path();
                    EXPECT_TRUE(sample.capture.width > 0 || !sample.capture.undecoded.empty()) << entry.path();
                }
        }
}

}  // namespace
}  // namespace cotejo::intake
