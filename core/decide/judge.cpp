#include "core/decide/judge.h"

#include "core/base/errors.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/review/visible_case.h"

namespace cotejo::decide {

using record::CaseState;
using record::CaseView;
using record::HoldKind;
using record::Role;

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& each : words) text += (text.empty() ? "" : ", ") + each;
    return text;
}

bool holdsRole(const Actor& actor, Role role, const Conditions* now) {
    if (actor.system) return role == Role::System;
    if (now) return actor.officer.active && actor.officer.holds(role, now->now);
    return std::ranges::any_of(actor.officer.grants, [&](const auto& grant) { return grant.role == role; });
}

bool holdsOneOf(const Actor& actor, Set<Role> roles, const Conditions* now) {
    return std::ranges::any_of(record::codes<Role>, [&](const auto& each) {
        return roles.has(each.first) && holdsRole(actor, each.first, now);
    });
}

Judge::Judge(const CaseView& view, const record::Act& act, const Actor& actor, const Conditions* now)
    : m_view(view), m_actor(actor), m_now(now), m_act(record::typeOf(act)) {
    const auto* place = std::get_if<record::PlaceHold>(&act);
    if (place && place->kind == HoldKind::Protection) {  // anyone, any time, offline too
        if (actor.system) no(kRole);
        return;
    }
    const bool opening = std::holds_alternative<record::OpenCase>(act);
    if (!opening && view.id.isZero()) {
        no(kNoSuchCase);
        return;
    }
    const auto& row = *rowOf(m_act);
    if (!holdsOneOf(actor, row.roles, now)) no(row.withoutRole, {{"roles", codesOf(row.roles)}});
    // Whatever the facts are, so that the answer tells nothing of them. A received case has none.
    if (now && row.restsOnFindings && !actor.system && view.state != CaseState::Received && review::keptBlind(view, actor.officer, now->now)) {
        no(kKeptBlind);
        return;
    }
    if (!opening && !row.states.has(view.state)) wrongState();
    if (now && !now->online && row.reach == Reach::OnlineOnly) no(kOffline);
    forbiddenBy(row.forbiddenBy);
    if (opening || row.states.has(view.state)) std::visit([this](const auto& each) { judge(each); }, act);
}

void Judge::invalid(std::string detail) { m_reasons.push_back({base::kInvalidArgument, std::move(detail), {}}); }

void Judge::wrongState() { no(kState, {{"state", std::string(codeOf(m_view.state))}, {"act", std::string(m_act)}}); }

void Judge::forbiddenBy(Set<HoldKind> kinds) {
    for (const auto& hold : m_view.holds)
        if (kinds.has(hold.kind)) no(holdCode(hold.kind), {{"hold", std::string(codeOf(hold.kind))}, {"since", toIso(hold.since)}});
}

void Judge::missing(std::string_view code, const std::vector<std::string>& which, std::string_view name) {
    if (!which.empty()) no(code, {{"count", std::to_string(which.size())}, {std::string(name), joined(which)}});
}

bool Judge::leasedByOther() const {
    return m_now && m_view.lease && m_view.lease->until > m_now->now && m_view.lease->officer != self();
}

void Judge::notLeasedByOther() {
    if (leasedByOther()) no(kLeased, {{"holder", m_view.lease->officerName}, {"until", toIso(m_view.lease->until)}});
}

void Judge::mustHold() {
    if (!m_now) return;
    if (leasedByOther()) return notLeasedByOther();
    if (!m_view.lease || m_view.lease->until <= m_now->now) no(kNoLease);
}

void Judge::judge(const record::OpenCase& act) {
    if (!m_view.id.isZero()) no(kCaseExists, {{"number", m_view.number}});
    if (blank(act.number)) invalid("a case needs a number");
}

void Judge::judge(const record::AttachCapture& act) {
    notLeasedByOther();
    if ((m_view.state == CaseState::InReview || m_view.resume) && scoresShown()) no(kRevealed);
    if (const auto* known = captureOf(act.capture.id); known && known->blob != act.capture.blob)
        invalid("the case has another sample with this identifier");
    const bool gone = act.capture.missing != record::MissingReason::None;
    if (act.capture.id.isZero() || gone != act.capture.blob.isZero())
        invalid("a capture needs an identifier, and either an image or the reason why there is none");
}

void Judge::judge(const record::MarkUnusable& act) {
    notLeasedByOther();
    if ((m_view.state == CaseState::InReview || m_view.resume) && scoresShown()) no(kRevealed);
    reason(act.reason);
    if (!captureOf(act.capture)) invalid("the case has no such sample");
}

void Judge::judge(const record::AmendTraveler& act) {
    if (!has(Role::Dpo)) notLeasedByOther();
    reason(act.reason);
}

void Judge::judge(const record::SetLegalBasis& act) {
    notLeasedByOther();
    if (blank(act.legalBasis)) no(kNoLegalBasis);
}

void Judge::judge(const record::StartTriage&) {
    notLeasedByOther();
    if (blank(m_view.legalBasis)) no(kNoLegalBasis);
}

