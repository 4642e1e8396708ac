#include "core/decide/rules.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/decide/errors.h"
#include "core/decide/refusal.h"
#include "core/decide/table.h"
#include "core/review/visible_case.h"

namespace cotejo::decide {
namespace {

using record::CaseState;
using record::CaseView;
using record::HoldKind;
using record::Modality;
using record::Role;

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

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

const record::Candidate* candidateOf(const CaseView& view, const CandidateId& id) {
    const auto found = std::ranges::find(view.candidates, id, &record::Candidate::id);
    return found == view.candidates.end() ? nullptr : &*found;
}

std::string join(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

/// Collects the reasons against one act. `m_now` is null for an act of the past: whatever needs it is skipped then.
class Judge {
  public:
    Judge(const CaseView& view, const record::Act& act, const Actor& actor, const Conditions* now)
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
        if (!opening && !row.states.has(view.state))
            no(kState, {{"state", std::string(codeOf(view.state))}, {"act", std::string(m_act)}});
        if (now && !now->online && row.reach == Reach::OnlineOnly) no(kOffline);
        forbiddenBy(row.forbiddenBy);
        if (opening || row.states.has(view.state)) std::visit([this](const auto& each) { judge(each); }, act);
    }
    std::vector<Error> take() { return std::move(m_reasons); }

  private:
    void no(std::string_view code, Params data = {}) { m_reasons.push_back(refusal(code, std::move(data))); }
    void invalid(std::string detail) { m_reasons.push_back({base::kInvalidArgument, std::move(detail), {}}); }
    bool has(Role role) const { return holdsRole(m_actor, role, m_now); }
    const OfficerId& self() const { return m_actor.officer.id; }

    template <class Enum>
    static std::string codesOf(Set<Enum> set) {
        std::vector<std::string> parts;
        for (const auto& [value, code] : record::codes<Enum>)
            if (set.has(value)) parts.emplace_back(code);
        return join(parts);
    }
    void forbiddenBy(Set<HoldKind> kinds) {
        for (const auto& hold : m_view.holds)
            if (kinds.has(hold.kind)) no(holdCode(hold.kind), {{"hold", std::string(codeOf(hold.kind))}, {"since", toIso(hold.since)}});
    }
    void reason(const std::string& text) {
        if (blank(text)) no(kNoReason);
    }

    // Leases are a courtesy between officers, told by clocks: acts of the past are not judged by them.
    bool leasedByOther() const { return m_now && m_view.lease && m_view.lease->until > m_now->now && m_view.lease->officer != self(); }
    void notLeasedByOther() {
        if (leasedByOther())
            no(kLeased, {{"holder", m_view.lease->officerName}, {"until", toIso(m_view.lease->until)}});
    }
    void mustHold() {
        if (!m_now) return;
        if (leasedByOther()) return notLeasedByOther();
        if (!m_view.lease || m_view.lease->until <= m_now->now) no(kNoLease);
    }

    void qualifiedFor(Modality modality) {
        const auto role = modality == Modality::Face ? Role::ExaminerFace : Role::ExaminerFinger;
        if (!has(role)) no(kNotQualified, {{"roles", std::string(codeOf(role))}});
    }
    void qualifiedForAll() {
        for (const auto modality : {Modality::Face, Modality::Finger})
            if (std::ranges::any_of(m_view.candidates, [&](const auto& each) { return each.modality == modality; }))
                qualifiedFor(modality);
        if (m_view.candidates.empty() && !has(Role::ExaminerFace) && !has(Role::ExaminerFinger)) no(kNotQualified);
    }
    /// The second and third examiner: others than the ones before, and blind.
    void independent() {
        const int number = examinationNumber(m_view.state == CaseState::Concluded1     ? CaseState::InVerification
                                             : m_view.state == CaseState::Disagreement ? CaseState::Panel
                                                                                       : m_view.state);
        if (number < 2) return;
        const bool before = std::ranges::any_of(m_view.examinations, [&](const auto& each) {
            return each.round == m_view.round && each.number < number && each.examiner == self() &&
                   (each.concluded || each.revealed);
        });
        if (before) no(kSameActor);
        if (m_view.notesOpenedBy.contains(self())) no(kNotBlind);
    }
    const record::Examination* analysed() {
        const auto* own = ownExamination(m_view, self());
        if (own && own->analysisSaved) return own;
        no(kAnalysisMissing);
        return nullptr;
    }
    void examining() {
        mustHold();
        independent();
    }
    void fourEyes() {
        if (m_view.comparisonActors.contains(self())) no(kFourEyes, {{"part", "comparison"}});
        if (m_view.proposalActors.contains(self())) no(kFourEyes, {{"part", "proposal"}});
    }

    // Per act, in the order of the variant.
    void judge(const record::OpenCase& act) {
        if (!m_view.id.isZero()) no(kCaseExists, {{"number", m_view.number}});
        if (blank(act.number)) invalid("a case needs a number");
    }
    void judge(const record::AttachCapture& act) {
        notLeasedByOther();
        const bool missing = act.capture.missing != record::MissingReason::None;
        if (act.capture.id.isZero() || missing != act.capture.blob.isZero())
            invalid("a capture needs an identifier, and either an image or the reason why there is none");
    }
    void judge(const record::AmendTraveler& act) {
        notLeasedByOther();
        reason(act.reason);
    }
    void judge(const record::SetLegalBasis& act) {
        notLeasedByOther();
        if (blank(act.legalBasis)) no(kNoLegalBasis);
    }
    void judge(const record::StartTriage&) {
        notLeasedByOther();
        if (blank(m_view.legalBasis)) no(kNoLegalBasis);
    }
    void judge(const record::TakeLease& act) {
        notLeasedByOther();
        if (m_now && (act.until <= m_now->now || act.until > m_now->now + m_now->policy.lease))
            invalid("a lease lasts at most as long as the policy says");
        if (m_view.state == CaseState::Concluded1 || m_view.state == CaseState::InVerification ||
            m_view.state == CaseState::Disagreement || m_view.state == CaseState::Panel) {
            qualifiedForAll();
            independent();
        }
    }
    void judge(const record::ReleaseLease&) {
        if (!m_now || has(Role::Supervisor)) return;
        mustHold();
    }
    void judge(const record::RequestRecapture& act) {
        mustHold();
        reason(act.reason);
    }
    void judge(const record::ReturnCase& act) {
        if (!has(Role::Supervisor)) notLeasedByOther();
        reason(act.reason);
    }
    void judge(const record::RecordSearch& act) {
        notLeasedByOther();
        if (m_now && m_now->snapshot == record::SnapshotAge::Expired) no(kSnapshotExpired);
        const bool late = std::ranges::any_of(m_view.examinations, [&](const auto& each) {
            return each.round == m_view.round && (each.revealed || each.concluded);
        });
        if (late) no(kRevealed);
        for (const auto& one : act.candidates)
            for (const auto& other : act.candidates)
                if (one.modality == other.modality && one.score.algorithm != other.score.algorithm)
                    return no(kScoreIncomparable, {{"one", one.score.algorithm.name + " " + one.score.algorithm.version},
                                                   {"other", other.score.algorithm.name + " " + other.score.algorithm.version}});
    }
    void judge(const record::SaveAnalysis& act) {
        examining();
        if (blank(act.analysis)) no(kAnalysisMissing);
        const auto* own = ownExamination(m_view, self());
        if (own && !own->visited.empty()) no(kAnalysisLocked);
    }
    void judge(const record::VisitCandidate& act) {
        examining();
        analysed();
        if (const auto* candidate = candidateOf(m_view, act.candidate))
            qualifiedFor(candidate->modality);
        else
            no(kNoCandidate);
    }
    void judge(const record::SaveProvisional& act) {
        examining();
        const auto* candidate = candidateOf(m_view, act.conclusion.candidate);
        if (!candidate) return no(kNoCandidate);
        qualifiedFor(candidate->modality);
        if (const auto* own = analysed()) {
            if (!own->visited.contains(candidate->id)) no(kNotVisited, {{"candidates", candidate->id.text()}});
            if (own->revealed) no(kRevealed);
        }
        reason(act.conclusion.reasons);
        if (blank(act.conclusion.counterReason)) no(kNoCounterevidence);
    }
    void judge(const record::Reveal&) {
        examining();
        if (!m_view.coverage) no(kNotSearched);
        const auto* own = analysed();
        if (!own) return;
        everyCandidate(kNotVisited, [&](const auto& id) { return own->visited.contains(id); });
        everyCandidate(kProvisionalMissing, [&](const auto& id) { return own->provisional.contains(id); });
        if (own->revealed) no(kRevealed);
    }
    template <class Done>
    void everyCandidate(std::string_view code, Done done) {
        std::vector<std::string> missing;
        for (const auto& candidate : m_view.candidates)
            if (!done(candidate.id)) missing.push_back(candidate.id.text());
        if (!missing.empty()) no(code, {{"count", std::to_string(missing.size())}, {"candidates", join(missing)}});
    }
    void judge(const record::Conclude& act) {
        examining();
        qualifiedForAll();
        if (const auto* own = analysed())
            everyCandidate(kNotVisited, [&](const auto& id) { return own->visited.contains(id); });
        everyCandidate(kProvisionalMissing, [&](const auto& id) {
            return std::ranges::count(act.conclusions, id, &record::CandidateConclusion::candidate) == 1;
        });
        for (const auto& each : act.conclusions) {
            if (!candidateOf(m_view, each.candidate)) no(kNoCandidate);
            if (blank(each.reasons)) no(kNoReason, {{"candidates", each.candidate.text()}});
            if (blank(each.counterReason)) no(kNoCounterevidence, {{"candidates", each.candidate.text()}});
        }
        if (!m_view.coverage && act.outcome != record::Outcome::Inconclusive) no(kNotSearched);
        if (!fits(act)) no(kOutcomeMismatch, {{"outcome", std::string(codeOf(act.outcome))}});
    }
    /// Whether the outcome says what the conclusions say.
    bool fits(const record::Conclude& act) const {
        using record::ExaminerConclusion;
        const auto count = [&](ExaminerConclusion value) {
            return std::ranges::count(act.conclusions, value, &record::CandidateConclusion::conclusion);
        };
        const auto all = static_cast<std::ptrdiff_t>(act.conclusions.size());
        switch (act.outcome) {
            case record::Outcome::NoCandidate: return !act.identified && m_view.candidates.empty();
            case record::Outcome::Excluded: return !act.identified && all > 0 && count(ExaminerConclusion::Exclusion) == all;
            case record::Outcome::Inconclusive:
                return !act.identified && count(ExaminerConclusion::Identification) == 0 &&
                       (all == 0 || count(ExaminerConclusion::Inconclusive) > 0);
            case record::Outcome::Identified: break;
        }
        const auto* identified = act.identified ? candidateOf(m_view, *act.identified) : nullptr;
        if (!identified) return false;
        bool named = false;
        for (const auto& each : act.conclusions) {
            if (each.conclusion != ExaminerConclusion::Identification) continue;
            const auto* candidate = candidateOf(m_view, each.candidate);
            if (!candidate || candidate->entry != identified->entry) return false;  // nobody is two persons
            named = named || candidate == identified;
        }
        return named;
    }
    void judge(const record::OpenOtherNotes&) {}
    void judge(const record::ReadCoverage&) {
        if (!m_view.coverage) no(kNotSearched);
    }
    void judge(const record::AddDocument& act) {
        if (act.document.blob.isZero()) invalid("a document of the dossier needs its file");
    }
    void judge(const record::OpenDocument& act) {
        const auto found = std::ranges::find(m_view.documents, act.blob, &record::DossierDocument::blob);
        if (found == m_view.documents.end()) return no(kDocumentMissing);
        if (found->restricted && !has(Role::Protection)) no(kRole, {{"roles", std::string(codeOf(Role::Protection))}});
    }

    bool guarded() const { return m_view.has(HoldKind::ReleaseGuard); }
    bool pastMaximumHold() const {
        for (const auto& hold : m_view.holds)
            if (hold.kind == HoldKind::ReleaseGuard)
                return m_now && m_now->now >= hold.since + m_now->policy.maximumHold.value_or(std::chrono::milliseconds(0));
        return false;
    }
    void allows(record::Disposition disposition) {
        const auto& row = rowOf(disposition);
        const Params which{{"disposition", std::string(codeOf(disposition))},
                           {"outcome", m_view.outcome ? std::string(codeOf(*m_view.outcome)) : ""}};
        if (!m_view.outcome || !(row.plain | row.withApproval).has(*m_view.outcome)) no(kOutcomeMismatch, which);
        forbiddenBy(row.forbiddenBy);
        if (disposition == record::Disposition::HoldFugitive && guarded() && m_view.confirmation != "confirmed" && pastMaximumHold())
            no(kHoldExpired);
        if (row.adverse && m_view.outcome == record::Outcome::Identified) actionable();
    }
    void actionable() {
        if (m_view.confirmation == "not_confirmed") no(kEntryNotActionable, {{"why", "not_confirmed"}});
        if (!m_now) return;
        const auto& entry = m_now->entry;
        if (!entry)
            no(kEntryNotActionable, {{"why", "unknown"}});
        else if (entry->status != record::EntryStatus::Active)
            no(kEntryNotActionable, {{"why", std::string(codeOf(entry->status))}});
        else if (entry->reviewBy != UtcTime{} && m_now->now >= entry->reviewBy)
            no(kEntryNotActionable, {{"why", "past_review"}});
        if (m_now->snapshot != record::SnapshotAge::Fresh)
            no(kEntryNotActionable, {{"why", "snapshot_" + std::string(codeOf(m_now->snapshot))}});
    }
    void judge(const record::ProposeDisposition& act) {
        mustHold();
        if (m_view.coverage && !m_view.coverageReadBy.contains(self())) no(kCoverageUnread);
        if (m_view.outcome == record::Outcome::Identified && act.grade == record::EvidenceGrade::Unknown) no(kNoGrade);
        reason(act.reasons);
        const auto& row = rowOf(act.disposition);
        if (m_view.outcome && row.withApproval.has(*m_view.outcome) && blank(act.legalBasis)) no(kNoLegalBasis);
        allows(act.disposition);
        if (m_now && m_now->snapshot != record::SnapshotAge::Fresh && !row.onStaleSnapshot) no(kSnapshotStale);
    }
    void judge(const record::SubmitForApproval&) {
        notLeasedByOther();
        if (m_view.disposition) allows(m_view.disposition->disposition);
    }
    void judge(const record::Approve&) {
        fourEyes();
        if (m_view.disposition) allows(m_view.disposition->disposition);
        std::vector<std::string> titles;
        std::string hashes;
        for (const auto* document : unreadDocuments(m_view, m_actor)) {
            titles.push_back(document->title);
            hashes += (hashes.empty() ? "" : ",") + document->blob.text();
        }
        if (!titles.empty())
            no(kNotRead, {{"count", std::to_string(titles.size())}, {"documents", join(titles)}, {"blobs", hashes}});
    }
    void judge(const record::Reject& act) { reason(act.reason); }
    void judge(const record::Execute& act) {
        notLeasedByOther();
        if (!m_view.disposition) return no(kOutcomeMismatch);
        const auto& record = *m_view.disposition;
        if (m_now && !m_now->online && rowOf(record.disposition).execution == Reach::OnlineOnly) no(kOffline);
        if (m_view.state == CaseState::DispositionProposed && needsApproval(m_view)) no(kApprovalMissing);
        if (m_view.state == CaseState::Approved && m_now &&
            (!record.decidedAt || m_now->now - *record.decidedAt >= m_now->policy.approval))
            no(kApprovalStale, {{"approved", record.decidedAt ? toIso(*record.decidedAt) : ""}});
        allows(record.disposition);
        if (blank(act.receipt)) no(kNoReceipt);
    }
    void judge(const record::CloseCase&) {}
    void judge(const record::ReopenCase& act) { reason(act.reason); }
    void judge(const record::CancelCase& act) { reason(act.reason); }
    void judge(const record::PlaceHold& act) {
        const auto& row = rowOf(act.kind);
        if (!holdsOneOf(m_actor, row.placedBy, m_now)) no(kRole, {{"roles", codesOf(row.placedBy)}});
    }
    void judge(const record::LiftHold& act) {
        const auto& row = rowOf(act.kind);
        if (act.kind == HoldKind::Conflict) return no(kHoldConflict, {{"hold", "conflict"}});
        if (!holdsOneOf(m_actor, row.liftedBy, m_now)) no(kRole, {{"roles", codesOf(row.liftedBy)}});
        if (!m_view.has(act.kind)) no(kState, {{"state", std::string(codeOf(m_view.state))}, {"act", std::string(m_act)}});
        if (m_now && !m_now->online && row.lift == Reach::OnlineOnly) no(kOffline);
        reason(act.reason);
        if (row.liftNeedsDocument &&
            (!act.document || std::ranges::find(m_view.documents, *act.document, &record::DossierDocument::blob) == m_view.documents.end()))
            no(kDocumentMissing);
        if (act.kind != HoldKind::ReleaseGuard) return;
        fourEyes();  // the guard lapses at clock two; an override before it is not one person's to give
        if (m_now && !pastMaximumHold()) no(kReleaseGuard, {{"hold", "release_guard"}});
    }
    void judge(const record::ConfirmEntry& act) {
        if (m_view.outcome != record::Outcome::Identified) no(kOutcomeMismatch);
        constexpr std::string_view kAnswers[] = {"confirmed", "not_confirmed", "need_time", "no_answer"};
        if (std::ranges::find(kAnswers, act.answer) == std::end(kAnswers))
            invalid("the owner's answer is confirmed, not_confirmed, need_time or no_answer");
    }
    void judge(const record::ResolveConflict& act) {
        if (!m_view.has(HoldKind::Conflict)) no(kState, {{"state", std::string(codeOf(m_view.state))}, {"act", std::string(m_act)}});
        fourEyes();
        reason(act.reason);
        const auto named = [&](const Hash& head) { return std::ranges::find(act.heads, head) != act.heads.end(); };
        const bool all = std::ranges::all_of(m_view.decisionHeads, [&](const auto& head) { return named(head.event); });
        if (!all || act.heads.size() != m_view.decisionHeads.size() || (!act.chosen.isZero() && !named(act.chosen))) no(kConflictHeads);
    }
    void judge(const record::AddNote& act) { reason(act.text); }
    void judge(const record::ViewRecord&) {}

    const CaseView& m_view;
    const Actor& m_actor;
    const Conditions* m_now;
    std::string_view m_act;
    std::vector<Error> m_reasons;
};

}  // namespace

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

std::optional<Role> actingRole(const record::Act& act, const Actor& actor, UtcTime now) {
    Conditions conditions;
    conditions.now = now;
    const auto* place = std::get_if<record::PlaceHold>(&act);
    const auto* lift = std::get_if<record::LiftHold>(&act);
    const auto roles = place  ? rowOf(place->kind).placedBy
                       : lift ? rowOf(lift->kind).liftedBy
                              : rowOf(record::typeOf(act))->roles;
    for (const auto& [role, code] : record::codes<Role>)
        if (roles.has(role) && holdsRole(actor, role, &conditions)) return role;
    return std::nullopt;
}

bool needsApproval(const CaseView& view) {
    return view.disposition && (!view.outcome || !rowOf(view.disposition->disposition).plain.has(*view.outcome));
}

Error neutral(Error error, const record::Officer& officer, UtcTime now) {
    if (review::readsHoldKinds(officer, now) || !(error.is(kHoldProtection) || error.is(kHoldMedical) || error.is(kHoldLegalRetention)))
        return error;
    return refusal(kOnHold);
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

std::vector<const record::DossierDocument*> unreadDocuments(const CaseView& view, const Actor& actor) {
    std::vector<const record::DossierDocument*> unread;
    const bool protection = std::ranges::any_of(actor.officer.grants, [](const auto& each) { return each.role == Role::Protection; });
    for (const auto& document : view.documents)
        if (!document.openedBy.contains(actor.officer.id) && (!document.restricted || protection)) unread.push_back(&document);
    return unread;
}

}  // namespace cotejo::decide
