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
        ASSERT_TRUE(post.view().has(HoldKind::ReleaseGuard)) << "it follows from the identification";
        if (disposition == Disposition::HoldFugitive) {
            ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
        }
        if (disposition == Disposition::Repatriate) {
            ASSERT_EQ(post.act(people.supervisor, OverrideGuard{"release", "served abroad", "art. 9"}), "");
            ASSERT_TRUE(post.view().has(HoldKind::ReleaseGuard));
            ASSERT_EQ(post.act(people.second, OverrideGuard{"release", "read the file", "art. 9"}), "");
            ASSERT_FALSE(post.view().has(HoldKind::ReleaseGuard));
        }
        ASSERT_EQ(post.act(people.officer, lease(post, people.officer)), "");
        ASSERT_EQ(post.act(people.officer, ReadCoverage{}), "");
        auto bare = post;
        ASSERT_EQ(bare.act(people.officer, propose(disposition)), "");
        ASSERT_EQ(bare.act(people.officer, SubmitForApproval{}), kPaperMissing);
        ASSERT_EQ(addPapers(post, people.officer, disposition), "");
        ASSERT_EQ(post.act(people.officer, propose(disposition)), "");
        ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
        ASSERT_EQ(post.view().state, CaseState::PendingApproval);
    }
};

TEST_F(Rules, TriageWantsALegalBasis) {
    OpenCase open;
    open.number = "PA-1";
    open.date = "2026-11-16";
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
    act.conclusions[0].conclusion = ExaminerConclusion::Exclusion;
    EXPECT_EQ(post.act(people.ana, act), kOutcomeMismatch) << "it names another than was identified";
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
    EXPECT_EQ(post.view().state, CaseState::IdentityResolved) << "an exclusion that agrees with the machine needs no second examiner";
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
    ASSERT_EQ(post.act(people.protection, paper("protection_decision")), "");
    const auto order = paperHash("rights_information");
    EXPECT_EQ(post.act(people.supervisor, OpenDocument{paperHash("protection_decision"), 1}), kDocumentMissing) << "not even that there is one";
    EXPECT_EQ(post.act(people.second, approve(post)), kNotRead);
    ASSERT_EQ(readPapers(post, people.ana), "");
    EXPECT_EQ(post.act(people.second, approve(post)), kNotRead) << "another's reading does not count";
    EXPECT_EQ(post.act(people.second, OpenDocument{order, 0}), kNotRead) << "not one page was drawn";
    ASSERT_EQ(readPapers(post, people.second), "");
    auto both = person("ana", {Role::Officer, Role::ExaminerFinger, Role::Supervisor});
    EXPECT_EQ(post.act(both, approve(post)), kFourEyes);
    auto proposer = person("officer", {Role::Officer, Role::Supervisor});
    EXPECT_EQ(post.act(proposer, approve(post)), kFourEyes);
    EXPECT_EQ(post.act(people.ana, approve(post)), kRole);
    EXPECT_EQ(post.act(people.second, Approve{"unread", Hash{}}), kApprovalOutdated);
    post.conditions.online = false;
    EXPECT_EQ(post.act(people.second, approve(post)), kOffline);
    post.conditions.online = true;
    ASSERT_EQ(post.act(people.admin, PlaceHold{HoldKind::Protection}), "");
    EXPECT_EQ(post.act(people.second, approve(post)), kHoldProtection);
    EXPECT_EQ(post.act(people.supervisor, LiftHold{HoldKind::Protection, "no need", order}), kRole);
    EXPECT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", sha256("elsewhere")}), kDocumentMissing);
    ASSERT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", paperHash("protection_decision")}), "");
    EXPECT_EQ(post.act(people.second, approve(post)), "");
    EXPECT_EQ(post.view().state, CaseState::Approved);
    EXPECT_EQ(post.act(people.supervisor, approve(post)), kNotRead);
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    EXPECT_EQ(post.act(people.supervisor, approve(post)), kState) << "a good approval is not given twice";
}

