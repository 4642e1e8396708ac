#include <gtest/gtest.h>

#include <map>
#include <random>

#include "core/decide/errors.h"
#include "core/journal/admin_events.h"
#include "tests/unit/decide/post.h"

namespace cotejo::decide::testing {
namespace {

struct Fold : ::testing::Test {
    People people;
    Post post{people, "paso alto"};
    std::vector<Candidate> one = {candidate("one", Modality::Finger, 41, 1)};
    CaseView fold(const std::vector<Event>& events) const { return foldCase(events, people.lookup()); }
};

TEST_F(Fold, AnythingFoldsToSomething) {
    EXPECT_EQ(fold({}).state, CaseState::Received);
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    std::mt19937_64 random(7);
    for (int run = 0; run < 200; ++run) {  // any subset, in any order, some bodies broken, some types from the future
        std::vector<Event> some;
        for (const auto& event : post.events) {
            if (random() % 4 == 0) continue;
            some.push_back(event);
            if (random() % 8 == 0) some.back().body = bytesOf("{\"broken\":");
            if (random() % 8 == 0) some.back().type = "case.not_invented_yet";
            if (random() % 8 == 0) some.push_back(some.back());
        }
        std::shuffle(some.begin(), some.end(), random);
        const auto view = fold(some);
        std::shuffle(some.begin(), some.end(), random);
        EXPECT_EQ(caseToJson(fold(some)), caseToJson(view));
    }
}

TEST_F(Fold, EventsOfAStrangerStopNobody) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    const auto last = post.view().heads;
    ASSERT_EQ(last.size(), 1u);
    // By somebody whom nobody knows, each going on from the case as it stood, and one from another.
    const auto stranger = person("stranger", {Role::Supervisor});
    for (int i = 0; i < 300; ++i) {
        auto& event = post.force(stranger, CancelCase{"flood " + std::to_string(i)});
        event.parents = i % 2 == 0 || i == 0 ? last : std::vector{hashOf(post.events[post.events.size() - 2])};
    }
    const auto view = foldCase(post.events, people.lookup());
    EXPECT_EQ(view.heads, last) << "what has no effect is not named";
    EXPECT_EQ(view.history.size(), post.events.size()) << "and is kept";
    Post after(people, "another device");
    after.learn(post);
    ASSERT_EQ(after.act(people.officer, PlaceHold{HoldKind::Protection}), "");
    EXPECT_EQ(after.events.back().parents, last);
    EXPECT_TRUE(after.view().has(HoldKind::Protection));
    EXPECT_EQ(after.view().heads.size(), 1u);
    for (auto& event : after.events)
        if (event.user == stranger.id) event.user = people.supervisor.id;
    EXPECT_EQ(foldCase(after.events, people.lookup()).heads.size(), 64u) << "of people who may the newest are named; receipts say the rest";
}

TEST_F(Fold, UnknownTypesStayInTheHistoryWithoutEffect) {
    ASSERT_EQ(toReview(post, people, one), "");
    const auto before = post.view();
    auto& event = post.force(people.ana, AddNote{"x"});
    event.type = "case.not_invented_yet";
    const auto view = post.view();
    EXPECT_EQ(view.history.size(), before.history.size() + 1);
    EXPECT_EQ(view.history.back().refusal, "E_NOT_FOUND");
    EXPECT_TRUE(view.remarks.empty());
    EXPECT_EQ(view.heads, std::vector{hashOf(event)});
}

TEST_F(Fold, ActsOfPeopleWhoWereNotAllowedHaveNoEffect) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    const auto before = post.view();
    post.force(people.ana, lease(post, people.ana));                              // verifying oneself
    post.force(people.officer, Approve{"done", {}});                               // not pending, no supervisor
    post.force(people.ana, LiftHold{HoldKind::Protection, "no", {}});             // not protection
    post.force(person("stranger", {Role::Supervisor}), CancelCase{"unknown officer"});
    auto& program = post.force(people.supervisor, CancelCase{"by itself"});       // the program
    program.role = "system";
    const auto after = post.view();
    EXPECT_EQ(after.state, before.state);
    EXPECT_EQ(after.history.size(), before.history.size() + 5);
    std::vector<std::string> refused;
    for (auto line = after.history.end() - 5; line != after.history.end(); ++line) refused.push_back(line->refusal);
    EXPECT_EQ(refused, (std::vector<std::string>{kSameActor, kRole, kRole, kRole, kRole}));
}

