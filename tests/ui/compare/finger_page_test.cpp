#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <array>

#include "tests/ui/compare/page_samples.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/compare/finger/pair_model.h"
#include "ui/widgets/choices/segmented.h"

namespace cotejo::compare {
namespace {

using namespace samples;

class FingerPageTest : public ::testing::Test {
  protected:
    void SetUp() override {
        page.resize(1522, 838);
        page.setProtocol(comparing());
        page.setAnalysis("Clear whorl.", true);
        values.probe = drawn::finger(7, {388, 480}, 0, {});
        values.probe.title = "Probe";
        values.probe.detail = "right index · 500 ppi declared · 46 minutiae";
        values.reference = drawn::finger(7, {388, 480}, -11, {14, -10});
        values.reference->title = "Reference C";
        values.reference->detail = "500 ppi header · 46 minutiae";
        for (int i = 1; i <= 10; ++i) {
            FingerCell cell;
            cell.position = record::FingerPosition(i);
            cell.probe = values.probe.original;
            cell.hasProbe = true;
            cell.hasReference = i <= 4;
            if (cell.hasReference) cell.reference = values.reference->original;
            if (i == 8) cell.sequence = FingerCell::Sequence::Weak;
            if (i == 10) {
                cell.probe = {};
                cell.hasProbe = false;
                cell.missing = "Bandaged";
            }
            board.push_back(cell);
        }
        page.setCandidates(cards(4, 3), "key2");
        page.setBoard(board, record::FingerPosition::RightIndex);
        page.setComparison(values);
        page.show();
        ASSERT_TRUE(QTest::qWaitFor([&] { return page.canvas()->isReady(); }, 20000));
    }
    /// The machine's pairs, as a session hands them over after the reveal.
    std::vector<MinutiaPair> machine() const {
        auto pairs = drawn::pairs(values.probe, *values.reference);
        for (auto& pair : pairs)
            pair.machine = true;
        return pairs;
    }
    void pair(int probe, int reference) {
        auto* canvas = page.canvas();
        QTest::keyClick(canvas, Qt::Key_E);
        ASSERT_TRUE(canvas->isPairing());
        const auto click = [&](Side side, const Minutia& minutia) {
            const QRectF all(canvas->rect());
            const QPointF centre(all.width() * (side == Side::Probe ? 0.25 : 0.75), all.height() / 2);
            QTest::mouseClick(canvas, Qt::LeftButton, {}, (centre + canvas->view().toPanel(side).map(minutia.at)).toPoint());
        };
        click(Side::Probe, values.probe.minutiae[std::size_t(probe)]);
        click(Side::Reference, values.reference->minutiae[std::size_t(reference)]);
        QTest::keyClick(canvas, Qt::Key_E);
    }
    QString cellText(int number) const { return page.findChild<QAbstractButton*>(QString("finger_%1").arg(number))->accessibleName(); }

