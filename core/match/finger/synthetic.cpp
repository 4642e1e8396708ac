#include "core/match/finger/synthetic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "core/match/finger/extract/ridge_field.h"

namespace cotejo::match {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr int kWidth = 416;  // pixels of 500 ppi: 21 x 28 mm
constexpr int kHeight = 560;
constexpr int kGrowth = 9;  // filterings that turn noise into ridges

// SplitMix64: small, and the same on every machine.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t bits() {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    float between(float low, float high) {
        return low + (high - low) * static_cast<float>(bits() >> 40) / 16777216.0F;
    }
    /// About normal, deviation 1.
    float bell() {
        float sum = 0;
        for (int k = 0; k < 6; ++k)
            sum += between(-1, 1);
        return sum * 0.707F;
    }

  private:
    std::uint64_t m_state;
};

// Smooth noise: a coarse grid of chance, enlarged.
cv::Mat1f smoothNoise(Chance& chance, cv::Size size, int cell) {
    cv::Mat1f coarse(size.height / cell + 3, size.width / cell + 3), fine;
    for (float& value : coarse)
        value = chance.bell();
    cv::resize(coarse, fine, {coarse.cols * cell, coarse.rows * cell}, 0, 0, cv::INTER_CUBIC);
    return fine(cv::Rect(cell, cell, size.width, size.height));
}

struct Poles {
    std::vector<cv::Point2f> cores, deltas;
};

Poles polesOf(SyntheticFinger::Pattern pattern, Chance& chance) {
    const float x = kWidth / 2.0F + chance.between(-18, 18), y = kHeight * 0.44F + chance.between(-25, 25);
    const float side = chance.between(75, 120), drop = chance.between(95, 150);
    switch (pattern) {
        case SyntheticFinger::Pattern::Arch:
            return {};
        case SyntheticFinger::Pattern::TentedArch:
            return {{{x, y + 30}}, {{x + chance.between(-6, 6), y + drop}}};
        case SyntheticFinger::Pattern::LeftLoop:
            return {{{x, y}}, {{x + side, y + drop}}};
        case SyntheticFinger::Pattern::RightLoop:
            return {{{x, y}}, {{x - side, y + drop}}};
        case SyntheticFinger::Pattern::Whorl: {
            const float gap = chance.between(12, 45), lean = chance.between(-14, 14);
            return {
                {{x - lean, y - gap / 2}, {x + lean, y + gap}},
                {{x - side, y + drop}, {x + chance.between(75, 120), y + drop + chance.between(-25, 25)}}};
        }
    }
    return {};
}

