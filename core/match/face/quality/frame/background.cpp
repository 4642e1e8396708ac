#include "core/match/face/quality/frame/background.h"

#include <opencv2/imgproc.hpp>

namespace cotejo::match::quality {

namespace {
const FivePoints kWider{
    cv::Point2f(94.3F, 107.7F), {129.5F, 107.5F}, {112.0F, 127.7F}, {97.5F, 148.4F}, {126.7F, 148.2F}};
constexpr int kLeastPixels = 2500;
}  // namespace

Measure measureBackground(const FaceView& view) {
    Measure measure{Component::Background, {}, {}};
    // The head's surroundings: 224 pixels wide at the crop's scale, without an ellipse for head, hair and
    // neck.
    constexpr int kWide = 224, kHigh = 168;
    Similarity toView = similarityBetween(view.extraction->points, kWider);
    cv::Mat around = alignedCrop(view.image, toView, kWide), gray, mask;
    const cv::Mat whole(view.image.size(), CV_8U, cv::Scalar(255));
    mask = alignedCrop(whole, toView, kWide) > 250;
    cv::erode(mask, mask, cv::Mat::ones(5, 5, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::ellipse(mask, {kWide / 2, 118}, {62, 92}, 0, 0, 360, cv::Scalar(0), cv::FILLED);
    mask.rowRange(kHigh, kWide).setTo(0);
    if (cv::countNonZero(mask) < kLeastPixels) {
        measure.outcome = Inapplicable::NoBackgroundVisible;
        return measure;
    }
    cv::cvtColor(around, gray, cv::COLOR_BGR2GRAY);
    cv::GaussianBlur(gray, gray, {}, 1);
    cv::Mat dx, dy, strength;
    cv::Sobel(gray, dx, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(gray, dy, CV_32F, 0, 1, 3, 1.0 / 8);
    cv::magnitude(dx, dy, strength);
    const double mean = cv::mean(strength, mask)[0];
    measure.outcome = Value{mean, "gray levels a pixel"};
    if (mean > 4) measure.advice = Advice::PlainBackground;
    return measure;
}

}  // namespace cotejo::match::quality
