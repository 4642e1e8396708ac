#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QDir>
#include <QLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTranslator>
#include <cmath>

#include "tests/ui/compare/drawn_samples.h"
#include "tests/ui/window_driver.h"
#include "ui/bridge/text.h"
#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/face/face_page.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/widgets/choices/segmented.h"

/// Both pages and the 1:1 check at the sizes of real screens, in Spanish and English: what an examiner needs is on the screen. With
/// COTEJO_PICTURES, pictures for people to look at.
namespace cotejo::compare {
namespace {

struct Look {
    const char* name;
    const char* language;
    widgets::ThemeKind theme;
    QSize page;  ///< of a window of 1440 x 900, of 1366 x 768, or of 1920 x 1080 at 200 %
};

RevealValues scores(record::Modality modality, ReviewKind kind) {
    RevealValues values;
    values.modality = modality;
    values.kind = kind;
    using enum record::ExaminerConclusion;
    values.rows = {{"key2", "C", SupportSame, Inconclusive, 41.3, 1, true}, {"key0", "A", Exclusion, Exclusion, 12.1, 2, false}, {"key1", "B", SupportDifferent, SupportDifferent, 9.8, 3, false}};
    if (kind == ReviewKind::Document) values.rows = {{"key2", QStringLiteral("Documento"), SupportSame, SupportSame, 41.3, 1, true}};
    values.entry = {"GARDEL, Specimen", "Personas buscadas", "Fiscalía de UTO", "Orden 311/2025", "Orden judicial", "30 ene 2027", "Activa", "", true};
    values.calibration.algorithm = "ctj-finger-1 1.0.0";
    values.calibration.report = "ctj-finger-1/2026-11";
    values.calibration.threshold = 30;
    values.calibration.fmrTarget = 1e-4;
    values.calibration.fnmrTarget = 0.03;
    values.calibration.fmr = 1.0 / 34000;
    values.calibration.fnmr = 0.06;
    values.calibration.mated = 7004;
    values.calibration.nonMated = 43'800'000;
    for (int i = 0; i <= 60; ++i) {
        values.calibration.nonMatedCurve.push_back({double(i), std::exp(-std::pow((i - 8) / 6.0, 2))});
        values.calibration.matedCurve.push_back({double(i), std::exp(-std::pow((i - 40) / 9.0, 2))});
    }
    values.comparisons = 9 * 4 * 50;
    values.searched = {{"Personas buscadas", 40, "2 h 14 min"}, {"Registro de identidad", 10, "2 h 14 min"}};
    values.notSearched = {{"Listas de socios", "sin convenio vigente"}};
    values.samples = "9 huellas.";
    values.probe = drawn::face({600, 750}, 0, 0, QColor("#5b534c")).image;
    values.reference = drawn::face({600, 750}, 4, 1.6, QColor("#5b534c")).image;
    return values;
}

std::vector<CandidateCard> candidates() {
    std::vector<CandidateCard> found;
    for (int i = 0; i < 4; ++i) {
        CandidateCard card;
        card.key = QString("key%1").arg(i);
        card.letter = QString(QChar('A' + i));
        card.thumbnail = drawn::face({300, 380}, i * 2 - 4, i % 3, QColor::fromHsv(25, 40 + 9 * i, 90)).image;
        card.visited = i < 3;
        if (i < 2) card.conclusion = i == 0 ? record::ExaminerConclusion::Exclusion : record::ExaminerConclusion::SupportDifferent;
        found.push_back(card);
    }
    return found;
}

class Screens : public ::testing::TestWithParam<Look> {
  protected:
    void SetUp() override {
        ASSERT_TRUE(m_translator.load(QString(":/translations/cotejo_%1.qm").arg(GetParam().language)));
        QCoreApplication::installTranslator(&m_translator);
        widgets::applyTheme(*qApp, GetParam().theme);
    }
    void TearDown() override {
        QCoreApplication::removeTranslator(&m_translator);
        widgets::applyTheme(*qApp, widgets::ThemeKind::Light);
    }
    void keep(QWidget& page, const QString& name) {
        QTest::qWait(30);
        // At every step and in every view, not only as it opens.
        EXPECT_LE(page.layout()->minimumSize().height(), GetParam().page.height()) << name.toStdString() << " fits at " << GetParam().name;
        EXPECT_LE(page.layout()->minimumSize().width(), GetParam().page.width()) << name.toStdString() << " fits at " << GetParam().name;
        EXPECT_EQ(ui_test::cutTexts(&page).join('\n').toStdString(), "") << name.toStdString() << " at " << GetParam().name;
        const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        page.grab().save(QString("%1/%2-%3.png").arg(folder, name, GetParam().name));
    }
    /// On the page, whole, and not covered by its own contents.
    void isWhole(const ReviewPage& page, const char* name) {
        const auto* widget = page.findChild<QWidget*>(name);
        ASSERT_TRUE(widget) << name;
        ASSERT_TRUE(widget->isVisible()) << name;
        EXPECT_TRUE(page.rect().contains(QRect(widget->mapTo(&page, QPoint()), widget->size()))) << name << " is cut at " << GetParam().name;
        EXPECT_GE(widget->height(), std::min(widget->minimumSizeHint().height(), widget->maximumHeight())) << name << " is squeezed at " << GetParam().name;
    }
    void prepare(ReviewPage& page) {
        page.resize(GetParam().page);
        EXPECT_LE(page.layout()->minimumSize().height(), GetParam().page.height()) << "fits at " << GetParam().name;
        EXPECT_LE(page.layout()->minimumSize().width(), GetParam().page.width()) << "fits at " << GetParam().name;
        page.setSides({"Candidates", "Document against person"}, page.kind() == ReviewKind::Document);
        page.setProtocol({ProtocolStep::Analysis, "The analysis of the probe is not saved yet", "E_ANALYSIS_MISSING", true, {}, false});
        page.setAnalysis({}, false);
        page.setCandidates(candidates(), {});
        page.show();
    }
    void compare(ReviewPage& page) {
        page.setProtocol({page.kind() == ReviewKind::Document ? ProtocolStep::Provisional : ProtocolStep::Comparison, "2 candidates to see", "E_NOT_VISITED", true, {}, false});
        page.setAnalysis("Frontal.", true);
        auto cards = candidates();
        if (page.kind() == ReviewKind::Document) {
            cards.resize(1);
            cards[0].key = "key2";
            cards[0].letter = "Documento";
        }
        page.setCandidates(cards, "key2");
    }
    void read(ReviewPage& page, record::Modality modality) {
        ProtocolState state;
        state.step = ProtocolStep::Done;
        state.reading = true;
        state.remark = "Concluded 10:17 by I. Salvatierra · to be read";
        page.setProtocol(state);
        page.setReaders({"1. I. Salvatierra · 10:17", "2. B. Otero · 11:02"}, 0);
        page.setReveal(scores(modality, page.kind()));
    }

