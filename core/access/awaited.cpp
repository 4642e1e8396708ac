#include "core/access/awaited.h"

namespace cotejo::access {

void Awaited::begin(const Hash& event) {
    const std::scoped_lock lock(m_lock);
    m_waiting.try_emplace(event);
}

bool Awaited::has(const Hash& event) const {
    const std::scoped_lock lock(m_lock);
    return m_waiting.contains(event);
}

void Awaited::answer(const Hash& event, std::string code) {
    const std::scoped_lock lock(m_lock);
    if (const auto waiting = m_waiting.find(event); waiting != m_waiting.end()) waiting->second = std::move(code);
}

std::optional<std::string> Awaited::end(const Hash& event) {
    const std::scoped_lock lock(m_lock);
    const auto waiting = m_waiting.find(event);
    if (waiting == m_waiting.end()) return std::nullopt;
    auto said = std::move(waiting->second);
    m_waiting.erase(waiting);
    return said;
}

}  // namespace cotejo::access
