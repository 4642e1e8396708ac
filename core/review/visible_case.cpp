#include "core/review/visible_case.h"

#include <algorithm>

#include "core/base/crypto.h"

namespace cotejo::review {
namespace {

using record::CaseState;
using record::CaseView;
using record::HoldKind;
using record::Role;

const record::Examination* latestOf(const CaseView& view, const OfficerId& officer) {
    const record::Examination* found = nullptr;
    for (const auto& each : view.examinations)
        if (each.round == view.round && each.examiner == officer) found = &each;
    return found;
}

void hideHolds(VisibleCase& visible) {
    auto& holds = visible.view.holds;
    for (const auto& hold : holds) {
        if (!isNeutral(hold.kind)) continue;
        visible.onHold = true;
        visible.onHoldSince = std::min(visible.onHoldSince.value_or(hold.since), hold.since);
    }
    std::erase_if(holds, [](const auto& hold) { return isNeutral(hold.kind); });
    // Who placed or lifted a hold, and that it was lifted, would tell the kinds apart: those of protection are not told either.
    std::erase_if(visible.view.history, [&](const auto& line) {
        const auto kind = line.type.starts_with("hold.") ? record::fromCode<HoldKind>(line.detail) : std::nullopt;
        return line.restricted || (kind && isNeutral(*kind) && (line.type == "hold.lift" || line.officer != visible.officer));
    });
    std::erase_if(visible.view.remarks, [](const auto& remark) { return remark.ofHold; });
    std::erase_if(visible.view.lifts, [](const auto& lift) { return isNeutral(lift.kind); });
    for (auto& line : visible.view.history) {
        const auto kind = line.type.starts_with("hold.") ? record::fromCode<HoldKind>(line.detail) : std::nullopt;
        if (kind && isNeutral(*kind)) line.detail = "on_hold";
        if (line.refusal == "E_HOLD_PROTECTION" || line.refusal == "E_HOLD_MEDICAL" || line.refusal == "E_HOLD_LEGAL_RETENTION")
            line.refusal = "E_HOLD";
        if (line.detail == "E_HOLD_PROTECTION" || line.detail == "E_HOLD_MEDICAL" || line.detail == "E_HOLD_LEGAL_RETENTION")
            line.detail = "E_HOLD";
    }
    // That somebody of protection read the case tells what it is held for.
    std::erase_if(visible.view.exposure, [&](const auto& each) { return each.first != visible.officer; });
    std::erase_if(visible.view.clearanceActors, [&](const auto& each) { return each != visible.officer; });
    for (auto& document : visible.view.documents) std::erase_if(document.openedBy, [&](const auto& each) { return each.first != visible.officer; });
}

/// That there is such a paper is protected as well: neither it nor an act upon it is told.
void hideRestricted(VisibleCase& visible, const CaseView& whole) {
    auto& view = visible.view;
    std::erase_if(view.documents, [](const auto& document) { return document.restricted; });
    std::erase_if(view.remarks, [](const auto& remark) { return remark.restricted; });
    std::set<std::string> kinds;
    for (const auto& document : whole.documents)
        if (document.restricted) kinds.insert(document.kind);
    for (auto& hold : view.holds)
        if (kinds.contains(hold.basis)) hold.basis.clear();
    for (const auto& document : view.documents) kinds.erase(document.kind);
    std::erase_if(view.history, [&](const auto& line) { return line.type.starts_with("document.") && kinds.contains(line.detail); });
}

/// Words that say nothing of what others found: their author knew nothing of it.
bool isHarmless(const CaseView& whole, const record::Remark& remark, bool nothingFound) {
    const auto shown = whole.exposure.find(remark.officer);
    const bool knew = (shown != whole.exposure.end() && std::ranges::any_of(shown->second, [](const auto& each) { return isFinding(each.what); })) ||
                      std::ranges::any_of(whole.examinations, [&](const auto& each) { return each.examiner == remark.officer && each.concluded; });
    if (knew) return false;
    return remark.type == "case.recapture" || remark.type == "biometric.unusable" || remark.type == "case.amend" ||
           (remark.type == "case.return" && nothingFound);
}

/// That somebody was asked is no finding, unless it is asked of what was found; what came back is.
void hideReplies(CaseView& view) {
    using record::RequestState;
    std::erase_if(view.partnerRequests, [](const auto& each) {
        return each.terms.purpose == record::PartnerPurpose::Confirmation || each.terms.purpose == record::PartnerPurpose::PreRemoval;
    });
    for (auto& each : view.partnerRequests) {
        each.reply.reset();
        each.answeredAt.reset();
        each.until.reset();
        each.message = {};
        each.candidates = 0;
        each.quarantined.clear();
        if (each.left()) each.reason.clear();
        const bool ended = each.state == RequestState::Answered || each.state == RequestState::Refused || each.state == RequestState::Unanswered || each.state == RequestState::Closed;
        if (ended) each.state = RequestState::Acknowledged;
    }
}

/// What could tell an examiner how others saw it, in this round or an earlier one.
void hideOthersWork(VisibleCase& visible, const CaseView& whole, const OfficerId& officer) {
    auto& view = visible.view;
    visible.blind = true;
    const bool nothingFound = !view.identification && std::ranges::none_of(view.examinations, [](const auto& each) {
        return each.concluded.has_value() || each.revealed.has_value();
    });
    const bool later = view.round.number > 1 || isBlindState(view.state) || !view.pastDispositions.empty() || !view.reexaminations.empty();
    std::erase_if(view.examinations, [&](const auto& each) { return each.examiner != officer || each.round != view.round; });
    for (auto& each : view.examinations) {
        each.round = {};
        each.orders.clear();
    }
    view.round = {};
    view.state = maskedState(view.state);
    std::erase_if(view.remarks, [&](const auto& each) { return !isHarmless(whole, each, nothingFound); });
    view.decisionHeads.clear();
    std::erase_if(view.comparisonActors, [&](const auto& each) { return each != officer; });
    view.proposalActors.clear();
    view.clearanceActors.clear();
    view.lifts.clear();
    std::erase_if(view.portraits, [&](const auto& each) { return each.examiner != officer; });
    std::erase_if(view.exposure, [&](const auto& each) { return each.first != officer; });
    std::erase_if(view.history, [&](const auto& line) {
        return line.officer != officer && line.type != "case.open" && line.type != "biometric.attach";
    });
    if (later) view.documents.clear();
    std::erase_if(view.documents, [](const auto& each) { return each.kind == "owner_answer"; });
    view.searchedBy.reset();
    view.outcome.reset();
    view.identified.reset();
    view.settledBy.clear();
    view.identification.reset();
    view.identifications.clear();
    view.reexaminations.clear();
    view.resume.reset();
    view.guardEnded.clear();
    view.answers.clear();
    view.requests.clear();
    view.overrides.clear();
    view.entryStatus.clear();
    view.doubted.clear();
    view.notices.clear();
    view.waivers.clear();
    view.disposition.reset();
    view.pastDispositions.clear();
    view.disclosures.clear();
    hideReplies(view);
    view.confirmation.clear();
    view.deadline = view.attentionDue;
    view.deadlineKind = isBlindState(view.state) ? record::DeadlineKind::SecondExam : record::DeadlineKind::Attention;
    std::erase_if(view.holds, [](const auto& hold) { return hold.kind == HoldKind::ReleaseGuard; });
    // That two posts differed is a finding as well; that the case waits is not.
    if (const auto conflict = std::ranges::find(view.holds, HoldKind::Conflict, &record::Hold::kind); conflict != view.holds.end()) {
        visible.onHold = true;
        visible.onHoldSince = conflict->since;
        view.holds.erase(conflict);
    }
}

/// Which lists were asked tells what the person is looked for.
void hideLists(VisibleCase& visible) {
    if (!visible.view.coverage) return;
    record::Coverage counts;
    counts.faces = visible.view.coverage->faces;
    counts.fingers = visible.view.coverage->fingers;
    counts.samples = visible.view.coverage->samples;
    counts.unreadable = visible.view.coverage->unreadable;
    counts.limited = visible.view.coverage->limited;
    visible.view.coverage = std::move(counts);
}

/// The document's picture is not shown beside the live one before somebody analysed the live one on its own.
void hidePortrait(VisibleCase& visible, const OfficerId& officer) {
    auto& view = visible.view;
    for (const auto modality : {record::Modality::Face, record::Modality::Finger}) {
        const auto has = [&](bool document) {
            return std::ranges::any_of(view.captures, [&](const auto& each) {
                return each.modality == modality && each.missing == record::MissingReason::None && (each.kind == record::CaptureKind::Document) == document;
            });
        };
        if (!has(true) || !has(false)) continue;
        const bool free = std::ranges::any_of(view.portraits, [&](const auto& each) {
            return each.modality == modality && (each.conclusion || (each.examiner == officer && !each.analysis.empty()));
        });
        if (free) continue;
        visible.portraitHidden = true;
        std::erase_if(view.captures, [&](const auto& each) { return each.modality == modality && each.kind == record::CaptureKind::Document; });
    }
}

bool openedNotes(const CaseView& view, const OfficerId& officer) {
    const auto shown = view.exposure.find(officer);
    return shown != view.exposure.end() && std::ranges::any_of(shown->second, [&](const auto& each) {
        return each.what == record::Shown::Conclusions && each.asked && each.round == view.round;
    });
}

bool isPicture(const record::Capture& capture) { return capture.missing == record::MissingReason::None; }

/// What this officer is told by being shown the case so.
void noteWhatIsShown(VisibleCase& visible, const CaseView& whole) {
    using record::Shown;
    auto& view = visible.view;
    const bool found = !view.candidates.empty() && visible.revealed;
    if (found) visible.shows.insert({Shown::Scores, Shown::Entry});
    const bool others = std::ranges::any_of(view.examinations, [&](const auto& each) { return each.examiner != visible.officer; });
    if (others || view.outcome || view.identification || !view.decisionHeads.empty() ||
        std::ranges::any_of(view.partnerRequests, [](const auto& each) { return each.reply.has_value(); }))
        visible.shows.insert(Shown::Conclusions);
    if (std::ranges::any_of(view.remarks, [&](const auto& each) { return each.officer != visible.officer && !isHarmless(whole, each, false); }))
        visible.shows.insert(Shown::Notes);
    if (view.round.number > 1) visible.shows.insert(Shown::EarlierRound);
    // Beside a live sample; alone, as at the counter before one is taken, it spoils no comparison.
    for (const auto& document : view.captures)
        for (const auto& live : view.captures)
            if (isPicture(document) && isPicture(live) && document.modality == live.modality && document.kind == record::CaptureKind::Document &&
                live.kind != record::CaptureKind::Document)
                visible.shows.insert(Shown::Portrait);
    for (const auto what : visible.shows)
        if (!whole.wasShown(visible.officer, what)) visible.unrecorded.insert(what);
}

void hideIdentity(VisibleCase& visible) {
    visible.identityHidden = true;
    const auto id = visible.view.traveler.id;
    visible.view.traveler = {};
    visible.view.traveler.id = id;
    visible.view.referralNote.clear();
    visible.view.documents.clear();
    std::erase_if(visible.view.captures, [](const auto& each) { return each.kind == record::CaptureKind::Document; });
}

}  // namespace

const record::Examination* VisibleCase::own() const { return latestOf(view, officer); }

bool readsHoldKinds(const record::Officer& officer, UtcTime now) {
    return officer.holds(Role::Supervisor, now) || officer.holds(Role::Protection, now) || officer.holds(Role::Dpo, now) ||
           officer.holds(Role::Auditor, now);
}

bool isNeutral(HoldKind kind) { return kind == HoldKind::Protection || kind == HoldKind::Medical || kind == HoldKind::LegalRetention; }

bool mayExamine(const record::Officer& officer, UtcTime now) {
    return officer.holds(Role::ExaminerFace, now) || officer.holds(Role::ExaminerFinger, now);
}

bool decidesOnly(const record::Officer& officer, UtcTime now) { return readsHoldKinds(officer, now) && !mayExamine(officer, now); }

bool keptBlind(const CaseView& view, const record::Officer& officer, UtcTime now) {
    if (isResolved(view.state) || decidesOnly(officer, now)) return false;
    if (const auto* own = latestOf(view, officer.id); own && own->concluded) return false;
    // What was seen stays seen: hiding it from who was shown it would only look like blindness.
    const auto shown = view.exposure.find(officer.id);
    return shown == view.exposure.end() || std::ranges::all_of(shown->second, [&](const auto& each) {
               return !isFinding(each.what) || (each.byReveal && each.round == view.round);
           });
}

bool knowsFindings(const CaseView& view, const record::Officer& officer, UtcTime now) {
    if (keptBlind(view, officer, now)) return false;
    if (!isResolved(view.state) || decidesOnly(officer, now) || !mayExamine(officer, now)) return true;
    const auto shown = view.exposure.find(officer.id);
    return shown != view.exposure.end() && std::ranges::any_of(shown->second, [](const auto& each) { return isFinding(each.what); });
}

std::map<CaseState, std::int64_t> maskedCounts(const std::map<CaseState, std::int64_t>& counts) {
    std::map<CaseState, std::int64_t> masked;
    for (const auto& [state, count] : counts) masked[maskedState(state)] += count;
    return masked;
}

record::CaseState maskedState(CaseState state) {
    switch (state) {
        case CaseState::Disagreement: return CaseState::Concluded1;
        case CaseState::Panel: return CaseState::InVerification;
        case CaseState::DispositionProposed:
        case CaseState::PendingApproval:
        case CaseState::Approved:
        case CaseState::Rejected: return CaseState::IdentityResolved;
        default: return state;
    }
}

bool readsActsOf(const record::Officer& officer, const OfficerId& author, UtcTime now) {
    return author == officer.id || decidesOnly(officer, now);
}

bool readsCases(const record::Officer& officer, UtcTime now) {
    return officer.active && (readsHoldKinds(officer, now) || officer.holds(Role::Officer, now) ||
                              officer.holds(Role::ExaminerFace, now) || officer.holds(Role::ExaminerFinger, now));
}

Hash shuffleSeedFor(const CaseId& caseId, const OfficerId& examiner, const record::Round& round) {
    ByteWriter out;
    out.field("cotejo candidate order 2");
    out.raw(caseId.bytes());
    out.raw(examiner.bytes());
    out.u32(static_cast<std::uint32_t>(round.number));
    out.raw(round.begun.bytes());
    return sha256(out.bytes());
}

bool isBlindState(CaseState state) {
    return state == CaseState::Concluded1 || state == CaseState::InVerification || state == CaseState::Disagreement ||
           state == CaseState::Panel;
}

bool isResolved(CaseState state) {
    switch (state) {
        case CaseState::IdentityResolved:
        case CaseState::DispositionProposed:
        case CaseState::PendingApproval:
        case CaseState::Approved:
        case CaseState::Rejected:
        case CaseState::Executed:
        case CaseState::Closed: return true;
        default: return false;
    }
}

std::string letterOf(std::size_t index) {
    std::string letters;
    for (++index; index > 0; index = (index - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (index - 1) % 26));
    return letters;
}

std::vector<record::Candidate> shuffled(std::vector<record::Candidate> candidates, const Hash& seed) {
    std::vector<std::pair<Hash, record::Candidate>> keyed;
    for (auto& each : candidates) {
        Bytes bytes(seed.bytes().begin(), seed.bytes().end());
        bytes.insert(bytes.end(), each.id.bytes().begin(), each.id.bytes().end());
        const auto key = sha256(bytes);
        keyed.emplace_back(key, std::move(each));
    }
    std::ranges::sort(keyed, {}, &std::pair<Hash, record::Candidate>::first);
    candidates.clear();
    for (auto& each : keyed) candidates.push_back(std::move(each.second));
    return candidates;
}

VisibleCase visibleCase(const CaseView& view, const record::Officer& officer, UtcTime now, const EntryLookup& entries) {
    VisibleCase visible;
    visible.view = view;
    visible.officer = officer.id;
    visible.readsHolds = readsHoldKinds(officer, now);
    visible.mine = view.lease && view.lease->officer == officer.id && view.lease->until > now;
    const auto* own = latestOf(view, officer.id);
    const bool resolved = isResolved(view.state);
    const bool decides = decidesOnly(officer, now);
    const bool conclusionGiven = own && own->concluded;
    visible.revealed = resolved || (own && own->revealed);

    if (!resolved && !conclusionGiven && !openedNotes(view, officer.id)) {
        if (keptBlind(view, officer, now)) {
            hideOthersWork(visible, view, officer.id);
        } else {
            // Nobody sees the work of a round that is under way; what stands from before is theirs to know.
            std::erase_if(visible.view.examinations, [&](const auto& each) { return each.round == view.round && each.examiner != officer.id; });
        }
        if (!visible.revealed) hideLists(visible);
    }
    if (isBlindState(view.state) && !conclusionGiven && !decides) hideIdentity(visible);
    if (!decides && (!resolved || view.state == CaseState::IdentityResolved)) hidePortrait(visible, officer.id);
    if (!visible.readsHolds) hideHolds(visible);
    if (!officer.holds(Role::Protection, now)) hideRestricted(visible, view);

    const auto seed = own ? own->shuffleSeed : shuffleSeedFor(view.id, officer.id, view.round);
    visible.view.candidates.clear();
    for (auto& candidate : shuffled(view.candidates, seed)) {
        VisibleCandidate each;
        each.id = candidate.id;
        each.letter = letterOf(visible.candidates.size());
        each.modality = candidate.modality;
        each.probe = candidate.probe;
        each.reference = candidate.reference;
        const auto entry = entries(candidate.entry);
        // References are shown once the analysis of the probe is saved.
        if (entry && (resolved || (own && own->analysisSaved)))
            for (const auto& capture : entry->captures) {
                if (capture.id == candidate.reference) each.referenceCapture = capture;
                if (capture.modality == candidate.modality) each.references.push_back(capture);
            }
        if (own) {
            each.visited = own->visited.contains(candidate.id);
            if (const auto found = own->provisional.find(candidate.id); found != own->provisional.end()) each.provisional = found->second;
            if (const auto found = own->final.find(candidate.id); found != own->final.end()) each.final = found->second;
        }
        if (visible.revealed) {
            each.revealed = RevealedCandidate{candidate.score, candidate.rank, candidate.decision, candidate.entry, entry};
        } else {
            candidate.score = {};
            candidate.rank = 0;
            candidate.decision = record::ComparisonDecision::NonMatch;
            candidate.entry = {};
            candidate.facts = {};
        }
        visible.view.candidates.push_back(std::move(candidate));
        visible.candidates.push_back(std::move(each));
    }
    if (!visible.revealed)
        for (auto& head : visible.view.decisionHeads) head.identity = head.identity.substr(0, head.identity.find(':'));
    noteWhatIsShown(visible, view);
    return visible;
}

}  // namespace cotejo::review
