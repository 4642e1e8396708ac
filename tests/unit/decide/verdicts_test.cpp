#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "tests/unit/decide/one_case.h"

/// What a verdict says, who gave it where and when, and which of differing ones is in force.
namespace cotejo::decide::testing {
namespace {

struct Verdicts : OneCase {
    Post claro{people, "rio claro"};

    /// Resolved by a first examiner at each post, who say these things; `to` at the other post.
    void apart(ExaminerConclusion here, ExaminerConclusion there) {
        ASSERT_EQ(toReview(post, people, one), "");
        claro.learn(post);
        claro.conditions.now = post.conditions.now + std::chrono::minutes(31);
        ASSERT_EQ(claro.act(people.dora, lease(claro, people.dora)), "");
        ASSERT_EQ(examine(post, people.ana, one, here), "");
        ASSERT_EQ(examine(claro, people.dora, one, there), "");
    }
    void together() {
        post.learn(claro);
        claro.learn(post);
        post.conditions.now = claro.conditions.now = std::max(post.conditions.now, claro.conditions.now) + std::chrono::hours(1);
        ASSERT_EQ(caseToJson(post.view()), caseToJson(claro.view()));
    }
    const DecisionHead& headOf(const Officer& who) const {
        const auto& heads = post.view().decisionHeads;
        return *std::ranges::find(heads, who.id, &DecisionHead::officer);
    }
    static int weight(const std::string& disposition, const std::string& identity = "") {
        DecisionHead head;
        head.disposition = disposition;
        head.identity = identity;
        return intrusiveness(head);
    }
};

TEST_F(Verdicts, TheMildestOfDifferingOnesIsInForce) {
    EXPECT_EQ(weight("refer_protection"), 0);
    EXPECT_EQ(weight("refer_partner_check"), 10);
    EXPECT_EQ(weight("examine_again"), 20);
    EXPECT_EQ(weight("not_repatriate"), 25);
    EXPECT_EQ(weight("not_admit"), 25);
    EXPECT_EQ(weight("cancelled"), 30);
    EXPECT_EQ(weight("", "inconclusive"), 35);
    EXPECT_EQ(weight("", "excluded"), 36);
    EXPECT_EQ(weight("", "no_candidate"), 36);
    EXPECT_EQ(weight("", "identified:e"), 37);
    EXPECT_EQ(weight("no_action", "identified:e"), 40);
    EXPECT_EQ(weight("admit"), 50);
    EXPECT_EQ(weight("release"), 60);
    EXPECT_EQ(weight("hold_fugitive"), 70);
    EXPECT_EQ(weight("refuse_entry"), 80);
    EXPECT_EQ(weight("repatriate"), 90);
}

TEST_F(Verdicts, AHeadSaysWhoSaidItWhereWhenAndOnWhichList) {
    ASSERT_EQ(toReview(post, people, one), "");
    claro.learn(post);
    claro.conditions.now = post.conditions.now + std::chrono::minutes(31);
    ASSERT_EQ(claro.act(people.dora, lease(claro, people.dora)), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(examine(claro, people.dora, one, ExaminerConclusion::Inconclusive), "");
    post.events.back().watchlistVersion = 7;
    claro.events.back().watchlistVersion = 9;
    const auto mine = post.events.back(), theirs = claro.events.back();
    Post merged(people, "both");
    for (const auto* each : {&post, &claro})
        for (const auto& event : each->events)
            if (std::ranges::none_of(merged.events, [&](const auto& known) { return hashOf(known) == hashOf(event); })) merged.events.push_back(event);
    const auto view = foldCase(merged.events, people.lookup());
    ASSERT_EQ(view.decisionHeads.size(), 2u);
    EXPECT_LT(view.decisionHeads[0].event, view.decisionHeads[1].event);
    for (const auto& head : view.decisionHeads) {
        const auto& event = head.officer == people.ana.id ? mine : theirs;
        EXPECT_EQ(head.event, hashOf(event));
        EXPECT_EQ(head.type, "examination.conclude");
        EXPECT_EQ(head.officer, event.user);
        EXPECT_EQ(head.device, event.device);
        EXPECT_EQ(head.at, event.wall);
        EXPECT_EQ(head.watchlistVersion, event.watchlistVersion);
        EXPECT_EQ(head.identity, event.user == people.ana.id ? "excluded" : "inconclusive");
        EXPECT_EQ(head.disposition, "");
        EXPECT_EQ(head.inForce, event.user == people.dora.id) << "nothing is settled before something is";
    }
    const auto hold = std::ranges::find(view.holds, HoldKind::Conflict, &Hold::kind);
    ASSERT_NE(hold, view.holds.end());
    EXPECT_EQ(hold->since, std::max(mine.wall, theirs.wall));
    EXPECT_EQ(hold->basis, "decisions");
    EXPECT_TRUE(hold->placedBy.isZero());
}

TEST_F(Verdicts, ARejectionDiffersFromAnApprovalAndIsInForce) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.dora, "confirmed"), "");
    ASSERT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    claro.learn(post);
    claro.conditions.now = post.conditions.now;
    ASSERT_EQ(post.act(people.supervisor, approve(post)), "");
    ASSERT_EQ(claro.act(people.second, Reject{"the warrant is of another"}), "");
    together();
    ASSERT_TRUE(post.view().has(HoldKind::Conflict));
    EXPECT_EQ(headOf(people.supervisor).disposition, "hold_fugitive");
    EXPECT_EQ(headOf(people.second).disposition, "not_hold_fugitive");
    const auto who = "identified:" + one[0].entry.text();
    EXPECT_EQ(headOf(people.second).identity, who) << "both of the same person";
    EXPECT_EQ(headOf(people.supervisor).identity, who);
    EXPECT_TRUE(headOf(people.second).inForce);
    EXPECT_FALSE(headOf(people.supervisor).inForce);
    EXPECT_EQ(post.view().state, CaseState::Rejected);
    EXPECT_NE(post.act(people.officer, Execute{"handed over"}), "");
}

