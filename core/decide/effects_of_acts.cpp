#include <algorithm>
#include <tuple>

#include "core/decide/effects.h"
#include "core/decide/facts.h"
#include "core/decide/rules.h"
#include "core/decide/table.h"
#include "core/review/visible_case.h"

/// What each act does, in the words of the act. See effects.cpp for what follows from facts.
namespace cotejo::decide {

using record::CaseState;
using record::HoldKind;

template <class T>
void Working::effect(const T& act) {
    using namespace record;
    const auto& user = m_event->user;
    const auto wall = m_event->wall;
    if constexpr (std::is_same_v<T, OpenCase>) {
        if (!view.id.isZero()) {
            // Another program wrote a second one. Whichever comes first, what either says of the person protects.
            const auto kept = std::pair(view.traveler, view.openedOn);
            view.openedOn = act.date;
            setTraveler(act.traveler);
            std::tie(view.traveler, view.openedOn) = kept;
            return;
        }
        view.id = m_event->entity.value_or(CaseId{});
        view.number = act.number;
        view.post = act.post;
        view.priority = act.priority;
        view.reason = act.reason;
        view.referralNote = act.referralNote;
        view.legalBasis = act.legalBasis;
        view.opened = wall;
        view.openedOn = act.date;
        view.deadline = view.attentionDue = m_deadline = act.deadline;
        view.deadlineKind = m_deadlineKind = act.deadlineKind;
        setTraveler(act.traveler);
    } else if constexpr (std::is_same_v<T, AttachCapture>) {
        const auto known = std::ranges::find(view.captures, act.capture.id, &Capture::id);
        if (known == view.captures.end())
            view.captures.push_back(act.capture);
        else if (known->blob != act.capture.blob)
            view.unusable.insert(known->id);  // two pictures under one name: neither is examined nor carries anything
    } else if constexpr (std::is_same_v<T, MarkUnusable>) {
        view.unusable.insert(act.capture);
        say(act.reason);
    } else if constexpr (std::is_same_v<T, AmendTraveler>) {
        setTraveler(act.traveler);
        say(act.reason);
    } else if constexpr (std::is_same_v<T, SetLegalBasis>) {
        view.legalBasis = act.legalBasis;
    } else if constexpr (std::is_same_v<T, StartTriage>) {
        if (!movable("case.triage")) return;
        if (view.resume) {
            view.state = *view.resume;
            view.resume.reset();
            return;
        }
        const bool again = view.state == CaseState::Returned || view.state == CaseState::Reopened;
        // What two examiners identified stands: the case goes on from there, not from the beginning.
        const bool stands = again && view.identification && !view.reexamining();
        if (again) {
            endDisposition();
            if (!stands) nextRound();
            view.deadlineKind = m_deadlineKind;
        }
        view.state = stands ? CaseState::IdentityResolved : CaseState::Triage;
    } else if constexpr (std::is_same_v<T, TakeLease>) {
        if (!movable("case.lease")) return;
        view.lease = Lease{user, act.officerName, act.until};
        if (view.state == CaseState::Triage || view.state == CaseState::Recapture) view.state = CaseState::InReview;
        if (view.state == CaseState::Concluded1) view.state = CaseState::InVerification;
        if (view.state == CaseState::Disagreement) view.state = CaseState::Panel;
    } else if constexpr (std::is_same_v<T, ReleaseLease>) {
        if (view.lease && (view.lease->officer == user || m_seen->role == codeOf(Role::Supervisor))) view.lease.reset();
    } else if constexpr (std::is_same_v<T, RequestRecapture>) {
        say(act.reason);
        if (!movable("case.recapture")) return;
        move("case.recapture");
        nextRound();
    } else if constexpr (std::is_same_v<T, ReturnCase>) {
        say(act.reason);
        if (!movable("case.return")) return;
        const auto from = view.state;
        if (from == CaseState::Concluded1 || from == CaseState::InVerification)
            view.resume = CaseState::Concluded1;  // the first conclusion stands and still waits for its second examiner
        else if (from == CaseState::Disagreement || from == CaseState::Panel)
            view.resume = CaseState::Disagreement;
        view.lease.reset();
        endDisposition();
        move("case.return");
    } else if constexpr (std::is_same_v<T, ReopenCase> || std::is_same_v<T, CancelCase> || std::is_same_v<T, CloseCase>) {
        const auto type = typeOf(Act(act));
        if constexpr (!std::is_same_v<T, CloseCase>) say(act.reason);
        if (movable(type)) view.lease.reset();
        move(type);
    } else if constexpr (std::is_same_v<T, RecordSearch>) {
        // Replaces the searches its author had seen; candidates of one made meanwhile elsewhere stay and want a visit.
        std::erase_if(view.candidates, [&](const auto& each) { return m_lineage.sees(m_at, m_foundBy[each.id]); });
        view.coverage = act.coverage;
        for (const auto& candidate : act.candidates) {
            // A name that once meant another comparison would turn what was concluded on that one into a word on this.
            const auto& known = m_everFound.emplace(candidate.id, candidate).first->second;
            const bool listed = std::ranges::find(view.candidates, candidate.id, &Candidate::id) != view.candidates.end();
            if (listed || known.entry != candidate.entry || known.probe != candidate.probe || known.reference != candidate.reference) {
                ++view.coverage->setAside;
                continue;
            }
            view.candidates.push_back(candidate);
            m_foundBy[candidate.id] = m_at;
        }
        view.coverage->limited = act.limits.narrows();
        view.coverageReadBy.clear();
        view.searchedBy = user;
        view.comparisonActors.insert(user);
        if (act.limits.narrows()) expose(Shown::Chosen);  // who chose the lists or the people knows what a candidate means
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
        expose(Shown::Scores, true);
        expose(Shown::Entry, true);
        view.comparisonActors.insert(user);
    } else if constexpr (std::is_same_v<T, Conclude>) {
        const auto entryOf = [&](const CandidateId& id) {
            const auto found = m_everFound.find(id);
            return found == m_everFound.end() ? WatchlistEntryId{} : found->second.entry;
        };
        const bool shown = view.wasShown(user, Shown::Scores);
        auto& own = examination();
        own.final.clear();
        for (const auto& each : act.conclusions) {
            bool before = false, differs = false;
            for (const auto& examined : view.examinations)
                for (const auto& [candidate, provisional] : examined.provisional)
                    if (examined.examiner == user && entryOf(candidate) == entryOf(each.candidate)) {
                        before = true;
                        differs = differs || provisional.conclusion != each.conclusion;
                    }
            auto& final = own.final[each.candidate] = each;
            final.changedAfterReveal = shown && (!before || differs);
        }
        own.outcome = act.outcome;
        own.identified = act.identified;
        own.concluded = wall;
        view.comparisonActors.insert(user);
        examined(own.number, act);
    } else if constexpr (std::is_same_v<T, OpenOtherNotes>) {
        expose(Shown::Conclusions, false, true);
        expose(Shown::Notes, false, true);
    } else if constexpr (std::is_same_v<T, ReadCoverage>) {
        view.coverageReadBy.insert(user);
    } else if constexpr (std::is_same_v<T, AddDocument>) {
        // One file may be several papers; the same paper twice is one.
        const bool known = std::ranges::any_of(view.documents, [&](const auto& each) {
            return each.blob == act.document.blob && each.kind == act.document.kind && each.restricted == act.document.restricted && each.until == act.document.until;
        });
        if (known) return;
        auto& document = view.documents.emplace_back(act.document);
        document.added = wall;
        document.addedBy = user;
        document.openedBy.clear();
        placePaper(document);
    } else if constexpr (std::is_same_v<T, NameDocument>) {
        const auto* row = paperOf(act.kind);
        view.clearanceActors.insert(user);  // what a paper is named decides what is missing
        for (auto& document : view.documents) {
            if (document.blob != act.blob || document.kind == act.kind || !row || row->restricted != document.restricted) continue;
            document.kind = act.kind;
            placePaper(document);
        }
        std::set<std::pair<std::string, bool>> named;
        std::erase_if(view.documents, [&](const auto& each) {
            return each.blob == act.blob && each.kind == act.kind && !named.emplace(each.until, each.restricted).second;
        });
    } else if constexpr (std::is_same_v<T, WaivePaper>) {
        std::erase_if(view.waivers, [&](const auto& each) { return each.kind == act.kind; });
        view.waivers.push_back({act.kind, act.reason, user, wall});
        view.clearanceActors.insert(user);
    } else if constexpr (std::is_same_v<T, OpenDocument>) {
        for (auto& document : view.documents)
            if (document.blob == act.blob) document.openedBy.try_emplace(user, wall);
    } else if constexpr (std::is_same_v<T, ProposeDisposition>) {
        view.proposalActors.insert(user);
        if (!movable("decision.propose")) return;
        endDisposition();
        DispositionRecord record;
        record.disposition = act.disposition;
        record.reasons = act.reasons;
        record.legalBasis = act.legalBasis;
        record.proposedBy = user;
        record.proposedAt = wall;
        if (view.outcome == Outcome::Identified && view.identification) {
            record.facts = view.identification->facts;
            record.grade = record.facts.grade;
        }
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
        view.disposition->manifest.clear();
        if constexpr (std::is_same_v<T, Approve>)
            view.disposition->approvedDossier = act.dossier;
        else
            say(act.reason);
        view.deadlineKind = m_deadlineKind;
        move(type);
    } else if constexpr (std::is_same_v<T, FreezeManifest>) {
        if (view.disposition && view.state == CaseState::Approved) view.disposition->manifest = act.manifest;
    } else if constexpr (std::is_same_v<T, Execute>) {
        // What was carried out stands as a fact, whatever else happened meanwhile.
        if (view.state == CaseState::Closed) return;
        if (!view.disposition) {
            carriedOut(act.receipt);
            return;
        }
        view.disposition->receipt = act.receipt;
        view.lease.reset();
        view.state = CaseState::Executed;
    } else if constexpr (std::is_same_v<T, AnswerReferral>) {
        if (view.state != CaseState::Executed || !view.disposition) return;
        view.disposition->answer = act.answer;
        say(act.answer + " (" + act.reference + ")");
        endDisposition();
        view.state = CaseState::IdentityResolved;
    } else if constexpr (std::is_same_v<T, PlaceHold>) {
        place(act.kind, {});
    } else if constexpr (std::is_same_v<T, LiftHold>) {
        lift(act.kind);
        say(act.reason, review::isNeutral(act.kind));
        view.lifts.push_back({act.kind, user, wall, act.document.value_or(Hash{})});
        view.clearanceActors.insert(user);
    } else if constexpr (std::is_same_v<T, RequestConfirmation>) {
        if (m_seen->about.empty()) return;
        const auto& entry = m_seen->about.front().second;
        const auto before = std::ranges::count(view.requests, entry, &ConfirmationRequest::entry);
        view.requests.push_back({user, wall, static_cast<int>(before) + 1, act.channel, entry});
    } else if constexpr (std::is_same_v<T, ConfirmEntry>) {
        if (m_seen->about.empty()) return;
        view.answers.push_back({m_lineage.hash(m_at), m_seen->about.front().second, act.answer, act.reference, act.channel, act.answeredBy, act.answeredAt,
                                act.paper, user, {}, false});
        view.clearanceActors.insert(user);
    } else if constexpr (std::is_same_v<T, CountersignAnswer>) {
        view.clearanceActors.insert(user);
        const auto given = std::ranges::find(view.answers, act.answer, &OwnerAnswer::event);
        if (given == view.answers.end() || given->countersignedBy || given->recordedBy == user) return;
        given->countersignedBy = user;
        m_countersigned[act.answer] = m_at;
        // What a supervisor settled was settled between the answers there were: another one opens the question again.
        for (auto& each : view.answers)
            if (each.entry == given->entry && each.answer != given->answer) each.settled = false;
    } else if constexpr (std::is_same_v<T, SettleAnswers>) {
        say(act.reason);
        view.clearanceActors.insert(user);
        const auto chosen = std::ranges::find(view.answers, act.answer, &OwnerAnswer::event);
        if (chosen == view.answers.end()) return;
        // One that came to count elsewhere meanwhile opens the question again.
        const bool unseen = std::ranges::any_of(view.answers, [&](const auto& each) {
            return each.entry == chosen->entry && each.counts() && each.answer != chosen->answer && !m_lineage.sees(m_at, m_countersigned.at(each.event));
        });
        if (unseen) return;
        for (auto& each : view.answers)
            if (each.entry == chosen->entry) each.settled = each.event == act.answer;
    } else if constexpr (std::is_same_v<T, OverrideGuard>) {
        for (const auto& [event, entry] : m_seen->about) view.overrides.push_back({act.way, user, wall, act.reason, act.legalBasis, event, entry});
        say(act.reason);
    } else if constexpr (std::is_same_v<T, LapseGuard>) {
        for (auto& each : m_identified) each.lapsed = each.lapsed || isIt(each.fact);
    } else if constexpr (std::is_same_v<T, ChangeEntry>) {
        // Versions of the list decide, not the order in which posts heard of them.
        auto& version = m_entryVersion[act.entry];
        if (act.version < version) return;
        version = act.version;
        view.entryStatus[act.entry] = act.status;
        Notice notice{act.status == EntryStatus::Active ? "entry_active" : "entry_" + std::string(codeOf(act.status)), act.entry, wall, {}};
        notice.officers = view.comparisonActors;
        notice.officers.insert(view.proposalActors.begin(), view.proposalActors.end());
        view.notices.push_back(std::move(notice));
        const bool last = act.status != EntryStatus::Active && std::ranges::any_of(view.identifications, [&](const auto& each) {
            return each.entry == act.entry && guards(each);
        }) && std::ranges::none_of(view.identifications, [&](const auto& each) { return each.entry != act.entry && guards(each); });
        if (last && view.state != CaseState::Executed) {
            view.deadline = wall + std::chrono::minutes(30);
            view.deadlineKind = DeadlineKind::Release;
        }
    } else if constexpr (std::is_same_v<T, OrderReexamination>) {
        say(act.reason);
        order(act.reason, false);
        if (!movable("examination.order")) return;
        endDisposition();
        beginRound();
        view.state = CaseState::Triage;
        view.deadlineKind = m_deadlineKind;
    } else if constexpr (std::is_same_v<T, WithdrawReexamination>) {
        say(act.reason);
        for (auto& each : view.reexaminations) each.withdrawn = each.withdrawn || (each.open() && m_seen->orders.contains(each.event));
        view.clearanceActors.insert(user);
        if (view.reexamining() || !movable("examination.withdraw")) return;
        // What stood before the order stands; nothing of it was ended, and no search made since makes it whole.
        view.candidates.clear();
        view.coverage.reset();
        view.coverageReadBy.clear();
        view.lease.reset();
        view.resume.reset();
        view.state = CaseState::IdentityResolved;
    } else if constexpr (std::is_same_v<T, ResolveConflict>) {
        say(act.reason);
        if (m_chosen) return bring(view, *m_chosen);
        // None of them: examined again, by two who have seen nothing; what two had identified stands until then.
        endDisposition();
        nextRound();
        order(act.reason, true);
        view.state = CaseState::Triage;
    } else if constexpr (std::is_same_v<T, SavePortraitAnalysis>) {
        portrait(act.modality, {}, {}).analysis = act.analysis;
        view.comparisonActors.insert(user);
    } else if constexpr (std::is_same_v<T, OpenPortrait> || std::is_same_v<T, ConcludePortrait> || std::is_same_v<T, RevealPortrait>) {
        const auto live = std::ranges::find(view.captures, act.live, &Capture::id);
        if (live == view.captures.end()) return;
        auto& own = portrait(live->modality, act.live, act.document);
        own.live = act.live;
        own.document = act.document;
        if constexpr (std::is_same_v<T, OpenPortrait>) own.opened = true;
        if constexpr (std::is_same_v<T, ConcludePortrait>) {
            own.conclusion = act.conclusion;
            own.reasons = act.reasons;
            own.counterReason = act.counterReason;
            own.at = wall;
        }
        if constexpr (std::is_same_v<T, RevealPortrait>) own.score = act.score;
        view.comparisonActors.insert(user);
    } else if constexpr (std::is_same_v<T, RecordExport>) {
        view.disclosures.push_back({user, wall, act.recipient, act.recipientCountry, act.format, act.content});
    } else if constexpr (std::is_same_v<T, DraftRequest>) {
        if (requestOf(view, act.terms.id)) return;
        auto& request = view.partnerRequests.emplace_back();
        request.terms = act.terms;
        request.entry = act.entry;
        request.draftedBy = user;
        request.draftedAt = wall;
    } else if constexpr (std::is_same_v<T, PreviewRequest> || std::is_same_v<T, AuthoriseRequest> || std::is_same_v<T, CancelRequest> || std::is_same_v<T, CloseRequest>) {
        const auto known = std::ranges::find_if(view.partnerRequests, [&](const auto& each) { return each.terms.id == act.request; });
        if (known == view.partnerRequests.end()) return;
        if constexpr (std::is_same_v<T, PreviewRequest>) {
            if (std::ranges::find(known->previewedBy, user) == known->previewedBy.end()) known->previewedBy.push_back(user);
        } else if constexpr (std::is_same_v<T, AuthoriseRequest>) {
            if (known->state != RequestState::Drafted) return;
            known->state = RequestState::Authorised;
            known->authorisedBy = user;
            known->authorisedAt = wall;
            say(act.reason);
        } else if constexpr (std::is_same_v<T, CancelRequest>) {
            if (known->left() || known->state == RequestState::Cancelled) return;
            known->state = RequestState::Cancelled;
            known->reason = act.reason;
            say(act.reason);
        } else {
            known->state = RequestState::Closed;
            say(act.reason);
        }
    } else if constexpr (std::is_same_v<T, ReportRequest>) {
        report(act);
    } else if constexpr (std::is_same_v<T, AddNote>) {
        say(act.text);
    } else {
        static_assert(std::is_same_v<T, ViewRecord>);
        for (const auto what : act.shown) expose(what);
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
    if (const auto* frozen = std::get_if<FreezeManifest>(&act)) return frozen->manifest;
    if (const auto* seenPart = std::get_if<ViewRecord>(&act)) return seenPart->part;
    if (const auto* way = std::get_if<OverrideGuard>(&act)) return way->way;
    if (const auto* changed = std::get_if<ChangeEntry>(&act)) return std::string(codeOf(changed->status));
    if (const auto* waived = std::get_if<WaivePaper>(&act)) return waived->kind;
    if (const auto* named = std::get_if<NameDocument>(&act)) return named->kind;
    if (const auto* left = std::get_if<RecordExport>(&act)) return left->recipient;
    if (const auto* drafted = std::get_if<DraftRequest>(&act)) return std::string(codeOf(drafted->terms.purpose));
    if (const auto* reported = std::get_if<ReportRequest>(&act)) return std::string(codeOf(reported->step));
    if (const auto* portraits = std::get_if<ConcludePortrait>(&act)) return std::string(codeOf(portraits->conclusion));
    if (const auto* opened = std::get_if<OpenDocument>(&act))
        for (const auto& document : view.documents)
            if (document.blob == opened->blob) return document.kind;
    if (const auto* added = std::get_if<AddDocument>(&act)) return added->document.kind;
    return {};
}

void Working::remember(std::size_t at, std::string detail, std::string refusal, std::string_view role) {
    const auto& event = m_lineage.event(at);
    view.history.push_back({m_lineage.hash(at), event.type, event.user, event.wall, std::move(detail), std::move(refusal),
                            role == codeOf(record::Role::Protection)});
}

void Working::apply(std::size_t at, const record::Act& act, const Seen& seen, const std::optional<Branch>& chosen) {
    m_at = at;
    m_event = &m_lineage.event(at);
    m_seen = &seen;
    m_chosen = chosen ? &*chosen : nullptr;
    std::visit([this](const auto& each) { effect(each); }, act);
    // Nothing follows from these, and they are most of what people do.
    const bool plain = std::holds_alternative<record::AddNote>(act) || std::holds_alternative<record::ViewRecord>(act) ||
                       std::holds_alternative<record::OpenDocument>(act) || std::holds_alternative<record::VisitCandidate>(act) ||
                       std::holds_alternative<record::SaveProvisional>(act) || std::holds_alternative<record::SaveAnalysis>(act) ||
                       std::holds_alternative<record::Reveal>(act) || std::holds_alternative<record::ReadCoverage>(act) ||
                       std::holds_alternative<record::AttachCapture>(act) || std::holds_alternative<record::TakeLease>(act);
    if (!plain) derive();
    remember(at, detailOf(act), {}, seen.role);
}

}  // namespace cotejo::decide
