#include "core/match/face/quality/frame/single_face.h"

#include <algorithm>

namespace cotejo::match::quality {

namespace {
constexpr float kSurely = 0.9F;
}

Measure measureSingleFace(const FaceView& view) {
    Measure measure{Component::SingleFace, {}, {}};
    const auto& faces = view.extraction->faces;
    double largest = 0;
    for (std::size_t i = 1; i < faces.size(); ++i)
        if (faces[i].confidence >= kSurely) largest = std::max(largest, double(faces[i].box.area()));
    const double share = largest / std::max(1.0, double(view.extraction->chosen().box.area()));
    measure.outcome = Value{share, "share of the face's area"};
    if (share > 0.2) measure.advice = Advice::OnePersonOnly;
    return measure;
}

}  // namespace cotejo::match::quality
