#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/decide/errors.h"
#include "tests/unit/decide/asked.h"

/// Reasons that are asked for, and refusals as different people read them.
namespace cotejo::decide::testing {
namespace {

struct EachReason : Asked {
    static std::string param(const Error& error, const std::string& name) {
        for (const auto& [key, value] : error.params)
            if (key == name) return value;
        return "none";
    }
    Error readBy(const Officer& who, Error error) const { return neutral(std::move(error), post.view(), who, post.conditions.now); }
};

TEST_F(EachReason, WhatWantsAReasonIsNotDoneWithoutOne) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto view = post.view();
    view.captures = {capture(Modality::Face, CaptureKind::Live, "live")};
    view.documents = {paper("protection_decision").document};
    view.outcome = Outcome::Identified;
    view.identification = Identification{};
    view.answers.resize(1);
    const auto acts = [&](const std::string& reason) {
        return std::vector<std::tuple<CaseState, Officer, Act>>{
            {CaseState::InReview, people.ana, MarkUnusable{view.captures[0].id, reason}}, {CaseState::InReview, people.ana, AmendTraveler{view.traveler, reason}},
            {CaseState::InReview, people.ana, RequestRecapture{reason}}, {CaseState::InReview, people.ana, ReturnCase{reason}},
            {CaseState::Closed, people.supervisor, ReopenCase{reason}}, {CaseState::IdentityResolved, people.supervisor, CancelCase{reason}},
            {CaseState::InReview, people.supervisor, LiftHold{HoldKind::Medical, reason, {}}}, {CaseState::InReview, people.ana, AddNote{reason}},
            {CaseState::IdentityResolved, people.officer, ProposeDisposition{Disposition::ReferPartnerCheck, reason, "art. 12"}},
            {CaseState::PendingApproval, people.supervisor, Reject{reason}}, {CaseState::IdentityResolved, people.supervisor, OrderReexamination{reason}},
            {CaseState::IdentityResolved, people.supervisor, OverrideGuard{"hold", reason, "art. 9"}}, {CaseState::IdentityResolved, people.supervisor, SettleAnswers{{}, reason}},
            {CaseState::IdentityResolved, people.supervisor, ResolveConflict{{}, {}, reason}}, {CaseState::IdentityResolved, people.officer, WaivePaper{"family_unity", reason}},
            {CaseState::Triage, people.supervisor, WithdrawReexamination{reason}}};
    };
    for (const auto& [state, who, act] : acts(" \t\n")) {
        view.state = state;
        EXPECT_TRUE(refused(view, who, act, kNoReason)) << typeOf(act);
    }
    for (const auto& [state, who, act] : acts("because")) {
        view.state = state;
        EXPECT_FALSE(refused(view, who, act, kNoReason)) << typeOf(act);
    }
}

TEST_F(EachReason, WhatIsNotThereIsNeitherEndedNorMarkedNorChanged) {
    ASSERT_EQ(toReview(post, people, one), "");
    EXPECT_TRUE(refused(people.ana, MarkUnusable{{}, "blurred"}, base::kInvalidArgument));
    EXPECT_TRUE(refused(people.supervisor, LiftHold{HoldKind::Medical, "healed", {}}, kState));
    EXPECT_TRUE(refused(people.supervisor, ResolveConflict{{}, {}, "read both"}, kState));
    const auto program = person("program", {Role::System});
    EXPECT_TRUE(refused(program, ChangeEntry{candidate("two", Modality::Finger, 30, 2).entry, EntryStatus::Withdrawn, 2}, kNoCandidate));
    EXPECT_TRUE(codes(program, ChangeEntry{one[0].entry, EntryStatus::Withdrawn, 2}).empty());
    EXPECT_TRUE(refused(people.ana, SetLegalBasis{" "}, kNoLegalBasis));
    EXPECT_TRUE(codes(people.ana, SetLegalBasis{"art. 4"}).empty());
    ASSERT_EQ(post.act(people.supervisor, PlaceHold{HoldKind::Medical}), "");
    EXPECT_FALSE(refused(people.supervisor, LiftHold{HoldKind::Medical, "healed", {}}, kState));
}

TEST_F(EachReason, OfACaseThatIsNotKnownHereNothingIsDoneButToProtect) {
    CaseView none;
    for (const Act& act : {Act(AddNote{"x"}), Act(StartTriage{}), Act(CancelCase{"x"}), Act(PlaceHold{HoldKind::Medical})})
        EXPECT_EQ(codes(none, people.supervisor, act), Codes{kNoSuchCase}) << typeOf(act);
    EXPECT_TRUE(codes(none, people.officer, PlaceHold{HoldKind::Protection}).empty());
    EXPECT_EQ(codes(none, person("program", {Role::System}), PlaceHold{HoldKind::Protection}), Codes{kRole}) << "people protect, no program does";
    identified();
    const auto nobody = person("nobody", {});
    EXPECT_TRUE(codes(nobody, PlaceHold{HoldKind::Protection}).empty()) << "anyone, any time";
}

TEST_F(EachReason, ARightOfThePersonAndASupervisorAreNotKeptOutByALease) {
    ASSERT_EQ(toReview(post, people, one), "");
    EXPECT_FALSE(refused(people.dpo, AmendTraveler{post.view().traveler, "rectified"}, kLeased));
    EXPECT_TRUE(refused(people.officer, AmendTraveler{post.view().traveler, "misread"}, kLeased));
    EXPECT_TRUE(codes(people.supervisor, ReleaseLease{}).empty());
    EXPECT_TRUE(codes(people.supervisor, ReturnCase{"again"}).empty());
}

TEST_F(EachReason, ACaseUnderReexaminationIsNotCancelled) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the print is weak"}), "");
    auto view = post.view();
    view.holds.clear();
    EXPECT_TRUE(refused(view, people.second, CancelCase{"twice"}, kOpenMatters, "reexamination"));
    for (auto& each : view.reexaminations) each.complete = true;
    EXPECT_FALSE(refused(view, people.second, CancelCase{"twice"}, kOpenMatters));
    view.outcome.reset();
    view.examinations.resize(1);
    view.examinations[0].round = view.round;
    view.examinations[0].revealed.reset();
    view.examinations[0].concluded = kStart;
    EXPECT_TRUE(refused(view, people.second, CancelCase{"twice"}, kOpenMatters, "examination")) << "nobody is rid of what an examiner found";
    view.examinations[0].concluded.reset();
    EXPECT_FALSE(refused(view, people.second, CancelCase{"twice"}, kOpenMatters));
}

