#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "tests/ui/compare/drawn_samples.h"
#include "ui/compare/reveal/base_rate.h"
#include "ui/compare/protocol/conclusion_form.h"
#include "ui/compare/face/face_page.h"
#include "ui/compare/face/feature_list.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/compare/finger/pair_model.h"
#include "ui/compare/reveal/reveal_panel.h"
#include "ui/compare/reveal/score_model.h"
#include "ui/widgets/segmented.h"

namespace cotejo::compare {
namespace {

/// Pictures for people to look at, in each theme; nothing is written without COTEJO_PICTURES.
void keep(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    for (const auto& [kind, suffix] :
         {std::pair(widgets::ThemeKind::Light, ""), std::pair(widgets::ThemeKind::Dark, "-dark")}) {
        widgets::applyTheme(*qApp, kind);
        QTest::qWait(0);
        widget.grab().save(folder + "/" + name + suffix + ".png");
    }
    widgets::applyTheme(*qApp, widgets::ThemeKind::Light);
}

void everyControlIsNamed(const QWidget& page) {
    for (const auto* widget : page.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
            qobject_cast<const QLabel*>(widget))
            continue;
        EXPECT_FALSE(widget->accessibleName().isEmpty() &&
                     (!qobject_cast<const QAbstractButton*>(widget) ||
                      static_cast<const QAbstractButton*>(widget)->text().isEmpty()))
            << widget->metaObject()->className() << " " << widget->objectName().toStdString()
            << " has no accessible name";
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
            button && button->text().isEmpty() && !button->icon().isNull()) {
            EXPECT_FALSE(button->toolTip().isEmpty())
                << button->objectName().toStdString() << " shows an icon only, without a tooltip";
        }
    }
}

std::vector<CandidateCard> cards(int count, int visited) {
    std::vector<CandidateCard> result;
    for (int i = 0; i < count; ++i)
        result.push_back(
            {QString("key%1").arg(i),
             QString(QChar('A' + i)),
             drawn::face({300, 380}, i * 2 - 4, i % 3, QColor::fromHsv(25, 40 + 9 * i, 90)).image,
             i < visited,
             {}});
    return result;
}

FaceImage probe() {
    auto face = drawn::face({1280, 1600}, 0, 0, QColor("#574f49"));
    face.title = "Probe";
    face.detail = "live · today 09:50";
    return face;
}

FaceImage reference() {
    auto face = drawn::face({960, 1200}, 4, 1.6, QColor("#5b534c"));
    face.title = "Candidate C";
    face.detail = "reference · taken 2023";
    return face;
}

