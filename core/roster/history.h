#pragma once

#include "core/roster/roster.h"

namespace cotejo::roster {

/// The whole log, so that every act can be judged by the version it was received under. A value; reading on any thread.
class History {
  public:
    /// `root` is what was pinned; any where nothing was. Errors: those of errors.h.
    static Result<History> begun(const Entry& founding, const std::optional<Hash>& root);
    Status add(const Entry& entry);

    const Roster& latest() const { return m_latest; }
    const std::vector<Entry>& entries() const { return m_entries; }
    /// As of `version`, which may lie beyond the latest: nothing known says then that anything changed. Null where nobody was named yet.
    const Member* member(const OfficerId& id, std::uint64_t version) const;
    const RosterDevice* device(const DeviceId& id, std::uint64_t version) const;

  private:
    explicit History(Roster roster) : m_latest(std::move(roster)) {}
    void note();

    template <class Value>
    using Versions = std::vector<std::pair<std::uint64_t, Value>>;
    Roster m_latest;
    std::vector<Entry> m_entries;
    std::map<OfficerId, Versions<Member>> m_members;
    std::map<DeviceId, Versions<RosterDevice>> m_devices;
};

}  // namespace cotejo::roster
