#pragma once

#include <map>
#include <memory>
#include <optional>

#include "ui/compare/compare_values.h"
#include "ui/compare/protocol/sample_analysis.h"

namespace cotejo::compare {

/// Prints by the finger that they are said to be of.
using PrintsByFinger = std::map<record::FingerPosition, std::shared_ptr<const FingerSample>>;

/// Whether prints stand under the right fingers, as the engine sees it at a threshold: InSequence where the reference of the same finger
/// reaches it, Swapped where another one does, Duplicate where another finger of the probe does. A finger that reaches nothing is left
/// out. Any thread but the main one; after reveal only.
std::map<record::FingerPosition, FingerCell::Sequence> checkSequence(const PrintsByFinger& probes, const PrintsByFinger& references,
                                                                     double threshold, const PrintPairing& pair);

}  // namespace cotejo::compare
