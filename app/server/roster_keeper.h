#pragma once

#include <memory>
#include <mutex>

#include "app/server/store/server_store.h"
#include "core/roster/history.h"

namespace cotejo::server {

/// The roster of the organisation, as the server keeps and serves it. It takes in what administrators signed, and gives itself nothing.
/// Any thread.
class RosterKeeper {
  public:
    explicit RosterKeeper(ServerStore& store) : m_store(store) {}

    /// Up to the latest entry; null before the founding. Errors: E_STORE_*, E_ROSTER_* when somebody wrote in the store.
    Result<std::shared_ptr<const roster::History>> current();
    Status found(const roster::Entry& founding);
    /// Enters what is signed enough, keeps what waits for a second signature, and joins two halves of one. The same entry again changes nothing. Errors: E_ROSTER_*.
    Result<sync::RosterAnswer> handIn(const roster::Entry& entry);
    /// What waits and still follows the latest entry, and introductions of whoever is not admitted, as far as that.
    Result<sync::WaitingReply> waiting();

  private:
    ServerStore& m_store;
    std::mutex m_lock;
    std::shared_ptr<const roster::History> m_current;  ///< guarded by m_lock
};

}  // namespace cotejo::server
