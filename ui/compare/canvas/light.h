#pragma once

#include <QImage>
#include <array>

namespace cotejo::compare {

/// An examiner's own light: applied to what is painted, never to the image that is kept.
struct Light {
    int brightness = 0;  ///< -100..100, per cent of the full range
    int contrast = 0;    ///< -100..100; 0 leaves the slope at 1, 100 makes it 4
    double gamma = 1.0;  ///< 0.2..5.0; above 1 lifts the shadows

    bool isNeutral() const { return brightness == 0 && contrast == 0 && gamma == 1.0; }
    /// How many of the three were changed: "Light · 2".
    int changes() const { return (brightness != 0) + (contrast != 0) + (gamma != 1.0); }
    bool operator==(const Light&) const = default;
};

/// Output level of each input level.
std::array<uchar, 256> lightCurve(const Light& light);
/// Maps the opaque pixels of a 32-bit image through the curve, in place.
void applyLight(QImage& image, const Light& light);

}  // namespace cotejo::compare