TEST_F(EachReason, ARoleThatEndedDoesNothingMore) {
    auto expired = person("expired", {});
    expired.grants = {{Role::Officer, kStart}};
    EXPECT_TRUE(actingRole(AddNote{"x"}, {expired, false}, kStart - std::chrono::hours(1)));
    EXPECT_FALSE(actingRole(AddNote{"x"}, {expired, false}, kStart + std::chrono::hours(1)));
    EXPECT_FALSE(canEverDo(AddNote{"x"}, expired, kStart + std::chrono::hours(1)));
    expired.grants = {{Role::Officer, kStart}, {Role::Protection, kStart - std::chrono::hours(2)}};
    EXPECT_EQ(actingRole(AddNote{"x"}, {expired, false}, kStart - std::chrono::hours(1)), Role::Officer);
}

TEST_F(EachReason, AHoldIsLiftedInARoleThatLiftsIt) {
    EXPECT_FALSE(actingRole(LiftHold{HoldKind::Medical, "x", {}}, {people.officer, false}, kStart));
    EXPECT_EQ(actingRole(LiftHold{HoldKind::Medical, "x", {}}, {people.supervisor, false}, kStart), Role::Supervisor);
    EXPECT_EQ(actingRole(LiftHold{HoldKind::DataDispute, "x", {}}, {people.dpo, false}, kStart), Role::Dpo);
    EXPECT_FALSE(actingRole(LiftHold{HoldKind::ReleaseGuard, "x", {}}, {people.supervisor, false}, kStart));
    EXPECT_FALSE(actingRole(PlaceHold{HoldKind::LegalRetention}, {people.officer, false}, kStart));
    EXPECT_TRUE(canEverDo(AddNote{"x"}, people.officer, kStart));
    EXPECT_FALSE(tellsFindings(OpenCase{})) << "before there is a case nothing was found";
}

TEST_F(EachReason, WhatKeepsACaseOpenIsToldToAnOfficerWithoutTheKindOfHold) {
    identified();
    const Error open{kOpenMatters, "", {{"rule", "r"}, {"count", "5"}, {"matters", "protection, child, medical, legal_retention, referral"}, {"hint", "protection, x"}}};
    const auto officer = readBy(people.officer, open);
    EXPECT_EQ(officer.code, kOpenMatters);
    EXPECT_EQ(param(officer, "matters"), "on_hold, child, referral");
    EXPECT_EQ(param(officer, "count"), "none") << "the number would tell how many";
    EXPECT_EQ(param(officer, "rule"), "r");
    EXPECT_EQ(param(officer, "hint"), "protection, x");
    for (const auto* who : {&people.supervisor, &people.protection, &people.dpo, &people.auditor}) {
        EXPECT_EQ(param(readBy(*who, open), "matters"), open.params[2].second) << who->login;
        EXPECT_EQ(param(readBy(*who, open), "count"), "5");
    }
    for (const char* kind : {"protection", "medical", "legal_retention"}) {
        EXPECT_EQ(param(readBy(people.officer, {kOpenMatters, "", {{"matters", kind}}}), "matters"), "on_hold") << kind;
        EXPECT_EQ(param(readBy(people.officer, {kOpenMatters, "", {{"matters", "referral, " + std::string(kind)}}}), "matters"), "referral, on_hold") << kind;
    }
    const Error unread{kNotRead, "", {{"count", "2"}, {"matters", "protection"}}};
    EXPECT_EQ(param(readBy(people.officer, unread), "count"), "2") << "another refusal is read as it is";
    EXPECT_EQ(param(readBy(people.officer, unread), "matters"), "protection");
}

