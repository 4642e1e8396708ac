#pragma once

#include "core/access/desk.h"
#include "ui/compare/protocol/sample_analysis.h"

/// Stored samples of a case, decoded and analysed. Jobs: any thread but the main one.
namespace cotejo::compare {

/// Errors: of reading and decoding the image; what the engine says is part of the sample.
Result<FaceSample> readFace(access::Desk& desk, FaceFinder& finder, const CaseId& id,
                            const record::Capture& capture, std::stop_token stop);
Result<FingerSample> readFinger(access::Desk& desk, const CaseId& id, const record::Capture& capture,
                                std::stop_token stop);

}  // namespace cotejo::compare
