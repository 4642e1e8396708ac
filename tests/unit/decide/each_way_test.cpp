#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/decide/errors.h"
#include "tests/unit/decide/asked.h"

/// Rules asked one by one of a case as it may stand: what is refused, by which reason, and what is not.
namespace cotejo::decide::testing {
namespace {

struct EachWay : Asked {};

TEST_F(EachWay, AnybodyMaySetProtectionAndOtherHoldsOnlyWhoMay) {
    const auto nobody = person("nobody", {});
    EXPECT_TRUE(canEverDo(PlaceHold{HoldKind::Protection}, nobody, kStart));
    EXPECT_FALSE(canEverDo(PlaceHold{HoldKind::Medical}, nobody, kStart));
    EXPECT_FALSE(canEverDo(PlaceHold{HoldKind::Medical}, people.auditor, kStart));
    EXPECT_TRUE(canEverDo(PlaceHold{HoldKind::Medical}, people.officer, kStart));
}

TEST_F(EachWay, OnlyAnExaminationIsTheFirstTheSecondOrThePanel) {
    for (const auto& [state, code] : record::codes<CaseState>) {
        const int number = state == CaseState::InReview ? 1 : state == CaseState::InVerification ? 2 : state == CaseState::Panel ? 3 : 0;
        EXPECT_EQ(examinationNumber(state), number) << code;
    }
}

TEST_F(EachWay, WithoutAProposalNothingIsApprovedSubmittedOrDone) {
    approved(Disposition::HoldFugitive);
    auto view = post.view();
    view.disposition.reset();
    view.outcome = Outcome::Inconclusive;
    EXPECT_FALSE(needsApproval(view));
    EXPECT_EQ(codes(view, people.officer, Execute{"done"}), Codes{kOutcomeMismatch});
    EXPECT_EQ(codes(view, people.officer, FreezeManifest{"UT 418"}), Codes{kOutcomeMismatch});
    const auto hash = dossierHash(view);
    view.disposition = post.view().disposition;
    view.disposition->approvedDossier = hash;
    view.disposition.reset();  // and not as if what was there still counted
    EXPECT_TRUE(codes(view, people.supervisor, Approve{"complete", hash}).empty()) << "the act has nothing to move then";
    view.state = CaseState::DispositionProposed;
    EXPECT_TRUE(codes(view, people.officer, SubmitForApproval{}).empty());
}

TEST_F(EachWay, WhoComparedOrProposedDecidesNothingAboutIt) {
    identified();
    ASSERT_EQ(proposed(people.officer, Disposition::ReferPartnerCheck), "");
    auto view = post.view();
    view.holds.push_back({HoldKind::Conflict, {}, {}, "decisions"});
    const Hash& head = view.decisionHeads.front().event;
    const std::vector<std::pair<CaseState, Act>> acts = {
        {CaseState::PendingApproval, Approve{"complete", dossierHash(view)}}, {CaseState::IdentityResolved, OrderReexamination{"doubtful"}},
        {CaseState::IdentityResolved, ResolveConflict{head, {head}, "read both"}}, {CaseState::IdentityResolved, OverrideGuard{"release", "read", "art. 9"}},
        {CaseState::IdentityResolved, LapseGuard{}}, {CaseState::IdentityResolved, SettleAnswers{{}, "signed"}}};
    for (const auto& [state, act] : acts) {
        view.state = state;
        view.comparisonActors = {people.supervisor.id};
        view.proposalActors.clear();
        EXPECT_TRUE(refused(view, people.supervisor, act, kFourEyes, "comparison")) << typeOf(act);
        EXPECT_FALSE(refused(view, people.second, act, kFourEyes)) << typeOf(act);
        view.comparisonActors.clear();
        view.proposalActors = {people.supervisor.id};
        EXPECT_TRUE(refused(view, people.supervisor, act, kFourEyes, "proposal")) << typeOf(act);
        EXPECT_FALSE(refused(view, people.second, act, kFourEyes)) << typeOf(act);
    }
    view.state = CaseState::PendingApproval;
    EXPECT_FALSE(refused(view, people.supervisor, Reject{"no"}, kFourEyes)) << "whoever proposed may say no to it";
    view.comparisonActors = {people.supervisor.id};
    EXPECT_TRUE(refused(view, people.supervisor, Reject{"no"}, kFourEyes, "comparison"));
}

TEST_F(EachWay, ASampleHasAnIdentifierAndEitherAnImageOrTheReasonWhyNot) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto whole = capture(Modality::Face, CaptureKind::Live, "whole");
    EXPECT_TRUE(codes(people.ana, AttachCapture{whole}).empty());
    for (int part = 0; part < 3; ++part) {
        auto each = whole;
        if (part == 0) each.id = {};
        if (part == 1) each.blob = {};
        if (part == 2) each.missing = MissingReason::Bandaged;
        EXPECT_TRUE(refused(people.ana, AttachCapture{each}, base::kInvalidArgument)) << part;
    }
}

TEST_F(EachWay, NothingLeavesWithoutARecipientAFormatAndItsHash) {
    identified();
    const RecordExport whole{"agency", "UTO", "osia", sha256("bytes")};
    EXPECT_TRUE(codes(people.officer, whole).empty());
    for (int part = 0; part < 3; ++part) {
        auto each = whole;
        if (part == 0) each.recipient = " ";
        if (part == 1) each.format.clear();
        if (part == 2) each.content = {};
        EXPECT_TRUE(refused(people.officer, each, base::kInvalidArgument)) << part;
    }
}

TEST_F(EachWay, WhatAnotherOfficerHoldsNobodyElseChanges) {
    approved(Disposition::HoldFugitive);
    auto view = post.view();
    view.lease = Lease{people.dora.id, "dora", post.conditions.now + std::chrono::minutes(10)};
    const std::vector<std::pair<CaseState, Act>> acts = {
        {CaseState::InReview, AttachCapture{capture(Modality::Face, CaptureKind::Live, "x")}}, {CaseState::InReview, MarkUnusable{{}, "blurred"}},
        {CaseState::InReview, AmendTraveler{view.traveler, "misread"}}, {CaseState::InReview, SetLegalBasis{"border control"}}, {CaseState::Returned, StartTriage{}},
        {CaseState::InReview, lease(post, people.officer)}, {CaseState::InReview, ReturnCase{"again"}}, {CaseState::InReview, search(one)},
        {CaseState::InReview, ReleaseLease{}}, {CaseState::InReview, RequestRecapture{"blurred"}}, {CaseState::IdentityResolved, propose(Disposition::Admit)},
        {CaseState::DispositionProposed, SubmitForApproval{}}, {CaseState::Approved, FreezeManifest{"UT 418"}}, {CaseState::Approved, Execute{"done"}}};
    for (const auto& [state, act] : acts) {
        view.state = state;
        EXPECT_TRUE(refused(view, people.officer, act, kLeased)) << typeOf(act);
        auto free = view;
        free.lease->until = post.conditions.now;
        EXPECT_FALSE(refused(free, people.officer, act, kLeased)) << typeOf(act) << " when the lease has ended";
    }
}

TEST_F(EachWay, AFaceIsExaminedByWhoIsQualifiedForFaces) {
    const std::vector found = {candidate("face", Modality::Face, 0.7, 1)};
    ASSERT_EQ(toReview(post, people, found), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"oval"}), "");
    auto view = post.view();
    const auto fingers = person("ana", {Role::ExaminerFinger});
    view.examinations[0].visited = {found[0].id};
    for (const Act& act : {Act(VisitCandidate{found[0].id}), Act(SaveProvisional{conclusion(found[0], ExaminerConclusion::Exclusion)}), Act(conclude(found, ExaminerConclusion::Exclusion))}) {
        EXPECT_TRUE(refused(view, fingers, act, kNotQualified)) << typeOf(act);
        EXPECT_FALSE(refused(view, people.ana, act, kNotQualified)) << typeOf(act);
    }
}

