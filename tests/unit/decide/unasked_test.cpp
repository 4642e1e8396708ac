#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/decide/errors.h"
#include "tests/unit/decide/one_case.h"

/// Single rules that mutants of them showed nobody had asked for.
namespace cotejo::decide::testing {
namespace {

struct Unasked : OneCase {
    void nobodyFound() {
        ASSERT_EQ(toReview(post, people, {}), "");
        ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
        ASSERT_EQ(post.view().state, CaseState::IdentityResolved);
    }
    std::string proposed(Post& at, Disposition disposition) {
        auto refused = at.act(people.officer, lease(at, people.officer));
        refused += at.act(people.officer, ReadCoverage{});
        return refused + at.act(people.officer, propose(disposition));
    }
    /// Whether this is one of the reasons against the act; with `why` as one of its params.
    bool refused(const Officer& who, const Act& act, std::string_view code, const std::string& why = "") const {
        return std::ranges::any_of(refusals(post.view(), act, actorOf(who), post.conditions), [&](const auto& each) {
            return each.is(code) && (why.empty() || std::ranges::any_of(each.params, [&](const auto& param) { return param.second == why; }));
        });
    }
};

TEST_F(Unasked, ACaseHasANumberAndACaptureIsOne) {
    OpenCase open;
    open.number = " ";
    EXPECT_TRUE(refused(people.officer, open, base::kInvalidArgument));
    ASSERT_EQ(toReview(post, people, one), "");
    EXPECT_TRUE(refused(people.ana, AttachCapture{}, base::kInvalidArgument));
}

TEST_F(Unasked, WhoHasNoLeaseAsksForNoRecaptureAndEndsNoLease) {
    ASSERT_EQ(toReview(post, people, one), "");
    EXPECT_TRUE(refused(people.berta, RequestRecapture{"blurred"}, kLeased));
    EXPECT_TRUE(refused(people.berta, ReleaseLease{}, kLeased));
    EXPECT_TRUE(refused(people.ana, RequestRecapture{" "}, kNoReason));
    post.conditions.now = post.view().lease->until;
    EXPECT_TRUE(refused(people.ana, SaveAnalysis{"whorl"}, kNoLease)) << "a lease has ended at its end";
}

TEST_F(Unasked, AnOutcomeNamesSomebodyOnlyWhenItIdentifies) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.ana, VisitCandidate{one[0].id}), "");
    for (const auto value : {ExaminerConclusion::SupportSame, ExaminerConclusion::Exclusion}) {
        auto act = conclude(one, value);
        act.identified = one[0].id;
        EXPECT_TRUE(refused(people.ana, act, kOutcomeMismatch)) << codeOf(value);
    }
}

TEST_F(Unasked, NobodyExcludesNobody) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    auto act = conclude({}, ExaminerConclusion::Exclusion);
    act.outcome = Outcome::Excluded;
    EXPECT_TRUE(refused(people.ana, act, kOutcomeMismatch));
}

TEST_F(Unasked, NoOwnerIsAskedAboutNobody) {
    nobodyFound();
    ConfirmEntry answer{"confirmed", "UTO-1", "e-mail", "duty officer", post.conditions.now, paperHash("owner_answer")};
    EXPECT_TRUE(refused(people.officer, answer, kOutcomeMismatch));
    EXPECT_TRUE(refused(people.officer, RequestConfirmation{"telephone"}, kOutcomeMismatch));
}

