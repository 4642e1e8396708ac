#include "core/review/work_queue.h"

#include <algorithm>
#include <cctype>

#include "core/review/errors.h"
#include "core/review/visible_case.h"

namespace cotejo::review {
namespace {

using record::HoldKind;
constexpr HoldKind kNeutral[] = {HoldKind::Protection, HoldKind::Medical, HoldKind::LegalRetention};

void hideIdentity(store::CaseRow& row) {
    row.familyName.clear();
    row.givenNames.clear();
    row.birthDate.clear();
    row.nationality.clear();
    row.documentIssuer.clear();
    row.documentNumber.clear();
}

bool containsFolded(std::string_view text, std::string_view part) {
    return std::ranges::search(text, part, [](char a, char b) { return std::tolower(a) == std::tolower(b); }).begin() != text.end();
}

}  // namespace

Status WorkQueue::mayRead() const {
    if (readsCases(m_desk.officer(), m_desk.clock().now())) return {};
    return fail(kMayNotRead, "none of your roles shows you cases; ask someone who holds an allowed role",
                {{"rule", "roles"}, {"remedy", "authorised_role"}});
}

Result<VisiblePage> WorkQueue::page(store::QueueFilter filter, const std::optional<store::QueueCursor>& after, std::size_t limit) {
    COTEJO_TRY(mayRead());
    const auto now = filter.now = m_desk.clock().now();
    const bool readsHolds = readsHoldKinds(m_desk.officer(), now);
    if (!readsHolds && std::ranges::any_of(kNeutral, [&](auto kind) { return filter.holds.contains(kind); }))
        filter.holds.insert(std::begin(kNeutral), std::end(kNeutral));
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(auto found, store::CaseTable(reader).page(filter, after, limit));
    VisiblePage page{{}, found.next, found.searchCapped};
    for (auto& row : found.rows) {
        VisibleRow visible;
        visible.mine = row.lease && row.lease->officer == m_desk.officer().id && row.lease->until > now;
        visible.identityHidden = isBlindState(row.state) && !readsHolds;
        if (visible.identityHidden) {
            if (!filter.text.empty() && !containsFolded(row.number, filter.text)) continue;
            hideIdentity(row);
        }
        if (!readsHolds) {
            for (const auto kind : kNeutral) visible.onHold = row.holds.erase(kind) > 0 || visible.onHold;
            // Before an identity is resolved a guard would tell of an identification.
            if (isBlindState(row.state) || row.state == record::CaseState::InReview) row.holds.erase(HoldKind::ReleaseGuard);
        }
        visible.row = std::move(row);
        page.rows.push_back(std::move(visible));
    }
    return page;
}

Result<VisibleCounters> WorkQueue::counters() {
    COTEJO_TRY(mayRead());
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    store::CaseTable cases(reader);
    VisibleCounters visible;
    COTEJO_TRY_ASSIGN(visible.counters, cases.counters());
    store::QueueFilter filter;
    filter.now = m_desk.clock().now();
    filter.leasedTo = m_desk.officer().id;
    COTEJO_TRY_ASSIGN(visible.mine, cases.countUpTo(filter, 1000));
    if (readsHoldKinds(m_desk.officer(), filter.now)) return visible;
    for (const auto kind : kNeutral) visible.counters.openByHold.erase(kind);
    filter.leasedTo.reset();
    filter.holds = {std::begin(kNeutral), std::end(kNeutral)};
    COTEJO_TRY_ASSIGN(visible.onHold, cases.countUpTo(filter, 1000));
    return visible;
}

}  // namespace cotejo::review
