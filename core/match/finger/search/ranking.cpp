#include "core/match/finger/search/ranking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "core/match/finger/processor.h"

namespace cotejo::match {
namespace {

constexpr std::size_t kLanes = 16;  // minutiae or pairs side by side
constexpr std::size_t kRidgeWords = 4;
constexpr std::size_t kWords =
    2 * kRidgeWords + 3;  // ridge, known, then the flow's signs of cosine and sine, and where it is known
constexpr float kPatchPitch =
    3;  // finer than that of the full comparison: better for telling strangers apart
constexpr float kMinKnownBits = 96;
constexpr float kMinKnownFlow = 16;

constexpr std::size_t kPairs = 48;
constexpr float kChanceLook = 0.1F;  // what does not count
constexpr float kLookSteps =
    65536;  // of a look or a fit, in the upper bits of a key; the minutia stands in the lower ones
constexpr int kMinutiaBits = 7;
constexpr std::int32_t kMinutiaMask = (1 << kMinutiaBits) - 1;
constexpr float kLookShift = 1;  // looks begin at -1, keys at 0
static_assert(RankingPrint::kMost <= std::size_t{1} << kMinutiaBits && RankingPrint::kMost % kLanes == 0 &&
              kPairs % kLanes == 0);

constexpr float kSlack = 7;           // pixels
constexpr float kSlackShare = 0.11F;  // of the distance: skin stretches
constexpr float kTurnSlack = 0.55F;   // radians
constexpr int kAlignments = 3;
constexpr float kSamePair = 0.3F;      // agreement from which a pair does not start an alignment of its own
constexpr float kDirectionArm2 = 225;  // a direction counts like a neighbour 15 pixels away
constexpr float kWindow = 14;          // pixels
constexpr float kWindowShare = 0.04F;  // of the distance from the pairs' middle
constexpr float kTurnWindow = 0.6F;    // radians

// As in the full comparison, whose rigid beginning this is; the support's own was chosen by what the ranking
// loses (README.md).
constexpr float kPairedWeight = 0.672F, kShareWeight = 6.36F, kSupportWeight = 8;
constexpr float kNothing = -1;

using Words = std::array<std::uint64_t, kWords>;
using Keys = std::array<std::int32_t, RankingPrint::kMost>;

COTEJO_INLINE float asFloat(std::uint64_t count) {
    return static_cast<float>(static_cast<std::int32_t>(count));
}
COTEJO_INLINE std::uint64_t bitsOf(std::uint64_t word) {
    return static_cast<std::uint64_t>(std::popcount(word));
}
COTEJO_INLINE float lookOf(std::int32_t key) {
    return static_cast<float>(key >> kMinutiaBits) / kLookSteps - kLookShift;
}

// One reference minutia with every probe minutia, whose words stand in columns.
COTEJO_INLINE void compareRow(const Words& r, std::int32_t minutia, const std::uint64_t* words,
                              std::size_t lanes, std::int32_t* keys) {
    for (std::size_t i = 0; i < lanes; ++i) {
        std::uint64_t known = 0, differ = 0;
#pragma GCC unroll 4
        for (std::size_t w = 0; w < kRidgeWords; ++w) {
            const std::uint64_t both = r[kRidgeWords + w] & words[(kRidgeWords + w) * lanes + i];
            known += bitsOf(both);
            differ += bitsOf((r[w] ^ words[w * lanes + i]) & both);
        }
        const std::uint64_t both = r[kWords - 1] & words[(kWords - 1) * lanes + i];
        const std::uint64_t flow = bitsOf(both);
        const std::uint64_t turned = bitsOf((r[kWords - 3] ^ words[(kWords - 3) * lanes + i]) & both) +
                                     bitsOf((r[kWords - 2] ^ words[(kWords - 2) * lanes + i]) & both);
        const float ridgeLook =
            (asFloat(known) - 2 * asFloat(differ)) / std::max(asFloat(known), kMinKnownBits);
        const float flowLook = (asFloat(flow) - asFloat(turned)) / std::max(asFloat(flow), kMinKnownFlow);
        const float look = 0.5F * ridgeLook + 0.5F * flowLook + kLookShift;
        keys[i] = (static_cast<std::int32_t>(look * kLookSteps) << kMinutiaBits) + minutia;
    }
}

struct Pairs {
    std::size_t count = 0;
    std::array<float, kPairs> px{}, py{}, rx{}, ry{}, tc{}, ts{}, weight{};
    std::array<std::int32_t, kPairs> probe{}, reference{};
};

// How well pair `one` fits one rigid movement with each pair, 0-1; 0 for rivals and itself.
COTEJO_INLINE void agreements(const Pairs& pairs, std::size_t one, std::array<float, kPairs>& out) {
    constexpr float turnScale = 1 / (kTurnSlack * kTurnSlack);
    for (std::size_t k = 0; k < kPairs; ++k) {
        const float tc = pairs.tc[one] + pairs.tc[k], ts = pairs.ts[one] + pairs.ts[k];
        const float norm2 = tc * tc + ts * ts;  // 4 for equal turns
        const float turn = 1 - (4 - norm2) * turnScale;
        const float norm = 1 / std::sqrt(norm2 + 1e-6F);
        const float dx = pairs.px[k] - pairs.px[one], dy = pairs.py[k] - pairs.py[one];
        const float ex = norm * (tc * dx - ts * dy) - (pairs.rx[k] - pairs.rx[one]);
        const float ey = norm * (ts * dx + tc * dy) - (pairs.ry[k] - pairs.ry[one]);
        const float slack = kSlack + kSlackShare * std::sqrt(dx * dx + dy * dy);
        const float place = 1 - (ex * ex + ey * ey) / (slack * slack);
        const bool rivals =
            (pairs.probe[k] == pairs.probe[one]) | (pairs.reference[k] == pairs.reference[one]);
        const float fit = std::max(0.0F, place) * std::max(0.0F, turn);
        out[k] = rivals ? 0.0F : fit;
    }
}

COTEJO_INLINE float sumOfLanes(std::array<float, kLanes>& values) {
    for (std::size_t half = kLanes / 2; half > 0; half /= 2)
        for (std::size_t n = 0; n < half; ++n)
            values[n] += values[n + half];
    return values[0];
}

struct Movement {
    float c = 1, s = 0, dx = 0, dy = 0;  // q = R p + d
    float middleX = 0, middleY = 0;      // of the pairs behind it, in the probe
};

// Least squares over positions and directions of `one` and the pairs that agree with it.
COTEJO_INLINE Movement movementOf(const Pairs& pairs, std::size_t one,
                                  const std::array<float, kPairs>& agreement) {
    std::array<float, kLanes> w{}, px{}, py{}, rx{}, ry{}, cc{}, ss{};
    for (std::size_t at = 0; at < kPairs; at += kLanes)
        for (std::size_t n = 0; n < kLanes; ++n) {
            const std::size_t k = at + n;
            const float weight = pairs.weight[k] * (k == one ? 1.0F : agreement[k]);
            // Relative to the pair, which keeps the sums well conditioned.
            const float ax = pairs.px[k] - pairs.px[one], ay = pairs.py[k] - pairs.py[one];
            const float bx = pairs.rx[k] - pairs.rx[one], by = pairs.ry[k] - pairs.ry[one];
            w[n] += weight;
            px[n] += weight * ax;
            py[n] += weight * ay;
            rx[n] += weight * bx;
            ry[n] += weight * by;
            cc[n] += weight * (ax * bx + ay * by + kDirectionArm2 * pairs.tc[k]);
            ss[n] += weight * (ax * by - ay * bx + kDirectionArm2 * pairs.ts[k]);
        }
    const float scale = 1 / sumOfLanes(w);
    const float mpx = sumOfLanes(px) * scale, mpy = sumOfLanes(py) * scale, mrx = sumOfLanes(rx) * scale,
                mry = sumOfLanes(ry) * scale;
    const float c = sumOfLanes(cc) * scale - (mpx * mrx + mpy * mry),
                s = sumOfLanes(ss) * scale - (mpx * mry - mpy * mrx);
    const float norm = 1 / std::max(1e-6F, std::sqrt(c * c + s * s));
    Movement out{c * norm, s * norm, 0, 0, pairs.px[one] + mpx, pairs.py[one] + mpy};
    out.dx = pairs.rx[one] + mrx - (out.c * out.middleX - out.s * out.middleY);
    out.dy = pairs.ry[one] + mry - (out.s * out.middleX + out.c * out.middleY);
    return out;
}

enum PlaceColumn : std::size_t { X, Y, Cosine, Sine, Trust, kPlaceColumns };

}  // namespace

/// What a comparison does; compiled once for every kind of processor.
struct Ranking {
    Ranking(const RankingPrint& one, const RankingPrint& other)
        : probe(one), reference(other), lanes(one.m_lanes) {}

