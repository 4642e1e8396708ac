#include "core/match/face/quality/clarity/face_strength.h"

namespace cotejo::match::quality {

Measure measureFaceStrength(const FaceView& view) {
    Measure measure{Component::FaceStrength, {}, {}};
    const double strength = view.extraction->strength;
    measure.outcome = Value{strength, "length of the embedding"};
    if (strength < 2.6) measure.advice = Advice::CaptureAgain;
    return measure;
}

}  // namespace cotejo::match::quality