TEST_F(Rules, ExecutionWantsAFreshApprovalAndChecksEverythingAgain) {
    toPendingApproval(Disposition::Repatriate);
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    ASSERT_EQ(post.act(people.supervisor, approve(post)), "");
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), kNotOnManifest);
    ASSERT_EQ(post.act(people.officer, FreezeManifest{"UT 418 of 17 November"}), "");
    EXPECT_EQ(post.act(people.officer, Execute{""}), kNoReceipt);
    post.conditions.online = false;
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), kOffline);
    ASSERT_EQ(post.act(people.auditor, PlaceHold{HoldKind::Protection}), "");
    post.conditions.online = true;
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), kApprovalOutdated) << "a hold is another dossier";
    const auto refused = refusals(post.view(), Execute{"UT 418"}, {people.officer, false}, post.conditions);
    EXPECT_TRUE(std::ranges::any_of(refused, [](const auto& each) { return each.code == kHoldProtection; }));
    ASSERT_EQ(post.act(people.protection, paper("protection_decision")), "");
    ASSERT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", paperHash("protection_decision")}), "");
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), kApprovalOutdated) << "the dossier is not the one that was approved";
    EXPECT_EQ(post.act(people.supervisor, approve(post)), "") << "approving again is the way out";
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), kNotOnManifest) << "the manifest was of the old approval";
    ASSERT_EQ(post.act(people.officer, FreezeManifest{"UT 418 of 17 November"}), "");
    auto late = post;
    late.conditions.now += std::chrono::hours(72);
    EXPECT_EQ(late.act(people.officer, Execute{"UT 418"}), kApprovalStale);
    EXPECT_EQ(late.act(people.supervisor, approve(late)), "") << "a stale approval has a way out";
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), "");
    EXPECT_EQ(post.view().state, CaseState::Executed);
    EXPECT_EQ(post.view().disposition->receipt, "UT 418");
    EXPECT_EQ(post.act(people.officer, CloseCase{}), "");
}

TEST_F(Rules, AnEntryCarriesNoActWhenItIsNotActiveAndFresh) {
    toPendingApproval(Disposition::HoldFugitive);
    ASSERT_EQ(readPapers(post, people.second), "");
    const auto approved = [&] { return check(post.view(), approve(post), {people.second, false}, post.conditions); };
    ASSERT_TRUE(approved());
    for (const auto status : {EntryStatus::Suspended, EntryStatus::Withdrawn, EntryStatus::Served, EntryStatus::Expired,
                              EntryStatus::NoExtradition}) {
        post.conditions.entry->status = status;
        ASSERT_FALSE(approved());
        EXPECT_EQ(approved().error().code, kEntryNotActionable);
    }
    post.conditions.entry->status = EntryStatus::Active;
    post.conditions.entry->reviewBy = post.conditions.now;
    EXPECT_EQ(approved().error().code, kEntryNotActionable);
    post.conditions.entry->reviewBy += std::chrono::hours(1);
    ASSERT_TRUE(approved());
    post.conditions.snapshot = SnapshotAge::Stale;
    EXPECT_EQ(approved().error().code, kSnapshotStale);
    post.conditions.snapshot = SnapshotAge::Fresh;
    post.conditions.entry.reset();
    EXPECT_EQ(approved().error().code, kEntryNotActionable);
}

