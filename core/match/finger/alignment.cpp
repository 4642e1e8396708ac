#include "core/match/finger/alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <tuple>

namespace cotejo::match {
namespace {

using Point = PreparedFinger::Point;

constexpr float kStretchReach = 45;  // pixels over which a pair's residual carries
constexpr float kStretchDoubt = 0.6F;
constexpr std::array<float, 3> kWindows{18, 15, 13};  // pixels
constexpr float kTurnWindow = 0.6F;                   // radians
constexpr float kPlaceSigma = 6;
constexpr float kTurnSigma = 0.25F;
constexpr int kBlock = 12;  // ridge samples per side of a block: 24 pixels
constexpr int kSearch = 2;  // samples
constexpr float kGoodBlock = 0.6F;

}  // namespace

std::pair<float, float> Alignment::place(const PreparedFinger& probe, float x, float y, int skip) const {
    float rx = rigid.cosine * x - rigid.sine * y + rigid.dx,
          ry = rigid.sine * x + rigid.cosine * y + rigid.dy;
    float weights = kStretchDoubt, ex = 0, ey = 0;
    for (const Pair& each : pairs) {
        if (each.probe == skip) continue;
        const Point& p = probe.points()[static_cast<std::size_t>(each.probe)];
        const float dx = p.x - x, dy = p.y - y;
        const float far2 = (dx * dx + dy * dy) / (kStretchReach * kStretchReach);
        if (far2 > 6) continue;
        const float weight = 1 / (1 + far2 * far2);
        weights += weight;
        ex += weight * each.ex;
        ey += weight * each.ey;
    }
    return {rx + ex / weights, ry + ey / weights};
}

Alignment align(const PreparedFinger& probe, const PreparedFinger& reference, const LookTable& looks,
                const std::vector<CandidatePair>& cluster) {
    const auto &ps = probe.points(), &rs = reference.points();
    Alignment out;
    std::vector<CandidatePair> basis = cluster;
    const auto setPairs = [&](const std::vector<CandidatePair>& pairs) {
        out.rigid = fit(probe, reference, pairs);
        out.pairs.clear();
        for (const auto& each : pairs) {
            const Point &p = ps[static_cast<std::size_t>(each.probe)],
                        &r = rs[static_cast<std::size_t>(each.reference)];
            out.pairs.push_back({each.probe, each.reference, each.look, 0, 0,
                                 r.x - (out.rigid.cosine * p.x - out.rigid.sine * p.y + out.rigid.dx),
                                 r.y - (out.rigid.sine * p.x + out.rigid.cosine * p.y + out.rigid.dy)});
        }
    };
    setPairs(basis);
    struct Option {
        float cost;
        int probe, reference;
        float deviation, turn;
    };
    std::vector<Option> options;
    std::vector<bool> usedProbe, usedReference;
    for (const float window : kWindows) {
        options.clear();
        for (int i = 0; i < static_cast<int>(ps.size()); ++i) {
            const Point& p = ps[static_cast<std::size_t>(i)];
            const auto [x, y] = out.place(probe, p.x, p.y, i);
            const float c = out.rigid.cosine * p.c - out.rigid.sine * p.s,
                        s = out.rigid.sine * p.c + out.rigid.cosine * p.s;
            for (int j = 0; j < static_cast<int>(rs.size()); ++j) {
                const Point& r = rs[static_cast<std::size_t>(j)];
                const float dx = r.x - x, dy = r.y - y;
                const float far2 = dx * dx + dy * dy;
                if (far2 > window * window) continue;
                const float turn = std::atan2(c * r.s - s * r.c, c * r.c + s * r.s);
                if (std::abs(turn) > kTurnWindow) continue;
                options.push_back({far2 / (kPlaceSigma * kPlaceSigma) +
                                       turn * turn / (kTurnSigma * kTurnSigma) - 3 * looks.at(i, j),
                                   i, j, std::sqrt(far2), turn});
            }
        }
        std::sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
            return std::tie(a.cost, a.probe, a.reference) < std::tie(b.cost, b.probe, b.reference);
        });
        usedProbe.assign(ps.size(), false);
        usedReference.assign(rs.size(), false);
        basis.clear();
        std::vector<Option> taken;
        for (const Option& each : options) {
            if (usedProbe[static_cast<std::size_t>(each.probe)] ||
                usedReference[static_cast<std::size_t>(each.reference)])
                continue;
            usedProbe[static_cast<std::size_t>(each.probe)] =
                usedReference[static_cast<std::size_t>(each.reference)] = true;
            taken.push_back(each);
            const float look = looks.at(each.probe, each.reference);
            basis.push_back({each.probe, each.reference, look, std::clamp(1 - each.cost / 8, 0.05F, 1.0F)});
        }
        if (basis.empty()) break;
        setPairs(basis);
        for (std::size_t k = 0; k < taken.size(); ++k) {
            out.pairs[k].deviation = taken[k].deviation;
            out.pairs[k].turn = taken[k].turn;
        }
    }
    return out;
}