RevealValues revealed() {
    RevealValues values;
    values.revealed = "Revealed 10:17 by you · recorded act";
    const std::array<double, 6> scores{0.447, 0.391, 0.377, 0.362, 0.355, 0.349};
    const QString letters = "CBEAFD";
    for (int i = 0; i < 6; ++i)
        values.rows.push_back({QString("key%1").arg(letters[i].unicode() - 'A'), QString(letters[i]),
                               std::nullopt,
                               i == 0   ? record::ExaminerConclusion::Inconclusive
                               : i == 1 ? record::ExaminerConclusion::Inconclusive
                                        : record::ExaminerConclusion::Exclusion,
                               scores[std::size_t(i)], i + 1, i == 0});
    values.entry = {"HALVORSEN, Marit Elin",
                    "Wanted persons",
                    "Prosecutor of UTO",
                    "Arrest warrant 311/2025",
                    "Warrant",
                    "30 Jan 2027",
                    "Entry active",
                    "",
                    true};
    values.probe = probe().image;
    values.reference = reference().image;
    values.calibration = {"ctj-face-1", "CAL-2026-03", 0.412, 1e-4,       0.03, 1.0 / 34000,
                          0.03,         false,         7004,  43'800'000, {},   {}};
    for (int i = 0; i <= 80; ++i) {
        const double x = -0.35 + i * 0.01, m = 0.3 + i * 0.0095;
        values.calibration.nonMatedCurve.push_back({x, std::exp(-std::pow((x - 0.006) / 0.11, 2) / 2)});
        values.calibration.matedCurve.push_back({m, 0.82 * std::exp(-std::pow((m - 0.69) / 0.118, 2) / 2)});
    }
    values.gallerySize = 5000;
    values.searched = {{"Wanted persons", 5000, "2 h 14 min"},
                       {"Encounters · by document", 218'406, "2 h 14 min"}};
    values.notSearched = {{"Partner lists", "no agreement in force"},
                          {"Fingerprint: left little", "bandaged"}};
    values.samples = "1 live face (sufficient), 9 fingerprints.";
    return values;
}

ProtocolState comparing() {
    return {ProtocolStep::Comparison,
            "2 candidates to see and 3 conclusions are missing",
            "E_NOT_VISITED",
            true,
            {}};
}

class FacePageTest : public ::testing::Test {
  protected:
    void SetUp() override {
        m_page.resize(1522, 838);
        m_page.setProtocol(comparing());
        m_page.setAnalysis("Frontal, even light, 184 px between the eyes; hair covers both ears.", true);
        m_page.setProbe(probe(), {"Sufficient", widgets::Tone::Ok, {}});
        auto six = cards(6, 4);
        six[0].provisional = Leaning::Exclusion;
        six[1].provisional = Leaning::Inconclusive;
        six[3].provisional = Leaning::TendsToExclusion;
        ExaminerNotes notes;
        notes.leaning = Leaning::TendsToIdentification;
        notes.counterReason =
            "Brows with another arch, right cheek without detail; the mole is only seen with forced light.";
        notes.features = {{Feature::HeadOutline, {FeatureWord::Similar, {}}},
                          {Feature::Hairline, {FeatureWord::NotVisible, "covered by the fringe"}},
                          {Feature::Eyebrows, {FeatureWord::Different, "higher arch in C; plucked?"}},
                          {Feature::Nose, {FeatureWord::Similar, "tip and wings"}}};
        m_page.setStoredNotes("key2", notes);
        m_page.setCandidates(six, "key2");
        m_page.setReference(
            reference(),
            {"Limited", widgets::Tone::Warn,
             "C: light from the side; the right half loses detail. Compare over the left half."});
        m_page.show();
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_page.canvas()->isReady(); }, 20000));
        QTest::qWait(0);
    }
    FacePage m_page;
};

TEST_F(FacePageTest, LooksAsDesigned) {
    keep(m_page, "page-face");
    everyControlIsNamed(m_page);
}

TEST_F(FacePageTest, NothingOfTheListIsOnThePageBeforeReveal) {
    for (const auto* label : m_page.findChildren<QLabel*>()) {
        if (!label->isVisible()) continue;
        EXPECT_FALSE(label->text().contains("HALVORSEN"));
        EXPECT_FALSE(label->text().contains("0.447"));
    }
    EXPECT_FALSE(m_page.findChild<RevealPanel*>()->isVisible());
    EXPECT_EQ(m_page.findChild<ScoreModel*>()->rowCount(), 0);
}

TEST_F(FacePageTest, ShutRevealSaysWhyAndDoesNothing) {
    QSignalSpy asked(&m_page, &ReviewPage::revealAsked);
    auto* button = m_page.findChild<QPushButton*>("protocolAct");
    ASSERT_TRUE(button);
    EXPECT_TRUE(button->isEnabled()) << "refused by a rule is focusable";
    EXPECT_TRUE(button->accessibleDescription().contains("E_NOT_VISITED"));
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(asked.count(), 0);
    m_page.setProtocol({ProtocolStep::Reveal, {}, {}, true, {}});
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(FacePageTest, UnsavedNotesStayWithTheirCandidate) {
    QSignalSpy opened(&m_page, &ReviewPage::candidateOpened);
    QSignalSpy saved(&m_page, &ReviewPage::provisionalSaved);
    auto* features = m_page.findChild<FeatureList*>();
    features->model()->setWord(int(Feature::Mouth), FeatureWord::Similar);
    auto* counter = m_page.findChild<QPlainTextEdit*>("counterReason");
    counter->setPlainText("Another reason");
    QTest::mouseClick(m_page.findChild<QAbstractButton*>("candidate_E"), Qt::LeftButton);
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened[0][0].toString(), "key4");
    EXPECT_TRUE(counter->toPlainText().isEmpty());
    EXPECT_EQ(features->model()->answered(), 0);
    QTest::mouseClick(m_page.findChild<QAbstractButton*>("candidate_C"), Qt::LeftButton);
    EXPECT_EQ(counter->toPlainText(), "Another reason");
    EXPECT_EQ(features->model()->answered(), 5);
    QTest::mouseClick(m_page.findChild<QPushButton*>("saveConclusion"), Qt::LeftButton);
    ASSERT_EQ(saved.count(), 1);
    const auto notes = saved[0][1].value<ExaminerNotes>();
    EXPECT_EQ(notes.counterReason, "Another reason");
    EXPECT_EQ(notes.leaning, Leaning::TendsToIdentification);
    EXPECT_EQ(notes.features.at(Feature::Mouth).word, FeatureWord::Similar);
}

