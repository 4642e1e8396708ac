#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <memory>

#include "tests/ui/served_post.h"
#include "tests/ui/window_driver.h"
#include "ui/approvals/approvals_page.h"
#include "ui/approvals/dossier_view.h"
#include "ui/casefile/case_page.h"
#include "ui/queue/queue_page.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/tables/rows_model.h"

/// What people do in the window, step by step, for tests that go through a whole case.
namespace cotejo::ui_test {

/// Finds the case by typing into the queue and opens it.
inline void openFromQueue(WindowDriver& driver, const QString& words) {
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

inline record::CaseState stateOf(WindowDriver& driver) { return driver.workspace().casePage()->file()->view.state; }

/// One examiner's work on the fingers: analysis, every candidate, reveal, conclusion, coverage.
/// `step` of the scale for each candidate; without one the last, an identification.
inline void examine(WindowDriver& driver, int step = -1) {
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
        QTest::mouseClick(scale->button(step < 0 ? scale->count() - 1 : step), Qt::LeftButton);
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
inline void addPaper(WindowDriver& driver, const std::filesystem::path& path, const QString& kind, const QString& until = {}) {
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
inline void examinedByTwo(WindowDriver& driver, const QString& words, const QString& number, bool secondAlways) {
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
inline void propose(WindowDriver& driver, const char* disposition) {
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

inline void synchronise(WindowDriver& driver) {
    driver.workspace().showPage(q("activity"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.click(q("syncNow")));
}

/// The supervisor opens the only case that waits, is refused without reading, reads every paper to its last page and approves.
inline void readAndApprove(WindowDriver& driver, const CaseId& id, const char* picture) {
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

inline const std::vector<record::RoleGrant> kExaminer{grant(record::Role::Officer), grant(record::Role::ExaminerFinger)};

inline std::vector<access::NewOfficer> northOfficers() {
    return {{"officer", "I. Salvatierra", kExaminer},
            {"second", "M. Aldecoa", kExaminer},
            {"clerk", "J. Pardo", {grant(record::Role::Officer)}},
            {"desk", "L. Montiel", {grant(record::Role::Officer)}},
            {"supervisor", "R. Quintanar", {grant(record::Role::Supervisor)}},
            {"protection", "A. Ruiz", {grant(record::Role::Protection)}},
            {"dpo", "N. Lara", {grant(record::Role::Dpo)}}};
}

/// A server with its lists, and the north post, enrolled.
class WholePost : public ::testing::Test {
  protected:
    WholePost() {
        fillLists(server, clock.now());
        m_north = std::make_unique<OnePost>(temp, "Paso Alto", northOfficers(), server, clock);
    }
    const OnePost& north() const { return *m_north; }
    /// The traveler's case at the north post, identified by two examiners; the window stands at its sign-in. Failures are fatal ones.
    std::unique_ptr<WindowDriver> identifiedTraveler() {
        openCase(north(), clock.now(), kTraveler, "Dubrovska");
        auto driver = std::make_unique<WindowDriver>(north().folder, clock);
        examinedByTwo(*driver, q("dubrov"), q("000001"), true);
        return driver;
    }

    const SystemClock clock;
    const test::ServerProcess server;
    const test::TempFolder temp;

  private:
    std::unique_ptr<OnePost> m_north;
};

}  // namespace cotejo::ui_test
