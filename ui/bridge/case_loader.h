#pragma once

#include "core/access/desk.h"
#include "ui/bridge/case_file.h"

namespace cotejo::bridge {

/// Reads what this officer may see of a case, which acts the rules allow now, and the zones of its documents. A job; any thread.
Result<CaseFile> loadCaseFile(access::Desk& desk, const CaseId& id);

/// Names of all officers known here.
Result<std::map<OfficerId, QString>> officerNames(access::Desk& desk);

}  // namespace cotejo::bridge
