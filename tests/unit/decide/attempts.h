#pragma once

#include <array>
#include <random>
#include <vector>

#include "core/decide/table.h"
#include "tests/unit/decide/post.h"

/// What people try on a case: what leads on more often than what does not, and now and then anything at all.
namespace cotejo::decide::testing {

struct Everybody {
    People people;
    std::vector<Officer> all{people.officer, people.ana,    people.berta,      people.carlos, people.dora,   people.supervisor,
                             people.second,  people.protection, people.dpo, people.auditor, people.admin};
    Officer program = person("program", {Role::System});
};

/// Who would go on with the case by the book.
inline const Officer& natural(const Post& post, const Everybody& everybody, std::mt19937_64& random) {
    const auto& view = post.view();
    const auto& people = everybody.people;
    if (view.has(HoldKind::ReleaseGuard) && random() % 2 == 0) return random() % 2 == 0 ? people.supervisor : people.second;
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
        case CaseState::Panel: return *examiners[random() % 4];
        case CaseState::PendingApproval: return random() % 8 != 0 ? people.supervisor : people.second;
        default: return people.officer;
    }
}

class Attempts {
  public:
    /// Most of what is tried leads to one disposition, drawn here.
    Attempts(std::vector<Candidate> found, std::mt19937_64& random) : m_found(std::move(found)), m_goal(dispositionOf(random)), m_identify(random() % 4 != 0) {}

    Act next(const Post& post, const Officer& who, std::mt19937_64& random) const {
        const auto& view = post.view();
        const bool confirmed = m_goal == Disposition::HoldFugitive && view.confirmation == "confirmed";
        if (view.has(HoldKind::ReleaseGuard) && !confirmed && random() % 2 == 0) return aboutTheGuard(view, who, random);  // it is what people want to be rid of
        if (random() % 6 != 0)
            if (auto act = whatLeadsOn(post, who, random)) return std::move(*act);
        return anything(post, who, random);
    }

  private:
    template <class... T>
    static auto pick(std::mt19937_64& random, T... each) { return std::array{each...}[random() % sizeof...(each)]; }
    template <class List, class Member>
    static Hash oneOf(std::mt19937_64& random, const List& list, Member member) { return list.empty() ? Hash{} : list[random() % list.size()].*member; }
    static ExaminerConclusion conclusionOf(std::mt19937_64& random) {
        return pick(random, ExaminerConclusion::Identification, ExaminerConclusion::Identification, ExaminerConclusion::Exclusion, ExaminerConclusion::SupportSame);
    }
    static Disposition dispositionOf(std::mt19937_64& random) {
        return pick(random, Disposition::Repatriate, Disposition::Repatriate, Disposition::HoldFugitive, Disposition::HoldFugitive, Disposition::RefuseEntry,
                    Disposition::RefuseEntry, Disposition::Admit, Disposition::Release, Disposition::ReferPartnerCheck, Disposition::ReferProtection, Disposition::NoAction);
    }
    static ConfirmEntry answerOf(std::mt19937_64& random) {
        return {pick(random, "confirmed", "not_confirmed"), "UTO-1", "e-mail", "duty officer", kStart, paperHash("owner_answer")};
    }

    Act aboutTheGuard(const CaseView& view, const Officer& who, std::mt19937_64& random) const {
        if (who.login == "supervisor" || who.login == "second") {
            if (random() % 2 == 0 && m_goal != Disposition::HoldFugitive) return OverrideGuard{"release", "read", "art. 9"};
            if (!view.answers.empty()) return random() % 2 == 0 ? Act(OpenDocument{paperHash("owner_answer"), 1}) : Act(CountersignAnswer{view.answers.back().event});
            return pick(random, Act(LapseGuard{}), Act(OrderReexamination{"doubtful"}));
        }
        if (std::ranges::none_of(view.documents, [](const auto& each) { return each.blob == paperHash("owner_answer"); })) return paper("owner_answer");
        auto answer = answerOf(random);
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
                if (own->visited.empty()) return VisitCandidate{m_found[0].id};
                if (own->provisional.empty() && random() % 2 == 0) return SaveProvisional{conclusion(m_found[0], conclusionOf(random))};
                return conclude(m_found, m_identify && random() % 8 != 0 ? ExaminerConclusion::Identification : conclusionOf(random));
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
                    if (!each.openedBy.contains(who.id)) return OpenDocument{each.blob, each.pages};
                return approve(post);
            case CaseState::Approved: return view.disposition && view.disposition->manifest.empty() ? Act(FreezeManifest{"UT 418"}) : Act(Execute{"done"});
            case CaseState::Executed: return random() % 2 == 0 ? Act(CloseCase{}) : Act(AnswerReferral{"nothing", "UTO-7"});
            default: return std::nullopt;
        }
    }

    Act anything(const Post& post, const Officer& who, std::mt19937_64& random) const {
        const auto& view = post.view();
        switch (random() % 34) {
            case 0: return ReturnCase{"again"};
            case 1: return RequestRecapture{"blurred"};
            case 2: return Reveal{};
            case 3: return OpenOtherNotes{};
            case 4: return OrderReexamination{"doubtful"};
            case 5: return CancelCase{"twice"};
            case 6: return PlaceHold{pick(random, HoldKind::Protection, HoldKind::Child, HoldKind::Medical, HoldKind::DataDispute, HoldKind::ReleaseGuard, HoldKind::Conflict)};
            case 7:
                return LiftHold{pick(random, HoldKind::Protection, HoldKind::Child, HoldKind::ReleaseGuard, HoldKind::Medical, HoldKind::Conflict, HoldKind::LegalRetention),
                                "decided", oneOf(random, view.documents, &DossierDocument::blob)};
            case 8: return paper(pick(random, "protection_decision", "fear_answer", "order_suspension", "owner_answer", "medical"), std::to_string(random() % 3));
            case 9: return answerOf(random);
            case 10: return CountersignAnswer{oneOf(random, view.answers, &OwnerAnswer::event)};
            case 11: return SettleAnswers{oneOf(random, view.answers, &OwnerAnswer::event), "signed"};
            case 12: return OverrideGuard{pick(random, "release", "hold"), "read", "art. 9"};
            case 13: return LapseGuard{};
            case 14: return ReopenCase{"corrected"};
            case 15: return AnswerReferral{"nothing", "UTO-7"};
            case 16: return Reject{"no"};
            case 17: return WaivePaper{pick(random, "family_unity", "fear_question"), "not needed"};
            case 18: return ReleaseLease{};
            case 19: return search(random() % 3 == 0 ? std::vector<Candidate>{} : m_found);
            case 20: {
                ResolveConflict resolve{{}, {}, "read both"};
                for (const auto& head : view.decisionHeads) resolve.heads.push_back(head.event);
                if (!resolve.heads.empty() && random() % 3 != 0) resolve.chosen = resolve.heads[random() % resolve.heads.size()];
                return resolve;
            }
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
            case 27: return RequestConfirmation{"telephone"};
            case 28: return NameDocument{oneOf(random, view.documents, &DossierDocument::blob), pick(random, "other", "order_suspension", "fear_answer")};
            case 29: return FreezeManifest{"UT 418"};
            case 30: return AddNote{"seen"};
            case 31: return CloseCase{};
            case 32: return lease(post, who);
            default: return Execute{"done"};
        }
    }

    std::vector<Candidate> m_found;
    Disposition m_goal;
    bool m_identify;
};

}  // namespace cotejo::decide::testing
