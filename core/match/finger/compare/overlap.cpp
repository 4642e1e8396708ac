#include "core/match/finger/compare/overlap.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/match/finger/processor.h"

namespace cotejo::match {
namespace {

using Block = PreparedFinger::Block;

constexpr int kSearch = 2;                                        // samples to each side
constexpr int kPatch = PreparedFinger::kBlockSide + 2 * kSearch;  // 16: one row is 16 bits
constexpr float kGood = 0.62F;
constexpr int kMinKnown = PreparedFinger::kBlockSide * PreparedFinger::kBlockSide / 2;
constexpr int kFollowRounds = 8;
constexpr float kSmooth2 = 12;  // square pixels between where a block lies and where its neighbour expects it
constexpr float kMoved2 = 5;    // square pixels that make a second look worth it
constexpr float kTurned = 0.03F;
constexpr std::size_t kSampleBlocks = 20;  // looked at before giving up
constexpr float kHopeless = 0.36F;

// Reference samples around one place, turned into the probe's frame.
struct Patch {
    std::array<std::uint64_t, 5> ridge{}, known{}, strong{};  // the last word stays 0
};

struct Fit {
    float correlation = -2;  // -2: not enough in common
    int u = 0, v = 0;        // samples
};

// Three words of a patch, from row v on.
COTEJO_INLINE std::array<std::uint64_t, 3> rowsFrom(const std::array<std::uint64_t, 5>& from, int v) {
    const auto word = static_cast<std::size_t>(v / 4);
    const int shift = v % 4 * 16;
    std::array<std::uint64_t, 3> rows{};
    for (std::size_t w = 0; w < 3; ++w)
        rows[w] =
            shift == 0 ? from[w + word] : (from[w + word] >> shift) | (from[w + word + 1] << (64 - shift));
    return rows;
}

// Correlation at one shift. Samples weigh 1 or, where clear, 3: the sum of products, from counts.
COTEJO_INLINE float correlationAt(const Block& block, const Patch& patch, int u, int v) {
    const auto ridge = rowsFrom(patch.ridge, v), known = rowsFrom(patch.known, v),
               strong = rowsFrom(patch.strong, v);
    int all = 0, allSame = 0, mine = 0, mineSame = 0, theirs = 0, theirsSame = 0, bothStrong = 0,
        bothSame = 0;
    for (std::size_t w = 0; w < 3; ++w) {
        const std::uint64_t both = block.known[w] & (known[w] >> u);
        const std::uint64_t same = ~(block.ridge[w] ^ (ridge[w] >> u));
        const std::uint64_t strongMine = both & block.strong[w], strongTheirs = both & (strong[w] >> u);
        const std::uint64_t strongBoth = strongMine & strongTheirs;
        all += std::popcount(both);
        allSame += std::popcount(both & same);
        mine += std::popcount(strongMine);
        mineSame += std::popcount(strongMine & same);
        theirs += std::popcount(strongTheirs);
        theirsSame += std::popcount(strongTheirs & same);
        bothStrong += std::popcount(strongBoth);
        bothSame += std::popcount(strongBoth & same);
    }
    const int dot = (2 * allSame - all) + 2 * (2 * mineSame - mine) + 2 * (2 * theirsSame - theirs) +
                    4 * (2 * bothSame - bothStrong);
    return static_cast<float>(dot) /
           std::sqrt(static_cast<float>(all + 8 * mine) * static_cast<float>(all + 8 * theirs));
}

// The shift at which most samples are alike, and the correlation there.
COTEJO_INLINE Fit bestFit(const Block& block, const Patch& patch) {
    Fit best;
    int bestSame = -1, bestAll = 1;
    for (int v = 0; v <= 2 * kSearch; ++v) {
        const auto ridge = rowsFrom(patch.ridge, v), known = rowsFrom(patch.known, v);
        for (int u = 0; u <= 2 * kSearch; ++u) {
            int all = 0, same = 0;
            for (std::size_t w = 0; w < 3; ++w) {
                const std::uint64_t both = block.known[w] & (known[w] >> u);
                all += std::popcount(both);
                same += std::popcount(both & ~(block.ridge[w] ^ (ridge[w] >> u)));
            }
            if (all < kMinKnown || same * bestAll <= bestSame * all) continue;
            bestSame = same;
            bestAll = all;
            best.u = u;
            best.v = v;
        }
    }
    if (bestSame < 0) return best;
    best.correlation = correlationAt(block, patch, best.u, best.v);
    best.u -= kSearch;
    best.v -= kSearch;
    return best;
}

COTEJO_INLINE void samplePatch(const RidgeMap& map, const LocalMove& move, Patch& patch) {
    patch = {};
    // Fixed point, 16 fraction bits, in samples of the reference map.
    const float centre = 0.5F * (kPatch - 1);
    constexpr float one = 65536;
    const auto cosine = static_cast<std::int64_t>(std::lround(move.cosine * one)),
               sine = static_cast<std::int64_t>(std::lround(move.sine * one));
    const std::int64_t x0 =
        std::lround((move.x / RidgeMap::kStep - centre * (move.cosine - move.sine)) * one);
    const std::int64_t y0 =
        std::lround((move.y / RidgeMap::kStep - centre * (move.sine + move.cosine)) * one);
    for (int r = 0; r < kPatch; ++r) {
        std::int64_t px = x0 - r * sine, py = y0 + r * cosine;
        std::uint64_t ridge = 0, known = 0, strong = 0;
        for (int c = 0; c < kPatch; ++c, px += cosine, py += sine) {
            const std::int64_t i = px >> 16, j = py >> 16;
            if (i < 0 || j < 0 || i >= map.width || j >= map.height) continue;
            const auto value = static_cast<std::uint64_t>(
                static_cast<std::int64_t>(map.value[static_cast<std::size_t>(j * map.width + i)]));
            // -3, -1, 0, 1, 3: bit 63 is the sign, bit 0 "known", and bits 0 and 1 differ for the clear
            // values 3 and -1.
            const std::uint64_t negative = value >> 63, odd = value & 1U, second = (value >> 1) & 1U;
            ridge |= negative << c;
            known |= odd << c;
            strong |= (odd & (negative ^ second)) << c;
        }
        const auto word = static_cast<std::size_t>(r / 4);
        const int shift = r % 4 * 16;
        patch.ridge[word] |= ridge << shift;
        patch.known[word] |= known << shift;
        patch.strong[word] |= strong << shift;
    }
}

COTEJO_INLINE Fit lay(const Block& block, const RidgeMap& map, const LocalMove& move) {
    Patch patch;
    samplePatch(map, move, patch);
    return bestFit(block, patch);
}
COTEJO_CLONES(Fit, layBlock, lay, (const Block& block, const RidgeMap& map, const LocalMove& move),
              (block, map, move))

// Where a block lies: its middle's place in the reference and its turn.
struct Laid {
    float correlation = -2;
    LocalMove move{};
    bool shown() const { return correlation > -1; }
    bool good() const { return correlation >= kGood; }
};

class BlockLayer {
  public:
    BlockLayer(const PreparedFinger& probe, const PreparedFinger& reference)
        : m_probe(probe), m_reference(reference), m_laid(probe.blocks().size()) {
        m_columns = probe.finger().ridges.width / PreparedFinger::kBlockSide + 2;
        m_at.assign(static_cast<std::size_t>(m_columns *
                                             (probe.finger().ridges.height / PreparedFinger::kBlockSide + 3)),
                    -1);
        for (std::size_t k = 0; k < probe.blocks().size(); ++k)
            m_at[place(probe.blocks()[k])] = static_cast<int>(k);
    }

