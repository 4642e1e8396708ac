#include "core/review/visible_case.h"

#include <algorithm>

#include "core/base/crypto.h"

namespace cotejo::review {
namespace {

using record::CaseState;
using record::CaseView;
using record::HoldKind;
using record::Role;

bool isNeutral(HoldKind kind) { return kind == HoldKind::Protection || kind == HoldKind::Medical || kind == HoldKind::LegalRetention; }

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
    for (auto& line : visible.view.history) {
        const auto kind = line.type.starts_with("hold.") ? record::fromCode<HoldKind>(line.detail) : std::nullopt;
        if (kind && isNeutral(*kind)) line.detail = "on_hold";
        if (line.refusal == "E_HOLD_PROTECTION" || line.refusal == "E_HOLD_MEDICAL" || line.refusal == "E_HOLD_LEGAL_RETENTION")
            line.refusal = "E_HOLD";
        if (line.detail == "E_HOLD_PROTECTION" || line.detail == "E_HOLD_MEDICAL" || line.detail == "E_HOLD_LEGAL_RETENTION")
            line.detail = "E_HOLD";
    }
}

void hideRestricted(VisibleCase& visible) {
    auto& view = visible.view;
    std::erase_if(view.documents, [](const auto& document) { return document.restricted; });
    for (auto& line : view.history)
        if (line.type.starts_with("document.") &&
            std::ranges::none_of(view.documents, [&](const auto& document) { return document.kind == line.detail; }))
            line.detail.clear();
}

/// What could tell an examiner how others saw it.
void hideOthersWork(VisibleCase& visible, const OfficerId& officer) {
    auto& view = visible.view;
    std::erase_if(view.examinations, [&](const auto& each) { return each.examiner != officer; });
    view.notes.clear();
    view.decisionHeads.clear();
    std::erase_if(view.comparisonActors, [&](const auto& each) { return each != officer; });
    std::erase_if(view.notesOpenedBy, [&](const auto& each) { return each != officer; });
    view.searchedBy.reset();
    for (auto& line : view.history) {
        if (line.officer == officer || !(line.type.starts_with("examination.") || line.type.starts_with("match."))) continue;
        line.officer = {};
        line.detail.clear();
    }
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

bool readsCases(const record::Officer& officer, UtcTime now) {
    return officer.active && (readsHoldKinds(officer, now) || officer.holds(Role::Officer, now) ||
                              officer.holds(Role::ExaminerFace, now) || officer.holds(Role::ExaminerFinger, now));
}

Hash shuffleSeedFor(const CaseId& caseId, const OfficerId& examiner, int round) {
    ByteWriter out;
    out.field("cotejo candidate order 1");
    out.raw(caseId.bytes());
    out.raw(examiner.bytes());
    out.u32(static_cast<std::uint32_t>(round));
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
    visible.revealed = resolved || (own && own->revealed);

    const bool conclusionGiven = own && own->concluded;
    const bool hasOpenedNotes = view.notesOpenedBy.contains(officer.id);
    const bool decides = visible.readsHolds;  // supervisors and protection see the traveler; nobody sees others' work too early
    if (!resolved && !conclusionGiven && !hasOpenedNotes) hideOthersWork(visible, officer.id);
    if (isBlindState(view.state) && !conclusionGiven && !decides) hideIdentity(visible);
    if (!visible.readsHolds) hideHolds(visible);
    if (!officer.holds(Role::Protection, now)) hideRestricted(visible);
    if (!visible.revealed)
        std::erase_if(visible.view.holds, [](const auto& hold) { return hold.kind == HoldKind::ReleaseGuard; });

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
            for (const auto& capture : entry->captures)
                if (capture.id == candidate.reference) each.referenceCapture = capture;
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
        }
        visible.view.candidates.push_back(std::move(candidate));
        visible.candidates.push_back(std::move(each));
    }
    return visible;
}

}  // namespace cotejo::review
