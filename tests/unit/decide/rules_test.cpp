#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/decide/errors.h"
#include "tests/unit/decide/post.h"

namespace cotejo::decide::testing {
namespace {

struct Rules : ::testing::Test {
    People people;
    Post post{people, "paso alto"};
    std::vector<Candidate> two = {candidate("one", Modality::Finger, 41, 1), candidate("two", Modality::Finger, 22, 2)};

    void toPendingApproval(Disposition disposition) {
        ASSERT_EQ(toReview(post, people, two), "");
        auto act = conclude(two, ExaminerConclusion::Exclusion);
        act.conclusions[0].conclusion = ExaminerConclusion::Identification;
        act.outcome = Outcome::Identified;
        act.identified = two[0].id;
        for (const auto* examiner : {&people.ana, &people.berta}) {
            if (examiner == &people.berta) {
                ASSERT_EQ(post.act(*examiner, lease(post, *examiner)), "");
            }
            ASSERT_EQ(post.act(*examiner, SaveAnalysis{"whorl"}), "");
            for (const auto& each : two) ASSERT_EQ(post.act(*examiner, VisitCandidate{each.id}), "");
            ASSERT_EQ(post.act(*examiner, act), "");
        }
        ASSERT_EQ(post.view().state, CaseState::IdentityResolved);
        ASSERT_EQ(post.act(people.officer, ConfirmEntry{"confirmed", "UTO-1"}), "");
        ASSERT_EQ(post.act(people.officer, lease(post, people.officer)), "");
        ASSERT_EQ(post.act(people.officer, ReadCoverage{}), "");
        ASSERT_EQ(post.act(people.officer, propose(disposition)), "");
        ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
        ASSERT_EQ(post.view().state, CaseState::PendingApproval);
    }
};

TEST_F(Rules, TriageWantsALegalBasis) {
    OpenCase open;
    open.number = "PA-1";
    ASSERT_EQ(post.act(people.officer, open), "");
    EXPECT_EQ(post.act(people.officer, StartTriage{}), kNoLegalBasis);
    ASSERT_EQ(post.act(people.officer, SetLegalBasis{"border control"}), "");
    EXPECT_EQ(post.act(people.officer, StartTriage{}), "");
    EXPECT_EQ(post.act(people.officer, open), kCaseExists);
}

TEST_F(Rules, ALeaseKeepsOthersOutUntilItEnds) {
    ASSERT_EQ(toReview(post, people, two), "");
    EXPECT_EQ(post.act(people.berta, lease(post, people.berta)), kLeased);
    EXPECT_EQ(post.act(people.berta, SaveAnalysis{"mine"}), kLeased);
    const auto refused = check(post.view(), lease(post, people.berta), {people.berta, false}, post.conditions);
    EXPECT_EQ(refused.error().params[2], std::pair(std::string("holder"), std::string("ana")));
    EXPECT_EQ(post.act(people.ana, lease(post, people.ana)), "") << "renewing the own lease";
    post.conditions.now += std::chrono::minutes(31);
    EXPECT_EQ(post.act(people.ana, SaveAnalysis{"late"}), kNoLease);
    EXPECT_EQ(post.act(people.berta, TakeLease{"berta", post.conditions.now + std::chrono::minutes(31)}), base::kInvalidArgument);
    EXPECT_EQ(post.act(people.berta, lease(post, people.berta)), "");
}

TEST_F(Rules, ScoresComeLast) {
    ASSERT_EQ(toReview(post, people, two), "");
    EXPECT_EQ(post.act(people.ana, VisitCandidate{two[0].id}), kAnalysisMissing);
    EXPECT_EQ(post.act(people.ana, conclude(two, ExaminerConclusion::Exclusion)), kAnalysisMissing);
    EXPECT_EQ(post.act(people.ana, SaveAnalysis{" "}), kAnalysisMissing);
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    EXPECT_EQ(post.act(people.ana, SaveProvisional{conclusion(two[0], ExaminerConclusion::Exclusion)}), kNotVisited);
    ASSERT_EQ(post.act(people.ana, VisitCandidate{two[0].id}), "");
    EXPECT_EQ(post.act(people.ana, SaveAnalysis{"whorl, now that I saw"}), kAnalysisLocked);
    EXPECT_EQ(post.act(people.ana, VisitCandidate{CandidateId::random()}), kNoCandidate);
    EXPECT_EQ(post.act(people.ana, conclude(two, ExaminerConclusion::Exclusion)), kNotVisited);
    ASSERT_EQ(post.act(people.ana, VisitCandidate{two[1].id}), "");
    auto silent = conclusion(two[0], ExaminerConclusion::Identification);
    silent.counterReason = " ";
    EXPECT_EQ(post.act(people.ana, SaveProvisional{silent}), kNoCounterevidence);
    silent.reasons.clear();
    EXPECT_EQ(post.act(people.ana, SaveProvisional{silent}), kNoReason);
    ASSERT_EQ(post.act(people.ana, SaveProvisional{conclusion(two[0], ExaminerConclusion::Inconclusive)}), "");
    EXPECT_EQ(post.act(people.ana, Reveal{}), kProvisionalMissing);
    ASSERT_EQ(post.act(people.ana, SaveProvisional{conclusion(two[1], ExaminerConclusion::Exclusion)}), "");
    ASSERT_EQ(post.act(people.ana, Reveal{}), "");
    EXPECT_EQ(post.act(people.ana, SaveProvisional{conclusion(two[0], ExaminerConclusion::Identification)}), kRevealed);
    EXPECT_EQ(post.act(people.ana, search(two)), kRevealed);

    auto act = conclude(two, ExaminerConclusion::Exclusion);
    act.conclusions[0].conclusion = ExaminerConclusion::Identification;
    act.outcome = Outcome::Identified;
    act.identified = two[0].id;
    act.conclusions[1].changedAfterReveal = true;  // a lie in the body
    ASSERT_EQ(post.act(people.ana, act), "");
    const auto view = post.view();
    EXPECT_TRUE(view.examinations.at(0).final.at(two[0].id).changedAfterReveal);
    EXPECT_FALSE(view.examinations.at(0).final.at(two[1].id).changedAfterReveal);
}

TEST_F(Rules, AnOutcomeSaysWhatTheConclusionsSay) {
    ASSERT_EQ(toReview(post, people, two), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    for (const auto& each : two) ASSERT_EQ(post.act(people.ana, VisitCandidate{each.id}), "");
    auto act = conclude(two, ExaminerConclusion::Identification);
    EXPECT_EQ(post.act(people.ana, act), kOutcomeMismatch) << "nobody is two persons";
    act = conclude(two, ExaminerConclusion::Exclusion);
    act.outcome = Outcome::NoCandidate;
    EXPECT_EQ(post.act(people.ana, act), kOutcomeMismatch);
    act.outcome = Outcome::Inconclusive;
    EXPECT_EQ(post.act(people.ana, act), kOutcomeMismatch);
    act.outcome = Outcome::Identified;
    EXPECT_EQ(post.act(people.ana, act), kOutcomeMismatch);
    act.outcome = Outcome::Excluded;
    act.conclusions.pop_back();
    EXPECT_EQ(post.act(people.ana, act), kProvisionalMissing);
    EXPECT_EQ(post.act(people.ana, conclude(two, ExaminerConclusion::Exclusion)), "");
    EXPECT_EQ(post.view().state, CaseState::IdentityResolved) << "an exclusion needs no second examiner";
}

TEST_F(Rules, QualificationsAreForTheSamplesAndExpire) {
    auto face = two;
    face.push_back(candidate("three", Modality::Face, 0.5, 1));
    ASSERT_EQ(toReview(post, people, face), "");
    auto onlyFinger = person("ana", {Role::Officer, Role::ExaminerFinger});
    ASSERT_EQ(post.act(onlyFinger, SaveAnalysis{"whorl"}), "");
    EXPECT_EQ(post.act(onlyFinger, VisitCandidate{face[0].id}), "");
    EXPECT_EQ(post.act(onlyFinger, VisitCandidate{face[2].id}), kNotQualified);
    auto expired = person("ana", {Role::Officer});
    expired.grants.push_back({Role::ExaminerFinger, post.conditions.now});
    EXPECT_EQ(post.act(expired, VisitCandidate{face[1].id}), kNotQualified);
    expired.grants[1].validUntil += std::chrono::hours(1);
    EXPECT_EQ(post.act(expired, VisitCandidate{face[1].id}), "");
    expired.active = false;
    EXPECT_EQ(post.act(expired, VisitCandidate{face[1].id}), kNotQualified);
}

TEST_F(Rules, TheSecondExaminerIsAnotherAndBlind) {
    ASSERT_EQ(toReview(post, people, two), "");
    auto one = std::vector{two[0]};
    ASSERT_EQ(post.act(people.ana, search(one)), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    EXPECT_EQ(post.view().state, CaseState::Concluded1);
    EXPECT_EQ(post.act(people.ana, lease(post, people.ana)), kSameActor);
    EXPECT_EQ(post.act(people.officer, lease(post, people.officer)), kNotQualified);
    ASSERT_EQ(post.act(people.carlos, OpenOtherNotes{}), "");
    EXPECT_EQ(post.act(people.carlos, lease(post, people.carlos)), kNotBlind);
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    EXPECT_EQ(post.view().state, CaseState::InVerification);
    ASSERT_EQ(post.act(people.berta, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.berta, VisitCandidate{one[0].id}), "");
    ASSERT_EQ(post.act(people.berta, OpenOtherNotes{}), "");
    EXPECT_EQ(post.act(people.berta, conclude(one, ExaminerConclusion::Identification)), kNotBlind);
    ASSERT_EQ(post.act(people.berta, ReleaseLease{}), "");
    ASSERT_EQ(post.act(people.dora, lease(post, people.dora)), "");
    ASSERT_EQ(examine(post, people.dora, one, ExaminerConclusion::Identification), "");
    const auto view = post.view();
    EXPECT_EQ(view.state, CaseState::IdentityResolved);
    EXPECT_EQ(view.outcome, Outcome::Identified);
    EXPECT_EQ(view.identified, one[0].id);
    EXPECT_NE(view.examinations.at(0).shuffleSeed, view.examinations.at(1).shuffleSeed);
}

TEST_F(Rules, DisagreementGoesToAThirdAndTheMajority) {
    const auto one = std::vector{two[0]};
    const auto panel = [&](ExaminerConclusion second, ExaminerConclusion third) {
        Post at(people, "panel");
        EXPECT_EQ(toReview(at, people, one), "");
        EXPECT_EQ(examine(at, people.ana, one, ExaminerConclusion::Identification), "");
        EXPECT_EQ(at.act(people.berta, lease(at, people.berta)), "");
        EXPECT_EQ(examine(at, people.berta, one, second), "");
        EXPECT_EQ(at.view().state, CaseState::Disagreement);
        EXPECT_EQ(at.act(people.ana, lease(at, people.ana)), kSameActor);
        EXPECT_EQ(at.act(people.berta, lease(at, people.berta)), kSameActor);
        EXPECT_EQ(at.act(people.carlos, lease(at, people.carlos)), "");
        EXPECT_EQ(at.view().state, CaseState::Panel);
        EXPECT_EQ(examine(at, people.carlos, one, third), "");
        EXPECT_EQ(at.view().state, CaseState::IdentityResolved);
        return at.view().outcome;
    };
    EXPECT_EQ(panel(ExaminerConclusion::Exclusion, ExaminerConclusion::Identification), Outcome::Identified);
    EXPECT_EQ(panel(ExaminerConclusion::Exclusion, ExaminerConclusion::Exclusion), Outcome::Excluded);
    EXPECT_EQ(panel(ExaminerConclusion::Exclusion, ExaminerConclusion::Inconclusive), Outcome::Inconclusive);
}

TEST_F(Rules, ApprovalIsFourEyesOnlineAndReadsEverything) {
    toPendingApproval(Disposition::HoldFugitive);
    DossierDocument paper;
    paper.title = "final order";
    paper.blob = sha256("order");
    DossierDocument claim;
    claim.blob = sha256("claim");
    claim.restricted = true;
    ASSERT_EQ(post.act(people.officer, AddDocument{paper}), "");
    ASSERT_EQ(post.act(people.officer, AddDocument{claim}), "");
    EXPECT_EQ(post.act(people.supervisor, OpenDocument{claim.blob}), kRole) << "claims are for protection alone";
    EXPECT_EQ(post.act(people.supervisor, Approve{}), kNotRead);
    ASSERT_EQ(post.act(people.ana, OpenDocument{paper.blob}), "");
    EXPECT_EQ(post.act(people.supervisor, Approve{}), kNotRead) << "another's reading does not count";
    ASSERT_EQ(post.act(people.supervisor, OpenDocument{paper.blob}), "");
    auto both = person("ana", {Role::Officer, Role::ExaminerFinger, Role::Supervisor});
    EXPECT_EQ(post.act(both, Approve{}), kFourEyes);
    auto proposer = person("officer", {Role::Officer, Role::Supervisor});
    EXPECT_EQ(post.act(proposer, Approve{}), kFourEyes);
    EXPECT_EQ(post.act(people.ana, Approve{}), kRole);
    post.conditions.online = false;
    EXPECT_EQ(post.act(people.supervisor, Approve{}), kOffline);
    post.conditions.online = true;
    ASSERT_EQ(post.act(people.admin, PlaceHold{HoldKind::Protection}), "");
    EXPECT_EQ(post.act(people.supervisor, Approve{}), kHoldProtection);
    EXPECT_EQ(post.act(people.supervisor, LiftHold{HoldKind::Protection, "no need", paper.blob}), kRole);
    EXPECT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", sha256("elsewhere")}), kDocumentMissing);
    ASSERT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", paper.blob}), "");
    EXPECT_EQ(post.act(people.supervisor, Approve{}), "");
    EXPECT_EQ(post.view().state, CaseState::Approved);
}

TEST_F(Rules, ExecutionWantsAFreshApprovalAndChecksHoldsAgain) {
    toPendingApproval(Disposition::Repatriate);
    ASSERT_EQ(post.act(people.supervisor, Approve{}), "");
    EXPECT_EQ(post.act(people.officer, Execute{""}), kNoReceipt);
    post.conditions.online = false;
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), kOffline);
    ASSERT_EQ(post.act(people.auditor, PlaceHold{HoldKind::Protection}), "");
    post.conditions.online = true;
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), kHoldProtection);
    DossierDocument decision;
    decision.blob = sha256("decision");
    ASSERT_EQ(post.act(people.protection, AddDocument{decision}), "");
    ASSERT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", decision.blob}), "");
    auto late = post;
    late.conditions.now += std::chrono::hours(72);
    EXPECT_EQ(late.act(people.officer, Execute{"UT 418"}), kApprovalStale);
    EXPECT_EQ(late.act(people.officer, ReturnCase{"approval is stale"}), "") << "a stale approval has a way out";
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), "");
    EXPECT_EQ(post.view().state, CaseState::Executed);
    EXPECT_EQ(post.view().disposition->receipt, "UT 418");
}

