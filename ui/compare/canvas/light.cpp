#include "ui/compare/canvas/light.h"

#include <algorithm>
#include <cmath>

namespace cotejo::compare {

std::array<uchar, 256> lightCurve(const Light& light) {
    std::array<uchar, 256> curve{};
    const double slope = std::pow(4.0, std::clamp(light.contrast, -100, 100) / 100.0);
    const double lift = std::clamp(light.brightness, -100, 100) / 100.0;
    const double power = 1.0 / std::clamp(light.gamma, 0.2, 5.0);
    for (std::size_t level = 0; level < curve.size(); ++level) {
        const double in = std::pow(double(level) / 255.0, power);
        const double out = (in - 0.5) * slope + 0.5 + lift;
        curve[level] = static_cast<uchar>(std::lround(std::clamp(out, 0.0, 1.0) * 255.0));
    }
    return curve;
}

void applyLight(QImage& image, const Light& light) {
    if (light.isNeutral() || image.isNull()) return;
    const auto curve = lightCurve(light);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = line[x];
            if (qAlpha(pixel) != 255) continue;
            line[x] = qRgb(curve[qRed(pixel)], curve[qGreen(pixel)], curve[qBlue(pixel)]);
        }
    }
}

}  // namespace cotejo::compare
