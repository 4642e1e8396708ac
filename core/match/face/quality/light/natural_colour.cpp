#include "core/match/face/quality/light/natural_colour.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace cotejo::match::quality {

Measure measureNaturalColour(const FaceView& view) {
    Measure measure{Component::NaturalColour, {}, {}};
    if (view.gray) {
        measure.outcome = Inapplicable::GrayImage;
        return measure;
    }
    cv::Mat lab;
    cv::cvtColor(view.crop, lab, cv::COLOR_BGR2Lab);
    const auto mean = cv::mean(lab, view.mask);
    const double a = mean[1] - 128, b = mean[2] - 128;
    const double distance = std::hypot(std::max({0.0, 5 - a, a - 25}), std::max({0.0, 5 - b, b - 35}));
    measure.outcome = Value{distance, "CIELAB units"};
    if (distance > 12) measure.advice = Advice::CheckColours;
    return measure;
}

}  // namespace cotejo::match::quality