TEST_F(Unasked, AnEntryThatIsNotSoCarriesNothingButByTwoSupervisors) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.supervisor, "not_confirmed"), "");
    EXPECT_EQ(post.view().doubted.at(one[0].entry), one[0].facts.listVersion);
    for (const auto disposition : {Disposition::HoldFugitive, Disposition::RefuseEntry})
        EXPECT_TRUE(refused(people.officer, propose(disposition), kEntryNotActionable, "not_confirmed")) << codeOf(disposition);
    EXPECT_TRUE(refused(people.supervisor, OverrideGuard{"maybe", "read", "art. 9"}, base::kInvalidArgument));
    ASSERT_EQ(post.act(people.supervisor, OverrideGuard{"hold", "read", "art. 9"}), "");
    EXPECT_TRUE(refused(people.officer, propose(Disposition::HoldFugitive), kEntryNotActionable, "not_confirmed")) << "one is not two";
    ASSERT_EQ(post.act(people.second, OverrideGuard{"hold", "read", "art. 9"}), "");
    EXPECT_EQ(proposed(post, Disposition::HoldFugitive), "");
}

TEST_F(Unasked, WhatTheListSaidAfterTheSearchCountsAtEveryPost) {
    identified();
    const auto program = person("program", {Role::System});
    ASSERT_EQ(post.act(program, ChangeEntry{one[0].entry, EntryStatus::Active, 2}), "");
    EXPECT_NE(post.view().deadlineKind, DeadlineKind::Release) << "that it still stands lets nobody go";
    ASSERT_EQ(post.act(program, ChangeEntry{one[0].entry, EntryStatus::Withdrawn, 3}), "");
    EXPECT_EQ(post.view().deadlineKind, DeadlineKind::Release);
    EXPECT_TRUE(refused(people.officer, propose(Disposition::RefuseEntry), kEntryNotActionable, "withdrawn")) << "though this post's list says active";
    ASSERT_EQ(post.act(program, ChangeEntry{one[0].entry, EntryStatus::Active, 3}), "");
    EXPECT_EQ(post.view().entryStatus.at(one[0].entry), EntryStatus::Active) << "of one version the later word counts";
}

TEST_F(Unasked, AnApprovalAsksForThePapersAnew) {
    identified();
    ASSERT_EQ(addPapers(post, people.officer, Disposition::RefuseEntry), "");
    ASSERT_EQ(proposed(post, Disposition::RefuseEntry), "");
    ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
    EXPECT_TRUE(refused(people.officer, NameDocument{paperHash("refusal_notice"), "invented"}, base::kInvalidArgument));
    ASSERT_EQ(post.act(people.officer, NameDocument{paperHash("refusal_notice"), "other"}), "");
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    EXPECT_EQ(post.view().history.back().detail, "rights_information") << "a history names the paper that was opened";
    EXPECT_TRUE(refused(people.supervisor, approve(post), kPaperMissing));
}

TEST_F(Unasked, AnApprovalIsForWhatStandsInTheCase) {
    identified();
    const auto& whole = post.view();
    const auto changed = [&](auto change) {
        auto other = whole;
        change(other);
        return dossierHash(other) != dossierHash(whole);
    };
    EXPECT_TRUE(changed([](auto& view) { view.outcome = Outcome::Excluded; }));
    EXPECT_TRUE(changed([](auto& view) { view.identifications.clear(); }));
    EXPECT_TRUE(changed([](auto& view) { view.identifications[0].contested = true; }));
    EXPECT_TRUE(changed([](auto& view) { view.identifications[0].guardEnded = "override"; }));
    EXPECT_TRUE(changed([](auto& view) { view.waivers.push_back({"family_unity", "alone", {}, {}}); }));
}

TEST_F(Unasked, AListWithAReasonInsteadOfASearchIsNotAWholeSearch) {
    nobodyFound();
    auto view = post.view();
    EXPECT_TRUE(searchedWhole(view));
    view.coverage->asked.push_back("refused");
    view.coverage->notSearched.push_back({"refused", "not at this post"});
    EXPECT_TRUE(searchGaps(view).empty());
    EXPECT_FALSE(searchedWhole(view));
}

