#pragma once

#include "core/access/desk.h"
#include "core/store/case_table.h"

namespace cotejo::review {

/// A row as this officer may see it.
struct VisibleRow {
    store::CaseRow row;           ///< without names and documents when `identityHidden`, without the kinds of neutral holds
    bool onHold = false;          ///< protection, medical or retention, not told which
    bool identityHidden = false;  ///< blind examination
    bool mine = false;
};

struct VisiblePage {
    std::vector<VisibleRow> rows;
    std::optional<store::QueueCursor> next;
    bool searchCapped = false;
};

/// A case in passing, as beside a list: the row, and what no blindness hides. Looking at it tells nothing, so nothing is remembered.
struct Glance {
    VisibleRow row;
    record::Traveler traveler;              ///< empty when `row.identityHidden`
    std::string referralNote;
    std::vector<record::Capture> captures;  ///< without a document's portrait that waits for the analysis of the live face
    std::size_t papers = 0;                 ///< of the dossier, as far as this officer sees it
    bool hasLegalBasis = false;
};

struct VisibleCounters {
    store::CaseCounters counters;  ///< without the neutral kinds for those who do not read them
    std::int64_t onHold = 0;       ///< open cases under a neutral hold, counted up to 1,000
    std::int64_t mine = 0;         ///< leased to this officer now, counted up to 1,000
};

/// The queue of a post. Any thread; the desk outlives it. Errors: E_ROLE for those who see no case data, E_STORE_*.
class WorkQueue {
  public:
    explicit WorkQueue(access::Desk& desk) : m_desk(desk) {}
    /// Filtering by a hold whose kind the officer does not read filters by all of them; searching by words never finds a case whose
    /// identity is hidden, except by its number. `filter.now` is filled in.
    Result<VisiblePage> page(store::QueueFilter filter, const std::optional<store::QueueCursor>& after, std::size_t limit);
    Result<VisibleCounters> counters();
    /// How many rows a filter has, by the states and clocks that this officer reads, counted up to `cap`.
    Result<std::int64_t> countUpTo(store::QueueFilter filter, std::int64_t cap);
    /// Errors besides: E_NOT_FOUND.
    Result<Glance> glance(const CaseId& id);

  private:
    struct Shown {
        VisibleRow row;
        bool masked = false;  ///< findings were left out
    };
    Result<Shown> show(store::CaseTable& cases, store::CaseRow row, UtcTime now) const;
    store::QueueClocks clocks(UtcTime now) const;
    std::set<record::CaseState> statesBehind(const std::set<record::CaseState>& asked, UtcTime now) const;
    Status mayRead() const;
    access::Desk& m_desk;
};

}  // namespace cotejo::review
