#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

#include "core/base/id.h"

namespace cotejo::sync {

/// When to try again after failures: full jitter over a doubling span, 2 s to 5 min, so that posts do not come back together.
class Backoff {
  public:
    static constexpr std::chrono::milliseconds kBase{2'000};
    static constexpr std::chrono::milliseconds kCap{300'000};

    /// The upper end of the next wait.
    std::chrono::milliseconds span() const { return std::min(kCap, kBase * (1 << std::min(m_failures, 10))); }

    /// Counts one failure and says how long to wait: between zero and the span, never less than the server asked for.
    std::chrono::milliseconds next(std::optional<std::chrono::seconds> retryAfter = {}) {
        std::uint32_t dice = 0;
        fillRandom(reinterpret_cast<std::uint8_t*>(&dice), sizeof dice);
        const std::chrono::milliseconds wait(span().count() * dice / UINT32_MAX);
        ++m_failures;
        if (!retryAfter) return wait;
        return std::max<std::chrono::milliseconds>(wait, std::min<std::chrono::milliseconds>(*retryAfter, kCap));
    }
    void succeeded() { m_failures = 0; }

  private:
    int m_failures = 0;
};

}  // namespace cotejo::sync
