#pragma once

#include <array>
#include <random>
#include <vector>

#include "core/decide/table.h"
#include "tests/unit/decide/requests.h"

/// What people try on a case: what leads on more often than what does not, and now and then anything at all.
namespace cotejo::decide::testing {

struct Everybody {
    People people;
    std::vector<Officer> all{people.officer, people.ana,    people.berta,      people.carlos, people.dora,   people.supervisor,
                             people.second,  people.protection, people.dpo, people.auditor, people.admin};
    Officer program = person("program", {Role::System});
};

/// What most of a history is about.
enum class About { Anything, ByTheBook, Protection, Reexamination, Apart };

inline bool mayGoOn(const CaseView& view, const Officer& who) {
    const auto* own = ownExamination(view, who.id);
    if (own && own->concluded) return false;
    const bool before = std::ranges::any_of(view.examinations, [&](const auto& each) {
        return each.examiner == who.id && each.round == view.round && each.concluded && each.number > 0;
    });
    return !before && isBlind(view, who.id);
}

/// Who would go on with the case by the book.
inline const Officer& natural(const Post& post, const Everybody& everybody, About about, std::mt19937_64& random) {
    const auto& view = post.view();
    const auto& people = everybody.people;
    const auto& anySupervisor = random() % 2 == 0 ? people.supervisor : people.second;
    if (view.has(HoldKind::Conflict) && random() % 4 != 0) return anySupervisor;
    if (about == About::Protection && random() % 2 == 0) {
        if (view.has(HoldKind::Protection) || view.has(HoldKind::Child)) return people.protection;
        if (view.has(HoldKind::LegalRetention)) return anySupervisor;
    }
    if (about == About::Reexamination && view.identification && view.reexaminations.empty() && random() % 2 == 0) return anySupervisor;
    if (view.has(HoldKind::ReleaseGuard) && !view.reexamining() && random() % 2 == 0) return anySupervisor;
    if (view.lease && view.lease->until > post.conditions.now)
        for (const auto& each : everybody.all)
            if (each.id == view.lease->officer) return each;
    const Officer* examiners[] = {&people.ana, &people.berta, &people.carlos, &people.dora};
    switch (view.state) {
        case CaseState::Triage:
        case CaseState::Recapture:
        case CaseState::InReview:
        case CaseState::Concluded1:
        case CaseState::InVerification:
        case CaseState::Disagreement:
        case CaseState::Panel:
            for (int tries = 0; tries < 6; ++tries)
                if (const auto& each = *examiners[random() % 4]; mayGoOn(view, each)) return each;
            return *examiners[random() % 4];
        case CaseState::PendingApproval: return random() % 8 != 0 ? people.supervisor : people.second;
        default: return people.officer;
    }
}

class Attempts {
    template <class... T>
    static auto pick(std::mt19937_64& random, T... each) { return std::array{each...}[random() % sizeof...(each)]; }

  public:
    /// Most of what is tried leads to one disposition, drawn here; a re-examination to one end.
    Attempts(std::vector<Candidate> found, About about, std::mt19937_64& random)
        : m_found(std::move(found)), m_about(about), m_goal(dispositionOf(random)), m_identify(about == About::Reexamination || random() % 4 != 0),
          m_again(pick(random, ExaminerConclusion::Exclusion, ExaminerConclusion::Exclusion, ExaminerConclusion::Identification,
                       ExaminerConclusion::Identification, ExaminerConclusion::SupportSame, ExaminerConclusion::SupportSame)) {
        if (about == About::ByTheBook) {
            m_identify = random() % 8 != 0;
            m_goal = pick(random, Disposition::Repatriate, Disposition::HoldFugitive, Disposition::RefuseEntry, Disposition::RefuseEntry);
        }
    }
    /// The other post's: bent on another end.
    Attempts opposed(std::mt19937_64& random) const {
        auto other = *this;
        other.m_identify = !m_identify;
        other.m_goal = pick(random, Disposition::Admit, Disposition::ReferPartnerCheck, Disposition::ReferProtection, Disposition::RefuseEntry);
        return other;
    }

