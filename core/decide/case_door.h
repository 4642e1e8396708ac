#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <utility>

#include "core/decide/case_projection.h"
#include "core/review/case_reader.h"
#include "core/review/encounters.h"

namespace cotejo::decide {

/// The door through which programs show cases: reading, encounters and images as the officer of the desk may see them, remembered in the
/// case. What is kept for reading is held against the signed events first. Any thread; the desk outlives it. Errors: those of review::CaseReader.
class CaseDoor {
  public:
    explicit CaseDoor(access::Desk& desk, std::string door = "window")
        : m_desk(desk), m_reader(desk, m_projection, std::move(door)), m_encounters(desk, m_projection) {}
    CaseDoor(const CaseDoor&) = delete;
    CaseDoor& operator=(const CaseDoor&) = delete;

    Result<review::VisibleCase> view(const CaseId& id) {
        COTEJO_TRY_ASSIGN(auto view, mend(id));
        return m_reader.view(id, std::move(view));
    }
    Result<CaseId> find(std::string_view numberOrId) { return m_reader.find(numberOrId); }
    /// Of a case that was looked at a moment ago it is not judged once more: its pictures come one by one.
    Result<Bytes> blob(const CaseId& id, const Hash& sha) {
        if (!justMended(id)) COTEJO_TRY(mend(id));
        return m_reader.blob(id, sha);
    }
    Result<review::Encounters> encounters(const CaseId& id, std::stop_token stop = {}) {
        COTEJO_TRY(mend(id));
        return m_encounters.of(id, std::move(stop));
    }

  private:
    Result<std::optional<record::CaseView>> mend(const CaseId& id) {
        COTEJO_TRY_ASSIGN(auto view, CaseProjection::mend(m_desk.store(), id));
        const std::scoped_lock lock(m_mutex);
        m_mended = {id, m_desk.clock().elapsed()};
        return view;
    }
    bool justMended(const CaseId& id) const {
        const std::scoped_lock lock(m_mutex);
        return m_mended.first == id && m_desk.clock().elapsed() - m_mended.second < std::chrono::seconds(5);
    }

    access::Desk& m_desk;
    CaseProjection m_projection;
    review::CaseReader m_reader;
    review::EncounterReader m_encounters;
    mutable std::mutex m_mutex;
    std::pair<CaseId, std::chrono::milliseconds> m_mended;
};

}  // namespace cotejo::decide
