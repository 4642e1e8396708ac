#include "core/match/face/quality/pose/mouth_closed.h"

namespace cotejo::match::quality {

Measure measureMouthClosed(const FaceView& view) {
    Measure measure{Component::MouthClosed, {}, {}};
    const auto& at = view.landmarks;
    const double gap =
        (cv::norm(at[61] - at[67]) + cv::norm(at[62] - at[66]) + cv::norm(at[63] - at[65])) / 3;
    const double chin = double(at[8].y) - (at[36].y + at[45].y) / 2;
    if (chin < 10) {
        measure.outcome = Failure::LandmarksDegenerate;
        return measure;
    }
    measure.outcome = Value{gap / chin, "share of eyes to chin"};
    if (gap / chin > 0.15) measure.advice = Advice::CloseMouth;
    return measure;
}

}  // namespace cotejo::match::quality
