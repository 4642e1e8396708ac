#include "core/match/finger/compare.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/match/finger/alignment.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/extract.h"

namespace cotejo::match {
namespace {

constexpr int kClusters = 4;

double contributionOf(const PreparedFinger& probe, const PreparedFinger& reference,
                      const Alignment::Pair& pair) {
    const auto& p = probe.points()[static_cast<std::size_t>(pair.probe)];
    const auto& r = reference.points()[static_cast<std::size_t>(pair.reference)];
    const double look = 2.2 * (pair.look - 0.25);
    const double place = 0.4 - 0.008 * pair.deviation * pair.deviation;
    const double turn = 0.3 - 4.0 * pair.turn * pair.turn;
    const double trust = std::sqrt(std::max(0.04F, p.quality * r.quality));
    return trust * (0.2 + look + place + turn);
}

int unpairedIn(const PreparedFinger& from, const std::vector<bool>& paired, const PreparedFinger& other,
               const auto& move) {
    int count = 0;
    for (std::size_t k = 0; k < from.points().size(); ++k) {
        const auto& point = from.points()[k];
        if (paired[k] || point.border) continue;
        const auto [x, y] = move(point.x, point.y);
        count += other.isPrint(x, y);
    }
    return count;
}

FingerComparison judge(const PreparedFinger& probe, const PreparedFinger& reference,
                       const Alignment& alignment) {
    FingerComparison out;
    out.alignment = alignment.rigid;
    std::vector<bool> probePaired(probe.points().size(), false),
        referencePaired(reference.points().size(), false);
    double sum = 0;
    for (const auto& pair : alignment.pairs) {
        const double contribution = contributionOf(probe, reference, pair);
        sum += std::max(0.0, contribution);
        probePaired[static_cast<std::size_t>(pair.probe)] =
            referencePaired[static_cast<std::size_t>(pair.reference)] = true;
        out.pairs.push_back(
            {pair.probe, pair.reference, contribution, pair.deviation, pair.turn * 180 / std::numbers::pi});
    }
    const RigidTransform& rigid = alignment.rigid;
    out.unpairedProbe = unpairedIn(probe, probePaired, reference, [&](float x, float y) {
        return std::pair(rigid.cosine * x - rigid.sine * y + rigid.dx,
                         rigid.sine * x + rigid.cosine * y + rigid.dy);
    });
    out.unpairedReference = unpairedIn(reference, referencePaired, probe, [&](float x, float y) {
        x -= rigid.dx;
        y -= rigid.dy;
        return std::pair(rigid.cosine * x + rigid.sine * y, -rigid.sine * x + rigid.cosine * y);
    });
    const Overlap both = overlap(probe, reference, alignment);
    out.overlap = both.share;
    out.flowAgreement = both.flow;
    out.ridgeAgreement = both.ridges;
    const double unpaired = out.unpairedProbe + out.unpairedReference;
    const double evidence = std::sqrt(static_cast<double>(both.blocks)) * 2.0 * (both.ridges - 0.40);
    out.score.value = sum - 0.06 * unpaired + evidence;
    out.score.algorithm = fingerAlgorithm();
    out.features = {double(out.pairs.size()),
                    sum,
                    unpaired,
                    both.share,
                    both.flow,
                    both.ridges,
                    double(both.blocks),
                    both.goodBlocks,
                    double(both.cells)};
    if (out.pairs.size() < 8) out.against.push_back(FingerObjection::FewPairs);
    if (probe.finger().hasRidges() && reference.finger().hasRidges()) {
        if (both.share < 0.35) out.against.push_back(FingerObjection::SmallOverlap);
        if (both.blocks > 0 && both.ridges < 0.5) out.against.push_back(FingerObjection::RidgesDiffer);
        if (both.cells > 0 && both.flow < 0.85) out.against.push_back(FingerObjection::FlowDiffers);
    }
    if (unpaired > 2.0 * static_cast<double>(out.pairs.size()))
        out.against.push_back(FingerObjection::UnpairedMinutiae);
    return out;
}

}  // namespace

Result<FingerComparison> compareFinger(const PreparedFinger& probe, const PreparedFinger& reference) {
    if (probe.points().empty() || reference.points().empty())
        return fail(kFingerTooFewMinutiae,
                    "A print without minutiae cannot be compared. Capture the finger again.");
    const LookTable looks = compareLooks(probe, reference);
    const auto candidates = relax(probe, reference, looks);
    std::optional<FingerComparison> best;
    for (const auto& cluster : clusters(probe, reference, candidates, kClusters)) {
        FingerComparison each = judge(probe, reference, align(probe, reference, looks, cluster));
        if (!best || each.score.value > best->score.value) best = std::move(each);
    }
    return *best;
}

Result<FingerComparison> compareFinger(const FingerTemplate& probe, const FingerTemplate& reference) {
    return compareFinger(PreparedFinger(probe), PreparedFinger(reference));
}

}  // namespace cotejo::match
