#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "tests/ui/compare/drawn_samples.h"
#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/canvas/finger_canvas.h"

namespace cotejo::compare {
namespace {

/// Where to put pictures for people to look at; nothing is written without it.
void keep(const QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        const_cast<QWidget&>(widget).grab().save(folder + "/" + name + ".png");
    }
}

template <class Canvas>
void waitUntilReady(Canvas& canvas) {
    ASSERT_TRUE(QTest::qWaitFor([&] { return canvas.isReady(); }, 20000));
    QTest::qWait(0);
}

FaceImage titled(FaceImage face, const QString& title, const QString& detail) {
    face.title = title;
    face.detail = detail;
    return face;
}

class FaceCanvasTest : public ::testing::Test {
  protected:
    void SetUp() override {
        m_canvas.resize(1128, 588);
        m_canvas.setProbe(
            titled(drawn::face({1280, 1600}, 0, 0, QColor("#574f49")), "Probe", "live · today 09:50"));
        m_canvas.setReference(titled(drawn::face({960, 1200}, 4, 1.6, QColor("#5b534c")), "Candidate C",
                                     "reference · taken 2023"));
        m_canvas.show();
        waitUntilReady(m_canvas);
    }
    FaceCanvas m_canvas;
};

TEST_F(FaceCanvasTest, EyesCoincideInPanelsWhenAligned) {
    ASSERT_TRUE(m_canvas.view().isAligned());
    const auto probe = drawn::face({1280, 1600}, 0, 0, Qt::black).eyes;
    const auto reference = drawn::face({960, 1200}, 4, 0, Qt::black).eyes;
    for (const bool first : {true, false}) {
        const QPointF a = m_canvas.view().toPanel(Side::Probe).map(first ? probe->first : probe->second);
        const QPointF b =
            m_canvas.view().toPanel(Side::Reference).map(first ? reference->first : reference->second);
        EXPECT_NEAR(a.x(), b.x(), 1e-6);
        EXPECT_NEAR(a.y(), b.y(), 1e-6);
    }
    keep(m_canvas, "face-side-by-side");
}

TEST_F(FaceCanvasTest, LinkedMovesBothAndUnlinkedOnlyOne) {
    const auto probe = m_canvas.view().toPanel(Side::Probe);
    const auto reference = m_canvas.view().toPanel(Side::Reference);
    QTest::keyClick(&m_canvas, Qt::Key_Up);
    EXPECT_NE(m_canvas.view().toPanel(Side::Probe), probe);
    EXPECT_NE(m_canvas.view().toPanel(Side::Reference), reference);
    EXPECT_NEAR(m_canvas.view().relativeAngle(), std::remainder(-4.0, 360), 1e-6);

    QTest::keyClick(&m_canvas, Qt::Key_L);
    const auto still = m_canvas.view().toPanel(Side::Reference);
    QTest::keyClick(&m_canvas, Qt::Key_Up);
    EXPECT_EQ(m_canvas.view().toPanel(Side::Reference), still);
    EXPECT_FALSE(m_canvas.view().isAligned());
}

TEST_F(FaceCanvasTest, ZoomKeepsThePointUnderTheCursor) {
    const QPointF at(-120, 40);
    PairView view = m_canvas.view();
    const QPointF before = view.toImage(Side::Probe, at);
    view.zoomAt(Side::Probe, at, 1.7);
    const QPointF after = view.toImage(Side::Probe, at);
    EXPECT_NEAR(before.x(), after.x(), 1e-6);
    EXPECT_NEAR(before.y(), after.y(), 1e-6);
}

TEST_F(FaceCanvasTest, LightIsToldAndLeavesTheImageAlone) {
    QSignalSpy told(&m_canvas, &FaceCanvas::lightChanged);
    const QImage before = m_canvas.grab().toImage();
    m_canvas.setLight(Side::Probe, {20, 10, 1.4});
    EXPECT_EQ(told.count(), 1);
    EXPECT_NE(m_canvas.grab().toImage(), before);
    m_canvas.setLight(Side::Probe, {});
    EXPECT_EQ(told.count(), 2);
    EXPECT_EQ(m_canvas.grab().toImage(), before);
}

TEST_F(FaceCanvasTest, ModesByKey) {
    for (const auto& [key, mode, name] : {std::tuple(Qt::Key_S, FaceMode::Swipe, "face-swipe"),
                                          std::tuple(Qt::Key_O, FaceMode::Overlay, "face-overlay"),
                                          std::tuple(Qt::Key_D, FaceMode::Difference, "face-difference"),
                                          std::tuple(Qt::Key_B, FaceMode::Blink, "face-blink")}) {
        QTest::keyClick(&m_canvas, key);
        EXPECT_EQ(m_canvas.mode(), mode);
        keep(m_canvas, name);
        QTest::keyClick(&m_canvas, Qt::Key_Escape);
        EXPECT_EQ(m_canvas.mode(), FaceMode::SideBySide);
    }
}

TEST_F(FaceCanvasTest, LandmarksAreDrawnWhenAskedFor) {
    const auto before = m_canvas.grab().toImage();
    QSignalSpy told(&m_canvas, &FaceCanvas::viewChanged);
    QTest::keyClick(&m_canvas, Qt::Key_P);
    EXPECT_TRUE(m_canvas.showsLandmarks());
    EXPECT_EQ(told.count(), 1);
    EXPECT_NE(m_canvas.grab().toImage(), before);
    QTest::keyClick(&m_canvas, Qt::Key_P);
    EXPECT_EQ(m_canvas.grab().toImage(), before);
}

TEST_F(FaceCanvasTest, EscapeLeavesTheModeBeforeThePage) {
    const auto claims = [&] {
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
        event.ignore();
        QApplication::sendEvent(&m_canvas, &event);
        return event.isAccepted();
    };
    EXPECT_FALSE(claims());
    m_canvas.setMode(FaceMode::Swipe);
    EXPECT_TRUE(claims());
}

TEST_F(FaceCanvasTest, BlinkChangesTwiceASecondAndNeverFasterThanThree) {
    m_canvas.setBlinkRate(30);
    m_canvas.setMode(FaceMode::Blink);
    EXPECT_FALSE(m_canvas.blinkShowsReference());
    QElapsedTimer timer;
    timer.start();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_canvas.blinkShowsReference(); }, 5000));
    EXPECT_GE(timer.elapsed(), 150) << "three full changes a second are the most: 166 ms each half";
}