TEST_F(Unasked, AnAnswerThatNobodyCountersignedIsRecordedOnly) {
    identified();
    auto view = post.view();
    OwnerAnswer answer;
    answer.entry = one[0].entry;
    for (const auto& [word, reads] : {std::pair("need_time", "need_time"), std::pair("confirmed", "recorded"), std::pair("not_confirmed", "recorded")}) {
        answer.answer = word;
        view.answers = {answer};
        EXPECT_EQ(answerOf(view, one[0].entry), reads) << word;
    }
    EXPECT_EQ(answerOf(view, {}), "");
}

TEST_F(Unasked, WhatKeepsACaseOpen) {
    identified();
    auto view = post.view();
    EXPECT_EQ(openMatters(view), std::vector<std::string>{"release_guard"});
    view.disposition = DispositionRecord{};
    view.disposition->disposition = Disposition::HoldFugitive;
    view.disposition->receipt = "handed over";
    EXPECT_EQ(openMatters(view), std::vector<std::string>{"release_guard"});
    view.confirmation = "confirmed";
    EXPECT_TRUE(openMatters(view).empty());
    view.disposition->disposition = Disposition::ReferPartnerCheck;
    view.holds.clear();
    EXPECT_EQ(openMatters(view), std::vector<std::string>{"referral"});
    view.disposition->answer = "nothing known";
    EXPECT_TRUE(openMatters(view).empty());
    view.holds.push_back({HoldKind::Protection, {}, {}, {}});
    view.state = CaseState::Executed;
    const auto allowed = check(view, CloseCase{}, actorOf(people.officer), post.conditions);
    ASSERT_FALSE(allowed);
    for (const auto& [name, value] : neutral(allowed.error(), view, people.officer, post.conditions.now).params)
        if (name == "matters") { EXPECT_EQ(value, "on_hold"); }
}

TEST_F(Unasked, AnIdentificationWaitsForItsOwnerAsLongAsItsPriorityHas) {
    identified();
    const Policy policy;
    ASSERT_NE(policy.confirmRoutine, policy.confirmUrgent);
    EXPECT_EQ(post.view().deadline, post.view().identification->since + policy.confirmRoutine);
}

TEST_F(Unasked, AReturnedCaseGoesOnInItsRoundAndAReopenedOneBeginsAnother) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, ReturnCase{"a paper is missing"}), "");
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    EXPECT_EQ(post.view().round.number, 1);
    Post other(people, "rio claro");
    ASSERT_EQ(toReview(other, people, {}), "");
    ASSERT_EQ(examine(other, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(other.act(people.ana, ReleaseLease{}), "");
    ASSERT_EQ(proposed(other, Disposition::NoAction), "");
    for (const auto& act : {Act(Execute{"let go"}), Act(CloseCase{})}) ASSERT_EQ(other.act(people.officer, act), "") << typeOf(act);
    ASSERT_EQ(other.act(people.supervisor, ReopenCase{"another name"}), "");
    ASSERT_EQ(other.act(people.officer, StartTriage{}), "");
    EXPECT_FALSE(other.view().disposition);
    EXPECT_EQ(other.view().pastDispositions.size(), 1u);
    EXPECT_EQ(other.view().round.number, 2);
}

TEST_F(Unasked, AFileMayBeAPaperForAllAndOneForProtection) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto open = paper("other"), restricted = paper("other");
    restricted.document.restricted = true;
    ASSERT_EQ(post.act(people.officer, open), "");
    ASSERT_EQ(post.act(people.officer, restricted), "");
    EXPECT_EQ(post.view().documents.size(), 2u);
    ASSERT_EQ(post.act(people.officer, WaivePaper{"family_unity", "travels alone"}), "");
    EXPECT_EQ(post.view().history.back().detail, "family_unity");
}

