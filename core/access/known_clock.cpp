#include "core/access/known_clock.h"

#include <algorithm>

namespace cotejo::access {

KnownClock::KnownClock(const Clock& device, const Start& start) : m_device(device), m_floor(start.floor), m_everMet(start.serverEverMet) {
    if (!start.elapsedAtFloor) return;
    m_origin = toMillis(start.floor) - start.elapsedAtFloor->count();
    m_running = true;
    m_met = start.serverMet;
}

UtcTime KnownClock::now() const {
    const auto running = fromMillis(m_origin.load() + m_device.elapsed().count());
    if (m_met) return running;
    const auto floor = m_running ? std::max(m_floor, running) : m_floor;
    const auto known = std::max(m_device.now(), floor);
    return m_everMet ? std::min(known, floor + kLease) : known;
}

void KnownClock::met(UtcTime server) {
    m_origin = toMillis(server) - m_device.elapsed().count();
    m_running = true;
    m_met = true;
}

}  // namespace cotejo::access
