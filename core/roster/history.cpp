#include "core/roster/history.h"

#include <algorithm>

#include "core/roster/errors.h"

namespace cotejo::roster {
namespace {

/// The last of those at or before the version.
template <class Map, class Id>
auto standing(const Map& all, const Id& id, std::uint64_t version) -> decltype(&all.begin()->second.front().second) {
    const auto found = all.find(id);
    if (found == all.end()) return nullptr;
    const auto after = std::ranges::upper_bound(found->second, version, {}, [](const auto& each) { return each.first; });
    return after == found->second.begin() ? nullptr : &std::prev(after)->second;
}

}  // namespace

Result<History> History::begun(const Entry& founding, const std::optional<Hash>& root) {
    if (root && hashOf(founding) != *root) return fail(kChain, "this roster has another root than the one that the post was enrolled with");
    COTEJO_TRY_ASSIGN(auto roster, Roster::founded(founding));
    History history(std::move(roster));
    history.m_entries.push_back(founding);
    history.note();
    return history;
}

Status History::add(const Entry& entry) {
    COTEJO_TRY(m_latest.add(entry));
    m_entries.push_back(entry);
    note();
    return {};
}

void History::note() {
    const auto version = m_latest.version();
    const auto& change = m_entries.back().change;
    const auto noteMember = [&](const OfficerId& id) { m_members[id].emplace_back(version, *m_latest.member(id)); };
    const auto noteDevice = [&](const DeviceId& id) { m_devices[id].emplace_back(version, *m_latest.device(id)); };
    if (const auto* founding = std::get_if<Founding>(&change)) {
        for (const auto& each : founding->administrators) noteMember(each.id);
    } else if (const auto* admit = std::get_if<AdmitOfficer>(&change)) {
        noteMember(admit->officer.id);
    } else if (const auto* set = std::get_if<SetRoles>(&change)) {
        noteMember(set->officer);
    } else if (const auto* suspend = std::get_if<SuspendOfficer>(&change)) {
        noteMember(suspend->officer);
    } else if (const auto* restore = std::get_if<RestoreOfficer>(&change)) {
        noteMember(restore->officer);
    } else if (const auto* device = std::get_if<AdmitDevice>(&change)) {
        noteDevice(device->device);
    } else if (const auto* revoke = std::get_if<RevokeDevice>(&change)) {
        noteDevice(revoke->device);
    } else if (const auto* scope = std::get_if<SetScope>(&change)) {
        noteDevice(scope->device);
    }
}

const Member* History::member(const OfficerId& id, std::uint64_t version) const { return standing(m_members, id, version); }
const RosterDevice* History::device(const DeviceId& id, std::uint64_t version) const { return standing(m_devices, id, version); }

}  // namespace cotejo::roster