Overlap overlap(const PreparedFinger& probe, const PreparedFinger& reference, const Alignment& alignment) {
    Overlap out;
    const auto &pf = probe.finger().field, &rf = reference.finger().field;
    if (!probe.finger().hasRidges() || !reference.finger().hasRidges()) return out;
    // Flow, cell by cell.
    int probeCells = 0, referenceCells = 0;
    for (const auto angle : pf.angle)
        probeCells += angle != DirectionField::kNone;
    for (const auto angle : rf.angle)
        referenceCells += angle != DirectionField::kNone;
    const RigidTransform& rigid = alignment.rigid;
    const float turn = 2 * std::atan2(rigid.sine, rigid.cosine);
    double flow = 0;
    for (int j = 0; j < pf.height; ++j)
        for (int i = 0; i < pf.width; ++i) {
            const auto angle = pf.angle[static_cast<std::size_t>(j * pf.width + i)];
            if (angle == DirectionField::kNone) continue;
            const float x = (static_cast<float>(i) + 0.5F) * DirectionField::kCell,
                        y = (static_cast<float>(j) + 0.5F) * DirectionField::kCell;
            const float qx = rigid.cosine * x - rigid.sine * y + rigid.dx,
                        qy = rigid.sine * x + rigid.cosine * y + rigid.dy;
            if (!reference.isPrint(qx, qy)) continue;
            const auto other =
                rf.angle[static_cast<std::size_t>(static_cast<int>(qy) / DirectionField::kCell * rf.width +
                                                  static_cast<int>(qx) / DirectionField::kCell)];
            ++out.cells;
            flow += std::cos((static_cast<float>(other) - static_cast<float>(angle)) * 2 *
                                 std::numbers::pi_v<float> / 255 +
                             turn);
        }
    if (out.cells == 0) return out;
    out.flow = flow / out.cells;
    out.share = static_cast<double>(out.cells) / std::max(1, std::min(probeCells, referenceCells));
    // Ridges: the reference brought into the probe's frame, then block by block with a small search.
    const RidgeMap& map = probe.finger().ridges;
    std::vector<std::int8_t> moved(map.value.size(), 0);
    constexpr float step = RidgeMap::kStep;
    for (int y = 0; y < map.height; ++y) {
        const float py = (static_cast<float>(y) + 0.5F) * step;
        for (int x = 0; x < map.width; ++x) {
            const float px = (static_cast<float>(x) + 0.5F) * step;
            moved[static_cast<std::size_t>(y * map.width + x)] =
                static_cast<std::int8_t>(reference.ridgeAt(rigid.cosine * px - rigid.sine * py + rigid.dx,
                                                           rigid.sine * px + rigid.cosine * py + rigid.dy));
        }
    }
    double sum = 0, good = 0;
    for (int by = 0; by + kBlock <= map.height; by += kBlock)
        for (int bx = 0; bx + kBlock <= map.width; bx += kBlock) {
            const float cx = (static_cast<float>(bx) + 0.5F * kBlock) * step,
                        cy = (static_cast<float>(by) + 0.5F * kBlock) * step;
            if (!probe.isPrint(cx, cy)) continue;
            const auto [qx, qy] = alignment.place(probe, cx, cy);
            // The stretch in the probe's frame, in samples.
            const float ex = qx - (rigid.cosine * cx - rigid.sine * cy + rigid.dx),
                        ey = qy - (rigid.sine * cx + rigid.cosine * cy + rigid.dy);
            const int ox = static_cast<int>(std::lround((rigid.cosine * ex + rigid.sine * ey) / step));
            const int oy = static_cast<int>(std::lround((-rigid.sine * ex + rigid.cosine * ey) / step));
            float best = -2;
            for (int v = oy - kSearch; v <= oy + kSearch; ++v)
                for (int u = ox - kSearch; u <= ox + kSearch; ++u) {
                    if (bx + u < 0 || by + v < 0 || bx + u + kBlock > map.width ||
                        by + v + kBlock > map.height)
                        continue;
                    int dot = 0, pp = 0, rr = 0, known = 0;
                    for (int y = 0; y < kBlock; ++y) {
                        const std::int8_t* p =
                            &map.value[static_cast<std::size_t>((by + y) * map.width + bx)];
                        const std::int8_t* r =
                            &moved[static_cast<std::size_t>((by + v + y) * map.width + bx + u)];
                        for (int x = 0; x < kBlock; ++x) {
                            dot += p[x] * r[x];
                            pp += r[x] != 0 ? p[x] * p[x] : 0;
                            rr += p[x] != 0 ? r[x] * r[x] : 0;
                            known += p[x] != 0 && r[x] != 0;
                        }
                    }
                    if (known < kBlock * kBlock * 6 / 10) continue;
                    best = std::max(best, static_cast<float>(dot) /
                                              std::sqrt(static_cast<float>(pp) * static_cast<float>(rr)));
                }
            if (best < -1) continue;
            ++out.blocks;
            sum += best;
            good += best > kGoodBlock ? 1 : 0;
        }
    if (out.blocks > 0) {
        out.ridges = sum / out.blocks;
        out.goodBlocks = good / out.blocks;
    }
    return out;
}

}  // namespace cotejo::match
