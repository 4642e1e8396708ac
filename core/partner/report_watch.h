#pragma once

#include "core/journal/journal.h"
#include "core/journal/projection.h"
#include "core/record/act.h"

namespace cotejo::partner {

/// Writes what the central server says of a request into its case, as the program's own act. False: the case says so already, or is not here. The answer's bytes,
/// where it has some, are stored by the caller first. Errors: E_STORE_*, E_JOURNAL_*.
Result<bool> noteReport(store::Transaction& transaction, journal::Journal& journal, journal::Projection& projection, const CaseId& id, const record::ReportRequest& report);

/// Whether a request is where the report leads.
bool isTold(const record::PartnerRequest& request, const record::ReportRequest& report);

}  // namespace cotejo::partner
