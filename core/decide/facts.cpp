#include "core/decide/facts.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/crypto.h"
#include "core/base/json.h"
#include "core/decide/rules.h"
#include "core/decide/table.h"

namespace cotejo::decide {

using record::CaseView;
using record::ExaminerConclusion;
using record::HoldKind;
using record::Outcome;

const record::Candidate* candidateOf(const CaseView& view, const CandidateId& id) {
    const auto found = std::ranges::find(view.candidates, id, &record::Candidate::id);
    return found == view.candidates.end() ? nullptr : &*found;
}

namespace {

/// The one that was named for its entry, else the first of the entry.
std::vector<CandidateId> personsOf(const CaseView& view, const record::Conclude& act) {
    std::map<WatchlistEntryId, CandidateId> persons;
    for (const auto& each : act.conclusions)
        if (const auto* candidate = candidateOf(view, each.candidate); candidate && each.conclusion == ExaminerConclusion::Identification)
            if (const auto known = persons.try_emplace(candidate->entry, candidate->id); act.identified == candidate->id) known.first->second = candidate->id;
    std::vector<CandidateId> all;
    for (const auto& [entry, id] : persons) all.push_back(id);
    return all;
}

}  // namespace

std::set<WatchlistEntryId> identifiedEntries(const CaseView& view, const std::vector<record::CandidateConclusion>& conclusions) {
    std::set<WatchlistEntryId> entries;
    for (const auto& each : conclusions)
        if (const auto* candidate = candidateOf(view, each.candidate); candidate && each.conclusion == ExaminerConclusion::Identification)
            entries.insert(candidate->entry);
    return entries;
}

bool drawnForVerification(const CaseId& id, const record::Round& round) {
    ByteWriter out;
    out.field("cotejo verification draw 1");
    out.raw(id.bytes());
    out.u32(static_cast<std::uint32_t>(round.number));
    const auto hash = sha256(out.bytes());
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | hash.bytes()[i];
    return number < kVerifiedShare * 4294967296.0;
}

bool verificationDue(const CaseView& past, const record::Conclude& act) {
    if (act.outcome == Outcome::Identified || past.reexamining()) return true;
    for (const auto& each : act.conclusions) {
        const auto found = std::ranges::find(past.candidates, each.candidate, &record::Candidate::id);
        if (found != past.candidates.end() && found->decision == record::ComparisonDecision::Match) return true;
    }
    return drawnForVerification(past.id, past.round);
}

std::optional<Settlement> settlementOf(const CaseView& past, const record::Conclude& act, const OfficerId& examiner) {
    const int number = examinationNumber(past.state);
    if (number == 0) return std::nullopt;
    if (number == 1) {
        if (verificationDue(past, act)) return std::nullopt;
        return Settlement{act.outcome, act.identified, {}, {examiner}};
    }
    std::vector<OfficerId> all{examiner};
    for (int earlier = 1; earlier < number; ++earlier) {
        const auto* other = concludedExamination(past, earlier);
        if (!other) continue;
        std::vector<record::CandidateConclusion> theirs;
        for (const auto& [id, conclusion] : other->final) theirs.push_back(conclusion);
        if (other->examiner != examiner && other->outcome == act.outcome &&
            identifiedEntries(past, theirs) == identifiedEntries(past, act.conclusions))
            return Settlement{act.outcome, act.identified, personsOf(past, act), {other->examiner, examiner}};
        all.push_back(other->examiner);
    }
    if (number == 2) return std::nullopt;
    return Settlement{Outcome::Inconclusive, std::nullopt, {}, all};  // three examiners, three answers
}

bool isBlind(const CaseView& view, const OfficerId& officer) {
    const auto* own = ownExamination(view, officer);
    if (const auto found = view.exposure.find(officer); found != view.exposure.end())
        for (const auto& each : found->second)
            if (each.what != record::Shown::Portrait && !(each.byReveal && each.round == view.round && own && own->revealed)) return false;
    return std::ranges::none_of(view.reexaminations, [&](const auto& order) {
        return order.open() && std::ranges::any_of(view.examinations, [&](const auto& each) {
                   return each.examiner == officer && !each.orders.contains(order.event);
               });
    });
}

namespace {

/// Lists of those whom partners named.
std::vector<std::string> answersOf(const CaseView& view) {
    std::vector<std::string> lists;
    for (const auto& each : view.partnerRequests)
        if (each.reply == record::PartnerReply::Candidates) lists.push_back(record::answerList(each.terms.id));
    return lists;
}

}  // namespace

std::vector<std::string> searchGaps(const CaseView& view) {
    std::vector<std::string> gaps;
    if (!view.coverage) return {"search"};
    const auto& coverage = *view.coverage;
    const auto answered = [&](const std::string& what) {
        return std::ranges::any_of(coverage.searched, [&](const auto& each) { return each.name == what; }) ||
               std::ranges::any_of(coverage.notSearched, [&](const auto& each) { return each.what == what && !each.reason.empty(); });
    };
    for (const auto& list : coverage.asked)
        if (!answered(list)) gaps.push_back(list);
    if (coverage.searched.empty() && coverage.notSearched.empty()) gaps.emplace_back("lists");
    // Later ones are asked about before anything is decided (unexamined): a second examiner cannot search.
    if (view.state == record::CaseState::InReview)
        for (const auto& list : answersOf(view))
            if (!answered(list)) gaps.push_back(list);
    for (const auto& capture : view.captures) {
        if (capture.kind == record::CaptureKind::Reference || view.unusable.contains(capture.id)) continue;
        if (std::ranges::find(coverage.samples, capture.id) == coverage.samples.end()) gaps.push_back(capture.id.text());
    }
    return gaps;
}

bool searchedWhole(const CaseView& view) {
    if (!view.coverage || view.coverage->limited || !view.unusable.empty() || !searchGaps(view).empty()) return false;
    const auto& coverage = *view.coverage;
    if (coverage.faces + coverage.fingers == 0 || coverage.searched.empty() || !coverage.unreadable.empty()) return false;
    if (coverage.setAside > 0) return false;
    if (std::ranges::any_of(coverage.searched, [](const auto& each) { return 2 * each.compared < each.size; })) return false;
    return std::ranges::all_of(coverage.asked, [&](const auto& list) {
        return std::ranges::any_of(coverage.searched, [&](const auto& each) { return each.name == list; });
    });
}

std::vector<std::string> unexamined(const CaseView& view) {
    std::vector<std::string> open;
    for (const auto& candidate : view.candidates)
        if (std::ranges::none_of(view.examinations, [&](const auto& each) { return each.concluded && each.final.contains(candidate.id); }))
            open.push_back(candidate.id.text());
    // An answer that came after the search named somebody whom nobody compared.
    for (const auto& list : answersOf(view)) {
        const bool searched = view.coverage && std::ranges::any_of(view.coverage->searched, [&](const auto& each) { return each.name == list; });
        if (!searched) open.push_back(list);
    }
    return open;
}

Hash dossierHash(const CaseView& view) {
    ByteWriter out;
    out.field("cotejo dossier 6");
    const auto text = [&](std::string_view value) { out.field(value); };
    const auto raw = [&](const auto& id) { out.raw(id.bytes()); };
    const auto& traveler = view.traveler;
    for (const auto& each : {traveler.familyName, traveler.givenNames, traveler.birthDate, traveler.nationality, view.legalBasis}) text(each);
    for (const auto& each : traveler.documents)
        for (const auto& part : {each.type, each.issuer, each.number, each.expiry, each.mrz}) text(part);
    // Sets are hashed in an order that does not depend on the order in which posts learned of their members.
    std::set<std::string> members;
    const auto add = [&](const std::string& member) { members.insert(member); };
    for (const auto& each : view.captures) add("capture " + each.id.text());
    for (const auto& each : view.candidates) add("candidate " + each.id.text());
    for (const auto& each : view.unusable) add("unusable " + each.text());
    // Whoever does not read a restricted paper is not told by an approval that grew old that there is one; the hold it sets undoes it.
    for (const auto& each : view.documents)
        if (!each.restricted) add("paper " + each.blob.text() + " " + each.kind + " " + each.until);
    for (const auto& each : view.waivers) add("waiver " + each.kind + " " + each.reason);
    for (const auto& each : view.holds) add("hold " + std::string(codeOf(each.kind)) + " " + each.basis);
    for (const auto& each : view.lifts) add("lift " + std::string(codeOf(each.kind)) + " " + each.by.text() + " " + toIso(each.at) + " " + each.document.text());
    for (const auto& each : view.answers) add("answer " + each.event.text() + (each.counts() ? " counts" : ""));
    for (const auto& each : view.partnerRequests)
        if (each.reply && *each.reply != record::PartnerReply::NeedTime) add("partner " + each.terms.id.text() + " " + std::string(codeOf(*each.reply)) + " " + each.message.text());
    for (const auto& each : view.overrides) add("override " + each.way + " " + each.by.text() + " " + each.entry.text());
    for (const auto& each : view.portraits)
        if (each.conclusion) add("portrait " + each.live.text() + each.document.text() + std::string(codeOf(*each.conclusion)));
    for (const auto& each : view.examinations) {
        if (!each.concluded) continue;
        std::string line = "examination " + std::to_string(each.round.number) + " " + each.round.begun.text() + " " + std::to_string(each.number) + " " + each.examiner.text();
        for (const auto& [candidate, conclusion] : each.final)
            line += " " + candidate.text() + std::string(codeOf(conclusion.conclusion)) + conclusion.reasons + conclusion.counterReason;
        add(line);
    }
    out.u32(static_cast<std::uint32_t>(members.size()));
    for (const auto& each : members) text(each);
    text(view.outcome ? codeOf(*view.outcome) : "");
    out.u32(static_cast<std::uint32_t>(view.identifications.size()));
    for (const auto& each : view.identifications)
        text(each.event.text() + " " + each.entry.text() + " " + each.guardEnded + (each.contested ? " contested" : ""));
    if (const auto& proposed = view.disposition) {
        text(codeOf(proposed->disposition));
        text(proposed->reasons);
        text(proposed->legalBasis);
        raw(proposed->proposedBy);
    }
    return sha256(out.bytes());
}

std::vector<std::string> missingPapers(const CaseView& view, record::Disposition disposition) {
    std::vector<std::string> missing;
    for (const auto& row : paperRows()) {
        if (!row.neededBy.has(disposition)) continue;
        // A paper that whoever approves cannot read is none of theirs.
        const bool there = std::ranges::any_of(view.documents, [&](const auto& each) { return each.kind == row.kind && !each.restricted; });
        const bool waived = row.waivable && std::ranges::any_of(view.waivers, [&](const auto& each) { return each.kind == row.kind; });
        if (!there && !waived) missing.emplace_back(row.kind);
    }
    return missing;
}

std::vector<std::string> papersThatEnd(const CaseView& view, HoldKind kind) {
    const auto hold = std::ranges::find(view.holds, kind, &record::Hold::kind);
    const bool byPaper = hold != view.holds.end() && paperOf(hold->basis) != nullptr;
    return rowOf(kind).liftNeedsDocument || byPaper ? papersEnding(kind) : std::vector<std::string>();
}

std::vector<std::string> openMatters(const CaseView& view) {
    std::vector<std::string> open;
    const auto* done = view.disposition ? &*view.disposition : nullptr;
    for (const auto& hold : view.holds) {
        const bool handedOver = hold.kind == HoldKind::ReleaseGuard && done && done->disposition == record::Disposition::HoldFugitive &&
                                !done->receipt.empty() && (view.confirmation == "confirmed" || overridden(view, "hold"));
        if (!handedOver) open.emplace_back(codeOf(hold.kind));
    }
    if (done && rowOf(done->disposition).refers && done->answer.empty()) open.emplace_back("referral");
    if (view.reexamining()) open.emplace_back("reexamination");
    const bool waits = std::ranges::any_of(view.partnerRequests, [](const auto& each) {
        return each.state == record::RequestState::Authorised || each.state == record::RequestState::Sent || each.state == record::RequestState::Acknowledged;
    });
    if (waits) open.emplace_back("partner_request");
    return open;
}

const record::PartnerRequest* requestOf(const CaseView& view, const record::RequestId& id) {
    const auto found = std::ranges::find_if(view.partnerRequests, [&](const auto& each) { return each.terms.id == id; });
    return found == view.partnerRequests.end() ? nullptr : &*found;
}

bool restsOnFindings(record::PartnerPurpose purpose) {
    return purpose == record::PartnerPurpose::Confirmation || purpose == record::PartnerPurpose::PreRemoval;
}

bool samePartner(const record::RequestTerms& one, const record::RequestTerms& other) { return one.country == other.country && one.partner == other.partner; }

bool returnApproved(const CaseView& view) {
    return view.state == record::CaseState::Approved && view.disposition && view.disposition->disposition == record::Disposition::Repatriate && view.disposition->approved;
}

bool needsSupervisor(const CaseView& view, const record::PartnerRequest& request) {
    if (request.terms.bySupervisor || restsOnFindings(request.terms.purpose)) return true;
    return std::ranges::none_of(view.partnerRequests, [&](const auto& each) { return each.left() && samePartner(each.terms, request.terms); });
}

bool portraitStandsInTheWay(const CaseView& view) {
    return std::ranges::any_of(view.portraits, [](const auto& each) {
        return each.opened && (!each.conclusion || *each.conclusion != ExaminerConclusion::Identification);
    });
}

std::optional<UtcTime> remitBy(const CaseView& view, const Policy& policy) {
    const auto hold = std::ranges::find(view.holds, HoldKind::Protection, &record::Hold::kind);
    if (hold == view.holds.end()) return std::nullopt;
    const auto referred = [](const record::DispositionRecord& each) {
        return each.disposition == record::Disposition::ReferProtection && !each.receipt.empty();
    };
    if ((view.disposition && referred(*view.disposition)) || std::ranges::any_of(view.pastDispositions, referred)) return std::nullopt;
    return hold->since + policy.remittal;
}

std::string answerOf(const CaseView& view, const WatchlistEntryId& entry) {
    std::set<std::string> counting;
    std::string last;
    for (const auto& each : view.answers) {
        if (each.entry != entry) continue;
        if (each.counts() && each.settled) return each.answer;
        last = each.answer;
        if (each.counts() && (each.answer == "confirmed" || each.answer == "not_confirmed")) counting.insert(each.answer);
    }
    if (counting.size() == 1) return *counting.begin();
    if (counting.size() > 1) return "differs";
    return last == "confirmed" || last == "not_confirmed" ? "recorded" : last;
}

std::vector<const record::Identification*> identifiedBy(const CaseView& view, const WatchlistEntryId& named) {
    std::vector<const record::Identification*> found;
    for (const auto& each : view.identifications)
        if (named.isZero() || each.entry == named) found.push_back(&each);
    const bool several = std::ranges::any_of(found, [&](const auto* each) { return each->entry != found.front()->entry; });
    if (several) found.clear();
    return found;
}

bool guards(const record::Identification& identification) {
    return identification.facts.purpose != record::EntryPurpose::Identity && identification.guardEnded.empty();
}

bool overridden(const CaseView& view, const record::Identification& identification, std::string_view way) {
    std::set<OfficerId> supervisors;
    for (const auto& each : view.overrides)
        if (each.way == way && each.identification == identification.event && each.entry == identification.entry) supervisors.insert(each.by);
    return supervisors.size() >= 2;
}

bool overridden(const CaseView& view, std::string_view way) { return view.identification && overridden(view, *view.identification, way); }

std::string guardEndOf(const CaseView& view, const record::Identification& identification) {
    const auto status = view.entryStatus.find(identification.entry);
    if (status != view.entryStatus.end() && status->second != record::EntryStatus::Active) return "entry";
    if (answerOf(view, identification.entry) == "not_confirmed") return "answer";
    return overridden(view, identification, "release") ? "override" : "";
}

}  // namespace cotejo::decide