TEST_F(FacePageTest, RevealShowsNumbersAndAChangeAsksWhy) {
    m_page.setProtocol({ProtocolStep::Conclude, "Revealed 10:17 by you · recorded act", {}, true, {}});
    m_page.setReveal(revealed());
    QTest::qWait(0);
    auto* panel = m_page.findChild<RevealPanel*>();
    ASSERT_TRUE(panel->isVisible());
    EXPECT_FALSE(panel->findChild<QWidget*>("changedAfterReveal")->isVisible());
    auto* scale = panel->findChild<widgets::Segmented*>("finalScale");
    QTest::mouseClick(scale->button(2), Qt::LeftButton);
    EXPECT_TRUE(panel->findChild<QWidget*>("changedAfterReveal")->isVisible());
    panel->findChild<QPlainTextEdit*>("reasonForChange")->setPlainText("Same dimple and scar under the lip.");
    QSignalSpy read(&m_page, &ReviewPage::coverageRead);
    QTest::mouseClick(panel->findChild<QCheckBox*>("coverageRead"), Qt::LeftButton, {}, {8, 8});
    EXPECT_EQ(read.count(), 1);
    const auto conclusions = panel->conclusions();
    ASSERT_EQ(conclusions.size(), 6U);
    EXPECT_EQ(conclusions[0].conclusion, record::ExaminerConclusion::Identification);
    EXPECT_FALSE(conclusions[0].reasonForChange.isEmpty());
    EXPECT_EQ(conclusions[1].conclusion, record::ExaminerConclusion::Inconclusive);
    EXPECT_TRUE(conclusions[1].reasonForChange.isEmpty());
    QSignalSpy concluded(&m_page, &ReviewPage::concluded);
    QTest::mouseClick(m_page.findChild<QPushButton*>("protocolAct"), Qt::LeftButton);
    EXPECT_EQ(concluded.count(), 1);
    QTest::qWait(0);
    keep(m_page, "page-reveal");
    everyControlIsNamed(m_page);
}

TEST(FacePage, ARefusalGoesWhenItsReasonIsGone) {
    FacePage page;
    page.resize(1522, 838);
    page.show();
    ProtocolState shut{ProtocolStep::Analysis, {}, "E_STATE", false, {}};
    shut.shut = {"Not possible in this state", {}, {}, "E_STATE"};
    page.setProtocol(shut);
    const auto shown = [&] {
        for (const auto* each : page.findChildren<QWidget*>())
            if (each->isVisible() && each->accessibleName().contains("Not possible in this state")) return true;
        return false;
    };
    EXPECT_TRUE(shown());
    page.setProtocol({ProtocolStep::Analysis, {}, {}, true, {}});
    EXPECT_FALSE(shown());
}

TEST(FacePage, AnalysisComesBeforeAnyCandidate) {
    FacePage page;
    page.resize(1522, 838);
    page.setProtocol({ProtocolStep::Analysis,
                      "The analysis of the probe is not saved yet",
                      "E_ANALYSIS_MISSING",
                      true,
                      {}});
    page.setAnalysis({}, false);
    page.setProbe(probe(), {"Sufficient", widgets::Tone::Ok, {}});
    page.setCandidates(cards(6, 0), "key0");
    page.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.canvas()->isReady(); }, 20000));
    EXPECT_TRUE(page.currentCandidate().isEmpty());
    EXPECT_FALSE(page.findChild<QAbstractButton*>("candidate_A")->isEnabled());
    QSignalSpy saved(&page, &ReviewPage::analysisSaved);
    page.findChild<QPlainTextEdit*>("reasons")->setPlainText("Frontal, even light.");
    keep(page, "page-face-analysis");
    QTest::mouseClick(page.findChild<QPushButton*>("saveConclusion"), Qt::LeftButton);
    ASSERT_EQ(saved.count(), 1);
    EXPECT_EQ(saved[0][0].toString(), "Frontal, even light.");
}