TEST_F(Rules, TheReleaseGuardHoldsBothWays) {
    const std::vector one{two[0]};
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(identify(post, people, one), "");
    ASSERT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(post.view().deadlineKind, DeadlineKind::IssuerConfirmation);
    ASSERT_EQ(post.act(people.officer, lease(post, people.officer)), "");
    ASSERT_EQ(post.act(people.officer, ReadCoverage{}), "");
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Admit)), kReleaseGuard);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Repatriate)), kReleaseGuard);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::HoldFugitive)), kNotConfirmed);
    EXPECT_EQ(post.act(people.officer, PlaceHold{HoldKind::ReleaseGuard}), kState) << "it is never placed";
    EXPECT_EQ(post.act(people.supervisor, LiftHold{HoldKind::ReleaseGuard, "no answer", {}}), kReleaseGuard);
    EXPECT_EQ(post.act(people.supervisor, LapseGuard{}), kClockRuns) << "no clock two without a policy";
    post.conditions.policy.maximumHold = std::chrono::hours(2);
    EXPECT_EQ(post.act(people.supervisor, LapseGuard{}), kClockRuns);
    auto late = post;
    late.conditions.now += std::chrono::hours(3);
    EXPECT_EQ(late.act(people.officer, lease(late, people.officer)), "");
    EXPECT_EQ(late.act(people.officer, propose(Disposition::HoldFugitive)), kHoldExpired);
    EXPECT_EQ(late.act(people.supervisor, LapseGuard{}), "");
    EXPECT_FALSE(late.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(late.view().guardEnded, "lapse");

    auto denied = post;
    ASSERT_EQ(denied.act(people.officer, paper("owner_answer")), "");
    ASSERT_EQ(denied.act(people.officer, ConfirmEntry{"not_confirmed", "UTO-2", "telephone", "duty officer", denied.conditions.now, paperHash("owner_answer")}), "");
    EXPECT_TRUE(denied.view().has(HoldKind::ReleaseGuard)) << "one person's word about an answer ends nothing";
    EXPECT_EQ(denied.act(people.officer, CountersignAnswer{denied.view().answers[0].event}), kSameActor);
    EXPECT_EQ(denied.act(people.supervisor, CountersignAnswer{denied.view().answers[0].event}), kNotRead);
    ASSERT_EQ(denied.act(people.supervisor, OpenDocument{paperHash("owner_answer"), 1}), "");
    ASSERT_EQ(denied.act(people.supervisor, CountersignAnswer{denied.view().answers[0].event}), "");
    EXPECT_FALSE(denied.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(denied.act(people.officer, propose(Disposition::HoldFugitive)), kNotConfirmed);
    EXPECT_EQ(denied.act(people.officer, propose(Disposition::Release)), "");

    // The second answer differs: both stand, the guard too, until a supervisor who had no part in them says which.
    ASSERT_EQ(answered(denied, people.officer, people.carlos, "confirmed"), "");
    EXPECT_EQ(denied.view().confirmation, "differs");
    EXPECT_TRUE(denied.view().has(HoldKind::ReleaseGuard));
    const auto second = denied.view().answers[1].event;
    EXPECT_EQ(denied.act(people.supervisor, SettleAnswers{second, "the letter is signed"}), kSameActor);
    ASSERT_EQ(denied.act(people.second, SettleAnswers{second, "the letter is signed"}), "");
    EXPECT_EQ(denied.view().confirmation, "confirmed");

    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    EXPECT_EQ(post.act(people.officer, propose(Disposition::HoldFugitive)), "");
    EXPECT_EQ(post.view().disposition->grade, EvidenceGrade::Warrant) << "the entry's, nobody's to type";
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Release)), kReleaseGuard);
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
    EXPECT_EQ(post.act(people.ana, CloseCase{}), "");
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
    const auto refused = check(post.view(), approve(post), {people.supervisor, false}, post.conditions);
    EXPECT_EQ(neutral(refused.error(), post.view(), people.officer, kStart).code, kOnHold);
    EXPECT_EQ(neutral(refused.error(), post.view(), people.supervisor, kStart).code, kHoldMedical);
    for (const auto& [key, value] : neutral(refused.error(), post.view(), people.officer, kStart).params)
        EXPECT_EQ(value.find("medical"), std::string::npos) << key;
}

