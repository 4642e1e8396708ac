#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/judge.h"

namespace cotejo::decide {

using record::CaseState;
using record::ExaminerConclusion;
using record::Modality;
using record::Role;

void Judge::qualifiedFor(Modality modality) {
    const auto role = modality == Modality::Face ? Role::ExaminerFace : Role::ExaminerFinger;
    if (!has(role)) no(kNotQualified, {{"roles", std::string(codeOf(role))}});
}

void Judge::qualifiedForAll() {
    for (const auto modality : {Modality::Face, Modality::Finger})
        if (std::ranges::any_of(m_view.candidates, [&](const auto& each) { return each.modality == modality; })) qualifiedFor(modality);
    if (m_view.candidates.empty() && !has(Role::ExaminerFace) && !has(Role::ExaminerFinger)) no(kNotQualified);
}

/// Every examiner is blind; the second and third are others than the ones before.
void Judge::independent() {
    const int number = examinationNumber(m_view.state == CaseState::Concluded1     ? CaseState::InVerification
                                         : m_view.state == CaseState::Disagreement ? CaseState::Panel
                                                                                   : m_view.state);
    const bool before = number >= 2 && std::ranges::any_of(m_view.examinations, [&](const auto& each) {
        return each.round == m_view.round && each.number < number && each.examiner == self() && (each.concluded || each.revealed);
    });
    if (before) return no(kSameActor);
    if (!isBlind(m_view, self())) no(kNotBlind);
}

const record::Examination* Judge::analysed() {
    const auto* own = ownExamination(m_view, self());
    if (own && own->analysisSaved) return own;
    no(kAnalysisMissing);
    return nullptr;
}

void Judge::examining() {
    mustHold();
    independent();
}

/// From then on the round keeps its samples and its search; a recapture begins another.
bool Judge::scoresShown() const {
    return std::ranges::any_of(m_view.examinations, [&](const auto& each) { return each.round == m_view.round && (each.revealed || each.concluded); });
}

void Judge::judge(const record::RecordSearch& act) {
    notLeasedByOther();
    if (m_now && m_now->snapshot == record::SnapshotAge::Expired && !act.coverage.searched.empty()) no(kSnapshotExpired);
    if (scoresShown()) no(kRevealed);
    for (const auto& one : act.candidates)
        for (const auto& other : act.candidates)
            if (one.modality == other.modality && one.score.algorithm != other.score.algorithm)
                return no(kScoreIncomparable, {{"one", one.score.algorithm.name + " " + one.score.algorithm.version},
                                               {"other", other.score.algorithm.name + " " + other.score.algorithm.version}});
    if (act.limits.narrows()) reason(act.limits.purpose);
}

void Judge::judge(const record::SaveAnalysis& act) {
    examining();
    if (blank(act.analysis)) no(kAnalysisMissing);
    const auto* own = ownExamination(m_view, self());
    if (own && !own->visited.empty()) no(kAnalysisLocked);
}

void Judge::judge(const record::VisitCandidate& act) {
    examining();
    analysed();
    if (const auto* candidate = candidateOf(m_view, act.candidate))
        qualifiedFor(candidate->modality);
    else
        no(kNoCandidate);
}

void Judge::judge(const record::SaveProvisional& act) {
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

void Judge::judge(const record::Reveal&) {
    examining();
    if (!m_view.coverage) no(kNotSearched);
    const auto* own = analysed();
    if (!own) return;
    everyCandidate(kNotVisited, [&](const auto& id) { return own->visited.contains(id); });
    everyCandidate(kProvisionalMissing, [&](const auto& id) { return own->provisional.contains(id); });
    if (own->revealed) no(kRevealed);
}

void Judge::judge(const record::Conclude& act) {
    examining();
    qualifiedForAll();
    if (const auto* own = analysed()) everyCandidate(kNotVisited, [&](const auto& id) { return own->visited.contains(id); });
    everyCandidate(kProvisionalMissing, [&](const auto& id) {
        return std::ranges::count(act.conclusions, id, &record::CandidateConclusion::candidate) == 1;
    });
    for (const auto& each : act.conclusions) {
        if (!candidateOf(m_view, each.candidate)) no(kNoCandidate);
        if (blank(each.reasons)) no(kNoReason, {{"candidates", each.candidate.text()}});
        if (blank(each.counterReason)) no(kNoCounterevidence, {{"candidates", each.candidate.text()}});
    }
    missing(kNoSearch, searchGaps(m_view), "gaps");
    if (!fits(act)) no(kOutcomeMismatch, {{"outcome", std::string(codeOf(act.outcome))}});
}

/// Whether the outcome says what the conclusions say.
bool Judge::fits(const record::Conclude& act) const {
    const auto all = static_cast<std::ptrdiff_t>(act.conclusions.size());
    const auto count = [&](ExaminerConclusion value) { return std::ranges::count(act.conclusions, value, &record::CandidateConclusion::conclusion); };
    const auto between = std::ranges::count_if(act.conclusions, [](const auto& each) { return record::isInconclusive(each.conclusion); });
    switch (act.outcome) {
        case record::Outcome::NoCandidate: return !act.identified && m_view.candidates.empty();
        case record::Outcome::Excluded: return !act.identified && all > 0 && count(ExaminerConclusion::Exclusion) == all;
        case record::Outcome::Inconclusive:
            return !act.identified && count(ExaminerConclusion::Identification) == 0 && (all == 0 || between > 0);
        case record::Outcome::Identified: break;
    }
    const auto* identified = act.identified ? candidateOf(m_view, *act.identified) : nullptr;
    if (!identified) return false;
    bool named = false;
    for (const auto& each : act.conclusions) {
        if (each.conclusion != ExaminerConclusion::Identification) continue;
        // A person may stand in several entries, and is identified as each of them.
        named = named || candidateOf(m_view, each.candidate) == identified;
    }
    return named;
}

void Judge::judge(const record::OpenOtherNotes&) {}

void Judge::judge(const record::ReadCoverage&) {
    if (!m_view.coverage) no(kNotSearched);
}

/// By a supervisor who took no part: what stands is in question, and stays until two others have ended it.
void Judge::judge(const record::OrderReexamination& act) {
    fourEyes();
    reason(act.reason);
    if (!m_view.outcome) no(kOutcomeMismatch);
    if (m_view.reexamining()) no(kOpenMatters, {{"count", "1"}, {"matters", "reexamination"}});
}

/// By whoever ordered it, before anybody examined: what two posts differed in, or an examiner began, is not withdrawn.
void Judge::judge(const record::WithdrawReexamination& act) {
    fourEyes();
    reason(act.reason);
    if (!m_view.reexamining() || !m_view.outcome) return wrongState();
    for (const auto& order : m_view.reexaminations) {
        if (!order.open()) continue;
        if (order.orderedBy != self()) no(kOrderedByOther);
        const bool begun = std::ranges::any_of(m_view.examinations, [&](const auto& each) { return each.orders.contains(order.event); });
        if (begun || order.ofConflict) no(kOpenMatters, {{"count", "1"}, {"matters", "reexamination"}});
    }
}

// 1:1, the document's portrait or print against the live sample.

const record::Capture* Judge::captureOf(const CaptureId& id) const {
    const auto found = std::ranges::find(m_view.captures, id, &record::Capture::id);
    return found == m_view.captures.end() ? nullptr : &*found;
}

const record::PortraitCheck* Judge::ownPortrait(Modality modality, const CaptureId& live, const CaptureId& document) const {
    for (const auto& each : m_view.portraits)
        if (each.examiner == self() && each.modality == modality && (live.isZero() || (each.live == live && each.document == document))) return &each;
    return nullptr;
}

void Judge::portraitPair(const CaptureId& liveId, const CaptureId& documentId) {
    const auto* live = captureOf(liveId);
    const auto* document = captureOf(documentId);
    if (!live || !document || live->modality != document->modality || live->kind == record::CaptureKind::Document ||
        document->kind != record::CaptureKind::Document)
        return invalid("a live sample of the case is compared with the document's own of the same kind");
    qualifiedFor(live->modality);
    if (!ownPortrait(live->modality)) no(kAnalysisMissing);
}

void Judge::judge(const record::SavePortraitAnalysis& act) {
    qualifiedFor(act.modality);
    if (blank(act.analysis)) no(kAnalysisMissing);
    const auto* own = ownPortrait(act.modality);
    if (own && own->opened) no(kAnalysisLocked);
    // Whoever saw the document's picture does not analyse the live one on its own any more.
    if (!own && m_view.wasShown(self(), record::Shown::Portrait)) no(kNotBlind);
}

void Judge::judge(const record::OpenPortrait& act) { portraitPair(act.live, act.document); }

void Judge::judge(const record::ConcludePortrait& act) {
    portraitPair(act.live, act.document);
    reason(act.reasons);
    if (blank(act.counterReason)) no(kNoCounterevidence);
    const auto* live = captureOf(act.live);
    const auto* own = live ? ownPortrait(live->modality, act.live, act.document) : nullptr;
    if (!own || !own->opened) no(kNotOpened);
    if (own && own->score) no(kRevealed);
    else if (own && own->conclusion) no(kConcludedBefore);
}

void Judge::judge(const record::RevealPortrait& act) {
    portraitPair(act.live, act.document);
    const auto* live = captureOf(act.live);
    const auto* own = live ? ownPortrait(live->modality, act.live, act.document) : nullptr;
    if (!own || !own->conclusion) no(kProvisionalMissing, {{"count", "1"}});
}

}  // namespace cotejo::decide
