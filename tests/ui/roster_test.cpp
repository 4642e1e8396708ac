#include <gtest/gtest.h>

#include <QCheckBox>
#include <QPushButton>
#include <QTableView>

#include "core/store/officer_table.h"
#include "tests/ui/served_post.h"
#include "tests/ui/window_driver.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/form_dialog.h"

/// The administrator's page in the real window, with a real server and a second post.
namespace cotejo::ui_test {
namespace {

using record::Role;

struct RosterPages : testing::Test {
    SystemClock clock;
    test::TempFolder temp;
    test::ServerProcess server;
    OnePost north{temp, "north", {{"officer", "N. Officer", {grant(Role::Officer)}}, {"third", "N. Third", {grant(Role::Officer)}}, {"fourth", "N. Fourth", {grant(Role::Officer)}}}, server, clock};
    OnePost south{temp, "south", {{"officer", "S. Officer", {grant(Role::Officer)}}}, server, clock};
    std::unique_ptr<WindowDriver> driver;

    void synced(const OnePost& post) {
        decide::CaseProjection projection;
        const auto desk = post.desk("admin");
        const auto report = sync::SyncClient(*desk, projection, std::chrono::seconds(9)).run();
        ASSERT_TRUE(report) << report.error().detail;
    }
    void open(const OnePost& post, const char* login) {
        driver = std::make_unique<WindowDriver>(post.folder, clock);
        ASSERT_TRUE(driver->signIn(QLatin1String(login), kPass));
        driver->workspace().showPage(QStringLiteral("roster"));
        ASSERT_TRUE(driver->settle());
    }
    QTableView* table() const { return driver->find<QTableView>(QStringLiteral("rosterTable")); }
    /// Chooses the row whose second column holds the words; false where none does.
    bool choose(const QString& words, const QString& post = {}) {
        auto* view = table();
        for (int row = 0; view && row < view->model()->rowCount(); ++row) {
            const auto cell = [&](int column) { return view->model()->index(row, column).data().toString(); };
            if (!cell(1).contains(words) || !cell(3).contains(post)) continue;
            view->selectRow(row);
            return driver->settle();
        }
        return false;
    }
    bool press() {
        auto* dialog = driver->window().findChild<widgets::FormDialog*>();
        if (!dialog || !dialog->sendButton()->isEnabled()) return false;
        dialog->sendButton()->click();
        return driver->settle();
    }
    std::string waitingHash() const {
        const auto waiting = parseJson(server.command({"roster", "waiting"}).output, "waiting");
        return waiting && !(*waiting)["entries"].empty() ? (*waiting)["entries"][0]["hash"].get<std::string>() : std::string();
    }
    int signedBySecond() const {
        std::vector<std::string> words{"roster", "sign", waitingHash()};
        const auto keys = server.keys(1);
        words.insert(words.end(), keys.begin(), keys.end());
        return server.command(words).status;
    }
};

TEST_F(RosterPages, AnAdministratorSuspendsAndTheSecondPostKnows) {
    ASSERT_NO_FATAL_FAILURE(open(north, "admin"));
    ASSERT_TRUE(choose(q("N. Officer")));
    ASSERT_TRUE(driver->click(q("rosterSuspend")));
    EXPECT_FALSE(press()) << "without a reason";
    ASSERT_TRUE(driver->type(q("rosterReason"), q("dismissed")));
    ASSERT_TRUE(press());
    EXPECT_TRUE(driver->shows(q("Signed"))) << driver->refusals();
    ASSERT_NO_FATAL_FAILURE(synced(south));
    const auto desk = south.desk("admin");
    auto reader = desk->store().reader();
    const auto officers = store::OfficerTable(*reader).all().value();
    EXPECT_TRUE(std::ranges::any_of(officers, [](const auto& each) { return each.displayName == "N. Officer" && !each.active; }));
}

TEST_F(RosterPages, TheSessionOfSomebodySuspendedEndsWithTheNextContact) {
    ASSERT_NO_FATAL_FAILURE(open(north, "officer"));
    ASSERT_NE(driver->window().workspace(), nullptr);
    std::vector<std::string> words{"officer", "suspend", north.desk("officer")->officer().id.text(), "--why", "dismissed"};
    const auto keys = server.keys();
    words.insert(words.end(), keys.begin(), keys.end());
    ASSERT_EQ(server.command(words).status, 0);
    ASSERT_NO_FATAL_FAILURE(synced(north));
    driver->window().session()->refresh();
    ASSERT_TRUE(driver->settle());
    for (int i = 0; i < 100 && driver->window().workspace() != nullptr; ++i) driver->settle();
    EXPECT_EQ(driver->window().workspace(), nullptr);
    ASSERT_TRUE(driver->signIn(q("officer"), kPass));
    EXPECT_EQ(driver->window().workspace(), nullptr) << "nor signs in again";
}

TEST_F(RosterPages, WhoAsksIsAdmittedByTwo) {
    {
        const auto admin = south.desk("admin");
        ASSERT_TRUE(access::addOfficer(*admin, {"nueva", "S. Nueva", {grant(Role::Officer), grant(Role::Supervisor)}}, kPassphrase));
    }
    EXPECT_TRUE(south.desk("nueva")->officer().grants.empty());
    ASSERT_NO_FATAL_FAILURE(synced(south));
    ASSERT_NO_FATAL_FAILURE(open(north, "admin"));
    ASSERT_TRUE(choose(q("S. Nueva")));
    driver->picture(q("roster"));
    ASSERT_TRUE(driver->click(q("rosterAdmit")));
    EXPECT_FALSE(press()) << "without a personnel number";
    ASSERT_TRUE(driver->type(q("personNumber"), q("4711")));
    auto* administers = driver->window().findChild<QCheckBox*>(q("role_admin"));
    ASSERT_TRUE(administers);
    administers->setChecked(true);
    EXPECT_FALSE(press()) << "an administrator has no other function";
    administers->setChecked(false);
    driver->picture(q("roster_admit"));
    ASSERT_TRUE(press());
    EXPECT_TRUE(driver->shows(q("second administrator")));
    ASSERT_TRUE(choose(q("Admit S. Nueva")));
    ASSERT_TRUE(driver->click(q("rosterSign")));
    EXPECT_FALSE(waitingHash().empty()) << "the same hand twice is one hand";
    EXPECT_EQ(signedBySecond(), 0);
    ASSERT_NO_FATAL_FAILURE(synced(south));
    EXPECT_EQ(south.desk("nueva")->officer().grants.size(), 2u);
}

TEST_F(RosterPages, WithoutALineTheRosterIsShownAndSaidToBeOld) {
    server.stop();
    ASSERT_NO_FATAL_FAILURE(open(north, "admin"));
    EXPECT_TRUE(choose(q("N. Officer")));
    EXPECT_TRUE(driver->shows(q("last received")));
    server.start();
}

}  // namespace
}  // namespace cotejo::ui_test
