#include "core/match/face/quality/frame/eye_distance.h"

namespace cotejo::match::quality {

Measure measureEyeDistance(const FaceView& view) {
    Measure measure{Component::EyeDistance, {}, {}};
    measure.outcome = Value{view.eyeDistance, "pixels"};
    if (view.eyeDistance < 90) measure.advice = Advice::MoveCloser;
    return measure;
}

}  // namespace cotejo::match::quality