    // False when a sample of the blocks shows nothing in common.
    bool layAll(const StretchMap& stretch, bool mayStop) {
        float sum = 0;
        std::size_t count = 0;
        for (std::size_t k = 0; k < m_laid.size(); ++k) {
            const Block& block = m_probe.blocks()[k];
            m_laid[k] = laidAt(block, stretch.at(block.x, block.y));
            if (!m_laid[k].shown()) continue;
            sum += m_laid[k].correlation;
            if (++count == kSampleBlocks && mayStop && sum < kHopeless * static_cast<float>(count)) {
                m_laid.resize(k + 1);
                return false;
            }
        }
        return true;
    }

    // Blocks are tried again where their agreeing neighbours expect them.
    void follow() {
        for (int round = 0; round < kFollowRounds; ++round) {
            bool changed = false;
            for (std::size_t k = 0; k < m_laid.size(); ++k) {
                if (m_laid[k].good()) continue;
                const Block& block = m_probe.blocks()[k];
                float x = 0, y = 0, c = 0, s = 0;
                int count = 0;
                eachNeighbour(block, [&](const Block& other, const Laid& laid) {
                    if (!laid.good()) return;
                    const auto [ex, ey] = expected(other, laid, block);
                    x += ex;
                    y += ey;
                    c += laid.move.cosine;
                    s += laid.move.sine;
                    ++count;
                });
                if (count == 0) continue;
                const float norm = 1 / std::max(1e-6F, std::sqrt(c * c + s * s));
                const LocalMove move{c * norm, s * norm, x / static_cast<float>(count),
                                     y / static_cast<float>(count)};
                const LocalMove& old = m_laid[k].move;
                const float dx = move.x - old.x, dy = move.y - old.y;
                if (dx * dx + dy * dy < kMoved2 &&
                    std::abs(move.cosine * old.sine - move.sine * old.cosine) < kTurned)
                    continue;
                const Laid again = laidAt(block, move);
                if (again.correlation > m_laid[k].correlation) {
                    m_laid[k] = again;
                    changed = true;
                }
            }
            straighten();
            if (!changed) break;
        }
    }

