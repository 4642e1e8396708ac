#include <gtest/gtest.h>

#include <QDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/base/file.h"
#include "core/imaging/decode.h"
#include "core/match/finger/synthetic.h"
#include "tests/support/paths.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/compare/protocol/sample_analysis.h"

/// What the engines find stands where the canvases draw it.
namespace cotejo::compare {
namespace {

FingerImage imageOf(const FingerSample& sample, const QString& title, const QString& detail) {
    return {sample.original, sample.enhanced, sample.skeleton, sample.qualityMap,
            title,           detail,          {},              sample.minutiae};
}

/// Half of the pairs lie nearer than this after alignment, in pixels of the probe.
double medianMiss(const FingerSample& probe, const FingerSample& reference, const PairedPrints& paired) {
    std::vector<double> misses;
    for (const auto& pair : paired.pairs) {
        const QPointF off = paired.alignment->map(reference.minutiae[std::size_t(pair.reference)].at) -
                            probe.minutiae[std::size_t(pair.probe)].at;
        misses.push_back(std::hypot(off.x(), off.y()));
    }
    std::sort(misses.begin(), misses.end());
    return misses[misses.size() / 2];
}

void show(const FingerSample& probe, const FingerSample& reference, const PairedPrints& paired,
          const QString& name) {
    const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
    if (folder.isEmpty()) return;
    FingerPage page;
    page.resize(1522, 838);
    page.setProtocol({ProtocolStep::Comparison, {}, "E_NOT_VISITED", true, {}});
    page.setAnalysis("-", true);
    page.setCandidates({{"key", "C", {}, true, {}}}, "key");
    FingerCell cell;
    cell.position = record::FingerPosition::RightIndex;
    cell.probe = probe.original;
    cell.reference = reference.original;
    cell.hasProbe = cell.hasReference = true;
    page.setBoard({cell}, record::FingerPosition::RightIndex);
    FingerComparisonValues values;
    values.probe = imageOf(probe, "Probe", "right index");
    values.reference = imageOf(reference, "Reference C", "right index");
    values.pairs = paired.pairs;
    values.alignment = paired.alignment;
    page.setComparison(values);
    page.show();
    page.canvas()->choosePair(3);
    QDir().mkpath(folder);
    for (const auto layer : {FingerLayer::Original, FingerLayer::Enhanced, FingerLayer::Skeleton}) {
        page.canvas()->setLayer(layer);
        ASSERT_TRUE(QTest::qWaitFor([&] { return page.canvas()->isReady(); }, 20000));
        page.canvas()->setQualityShown(layer == FingerLayer::Skeleton);
        QTest::qWait(0);
        page.grab().save(QString("%1/%2-%3.png").arg(folder, name).arg(int(layer)));
    }
}

TEST(Engine, PairsOfADrawnFingerLieOnEachOther) {
    const match::SyntheticFinger finger(4);
    match::ImpressionOptions first, second;
    second.rotation = 14;
    second.shiftX = 18;
    const auto probe = analyseFinger(finger.impression(1, first), {500, record::PpiSource::Declared});
    const auto reference = analyseFinger(finger.impression(2, second), {500, record::PpiSource::Header});
    ASSERT_FALSE(probe.problem) << probe.problem->detail;
    ASSERT_FALSE(reference.problem) << reference.problem->detail;
    EXPECT_EQ(probe.enhanced.size(), probe.original.size());
    EXPECT_EQ(probe.skeleton.size(), probe.original.size());
    EXPECT_EQ(probe.qualityMap.size(), probe.original.size());
    const auto paired = pairPrints(probe, reference);
    ASSERT_FALSE(paired.problem);
    ASSERT_GE(paired.pairs.size(), 8U);
    ASSERT_TRUE(paired.alignment);
    EXPECT_LT(medianMiss(probe, reference, paired), 12);
    const double turned = std::atan2(paired.alignment->m12(), paired.alignment->m11()) * 180 / M_PI;
    EXPECT_NEAR(std::abs(turned), 14, 4);
    show(probe, reference, paired, "engine-drawn");
}

TEST(Engine, ResolutionOfTheImageDoesNotMoveMarks) {
    const match::SyntheticFinger finger(4);
    const cv::Mat print = finger.impression(1);
    const auto once = analyseFinger(print, {500, record::PpiSource::Declared});
    const auto twice = analyseFinger(print, {250, record::PpiSource::Declared});
    ASSERT_FALSE(once.problem);
    ASSERT_FALSE(twice.problem) << twice.problem->code;
    EXPECT_FALSE(twice.minutiae.empty());
    const QRectF frame(QPointF(), QSizeF(twice.original.size()));
    for (const auto& minutia : twice.minutiae)
        EXPECT_TRUE(frame.contains(minutia.at));
}

TEST(Engine, ABlankImageSaysWhyInsteadOfCounting) {
    const auto blank =
        analyseFinger(cv::Mat(400, 300, CV_8UC1, cv::Scalar(255)), {500, record::PpiSource::Declared});
    ASSERT_TRUE(blank.problem);
    EXPECT_FALSE(blank.original.isNull()) << "the picture is shown all the same";
    const auto paired = pairPrints(blank, blank);
    EXPECT_TRUE(paired.problem);
    EXPECT_TRUE(paired.pairs.empty());
    const auto unknown = analyseFinger(cv::Mat(400, 300, CV_8UC1, cv::Scalar(255)), {});
    ASSERT_TRUE(unknown.problem);
    EXPECT_EQ(unknown.problem->code, "E_FINGER_PPI_UNKNOWN");
}

TEST(Engine, RealPrintsPairUnderTheirAlignment) {
    const std::filesystem::path folder =
        std::filesystem::path(COTEJO_SHARED_DATA) / "fingerprints" / "fvc2002_db1";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: data set not found";
    const auto read = [&](const char* name) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.path().stem() == name) {
                const auto bytes = readFile(entry.path());
                EXPECT_TRUE(bytes);
                const auto image = imaging::decodeImage(*bytes);
                EXPECT_TRUE(image);
                return analyseFinger(imaging::toGray(image->pixels), {500, record::PpiSource::Declared});
            }
        return FingerSample{};
    };
    const auto probe = read("101_1"), reference = read("101_3");
    ASSERT_FALSE(probe.original.isNull());
    const auto paired = pairPrints(probe, reference);
    ASSERT_FALSE(paired.problem);
    ASSERT_GE(paired.pairs.size(), 6U);
    EXPECT_LT(medianMiss(probe, reference, paired), 15);
    show(probe, reference, paired, "engine-real");
}

TEST(Engine, APictureWithoutAFaceIsStillShown) {
    FaceFinder finder;
    const auto sample = finder.analyse(cv::Mat(300, 240, CV_8UC3, cv::Scalar(90, 90, 90)));
    EXPECT_TRUE(sample.problem);
    EXPECT_FALSE(sample.image.isNull());
    EXPECT_FALSE(sample.eyes);
}

}  // namespace
}  // namespace cotejo::compare
