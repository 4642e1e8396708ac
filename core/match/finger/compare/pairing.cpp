#include "core/match/finger/compare/pairing.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>
#include <tuple>

#include "core/match/finger/processor.h"

namespace cotejo::match {
namespace {

using Point = PreparedFinger::Point;

constexpr std::size_t kCandidates = 72;
constexpr int kRounds = 5;
constexpr float kStay = 0.35F;        // share of a pair's own weight that stays in each round
constexpr float kSupporters = 8;      // pairs that make full support
constexpr float kSlack = 7;           // pixels
constexpr float kSlackShare = 0.11F;  // of the distance: skin stretches
constexpr float kClusterShare = 0.35F;
constexpr float kTurnSlack = 0.55F;  // radians
constexpr int kMinKnownBits = 96;
constexpr int kMinKnownFlow = 16;
constexpr float kNeighbourSlack = 6;      // pixels
constexpr float kNeighbourShare = 0.08F;  // of the distance
constexpr float kNeighbourTurn = 4;       // nothing left at 41 degrees
constexpr int kMinNeighbours = 5;

COTEJO_INLINE float lookOf(const PreparedFinger::Look& a, const PreparedFinger::Look& b) {
    int known = 0, differ = 0;
    for (std::size_t w = 0; w < a.ridge.size(); ++w) {
        const std::uint64_t both = a.known[w] & b.known[w];
        known += std::popcount(both);
        differ += std::popcount((a.ridge[w] ^ b.ridge[w]) & both);
    }
    int dot = 0;
    for (std::size_t k = 0; k < a.flowCos.size(); ++k)
        dot += a.flowCos[k] * b.flowCos[k] + a.flowSin[k] * b.flowSin[k];
    const int count = std::popcount(a.flowKnown & b.flowKnown);
    const float ridge =
        known > 0 ? 1 - 2 * static_cast<float>(differ) / static_cast<float>(std::max(known, kMinKnownBits))
                  : 0;
    const float flow =
        count > 0 ? static_cast<float>(dot) / (10000.0F * static_cast<float>(std::max(count, kMinKnownFlow)))
                  : 0;
    return 0.6F * ridge + 0.4F * flow;
}

COTEJO_INLINE void lookTable(const PreparedFinger& probe, const PreparedFinger& reference, float* out) {
    for (const auto& p : probe.looks())
        for (const auto& r : reference.looks())
            *out++ = lookOf(p, r);
}
COTEJO_CLONES(void, fillLookTable, lookTable,
              (const PreparedFinger& probe, const PreparedFinger& reference, float* out),
              (probe, reference, out))

// Share of the neighbours that are found again near their place, with a similar direction; the nearer the
// more.
COTEJO_INLINE float neighbourhoodOf(const PreparedFinger::Neighbours& a,
                                    const PreparedFinger::Neighbours& b) {
    float found = 0;
    for (std::size_t k = 0; k < static_cast<std::size_t>(a.count); ++k) {
        std::array<float, PreparedFinger::Neighbours::kCount> fit{};
        const float slack = kNeighbourSlack +
                            kNeighbourShare * std::sqrt(a.along[k] * a.along[k] + a.across[k] * a.across[k]);
        const float scale = 1 / (slack * slack);
        for (std::size_t m = 0; m < fit.size(); ++m) {
            const float dx = a.along[k] - b.along[m], dy = a.across[k] - b.across[m];
            const float turn = 1 - (a.c[k] * b.c[m] + a.s[k] * b.s[m]);
            fit[m] =
                std::max(0.0F, 1 - (dx * dx + dy * dy) * scale) * std::max(0.0F, 1 - turn * kNeighbourTurn);
        }
        float best = 0;
        for (const float each : fit)
            best = std::max(best, each);
        found += best;
    }
    return found / static_cast<float>(std::max(kMinNeighbours, std::min(a.count, b.count)));
}

using AllNeighbours = std::vector<PreparedFinger::Neighbours>;

COTEJO_INLINE void neighbourTable(const AllNeighbours& probe, const AllNeighbours& reference, float* out) {
    for (const auto& p : probe)
        for (const auto& r : reference)
            *out++ = neighbourhoodOf(p, r);
}
COTEJO_CLONES(void, fillNeighbourTable, neighbourTable,
              (const AllNeighbours& probe, const AllNeighbours& reference, float* out),
              (probe, reference, out))

// The value that `count` of the values reach.
float reachedBy(std::vector<float> values, std::size_t count) {
    if (values.size() <= count) return -2;
    const auto border = values.begin() + static_cast<std::ptrdiff_t>(count - 1);
    std::nth_element(values.begin(), border, values.end(), std::greater<>());
    return *border;
}

// Turn from a probe minutia's direction to a reference minutia's.
struct Turn {
    float c, s;
};
Turn turnOf(const Point& p, const Point& r) {
    return {p.c * r.c + p.s * r.s, p.c * r.s - p.s * r.c};
}

// Pairs side by side, for many agreements at once.
struct PairColumns {
    std::vector<float> px, py, rx, ry, tc, ts;
    void add(const Point& p, const Point& r) {
        const Turn turn = turnOf(p, r);
        px.push_back(p.x);
        py.push_back(p.y);
        rx.push_back(r.x);
        ry.push_back(r.y);
        tc.push_back(turn.c);
        ts.push_back(turn.s);
    }
};

PairColumns columnsOf(const PreparedFinger& probe, const PreparedFinger& reference,
                      const std::vector<CandidatePair>& candidates) {
    PairColumns columns;
    for (const auto& each : candidates)
        columns.add(probe.points()[static_cast<std::size_t>(each.probe)],
                    reference.points()[static_cast<std::size_t>(each.reference)]);
    return columns;
}

// How well pair `one` fits one rigid movement with each of the first `count` pairs, 0-1.
COTEJO_INLINE void agreements(const PairColumns& pairs, std::size_t one, std::size_t count, float* out) {
    const float px = pairs.px[one], py = pairs.py[one], rx = pairs.rx[one], ry = pairs.ry[one];
    const float tc = pairs.tc[one], ts = pairs.ts[one];
    const float *bx = pairs.px.data(), *by = pairs.py.data(), *qx = pairs.rx.data(), *qy = pairs.ry.data();
    const float *uc = pairs.tc.data(), *us = pairs.ts.data();
    constexpr float turnScale = 1 / (kTurnSlack * kTurnSlack);
    for (std::size_t k = 0; k < count; ++k) {
        const float turn2 =
            2 * (1 - (tc * uc[k] + ts * us[k]));  // about the square of the angle between them
        const float c = tc + uc[k], s = ts + us[k];
        const float norm = 1 / std::sqrt(c * c + s * s + 1e-6F);
        const float dx = bx[k] - px, dy = by[k] - py;
        const float ex = norm * (c * dx - s * dy) - (qx[k] - rx),
                    ey = norm * (s * dx + c * dy) - (qy[k] - ry);
        const float slack = kSlack + kSlackShare * std::sqrt(dx * dx + dy * dy);
        const float place = 1 - (ex * ex + ey * ey) / (slack * slack), turn = 1 - turn2 * turnScale;
        out[k] = std::max(0.0F, place) * std::max(0.0F, turn);
    }
}
COTEJO_CLONES(void, agreementsOf, agreements,
              (const PairColumns& pairs, std::size_t one, std::size_t count, float* out),
              (pairs, one, count, out))

// Support of one candidate for another; `group` is the supporter's probe minutia.
struct Vote {
    int to, from, group;
    float agreement;
};

// All votes, by receiver, then by group; candidates are in the order of their probe minutiae.
std::vector<Vote> votesAmong(const PairColumns& columns, const std::vector<CandidatePair>& candidates) {
    std::vector<Vote> votes;
    std::vector<float> row(candidates.size());
    for (std::size_t a = 0; a < candidates.size(); ++a) {
        agreementsOf(columns, a, candidates.size(), row.data());
        for (std::size_t b = 0; b < candidates.size(); ++b)
            if (row[b] > 0 && candidates[a].probe != candidates[b].probe &&
                candidates[a].reference != candidates[b].reference)
                votes.push_back({static_cast<int>(a), static_cast<int>(b), candidates[b].probe, row[b]});
    }
    return votes;
}

}  // namespace

LookTable compareLooks(const PreparedFinger& probe, const PreparedFinger& reference) {
    LookTable table;
    table.columns = static_cast<int>(reference.points().size());
    table.value.resize(probe.points().size() * reference.points().size());
    if (!probe.looks().empty() && !reference.looks().empty())
        fillLookTable(probe, reference, table.value.data());
    else
        fillNeighbourTable(probe.neighbours(), reference.neighbours(), table.value.data());
    return table;
}

std::vector<CandidatePair> relax(const PreparedFinger& probe, const PreparedFinger& reference,
                                 const LookTable& looks) {
    // The best looking pairs, in the order of their probe minutiae.
    const float least = reachedBy(looks.value, kCandidates);
    std::size_t spare = kCandidates;
    for (const float look : looks.value)
        spare -= look > least && spare > 0 ? 1 : 0;
    std::vector<CandidatePair> candidates;
    for (std::size_t k = 0; k < looks.value.size(); ++k) {
        const float look = looks.value[k];
        if (look < least || (look == least && spare == 0)) continue;
        if (look == least) --spare;
        candidates.push_back(
            {static_cast<int>(k) / looks.columns, static_cast<int>(k) % looks.columns, look, 0});
    }
    const std::size_t n = candidates.size();
    const std::vector<Vote> votes = votesAmong(columnsOf(probe, reference, candidates), candidates);
    std::vector<float> weight(n), sum(n);
    for (std::size_t a = 0; a < n; ++a)
        weight[a] = std::max(0.0F, candidates[a].look);
    for (int round = 0; round < kRounds; ++round) {
        std::fill(sum.begin(), sum.end(), 0.0F);
        for (std::size_t k = 0; k < votes.size();) {
            // Of rival pairs with the same probe minutia only the best supports; they stand side by side.
            float best = 0;
            const int to = votes[k].to, group = votes[k].group;
            for (; k < votes.size() && votes[k].to == to && votes[k].group == group; ++k)
                best = std::max(best, votes[k].agreement * weight[static_cast<std::size_t>(votes[k].from)]);
            sum[static_cast<std::size_t>(to)] += best;
        }
        for (std::size_t a = 0; a < n; ++a)
            weight[a] = kStay * weight[a] + (1 - kStay) * std::min(1.5F, sum[a] / kSupporters);
    }
    for (std::size_t a = 0; a < n; ++a)
        candidates[a].support = weight[a];
    std::sort(candidates.begin(), candidates.end(), [](const CandidatePair& a, const CandidatePair& b) {
        return std::tuple(-a.support, a.probe, a.reference) < std::tuple(-b.support, b.probe, b.reference);
    });
    return candidates;
}

std::vector<std::vector<CandidatePair>> clusters(const PreparedFinger& probe, const PreparedFinger& reference,
                                                 const std::vector<CandidatePair>& candidates, int count) {
    const std::size_t n = candidates.size();
    const PairColumns columns = columnsOf(probe, reference, candidates);
    std::vector<std::vector<CandidatePair>> groups;
    std::vector<bool> used(n, false);
    std::vector<float> row(n), sum(n);
    for (std::size_t seed = 0; seed < n && static_cast<int>(groups.size()) < count; ++seed) {
        if (used[seed]) continue;
        std::vector<CandidatePair> group;
        std::fill(sum.begin(), sum.end(), 0.0F);
        const auto take = [&](std::size_t k) {
            used[k] = true;
            group.push_back(candidates[k]);
            agreementsOf(columns, k, n, row.data());
            for (std::size_t m = 0; m < n; ++m)
                sum[m] += row[m];
        };
        take(seed);
        for (std::size_t k = 0; k < n; ++k) {
            if (k == seed || sum[k] <= kClusterShare * static_cast<float>(group.size())) continue;
            const bool free = std::none_of(group.begin(), group.end(), [&](const CandidatePair& member) {
                return member.probe == candidates[k].probe || member.reference == candidates[k].reference;
            });
            if (free) take(k);
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

RigidTransform fit(const PreparedFinger& probe, const PreparedFinger& reference,
                   const std::vector<CandidatePair>& pairs) {
    const auto &ps = probe.points(), &rs = reference.points();
    float weightSum = 0, px = 0, py = 0, rx = 0, ry = 0;
    for (const auto& each : pairs) {
        const Point &p = ps[static_cast<std::size_t>(each.probe)],
                    &r = rs[static_cast<std::size_t>(each.reference)];
        const float weight = 0.05F + each.support;
        weightSum += weight;
        px += weight * p.x;
        py += weight * p.y;
        rx += weight * r.x;
        ry += weight * r.y;
    }
    px /= weightSum;
    py /= weightSum;
    rx /= weightSum;
    ry /= weightSum;
    float c = 0, s = 0;
    for (const auto& each : pairs) {
        const Point &p = ps[static_cast<std::size_t>(each.probe)],
                    &r = rs[static_cast<std::size_t>(each.reference)];
        const float weight = 0.05F + each.support;
        const float ax = p.x - px, ay = p.y - py, bx = r.x - rx, by = r.y - ry;
        c += weight * (ax * bx + ay * by);
        s += weight * (ax * by - ay * bx);
        // A direction counts like a neighbour 15 pixels away.
        const Turn turn = turnOf(p, r);
        c += weight * 225 * turn.c;
        s += weight * 225 * turn.s;
    }
    const float norm = std::max(1e-6F, std::sqrt(c * c + s * s));
    RigidTransform out;
    out.cosine = c / norm;
    out.sine = s / norm;
    out.dx = rx - (out.cosine * px - out.sine * py);
    out.dy = ry - (out.sine * px + out.cosine * py);
    return out;
}

}  // namespace cotejo::match
