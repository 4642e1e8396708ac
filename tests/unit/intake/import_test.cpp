#include "core/intake/import.h"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include "core/base/file.h"
#include "core/decide/case_projection.h"
#include "core/imaging/encode.h"
#include "core/intake/errors.h"
#include "core/journal/verify.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "tests/support/test_post.h"

namespace cotejo::intake {
namespace {
namespace fs = std::filesystem;

class Import : public ::testing::Test {
  protected:
    void SetUp() override {
        post.add("salvatierra", {{record::Role::Officer}});
        desk = *post.signIn("salvatierra");
    }
    void image(const std::string& name, unsigned seed) {
        cv::Mat pixels(40, 30, CV_8UC3);
        cv::RNG(seed).fill(pixels, cv::RNG::UNIFORM, 0, 255);
        fs::create_directories((folder / name).parent_path());
        ASSERT_TRUE(writeFileAtomically(folder / name, *imaging::encodePng(pixels)));
    }
    ImportReport run(std::stop_token stop = {}, const std::function<void(const ImportProgress&)>& progress = {}) {
        auto report = Importer(*desk, projection, {{}, record::ReferralReason::ManualReferral, record::Priority::High, "border check"})
                          .run(*planImport({folder.path()}), progress, stop);
        EXPECT_TRUE(report) << report.error().detail;
        return std::move(*report);
    }
    std::int64_t openCases() {
        auto reader = desk->store().reader();
        return store::CaseTable(*reader).counters()->open;
    }
    test::TestPost post;
    test::TempFolder folder;
    std::unique_ptr<access::Desk> desk;
    decide::CaseProjection projection;
};

TEST_F(Import, TravelersBecomeCasesWithImagesAndASignedHistory) {
    image("Specimen_Ana/1.png", 1);
    image("Specimen_Ana/2.png", 2);
    image("Specimen_Luis/1.png", 3);
    const auto report = run();
    EXPECT_EQ(report.imported, 2u);
    ASSERT_EQ(report.units.size(), 2u);
    EXPECT_EQ(report.units[0].captures, 2u);
    EXPECT_EQ(report.units[0].numbers, std::vector<std::string>{"PA-2026-000001"});
    auto reader = desk->store().reader();
    const auto view = store::CaseTable(*reader).find(report.units[0].cases[0]);
    ASSERT_TRUE(view && *view);
    EXPECT_EQ((*view)->traveler.familyName, "Specimen_Ana");
    EXPECT_EQ((*view)->legalBasis, "border check");
    ASSERT_EQ((*view)->captures.size(), 2u);
    EXPECT_TRUE(desk->store().blobs(*reader).get((*view)->captures[1].blob));
    const auto verified = journal::verify(desk->store());
    ASSERT_TRUE(verified);
    EXPECT_TRUE(verified->intact());
}

TEST_F(Import, TheSameAgainIsADuplicateUnderWhateverName) {
    image("Specimen_Ana/1.png", 1);
    const auto first = run();
    fs::rename(folder / "Specimen_Ana", folder / "Other");
    const auto again = run();
    EXPECT_EQ(again.duplicates, 1u);
    EXPECT_EQ(again.imported, 0u);
    EXPECT_EQ(again.units[0].cases, first.units[0].cases);
    EXPECT_EQ(openCases(), 1);
}

TEST_F(Import, ACutImportHasWholeCasesAndGoesOn) {
    for (unsigned i = 0; i < 6; ++i) image("Specimen_" + std::to_string(i) + "x/1.png", i + 1);
    std::stop_source stop;
    const auto cut = run(stop.get_token(), [&](const ImportProgress& at) {
        EXPECT_EQ(at.total, 6u);
        if (at.done == 2) stop.request_stop();
    });
    EXPECT_TRUE(cut.cancelled);
    EXPECT_EQ(openCases(), 3);
    const auto rest = run();
    EXPECT_EQ(rest.duplicates, 3u);
    EXPECT_EQ(rest.imported, 3u);
    EXPECT_EQ(openCases(), 6);
}

TEST_F(Import, OneBadFileDoesNotStopTheBatchAndNothingOfItIsWritten) {
    image("Specimen_Ana/1.png", 1);
    fs::create_directories(folder / "Specimen_Bad");
    ASSERT_TRUE(writeFileAtomically(folder / "Specimen_Bad" / "1.png", viewOf("no picture")));
    image("Specimen_Zoe/1.png", 2);
    const auto report = run();
    EXPECT_EQ(report.imported, 2u);
    EXPECT_EQ(report.refused, 1u);
    ASSERT_TRUE(report.units[1].refusal);
    EXPECT_EQ(report.units[1].refusal->code, kNothingUsable);
    EXPECT_EQ(openCases(), 2);
}

TEST_F(Import, ReportsCanBeTakenOneByOneInsteadOfKept) {
    image("Specimen_Ana/1.png", 1);
    image("Specimen_Luis/1.png", 2);
    std::vector<std::string> labels;
    ImportOptions options;
    options.each = [&](UnitReport&& unit) { labels.push_back(unit.label); };
    std::size_t done = 0;
    const auto report = Importer(*desk, projection, options).run(*planImport({folder.path()}), [&](const ImportProgress& at) { done = at.done; });
    ASSERT_TRUE(report);
    EXPECT_EQ(labels, (std::vector<std::string>{"Specimen_Ana", "Specimen_Luis"}));
    EXPECT_TRUE(report->units.empty());
    EXPECT_EQ(report->imported, 2u);
    EXPECT_EQ(done, 2u);
}

TEST_F(Import, AnAdministratorDoesNotImport) {
    image("Specimen_Ana/1.png", 1);
    auto admin = *post.signIn();
    const auto report = Importer(*admin, projection, {}).run(*planImport({folder.path()}));
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, kRole);
}

}  // namespace
}  // namespace cotejo::intake
