#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "tests/unit/decide/one_case.h"

/// What of an act stays in the case: every field of it, its words, its line in the history, and what becomes of it when two posts did not see
/// each other.
namespace cotejo::decide::testing {
namespace {

struct WhatStays : OneCase {
    Post elsewhere(const std::string& name = "rio claro") const {
        Post other(people, name);
        other.learn(post);
        other.conditions = post.conditions;
        return other;
    }
    static bool said(const CaseView& view, const std::string& text) {
        return std::ranges::any_of(view.remarks, [&](const auto& each) { return each.text.find(text) != std::string::npos; });
    }
    std::string done(const Officer& who, const Act& act) { return post.act(who, act); }
    const Officer program = person("program", {Role::System});
};

TEST_F(WhatStays, ACaseOpensAsItWasReferred) {
    OpenCase open;
    open.number = "PA-2026-000001";
    open.post = *PostId::fromBytes(sha256("post").bytes().first(16));
    open.priority = Priority::Urgent;
    open.reason = ReferralReason::MrzCheckDigit;
    open.referralNote = "second line";
    open.legalBasis = "border control";
    open.traveler.familyName = "SPECIMEN";
    open.traveler.birthDate = "1980-05-01";
    open.deadline = kStart + std::chrono::hours(3);
    open.deadlineKind = DeadlineKind::DataRequest;
    open.date = "2026-11-16";
    ASSERT_EQ(done(people.officer, open), "");
    const auto& view = post.view();
    EXPECT_EQ(view.id, kCase);
    EXPECT_EQ(view.number, open.number);
    EXPECT_EQ(view.post, open.post);
    EXPECT_EQ(view.priority, open.priority);
    EXPECT_EQ(view.reason, open.reason);
    EXPECT_EQ(view.referralNote, open.referralNote);
    EXPECT_EQ(view.legalBasis, open.legalBasis);
    EXPECT_EQ(view.traveler.familyName, open.traveler.familyName);
    EXPECT_EQ(view.opened, kStart);
    EXPECT_EQ(view.openedOn, open.date);
    EXPECT_EQ(view.deadline, open.deadline);
    EXPECT_EQ(view.attentionDue, open.deadline);
    EXPECT_EQ(view.deadlineKind, open.deadlineKind);
    EXPECT_TRUE(view.holds.empty());
}

TEST_F(WhatStays, AnUrgentCaseWaitsForItsOwnerAsLongAsAnUrgentOneMay) {
    OpenCase open;
    open.number = "PA-2026-000001";
    open.priority = Priority::Urgent;
    open.legalBasis = "border control";
    open.traveler.birthDate = "1980-05-01";
    open.date = "2026-11-16";
    ASSERT_EQ(done(people.officer, open), "");
    ASSERT_EQ(done(people.officer, StartTriage{}), "");
    ASSERT_EQ(done(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(done(people.ana, search(one)), "");
    ASSERT_EQ(identify(post, people, one), "");
    EXPECT_EQ(post.view().deadline, post.view().identification->since + Policy().confirmUrgent);
    EXPECT_EQ(post.view().deadlineKind, DeadlineKind::IssuerConfirmation);
}

TEST_F(WhatStays, TheFirstConclusionWaitsForASecondExaminer) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    EXPECT_EQ(post.view().state, CaseState::Concluded1);
    EXPECT_EQ(post.view().deadlineKind, DeadlineKind::SecondExam);
    EXPECT_FALSE(post.view().lease);
    ASSERT_EQ(done(people.berta, lease(post, people.berta)), "");
    ASSERT_EQ(examine(post, people.berta, one, ExaminerConclusion::Exclusion), "");
    EXPECT_EQ(post.view().state, CaseState::Disagreement);
    EXPECT_NE(post.view().deadlineKind, DeadlineKind::SecondExam) << "the second came";
    ASSERT_EQ(done(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(examine(post, people.carlos, one, ExaminerConclusion::Inconclusive), "");
    EXPECT_EQ(post.view().outcome, Outcome::Inconclusive);
    EXPECT_EQ(post.view().settledBy.size(), 3u) << "all three said it, none of them what the others said";
}

TEST_F(WhatStays, ARevealShowsScoresAndEntriesAndSaysSo) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(done(people.ana, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(done(people.ana, VisitCandidate{one[0].id}), "");
    ASSERT_EQ(done(people.ana, SaveProvisional{conclusion(one[0], ExaminerConclusion::Identification)}), "");
    ASSERT_EQ(done(people.ana, Reveal{}), "");
    EXPECT_TRUE(post.view().wasShown(people.ana.id, Shown::Scores));
    EXPECT_TRUE(post.view().wasShown(people.ana.id, Shown::Entry));
    EXPECT_FALSE(post.view().wasShown(people.ana.id, Shown::Conclusions));
    for (const auto& each : post.view().exposure.at(people.ana.id)) EXPECT_TRUE(each.byReveal);
}

TEST_F(WhatStays, WhatWasSeenIsKeptForEveryRoundAndEveryDoor) {
    ASSERT_EQ(toReview(post, people, {}), "");
    const auto looks = [&] { post.force(people.officer, ViewRecord{"window", {Shown::Conclusions}}); };
    looks();
    looks();
    EXPECT_EQ(post.view().exposure.at(people.officer.id).size(), 1u) << "seen twice is seen";
    ASSERT_EQ(done(people.ana, RequestRecapture{"blurred"}), "");
    looks();
    ASSERT_EQ(post.view().exposure.at(people.officer.id).size(), 2u);
    EXPECT_EQ(post.view().exposure.at(people.officer.id)[0].round.number, 1);
    EXPECT_EQ(post.view().exposure.at(people.officer.id)[1].round.number, 2);
    ASSERT_EQ(done(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(done(people.ana, search({})), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(done(people.officer, OpenOtherNotes{}), "");
    const auto& shown = post.view().exposure.at(people.officer.id);
    EXPECT_EQ(std::ranges::count_if(shown, [](const auto& each) { return each.asked; }), 2) << "conclusions and notes, asked for";
}

TEST_F(WhatStays, AProposalIsKeptWithWhoMadeItAndOnWhatBasis) {
    identified();
    ASSERT_EQ(proposed(people.officer, Disposition::ReferPartnerCheck), "");
    const auto& record = *post.view().disposition;
    EXPECT_EQ(record.disposition, Disposition::ReferPartnerCheck);
    EXPECT_EQ(record.reasons, propose(Disposition::ReferPartnerCheck).reasons);
    EXPECT_EQ(record.legalBasis, "art. 12");
    EXPECT_EQ(record.proposedBy, people.officer.id);
    EXPECT_EQ(record.proposedAt, post.events.back().wall);
    EXPECT_EQ(record.grade, EvidenceGrade::Warrant) << "as the entry has it";
    EXPECT_EQ(record.facts.purpose, EntryPurpose::Wanted);
    EXPECT_FALSE(record.approved || record.decidedBy || record.decidedAt);
}

TEST_F(WhatStays, WhoeverMustWriteAReasonIsRead) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::RefuseEntry), "");
    ASSERT_EQ(proposed(people.officer, Disposition::RefuseEntry), "");
    ASSERT_EQ(done(people.officer, SubmitForApproval{}), "");
    ASSERT_EQ(done(people.second, OverrideGuard{"release", "the owner wavers", "art. 9"}), "");
    EXPECT_TRUE(said(post.view(), "the owner wavers"));
    ASSERT_EQ(done(people.supervisor, Reject{"the notice is unsigned"}), "");
    EXPECT_TRUE(said(post.view(), "the notice is unsigned"));
    EXPECT_EQ(post.view().disposition->decisionReason, "the notice is unsigned");
    EXPECT_EQ(post.view().disposition->decidedBy, people.supervisor.id);
    EXPECT_FALSE(post.view().disposition->approved);
    ASSERT_EQ(done(people.supervisor, ReturnCase{"have it signed"}), "");
    EXPECT_TRUE(said(post.view(), "have it signed"));
    ASSERT_EQ(done(people.officer, StartTriage{}), "");
    ASSERT_EQ(done(people.supervisor, PlaceHold{HoldKind::Medical}), "");
    ASSERT_EQ(done(people.supervisor, LiftHold{HoldKind::Medical, "seen by the doctor", {}}), "");
    EXPECT_TRUE(said(post.view(), "seen by the doctor"));
    ASSERT_EQ(done(people.dpo, AmendTraveler{post.view().traveler, "rectified"}), "");
    EXPECT_TRUE(said(post.view(), "rectified"));
    ASSERT_EQ(done(people.officer, AddNote{"calm"}), "");
    EXPECT_TRUE(said(post.view(), "calm"));
    ASSERT_EQ(done(people.second, OrderReexamination{"the print is weak"}), "");
    EXPECT_TRUE(said(post.view(), "the print is weak"));
    ASSERT_EQ(post.view().reexaminations.size(), 1u);
    EXPECT_EQ(post.view().reexaminations[0].reason, "the print is weak");
    EXPECT_EQ(post.view().reexaminations[0].orderedBy, people.second.id);
}

TEST_F(WhatStays, ALineOfTheHistoryNamesWhatItWasAbout) {
    identified();
    const auto detail = [&](const Officer& who, const Act& act) {
        post.force(who, act);
        return post.view().history.back().refusal.empty() ? post.view().history.back().detail : "refused " + post.view().history.back().refusal;
    };
    EXPECT_EQ(post.view().history.back().detail, "identified");
    EXPECT_EQ(detail(people.supervisor, OverrideGuard{"hold", "read", "art. 9"}), "hold");
    EXPECT_EQ(detail(people.supervisor, PlaceHold{HoldKind::Medical}), "medical");
    EXPECT_EQ(detail(people.supervisor, LiftHold{HoldKind::Medical, "healed", {}}), "medical");
    EXPECT_EQ(detail(people.officer, paper("owner_answer")), "owner_answer");
    EXPECT_EQ(detail(people.second, OpenDocument{paperHash("owner_answer"), 1}), "owner_answer");
    EXPECT_EQ(detail(people.officer, NameDocument{paperHash("owner_answer"), "other"}), "other");
    EXPECT_EQ(detail(people.officer, ConfirmEntry{"need_time", "UTO-1", "e-mail", "duty officer", post.conditions.now, {}}), "need_time");
    EXPECT_EQ(detail(program, ChangeEntry{one[0].entry, EntryStatus::Suspended, 4}), "suspended");
    EXPECT_EQ(detail(people.officer, WaivePaper{"family_unity", "alone"}), "family_unity");
    EXPECT_EQ(detail(people.officer, RecordExport{"agency", "UTO", "osia", sha256("bytes")}), "agency");
    EXPECT_EQ(detail(people.officer, ViewRecord{"overview", {}}), "overview");
    Capture live;
    live.id = *CaptureId::fromBytes(sha256("live").bytes().first(16));
    live.blob = sha256("image");
    live.modality = Modality::Finger;
    ASSERT_EQ(done(people.supervisor, ReturnCase{"x"}), "");
    EXPECT_EQ(detail(people.officer, AttachCapture{live}), "finger");
    ASSERT_EQ(done(people.officer, StartTriage{}), "");
    ASSERT_EQ(done(people.officer, lease(post, people.officer)), "");
    ASSERT_EQ(done(people.officer, ReadCoverage{}), "");
    EXPECT_EQ(detail(people.officer, propose(Disposition::ReferProtection)), "refer_protection");
    EXPECT_EQ(detail(people.officer, Execute{"handed to the authority"}), "handed to the authority");
}

TEST_F(WhatStays, ACaseOnTheManifestSaysOnWhich) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(identify(post, people, one), "");
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(done(people.supervisor, OverrideGuard{"release", "read", "art. 9"}), "");
    ASSERT_EQ(done(people.second, OverrideGuard{"release", "read", "art. 9"}), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::Repatriate), "");
    ASSERT_EQ(proposed(people.officer, Disposition::Repatriate), "");
    ASSERT_EQ(done(people.officer, SubmitForApproval{}), "");
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    ASSERT_EQ(done(people.supervisor, approve(post)), "");
    ASSERT_EQ(done(people.officer, FreezeManifest{"UT 418"}), "");
    EXPECT_EQ(post.view().history.back().detail, "UT 418");
    EXPECT_EQ(post.view().disposition->manifest, "UT 418");
}

TEST_F(WhatStays, AWithdrawalAfterTheGuardEndedStartsNoClock) {
    identified();
    ASSERT_EQ(done(people.supervisor, OverrideGuard{"release", "read", "art. 9"}), "");
    ASSERT_EQ(done(people.second, OverrideGuard{"release", "read", "art. 9"}), "");
    ASSERT_FALSE(post.view().has(HoldKind::ReleaseGuard));
    ASSERT_EQ(done(program, ChangeEntry{one[0].entry, EntryStatus::Withdrawn, 2}), "");
    EXPECT_NE(post.view().deadlineKind, DeadlineKind::Release);
    ASSERT_EQ(post.view().notices.size(), 1u);
    EXPECT_EQ(post.view().notices[0].code, "entry_withdrawn");
    EXPECT_TRUE(post.view().notices[0].officers.contains(people.ana.id)) << "everybody who acted on it is told";
}

TEST_F(WhatStays, WhatTwoOthersIdentifyAgainTakesThePlaceOfWhatStood) {
    identified();
    const auto first = *post.view().identification;
    ASSERT_EQ(done(people.supervisor, OrderReexamination{"the print is weak"}), "");
    ASSERT_EQ(done(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(done(people.carlos, search(one)), "");
    ASSERT_EQ(examine(post, people.carlos, one, ExaminerConclusion::Identification), "");
    EXPECT_EQ(post.view().identification->event, first.event) << "until it ends";
    ASSERT_EQ(done(people.dora, lease(post, people.dora)), "");
    ASSERT_EQ(examine(post, people.dora, one, ExaminerConclusion::Identification), "");
    const auto& view = post.view();
    ASSERT_TRUE(view.identification);
    EXPECT_NE(view.identification->event, first.event);
    EXPECT_FALSE(view.identification->contested);
    EXPECT_EQ(view.identification->examiners, (std::vector{people.carlos.id, people.dora.id}));
    EXPECT_EQ(view.settledBy, view.identification->examiners);
    ASSERT_TRUE(view.has(HoldKind::ReleaseGuard));
    for (const auto& hold : view.holds)
        if (hold.kind == HoldKind::ReleaseGuard) { EXPECT_EQ(hold.since, view.identification->since); }
}

TEST_F(WhatStays, AConclusionOverAReturnedCaseIsKeptAndDoesNotMoveIt) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    for (int way = 0; way < 12; ++way) {
        auto here = elsewhere("paso alto"), other = elsewhere();
        here.conditions.now += std::chrono::seconds(way);  // which post is heard first hangs on hashes
        ASSERT_EQ(here.act(people.supervisor, ReturnCase{"a paper is missing"}), "");
        ASSERT_EQ(other.act(people.berta, lease(other, people.berta)), "");
        ASSERT_EQ(examine(other, people.berta, one, ExaminerConclusion::Identification), "");
        here.learn(other);
        EXPECT_EQ(here.view().state, CaseState::Returned);
        EXPECT_TRUE(here.view().identification) << "what two concluded is a fact";
        EXPECT_TRUE(here.view().has(HoldKind::ReleaseGuard));
    }
}

TEST_F(WhatStays, AConclusionOfAnEarlierRoundMovesNoLaterOne) {
    for (int way = 0; way < 16; ++way) {
        Post here(people, "paso alto");
        ASSERT_EQ(toReview(here, people, one), "");
        Post other(people, "rio claro");
        other.learn(here);
        here.conditions.now += std::chrono::seconds(way);  // which post is heard first hangs on hashes
        other.conditions.now = here.conditions.now + std::chrono::minutes(31 + way);
        ASSERT_EQ(here.act(people.ana, RequestRecapture{"blurred"}), "");
        ASSERT_EQ(here.act(people.ana, lease(here, people.ana)), "");
        ASSERT_EQ(other.act(people.dora, lease(other, people.dora)), "");
        ASSERT_EQ(examine(other, people.dora, one, ExaminerConclusion::Identification), "");
        here.learn(other);
        if (here.view().round.number == 1) continue;  // concluded before it was asked for another sample
        EXPECT_EQ(here.view().state, CaseState::InReview);
        EXPECT_TRUE(here.view().lease) << "whoever holds the new round keeps it";
    }
}

TEST_F(WhatStays, WhoSpokeAtTwoPostsIsKeptWithOneOfBothConclusions) {
    const std::vector two = {candidate("two", Modality::Finger, 30, 1)};
    ASSERT_EQ(toReview(post, people, one), "");
    auto other = elsewhere();
    ASSERT_EQ(other.act(people.ana, search(two)), "");
    ASSERT_EQ(examine(other, people.ana, two, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Exclusion), "");
    post.learn(other);
    int concluded = 0;
    for (const auto& each : post.view().examinations) {
        if (!each.concluded) continue;
        ++concluded;
        EXPECT_EQ(each.final.size(), 1u) << "never a mixture of both";
    }
    EXPECT_GT(concluded, 0);
}

TEST_F(WhatStays, WhatAnotherPostDidMeanwhileMovesNoCaseBack) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::RefuseEntry), "");
    ASSERT_EQ(proposed(people.officer, Disposition::RefuseEntry), "");
    for (int way = 0; way < 8; ++way) {
        Post here(people, "paso alto");
        here.learn(post);
        here.conditions = post.conditions;
        Post other(people, "rio claro " + std::to_string(way));
        other.learn(post);
        other.conditions = post.conditions;
        ASSERT_EQ(here.act(people.officer, SubmitForApproval{}), "");
        ASSERT_EQ(readPapers(here, people.supervisor), "");
        ASSERT_EQ(here.act(people.supervisor, approve(here)), "");
        ASSERT_EQ(other.act(people.officer, SubmitForApproval{}), "");
        here.learn(other);
        EXPECT_EQ(here.view().state, CaseState::Approved);
        EXPECT_NE(here.view().deadlineKind, DeadlineKind::Approval) << "it is approved: nobody waits for it";
    }
}

TEST_F(WhatStays, AReopeningOverAReopenedCaseBringsItNotBack) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    if (post.view().state != CaseState::IdentityResolved) GTEST_FAIL() << "drawn for verification";
    ASSERT_EQ(done(people.ana, ReleaseLease{}), "");
    ASSERT_EQ(proposed(people.officer, Disposition::Admit), "");
    ASSERT_EQ(done(people.officer, Execute{"let in"}), "");
    ASSERT_EQ(done(people.officer, CloseCase{}), "");
    for (int way = 0; way < 16; ++way) {
        Post here(people, "paso alto"), other(people, "rio claro " + std::to_string(way));
        for (auto* each : {&here, &other}) {
            each->learn(post);
            each->conditions = post.conditions;
        }
        here.conditions.now += std::chrono::seconds(way);
        ASSERT_EQ(here.act(people.supervisor, ReopenCase{"another name"}), "");
        ASSERT_EQ(here.act(people.officer, StartTriage{}), "");
        ASSERT_EQ(other.act(people.second, ReopenCase{"another name"}), "");
        here.learn(other);
        EXPECT_EQ(here.view().state, CaseState::Triage);
    }
}

TEST_F(WhatStays, WhereNoneOfTheBranchesIsChosenTheVerdictIsToExamineAgain) {
    identified();
    auto other = elsewhere();
    ASSERT_EQ(proposed(people.officer, Disposition::ReferProtection), "");
    ASSERT_EQ(other.act(people.dora, lease(other, people.dora)), "");
    ASSERT_EQ(other.act(people.dora, ReadCoverage{}), "");
    ASSERT_EQ(other.act(people.dora, propose(Disposition::ReferPartnerCheck)), "");
    post.learn(other);
    ASSERT_TRUE(post.view().has(HoldKind::Conflict));
    ResolveConflict resolve{{}, {}, "neither"};
    for (const auto& head : post.view().decisionHeads) resolve.heads.push_back(head.event);
    ASSERT_EQ(done(people.supervisor, resolve), "");
    ASSERT_EQ(post.view().decisionHeads.size(), 1u);
    EXPECT_EQ(post.view().decisionHeads[0].identity, "examine_again");
    EXPECT_EQ(post.view().decisionHeads[0].disposition, "examine_again");
    EXPECT_TRUE(said(post.view(), "neither"));
}

TEST_F(WhatStays, OfOutcomesTheOneThatHoldsNobodyIsMilder) {
    const auto of = [](const std::string& identity) {
        DecisionHead head;
        head.identity = identity;
        return intrusiveness(head);
    };
    EXPECT_LT(of("inconclusive"), of("excluded"));
    EXPECT_LT(of("excluded"), of("identified:00"));
    EXPECT_EQ(of("excluded"), of("no_candidate"));
}

TEST_F(WhatStays, ACancelledCaseAndAnExclusionDoNotDiffer) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto other = elsewhere();
    other.conditions.now += std::chrono::minutes(31);
    ASSERT_EQ(done(people.supervisor, CancelCase{"referred twice"}), "");
    ASSERT_EQ(other.act(people.dora, lease(other, people.dora)), "");
    ASSERT_EQ(examine(other, people.dora, one, ExaminerConclusion::Exclusion), "");
    post.learn(other);
    EXPECT_EQ(post.view().decisionHeads.size(), 2u);
    EXPECT_FALSE(post.view().has(HoldKind::Conflict)) << "one says what is to happen, the other who it is not";
}

