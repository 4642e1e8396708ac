#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace cotejo::match {

/// Finds the slot of a key that is stored elsewhere: open addressing over slot numbers, 8 to 16 bytes a key
/// where a map of ids takes 60. `keyOf(slot)` gives the key a slot holds. Not thread-safe.
template <class Key>
class SlotTable {
  public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    template <class KeyOf>
    std::uint32_t find(const Key& key, const KeyOf& keyOf) const {
        if (m_places.empty()) return kNone;
        return m_places[placeOf(key, keyOf)];
    }
    /// `key` is not in the table.
    template <class KeyOf>
    void insert(const Key& key, std::uint32_t slot, const KeyOf& keyOf) {
        if (2 * (m_count + 1) > m_places.size()) {
            std::vector<std::uint32_t> before(m_places.size() < 16 ? 32 : 2 * m_places.size(), kNone);
            before.swap(m_places);
            for (const auto each : before)
                if (each != kNone) m_places[placeOf(keyOf(each), keyOf)] = each;
        }
        m_places[placeOf(key, keyOf)] = slot;
        ++m_count;
    }
    /// The key now lies in another slot; `keyOf` still gives it for the old one.
    template <class KeyOf>
    void move(const Key& key, std::uint32_t slot, const KeyOf& keyOf) {
        m_places[placeOf(key, keyOf)] = slot;
    }
    template <class KeyOf>
    void erase(const Key& key, const KeyOf& keyOf) {
        auto hole = placeOf(key, keyOf);
        if (m_places[hole] == kNone) return;
        m_places[hole] = kNone;
        --m_count;
        // Those that stood behind because of it move up, so that no search ends early.
        for (auto at = next(hole); m_places[at] != kNone; at = next(at)) {
            const auto home = homeOf(keyOf(m_places[at]));
            const auto mask = m_places.size() - 1;
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                m_places[hole] = std::exchange(m_places[at], kNone);
                hole = at;
            }
        }
    }

  private:
    std::size_t homeOf(const Key& key) const {
        const std::uint64_t mixed = std::hash<Key>()(key) * 0x9E3779B97F4A7C15U;
        return static_cast<std::size_t>(mixed >> 32) & (m_places.size() - 1);
    }
    std::size_t next(std::size_t place) const { return (place + 1) & (m_places.size() - 1); }
    template <class KeyOf>
    std::size_t placeOf(const Key& key, const KeyOf& keyOf) const {
        auto at = homeOf(key);
        while (m_places[at] != kNone && !(keyOf(m_places[at]) == key))
            at = next(at);
        return at;
    }

    std::vector<std::uint32_t> m_places;  ///< a power of two, at least half of it free
    std::size_t m_count = 0;
};

}  // namespace cotejo::match
