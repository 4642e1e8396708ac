#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "core/base/id.h"

namespace cotejo::server {

/// Memory and turns, shared so that no device takes those of another: whatever it sends, and however often at once. Who shows no certificate
/// shares one part (the zero id). Any thread.
class Traffic {
  public:
    struct Limits {
        std::size_t device = 24u << 20;  ///< bytes of bodies and answers that one device has under way: the largest body twice, and an answer
        std::size_t all = 96u << 20;
        std::size_t requests = 8;        ///< of one device at once
        std::size_t turns = 4;           ///< requests that are worked on at once, one a device
        std::chrono::milliseconds patience{20'000};
    };
    Traffic() = default;
    explicit Traffic(Limits limits) : m_limits(limits) {}

    /// What a request holds, given back at its end.
    class Held {
      public:
        Held(Held&& other) noexcept : m_traffic(std::exchange(other.m_traffic, nullptr)), m_device(other.m_device), m_bytes(other.m_bytes) {}
        Held& operator=(Held&&) = delete;
        ~Held();
        /// False: there is too much under way, ask to come back later.
        bool grow(std::size_t bytes);

      private:
        friend class Traffic;
        Held(Traffic& traffic, const DeviceId& device) : m_traffic(&traffic), m_device(device) {}
        Traffic* m_traffic;
        DeviceId m_device;
        std::size_t m_bytes = 0;
    };
    /// Nothing: this device has too many requests under way.
    std::optional<Held> hold(const DeviceId& device);

    class Turn {
      public:
        Turn(Turn&& other) noexcept : m_traffic(std::exchange(other.m_traffic, nullptr)), m_device(other.m_device) {}
        Turn& operator=(Turn&&) = delete;
        ~Turn();

      private:
        friend class Traffic;
        Turn(Traffic& traffic, const DeviceId& device) : m_traffic(&traffic), m_device(device) {}
        Traffic* m_traffic;
        DeviceId m_device;
    };
    /// Waits for it. Nothing: it took longer than is waited.
    std::optional<Turn> turn(const DeviceId& device);

  private:
    struct Use {
        std::size_t requests = 0;
        std::size_t bytes = 0;
    };
    const Limits m_limits{};
    std::mutex m_lock;
    std::condition_variable m_free;
    std::map<DeviceId, Use> m_uses;  ///< guarded by m_lock, like the rest
    std::size_t m_bytes = 0;
    std::set<DeviceId> m_working;
};

}  // namespace cotejo::server
