#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "core/base/crypto.h"
#include "core/base/result.h"

namespace cotejo::access {

/// Acts whose author waits for the central server's word, so that whoever hands them over says so. Any thread.
class Awaited {
  public:
    /// How the program reaches the server: hands over what is unsent. Set before the first act; without it nothing is ever in contact.
    void reachBy(std::function<Status()> contact) { m_contact = std::move(contact); }
    bool canReach() const { return static_cast<bool>(m_contact); }
    Status reach() const { return m_contact(); }

    /// Before the act can be read by anybody else.
    void begin(const Hash& event);
    bool has(const Hash& event) const;
    /// Why there is no witness, a code; empty where there is one.
    void answer(const Hash& event, std::string code);
    /// Nobody waits any longer. What the server said; nothing where it did not.
    std::optional<std::string> end(const Hash& event);

  private:
    std::function<Status()> m_contact;
    mutable std::mutex m_lock;
    std::map<Hash, std::optional<std::string>> m_waiting;  ///< guarded by m_lock
};

}  // namespace cotejo::access
