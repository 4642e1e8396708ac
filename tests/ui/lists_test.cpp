#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include "core/store/case_table.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/ui/post_fixture.h"
#include "tests/ui/window_driver.h"
#include "ui/casefile/case_page.h"
#include "ui/search/search_page.h"
#include "ui/shell/workspace.h"
#include "ui/watchlist/watchlist_page.h"

/// Watchlist and search of a real window over a real post.
namespace cotejo::ui_test {
namespace {

using namespace std::chrono_literals;

struct Lists : testing::Test {
    PostFixture post;
    std::unique_ptr<WindowDriver> driver;

    void open(const char* login) {
        driver = std::make_unique<WindowDriver>(post.folder(), post.clock());
        ASSERT_TRUE(driver->signIn(QLatin1String(login), QLatin1String(PostFixture::kPassphrase)));
    }
    void list(int count, std::chrono::hours age) {
        const auto desk = post.desk("supervisor");
        const auto now = post.clock().now();
        ASSERT_TRUE(desk->store().write([&](store::Transaction& tx) -> Status {
            for (int i = 0; i < count; ++i) {
                record::WatchlistEntry entry;
                entry.id = WatchlistEntryId::random();
                entry.gallery = i % 3 == 0 ? "partners" : "wanted";
                entry.name = "SPECIMEN " + std::to_string(i) + ", Hidden";
                entry.issuer = i == 1 ? "Tribunal de Arista" : "Ministerio";
                entry.issuerCountry = "UTO";
                entry.reason = "Invented charge";
                entry.caveats = "Invented caveat";
                entry.status = i == 2 ? record::EntryStatus::Suspended : record::EntryStatus::Active;
                entry.grade = record::EvidenceGrade::Warrant;
                entry.reviewBy = now + (i == 1 ? -24h : 240h);
                entry.version = 7;
                record::Capture capture;
                capture.id = CaptureId::random();
                capture.modality = record::Modality::Face;
                entry.captures = {capture};
                COTEJO_TRY(store::WatchlistTable(tx).put(tx, desk->store().blobs(tx), entry));
            }
            COTEJO_TRY(store::SyncState(tx).set(store::SyncState::kWatchlistVersion, std::int64_t(7)));
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(now - age));
        }));
    }
    CaseId openCase(const std::string& family, const std::string& document) {
        const auto desk = post.desk("officer");
        record::OpenCase act;
        act.legalBasis = "border control";
        act.traveler.familyName = family;
        act.traveler.givenNames = "Specimen";
        act.traveler.birthDate = "1980-05-01";
        act.traveler.documents.push_back({"P", "UTO", document, "", ""});
        act.deadline = post.clock().now() + 1h;
        const auto id = decide::CaseService(*desk).open(act);
        EXPECT_TRUE(id);
        return *id;
    }
    QTableView* table(const char* name) const { return driver->find<QTableView>(QLatin1String(name)); }
    /// What the rows say, hidden columns left out.
    QStringList rows(const char* name) const {
        QStringList lines;
        const auto* view = table(name);
        if (view == nullptr) return lines;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < view->model()->columnCount(); ++column)
                if (!view->isColumnHidden(column)) cells << view->model()->index(row, column).data(Qt::AccessibleTextRole).toString();
            lines << cells.join(QStringLiteral(" | "));
        }
        return lines;
    }
    /// Every text of the whole window, the models behind its tables included.
    QString everything() const {
        QStringList texts;
        for (const auto* each : driver->window().findChildren<QWidget*>()) texts << each->accessibleName() << each->toolTip() << each->property("text").toString();
        for (const auto* each : driver->window().findChildren<QTableView*>())
            for (int row = 0; each->model() != nullptr && row < each->model()->rowCount(); ++row)
                for (int column = 0; column < each->model()->columnCount(); ++column)
                    for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                        texts << each->model()->index(row, column).data(role).toString();
        return texts.join(QLatin1Char('\n'));
    }
    QString caseShown() const {
        const auto& file = driver->workspace().casePage()->file();
        return driver->workspace().currentPage() == QLatin1String("case") && file ? QString::fromStdString(file->view.traveler.familyName) : QString();
    }
    void search(const char* text) {
        driver->workspace().searchPage()->search(QString::fromUtf8(text));
        ASSERT_TRUE(driver->settle());
    }
    /// For people to look at; nothing is written without COTEJO_PICTURES.
    void picture(const char* name) {
        const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
        if (folder.isEmpty()) return;
        for (const char* language : {"es", "en"})
            for (const auto theme : {widgets::ThemeKind::Light, widgets::ThemeKind::Dark}) {
                const QString page = driver->workspace().currentPage();
                driver->window().setLanguage(QLatin1String(language));
                driver->window().setTheme(theme);
                driver->workspace().showPage(page);
                if (page == QLatin1String("search")) search("specimen");
                ASSERT_TRUE(driver->settle());
                driver->window().grab().save(QDir(folder).filePath(
                    QStringLiteral("%1-%2-%3.png").arg(QLatin1String(name), QLatin1String(language), theme == widgets::ThemeKind::Light ? QStringLiteral("light") : QStringLiteral("dark"))));
            }
        driver->window().setTheme(widgets::ThemeKind::Light);
    }
};

