#include "core/review/work_queue.h"

#include <algorithm>
#include <cctype>

#include "core/base/errors.h"
#include "core/review/errors.h"
#include "core/review/visible_case.h"

namespace cotejo::review {
namespace {

using record::CaseState;
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

/// Whoever may still be asked to examine reads neither a guard nor its clock, nor how far the decision is, nor that two differed.
void hideFindings(store::CaseRow& row) {
    using record::DeadlineKind;
    row.holds.erase(HoldKind::ReleaseGuard);
    row.state = maskedState(row.state);
    row.deadlineKind = isBlindState(row.state) ? DeadlineKind::SecondExam : DeadlineKind::Attention;
    row.deadline = row.attentionDue;
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
    filter.clocks = clocks(now);
    const auto asked = filter.states;
    filter.states = statesBehind(filter.states, now);
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    store::CaseTable cases(reader);
    COTEJO_TRY_ASSIGN(auto found, cases.page(filter, after, limit));
    VisiblePage page{{}, found.next, found.searchCapped};
    for (auto& row : found.rows) {
        COTEJO_TRY_ASSIGN(auto shown, show(cases, std::move(row), now));
        const auto& seen = shown.row.row;
        // A filter must not tell what the row hides.
        if (!asked.empty() && !asked.contains(seen.state)) continue;
        const auto fits = [&](HoldKind kind) {
            return seen.holds.contains(kind) || (shown.row.onHold && std::ranges::find(kNeutral, kind) != std::end(kNeutral));
        };
        if (shown.masked && !filter.holds.empty() && std::ranges::none_of(filter.holds, fits)) continue;
        if (shown.row.identityHidden && !filter.text.empty() && !containsFolded(seen.number, filter.text)) continue;
        page.rows.push_back(std::move(shown.row));
    }
    return page;
}

/// A filter by state finds a case by the state that its row shows: asked for one, every state that reads like it is looked through.
std::set<CaseState> WorkQueue::statesBehind(const std::set<CaseState>& asked, UtcTime now) const {
    if (decidesOnly(m_desk.officer(), now)) return asked;
    auto states = asked;
    for (const auto& [state, code] : record::codes<CaseState>)
        if (asked.contains(maskedState(state))) states.insert(state);
    return states;
}

Result<std::int64_t> WorkQueue::countUpTo(store::QueueFilter filter, std::int64_t cap) {
    COTEJO_TRY(mayRead());
    filter.now = m_desk.clock().now();
    filter.clocks = clocks(filter.now);
    filter.states = statesBehind(filter.states, filter.now);
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    return store::CaseTable(reader).countUpTo(filter, cap);
}

/// The clocks of the rows that `show` does not mask.
store::QueueClocks WorkQueue::clocks(UtcTime now) const {
    if (decidesOnly(m_desk.officer(), now)) return {};
    store::QueueClocks clocks{false, {}, {}};
    for (const auto& [state, code] : record::codes<record::CaseState>)
        if (isResolved(state)) clocks.in.insert(state);
    if (mayExamine(m_desk.officer(), now)) clocks.shownTo = m_desk.officer().id;
    return clocks;
}

Result<WorkQueue::Shown> WorkQueue::show(store::CaseTable& cases, store::CaseRow row, UtcTime now) const {
    const auto& officer = m_desk.officer();
    const bool decides = decidesOnly(officer, now);
    Shown shown;
    shown.masked = !decides && !isResolved(row.state);
    if (mayExamine(officer, now) && !shown.masked) {
        COTEJO_TRY_ASSIGN(const bool known, cases.wasShown(row.id, officer.id));
        shown.masked = !known;
    }
    auto& visible = shown.row;
    if (shown.masked) {
        visible.onHold = row.holds.erase(HoldKind::Conflict) > 0;
        hideFindings(row);
    }
    visible.mine = row.lease && row.lease->officer == officer.id && row.lease->until > now;
    visible.identityHidden = isBlindState(row.state) && !decides;
    if (visible.identityHidden) hideIdentity(row);
    if (!readsHoldKinds(officer, now))
        for (const auto kind : kNeutral) visible.onHold = row.holds.erase(kind) > 0 || visible.onHold;
    visible.row = std::move(row);
    return shown;
}

Result<Glance> WorkQueue::glance(const CaseId& id) {
    COTEJO_TRY(mayRead());
    const auto now = m_desk.clock().now();
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    store::CaseTable cases(reader);
    COTEJO_TRY_ASSIGN(auto row, cases.row(id));
    COTEJO_TRY_ASSIGN(const auto view, cases.find(id));
    if (!row || !view) return fail(base::kNotFound, "this post knows no such case");
    Glance glance;
    COTEJO_TRY_ASSIGN(auto shown, show(cases, std::move(*row), now));
    glance.row = std::move(shown.row);
    const auto visible = visibleCase(*view, m_desk.officer(), now, [](const auto&) { return std::nullopt; });
    if (!glance.row.identityHidden) {
        glance.traveler = visible.view.traveler;
        glance.referralNote = visible.view.referralNote;
    }
    // The document's picture beside the live one is shown where it is written down.
    const bool withDocument = !glance.row.identityHidden && !visible.unrecorded.contains(record::Shown::Portrait);
    for (const auto& capture : visible.view.captures)
        if (withDocument || capture.kind != record::CaptureKind::Document) glance.captures.push_back(capture);
    if (!shown.masked) glance.papers = visible.view.documents.size();
    glance.hasLegalBasis = !view->legalBasis.empty();
    return glance;
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
    if (!decidesOnly(m_desk.officer(), filter.now)) {
        visible.counters.openByHold.erase(HoldKind::ReleaseGuard);
        visible.counters.openByHold.erase(HoldKind::Conflict);
        visible.counters.byState = maskedCounts(visible.counters.byState);
    }
    if (readsHoldKinds(m_desk.officer(), filter.now)) return visible;
    for (const auto kind : kNeutral) visible.counters.openByHold.erase(kind);
    filter.leasedTo.reset();
    filter.holds = {std::begin(kNeutral), std::end(kNeutral)};
    COTEJO_TRY_ASSIGN(visible.onHold, cases.countUpTo(filter, 1000));
    return visible;
}

}  // namespace cotejo::review
