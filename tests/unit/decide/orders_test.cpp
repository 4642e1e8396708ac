#include <gtest/gtest.h>

#include "core/decide/effects.h"
#include "core/decide/errors.h"
#include "tests/unit/decide/one_case.h"

/// Re-examinations that two posts order apart, rounds that they begin apart, and persons who stand in several entries.
namespace cotejo::decide::testing {
namespace {

struct Orders : OneCase {
    Post remote{people, "rio claro"};

    /// In review at both posts, by ana here and by carlos there.
    void apart() {
        ASSERT_EQ(toReview(post, people, one), "");
        ASSERT_EQ(post.act(people.ana, ReleaseLease{}), "");
        remote.learn(post);
        remote.conditions.now = post.conditions.now;
        ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
        ASSERT_EQ(remote.act(people.carlos, lease(remote, people.carlos)), "");
    }
    /// By two, from the lease of the first on.
    static void examined(Post& at, const Officer& first, const Officer& second, const std::vector<Candidate>& found, ExaminerConclusion value) {
        ASSERT_EQ(at.act(first, lease(at, first)), "");
        ASSERT_EQ(examine(at, first, found, value), "");
        ASSERT_EQ(at.act(second, lease(at, second)), "");
        ASSERT_EQ(examine(at, second, found, value), "");
    }
    void merged() {
        post.learn(remote);
        remote.learn(post);
        post.conditions.now = std::max(post.conditions.now, remote.conditions.now) + std::chrono::hours(1);
        remote.conditions.now = post.conditions.now;
        ASSERT_EQ(caseToJson(post.view()), caseToJson(remote.view()));
    }
};

TEST_F(Orders, TheEndOfOneIsNotTheEndOfAnother) {
    apart();
    ASSERT_EQ(identify(post, people, one), "");
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the print is weak"}), "");
    // There, two others identify as well; what they found is examined again by two who, for all that post knows, saw nothing.
    ASSERT_EQ(examine(remote, people.carlos, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(remote.act(people.dora, lease(remote, people.dora)), "");
    ASSERT_EQ(examine(remote, people.dora, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(remote.act(people.second, OrderReexamination{"a better print came"}), "");
    examined(remote, people.ana, people.berta, one, ExaminerConclusion::Exclusion);
    ASSERT_EQ(remote.view().state, CaseState::IdentityResolved);
    merged();
    const auto& view = post.view();
    ASSERT_EQ(view.reexaminations.size(), 2u);
    EXPECT_EQ(std::ranges::count(view.reexaminations, true, &Reexamination::complete), 1);
    EXPECT_TRUE(view.reexamining()) << "nobody carried that one out";
    EXPECT_TRUE(view.has(HoldKind::ReleaseGuard)) << "of what was identified here";
    EXPECT_TRUE(isExaminable(view.state)) << codeOf(view.state);
    EXPECT_NE(proposed(people.officer, Disposition::HoldFugitive), "");
}

TEST_F(Orders, WhoeverExaminedBeforeOneOfThemExaminesInNeither) {
    identified();
    remote.learn(post);
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the print is weak"}), "");
    ASSERT_EQ(remote.act(people.second, OrderReexamination{"a better print came"}), "");
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(examine(post, people.carlos, one, ExaminerConclusion::Exclusion), "");
    merged();
    EXPECT_EQ(std::ranges::count_if(post.view().reexaminations, &Reexamination::open), 2);
    EXPECT_FALSE(isBlind(post.view(), people.carlos.id)) << "he examined without knowing of the other order";
    EXPECT_TRUE(isBlind(post.view(), people.dora.id));
}

TEST_F(Orders, OneThatAnExaminerLearnedOfInBetweenIsNotEnded) {
    apart();
    ASSERT_EQ(identify(post, people, one), "");
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the print is weak"}), "");
    ASSERT_EQ(examine(remote, people.carlos, one, ExaminerConclusion::Identification), "") << "he knows of nothing";
    ASSERT_EQ(remote.view().state, CaseState::Concluded1);
    merged();
    ASSERT_TRUE(post.view().reexamining());
    if (post.view().state == CaseState::Concluded1) {
        ASSERT_EQ(post.act(people.dora, lease(post, people.dora)), "");
        ASSERT_EQ(examine(post, people.dora, one, ExaminerConclusion::Identification), "");
    }
    EXPECT_TRUE(post.view().reexamining());
    EXPECT_TRUE(isExaminable(post.view().state));
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_FALSE(post.view().identification->contested) << "nobody examined it again";
}

TEST_F(Orders, AnOpenOneComesBeforeWhatWasCarriedOutElsewhere) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.view().state, CaseState::IdentityResolved);
    ASSERT_EQ(post.act(people.ana, ReleaseLease{}), "");
    ASSERT_EQ(proposed(people.officer, Disposition::Admit), "");
    remote.learn(post);
    remote.conditions.now = post.conditions.now;
    ASSERT_EQ(post.act(people.officer, Execute{"entry 117"}), "");
    ASSERT_EQ(post.act(people.officer, CloseCase{}), "");
    ASSERT_EQ(remote.act(people.supervisor, OrderReexamination{"the search was thin"}), "");
    merged();
    const auto& view = post.view();
    EXPECT_EQ(view.state, CaseState::Triage);
    EXPECT_FALSE(view.disposition);
    ASSERT_EQ(view.pastDispositions.size(), 1u);
    EXPECT_EQ(view.pastDispositions[0].receipt, "entry 117") << "that the person was let in stays a fact";
}

TEST_F(Orders, WithdrawnHereAndCarriedOutThereTheOutcomeIsWhatTheyFound) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the print is weak"}), "");
    remote.learn(post);
    remote.conditions.now = post.conditions.now;
    ASSERT_EQ(post.act(people.supervisor, WithdrawReexamination{"no need"}), "");
    ASSERT_EQ(post.view().outcome, Outcome::Identified);
    ASSERT_EQ(answered(post, people.officer, people.second, "confirmed"), "");
    ASSERT_EQ(post.act(people.officer, lease(post, people.officer)), "");
    ASSERT_EQ(post.act(people.officer, propose(Disposition::HoldFugitive)), "");
    examined(remote, people.carlos, people.dora, one, ExaminerConclusion::Exclusion);
    ASSERT_EQ(remote.view().outcome, Outcome::Excluded);
    merged();
    const auto& view = post.view();
    EXPECT_TRUE(view.identifications.empty());
    EXPECT_NE(view.outcome, Outcome::Identified) << "nothing stands that it could rest on";
    EXPECT_FALSE(view.identified);
    EXPECT_FALSE(view.disposition && view.state == CaseState::DispositionProposed) << "nor what was proposed on it";
}

TEST_F(Orders, RoundsThatTwoPostsBeginApartAreTwo) {
    apart();
    ASSERT_EQ(post.act(people.ana, RequestRecapture{"smudged"}), "");
    ASSERT_EQ(remote.act(people.carlos, RequestRecapture{"too dark"}), "");
    const auto here = post.view().round, there = remote.view().round;
    EXPECT_EQ(here.number, 2);
    EXPECT_EQ(there.number, 2);
    EXPECT_NE(here, there);
    merged();
    EXPECT_TRUE(post.view().round == here || post.view().round == there);
}

TEST_F(Orders, TheSamePersonAtTwoPostsIsKeptWithBothWords) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, ReleaseLease{}), "");
    remote.learn(post);
    for (auto* each : {&post, &remote}) ASSERT_EQ(each->act(people.ana, lease(*each, people.ana)), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(examine(remote, people.ana, one, ExaminerConclusion::Inconclusive), "");
    merged();
    std::set<Outcome> said;
    for (const auto& each : post.view().examinations)
        if (each.outcome) said.insert(*each.outcome);
    EXPECT_EQ(said, (std::set{Outcome::Identified, Outcome::Inconclusive}));
}

TEST_F(Orders, WhoOrderedWithdrawsBeforeAnybodyExamines) {
    identified();
    const auto before = post.view();
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the wrong case"}), "");
    EXPECT_EQ(post.act(people.second, WithdrawReexamination{"no need"}), kOrderedByOther);
    EXPECT_EQ(post.act(people.supervisor, WithdrawReexamination{" "}), "E_NO_REASON");
    {
        Post begun(post);
        ASSERT_EQ(begun.act(people.carlos, lease(begun, people.carlos)), "");
        ASSERT_EQ(begun.act(people.carlos, SaveAnalysis{"loop"}), "");
        EXPECT_EQ(begun.act(people.supervisor, WithdrawReexamination{"he will exclude it"}), kOpenMatters);
    }
    ASSERT_EQ(post.act(people.supervisor, WithdrawReexamination{"the wrong case"}), "");
    const auto& view = post.view();
    EXPECT_EQ(view.state, CaseState::IdentityResolved);
    EXPECT_TRUE(view.has(HoldKind::ReleaseGuard));
    EXPECT_EQ(view.identification->event, before.identification->event);
    EXPECT_FALSE(view.identification->contested);
    ASSERT_EQ(answered(post, people.officer, people.second, "confirmed"), "");
    ASSERT_EQ(post.act(people.officer, lease(post, people.officer)), "");
    ASSERT_EQ(post.act(people.officer, propose(Disposition::HoldFugitive)), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    EXPECT_EQ(post.act(people.supervisor, approve(post)), kFourEyes) << "who took a doubt back does not decide";
}

TEST_F(Orders, WhatTwoPostsDifferedInIsNotWithdrawn) {
    apart();
    ASSERT_EQ(identify(post, people, one), "");
    ASSERT_EQ(examine(remote, people.carlos, one, ExaminerConclusion::Inconclusive), "");
    merged();
    ASSERT_TRUE(post.view().has(HoldKind::Conflict));
    ResolveConflict none{{}, {}, "neither convinces"};
    for (const auto& head : post.view().decisionHeads) none.heads.push_back(head.event);
    ASSERT_EQ(post.act(people.supervisor, none), "");
    ASSERT_TRUE(post.view().reexamining());
    EXPECT_EQ(post.act(people.supervisor, WithdrawReexamination{"let it stand"}), kOpenMatters);
}

TEST_F(Orders, ThreeAnswersInAReexaminationLeaveNoPlainExclusion) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.act(people.ana, ReleaseLease{}), "");
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the search was thin"}), "");
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    ASSERT_EQ(post.act(people.berta, search(one)), "");
    ASSERT_EQ(examine(post, people.berta, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(examine(post, people.carlos, one, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.act(people.dora, lease(post, people.dora)), "");
    ASSERT_EQ(examine(post, people.dora, one, ExaminerConclusion::Inconclusive), "");
    EXPECT_EQ(post.view().outcome, Outcome::Inconclusive);
    ASSERT_EQ(proposed(people.officer, Disposition::Admit), "");
    EXPECT_TRUE(needsApproval(post.view()));
}

TEST_F(Orders, NobodyIsLetGoOverACandidateThatNobodyExamined) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(post.act(people.ana, ReleaseLease{}), "");
    remote.learn(post);
    remote.conditions.now = post.conditions.now;
    ASSERT_EQ(remote.act(people.ana, search(one)), "") << "the list there knows more";
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    merged();
    ASSERT_EQ(post.view().candidates.size(), 1u);
    EXPECT_EQ(proposed(people.officer, Disposition::Admit), kNotExamined);
}

TEST_F(Orders, SomebodyElsesPrintExcludesNobody) {
    one[0].probe = CaptureId::random();
    identified();
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the print is weak"}), "");
    auto swapped = one;
    swapped[0].probe = CaptureId::random();
    swapped[0].id = CandidateId::random();
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(post.act(people.carlos, search(swapped)), "");
    ASSERT_EQ(examine(post, people.carlos, swapped, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.act(people.dora, lease(post, people.dora)), "");
    ASSERT_EQ(examine(post, people.dora, swapped, ExaminerConclusion::Exclusion), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_TRUE(post.view().identification->contested);
}

TEST_F(Orders, ASettlementIsNotOverAnAnswerThatCameToCountElsewhere) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.second, "not_confirmed"), "");
    ASSERT_EQ(answered(post, people.officer, people.second, "confirmed"), "");
    ASSERT_EQ(post.view().confirmation, "differs");
    remote.learn(post);
    remote.conditions.now = post.conditions.now;
    ASSERT_EQ(post.act(people.supervisor, SettleAnswers{post.view().answers[0].event, "the letter is older"}), "");
    ASSERT_EQ(answered(remote, people.officer, people.second, "confirmed"), "");
    merged();
    EXPECT_EQ(post.view().confirmation, "differs");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
}

TEST_F(Orders, ARevealedFindingIsNotCancelledAfterARecapture) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.ana, VisitCandidate{one[0].id}), "");
    ASSERT_EQ(post.act(people.ana, SaveProvisional{conclusion(one[0], ExaminerConclusion::Identification)}), "");
    ASSERT_EQ(post.act(people.ana, Reveal{}), "");
    ASSERT_EQ(post.act(people.ana, RequestRecapture{"smudged"}), "");
    EXPECT_EQ(post.act(people.supervisor, CancelCase{"opened twice"}), kOpenMatters);
}

