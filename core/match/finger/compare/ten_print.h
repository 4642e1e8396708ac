#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/match/finger/compare/compare.h"
#include "core/record/sample.h"

namespace cotejo::match {

/// Prints of one person by position. Positions that are missing simply are not there.
using TenPrint = std::map<record::FingerPosition, PreparedFinger>;

/// Several fingers taken together: the sum of the fingers' evidence, each held within +-kFingerCap so that
/// one finger alone cannot decide, and the fingers behind it. Fingers are taken as independent.
struct TenPrintComparison {
    static constexpr double kFingerCap = 6;  ///< decimal logarithm of a likelihood ratio
    double score = 0;
    std::map<record::FingerPosition, FingerComparison> fingers;
    std::vector<record::FingerPosition> onlyProbe;  ///< no counterpart in the reference
    std::vector<record::FingerPosition> onlyReference;
};
/// Compares position by position. Errors: E_FINGER_TOO_FEW_MINUTIAE where no position can be compared; those
/// of compareFinger.
Result<TenPrintComparison> compareTenPrints(const TenPrint& probe, const TenPrint& reference,
                                            std::stop_token stop = {});

/// One irregularity of a ten-print.
struct SequenceFinding {
    enum class Kind {
        Missing,    ///< no print of `position`
        Duplicate,  ///< `position` and `other` of the same card show the same finger
        Swapped,    ///< `position` shows the finger that the reference has as `other`
    };
    Kind kind = Kind::Missing;
    record::FingerPosition position = record::FingerPosition::Unknown;
    record::FingerPosition other = record::FingerPosition::Unknown;
    double score = 0;
};
/// Looks for missing and duplicated fingers, and for swapped ones when another capture of the person (slaps,
/// an earlier card) is given. `expected` lists the positions that should be there. A pair counts as one
/// finger from `threshold` on. Error: E_CANCELLED.
Result<std::vector<SequenceFinding>> checkSequence(const TenPrint& card,
                                                   const std::vector<record::FingerPosition>& expected,
                                                   const TenPrint* reference, double threshold,
                                                   std::stop_token stop = {});

}  // namespace cotejo::match

namespace cotejo::record {
template <>
inline constexpr auto codes<match::SequenceFinding::Kind> =
    std::to_array<Code<match::SequenceFinding::Kind>>({{match::SequenceFinding::Kind::Missing, "missing"},
                                                       {match::SequenceFinding::Kind::Duplicate, "duplicate"},
                                                       {match::SequenceFinding::Kind::Swapped, "swapped"}});
}  // namespace cotejo::record
