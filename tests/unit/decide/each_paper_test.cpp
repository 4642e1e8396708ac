#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/decide/errors.h"
#include "core/decide/table.h"
#include "tests/unit/decide/asked.h"

/// What a disposition, its papers, its referral and an owner's answer have to say, and what an examiner has to be.
namespace cotejo::decide::testing {
namespace {

struct EachPaper : Asked {
    /// A case as it stands when everything was approved, by the papers of any disposition.
    CaseView approvedView(Disposition disposition) {
        identified();
        auto view = post.view();
        view.holds.clear();
        view.confirmation = "confirmed";
        view.coverageReadBy = {people.officer.id};
        for (const auto& row : paperRows())
            if (row.neededBy.has(disposition)) view.documents.push_back(paper(std::string(row.kind)).document);
        for (auto& each : view.documents)
            for (const auto* who : {&people.supervisor, &people.second}) each.openedBy[who->id] = kStart;
        view.disposition = DispositionRecord{};
        view.disposition->disposition = disposition;
        view.disposition->proposedBy = people.officer.id;
        view.disposition->decidedAt = post.conditions.now;
        view.disposition->approvedDossier = dossierHash(view);
        view.state = CaseState::Approved;
        return view;
    }
};

TEST_F(EachPaper, AnApprovalCarriesForItsTimeAndForItsDossier) {
    auto view = approvedView(Disposition::Repatriate);
    const auto approved = *view.disposition->decidedAt;
    view.disposition->manifest = "UT 418";
    const auto at = [&](std::chrono::milliseconds later, const Act& act) {
        post.conditions.now = approved + later;
        return codes(view, people.officer, act);
    };
    const auto term = post.conditions.policy.approval;
    for (const Act& act : {Act(FreezeManifest{"UT 418"}), Act(Execute{"boarded"})}) {
        EXPECT_EQ(at(term - std::chrono::milliseconds(1), act), Codes{}) << typeOf(act);
        EXPECT_EQ(at(term, act), Codes{kApprovalStale}) << typeOf(act) << ": younger than the policy's, not as old";
    }
    post.conditions.now = approved + term;
    EXPECT_TRUE(refused(view, people.officer, Execute{"boarded"}, kApprovalStale, toIso(approved)));
    post.conditions.now = approved;
    auto undated = view;
    undated.disposition->decidedAt.reset();
    EXPECT_EQ(codes(undated, people.officer, Execute{"boarded"}), Codes{kApprovalStale}) << "an approval without a time is none";
    EXPECT_TRUE(refused(undated, people.officer, Execute{"boarded"}, kApprovalStale, ""));
    auto changed = view;
    changed.waivers.push_back({"family_unity", "alone", {}, {}});
    EXPECT_EQ(codes(changed, people.officer, FreezeManifest{"UT 418"}), Codes{kApprovalOutdated});
    // Approving again.
    const auto again = [&](const CaseView& each, std::chrono::milliseconds later) {
        post.conditions.now = approved + later;
        return codes(each, people.supervisor, Approve{"complete", dossierHash(each)});
    };
    EXPECT_EQ(again(view, {}), Codes{kState}) << "what is approved is not approved twice";
    EXPECT_EQ(again(view, term - std::chrono::milliseconds(1)), Codes{kState});
    EXPECT_EQ(again(view, term), Codes{}) << "once it no longer carries";
    EXPECT_EQ(again(changed, {}), Codes{});
    EXPECT_EQ(again(undated, {}), Codes{});
    auto pending = view;
    pending.state = CaseState::PendingApproval;
    EXPECT_EQ(again(pending, {}), Codes{});
    EXPECT_FALSE(refusalInPast(view, Approve{"complete", dossierHash(view)}, {people.supervisor, false})) << "no clock judges the past";
    EXPECT_FALSE(refusalInPast(undated, Execute{"boarded"}, {people.officer, false}));
}

TEST_F(EachPaper, OnlyWhoIsReturnedStandsOnAManifest) {
    auto view = approvedView(Disposition::HoldFugitive);
    EXPECT_EQ(codes(view, people.officer, FreezeManifest{"UT 418"}), Codes{kOutcomeMismatch});
    EXPECT_EQ(codes(view, people.officer, Execute{"handed over"}), Codes{});
    EXPECT_EQ(codes(view, people.officer, Execute{" "}), Codes{kNoReceipt});
    view.disposition->disposition = Disposition::Repatriate;
    EXPECT_TRUE(refused(view, people.officer, FreezeManifest{" "}, kNoReceipt));
    EXPECT_FALSE(refused(view, people.officer, FreezeManifest{"UT 418"}, kNoReceipt));
    EXPECT_TRUE(refused(view, people.officer, Execute{"boarded"}, kNotOnManifest));
}

TEST_F(EachPaper, AReferralIsAnsweredOnceByThoseItWentTo) {
    auto view = approvedView(Disposition::ReferProtection);
    view.state = CaseState::Executed;
    const AnswerReferral answer{"recognised", "UTO-7"};
    EXPECT_EQ(codes(view, people.protection, answer), Codes{});
    EXPECT_EQ(codes(view, people.officer, answer), Codes{kRole});
    EXPECT_EQ(codes(view, people.protection, AnswerReferral{" ", "UTO-7"}), Codes{kNoReason});
    EXPECT_EQ(codes(view, people.protection, AnswerReferral{"recognised", " "}), Codes{kNoReceipt});
    view.disposition->answer = "recognised";
    EXPECT_EQ(codes(view, people.protection, answer), Codes{kState});
    view.disposition->answer.clear();
    view.disposition->disposition = Disposition::ReferPartnerCheck;
    EXPECT_EQ(codes(view, people.officer, answer), Codes{});
    EXPECT_EQ(codes(view, people.protection, answer), Codes{kRole});
    view.disposition->disposition = Disposition::Admit;
    EXPECT_EQ(codes(view, people.officer, answer), Codes{kState});
    view.disposition.reset();
    EXPECT_EQ(codes(view, people.officer, answer), Codes{kState});
}

TEST_F(EachPaper, AProposalReadTheCoverageAndStandsOnALegalBasisWhereItHoldsSomebody) {
    auto view = approvedView(Disposition::RefuseEntry);
    view.state = CaseState::IdentityResolved;
    view.lease = Lease{people.officer.id, "officer", post.conditions.now + std::chrono::minutes(10)};
    EXPECT_EQ(codes(view, people.officer, ProposeDisposition{Disposition::RefuseEntry, "listed", "art. 12"}), Codes{});
    EXPECT_EQ(codes(view, people.officer, ProposeDisposition{Disposition::RefuseEntry, "listed", " "}), Codes{kNoLegalBasis});
    EXPECT_EQ(codes(view, people.officer, ProposeDisposition{Disposition::RefuseEntry, " ", "art. 12"}), Codes{kNoReason});
    EXPECT_EQ(codes(view, people.officer, ProposeDisposition{Disposition::ReferPartnerCheck, "ask", " "}), Codes{}) << "a referral holds nobody";
    auto unread = view;
    unread.coverageReadBy.clear();
    EXPECT_EQ(codes(unread, people.officer, ProposeDisposition{Disposition::ReferPartnerCheck, "ask", ""}), Codes{kCoverageUnread});
    unread.coverage.reset();
    EXPECT_EQ(codes(unread, people.officer, ProposeDisposition{Disposition::ReferPartnerCheck, "ask", ""}), Codes{}) << "there is none to read";
    auto nobody = view;
    nobody.identification.reset();
    EXPECT_EQ(codes(nobody, people.officer, ProposeDisposition{Disposition::RefuseEntry, "listed", "art. 12"}), Codes{kNotVerified});
    auto changed = view;
    changed.entryStatus[view.identification->entry] = EntryStatus::Active;
    EXPECT_EQ(codes(changed, people.officer, ProposeDisposition{Disposition::RefuseEntry, "listed", "art. 12"}), Codes{});
    changed.entryStatus[view.identification->entry] = EntryStatus::Served;
    EXPECT_TRUE(refused(changed, people.officer, ProposeDisposition{Disposition::RefuseEntry, "listed", "art. 12"}, kEntryNotActionable, "served"));
    post.conditions.snapshot = SnapshotAge::Stale;
    EXPECT_TRUE(refused(view, people.officer, ProposeDisposition{Disposition::RefuseEntry, "listed", "art. 12"}, kEntryNotActionable, "snapshot_stale"));
}

TEST_F(EachPaper, APaperIsAFileOfAKnownKindThatCanBeDrawn) {
    ASSERT_EQ(toReview(post, people, one), "");
    const auto with = [&](auto change) {
        auto act = paper("other");
        change(act.document);
        return codes(people.officer, act);
    };
    EXPECT_EQ(with([](auto&) {}), Codes{});
    EXPECT_EQ(with([](auto& each) { each.blob = {}; }), Codes{base::kInvalidArgument});
    EXPECT_EQ(with([](auto& each) { each.kind = "invented"; }), Codes{base::kInvalidArgument});
    EXPECT_EQ(with([](auto& each) { each.kind = "fear_answer"; }), Codes{base::kInvalidArgument}) << "protected content says so";
    EXPECT_EQ(with([](auto& each) { each.kind = "fear_answer", each.restricted = true; }), Codes{});
    EXPECT_EQ(with([](auto& each) { each.kind = "appeal_window"; }), Codes{base::kInvalidArgument});
    EXPECT_EQ(with([](auto& each) { each.kind = "appeal_window", each.until = "2026-11-01"; }), Codes{});
    for (const char* mime : {"application/pdf", "text/plain", "text/plain; charset=utf-8", "image/png"}) EXPECT_EQ(with([&](auto& each) { each.mime = mime; }), Codes{}) << mime;
    for (const char* mime : {"image/svg+xml", "video/mp4", "text/html", ""}) EXPECT_EQ(with([&](auto& each) { each.mime = mime; }), Codes{kNotDrawable}) << mime;
    EXPECT_EQ(with([](auto& each) { each.pages = 0; }), Codes{kNotDrawable});
    ASSERT_EQ(post.act(people.officer, paper("other")), "");
    EXPECT_EQ(codes(people.officer, NameDocument{paperHash("other"), "final_order"}), Codes{});
    EXPECT_EQ(codes(people.officer, NameDocument{paperHash("other"), "appeal_window"}), Codes{base::kInvalidArgument}) << "it does not say until when";
    EXPECT_EQ(codes(people.officer, NameDocument{paperHash("other"), "fear_answer"}), Codes{base::kInvalidArgument}) << "everybody has read it";
    EXPECT_EQ(codes(people.officer, NameDocument{sha256("none"), "final_order"}), Codes{kDocumentMissing});
    ASSERT_EQ(post.act(people.officer, paper("appeal_window")), "");
    ASSERT_EQ(post.act(people.officer, NameDocument{paperHash("appeal_window"), "other"}), "");
    EXPECT_EQ(codes(people.officer, NameDocument{paperHash("appeal_window"), "appeal_window"}), Codes{});
    EXPECT_EQ(codes(people.officer, WaivePaper{"family_unity", "alone"}), Codes{});
    for (const char* kind : {"final_order", "owner_answer", "invented"}) EXPECT_EQ(codes(people.officer, WaivePaper{kind, "alone"}), Codes{kPaperMissing}) << kind;
}

TEST_F(EachPaper, AnOwnersAnswerSaysWhatWhoAndHow) {
    identified();
    ASSERT_EQ(post.act(people.officer, paper("owner_answer")), "");
    const ConfirmEntry whole{"confirmed", "UTO-1", "e-mail", "duty officer", post.conditions.now, paperHash("owner_answer")};
    EXPECT_EQ(codes(people.officer, whole), Codes{});
    for (const char* word : {"confirmed", "not_confirmed", "need_time"}) {
        for (int part = 0; part < 3; ++part) {
            auto each = whole;
            each.answer = word;
            (part == 0 ? each.reference : part == 1 ? each.channel : each.answeredBy) = " ";
            EXPECT_EQ(codes(people.officer, each), Codes{base::kInvalidArgument}) << word << part;
        }
    }
    EXPECT_EQ(codes(people.officer, ConfirmEntry{"no_answer", "", "", "", {}, {}}), Codes{}) << "nobody answered";
    EXPECT_EQ(codes(people.officer, ConfirmEntry{"need_time", "UTO-1", "telephone", "duty officer", {}, {}}), Codes{});
    EXPECT_EQ(codes(people.officer, ConfirmEntry{"perhaps", "UTO-1", "e-mail", "duty officer", post.conditions.now, paperHash("owner_answer")}), Codes{base::kInvalidArgument});
    EXPECT_EQ(codes(people.officer, RequestConfirmation{" "}), Codes{base::kInvalidArgument});
    EXPECT_EQ(codes(people.officer, RequestConfirmation{"telephone"}), Codes{});
    ASSERT_EQ(post.act(people.officer, whole), "");
    auto view = post.view();
    view.documents.clear();
    EXPECT_EQ(codes(view, people.second, CountersignAnswer{view.answers[0].event}), Codes{}) << "a paper that is not there is nobody's to open";
}

TEST_F(EachPaper, OnlyAnswersThatCountAndDifferAreSettledAndByNobodyWhoGaveOne) {
    identified();
    auto view = post.view();
    const auto entry = view.identification->entry;
    const auto given = [&](const std::string& word, const Officer& recorded, const std::optional<OfficerId>& countersigned) {
        OwnerAnswer each;
        each.event = sha256("answer " + word + recorded.login);
        each.entry = entry;
        each.answer = word;
        each.recordedBy = recorded.id;
        each.countersignedBy = countersigned;
        view.answers.push_back(each);
        return each.event;
    };
    const auto yes = given("confirmed", people.officer, people.dora.id);
    EXPECT_EQ(codes(view, people.supervisor, SettleAnswers{yes, "signed"}), Codes{kNoAnswer}) << "nothing differs";
    const auto no = given("not_confirmed", people.carlos, people.dora.id);
    EXPECT_EQ(codes(view, people.supervisor, SettleAnswers{yes, "signed"}), Codes{});
    EXPECT_EQ(codes(view, people.supervisor, SettleAnswers{no, "signed"}), Codes{});
    EXPECT_EQ(codes(view, people.supervisor, SettleAnswers{sha256("none"), "signed"}), Codes{kNoAnswer});
    const auto uncounted = given("confirmed", people.protection, {});
    EXPECT_EQ(codes(view, people.supervisor, SettleAnswers{uncounted, "signed"}), Codes{kNoAnswer}) << "nobody countersigned it";
    auto own = view;
    own.answers[1].countersignedBy = people.supervisor.id;
    EXPECT_EQ(codes(own, people.supervisor, SettleAnswers{yes, "signed"}), Codes{kSameActor}) << "of either answer";
    own = view;
    own.answers[0].recordedBy = people.supervisor.id;
    EXPECT_EQ(codes(own, people.supervisor, SettleAnswers{no, "signed"}), Codes{kSameActor});
    own.answers[0].recordedBy = people.officer.id;
    own.answers.push_back(own.answers[0]);
    own.answers.back().entry = candidate("two", Modality::Finger, 30, 2).entry;
    own.answers.back().recordedBy = people.supervisor.id;
    EXPECT_EQ(codes(own, people.supervisor, SettleAnswers{yes, "signed"}), Codes{}) << "about another entry";
}

TEST_F(EachPaper, AGuardIsOverriddenOnceByEachAndEndsByTheClockOnlyWhenItRanOut) {
    identified();
    auto view = post.view();
    const OverrideGuard release{"release", "read", "art. 9"}, hold{"hold", "read", "art. 9"};
    EXPECT_EQ(codes(view, people.supervisor, release), Codes{});
    EXPECT_EQ(codes(view, people.supervisor, OverrideGuard{"release", "read", " "}), Codes{kNoLegalBasis});
    view.overrides = {{"release", people.supervisor.id, {}, "", "", view.identification->event, view.identification->entry}};
    EXPECT_EQ(codes(view, people.supervisor, release), Codes{kSameActor});
    EXPECT_EQ(codes(view, people.supervisor, hold), Codes{}) << "the other way is another word";
    EXPECT_EQ(codes(view, people.second, release), Codes{});
    view.overrides[0].identification = sha256("earlier");
    EXPECT_EQ(codes(view, people.supervisor, release), Codes{}) << "of what stood before";
    EXPECT_TRUE(codes(view, people.supervisor, LapseGuard{}).contains(kClockRuns)) << "nobody settled a clock";
    post.conditions.policy.maximumHold = std::chrono::hours(2);
    post.conditions.now = view.identification->since + std::chrono::hours(2) - std::chrono::milliseconds(1);
    EXPECT_EQ(codes(view, people.supervisor, LapseGuard{}), Codes{kClockRuns});
    post.conditions.now += std::chrono::milliseconds(1);
    EXPECT_EQ(codes(view, people.supervisor, LapseGuard{}), Codes{});
    view.answers.resize(1);
    view.answers[0].entry = view.identification->entry;
    view.answers[0].answer = "confirmed";
    view.answers[0].countersignedBy = people.second.id;
    EXPECT_EQ(codes(view, people.supervisor, LapseGuard{}), Codes{kReleaseGuard}) << "the owner wants the person";
    view.answers.clear();
    view.identifications[0].guardEnded = "answer";
    EXPECT_EQ(codes(view, people.supervisor, LapseGuard{}), Codes{kState});
    EXPECT_EQ(codes(view, people.supervisor, release), Codes{kState}) << "nothing guards";
    view.holds.clear();
    EXPECT_EQ(codes(view, people.supervisor, LapseGuard{}), Codes{kState});
    EXPECT_EQ(codes(view, people.supervisor, hold), Codes{});
    view.identification.reset();
    EXPECT_EQ(codes(view, people.supervisor, hold), Codes{kState});
}

TEST_F(EachPaper, WhoExaminesAnEmptyListIsAnExaminerAllTheSame) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    const auto view = post.view();
    const Conclude nobody{Outcome::NoCandidate, {}, {}};
    for (const auto role : {Role::ExaminerFace, Role::ExaminerFinger}) {
        auto ana = person("ana", {role});
        EXPECT_EQ(codes(view, ana, nobody), Codes{}) << codeOf(role);
    }
    EXPECT_TRUE(refused(view, person("ana", {Role::Officer}), nobody, kNotQualified));
    auto found = view;
    found.candidates = one;
    found.state = CaseState::Concluded1;
    EXPECT_TRUE(refused(found, person("faces", {Role::Officer, Role::ExaminerFace}), TakeLease{"x", post.conditions.now + std::chrono::minutes(9)}, kNotQualified));
    found.candidates.clear();
    found.lease.reset();
    EXPECT_TRUE(refused(found, people.officer, TakeLease{"x", post.conditions.now + std::chrono::minutes(9)}, kNotQualified));
}

TEST_F(EachPaper, TheSecondExaminerIsAnotherThanTheFirstOfTheRound) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto view = post.view();
    view.state = CaseState::InVerification;
    view.lease = Lease{people.ana.id, "ana", post.conditions.now + std::chrono::minutes(9)};
    auto& first = view.examinations.emplace_back();
    first.examiner = people.ana.id;
    first.number = 1;
    first.round = view.round;
    const SaveAnalysis act{"whorl"};
    EXPECT_EQ(codes(view, people.ana, act), Codes{}) << "begun and left: nothing was concluded or shown";
    first.concluded = kStart;
    EXPECT_EQ(codes(view, people.ana, act), Codes{kSameActor});
    first.concluded.reset();
    first.revealed = kStart;
    EXPECT_EQ(codes(view, people.ana, act), Codes{kSameActor}) << "revealed is as good as concluded";
    first.revealed.reset();
    first.concluded = kStart;
    ++first.round.number;
    EXPECT_EQ(codes(view, people.ana, act), Codes{}) << "of another round";
    first.round = view.round;
    first.number = 2;
    EXPECT_EQ(codes(view, people.ana, act), Codes{}) << "one's own, not an earlier one";
}