TEST_F(Rules, AnEntryCarriesNoActWhenItIsNotActiveAndFresh) {
    toPendingApproval(Disposition::HoldFugitive);
    const auto approve = [&] { return check(post.view(), Approve{}, {people.supervisor, false}, post.conditions); };
    ASSERT_TRUE(approve());
    for (const auto status : {EntryStatus::Suspended, EntryStatus::Withdrawn, EntryStatus::Served, EntryStatus::Expired,
                              EntryStatus::NoExtradition}) {
        post.conditions.entry->status = status;
        ASSERT_FALSE(approve());
        EXPECT_EQ(approve().error().code, kEntryNotActionable);
    }
    post.conditions.entry->status = EntryStatus::Active;
    post.conditions.entry->reviewBy = post.conditions.now;
    EXPECT_EQ(approve().error().code, kEntryNotActionable);
    post.conditions.entry->reviewBy += std::chrono::hours(1);
    ASSERT_TRUE(approve());
    post.conditions.snapshot = SnapshotAge::Stale;
    EXPECT_EQ(approve().error().code, kEntryNotActionable);
    post.conditions.snapshot = SnapshotAge::Fresh;
    post.conditions.entry.reset();
    EXPECT_EQ(approve().error().code, kEntryNotActionable);
}

TEST_F(Rules, TheReleaseGuardHoldsBothWays) {
    ASSERT_EQ(toReview(post, people, {two[0]}), "");
    const std::vector one{two[0]};
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    ASSERT_EQ(examine(post, people.berta, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(post.act(people.berta, PlaceHold{HoldKind::ReleaseGuard}), "");
    ASSERT_EQ(post.act(people.officer, lease(post, people.officer)), "");
    ASSERT_EQ(post.act(people.officer, ReadCoverage{}), "");
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Admit)), kReleaseGuard);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Repatriate)), kReleaseGuard);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::HoldFugitive)), kHoldExpired) << "no maximum without a policy";
    post.conditions.policy.maximumHold = std::chrono::hours(2);
    EXPECT_EQ(check(post.view(), propose(Disposition::HoldFugitive), {people.officer, false}, post.conditions).has_value(), true);
    EXPECT_EQ(post.act(people.supervisor, LiftHold{HoldKind::ReleaseGuard, "no answer", {}}), kReleaseGuard);
    auto late = post;
    late.conditions.now += std::chrono::hours(3);
    EXPECT_EQ(late.act(people.supervisor, LiftHold{HoldKind::ReleaseGuard, "the clock ran out", {}}), "");
    EXPECT_FALSE(late.view().has(HoldKind::ReleaseGuard));
    auto denied = post;
    ASSERT_EQ(denied.act(people.officer, ConfirmEntry{"not_confirmed", "UTO-2"}), "");
    EXPECT_FALSE(denied.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(denied.act(people.officer, propose(Disposition::HoldFugitive)), kEntryNotActionable);
    EXPECT_EQ(denied.act(people.officer, propose(Disposition::Release)), "");
    ASSERT_EQ(post.act(people.officer, ConfirmEntry{"confirmed", "UTO-3"}), "");
    post.conditions.policy.maximumHold.reset();
    EXPECT_EQ(post.act(people.officer, propose(Disposition::HoldFugitive)), "");
}

