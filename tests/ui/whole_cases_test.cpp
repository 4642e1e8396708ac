#include <QAction>
#include <QPushButton>

#include "core/store/sync_state.h"
#include "tests/ui/whole_post.h"

/// Flows (d), (e) and (f) of CASEWORK.md through the real window: a protection need in the middle, two posts that decide apart, disputed data.
namespace cotejo::ui_test {
namespace {

/// As on a post whose last pass with the server is so long ago.
void lineIsDownSince(const OnePost& post, std::chrono::milliseconds ago) {
    const auto desk = post.desk("admin");
    const SystemClock clock;
    orStop(desk->store().write([&](store::Transaction& transaction) -> Status {
        store::SyncState state(transaction);
        COTEJO_TRY(state.set(store::SyncState::kWatchlistIssued, toMillis(clock.now() - ago)));
        return state.set(store::SyncState::kPassElapsed, (clock.elapsed() - ago).count());
    }));
}

void openTab(WindowDriver& driver, const char* tab) {
    driver.workspace().casePage()->showTab(q(tab));
    ASSERT_TRUE(driver.settle());
}

void signInTo(WindowDriver& driver, const char* login, const char* words) {
    ASSERT_TRUE(driver.signIn(q(login), kPass));
    openFromQueue(driver, q(words));
}

/// Flow (d): expressed in the middle of a return with one key; officers read one neutral word, protection alone what was said.
TEST_F(WholePost, AProtectionNeedExpressedInTheMiddleStopsAReturn) {
    const auto window = identifiedTraveler();
    ASSERT_FALSE(HasFatalFailure());
    WindowDriver& driver = *window;

    signInTo(driver, "clerk", "dubrov");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    propose(driver, "repatriate");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(driver.click(q("protectionButton")));
    EXPECT_TRUE(driver.shows(q("Do not ask for reasons"), q("banner")));
    auto& page = *driver.workspace().casePage();
    EXPECT_TRUE(page.file()->onHold);
    EXPECT_FALSE(page.file()->view.has(record::HoldKind::Protection)) << "officers read that it is on hold, not why";
    openTab(driver, "overview");
    driver.picture(q("protection-officer"));
    EXPECT_TRUE(driver.shows(q("It has to wait"), q("overviewTab"))) << "the next step is not the return";
    EXPECT_FALSE(driver.shows(q("to its authority"), q("overviewTab"))) << "that clock would tell";
    EXPECT_EQ(driver.find(q("remittalClock")), nullptr);
    openTab(driver, "disposition");
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("repatriate")));
    EXPECT_TRUE(driver.shows(q("E_HOLD"), q("dispositionTab")));
    EXPECT_FALSE(driver.shows(q("E_HOLD_PROTECTION"), q("dispositionTab")));
    ASSERT_TRUE(driver.signOut());

    signInTo(driver, "protection", "dubrov");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& own = *driver.workspace().casePage();
    EXPECT_TRUE(own.file()->view.has(record::HoldKind::Protection));
    openTab(driver, "overview");
    EXPECT_NE(driver.find(q("remittalClock")), nullptr);
    EXPECT_TRUE(driver.shows(q("to its authority"), q("overviewTab"))) << "the words that the officer must not read";
    EXPECT_TRUE(driver.shows(q("It has to wait"), q("overviewTab"))) << "nobody is told to carry out a return";
    driver.picture(q("protection-own"));
    addPaper(driver, textFile(temp, "What was said"), q("fear_answer"));
    addPaper(driver, textFile(temp, "Decision on the claim"), q("protection_decision"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_TRUE(own.file()->view.documents.back().restricted);
    ASSERT_TRUE(driver.signOut());

    signInTo(driver, "clerk", "dubrov");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_TRUE(driver.workspace().casePage()->file()->view.documents.empty()) << "not even that there are such papers";
    openTab(driver, "documents");
    EXPECT_FALSE(driver.shows(q("What was said"), q("documentsTab")));
    openTab(driver, "history");
    EXPECT_FALSE(driver.shows(q("fear"), q("historyTab")));
    openTab(driver, "disposition");
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("refer_protection")));
    ASSERT_TRUE(driver.type(q("dispositionReasons"), q("The protection team takes over.")));
    ASSERT_TRUE(driver.click(q("proposeButton"))) << driver.refusals();
    ASSERT_TRUE(driver.type(q("receiptField"), q("handed to the protection team, 18:05")));
    ASSERT_TRUE(driver.click(q("executeButton"))) << driver.refusals();
    ASSERT_EQ(stateOf(driver), record::CaseState::Executed) << driver.refusals();
    EXPECT_FALSE(driver.workspace().casePage()->file()->allows("case.close")) << "a referral waits for its answer";
    ASSERT_TRUE(driver.signOut());