TEST_F(Rules, AReturnKeepsWhatTwoExaminersFound) {
    toPendingApproval(Disposition::HoldFugitive);
    EXPECT_EQ(post.act(people.supervisor, Reject{""}), kNoReason);
    ASSERT_EQ(post.act(people.supervisor, Reject{"the warrant is of another person"}), "");
    EXPECT_EQ(post.view().state, CaseState::Rejected);
    EXPECT_EQ(post.act(people.officer, ReturnCase{"see rejection"}), kReturnBySupervisor);
    ASSERT_EQ(post.act(people.supervisor, ReturnCase{"see rejection"}), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    auto view = post.view();
    EXPECT_EQ(view.state, CaseState::IdentityResolved) << "it goes on from what is known";
    EXPECT_EQ(view.outcome, Outcome::Identified);
    EXPECT_TRUE(view.has(HoldKind::ReleaseGuard));
    EXPECT_FALSE(view.disposition);
    EXPECT_EQ(view.pastDispositions.size(), 1u);
    ASSERT_EQ(view.remarks.back().text, "see rejection");

    // Only a re-examination supersedes it, ordered by a supervisor who took no part.
    EXPECT_EQ(post.act(people.officer, OrderReexamination{"doubtful"}), kRole);
    ASSERT_EQ(post.act(people.second, OrderReexamination{"the second print is poor"}), "");
    EXPECT_EQ(post.view().state, CaseState::Triage);
    EXPECT_EQ(post.view().outcome, Outcome::Identified) << "until it ends, what stood stands";
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    EXPECT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), kNotBlind) << "she examined before";
    post.conditions.now += std::chrono::minutes(31);
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(examine(post, people.carlos, two, ExaminerConclusion::Exclusion), "");
    EXPECT_EQ(post.view().state, CaseState::Concluded1) << "both are needed, whatever the first says";
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    ASSERT_EQ(post.act(people.dora, lease(post, people.dora)), "");
    ASSERT_EQ(examine(post, people.dora, two, ExaminerConclusion::Exclusion), "");
    view = post.view();
    EXPECT_EQ(view.outcome, Outcome::Excluded);
    EXPECT_FALSE(view.identification);
    EXPECT_FALSE(view.has(HoldKind::ReleaseGuard));
}

TEST_F(Rules, AReturnInVerificationGoesBackToVerification) {
    const std::vector one{two[0]};
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    EXPECT_EQ(post.act(people.officer, ReturnCase{"try again"}), kReturnBySupervisor);
    ASSERT_EQ(post.act(people.supervisor, ReturnCase{"the live face is missing"}), "");
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    EXPECT_EQ(post.view().state, CaseState::Concluded1);
    EXPECT_EQ(post.act(people.ana, lease(post, people.ana)), kSameActor);
}

TEST_F(Rules, WhoSawScoresInARoundExaminesInNoOther) {
    const std::vector one{two[0]};
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.ana, VisitCandidate{one[0].id}), "");
    ASSERT_EQ(post.act(people.ana, SaveProvisional{conclusion(one[0], ExaminerConclusion::Identification)}), "");
    ASSERT_EQ(post.act(people.ana, Reveal{}), "");
    ASSERT_EQ(post.act(people.ana, ReturnCase{"once more"}), "");
    ASSERT_EQ(post.act(people.ana, StartTriage{}), "");
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    EXPECT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), kNotBlind);
    EXPECT_TRUE(post.view().wasShown(people.ana.id, Shown::Scores));
}

