#include "core/decide/effects.h"

#include <algorithm>
#include <tuple>

#include "core/decide/rules.h"
#include "core/decide/table.h"
#include "core/record/safeguards.h"
#include "core/review/visible_case.h"

namespace cotejo::decide {

using record::CaseState;
using record::HoldKind;
using record::Outcome;

Branch branchOf(const record::CaseView& view) {
    return {view.state, view.round, view.outcome, view.identified, view.settledBy, view.resume, view.disposition};
}

void bring(record::CaseView& view, const Branch& branch) {
    view.state = branch.state;
    view.round = branch.round;
    view.outcome = branch.outcome;
    view.identified = branch.identified;
    view.settledBy = branch.settledBy;
    view.resume = branch.resume;
    view.disposition = branch.disposition;
}

void keepGuarded(record::CaseView& view) {
    if (view.state != CaseState::Cancelled || !view.identification || !view.has(HoldKind::ReleaseGuard)) return;
    view.state = CaseState::IdentityResolved;
    view.outcome = Outcome::Identified;
    view.identified = view.identification->candidate;
    view.settledBy = view.identification->examiners;
}

Seen seenOf(const record::CaseView& past, const record::Act& act, const OfficerId& author, std::string_view role) {
    Seen seen{past.state, past.round, {}, std::string(role), {}, {}, past.disposition.has_value(), {}};
    for (const auto& each : past.reexaminations)
        if (each.open()) seen.orders.insert(each.event);
    if (std::holds_alternative<record::Execute>(act)) seen.carriedOut = past.disposition;
    if (const auto* conclude = std::get_if<record::Conclude>(&act)) seen.settles = settlementOf(past, *conclude, author);
    const auto about = [&](const WatchlistEntryId& entry) {
        for (const auto* each : identifiedBy(past, entry)) seen.about.emplace_back(each->event, each->entry);
    };
    if (const auto* request = std::get_if<record::RequestConfirmation>(&act)) about(request->entry);
    if (const auto* answer = std::get_if<record::ConfirmEntry>(&act)) about(answer->entry);
    if (const auto* signature = std::get_if<record::OverrideGuard>(&act)) about(signature->entry);
    if (const auto* lapse = std::get_if<record::LapseGuard>(&act)) about(lapse->entry);
    return seen;
}

bool isExaminable(CaseState state) { return !review::isResolved(state) && state != CaseState::Cancelled; }

bool Working::movable(std::string_view act) const { return rowOf(act)->states.has(view.state); }

void Working::move(std::string_view act) {
    if (const auto* row = rowOf(act); row->next && row->states.has(view.state)) view.state = *row->next;
}

/// The one its author has under way. What was concluded is never written over, nor what the same person began elsewhere, out of sight.
record::Examination& Working::examination() {
    const int number = examinationNumber(m_seen->state);
    for (std::size_t i = view.examinations.size(); i-- > 0;) {
        auto& each = view.examinations[i];
        if (each.round == m_seen->round && each.number == number && each.examiner == m_event->user && !each.concluded &&
            (m_begun[i] == m_at || m_lineage.sees(m_at, m_begun[i])))
            return each;
    }
    auto& fresh = view.examinations.emplace_back();
    m_begun.push_back(m_at);
    fresh.examiner = m_event->user;
    fresh.number = number;
    fresh.round = m_seen->round;
    fresh.orders = m_seen->orders;
    fresh.shuffleSeed = review::shuffleSeedFor(view.id, fresh.examiner, fresh.round);
    return fresh;
}

/// The examiner's check of this pair. What was concluded on one pair stays when another pair is compared after it.
record::PortraitCheck& Working::portrait(record::Modality modality, const CaptureId& live, const CaptureId& document) {
    record::PortraitCheck* begun = nullptr;
    std::string analysis;
    for (auto& each : view.portraits) {
        if (each.examiner != m_event->user || each.modality != modality) continue;
        if (each.live == live && each.document == document) return each;
        if (!each.opened) begun = &each;  // a pair that was opened and not concluded stays, and asks for its end
        analysis = each.analysis;
    }
    if (begun != nullptr) return *begun;
    auto& fresh = view.portraits.emplace_back();
    fresh.examiner = m_event->user;
    fresh.modality = modality;
    fresh.analysis = std::move(analysis);
    return fresh;
}

void Working::say(const std::string& text, bool ofHold) {
    const bool restricted = m_seen->role == codeOf(record::Role::Protection);
    view.remarks.push_back({m_event->type, restricted, m_event->user, m_event->wall, text, ofHold});
}

void Working::expose(record::Shown what, bool byReveal, bool asked) {
    auto& known = view.exposure[m_event->user];
    const bool same = std::ranges::any_of(known, [&](const auto& each) {
        return each.what == what && each.round == m_seen->round && each.byReveal == byReveal && each.asked == asked;
    });
    if (!same) known.push_back({what, m_seen->round, byReveal, asked});
}

void Working::place(HoldKind kind, std::string basis) { m_placed.push_back({m_at, {kind, m_event->user, m_event->wall, std::move(basis)}}); }

/// Lifts what its author had seen placed: a hold placed meanwhile elsewhere stays.
void Working::lift(HoldKind kind) {
    std::erase_if(m_placed, [&](const auto& placed) { return placed.hold.kind == kind && m_lineage.sees(m_at, placed.by); });
}

/// What the record of the person asks for: a child's age, an age that nobody knows, a refugee's or stateless person's document. A value
/// that was once recorded keeps its hold; that an unknown age became known ends that one alone.
void Working::setTraveler(const record::Traveler& traveler) {
    view.traveler = traveler;
    const auto day = fromIso((view.openedOn.empty() ? toIso(view.opened).substr(0, 10) : view.openedOn) + "T00:00:00.000Z");
    const auto guards = record::safeguardsOf(traveler, day.value_or(UtcTime{}));
    if (!guards.protectionCode.empty()) place(HoldKind::Protection, "travel_document");
    const bool known = guards.majority != record::Majority::Unknown && !guards.majorityByDoubt;
    // A record that is still being taken may be completed by whoever takes it; later an age that was unknown is decided, not typed.
    const bool taking = m_seen->round.number == 1 && (m_seen->state == CaseState::Received || m_seen->state == CaseState::Triage);
    if (known && taking)
        std::erase_if(m_placed, [&](const auto& each) { return each.hold.basis == "age_unknown" && m_lineage.sees(m_at, each.by); });
    if (!known)
        place(HoldKind::Child, "age_unknown");
    else if (guards.majority == record::Majority::Child)
        place(HoldKind::Child, "age");
}

/// What the server says of a request, once for each step however many posts noted it. What left stays left.
void Working::report(const record::ReportRequest& act) {
    using record::RequestState;
    using record::RequestStep;
    const auto known = std::ranges::find_if(view.partnerRequests, [&](const auto& each) { return each.terms.id == act.request; });
    if (known == view.partnerRequests.end()) return;
    const bool open = known->state == RequestState::Drafted || known->state == RequestState::Authorised || known->state == RequestState::Cancelled;
    const bool answered = known->reply && known->reply != record::PartnerReply::NeedTime;
    switch (act.step) {
        case RequestStep::Sent:
        case RequestStep::SentAgain:
            if (!known->sentAt) known->sentAt = act.at;
            known->sendings = std::max(known->sendings, act.step == RequestStep::Sent ? 1 : 2);
            if (open) known->state = RequestState::Sent;
            break;
        case RequestStep::Acknowledged:
            if (known->acknowledgedAt) break;
            known->acknowledgedAt = act.at;
            if (known->state == RequestState::Sent) known->state = RequestState::Acknowledged;
            break;
        case RequestStep::Answered: {
            if (answered || !act.reply) break;
            known->reply = act.reply;
            known->message = act.message;
            known->candidates = act.candidates;
            known->until = act.until;
            known->reason = act.reason;
            known->answeredAt = act.at;
            if (act.reply == record::PartnerReply::Refused) known->state = RequestState::Refused;
            else if (act.reply != record::PartnerReply::NeedTime) known->state = RequestState::Answered;
            // The owner's own signed word: it counts without a second person's signature, beside what others wrote down of a call.
            const bool word = act.reply == record::PartnerReply::Confirmed || act.reply == record::PartnerReply::NotConfirmed || act.reply == record::PartnerReply::NeedTime;
            if (known->terms.purpose != record::PartnerPurpose::Confirmation || !known->entry || !word) break;
            const auto event = m_lineage.hash(m_at);
            view.answers.push_back({event, *known->entry, std::string(codeOf(*act.reply)), known->terms.id.text(), "partner", known->terms.partner, act.at, act.message,
                                    OfficerId{}, OfficerId{}, false});
            m_countersigned[event] = m_at;
            for (auto& each : view.answers)
                if (each.entry == *known->entry && each.answer != codeOf(*act.reply)) each.settled = false;
            break;
        }
        case RequestStep::Unanswered:
            // Noted by a post that did not know that somebody had read and closed it, it opens nothing.
            if (answered || known->state == RequestState::Unanswered || known->state == RequestState::Closed) break;
            known->state = RequestState::Unanswered;
            view.notices.push_back({"partner_unanswered", known->entry.value_or(WatchlistEntryId{}), act.at, {known->draftedBy}});
            break;
        case RequestStep::Quarantined:
            if (std::ranges::find(known->quarantined, act.message) == known->quarantined.end()) known->quarantined.push_back(act.message);
            break;
        case RequestStep::Stopped:
            if (known->left()) break;
            known->state = RequestState::Cancelled;
            known->reason = act.reason;
            break;
    }
}

/// What waits to be sent of a case that came on hold is not sent, nor once the hold ends: it is asked anew. Nor is a return announced that was undone.
void Working::stopRequests() {
    const bool held = std::ranges::any_of(view.holds, [](const auto& each) { return review::isNeutral(each.kind); });
    for (auto& each : view.partnerRequests) {
        if (each.state != record::RequestState::Authorised) continue;
        const bool undone = each.terms.purpose == record::PartnerPurpose::PreRemoval && !returnApproved(view);
        if (!held && !undone) continue;
        each.state = record::RequestState::Cancelled;
        each.reason = held ? "E_HOLD" : "E_APPROVAL_MISSING";
    }
}

void Working::placePaper(const record::DossierDocument& document) {
    const auto* row = paperOf(document.kind);
    if (row && row->places && (!row->afterProposalOnly || m_seen->proposed)) place(*row->places, std::string(row->kind));
}

/// Where there are several: one that guards before one that does not, the wanted before the others, the latest of equals.
void Working::chooseIdentification() {
    const auto weight = [](const record::Identification& each) {
        return std::tuple(guards(each), each.guardEnded.empty(), guards(each) && each.facts.purpose == record::EntryPurpose::Wanted);
    };
    const record::Identification* chosen = nullptr;
    for (const auto& each : view.identifications)
        if (chosen == nullptr || weight(each) >= weight(*chosen)) chosen = &each;
    if (chosen == nullptr) return;
    view.identification = *chosen;
    view.guardEnded = chosen->guardEnded;
}

/// Whatever was done meanwhile by those who did not know of the order.
void Working::keepExamined() {
    if (!view.reexamining() || isExaminable(view.state)) return;
    endDisposition();
    nextRound();
    view.deadlineKind = m_deadlineKind;
    view.state = CaseState::Triage;
}

void Working::order(const std::string& reason, bool ofConflict) {
    view.reexaminations.push_back({m_lineage.hash(m_at), m_event->user, m_event->wall, reason, ofConflict, false, false});
}

void Working::derive() {
    view.identification.reset();
    view.identifications.clear();
    view.guardEnded.clear();
    view.confirmation.clear();
    view.doubted.clear();
    view.holds.clear();
    for (const auto& each : view.answers)
        if (answerOf(view, each.entry) == "not_confirmed")
            for (const auto& [id, candidate] : m_everFound)
                if (candidate.entry == each.entry) {
                    auto& version = view.doubted[each.entry];
                    version = std::max(version, candidate.facts.listVersion);
                }
    for (const auto& placed : m_placed) {
        const auto same = std::ranges::find(view.holds, placed.hold.kind, &record::Hold::kind);
        if (same == view.holds.end())
            view.holds.push_back(placed.hold);
        else if (paperOf(placed.hold.basis) != nullptr)
            same->basis = placed.hold.basis;  // a hold that a paper asks for as well is lifted as a paper asks
    }
    for (const auto& each : m_identified) {
        auto& fact = view.identifications.emplace_back(each.fact);
        fact.guardEnded = each.lapsed ? "lapse" : guardEndOf(view, fact);
        if (guards(fact) && !view.has(HoldKind::ReleaseGuard))
            view.holds.push_back({HoldKind::ReleaseGuard, fact.examiners.front(), fact.since, "identification"});
    }
    stopRequests();
    chooseIdentification();
    keepGuarded(view);
    keepExamined();
    if (!view.identification) return;
    view.confirmation = answerOf(view, view.identification->entry);
    if (!view.has(HoldKind::ReleaseGuard) || view.confirmation == "confirmed") {
        if (view.deadlineKind == record::DeadlineKind::IssuerConfirmation) {
            view.deadline = m_deadline;
            view.deadlineKind = m_deadlineKind;
        }
        return;
    }
    const Policy policy;
    view.deadline = view.identification->since + (view.priority == record::Priority::Urgent ? policy.confirmUrgent : policy.confirmRoutine);
    view.deadlineKind = record::DeadlineKind::IssuerConfirmation;
}

void Working::beginRound() {
    view.round = {m_seen->round.number + 1, m_lineage.hash(m_at)};
    view.lease.reset();
    view.resume.reset();
}

void Working::nextRound() {
    beginRound();
    // Another round wants another search: lists and samples are not what they were.
    view.candidates.clear();
    view.coverage.reset();
    view.coverageReadBy.clear();
    if (view.identification) return;
    view.outcome.reset();
    view.identified.reset();
    view.settledBy.clear();
}

void Working::endDisposition() {
    if (view.disposition) view.pastDispositions.push_back(std::move(*view.disposition));
    view.disposition.reset();
}

/// By somebody who did not know that the case had gone on: the disposition is one of the past.
void Working::carriedOut(const std::string& receipt) {
    if (!m_seen->carriedOut) return;
    const auto& seen = *m_seen->carriedOut;
    auto past = std::ranges::find_if(view.pastDispositions, [&](const auto& each) {
        return each.disposition == seen.disposition && each.proposedBy == seen.proposedBy && each.proposedAt == seen.proposedAt;
    });
    if (past == view.pastDispositions.end()) past = view.pastDispositions.insert(past, seen);
    past->receipt = receipt;
}

/// The re-examinations that each of them knew of when beginning: whoever learned of one in between has not carried it out.
std::set<Hash> Working::ordersEnded(const Settlement& settlement) const {
    auto ended = m_seen->orders;
    for (const auto& each : view.examinations)
        if (each.round == m_seen->round && each.concluded && std::ranges::find(settlement.examiners, each.examiner) != settlement.examiners.end())
            std::erase_if(ended, [&](const auto& order) { return !each.orders.contains(order); });
    return ended;
}

/// Facts are kept whatever happened elsewhere meanwhile; the state moves only from where the examiner saw it.
void Working::settle(const Settlement& settlement) {
    const bool here = view.state == m_seen->state && view.round == m_seen->round;
    const bool agreed = settlement.examiners.size() == 2;
    const auto ended = ordersEnded(settlement);
    const bool again = !ended.empty();
    const auto repeated = [&](const WatchlistEntryId& entry) {
        return std::ranges::any_of(settlement.persons, [&](const auto& each) { return m_everFound.contains(each) && m_everFound.at(each).entry == entry; });
    };
    if (again) {
        // Complete. What it was ordered over is superseded by two who identify the same entry anew, or who had a sample of it before them and
        // excluded it. Anything else (another entry, no candidate, inconclusive, three answers) neither repeats nor refutes it: it guards on
        // and carries nothing adverse.
        for (auto& each : m_identified)
            if (m_lineage.sees(m_at, each.by)) each.fact.contested = true;
        std::erase_if(m_identified, [&](const auto& each) {
            return m_lineage.sees(m_at, each.by) && agreed && (repeated(each.fact.entry) || excluded(each.fact, settlement.examiners));
        });
        for (auto& each : view.reexaminations) each.complete = each.complete || ended.contains(each.event);
    }
    for (const auto& person : settlement.persons)
        if (const auto found = m_everFound.find(person); found != m_everFound.end())
            m_identified.push_back({m_at, {m_lineage.hash(m_at), found->first, found->second.entry, found->second.facts,
                                           settlement.examiners, m_seen->round, m_event->wall, {}, false}});
    // Withdrawn here, and carried out elsewhere: an outcome whose identification was excluded there says what they concluded.
    const bool baseless = again && agreed && view.outcome == Outcome::Identified && m_identified.empty();
    if (!here && !baseless) return;
    const bool undecided = review::isResolved(view.state) && view.state != CaseState::Executed && view.state != CaseState::Closed;
    if (!here && undecided) endDisposition();
    if (here || undecided) view.state = CaseState::IdentityResolved;
    if (view.reexamining() && view.outcome) return;  // what stands stays until that one is ended
    const bool stands = std::ranges::any_of(m_identified, [&](const auto& each) { return each.fact.contested && m_lineage.sees(m_at, each.by); });
    if (again && view.outcome && stands) return;
    view.outcome = settlement.outcome;
    view.identified = settlement.identified;
    view.settledBy = settlement.examiners;
}

/// Each of them compared a sample of this entry in the round and excluded it, none of its samples was concluded otherwise, and the person's own
/// sample was the one on which the identification had been made: nobody is excluded by somebody else's print.
bool Working::excluded(const record::Identification& fact, const std::vector<OfficerId>& examiners) const {
    const auto made = m_everFound.find(fact.candidate);
    return std::ranges::all_of(examiners, [&](const auto& examiner) {
        int compared = 0, excludedOnes = 0;
        bool same = false;
        for (const auto& each : view.examinations) {
            if (each.examiner != examiner || each.round != m_seen->round || !each.concluded) continue;
            for (const auto& [id, final] : each.final) {
                const auto found = m_everFound.find(id);
                if (found == m_everFound.end() || found->second.entry != fact.entry) continue;
                ++compared;
                same = same || made == m_everFound.end() || (found->second.probe == made->second.probe && !view.unusable.contains(found->second.probe));
                excludedOnes += final.conclusion == record::ExaminerConclusion::Exclusion;
            }
        }
        return same && compared == excludedOnes;
    });
}

/// First examiner: some conclusions wait for a blind second one. Second: agreement resolves. Third: majority, never rank.
void Working::examined(int number, const record::Conclude&) {
    const bool here = view.state == m_seen->state && view.round == m_seen->round;
    if (here && !(number == 1 && m_seen->settles)) {  // whoever settled it alone goes on with it
        view.lease.reset();
        view.deadlineKind = m_deadlineKind;
    }
    if (m_seen->settles) return settle(*m_seen->settles);
    if (!here) return;
    view.state = number == 1 ? CaseState::Concluded1 : CaseState::Disagreement;
    if (number == 1) view.deadlineKind = record::DeadlineKind::SecondExam;
}
}  // namespace cotejo::decide
