#include "core/match/finger/compare/alignment.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/match/finger/processor.h"

namespace cotejo::match {
namespace {

using Point = PreparedFinger::Point;

constexpr float kAnchorReach = 50;                          // pixels over which an anchor counts fully
constexpr float kFarShare = 0.02F;                    // of its weight that an anchor keeps everywhere
constexpr float kTurnArm2 = 400;                      // a direction counts like a neighbour 20 pixels away
constexpr std::array<float, 3> kWindows{20, 16, 13};  // pixels
constexpr float kLastWindow = 11;
constexpr float kTurnWindow = 0.6F;  // radians
constexpr float kPlaceSigma = 6;
constexpr float kTurnSigma = 0.25F;

COTEJO_INLINE LocalMove moveIn(const std::vector<StretchMap::Anchors>& anchors, float x, float y, int skip) {
    constexpr std::size_t lanes = StretchMap::kLanes;
    std::array<float, lanes> w{}, px{}, py{}, rx{}, ry{}, c{}, s{};
    for (std::size_t k = 0; k < anchors.size(); ++k) {
        const StretchMap::Anchors& a = anchors[k];
        std::array<float, lanes> own = a.weight;
        if (skip >= 0 && static_cast<std::size_t>(skip) / lanes == k)
            own[static_cast<std::size_t>(skip) % lanes] = 0;
        for (std::size_t n = 0; n < lanes; ++n) {
            // Relative to the place asked for, which keeps the sums well conditioned.
            const float dx = a.px[n] - x, dy = a.py[n] - y;
            const float far2 = (dx * dx + dy * dy) * (1 / (kAnchorReach * kAnchorReach));
            const float weight = own[n] * (kFarShare + 1 / (1 + far2 * far2));
            w[n] += weight;
            px[n] += weight * dx;
            py[n] += weight * dy;
            rx[n] += weight * a.rx[n];
            ry[n] += weight * a.ry[n];
            c[n] += weight * (dx * a.rx[n] + dy * a.ry[n] + kTurnArm2 * a.tc[n]);
            s[n] += weight * (dx * a.ry[n] - dy * a.rx[n] + kTurnArm2 * a.ts[n]);
        }
    }
    const auto sum = [](const std::array<float, lanes>& v) {
        return ((v[0] + v[1]) + (v[2] + v[3])) + ((v[4] + v[5]) + (v[6] + v[7]));
    };
    const float weights = std::max(1e-9F, sum(w));
    const float mpx = sum(px) / weights, mpy = sum(py) / weights, mrx = sum(rx) / weights,
                mry = sum(ry) / weights;
    const float cc = sum(c) / weights - (mpx * mrx + mpy * mry),
                ss = sum(s) / weights - (mpx * mry - mpy * mrx);
    const float norm = 1 / std::max(1e-6F, std::sqrt(cc * cc + ss * ss));
    const float cosine = cc * norm, sine = ss * norm;
    return {cosine, sine, mrx - (cosine * mpx - sine * mpy), mry - (sine * mpx + cosine * mpy)};
}
COTEJO_CLONES(LocalMove, moveFrom, moveIn,
              (const std::vector<StretchMap::Anchors>& anchors, float x, float y, int skip),
              (anchors, x, y, skip))

struct Option {
    float cost;
    int probe, reference;
    float deviation, turn;
};

// The cheapest exclusive pairs within the window, cheapest first.
std::vector<Option> pairWithin(const PreparedFinger& probe, const PreparedFinger& reference,
                               const LookTable& looks, const Alignment& alignment, float window) {
    const auto &ps = probe.points(), &rs = reference.points();
    std::vector<int> anchorOf(ps.size(), -1);
    for (std::size_t k = 0; k < alignment.pairs.size(); ++k)
        anchorOf[static_cast<std::size_t>(alignment.pairs[k].probe)] = static_cast<int>(k);
    std::vector<Option> options;
    for (std::size_t i = 0; i < ps.size(); ++i) {
        const Point& p = ps[i];
        const LocalMove move =
            alignment.stretch.at(p.x, p.y, alignment.stretch.size() > 1 ? anchorOf[i] : -1);
        const float c = move.cosine * p.c - move.sine * p.s, s = move.sine * p.c + move.cosine * p.s;
        for (std::size_t j = 0; j < rs.size(); ++j) {
            const Point& r = rs[j];
            const float dx = r.x - move.x, dy = r.y - move.y;
            const float far2 = dx * dx + dy * dy;
            if (far2 > window * window) continue;
            if (c * r.c + s * r.s < 0.8F) continue;
            const float turn = std::atan2(c * r.s - s * r.c, c * r.c + s * r.s);
            if (std::abs(turn) > kTurnWindow) continue;
            const int pi = static_cast<int>(i), ri = static_cast<int>(j);
            options.push_back({far2 / (kPlaceSigma * kPlaceSigma) + turn * turn / (kTurnSigma * kTurnSigma) -
                                   3 * looks.at(pi, ri),
                               pi, ri, std::sqrt(far2), turn});
        }
    }
    std::sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
        return std::tie(a.cost, a.probe, a.reference) < std::tie(b.cost, b.probe, b.reference);
    });
    std::vector<bool> usedProbe(ps.size(), false), usedReference(rs.size(), false);
    std::erase_if(options, [&](const Option& each) {
        const auto p = static_cast<std::size_t>(each.probe), r = static_cast<std::size_t>(each.reference);
        if (usedProbe[p] || usedReference[r]) return true;
        usedProbe[p] = usedReference[r] = true;
        return false;
    });
    return options;
}