    Act next(const Post& post, const Officer& who, std::mt19937_64& random) const {
        const auto& view = post.view();
        if (view.has(HoldKind::Conflict) && who.holds(Role::Supervisor, post.conditions.now) && random() % 8 != 0) return resolve(view, random);
        if (m_about == About::Protection && random() % 8 != 0)
            if (auto act = endsAHold(view, who)) return std::move(*act);
        const bool supervises = who.login == "supervisor" || who.login == "second";
        if (m_about == About::Reexamination && supervises && view.identification && view.reexaminations.empty() && random() % 8 != 0) return OrderReexamination{"doubtful"};
        const bool confirmed = m_goal == Disposition::HoldFugitive && view.confirmation == "confirmed";
        const bool bookish = m_about == About::ByTheBook || m_about == About::Reexamination;
        const unsigned bother = view.reexamining() || (bookish && m_goal == Disposition::RefuseEntry) ? 16 : 2;
        if (view.has(HoldKind::ReleaseGuard) && !confirmed && random() % bother == 0) return aboutTheGuard(view, who, random);  // people want to be rid of it
        if (random() % (m_about == About::Anything ? 6 : 24) != 0)
            if (auto act = whatLeadsOn(post, who, random)) return std::move(*act);
        return anything(post, who, random);
    }

  private:
    template <class List, class Member>
    static Hash oneOf(std::mt19937_64& random, const List& list, Member member) { return list.empty() ? Hash{} : list[random() % list.size()].*member; }
    static ExaminerConclusion conclusionOf(std::mt19937_64& random) {
        return pick(random, ExaminerConclusion::Identification, ExaminerConclusion::Identification, ExaminerConclusion::Exclusion, ExaminerConclusion::SupportSame);
    }
    static Disposition dispositionOf(std::mt19937_64& random) {
        return pick(random, Disposition::Repatriate, Disposition::Repatriate, Disposition::HoldFugitive, Disposition::HoldFugitive, Disposition::RefuseEntry,
                    Disposition::RefuseEntry, Disposition::Admit, Disposition::Release, Disposition::ReferPartnerCheck, Disposition::ReferProtection, Disposition::NoAction);
    }
    /// Of the entries that the person is identified as, one that need not be the weightiest; sometimes none, sometimes one that is no longer.
    WatchlistEntryId entryOf(const CaseView& view, std::mt19937_64& random) const {
        if (random() % 8 == 0) return {};
        if (view.identifications.empty() || random() % 16 == 0) return m_found[random() % m_found.size()].entry;
        return view.identifications[random() % view.identifications.size()].entry;
    }
    ConfirmEntry answerOf(const CaseView& view, std::mt19937_64& random) const {
        return {pick(random, "confirmed", "not_confirmed"), "UTO-1", "e-mail", "duty officer", kStart, paperHash("owner_answer"), entryOf(view, random)};
    }

    static Act resolve(const CaseView& view, std::mt19937_64& random) {
        ResolveConflict resolve{{}, {}, "read both"};
        for (const auto& head : view.decisionHeads) resolve.heads.push_back(head.event);
        if (!resolve.heads.empty() && random() % 3 != 0) resolve.chosen = resolve.heads[random() % resolve.heads.size()];
        return resolve;
    }

    /// A hold with the paper that ends it, which comes into the dossier first.
    static std::optional<Act> endsAHold(const CaseView& view, const Officer& who) {
        const auto with = [&](HoldKind kind, const std::string& ends) {
            const bool there = std::ranges::any_of(view.documents, [&](const auto& each) { return each.kind == ends; });
            return there ? Act(LiftHold{kind, "decided", paperHash(ends)}) : Act(paper(ends));
        };
        if (who.login == "protection") {
            if (view.has(HoldKind::Protection)) return with(HoldKind::Protection, "protection_decision");
            if (view.has(HoldKind::Child)) return with(HoldKind::Child, "age_decision");
        }
        if ((who.login == "supervisor" || who.login == "second") && view.has(HoldKind::LegalRetention)) return with(HoldKind::LegalRetention, "suspension_ended");
        return std::nullopt;
    }

    Act aboutTheGuard(const CaseView& view, const Officer& who, std::mt19937_64& random) const {
        if (who.login == "supervisor" || who.login == "second") {
            if (random() % 2 == 0 && m_goal != Disposition::HoldFugitive) return OverrideGuard{"release", "read", "art. 9", entryOf(view, random)};
            if (!view.answers.empty()) return random() % 2 == 0 ? Act(OpenDocument{paperHash("owner_answer"), 1}) : Act(CountersignAnswer{view.answers.back().event});
            const LapseGuard lapse{entryOf(view, random)};
            return m_about == About::ByTheBook ? Act(lapse) : pick(random, Act(lapse), Act(OrderReexamination{"doubtful"}));
        }
        if (std::ranges::none_of(view.documents, [](const auto& each) { return each.blob == paperHash("owner_answer"); })) return paper("owner_answer");
        auto answer = answerOf(view, random);
        if (m_goal == Disposition::HoldFugitive && random() % 8 != 0) answer.answer = "confirmed";
        return answer;
    }