TEST_F(Rules, AProposalFitsTheOutcomeAndReadsTheCoverage) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.view().outcome, Outcome::NoCandidate);
    EXPECT_EQ(post.act(people.ana, propose(Disposition::Admit)), kCoverageUnread);
    ASSERT_EQ(post.act(people.ana, ReadCoverage{}), "");
    EXPECT_EQ(post.act(people.ana, propose(Disposition::HoldFugitive)), kOutcomeMismatch);
    EXPECT_EQ(post.act(people.ana, propose(Disposition::Repatriate)), kOutcomeMismatch);
    post.conditions.snapshot = SnapshotAge::Stale;
    EXPECT_EQ(post.act(people.ana, propose(Disposition::Admit)), kSnapshotStale);
    EXPECT_EQ(post.act(people.ana, propose(Disposition::ReferPartnerCheck)), "") << "a stale list: refer only";
    post.conditions.snapshot = SnapshotAge::Fresh;
    post.conditions.online = false;
    EXPECT_EQ(post.act(people.ana, propose(Disposition::Admit)), "");
    EXPECT_EQ(post.act(people.ana, Execute{"admitted 09:31"}), "") << "no approval, offline too";
    EXPECT_EQ(post.view().state, CaseState::Executed);
}

TEST_F(Rules, SearchesWantASnapshotAndOneAlgorithm) {
    ASSERT_EQ(toReview(post, people, two), "");
    auto mixed = two;
    mixed[1].score.algorithm.model = sha256("other model");
    EXPECT_EQ(post.act(people.ana, search(mixed)), kScoreIncomparable);
    mixed[1].modality = Modality::Face;
    EXPECT_EQ(post.act(people.ana, search(mixed)), "") << "a face and a finger are never compared";
    post.conditions.snapshot = SnapshotAge::Expired;
    EXPECT_EQ(post.act(people.ana, search(two)), kSnapshotExpired);
}

