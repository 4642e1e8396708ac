#include "ui/compare/finger/print_sequence.h"

namespace cotejo::compare {

std::map<record::FingerPosition, FingerCell::Sequence> checkSequence(const PrintsByFinger& probes, const PrintsByFinger& references,
                                                                     double threshold, const PrintPairing& pair) {
    const auto reaches = [&](const FingerSample& probe, const FingerSample& reference) {
        const auto paired = pair(probe, reference);
        return paired.score && paired.score->value >= threshold;
    };
    std::map<record::FingerPosition, FingerCell::Sequence> found;
    for (const auto& [position, probe] : probes) {
        for (const auto& [earlier, other] : probes) {
            if (earlier == position) break;
            if (reaches(*probe, *other)) found[position] = FingerCell::Sequence::Duplicate;
        }
        if (found.contains(position)) continue;
        const auto same = references.find(position);
        if (same != references.end() && reaches(*probe, *same->second)) {
            found[position] = FingerCell::Sequence::InSequence;
            continue;
        }
        for (const auto& [elsewhere, reference] : references)
            if (elsewhere != position && reaches(*probe, *reference)) found[position] = FingerCell::Sequence::Swapped;
    }
    return found;
}

}  // namespace cotejo::compare
