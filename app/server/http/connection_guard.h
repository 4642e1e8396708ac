#pragma once

#include <Poco/Net/StreamSocket.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace cotejo::server {

struct ConnectionLimits {
    int connections = 250;  ///< at once; the server has a thread for each
    int perAddress = 100;   ///< of them from one address
    std::chrono::milliseconds header{30'000};  ///< from accept, or from the answer before, to a whole request header
    std::chrono::milliseconds body{120'000};   ///< from there to the answer
};

/// Knows every open connection and cuts those that take too long: Poco's own time-outs are per read, so a peer that sends a byte
/// now and then would hold its thread for ever. Any thread.
class ConnectionGuard {
  public:
    explicit ConnectionGuard(ConnectionLimits limits);
    ~ConnectionGuard();
    ConnectionGuard(const ConnectionGuard&) = delete;
    ConnectionGuard& operator=(const ConnectionGuard&) = delete;

    /// False: close at once, there are too many.
    bool admits(const Poco::Net::StreamSocket& socket);
    void opened(const Poco::Net::StreamSocket& socket);
    void closed(const Poco::Net::StreamSocket& socket);
    /// The header is complete; the deadline of the body begins.
    void requestBegan(const Poco::Net::StreamSocket& socket);
    void requestEnded(const Poco::Net::StreamSocket& socket);

    const ConnectionLimits& limits() const { return m_limits; }
    /// Connections cut so far.
    std::uint64_t cut() const;

  private:
    using Clock = std::chrono::steady_clock;
    struct Line {
        Poco::Net::StreamSocket socket;  ///< keeps the descriptor from being reused while we may cut it
        std::string address;
        Clock::time_point deadline;
    };
    void watch(const std::stop_token& stop);
    void setDeadline(const Poco::Net::StreamSocket& socket, std::chrono::milliseconds from);

    const ConnectionLimits m_limits;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::map<const void*, Line> m_lines;         ///< by socket implementation; guarded by m_mutex
    std::map<std::string, int> m_perAddress;     ///< guarded by m_mutex
    std::uint64_t m_cut = 0;                     ///< guarded by m_mutex
    std::jthread m_watchdog;
};

}  // namespace cotejo::server
