#pragma once

#include "core/access/desk.h"
#include "core/journal/projection.h"
#include "core/review/visible_case.h"

namespace cotejo::review {

/// Cases as the officer of the desk may see them, and the door that remembers what it showed: before a case is handed out, whatever it
/// tells that the case does not know yet goes into it as view.record, so that what was seen stays seen. Any thread; desk and projection
/// outlive it. Errors: E_CASE_UNKNOWN, E_ROLE for those who see no case data (administrators), E_STORE_*.
class CaseReader {
  public:
    /// `door` names where the case is shown ("window", "cli", "report").
    CaseReader(access::Desk& desk, journal::Projection& projection, std::string door = "case") : m_desk(desk), m_projection(projection), m_door(std::move(door)) {}

    /// `known` is the case as it stands, where the caller has just read it.
    Result<VisibleCase> view(const CaseId& id, std::optional<record::CaseView> known = {});
    /// By case number or, for programs, by id in hexadecimal. Tells nothing of the case.
    Result<CaseId> find(std::string_view numberOrId);
    /// Bytes of a sample or document of this case, of one of its candidates' references, that the officer may see now. Errors besides:
    /// E_NOT_VISIBLE, E_STORE_MISSING.
    Result<Bytes> blob(const CaseId& id, const Hash& sha);

  private:
    friend class EncounterReader;
    /// Without remembering: for programs that show nothing of it but whether the traveler is the same.
    Result<VisibleCase> viewIn(store::Database& database, const CaseId& id, std::optional<record::CaseView> known = {});
    Status remember(const CaseId& id, const std::set<record::Shown>& shown);

    access::Desk& m_desk;
    journal::Projection& m_projection;
    std::string m_door;
};

}  // namespace cotejo::review
