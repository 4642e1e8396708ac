#include "core/match/face/quality/frame/head_size.h"

namespace cotejo::match::quality {

Measure measureHeadSize(const FaceView& view) {
    Measure measure{Component::HeadSize, {}, {}};
    const auto& extraction = *view.extraction;
    const double chin = double(view.landmarks[8].y) - (view.landmarks[36].y + view.landmarks[45].y) / 2;
    const int height = extraction.quarterTurns % 2 == 0 ? view.image.rows : view.image.cols;
    const double share = chin * view.unit / height;
    measure.outcome = Value{share, "share of the image's height"};
    if (share < 0.1) measure.advice = Advice::MoveCloser;
    if (share > 0.5) measure.advice = Advice::MoveBack;
    return measure;
}

}  // namespace cotejo::match::quality
