#include "core/match/finger/prepared.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

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
            const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(k) / static_cast<float>(count);
            all[at++] = {radius * std::cos(angle), radius * std::sin(angle)};
        }
    return all;
}

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
    for (std::size_t k = 0; k < m_points.size(); ++k)
        m_neighbours.push_back(neighboursOf(k));
    if (!m_finger.hasRidges()) {
        coverMinutiae();
        return;
    }
    for (const Point& each : m_points)
        m_looks.push_back(lookAt(each));
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
            for (int y = 0; y < kBlockSide; ++y)
                for (int x = 0; x < kBlockSide; ++x) {
                    const int value = map.value[static_cast<std::size_t>((top + y) * map.width + left + x)];
                    const auto word = static_cast<std::size_t>(y / 4);
                    const std::uint64_t bit = std::uint64_t{1} << (y % 4 * 16 + x);
                    if (value != 0) block.known[word] |= bit;
                    if (value < 0) block.ridge[word] |= bit;
                    if (value == 3 || value == -3) block.strong[word] |= bit;
                    known += value != 0;
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

PreparedFinger::Look PreparedFinger::lookAt(const Point& point) const {
    static const auto kRingsAt = ringOffsets();
    Look look;
    for (int v = 0; v < kPatchSide; ++v)
        for (int u = 0; u < kPatchSide; ++u) {
            const float along = (static_cast<float>(u) - 0.5F * (kPatchSide - 1)) * kPatchPitch;
            const float across = (static_cast<float>(v) - 0.5F * (kPatchSide - 1)) * kPatchPitch;
            const int value = ridgeAt(point.x + along * point.c - across * point.s,
                                      point.y + along * point.s + across * point.c);
            const auto word = static_cast<std::size_t>(v / 4),
                       bit = static_cast<std::size_t>((v % 4) * kPatchSide + u);
            if (value != 0) look.known[word] |= std::uint64_t{1} << bit;
            if (value < 0) look.ridge[word] |= std::uint64_t{1} << bit;
        }
    const auto& field = m_finger.field;
    for (std::size_t k = 0; k < kRingsAt.size(); ++k) {
        const Offset& at = kRingsAt[k];
        const float x = point.x + at.along * point.c - at.across * point.s,
                    y = point.y + at.along * point.s + at.across * point.c;
        if (!isPrint(x, y)) continue;
        const auto cell = static_cast<std::size_t>(static_cast<int>(y) / DirectionField::kCell * field.width +
                                                   static_cast<int>(x) / DirectionField::kCell);
        const float twice = -2 * std::numbers::pi_v<float> * static_cast<float>(field.angle[cell]) / 255;  // to image axes
        const float c2 = point.c * point.c - point.s * point.s, s2 = 2 * point.c * point.s;
        look.flowCos[k] =
            static_cast<std::int8_t>(std::lround(100 * (std::cos(twice) * c2 + std::sin(twice) * s2)));
        look.flowSin[k] =
            static_cast<std::int8_t>(std::lround(100 * (std::sin(twice) * c2 - std::cos(twice) * s2)));
        look.flowKnown |= std::uint64_t{1} << k;
    }
    return look;
}

}  // namespace cotejo::match
