#pragma once

#include <optional>

#include "core/partner/profile.h"
#include "core/record/case.h"
#include "core/roster/history.h"

/// Agreements with partners as the organisation's roster has them: what decides is never what a device says of them.
namespace cotejo::server {

/// The agreement with this id as it stands now. Error: E_NO_PROFILE (none, or one that cannot be read).
Result<partner::Profile> agreementNow(const roster::Roster& roster, std::string_view id);
/// The one with this hash, of whatever time.
std::optional<partner::Profile> agreementOf(const roster::History& history, const Hash& hash);

/// Whether the request may leave at `now` by the agreement in force, which it answers. Errors: E_NO_PROFILE, E_NOT_PREVIEWED (the request was drafted under
/// another), E_NO_TRANSFER_BASIS (also where the terms say otherwise than the agreement of who receives it, by which law, until when and by whose word),
/// E_REQUEST_EXPIRED.
Result<partner::Profile> agreementFor(const roster::Roster& roster, const record::CaseView& view, const record::PartnerRequest& request, UtcTime now);

/// Keys of the agreement with which the partner may sign at `now`.
std::vector<PublicKey> signersAt(const partner::Profile& profile, UtcTime now);

}  // namespace cotejo::server