TEST_F(Orders, ASecondOpeningTakesNoProtectionAway) {
    for (int i = 0; i < 8; ++i) {
        Post each(people, "paso alto"), other(people, "forged");
        OpenCase open;
        open.number = "PA-2026-000001";
        open.legalBasis = "border control";
        open.traveler.birthDate = "2016-05-01";
        open.traveler.nationality = "XXB";
        open.date = "2026-11-16";
        ASSERT_EQ(each.act(people.officer, open), "");
        auto forged = open;
        forged.traveler.birthDate = "1980-05-01";
        forged.traveler.nationality = "UTO";
        forged.referralNote = std::to_string(i);
        other.force(people.officer, forged);
        each.learn(other);
        EXPECT_TRUE(each.view().has(HoldKind::Child)) << i;
        EXPECT_TRUE(each.view().has(HoldKind::Protection)) << i;
    }
}

TEST_F(Orders, TheLaterEndOfAnAppealWindowCounts) {
    ASSERT_EQ(toReview(post, people, {}), "");
    auto window = paper("appeal_window");
    ASSERT_EQ(post.act(people.officer, window), "");
    window.document.until = "2026-12-24";
    ASSERT_EQ(post.act(people.officer, window), "") << "the same file, its date corrected";
    EXPECT_EQ(std::ranges::count(post.view().documents, "2026-12-24", &DossierDocument::until), 1);
}

