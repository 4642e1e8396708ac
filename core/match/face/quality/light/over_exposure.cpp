#include "core/match/face/quality/light/over_exposure.h"

namespace cotejo::match::quality {

Measure measureOverExposure(const FaceView& view) {
    Measure measure{Component::OverExposure, {}, {}};
    const double share = luminanceShare(view, 247, 255);
    measure.outcome = Value{share, "share of the face"};
    if (share > 0.1) measure.advice = Advice::SofterLight;
    return measure;
}

}  // namespace cotejo::match::quality
