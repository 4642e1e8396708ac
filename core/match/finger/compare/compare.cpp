#include "core/match/finger/compare/compare.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/match/finger/errors.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/compare/overlap.h"

namespace cotejo::match {
namespace {

constexpr int kClusters = 3;
constexpr std::size_t kLaidClusters = 2;
constexpr double kWorthLaying = -1.4;  // evidence of the minutiae below which ridges are not looked at

// Fitted by logistic regression with weights that may not be negative, three data sets for the fit and the
// fourth for the test (README.md); decimal logarithms of likelihood ratios.
struct Weights {
    double base, pairEvidence, pairedShare, smoothRidges;
};
constexpr Weights kWithRidges{-4.98, 0.672, 6.36, 0.1464};
constexpr Weights kMinutiaeOnly{-5.91, 1.339, 8.24, 0};

constexpr std::size_t kFewPairs = 8;
constexpr double kSmallOverlap = 0.35;
constexpr double kLowRidges = 0.5;
constexpr double kLowFlow = 0.85;

bool bothHaveRidges(const PreparedFinger& probe, const PreparedFinger& reference) {
    return !probe.looks().empty() && !reference.looks().empty();
}

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

// What the minutiae say: paired ones for, those without partner where both prints show skin against.
struct MinutiaEvidence {
    double paired = 0;
    int unpairedProbe = 0;
    int unpairedReference = 0;
    double score = 0;
};

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

MinutiaEvidence weigh(const PreparedFinger& probe, const PreparedFinger& reference,
                      const Alignment& alignment) {
    MinutiaEvidence out;
    std::vector<bool> probePaired(probe.points().size(), false),
        referencePaired(reference.points().size(), false);
    for (const auto& pair : alignment.pairs) {
        out.paired += std::max(0.0, contributionOf(probe, reference, pair));
        probePaired[static_cast<std::size_t>(pair.probe)] = true;
        referencePaired[static_cast<std::size_t>(pair.reference)] = true;
    }
    const RigidTransform& rigid = alignment.rigid;
    out.unpairedProbe = unpairedIn(probe, probePaired, reference, [&](float x, float y) {
        const LocalMove place = alignment.stretch.at(x, y);
        return std::pair(place.x, place.y);
    });
    out.unpairedReference = unpairedIn(reference, referencePaired, probe, [&](float x, float y) {
        x -= rigid.dx;
        y -= rigid.dy;
        return std::pair(rigid.cosine * x + rigid.sine * y, -rigid.sine * x + rigid.cosine * y);
    });
    const auto count = static_cast<double>(alignment.pairs.size());
    const double unpaired = out.unpairedProbe + out.unpairedReference;
    const Weights& weights = bothHaveRidges(probe, reference) ? kWithRidges : kMinutiaeOnly;
    out.score = weights.base + weights.pairEvidence * std::sqrt(out.paired) +
                weights.pairedShare * count / (count + 0.5 * unpaired + 2);
    return out;
}

struct Hypothesis {
    Alignment alignment;
    MinutiaEvidence evidence;
    Overlap both;
    double score = 0;
};

void lay(const PreparedFinger& probe, const PreparedFinger& reference, const LookTable& looks,
         Hypothesis& each) {
    each.both = overlap(probe, reference, each.alignment, true);
    if (each.both.blocks == 0) return;
    if (each.both.complete) {
        pairAgain(probe, reference, looks, each.alignment);
        each.evidence = weigh(probe, reference, each.alignment);
    }
    each.score =
        each.evidence.score + kWithRidges.smoothRidges * std::sqrt(each.both.smooth * each.both.links);
}

FingerComparison explain(const PreparedFinger& probe, const PreparedFinger& reference,
                         const Hypothesis& best) {
    FingerComparison out;
    out.score = {best.score,
                 bothHaveRidges(probe, reference) ? fingerAlgorithm() : fingerMinutiaeAlgorithm()};
    out.alignment = best.alignment.rigid;
    for (const auto& pair : best.alignment.pairs)
        out.pairs.push_back({pair.probe, pair.reference, contributionOf(probe, reference, pair),
                             pair.deviation, pair.turn * 180 / std::numbers::pi});
    out.pairEvidence = best.evidence.paired;
    out.unpairedProbe = best.evidence.unpairedProbe;
    out.unpairedReference = best.evidence.unpairedReference;
    out.overlap = best.both.share;
    out.flowAgreement = best.both.flow;
    out.ridgeAgreement = best.both.ridges;
    out.smoothRidges = best.both.smooth;
    out.ridgeLinks = best.both.links;
    if (out.pairs.size() < kFewPairs) out.against.push_back(FingerObjection::FewPairs);
    if (best.both.blocks > 0) {
        if (best.both.share < kSmallOverlap) out.against.push_back(FingerObjection::SmallOverlap);
        if (best.both.ridges < kLowRidges) out.against.push_back(FingerObjection::RidgesDiffer);
        if (best.both.flow < kLowFlow) out.against.push_back(FingerObjection::FlowDiffers);
    }
    if (static_cast<std::size_t>(out.unpairedProbe + out.unpairedReference) > 2 * out.pairs.size())
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
    std::vector<Hypothesis> all;
    for (const auto& cluster : clusters(probe, reference, candidates, kClusters)) {
        Hypothesis each;
        each.alignment = align(probe, reference, looks, cluster);
        each.evidence = weigh(probe, reference, each.alignment);
        each.score = each.evidence.score;
        all.push_back(std::move(each));
    }
    std::stable_sort(all.begin(), all.end(), [](const Hypothesis& a, const Hypothesis& b) {
        return a.evidence.score > b.evidence.score;
    });
    const Hypothesis* best = nullptr;
    for (std::size_t k = 0; k < all.size(); ++k) {
        const bool worth = all[k].evidence.score > kWorthLaying;
        if (k < kLaidClusters && worth) lay(probe, reference, looks, all[k]);
        if (!best || all[k].score > best->score) best = &all[k];
    }
    return explain(probe, reference, *best);
}

Result<FingerComparison> compareFinger(const FingerTemplate& probe, const FingerTemplate& reference) {
    return compareFinger(PreparedFinger(probe), PreparedFinger(reference));
}

}  // namespace cotejo::match