    signInTo(driver, "protection", "dubrov");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_EQ(driver.find(q("remittalClock")), nullptr) << "it went to its authority";
    openTab(driver, "overview");
    ASSERT_TRUE(driver.click(q("nextReferral"))) << driver.refusals();
    ASSERT_TRUE(driver.type(q("referralAnswer"), q("asylum procedure opened")));
    ASSERT_TRUE(driver.type(q("referralReference"), q("A-2026-1")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    ASSERT_EQ(stateOf(driver), record::CaseState::IdentityResolved) << driver.refusals();
    ASSERT_TRUE(driver.click(q("liftHold_protection"))) << driver.refusals();
    ASSERT_TRUE(driver.type(q("actWords"), q("The claim was decided.")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    EXPECT_FALSE(driver.workspace().casePage()->file()->view.has(record::HoldKind::Protection)) << driver.refusals();
}

/// Flow (e): a post without a line may refer and hold, not approve; two posts that examined apart end in a conflict that a person resolves.
TEST_F(WholePost, TwoPostsWithoutALineDecideApartAndASupervisorResolvesIt) {
    const OnePost south(temp, "Rio Norte", {{"osorno", "E. Osorno", kExaminer}, {"jefe", "L. Jefe", {grant(record::Role::Supervisor)}}}, server, clock);
    openCase(north(), clock.now(), kFugitive, "Oyelaran");
    WindowDriver there(north().folder, clock);
    ASSERT_TRUE(there.signIn(q("officer"), kPass));
    openFromQueue(there, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(there.click(q("nextTriage")));
    ASSERT_TRUE(there.click(q("nextTake")));
    ASSERT_TRUE(there.click(q("nextSearch"))) << there.refusals();
    openTab(there, "overview");
    ASSERT_TRUE(there.click(q("otherRelease"))) << there.refusals();
    synchronise(there);
    ASSERT_TRUE(there.signOut());

    WindowDriver here(south.folder, clock);
    ASSERT_TRUE(here.signIn(q("osorno"), kPass));
    synchronise(here);
    here.workspace().showPage(q("queue"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return here.workspace().queuePage()->shownRows() == 1; }, 20'000)) << here.refusals();
    // Both lines are down; each post goes on with what it has.
    lineIsDownSince(north(), std::chrono::hours(2));
    lineIsDownSince(south, std::chrono::hours(2));
    here.window().setSyncPace({std::chrono::hours(5), std::chrono::hours(5)});
    there.window().setSyncPace({std::chrono::hours(5), std::chrono::hours(5)});

    ASSERT_TRUE(there.signIn(q("officer"), kPass));
    openFromQueue(there, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    examine(there);
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_EQ(stateOf(there), record::CaseState::Concluded1);
    openFromQueue(here, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    examine(here, 0);  // the other end of the scale
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(there.signOut());

    // The lines are up: each sends what it has, and receives what the other has.
    synchronise(here);
    ASSERT_TRUE(there.signIn(q("officer"), kPass));
    synchronise(there);
    EXPECT_TRUE(there.shows(q("Even"), q("activityPage"))) << "as many receipts as acts";
    ASSERT_TRUE(there.signOut());
    synchronise(here);
    ASSERT_TRUE(here.signOut());
    ASSERT_TRUE(here.signIn(q("jefe"), kPass));
    here.workspace().showPage(q("activity"));
    ASSERT_TRUE(here.settle());
    ASSERT_NE(here.find(q("conflictChoice")), nullptr) << "both verdicts lie beside each other";
    here.picture(q("conflict"));
    auto* choice = here.find<widgets::Segmented>(q("conflictChoice"));
    ASSERT_NE(choice, nullptr);
    EXPECT_EQ(choice->count(), 3) << "two verdicts, or neither";
    ASSERT_TRUE(here.click(q("conflictOpen")));
    EXPECT_TRUE(here.workspace().casePage()->file()->view.has(record::HoldKind::Conflict));
    EXPECT_EQ(here.workspace().casePage()->file()->view.decisionHeads.size(), 2u);
    here.workspace().showPage(q("activity"));
    ASSERT_TRUE(here.settle());
    choice = here.find<widgets::Segmented>(q("conflictChoice"));
    QTest::mouseClick(choice->button(2), Qt::LeftButton);
    ASSERT_TRUE(here.type(q("conflictReason"), q("The prints are to be looked at by others.")));
    ASSERT_TRUE(here.click(q("conflictResolve")));
    ASSERT_TRUE(here.click(q("formSend"), q("formDialog"))) << here.refusals();
    here.workspace().showPage(q("queue"));
    ASSERT_TRUE(here.settle());
    openFromQueue(here, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_FALSE(here.workspace().casePage()->file()->view.has(record::HoldKind::Conflict)) << here.refusals();
    ASSERT_TRUE(here.signOut());
}

/// Flow (f): data are disputed; nothing adverse goes on until the data protection officer decided, and what was closed can be reopened.
TEST_F(WholePost, DisputedDataStopWhatIsAdverseUntilTheyAreDecided) {
    const auto window = identifiedTraveler();
    ASSERT_FALSE(HasFatalFailure());
    WindowDriver& driver = *window;

    signInTo(driver, "dpo", "dubrov");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    openTab(driver, "overview");
    auto* place = driver.find<QPushButton>(q("placeHold"));
    ASSERT_NE(place, nullptr);
    auto* dispute = driver.workspace().casePage()->findChild<QAction*>(q("placeHold_data_dispute"));
    ASSERT_NE(dispute, nullptr);
    dispute->trigger();
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    EXPECT_TRUE(driver.workspace().casePage()->file()->view.has(record::HoldKind::DataDispute));
    ASSERT_TRUE(driver.click(q("act_case.amend"))) << driver.refusals();
    ASSERT_TRUE(driver.type(q("amendReason"), q("Rectified on request R-12, civil register.")));
    auto* given = driver.find<QLineEdit>(q("amendGiven"));
    ASSERT_NE(given, nullptr);
    given->setText(q("Specimen Rectified"));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    EXPECT_EQ(driver.workspace().casePage()->file()->view.traveler.givenNames, "Specimen Rectified");
    ASSERT_TRUE(driver.signOut());

    signInTo(driver, "clerk", "dubrov");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    propose(driver, "refer_partner_check");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("repatriate")));
    EXPECT_TRUE(driver.shows(q("E_HOLD_DATA_DISPUTE"), q("dispositionTab")));
    openTab(driver, "overview");
    EXPECT_EQ(driver.find(q("liftHold_data_dispute")), nullptr) << "never theirs";
    EXPECT_TRUE(driver.shows(q("R-12"), q("overviewTab"))) << "the reason is shown to those who come after";
    ASSERT_TRUE(driver.signOut());

    signInTo(driver, "dpo", "dubrov");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    openTab(driver, "overview");
    ASSERT_TRUE(driver.click(q("liftHold_data_dispute")));
    ASSERT_TRUE(driver.type(q("actWords"), q("R-12 was granted.")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    EXPECT_FALSE(driver.workspace().casePage()->file()->view.has(record::HoldKind::DataDispute));
    ASSERT_TRUE(driver.signOut());

    signInTo(driver, "clerk", "dubrov");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    openTab(driver, "disposition");
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("repatriate")));
    EXPECT_FALSE(driver.shows(q("E_HOLD_DATA_DISPUTE"), q("dispositionTab")));
}

}  // namespace
}  // namespace cotejo::ui_test
