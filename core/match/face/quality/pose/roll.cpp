#include "core/match/face/quality/pose/roll.h"

#include <cmath>

namespace cotejo::match::quality {

Measure measureRoll(const FaceView& view) {
    Measure measure{Component::Roll, {}, {}};
    const auto line = view.extraction->points[1] - view.extraction->points[0];
    double angle = std::atan2(line.y, line.x) * 180 / CV_PI + 90.0 * view.extraction->quarterTurns;
    angle = std::remainder(angle, 360);
    measure.outcome = Value{angle, "degrees"};
    if (std::abs(angle) > 8) measure.advice = Advice::StraightenHead;
    return measure;
}

}  // namespace cotejo::match::quality
