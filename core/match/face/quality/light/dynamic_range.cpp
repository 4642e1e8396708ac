#include "core/match/face/quality/light/dynamic_range.h"

#include <array>
#include <cmath>

namespace cotejo::match::quality {

Measure measureDynamicRange(const FaceView& view) {
    Measure measure{Component::DynamicRange, {}, {}};
    std::array<int, 256> histogram{};
    int total = 0;
    for (int y = 0; y < view.mask.rows; ++y)
        for (int x = 0; x < view.mask.cols; ++x)
            if (view.mask.at<std::uint8_t>(y, x) != 0)
                ++histogram[view.luminance.at<std::uint8_t>(y, x)], ++total;
    double bits = 0;
    for (const int count : histogram)
        if (count > 0) bits -= double(count) / total * std::log2(double(count) / total);
    measure.outcome = Value{bits, "bits"};
    if (bits < 5) measure.advice = Advice::EvenLight;
    return measure;
}

}  // namespace cotejo::match::quality
