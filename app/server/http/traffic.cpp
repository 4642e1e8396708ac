#include "app/server/http/traffic.h"

namespace cotejo::server {

std::optional<Traffic::Held> Traffic::hold(const DeviceId& device) {
    const std::scoped_lock lock(m_lock);
    auto& use = m_uses[device];
    if (use.requests >= m_limits.requests) return std::nullopt;
    ++use.requests;
    return Held(*this, device);
}

bool Traffic::Held::grow(std::size_t bytes) {
    const std::scoped_lock lock(m_traffic->m_lock);
    auto& use = m_traffic->m_uses[m_device];
    if (use.bytes + bytes > m_traffic->m_limits.device || m_traffic->m_bytes + bytes > m_traffic->m_limits.all) return false;
    use.bytes += bytes;
    m_traffic->m_bytes += bytes;
    m_bytes += bytes;
    return true;
}

Traffic::Held::~Held() {
    if (!m_traffic) return;
    const std::scoped_lock lock(m_traffic->m_lock);
    const auto use = m_traffic->m_uses.find(m_device);
    use->second.bytes -= m_bytes;
    m_traffic->m_bytes -= m_bytes;
    if (--use->second.requests == 0) m_traffic->m_uses.erase(use);
}

std::optional<Traffic::Turn> Traffic::turn(const DeviceId& device) {
    std::unique_lock lock(m_lock);
    const bool free = m_free.wait_for(lock, m_limits.patience, [&] { return m_working.size() < m_limits.turns && !m_working.contains(device); });
    if (!free) return std::nullopt;
    m_working.insert(device);
    return Turn(*this, device);
}

Traffic::Turn::~Turn() {
    if (!m_traffic) return;
    {
        const std::scoped_lock lock(m_traffic->m_lock);
        m_traffic->m_working.erase(m_device);
    }
    m_traffic->m_free.notify_all();
}

}  // namespace cotejo::server
