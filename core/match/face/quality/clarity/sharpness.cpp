#include "core/match/face/quality/clarity/sharpness.h"

#include <opencv2/imgproc.hpp>

namespace cotejo::match::quality {

Measure measureSharpness(const FaceView& view) {
    Measure measure{Component::Sharpness, {}, {}};
    cv::Mat fine, blurred, values;
    view.luminance.convertTo(values, CV_32F);
    cv::GaussianBlur(values, blurred, {}, 1.5);
    cv::subtract(values, blurred, fine);
    cv::Mat inner;
    cv::erode(view.mask, inner, cv::Mat::ones(7, 7, CV_8U));
    cv::Scalar mean, fineDeviation, deviation;
    cv::meanStdDev(fine, mean, fineDeviation, inner);
    cv::meanStdDev(values, mean, deviation, inner);
    if (!(deviation[0] > 0)) {
        measure.outcome = Failure::FaceOutsideImage;
        return measure;
    }
    const double share = fineDeviation[0] / deviation[0];
    measure.outcome = Value{share, "share of the contrast"};
    if (share < 0.12) measure.advice = Advice::HoldStillAndFocus;
    return measure;
}

}  // namespace cotejo::match::quality