TEST_F(EachWay, NoReferenceIsSeenBeforeTheAnalysisIsSaved) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    auto view = post.view();
    view.examinations[0].analysisSaved = false;
    for (const Act& act : {Act(VisitCandidate{one[0].id}), Act(SaveProvisional{conclusion(one[0], ExaminerConclusion::Exclusion)}), Act(Reveal{}), Act(conclude(one, ExaminerConclusion::Exclusion))}) {
        EXPECT_TRUE(refused(view, people.ana, act, kAnalysisMissing)) << typeOf(act);
        EXPECT_FALSE(refused(people.ana, act, kAnalysisMissing)) << typeOf(act);
    }
}

TEST_F(EachWay, WithoutASearchThereIsNoStatementToReadAndNothingToReveal) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto view = post.view();
    view.coverage.reset();
    EXPECT_EQ(codes(view, people.officer, ReadCoverage{}), Codes{kNotSearched});
    EXPECT_TRUE(refused(view, people.ana, Reveal{}, kNotSearched));
    EXPECT_TRUE(codes(people.officer, ReadCoverage{}).empty());
}

TEST_F(EachWay, OfAnOldListItMayBeSaidThatItWasNotSearched) {
    ASSERT_EQ(toReview(post, people, one), "");
    post.conditions.snapshot = SnapshotAge::Expired;
    EXPECT_TRUE(refused(people.ana, search(one), kSnapshotExpired));
    auto none = search({});
    none.coverage.searched.clear();
    none.coverage.notSearched = {{"wanted", "expired"}};
    EXPECT_TRUE(codes(people.ana, none).empty());
}

