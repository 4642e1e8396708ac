#include "core/intake/import.h"

#include <gtest/gtest.h>

#include <map>
#include <opencv2/core.hpp>
#include <set>

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

TEST_F(Import, AgesAreTakenAtTheDayOfOpening) {
    const int year = std::stoi(toIso(desk->clock().now()).substr(0, 4));
    const std::string table = "family_name,given_names,birth_date\nADULT,Eva," + std::to_string(year - 30) + "-01-02\nCHILD,Eva," + std::to_string(year - 9) + "-01-02\nUNKNOWN,Eva,\n";
    ASSERT_TRUE(writeFileAtomically(folder / "travelers.csv", bytesOf(table)));
    const auto report = run();
    ASSERT_EQ(report.units.size(), 1u);
    ASSERT_EQ(report.units[0].cases.size(), 3u);
    auto reader = desk->store().reader();
    std::map<std::string, std::string> bases;
    for (const auto& id : report.units[0].cases) {
        const auto view = **store::CaseTable(*reader).find(id);
        bases[view.traveler.familyName] = view.holds.empty() ? "" : view.holds[0].basis;
    }
    EXPECT_EQ(bases, (std::map<std::string, std::string>{{"ADULT", ""}, {"CHILD", "age"}, {"UNKNOWN", "age_unknown"}}));
}

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

TEST_F(Import, ASupervisorIsRefusedBeforeAnythingIsWritten) {
    image("Specimen_Ana/1.png", 1);
    post.add("super", {{record::Role::Supervisor}});
    auto supervisor = *post.signIn("super");
    const auto events = [&] { return journal::verify(desk->store())->entries; };
    const auto before = events();
    const auto report = Importer(*supervisor, projection, {}).run(*planImport({folder.path()}));
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, kRole);
    EXPECT_EQ(events(), before);
    EXPECT_EQ(run().imported, 1u) << "the file is not remembered as one that came in";
}

TEST_F(Import, EveryFileFoundIsReadRefusedOrSkippedByName) {
    image("list/media/a.png", 1);
    image("list/media/b.png", 2);
    image("list/loose.png", 3);
    image("list/UTO-99/right_index.png", 4);
    image("list/.hidden.png", 5);
    const auto text = [&](const std::string& name, std::string_view content) {
        fs::create_directories((folder / name).parent_path());
        ASSERT_TRUE(writeFileAtomically(folder / name, viewOf(content)));
    };
    text("list/people.csv", "familyName,documentNumber,face\nSPECIMEN,X1,media/a.png\n");
    text("list/UTO-99/passport.mrz", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");
    text("list/UTO-99/damaged.an2", "nothing of the kind");
    text("list/UTO-99/eye.iso", std::string_view("IIR\0" "020\0", 8));
    text("list/notes.txt", "only words");
    text("list/zone.txt", "P<UTOERIKSSON<<EVA<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");
    text("list/other.json", "{\"x\": 1}");
    text("bad/1.an2", "nothing");
    text("bad/2.an2", "nothing");
    const auto report = run();
    EXPECT_EQ(report.filesFound, 14u);
    EXPECT_EQ(report.filesFound, report.filesRead + report.filesRefused + report.skipped.size());
    std::set<std::string> skipped, refused;
    for (const auto& each : report.skipped) skipped.insert(each.file.filename().string() + ":" + std::string(record::codeOf(each.reason)));
    for (const auto& each : report.refusedFiles) refused.insert(each.file.filename().string());
    EXPECT_EQ(skipped, (std::set<std::string>{"b.png:beside_table", "loose.png:beside_table", ".hidden.png:hidden", "notes.txt:kind", "other.json:kind"}));
    EXPECT_EQ(refused, (std::set<std::string>{"damaged.an2", "eye.iso", "1.an2", "2.an2"}));
    std::size_t reasons = 0;
    for (const auto& [code, count] : report.reasons) reasons += count;
    EXPECT_EQ(reasons, report.filesRefused);
    EXPECT_EQ(report.imported, 3u) << "the row, the folder, the zone beside them";
    EXPECT_EQ(report.refused, 2u);
}

TEST_F(Import, NothingImportedIsOfToday) {
    image("Specimen_Ana/1.png", 1);
    const auto report = run();
    auto reader = desk->store().reader();
    const auto view = store::CaseTable(*reader).find(report.units.at(0).cases.at(0));
    EXPECT_EQ((*view)->captures.at(0).captured, UtcTime{}) << "a picture that does not say when";
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
