#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "core/match/finger/ridge_field.h"

namespace cotejo::match {
namespace {

constexpr int kWindow = 25;          // about three ridges
constexpr float kContrastFloor = 4;  // gray levels: keeps sensor noise of empty areas from being blown up

int roundUp(int value, int step) {
    return (value + step - 1) / step * step;
}

}  // namespace

void normalise(const cv::Mat& pixels, RidgeField& field) {
    constexpr int pad = RidgeField::kPad;
    constexpr int block = RidgeField::kBlock;
    field.width = pixels.cols;
    field.height = pixels.rows;
    const int width = roundUp(pixels.cols + 2 * pad, block);
    const int height = roundUp(pixels.rows + 2 * pad, block);
    cv::Mat floats, padded;
    pixels.convertTo(floats, CV_32F);
    cv::copyMakeBorder(floats, padded, pad, height - pixels.rows - pad, pad, width - pixels.cols - pad,
                       cv::BORDER_REPLICATE);
    field.gray = padded;

    cv::Mat1f mean, square, deviation;
    cv::boxFilter(field.gray, mean, CV_32F, {kWindow, kWindow}, {-1, -1}, true, cv::BORDER_REPLICATE);
    cv::sqrBoxFilter(field.gray, square, CV_32F, {kWindow, kWindow}, {-1, -1}, true, cv::BORDER_REPLICATE);
    deviation.create(height, width);
    field.normal.create(height, width);
    for (int y = 0; y < height; ++y) {
        const float *g = field.gray[y], *m = mean[y], *s = square[y];
        float *d = deviation[y], *n = field.normal[y];
        for (int x = 0; x < width; ++x) {
            d[x] = std::sqrt(std::max(0.0F, s[x] - m[x] * m[x]));
            n[x] = std::clamp((g[x] - m[x]) / (d[x] + kContrastFloor), -2.5F, 2.5F);
        }
    }
    cv::resize(deviation, field.contrast, {width / block, height / block}, 0, 0, cv::INTER_AREA);
    // Nothing beyond the image's edge counts as print.
    cv::Mat1f inside = cv::Mat1f::zeros(height, width);
    field.normal(cv::Rect(pad, pad, pixels.cols, pixels.rows))
        .copyTo(inside(cv::Rect(pad, pad, pixels.cols, pixels.rows)));
    field.normal = inside;
}

}  // namespace cotejo::match