TEST_F(WhatStays, APaperIsKeptWithWhoBroughtItWhenAndWhyAnotherIsNotNeeded) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto act = paper("other");
    act.document.openedBy[people.supervisor.id] = kStart;
    ASSERT_EQ(done(people.officer, act), "");
    const auto& kept = post.view().documents.at(0);
    EXPECT_EQ(kept.added, post.events.back().wall);
    EXPECT_EQ(kept.addedBy, people.officer.id);
    EXPECT_TRUE(kept.openedBy.empty()) << "who opened it is told by opening it";
    ASSERT_EQ(done(people.officer, WaivePaper{"family_unity", "alone"}), "");
    ASSERT_EQ(done(people.officer, WaivePaper{"child", "grown up"}), "");
    ASSERT_EQ(done(people.officer, WaivePaper{"family_unity", "no relatives"}), "");
    ASSERT_EQ(post.view().waivers.size(), 2u) << "one word for each paper, the last one";
    EXPECT_EQ(post.view().waivers[0].kind, "child");
    EXPECT_EQ(post.view().waivers[1].reason, "no relatives");
    EXPECT_EQ(post.view().waivers[1].by, people.officer.id);
    EXPECT_TRUE(post.view().clearanceActors.contains(people.officer.id));
}

TEST_F(WhatStays, ACancelledCaseSaysWhy) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(done(people.supervisor, CancelCase{"referred twice"}), "");
    EXPECT_TRUE(said(post.view(), "referred twice"));
    EXPECT_EQ(post.view().state, CaseState::Cancelled);
    EXPECT_FALSE(post.view().lease);
}