TEST_F(Lists, AnExaminerReadsNoNameAnywhereAndFindsNoneByIt) {
    list(4, 2h);
    open("officer");
    ASSERT_TRUE(driver->click("rail_watchlist"));
    EXPECT_EQ(rows("watchlistTable").size(), 4);
    EXPECT_TRUE(driver->shows("Hidden until reveal", "entryPanel"));
    EXPECT_TRUE(driver->shows("Names, reasons and images are hidden until reveal"));
    for (const char* secret : {"SPECIMEN 0", "Invented charge", "Invented caveat"}) EXPECT_FALSE(everything().contains(QLatin1String(secret))) << secret;
    ASSERT_TRUE(driver->type("watchlistSearch", "SPECIMEN"));
    EXPECT_EQ(rows("watchlistTable").size(), 0);
    EXPECT_TRUE(driver->shows("Names are not looked through")) << driver->refusals();
    ASSERT_TRUE(driver->click("statusAction", "watchlistPage"));
    EXPECT_EQ(rows("watchlistTable").size(), 4);
    picture("watchlist-officer");
}

TEST_F(Lists, ASupervisorReadsNamesAndReasons) {
    list(4, 30h);
    open("supervisor");
    ASSERT_TRUE(driver->click("rail_watchlist"));
    ASSERT_EQ(rows("watchlistTable").size(), 4);
    EXPECT_TRUE(rows("watchlistTable")[1].contains("SPECIMEN 1, Hidden")) << rows("watchlistTable")[1].toStdString();
    driver->workspace().watchlistPage()->selectRow(1);
    ASSERT_TRUE(driver->settle());
    EXPECT_TRUE(driver->shows("Invented charge", "entryPanel"));
    EXPECT_TRUE(driver->shows("nothing may rest on it", "entryPanel")) << "an overdue entry says what that means";
    EXPECT_TRUE(rows("watchlistTable")[1].contains("overdue"));
    EXPECT_FALSE(rows("watchlistTable")[0].contains("overdue"));
    ASSERT_TRUE(driver->type("watchlistSearch", "hidden 2"));
    ASSERT_EQ(rows("watchlistTable").size(), 1);
    EXPECT_TRUE(rows("watchlistTable")[0].contains("Suspended"));
    driver->find<QLineEdit>("watchlistSearch")->clear();
    ASSERT_TRUE(driver->settle());
    driver->workspace().watchlistPage()->selectRow(1);
    picture("watchlist-supervisor");
}