    const RankingPrint& probe;
    const RankingPrint& reference;
    const std::size_t lanes;  // of the probe
    Pairs pairs;
    std::array<float, kPairs> support{};
    // Filled as far as there are minutiae and pairs; clearing them would cost as much as a tenth of the
    // comparison.
    std::array<Keys, RankingPrint::kMost> looks;
    std::array<std::array<float, kPairs>, kPairs> agreement;

    const float* column(PlaceColumn which) const { return probe.m_places.data() + which * lanes; }
    float ofReference(PlaceColumn which, std::size_t j) const {
        return reference.m_places[which * reference.m_lanes + j];
    }

    COTEJO_INLINE void compareMinutiae(Keys& first, Keys& second) {
        for (std::size_t j = 0; j < reference.m_count; ++j) {
            Words words;
            for (std::size_t w = 0; w < kWords; ++w)
                words[w] = reference.m_words[w * reference.m_lanes + j];
            std::int32_t* keys = looks[j].data();
            compareRow(words, static_cast<std::int32_t>(j), probe.m_words.data(), lanes, keys);
            for (std::size_t i = 0; i < lanes; ++i) {
                const std::int32_t key = keys[i], most = first[i], next = second[i];
                const std::int32_t lower = most < key ? most : key;
                first[i] = most < key ? key : most;
                second[i] = next < lower ? lower : next;
            }
        }
    }