TEST_F(FaceCanvasTest, MarksAreNumberedAndPairedAcrossSides) {
    QSignalSpy changed(&m_canvas, &FaceCanvas::marksChanged);
    QTest::keyClick(&m_canvas, Qt::Key_M);
    ASSERT_TRUE(m_canvas.isMarking());
    QTest::mouseClick(&m_canvas, Qt::LeftButton, {}, {330, 330});
    QTest::mouseClick(&m_canvas, Qt::LeftButton, {}, {330 + 572, 330});
    QTest::mouseClick(&m_canvas, Qt::LeftButton, {}, {340, 200});
    QTest::mouseMove(&m_canvas, {280, 300});
    EXPECT_EQ(changed.count(), 3);
    ASSERT_EQ(m_canvas.marks().size(), 2U);
    EXPECT_EQ(m_canvas.marks()[0].number, 1);
    EXPECT_TRUE(m_canvas.marks()[0].probe && m_canvas.marks()[0].reference);
    EXPECT_EQ(m_canvas.marks()[1].number, 2);
    EXPECT_FALSE(m_canvas.marks()[1].reference);
    keep(m_canvas, "face-marks");
}

TEST(FingerCanvas, PairsAlignTheReferenceAndKeysWalkThem) {
    FingerCanvas canvas;
    canvas.resize(1128, 624);
    FingerImage probe = drawn::finger(7, {388, 480}, 0, {});
    FingerImage reference = drawn::finger(7, {388, 480}, -11, {14, -10});
    probe.title = "Probe";
    probe.detail = "right index · 500 ppi declared · 46 minutiae";
    reference.title = "Reference C";
    reference.detail = "500 ppi header · 46 minutiae";
    auto pairs = drawn::pairs(probe, reference);
    for (auto& pair : pairs)
        pair.own = true;
    canvas.setPrints(probe, reference);
    canvas.setPairs(pairs);
    canvas.show();
    waitUntilReady(canvas);
    EXPECT_FALSE(canvas.view().isAligned()) << "the fit of own pairs is offered, not used";
    canvas.setAligned(true);
    EXPECT_NEAR(canvas.view().relativeAngle(), 11, 1e-6);
    EXPECT_EQ(canvas.shownPairs(), int(pairs.size()));

    QSignalSpy chosen(&canvas, &FingerCanvas::pairChosen);
    QSignalSpy verdict(&canvas, &FingerCanvas::verdictGiven);
    QTest::keyClick(&canvas, Qt::Key_Minus);
    EXPECT_EQ(canvas.shownPairs(), int(pairs.size()) - 1);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&canvas, Qt::Key_Down);
    EXPECT_EQ(canvas.chosenPair(), 3);
    QTest::keyClick(&canvas, Qt::Key_Q);
    ASSERT_EQ(verdict.count(), 1);
    EXPECT_EQ(canvas.pairs()[3].verdict, Verdict::Doubtful);
    canvas.setVerdict(3, Verdict::Rejected);  // as in older notes
    QTest::keyClick(&canvas, Qt::Key_Up);
    QTest::keyClick(&canvas, Qt::Key_Down);
    EXPECT_EQ(canvas.chosenPair(), 4) << "a rejected pair is stepped over";
    canvas.setExaminerMarks({{ExaminerMark::Kind::Core, Side::Probe, {194, 240}, {}},
                             {ExaminerMark::Kind::Delta, Side::Reference, {120, 380}, {}}});
    waitUntilReady(canvas);
    keep(canvas, "finger-original");
    QTest::keyClick(&canvas, Qt::Key_T);
    waitUntilReady(canvas);
    EXPECT_EQ(canvas.layer(), FingerLayer::Enhanced);
    keep(canvas, "finger-enhanced");
    canvas.setQualityShown(true);
    keep(canvas, "finger-quality");
}

