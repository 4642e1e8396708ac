#pragma once

#include "core/access/desk.h"
#include "core/review/visible_case.h"

namespace cotejo::review {

/// Cases as the officer of the desk may see them. Any thread; the desk outlives it. Errors: E_CASE_UNKNOWN, E_ROLE for those who see
/// no case data (administrators), E_STORE_*.
class CaseReader {
  public:
    explicit CaseReader(access::Desk& desk) : m_desk(desk) {}

    Result<VisibleCase> view(const CaseId& id);
    /// By case number or, for programs, by id in hexadecimal.
    Result<CaseId> find(std::string_view numberOrId);
    /// Bytes of a sample or document of this case, of one of its candidates' references, that the officer may see now. Errors besides:
    /// E_NOT_VISIBLE, E_STORE_MISSING.
    Result<Bytes> blob(const CaseId& id, const Hash& sha);

  private:
    Result<VisibleCase> viewIn(store::Database& database, const CaseId& id);
    access::Desk& m_desk;
};

}  // namespace cotejo::review
