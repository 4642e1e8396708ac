#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>

#include "core/base/bytes.h"

namespace cotejo::test {

/// A TCP socket to the loopback, and TLS over it if asked, for saying things that no honest client says.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False when the handshake fails. `maximum` 0: any version. Nothing of the server is checked.
    bool startTls(int maximum = 0);
    /// False once the other side has closed.
    bool send(std::string_view text);
    /// What comes until the other side closes, `wanted` bytes are here, or `seconds` pass without any.
    std::string receive(int seconds = 20, std::size_t wanted = SIZE_MAX);
    bool connected() const { return m_socket >= 0; }

  private:
    int m_socket = -1;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_context{nullptr, SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> m_tls{nullptr, SSL_free};
};

/// Status of an HTTP answer; 0 when there is none.
int statusOf(const std::string& answer);

}  // namespace cotejo::test
