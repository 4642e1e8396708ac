#include "core/match/face/quality/pose/yaw.h"

#include <cmath>

namespace cotejo::match::quality {

Measure measureYaw(const FaceView& view) {
    Measure measure{Component::Yaw, {}, {}};
    const auto &nose = view.landmarks[30], &left = view.landmarks[36], &right = view.landmarks[45];
    const double width = double(right.x) - left.x;
    if (width < 5) {
        measure.outcome = Failure::LandmarksDegenerate;
        return measure;
    }
    const double offset = (nose.x - (left.x + right.x) / 2) / width;
    measure.outcome = Value{offset, "widths of the eyes"};
    if (std::abs(offset) > 0.15) measure.advice = Advice::FaceTheCamera;
    return measure;
}

}  // namespace cotejo::match::quality