TEST_F(EachReason, AForbiddingHoldIsOneWordToAnOfficer) {
    identified();
    for (const char* code : {kHoldProtection, kHoldMedical, kHoldLegalRetention}) {
        EXPECT_EQ(readBy(people.officer, {code, "", {}}).code, kOnHold) << code;
        EXPECT_EQ(readBy(people.ana, {code, "", {}}).code, kOnHold) << code;
        EXPECT_EQ(readBy(people.supervisor, {code, "", {}}).code, code);
    }
    for (const char* code : {kHoldChild, kHoldDataDispute, kReleaseGuard}) EXPECT_EQ(readBy(people.officer, {code, "", {}}).code, code);
}

TEST_F(EachReason, OnlyTheStateIsMaskedAndOnlyForWhoMustNotKnow) {
    ASSERT_EQ(toReview(post, people, one), "");
    const Error state{kState, "", {{"state", "panel"}, {"act", "panel"}}}, other{kNotRead, "", {{"state", "panel"}}};
    EXPECT_EQ(param(readBy(people.berta, state), "state"), "in_verification");
    EXPECT_EQ(param(readBy(people.berta, state), "act"), "panel");
    EXPECT_EQ(param(readBy(people.berta, other), "state"), "panel");
    EXPECT_EQ(param(readBy(people.supervisor, state), "state"), "panel");
    EXPECT_EQ(readBy(people.berta, {kHoldConflict, "", {}}).code, kOnHold);
    EXPECT_EQ(readBy(people.supervisor, {kHoldConflict, "", {}}).code, kHoldConflict);
}

TEST_F(EachReason, WithoutAnOutcomeNobodyIsLetGoWithoutApproval) {
    identified();
    auto view = post.view();
    view.disposition = DispositionRecord{};
    view.disposition->disposition = Disposition::Admit;
    view.outcome = Outcome::Excluded;
    EXPECT_FALSE(needsApproval(view));
    view.outcome.reset();
    EXPECT_TRUE(needsApproval(view));
    view.outcome = Outcome::Inconclusive;
    EXPECT_TRUE(needsApproval(view));
    view.outcome = Outcome::Excluded;
    view.coverage->limited = true;
    EXPECT_TRUE(needsApproval(view)) << "after a search that somebody narrowed down";
    view.disposition->disposition = Disposition::ReferPartnerCheck;
    EXPECT_FALSE(needsApproval(view)) << "a referral lets nobody go";
}

TEST_F(EachReason, AnExaminationIsOfItsRoundItsNumberAndItsExaminer) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto view = post.view();
    auto& each = view.examinations.emplace_back();
    each.examiner = people.ana.id;
    each.number = 1;
    each.round = view.round;
    EXPECT_TRUE(ownExamination(view, people.ana.id));
    EXPECT_FALSE(ownExamination(view, people.berta.id));
    EXPECT_FALSE(concludedExamination(view, 1)) << "begun is not concluded";
    each.concluded = kStart;
    EXPECT_TRUE(concludedExamination(view, 1));
    EXPECT_FALSE(concludedExamination(view, 2));
    view.state = CaseState::InVerification;
    EXPECT_FALSE(ownExamination(view, people.ana.id));
    view.state = CaseState::InReview;
    ++view.round.number;
    EXPECT_FALSE(ownExamination(view, people.ana.id));
    EXPECT_FALSE(concludedExamination(view, 1));
}

TEST_F(EachReason, WhatNobodyCouldReadIsNobodysToOpen) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto view = post.view();
    DossierDocument open = paper("other").document, restricted = paper("fear_answer").document;
    view.documents = {open, restricted};
    const auto unread = [&](const Officer& who) { return unreadDocuments(view, {who, false}, &post.conditions).size(); };
    EXPECT_EQ(unread(people.supervisor), 1u);
    EXPECT_EQ(unread(people.protection), 2u);
    for (auto& each : view.documents) each.openedBy[people.protection.id] = kStart;
    EXPECT_EQ(unread(people.protection), 0u);
    EXPECT_EQ(unread(people.supervisor), 1u) << "opened by each who has to have read it";
}

}  // namespace
}  // namespace cotejo::decide::testing