    void sum(Overlap& out) const {
        int good = 0, smooth = 0;
        double total = 0, flow = 0;
        for (std::size_t k = 0; k < m_laid.size(); ++k) {
            const Laid& laid = m_laid[k];
            if (!laid.shown()) continue;
            const Block& block = m_probe.blocks()[k];
            ++out.blocks;
            total += laid.correlation;
            good += laid.good();
            flow += flowAgreement(block, laid.move);
            eachNeighbour(block, [&](const Block& other, const Laid& beside) {
                if (!beside.shown()) return;
                ++out.links;
                smooth += liesAlike(block, laid, other, beside);
            });
        }
        if (out.blocks == 0) return;
        out.ridges = total / out.blocks;
        out.good = static_cast<double>(good) / out.blocks;
        out.smooth = out.links > 0 ? static_cast<double>(smooth) / out.links : 0;
        out.flow = flow / out.blocks;
        const std::size_t smaller = std::min(m_probe.blocks().size(), m_reference.blocks().size());
        out.share = std::min(
            1.0, static_cast<double>(out.blocks) / static_cast<double>(std::max<std::size_t>(1, smaller)));
    }

    // Blocks that agree and whose neighbours lie alike pin the stretch.
    void anchor(StretchMap& stretch) const {
        for (std::size_t k = 0; k < m_laid.size(); ++k) {
            const Laid& laid = m_laid[k];
            if (!laid.good()) continue;
            const Block& block = m_probe.blocks()[k];
            int alike = 0;
            eachNeighbour(block, [&](const Block& other, const Laid& beside) {
                alike += liesAlike(block, laid, other, beside);
            });
            if (alike >= 2)
                stretch.add(block.x, block.y, laid.move.x, laid.move.y, laid.move.cosine, laid.move.sine,
                            1.5F);
        }
    }

  private:
    std::size_t place(const Block& block) const {
        return static_cast<std::size_t>((block.j + 1) * m_columns + block.i + 1);
    }

