#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "tests/unit/decide/one_case.h"

/// Ways that the same attacks found to read what is kept from one: by a refusal, a remark, a lift, a second role, an expired one.
namespace cotejo::decide::testing {
namespace {

struct ToldLittle : OneCase {};

TEST_F(ToldLittle, ARefusalOfASettledCaseTellsNoExaminerHowFarItIs) {
    identified();
    ASSERT_EQ(proposed(people.officer, Disposition::ReferPartnerCheck), "");
    const auto refused = check(post.view(), StartTriage{}, {people.carlos, false}, post.conditions);
    ASSERT_FALSE(refused);
    const auto state = [&](const Officer& who) { return neutral(refused.error(), post.view(), who, post.conditions.now).params.at(2).second; };
    EXPECT_EQ(state(people.carlos), "identity_resolved");
    EXPECT_EQ(state(people.officer), "disposition_proposed");
    post.force(people.carlos, ViewRecord{"overview", {Shown::Conclusions}});
    EXPECT_EQ(state(people.carlos), "disposition_proposed") << "once it was shown";
    for (const Act& act : {Act{CloseCase{}}, Act{SubmitForApproval{}}, Act{Execute{"x"}}, Act{RequestConfirmation{"x"}}, Act{LapseGuard{}}, Act{Reject{"x"}}})
        EXPECT_TRUE(tellsFindings(act)) << typeOf(act);
    for (const Act& act : {Act{StartTriage{}}, Act{AddNote{"x"}}, Act{PlaceHold{}}, Act{TakeLease{}}}) EXPECT_FALSE(tellsFindings(act)) << typeOf(act);
}

TEST_F(ToldLittle, WordsOfWhoKnowsReachNobodyBlind) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.ana, VisitCandidate{one[0].id}), "");
    ASSERT_EQ(post.act(people.ana, SaveProvisional{conclusion(one[0], ExaminerConclusion::Identification)}), "");
    ASSERT_EQ(post.act(people.ana, Reveal{}), "");
    ASSERT_EQ(post.act(people.ana, RequestRecapture{"rank one at 41, take it again"}), "");
    ASSERT_EQ(post.act(people.ana, AmendTraveler{post.view().traveler, "he is the listed one"}), "");
    ASSERT_EQ(post.act(people.officer, AmendTraveler{post.view().traveler, "misspelt at the counter"}), "");
    EXPECT_FALSE(reads(people.berta, "rank one"));
    EXPECT_FALSE(reads(people.berta, "listed one"));
    EXPECT_TRUE(reads(people.berta, "misspelt at the counter"));
    EXPECT_TRUE(reads(people.supervisor, "rank one"));
}

TEST_F(ToldLittle, WhoHoldsProtectionSpeaksInIt) {
    ASSERT_EQ(toReview(post, people, {}), "");
    auto both = people.officer;
    both.grants.push_back({Role::Protection, UtcTime::max()});
    EXPECT_EQ(actingRole(AddNote{"x"}, {both, false}, post.conditions.now), Role::Protection);
    EXPECT_EQ(actingRole(StartTriage{}, {both, false}, post.conditions.now), Role::Officer);
    post.force(both, AddNote{"she fears her brother"});
    EXPECT_FALSE(reads(people.ana, "brother"));
    EXPECT_TRUE(reads(people.protection, "brother"));
}

TEST_F(ToldLittle, ALiftTellsOfficersNoKind) {
    identified();
    const auto before = seenBy(people.officer).view.history.size();
    ASSERT_EQ(post.act(people.supervisor, PlaceHold{HoldKind::Medical}), "");
    ASSERT_EQ(post.act(people.supervisor, LiftHold{HoldKind::Medical, "the fracture is set", {}}), "");
    EXPECT_FALSE(reads(people.officer, "fracture"));
    EXPECT_TRUE(reads(people.supervisor, "fracture"));
    EXPECT_EQ(seenBy(people.officer).view.history.size(), before) << "as of a hold of protection: that it is on hold is all that is told";
    EXPECT_TRUE(seenBy(people.officer).view.lifts.empty());
}

