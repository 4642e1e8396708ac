#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "tests/unit/decide/one_case.h"

/// Ways that the same attacks found to clear the way alone: by a paper of another kind, an answer, a waiver, a policy of one minute.
namespace cotejo::decide::testing {
namespace {

struct ClearedWay : OneCase {};

TEST_F(ClearedWay, WhoClearedTheWayDoesNotApprove) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    ASSERT_EQ(firstRefusal(people.supervisor, approve(post)), "");
    {
        auto waived = post;
        ASSERT_EQ(waived.act(people.supervisor, WaivePaper{"family_unity", "travels alone"}), "");
        EXPECT_EQ(waived.act(people.supervisor, approve(waived)), kFourEyes);
    }
    {
        auto lifted = post;
        ASSERT_EQ(lifted.act(people.officer, PlaceHold{HoldKind::Medical}), "");
        ASSERT_EQ(lifted.act(people.supervisor, LiftHold{HoldKind::Medical, "seen by a doctor", {}}), "");
        EXPECT_EQ(lifted.act(people.supervisor, approve(lifted)), kFourEyes);
        ASSERT_EQ(readPapers(lifted, people.second), "");
        EXPECT_EQ(lifted.act(people.second, approve(lifted)), "");
    }
    {
        auto named = post;
        ASSERT_EQ(named.act(people.officer, paper("other")), "");
        ASSERT_EQ(named.act(people.supervisor, NameDocument{paperHash("other"), "final_order"}), "");
        ASSERT_EQ(readPapers(named, people.supervisor), "");
        EXPECT_EQ(named.act(people.supervisor, approve(named)), kFourEyes);
    }
    auto supplied = post;
    ASSERT_EQ(supplied.act(people.supervisor, paper("identity_basis", " of the supervisor")), "");
    ASSERT_EQ(readPapers(supplied, people.supervisor), "");
    EXPECT_EQ(supplied.act(people.supervisor, approve(supplied)), kFourEyes);
}

TEST_F(ClearedWay, APaperThatItsApproverCannotReadIsNone) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
    for (auto each : {paper("identity_basis"), paper("rights_information")}) {
        each.document.restricted = true;
        ASSERT_EQ(post.act(people.officer, each), "");
    }
    EXPECT_EQ(post.act(people.officer, SubmitForApproval{}), kPaperMissing);
}

TEST_F(ClearedWay, ThePaperCountsWhateverStoodThereWithTheSameBytes) {
    ASSERT_EQ(toReview(post, people, {}), "");
    auto first = paper("other");
    ASSERT_EQ(post.act(people.officer, first), "");
    auto suspension = first;
    suspension.document.kind = "order_suspension";
    ASSERT_EQ(post.act(people.officer, suspension), "");
    EXPECT_TRUE(post.view().has(HoldKind::LegalRetention));
    auto fear = first;
    fear.document.kind = "fear_answer";
    fear.document.restricted = true;
    ASSERT_EQ(post.act(people.protection, fear), "");
    EXPECT_TRUE(post.view().has(HoldKind::Protection));
    EXPECT_EQ(post.view().documents.size(), 3u);
    ASSERT_EQ(post.act(people.officer, fear), "");
    EXPECT_EQ(post.view().documents.size(), 3u) << "the same paper twice is one";
    // Officers name and open their own of the three; the restricted one is to them as if it were not there.
    ASSERT_EQ(post.act(people.officer, NameDocument{first.document.blob, "nationality"}), "");
    EXPECT_EQ(std::ranges::count(post.view().documents, "fear_answer", &DossierDocument::kind), 1);
    EXPECT_EQ(seenBy(people.officer).view.documents.size(), 1u);
    // What officers are answered to the same bytes is the same without the restricted paper.
    Post twin(people, "twin");
    ASSERT_EQ(toReview(twin, people, {}), "");
    ASSERT_EQ(twin.act(people.protection, fear), "");
    ASSERT_EQ(twin.act(people.officer, paper("other")), "");
    EXPECT_EQ(std::ranges::count(twin.view().documents, false, &DossierDocument::restricted), 1);
}

TEST_F(ClearedWay, AHoldIsLiftedWithItsOwnPaper) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Protection}), "");
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Child}), "");
    for (const auto* kind : {"other", "identity_basis"}) ASSERT_EQ(post.act(people.officer, paper(kind)), "");
    for (const auto hold : {HoldKind::Protection, HoldKind::Child})
        for (const auto* kind : {"other", "identity_basis"}) EXPECT_EQ(post.act(people.protection, LiftHold{hold, "decided", paperHash(kind)}), kDocumentMissing) << kind;
    ASSERT_EQ(post.act(people.officer, paper("age_decision")), "");
    EXPECT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", paperHash("age_decision")}), kDocumentMissing);
    EXPECT_EQ(post.act(people.protection, LiftHold{HoldKind::Child, "decided", paperHash("age_decision")}), "");
    ASSERT_EQ(post.act(people.protection, paper("protection_decision")), "");
    EXPECT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", paperHash("protection_decision")}), "");
}

