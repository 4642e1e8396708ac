#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// A moment in UTC, to the millisecond.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

inline std::int64_t toMillis(UtcTime time) { return time.time_since_epoch().count(); }
inline UtcTime fromMillis(std::int64_t millis) { return UtcTime(std::chrono::milliseconds(millis)); }

/// "2026-11-16T10:14:22.000Z".
std::string toIso(UtcTime time);
std::optional<UtcTime> fromIso(std::string_view text);

/// Where the time comes from; tests have their own.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual UtcTime now() const = 0;
    /// Time since the machine started: counts on while it sleeps, and nobody can set it.
    virtual std::chrono::milliseconds elapsed() const = 0;
    /// Which start of the machine `elapsed` counts from.
    virtual std::string boot() const = 0;
};

class SystemClock final : public Clock {
  public:
    UtcTime now() const override {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
    std::chrono::milliseconds elapsed() const override;
    std::string boot() const override;
};

/// Stands still until told otherwise.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(UtcTime start) : m_now(start) {}
    UtcTime now() const override { return m_now; }
    std::chrono::milliseconds elapsed() const override { return m_elapsed; }
    std::string boot() const override { return m_boot; }
    /// Time passes.
    void advance(std::chrono::milliseconds by) {
        m_now += by;
        m_elapsed += by;
    }
    /// Time passes until `now`; somebody sets the clock when that is in the past.
    void set(UtcTime now) {
        if (now > m_now) m_elapsed += now - m_now;
        m_now = now;
    }
    /// Somebody sets the clock; no time passes.
    void tamper(UtcTime now) { m_now = now; }
    void restart(std::string boot) {
        m_boot = std::move(boot);
        m_elapsed = {};
    }

  private:
    UtcTime m_now;
    std::chrono::milliseconds m_elapsed{1'000'000};
    std::string m_boot = "first";
};

}  // namespace cotejo
