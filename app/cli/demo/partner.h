#pragma once

#include <filesystem>
#include <functional>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/time.h"

/// The demo's stand-in partner state "Utopía Norte", and what the demo's officers ask it.
namespace cotejo::cli::demo {

/// Writes the agreement (profile.json) with the keys that `cotejo-agency init` printed, and the agency's lists with their images. `address`: HOST:PORT.
Status writeAgency(const std::filesystem::path& folder, const Json& keys, const std::string& address, UtcTime now);

/// Four requests at the first post, through the real rules: an inquiry that comes back with a candidate, one without, a confirmation, and one that is refused. Then
/// both posts sync until every answer is in its case. Errors: any refusal of the rules; E_INTERNAL when an answer does not come within a minute.
Status askPartner(const std::filesystem::path& folder, const Clock& clock, const std::function<Status(const std::string& post)>& sync);

}  // namespace cotejo::cli::demo
