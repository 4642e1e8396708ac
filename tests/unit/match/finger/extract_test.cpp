#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include "core/base/errors.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/extract/extract.h"

namespace cotejo::match {
namespace {

constexpr record::Ppi k500{500, record::PpiSource::Declared};

std::string codeFor(const cv::Mat& pixels, record::Ppi ppi = k500) {
    const auto result = extractFinger({pixels, ppi});
    return result ? "extracted" : result.error().code;
}

TEST(ExtractFinger, SaysWhyAnImageCannotBeUsed) {
    cv::Mat noise(300, 300, CV_8UC1);
    cv::RNG(7).fill(noise, cv::RNG::UNIFORM, 0, 256);
    EXPECT_EQ(codeFor(cv::Mat(300, 300, CV_8UC1, cv::Scalar(255))), kFingerBlank);
    EXPECT_EQ(codeFor(cv::Mat(300, 300, CV_8UC1, cv::Scalar(0))), kFingerBlank);
    EXPECT_EQ(codeFor(noise), kFingerNoRidges);
    EXPECT_EQ(codeFor(cv::Mat(1, 1, CV_8UC1, cv::Scalar(9))), kFingerTooSmall);
    EXPECT_EQ(codeFor(cv::Mat(3000, 300, CV_8UC1, cv::Scalar(9))), kFingerTooLarge);
    EXPECT_EQ(codeFor(cv::Mat(12000, 12000, CV_8UC1, cv::Scalar(9))), kFingerTooLarge);
    EXPECT_EQ(codeFor(noise, {}), kFingerPpiUnknown);
    EXPECT_EQ(codeFor(noise, {72, record::PpiSource::Header}), kFingerPpiUnsupported);
    EXPECT_EQ(codeFor(cv::Mat(300, 300, CV_8UC3, cv::Scalar(9, 9, 9))), base::kInvalidArgument);
    EXPECT_EQ(codeFor(cv::Mat(300, 300, CV_16UC1, cv::Scalar(9))), base::kInvalidArgument);
    EXPECT_EQ(codeFor(cv::Mat()), base::kInvalidArgument);
}

}  // namespace
}  // namespace cotejo::match