TEST_F(ToldLittle, AnExpiredRoleReadsNoTitleAndNoApprovalGrowsOldOfIt) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    const auto before = dossierHash(post.view());
    ASSERT_EQ(post.act(people.protection, paper("protection_decision")), "");
    EXPECT_EQ(dossierHash(post.view()), before) << "whoever does not read it is not told that there is one";
    auto expired = people.supervisor;
    expired.grants.push_back({Role::Protection, post.conditions.now - std::chrono::hours(1)});
    EXPECT_EQ(firstRefusal(expired, approve(post)), "");
    auto valid = people.supervisor;
    valid.grants.push_back({Role::Protection, UtcTime::max()});
    EXPECT_EQ(firstRefusal(valid, approve(post)), kNotRead);
    // A hold that came and went undoes the approval all the same.
    ASSERT_EQ(post.act(people.supervisor, approve(post)), "");
    ASSERT_EQ(post.act(people.protection, PlaceHold{HoldKind::Protection}), "");
    ASSERT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", paperHash("protection_decision")}), "");
    EXPECT_EQ(post.act(people.officer, Execute{"handed over"}), kApprovalOutdated);
}

TEST_F(ToldLittle, OnHoldIsAllThatIsToldOfAHold) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, PlaceHold{HoldKind::Medical}), "");
    EXPECT_TRUE(seenBy(people.officer).onHold);
    EXPECT_FALSE(reads(people.officer, "\"hold.place\"")) << "a hold of protection shows no line either";
    ASSERT_EQ(post.act(people.officer, paper("other")), "");
    ASSERT_EQ(post.act(people.protection, OpenDocument{paperHash("other"), 1}), "");
    EXPECT_TRUE(seenBy(people.officer).view.documents.at(0).openedBy.empty()) << "who of protection reads the case tells what it is held for";
    EXPECT_EQ(seenBy(people.supervisor).view.documents.at(0).openedBy.size(), 1u);
}

TEST_F(ToldLittle, ASupervisorReadsNoReexaminationUnderWay) {
    identified();
    post.force(people.supervisor, ViewRecord{"window", {Shown::Conclusions, Shown::Notes}});
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the print is weak"}), "");
    post.force(people.supervisor, ViewRecord{"window", {Shown::Conclusions}});
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(post.act(people.carlos, search(one)), "");
    ASSERT_EQ(examine(post, people.carlos, one, ExaminerConclusion::Exclusion), "");
    const auto visible = seenBy(people.supervisor);
    EXPECT_EQ(std::ranges::count(visible.view.examinations, people.carlos.id, &Examination::examiner), 0);
    EXPECT_GT(visible.view.examinations.size(), 0u) << "what stands from before is theirs to know";
}

TEST_F(ToldLittle, ThatTwoPostsDifferIsToldToNobodyBlind) {
    one[0].decision = ComparisonDecision::Match;  // so that an exclusion goes to a second examiner too
    ASSERT_EQ(toReview(post, people, one), "");
    Post remote(people, "rio claro");
    remote.learn(post);
    remote.conditions.now = post.conditions.now + std::chrono::minutes(31);
    ASSERT_EQ(remote.act(people.dora, lease(remote, people.dora)), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(examine(remote, people.dora, one, ExaminerConclusion::Exclusion), "");
    post.learn(remote);
    ASSERT_TRUE(post.view().has(HoldKind::Conflict));
    ASSERT_EQ(post.view().state, CaseState::Concluded1);
    const auto visible = seenBy(people.carlos);
    EXPECT_FALSE(visible.view.has(HoldKind::Conflict));
    EXPECT_TRUE(visible.onHold) << "it waits, and that is all";
    post.conditions.now += std::chrono::hours(2);
    EXPECT_EQ(firstRefusal(people.carlos, lease(post, people.carlos)), kOnHold);
    EXPECT_EQ(firstRefusal(people.supervisor, ReturnCase{"x"}), kHoldConflict);
    EXPECT_TRUE(seenBy(people.supervisor).view.has(HoldKind::Conflict));
}

}  // namespace
}  // namespace cotejo::decide::testing
