#pragma once

#include <filesystem>

#include "core/base/crypto.h"
#include "core/exchange/envelope/envelope.h"

namespace cotejo::server {

/// Our keys towards partners: with one we sign what leaves, to the other they seal what comes. Files of the server's folder (partner-signing.key,
/// partner-box.key: 32 bytes in hexadecimal, 0600), made at first use, never overwritten. Immutable once open; any thread.
class PartnerKeys {
  public:
    /// Errors: E_SERVER_AUTHORITY (a key that others may read, or that is none), E_NOT_WRITABLE.
    static Result<PartnerKeys> open(const std::filesystem::path& folder);

    const SigningKey& signing() const { return m_signing; }
    const exchange::BoxKey& box() const { return m_box; }

  private:
    PartnerKeys(SigningKey signing, exchange::BoxKey box) : m_signing(std::move(signing)), m_box(std::move(box)) {}
    SigningKey m_signing;
    exchange::BoxKey m_box;
};

}  // namespace cotejo::server
