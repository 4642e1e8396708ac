#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>
#include <thread>

#include "core/base/errors.h"
#include "core/match/finger/compare/compare.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/search/gallery.h"
#include "core/match/finger/self_test.h"
#include "core/match/finger/synthetic.h"

namespace cotejo::match {
namespace {

// One finger whose print is moved, turned, mirrored and relit; and prints of other fingers to tell it from.
class Invariance : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        s_print = new cv::Mat(SyntheticFinger(11).impression(1, {}));
        s_reference = new PreparedFinger(extracted(*s_print));
        s_other = new PreparedFinger(extracted(SyntheticFinger(12).impression(1, {})));
    }
    static void TearDownTestSuite() {
        delete s_print;
        delete s_reference;
        delete s_other;
    }

    static FingerTemplate extracted(const cv::Mat& pixels, double ppi = 500) {
        auto found = extractFinger({pixels, {ppi, record::PpiSource::Declared}});
        EXPECT_TRUE(found) << (found ? "" : found.error().detail);
        return found ? found->finger : FingerTemplate{};
    }
    static double score(const cv::Mat& pixels, double ppi = 500) {
        const auto comparison = compareFinger(PreparedFinger(extracted(pixels, ppi)), *s_reference);
        EXPECT_TRUE(comparison);
        return comparison ? comparison->score.value : -1e9;
    }
    static double nonMated() { return compareFinger(*s_other, *s_reference)->score.value; }
    static double same() { return compareFinger(*s_reference, *s_reference)->score.value; }

    static cv::Mat turned(const cv::Mat& pixels, double degrees) {
        const int side = static_cast<int>(std::hypot(pixels.cols, pixels.rows)) + 8;
        cv::Mat move = cv::getRotationMatrix2D({pixels.cols / 2.0F, pixels.rows / 2.0F}, degrees, 1);
        move.at<double>(0, 2) += (side - pixels.cols) / 2.0;
        move.at<double>(1, 2) += (side - pixels.rows) / 2.0;
        cv::Mat out;
        cv::warpAffine(pixels, out, move, {side, side}, cv::INTER_CUBIC, cv::BORDER_CONSTANT,
                       cv::Scalar(236));
        return out;
    }

    static cv::Mat* s_print;
    static PreparedFinger* s_reference;
    static PreparedFinger* s_other;
};
cv::Mat* Invariance::s_print = nullptr;
PreparedFinger* Invariance::s_reference = nullptr;
PreparedFinger* Invariance::s_other = nullptr;

TEST_F(Invariance, AnotherFingerStaysFarBelow) {
    EXPECT_LT(nonMated(), 0.25 * same());
}

TEST_F(Invariance, TheMirrorImageIsAnotherFinger) {
    cv::Mat mirrored;
    cv::flip(*s_print, mirrored, 1);
    EXPECT_LT(score(mirrored), 0.25 * same());
}

TEST_F(Invariance, AnyRotationMatchesAndIsReported) {
    for (const double degrees : {-180.0, -135.0, -90.0, -37.0, 10.0, 60.0, 121.0, 180.0}) {
        const auto comparison =
            compareFinger(PreparedFinger(extracted(turned(*s_print, degrees))), *s_reference);
        ASSERT_TRUE(comparison);
        EXPECT_GT(comparison->score.value, 0.55 * same()) << degrees;
        // Image axes have y down, so a counter-clockwise turn of the probe is undone by a positive angle.
        const double back =
            std::atan2(comparison->alignment.sine, comparison->alignment.cosine) * 180 / CV_PI;
        EXPECT_NEAR(std::remainder(back - degrees, 360), 0, 1.5) << degrees;
    }
}

TEST_F(Invariance, TranslationMatches) {
    cv::Mat moved(s_print->size(), CV_8UC1, cv::Scalar(236));
    (*s_print)(cv::Rect(0, 0, s_print->cols - 61, s_print->rows - 43))
        .copyTo(moved(cv::Rect(61, 43, s_print->cols - 61, s_print->rows - 43)));
    EXPECT_GT(score(moved), 0.5 * same());
}

TEST_F(Invariance, BrightnessAndContrastDoNotMatter) {
    cv::Mat dark, pale;
    s_print->convertTo(dark, CV_8U, 0.6, 0);
    s_print->convertTo(pale, CV_8U, 0.4, 150);
    EXPECT_GT(score(dark), 0.9 * same());
    EXPECT_GT(score(pale), 0.85 * same());
}

