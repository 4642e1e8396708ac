#include "core/match/face/quality/light/brightness.h"

namespace cotejo::match::quality {

Measure measureBrightness(const FaceView& view) {
    Measure measure{Component::Brightness, {}, {}};
    const double mean = cv::mean(view.luminance, view.mask)[0] / 255;
    measure.outcome = Value{mean, "0 to 1"};
    if (mean < 0.15) measure.advice = Advice::MoreLight;
    if (mean > 0.85) measure.advice = Advice::LessLight;
    return measure;
}

}  // namespace cotejo::match::quality