    COTEJO_INLINE void findPairs() {
        struct Candidate {
            std::int32_t key, probe;
            bool operator<(const Candidate& other) const {
                return key != other.key ? key > other.key : probe < other.probe;
            }
        };
        // The first step above chance, so that every weight is positive.
        constexpr auto least = (static_cast<std::int32_t>((kChanceLook + kLookShift) * kLookSteps) + 1)
                               << kMinutiaBits;
        Keys first{}, second{};
        compareMinutiae(first, second);
        std::array<Candidate, 2 * RankingPrint::kMost> candidates;
        std::size_t found = 0;
        for (std::size_t i = 0; i < probe.m_count; ++i)
            for (const std::int32_t key : {first[i], second[i]})
                if (key >= least) candidates[found++] = {key, static_cast<std::int32_t>(i)};
        const auto begin = candidates.begin(), end = begin + static_cast<std::ptrdiff_t>(found);
        if (found > kPairs) std::nth_element(begin, begin + kPairs, end);
        pairs.count = std::min(found, kPairs);
        std::sort(begin, begin + static_cast<std::ptrdiff_t>(pairs.count));
        for (std::size_t k = 0; k < pairs.count; ++k) {
            const auto i = static_cast<std::size_t>(candidates[k].probe),
                       j = static_cast<std::size_t>(candidates[k].key & kMinutiaMask);
            const float pc = column(Cosine)[i], ps = column(Sine)[i], rc = ofReference(Cosine, j),
                        rs = ofReference(Sine, j);
            pairs.px[k] = column(X)[i];
            pairs.py[k] = column(Y)[i];
            pairs.rx[k] = ofReference(X, j);
            pairs.ry[k] = ofReference(Y, j);
            pairs.tc[k] = pc * rc + ps * rs;
            pairs.ts[k] = pc * rs - ps * rc;
            pairs.weight[k] = lookOf(candidates[k].key) - kChanceLook;
            pairs.probe[k] = candidates[k].probe;
            pairs.reference[k] = static_cast<std::int32_t>(j);
        }
    }

    /// The probe's minutiae where a movement puts them.
    struct Moved {
        std::array<float, RankingPrint::kMost> x, y, c, s, windowScale;
    };