TEST_F(EachWay, AConclusionIsAboutCandidatesOfTheCase) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.ana, VisitCandidate{one[0].id}), "");
    auto act = conclude(one, ExaminerConclusion::Exclusion);
    EXPECT_TRUE(codes(people.ana, act).empty());
    act.conclusions.push_back(conclusion(candidate("stranger", Modality::Finger, 3, 9), ExaminerConclusion::Exclusion));
    EXPECT_TRUE(refused(people.ana, act, kNoCandidate));
    EXPECT_TRUE(refused(people.ana, VisitCandidate{act.conclusions[1].candidate}, kNoCandidate));
    EXPECT_TRUE(refused(people.ana, SaveProvisional{act.conclusions[1]}, kNoCandidate));
}

TEST_F(EachWay, WhereNobodyCameUpItMayStayOpenWhoThisIs) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"smudged"}), "");
    EXPECT_TRUE(codes(people.ana, Conclude{Outcome::Inconclusive, {}, {}}).empty());
    EXPECT_TRUE(codes(people.ana, Conclude{Outcome::NoCandidate, {}, {}}).empty());
}

TEST_F(EachWay, APortraitIsComparedWithSamplesOfTheCaseAlone) {
    ASSERT_EQ(toReview(post, people, {}), "");
    const auto live = capture(Modality::Face, CaptureKind::Live, "live"), document = capture(Modality::Face, CaptureKind::Document, "document"),
               finger = capture(Modality::Finger, CaptureKind::Document, "finger");
    for (const auto& each : {live, document, finger}) ASSERT_EQ(post.act(people.ana, AttachCapture{each}), "");
    const ConcludePortrait said{live.id, document.id, ExaminerConclusion::Identification, "ears", "light"};
    EXPECT_TRUE(refused(people.ana, OpenPortrait{live.id, document.id}, kAnalysisMissing));
    ASSERT_EQ(post.act(people.ana, SavePortraitAnalysis{Modality::Face, "oval"}), "");
    EXPECT_TRUE(codes(people.ana, OpenPortrait{live.id, document.id}).empty());
    const CaptureId unknown = capture(Modality::Face, CaptureKind::Live, "unknown").id;
    for (const auto& [one_, other] : {std::pair(unknown, document.id), std::pair(live.id, unknown), std::pair(document.id, live.id), std::pair(live.id, finger.id)}) {
        EXPECT_TRUE(refused(people.ana, OpenPortrait{one_, other}, base::kInvalidArgument));
        EXPECT_TRUE(refused(people.ana, ConcludePortrait{one_, other, said.conclusion, "ears", "light"}, base::kInvalidArgument));
        EXPECT_TRUE(refused(people.ana, RevealPortrait{one_, other, {}}, base::kInvalidArgument));
        EXPECT_TRUE(refused(people.ana, RevealPortrait{one_, other, {}}, kProvisionalMissing));
    }
    auto view = post.view();
    ASSERT_EQ(view.portraits.size(), 1u);
    view.portraits[0].live = live.id;
    view.portraits[0].document = document.id;
    EXPECT_TRUE(refused(view, people.ana, said, kNotOpened)) << "the pair was not opened";
    view.portraits[0].opened = true;
    EXPECT_TRUE(codes(view, people.ana, said).empty());
    EXPECT_TRUE(refused(view, people.ana, RevealPortrait{live.id, document.id, {}}, kProvisionalMissing)) << "the score comes last";
    view.portraits[0].conclusion = ExaminerConclusion::Exclusion;
    EXPECT_TRUE(codes(view, people.ana, RevealPortrait{live.id, document.id, {}}).empty());
    view.portraits[0].score = Score{};
    EXPECT_TRUE(refused(view, people.ana, said, kRevealed)) << "no other word after the score";
    EXPECT_TRUE(refused(view, people.ana, SavePortraitAnalysis{Modality::Face, "round"}, kAnalysisLocked));
}

TEST_F(EachWay, WhatWasNotReadIsNamedWithItsFile) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    ASSERT_EQ(post.act(people.officer, paper("other")), "");
    EXPECT_EQ(codes(people.supervisor, approve(post)), Codes{kNotRead});
    EXPECT_TRUE(refused(post.view(), people.supervisor, approve(post), kNotRead, paperHash("other").text()));
}

