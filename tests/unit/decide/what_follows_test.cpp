#include <gtest/gtest.h>

#include "core/decide/effects.h"
#include "core/decide/errors.h"
#include "tests/unit/decide/asked.h"

/// What follows from a case as it stands: settlements, gaps of a search, clocks, blindness, guards, holds.
namespace cotejo::decide::testing {
namespace {

struct WhatFollows : Asked {};

TEST_F(WhatFollows, ASettlementNamesAllWhoGaveIt) {
    const auto two = candidate("two", Modality::Finger, 30, 2);
    ASSERT_EQ(toReview(post, people, {one[0], two}), "");
    auto past = post.view();
    past.state = CaseState::Panel;
    past.examinations.resize(2);
    const auto said = [&](const Officer& who, int number, Outcome outcome, const CandidateId& named) {
        auto& each = past.examinations[static_cast<std::size_t>(number) - 1];
        each.examiner = who.id;
        each.number = number;
        each.concluded = kStart;
        each.outcome = outcome;
        for (const auto& candidate : {one[0], two})
            each.final[candidate.id] = conclusion(candidate, candidate.id == named ? ExaminerConclusion::Identification : ExaminerConclusion::Exclusion);
    };
    const auto saying = [&](Outcome outcome, const CandidateId& named) {
        Conclude act{outcome, {}, {}};
        if (outcome == Outcome::Identified) act.identified = named;
        for (const auto& candidate : {one[0], two})
            act.conclusions.push_back(conclusion(candidate, candidate.id == named ? ExaminerConclusion::Identification : ExaminerConclusion::Exclusion));
        return act;
    };
    said(people.ana, 1, Outcome::Identified, one[0].id);
    said(people.berta, 2, Outcome::Excluded, {});
    auto third = settlementOf(past, {Outcome::Inconclusive, {}, {}}, people.carlos.id);
    ASSERT_TRUE(third);
    EXPECT_EQ(third->outcome, Outcome::Inconclusive);
    EXPECT_FALSE(third->identified);
    EXPECT_EQ(std::set(third->examiners.begin(), third->examiners.end()), (std::set{people.ana.id, people.berta.id, people.carlos.id}));
    third = settlementOf(past, saying(Outcome::Excluded, {}), people.carlos.id);
    ASSERT_TRUE(third);
    EXPECT_EQ(third->outcome, Outcome::Excluded);
    EXPECT_EQ(third->examiners, (std::vector{people.berta.id, people.carlos.id}));
    third = settlementOf(past, saying(Outcome::Identified, one[0].id), people.carlos.id);
    ASSERT_TRUE(third);
    EXPECT_EQ(third->examiners, (std::vector{people.ana.id, people.carlos.id}));
    EXPECT_EQ(third->persons, std::vector{one[0].id});
    third = settlementOf(past, saying(Outcome::Identified, two.id), people.carlos.id);
    ASSERT_TRUE(third);
    EXPECT_EQ(third->outcome, Outcome::Inconclusive) << "two identified, and not the same person";
    third = settlementOf(past, saying(Outcome::Excluded, {}), people.berta.id);
    ASSERT_TRUE(third);
    EXPECT_EQ(third->outcome, Outcome::Inconclusive) << "nobody agrees with oneself";
    std::erase_if(past.examinations, [](const auto& each) { return each.number == 1; });
    third = settlementOf(past, {Outcome::Inconclusive, {}, {}}, people.carlos.id);
    ASSERT_TRUE(third) << "a first conclusion that this post never had is nobody's";
    EXPECT_EQ(third->examiners.size(), 2u);
    past.state = CaseState::Triage;
    EXPECT_FALSE(settlementOf(past, saying(Outcome::Excluded, {}), people.carlos.id));
}

TEST_F(WhatFollows, ASearchAnswersForEveryListAndEverySample) {
    ASSERT_EQ(toReview(post, people, {}), "");
    auto view = post.view();
    const auto gaps = [&] { return kinds(searchGaps(view)); };
    EXPECT_EQ(gaps(), Codes{});
    view.coverage->asked = {"wanted", "missing"};
    EXPECT_EQ(gaps(), Codes{"missing"}) << "that another list was searched answers for none";
    view.coverage->notSearched = {{"missing", ""}};
    EXPECT_EQ(gaps(), Codes{"missing"}) << "not searched, without a reason";
    view.coverage->notSearched = {{"missing", "no_agreement"}};
    EXPECT_EQ(gaps(), Codes{});
    const auto live = capture(Modality::Face, CaptureKind::Live, "live"), reference = capture(Modality::Face, CaptureKind::Reference, "reference");
    view.captures = {live, reference};
    EXPECT_EQ(gaps(), Codes{live.id.text()});
    view.unusable = {live.id};
    EXPECT_EQ(gaps(), Codes{});
    view.unusable.clear();
    view.coverage->samples = {live.id};
    EXPECT_EQ(gaps(), Codes{});
    view.coverage = Coverage{};
    view.captures.clear();
    EXPECT_EQ(gaps(), Codes{"lists"});
    view.coverage.reset();
    EXPECT_EQ(gaps(), Codes{"search"});
}

TEST_F(WhatFollows, TheClockOfAProtectionNeedStopsWithTheReferralThatWasCarriedOut) {
    identified();
    auto view = post.view();
    const Policy policy;
    EXPECT_FALSE(remitBy(view, policy));
    const auto since = kStart + std::chrono::hours(1);
    view.holds.push_back({HoldKind::Protection, {}, since, {}});
    EXPECT_EQ(remitBy(view, policy), since + policy.remittal);
    view.disposition = DispositionRecord{};
    view.disposition->disposition = Disposition::ReferProtection;
    EXPECT_EQ(remitBy(view, policy), since + policy.remittal) << "proposed is not done";
    view.disposition->receipt = "handed to the authority";
    EXPECT_FALSE(remitBy(view, policy));
    view.disposition->disposition = Disposition::ReferPartnerCheck;
    EXPECT_EQ(remitBy(view, policy), since + policy.remittal) << "another referral is not this one";
    auto earlier = *view.disposition;
    earlier.disposition = Disposition::ReferProtection;
    view.pastDispositions = {earlier};
    EXPECT_FALSE(remitBy(view, policy));
    view.pastDispositions[0].receipt.clear();
    EXPECT_TRUE(remitBy(view, policy));
}

TEST_F(WhatFollows, WhoWasShownScoresIsBlindOnlyInTheOwnExaminationThatRevealedThem) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto view = post.view();
    const auto& ana = people.ana.id;
    EXPECT_TRUE(isBlind(view, ana));
    view.exposure[ana] = {{Shown::Scores, view.round, true, false}};
    EXPECT_FALSE(isBlind(view, ana)) << "revealed, and no examination of the own";
    auto& own = view.examinations.emplace_back();
    own.examiner = ana;
    EXPECT_FALSE(isBlind(view, ana));
    own.revealed = kStart;
    EXPECT_TRUE(isBlind(view, ana));
    view.exposure[ana][0].round.number = 0;
    EXPECT_FALSE(isBlind(view, ana)) << "in another round";
    view.exposure[ana][0] = {Shown::Scores, view.round, false, false};
    EXPECT_FALSE(isBlind(view, ana)) << "by another door";
    view.exposure[ana][0] = {Shown::Portrait, view.round, false, false};
    EXPECT_TRUE(isBlind(view, ana)) << "the document's picture tells nothing of a list";
    view.exposure.clear();
    view.reexaminations.resize(1);
    view.reexaminations[0].event = sha256("order");
    EXPECT_FALSE(isBlind(view, ana)) << "whoever examined without knowing of the order";
    EXPECT_TRUE(isBlind(view, people.berta.id));
    view.examinations[0].orders = {sha256("order")};
    EXPECT_TRUE(isBlind(view, ana));
    view.examinations[0].orders = {sha256("another")};
    view.reexaminations[0].complete = true;
    EXPECT_TRUE(isBlind(view, ana)) << "it is over";
    view.reexaminations[0].complete = false;
    view.reexaminations[0].withdrawn = true;
    EXPECT_TRUE(isBlind(view, ana)) << "nobody asks for it any more";
}

TEST_F(WhatFollows, WhereNobodyIsIdentifiedNothingIsOverriddenOrKeptGuarded) {
    identified();
    auto view = post.view();
    view.overrides = {{"hold", people.supervisor.id, {}, "", "", view.identification->event, view.identification->entry},
                      {"hold", people.second.id, {}, "", "", view.identification->event, view.identification->entry}};
    EXPECT_TRUE(overridden(view, "hold"));
    EXPECT_FALSE(overridden(view, "release"));
    view.overrides[1].entry = candidate("two", Modality::Finger, 30, 2).entry;
    EXPECT_FALSE(overridden(view, "hold")) << "one of them about another entry";
    view.overrides[1].entry = view.identification->entry;
    view.overrides[1].identification = sha256("earlier");
    EXPECT_FALSE(overridden(view, "hold")) << "about what stood before";
    view.overrides[1].identification = view.identification->event;
    view.state = CaseState::Cancelled;
    auto guarded = view;
    keepGuarded(guarded);
    EXPECT_EQ(guarded.state, CaseState::IdentityResolved);
    view.identification.reset();
    EXPECT_FALSE(overridden(view, "hold"));
    keepGuarded(view);
    EXPECT_EQ(view.state, CaseState::Cancelled);
}

TEST_F(WhatFollows, WhatAPersonAndAPaperHeldIsLiftedAsThePaperAsks) {
    for (const bool personFirst : {true, false}) {
        Post each(people, "paso alto");
        ASSERT_EQ(toReview(each, people, {}), "");
        if (personFirst) { ASSERT_EQ(each.act(people.supervisor, PlaceHold{HoldKind::LegalRetention}), ""); }
        ASSERT_EQ(each.act(people.officer, paper("order_suspension")), "");
        if (!personFirst) { ASSERT_EQ(each.act(people.supervisor, PlaceHold{HoldKind::LegalRetention}), ""); }
        ASSERT_EQ(each.view().holds.size(), 1u);
        EXPECT_EQ(each.view().holds[0].basis, "order_suspension");
        EXPECT_EQ(each.act(people.supervisor, LiftHold{HoldKind::LegalRetention, "over", {}}), kDocumentMissing);
        ASSERT_EQ(each.act(people.officer, paper("suspension_ended")), "");
        EXPECT_EQ(each.act(people.supervisor, LiftHold{HoldKind::LegalRetention, "over", paperHash("suspension_ended")}), "");
    }
    Post plain(people, "paso alto");
    ASSERT_EQ(toReview(plain, people, {}), "");
    ASSERT_EQ(plain.act(people.supervisor, PlaceHold{HoldKind::LegalRetention}), "");
    ASSERT_EQ(plain.act(people.dpo, PlaceHold{HoldKind::LegalRetention}), "");
    EXPECT_EQ(plain.view().holds[0].placedBy, people.supervisor.id) << "placed is placed";
    EXPECT_EQ(plain.act(people.supervisor, LiftHold{HoldKind::LegalRetention, "over", {}}), "");
}

TEST_F(WhatFollows, AnAgeMayBeCompletedWhileTheRecordIsTakenAndIsDecidedLater) {
    const auto opened = [&](Post& at) {
        OpenCase open;
        open.number = "PA-2026-000001";
        open.legalBasis = "border control";
        open.date = "2026-11-16";
        return at.act(people.officer, open);
    };
    Traveler grown;
    grown.birthDate = "1980-05-01";
    for (const bool triaged : {false, true}) {
        Post each(people, "paso alto");
        ASSERT_EQ(opened(each), "");
        ASSERT_TRUE(each.view().has(HoldKind::Child));
        const auto since = each.view().holds[0].since;
        if (triaged) { ASSERT_EQ(each.act(people.officer, StartTriage{}), ""); }
        Traveler named;
        named.familyName = "SPECIMEN";
        ASSERT_EQ(each.act(people.officer, AmendTraveler{named, "misread"}), "");
        ASSERT_TRUE(each.view().has(HoldKind::Child));
        EXPECT_EQ(each.view().holds[0].since, since) << "it has been held since the beginning";
        ASSERT_EQ(each.act(people.officer, AmendTraveler{grown, "passport shown"}), "");
        EXPECT_FALSE(each.view().has(HoldKind::Child));
    }
    Post late(people, "paso alto");
    ASSERT_EQ(opened(late), "");
    ASSERT_EQ(late.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(late.act(people.ana, lease(late, people.ana)), "");
    ASSERT_EQ(late.act(people.ana, RequestRecapture{"blurred"}), "");
    ASSERT_EQ(late.act(people.officer, AmendTraveler{grown, "passport shown"}), "");
    EXPECT_TRUE(late.view().has(HoldKind::Child));
    Post again(people, "paso alto");
    ASSERT_EQ(opened(again), "");
    ASSERT_EQ(again.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(again.act(people.officer, ReturnCase{"a paper is missing"}), "");
    ASSERT_EQ(again.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(again.view().state, CaseState::Triage);
    ASSERT_GT(again.view().round.number, 1);
    ASSERT_EQ(again.act(people.officer, AmendTraveler{grown, "passport shown"}), "");
    EXPECT_TRUE(again.view().has(HoldKind::Child)) << "another round takes no record anew";
}

TEST_F(WhatFollows, EverythingThatAnApprovalRestsOnIsInTheDossier) {
    identified();
    auto whole = post.view();
    whole.disposition = DispositionRecord{};
    whole.traveler.documents.resize(1);
    const auto changed = [&](auto change) {
        auto other = whole;
        change(other);
        return dossierHash(other) != dossierHash(whole);
    };
    EXPECT_TRUE(changed([](auto& view) { view.traveler.familyName = "OTHER"; }));
    EXPECT_TRUE(changed([](auto& view) { view.traveler.givenNames = "OTHER"; }));
    EXPECT_TRUE(changed([](auto& view) { view.traveler.birthDate = "1981-05-01"; }));
    EXPECT_TRUE(changed([](auto& view) { view.traveler.nationality = "XXB"; }));
    EXPECT_TRUE(changed([](auto& view) { view.legalBasis = "art. 4"; }));
    for (const auto part : {&Document::type, &Document::issuer, &Document::number, &Document::expiry, &Document::mrz})
        EXPECT_TRUE(changed([&](auto& view) { view.traveler.documents[0].*part = "X"; }));
    EXPECT_TRUE(changed([&](auto& view) { view.captures = {capture(Modality::Face, CaptureKind::Live, "live")}; }));
    EXPECT_TRUE(changed([](auto& view) { view.unusable = {CaptureId::random()}; }));
    EXPECT_TRUE(changed([](auto& view) { view.documents = {paper("other").document}; }));
    EXPECT_FALSE(changed([](auto& view) { view.documents = {paper("fear_answer").document}; })) << "nobody is told that there is one";
    EXPECT_TRUE(changed([](auto& view) { view.holds.push_back({HoldKind::Medical, {}, {}, {}}); }));
    EXPECT_TRUE(changed([](auto& view) { view.holds[0].basis = "x"; }));
    EXPECT_TRUE(changed([](auto& view) { view.lifts.push_back({HoldKind::Medical, {}, {}}); }));
    EXPECT_TRUE(changed([](auto& view) { view.answers.resize(1); }));
    EXPECT_TRUE(changed([](auto& view) { view.overrides.push_back({"release", {}, {}, "", "", {}, {}}); }));
    EXPECT_TRUE(changed([](auto& view) { view.portraits.resize(1), view.portraits[0].conclusion = ExaminerConclusion::Exclusion; }));
    EXPECT_FALSE(changed([](auto& view) { view.portraits.resize(1); })) << "begun says nothing yet";
    EXPECT_TRUE(changed([](auto& view) { view.examinations.pop_back(); }));
    EXPECT_TRUE(changed([](auto& view) { view.examinations[0].final.begin()->second.reasons = "other"; }));
    EXPECT_TRUE(changed([](auto& view) { view.examinations[0].final.begin()->second.counterReason = "other"; }));
    EXPECT_TRUE(changed([](auto& view) { view.examinations[0].final.begin()->second.conclusion = ExaminerConclusion::SupportSame; }));
    EXPECT_TRUE(changed([](auto& view) { view.examinations[0].number = 3; }));
    EXPECT_TRUE(changed([](auto& view) { view.disposition.reset(); }));
    EXPECT_TRUE(changed([](auto& view) { view.disposition->disposition = Disposition::Repatriate; }));
    EXPECT_TRUE(changed([](auto& view) { view.disposition->reasons = "x"; }));
    EXPECT_TRUE(changed([](auto& view) { view.disposition->legalBasis = "x"; }));
    EXPECT_TRUE(changed([&](auto& view) { view.disposition->proposedBy = people.dora.id; }));
    EXPECT_TRUE(changed([](auto& view) { view.identifications[0].guardEnded = "override"; }));
    EXPECT_TRUE(changed([](auto& view) { view.identifications[0].contested = true; }));
    EXPECT_TRUE(changed([](auto& view) { view.identifications.clear(); }));
    EXPECT_TRUE(changed([](auto& view) { view.outcome = Outcome::Excluded; }));
    auto counted = whole;
    counted.answers.resize(1);
    const auto before = dossierHash(counted);
    counted.answers[0].countersignedBy = people.dora.id;
    EXPECT_NE(dossierHash(counted), before);
}

TEST_F(WhatFollows, ASearchIsWholeWhenEveryListAndSampleWasSearchedForEverybody) {
    ASSERT_EQ(toReview(post, people, one), "");
    const auto& view = post.view();
    ASSERT_TRUE(searchedWhole(view));
    const auto whole = [&](auto change) {
        auto other = view;
        change(other);
        return searchedWhole(other);
    };
    EXPECT_FALSE(whole([](auto& each) { each.coverage.reset(); }));
    EXPECT_FALSE(whole([](auto& each) { each.coverage->limited = true; }));
    EXPECT_FALSE(whole([](auto& each) { each.unusable = {CaptureId::random()}; }));
    EXPECT_FALSE(whole([&](auto& each) { each.captures = {capture(Modality::Face, CaptureKind::Live, "new")}; })) << "a sample that came afterwards";
    EXPECT_FALSE(whole([](auto& each) { each.coverage->faces = each.coverage->fingers = 0; })) << "with no sample";
    EXPECT_TRUE(whole([](auto& each) { each.coverage->faces = 1, each.coverage->fingers = 0; }));
    EXPECT_FALSE(whole([](auto& each) { each.coverage->searched.clear(), each.coverage->asked.clear(), each.coverage->notSearched = {{"wanted", "expired"}}; }));
    EXPECT_FALSE(whole([](auto& each) { each.coverage->unreadable = {CaptureId::random()}; }));
    EXPECT_FALSE(whole([](auto& each) { each.coverage->setAside = 1; }));
    EXPECT_FALSE(whole([](auto& each) { each.coverage->searched[0].size = 11, each.coverage->searched[0].compared = 5; })) << "less than half";
    EXPECT_TRUE(whole([](auto& each) { each.coverage->searched[0].size = 10, each.coverage->searched[0].compared = 5; }));
    EXPECT_FALSE(whole([](auto& each) { each.coverage->asked = {"wanted", "missing"}, each.coverage->notSearched = {{"missing", "no_agreement"}}; }));
}

TEST_F(WhatFollows, AnAnswerCountsOnceItIsCountersignedAndTwoThatDifferSayNothing) {
    identified();
    auto view = post.view();
    const auto entry = view.identification->entry;
    const auto says = [&](std::vector<std::tuple<std::string, bool, bool>> answers) {
        view.answers.clear();
        for (const auto& [word, counts, settled] : answers) {
            auto& each = view.answers.emplace_back();
            each.entry = entry;
            each.answer = word;
            if (counts) each.countersignedBy = people.dora.id;
            each.settled = settled;
        }
        return answerOf(view, entry);
    };
    EXPECT_EQ(says({{"confirmed", true, false}}), "confirmed");
    EXPECT_EQ(says({{"confirmed", true, false}, {"not_confirmed", false, false}}), "confirmed") << "what nobody countersigned counts for nothing";
    EXPECT_EQ(says({{"confirmed", true, false}, {"not_confirmed", true, false}}), "differs");
    EXPECT_EQ(says({{"confirmed", true, false}, {"not_confirmed", true, true}}), "not_confirmed");
    EXPECT_EQ(says({{"confirmed", true, false}, {"not_confirmed", false, true}}), "confirmed") << "settled, and not countersigned";
    EXPECT_EQ(says({{"need_time", true, false}}), "need_time");
    EXPECT_EQ(says({{"need_time", false, false}, {"no_answer", false, false}}), "no_answer");
    view.answers[0].answer = "confirmed";
    view.answers[0].entry = candidate("two", Modality::Finger, 30, 2).entry;
    view.answers.resize(1);
    EXPECT_EQ(answerOf(view, entry), "");
}

}  // namespace
}  // namespace cotejo::decide::testing