float smoothStep(float low, float high, float value) {
    const float t = std::clamp((value - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

// Half the sum of angles to cores minus deltas (Sherlock and Monro's zero-pole model); a bow for arches.
float flowAt(const Poles& poles, float bow, float x, float y) {
    float angle = 0;
    for (const auto& core : poles.cores)
        angle += 0.5F * std::atan2(y - core.y, x - core.x);
    for (const auto& delta : poles.deltas)
        angle -= 0.5F * std::atan2(y - delta.y, x - delta.x);
    const float across = (x - kWidth / 2.0F) / (kWidth / 2.0F),
                down = (y - kHeight * 0.5F) / (kHeight * 0.33F);
    // Above the pattern ridges follow the round of the fingertip.
    const float tip =
        poles.cores.empty() ? 0 : 0.62F * across * (1 - smoothStep(kHeight * 0.10F, kHeight * 0.62F, y));
    return angle + tip + bow * std::sin(across * kPi * 0.8F) * std::exp(-down * down);
}

float sample(const cv::Mat1f& plane, float x, float y) {
    const int i = static_cast<int>(std::floor(x)), j = static_cast<int>(std::floor(y));
    if (i < 0 || j < 0 || i + 1 >= plane.cols || j + 1 >= plane.rows) return 1;
    const float u = x - static_cast<float>(i), v = y - static_cast<float>(j);
    return (1 - v) * ((1 - u) * plane(j, i) + u * plane(j, i + 1)) +
           v * ((1 - u) * plane(j + 1, i) + u * plane(j + 1, i + 1));
}

}  // namespace

SyntheticFinger::SyntheticFinger(std::uint64_t seed) : m_seed(seed) {
    Chance chance(seed ^ 0xf19e4c0de5a11ULL);
    const float kind = chance.between(0, 1);
    m_pattern = kind < 0.05F   ? Pattern::Arch
                : kind < 0.09F ? Pattern::TentedArch
                : kind < 0.40F ? Pattern::LeftLoop
                : kind < 0.72F ? Pattern::RightLoop
                               : Pattern::Whorl;
    const Poles poles = polesOf(m_pattern, chance);
    const float bow = poles.cores.empty() ? chance.between(0.5F, 0.9F) : 0;

    constexpr int block = RidgeField::kBlock, pad = RidgeField::kPad;
    RidgeField field;
    field.create(kWidth, kHeight);
    const cv::Size size = RidgeField::padded(kWidth, kHeight), grid(size.width / block, size.height / block);
    field.mask = cv::Mat1b::zeros(grid);
    field.mask(cv::Rect(pad / block, pad / block, kWidth / block, kHeight / block)) = 1;
    field.cos2.create(grid);
    field.sin2.create(grid);
    field.period.create(grid);
    const cv::Mat1f wander = smoothNoise(chance, grid, 14), density = smoothNoise(chance, grid, 11);
    const float basePeriod = chance.between(8.2F, 10.2F);
    for (int j = 0; j < grid.height; ++j)
        for (int i = 0; i < grid.width; ++i) {
            const float x = static_cast<float>((i + 0.5) * block - pad),
                        y = static_cast<float>((j + 0.5) * block - pad);
            const float angle = flowAt(poles, bow, x, y) + 0.10F * wander(j, i);
            field.cos2(j, i) = std::cos(2 * angle);
            field.sin2(j, i) = std::sin(2 * angle);
            // Ridges are finer near the core and coarser below.
            field.period(j, i) = basePeriod * (1 + 0.09F * density(j, i) + 0.10F * (y / kHeight - 0.4F));
        }
    for (float& value : field.normal)
        value = 0.5F * chance.bell();
    for (int k = 0; k < kGrowth; ++k) {
        enhance(field, k < 3 ? 3.5 : 5.0);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                field.normal(y, x) = std::tanh(3 * field.enhanced(y, x));
    }
    m_master = field.normal(cv::Rect(pad, pad, kWidth, kHeight)).clone();

    // Sweat pores: small light dots in the middle of ridges.
    m_pores = cv::Mat1f::zeros(kHeight, kWidth);
    for (int y = 4; y < kHeight - 4; y += 5)
        for (int x = 4; x < kWidth - 4; x += 5) {
            const int px = x + static_cast<int>(chance.between(-2, 3)),
                      py = y + static_cast<int>(chance.between(-2, 3));
            if (m_master(py, px) < -0.93F && chance.between(0, 1) < 0.35F)
                cv::circle(m_pores, {px, py}, 1, cv::Scalar(chance.between(0.4F, 1)), cv::FILLED);
        }
    cv::GaussianBlur(m_pores, m_pores, {}, 0.8);
}

cv::Mat SyntheticFinger::impression(std::uint64_t seed, const ImpressionOptions& options) const {
    Chance chance(seed * 0x2545f4914f6cdd1dULL ^ m_seed ^ 0x1312e55ULL);
    const cv::Size size(options.width, options.height);
    const float turn = static_cast<float>(options.rotation) * kPi / 180;
    const float c = std::cos(turn), s = std::sin(turn);
    const float strain = static_cast<float>(options.distortion);
    // A place that sticks, around which the skin is pulled and twisted.
    const float stickX = kWidth / 2.0F + chance.between(-50, 50),
                stickY = kHeight / 2.0F + chance.between(-60, 60);
    const float pullX = strain * 22 * chance.bell(), pullY = strain * 22 * chance.bell();
    const float twist = strain * 0.13F * chance.bell(), squeeze = strain * 0.035F * chance.bell();
    const float noise = static_cast<float>(options.noise), dry = static_cast<float>(options.dryness);
    const cv::Mat1f pressure = smoothNoise(chance, size, 70), blotch = smoothNoise(chance, size, 16);
    const cv::Mat1f grit = smoothNoise(chance, size, 3), edge = smoothNoise(chance, size, 36);
    const float poreShow = chance.between(0.2F, 0.8F);
    const float contactX = kWidth * 0.47F * static_cast<float>(options.partial),
                contactY = kHeight * 0.47F * static_cast<float>(options.partial);
    const float contactAtX =
        kWidth / 2.0F + (1 - static_cast<float>(options.partial)) * chance.between(-60, 60);
    const float contactAtY =
        kHeight / 2.0F + (1 - static_cast<float>(options.partial)) * chance.between(-90, 90);
    cv::Mat1f print(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float vx = static_cast<float>(x) - static_cast<float>(size.width) / 2 -
                             static_cast<float>(options.shiftX);
            const float vy = static_cast<float>(y) - static_cast<float>(size.height) / 2 -
                             static_cast<float>(options.shiftY);
            float px = c * vx - s * vy + kWidth / 2.0F, py = s * vx + c * vy + kHeight / 2.0F;
            const float dx = px - stickX, dy = py - stickY;
            const float away = smoothStep(30, 210, std::sqrt(dx * dx + dy * dy));
            px += away * (pullX - twist * dy) + squeeze * dx;
            py += away * (pullY + twist * dx) + squeeze * dy;
            const float wave = sample(m_master, px, py);
            const float ex = (px - contactAtX) / contactX, ey = (py - contactAtY) / contactY;
            const float contact =
                1 -
                smoothStep(0.86F, 1.02F,
                           std::pow(std::pow(std::abs(ex), 2.4F) + std::pow(std::abs(ey), 2.4F), 1 / 2.4F) +
                               0.03F * edge(y, x));
            const float force = 0.16F * pressure(y, x) - 0.42F * dry;
            float ink = -wave + force + noise * (0.38F * blotch(y, x) + 0.42F * grit(y, x)) +
                        std::max(0.0F, dry) * 0.5F * grit(y, x);
            ink = smoothStep(-0.55F, 0.75F, ink) * contact;
            const float pore =
                px >= 0 && py >= 0 && px < kWidth - 1 && py < kHeight - 1 ? sample(m_pores, px, py) : 0;
            ink *= 1 - poreShow * pore;
            const float dust = noise * 0.10F * std::max(0.0F, grit(y, x) - 1.2F);
            print(y, x) = 236 - 195 * std::min(1.0F, ink * (0.92F + 0.06F * pressure(y, x)) + dust) +
                          (1.5F + 5 * noise) * chance.bell();
        }
    cv::GaussianBlur(print, print, {}, 0.7);
    cv::Mat pixels;
    print.convertTo(pixels, CV_8U);
    return pixels;
}

ImpressionOptions everydayImpression(std::uint64_t seed) {
    Chance chance(seed ^ 0xe7e7da7ULL);
    ImpressionOptions options;
    options.rotation = 9 * chance.bell();
    options.shiftX = 14 * chance.bell();
    options.shiftY = 18 * chance.bell();
    options.distortion = chance.between(0.1F, 0.6F);
    options.noise = chance.between(0.1F, 0.6F);
    options.dryness = std::clamp(0.35F * chance.bell(), -0.8F, 0.8F);
    options.partial = chance.between(0.8F, 1.0F);
    return options;
}

}  // namespace cotejo::match