void setPairs(const PreparedFinger& probe, const PreparedFinger& reference,
              const std::vector<CandidatePair>& pairs, Alignment& out) {
    out.rigid = fit(probe, reference, pairs);
    out.pairs.clear();
    out.stretch.clear();
    for (const auto& each : pairs) {
        const Point &p = probe.points()[static_cast<std::size_t>(each.probe)],
                    &r = reference.points()[static_cast<std::size_t>(each.reference)];
        out.pairs.push_back({each.probe, each.reference, each.look, 0, 0});
        out.stretch.add(p.x, p.y, r.x, r.y, p.c * r.c + p.s * r.s, p.c * r.s - p.s * r.c,
                        0.1F + each.support);
    }
}

}  // namespace

void StretchMap::clear() {
    m_anchors.clear();
    m_count = 0;
}

void StretchMap::add(float px, float py, float rx, float ry, float turnCosine, float turnSine, float weight) {
    const std::size_t lane = m_count % kLanes;
    if (lane == 0) m_anchors.emplace_back();
    Anchors& last = m_anchors.back();
    last.px[lane] = px;
    last.py[lane] = py;
    last.rx[lane] = rx;
    last.ry[lane] = ry;
    last.tc[lane] = turnCosine;
    last.ts[lane] = turnSine;
    last.weight[lane] = weight;
    ++m_count;
}

LocalMove StretchMap::at(float x, float y, int skip) const {
    return moveFrom(m_anchors, x, y, skip);
}

Alignment align(const PreparedFinger& probe, const PreparedFinger& reference, const LookTable& looks,
                const std::vector<CandidatePair>& cluster) {
    Alignment out;
    setPairs(probe, reference, cluster, out);
    for (const float window : kWindows) {
        const std::vector<Option> taken = pairWithin(probe, reference, looks, out, window);
        if (taken.empty()) break;
        std::vector<CandidatePair> basis;
        for (const Option& each : taken)
            basis.push_back({each.probe, each.reference, looks.at(each.probe, each.reference),
                             std::clamp(1 - each.cost / 8, 0.05F, 1.0F)});
        setPairs(probe, reference, basis, out);
        for (std::size_t k = 0; k < taken.size(); ++k) {
            out.pairs[k].deviation = taken[k].deviation;
            out.pairs[k].turn = taken[k].turn;
        }
    }
    return out;
}

void pairAgain(const PreparedFinger& probe, const PreparedFinger& reference, const LookTable& looks,
               Alignment& alignment) {
    const std::vector<Option> taken = pairWithin(probe, reference, looks, alignment, kLastWindow);
    if (taken.empty()) return;
    alignment.pairs.clear();
    for (const Option& each : taken)
        alignment.pairs.push_back(
            {each.probe, each.reference, looks.at(each.probe, each.reference), each.deviation, each.turn});
}

}  // namespace cotejo::match
