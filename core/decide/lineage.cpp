#include "core/decide/lineage.h"

#include <algorithm>
#include <bit>
#include <queue>

namespace cotejo::decide {

Lineage::Lineage(std::span<const record::Event> events, const SeenBeside& beside) {
    std::vector<std::pair<Hash, const record::Event*>> given;
    given.reserve(events.size());
    for (const auto& event : events) given.emplace_back(hashOf(event), &event);
    std::ranges::sort(given, {}, &std::pair<Hash, const record::Event*>::first);
    const auto same = std::ranges::unique(given, {}, &std::pair<Hash, const record::Event*>::first);
    given.erase(same.begin(), same.end());

    const auto placeOf = [&](const Hash& hash) -> std::optional<std::size_t> {
        const auto found = std::ranges::lower_bound(given, hash, {}, &std::pair<Hash, const record::Event*>::first);
        if (found == given.end() || found->first != hash) return std::nullopt;
        return static_cast<std::size_t>(found - given.begin());
    };
    std::vector<std::vector<std::size_t>> parents(given.size()), children(given.size());
    std::vector<std::size_t> waiting(given.size());
    const auto nameParents = [&](std::size_t i, bool receipts) {
        parents[i].clear();
        const auto add = [&](const Hash& parent) {
            if (const auto place = placeOf(parent); place && *place != i) parents[i].push_back(*place);
        };
        std::ranges::for_each(given[i].second->parents, add);
        if (const auto more = beside.find(given[i].first); receipts && more != beside.end()) std::ranges::for_each(more->second, add);
        std::ranges::sort(parents[i]);
        const auto twice = std::ranges::unique(parents[i]);
        parents[i].erase(twice.begin(), twice.end());
    };
    for (std::size_t i = 0; i < given.size(); ++i) {
        nameParents(i, true);
        waiting[i] = parents[i].size();
        for (const auto parent : parents[i]) children[parent].push_back(i);
    }
    // `given` is sorted by hash, so the smallest place is the smallest hash.
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    for (std::size_t i = 0; i < given.size(); ++i)
        if (waiting[i] == 0) ready.push(i);
    constexpr auto kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> placeInOrder(given.size(), kNone);
    // A hash cannot name itself: what waits for each other does so by receipts, and is ordered by what it names alone.
    const auto untangle = [&] {
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (placeInOrder[i] != kNone) continue;
            for (const auto parent : parents[i]) std::erase(children[parent], i);
            nameParents(i, false);
            waiting[i] = static_cast<std::size_t>(std::ranges::count_if(parents[i], [&](std::size_t parent) { return placeInOrder[parent] == kNone; }));
            for (const auto parent : parents[i]) children[parent].push_back(i);
            if (waiting[i] == 0) ready.push(i);
        }
    };
    m_events.reserve(given.size());
    while (m_events.size() < given.size()) {
        if (ready.empty()) untangle();
        const auto next = ready.top();
        ready.pop();
        const auto at = m_events.size();
        placeInOrder[next] = at;
        Node node{given[next].second, given[next].first, {}, 0, {}};
        for (const auto parent : parents[next]) node.parents.push_back(placeInOrder[parent]);
        if (at > 0 && std::ranges::find(node.parents, at - 1) != node.parents.end() && m_events[at - 1].seen == at - 1) {
            node.seen = at;
        } else if (at > 0) {
            node.ancestors.assign((at + 63) / 64, 0);
            for (const auto parent : node.parents) {
                const auto& before = m_events[parent];
                for (std::size_t word = 0; word < before.ancestors.size(); ++word) node.ancestors[word] |= before.ancestors[word];
                if (before.ancestors.empty())
                    for (std::size_t each = 0; each < parent; ++each) node.ancestors[each / 64] |= 1ull << (each % 64);
                node.ancestors[parent / 64] |= 1ull << (parent % 64);
            }
            for (const auto word : node.ancestors) node.seen += static_cast<std::size_t>(std::popcount(word));
            if (node.seen == at) node.ancestors.clear();
        }
        m_events.push_back(std::move(node));
        for (const auto child : children[next])
            if (--waiting[child] == 0) ready.push(child);
    }
    for (std::size_t i = 0; i < m_events.size(); ++i) m_places.emplace_back(m_events[i].hash, i);
    std::ranges::sort(m_places);
}

bool Lineage::append(const record::Event& event) {
    const auto hash = hashOf(event);
    if (find(hash)) return true;
    for (const auto& head : heads())
        if (std::ranges::find(event.parents, head) == event.parents.end()) return false;
    const auto at = m_events.size();
    Node node{&event, hash, {}, at, {}};
    for (const auto& parent : event.parents)
        if (const auto place = find(parent)) node.parents.push_back(*place);
    std::ranges::sort(node.parents);
    const auto twice = std::ranges::unique(node.parents);
    node.parents.erase(twice.begin(), twice.end());
    m_events.push_back(std::move(node));
    const std::pair place(hash, at);
    m_places.insert(std::ranges::upper_bound(m_places, place), place);
    return true;
}

std::optional<std::size_t> Lineage::find(const Hash& hash) const {
    const auto found = std::ranges::lower_bound(m_places, hash, {}, &std::pair<Hash, std::size_t>::first);
    if (found == m_places.end() || found->first != hash) return std::nullopt;
    return found->second;
}

bool Lineage::sees(std::size_t later, std::size_t earlier) const {
    if (earlier >= later) return false;
    const auto& node = m_events[later];
    if (node.seen == later) return true;
    return (node.ancestors[earlier / 64] >> (earlier % 64) & 1u) != 0;
}

std::vector<Hash> Lineage::heads() const {
    std::vector<bool> named(m_events.size(), false);
    for (const auto& node : m_events)
        for (const auto parent : node.parents) named[parent] = true;
    std::vector<Hash> heads;
    for (std::size_t i = 0; i < m_events.size(); ++i)
        if (!named[i]) heads.push_back(m_events[i].hash);
    std::ranges::sort(heads);
    return heads;
}

}  // namespace cotejo::decide
