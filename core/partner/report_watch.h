#pragma once

#include "core/journal/journal.h"
#include "core/journal/projection.h"
#include "core/record/act.h"
#include "core/store/blob_table.h"

namespace cotejo::partner {

/// Writes what the central server says of a request into its case, as the program's own act. False: the case says so already, or is not here. The answer's bytes,
/// where it has some, are stored by the caller first. Errors: E_STORE_*, E_JOURNAL_*.
Result<bool> noteReport(store::Transaction& transaction, journal::Journal& journal, journal::Projection& projection, const CaseId& id, const record::ReportRequest& report);

/// Whom an answer names, taken over as a list of its own (record::answerList) for the case that asked. Its bytes are those of the report's message. Nothing for an
/// answer that cannot be read: the search then says that it is missing. Errors: E_STORE_*.
Status takeAnswer(store::Transaction& transaction, store::BlobTable blobs, const record::ReportRequest& report, const std::string& country, const std::string& partner, ByteView message);

/// Whether a request is where the report leads.
bool isTold(const record::PartnerRequest& request, const record::ReportRequest& report);

}  // namespace cotejo::partner