    std::optional<Act> whatLeadsOn(const Post& post, const Officer& who, std::mt19937_64& random) const {
        const auto& view = post.view();
        const auto* own = ownExamination(view, who.id);
        switch (view.state) {
            case CaseState::Received:
            case CaseState::Returned:
            case CaseState::Reopened: return StartTriage{};
            case CaseState::Triage:
            case CaseState::Recapture:
            case CaseState::Concluded1:
            case CaseState::Disagreement: return lease(post, who);
            case CaseState::InReview:
            case CaseState::InVerification:
            case CaseState::Panel:
                if (!view.lease || view.lease->officer != who.id) return lease(post, who);
                if (!view.coverage) return search(m_found);
                if (!own || !own->analysisSaved) return SaveAnalysis{"whorl"};
                for (const auto& each : view.candidates)
                    if (!own->visited.contains(each.id)) return VisitCandidate{each.id};
                if (own->provisional.empty() && random() % 2 == 0) return SaveProvisional{conclusion(m_found[0], conclusionOf(random))};
                return concluded(view, random);
            case CaseState::IdentityResolved: {
                if (!view.lease || view.lease->officer != who.id) return lease(post, who);
                if (!view.coverageReadBy.contains(who.id)) return ReadCoverage{};
                const auto disposition = random() % 8 != 0 ? m_goal : dispositionOf(random);
                if (disposition == Disposition::HoldFugitive && view.confirmation != "confirmed" && random() % 4 != 0) return aboutTheGuard(view, who, random);
                const auto open = missingPapers(view, disposition);
                if (!open.empty() && random() % 16 != 0) return paper(open.front());
                return propose(disposition);
            }
            case CaseState::DispositionProposed: return needsApproval(view) ? Act(SubmitForApproval{}) : Act(Execute{"done"});
            case CaseState::PendingApproval:
                for (const auto& each : view.documents)
                    if (!each.openedBy.contains(who.id) && !each.restricted) return OpenDocument{each.blob, each.pages};
                return approve(post);
            case CaseState::Approved: return view.disposition && view.disposition->manifest.empty() ? Act(FreezeManifest{"UT 418"}) : Act(Execute{"done"});
            case CaseState::Executed:
                if (random() % 4 == 0) return RecordExport{"agency", "UTO", "osia", sha256("bytes")};
                return random() % 2 == 0 ? Act(CloseCase{}) : Act(AnswerReferral{"nothing", "UTO-7"});
            default: return std::nullopt;
        }
    }

    Conclude concluded(const CaseView& view, std::mt19937_64& random) const {
        const auto value = view.reexamining() && random() % 8 != 0                    ? m_again
                           : !view.reexamining() && m_identify && random() % 8 != 0 ? ExaminerConclusion::Identification
                                                                                     : conclusionOf(random);
        auto act = conclude(view.candidates, value);
        // One person is one entry: of several candidates at most one is identified, mostly the first.
        if (act.identified && act.conclusions.size() > 1) {
            const auto chosen = random() % 4 != 0 ? 0 : random() % act.conclusions.size();
            for (std::size_t i = 0; i < act.conclusions.size(); ++i)
                if (i != chosen) act.conclusions[i].conclusion = ExaminerConclusion::Exclusion;
            act.identified = act.conclusions[chosen].candidate;
        }
        return act;
    }

    RecordSearch narrowed(std::mt19937_64& random) const {
        auto act = search(m_found);
        act.limits.purpose = "asked for by the owner";
        if (random() % 2 == 0) act.limits.persons = {m_found[0].entry};
        else act.limits.atMost = 1;
        return act;
    }

