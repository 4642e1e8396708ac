#include "core/match/finger/pairing.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

namespace cotejo::match {
namespace {

using Point = PreparedFinger::Point;

constexpr std::size_t kCandidates = 72;
constexpr int kRounds = 5;
constexpr float kStay = 0.35F;        // share of a pair's own weight that stays in each round
constexpr float kSupporters = 8;      // pairs that make full support
constexpr float kSlack = 7;           // pixels
constexpr float kSlackShare = 0.11F;  // of the distance: skin stretches
constexpr float kTurnSlack = 0.55F;   // radians
constexpr int kMinKnownBits = 96;
constexpr int kMinKnownFlow = 16;

float lookOf(const PreparedFinger::Look& a, const PreparedFinger::Look& b) {
    int known = 0, differ = 0;
    for (std::size_t w = 0; w < a.ridge.size(); ++w) {
        const std::uint64_t both = a.known[w] & b.known[w];
        known += std::popcount(both);
        differ += std::popcount((a.ridge[w] ^ b.ridge[w]) & both);
    }
    int dot = 0, count = 0;
    for (std::size_t k = 0; k < a.flowCos.size(); ++k) {
        dot += a.flowCos[k] * b.flowCos[k] + a.flowSin[k] * b.flowSin[k];
        count += (a.flowCos[k] | a.flowSin[k]) != 0 && (b.flowCos[k] | b.flowSin[k]) != 0;
    }
    const float ridge =
        known > 0 ? 1 - 2 * static_cast<float>(differ) / static_cast<float>(std::max(known, kMinKnownBits))
                  : 0;
    const float flow =
        count > 0 ? static_cast<float>(dot) / (10000.0F * static_cast<float>(std::max(count, kMinKnownFlow)))
                  : 0;
    return 0.6F * ridge + 0.4F * flow;
}

// Turn from a probe minutia's direction to a reference minutia's.
struct Turn {
    float c, s;
};
Turn turnOf(const Point& p, const Point& r) {
    return {p.c * r.c + p.s * r.s, p.c * r.s - p.s * r.c};
}

// How well two pairs fit one rigid movement, 0-1.
float agreement(const Point& p1, const Point& r1, const Turn& t1, const Point& p2, const Point& r2,
                const Turn& t2) {
    const float cosTurn = t1.c * t2.c + t1.s * t2.s;
    if (cosTurn < 0.85F) return 0;
    const float turn2 = 2 * (1 - cosTurn);  // about the square of the angle
    const float turnPart = 1 - turn2 / (kTurnSlack * kTurnSlack);
    if (turnPart <= 0) return 0;
    float c = t1.c + t2.c, s = t1.s + t2.s;
    const float norm = 1 / std::sqrt(c * c + s * s);
    c *= norm;
    s *= norm;
    const float px = p2.x - p1.x, py = p2.y - p1.y;
    const float ex = c * px - s * py - (r2.x - r1.x), ey = s * px + c * py - (r2.y - r1.y);
    const float slack = kSlack + kSlackShare * std::sqrt(px * px + py * py);
    const float placePart = 1 - (ex * ex + ey * ey) / (slack * slack);
    return placePart <= 0 ? 0 : placePart * turnPart;
}

}  // namespace

LookTable compareLooks(const PreparedFinger& probe, const PreparedFinger& reference) {
    LookTable table;
    table.columns = static_cast<int>(reference.points().size());
    table.value.reserve(probe.points().size() * reference.points().size());
    if (probe.looks().empty() || reference.looks().empty()) {
        table.value.assign(probe.points().size() * reference.points().size(), 0.3F);
        return table;
    }
    for (const auto& p : probe.looks())
        for (const auto& r : reference.looks())
            table.value.push_back(lookOf(p, r));
    return table;
}

std::vector<CandidatePair> relax(const PreparedFinger& probe, const PreparedFinger& reference,
                                 const LookTable& looks) {
    const auto &ps = probe.points(), &rs = reference.points();
    std::vector<CandidatePair> candidates;
    for (int i = 0; i < static_cast<int>(ps.size()); ++i)
        for (int j = 0; j < static_cast<int>(rs.size()); ++j)
            candidates.push_back({i, j, looks.at(i, j), 0});
    const auto better = [](const CandidatePair& a, const CandidatePair& b) {
        return std::tuple(-a.look, a.probe, a.reference) < std::tuple(-b.look, b.probe, b.reference);
    };
    if (candidates.size() > kCandidates) {
        std::nth_element(candidates.begin(), candidates.begin() + kCandidates, candidates.end(), better);
        candidates.resize(kCandidates);
    }
    std::sort(candidates.begin(), candidates.end(), better);
    const std::size_t n = candidates.size();
    std::vector<Turn> turns;
    for (const auto& each : candidates)
        turns.push_back(
            turnOf(ps[static_cast<std::size_t>(each.probe)], rs[static_cast<std::size_t>(each.reference)]));
    std::vector<float> agree(n * n, 0);
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b < n; ++b) {
            const auto &p = candidates[a], &q = candidates[b];
            if (p.probe == q.probe || p.reference == q.reference) continue;
            agree[a * n + b] = agree[b * n + a] = agreement(
                ps[static_cast<std::size_t>(p.probe)], rs[static_cast<std::size_t>(p.reference)], turns[a],
                ps[static_cast<std::size_t>(q.probe)], rs[static_cast<std::size_t>(q.reference)], turns[b]);
        }
    std::vector<float> weight(n), next(n);
    std::vector<float> bestOf(ps.size());
    for (std::size_t a = 0; a < n; ++a)
        weight[a] = std::max(0.0F, candidates[a].look);
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t a = 0; a < n; ++a) {
            // Of rival pairs with the same probe minutia only the best supports.
            std::fill(bestOf.begin(), bestOf.end(), 0.0F);
            float sum = 0;
            for (std::size_t b = 0; b < n; ++b) {
                const float vote = agree[a * n + b] * weight[b];
                float& best = bestOf[static_cast<std::size_t>(candidates[b].probe)];
                if (vote > best) {
                    sum += vote - best;
                    best = vote;
                }
            }
            next[a] = kStay * weight[a] + (1 - kStay) * std::min(1.5F, sum / kSupporters);
        }
        weight.swap(next);
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
    const auto &ps = probe.points(), &rs = reference.points();
    std::vector<std::vector<CandidatePair>> groups;
    std::vector<bool> used(candidates.size(), false);
    for (std::size_t seed = 0; seed < candidates.size() && static_cast<int>(groups.size()) < count; ++seed) {
        if (used[seed]) continue;
        used[seed] = true;
        std::vector<CandidatePair> group{candidates[seed]};
        for (std::size_t k = 0; k < candidates.size(); ++k) {
            const CandidatePair& each = candidates[k];
            if (k == seed) continue;
            float sum = 0;
            bool free = true;
            for (const CandidatePair& member : group) {
                free = free && member.probe != each.probe && member.reference != each.reference;
                const Point &p1 = ps[static_cast<std::size_t>(member.probe)],
                            &r1 = rs[static_cast<std::size_t>(member.reference)];
                const Point &p2 = ps[static_cast<std::size_t>(each.probe)],
                            &r2 = rs[static_cast<std::size_t>(each.reference)];
                sum += agreement(p1, r1, turnOf(p1, r1), p2, r2, turnOf(p2, r2));
            }
            if (free && sum > 0.35F * static_cast<float>(group.size())) {
                group.push_back(each);
                used[k] = true;
            }
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
