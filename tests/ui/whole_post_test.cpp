#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include "tests/ui/served_post.h"
#include "tests/ui/window_driver.h"
#include "ui/approvals/approvals_page.h"
#include "ui/approvals/dossier_view.h"
#include "ui/casefile/case_page.h"
#include "ui/queue/queue_page.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/segmented.h"

/// One case through the real window of one post, a real server over HTTPS, and the window of another post.
namespace cotejo::ui_test {
namespace {

/// Finds the case by typing into the queue and opens it.
void openFromQueue(WindowDriver& driver, const QString& words) {
    ASSERT_TRUE(driver.type(q("queueSearch"), words));
    ASSERT_TRUE(QTest::qWaitFor([&] { return driver.workspace().queuePage()->shownRows() == 1; }, 10'000));
    driver.workspace().queuePage()->selectRow(0);
    ASSERT_TRUE(driver.settle());
    // Neither the button beside it, which gives back a case that is one's own already, nor a key, which wants an active window.
    ASSERT_TRUE(driver.workspace().queuePage()->selected().has_value());
    emit driver.workspace().queuePage()->openRequested(*driver.workspace().queuePage()->selected());
    ASSERT_TRUE(driver.settle());
    if (!driver.workspace().casePage()->file()) driver.picture(q("not-opened"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return driver.workspace().casePage()->file().has_value(); }, 10'000)) << driver.refusals();
    ASSERT_TRUE(driver.settle());
}

record::CaseState stateOf(WindowDriver& driver) { return driver.workspace().casePage()->file()->view.state; }

/// One examiner's work on the fingers: analysis, every candidate, reveal, conclusion, coverage.
void examine(WindowDriver& driver) {
    const QString page = q("fingerPage");
    ASSERT_TRUE(driver.click(q("nextTake")));
    ASSERT_TRUE(driver.workspace().casePage()->file()->mine);
    if (driver.find(q("nextSearch")) != nullptr) {
        ASSERT_TRUE(driver.click(q("nextSearch")));
    }
    if (driver.find(q("nextAnalyse")) == nullptr) driver.picture(q("no-analysis"));
    ASSERT_TRUE(driver.click(q("nextAnalyse"))) << driver.refusals();
    ASSERT_TRUE(driver.type(q("reasons"), q("Two clear prints, cores and deltas visible."), page));
    ASSERT_TRUE(driver.click(q("saveConclusion"), page));
    const auto candidates = driver.workspace().casePage()->file()->candidates;
    for (const auto& candidate : candidates) {
        const QString card = q("candidate_") + QString::fromStdString(candidate.letter);
        EXPECT_FALSE(candidate.revealed.has_value()) << "a score before the reveal";
        ASSERT_TRUE(driver.click(card, page));
        auto* scale = driver.find<widgets::Segmented>(q("conclusionScale"), page);
        ASSERT_NE(scale, nullptr);
        QTest::mouseClick(scale->button(scale->count() - 1), Qt::LeftButton);
        ASSERT_TRUE(driver.type(q("reasons"), q("Fourteen points agree without an unexplained difference."), page));
        ASSERT_TRUE(driver.type(q("counterReason"), q("The delta of the reference is blurred."), page));
        ASSERT_TRUE(driver.click(q("saveConclusion"), page));
    }
    ASSERT_TRUE(driver.click(q("protocolAct"), page)) << "reveal";
    if (!candidates.empty()) {
        ASSERT_TRUE(driver.workspace().casePage()->file()->candidates.front().revealed.has_value());
        EXPECT_TRUE(driver.shows(q("SPECIMEN "), page)) << "after the reveal the entry's name is shown";
    }
    ASSERT_TRUE(driver.click(q("protocolAct"), page)) << "conclude";
}

/// Adds a paper through the window: the file, what it is, until when.
void addPaper(WindowDriver& driver, const std::filesystem::path& path, const QString& kind, const QString& until = {}) {
    auto& page = *driver.workspace().casePage();
    page.showTab(q("documents"));
    ASSERT_TRUE(driver.settle());
    const auto before = page.file()->view.documents.size();
    ASSERT_TRUE(driver.click(q("addDocument")));
    auto* dialog = page.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    auto* name = dialog->findChild<QLineEdit*>(q("fileNameEdit"));
    ASSERT_NE(name, nullptr);
    name->setText(QString::fromStdString(path.string()));
    QTest::keyClick(name, Qt::Key_Return);
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.choose(q("paperKind"), kind)) << kind.toStdString() << ' ' << driver.refusals();
    if (!until.isEmpty()) {
        ASSERT_TRUE(driver.type(q("paperUntil"), until));
    }
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    EXPECT_EQ(page.file()->view.documents.size(), before + 1) << kind.toStdString() << ' ' << driver.refusals();
}

/// Two examiners who know nothing of each other; the case is open in the window of the first at the start, of nobody at the end.
void examinedByTwo(WindowDriver& driver, const QString& words, const QString& number, bool secondAlways) {
    ASSERT_TRUE(driver.signIn(q("officer"), kPass));
    openFromQueue(driver, words);
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(driver.click(q("nextTriage")));
    examine(driver);
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    const bool second = stateOf(driver) == record::CaseState::Concluded1;
    EXPECT_TRUE(second || !secondAlways) << driver.refusals();
    ASSERT_TRUE(driver.signOut());
    if (!second) return;
    ASSERT_TRUE(driver.signIn(q("second"), kPass));
    openFromQueue(driver, number);  // a case whose name is hidden is not found by the name
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_TRUE(driver.workspace().casePage()->file()->identityHidden) << "the second examiner is blind";
    EXPECT_TRUE(driver.workspace().casePage()->file()->blind);
    examine(driver);
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_EQ(stateOf(driver), record::CaseState::IdentityResolved);
    ASSERT_TRUE(driver.signOut());
}

/// Coverage read, case taken, disposition proposed with its reasons.
void propose(WindowDriver& driver, const char* disposition) {
    auto& page = *driver.workspace().casePage();
    page.showTab(q("decision"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.click(q("readCoverage")));
    page.showTab(q("overview"));
    ASSERT_TRUE(driver.settle());
    if (driver.find(q("nextTake")) != nullptr) {
        ASSERT_TRUE(driver.click(q("nextTake")));
    }
    page.showTab(q("disposition"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q(disposition)));
    ASSERT_TRUE(driver.type(q("dispositionReasons"), q("As the papers say.")));
    ASSERT_TRUE(driver.click(q("proposeButton")));
    ASSERT_EQ(stateOf(driver), record::CaseState::DispositionProposed) << driver.refusals();
}

void synchronise(WindowDriver& driver) {
    driver.workspace().showPage(q("activity"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.click(q("syncNow")));
}

/// The supervisor opens the only case that waits, is refused without reading, reads every paper to its last page and approves.
void readAndApprove(WindowDriver& driver, const CaseId& id, const char* picture) {
    driver.workspace().showPage(q("approvals"));
    ASSERT_TRUE(driver.settle());
    ASSERT_EQ(driver.workspace().approvalsPage()->rows(), 1);
    driver.workspace().approvalsPage()->openRow(0);
    ASSERT_TRUE(driver.settle());
    EXPECT_EQ(driver.workspace().approvalsPage()->current(), id);
    ASSERT_TRUE(driver.click(q("approveButton")));
    EXPECT_TRUE(driver.shows(q("E_NOT_READ"), q("dossierView"))) << "approved without reading";
    driver.picture(q(picture) + q("-refused"));
    auto* papers = driver.find<QTableView>(q("dossierPapers"));
    ASSERT_NE(papers, nullptr);
    for (int row = 0; row < papers->model()->rowCount(); ++row) {
        const auto key = papers->model()->index(row, 0).data(widgets::RowsModel::KeyRole).toByteArray();
        if (key.startsWith("need:")) continue;
        papers->setCurrentIndex(papers->model()->index(row, 0));
        ASSERT_GE(driver.readPaper(q("dossierView")), 1) << key.toStdString();
    }
    driver.picture(q(picture) + q("-read"));
    ASSERT_TRUE(driver.type(q("approvalReason"), q("Papers read; appeal window over.")));
    ASSERT_TRUE(driver.click(q("approveButton"))) << driver.refusals();
    ASSERT_TRUE(driver.find(q("formSend"), q("formDialog")) != nullptr) << driver.refusals();
    driver.picture(q(picture) + q("-confirm"));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog")));
    driver.workspace().openCase(id);
    ASSERT_TRUE(driver.settle());
    ASSERT_EQ(stateOf(driver), record::CaseState::Approved) << driver.refusals();
}

const std::vector<record::RoleGrant> kExaminer{grant(record::Role::Officer), grant(record::Role::ExaminerFinger)};

std::vector<access::NewOfficer> northOfficers() {
    return {{"officer", "I. Salvatierra", kExaminer},
            {"second", "M. Aldecoa", kExaminer},
            {"clerk", "J. Pardo", {grant(record::Role::Officer)}},
            {"supervisor", "R. Quintanar", {grant(record::Role::Supervisor)}}};
}

/// Flow (a): nothing found; the person is admitted without a supervisor, because the search was whole.
TEST(WholePost, ATravelerOfWhomNothingIsFoundIsAdmittedWithoutASupervisor) {
    const SystemClock clock;
    const test::ServerProcess server;
    const test::TempFolder temp;
    fillLists(server, clock.now());
    const OnePost north(temp, "Paso Alto", northOfficers(), server, clock);
    openCase(north, clock.now(), kUnlisted, "Unlisted");
    WindowDriver driver(north.folder, clock);
    examinedByTwo(driver, q("unlisted"), q("000001"), false);
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(driver.signIn(q("officer"), kPass));
    openFromQueue(driver, q("unlisted"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_EQ(driver.workspace().casePage()->file()->view.outcome, record::Outcome::NoCandidate);
    propose(driver, "admit");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_FALSE(driver.workspace().casePage()->file()->needsApproval);
    EXPECT_EQ(driver.find(q("submitButton")), nullptr) << "nobody has to approve it";
    ASSERT_TRUE(driver.type(q("receiptField"), q("counter 2, admitted")));
    ASSERT_TRUE(driver.click(q("executeButton")));
    ASSERT_EQ(stateOf(driver), record::CaseState::Executed) << driver.refusals();
    ASSERT_TRUE(driver.click(q("closeButton")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog")));
    EXPECT_EQ(stateOf(driver), record::CaseState::Closed);
}

/// Flow (b): identified against a wanted entry; the owner's answer, countersigned by who read its paper; held, approved, handed over.
TEST(WholePost, AGuardStandsUntilTheOwnersAnswerIsCountersigned) {
    const SystemClock clock;
    const test::ServerProcess server;
    const test::TempFolder temp;
    fillLists(server, clock.now());
    const OnePost north(temp, "Paso Alto", northOfficers(), server, clock);
    const CaseId id = openCase(north, clock.now(), kFugitive, "Oyelaran");
    WindowDriver driver(north.folder, clock);
    examinedByTwo(driver, q("oyelar"), q("000001"), true);
    ASSERT_FALSE(testing::Test::HasFatalFailure());

    ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
    openFromQueue(driver, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& page = *driver.workspace().casePage();
    EXPECT_TRUE(page.file()->view.has(record::HoldKind::ReleaseGuard));
    EXPECT_EQ(driver.find(q("liftHold_release_guard")), nullptr) << "it follows from facts";
    propose(driver, "refer_partner_check");  // reads the coverage and takes the case
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("admit")));
    EXPECT_TRUE(driver.shows(q("E_RELEASE_GUARD"), q("dispositionTab"))) << "the refusal stands beside the choice";
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("hold_fugitive")));
    EXPECT_TRUE(driver.shows(q("E_NOT_CONFIRMED"), q("dispositionTab")));
    page.showTab(q("guard"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.find(q("guardTab")) != nullptr);
    ASSERT_TRUE(driver.click(q("act_watchlist.request")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog")));
    EXPECT_EQ(page.file()->view.requests.size(), 1u) << driver.refusals();
    addPaper(driver, textFile(temp, "Call note", 70), q("owner_answer"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    addPaper(driver, textFile(temp, "Identity"), q("identity_basis"));
    addPaper(driver, textFile(temp, "Rights"), q("rights_information"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    page.showTab(q("guard"));
    ASSERT_TRUE(driver.settle());
    driver.picture(q("guard-asked"));
    ASSERT_TRUE(driver.click(q("act_watchlist.confirm")));
    ASSERT_TRUE(driver.type(q("guardReference"), q("UTN-G-88-4471")));
    ASSERT_TRUE(driver.type(q("guardAnsweredBy"), q("D. Ormaechea, prosecutor")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    ASSERT_EQ(page.file()->view.answers.size(), 1u) << driver.refusals();
    EXPECT_EQ(driver.find(q("countersign")), nullptr) << "nobody countersigns the own record";
    EXPECT_EQ(page.file()->view.confirmation, "recorded");
    ASSERT_TRUE(driver.signOut());

    ASSERT_TRUE(driver.signIn(q("officer"), kPass));
    openFromQueue(driver, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& signer = *driver.workspace().casePage();
    signer.showTab(q("guard"));
    ASSERT_TRUE(driver.settle());
    EXPECT_EQ(driver.find(q("countersign")), nullptr) << "the paper was not read";
    ASSERT_TRUE(driver.click(q("readAnswerPaper")));
    EXPECT_EQ(driver.readPaper(q("paperDialog")), 2);
    signer.showTab(q("guard"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.click(q("countersign"))) << driver.refusals();
    ASSERT_TRUE(driver.click(q("countersignCheck")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    EXPECT_EQ(signer.file()->view.confirmation, "confirmed") << driver.refusals();
    driver.picture(q("guard-confirmed"));
    ASSERT_TRUE(driver.signOut());

    ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
    openFromQueue(driver, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& decides = *driver.workspace().casePage();
    decides.showTab(q("disposition"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("hold_fugitive")));
    ASSERT_TRUE(driver.type(q("dispositionReasons"), q("The warrant stands.")));
    ASSERT_TRUE(driver.click(q("proposeButton")));
    ASSERT_EQ(decides.file()->view.disposition->disposition, record::Disposition::HoldFugitive) << driver.refusals();
    EXPECT_EQ(decides.file()->view.disposition->facts.grade, record::EvidenceGrade::Warrant) << "the grade comes from the entry";
    ASSERT_TRUE(driver.click(q("submitButton")));
    ASSERT_EQ(stateOf(driver), record::CaseState::PendingApproval) << driver.refusals();
    synchronise(driver);
    ASSERT_TRUE(driver.signOut());

    ASSERT_TRUE(driver.signIn(q("supervisor"), kPass));
    readAndApprove(driver, id, "dossier-hold");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(driver.signOut());

    ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
    openFromQueue(driver, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    driver.workspace().casePage()->showTab(q("disposition"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.type(q("receiptField"), q("handed over to the judicial police, 17:20")));
    ASSERT_TRUE(driver.click(q("executeButton")));
    ASSERT_EQ(stateOf(driver), record::CaseState::Executed) << driver.refusals();
    ASSERT_TRUE(driver.click(q("closeButton")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog")));
    EXPECT_EQ(stateOf(driver), record::CaseState::Closed) << driver.refusals();
}

/// Flow (c): a whole dossier read page by page, a paper that undoes the approval, the manifest, and another post that is told.
TEST(WholePost, ARepatriationIsApprovedForOneDossierAndShownByAnotherPost) {
    const SystemClock clock;
    const test::ServerProcess server;
    const test::TempFolder temp;
    fillLists(server, clock.now());
    const OnePost north(temp, "Paso Alto", northOfficers(), server, clock);
    const OnePost south(temp, "Rio Norte", {{"osorno", "E. Osorno", {grant(record::Role::Officer)}}}, server, clock);
    const CaseId id = openCase(north, clock.now(), kTraveler, "Dubrovska");
    {
        WindowDriver driver(north.folder, clock);
        examinedByTwo(driver, q("dubrov"), q("000001"), true);
        ASSERT_FALSE(testing::Test::HasFatalFailure());

        ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
        openFromQueue(driver, q("dubrov"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        auto& page = *driver.workspace().casePage();
        for (const char* kind : {"identity_basis", "nationality", "protection_information", "final_order"})
            addPaper(driver, textFile(temp, kind), q(kind));
        addPaper(driver, pdfFile(temp, "fear", 3), q("fear_question"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        EXPECT_EQ(page.file()->view.documents.back().pages, 3) << "pages are counted";
        propose(driver, "repatriate");
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        ASSERT_TRUE(driver.click(q("submitButton")));
        EXPECT_EQ(stateOf(driver), record::CaseState::DispositionProposed);
        EXPECT_TRUE(driver.shows(q("E_PAPER_MISSING"), q("dispositionTab")));
        ASSERT_TRUE(driver.click(q("goToPapers")));
        driver.picture(q("papers-missing"));
        for (const char* kind : {"vulnerability", "child", "medical", "family_unity", "consular_contact"}) {
            ASSERT_TRUE(driver.click(q("waive_") + q(kind))) << kind;
            ASSERT_TRUE(driver.type(q("waiveReason"), q("looked into, nothing of the kind")));
            ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
        }
        addPaper(driver, textFile(temp, "appeal"), q("appeal_window"), QString::fromStdString(toIso(clock.now() - std::chrono::days(9)).substr(0, 10)));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        page.showTab(q("disposition"));
        ASSERT_TRUE(driver.settle());
        ASSERT_TRUE(driver.click(q("submitButton")));
        ASSERT_EQ(stateOf(driver), record::CaseState::PendingApproval) << driver.refusals();
        synchronise(driver);
        ASSERT_TRUE(driver.signOut());

        ASSERT_TRUE(driver.signIn(q("supervisor"), kPass));
        readAndApprove(driver, id, "dossier-return");
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        ASSERT_TRUE(driver.signOut());

        // A paper that comes after the approval undoes it.
        ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
        openFromQueue(driver, q("dubrov"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        addPaper(driver, textFile(temp, "late"), q("other"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        driver.workspace().casePage()->showTab(q("disposition"));
        ASSERT_TRUE(driver.settle());
        EXPECT_TRUE(driver.find(q("approvalOutdated")) != nullptr);
        EXPECT_TRUE(driver.shows(q("E_APPROVAL_OUTDATED"), q("dispositionTab")));
        synchronise(driver);
        ASSERT_TRUE(driver.signOut());
        ASSERT_TRUE(driver.signIn(q("supervisor"), kPass));
        driver.workspace().showPage(q("approvals"));
        ASSERT_TRUE(driver.settle());
        driver.workspace().approvalsPage()->openRow(0);
        ASSERT_TRUE(driver.settle());
        EXPECT_TRUE(driver.find(q("dossierChanges")) != nullptr) << "what changed is said";
        EXPECT_TRUE(driver.shows(q("Document added"), q("dossierChanges")));
        driver.workspace().showPage(q("queue"));
        ASSERT_TRUE(driver.click(q("rail_approvals")));
        emit driver.workspace().approvalsPage()->findChild<approvals::DossierView*>()->backRequested();
        readAndApprove(driver, id, "dossier-again");
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        ASSERT_TRUE(driver.signOut());

        ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
        openFromQueue(driver, q("dubrov"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        driver.workspace().casePage()->showTab(q("disposition"));
        ASSERT_TRUE(driver.settle());
        ASSERT_TRUE(driver.click(q("manifestButton"))) << driver.refusals();
        ASSERT_TRUE(driver.type(q("manifestField"), q("UT 418, 24 Nov, list 3")));
        ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
        EXPECT_EQ(driver.workspace().casePage()->file()->view.disposition->manifest, "UT 418, 24 Nov, list 3") << driver.refusals();
        ASSERT_TRUE(driver.type(q("receiptField"), q("boarded, handover receipt 77")));
        ASSERT_TRUE(driver.click(q("executeButton")));
        ASSERT_EQ(stateOf(driver), record::CaseState::Executed) << driver.refusals();
        synchronise(driver);
        ASSERT_TRUE(driver.signOut());
    }
    WindowDriver driver(south.folder, clock);
    ASSERT_TRUE(driver.signIn(q("osorno"), kPass));
    EXPECT_EQ(driver.workspace().queuePage()->shownRows(), 0) << "the other post knows the case before it synced";
    // Nobody presses anything: the post synchronises by itself.
    driver.window().setSyncPace({std::chrono::minutes(5), std::chrono::milliseconds(50)});
    ASSERT_TRUE(QTest::qWaitFor([&] { return driver.workspace().queuePage()->shownRows() > 0; }, 30000));
    ASSERT_TRUE(driver.settle());
    openFromQueue(driver, q("dubrov"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& page = *driver.workspace().casePage();
    EXPECT_EQ(page.current(), id);
    ASSERT_TRUE(page.file()->view.disposition.has_value());
    EXPECT_EQ(page.file()->view.disposition->disposition, record::Disposition::Repatriate);
    page.showTab(q("disposition"));
    ASSERT_TRUE(driver.settle());
    EXPECT_TRUE(driver.shows(q("Repatriate"), q("dispositionTab")));
    EXPECT_TRUE(driver.shows(q("Approved by"), q("dispositionTab")));
    EXPECT_TRUE(driver.shows(q("UT 418"), q("dispositionTab")));
}

}  // namespace
}  // namespace cotejo::ui_test