TEST(Light, NeutralIsIdentityAndContrastTurnsAboutTheMiddle) {
    const auto plain = lightCurve({});
    for (int level = 0; level < 256; ++level)
        EXPECT_EQ(plain[std::size_t(level)], level);
    const auto steep = lightCurve({0, 50, 1.0});
    EXPECT_LT(steep[64], 64);
    EXPECT_GT(steep[192], 192);
}

TEST(RigidFit, RecoversRotationAndShift) {
    const QTransform truth = QTransform().translate(13, -7).rotate(17);
    std::vector<QPointF> from{{0, 0}, {100, 3}, {40, 80}, {-20, 55}}, to;
    for (const auto& point : from)
        to.push_back(truth.map(point));
    const auto fit = rigidFit(from, to);
    ASSERT_TRUE(fit);
    for (std::size_t i = 0; i < from.size(); ++i) {
        const QPointF off = fit->map(from[i]) - to[i];
        EXPECT_NEAR(std::hypot(off.x(), off.y()), 0, 1e-9);
    }
}

/// Painting of two 12-megapixel images, while panning and while zooming. The figure is printed; the bound is
/// the slowest frame that still feels held to the hand on a slow machine, in any build.
TEST(Speed, TwelveMegapixels) {
    FaceCanvas canvas;
    canvas.resize(1600, 900);
    canvas.setProbe(drawn::face({4000, 3000}, 0, 0, QColor("#574f49")));
    canvas.setReference(drawn::face({4000, 3000}, 3, 1, QColor("#574f49")));
    canvas.show();
    waitUntilReady(canvas);
    for (const auto& [name, change] :
         {std::pair<const char*, void (*)(FaceCanvas&, int)>{
              "pan", [](FaceCanvas&c, int i) { QTest::keyClick(&c, i % 2 ? Qt::Key_Left : Qt::Key_Up); }},
          {"zoom", [](FaceCanvas&c, int i) { c.zoomBy(i < 20 ? 1.15 : 1 / 1.15); }},
          {"rotate", [](FaceCanvas&c, int) { c.rotateBy(1); }}}) {
        std::vector<double> times;
        for (int i = 0; i < 40; ++i) {
            change(canvas, i);
            canvas.repaint();
            times.push_back(canvas.lastPaintMillis());
        }
        std::sort(times.begin(), times.end());
        std::printf("two 12-megapixel images, 1600 x 900, %s: median %.1f ms, p95 %.1f ms a frame\n", name,
                    times[20], times[37]);
        EXPECT_LT(times[20], 100);
    }
}

}  // namespace
}  // namespace cotejo::compare