TEST(FingerPage, TableSliderAndCanvasChooseEachOther) {
    FingerPage page;
    page.resize(1522, 838);
    page.setProtocol(comparing());
    page.setAnalysis("Clear whorl.", true);
    FingerComparisonValues values;
    values.probe = drawn::finger(7, {388, 480}, 0, {});
    values.probe.title = "Probe";
    values.probe.detail = "right index · 500 ppi declared · 46 minutiae";
    values.reference = drawn::finger(7, {388, 480}, -11, {14, -10});
    values.reference->title = "Reference C";
    values.reference->detail = "500 ppi header · 46 minutiae";
    values.pairs = drawn::pairs(values.probe, *values.reference);
    std::vector<FingerCell> board;
    for (int i = 1; i <= 10; ++i) {
        FingerCell cell{record::FingerPosition(i),
                        values.probe.original,
                        values.reference->original,
                        {},
                        FingerCell::Sequence::InSequence};
        if (i == 5) cell.sequence = FingerCell::Sequence::Duplicate;
        if (i == 8) cell.sequence = FingerCell::Sequence::Weak;
        if (i == 10) {
            cell.probe = {};
            cell.missing = "Bandaged";
        }
        board.push_back(cell);
    }
    page.setCandidates(cards(4, 3), "key2");
    page.setBoard(board, record::FingerPosition::RightIndex);
    page.setComparison(values);
    page.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.canvas()->isReady(); }, 20000));
    auto* table = page.findChild<QTableView*>("pairTable");
    auto* model = page.findChild<PairModel*>();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(page.canvas()->shownPairs(), 14);
    EXPECT_TRUE(table->isRowHidden(14));
    for (int row = 1; row < model->rowCount(); ++row)
        EXPECT_LE(model->index(row - 1, PairModel::DeviationColumn).data().toDouble(),
                  model->index(row, PairModel::DeviationColumn).data().toDouble());
    table->setCurrentIndex(model->index(3, 0));
    EXPECT_EQ(page.canvas()->chosenPair(), 3);
    QTest::keyClick(page.canvas(), Qt::Key_Down);
    EXPECT_EQ(table->currentIndex().row(), 4);
    QSignalSpy saved(&page, &ReviewPage::provisionalSaved);
    QTest::keyClick(page.canvas(), Qt::Key_A);
    EXPECT_TRUE(model->index(4, 0).data(Qt::AccessibleTextRole).toString().contains("agreed"));
    QTest::keyClick(page.canvas(), Qt::Key_N);
    QTest::mouseClick(page.canvas(), Qt::LeftButton, {}, {280, 300});
    QTest::keyClick(page.canvas(), Qt::Key_Escape);
    QTest::mouseClick(page.findChild<widgets::Segmented*>("conclusionScale")->button(2), Qt::LeftButton);
    page.findChild<QPlainTextEdit*>("counterReason")
        ->setPlainText("Blurred near the delta of the reference.");
    QTest::mouseClick(page.findChild<QPushButton*>("saveConclusion"), Qt::LeftButton);
    ASSERT_EQ(saved.count(), 1);
    const auto notes = saved[0][1].value<ExaminerNotes>();
    ASSERT_EQ(notes.pairs.size(), 1U);
    EXPECT_EQ(notes.pairs[0].verdict, Verdict::Agreed);
    EXPECT_EQ(notes.pairs[0].position, record::FingerPosition::RightIndex);
    ASSERT_EQ(notes.fingerMarks.size(), 1U);
    EXPECT_EQ(notes.fingerMarks[0].mark.kind, ExaminerMark::Kind::Core);
    EXPECT_EQ(notes.leaning, Leaning::Identification);
    keep(page, "page-finger");
    everyControlIsNamed(page);
}

