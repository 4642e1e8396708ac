#pragma once

#include <stop_token>

#include "core/access/desk.h"
#include "core/record/case.h"

namespace cotejo::decide {

/// The score of a 1:1 check, the document's portrait or print against the live sample. Nothing is computed before the rules allow the
/// reveal, so that nobody can have seen the score earlier. Any thread; the desk outlives it. Errors: those of CaseService::perform
/// (E_PROVISIONAL_MISSING without the officer's own conclusion), of review::Samples, E_SCORE_INCOMPARABLE, E_FINGER_TOO_FEW_MINUTIAE.
Result<record::CaseView> revealPortrait(access::Desk& desk, const CaseId& id, const record::Capture& live, const record::Capture& document,
                                        std::stop_token stop = {});

}  // namespace cotejo::decide