TEST_F(Unasked, AResolutionHasAReasonThatStays) {
    identified();
    Post other(people, "rio claro");
    other.learn(post);
    other.conditions = post.conditions;
    ASSERT_EQ(proposed(post, Disposition::ReferProtection), "");
    ASSERT_EQ(proposed(other, Disposition::ReferPartnerCheck), "");
    post.learn(other);
    ASSERT_TRUE(post.view().has(HoldKind::Conflict));
    ResolveConflict resolve{{}, {}, " "};
    for (const auto& head : post.view().decisionHeads) {
        EXPECT_EQ(head.type, "decision.propose");
        resolve.heads.push_back(head.event);
    }
    EXPECT_TRUE(refused(people.supervisor, resolve, kNoReason));
    resolve.reason = "read both files";
    ASSERT_EQ(post.act(people.supervisor, resolve), "");
    EXPECT_EQ(post.view().remarks.back().text, "read both files");
    DecisionHead mild, harder;
    mild.disposition = "admit";
    harder.disposition = "release";
    EXPECT_LT(intrusiveness(mild), intrusiveness(harder));
}

TEST_F(Unasked, WhoIsBlindReadsNoOverrideNoWaiverAndNoWayBack) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(post.act(people.supervisor, ReturnCase{"a paper is missing"}), "");
    ASSERT_TRUE(post.view().resume);
    EXPECT_FALSE(seenBy(people.carlos).view.resume);
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    ASSERT_EQ(examine(post, people.berta, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(post.act(people.supervisor, OverrideGuard{"release", "read", "art. 9"}), "");
    ASSERT_EQ(post.act(people.officer, WaivePaper{"family_unity", "travels alone"}), "");
    ASSERT_EQ(post.act(people.second, OrderReexamination{"the print is weak"}), "");
    ASSERT_FALSE(post.view().overrides.empty() || post.view().waivers.empty());
    const auto visible = seenBy(people.carlos);
    ASSERT_TRUE(visible.blind);
    EXPECT_TRUE(visible.view.overrides.empty());
    EXPECT_TRUE(visible.view.waivers.empty());
}

TEST_F(Unasked, ADocumentsPictureIsComparedByWhoMayWithALiveOne) {
    ASSERT_EQ(toReview(post, people, {}), "");
    Capture live, again, document, other;
    for (auto* each : {&live, &again, &document, &other}) {
        each->id = CaptureId::random();
        each->blob = sha256(each->id.text());
        each->modality = Modality::Face;
        each->kind = each == &live || each == &again ? CaptureKind::Live : CaptureKind::Document;
        ASSERT_EQ(post.act(people.ana, AttachCapture{*each}), "");
    }
    const auto fingers = person("fingers", {Role::ExaminerFinger});
    EXPECT_TRUE(refused(fingers, SavePortraitAnalysis{Modality::Face, "oval"}, kNotQualified));
    ASSERT_EQ(post.act(people.ana, SavePortraitAnalysis{Modality::Face, "oval"}), "");
    ASSERT_EQ(post.act(people.ana, SavePortraitAnalysis{Modality::Finger, "whorl"}), "");
    ASSERT_EQ(post.view().portraits.size(), 2u);
    EXPECT_EQ(post.view().portraits[0].analysis, "oval");
    EXPECT_TRUE(refused(people.ana, OpenPortrait{live.id, again.id}, base::kInvalidArgument));
    ASSERT_EQ(post.act(people.ana, OpenPortrait{live.id, document.id}), "");
    ConcludePortrait said{live.id, document.id, ExaminerConclusion::Identification, " ", "light"};
    EXPECT_TRUE(refused(people.ana, said, kNoReason));
    said.reasons = "ears";
    ASSERT_EQ(post.act(people.ana, said), "");
    ASSERT_EQ(post.act(people.ana, RevealPortrait{live.id, document.id, {0.5, {"specimen", "1.0.0", sha256("model")}}}), "");
    EXPECT_TRUE(refused(people.ana, said, kRevealed));
    ASSERT_EQ(post.act(people.ana, OpenPortrait{live.id, other.id}), "");
    EXPECT_EQ(post.view().portraits.back().analysis, "oval") << "the analysis of the live one is for every pair";
}

}  // namespace
}  // namespace cotejo::decide::testing