TEST_F(ClearedWay, AnAnswerIsOfItsKindOfItsTimeAndCountersignedByNobodyWhoCompared) {
    identified();
    ASSERT_EQ(post.act(people.officer, paper("other")), "");
    ASSERT_EQ(post.act(people.officer, paper("owner_answer")), "");
    const auto answer = [&](const char* kind, UtcTime at) { return ConfirmEntry{"not_confirmed", "UTO-3", "telephone", "duty officer", at, paperHash(kind)}; };
    EXPECT_EQ(post.act(people.officer, answer("other", post.conditions.now)), kDocumentMissing);
    EXPECT_EQ(post.act(people.officer, answer("owner_answer", post.view().identification->since - std::chrono::minutes(1))), "E_INVALID_ARGUMENT") << "before there was a question";
    EXPECT_EQ(post.act(people.officer, answer("owner_answer", post.conditions.now + std::chrono::hours(1))), "E_INVALID_ARGUMENT");
    ASSERT_EQ(post.act(people.officer, answer("owner_answer", post.conditions.now)), "");
    const auto recorded = post.view().answers.back().event;
    for (const auto* who : {&people.berta, &people.carlos, &people.second}) ASSERT_EQ(post.act(*who, OpenDocument{paperHash("owner_answer"), 1}), "");
    EXPECT_EQ(post.act(people.berta, CountersignAnswer{recorded}), kFourEyes) << "who identified does not end what follows";
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(post.act(people.second, CountersignAnswer{recorded}), "");
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard));
}

TEST_F(ClearedWay, WhoSettlesTheClockDoesNotLetItRunOut) {
    identified();
    auto both = people.supervisor;
    both.grants.push_back({Role::Admin, UtcTime::max()});
    post.conditions.policy.maximumHold = std::chrono::hours(1);
    post.conditions.now += std::chrono::hours(2);
    EXPECT_EQ(firstRefusal(both, LapseGuard{}), kFourEyes);
    post.conditions.policy.holdBy = people.supervisor.id;
    EXPECT_EQ(firstRefusal(people.supervisor, LapseGuard{}), kFourEyes) << "the role given back meanwhile";
    EXPECT_EQ(firstRefusal(people.second, LapseGuard{}), "");
    // A maximum binds no holding from before it was settled.
    post.conditions.policy.holdSince = post.conditions.now - std::chrono::minutes(59);
    EXPECT_EQ(firstRefusal(people.second, LapseGuard{}), kClockRuns);
    post.conditions.policy.holdSince -= std::chrono::minutes(1);
    EXPECT_EQ(firstRefusal(people.second, LapseGuard{}), "");
}

TEST_F(ClearedWay, ASettlementIsOfTheAnswersThereWere) {
    identified();
    const auto answer = [&](const char* word, const char* name) {
        ASSERT_EQ(post.act(people.officer, paper("owner_answer", name)), "");
        ASSERT_EQ(post.act(people.officer, ConfirmEntry{word, name, "e-mail", "duty officer", post.conditions.now, paperHash("owner_answer", name)}), "");
        const auto recorded = post.view().answers.back().event;
        ASSERT_EQ(post.act(people.carlos, OpenDocument{paperHash("owner_answer", name), 1}), "");
        ASSERT_EQ(post.act(people.carlos, CountersignAnswer{recorded}), "");
    };
    answer("confirmed", "1");
    answer("not_confirmed", "2");
    ASSERT_EQ(post.view().confirmation, "differs");
    ASSERT_EQ(post.act(people.supervisor, SettleAnswers{post.view().answers[0].event, "the letter is signed"}), "");
    ASSERT_EQ(post.view().confirmation, "confirmed");
    answer("not_confirmed", "3");
    EXPECT_EQ(post.view().confirmation, "differs") << "the owner said no afterwards";
    ASSERT_EQ(post.act(people.second, SettleAnswers{post.view().answers[2].event, "they wrote again"}), "");
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard));
}

TEST_F(ClearedWay, WhoAnswersForTheOwnerOrOpensTheWayDoesNotApprove) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.second, "confirmed"), "");
    ASSERT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
    for (const auto* who : {&people.second, &people.supervisor}) ASSERT_EQ(readPapers(post, *who), "");
    EXPECT_EQ(firstRefusal(people.second, approve(post)), kFourEyes) << "who countersigned what the holding rests on";
    EXPECT_EQ(firstRefusal(people.supervisor, approve(post)), "");
    for (const char* kind : {"appeal_waiver", "age_decision", "suspension_ended", "owner_answer"}) {
        auto supplied = post;
        ASSERT_EQ(supplied.act(people.supervisor, paper(kind, " of the supervisor")), "");
        ASSERT_EQ(readPapers(supplied, people.supervisor), "");
        EXPECT_EQ(supplied.act(people.supervisor, approve(supplied)), kFourEyes) << kind;
    }
}

TEST_F(ClearedWay, AnUnknownAgeIsDecidedNotTyped) {
    OpenCase open;
    open.number = "PA-2026-000001";
    open.legalBasis = "border control";
    open.date = "2026-11-16";
    ASSERT_EQ(post.act(people.officer, open), "");
    ASSERT_TRUE(post.view().has(HoldKind::Child));
    auto known = post.view().traveler;
    known.birthDate = "1980-05-01";
    {
        auto taking = post;
        ASSERT_EQ(taking.act(people.officer, AmendTraveler{known, "read from the passport"}), "");
        EXPECT_FALSE(taking.view().has(HoldKind::Child)) << "while the record is being taken";
    }
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(post.act(people.ana, AmendTraveler{known, "looks older"}), "");
    EXPECT_TRUE(post.view().has(HoldKind::Child));
    ASSERT_EQ(post.act(people.officer, paper("age_decision")), "");
    EXPECT_EQ(post.act(people.protection, LiftHold{HoldKind::Child, "of age", paperHash("age_decision")}), "");
}

}  // namespace
}  // namespace cotejo::decide::testing
