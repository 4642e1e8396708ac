#pragma once

#include <string>

#include "core/access/desk.h"
#include "core/journal/projection.h"

namespace cotejo::review {

/// Notes in every other case with one of these samples that the officer of the desk was shown what the sample
/// scored: whoever opens an own case with another's picture reads there what a blind examiner must not know. `role` is that of the act.
/// Nothing is noted of who never examines. Errors: E_STORE_*, E_JOURNAL_*.
Status noteSameSamples(store::Transaction& transaction, access::Desk& desk, journal::Projection& projection, const record::CaseView& shown,
                       const std::string& role);

}  // namespace cotejo::review