TEST(ExaminerNotes, TextComesBackAsItWas) {
    ExaminerNotes notes;
    notes.leaning = Leaning::TendsToExclusion;
    notes.features[Feature::Eyebrows] = {FeatureWord::Different, "más arqueadas en C; ¿depiladas?"};
    notes.features[Feature::Ears] = {std::nullopt, "covered"};
    notes.lights[1] = {20, -15, 1.4};
    notes.faceMarks = {{1, QPointF(310.5, 420), QPointF(200, 311.2)}, {2, std::nullopt, QPointF(5, 6)}};
    notes.pairs = {{record::FingerPosition::LeftRing, 12, 15, Verdict::Rejected}};
    notes.fingerMarks = {{record::FingerPosition::RightThumb,
                          {ExaminerMark::Kind::Delta, Side::Reference, {120, 380}, "unsure"}}};
    notes.prose = "First line.\n[feature] unheard_of similar\nLast line.";
    const QString text = notes.toText();
    const auto back = ExaminerNotes::fromText(text);
    EXPECT_EQ(back.toText(), text);
    EXPECT_EQ(back.leaning, notes.leaning);
    EXPECT_EQ(back.features, notes.features);
    EXPECT_EQ(back.lights, notes.lights);
    EXPECT_EQ(back.prose, notes.prose) << "lines that look like codes but are none stay prose";
    EXPECT_TRUE(notesInWords(text).contains("Eyebrows: Different"));
    EXPECT_FALSE(notesInWords(text).contains("[scale]"));
}

TEST(ExaminerNotes, DamagedLinesAreKeptAsProse) {
    for (const char* line :
         {"[scale] nearly", "[light] probe x 0 1", "[pair] right_index 1", "[pair] right_index a b agreed",
          "[face_mark] one - -", "[finger_mark] right_index core probe 1"})
        EXPECT_EQ(ExaminerNotes::fromText(line).prose, line) << line;
}

TEST(Scale, FivePositionsAreStoredAsThreeValues) {
    using enum record::ExaminerConclusion;
    EXPECT_EQ(storedAs(Leaning::Exclusion), Exclusion);
    EXPECT_EQ(storedAs(Leaning::TendsToExclusion), Inconclusive);
    EXPECT_EQ(storedAs(Leaning::Inconclusive), Inconclusive);
    EXPECT_EQ(storedAs(Leaning::TendsToIdentification), Inconclusive);
    EXPECT_EQ(storedAs(Leaning::Identification), Identification);
}

TEST(BaseRate, IsThatOfTheDesign) {
    const auto rate = baseRate(5000, 1e-4, 1.0 / 34000, 0.02, 1000, 1000);
    EXPECT_EQ(rate.of, 100);
    EXPECT_EQ(rate.any, 39);
    EXPECT_EQ(rate.asHigh, 14);
    EXPECT_EQ(rate.listedCandidates, 1);
    EXPECT_EQ(rate.strangerCandidates, 393);
    EXPECT_EQ(baseRate(0, 1e-4, 1e-4, 0, 1000, 1000).any, 0);
    EXPECT_EQ(baseRate(1'000'000, 1e-3, 1e-3, 0, 1000, 1000).any, 100);
    const auto small = baseRate(30, 1e-4, 1e-7, 0.02, 1000, 1000);
    EXPECT_EQ(small.of, 1000);
    EXPECT_EQ(small.any, 3) << "a short list: not '0 of 100'";
    EXPECT_EQ(small.asHigh, 0);
    EXPECT_TRUE(small.asHighIsLess);
    EXPECT_EQ(small.dots(small.any), 0);
}

TEST(Models, PassTheTester) {
    FeatureModel features;
    QAbstractItemModelTester first(&features, QAbstractItemModelTester::FailureReportingMode::Fatal);
    features.setWord(3, FeatureWord::Similar);
    EXPECT_EQ(features.answered(), 1);
    features.setWord(3, FeatureWord::Similar);
    EXPECT_EQ(features.answered(), 0) << "the same word again takes it back";
    ScoreModel scores;
    QAbstractItemModelTester second(&scores, QAbstractItemModelTester::FailureReportingMode::Fatal);
    scores.setRows(revealed().rows);
    EXPECT_EQ(scores.rowCount(), 6);
}

}  // namespace
}  // namespace cotejo::compare
