#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "core/record/act.h"
#include "core/record/event.h"

namespace cotejo::decide {

/// Events that count as seen by the author of another, although it does not name them: what receipts say (record::PlaceReceipt::seen).
using SeenBeside = std::map<Hash, std::vector<Hash>>;

/// The events of one case in one order that every device computes alike: parents first, ties by hash. Which event has seen which
/// is asked here and nowhere else; clocks are never asked. One thread; keeps references to nothing.
class Lineage {
  public:
    /// Events twice in the list count once; parents that are not in the list count as unseen. Of `beside`, what would make two events see each other
    /// is left out.
    explicit Lineage(std::span<const record::Event> events, const SeenBeside& beside = {});

    /// Puts one more event behind all others, if it is known already or has seen every one of them: then, and only then, true. The event
    /// outlives this.
    bool append(const record::Event& event);

    std::size_t size() const { return m_events.size(); }
    const record::Event& event(std::size_t at) const { return *m_events[at].event; }
    const Hash& hash(std::size_t at) const { return m_events[at].hash; }
    std::optional<std::size_t> find(const Hash& hash) const;
    /// The author of `later` had `earlier` before the eyes, directly or through other events.
    bool sees(std::size_t later, std::size_t earlier) const;
    /// The author of this event had seen all events that stand before it.
    bool seesAllBefore(std::size_t at) const { return m_events[at].seen == at; }
    /// The event it goes on from, if that is one alone.
    std::optional<std::size_t> onlyParent(std::size_t at) const {
        return m_events[at].parents.size() == 1 ? std::optional(m_events[at].parents.front()) : std::nullopt;
    }
    /// Of the list, as the event names them or its receipt, sorted.
    const std::vector<std::size_t>& parents(std::size_t at) const { return m_events[at].parents; }
    /// Events that no event of the list has seen, sorted.
    std::vector<Hash> heads() const;

  private:
    struct Node {
        const record::Event* event = nullptr;
        Hash hash;
        std::vector<std::size_t> parents;
        std::size_t seen = 0;                  ///< how many events it has seen
        std::vector<std::uint64_t> ancestors;  ///< bit set; empty when all events before are seen
    };
    std::vector<Node> m_events;
    std::vector<std::pair<Hash, std::size_t>> m_places;  ///< sorted by hash
};

}  // namespace cotejo::decide
