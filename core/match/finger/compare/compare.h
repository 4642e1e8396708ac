#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/match/finger/compare/pairing.h"
#include "core/match/finger/compare/prepared.h"
#include "core/record/code.h"
#include "core/record/score.h"

namespace cotejo::match {

/// Two minutiae taken for the same one. `contribution` is their part of the score; `deviation` and `turn` are
/// what is left after alignment and local stretch.
struct PairedMinutia {
    int probe = 0;  ///< index in FingerTemplate::minutiae
    int reference = 0;
    double contribution = 0;
    double deviation = 0;  ///< pixels of 500 ppi
    double turn = 0;       ///< degrees, -180 to 180
};

/// What speaks against the two prints being from one finger, or makes the comparison weak.
enum class FingerObjection { FewPairs, SmallOverlap, UnpairedMinutiae, RidgesDiffer, FlowDiffers };

/// Comparison of two prints with its explanation. Coordinates as in the templates.
struct FingerComparison {
    record::Score score;  ///< evidence: higher is more similar; see calibration.h for its meaning
    std::vector<PairedMinutia> pairs;
    RigidTransform alignment;  ///< probe to reference
    double overlap = 0;        ///< share of the smaller print that both prints show, 0-1
    double pairEvidence = 0;   ///< sum of what speaks for the pairs
    int unpairedProbe = 0;     ///< minutiae within the overlap without partner
    int unpairedReference = 0;
    double ridgeAgreement = 0;  ///< -1 to 1 over the overlap; 0 without ridge maps
    double smoothRidges = 0;    ///< share of neighbouring ridge blocks that agree and lie alike, 0-1
    int ridgeLinks = 0;         ///< neighbouring ridge blocks behind smoothRidges
    double flowAgreement = 0;   ///< -1 to 1 over the overlap; 0 without direction fields
    std::vector<FingerObjection> against;
};

/// Compares two prints of unknown rotation (+-180 degrees) and position. Deterministic; any thread.
/// Error: E_FINGER_TOO_FEW_MINUTIAE (a print without minutiae cannot be compared; this is not a score of
/// zero).
Result<FingerComparison> compareFinger(const PreparedFinger& probe, const PreparedFinger& reference);
Result<FingerComparison> compareFinger(const FingerTemplate& probe, const FingerTemplate& reference);

}  // namespace cotejo::match

namespace cotejo::record {
template <>
inline constexpr auto codes<match::FingerObjection> = std::to_array<Code<match::FingerObjection>>(
    {{match::FingerObjection::FewPairs, "few_pairs"},
     {match::FingerObjection::SmallOverlap, "small_overlap"},
     {match::FingerObjection::UnpairedMinutiae, "unpaired_minutiae"},
     {match::FingerObjection::RidgesDiffer, "ridges_differ"},
     {match::FingerObjection::FlowDiffers, "flow_differs"}});
}  // namespace cotejo::record
