#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "app/server/http/connection_guard.h"
#include "app/server/http/service.h"

namespace cotejo::server {

/// Poco's HTTPS server around a Service: TLS 1.3 only, certificates asked for and passed on to the service to judge, bodies
/// bounded before and after inflation, one thread a connection, slow peers cut by ConnectionGuard. start and stop from one
/// thread.
class HttpsServer {
  public:
    struct Address {
        std::string host = "0.0.0.0";
        std::uint16_t port = 0;  ///< 0: any free one
    };
    /// Reads server.pem and server.key of `folder` and listens. Errors: E_SERVER_AUTHORITY, E_SERVER_LISTEN.
    static Result<std::unique_ptr<HttpsServer>> start(Service& service, const std::filesystem::path& folder,
                                                      const Address& address, const ConnectionLimits& limits);
    ~HttpsServer();
    HttpsServer(const HttpsServer&) = delete;
    HttpsServer& operator=(const HttpsServer&) = delete;

    std::uint16_t port() const;
    const ConnectionGuard& guard() const;

  private:
    struct Running;
    explicit HttpsServer(std::unique_ptr<Running> running);
    std::unique_ptr<Running> m_running;
};

}  // namespace cotejo::server
