#include <gtest/gtest.h>

#include <QAbstractItemModel>
#include <QDir>
#include <QListWidget>
#include <QMenu>
#include <fstream>

#include "core/base/file.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/encode.h"
#include "tests/support/paths.h"
#include "tests/ui/post_fixture.h"
#include "tests/ui/window_driver.h"
#include "ui/intake/import_page.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/tables/table.h"

namespace cotejo::ui_test {
namespace {

namespace fs = std::filesystem;

struct Importing : testing::Test {
    PostFixture post;
    std::unique_ptr<WindowDriver> driver;
    intake_ui::ImportPage* page = nullptr;

    void SetUp() override {
        driver = std::make_unique<WindowDriver>(post.folder(), post.clock());
        ASSERT_TRUE(driver->signIn("officer", PostFixture::kPassphrase));
        ASSERT_TRUE(driver->click("rail_import"));
        find();
    }
    void find() {
        page = driver->window().findChild<intake_ui::ImportPage*>();
        ASSERT_TRUE(page);
    }
    void plan(const fs::path& path) {
        page->plan({path});
        ASSERT_TRUE(driver->settle());
    }
    QStringList rows(const char* table) const {
        auto* view = driver->find<widgets::TableView>(table);
        QStringList lines;
        if (!view) return lines;
        const auto* model = view->model();
        for (int r = 0; r < model->rowCount(); ++r) {
            QStringList cells;
            for (int c = 0; c < model->columnCount(); ++c) cells << model->index(r, c).data().toString();
            lines << cells.join(" | ");
        }
        return lines;
    }
};

TEST_F(Importing, ShowsWhatAFileHoldsBeforeAnythingIsWritten) {
    const auto folder = post.folder() / "incoming";
    fs::create_directories(folder);
    std::ofstream(folder / "passport.mrz") << "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<11\n";
    const Bytes pixels(200 * 240, 128);
    ASSERT_TRUE(writeFileAtomically(folder / "right_index.wsq", *exchange::encodeWsq(pixels, 200, 240, 0.75, {500, record::PpiSource::Header})));
    plan(folder / "passport.mrz");
    const auto zone = rows("contentsTable").join("\n");
    EXPECT_TRUE(zone.contains("ERIKSSON, ANNA MARIA")) << zone.toStdString();
    EXPECT_TRUE(zone.contains("TD3")) << zone.toStdString();
    EXPECT_TRUE(zone.contains("1 check digit(s) wrong") || zone.contains("1 check digit wrong")) << zone.toStdString();
    EXPECT_FALSE(rows("findingsTable").isEmpty()) << "the report stands beside it before the import";

    plan(folder / "right_index.wsq");
    const auto print = rows("contentsTable").join("\n");
    EXPECT_TRUE(print.contains("Right index")) << print.toStdString();
    EXPECT_TRUE(print.contains("200 × 240 pixels")) << print.toStdString();
    EXPECT_TRUE(print.contains("500 ppi")) << print.toStdString();
    auto* pictures = driver->find<QListWidget>("contentPictures");
    ASSERT_TRUE(pictures);
    EXPECT_EQ(pictures->count(), 1);
}

TEST_F(Importing, FilesStandByPersonAndMoveToAnotherBeforeAnythingIsWritten) {
    const auto folder = post.folder() / "incoming";
    const auto picture = [&](const std::string& name, unsigned seed) {
        cv::Mat pixels(40, 30, CV_8UC3);
        cv::RNG(seed).fill(pixels, cv::RNG::UNIFORM, 0, 255);
        fs::create_directories((folder / name).parent_path());
        ASSERT_TRUE(writeFileAtomically(folder / name, *imaging::encodePng(pixels)));
    };
    picture("Specimen_Ana/1.png", 1);
    picture("Specimen_Ana/2.png", 2);
    picture("Specimen_Luis/1.png", 3);
    plan(folder);
    const auto before = rows("importTable");
    ASSERT_EQ(before.size(), 2);
    EXPECT_TRUE(before[0].contains("Specimen_Ana") && before[0].contains("2")) << before[0].toStdString();
    ASSERT_TRUE(driver->click("moveFile"));
    auto* menu = page->findChild<QMenu*>("moveMenu");
    ASSERT_TRUE(menu);
    const auto files = menu->actions();
    ASSERT_EQ(files.size(), 2);
    EXPECT_EQ(files[1]->text(), "2.png");
    ASSERT_EQ(files[1]->menu()->actions().size(), 1);
    EXPECT_EQ(files[1]->menu()->actions()[0]->text(), "Specimen_Luis");
    files[1]->menu()->actions()[0]->trigger();
    menu->close();
    ASSERT_TRUE(driver->settle());
    const auto after = rows("importTable").join("\n");
    EXPECT_EQ(after.count("Waits") + after.count("Espera"), 2) << after.toStdString();
    EXPECT_TRUE(after.contains(QStringLiteral("1.png, 2.png")) || after.contains("2.png")) << after.toStdString();
}

TEST_F(Importing, CodesAndFactsAreInWords) {
    const auto folder = post.folder() / "incoming";
    fs::create_directories(folder);
    std::ofstream(folder / "paper.mrz") << "PRUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36XXB7408122F1204159ZE184226B<<<<<10\n";
    plan(folder / "paper.mrz");
    const auto text = rows("contentsTable").join("\n");
    EXPECT_TRUE(text.contains("XXB, refugee (1951 Convention)")) << text.toStdString();
    EXPECT_TRUE(text.contains("travel document of a refugee")) << text.toStdString();
}

TEST_F(Importing, SaysWhyAFileCannotBeRead) {
    const auto file = post.folder() / "broken.an2";
    std::ofstream(file) << "this is no transaction";
    plan(file);
    const auto findings = rows("findingsTable").join("\n");
    EXPECT_TRUE(findings.contains("of no format that is read here")) << findings.toStdString();
    EXPECT_FALSE(driver->find("contentsTable"));
}

// Every shared file says what it holds. With COTEJO_PICTURES, pictures in both languages for people to look at.
TEST_F(Importing, EverySharedFileShowsItsContents) {
    const fs::path data = COTEJO_SHARED_DATA;
    if (!fs::exists(data / "nist_itl")) GTEST_SKIP() << "skipped: data set not found";
    const QString pictures = qEnvironmentVariable("COTEJO_PICTURES");
    std::vector<fs::path> files;
    for (const auto* folder : {"nist_itl", "iso19794_2", "wsq"})
        for (const auto& entry : fs::directory_iterator(data / folder))
            if (entry.is_regular_file() && entry.path().extension() != ".png") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    ASSERT_GE(files.size(), 12u);
    const QStringList languages = pictures.isEmpty() ? QStringList{"en"} : QStringList{"en", "es"};
    for (const QString& language : languages) {
        driver->window().setLanguage(language);
        ASSERT_TRUE(driver->settle());
        find();
        for (const auto& file : files) {
            plan(file);
            EXPECT_FALSE(rows("contentsTable").isEmpty()) << file;
            if (pictures.isEmpty()) continue;
            QDir().mkpath(pictures);
            driver->window().grab().save(pictures + "/import-" + QString::fromStdString(file.stem().string()) + "-" + language + ".png");
        }
    }
}

}  // namespace
}  // namespace cotejo::ui_test
