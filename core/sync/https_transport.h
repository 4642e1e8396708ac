#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "core/base/crypto.h"
#include "core/base/time.h"
#include "core/sync/transport.h"

namespace cotejo::sync {

struct ServerAddress {
    std::string host;
    std::uint16_t port = 0;
};
/// "host:port" or "[v6]:port". Error: E_INVALID_ARGUMENT.
Result<ServerAddress> readServerAddress(std::string_view text);

/// Who we are and whom we trust. Only `authority` is trusted, never the system's list.
struct Credentials {
    std::string authority;             ///< CA certificate, PEM
    std::string certificate;           ///< ours, PEM; empty before enrolment
    const SigningKey* key = nullptr;   ///< of that certificate; must outlive the transport
};

/// HTTPS over Poco: TLS 1.3 only, the server's name checked against its certificate (on the loopback too), bodies gzipped and
/// bounded, one connection kept open and reopened when it broke. A request takes at most `budget` before it counts as
/// E_SYNC_OFFLINE (Poco waits up to three time-outs for a silent peer, so each is a third). When the server's certificate
/// fails by its dates, the server's own clock (over a connection that is otherwise fully checked) tells E_SYNC_CLOCK, with
/// param "offset_seconds", from an expired certificate.
class HttpsTransport final : public Transport {
  public:
    HttpsTransport(ServerAddress server, Credentials credentials, const Clock& clock,
                   std::chrono::seconds budget = std::chrono::seconds(30));
    ~HttpsTransport() override;
    HttpsTransport(const HttpsTransport&) = delete;
    HttpsTransport& operator=(const HttpsTransport&) = delete;

    Result<Reply> send(const Request& request) override;

  private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};

/// The authority's certificate among those that the server presents, chosen by its fingerprint (a hash brought by another way).
/// Nothing is sent, and nothing but that hash makes it trusted. Errors: E_SYNC_OFFLINE, E_SYNC_CERTIFICATE.
Result<std::string> fetchAuthority(const ServerAddress& server, const Hash& fingerprint, std::chrono::seconds budget);

}  // namespace cotejo::sync
