#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/access/desk.h"
#include "core/base/result.h"

namespace cotejo::decide {

/// What an organisation settles for itself. A provisional holding has no maximum above zero until someone settles one.
struct Policy {
    std::chrono::milliseconds lease = std::chrono::minutes(30);
    std::chrono::milliseconds approval = std::chrono::hours(72);
    std::optional<std::chrono::milliseconds> maximumHold;        ///< at least an hour, at most 72
    UtcTime holdSince{};                                         ///< when `maximumHold` was settled: it binds no holding from before; set by setPolicy
    OfficerId holdBy;                                            ///< who settled it ends no guard by it; set by setPolicy
    std::chrono::milliseconds confirmUrgent = std::chrono::minutes(10);
    std::chrono::milliseconds confirmRoutine = std::chrono::minutes(60);
    std::chrono::milliseconds remittal = std::chrono::hours(72);  ///< from a protection need to the authority that decides on it
    std::string record;                                           ///< the decision of the organisation these numbers stand on; empty: defaults
};

/// What policyToJson wrote; numbers out of their bounds are the nearest within. Error: E_MALFORMED.
Result<Policy> policyFromJson(const std::string& text);
/// The policy of the organisation's roster, or of a post that works alone; the defaults while nobody settled one. Error: E_STORE_*.
Result<Policy> policyOf(store::Database& database);
/// By an administrator, with the decision it stands on (`record`); written into the journal as admin.policy. Errors: E_ACCESS_NOT_ADMIN,
/// E_INVALID_ARGUMENT without a record or with a number out of its bounds, E_STORE_*.
Status setPolicy(access::Desk& admin, Policy policy);
/// What setPolicy would write: checked, with who settles it and since when. For the roster of an organisation. Errors: as setPolicy.
Result<std::string> settledPolicy(access::Desk& admin, Policy policy);
/// As JSON in milliseconds, for the journal and `cotejo-cli policy show`.
std::string policyToJson(const Policy& policy);

}  // namespace cotejo::decide
