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

#include "tests/ui/compare/page_samples.h"
#include "ui/bridge/text.h"
#include "ui/compare/finger/print_sequence.h"
#include "ui/compare/protocol/protocol.h"
#include "ui/compare/reveal/base_rate.h"
#include "ui/compare/protocol/conclusion_form.h"
#include "ui/compare/face/face_page.h"
#include "ui/compare/face/feature_list.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/compare/finger/pair_model.h"
#include "ui/compare/reveal/reveal_panel.h"
#include "ui/compare/reveal/score_model.h"
#include "ui/widgets/choices/segmented.h"

namespace cotejo::compare {
namespace {

using namespace samples;

class FacePageTest : public ::testing::Test {
  protected:
    void SetUp() override {
        m_page.resize(1522, 838);
        m_page.setProtocol(comparing());
        m_page.setAnalysis("Frontal, even light, 184 px between the eyes; hair covers both ears.", true);
        m_page.setProbe(probe(), {"Sufficient", widgets::Tone::Ok, {}});
        auto six = cards(6, 4);
        six[0].conclusion = record::ExaminerConclusion::Exclusion;
        six[1].conclusion = record::ExaminerConclusion::Inconclusive;
        six[3].conclusion = record::ExaminerConclusion::SupportDifferent;
        ExaminerNotes notes;
        notes.step = record::ExaminerConclusion::SupportSame;
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
    EXPECT_EQ(notes.step, record::ExaminerConclusion::SupportSame);
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
    ASSERT_EQ(scale->count(), 5);
    QTest::mouseClick(scale->button(4), Qt::LeftButton);
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
    // The comparison stays, to be read: nothing in it can be changed.
    QTest::mouseClick(m_page.findChild<widgets::Segmented*>("revealViews")->button(0), Qt::LeftButton);
    ASSERT_TRUE(m_page.canvas()->isVisible());
    EXPECT_FALSE(panel->isVisible());
    EXPECT_EQ(m_page.findChild<QPlainTextEdit*>("counterReason")->isReadOnly(), true);
    EXPECT_TRUE(m_page.findChild<QPlainTextEdit*>("counterReason")->toPlainText().contains("Brows with another arch"));
    EXPECT_TRUE(m_page.findChild<QPushButton*>("saveConclusion")->isHidden());
    EXPECT_FALSE(m_page.findChild<QPushButton*>("mark")->isEnabled());
    keep(m_page, "page-face-read");
    m_page.showView(ReviewPage::View::Scores);
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

TEST(ExaminerNotes, TextComesBackAsItWas) {
    ExaminerNotes notes;
    notes.step = record::ExaminerConclusion::SupportDifferent;
    notes.features[Feature::Eyebrows] = {FeatureWord::Different, "más arqueadas en C; ¿depiladas?"};
    notes.features[Feature::Ears] = {std::nullopt, "covered"};
    notes.lights[1] = {20, -15, 1.4};
    notes.faceMarks = {{1, QPointF(310.5, 420), QPointF(200, 311.2)}, {2, std::nullopt, QPointF(5, 6)}};
    notes.pairs = {{record::FingerPosition::LeftRing, 12, 15, Verdict::Rejected, {}, {}},
                   {record::FingerPosition::LeftRing, 3, 4, Verdict::Agreed, QPointF(120.5, 88), QPointF(97, 101.2)}};
    notes.fingerMarks = {{record::FingerPosition::RightThumb,
                          {ExaminerMark::Kind::Delta, Side::Reference, {120, 380}, "unsure"}}};
    notes.prose = "First line.\n[feature] unheard_of similar\nLast line.";
    const QString text = notes.toText();
    const auto back = ExaminerNotes::fromText(text);
    EXPECT_EQ(back.toText(), text);
    EXPECT_FALSE(back.step) << "the step has its own field";
    EXPECT_EQ(back.pairs, notes.pairs);
    EXPECT_EQ(back.features, notes.features);
    EXPECT_EQ(back.lights, notes.lights);
    EXPECT_EQ(back.prose, notes.prose) << "lines that look like codes but are none stay prose";
    EXPECT_TRUE(notesInWords(text).contains("Eyebrows: Different"));
    EXPECT_FALSE(notesInWords(text).contains("[scale]"));
}

TEST(ExaminerNotes, DamagedLinesAreKeptAsProse) {
    for (const char* line :
         {"[scale] nearly", "[light] probe x 0 1", "[pair] right_index 1", "[pair] right_index a b agreed", "[pair] right_index 1 2 agreed 3 4",
          "[face_mark] one - -", "[finger_mark] right_index core probe 1"})
        EXPECT_EQ(ExaminerNotes::fromText(line).prose, line) << line;
}

TEST(ExaminerNotes, OlderTextsCarryTheStepThatTheFieldDidNot) {
    const auto read = [](record::ExaminerConclusion stored, const char* text) {
        return notesOf(record::CandidateConclusion{CandidateId::random(), stored, text, {}, false}).step;
    };
    using enum record::ExaminerConclusion;
    EXPECT_EQ(read(Inconclusive, "[scale] tends_to_exclusion\nSmudged."), SupportDifferent);
    EXPECT_EQ(read(Inconclusive, "[scale] tends_to_identification"), SupportSame);
    EXPECT_EQ(read(Inconclusive, "Smudged."), Inconclusive);
    EXPECT_EQ(read(SupportSame, "Smudged."), SupportSame);
    EXPECT_EQ(read(Identification, "[scale] inconclusive"), Identification) << "the field rules";
    EXPECT_EQ(read(SupportDifferent, "[scale] tends_to_identification"), SupportDifferent);
}

TEST(Scale, FiveStepsForBothModalities) {
    FacePage faces;
    FingerPage fingers;
    for (auto* page : std::initializer_list<ReviewPage*>{&faces, &fingers})
        for (const char* name : {"conclusionScale", "finalScale"}) {
            const auto* scale = page->findChild<widgets::Segmented*>(name);
            ASSERT_EQ(scale->count(), 5) << name;
            for (int i = 0; i < 5; ++i)
                EXPECT_EQ(scale->button(i)->accessibleName(), bridge::text(record::ExaminerConclusion(i)));
        }
}

TEST(Sequence, IsCheckedAgainstEveryFinger) {
    using enum record::FingerPosition;
    // A print is told apart by its number of minutiae: equal numbers are the same finger.
    const auto print = [](int finger) {
        auto sample = std::make_shared<FingerSample>();
        sample->minutiae.resize(std::size_t(finger));
        return std::shared_ptr<const FingerSample>(sample);
    };
    const PrintPairing same = [](const FingerSample& a, const FingerSample& b) {
        PairedPrints paired;
        paired.score = record::Score{a.minutiae.size() == b.minutiae.size() ? 50.0 : 1.0, {}};
        return paired;
    };
    const PrintsByFinger probes{{RightThumb, print(1)}, {RightIndex, print(3)}, {RightMiddle, print(2)}, {RightRing, print(4)}, {RightLittle, print(4)}, {LeftThumb, print(9)}};
    const PrintsByFinger references{{RightThumb, print(1)}, {RightIndex, print(2)}, {RightMiddle, print(3)}, {LeftThumb, print(8)}};
    const auto found = checkSequence(probes, references, 20, same);
    EXPECT_EQ(found.at(RightThumb), FingerCell::Sequence::InSequence);
    EXPECT_EQ(found.at(RightIndex), FingerCell::Sequence::Swapped);
    EXPECT_EQ(found.at(RightMiddle), FingerCell::Sequence::Swapped);
    EXPECT_FALSE(found.contains(RightRing)) << "nothing to check it with";
    EXPECT_EQ(found.at(RightLittle), FingerCell::Sequence::Duplicate);
    EXPECT_FALSE(found.contains(LeftThumb)) << "another person's";
}

TEST(BaseRate, CountsTheComparisonsOfASearch) {
    record::Coverage coverage;
    coverage.searched = {{"wanted", 40, 40, {}}, {"identity_register", 10, 10, {}}};
    coverage.faces = 1;
    coverage.fingers = 9;
    EXPECT_EQ(comparisonsOf(coverage, record::Modality::Face), 50);
    EXPECT_EQ(comparisonsOf(coverage, record::Modality::Finger), 450) << "nine fingers are not one comparison an entry";
    coverage.comparisons = 9 * 4 * 50;
    EXPECT_EQ(comparisonsOf(coverage, record::Modality::Finger), 1800);
    const auto rate = baseRate(1800, 1e-4, 1e-6, 0.02, 1000, 1000);
    EXPECT_EQ(rate.of, 1000);
    EXPECT_EQ(rate.any, 165) << "1 - (1 - 1/10,000)^1,800";
}

TEST(BaseRate, IsThatOfTheDesign) {
    const auto rate = baseRate(5000, 1e-4, 1.0 / 34000, 0.02, 1000, 1000);
    EXPECT_EQ(rate.of, 1000);
    EXPECT_EQ(rate.any, 393);
    EXPECT_EQ(rate.asHigh, 137);
    EXPECT_EQ(rate.listedCandidates, 1);
    EXPECT_EQ(rate.strangerCandidates, 393);
    EXPECT_EQ(baseRate(0, 1e-4, 1e-4, 0, 1000, 1000).any, 0);
    EXPECT_EQ(baseRate(1'000'000, 1e-3, 1e-3, 0, 1000, 1000).any, 1000);
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
