#pragma once

#include <array>
#include <opencv2/core.hpp>

namespace cotejo::match {

/// 68 points in pixels of the image, in the order of the 300-W annotation: jaw 0-16, brows 17-26, nose 27-35,
/// eyes 36-47, mouth 48-67. Left and right are as seen in the image.
using Landmarks = std::array<cv::Point2f, 68>;
/// Left eye, right eye, tip of the nose, left and right corner of the mouth.
using FivePoints = std::array<cv::Point2f, 5>;

FivePoints fivePoints(const Landmarks& all);

/// Rotation, one scale and shift (no shear, no reflection) that brings `from` nearest to `to` in the
/// least-squares sense.
struct Similarity {
    double a = 1, b = 0;  ///< x' = a x - b y + dx, y' = b x + a y + dy
    double dx = 0, dy = 0;
    double residual = 0;  ///< root mean square distance left, in pixels of `to`

    double scale() const;
    cv::Point2f apply(cv::Point2f point) const;
    cv::Matx23d matrix() const { return {a, -b, dx, b, a, dy}; }
};
Similarity similarityBetween(const FivePoints& from, const FivePoints& to);

/// The square of `size` pixels that `toAligned` maps to. Large faces are reduced by area first, so that
/// detail does not fold into false patterns. Outside the image the crop is black.
cv::Mat alignedCrop(const cv::Mat& image, const Similarity& toAligned, int size);

/// The rectangle as a crop of its rounded size; what lies outside the image is `outside`.
cv::Mat paddedCrop(const cv::Mat& image, const cv::Rect& box, const cv::Scalar& outside);

}  // namespace cotejo::match