    COTEJO_INLINE void moveProbe(const Movement& move, Moved& out) const {
        const float *x = column(X), *y = column(Y), *c = column(Cosine), *s = column(Sine);
        for (std::size_t i = 0; i < lanes; ++i) {
            out.x[i] = move.c * x[i] - move.s * y[i] + move.dx;
            out.y[i] = move.s * x[i] + move.c * y[i] + move.dy;
            out.c[i] = move.c * c[i] - move.s * s[i];
            out.s[i] = move.s * c[i] + move.c * s[i];
            const float fromX = x[i] - move.middleX, fromY = y[i] - move.middleY;
            const float window = kWindow + kWindowShare * std::sqrt(fromX * fromX + fromY * fromY);
            out.windowScale[i] = 1 / (window * window);
        }
    }

    // The best partner of each probe minutia, as a key of the fit; 0 without one.
    COTEJO_INLINE void findPartners(const Moved& moved, Keys& best) const {
        const float* trust = column(Trust);
        for (std::size_t j = 0; j < reference.m_count; ++j) {
            const float rx = ofReference(X, j), ry = ofReference(Y, j), rc = ofReference(Cosine, j),
                        rs = ofReference(Sine, j), ownTrust = ofReference(Trust, j);
            const std::int32_t* keys = looks[j].data();
            for (std::size_t i = 0; i < lanes; ++i) {
                const float dx = rx - moved.x[i], dy = ry - moved.y[i];
                const float far2 = (dx * dx + dy * dy) * moved.windowScale[i];
                const float turn2 = 2 * (1 - (moved.c[i] * rc + moved.s[i] * rs));
                const float fit = std::max(0.2F, trust[i] * ownTrust) *
                                  (2.2F * (lookOf(keys[i]) - 0.25F) + 0.9F - 0.8F * far2 - 4 * turn2);
                const bool near = (far2 <= 1) & (turn2 <= kTurnWindow * kTurnWindow);
                const std::int32_t key =
                    (static_cast<std::int32_t>(std::max(0.0F, fit) * kLookSteps) << kMinutiaBits) +
                    static_cast<std::int32_t>(j);
                best[i] = std::max(best[i], near ? key : 0);
            }
        }
    }

    COTEJO_INLINE float weigh(const Movement& move) const {
        Moved moved;
        moveProbe(move, moved);
        Keys best{}, taken{};
        findPartners(moved, best);
        std::int32_t paired = 0;
        int count = 0, alone = 0;
        for (std::size_t i = 0; i < probe.m_count; ++i) {
            const std::int32_t fit = best[i] >> kMinutiaBits;
            if (fit == 0) {
                alone += reference.isPrint(moved.x[i], moved.y[i]);
                continue;
            }
            std::int32_t& before = taken[static_cast<std::size_t>(best[i] & kMinutiaMask)];
            paired += std::max(0, fit - before);
            before == 0 ? ++count : ++alone;
            before = std::max(before, fit);
        }
        for (std::size_t j = 0; j < reference.m_count; ++j) {
            if (taken[j] != 0) continue;
            const float x = ofReference(X, j) - move.dx, y = ofReference(Y, j) - move.dy;
            alone += probe.isPrint(move.c * x + move.s * y, move.c * y - move.s * x);
        }
        const auto pairCount = static_cast<float>(count);
        return kPairedWeight * std::sqrt(static_cast<float>(paired) / kLookSteps) +
               kShareWeight * pairCount / (pairCount + 0.5F * static_cast<float>(alone) + 2);
    }

