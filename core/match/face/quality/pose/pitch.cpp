#include "core/match/face/quality/pose/pitch.h"

namespace cotejo::match::quality {

Measure measurePitch(const FaceView& view) {
    Measure measure{Component::Pitch, {}, {}};
    const double eyes = (view.landmarks[36].y + view.landmarks[45].y) / 2,
                 mouth = (view.landmarks[48].y + view.landmarks[54].y) / 2;
    if (mouth - eyes < 5) {
        measure.outcome = Failure::LandmarksDegenerate;
        return measure;
    }
    const double place = (view.landmarks[30].y - eyes) / (mouth - eyes);
    measure.outcome = Value{place, "share of eyes to mouth"};
    if (place < 0.38 || place > 0.8) measure.advice = Advice::LevelChin;
    return measure;
}

}  // namespace cotejo::match::quality