    FingerPage page;
    FingerComparisonValues values;
    std::vector<FingerCell> board;
};

TEST_F(FingerPageTest, OwnPairsAreMadeByClickAndSaved) {
    auto* canvas = page.canvas();
    auto* table = page.findChild<QTableView*>("pairTable");
    auto* model = page.findChild<PairModel*>();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(model->rowCount(), 0) << "before reveal there are no pairs but the examiner's";
    EXPECT_FALSE(canvas->view().canAlign());
    const auto truth = drawn::pairs(values.probe, *values.reference);
    pair(truth[2].probe, truth[2].reference);
    ASSERT_EQ(canvas->pairs().size(), 1U);
    EXPECT_TRUE(canvas->pairs()[0].own);
    EXPECT_EQ(canvas->pairs()[0].probe, truth[2].probe);
    EXPECT_EQ(canvas->pairs()[0].reference, truth[2].reference);
    EXPECT_FALSE(canvas->view().canAlign()) << "one pair aligns nothing";
    pair(truth[9].probe, truth[9].reference);
    ASSERT_EQ(canvas->pairs().size(), 2U);
    EXPECT_TRUE(canvas->view().canAlign());
    EXPECT_FALSE(canvas->view().isAligned()) << "nothing is aligned unasked";
    QTest::mouseClick(page.findChild<QPushButton*>("aligned"), Qt::LeftButton);
    EXPECT_NEAR(canvas->view().relativeAngle(), 11, 1.5);
    EXPECT_TRUE(table->isColumnHidden(PairModel::DeviationColumn));
    EXPECT_FALSE(page.findChild<QWidget*>("pairSlider")->isVisible());
    table->setCurrentIndex(model->index(0, 0));
    EXPECT_EQ(canvas->chosenPair(), 0);
    QTest::keyClick(canvas, Qt::Key_Q);
    EXPECT_TRUE(model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains("doubtful"));
    EXPECT_FALSE(model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains("deviation"));
    QTest::keyClick(canvas, Qt::Key_N);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, {280, 300});
    QTest::keyClick(canvas, Qt::Key_Escape);
    keep(page, "page-finger");
    everyControlIsNamed(page);
    QSignalSpy saved(&page, &ReviewPage::provisionalSaved);
    QTest::mouseClick(page.findChild<widgets::Segmented*>("conclusionScale")->button(3), Qt::LeftButton);
    page.findChild<QPlainTextEdit*>("counterReason")->setPlainText("Blurred near the delta of the reference.");
    QTest::mouseClick(page.findChild<QPushButton*>("saveConclusion"), Qt::LeftButton);
    ASSERT_EQ(saved.count(), 1);
    const auto notes = saved[0][1].value<ExaminerNotes>();
    ASSERT_EQ(notes.pairs.size(), 2U);
    EXPECT_EQ(notes.pairs[0].verdict, Verdict::Doubtful);
    EXPECT_EQ(notes.pairs[0].position, record::FingerPosition::RightIndex);
    ASSERT_EQ(notes.fingerMarks.size(), 1U);
    EXPECT_EQ(notes.fingerMarks[0].mark.kind, ExaminerMark::Kind::Core);
    EXPECT_EQ(notes.step, record::ExaminerConclusion::SupportSame);

    // Numbers of another version of the engine: the places find the pair again.
    auto renumbered = ExaminerNotes::fromText(notes.toText());
    ASSERT_EQ(renumbered.pairs.size(), 2U);
    for (auto& each : renumbered.pairs)
        std::swap(each.probe, each.reference);
    page.forgetDraft("key2");
    page.setStoredNotes("key2", renumbered);
    ASSERT_EQ(canvas->pairs().size(), 2U);
    EXPECT_EQ(canvas->pairs()[0].probe, truth[2].probe);
    EXPECT_EQ(canvas->pairs()[0].reference, truth[2].reference);

    table->setCurrentIndex(model->index(1, 0));
    QTest::mouseClick(page.findChild<QPushButton*>("removePair"), Qt::LeftButton);
    EXPECT_EQ(canvas->pairs().size(), 1U);
    EXPECT_EQ(model->rowCount(), 1);
}

TEST_F(FingerPageTest, PairsAreMadeByKeyboardToo) {
    auto* canvas = page.canvas();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_E);
    EXPECT_TRUE(canvas->accessibleDescription().contains("minutia of the probe"));
    const QString before = canvas->accessibleDescription();
    QTest::keyClick(canvas, Qt::Key_Right);
    EXPECT_NE(canvas->accessibleDescription(), before) << "the arrow keys walk the minutiae";
    QTest::keyClick(canvas, Qt::Key_Return);
    EXPECT_TRUE(canvas->accessibleDescription().contains("minutia of the reference"));
    QTest::keyClick(canvas, Qt::Key_Backspace);
    EXPECT_TRUE(canvas->accessibleDescription().contains("minutia of the probe")) << "taken back";
    QTest::keyClick(canvas, Qt::Key_Return);
    QTest::keyClick(canvas, Qt::Key_Return);
    EXPECT_EQ(canvas->pairs().size(), 1U);
    QTest::keyClick(canvas, Qt::Key_Escape);
    EXPECT_FALSE(canvas->isPairing());
    QTest::keyClick(canvas, Qt::Key_Delete);
    EXPECT_TRUE(canvas->pairs().empty());
}

