#include "core/match/face/quality/pose/eyes_open.h"

#include <algorithm>

namespace cotejo::match::quality {

Measure measureEyesOpen(const FaceView& view) {
    Measure measure{Component::EyesOpen, {}, {}};
    const auto& at = view.landmarks;
    const auto opening = [&](std::size_t upper, std::size_t upperNext, std::size_t lowerNext,
                             std::size_t lower) {
        return (cv::norm(at[upper] - at[lower]) + cv::norm(at[upperNext] - at[lowerNext])) / 2;
    };
    const double least = std::min(opening(37, 38, 40, 41), opening(43, 44, 46, 47));
    const double chin = double(at[8].y) - (at[36].y + at[45].y) / 2;
    if (chin < 10) {
        measure.outcome = Failure::LandmarksDegenerate;
        return measure;
    }
    measure.outcome = Value{least / chin, "share of eyes to chin"};
    if (least / chin < 0.03) measure.advice = Advice::OpenEyes;
    return measure;
}

}  // namespace cotejo::match::quality
