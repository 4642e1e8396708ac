#pragma once

#include <string>

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
        COTEJO_TRY(CaseProjection::mend(m_desk.store(), id));
        return m_reader.view(id);
    }
    Result<CaseId> find(std::string_view numberOrId) { return m_reader.find(numberOrId); }
    Result<Bytes> blob(const CaseId& id, const Hash& sha) {
        COTEJO_TRY(CaseProjection::mend(m_desk.store(), id));
        return m_reader.blob(id, sha);
    }
    Result<review::Encounters> encounters(const CaseId& id, std::stop_token stop = {}) {
        COTEJO_TRY(CaseProjection::mend(m_desk.store(), id));
        return m_encounters.of(id, std::move(stop));
    }

  private:
    access::Desk& m_desk;
    CaseProjection m_projection;
    review::CaseReader m_reader;
    review::EncounterReader m_encounters;
};

}  // namespace cotejo::decide