constexpr auto kSame = ExaminerConclusion::Identification, kNot = ExaminerConclusion::Exclusion;

/// Of one person: an entry of the wanted list and one of the register, or two aliases.
struct TwoEntries : Orders {
    TwoEntries() { two[1].facts = {"register", EntryPurpose::Identity, EvidenceGrade::Unknown, "UTO", 1}; }
    std::vector<Candidate> two = {candidate("one", Modality::Finger, 41, 1), candidate("register", Modality::Finger, 39, 2)};

    static std::string said(Post& at, const Officer& who, const std::vector<Candidate>& found, std::initializer_list<ExaminerConclusion> values, std::size_t named) {
        std::string refused = at.act(who, SaveAnalysis{"whorl"});
        Conclude act;
        act.outcome = Outcome::Identified;
        act.identified = found[named].id;
        for (std::size_t i = 0; i < found.size(); ++i) {
            refused += at.act(who, VisitCandidate{found[i].id});
            act.conclusions.push_back(conclusion(found[i], values.begin()[i]));
        }
        return refused + at.act(who, act);
    }
    void bothIdentified() {
        ASSERT_EQ(toReview(post, people, two), "");
        ASSERT_EQ(said(post, people.ana, two, {kSame, kSame}, 0), "");
        ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
        ASSERT_EQ(said(post, people.berta, two, {kSame, kSame}, 0), "");
    }
};

