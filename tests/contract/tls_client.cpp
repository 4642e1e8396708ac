#include "tests/contract/tls_client.h"

#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace cotejo::test {

RawClient::RawClient(std::uint16_t port) {
    ::signal(SIGPIPE, SIG_IGN);
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

RawClient::~RawClient() {
    m_tls.reset();
    if (m_socket >= 0) ::close(m_socket);
}

bool RawClient::startTls(int maximum) {
    m_context.reset(SSL_CTX_new(TLS_client_method()));
    if (maximum != 0) SSL_CTX_set_max_proto_version(m_context.get(), maximum);
    m_tls.reset(SSL_new(m_context.get()));
    SSL_set_fd(m_tls.get(), m_socket);
    const timeval limit{10, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    return SSL_connect(m_tls.get()) == 1;
}

bool RawClient::send(std::string_view text) {
    const timeval limit{20, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    if (m_tls) return SSL_write(m_tls.get(), text.data(), static_cast<int>(text.size())) == static_cast<int>(text.size());
    return ::send(m_socket, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

std::string RawClient::receive(int seconds, std::size_t wanted) {
    const timeval limit{seconds, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    std::string all;
    char piece[8192];
    while (all.size() < wanted) {
        const auto count = m_tls ? SSL_read(m_tls.get(), piece, sizeof piece)
                                 : static_cast<int>(::recv(m_socket, piece, sizeof piece, 0));
        if (count <= 0) break;
        all.append(piece, static_cast<std::size_t>(count));
    }
    return all;
}

int statusOf(const std::string& answer) {
    return answer.starts_with("HTTP/1.1 ") && answer.size() > 12 ? std::stoi(answer.substr(9, 3)) : 0;
}

}  // namespace cotejo::test
