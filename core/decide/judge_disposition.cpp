#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/judge.h"

namespace cotejo::decide {

using record::CaseState;
using record::Disposition;
using record::HoldKind;
using record::Outcome;
using record::Role;

void Judge::fourEyes() {
    if (m_view.comparisonActors.contains(self())) no(kFourEyes, {{"part", "comparison"}});
    if (m_view.proposalActors.contains(self())) no(kFourEyes, {{"part", "proposal"}});
}

bool Judge::pastMaximumHold(UtcTime since) const {
    return m_now && m_now->policy.maximumHold && m_now->now >= std::max(since, m_now->policy.holdSince) + *m_now->policy.maximumHold;
}

/// The search copied what the list says of the entry; whoever searched may have written something else.
void Judge::asListed(bool releases) {
    if (!m_now || !m_now->entry || !m_view.identification || m_now->entry->id != m_view.identification->entry) return;
    const auto& list = *m_now->entry;
    const auto& facts = m_view.identification->facts;
    const bool altered = list.version == facts.listVersion && (list.purpose() != facts.purpose || list.grade != facts.grade);
    const bool guarding = releases && facts.purpose == record::EntryPurpose::Identity && list.purpose() != record::EntryPurpose::Identity;
    if (altered || guarding) no(kEntryNotActionable, {{"why", "altered"}});
}

void Judge::allows(Disposition disposition) {
    const auto& row = rowOf(disposition);
    const Params which{{"disposition", std::string(codeOf(disposition))}, {"outcome", m_view.outcome ? std::string(codeOf(*m_view.outcome)) : ""}};
    if (!m_view.outcome || !(row.plain | row.withApproval).has(*m_view.outcome)) no(kOutcomeMismatch, which);
    forbiddenBy(row.forbiddenBy);
    if (m_now && m_now->snapshot != record::SnapshotAge::Fresh && !row.onStaleSnapshot) no(kSnapshotStale);
    if (row.releases || row.adverse) missing(kNotExamined, unexamined(m_view), "candidates");
    if (row.releases || row.adverse) asListed(row.releases);
    if (!row.adverse) return;
    if (m_view.outcome && m_view.settledBy.size() < 2) no(kNotVerified);
    if (m_view.outcome != Outcome::Identified) return;
    if (!m_view.identification || m_view.identification->contested)
        no(kNotVerified);
    else if (!row.purposes.empty() && !row.purposes.has(m_view.identification->facts.purpose))
        no(kEntryPurpose, {{"purpose", std::string(codeOf(m_view.identification->facts.purpose))}, {"purposes", codesOf(row.purposes)}});
    if (row.needsConfirmation && m_view.confirmation != "confirmed" && !overridden(m_view, "hold"))
        no(guarded() && m_view.identification && pastMaximumHold(m_view.identification->since) ? kHoldExpired : kNotConfirmed, {{"answer", m_view.confirmation}});
    actionable();
}

void Judge::actionable() {
    if (m_view.confirmation == "not_confirmed" && !overridden(m_view, "hold")) no(kEntryNotActionable, {{"why", "not_confirmed"}});
    if (const auto changed = m_view.identification ? m_view.entryStatus.find(m_view.identification->entry) : m_view.entryStatus.end();
        changed != m_view.entryStatus.end() && changed->second != record::EntryStatus::Active)
        no(kEntryNotActionable, {{"why", std::string(codeOf(changed->second))}});
    if (!m_now) return;
    const auto& entry = m_now->entry;
    if (!entry)
        no(kEntryNotActionable, {{"why", "unknown"}});
    else if (entry->status != record::EntryStatus::Active)
        no(kEntryNotActionable, {{"why", std::string(codeOf(entry->status))}});
    else if (!entry->alerts(m_now->now))
        no(kEntryNotActionable, {{"why", "past_review"}});
    if (m_now->snapshot != record::SnapshotAge::Fresh)
        no(kEntryNotActionable, {{"why", "snapshot_" + std::string(codeOf(m_now->snapshot))}});
}

/// Papers that the disposition needs, and an appeal window that has ended or was waived with counsel.
void Judge::dossierComplete(Disposition disposition) {
    missing(kPaperMissing, missingPapers(m_view, disposition), "papers");
    if (!m_now || disposition != Disposition::Repatriate) return;
    const bool waived = std::ranges::any_of(m_view.documents, [](const auto& each) { return each.kind == "appeal_waiver" && !each.restricted; });
    const auto today = toIso(m_now->now).substr(0, 10);
    for (const auto& each : m_view.documents)
        if (each.kind == "appeal_window" && !waived && (each.until.empty() || each.until >= today)) no(kAppealOpen, {{"until", each.until}});
}

void Judge::readWhole() {
    std::vector<std::string> titles;
    std::string hashes;
    for (const auto* document : unreadDocuments(m_view, m_actor, m_now)) {
        titles.push_back(document->title);
        hashes += (hashes.empty() ? "" : ",") + document->blob.text();
    }
    missing(kNotRead, titles, "documents");
    if (!titles.empty()) m_reasons.back().params.emplace_back("blobs", hashes);
}

void Judge::judge(const record::ProposeDisposition& act) {
    mustHold();
    if (m_view.coverage && !m_view.coverageReadBy.contains(self())) no(kCoverageUnread);
    reason(act.reasons);
    const auto& row = rowOf(act.disposition);
    if (m_view.outcome && row.withApproval.has(*m_view.outcome) && blank(act.legalBasis)) no(kNoLegalBasis);
    allows(act.disposition);
}

void Judge::judge(const record::SubmitForApproval&) {
    notLeasedByOther();
    if (!m_view.disposition) return;
    allows(m_view.disposition->disposition);
    dossierComplete(m_view.disposition->disposition);
}

/// Whoever lifted a hold, recorded, countersigned or settled an owner's answer, waived a paper, or supplied one that opens the way would approve the
/// own work.
void Judge::clearedNothing() {
    const bool supplied = m_view.disposition && std::ranges::any_of(m_view.documents, [&](const auto& each) {
        const auto* row = paperOf(each.kind);
        return row && (row->opensTheWay || row->neededBy.has(m_view.disposition->disposition)) && each.addedBy == self();
    });
    if (supplied || m_view.clearanceActors.contains(self())) no(kFourEyes, {{"part", "clearance"}});
}

void Judge::judge(const record::Approve& act) {
    fourEyes();
    clearedNothing();
    if (m_view.disposition) {
        allows(m_view.disposition->disposition);
        dossierComplete(m_view.disposition->disposition);
    }
    readWhole();
    // What was read is what is approved: a paper that came between the reading and the word is not in it.
    if (act.dossier != dossierHash(m_view)) no(kApprovalOutdated);
    // Approving again is for an approval that no longer carries.
    if (m_view.state == CaseState::Approved && m_view.disposition && m_view.disposition->approvedDossier == act.dossier && m_now &&
        m_view.disposition->decidedAt && m_now->now - *m_view.disposition->decidedAt < m_now->policy.approval)
        wrongState();
}

void Judge::judge(const record::Reject& act) {
    reason(act.reason);
    if (m_view.comparisonActors.contains(self())) no(kFourEyes, {{"part", "comparison"}});
}

void Judge::stillApproved() {
    const auto& record = *m_view.disposition;
    if (m_view.state != CaseState::Approved) return;
    if (record.approvedDossier != dossierHash(m_view)) no(kApprovalOutdated);
    if (m_now && (!record.decidedAt || m_now->now - *record.decidedAt >= m_now->policy.approval))
        no(kApprovalStale, {{"approved", record.decidedAt ? toIso(*record.decidedAt) : ""}});
}

/// The case goes onto a list of people to be returned: everything is checked as at boarding.
void Judge::judge(const record::FreezeManifest& act) {
    notLeasedByOther();
    if (!m_view.disposition) return no(kOutcomeMismatch);
    if (!rowOf(m_view.disposition->disposition).needsManifest)
        no(kOutcomeMismatch, {{"disposition", std::string(codeOf(m_view.disposition->disposition))}});
    stillApproved();
    allows(m_view.disposition->disposition);
    dossierComplete(m_view.disposition->disposition);
    if (blank(act.manifest)) no(kNoReceipt);
}

void Judge::judge(const record::Execute& act) {
    notLeasedByOther();
    if (!m_view.disposition) return no(kOutcomeMismatch);
    const auto& record = *m_view.disposition;
    const auto& row = rowOf(record.disposition);
    if (m_now && !m_now->online && row.execution == Reach::OnlineOnly) no(kOffline);
    if (m_view.state == CaseState::DispositionProposed && needsApproval(m_view)) no(kApprovalMissing);
    stillApproved();
    allows(record.disposition);
    dossierComplete(record.disposition);
    if (row.needsManifest && record.manifest.empty()) no(kNotOnManifest);
    if (blank(act.receipt)) no(kNoReceipt);
}

void Judge::judge(const record::AnswerReferral& act) {
    if (!m_view.disposition || !rowOf(m_view.disposition->disposition).refers || !m_view.disposition->answer.empty()) return wrongState();
    if (m_view.disposition->disposition == Disposition::ReferProtection && !has(Role::Protection))
        no(kRole, {{"roles", std::string(codeOf(Role::Protection))}});
    if (m_view.disposition->disposition == Disposition::ReferPartnerCheck && !has(Role::Officer))
        no(kRole, {{"roles", std::string(codeOf(Role::Officer))}});
    reason(act.answer);
    if (blank(act.reference)) no(kNoReceipt);
}

// Papers.

/// A paper that this person reads; a restricted one is to others as if it were not there. A file may stand for several papers.
const record::DossierDocument* Judge::readablePaper(const Hash& blob, std::string_view kind) const {
    for (const auto& each : m_view.documents)
        if (each.blob == blob && (kind.empty() || each.kind == kind) && (!each.restricted || has(Role::Protection))) return &each;
    return nullptr;
}

void Judge::judge(const record::AddDocument& act) {
    if (act.document.blob.isZero()) return invalid("a document of the dossier needs its file");
    const auto* row = paperOf(act.document.kind);
    if (!row) invalid("a paper of the dossier has a kind of the table, or 'other'");
    if (row && act.document.kind == kUnreadable) invalid("a paper is found unreadable by another person, once it is in the dossier");
    // Its own content is read by the role protection alone, so it must say so.
    if (row && row->restricted && !act.document.restricted) invalid("a paper of this kind is protected content and is added as restricted");
    const auto& mime = act.document.mime;
    const bool drawable = mime == "application/pdf" || mime.starts_with("text/plain") || (mime.starts_with("image/") && mime != "image/svg+xml");
    if (!drawable || act.document.pages < 1) no(kNotDrawable, {{"mime", mime}});
    if (act.document.kind == "appeal_window" && act.document.until.empty()) invalid("a paper on the appeal window says until when it runs");
}

void Judge::judge(const record::NameDocument& act) {
    const auto* found = readablePaper(act.blob);
    if (!found) return no(kDocumentMissing);
    const auto* row = paperOf(act.kind);
    if (!row || row->restricted != found->restricted) return invalid("a paper of the dossier has a kind of the table, or 'other'");
    // Whoever approves need not read it any more: not by the word of the one who supplied it.
    if (act.kind == kUnreadable && found->addedBy == self()) no(kSameActor);
    if (act.kind == "appeal_window" && found->until.empty()) invalid("a paper on the appeal window says until when it runs");
}

void Judge::judge(const record::WaivePaper& act) {
    const auto* row = paperOf(act.kind);
    if (!row || !row->waivable || row->neededBy.empty()) return missing(kPaperMissing, {act.kind}, "papers");
    reason(act.reason);
}

void Judge::judge(const record::OpenDocument& act) {
    const auto* found = readablePaper(act.blob);
    if (!found) return no(kDocumentMissing);
    if (act.pages < found->pages) no(kNotRead, {{"count", "1"}, {"documents", found->title}, {"blobs", act.blob.text()}});
}

// The guard and the entry's owner.

const record::OwnerAnswer* Judge::answer(const Hash& event) const {
    const auto found = std::ranges::find(m_view.answers, event, &record::OwnerAnswer::event);
    return found == m_view.answers.end() ? nullptr : &*found;
}

std::vector<const record::Identification*> Judge::about(const WatchlistEntryId& named) {
    auto found = identifiedBy(m_view, named);
    if (found.empty() && m_view.identification) no(kWhichEntry);
    return found;
}

void Judge::judge(const record::RequestConfirmation& act) {
    if (!m_view.identification) no(kOutcomeMismatch);
    about(act.entry);
    if (blank(act.channel)) invalid("a request for confirmation names its channel");
}

void Judge::judge(const record::ConfirmEntry& act) {
    if (!m_view.identification) return no(kOutcomeMismatch);
    const auto which = about(act.entry);
    if (which.empty()) return;
    constexpr std::string_view kAnswers[] = {"confirmed", "not_confirmed", "need_time", "no_answer"};
    if (std::ranges::find(kAnswers, act.answer) == std::end(kAnswers))
        return invalid("the owner's answer is confirmed, not_confirmed, need_time or no_answer");
    if (act.answer == "no_answer") return;
    if (blank(act.reference) || blank(act.channel) || blank(act.answeredBy))
        invalid("an answer is recorded with its reference, its channel and who gave it");
    if (act.answer == "need_time") return;
    if (!readablePaper(act.paper, "owner_answer")) no(kDocumentMissing, {{"kinds", "owner_answer"}});
    // An answer from before is the answer to another question. People write times to the minute.
    const auto since = which.front()->since;
    if (act.answeredAt + std::chrono::minutes(1) <= since || (m_now && act.answeredAt > m_now->now))
        invalid("the owner answered after the identification, " + toIso(since) + ", and before now");
}

void Judge::judge(const record::CountersignAnswer& act) {
    const auto* given = answer(act.answer);
    if (!given) return no(kNoAnswer);
    if (given->recordedBy == self()) no(kSameActor);
    if (m_view.comparisonActors.contains(self())) no(kFourEyes, {{"part", "comparison"}});
    if (given->counts()) wrongState();
    const auto paper = std::ranges::find(m_view.documents, given->paper, &record::DossierDocument::blob);
    if (paper != m_view.documents.end() && !paper->openedBy.contains(self()))
        no(kNotRead, {{"count", "1"}, {"documents", paper->title}, {"blobs", paper->blob.text()}});
}

void Judge::judge(const record::SettleAnswers& act) {
    fourEyes();
    reason(act.reason);
    const auto* given = answer(act.answer);
    if (!given || !given->counts() || answerOf(m_view, given->entry) != "differs") no(kNoAnswer);
    else if (std::ranges::any_of(m_view.answers, [&](const auto& each) {
                 return each.entry == given->entry && (each.recordedBy == self() || each.countersignedBy == self());
             }))
        no(kSameActor);  // of either answer
}

void Judge::judge(const record::OverrideGuard& act) {
    fourEyes();
    reason(act.reason);
    if (blank(act.legalBasis)) no(kNoLegalBasis);
    if (act.way != "release" && act.way != "hold") return invalid("an override is one to release or one to hold");
    if (!m_view.identification) return wrongState();
    const auto which = about(act.entry);
    if (which.empty()) return;
    if (act.way == "release" && std::ranges::none_of(which, [](const auto* each) { return guards(*each); })) return wrongState();
    const bool mine = std::ranges::all_of(which, [&](const auto* one) {
        return std::ranges::any_of(m_view.overrides, [&](const auto& each) {
            return each.by == self() && each.way == act.way && each.identification == one->event && each.entry == one->entry;
        });
    });
    if (mine) no(kSameActor);
}

void Judge::judge(const record::LapseGuard& act) {
    fourEyes();
    if (m_now && (m_now->policy.holdBy == self() || has(Role::Admin))) no(kFourEyes, {{"part", "policy"}});
    if (!guarded()) return wrongState();
    const auto which = about(act.entry);
    if (which.empty()) return;
    if (std::ranges::none_of(which, [](const auto* each) { return guards(*each); })) return wrongState();
    if (answerOf(m_view, which.front()->entry) == "confirmed") no(kReleaseGuard, {{"hold", "release_guard"}});
    if (m_now && !std::ranges::all_of(which, [&](const auto* each) { return pastMaximumHold(each->since); })) no(kClockRuns);
}

}  // namespace cotejo::decide
