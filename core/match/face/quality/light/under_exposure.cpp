#include "core/match/face/quality/light/under_exposure.h"

namespace cotejo::match::quality {

Measure measureUnderExposure(const FaceView& view) {
    Measure measure{Component::UnderExposure, {}, {}};
    const double share = luminanceShare(view, 0, 25);
    measure.outcome = Value{share, "share of the face"};
    if (share > 0.25) measure.advice = Advice::MoreLight;
    return measure;
}

}  // namespace cotejo::match::quality