TEST_F(FingerPageTest, AfterRevealTheMachinesPairsStandBesideTheOwn) {
    const auto truth = drawn::pairs(values.probe, *values.reference);
    pair(truth[2].probe, truth[2].reference);
    QSignalSpy saved(&page, &ReviewPage::provisionalSaved);
    QTest::mouseClick(page.findChild<QPushButton*>("saveConclusion"), Qt::LeftButton);
    ASSERT_EQ(saved.count(), 1);
    const auto notes = saved[0][1].value<ExaminerNotes>();
    page.forgetDraft("key2");
    page.setStoredNotes("key2", notes);
    page.setProtocol({ProtocolStep::Conclude, "Revealed 10:17 by you · recorded act", {}, true, {}, false});
    auto scores = revealed();
    scores.modality = record::Modality::Finger;
    page.setReveal(scores);
    page.showView(ReviewPage::View::Comparison);
    values.pairs = machine();
    values.alignment = rigidFit(std::array{values.reference->minutiae[std::size_t(truth[0].reference)].at, values.reference->minutiae[std::size_t(truth[5].reference)].at},
                                std::array{values.probe.minutiae[std::size_t(truth[0].probe)].at, values.probe.minutiae[std::size_t(truth[5].probe)].at});
    page.setComparison(values);
    auto* canvas = page.canvas();
    auto* table = page.findChild<QTableView*>("pairTable");
    auto* model = page.findChild<PairModel*>();
    ASSERT_EQ(canvas->pairs().size(), truth.size()) << "one that both found is one";
    EXPECT_TRUE(canvas->pairs()[0].own);
    EXPECT_TRUE(canvas->pairs()[0].machine);
    EXPECT_TRUE(canvas->view().isAligned());
    EXPECT_FALSE(table->isColumnHidden(PairModel::DeviationColumn));
    EXPECT_EQ(canvas->shownPairs(), 15);
    EXPECT_TRUE(table->isRowHidden(15));
    for (int row = 2; row < model->rowCount(); ++row)
        EXPECT_LE(model->index(row - 1, PairModel::DeviationColumn).data().toDouble(),
                  model->index(row, PairModel::DeviationColumn).data().toDouble());
    canvas->choosePair(0);
    QTest::keyClick(canvas, Qt::Key_Delete);
    EXPECT_EQ(canvas->pairs().size(), truth.size()) << "to be read, not changed";
    QTest::keyClick(canvas, Qt::Key_E);
    EXPECT_FALSE(canvas->isPairing());
    keep(page, "page-finger-read");
    everyControlIsNamed(page);
}

TEST_F(FingerPageTest, BoardSaysNoReferenceOnlyWhereThereIsNone) {
    EXPECT_TRUE(cellText(1).contains("Both there")) << cellText(1).toStdString();
    EXPECT_TRUE(cellText(5).contains("No reference")) << cellText(5).toStdString();
    EXPECT_TRUE(cellText(10).contains("Bandaged"));
    for (int i = 1; i <= 10; ++i)
        EXPECT_FALSE(cellText(i).contains("In sequence")) << "nobody has checked it";
    board[0].sequence = FingerCell::Sequence::InSequence;
    page.setBoard(board, record::FingerPosition::RightIndex);
    EXPECT_TRUE(cellText(1).contains("In sequence"));
    page.setCandidates(cards(4, 3), {});
    page.setBoard(board, record::FingerPosition::RightIndex);
    EXPECT_FALSE(cellText(5).contains("No reference")) << "no candidate is open";
}

}  // namespace
}  // namespace cotejo::compare
