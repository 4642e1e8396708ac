#include "core/match/face/second_capture.h"

#include "core/match/calibration.h"
#include "tests/unit/match/face/face_support.h"

namespace cotejo::match {
namespace {

TEST(SecondCapture, IsTheSameForASeedAndAnotherForAnother) {
    EXPECT_EQ(cv::norm(secondCapture(portrait(1), 5), secondCapture(portrait(1), 5), cv::NORM_INF), 0);
    EXPECT_GT(cv::norm(secondCapture(portrait(1), 5), secondCapture(portrait(1), 6), cv::NORM_INF), 20);
    EXPECT_EQ(secondCapture(portrait(2), 1).size(), portrait(2).size());
    EXPECT_TRUE(secondCapture({}, 1).empty());
}

TEST(SecondCapture, EverySpecimenMatchesItsSecondCaptureAndNoOther) {
    const auto calibrations = Calibrations::readDefault();
    ASSERT_TRUE(calibrations) << calibrations.error().detail;
    const auto report = calibrations->find(sharedEngine().algorithm());
    ASSERT_TRUE(report) << report.error().detail;
    const double threshold = report->threshold(1e-4)->value, doubtful = report->threshold(1e-3)->value;
    std::vector<FaceTemplate> first, second;
    for (int i = 1; i <= 8; ++i) {
        const auto a = sharedEngine().extract(portrait(i));
        const auto b = sharedEngine().extract(secondCapture(portrait(i), static_cast<std::uint64_t>(i)));
        ASSERT_TRUE(a) << i << ": " << a.error().detail;
        ASSERT_TRUE(b) << i << ": " << b.error().detail;
        first.push_back(a->faceTemplate);
        second.push_back(b->faceTemplate);
    }
    for (std::size_t i = 0; i < 8; ++i)
        for (std::size_t j = 0; j < 8; ++j) {
            const double score = compareFaces(first[i], second[j])->value;
            if (i == j) {
                EXPECT_GT(score, threshold) << i + 1;
            } else {
                EXPECT_LT(score, doubtful) << i + 1 << " " << j + 1;
            }
        }
}

}  // namespace
}  // namespace cotejo::match
