#include "core/decide/rules.h"

#include <algorithm>

#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/judge.h"
#include "core/review/visible_case.h"

namespace cotejo::decide {

using record::CaseState;
using record::CaseView;
using record::Role;

std::vector<Error> refusals(const CaseView& view, const record::Act& act, const Actor& actor, const Conditions& conditions) {
    return Judge(view, act, actor, &conditions).take();
}

Status check(const CaseView& view, const record::Act& act, const Actor& actor, const Conditions& conditions) {
    auto reasons = refusals(view, act, actor, conditions);
    if (!reasons.empty()) return tl::unexpected<Error>(std::move(reasons.front()));
    return {};
}

std::optional<Error> refusalInPast(const CaseView& past, const record::Act& act, const Actor& actor) {
    auto reasons = Judge(past, act, actor, nullptr).take();
    if (reasons.empty()) return std::nullopt;
    return std::move(reasons.front());
}

Status checkDelete() { return tl::unexpected<Error>(refusal(kNoDelete)); }

namespace {

Set<Role> rolesFor(const record::Act& act) {
    if (const auto* place = std::get_if<record::PlaceHold>(&act)) return rowOf(place->kind).placedBy;
    if (const auto* lift = std::get_if<record::LiftHold>(&act)) return rowOf(lift->kind).liftedBy;
    return rowOf(record::typeOf(act))->roles;
}

}  // namespace

std::optional<Role> actingRole(const record::Act& act, const Actor& actor, UtcTime now) {
    Conditions conditions;
    conditions.now = now;
    const auto roles = rolesFor(act);
    // Whoever holds the role protection speaks in it: what the same person knows from there is not to reach officers by another role.
    if (roles.has(Role::Protection) && holdsRole(actor, Role::Protection, &conditions)) return Role::Protection;
    for (const auto& [role, code] : record::codes<Role>)
        if (roles.has(role) && holdsRole(actor, role, &conditions)) return role;
    return std::nullopt;
}

bool needsServer(const record::CaseView& view, const record::Act& act) {
    if (rowOf(record::typeOf(act))->reach == Reach::OnlineOnly) return true;
    if (const auto* lift = std::get_if<record::LiftHold>(&act)) return rowOf(lift->kind).lift == Reach::OnlineOnly;
    // What a list says is the server's to say: a post that notes it alone would end guards by its own word.
    if (std::holds_alternative<record::ChangeEntry>(act) || std::holds_alternative<record::ReportRequest>(act)) return true;
    return std::holds_alternative<record::Execute>(act) && view.disposition && rowOf(view.disposition->disposition).execution == Reach::OnlineOnly;
}

bool tellsFindings(const record::Act& act) {
    const auto& row = *rowOf(record::typeOf(act));
    return row.restsOnFindings || (!row.states.empty() && std::ranges::none_of(record::codes<CaseState>, [&](const auto& each) {
                                       return row.states.has(each.first) && !review::isResolved(each.first);
                                   }));
}

bool canEverDo(const record::Act& act, const record::Officer& officer, UtcTime now) {
    const auto* place = std::get_if<record::PlaceHold>(&act);
    if (place && place->kind == record::HoldKind::Protection) return true;
    return actingRole(act, {officer, false}, now).has_value();
}

bool needsApproval(const CaseView& view) {
    if (!view.disposition) return false;
    const auto& row = rowOf(view.disposition->disposition);
    if (!view.outcome || !row.plain.has(*view.outcome)) return true;
    return row.releases && (!searchedWhole(view) || portraitStandsInTheWay(view));
}

Error neutral(Error error, const CaseView& view, const record::Officer& officer, UtcTime now) {
    // Whoever may still be asked to examine does not learn from a refusal that two examiners or two posts differed, nor how far a
    // decision is that they were not shown.
    const bool unaware = !review::decidesOnly(officer, now) && !review::knowsFindings(view, officer, now);
    if (error.is(kState) && unaware)
        for (auto& [name, value] : error.params)
            if (const auto state = name == "state" ? record::fromCode<CaseState>(value) : std::nullopt)
                value = codeOf(review::maskedState(*state));
    // How far a request is tells that it was answered.
    if (error.is(kRequestState) && review::keptBlind(view, officer, now))
        for (auto& [name, value] : error.params)
            if (name == "request_state" && (value == "answered" || value == "refused" || value == "unanswered" || value == "closed")) value = codeOf(record::RequestState::Acknowledged);
    if (error.is(kHoldConflict) && unaware) return refusal(kOnHold);
    if (review::readsHoldKinds(officer, now)) return error;
    if (error.is(kHoldProtection) || error.is(kHoldMedical) || error.is(kHoldLegalRetention)) return refusal(kOnHold);
    if (!error.is(kOpenMatters)) return error;
    // "protection, referral" reads "on_hold, referral", once however many there are.
    for (auto& [name, value] : error.params) {
        if (name != "matters") continue;
        std::string kept;
        bool held = false;
        for (std::size_t at = 0; at < value.size();) {
            const auto comma = std::min(value.find(", ", at), value.size());
            auto word = value.substr(at, comma - at);
            at = comma + 2;
            if (word == "protection" || word == "medical" || word == "legal_retention") {
                if (std::exchange(held, true)) continue;
                word = "on_hold";
            }
            kept += (kept.empty() ? "" : ", ") + word;
        }
        value = std::move(kept);
    }
    std::erase_if(error.params, [](const auto& each) { return each.first == "count"; });
    return error;
}

int examinationNumber(CaseState state) {
    return state == CaseState::InReview ? 1 : state == CaseState::InVerification ? 2 : state == CaseState::Panel ? 3 : 0;
}

const record::Examination* ownExamination(const CaseView& view, const OfficerId& officer) {
    const int number = examinationNumber(view.state);
    for (const auto& each : view.examinations)
        if (each.round == view.round && each.number == number && each.examiner == officer) return &each;
    return nullptr;
}

const record::Examination* concludedExamination(const CaseView& view, int number) {
    for (const auto& each : view.examinations)
        if (each.round == view.round && each.number == number && each.concluded) return &each;
    return nullptr;
}

std::vector<const record::DossierDocument*> unreadDocuments(const CaseView& view, const Actor& actor, const Conditions* now) {
    std::vector<const record::DossierDocument*> unread;
    const bool protection = holdsRole(actor, Role::Protection, now);
    for (const auto& document : view.documents)
        if (document.kind != kUnreadable && !document.openedBy.contains(actor.officer.id) && (!document.restricted || protection)) unread.push_back(&document);
    return unread;
}

}  // namespace cotejo::decide
