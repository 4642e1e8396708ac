#include "core/decide/effects.h"

#include <algorithm>

#include "core/decide/rules.h"
#include "core/decide/table.h"
#include "core/review/visible_case.h"

namespace cotejo::decide {

using record::CaseState;
using record::HoldKind;
using record::Outcome;

Branch branchOf(const record::CaseView& view) {
    return {view.state, view.round, view.outcome, view.identified, view.confirmation, view.disposition};
}

void bring(record::CaseView& view, const Branch& branch) {
    view.state = branch.state;
    view.round = branch.round;
    view.outcome = branch.outcome;
    view.identified = branch.identified;
    view.confirmation = branch.confirmation;
    view.disposition = branch.disposition;
}

bool Working::movable(std::string_view act) const { return rowOf(act)->states.has(view.state); }

void Working::move(std::string_view act) {
    if (const auto* row = rowOf(act); row->next && row->states.has(view.state)) view.state = *row->next;
}

record::Examination& Working::examination() {
    const int number = examinationNumber(m_seen->state);
    for (auto& each : view.examinations)
        if (each.round == m_seen->round && each.number == number && each.examiner == m_event->user) return each;
    auto& fresh = view.examinations.emplace_back();
    fresh.examiner = m_event->user;
    fresh.number = number;
    fresh.round = m_seen->round;
    fresh.shuffleSeed = review::shuffleSeedFor(view.id, fresh.examiner, fresh.round);
    return fresh;
}

void Working::showHolds() {
    view.holds.clear();
    for (const auto& placed : m_placed)
        if (!view.has(placed.hold.kind)) view.holds.push_back(placed.hold);
}

void Working::place(HoldKind kind) {
    m_placed.push_back({m_at, {kind, m_event->user, m_event->wall}});
    showHolds();
}

/// Lifts what its author had seen placed: a hold placed meanwhile elsewhere stays.
void Working::lift(HoldKind kind) {
    std::erase_if(m_placed, [&](const auto& placed) { return placed.hold.kind == kind && m_lineage.sees(m_at, placed.by); });
    showHolds();
}

void Working::resolveIdentity(Outcome outcome, const std::optional<CandidateId>& identified) {
    view.state = CaseState::IdentityResolved;
    view.outcome = outcome;
    view.identified = identified;
    view.confirmation.clear();
    if (outcome == Outcome::Excluded || outcome == Outcome::NoCandidate) lift(HoldKind::ReleaseGuard);
}

/// First examiner: an identification waits for a blind second one. Second: agreement resolves. Third: majority, never rank.
void Working::examined(int number, const record::Conclude& act) {
    if (view.state != m_seen->state || view.round != m_seen->round) return;  // moved on by an act this examiner did not see
    if (number == 1) {
        if (act.outcome != Outcome::Identified) return resolveIdentity(act.outcome, std::nullopt);
        view.state = CaseState::Concluded1;
        view.lease.reset();
        view.deadlineKind = record::DeadlineKind::SecondExam;
        return;
    }
    view.lease.reset();
    view.deadlineKind = m_deadlineKind;
    const auto entryOf = [&](const std::optional<CandidateId>& id) {
        const auto found = id ? std::ranges::find(view.candidates, *id, &record::Candidate::id) : view.candidates.end();
        return found == view.candidates.end() ? WatchlistEntryId{} : found->entry;
    };
    for (int earlier = 1; earlier < number; ++earlier) {
        const auto* other = concludedExamination(view, earlier);
        if (other && other->outcome == act.outcome && entryOf(other->identified) == entryOf(act.identified))
            return resolveIdentity(act.outcome, act.identified);
    }
    if (number == 2)
        view.state = CaseState::Disagreement;
    else
        resolveIdentity(Outcome::Inconclusive, std::nullopt);  // three examiners, three answers
}

template <class T>
void Working::effect(const T& act) {
    using namespace record;
    const auto& user = m_event->user;
    const auto wall = m_event->wall;
    if constexpr (std::is_same_v<T, OpenCase>) {
        if (!view.id.isZero()) return;
        view.id = m_event->entity.value_or(CaseId{});
        view.number = act.number;
        view.post = act.post;
        view.priority = act.priority;
        view.reason = act.reason;
        view.referralNote = act.referralNote;
        view.legalBasis = act.legalBasis;
        view.traveler = act.traveler;
        view.opened = wall;
        view.deadline = m_deadline = act.deadline;
        view.deadlineKind = m_deadlineKind = act.deadlineKind;
    } else if constexpr (std::is_same_v<T, AttachCapture>) {
        if (std::ranges::find(view.captures, act.capture.id, &Capture::id) == view.captures.end())
            view.captures.push_back(act.capture);
    } else if constexpr (std::is_same_v<T, AmendTraveler>) {
        view.traveler = act.traveler;
    } else if constexpr (std::is_same_v<T, SetLegalBasis>) {
        view.legalBasis = act.legalBasis;
    } else if constexpr (std::is_same_v<T, StartTriage>) {
        if (view.state == CaseState::Returned || view.state == CaseState::Reopened) {
            ++view.round;
            view.outcome.reset();
            view.identified.reset();
            view.confirmation.clear();
            view.disposition.reset();
            view.notesOpenedBy.clear();
            view.deadlineKind = m_deadlineKind;
        }
        move("case.triage");
    } else if constexpr (std::is_same_v<T, TakeLease>) {
        if (!movable("case.lease")) return;
        view.lease = Lease{user, act.officerName, act.until};
        if (view.state == CaseState::Triage || view.state == CaseState::Recapture) view.state = CaseState::InReview;
        if (view.state == CaseState::Concluded1) view.state = CaseState::InVerification;
        if (view.state == CaseState::Disagreement) view.state = CaseState::Panel;
    } else if constexpr (std::is_same_v<T, ReleaseLease>) {
        if (view.lease && (view.lease->officer == user || m_event->role == codeOf(Role::Supervisor))) view.lease.reset();
    } else if constexpr (std::is_same_v<T, RequestRecapture>) {
        if (!movable("case.recapture")) return;
        move("case.recapture");
        ++view.round;
        view.lease.reset();
        view.candidates.clear();
        view.coverage.reset();
        view.coverageReadBy.clear();
        view.notesOpenedBy.clear();
    } else if constexpr (std::is_same_v<T, ReturnCase> || std::is_same_v<T, ReopenCase> || std::is_same_v<T, CancelCase> ||
                         std::is_same_v<T, CloseCase>) {
        const auto type = typeOf(Act(act));
        if (movable(type)) view.lease.reset();
        move(type);
    } else if constexpr (std::is_same_v<T, RecordSearch>) {
        // Replaces the searches its author had seen; candidates of one made meanwhile elsewhere stay and want a visit.
        std::erase_if(view.candidates, [&](const auto& each) { return m_lineage.sees(m_at, m_foundBy[each.id]); });
        for (const auto& candidate : act.candidates) {
            view.candidates.push_back(candidate);
            m_foundBy[candidate.id] = m_at;
        }
        view.coverage = act.coverage;
        view.coverageReadBy.clear();
        view.searchedBy = user;
        view.comparisonActors.insert(user);
    } else if constexpr (std::is_same_v<T, SaveAnalysis>) {
        auto& own = examination();
        own.analysisSaved = true;
        own.analysis = act.analysis;
        view.comparisonActors.insert(user);
    } else if constexpr (std::is_same_v<T, VisitCandidate>) {
        examination().visited.insert(act.candidate);
        view.comparisonActors.insert(user);
    } else if constexpr (std::is_same_v<T, SaveProvisional>) {
        auto& own = examination().provisional[act.conclusion.candidate] = act.conclusion;
        own.changedAfterReveal = false;
        view.comparisonActors.insert(user);
    } else if constexpr (std::is_same_v<T, Reveal>) {
        auto& own = examination();
        if (!own.revealed) own.revealed = wall;
        view.comparisonActors.insert(user);
    } else if constexpr (std::is_same_v<T, Conclude>) {
        auto& own = examination();
        own.final.clear();
        for (const auto& each : act.conclusions) {
            auto& final = own.final[each.candidate] = each;
            const auto before = own.provisional.find(each.candidate);
            final.changedAfterReveal =
                own.revealed && before != own.provisional.end() && before->second.conclusion != each.conclusion;
        }
        own.outcome = act.outcome;
        own.identified = act.identified;
        own.concluded = wall;
        view.comparisonActors.insert(user);
        examined(own.number, act);
    } else if constexpr (std::is_same_v<T, OpenOtherNotes>) {
        view.notesOpenedBy.insert(user);
        for (auto& each : view.examinations)
            if (each.examiner == user && each.round == m_seen->round && !each.concluded) each.openedOtherNotes = true;
    } else if constexpr (std::is_same_v<T, ReadCoverage>) {
        view.coverageReadBy.insert(user);
    } else if constexpr (std::is_same_v<T, AddDocument>) {
        if (std::ranges::find(view.documents, act.document.blob, &DossierDocument::blob) != view.documents.end()) return;
        auto& document = view.documents.emplace_back(act.document);
        document.added = wall;
        document.addedBy = user;
        document.openedBy.clear();
    } else if constexpr (std::is_same_v<T, OpenDocument>) {
        for (auto& document : view.documents)
            if (document.blob == act.blob) document.openedBy.try_emplace(user, wall);
    } else if constexpr (std::is_same_v<T, ProposeDisposition>) {
        view.proposalActors.insert(user);
        if (!movable("decision.propose")) return;
        DispositionRecord record;
        record.disposition = act.disposition;
        record.grade = act.grade;
        record.reasons = act.reasons;
        record.legalBasis = act.legalBasis;
        record.proposedBy = user;
        record.proposedAt = wall;
        view.disposition = std::move(record);
        move("decision.propose");
    } else if constexpr (std::is_same_v<T, SubmitForApproval>) {
        view.proposalActors.insert(user);
        if (!movable("decision.submit")) return;
        move("decision.submit");
        view.lease.reset();
        view.deadlineKind = DeadlineKind::Approval;
    } else if constexpr (std::is_same_v<T, Approve> || std::is_same_v<T, Reject>) {
        const auto type = typeOf(Act(act));
        if (!movable(type) || !view.disposition) return;
        view.disposition->decidedBy = user;
        view.disposition->decidedAt = wall;
        view.disposition->decisionReason = act.reason;
        view.disposition->approved = std::is_same_v<T, Approve>;
        view.deadlineKind = m_deadlineKind;
        move(type);
    } else if constexpr (std::is_same_v<T, Execute>) {
        // What was carried out stands as a fact, whatever else happened meanwhile.
        if (view.state == CaseState::Closed || !view.disposition) return;
        view.disposition->receipt = act.receipt;
        view.lease.reset();
        view.state = CaseState::Executed;
    } else if constexpr (std::is_same_v<T, PlaceHold>) {
        place(act.kind);
        if (act.kind == HoldKind::ReleaseGuard) {
            const Policy policy;
            view.deadline = wall + (view.priority == Priority::Urgent ? policy.confirmUrgent : policy.confirmRoutine);
            view.deadlineKind = DeadlineKind::IssuerConfirmation;
        }
    } else if constexpr (std::is_same_v<T, LiftHold>) {
        lift(act.kind);
    } else if constexpr (std::is_same_v<T, ConfirmEntry>) {
        view.confirmation = act.answer;
        if (act.answer == "not_confirmed") lift(HoldKind::ReleaseGuard);
        if (act.answer != "confirmed" && act.answer != "not_confirmed") return;
        view.deadline = m_deadline;
        view.deadlineKind = m_deadlineKind;
    } else if constexpr (std::is_same_v<T, ResolveConflict>) {
        if (m_chosen) return bring(view, *m_chosen);
        ++view.round;  // none of them: back to triage
        view.state = CaseState::Triage;
        view.outcome.reset();
        view.identified.reset();
        view.confirmation.clear();
        view.disposition.reset();
        view.lease.reset();
        view.notesOpenedBy.clear();
    } else if constexpr (std::is_same_v<T, AddNote>) {
        view.notes.push_back(act.text);
    } else {
        static_assert(std::is_same_v<T, ViewRecord>);
    }
}

std::string Working::detailOf(const record::Act& act) const {
    using namespace record;
    if (const auto* conclude = std::get_if<Conclude>(&act)) return std::string(codeOf(conclude->outcome));
    if (const auto* propose = std::get_if<ProposeDisposition>(&act)) return std::string(codeOf(propose->disposition));
    if (const auto* placed = std::get_if<PlaceHold>(&act)) return std::string(codeOf(placed->kind));
    if (const auto* lifted = std::get_if<LiftHold>(&act)) return std::string(codeOf(lifted->kind));
    if (const auto* confirm = std::get_if<ConfirmEntry>(&act)) return confirm->answer;
    if (const auto* attach = std::get_if<AttachCapture>(&act)) return std::string(codeOf(attach->capture.modality));
    if (const auto* execute = std::get_if<Execute>(&act)) return execute->receipt;
    if (const auto* seenPart = std::get_if<ViewRecord>(&act)) return seenPart->part;
    if (const auto* opened = std::get_if<OpenDocument>(&act))
        for (const auto& document : view.documents)
            if (document.blob == opened->blob) return document.kind;
    if (const auto* added = std::get_if<AddDocument>(&act)) return added->document.kind;
    return {};
}

void Working::remember(std::size_t at, std::string detail, std::string refusal) {
    const auto& event = m_lineage.event(at);
    view.history.push_back({m_lineage.hash(at), event.type, event.user, event.wall, std::move(detail), std::move(refusal)});
}

void Working::apply(std::size_t at, const record::Act& act, const Seen& seen, const std::optional<Branch>& chosen) {
    m_at = at;
    m_event = &m_lineage.event(at);
    m_seen = &seen;
    m_chosen = chosen ? &*chosen : nullptr;
    std::visit([this](const auto& each) { effect(each); }, act);
    remember(at, detailOf(act), {});
}

}  // namespace cotejo::decide