  private:
    QTranslator m_translator;
};

TEST_P(Screens, FacesFromAnalysisToReading) {
    for (const auto kind : {ReviewKind::Search, ReviewKind::Document}) {
        const QString name = kind == ReviewKind::Search ? "face" : "document-face";
        FacePage page(kind);
        prepare(page);
        auto probe = drawn::face({1280, 1600}, 0, 0, QColor("#5b534c"));
        probe.title = "Probe";
        page.setProbe(probe, {"Sufficient", widgets::Tone::Ok, {}});
        ASSERT_TRUE(QTest::qWaitFor([&] { return page.canvas()->isReady(); }, 20000));
        isWhole(page, "saveConclusion");
        keep(page, name + "-1-analysis");
        compare(page);
        auto reference = drawn::face({960, 1200}, 4, 1.6, QColor("#5b534c"));
        reference.title = kind == ReviewKind::Search ? "Candidate C" : "Document";
        page.setReference(reference, {"Limited", widgets::Tone::Warn, "Light from one side: compare the evenly lit half."});
        ASSERT_TRUE(QTest::qWaitFor([&] { return page.canvas()->isReady(); }, 20000));
        auto* parts = page.findChild<widgets::Segmented*>("sideParts");
        for (const char* needed : {"featureTable", "protocolAct", "sideParts"}) isWhole(page, needed);
        EXPECT_GE(page.findChild<QWidget*>("featureTable")->height(), 3 * 29) << "three features are seen at " << GetParam().name;
        EXPECT_GE(2 * page.canvas()->height(), page.height()) << "the faces have half of the page at " << GetParam().name;
        keep(page, name + "-2-comparison");
        QTest::mouseClick(page.findChild<QPushButton*>("sideOnward"), Qt::LeftButton);
        for (const char* needed : {"conclusionScale", "protocolAct", "sideParts"}) isWhole(page, needed);
        if (GetParam().page.height() > 500)
            for (const char* needed : {"reasons", "counterReason", "saveConclusion"}) isWhole(page, needed);
        keep(page, name + "-2-conclusion");
        EXPECT_EQ(parts->current(), 1);
        read(page, record::Modality::Face);
        isWhole(page, "revealViews");
        keep(page, name + "-3-scores");
        page.showView(ReviewPage::View::Comparison);
        isWhole(page, "conclusionScale");
        keep(page, name + "-4-read");
    }
}

TEST_P(Screens, FingersFromAnalysisToReading) {
    for (const auto kind : {ReviewKind::Search, ReviewKind::Document}) {
        const QString name = kind == ReviewKind::Search ? "finger" : "document-finger";
        FingerPage page(kind);
        prepare(page);
        FingerComparisonValues values;
        values.probe = drawn::finger(7, {388, 480}, 0, {});
        values.probe.title = "Probe";
        values.probe.detail = "right index · 500 ppi declared · 46 minutiae";
        const auto reference = drawn::finger(7, {388, 480}, -11, {14, -10});
        std::vector<FingerCell> board;
        for (int i = 1; i <= 10; ++i) {
            FingerCell cell;
            cell.position = record::FingerPosition(i);
            cell.hasProbe = i < 10;
            if (cell.hasProbe) cell.probe = values.probe.original;
            if (i == 10) cell.missing = bridge::text(record::MissingReason::Bandaged);
            board.push_back(cell);
        }
        page.setBoard(board, record::FingerPosition::RightIndex);
        page.setComparison(values);
        ASSERT_TRUE(QTest::qWaitFor([&] { return page.canvas()->isReady(); }, 20000));
        isWhole(page, "saveConclusion");
        keep(page, name + "-1-analysis");
        compare(page);
        for (auto& cell : board)
            if (int(cell.position) <= 4) {
                cell.hasReference = true;
                cell.reference = reference.original;
            }
        page.setBoard(board, record::FingerPosition::RightIndex);
        values.reference = reference;
        values.reference->title = "Reference C";
        values.reference->detail = "500 ppi header · 46 minutiae";
        ExaminerNotes notes;
        const auto truth = drawn::pairs(values.probe, reference);
        for (std::size_t i = 0; i < 7; ++i)
            notes.pairs.push_back({record::FingerPosition::RightIndex, truth[i * 2].probe, truth[i * 2].reference, i == 4 ? Verdict::Doubtful : Verdict::Agreed, {}, {}});
        notes.fingerMarks = {{record::FingerPosition::RightIndex, {ExaminerMark::Kind::Core, Side::Probe, {194, 240}, {}}}};
        notes.step = record::ExaminerConclusion::SupportSame;
        notes.prose = "Siete puntos coinciden; núcleo y flujo iguales.";
        notes.counterReason = "Delta borroso en la referencia.";
        page.setStoredNotes("key2", notes);
        page.setComparison(values);
        page.canvas()->choosePair(3);
        ASSERT_TRUE(QTest::qWaitFor([&] { return page.canvas()->isReady(); }, 20000));
        for (const char* needed : {"pairTable", "protocolAct", "sideParts"}) isWhole(page, needed);
        if (GetParam().page.height() > 500)
            for (const char* needed : {"verdict_0", "removePair"}) isWhole(page, needed);
        auto* parts = page.findChild<widgets::Segmented*>("sideParts");
        QTest::mouseClick(parts->button(1), Qt::LeftButton);
        isWhole(page, "conclusionScale");
        if (GetParam().page.height() > 500)
            for (const char* needed : {"reasons", "counterReason", "saveConclusion"}) isWhole(page, needed);
        keep(page, name + "-2-conclusion");
        QTest::mouseClick(parts->button(0), Qt::LeftButton);
        EXPECT_GE(page.findChild<QWidget*>("pairTable")->height(), 106) << "three pairs are seen at " << GetParam().name;
        EXPECT_GE(2 * page.canvas()->height(), page.height()) << "the prints have half of the page at " << GetParam().name;
        keep(page, name + "-2-comparison");
        read(page, record::Modality::Finger);
        keep(page, name + "-3-scores");
        page.showView(ReviewPage::View::Comparison);
        for (const auto& each : truth) {
            values.pairs.push_back(each);
            values.pairs.back().machine = true;
        }
        page.setComparison(values);
        ASSERT_TRUE(QTest::qWaitFor([&] { return page.canvas()->isReady(); }, 20000));
        isWhole(page, "pairTable");
        keep(page, name + "-4-read");
    }
}

/// At 200 % the pages still ask for up to 926 x 431 (ui/compare/README.md): asked with COTEJO_LAPTOP_200=1.
std::vector<Look> looks() {
    std::vector<Look> all{Look{"es-1440", "es", widgets::ThemeKind::Light, {1364, 720}}, Look{"es-1366", "es", widgets::ThemeKind::Light, {1290, 588}},
                                           Look{"en-dark-1440", "en", widgets::ThemeKind::Dark, {1364, 720}},
                                           Look{"en-dark-1366", "en", widgets::ThemeKind::Dark, {1290, 588}}, Look{"es-dark-1366", "es", widgets::ThemeKind::Dark, {1290, 588}},
                                           Look{"en-1366", "en", widgets::ThemeKind::Light, {1290, 588}}};
    if (qEnvironmentVariableIsSet("COTEJO_LAPTOP_200"))
        for (const char* language : {"es", "en"}) all.push_back({language == std::string("es") ? "es-200" : "en-200", language, widgets::ThemeKind::Light, {884, 366}});
    return all;
}

INSTANTIATE_TEST_SUITE_P(Sizes, Screens, ::testing::ValuesIn(looks()),
                         [](const auto& each) {
                             std::string name = each.param.name;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace cotejo::compare