TEST_F(Lists, TheAgeOfTheListsSaysWhatIsStillAllowed) {
    const auto ageShown = [&] { return driver->find("listsAge") == nullptr ? QString() : driver->find("listsAge")->accessibleName(); };
    open("officer");
    ASSERT_TRUE(driver->click("rail_watchlist"));
    EXPECT_TRUE(ageShown().contains("No lists have arrived")) << ageShown().toStdString();
    for (const auto& [age, says] : {std::pair(2h, "fresh"), std::pair(30h, "refer only"), std::pair(80h, "expired, no searches")}) {
        list(1, age);
        driver->window().session()->announce(post.cases()[0]);
        ASSERT_TRUE(driver->settle());
        EXPECT_TRUE(ageShown().contains(QLatin1String(says))) << ageShown().toStdString();
    }
    picture("watchlist-expired");
    EXPECT_EQ(driver->find("watchlistSync"), nullptr) << "this post has no server";
    const auto desk = post.desk("supervisor");
    ASSERT_TRUE(desk->store().write([&](store::Transaction& tx) { return store::SyncState(tx).set(store::SyncState::kLastSync, toMillis(post.clock().now())); }));
    driver->window().session()->announce(post.cases()[0]);
    ASSERT_TRUE(driver->settle());
    EXPECT_TRUE(QTest::qWaitFor([&] { return driver->find("watchlistSync") != nullptr; }, 5000));
    ASSERT_TRUE(driver->click("watchlistSync"));
    EXPECT_EQ(driver->workspace().currentPage(), QStringLiteral("activity"));
}

