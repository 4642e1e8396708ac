#include "core/match/face/quality/frame/margins.h"

#include <algorithm>

namespace cotejo::match::quality {

Measure measureMargins(const FaceView& view) {
    Measure measure{Component::Margins, {}, {}};
    cv::Point2f middle = (view.extraction->points[0] + view.extraction->points[1]) / 2;
    double left = middle.x, up = middle.y, right = view.image.cols - 1 - middle.x,
           down = view.image.rows - 1 - middle.y;
    for (int turn = 0; turn < view.extraction->quarterTurns; ++turn) {
        // One clockwise turn brings the left edge to the top.
        const double top = left;
        left = down, down = right, right = up, up = top;
    }
    const double least = std::min({left, right, up * 2 / 3, down / 2}) / std::max(1.0, view.eyeDistance);
    measure.outcome = Value{least, "eye distances"};
    if (least < 1.1) measure.advice = Advice::LeaveSpace;
    return measure;
}

}  // namespace cotejo::match::quality
