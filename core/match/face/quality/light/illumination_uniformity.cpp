#include "core/match/face/quality/light/illumination_uniformity.h"

#include <algorithm>
#include <array>

namespace cotejo::match::quality {

Measure measureIlluminationUniformity(const FaceView& view) {
    Measure measure{Component::IlluminationUniformity, {}, {}};
    std::array<std::array<double, 32>, 2> histogram{};
    std::array<double, 2> total{};
    const int middle = cvRound((view.landmarks[27].x + view.landmarks[8].x) / 2);
    for (int y = 0; y < view.mask.rows; ++y)
        for (int x = 0; x < view.mask.cols; ++x) {
            if (view.mask.at<std::uint8_t>(y, x) == 0) continue;
            const std::size_t side = x < middle ? 0 : 1;
            histogram[side][view.luminance.at<std::uint8_t>(y, x) / 8U] += 1;
            total[side] += 1;
        }
    if (total[0] < 50 || total[1] < 50) {
        measure.outcome = Failure::LandmarksDegenerate;
        return measure;
    }
    double overlap = 0;
    for (std::size_t i = 0; i < 32; ++i)
        overlap += std::min(histogram[0][i] / total[0], histogram[1][i] / total[1]);
    measure.outcome = Value{overlap, "0 to 1"};
    if (overlap < 0.4) measure.advice = Advice::EvenLight;
    return measure;
}

}  // namespace cotejo::match::quality
