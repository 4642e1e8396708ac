#include "core/match/finger/compare/prepared.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/match/finger/processor.h"

namespace cotejo::match {
namespace {

constexpr int kMinBlockSamples = PreparedFinger::kBlockSide * PreparedFinger::kBlockSide * 6 / 10;

constexpr float kNeighbourReach = 120;  // pixels
constexpr int kCoverReach = 40;         // pixels around a minutia that surely are print

struct Offset {
    float along, across;
};

// Rings of 8, 12, 12 and 16 points.
std::array<Offset, PreparedFinger::kFlowPoints> ringOffsets() {
    std::array<Offset, PreparedFinger::kFlowPoints> all{};
    constexpr std::array<std::pair<int, float>, PreparedFinger::kRings> rings{
        {{8, 16.0F}, {12, 32.0F}, {12, 50.0F}, {16, 70.0F}}};
    std::size_t at = 0;
    for (const auto& [count, radius] : rings)
        for (int k = 0; k < count; ++k) {
            const float angle =
                2 * std::numbers::pi_v<float> * static_cast<float>(k) / static_cast<float>(count);
            all[at++] = {radius * std::cos(angle), radius * std::sin(angle)};
        }
    return all;
}

struct DoubledAngle {
    float cosine, sine;
};

// Twice the angle of every step of a direction field, in image axes.
std::array<DoubledAngle, DirectionField::kNone> doubledAngles() {
    std::array<DoubledAngle, DirectionField::kNone> all{};
    for (std::size_t step = 0; step < all.size(); ++step) {
        const float twice = -2 * std::numbers::pi_v<float> * static_cast<float>(step) / 255;
        all[step] = {std::cos(twice), std::sin(twice)};
    }
    return all;
}

// A bit for each of eight ridge samples, the first one lowest.
struct SampleBits {
    std::uint64_t known, ridge, strong;
};

SampleBits bitsOf(const std::int8_t* samples) {
    std::uint64_t word = 0;
    for (std::size_t k = 0; k < 8; ++k)
        word |= std::uint64_t{static_cast<std::uint8_t>(samples[k])} << 8 * k;
    // Samples are 0 or one of -3, -1, 1, 3: known ones are odd, ridges negative, and where the second bit is
    // not the sign's they are strong. The product moves the lowest bit of each byte into the highest byte.
    constexpr std::uint64_t ones = 0x0101010101010101, gather = 0x0102040810204080;
    const auto gathered = [](std::uint64_t bits) { return (bits & ones) * gather >> 56; };
    return {gathered(word), gathered(word >> 7), gathered(word & (word >> 7 ^ word >> 1))};
}

constexpr std::size_t kPatchSamples = std::size_t{PreparedFinger::kPatchSide} * PreparedFinger::kPatchSide;

// Where in a ridge map the samples of a patch lie, row by row; -1 outside of it.
COTEJO_INLINE void patchPlaces(const PreparedFinger::Point& point, float pitch, const RidgeMap& map,
                               std::int32_t* places) {
    constexpr float middle = 0.5F * (PreparedFinger::kPatchSide - 1);
    for (int v = 0; v < PreparedFinger::kPatchSide; ++v)
        for (int u = 0; u < PreparedFinger::kPatchSide; ++u) {
            const float along = (static_cast<float>(u) - middle) * pitch,
                        across = (static_cast<float>(v) - middle) * pitch;
            const float x = point.x + along * point.c - across * point.s,
                        y = point.y + along * point.s + across * point.c;
            const std::int32_t i = static_cast<std::int32_t>(x) / RidgeMap::kStep,
                               j = static_cast<std::int32_t>(y) / RidgeMap::kStep;
            const bool inside = (x >= 0) & (y >= 0) & (i < map.width) & (j < map.height);
            places[v * PreparedFinger::kPatchSide + u] = inside ? j * map.width + i : -1;
        }
}
COTEJO_CLONES(void, fillPatchPlaces, patchPlaces,
              (const PreparedFinger::Point& point, float pitch, const RidgeMap& map, std::int32_t* places),
              (point, pitch, map, places))

std::uint8_t cellAt(const DirectionField& field, float x, float y) {
    if (!(x >= 0 && y >= 0)) return DirectionField::kNone;
    const int i = static_cast<int>(x) / DirectionField::kCell,
              j = static_cast<int>(y) / DirectionField::kCell;
    if (i >= field.width || j >= field.height) return DirectionField::kNone;
    return field.angle[static_cast<std::size_t>(j * field.width + i)];
}

}  // namespace

PreparedFinger::PreparedFinger(FingerTemplate finger) : m_finger(std::move(finger)) {
    for (const Minutia& each : m_finger.minutiae)
        m_points.push_back({each.x, each.y, std::cos(each.direction), -std::sin(each.direction),
                            static_cast<float>(each.quality) / 100, each.type, each.border});
    if (!m_finger.hasRidges()) {
        m_neighbours = findNeighbours();
        coverMinutiae();
        return;
    }
    for (const Point& each : m_points)
        m_looks.push_back(lookAt(each, kPatchPitch));
    cutBlocks();
}

void PreparedFinger::coverMinutiae() {
    constexpr int reach = kCoverReach / DirectionField::kCell;
    m_cover.width = m_finger.width / DirectionField::kCell + 1;
    m_cover.height = m_finger.height / DirectionField::kCell + 1;
    m_cover.angle.assign(static_cast<std::size_t>(m_cover.width) * static_cast<std::size_t>(m_cover.height),
                         DirectionField::kNone);
    for (const Point& each : m_points) {
        const int i = static_cast<int>(each.x) / DirectionField::kCell,
                  j = static_cast<int>(each.y) / DirectionField::kCell;
        for (int v = std::max(0, j - reach); v <= std::min(m_cover.height - 1, j + reach); ++v)
            for (int u = std::max(0, i - reach); u <= std::min(m_cover.width - 1, i + reach); ++u)
                if ((u - i) * (u - i) + (v - j) * (v - j) <= reach * reach)
                    m_cover.angle[static_cast<std::size_t>(v * m_cover.width + u)] = 0;
    }
}

std::vector<PreparedFinger::Neighbours> PreparedFinger::findNeighbours() const {
    std::vector<Neighbours> all;
    for (std::size_t k = 0; k < m_points.size(); ++k)
        all.push_back(neighboursOf(k));
    return all;
}

PreparedFinger::Neighbours PreparedFinger::neighboursOf(std::size_t at) const {
    const Point& self = m_points[at];
    std::vector<std::pair<float, std::size_t>> near;
    for (std::size_t k = 0; k < m_points.size(); ++k) {
        const float dx = m_points[k].x - self.x, dy = m_points[k].y - self.y;
        const float far2 = dx * dx + dy * dy;
        if (k != at && far2 < kNeighbourReach * kNeighbourReach) near.emplace_back(far2, k);
    }
    std::sort(near.begin(), near.end());
    Neighbours out;
    out.along.fill(1e6F);
    out.across.fill(1e6F);
    out.count = static_cast<int>(std::min(near.size(), Neighbours::kCount));
    for (std::size_t k = 0; k < static_cast<std::size_t>(out.count); ++k) {
        const Point& other = m_points[near[k].second];
        const float dx = other.x - self.x, dy = other.y - self.y;
        out.along[k] = dx * self.c + dy * self.s;
        out.across[k] = -dx * self.s + dy * self.c;
        out.c[k] = other.c * self.c + other.s * self.s;
        out.s[k] = other.s * self.c - other.c * self.s;
    }
    return out;
}

void PreparedFinger::cutBlocks() {
    const RidgeMap& map = m_finger.ridges;
    std::vector<Block> all;
    for (int top = 0; top + kBlockSide <= map.height; top += kBlockSide)
        for (int left = 0; left + kBlockSide <= map.width; left += kBlockSide) {
            Block block{static_cast<float>((left + kBlockSide / 2) * RidgeMap::kStep),
                        static_cast<float>((top + kBlockSide / 2) * RidgeMap::kStep),
                        left / kBlockSide,
                        top / kBlockSide,
                        {},
                        {},
                        {}};
            int known = 0;
            for (int y = 0; y < kBlockSide; ++y) {
                std::array<std::int8_t, 16> row{};  // the block's samples and unknown ones
                std::copy_n(&map.value[static_cast<std::size_t>((top + y) * map.width + left)], kBlockSide,
                            row.begin());
                const SampleBits low = bitsOf(row.data()), high = bitsOf(row.data() + 8);
                const auto word = static_cast<std::size_t>(y / 4);
                const int shift = y % 4 * 16;
                block.known[word] |= (low.known | high.known << 8) << shift;
                block.ridge[word] |= (low.ridge | high.ridge << 8) << shift;
                block.strong[word] |= (low.strong | high.strong << 8) << shift;
                known += std::popcount(low.known | high.known << 8);
            }
            if (known >= kMinBlockSamples) all.push_back(block);
        }
    // A stride prime to the count visits the whole print early, so that a comparison may stop early.
    std::size_t stride = std::max<std::size_t>(1, all.size() * 5 / 13);
    while (!all.empty() && std::gcd(stride, all.size()) != 1)
        ++stride;
    for (std::size_t k = 0; k < all.size(); ++k)
        m_blocks.push_back(all[k * stride % all.size()]);
}

std::uint8_t PreparedFinger::flowAt(float x, float y) const {
    return cellAt(m_finger.field, x, y);
}

bool PreparedFinger::isPrint(float x, float y) const {
    return cellAt(m_finger.hasRidges() ? m_finger.field : m_cover, x, y) != DirectionField::kNone;
}

int PreparedFinger::ridgeAt(float x, float y) const {
    const auto& map = m_finger.ridges;
    if (!(x >= 0 && y >= 0)) return 0;
    const int i = static_cast<int>(x) / RidgeMap::kStep, j = static_cast<int>(y) / RidgeMap::kStep;
    if (i >= map.width || j >= map.height) return 0;
    return map.value[static_cast<std::size_t>(j * map.width + i)];
}

PreparedFinger::Look PreparedFinger::lookAt(const Point& point, float pitch) const {
    static const auto kRingsAt = ringOffsets();
    Look look;
    std::array<std::int32_t, kPatchSamples> places;
    fillPatchPlaces(point, pitch, m_finger.ridges, places.data());
    std::array<std::int8_t, kPatchSamples> samples;
    for (std::size_t k = 0; k < kPatchSamples; ++k)
        samples[k] =
            places[k] < 0 ? std::int8_t{0} : m_finger.ridges.value[static_cast<std::size_t>(places[k])];
    for (std::size_t k = 0; k < kPatchSamples; k += 8) {
        const SampleBits bits = bitsOf(&samples[k]);
        look.known[k / 64] |= bits.known << k % 64;
        look.ridge[k / 64] |= bits.ridge << k % 64;
    }
    static const auto kDoubled = doubledAngles();
    const auto& field = m_finger.field;
    const float c2 = point.c * point.c - point.s * point.s, s2 = 2 * point.c * point.s;
    for (std::size_t k = 0; k < kRingsAt.size(); ++k) {
        const Offset& at = kRingsAt[k];
        const float x = point.x + at.along * point.c - at.across * point.s,
                    y = point.y + at.along * point.s + at.across * point.c;
        if (!isPrint(x, y)) continue;
        const auto cell = static_cast<std::size_t>(static_cast<int>(y) / DirectionField::kCell * field.width +
                                                   static_cast<int>(x) / DirectionField::kCell);
        const DoubledAngle twice = kDoubled[field.angle[cell]];
        look.flowCos[k] = static_cast<std::int8_t>(std::lround(100 * (twice.cosine * c2 + twice.sine * s2)));
        look.flowSin[k] = static_cast<std::int8_t>(std::lround(100 * (twice.sine * c2 - twice.cosine * s2)));
        look.flowKnown |= std::uint64_t{1} << k;
    }
    return look;
}

}  // namespace cotejo::match