TEST_F(TwoEntries, ThePersonIsIdentifiedAsBothAndTheWantedOneGuards) {
    ASSERT_EQ(toReview(post, people, two), "");
    ASSERT_EQ(said(post, people.ana, two, {kSame, kSame}, 1), "");
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    ASSERT_EQ(said(post, people.berta, two, {kSame, kSame}, 1), "") << "whichever is named first";
    const auto& view = post.view();
    ASSERT_EQ(view.state, CaseState::IdentityResolved);
    EXPECT_EQ(view.identifications.size(), 2u);
    EXPECT_EQ(view.identification->entry, two[0].entry);
    EXPECT_EQ(proposed(people.officer, Disposition::Admit), kReleaseGuard);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::NoAction)), kReleaseGuard);
}

TEST_F(TwoEntries, WhoNamesTheRegisterAloneDoesNotAgreeWithWhoNamesBoth) {
    ASSERT_EQ(toReview(post, people, two), "");
    ASSERT_EQ(said(post, people.ana, two, {kSame, kSame}, 1), "");
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    ASSERT_EQ(said(post, people.berta, two, {kNot, kSame}, 1), "");
    EXPECT_EQ(post.view().state, CaseState::Disagreement);
}

TEST_F(TwoEntries, AnEntryThatOneFoundIsNotPutAsideWithOneThatStands) {
    two[1].facts = two[0].facts;
    ASSERT_EQ(toReview(post, people, two), "");
    ASSERT_EQ(post.act(people.ana, ReleaseLease{}), "");
    remote.learn(post);
    remote.conditions.now = post.conditions.now;
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(remote.act(people.carlos, lease(remote, people.carlos)), "");
    ASSERT_EQ(said(post, people.ana, two, {kSame, kSame}, 0), "");
    ASSERT_EQ(said(remote, people.carlos, two, {kSame, kNot}, 0), "");
    ASSERT_EQ(remote.act(people.dora, lease(remote, people.dora)), "");
    ASSERT_EQ(said(remote, people.dora, two, {kSame, kNot}, 0), "");
    merged();
    const auto heads = post.view().decisionHeads;
    ASSERT_EQ(heads.size(), 2u);
    const auto both = heads[0].identity.find(',') != std::string::npos ? 0u : 1u;
    ResolveConflict resolve{heads[1 - both].event, {heads[0].event, heads[1].event}, "two found one"};
    EXPECT_EQ(post.act(people.supervisor, resolve), kIdentifiedApart);
    resolve.chosen = heads[both].event;
    EXPECT_EQ(post.act(people.supervisor, resolve), "") << "which leaves nothing aside";
}

