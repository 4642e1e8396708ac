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
};

class SystemClock final : public Clock {
  public:
    UtcTime now() const override {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

/// Stands still until told otherwise.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(UtcTime start) : m_now(start) {}
    UtcTime now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    void set(UtcTime now) { m_now = now; }

  private:
    UtcTime m_now;
};

}  // namespace cotejo