    Laid laidAt(const Block& block, const LocalMove& move) const {
        const Fit fit = layBlock(block, m_reference.finger().ridges, move);
        const auto u = static_cast<float>(fit.u * RidgeMap::kStep),
                   v = static_cast<float>(fit.v * RidgeMap::kStep);
        return {fit.correlation,
                {move.cosine, move.sine, move.x + move.cosine * u - move.sine * v,
                 move.y + move.sine * u + move.cosine * v}};
    }

    static std::pair<float, float> expected(const Block& from, const Laid& laid, const Block& of) {
        const float dx = of.x - from.x, dy = of.y - from.y;
        return {laid.move.x + laid.move.cosine * dx - laid.move.sine * dy,
                laid.move.y + laid.move.sine * dx + laid.move.cosine * dy};
    }

    static bool liesAlike(const Block& block, const Laid& laid, const Block& other, const Laid& beside) {
        if (!laid.good() || !beside.good()) return false;
        const auto [x, y] = expected(other, beside, block);
        const float dx = laid.move.x - x, dy = laid.move.y - y;
        return dx * dx + dy * dy <= kSmooth2;
    }

    // Turns of agreeing blocks follow from where their agreeing neighbours lie.
    void straighten() {
        std::vector<LocalMove> turned(m_laid.size());
        for (std::size_t k = 0; k < m_laid.size(); ++k) {
            turned[k] = m_laid[k].move;
            if (!m_laid[k].good()) continue;
            const Block& block = m_probe.blocks()[k];
            float c = 1200 * turned[k].cosine, s = 1200 * turned[k].sine;
            eachNeighbour(block, [&](const Block& other, const Laid& beside) {
                if (!liesAlike(block, m_laid[k], other, beside)) return;
                const float px = other.x - block.x, py = other.y - block.y;
                const float rx = beside.move.x - m_laid[k].move.x, ry = beside.move.y - m_laid[k].move.y;
                c += px * rx + py * ry;
                s += px * ry - py * rx;
            });
            const float norm = 1 / std::max(1e-6F, std::sqrt(c * c + s * s));
            turned[k].cosine = c * norm;
            turned[k].sine = s * norm;
        }
        for (std::size_t k = 0; k < m_laid.size(); ++k)
            m_laid[k].move = turned[k];
    }

    double flowAgreement(const Block& block, const LocalMove& move) const {
        const int mine = m_probe.flowAt(block.x, block.y), theirs = m_reference.flowAt(move.x, move.y);
        if (mine == DirectionField::kNone || theirs == DirectionField::kNone) return 0;
        // Field angles run counter-clockwise, turns clockwise on the screen.
        const float twice = static_cast<float>(theirs - mine) * 2 * std::numbers::pi_v<float> / 255;
        const float c2 = move.cosine * move.cosine - move.sine * move.sine, s2 = 2 * move.cosine * move.sine;
        return std::cos(twice) * c2 - std::sin(twice) * s2;
    }

    template <class Visit>
    void eachNeighbour(const Block& block, Visit visit) const {
        const std::size_t at = place(block);
        const auto row = static_cast<std::size_t>(m_columns);
        for (const std::size_t beside : {at - 1, at + 1, at - row, at + row}) {
            const int k = m_at[beside];
            if (k >= 0 && static_cast<std::size_t>(k) < m_laid.size())
                visit(m_probe.blocks()[static_cast<std::size_t>(k)], m_laid[static_cast<std::size_t>(k)]);
        }
    }

    const PreparedFinger& m_probe;
    const PreparedFinger& m_reference;
    std::vector<Laid> m_laid;
    std::vector<int> m_at;
    int m_columns = 0;
};

}  // namespace

Overlap overlap(const PreparedFinger& probe, const PreparedFinger& reference, Alignment& alignment,
                bool mayStop) {
    Overlap out;
    if (!probe.finger().hasRidges() || !reference.finger().hasRidges()) return out;
    BlockLayer layer(probe, reference);
    out.complete = layer.layAll(alignment.stretch, mayStop);
    if (out.complete) {
        layer.follow();
        layer.anchor(alignment.stretch);
    }
    layer.sum(out);
    return out;
}

}  // namespace cotejo::match