    COTEJO_INLINE float best() {
        findPairs();
        for (std::size_t one = 0; one < pairs.count; ++one) {
            agreements(pairs, one, agreement[one]);
            for (std::size_t k = 0; k < kPairs; ++k)
                support[k] += agreement[one][k] * pairs.weight[one];
        }
        for (std::size_t k = 0; k < kPairs; ++k)
            support[k] *= pairs.weight[k];
        const float perSupport = kSupportWeight / std::sqrt(static_cast<float>(std::max<std::size_t>(
                                                      6, std::min(probe.m_count, reference.m_count))));
        std::array<bool, kPairs> used{};
        float most = kNothing;
        for (int alignment = 0; alignment < kAlignments; ++alignment) {
            std::size_t one = pairs.count;
            for (std::size_t k = 0; k < pairs.count; ++k)
                if (!used[k] && (one == pairs.count || support[k] > support[one])) one = k;
            if (one == pairs.count) break;
            used[one] = true;
            for (std::size_t k = 0; k < pairs.count; ++k)
                if (agreement[one][k] > kSamePair) used[k] = true;
            most = std::max(most, weigh(movementOf(pairs, one, agreement[one])) + perSupport * support[one]);
        }
        return most;
    }
};

namespace {

COTEJO_INLINE float scoreWith(const RankingPrint& probe, const RankingPrint& reference) {
    return Ranking(probe, reference).best();
}
COTEJO_CLONES(float, scoreOf, scoreWith, (const RankingPrint& probe, const RankingPrint& reference),
              (probe, reference))

}  // namespace

RankingPrint::RankingPrint(const PreparedFinger& print) {
    std::vector<std::pair<float, std::size_t>> order;
    for (std::size_t k = 0; k < print.looks().size(); ++k) {
        int known = 0;
        for (const auto word : print.looks()[k].known)
            known += std::popcount(word);
        order.emplace_back(-print.points()[k].quality * static_cast<float>(known), k);
    }
    std::sort(order.begin(), order.end());
    if (order.size() > kMost) order.resize(kMost);
    m_count = order.size();
    m_lanes = (m_count + kLanes - 1) / kLanes * kLanes;
    m_words.resize(kWords * m_lanes);
    m_places.resize(kPlaceColumns * m_lanes);
    for (std::size_t k = 0; k < m_count; ++k)
        setMinutia(print, print.points()[order[k].second], k);
    const DirectionField& field = print.finger().field;
    m_cellsWide = field.width;
    m_cellsHigh = field.height;
    const auto rowWords = static_cast<std::size_t>((m_cellsWide + 63) / 64);
    m_skin.resize(rowWords * static_cast<std::size_t>(m_cellsHigh));
    for (std::size_t k = 0; k < field.angle.size(); ++k) {
        const std::size_t j = k / static_cast<std::size_t>(field.width),
                          i = k % static_cast<std::size_t>(field.width);
        if (field.angle[k] != DirectionField::kNone)
            m_skin[j * rowWords + i / 64] |= std::uint64_t{1} << i % 64;
    }
}

void RankingPrint::setMinutia(const PreparedFinger& print, const PreparedFinger::Point& point,
                              std::size_t at) {
    const std::array<float, kPlaceColumns> place{point.x, point.y, point.c, point.s,
                                                 std::sqrt(point.quality)};
    for (std::size_t column = 0; column < place.size(); ++column)
        m_places[column * m_lanes + at] = place[column];
    const PreparedFinger::Look look = print.lookAt(point, kPatchPitch);
    const auto word = [&](std::size_t column) -> std::uint64_t& { return m_words[column * m_lanes + at]; };
    for (std::size_t w = 0; w < kRidgeWords; ++w) {
        word(w) = look.ridge[w];
        word(kRidgeWords + w) = look.known[w];
    }
    for (std::size_t k = 0; k < PreparedFinger::kFlowPoints; ++k) {
        const std::uint64_t bit = std::uint64_t{1} << k;
        if (look.flowCos[k] < 0) word(kWords - 3) |= bit;
        if (look.flowSin[k] < 0) word(kWords - 2) |= bit;
    }
    word(kWords - 1) = look.flowKnown;
}

bool RankingPrint::isPrint(float x, float y) const {
    if (!(x >= 0 && y >= 0)) return false;
    const int i = static_cast<int>(x) / DirectionField::kCell,
              j = static_cast<int>(y) / DirectionField::kCell;
    if (i >= m_cellsWide || j >= m_cellsHigh) return false;
    const auto rowWords = static_cast<std::size_t>((m_cellsWide + 63) / 64);
    return m_skin[static_cast<std::size_t>(j) * rowWords + static_cast<std::size_t>(i / 64)] >> (i % 64) & 1;
}

float rankingScore(const RankingPrint& probe, const RankingPrint& reference) {
    return probe.empty() || reference.empty() ? kNothing : scoreOf(probe, reference);
}

}  // namespace cotejo::match