TEST_F(Lists, FiltersNarrowAndALongListIsReadAsItIsScrolled) {
    list(250, 2h);
    open("officer");
    ASSERT_TRUE(driver->click("rail_watchlist"));
    EXPECT_EQ(rows("watchlistTable").size(), 100);
    QAbstractItemModelTester tester(table("watchlistTable")->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int i = 0; i < 5; ++i) {
        table("watchlistTable")->scrollToBottom();
        ASSERT_TRUE(driver->settle());
    }
    EXPECT_EQ(rows("watchlistTable").size(), 250);
    driver->workspace().watchlistPage()->setFilter("partners", {});
    ASSERT_TRUE(driver->settle());
    EXPECT_EQ(rows("watchlistTable").size(), 84);
    driver->workspace().watchlistPage()->setFilter("wanted", record::EntryStatus::Suspended);
    ASSERT_TRUE(driver->settle());
    EXPECT_EQ(rows("watchlistTable").size(), 1);
    driver->workspace().watchlistPage()->setFilter({}, {});
    ASSERT_TRUE(driver->type("watchlistSearch", "arista"));
    EXPECT_EQ(rows("watchlistTable").size(), 1);
    QTest::keyClick(&driver->window(), Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(QApplication::focusWidget(), driver->find("watchlistSearch"));
}

TEST_F(Lists, AnAdministratorIsToldWhyThereIsNothing) {
    list(1, 2h);
    open("admin");
    for (const char* page : {"rail_watchlist", "rail_search"}) {
        ASSERT_TRUE(driver->click(QLatin1String(page)));
        if (QLatin1String(page) == QLatin1String("rail_search")) search("eriksson");
        const QString within = QLatin1String(page).mid(5) + QStringLiteral("Page");
        EXPECT_TRUE(driver->shows("E_ROLE", within)) << page;
        EXPECT_EQ(driver->find("statusAction", within), nullptr) << "asking again would not help";
    }
}

TEST_F(Lists, NamesAreFoundInAnySpellingOrderAndState) {
    const auto id = openCase("MUÑOZ PEÑA", "K2209317");
    openCase("MUNOZ", "A1180233");
    {
        const auto desk = post.desk("supervisor");
        const auto done = decide::CaseService(*desk).perform(id, record::CancelCase{"opened twice"});
        ASSERT_TRUE(done) << done.error().detail;
    }
    open("officer");
    ASSERT_TRUE(driver->click("rail_search"));
    EXPECT_EQ(QApplication::focusWidget(), driver->find("searchField"));
    EXPECT_EQ(rows("searchTable").size(), 0) << "nobody asked for any case";
    for (const char* text : {"MUÑOZ PEÑA", "munoz pena", "Peña Muñoz", "pen mun", "K2209317", "k2209"}) {
        search(text);
        ASSERT_EQ(rows("searchTable").size(), 1) << text;
        EXPECT_TRUE(rows("searchTable")[0].contains("PEÑA")) << text;
        EXPECT_TRUE(rows("searchTable")[0].contains("Cancelled")) << "cases that are over are found too";
    }
    search("muñoz");
    EXPECT_EQ(rows("searchTable").size(), 2);
    for (const char* text : {"m", "", "--", "\"*"}) {
        search(text);
        EXPECT_EQ(rows("searchTable").size(), 0) << text;
    }
    search("nobody");
    EXPECT_TRUE(driver->shows("No case has these words", "searchPage"));
    search("specimen");
    EXPECT_EQ(rows("searchTable").size(), 5);
    picture("search");
}

TEST_F(Lists, ReturnOpensTheOnlyCaseAndNothingIsChosenByItself) {
    open("officer");
    QTest::keyClick(&driver->window(), Qt::Key_PageDown, Qt::ControlModifier);
    QTest::keyClick(&driver->window(), Qt::Key_F, Qt::ControlModifier);
    ASSERT_EQ(driver->workspace().currentPage(), QStringLiteral("search")) << "from a page without a search of its own";
    auto* field = driver->find("searchField");
    QTest::keyClicks(field, "specimen");
    QTest::keyClick(field, Qt::Key_Return);  // before the answer
    ASSERT_TRUE(driver->settle());
    EXPECT_EQ(driver->workspace().currentPage(), QStringLiteral("search"));
    EXPECT_EQ(rows("searchTable").size(), 3);
    EXPECT_EQ(QApplication::focusWidget(), driver->find("searchTable"));
    search("vanter");
    EXPECT_EQ(driver->workspace().searchPage()->selected(), std::nullopt) << "a hold must land on a row that was pointed at";
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(driver->settle());
    EXPECT_EQ(caseShown(), QStringLiteral("Vanterpool"));
    QTest::keyClick(&driver->window(), Qt::Key_Escape);
    ASSERT_TRUE(driver->settle());
    EXPECT_EQ(driver->workspace().currentPage(), QStringLiteral("search"));
}

TEST_F(Lists, ABlindCaseIsFoundByItsNumberOnlyAndShowsNoIdentity) {
    QString number;
    {
        const auto desk = post.desk("supervisor");
        ASSERT_TRUE(desk->store().write([&](store::Transaction& tx) -> Status {
            COTEJO_TRY_ASSIGN(auto view, store::CaseTable(tx).find(post.cases()[0]));
            view->state = record::CaseState::InVerification;
            number = QString::fromStdString(view->number);
            return store::CaseTable(tx).put(*view);
        }));
    }
    open("officer");
    ASSERT_TRUE(driver->click("rail_search"));
    for (const char* text : {"eriksson", "L898902C3"}) {
        search(text);
        EXPECT_EQ(rows("searchTable").filter(number).size(), 0) << text;
    }
    search(qPrintable(number));
    ASSERT_EQ(rows("searchTable").size(), 1);
    EXPECT_TRUE(rows("searchTable")[0].contains("identity hidden")) << rows("searchTable")[0].toStdString();
    for (const char* secret : {"ERIKSSON", "L898902C3", "1974"}) EXPECT_FALSE(rows("searchTable")[0].contains(QLatin1String(secret))) << secret;
}

TEST_F(Lists, AProtectedCaseReadsOnHoldAndTheKeyWorksOnTheChosenRow) {
    open("officer");
    ASSERT_TRUE(driver->click("rail_search"));
    search("quillay");
    QTest::keyClick(driver->find("searchField"), Qt::Key_Down);
    ASSERT_EQ(driver->workspace().searchPage()->selected(), post.cases()[2]);
    QTest::keyClick(&driver->window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(driver->settle());
    ASSERT_EQ(rows("searchTable").size(), 1);
    EXPECT_TRUE(rows("searchTable")[0].contains("On hold")) << rows("searchTable")[0].toStdString();
    EXPECT_FALSE(rows("searchTable")[0].contains("Protection")) << rows("searchTable")[0].toStdString();
}

}  // namespace
}  // namespace cotejo::ui_test