void Judge::judge(const record::TakeLease& act) {
    notLeasedByOther();
    if (m_now && (act.until <= m_now->now || act.until > m_now->now + m_now->policy.lease))
        invalid("a lease lasts at most as long as the policy says");
    const bool blindState = m_view.state == CaseState::Concluded1 || m_view.state == CaseState::InVerification ||
                            m_view.state == CaseState::Disagreement || m_view.state == CaseState::Panel;
    if (!blindState) return;
    qualifiedForAll();
    independent();
}

void Judge::judge(const record::ReleaseLease&) {
    if (!m_now || has(Role::Supervisor)) return;
    mustHold();
}

void Judge::judge(const record::RequestRecapture& act) {
    mustHold();
    reason(act.reason);
}

void Judge::judge(const record::ReturnCase& act) {
    const bool before = m_view.state == CaseState::Triage || m_view.state == CaseState::InReview || m_view.state == CaseState::Recapture;
    if (!has(Role::Supervisor)) {
        if (!before) no(kReturnBySupervisor);
        notLeasedByOther();
    }
    reason(act.reason);
}

void Judge::judge(const record::CloseCase&) { missing(kOpenMatters, openMatters(m_view), "matters"); }
void Judge::judge(const record::ReopenCase& act) { reason(act.reason); }
void Judge::judge(const record::CancelCase& act) {
    reason(act.reason);
    if (m_view.reexamining()) no(kOpenMatters, {{"count", "1"}, {"matters", "reexamination"}});
    // Nobody is rid of what an examiner found by ending the case before the second one.
    const bool found = std::ranges::any_of(m_view.examinations, [](const auto& each) { return each.revealed || each.concluded; });
    if (!m_view.outcome && found) no(kOpenMatters, {{"count", "1"}, {"matters", "examination"}});
}

void Judge::judge(const record::PlaceHold& act) {
    const auto& row = rowOf(act.kind);
    if (row.placedBy.empty()) return wrongState();  // follows from facts, is never placed
    if (!holdsOneOf(m_actor, row.placedBy, m_now)) no(kRole, {{"roles", codesOf(row.placedBy)}});
}

void Judge::judge(const record::LiftHold& act) {
    const auto& row = rowOf(act.kind);
    if (act.kind == HoldKind::Conflict) return no(kHoldConflict, {{"hold", "conflict"}});
    if (act.kind == HoldKind::ReleaseGuard) return no(kReleaseGuard, {{"hold", "release_guard"}});
    // Whoever may not lift it is not told whether it is there.
    if (!holdsOneOf(m_actor, row.liftedBy, m_now)) return no(kRole, {{"roles", codesOf(row.liftedBy)}});
    if (!m_view.has(act.kind)) wrongState();
    if (m_now && !m_now->online && row.lift == Reach::OnlineOnly) no(kOffline);
    reason(act.reason);
    const auto kinds = papersThatEnd(m_view, act.kind);
    const bool named = act.document && std::ranges::any_of(kinds, [&](const auto& kind) { return readablePaper(*act.document, kind) != nullptr; });
    // What ended a hold once does not end the next one: that wants its own paper.
    const bool used = act.document && std::ranges::any_of(m_view.lifts, [&](const auto& each) { return each.kind == act.kind && each.document == *act.document; });
    if (!kinds.empty() && (!named || used)) no(kDocumentMissing, {{"kinds", joined(kinds)}});
}

void Judge::judge(const record::ResolveConflict& act) {
    if (!m_view.has(HoldKind::Conflict)) wrongState();
    fourEyes();
    reason(act.reason);
    const auto named = [&](const Hash& head) { return std::ranges::find(act.heads, head) != act.heads.end(); };
    const bool all = std::ranges::all_of(m_view.decisionHeads, [&](const auto& head) { return named(head.event); });
    if (!all || act.heads.size() != m_view.decisionHeads.size() || (!act.chosen.isZero() && !named(act.chosen))) return no(kConflictHeads);
    // What two examiners agreed on stands in any branch; what one alone found is not put aside by choosing what another found.
    const auto chosen = std::ranges::find(m_view.decisionHeads, act.chosen, &record::DecisionHead::event);
    if (chosen == m_view.decisionHeads.end()) return;
    // Every entry that it names: of two, the one that nobody else found would be put aside with it.
    const auto standing = [&](const std::string& identity) {
        const auto colon = identity.find(':');
        const auto entries = colon == std::string::npos ? 0 : 1 + std::ranges::count(identity.substr(colon), ',');
        return entries > 0 && entries == std::ranges::count_if(m_view.identifications, [&](const auto& each) { return identity.find(each.entry.text()) != std::string::npos; });
    };
    for (const auto& head : m_view.decisionHeads)
        if (head.identity.starts_with("identified") && head.identity != chosen->identity && !standing(head.identity)) return no(kIdentifiedApart);
}

void Judge::judge(const record::AddNote& act) { reason(act.text); }
void Judge::judge(const record::ViewRecord&) {}

void Judge::judge(const record::RecordExport& act) {
    if (blank(act.recipient) || blank(act.format) || act.content.isZero())
        invalid("an export names its recipient, its format and the hash of what leaves");
}

void Judge::judge(const record::ChangeEntry& act) {
    const bool relied = std::ranges::any_of(m_view.candidates, [&](const auto& each) { return each.entry == act.entry; }) ||
                        m_view.identifiedAs(act.entry);
    if (!relied) no(kNoCandidate);
}

}  // namespace cotejo::decide