TEST_F(EachPaper, WhatAConclusionSaysFitsItsOutcome) {
    const auto two = candidate("two", Modality::Finger, 30, 2);
    const std::vector both = {one[0], two};
    ASSERT_EQ(toReview(post, people, both), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    for (const auto& each : both) ASSERT_EQ(post.act(people.ana, VisitCandidate{each.id}), "");
    using E = ExaminerConclusion;
    const auto fits = [&](Outcome outcome, std::optional<CandidateId> identified_, E first, E second) {
        return codes(people.ana, Conclude{outcome, identified_, {conclusion(both[0], first), conclusion(both[1], second)}});
    };
    EXPECT_EQ(fits(Outcome::Excluded, {}, E::Exclusion, E::Exclusion), Codes{});
    EXPECT_EQ(fits(Outcome::Excluded, {}, E::Exclusion, E::SupportDifferent), Codes{kOutcomeMismatch});
    EXPECT_EQ(fits(Outcome::Inconclusive, {}, E::Exclusion, E::SupportDifferent), Codes{});
    EXPECT_EQ(fits(Outcome::Inconclusive, {}, E::Exclusion, E::Exclusion), Codes{kOutcomeMismatch});
    EXPECT_EQ(fits(Outcome::Inconclusive, {}, E::Identification, E::SupportSame), Codes{kOutcomeMismatch});
    EXPECT_EQ(fits(Outcome::NoCandidate, {}, E::Exclusion, E::Exclusion), Codes{kOutcomeMismatch});
    EXPECT_EQ(fits(Outcome::Identified, both[0].id, E::Identification, E::Exclusion), Codes{});
    EXPECT_EQ(fits(Outcome::Identified, both[1].id, E::Identification, E::Exclusion), Codes{kOutcomeMismatch}) << "the one named is the one identified";
    EXPECT_EQ(fits(Outcome::Identified, {}, E::Identification, E::Exclusion), Codes{kOutcomeMismatch});
    EXPECT_EQ(fits(Outcome::Identified, candidate("three", Modality::Finger, 3, 3).id, E::Identification, E::Exclusion), Codes{kOutcomeMismatch});
    EXPECT_EQ(fits(Outcome::Identified, both[0].id, E::SupportSame, E::Exclusion), Codes{kOutcomeMismatch});
    Conclude words{Outcome::Excluded, {}, {conclusion(both[0], E::Exclusion), conclusion(both[1], E::Exclusion)}};
    words.conclusions[1].reasons = " ";
    EXPECT_EQ(codes(people.ana, words), Codes{kNoReason});
    words.conclusions[1].reasons = "ridges";
    words.conclusions[1].counterReason = " ";
    EXPECT_EQ(codes(people.ana, words), Codes{kNoCounterevidence});
}

TEST_F(EachPaper, AReexaminationIsOrderedOnceAndOverAnOutcome) {
    identified();
    auto view = post.view();
    EXPECT_EQ(codes(view, people.supervisor, OrderReexamination{"weak"}), Codes{});
    view.reexaminations.resize(1);
    EXPECT_EQ(codes(view, people.supervisor, OrderReexamination{"weak"}), Codes{kOpenMatters});
    view.reexaminations.clear();
    view.outcome.reset();
    EXPECT_EQ(codes(view, people.supervisor, OrderReexamination{"weak"}), Codes{kOutcomeMismatch});
}

TEST_F(EachPaper, WhoOrderedAReexaminationWithdrawsItBeforeAnybodyBegan) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"weak"}), "");
    auto view = post.view();
    const WithdrawReexamination act{"another print came"};
    EXPECT_EQ(codes(view, people.supervisor, act), Codes{});
    EXPECT_EQ(codes(view, people.second, act), Codes{kOrderedByOther});
    auto begun = view;
    begun.examinations[0].orders = {view.reexaminations[0].event};
    EXPECT_EQ(codes(begun, people.supervisor, act), Codes{kOpenMatters});
    auto conflict = view;
    conflict.reexaminations[0].ofConflict = true;
    EXPECT_EQ(codes(conflict, people.supervisor, act), Codes{kOpenMatters});
    auto done = view;
    done.reexaminations[0].complete = true;
    EXPECT_EQ(codes(done, people.supervisor, act), Codes{kState});
    done.reexaminations.push_back(view.reexaminations[0]);
    done.reexaminations[0].orderedBy = people.second.id;
    EXPECT_EQ(codes(done, people.supervisor, act), Codes{}) << "what is over is nobody's to withdraw";
    auto open = view;
    open.outcome.reset();
    EXPECT_EQ(codes(open, people.supervisor, act), Codes{kState});
}

