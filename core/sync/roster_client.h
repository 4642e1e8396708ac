#pragma once

#include "core/access/desk.h"
#include "core/roster/history.h"
#include "core/sync/protocol.h"
#include "core/sync/transport.h"

/// What a post asks of its organisation's roster, and what an administrator who signs in at a post says there.
namespace cotejo::sync {

/// This device, and those of its people whom the roster does not name.
Result<Introduction> introductionOf(access::Desk& desk);
/// Tells the server of them: they wait until an administrator admits them. Errors: E_SYNC_*.
Status introduce(access::Desk& desk, Transport& transport);

/// The roster as the server has it now, checked from this post's own on; nothing is kept of it before the next pass. Errors: E_SYNC_ROSTER
/// when it does not follow, E_SYNC_NOT_ENROLLED before the post follows one.
Result<roster::History> rosterAtServer(access::Desk& desk, std::chrono::seconds budget);
/// What waits for an administrator at the server. Errors: E_SYNC_*.
Result<WaitingReply> waitingAtServer(access::Desk& desk, std::chrono::seconds budget);
/// Signs the change as the administrator who is signed in, and hands it in. It counts here with the next pass. Errors: E_ACCESS_NOT_ADMIN,
/// E_ROSTER_* and E_INVALID_ARGUMENT as the server refuses it, E_SYNC_NOT_ENROLLED before the post follows a roster.
Result<RosterAnswer> propose(access::Desk& desk, roster::Change change, std::chrono::seconds budget);
/// Puts the second signature under an entry that waits.
Result<RosterAnswer> countersign(access::Desk& desk, roster::Entry entry, std::chrono::seconds budget);

}  // namespace cotejo::sync
