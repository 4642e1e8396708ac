#include "app/server/http/connection_guard.h"

#include <sys/socket.h>

namespace cotejo::server {
namespace {

std::string addressOf(const Poco::Net::StreamSocket& socket) {
    try {
        return socket.peerAddress().host().toString();
    } catch (const Poco::Exception&) {
        return {};
    }
}

}  // namespace

ConnectionGuard::ConnectionGuard(ConnectionLimits limits)
    : m_limits(limits), m_watchdog([this](const std::stop_token& stop) { watch(stop); }) {}

ConnectionGuard::~ConnectionGuard() = default;

bool ConnectionGuard::admits(const Poco::Net::StreamSocket& socket) {
    const auto address = addressOf(socket);
    const std::lock_guard lock(m_mutex);
    const auto count = m_perAddress.find(address);
    return static_cast<int>(m_lines.size()) < m_limits.connections &&
           (count == m_perAddress.end() || count->second < m_limits.perAddress);
}

void ConnectionGuard::opened(const Poco::Net::StreamSocket& socket) {
    auto address = addressOf(socket);
    const std::lock_guard lock(m_mutex);
    ++m_perAddress[address];
    m_lines.insert_or_assign(socket.impl(), Line{socket, std::move(address), Clock::now() + m_limits.header});
}

void ConnectionGuard::closed(const Poco::Net::StreamSocket& socket) {
    const std::lock_guard lock(m_mutex);
    const auto at = m_lines.find(socket.impl());
    if (at == m_lines.end()) return;
    if (--m_perAddress[at->second.address] <= 0) m_perAddress.erase(at->second.address);
    m_lines.erase(at);
}

void ConnectionGuard::setDeadline(const Poco::Net::StreamSocket& socket, std::chrono::milliseconds from) {
    const std::lock_guard lock(m_mutex);
    const auto at = m_lines.find(socket.impl());
    if (at != m_lines.end()) at->second.deadline = Clock::now() + from;
}

void ConnectionGuard::requestBegan(const Poco::Net::StreamSocket& socket) { setDeadline(socket, m_limits.body); }
void ConnectionGuard::requestEnded(const Poco::Net::StreamSocket& socket) { setDeadline(socket, m_limits.header); }

std::uint64_t ConnectionGuard::cut() const {
    const std::lock_guard lock(m_mutex);
    return m_cut;
}

void ConnectionGuard::watch(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    const auto pause = std::min<std::chrono::milliseconds>(std::chrono::milliseconds(500), m_limits.header / 4);
    while (!m_wake.wait_for(lock, stop, pause, [] { return false; }) && !stop.stop_requested()) {
        const auto now = Clock::now();
        for (auto& [socket, line] : m_lines) {
            if (now < line.deadline) continue;
            // Not StreamSocket::shutdown: that would use the TLS state, which belongs to the connection's own thread.
            ::shutdown(line.socket.impl()->sockfd(), SHUT_RDWR);
            line.deadline = Clock::time_point::max();
            ++m_cut;
        }
    }
}

}  // namespace cotejo::server