TEST_F(WhatStays, AResolutionNamesTheVerdictsThatDiffer) {
    identified();
    auto other = elsewhere();
    ASSERT_EQ(proposed(people.officer, Disposition::ReferProtection), "");
    ASSERT_EQ(other.act(people.dora, lease(other, people.dora)), "");
    ASSERT_EQ(other.act(people.dora, ReadCoverage{}), "");
    ASSERT_EQ(other.act(people.dora, propose(Disposition::ReferPartnerCheck)), "");
    post.learn(other);
    const auto heads = post.view().decisionHeads;
    ASSERT_EQ(heads.size(), 2u);
    EXPECT_EQ(done(people.supervisor, ResolveConflict{{}, {heads[0].event, heads[0].event}, "read both"}), kConflictHeads) << "one twice is not two";
    EXPECT_EQ(done(people.supervisor, ResolveConflict{{}, {heads[0].event, sha256("none")}, "read both"}), kConflictHeads);
    EXPECT_EQ(done(people.supervisor, ResolveConflict{sha256("none"), {heads[0].event, heads[1].event}, "read both"}), kConflictHeads);
    EXPECT_EQ(done(people.supervisor, ResolveConflict{heads[1].event, {heads[1].event, heads[0].event}, "read both"}), "");
}

}  // namespace
}  // namespace cotejo::decide::testing