TEST_F(Invariance, ResolutionIsHonoured) {
    cv::Mat fine, coarse;
    cv::resize(*s_print, fine, {}, 2, 2, cv::INTER_CUBIC);
    cv::resize(*s_print, coarse, {}, 0.7, 0.7, cv::INTER_AREA);
    EXPECT_GT(score(fine, 1000), 0.7 * same());
    EXPECT_GT(score(coarse, 350), 0.6 * same());
}

TEST_F(Invariance, AHalfPrintStillMatches) {
    const cv::Mat half = (*s_print)(cv::Rect(0, 0, s_print->cols * 6 / 10, s_print->rows * 6 / 10)).clone();
    EXPECT_GT(score(half), 2 * std::max(1.0, nonMated()));
}

TEST_F(Invariance, ThreadsAndRunsGiveTheSameBytesAndScores) {
    const Bytes once = encodeFinger(extracted(*s_print));
    const double wanted = nonMated();
    std::vector<Bytes> again(3);
    std::vector<double> scores(3);
    {
        std::vector<std::jthread> pool;
        for (std::size_t k = 0; k < again.size(); ++k)
            pool.emplace_back([&, k] {
                again[k] = encodeFinger(extracted(*s_print));
                scores[k] = nonMated();
            });
    }
    for (const auto& each : again)
        EXPECT_EQ(each, once);
    for (const double each : scores)
        EXPECT_EQ(each, wanted);
}

TEST_F(Invariance, TheExplanationAddsUp) {
    const FingerTemplate probe = extracted(turned(*s_print, 20));
    const auto comparison = compareFinger(PreparedFinger(probe), *s_reference);
    ASSERT_TRUE(comparison);
    EXPECT_GT(comparison->pairs.size(), 20U);
    EXPECT_GT(comparison->overlap, 0.8);
    EXPECT_GT(comparison->ridgeAgreement, 0.7);
    EXPECT_EQ(comparison->score.algorithm, fingerAlgorithm());
    std::vector<bool> seenProbe(probe.minutiae.size()), seenReference(s_reference->points().size());
    for (const auto& pair : comparison->pairs) {
        const auto p = static_cast<std::size_t>(pair.probe), r = static_cast<std::size_t>(pair.reference);
        ASSERT_LT(p, seenProbe.size());
        ASSERT_LT(r, seenReference.size());
        EXPECT_FALSE(seenProbe[p] || seenReference[r]);
        seenProbe[p] = seenReference[r] = true;
        EXPECT_LT(pair.deviation, 20);
        EXPECT_LT(std::abs(pair.turn), 40);
    }
}

TEST_F(Invariance, APrintWithoutMinutiaeIsAFailureNotAZero) {
    const auto comparison = compareFinger(PreparedFinger(FingerTemplate{}), *s_reference);
    ASSERT_FALSE(comparison);
    EXPECT_EQ(comparison.error().code, kFingerTooFewMinutiae);
}

TEST_F(Invariance, TheGalleryFindsTheFingerAndForgetsWithdrawnOnes) {
    FingerGallery gallery;
    for (std::uint64_t seed = 20; seed < 24; ++seed)
        gallery.add("finger-" + std::to_string(seed),
                    extracted(SyntheticFinger(seed).impression(1, everydayImpression(seed))));
    gallery.add("mate", s_reference->finger());
    const FingerTemplate probe = extracted(turned(*s_print, 15));
    FingerSearch three;
    three.top = 3;
    const auto found = gallery.search(probe, three);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 3U);
    EXPECT_EQ(found->front().key, "mate");
    EXPECT_GT(found->front().comparison.score.value, 2 * (*found)[1].comparison.score.value);
    EXPECT_TRUE(gallery.withdraw("mate"));
    EXPECT_FALSE(gallery.withdraw("mate"));
    EXPECT_NE(gallery.search(probe, three)->front().key, "mate");
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(gallery.search(probe, three, source.get_token()).error().code, base::kCancelled);
}

TEST(SyntheticFingers, RepeatThemselvesAndDiffer) {
    const SyntheticFinger finger(5);
    EXPECT_EQ(cv::norm(finger.impression(3), SyntheticFinger(5).impression(3), cv::NORM_INF), 0);
    EXPECT_GT(cv::norm(finger.impression(3), finger.impression(4), cv::NORM_INF), 0);
}

TEST(FingerSelfTest, Passes) {
    const Status status = fingerSelfTest();
    EXPECT_TRUE(status) << status.error().detail;
}

}  // namespace
}  // namespace cotejo::match
