#include "core/match/finger/compare/ten_print.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/match/finger/errors.h"

namespace cotejo::match {
namespace {

tl::unexpected<Error> stopped() {
    return fail(base::kCancelled, "The comparison of the ten-print was stopped.");
}

// Nothing where a print has no minutiae: such a pair says nothing.
std::optional<double> scoreOf(const PreparedFinger& a, const PreparedFinger& b) {
    const auto comparison = compareFinger(a, b);
    return comparison ? std::optional(comparison->score.value) : std::nullopt;
}

}  // namespace

Result<TenPrintComparison> compareTenPrints(const TenPrint& probe, const TenPrint& reference,
                                            std::stop_token stop) {
    TenPrintComparison out;
    for (const auto& [position, print] : probe) {
        if (stop.stop_requested()) return stopped();
        const auto other = reference.find(position);
        if (other == reference.end()) {
            out.onlyProbe.push_back(position);
            continue;
        }
        auto comparison = compareFinger(print, other->second);
        if (!comparison) {
            if (comparison.error().is(kFingerTooFewMinutiae)) continue;
            return tl::unexpected<Error>(std::move(comparison).error());
        }
        out.score += std::clamp(comparison->score.value, -TenPrintComparison::kFingerCap,
                                TenPrintComparison::kFingerCap);
        out.fingers.emplace(position, std::move(*comparison));
    }
    for (const auto& [position, print] : reference)
        if (!probe.contains(position)) out.onlyReference.push_back(position);
    if (out.fingers.empty())
        return fail(kFingerTooFewMinutiae,
                    "The two ten-prints have no finger in common that can be compared.");
    return out;
}

Result<std::vector<SequenceFinding>> checkSequence(const TenPrint& card,
                                                   const std::vector<record::FingerPosition>& expected,
                                                   const TenPrint* reference, double threshold,
                                                   std::stop_token stop) {
    using Kind = SequenceFinding::Kind;
    std::vector<SequenceFinding> findings;
    for (const auto position : expected)
        if (!card.contains(position))
            findings.push_back({Kind::Missing, position, record::FingerPosition::Unknown, 0});
    for (auto a = card.begin(); a != card.end(); ++a)
        for (auto b = std::next(a); b != card.end(); ++b) {
            if (stop.stop_requested()) return stopped();
            const auto score = scoreOf(a->second, b->second);
            if (score && *score >= threshold)
                findings.push_back({Kind::Duplicate, a->first, b->first, *score});
        }
    if (!reference) return findings;
    for (const auto& [position, print] : card) {
        if (stop.stop_requested()) return stopped();
        const auto own = reference->find(position);
        const auto ownScore = own == reference->end() ? std::nullopt : scoreOf(print, own->second);
        if (ownScore && *ownScore >= threshold) continue;
        std::optional<SequenceFinding> best;
        for (const auto& [other, referencePrint] : *reference) {
            if (other == position) continue;
            const auto score = scoreOf(print, referencePrint);
            if (score && *score >= threshold && (!best || *score > best->score))
                best = {Kind::Swapped, position, other, *score};
        }
        if (best) findings.push_back(*best);
    }
    return findings;
}

}  // namespace cotejo::match
