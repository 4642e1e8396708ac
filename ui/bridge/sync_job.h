#pragma once

#include <chrono>
#include <stop_token>

#include "core/access/desk.h"
#include "core/sync/sync_pass.h"

namespace cotejo::bridge {

/// When the program synchronises by itself.
struct SyncPace {
    std::chrono::milliseconds every = std::chrono::minutes(5);
    std::chrono::milliseconds afterAnAct = std::chrono::seconds(20);  ///< acts within it go together
};

/// One pass with the post's server. A job; one at a time. Errors: E_SYNC_*, E_CANCELLED, E_STORE_*.
Result<sync::SyncReport> syncOnce(access::Desk& desk, const std::stop_token& stop);
/// Whether the post is enrolled with a server.
Result<bool> isEnrolled(access::Desk& desk);

}  // namespace cotejo::bridge