TEST_F(Rules, NobodyConcludesWithoutASearch) {
    OpenCase open;
    open.number = "PA-2026-000009";
    open.legalBasis = "border control";
    open.date = "2026-11-16";
    open.traveler.birthDate = "1980-05-01";
    ASSERT_EQ(post.act(people.officer, open), "");
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"no samples"}), "");
    Conclude nothing;
    nothing.outcome = Outcome::NoCandidate;
    EXPECT_EQ(post.act(people.ana, nothing), kNoSearch);
    nothing.outcome = Outcome::Inconclusive;
    EXPECT_EQ(post.act(people.ana, nothing), kNoSearch);
    RecordSearch impossible;
    impossible.coverage.asked = {"wanted"};
    EXPECT_EQ(post.act(people.ana, impossible), "");
    nothing.outcome = Outcome::NoCandidate;
    EXPECT_EQ(post.act(people.ana, nothing), kNoSearch) << "the list has neither a search nor a reason";
    impossible.coverage.notSearched = {{"wanted", "no_samples"}};
    ASSERT_EQ(post.act(people.ana, impossible), "");
    ASSERT_EQ(post.act(people.ana, nothing), "");
    ASSERT_EQ(post.act(people.ana, ReadCoverage{}), "");
    ASSERT_EQ(post.act(people.ana, propose(Disposition::NoAction)), "");
    EXPECT_EQ(post.act(people.ana, Execute{"left"}), kApprovalMissing) << "letting go without a search is not one officer's";
}

TEST_F(Rules, AReferralDoesNotEndACase) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.act(people.ana, ReadCoverage{}), "");
    ASSERT_EQ(post.act(people.ana, propose(Disposition::ReferPartnerCheck)), "");
    ASSERT_EQ(post.act(people.ana, Execute{"asked UTO"}), "");
    EXPECT_EQ(post.act(people.ana, CloseCase{}), kOpenMatters);
    ASSERT_EQ(post.act(people.ana, AnswerReferral{"nothing known", "UTO-7"}), "");
    EXPECT_EQ(post.view().state, CaseState::IdentityResolved);
    EXPECT_EQ(post.view().pastDispositions.size(), 1u);
}

TEST_F(Rules, TheDocumentIsComparedWithThePersonOnItsOwn) {
    ASSERT_EQ(toReview(post, people, {}), "");
    Capture live, document;
    live.id = CaptureId::random();
    live.blob = sha256("live");
    document.id = CaptureId::random();
    document.blob = sha256("document");
    document.kind = CaptureKind::Document;
    ASSERT_EQ(post.act(people.ana, AttachCapture{live}), "");
    ASSERT_EQ(post.act(people.ana, AttachCapture{document}), "");
    EXPECT_EQ(post.act(people.ana, OpenPortrait{live.id, document.id}), kAnalysisMissing);
    ASSERT_EQ(post.act(people.ana, SavePortraitAnalysis{Modality::Face, "oval, scar left"}), "");
    EXPECT_EQ(post.act(people.ana, ConcludePortrait{live.id, document.id, ExaminerConclusion::SupportDifferent, "ears", "light"}), kNotOpened);
    ASSERT_EQ(post.act(people.ana, OpenPortrait{live.id, document.id}), "");
    EXPECT_EQ(post.act(people.ana, SavePortraitAnalysis{Modality::Face, "now that I saw"}), kAnalysisLocked);
    EXPECT_EQ(post.act(people.ana, RevealPortrait{live.id, document.id, {}}), kProvisionalMissing);
    EXPECT_EQ(post.act(people.ana, ConcludePortrait{live.id, document.id, ExaminerConclusion::SupportDifferent, "ears", " "}), kNoCounterevidence);
    ASSERT_EQ(post.act(people.ana, ConcludePortrait{live.id, document.id, ExaminerConclusion::SupportDifferent, "ears", "light"}), "");
    ASSERT_EQ(post.act(people.ana, RevealPortrait{live.id, document.id, {}}), "");
    auto again = search({});
    again.coverage.samples = {live.id, document.id};
    ASSERT_EQ(post.act(people.ana, again), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.act(people.ana, ReadCoverage{}), "");
    ASSERT_EQ(post.act(people.ana, propose(Disposition::Admit)), "");
    EXPECT_EQ(post.act(people.ana, Execute{"admitted"}), kApprovalMissing) << "the document did not say the same person";
}

}  // namespace
}  // namespace cotejo::decide::testing
