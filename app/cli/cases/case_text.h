#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/cases/case_commands.h"
#include "core/base/json.h"
#include "core/review/visible_case.h"
#include "core/review/work_queue.h"

/// Cases as cotejo-cli prints them: only what the officer may see.
namespace cotejo::cli {

/// A case as it is shown, with what follows from it.
struct ShownCase {
    review::VisibleCase visible;
    std::vector<std::string> openMatters;    ///< what keeps the case from ending; neutral holds read "on_hold"
    std::vector<std::string> missingPapers;  ///< of the proposed disposition
    std::vector<std::string> unread;         ///< titles of papers that this officer has not opened
    bool needsApproval = false;
    std::optional<UtcTime> remitBy;          ///< of a protection need; to those who read the kind of holds
    std::optional<Hash> dossier;             ///< what an approval is given for; to supervisors who are not blind
};
Result<ShownCase> showCase(Session& session);

Json caseJson(const ShownCase& shown);
std::string caseText(const ShownCase& shown);
Json rowJson(const review::VisibleRow& visible);
std::string rowText(const review::VisibleRow& visible);

}  // namespace cotejo::cli
