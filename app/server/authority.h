#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/crypto.h"
#include "core/base/time.h"
#include "core/sync/certificate.h"

namespace cotejo::server {

/// How long certificates live (SYNC.md 2.5).
inline constexpr std::chrono::days kAuthorityLife{3650};
inline constexpr std::chrono::days kServerLife{398};
inline constexpr std::chrono::days kDeviceLife{90};

/// The private certificate authority of one server, and its other keys. Files of its folder (keys 0600): ca.pem, ca.key,
/// server.pem (with ca.pem behind it), server.key, watchlist.key and receipt.key (Ed25519 seeds), store.key (database key). Immutable once
/// open; any thread.
class Authority {
  public:
    /// Makes all keys and certificates (P-256; the server's names go into its subject alternative names).
    /// Errors: E_SERVER_FOLDER when the folder already has a ca.key, E_SERVER_AUTHORITY, E_NOT_WRITABLE.
    static Status create(const std::filesystem::path& folder, const std::vector<std::string>& names, const Clock& clock);
    /// Errors: E_SERVER_FOLDER, E_SERVER_AUTHORITY (also when a key file may be read by others).
    static Result<Authority> open(const std::filesystem::path& folder);
    /// A new server key and certificate, e.g. for other names or before the old one expires.
    static Status renewServer(const std::filesystem::path& folder, const std::vector<std::string>& names, const Clock& clock);

    struct Issued {
        sync::DeviceCertificate device;
        std::string certificate;
    };
    /// Grants a PKCS #10 request that proves its Ed25519 key and names a device; validity starts an hour early for slow clocks.
    /// Error: E_SERVER_REQUEST.
    Result<Issued> issue(std::string_view request, UtcTime now) const;

    /// A key and a certificate (PEM, ours behind it) with which this server shows itself to others. Errors: E_SERVER_AUTHORITY, E_NOT_WRITABLE.
    Status makeClient(const std::filesystem::path& certificate, const std::filesystem::path& keyFile, const std::string& name, UtcTime now) const;

    const sync::Certificate& certificate() const { return m_certificate; }
    const std::string& pem() const { return m_pem; }
    const SigningKey& watchlistKey() const { return m_watchlistKey; }
    const SigningKey& receiptKey() const { return m_receiptKey; }
    const Secret& storeKey() const { return m_storeKey; }

  private:
    Authority(sync::Certificate certificate, sync::PrivateKey key, SigningKey watchlistKey, SigningKey receiptKey, Secret storeKey);
    sync::Certificate m_certificate;
    sync::PrivateKey m_key;
    std::string m_pem;
    SigningKey m_watchlistKey;
    SigningKey m_receiptKey;
    Secret m_storeKey;
};

}  // namespace cotejo::server
