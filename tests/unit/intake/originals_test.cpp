#include <gtest/gtest.h>

#include <algorithm>
#include <opencv2/core.hpp>

#include "core/base/file.h"
#include "core/decide/case_door.h"
#include "core/decide/case_projection.h"
#include "core/decide/case_service.h"
#include "core/decide/export_service.h"
#include "core/decide/originals.h"
#include "core/exchange/errors.h"
#include "core/exchange/write_exchange.h"
#include "core/imaging/encode.h"
#include "core/intake/import.h"
#include "core/review/errors.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "tests/support/paths.h"
#include "tests/support/test_post.h"

/// Rows 4 and 20: what a file says of a sample stays with it, and the file goes out as it came in, to nobody who may not see what it holds.
namespace cotejo::intake {
namespace {
namespace fs = std::filesystem;

Bytes png(unsigned seed, int channels) {
    cv::Mat pixels(96, 80, channels == 3 ? CV_8UC3 : CV_8UC1);
    cv::RNG(seed).fill(pixels, cv::RNG::UNIFORM, 0, 255);
    return *imaging::encodePng(pixels, channels == 3 ? record::Ppi() : record::Ppi{500, record::PpiSource::Header});
}

/// A transaction of one person with a face and a print that states everything of itself.
Bytes transaction(const std::string& family, unsigned seed) {
    record::Traveler who;
    who.familyName = family;
    who.birthDate = "1974-08-12";
    std::vector<exchange::CaseSample> samples(2);
    samples[0].capture.mime = "image/png";
    samples[0].bytes = png(seed, 3);
    auto& print = samples[1].capture;
    print.modality = record::Modality::Finger;
    print.position = record::FingerPosition::RightIndex;
    print.mime = "image/png";
    print.width = 80;
    print.height = 96;
    print.ppi = {500, record::PpiSource::Header};
    print.capturedOn = {"2001-08-08", "14.005"};
    print.impression = {"nonlive_rolled", "14.003"};
    print.device = {{"ACME", "14.904"}, {"X1", "14.904"}, {"0042", "14.904"}};
    print.qualities = {{61, "vendor 0x000d algorithm 0x0001", "", "14.024"}, {2, "NFIQ", "", "14.022"}};
    samples[1].bytes = png(seed + 1, 1);
    const auto made = exchange::exportCase(who, samples, exchange::CaseFormat::NistItl, {"CTJ", "AGENCY", "POST", "1", "20260101"});
    if (!made) std::abort();
    return made->files.at(0).bytes;
}

class Originals : public ::testing::Test {
  protected:
    void SetUp() override {
        post.add("salvatierra", {{record::Role::Officer}});
        post.add("ana", {{record::Role::Officer}, {record::Role::ExaminerFace}, {record::Role::ExaminerFinger}});
        desk = *post.signIn("salvatierra");
    }
    void file(const std::string& name, ByteView bytes) {
        fs::create_directories((folder / name).parent_path());
        ASSERT_TRUE(writeFileAtomically(folder / name, bytes));
    }
    ImportReport import(ImportOptions options = {}) {
        auto report = Importer(*desk, projection, std::move(options)).run(*planImport({folder.path()}));
        EXPECT_TRUE(report) << report.error().detail;
        return std::move(*report);
    }
    record::CaseView view(const CaseId& id) {
        auto reader = desk->store().reader();
        return **store::CaseTable(*reader).find(id);
    }
    Result<exchange::CaseExport> sendOriginals(access::Desk& by, const CaseId& id) {
        return decide::exportCase(by, id, {exchange::CaseFormat::Original, "Agency", "UTO", ""});
    }
    std::int64_t count(const char* sql) {
        auto reader = desk->store().reader();
        return reader->db().integer(sql)->value_or(-1);
    }
    test::TestPost post;
    test::TempFolder folder;
    std::unique_ptr<access::Desk> desk;
    decide::CaseProjection projection;
};

TEST_F(Originals, FactsOfASampleStayWithWhoStatesThem) {
    const Bytes bytes = transaction("SPECIMEN", 1);
    file("card.an2", bytes);
    const auto report = import();
    ASSERT_EQ(report.imported, 1u);
    const auto stored = view(report.units[0].cases[0]);
    ASSERT_EQ(stored.captures.size(), 2u);
    const auto& print = stored.captures[1];
    EXPECT_EQ(print.capturedOn, (record::StatedValue{"2001-08-08", "14.005"}));
    EXPECT_EQ(print.origin, record::CaptureOrigin::Record);
    EXPECT_EQ(print.impression, (record::StatedValue{"nonlive_rolled", "14.003"}));
    EXPECT_EQ(print.hand, (record::StatedValue{"right", "14.013"}));
    EXPECT_EQ(print.positionWritten, (record::StatedValue{"2", "14.013"}));
    EXPECT_EQ(print.device, (record::CaptureDevice{{"ACME", "14.904"}, {"X1", "14.904"}, {"0042", "14.904"}}));
    ASSERT_EQ(print.qualities.size(), 2u);
    EXPECT_EQ(print.qualities[0].value + 100 * print.qualities[1].value, 2 + 100 * 61);
    EXPECT_EQ(print.original, sha256(bytes));
    EXPECT_EQ(print.originalMime, "application/x-ansi-nist-itl");
    EXPECT_NE(print.originalPlace.find("Type-14"), std::string::npos) << print.originalPlace;
    // The face says nothing of itself.
    EXPECT_FALSE(stored.captures[0].capturedOn.known());
    EXPECT_FALSE(stored.captures[0].impression.known());
    EXPECT_FALSE(stored.captures[0].device.known());
    EXPECT_EQ(stored.captures[0].captured, UtcTime{});

    // And out again: the same facts from the exported transaction.
    const auto out = decide::exportCase(*desk, stored.id, {exchange::CaseFormat::NistItl, "Agency", "UTO", "post"});
    ASSERT_TRUE(out) << out.error().detail;
    test::TempFolder second;
    ASSERT_TRUE(writeFileAtomically(second / "again.an2", out->files.at(0).bytes));
    const auto again = gather(planImport({second / "again.an2"})->units.at(0), {}, post.clock.now());
    ASSERT_TRUE(again);
    const auto& back = again->travelers.at(0).samples.at(1).capture;
    EXPECT_EQ(back.capturedOn, print.capturedOn);
    EXPECT_EQ(back.impression, print.impression);
    EXPECT_EQ(back.device, print.device);
    EXPECT_EQ(back.qualities.size(), 2u);
}

TEST_F(Originals, AFileGoesOutByteForByteAndIsKeptOnce) {
    const Bytes bytes = transaction("SPECIMEN", 3);
    file("card.an2", bytes);
    const auto report = import();
    const auto id = report.units.at(0).cases.at(0);
    EXPECT_EQ(count("SELECT count(*) FROM blob"), 3) << "two pictures and one file";
    const auto sent = sendOriginals(*desk, id);
    ASSERT_TRUE(sent) << sent.error().detail;
    ASSERT_EQ(sent->files.size(), 1u);
    EXPECT_EQ(sent->files[0].name, "original_01.an2");
    EXPECT_EQ(sent->files[0].bytes, bytes);
    const auto after = view(id);
    ASSERT_EQ(after.disclosures.size(), 1u);
    EXPECT_EQ(after.disclosures[0].format, "original");
    // Not one of the case's pictures: no door to pictures gives it.
    decide::CaseDoor door(*desk, "test");
    EXPECT_FALSE(door.blob(id, sha256(bytes)));
}

TEST_F(Originals, APictureThatIsItsOwnFileIsNotKeptTwice) {
    file("Specimen_Ana/face.png", png(7, 3));
    const auto id = import().units.at(0).cases.at(0);
    EXPECT_EQ(count("SELECT count(*) FROM blob"), 1);
    const auto sent = sendOriginals(*desk, id);
    ASSERT_TRUE(sent) << sent.error().detail;
    EXPECT_EQ(sent->files.at(0).bytes, png(7, 3));
    EXPECT_EQ(sent->files[0].name, "original_01.png");
}

TEST_F(Originals, AZoneWithoutASampleGoesOutToo) {
    const std::string zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\r\n";
    file("zone.txt", viewOf(zone));
    const auto id = import().units.at(0).cases.at(0);
    const auto sent = sendOriginals(*desk, id);
    ASSERT_TRUE(sent) << sent.error().detail;
    EXPECT_EQ(textOf(sent->files.at(0).bytes), zone);
}

TEST_F(Originals, AListOfTravelersIsNobodysFile) {
    file("list.csv", viewOf("family name,given names\nSPECIMEN,ANA\nMUSTER,LUIS\n"));
    const auto report = import();
    ASSERT_EQ(report.units.at(0).cases.size(), 2u);
    const auto none = sendOriginals(*desk, report.units[0].cases[0]);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, exchange::kCannotExpress);
    EXPECT_EQ(count("SELECT count(*) FROM blob"), 0);
}

TEST_F(Originals, WhoIsBlindGetsNoFile) {
    file("card.an2", transaction("SPECIMEN", 9));
    const auto id = import().units.at(0).cases.at(0);
    auto whole = view(id);
    const auto original = whole.captures[1].original;
    auto ana = *post.signIn("ana");
    const auto shown = [&](const record::CaseView& of) {
        return review::visibleCase(of, ana->officer(), post.clock.now(), [](const auto&) { return std::nullopt; });
    };
    EXPECT_TRUE(decide::mayShowOriginal(shown(whole), whole, original));
    // The face beside the print is the document's, and nobody analysed the live one.
    auto portrait = whole;
    portrait.captures[0].kind = record::CaptureKind::Document;
    auto live = portrait.captures[0];
    live.id = CaptureId::random();
    live.kind = record::CaptureKind::Live;
    live.original = {};
    live.blob = sha256("live");
    portrait.captures.push_back(live);
    ASSERT_TRUE(shown(portrait).portraitHidden);
    EXPECT_EQ(decide::mayShowOriginal(shown(portrait), portrait, original).error().code, review::kNotVisible);
    // A blind second examiner does not learn whose case it is from a file.
    auto blind = whole;
    blind.state = record::CaseState::InVerification;
    ASSERT_TRUE(shown(blind).identityHidden);
    EXPECT_EQ(decide::mayShowOriginal(shown(blind), blind, original).error().code, review::kNotVisible);
    // Nor does naming the bytes of a restricted paper as an original open it.
    auto paper = whole;
    record::DossierDocument claim;
    claim.restricted = true;
    claim.kind = "fear_question";
    claim.blob = original;
    paper.documents.push_back(claim);
    EXPECT_EQ(decide::mayShowOriginal(shown(paper), paper, original).error().code, review::kNotVisible);
}

TEST_F(Originals, QualityIsMeasuredBeforeTheCaseIsWritten) {
    file("Specimen_Ana/right_index.png", png(11, 1));
    ImportOptions options;
    options.measure = [](record::Capture& capture, ByteView bytes) {
        EXPECT_FALSE(bytes.empty());
        capture.qualities.push_back({44, "Test", "1", "post"});
        capture.unmeasured.push_back({"NFIQ 2", "2.2", "timed_out"});
    };
    const auto stored = view(import(options).units.at(0).cases.at(0));
    EXPECT_EQ(stored.captures.at(0).qualities.at(0), (record::Quality{44, "Test", "1", "post"}));
    EXPECT_EQ(stored.captures[0].unmeasured.at(0).reason, "timed_out");
}

TEST_F(Originals, ACutPictureIsKeptWithWhatItLacks) {
    const Bytes whole = png(13, 3);
    file("Specimen_Ana/face.png", ByteView(whole).first(whole.size() / 2));
    const auto report = import();
    ASSERT_EQ(report.imported, 1u);
    const auto& findings = report.units[0].findings.findings;
    const auto said = std::ranges::find(findings, "image.partial", &exchange::Finding::rule);
    ASSERT_NE(said, findings.end());
    EXPECT_EQ(said->severity, exchange::Severity::Warning);
    EXPECT_NE(view(report.units[0].cases[0]).captures.at(0).partial.find("rows"), std::string::npos);
}

TEST_F(Originals, TheFileOfTheFieldKeepsItsFacts) {
    const auto source = fs::path(COTEJO_SHARED_DATA) / "field/nist_print_captured_2001.an2";
    if (!fs::exists(source)) GTEST_SKIP() << "skipped: data set not found";
    const auto bytes = *readFile(source);
    file("print.an2", bytes);
    const auto id = import().units.at(0).cases.at(0);
    const auto print = view(id).captures.at(0);
    EXPECT_TRUE(print.capturedOn.value.starts_with("2001")) << print.capturedOn.value;
    EXPECT_FALSE(print.capturedOn.from.empty());
    EXPECT_TRUE(print.impression.known());
    EXPECT_EQ(sendOriginals(*desk, id)->files.at(0).bytes, bytes);
}

}  // namespace
}  // namespace cotejo::intake