TEST_F(EachWay, PapersAndHoldsAreAskedAgainAtEveryStepUpToTheEnd) {
    approved(Disposition::HoldFugitive);
    const auto whole = post.view();
    EXPECT_TRUE(codes(whole, people.officer, Execute{"handed over"}).empty());
    auto without = whole;
    std::erase_if(without.documents, [](const auto& each) { return each.kind == "rights_information"; });
    without.disposition->approvedDossier = dossierHash(without);
    EXPECT_EQ(codes(without, people.officer, Execute{"handed over"}), Codes{kPaperMissing});
    auto held = whole;
    held.holds.push_back({HoldKind::DataDispute, {}, {}, {}});
    held.disposition->approvedDossier = dossierHash(held);
    EXPECT_EQ(codes(held, people.officer, Execute{"handed over"}), Codes{kHoldDataDispute});
    for (auto* each : {&without, &held}) {
        const auto code = each == &held ? kHoldDataDispute : kPaperMissing;
        each->state = CaseState::DispositionProposed;
        EXPECT_TRUE(refused(*each, people.officer, SubmitForApproval{}, code));
        each->state = CaseState::PendingApproval;
        EXPECT_TRUE(refused(*each, people.supervisor, Approve{"complete", dossierHash(*each)}, code));
        each->state = CaseState::Approved;
        each->disposition->disposition = Disposition::Repatriate;
        EXPECT_TRUE(refused(*each, people.officer, FreezeManifest{"UT 418"}, code));
    }
}

TEST_F(EachWay, NoDispositionWithoutAnOutcomeAndNothingElseIsSaidOfIt) {
    identified();
    auto view = post.view();
    view.outcome.reset();
    view.settledBy.clear();
    view.holds.clear();
    view.coverageReadBy = {people.officer.id};
    view.lease = Lease{people.officer.id, "officer", post.conditions.now + std::chrono::minutes(10)};
    for (const auto& [disposition, code] : record::codes<Disposition>) EXPECT_EQ(codes(view, people.officer, propose(disposition)), Codes{kOutcomeMismatch}) << code;
}

TEST_F(EachWay, AnAppealIsWaivedByAPaperThatWhoApprovesReads) {
    approved(Disposition::HoldFugitive);
    auto view = post.view();
    view.state = CaseState::DispositionProposed;
    view.disposition->disposition = Disposition::Repatriate;
    DossierDocument window, waiver;
    window.kind = "appeal_window";
    waiver.kind = "appeal_waiver";
    view.documents = {window};
    const auto open = [&](const std::string& until, bool waived, bool restricted) {
        view.documents[0].until = until;
        view.documents.resize(1);
        waiver.restricted = restricted;
        if (waived) view.documents.push_back(waiver);
        return refused(view, people.officer, SubmitForApproval{}, kAppealOpen);
    };
    const auto today = toIso(post.conditions.now).substr(0, 10);
    EXPECT_TRUE(open("2999-01-01", false, false));
    EXPECT_TRUE(open("", false, false));
    EXPECT_TRUE(open(today, false, false)) << "it runs to the end of its last day";
    EXPECT_FALSE(open("2026-01-01", false, false));
    EXPECT_FALSE(open("2999-01-01", true, false));
    EXPECT_TRUE(open("2999-01-01", true, true)) << "a waiver that nobody who approves can read waives nothing";
}

TEST_F(EachWay, APaperOfAKindThatIsNotKnownHereOpensNoWay) {
    approved(Disposition::HoldFugitive);
    auto view = post.view();
    view.state = CaseState::PendingApproval;
    auto& strange = view.documents.emplace_back();
    strange.kind = "of_a_newer_version";
    strange.addedBy = people.supervisor.id;
    strange.openedBy[people.supervisor.id] = kStart;
    EXPECT_TRUE(codes(view, people.supervisor, Approve{"complete", dossierHash(view)}).empty());
    strange.kind = "rights_information";
    EXPECT_TRUE(refused(view, people.supervisor, Approve{"complete", dossierHash(view)}, kFourEyes, "clearance"));
}

TEST_F(EachWay, AnAnswerIsCountersignedOnce) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    const auto event = post.view().answers[0].event;
    EXPECT_TRUE(refused(people.second, CountersignAnswer{event}, kState));
    EXPECT_TRUE(refused(people.officer, CountersignAnswer{event}, kSameActor));
    EXPECT_TRUE(refused(people.second, CountersignAnswer{sha256("none")}, kNoAnswer));
}

}  // namespace
}  // namespace cotejo::decide::testing
