#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/match/finger/processor.h"
#include "core/match/finger/extract/ridge_field.h"

namespace cotejo::match {
namespace {

constexpr int kAngles = 64;
constexpr float kMinPeriod = 4;
constexpr float kMaxPeriod = 16;
constexpr int kPeriods = 25;
constexpr int kFilterReach = RidgeField::kPad - 4;

struct Tap {
    int dx, dy;
    float weight;
};
using Taps = std::vector<Tap>;

// Turns a profile along the line (cx, cy) into taps on the pixel grid: whole steps on the longer axis, the
// fraction on the other axis shared between two neighbours. Profile positions are true distances along the
// line.
template <class Profile>
Taps lineTaps(float cx, float cy, int reach, Profile profile) {
    Taps taps;
    const bool flat = std::abs(cx) >= std::abs(cy);
    const float longer = flat ? cx : cy, shorter = flat ? cy : cx;
    const int steps =
        std::min(kFilterReach, static_cast<int>(std::ceil(static_cast<float>(reach) * std::abs(longer))));
    for (int k = -steps; k <= steps; ++k) {
        const float distance = static_cast<float>(k) / longer;
        const float weight = profile(distance);
        const float off = static_cast<float>(k) * shorter / longer;
        const int low = static_cast<int>(std::floor(off));
        const float share = off - static_cast<float>(low);
        for (const auto& [at, part] : {std::pair(low, 1 - share), std::pair(low + 1, share)})
            if (part * std::abs(weight) > 1e-4F)
                taps.push_back(flat ? Tap{k, at, weight * part} : Tap{at, k, weight * part});
    }
    return taps;
}

struct Bank {
    std::vector<Taps> across;  // kAngles x kPeriods
    std::vector<Taps> along;   // kAngles
    explicit Bank(float sigmaAlong) {
        for (int a = 0; a < kAngles; ++a) {
            const float angle = static_cast<float>(a) * std::numbers::pi_v<float> / kAngles;
            const float cx = std::cos(angle), cy = std::sin(angle);
            Taps line = lineTaps(cx, cy, static_cast<int>(std::ceil(2.4F * sigmaAlong)),
                                 [&](float t) { return std::exp(-t * t / (2 * sigmaAlong * sigmaAlong)); });
            float sum = 0;
            for (const Tap& tap : line)
                sum += tap.weight;
            for (Tap& tap : line)
                tap.weight /= sum;
            along.push_back(std::move(line));
            for (int p = 0; p < kPeriods; ++p) {
                const float period =
                    kMinPeriod + (kMaxPeriod - kMinPeriod) * static_cast<float>(p) / (kPeriods - 1);
                const float sigma = 0.5F * period;
                const float wave = 2 * std::numbers::pi_v<float> / period;
                Taps bell = lineTaps(-cy, cx, static_cast<int>(std::ceil(1.3F * period)),
                                     [&](float t) { return std::exp(-t * t / (2 * sigma * sigma)); });
                // Zero response to a constant, response 1 to a wave of this period.
                float direct = 0, bellSum = 0;
                const auto waveAt = [&](const Tap& tap) {
                    return std::cos(wave *
                                    (cx * static_cast<float>(tap.dy) - cy * static_cast<float>(tap.dx)));
                };
                for (const Tap& tap : bell) {
                    direct += tap.weight * waveAt(tap);
                    bellSum += tap.weight;
                }
                float gain = 0;
                for (const Tap& tap : bell)
                    gain += tap.weight * (waveAt(tap) - direct / bellSum) * waveAt(tap);
                for (Tap& tap : bell)
                    tap.weight *= (waveAt(tap) - direct / bellSum) / gain;
                across.push_back(std::move(bell));
            }
        }
    }
};

// Sum of taps over one 8x8 block.
COTEJO_INLINE void filterTaps(const float* base, std::ptrdiff_t stride, const Tap* taps, std::size_t count,
                              float* target) {
    constexpr int block = RidgeField::kBlock;
    float sum[block][block] = {};
    for (std::size_t k = 0; k < count; ++k) {
        const float* from = base + stride * taps[k].dy + taps[k].dx;
        const float weight = taps[k].weight;
        for (int r = 0; r < block; ++r, from += stride)
            for (int c = 0; c < block; ++c)
                sum[r][c] += weight * from[c];
    }
    for (int r = 0; r < block; ++r)
        std::copy_n(sum[r], block, target + stride * r);
}
COTEJO_CLONES(void, filterWith, filterTaps,
              (const float* base, std::ptrdiff_t stride, const Tap* taps, std::size_t count, float* target),
              (base, stride, taps, count, target))

void filterBlock(const cv::Mat1f& source, cv::Mat1f& target, int x, int y, const Taps& taps) {
    filterWith(source.ptr<float>(y) + x, static_cast<std::ptrdiff_t>(source.step1()), taps.data(),
               taps.size(), target.ptr<float>(y) + x);
}

int angleIndex(float cos2, float sin2) {
    float angle = 0.5F * std::atan2(sin2, cos2);
    if (angle < 0) angle += std::numbers::pi_v<float>;
    return static_cast<int>(std::lround(angle * kAngles / std::numbers::pi_v<float>)) % kAngles;
}

int periodIndex(float period) {
    return std::clamp(
        static_cast<int>(std::lround((period - kMinPeriod) * (kPeriods - 1) / (kMaxPeriod - kMinPeriod))), 0,
        kPeriods - 1);
}

}  // namespace

void enhance(RidgeField& field, double sigmaAlong) {
    static const Bank kShort(3.5F), kLong(5.0F);
    const Bank& bank = sigmaAlong < 4.25 ? kShort : kLong;
    constexpr int block = RidgeField::kBlock;
    const int margin = RidgeField::kPad / block;
    const cv::Size grid = field.mask.size();
    field.agreement = cv::Mat1f::zeros(grid);
    // One cell beyond the mask for the first filter, so that the second has something to take at the edge.
    const auto near = [&](int i, int j) {
        for (int v = -1; v <= 1; ++v)
            for (int u = -1; u <= 1; ++u)
                if (field.mask(j + v, i + u)) return true;
        return false;
    };
    for (int j = margin; j < grid.height - margin; ++j)
        for (int i = margin; i < grid.width - margin; ++i)
            if (near(i, j)) {
                const int a = angleIndex(field.cos2(j, i), field.sin2(j, i));
                filterBlock(
                    field.normal, field.crossed, i * block, j * block,
                    bank.across[static_cast<std::size_t>(a * kPeriods + periodIndex(field.period(j, i)))]);
            }
    for (int j = margin; j < grid.height - margin; ++j)
        for (int i = margin; i < grid.width - margin; ++i)
            if (field.mask(j, i)) {
                const int a = angleIndex(field.cos2(j, i), field.sin2(j, i));
                filterBlock(field.crossed, field.enhanced, i * block, j * block,
                            bank.along[static_cast<std::size_t>(a)]);
                float en = 0, ee = 0, nn = 0, n = 0;
                for (int y = j * block; y < (j + 1) * block; ++y) {
                    const float *pe = field.enhanced[y], *pn = field.normal[y];
                    for (int x = i * block; x < (i + 1) * block; ++x) {
                        en += pe[x] * pn[x];
                        ee += pe[x] * pe[x];
                        nn += pn[x] * pn[x];
                        n += pn[x];
                    }
                }
                nn -= n * n / (block * block);
                field.agreement(j, i) = ee > 0 && nn > 0 ? en / std::sqrt(ee * nn) : 0;
            }
}

}  // namespace cotejo::match