TEST_F(Verdicts, WhoIsIdentifiedAsSeveralIsSaidSorted) {
    const std::vector<Candidate> two = {candidate("one", Modality::Finger, 41, 1), candidate("two", Modality::Finger, 30, 2)};
    ASSERT_EQ(toReview(post, people, two), "");
    ASSERT_EQ(identify(post, people, two), "");
    ASSERT_EQ(proposed(people.officer, Disposition::ReferPartnerCheck), "");
    const auto [first, second] = std::minmax(two[0].entry, two[1].entry);
    ASSERT_EQ(post.view().decisionHeads.size(), 1u);
    EXPECT_EQ(post.view().decisionHeads[0].identity, "identified:" + first.text() + "," + second.text());
    EXPECT_EQ(post.view().decisionHeads[0].disposition, "refer_partner_check");
}

TEST_F(Verdicts, AResolutionSaysWhatWasChosen) {
    apart(ExaminerConclusion::Exclusion, ExaminerConclusion::Inconclusive);
    together();
    const auto heads = post.view().decisionHeads;
    ASSERT_EQ(heads.size(), 2u);
    for (const auto& chosen : heads) {
        Post each(post);
        ASSERT_EQ(each.act(people.supervisor, ResolveConflict{chosen.event, {heads[0].event, heads[1].event}, "read both"}), "");
        ASSERT_EQ(each.view().decisionHeads.size(), 1u);
        const auto& now = each.view().decisionHeads[0];
        EXPECT_EQ(now.identity, chosen.identity);
        EXPECT_EQ(now.disposition, chosen.disposition);
        EXPECT_EQ(now.officer, people.supervisor.id) << "in the name of who resolved it";
        EXPECT_EQ(now.type, "conflict.resolve");
        EXPECT_TRUE(now.inForce);
        EXPECT_EQ(each.view().outcome, chosen.identity == "excluded" ? Outcome::Excluded : Outcome::Inconclusive);
    }
    ASSERT_EQ(post.act(people.supervisor, ResolveConflict{{}, {heads[0].event, heads[1].event}, "neither"}), "");
    ASSERT_EQ(post.view().decisionHeads.size(), 1u);
    EXPECT_EQ(post.view().decisionHeads[0].identity, "examine_again");
    EXPECT_EQ(post.view().decisionHeads[0].disposition, "examine_again");
}

TEST_F(Verdicts, ACaseThatOnePostCancelledAndAnotherIdentifiedInDiffers) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, ReleaseLease{}), "");
    claro.learn(post);
    claro.conditions.now = post.conditions.now;
    ASSERT_EQ(claro.act(people.supervisor, CancelCase{"opened twice"}), "");
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(identify(post, people, one), "");
    together();
    EXPECT_TRUE(post.view().has(HoldKind::Conflict));
    EXPECT_EQ(headOf(people.supervisor).disposition, "cancelled");
    EXPECT_EQ(headOf(people.supervisor).identity, "");
    EXPECT_EQ(post.view().state, CaseState::IdentityResolved) << "not cancelled under a guard";
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
}

}  // namespace
}  // namespace cotejo::decide::testing
