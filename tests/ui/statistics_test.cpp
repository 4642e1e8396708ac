#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QTest>
#include <algorithm>

#include "core/base/file.h"
#include "core/store/sync_state.h"
#include "tests/support/test_post.h"
#include "tests/ui/post_fixture.h"
#include "tests/ui/window_driver.h"
#include "ui/shell/workspace.h"
#include "ui/statistics/bar_list.h"
#include "ui/statistics/figure_tile.h"
#include "ui/statistics/statistics_page.h"
#include "ui/widgets/choices/segmented.h"

namespace cotejo::ui_test {
namespace {

using statistics::BarList;
using statistics::FigureTile;
using statistics::StatisticsPage;

/// Pictures for people to look at; nothing is written without COTEJO_PICTURES.
void picture(WindowDriver& driver, const QString& name) {
    const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    driver.window().grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

struct StatisticsWindow : testing::Test {
    PostFixture post;
    std::unique_ptr<WindowDriver> driver;
    StatisticsPage* page = nullptr;

    /// Twelve searches, four about travelers of one country and eight of another, and then the page of a supervisor.
    void SetUp() override {
        const auto desk = post.desk("officer");
        const auto fresh = desk->store().write([&](store::Transaction& tx) -> Status {
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(post.clock().now()));
        });
        ASSERT_TRUE(fresh);
        decide::CaseService service(*desk);
        for (int i = 0; i < 12; ++i) {
            record::OpenCase act;
            act.legalBasis = "border control";
            act.reason = i < 2 ? record::ReferralReason::DocumentReportedLost : record::ReferralReason::MrzCheckDigit;
            act.traveler.familyName = "SPECIMEN";
            act.traveler.sex = record::Sex::Female;
            act.traveler.birthDate = "1974-08-12";
            act.traveler.nationality = i < 4 ? "ABW" : "UTO";
            const auto id = service.open(act);
            ASSERT_TRUE(id);
            ASSERT_TRUE(service.perform(*id, record::StartTriage{}));
            record::RecordSearch search;
            search.coverage.fingers = 1;
            if (i < 3) {
                record::Candidate candidate;
                candidate.id = CandidateId::random();
                candidate.modality = record::Modality::Finger;
                search.candidates = {candidate};
            }
            const auto done = service.perform(*id, search);
            ASSERT_TRUE(done) << done.error().code;
        }
        driver = std::make_unique<WindowDriver>(post.folder(), post.clock());
    }
    void openPage(const QString& login = QStringLiteral("supervisor")) {
        ASSERT_TRUE(driver->signIn(login, PostFixture::kPassphrase));
        ASSERT_TRUE(driver->click(QStringLiteral("rail_statistics")));
        page = driver->workspace().statisticsPage();
        ASSERT_NE(page, nullptr);
        ASSERT_TRUE(page->figures().has_value());
    }
    QString figure(const char* tile) const { return driver->find<FigureTile>(QLatin1String(tile))->value(); }
    QString words(const char* tile) const { return driver->find<FigureTile>(QLatin1String(tile))->words(); }
    QStringList lines(const char* list) const {
        auto* bars = driver->find<BarList>(QLatin1String(list));
        return bars ? bars->accessibleDescription().split(QLatin1Char('\n')) : QStringList();
    }
};

TEST_F(StatisticsWindow, ShowsWhatWasCountedAndKeepsSmallGroupsBack) {
    openPage();
    EXPECT_EQ(figure("tileOpened"), "15");
    EXPECT_EQ(figure("tileDecided"), "0");
    EXPECT_EQ(figure("tileTime"), "—");
    EXPECT_EQ(words("tileTime"), "fewer than 10 decisions");
    EXPECT_EQ(figure("tileCandidates"), "25.0 %");
    EXPECT_EQ(words("tileCandidates"), "3 of 12 searches");
    EXPECT_EQ(words("tileOverturned"), "fewer than 10 reviews");
    EXPECT_EQ(lines("by_nationality"), (QStringList{"ABW: not shown", "UTO, specimen: not shown"})) << "eight of UTO are told by twelve less four";
    EXPECT_EQ(lines("by_sex"), QStringList{"F: 25.0 % · 3 of 12"});
    EXPECT_EQ(lines("by_age"), QStringList{"45 to 59: 25.0 % · 3 of 12"});
    EXPECT_TRUE(driver->shows("a full bar is 50 %"));
    EXPECT_EQ(driver->find<BarList>("by_sex")->bars()[0].fraction, 0.5);
    EXPECT_FALSE(driver->find<BarList>("by_nationality")->bars()[0].fraction);
    const auto reasons = lines("openByReason");
    ASSERT_EQ(reasons.size(), 2);
    EXPECT_TRUE(reasons[0].endsWith(": 13")) << reasons[0].toStdString();
    EXPECT_TRUE(reasons[1].endsWith(": 2")) << reasons[1].toStdString();
    EXPECT_TRUE(driver->shows("Fewer than 10 reviews in this time: nothing is told apart."));
    const QString opened = driver->find("tileOpened")->accessibleName();
    EXPECT_TRUE(opened.contains("Opened") && opened.contains("15")) << opened.toStdString();
    for (const char* language : {"en", "es"})
        for (const auto& [theme, name] : {std::pair(widgets::ThemeKind::Light, "light"), std::pair(widgets::ThemeKind::Dark, "dark")}) {
            if (qEnvironmentVariable("COTEJO_PICTURES").isEmpty()) continue;
            driver->window().setTheme(theme);
            driver->window().setLanguage(QLatin1String(language));
            ASSERT_TRUE(driver->settle());
            ASSERT_TRUE(driver->click(QStringLiteral("rail_statistics")));
            picture(*driver, QStringLiteral("statistics-%1-%2").arg(QLatin1String(language), QLatin1String(name)));
        }
}

TEST_F(StatisticsWindow, TheKeyboardReachesThePageAndItsSpans) {
    ASSERT_TRUE(driver->signIn("supervisor", PostFixture::kPassphrase));
    for (int step = 0; step < 10 && driver->workspace().currentPage() != "statistics"; ++step) {
        QTest::keyClick(&driver->window(), Qt::Key_PageDown, Qt::ControlModifier);
        ASSERT_TRUE(driver->settle());
    }
    ASSERT_EQ(driver->workspace().currentPage(), "statistics");
    page = driver->workspace().statisticsPage();
    ASSERT_TRUE(page->figures());
    EXPECT_EQ(page->figures()->span, review::StatisticsSpan::Month);
    auto* spans = driver->find<widgets::Segmented>("statisticsSpan");
    ASSERT_NE(spans, nullptr);
    spans->button(spans->current())->setFocus();
    QTest::keyClick(spans->button(spans->current()), Qt::Key_Left);
    ASSERT_TRUE(driver->settle());
    ASSERT_TRUE(page->figures());
    EXPECT_EQ(page->figures()->span, review::StatisticsSpan::Week);
    EXPECT_EQ(figure("tileOpened"), "15");
}

TEST_F(StatisticsWindow, CountsAgainWhenTheStoreChanged) {
    openPage();
    const auto desk = post.desk("officer");
    record::OpenCase act;
    act.legalBasis = "border control";
    act.traveler.familyName = "LATER";
    ASSERT_TRUE(decide::CaseService(*desk).open(act));
    emit driver->window().session()->storeChanged();
    ASSERT_TRUE(driver->settle());
    EXPECT_EQ(figure("tileOpened"), "16");
}

TEST_F(StatisticsWindow, TheTableIsWrittenWhereTheOfficerSaysOrTheReasonIsShown) {
    openPage();
    ASSERT_TRUE(driver->click(QStringLiteral("statisticsExport")));
    auto* dialog = page->findChild<QFileDialog*>(QStringLiteral("statisticsFile"));
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->acceptMode(), QFileDialog::AcceptSave);
    dialog->reject();
    const auto path = post.folder() / "figures.csv";
    page->exportTo(QString::fromStdString(path.string()));
    ASSERT_TRUE(driver->settle());
    EXPECT_TRUE(driver->shows("The table was written"));
    const auto bytes = readFile(path);
    ASSERT_TRUE(bytes);
    const std::string table(textOf(*bytes));
    EXPECT_NE(table.find("candidate_rate,,,3,12,\r\n"), std::string::npos) << table;
    EXPECT_NE(table.find("candidate_rate,nationality,UTO,,,suppressed\r\n"), std::string::npos) << table;
    page->exportTo(QString::fromStdString((post.folder() / "no such folder" / "figures.csv").string()));
    ASSERT_TRUE(driver->settle());
    EXPECT_FALSE(driver->shows("The table was written"));
    EXPECT_TRUE(driver->find("statisticsNotice")->accessibleName().contains("E_")) << driver->refusals();
}

TEST_F(StatisticsWindow, AnOfficerHasNoSuchPage) {
    ASSERT_TRUE(driver->signIn("officer", PostFixture::kPassphrase));
    EXPECT_EQ(driver->find("rail_statistics"), nullptr);
    StatisticsPage mine(*driver->window().session());
    mine.show();
    ASSERT_TRUE(driver->settle());
    bool said = false;
    for (const auto* label : mine.findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains("supervisors and auditors"));
    EXPECT_TRUE(said);
    EXPECT_FALSE(mine.figures());
    EXPECT_FALSE(mine.findChild<QAbstractButton*>("statisticsExport")->isEnabled());
}

TEST(StatisticsStates, WithoutACaseThereIsNothingToCount) {
    test::TestPost post;
    post.add("auditor", {{record::Role::Auditor}});
    auto desk = post.signIn("auditor");
    ASSERT_TRUE(desk);
    bridge::Session session(std::move(*desk), post.clock);
    StatisticsPage page(session);
    page.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.figures().has_value(); }, 10'000));
    const auto shows = [&](const QString& words) {
        return std::ranges::any_of(page.findChildren<QLabel*>(), [&](auto* each) { return each->isVisible() && each->text() == words; });
    };
    EXPECT_TRUE(shows("No case was worked on in this time."));
    page.setSpan(review::StatisticsSpan::All);
    EXPECT_TRUE(shows("Counting the cases…"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.figures().has_value(); }, 10'000));
    EXPECT_TRUE(shows("There is no case yet."));
}

}  // namespace
}  // namespace cotejo::ui_test
