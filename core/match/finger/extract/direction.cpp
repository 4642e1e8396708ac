#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "core/match/finger/processor.h"
#include "core/match/finger/extract/ridge_field.h"

namespace cotejo::match {
namespace {

constexpr int kHalfAcross = 24;  // pixels of the signature on each side
constexpr int kHalfAlong = 8;
constexpr int kMinLag = 4;
constexpr int kMaxLag = 18;
constexpr float kDefaultPeriod = 9;
constexpr int kStep = 2;  // cells between period measurements

// Period of the ridge signature across direction (dx, dy) at pixel (x, y), with its confidence.
std::pair<float, float> periodAt(const cv::Mat1f& source, int x, int y, float dx, float dy) {
    constexpr int count = 2 * kHalfAcross + 1;
    float signature[count];
    float mean = 0;
    for (int t = -kHalfAcross; t <= kHalfAcross; ++t) {
        float sum = 0;
        for (int u = -kHalfAlong; u <= kHalfAlong; u += 2) {
            const int sx = static_cast<int>(
                std::lround(static_cast<float>(x) - dy * static_cast<float>(t) + dx * static_cast<float>(u)));
            const int sy = static_cast<int>(
                std::lround(static_cast<float>(y) + dx * static_cast<float>(t) + dy * static_cast<float>(u)));
            if (sx >= 0 && sy >= 0 && sx < source.cols && sy < source.rows) sum += source(sy, sx);
        }
        signature[t + kHalfAcross] = sum;
        mean += sum;
    }
    mean /= count;
    float energy = 0;
    for (float& value : signature) {
        value -= mean;
        energy += value * value;
    }
    if (energy <= 1e-3F) return {0, 0};
    float correlation[kMaxLag + 2];
    for (int lag = 0; lag <= kMaxLag + 1; ++lag) {
        float sum = 0;
        for (int t = 0; t + lag < count; ++t)
            sum += signature[t] * signature[t + lag];
        correlation[lag] = sum / energy * static_cast<float>(count) / static_cast<float>(count - lag);
    }
    // The first peak after the correlation has gone negative is one period; noise has its peak at once.
    int lag = 2;
    while (lag <= kMaxLag && correlation[lag] > 0)
        ++lag;
    int best = 0;
    for (; lag <= kMaxLag; ++lag)
        if (lag >= kMinLag && correlation[lag] > correlation[lag - 1] &&
            correlation[lag] >= correlation[lag + 1]) {
            best = lag;
            break;
        }
    if (best == 0 || correlation[best] < 0.15F) return {0, 0};
    const float left = correlation[best - 1], middle = correlation[best], right = correlation[best + 1];
    const float bend = left - 2 * middle + right;
    const float shift = bend < 0 ? 0.5F * (left - right) / bend : 0;
    return {static_cast<float>(best) + shift, middle};
}

// Of one row: what the gradients (Sobel's) add to the structure tensor.
struct GradientRow {
    std::vector<float> difference, product, energy;
    explicit GradientRow(int width)
        : difference(static_cast<std::size_t>(width), 0.0F), product(difference), energy(difference) {}
};

COTEJO_INLINE void gradientRow(const float* above, const float* here, const float* below, int count,
                               float* difference, float* product, float* energy) {
    for (int x = 1; x < count - 1; ++x) {
        const float gx = 0.25F * (here[x + 1] - here[x - 1]) +
                         0.125F * ((above[x + 1] - above[x - 1]) + (below[x + 1] - below[x - 1]));
        const float gy = (0.25F * below[x] + 0.125F * (below[x - 1] + below[x + 1])) -
                         (0.25F * above[x] + 0.125F * (above[x - 1] + above[x + 1]));
        difference[x] = gx * gx - gy * gy;
        product[x] = gx * gy;
        energy[x] = gx * gx + gy * gy;
    }
}
COTEJO_CLONES(void, fillGradientRow, gradientRow,
              (const float* above, const float* here, const float* below, int count, float* difference,
               float* product, float* energy),
              (above, here, below, count, difference, product, energy))

void gradientsOf(const float* above, const float* here, const float* below, int count, GradientRow& row) {
    fillGradientRow(above, here, below, count, row.difference.data(), row.product.data(), row.energy.data());
}

}  // namespace

void estimateDirection(const cv::Mat1f& source, double spread, RidgeField& field) {
    constexpr int block = RidgeField::kBlock;
    const cv::Size grid(source.cols / block, source.rows / block);
    cv::Mat1f difference = cv::Mat1f::zeros(grid), product = cv::Mat1f::zeros(grid),
              energy = cv::Mat1f::zeros(grid);
    GradientRow gradient(source.cols);
    // The outermost pixels are padding.
    for (int y = 1; y + 1 < source.rows; ++y) {
        gradientsOf(source[y - 1], source[y], source[y + 1], source.cols, gradient);
        const float *dd = gradient.difference.data(), *pp = gradient.product.data(),
                    *ee = gradient.energy.data();
        float *d = difference[y / block], *p = product[y / block], *e = energy[y / block];
        for (int i = 0; i < grid.width; ++i, dd += block, pp += block, ee += block) {
            float ds = 0, ps = 0, es = 0;
            for (int x = 0; x < block; ++x) {
                ds += dd[x];
                ps += pp[x];
                es += ee[x];
            }
            d[i] += ds;
            p[i] += 2 * ps;
            e[i] += es;
        }
    }
    cv::GaussianBlur(difference, difference, {}, spread, spread, cv::BORDER_REPLICATE);
    cv::GaussianBlur(product, product, {}, spread, spread, cv::BORDER_REPLICATE);
    cv::GaussianBlur(energy, energy, {}, spread, spread, cv::BORDER_REPLICATE);
    field.cos2.create(grid);
    field.sin2.create(grid);
    field.coherence.create(grid);
    for (int j = 0; j < grid.height; ++j)
        for (int i = 0; i < grid.width; ++i) {
            // The gradient stands across the ridge: turn by 90 degrees, 180 in the doubled angle.
            const float c = -difference(j, i), s = -product(j, i);
            const float length = std::sqrt(c * c + s * s);
            field.cos2(j, i) = length > 0 ? c / length : 1;
            field.sin2(j, i) = length > 0 ? s / length : 0;
            field.coherence(j, i) = energy(j, i) > 1e-6F ? length / energy(j, i) : 0;
        }
}

void estimatePeriod(RidgeField& field) {
    constexpr int block = RidgeField::kBlock;
    const cv::Size grid = field.mask.size();
    const cv::Size coarse((grid.width + kStep - 1) / kStep, (grid.height + kStep - 1) / kStep);
    cv::Mat1f weighted = cv::Mat1f::zeros(coarse), weight = cv::Mat1f::zeros(coarse);
    std::vector<float> all;
    for (int j = 0; j < coarse.height; ++j)
        for (int i = 0; i < coarse.width; ++i) {
            const int ci = i * kStep, cj = j * kStep;
            if (!field.mask(cj, ci)) continue;
            const float angle = 0.5F * std::atan2(field.sin2(cj, ci), field.cos2(cj, ci));
            const auto [period, confidence] =
                periodAt(field.normal, ci * block + block / 2, cj * block + block / 2, std::cos(angle),
                         std::sin(angle));
            if (period <= 0) continue;
            const float trust = confidence * confidence * field.coherence(cj, ci);
            weighted(j, i) = period * trust;
            weight(j, i) = trust;
            all.push_back(period);
        }
    float median = kDefaultPeriod;
    if (!all.empty()) {
        std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
        median = all[all.size() / 2];
    }
    for (int j = 0; j < coarse.height; ++j)
        for (int i = 0; i < coarse.width; ++i) {
            // Half and double periods are slips of the signature.
            if (weight(j, i) > 0 && std::abs(weighted(j, i) / weight(j, i) / median - 1) > 0.45F)
                weighted(j, i) = weight(j, i) = 0;
            weighted(j, i) += median * 0.02F;
            weight(j, i) += 0.02F;
        }
    cv::GaussianBlur(weighted, weighted, {}, 1.5, 1.5, cv::BORDER_REPLICATE);
    cv::GaussianBlur(weight, weight, {}, 1.5, 1.5, cv::BORDER_REPLICATE);
    field.period.create(grid);
    for (int j = 0; j < grid.height; ++j)
        for (int i = 0; i < grid.width; ++i)
            field.period(j, i) = weighted(j / kStep, i / kStep) / weight(j / kStep, i / kStep);
}

}  // namespace cotejo::match