TEST_F(EachPaper, APortraitIsAnalysedInWordsByWhoIsQualifiedAndBeforeItWasSeen) {
    ASSERT_EQ(toReview(post, people, {}), "");
    const auto live = capture(Modality::Face, CaptureKind::Live, "live"), document = capture(Modality::Face, CaptureKind::Document, "document"),
               again = capture(Modality::Face, CaptureKind::Live, "again");
    for (const auto& each : {live, document, again}) ASSERT_EQ(post.act(people.ana, AttachCapture{each}), "");
    EXPECT_EQ(codes(people.ana, SavePortraitAnalysis{Modality::Face, " "}), Codes{kAnalysisMissing});
    auto view = post.view();
    view.exposure[people.ana.id] = {{Shown::Portrait, view.round, false, false}};
    EXPECT_EQ(codes(view, people.ana, SavePortraitAnalysis{Modality::Face, "oval"}), Codes{kNotBlind});
    ASSERT_EQ(post.act(people.ana, SavePortraitAnalysis{Modality::Face, "oval"}), "");
    view = post.view();
    view.exposure[people.ana.id] = {{Shown::Portrait, view.round, false, false}};
    EXPECT_EQ(codes(view, people.ana, SavePortraitAnalysis{Modality::Face, "oval face"}), Codes{}) << "begun before it was seen, and not opened yet";
    EXPECT_TRUE(refused(view, people.berta, OpenPortrait{live.id, document.id}, kAnalysisMissing)) << "the analysis of another is not one's own";
    const auto fingers = person("ana", {Role::ExaminerFinger});
    EXPECT_EQ(codes(view, fingers, OpenPortrait{live.id, document.id}), Codes{kNotQualified});
    EXPECT_TRUE(refused(view, people.ana, OpenPortrait{document.id, document.id}, base::kInvalidArgument));
    view.portraits[0].modality = Modality::Finger;
    EXPECT_TRUE(refused(view, people.ana, OpenPortrait{live.id, document.id}, kAnalysisMissing)) << "of a finger, not of the face";
    view = post.view();
    view.portraits[0].live = live.id;
    view.portraits[0].document = document.id;
    view.portraits[0].opened = true;
    EXPECT_TRUE(refused(view, people.ana, ConcludePortrait{again.id, document.id, ExaminerConclusion::Exclusion, "ears", "light"}, kNotOpened)) << "another pair";
}

TEST_F(EachPaper, ASampleThatCannotBeTakenBackIsNotChangedAfterTheReveal) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto view = post.view();
    view.captures = {capture(Modality::Face, CaptureKind::Live, "live")};
    auto& own = view.examinations.emplace_back();
    own.examiner = people.ana.id;
    own.round = view.round;
    const Act acts[] = {AttachCapture{capture(Modality::Face, CaptureKind::Live, "new")}, MarkUnusable{view.captures[0].id, "blurred"}, search(one)};
    for (const auto& act : acts) EXPECT_EQ(codes(view, people.ana, act), Codes{}) << typeOf(act);
    own.revealed = kStart;
    for (const auto& act : acts) EXPECT_EQ(codes(view, people.ana, act), Codes{kRevealed}) << typeOf(act);
    view.examinations[0].revealed.reset();
    view.examinations[0].concluded = kStart;
    for (const auto& act : acts) EXPECT_EQ(codes(view, people.ana, act), Codes{kRevealed}) << typeOf(act);
    ++view.examinations[0].round.number;
    for (const auto& act : acts) EXPECT_EQ(codes(view, people.ana, act), Codes{}) << typeOf(act) << ": of another round";
}

}  // namespace
}  // namespace cotejo::decide::testing