TEST_F(TwoEntries, TheAnswerOfOneOwnerEndsItsGuardAlone) {
    two[1].facts = two[0].facts;
    bothIdentified();
    const auto first = post.view().identification->entry;
    ASSERT_EQ(answered(post, people.officer, people.second, "not_confirmed", first), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard)) << "the other entry guards on";
    EXPECT_NE(post.view().identification->entry, first) << "and is the one to ask about now";
    EXPECT_EQ(post.view().confirmation, "");
    EXPECT_EQ(proposed(people.officer, Disposition::Admit), kReleaseGuard);
    const auto other = post.view().identification->entry;
    ASSERT_EQ(post.act(people.supervisor, OverrideGuard{"release", "mistaken", "art. 9", other}), "");
    ASSERT_EQ(post.act(people.second, OverrideGuard{"release", "mistaken", "art. 9", other}), "");
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard));
}

TEST_F(TwoEntries, AnOverrideOfOneEntryIsNoneOfTheOther) {
    two[1].facts = two[0].facts;
    bothIdentified();
    for (const auto* who : {&people.supervisor, &people.second}) ASSERT_EQ(post.act(*who, OverrideGuard{"release", "mistaken", "art. 9", two[0].entry}), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(proposed(people.officer, Disposition::Admit), kReleaseGuard);
    for (const auto* who : {&people.supervisor, &people.second}) EXPECT_EQ(post.act(*who, OverrideGuard{"release", "mistaken", "art. 9", two[1].entry}), "");
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard)) << "two overrides, one of each";
}

TEST_F(TwoEntries, AnotherEntryThatIsIdentifiedAnewDoesNotEndTheFirst) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the register has him too"}), "");
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(post.act(people.carlos, search(two)), "");
    for (const auto* who : {&people.carlos, &people.dora}) {
        if (who != &people.carlos) {
            ASSERT_EQ(post.act(*who, lease(post, *who)), "");
        }
        ASSERT_EQ(said(post, *who, two, {ExaminerConclusion::SupportSame, kSame}, 1), "");
    }
    ASSERT_EQ(post.view().state, CaseState::IdentityResolved);
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard)) << "a register is no way out of a wanted list";
    EXPECT_EQ(post.view().identification->entry, one[0].entry);
    EXPECT_TRUE(post.view().identification->contested);
    EXPECT_EQ(proposed(people.officer, Disposition::Admit), kReleaseGuard);
}

TEST_F(TwoEntries, AWithdrawnEntryEndsItsGuardAlone) {
    two[1].facts = two[0].facts;
    bothIdentified();
    const auto program = person("program", {Role::System});
    ASSERT_EQ(post.act(program, ChangeEntry{two[0].entry, EntryStatus::Withdrawn, 2}), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_NE(post.view().deadlineKind, DeadlineKind::Release);
    ASSERT_EQ(post.act(program, ChangeEntry{two[1].entry, EntryStatus::Withdrawn, 2}), "");
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(post.view().deadlineKind, DeadlineKind::Release);
}

TEST_F(Orders, HalfOfOneListIsNotMadeWholeByAnother) {
    const auto needs = [&](std::int64_t compared, std::int64_t aside) {
        Post each(people, "each");
        EXPECT_EQ(toReview(each, people, {}), "");
        auto made = search({});
        made.coverage.searched.push_back({"register", 10, compared, kStart});
        made.coverage.setAside = aside;
        EXPECT_EQ(each.act(people.ana, made), "");
        EXPECT_EQ(examine(each, people.ana, {}, ExaminerConclusion::Exclusion), "");
        EXPECT_EQ(each.act(people.ana, ReadCoverage{}), "");
        EXPECT_EQ(each.act(people.ana, propose(Disposition::Admit)), "");
        return needsApproval(each.view());
    };
    EXPECT_FALSE(needs(5, 0));
    EXPECT_TRUE(needs(4, 0)) << "though nine in ten of all entries were compared";
    EXPECT_TRUE(needs(10, 1)) << "an entry came up that its owner did not stand by: not for one officer to pass over";
}

}  // namespace
}  // namespace cotejo::decide::testing