    Act anything(const Post& post, const Officer& who, std::mt19937_64& random) const {
        const auto& view = post.view();
        switch (random() % 42) {
            case 0: return ReturnCase{"again"};
            case 1: return RequestRecapture{"blurred"};
            case 2: return Reveal{};
            case 3: return OpenOtherNotes{};
            case 4: return random() % 3 != 0 ? Act(OrderReexamination{"doubtful"}) : Act(WithdrawReexamination{"a mistake"});
            case 5: return CancelCase{"twice"};
            case 6: return PlaceHold{pick(random, HoldKind::Protection, HoldKind::Child, HoldKind::Medical, HoldKind::DataDispute, HoldKind::ReleaseGuard, HoldKind::Conflict)};
            case 7:
                return LiftHold{pick(random, HoldKind::Protection, HoldKind::Child, HoldKind::ReleaseGuard, HoldKind::Medical, HoldKind::Conflict, HoldKind::LegalRetention),
                                "decided", oneOf(random, view.documents, &DossierDocument::blob)};
            case 8: return paper(pick(random, "protection_decision", "fear_answer", "order_suspension", "owner_answer", "medical"), std::to_string(random() % 3));
            case 9: return answerOf(view, random);
            case 10: return CountersignAnswer{oneOf(random, view.answers, &OwnerAnswer::event)};
            case 11: return SettleAnswers{oneOf(random, view.answers, &OwnerAnswer::event), "signed"};
            case 12: return OverrideGuard{pick(random, "release", "hold"), "read", "art. 9", entryOf(view, random)};
            case 13: return LapseGuard{entryOf(view, random)};
            case 14: return ReopenCase{"corrected"};
            case 15: return AnswerReferral{"nothing", "UTO-7"};
            case 16: return Reject{"no"};
            case 17: return WaivePaper{pick(random, "family_unity", "fear_question"), "not needed"};
            case 18: return ReleaseLease{};
            case 19: return search(random() % 3 == 0 ? std::vector<Candidate>{} : m_found);
            case 20: return resolve(view, random);
            case 21: return OpenDocument{oneOf(random, view.documents, &DossierDocument::blob), 1};
            case 22: {
                auto traveler = view.traveler;
                traveler.birthDate = pick(random, "2016-01-01", "1980-05-01", "");
                traveler.nationality = pick(random, "UTO", "UTO", "XXB");
                return AmendTraveler{traveler, "misread"};
            }
            case 23: return approve(post);
            case 24: return propose(dispositionOf(random));
            case 25: return RecordExport{"agency", "UTO", "osia", sha256("bytes")};
            case 26: return ChangeEntry{m_found[0].entry, pick(random, EntryStatus::Withdrawn, EntryStatus::Active, EntryStatus::Suspended), static_cast<std::int64_t>(random() % 9)};
            case 27: return RequestConfirmation{"telephone", entryOf(view, random)};
            case 28: return NameDocument{oneOf(random, view.documents, &DossierDocument::blob), pick(random, "other", "order_suspension", "fear_answer", "unreadable")};
            case 29: return FreezeManifest{"UT 418"};
            case 30: return AddNote{"seen"};
            case 31: return CloseCase{};
            case 32: return lease(post, who);
            case 33: return narrowed(random);
            case 35: {
                DraftRequest act{termsOf(asked(random), pick(random, PartnerPurpose::BorderInquiry, PartnerPurpose::BorderInquiry, PartnerPurpose::Confirmation, PartnerPurpose::PreRemoval)), {}};
                act.terms.created = post.conditions.now;
                act.terms.expires = post.conditions.now + std::chrono::hours(8);
                if (act.terms.purpose == PartnerPurpose::Confirmation) {
                    act.entry = entryOf(view, random);
                    act.terms.entryReference = act.entry->text();
                    act.terms.country = "UTO";
                }
                return act;
            }
            case 36: return PreviewRequest{requestIdOf(asked(random)), sha256("packet")};
            case 37: return AuthoriseRequest{requestIdOf(asked(random)), sha256("packet"), "needed"};
            case 38: return CancelRequest{requestIdOf(asked(random)), "not needed"};
            case 39: return CloseRequest{requestIdOf(asked(random)), "read"};
            case 40: {
                auto act = report(asked(random), pick(random, RequestStep::Sent, RequestStep::Sent, RequestStep::Acknowledged, RequestStep::Answered, RequestStep::Unanswered, RequestStep::Stopped), post);
                if (act.step == RequestStep::Answered) act.reply = pick(random, PartnerReply::NoCandidate, PartnerReply::Confirmed, PartnerReply::NotConfirmed);
                return act;
            }
            case 34: return SettleAnswers{oneOf(random, view.answers, &OwnerAnswer::event), "the letter"};
            default: return Execute{"done"};
        }
    }

    static std::string asked(std::mt19937_64& random) { return std::string("asked ") + (random() % 2 == 0 ? "first" : "second"); }

    std::vector<Candidate> m_found;
    About m_about;
    Disposition m_goal;
    bool m_identify;
    ExaminerConclusion m_again;  ///< what examiners say in a re-examination
};

}  // namespace cotejo::decide::testing
