#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <map>
#include <random>

#include "core/decide/errors.h"
#include "tests/unit/decide/post.h"

namespace cotejo::decide::testing {
namespace {

struct Conflict : ::testing::Test {
    People people;
    Post alto{people, "paso alto"};
    Post claro{people, "rio claro"};
    std::vector<Candidate> one = {candidate("one", Modality::Finger, 41, 1)};

    /// Both posts have the case in review, and dora may take it at rio claro.
    void apart() {
        ASSERT_EQ(toReview(alto, people, one), "");
        claro.learn(alto);
        claro.conditions.now = alto.conditions.now + std::chrono::minutes(31);
        ASSERT_EQ(claro.act(people.dora, lease(claro, people.dora)), "");
    }
    void together() {
        alto.learn(claro);
        claro.learn(alto);
        ASSERT_EQ(caseToJson(alto.view()), caseToJson(claro.view()));
    }
};

TEST_F(Conflict, WhatOneExaminerIdentifiedIsNotPutAsideByChoosingWhatAnotherFound) {
    apart();
    ASSERT_EQ(examine(alto, people.ana, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(examine(claro, people.dora, one, ExaminerConclusion::Exclusion), "");
    together();
    const auto heads = alto.view().decisionHeads;
    ASSERT_EQ(heads.size(), 2u);
    const auto identifies = heads[0].identity.starts_with("identified") ? 0u : 1u;
    ResolveConflict resolve{heads[1 - identifies].event, {heads[0].event, heads[1].event}, "the print is poor"};
    EXPECT_EQ(alto.act(people.supervisor, resolve), kIdentifiedApart);
    Post none(alto);
    resolve.chosen = {};
    ASSERT_EQ(none.act(people.supervisor, resolve), "");
    EXPECT_TRUE(none.view().reexamining()) << "two others examine";
    resolve.chosen = heads[identifies].event;
    ASSERT_EQ(alto.act(people.supervisor, resolve), "");
    EXPECT_EQ(alto.view().state, CaseState::Concluded1) << "and a second examiner verifies";
}

TEST_F(Conflict, DifferingVerdictsBlockTheCaseAndTheMilderIsInForce) {
    apart();
    ASSERT_EQ(examine(alto, people.ana, one, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(alto.act(people.ana, ReadCoverage{}), "");
    ASSERT_EQ(alto.act(people.ana, propose(Disposition::Admit)), "");
    ASSERT_EQ(examine(claro, people.dora, one, ExaminerConclusion::Inconclusive), "");
    ASSERT_EQ(claro.act(people.dora, ReadCoverage{}), "");
    ASSERT_EQ(claro.act(people.dora, propose(Disposition::ReferPartnerCheck)), "");
    together();
    auto view = alto.view();
    ASSERT_TRUE(view.has(HoldKind::Conflict));
    ASSERT_EQ(view.decisionHeads.size(), 2u);
    EXPECT_EQ(view.disposition->disposition, Disposition::ReferPartnerCheck) << "refer, neither admit nor send back";
    EXPECT_EQ(view.outcome, Outcome::Inconclusive);
    for (const auto& head : view.decisionHeads) EXPECT_EQ(head.inForce, head.disposition == "refer_partner_check");
    EXPECT_EQ(alto.act(people.ana, Execute{"admitted"}), kHoldConflict);
    EXPECT_EQ(alto.act(people.ana, propose(Disposition::Admit)), kHoldConflict);
    EXPECT_EQ(alto.act(people.supervisor, LiftHold{HoldKind::Conflict, "no", {}}), kHoldConflict);

    ResolveConflict resolve{view.decisionHeads[0].event, {view.decisionHeads[0].event}, "read both dossiers"};
    EXPECT_EQ(alto.act(people.supervisor, resolve), kConflictHeads);
    resolve.heads.push_back(view.decisionHeads[1].event);
    EXPECT_EQ(alto.act(people.ana, resolve), kRole);
    const auto admit = view.decisionHeads[0].disposition == "admit" ? 0u : 1u;
    resolve.chosen = view.decisionHeads[admit].event;
    ASSERT_EQ(alto.act(people.supervisor, resolve), "");
    view = alto.view();
    EXPECT_FALSE(view.has(HoldKind::Conflict));
    EXPECT_EQ(view.state, CaseState::DispositionProposed);
    EXPECT_EQ(view.disposition->disposition, Disposition::Admit);
    EXPECT_EQ(view.decisionHeads.size(), 1u);
}

TEST_F(Conflict, AgreeingVerdictsAreKeptAndNoConflict) {
    apart();
    ASSERT_EQ(examine(alto, people.ana, one, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(examine(claro, people.dora, one, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(claro.act(people.dora, ReadCoverage{}), "");
    ASSERT_EQ(claro.act(people.dora, propose(Disposition::Admit)), "");
    together();
    const auto& view = alto.view();
    EXPECT_FALSE(view.has(HoldKind::Conflict));
    EXPECT_EQ(view.decisionHeads.size(), 2u) << "both are shown";
    EXPECT_EQ(view.examinations.size(), 2u);
    EXPECT_EQ(view.state, CaseState::DispositionProposed);
    EXPECT_EQ(view.outcome, Outcome::Excluded);
}

TEST_F(Conflict, ADispositionThatRestsOnAnotherIdentityIsAConflictToo) {
    apart();
    ASSERT_EQ(examine(alto, people.ana, one, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(alto.act(people.ana, ReadCoverage{}), "");
    ASSERT_EQ(alto.act(people.ana, propose(Disposition::Admit)), "");
    ASSERT_EQ(alto.act(people.ana, Execute{"admitted"}), "");
    ASSERT_EQ(examine(claro, people.dora, one, ExaminerConclusion::Identification), "");
    together();
    EXPECT_TRUE(alto.view().has(HoldKind::Conflict));
    EXPECT_EQ(alto.view().state, CaseState::Concluded1) << "the admission is not taken for settled";
}

TEST_F(Conflict, ALateThirdVerdictReopensIt) {
    apart();
    Post tercero(people, "tercero");
    tercero.learn(alto);
    tercero.conditions.now = alto.conditions.now + std::chrono::minutes(62);
    ASSERT_EQ(tercero.act(people.carlos, lease(tercero, people.carlos)), "");
    ASSERT_EQ(examine(tercero, people.carlos, one, ExaminerConclusion::Inconclusive), "");
    ASSERT_EQ(examine(alto, people.ana, one, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(examine(claro, people.dora, one, ExaminerConclusion::Identification), "");
    together();
    const auto heads = alto.view().decisionHeads;
    ASSERT_EQ(heads.size(), 2u);
    ASSERT_EQ(alto.act(people.supervisor, ResolveConflict{{}, {heads[0].event, heads[1].event}, "examine it again"}), "");
    EXPECT_EQ(alto.view().state, CaseState::Triage);
    EXPECT_FALSE(alto.view().has(HoldKind::Conflict));
    alto.learn(tercero);
    EXPECT_TRUE(alto.view().has(HoldKind::Conflict));
    EXPECT_EQ(alto.view().decisionHeads.size(), 2u);
}

/// A verdict as the test itself remembers it, with what its author saw.
struct Given {
    std::string identity, disposition;
};

std::string identityOf(const std::optional<Outcome>& outcome) {
    if (!outcome) return "";
    return outcome == Outcome::Identified ? "identified one" : std::string(codeOf(*outcome));
}

/// SYNC.md 2.4 in its own words: heads = verdicts that no other verdict has seen; a conflict = two of them that differ.
struct Oracle {
    std::map<Hash, Given> verdicts;

    std::set<Hash> heads(const std::vector<Event>& events) const {
        std::map<Hash, std::vector<Hash>> parents;
        for (const auto& event : events) parents[hashOf(event)] = event.parents;
        std::set<Hash> left;
        for (const auto& [hash, verdict] : verdicts)
            if (parents.contains(hash)) left.insert(hash);
        const auto all = left;
        for (const auto& from : all) {
            std::vector<Hash> stack = parents[from];
            std::set<Hash> been;
            while (!stack.empty()) {
                const auto at = stack.back();
                stack.pop_back();
                if (!been.insert(at).second) continue;
                left.erase(at);
                stack.insert(stack.end(), parents[at].begin(), parents[at].end());
            }
        }
        return left;
    }
    bool conflict(const std::vector<Event>& events) const {
        const auto apart = [](const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; };
        const auto open = heads(events);
        for (const auto& one : open)
            for (const auto& other : open)
                if (apart(verdicts.at(one).identity, verdicts.at(other).identity) ||
                    apart(verdicts.at(one).disposition, verdicts.at(other).disposition) ||
                    (verdicts.at(one).disposition == "cancelled" && verdicts.at(other).identity.starts_with("identified") &&
                     verdicts.at(one).identity != verdicts.at(other).identity))
                    return true;
        return false;
    }
};

/// Lets a post do something its view allows, and remembers the verdict if it is one.
void doSomething(Post& post, const People& people, const std::vector<Candidate>& one, std::mt19937_64& random, Oracle& oracle) {
    const auto pick = [&](auto... each) { return std::array{each...}[random() % sizeof...(each)]; };
    const Officer* examiners[] = {&people.ana, &people.berta, &people.carlos, &people.dora};
    const auto before = post.view();
    const Officer& examiner = *examiners[random() % 4];
    Officer who = examiner;
    if (before.lease && random() % 8 != 0)
        for (const auto* each : examiners)
            if (each->id == before.lease->officer) who = *each;
    Act act = AddNote{"seen"};
    const auto dice = random() % 16;
    if (before.has(HoldKind::Conflict) && dice < 4) {
        who = people.second;
        ResolveConflict resolve;
        for (const auto& head : before.decisionHeads) resolve.heads.push_back(head.event);
        if (random() % 3 != 0) resolve.chosen = resolve.heads[random() % resolve.heads.size()];
        resolve.reason = "read both";
        act = resolve;
    } else if (dice == 0) {
        who = pick(people.officer, people.protection, people.admin);
        act = PlaceHold{HoldKind::Protection};
    } else if (dice == 1) {
        act = ReturnCase{"incomplete"};
    } else if (dice == 2 && random() % 4 == 0) {
        who = people.supervisor;
        act = CancelCase{"opened twice"};
    } else {
        const auto* own = ownExamination(before, who.id);
        switch (before.state) {
            case CaseState::Triage:
            case CaseState::Concluded1:
            case CaseState::Disagreement: who = examiner; act = lease(post, who); break;
            case CaseState::InReview:
            case CaseState::InVerification:
            case CaseState::Panel:
                if (!before.lease || before.lease->until <= post.conditions.now || random() % 10 == 0) {
                    who = examiner;
                    act = lease(post, who);
                } else if (!own || !own->analysisSaved) {
                    act = SaveAnalysis{"whorl"};
                } else if (own->visited.empty()) {
                    act = VisitCandidate{one[0].id};
                } else {
                    act = conclude(one, pick(ExaminerConclusion::Exclusion, ExaminerConclusion::Identification, ExaminerConclusion::Inconclusive));
                }
                break;
            case CaseState::IdentityResolved:
                if (!before.lease || before.lease->until <= post.conditions.now)
                    act = lease(post, who);
                else if (!before.coverageReadBy.contains(who.id))
                    act = ReadCoverage{};
                else
                    act = propose(pick(Disposition::Admit, Disposition::ReferPartnerCheck, Disposition::HoldFugitive, Disposition::ReferProtection));
                break;
            case CaseState::DispositionProposed:
                act = needsApproval(before) ? Act(SubmitForApproval{}) : pick(Act(Execute{"done"}), Act(propose(Disposition::ReferProtection)));
                break;
            case CaseState::PendingApproval:
                who = people.supervisor;
                act = pick(Act(approve(post)), Act(Reject{"no"}));
                break;
            case CaseState::Approved: who = people.officer; act = Execute{"done"}; break;
            case CaseState::Returned: act = StartTriage{}; break;
            default: break;
        }
    }
    if (!post.act(who, act).empty()) return;
    Given verdict{identityOf(before.outcome), ""};
    const auto proposed = before.disposition ? std::string(codeOf(before.disposition->disposition)) : "";
    if (const auto* concluded = std::get_if<Conclude>(&act)) {
        verdict.identity = identityOf(concluded->outcome);
    } else if (const auto* proposal = std::get_if<ProposeDisposition>(&act)) {
        verdict.disposition = codeOf(proposal->disposition);
    } else if (std::holds_alternative<Approve>(act) || std::holds_alternative<Execute>(act)) {
        verdict.disposition = proposed;
    } else if (std::holds_alternative<Reject>(act)) {
        verdict.disposition = "rejected " + proposed;
    } else if (std::holds_alternative<CancelCase>(act)) {
        verdict.disposition = "cancelled";
    } else if (const auto* resolve = std::get_if<ResolveConflict>(&act)) {
        verdict = resolve->chosen.isZero() ? Given{"again", "again"} : oracle.verdicts.at(resolve->chosen);
    } else {
        return;
    }
    oracle.verdicts[hashOf(post.events.back())] = verdict;
}

TEST(Histories, DifferingVerdictsAlwaysSurfaceAndNoneIsFalse) {
    const char* wanted = std::getenv("COTEJO_DECIDE_CONFLICTS");
    const int kRuns = wanted ? std::atoi(wanted) : 2000;
    const People people;
    const std::vector one = {candidate("one", Modality::Finger, 41, 1)};
    Post common(people, "common");
    ASSERT_EQ(toReview(common, people, one), "");
    int conflicts = 0, verdicts = 0, concordant = 0;
    for (int run = 0; run < kRuns; ++run) {
        std::mt19937_64 random(static_cast<std::uint64_t>(run));
        Post posts[] = {{people, "paso alto " + std::to_string(run)}, {people, "rio claro " + std::to_string(run)}};
        Oracle oracle;
        for (auto& post : posts) {
            post.learn(common);
            post.conditions.now = common.conditions.now + std::chrono::minutes(random() % 2 == 0 ? 0 : 31);
            post.conditions.entry = common.conditions.entry;
        }
        const int steps = 8 + static_cast<int>(random() % 14);
        for (int step = 0; step < steps; ++step) {
            auto& post = posts[random() % 2];
            if (random() % 12 == 0) post.learn(&post == &posts[0] ? posts[1] : posts[0]);
            doSomething(post, people, one, random, oracle);
        }
        posts[0].learn(posts[1]);
        const auto& view = posts[0].view();
        std::set<Hash> heads;
        for (const auto& head : view.decisionHeads) heads.insert(head.event);
        ASSERT_EQ(heads, oracle.heads(posts[0].events)) << "run " << run << ": a verdict was overwritten in silence";
        ASSERT_EQ(view.has(HoldKind::Conflict), oracle.conflict(posts[0].events)) << "run " << run;
        for (const auto& line : view.history) ASSERT_EQ(line.refusal, "") << "run " << run << " " << line.type << ": was allowed when it was done";
        auto shuffled = posts[0].events;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        ASSERT_EQ(caseToJson(foldCase(shuffled, people.lookup())), caseToJson(view)) << "run " << run;
        conflicts += view.has(HoldKind::Conflict);
        concordant += !view.has(HoldKind::Conflict) && heads.size() > 1;
        verdicts += static_cast<int>(oracle.verdicts.size());
    }
    std::printf("histories: %d, verdicts: %d, conflicts surfaced: %d, agreeing: %d\n", kRuns, verdicts, conflicts, concordant);
    if (kRuns < 200) return;
    EXPECT_GT(conflicts, kRuns / 20);
    EXPECT_GT(concordant, kRuns / 100);
}

TEST(Histories, NoConflictWhereEachSawTheOther) {
    const People people;
    const std::vector one = {candidate("one", Modality::Finger, 41, 1)};
    for (int run = 0; run < 60; ++run) {
        std::mt19937_64 random(static_cast<std::uint64_t>(run) + 100000);
        Post posts[] = {{people, "paso alto"}, {people, "rio claro"}};
        ASSERT_EQ(toReview(posts[0], people, one), "");
        Oracle oracle;
        for (int step = 0; step < 24; ++step) {
            const auto at = random() % 2;
            posts[at].learn(posts[1 - at]);
            posts[at].conditions.now = std::max(posts[0].conditions.now, posts[1].conditions.now);
            doSomething(posts[at], people, one, random, oracle);
            ASSERT_FALSE(posts[at].view().has(HoldKind::Conflict)) << "run " << run << " step " << step;
            ASSERT_LE(posts[at].view().decisionHeads.size(), 1u);
        }
    }
}

}  // namespace
}  // namespace cotejo::decide::testing
