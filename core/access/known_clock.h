#pragma once

#include <atomic>
#include <optional>

#include "core/base/time.h"

namespace cotejo::access {

/// Time as the post knows it; it does not run backwards, whoever sets the device's clock (TRUST.md). Once a server was met since the machine
/// started, it is the server's time plus what has elapsed. Before that it is the device's clock, but never before `floor` (the newest moment
/// that the post's own journal or a server told, plus what elapsed since where that is known), and, where a server was ever met, never more
/// than a lease after it: one jump ahead must not lock a post. Any thread.
class KnownClock final : public Clock {
  public:
    static constexpr auto kLease = std::chrono::hours(24 * 14);
    static constexpr auto kWrong = std::chrono::minutes(2);

    struct Start {
        UtcTime floor{};
        std::optional<std::chrono::milliseconds> elapsedAtFloor;  ///< when it was told since the machine started
        bool serverEverMet = false;
        bool serverMet = false;  ///< since the machine started: `floor` is the server's word
    };
    /// `device` outlives it.
    KnownClock(const Clock& device, const Start& start);

    UtcTime now() const override;
    std::chrono::milliseconds elapsed() const override { return m_device.elapsed(); }
    std::string boot() const override { return m_device.boot(); }
    /// A server, whose signature was checked, says what time it is.
    void met(UtcTime server);
    /// How far the device's own clock is ahead of the known time; negative: behind.
    std::chrono::milliseconds deviceAheadBy() const { return m_device.now() - now(); }
    bool deviceIsWrong() const { return deviceAheadBy() > kWrong || deviceAheadBy() < -kWrong; }
    const Clock& device() const { return m_device; }

  private:
    const Clock& m_device;
    /// Known time at elapsed zero; nobody reads it half written.
    std::atomic<std::int64_t> m_origin{0};
    std::atomic<bool> m_running{false};  ///< `m_origin` counts since the machine started
    std::atomic<bool> m_met{false};
    UtcTime m_floor;
    bool m_everMet;
};

}  // namespace cotejo::access