TEST_F(Rules, NobodyDeletes) { EXPECT_EQ(checkDelete().error().code, kNoDelete); }

TEST_F(Rules, OfficersReadOneNeutralHold) {
    toPendingApproval(Disposition::Repatriate);
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Medical}), "");
    const auto refused = check(post.view(), Approve{}, {people.supervisor, false}, post.conditions);
    EXPECT_EQ(neutral(refused.error(), people.officer, kStart).code, kOnHold);
    EXPECT_EQ(neutral(refused.error(), people.supervisor, kStart).code, kHoldMedical);
    for (const auto& [key, value] : neutral(refused.error(), people.officer, kStart).params)
        EXPECT_EQ(value.find("medical"), std::string::npos) << key;
}

TEST_F(Rules, ReturningStartsAnotherRound) {
    toPendingApproval(Disposition::HoldFugitive);
    EXPECT_EQ(post.act(people.supervisor, Reject{""}), kNoReason);
    ASSERT_EQ(post.act(people.supervisor, Reject{"grade is an allegation"}), "");
    EXPECT_EQ(post.view().state, CaseState::Rejected);
    ASSERT_EQ(post.act(people.officer, ReturnCase{"see rejection"}), "");
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    const auto view = post.view();
    EXPECT_EQ(view.round, 2);
    EXPECT_FALSE(view.outcome || view.disposition);
    EXPECT_EQ(view.examinations.size(), 2u) << "earlier examinations stay on record";
    EXPECT_TRUE(view.comparisonActors.contains(people.ana.id));
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    EXPECT_EQ(post.act(people.ana, conclude(two, ExaminerConclusion::Exclusion)), kAnalysisMissing);
}

}  // namespace
}  // namespace cotejo::decide::testing