TEST_F(Fold, ASecondConclusionByTheSamePersonNeverVerifies) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    for (const Act& act : {Act(SaveAnalysis{"a"}), Act(VisitCandidate{one[0].id}), Act(conclude(one, ExaminerConclusion::Identification))})
        post.force(people.ana, act);
    EXPECT_EQ(post.view().state, CaseState::InVerification);
}

TEST_F(Fold, NoClockChangesAResult) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    ASSERT_EQ(examine(post, people.berta, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Protection}), "");
    const auto right = post.view();
    // The same acts written on a device whose clock jumps by years: hashes differ, the result does not.
    Post jumping(people, "paso alto");
    std::map<Hash, Hash> renamed;
    std::mt19937_64 random(3);
    for (auto event : post.events) {
        const auto old = hashOf(event);
        for (auto& parent : event.parents) parent = renamed.at(parent);
        event.wall += std::chrono::hours(static_cast<std::int64_t>(random() % 100000) - 50000);
        renamed[old] = hashOf(event);
        jumping.events.push_back(event);
    }
    const auto wrong = jumping.view();
    EXPECT_EQ(wrong.state, right.state);
    EXPECT_EQ(wrong.outcome, right.outcome);
    EXPECT_EQ(wrong.holds.size(), right.holds.size());
    EXPECT_EQ(wrong.comparisonActors, right.comparisonActors);
    for (std::size_t i = 0; i < right.history.size(); ++i) {
        EXPECT_EQ(wrong.history[i].type, right.history[i].type);
        EXPECT_EQ(wrong.history[i].refusal, right.history[i].refusal);
    }
}

TEST_F(Fold, AProtectionHoldPlacedElsewhereOutlivesALift) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.protection, paper("protection_decision")), "");
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Protection}), "");
    Post remote(people, "rio claro");
    remote.learn(post);
    ASSERT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", paperHash("protection_decision")}), "");
    EXPECT_FALSE(post.view().has(HoldKind::Protection));
    remote.conditions.online = false;
    ASSERT_EQ(remote.act(people.dora, PlaceHold{HoldKind::Protection}), "");
    post.learn(remote);
    EXPECT_TRUE(post.view().has(HoldKind::Protection)) << "its author had seen no lift";
}

TEST_F(Fold, RefusedApprovalsAreHistory) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto& event = post.force(people.supervisor, AddNote{"x"});
    event.type = journal::kRefused;
    event.body = bytesOf(R"({"act":"decision.approve","code":"E_NOT_READ"})");
    const auto view = post.view();
    EXPECT_EQ(view.history.back().type, journal::kRefused);
    EXPECT_EQ(view.history.back().detail, "E_NOT_READ");
    EXPECT_EQ(view.history.back().refusal, "");
}

TEST_F(Fold, WithheldEventsHaveNoEffectAndStillCarryWhatWasSeen) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.act(people.ana, AddNote{"from a revoked device"}), "");
    const auto note = hashOf(post.events.back());
    ASSERT_EQ(post.act(people.ana, ReadCoverage{}), "");
    ASSERT_EQ(post.act(people.ana, propose(Disposition::Admit)), "");
    const auto view = foldCase(post.events, people.lookup(), {{note}, {}, {}});
    EXPECT_TRUE(view.remarks.empty());
    EXPECT_EQ(view.decisionHeads.size(), 1u) << "the proposal has seen the conclusion through the note";
    EXPECT_EQ(view.state, CaseState::DispositionProposed);
    EXPECT_EQ(std::ranges::count(view.history, kWithheld, &HistoryLine::refusal), 1);
}

TEST_F(Fold, CandidatesOfASearchMadeMeanwhileElsewhereStay) {
    ASSERT_EQ(toReview(post, people, one), "");
    Post remote(people, "rio claro");
    remote.learn(post);
    ASSERT_EQ(post.act(people.ana, search({candidate("two", Modality::Finger, 30, 1)})), "");
    EXPECT_EQ(post.view().candidates.size(), 1u) << "a repeated search replaces the one before";
    ASSERT_EQ(remote.act(people.ana, search({candidate("three", Modality::Finger, 30, 1)})), "");
    post.learn(remote);
    EXPECT_EQ(post.view().candidates.size(), 2u);
}

TEST_F(Fold, LongCasesFoldInTime) {
    ASSERT_EQ(toReview(post, people, one), "");
    std::vector<Event> events = post.events;
    Event event = events.back();
    event.type = "note.add";
    event.body = bodyOf(AddNote{"seen"});
    for (int i = 0; i < 20000; ++i) {
        event.parents = {hashOf(events.back())};
        ++event.seq;
        events.push_back(event);
    }
    EXPECT_EQ(fold(events).remarks.size(), 20000u);
}

}  // namespace
}  // namespace cotejo::decide::testing
