#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "tests/unit/decide/one_case.h"

/// Ways that people walked around the rules of the first version, each as it was walked. No test here asks about one act alone.
namespace cotejo::decide::testing {
namespace {

struct WaysAround : OneCase {};

TEST_F(WaysAround, ReturnTriageAndOneExaminerWhoExcludes) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, ReturnCase{"the photograph is missing"}), "");
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    EXPECT_EQ(post.act(people.carlos, SaveAnalysis{"whorl"}), kState) << "there is nothing to examine: it is identified";
    EXPECT_EQ(post.act(people.carlos, conclude(one, ExaminerConclusion::Exclusion)), kState);
    ASSERT_EQ(post.act(people.carlos, ReadCoverage{}), "");
    EXPECT_EQ(post.act(people.carlos, propose(Disposition::Admit)), kReleaseGuard);
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(post.act(people.supervisor, CancelCase{"opened twice"}), kReleaseGuard);
    EXPECT_EQ(post.view().remarks.back().text, "the photograph is missing") << "and everybody after may read why";
}

TEST_F(WaysAround, ReferringACaseToBeRidOfItsGuard) {
    identified();
    ASSERT_EQ(proposed(people.officer, Disposition::ReferPartnerCheck), "");
    ASSERT_EQ(post.act(people.officer, Execute{"asked"}), "");
    EXPECT_EQ(post.act(people.officer, CloseCase{}), kOpenMatters);
    const auto refused = check(post.view(), CloseCase{}, {people.officer, false}, post.conditions);
    EXPECT_EQ(refused.error().params.back(), std::pair(std::string("matters"), std::string("release_guard, referral")));
    ASSERT_EQ(post.act(people.officer, AnswerReferral{"no record", "UTO-8"}), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(proposed(people.officer, Disposition::NoAction), kReleaseGuard);
}

TEST_F(WaysAround, OneSupervisorAloneEndsTheGuardAndApproves) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, OverrideGuard{"release", "no extradition", "art. 9"}), "");
    EXPECT_EQ(post.act(people.supervisor, OverrideGuard{"release", "no extradition", "art. 9"}), kSameActor);
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    post.conditions.online = false;
    EXPECT_EQ(post.act(people.second, OverrideGuard{"release", "agreed", "art. 9"}), kOffline);
    post.conditions.online = true;
    EXPECT_EQ(post.act(people.second, OverrideGuard{"hold", "agreed", "art. 9"}), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard)) << "one this way and one that way are not two";
    EXPECT_EQ(post.act(people.second, OverrideGuard{"release", "agreed", ""}), kNoLegalBasis);
    EXPECT_EQ(post.act(people.second, OverrideGuard{"release", "agreed", "art. 9"}), "");
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(post.view().overrides.size(), 3u) << "all of it on record for the auditor";
}

TEST_F(WaysAround, AnOverrideOfOneIdentificationIsNoneOfTheNext) {
    identified();
    for (const auto* each : {&people.supervisor, &people.second})
        ASSERT_EQ(post.act(*each, OverrideGuard{"release", "no extradition", "art. 9"}), "");
    ASSERT_FALSE(post.view().has(HoldKind::ReleaseGuard));
    ASSERT_EQ(post.act(people.second, OrderReexamination{"another request came"}), "");
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(examine(post, people.carlos, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(post.act(people.dora, lease(post, people.dora)), "");
    ASSERT_EQ(examine(post, people.dora, one, ExaminerConclusion::Identification), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
}

TEST_F(WaysAround, AnIdentityRegisterIsNoWantedList) {
    one[0].facts = {"identity_register", EntryPurpose::Identity, EvidenceGrade::Unknown, "UTO", 1};
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(identify(post, people, one), "");
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard)) << "nobody looks for this person";
    EXPECT_EQ(proposed(people.officer, Disposition::HoldFugitive), kEntryPurpose);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::RefuseEntry)), kEntryPurpose);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Admit)), "");
    EXPECT_EQ(post.view().disposition->grade, EvidenceGrade::Unknown) << "as the entry has it, whatever somebody would like";
}

TEST_F(WaysAround, AListGrownStaleOfflineKeepsTheGuard) {
    ASSERT_EQ(toReview(post, people, one), "");
    post.conditions.online = false;
    post.conditions.snapshot = SnapshotAge::Expired;
    post.conditions.entry.reset();
    ASSERT_EQ(identify(post, people, one), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard)) << "no list, clock or server is asked";
}

TEST_F(WaysAround, AWithdrawnEntryEndsTheGuardAndTellsWhoActed) {
    identified();
    auto& told = post.force(people.officer, ChangeEntry{one[0].entry, EntryStatus::Withdrawn, 9});
    told.role = "system";
    auto view = post.view();
    EXPECT_FALSE(view.has(HoldKind::ReleaseGuard));
    EXPECT_EQ(view.guardEnded, "entry");
    EXPECT_EQ(view.deadlineKind, DeadlineKind::Release);
    ASSERT_EQ(view.notices.size(), 1u);
    EXPECT_TRUE(view.notices[0].officers.contains(people.ana.id) && view.notices[0].officers.contains(people.berta.id));
    EXPECT_EQ(proposed(people.officer, Disposition::HoldFugitive), kNotConfirmed);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Release)), "");
    // An older word of the list that arrives late changes nothing.
    auto& late = post.force(people.officer, ChangeEntry{one[0].entry, EntryStatus::Active, 8});
    late.role = "system";
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard));
    // A person may not say it in the program's place.
    post.force(people.officer, ChangeEntry{one[0].entry, EntryStatus::Active, 10});
    EXPECT_EQ(post.view().history.back().refusal, kRole);
}

TEST_F(WaysAround, AChildWithARefugeesPassportOnAnEmptyDossier) {
    OpenCase open;
    open.number = "PA-2026-000003";
    open.legalBasis = "border control";
    open.date = "2026-11-16";
    open.traveler.familyName = "SPECIMEN";
    open.traveler.birthDate = "2016-03-01";
    open.traveler.nationality = "XXB";
    ASSERT_EQ(post.act(people.officer, open), "");
    EXPECT_TRUE(post.view().has(HoldKind::Child));
    EXPECT_TRUE(post.view().has(HoldKind::Protection)) << "nobody had to place either";
    // A later value does not take back an earlier one; only the role protection ends it, with its decision.
    auto adult = open.traveler;
    adult.birthDate = "1996-03-01";
    adult.nationality = "UTO";
    ASSERT_EQ(post.act(people.officer, AmendTraveler{adult, "misread"}), "");
    EXPECT_TRUE(post.view().has(HoldKind::Child));
    EXPECT_TRUE(post.view().has(HoldKind::Protection));
    EXPECT_EQ(post.act(people.supervisor, LiftHold{HoldKind::Child, "looks older", {}}), kRole);
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(post.act(people.ana, search(one)), "");
    ASSERT_EQ(identify(post, people, one), "");
    EXPECT_NE(proposed(people.officer, Disposition::Repatriate), "");
    const auto refused = refusals(post.view(), propose(Disposition::Repatriate), {people.officer, false}, post.conditions);
    std::set<std::string> codes;
    for (const auto& each : refused) codes.insert(each.code);
    EXPECT_TRUE(codes.contains(kHoldChild) && codes.contains(kHoldProtection) && codes.contains(kReleaseGuard));
}

TEST_F(WaysAround, AnAgeThatNobodyKnowsIsAChildsUntilItIsKnown) {
    OpenCase open;
    open.number = "PA-2026-000004";
    open.date = "2026-11-16";
    open.traveler.familyName = "SPECIMEN";
    ASSERT_EQ(post.act(people.officer, open), "");
    EXPECT_TRUE(post.view().has(HoldKind::Child));
    auto known = open.traveler;
    known.birthDate = "1980-05-01";
    ASSERT_EQ(post.act(people.officer, AmendTraveler{known, "read from the document"}), "");
    EXPECT_FALSE(post.view().has(HoldKind::Child));
    known.birthDate = "2012-05-01";
    ASSERT_EQ(post.act(people.officer, AmendTraveler{known, "birth certificate"}), "");
    EXPECT_TRUE(post.view().has(HoldKind::Child));
}

TEST_F(WaysAround, PapersThatNobodyCanDrawDoNotCome) {
    ASSERT_EQ(toReview(post, people, {}), "");
    auto sheet = paper("final_order");
    sheet.document.mime = "application/vnd.ms-excel";
    EXPECT_EQ(post.act(people.officer, sheet), kNotDrawable);
    sheet.document.mime = "application/pdf";
    sheet.document.pages = 0;
    EXPECT_EQ(post.act(people.officer, sheet), kNotDrawable);
    sheet.document.pages = 12;
    ASSERT_EQ(post.act(people.officer, sheet), "");
    EXPECT_EQ(post.act(people.supervisor, OpenDocument{sheet.document.blob, 1}), kNotRead) << "eleven pages were not drawn";
    EXPECT_EQ(post.act(people.supervisor, OpenDocument{sheet.document.blob, 12}), "");
}

TEST_F(WaysAround, TheStateTellsASecondExaminerNothing) {
    // An exclusion against the machine's word waits for a second examiner as an identification does.
    one[0].decision = ComparisonDecision::Match;
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Exclusion), "");
    EXPECT_EQ(post.view().state, CaseState::Concluded1);
    // And of the others a share that nobody chooses.
    int verified = 0;
    const int cases = 2000;
    for (int i = 0; i < cases; ++i) {
        CaseView view;
        view.id = *CaseId::fromBytes(sha256("case " + std::to_string(i)).bytes().first(16));
        verified += verificationDue(view, Conclude{Outcome::NoCandidate, {}, {}});
    }
    EXPECT_NEAR(verified / double(cases), kVerifiedShare, 0.03);
}

TEST_F(WaysAround, BeforeTheOwnConclusionNothingOfOthersIsReadable) {
    identified();
    ASSERT_EQ(proposed(people.officer, Disposition::ReferPartnerCheck), "");
    ASSERT_EQ(post.act(people.officer, AddNote{"the man of the poster"}), "");
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(post.act(people.second, OrderReexamination{"the first print was swapped"}), "");
    const std::vector<std::string> secrets{one[0].entry.text(),      ":\"identified\"",   "release_guard",   "wanted",     "HIDDEN",
                                           people.ana.id.text(),     people.berta.id.text(), "poster",      "swapped",    "refer_partner_check",
                                           "examination.order",      "UTO-1",            "confirmed",       "\"number\":2,\"begun\"", "\"begun\":\"0\"", "issuer_confirmation"};
    EXPECT_EQ(told(people.carlos, secrets), "");
    EXPECT_TRUE(seenBy(people.carlos).blind);
    EXPECT_TRUE(seenBy(people.carlos).shows.empty());
    // In the examination itself too, and in its verification.
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(post.act(people.carlos, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.carlos, VisitCandidate{one[0].id}), "");
    EXPECT_EQ(told(people.carlos, secrets), "");
    ASSERT_EQ(post.act(people.carlos, conclude(one, ExaminerConclusion::Exclusion)), "");
    auto more = secrets;
    more.push_back(people.carlos.id.text());
    more.push_back("\"exclusion\"");
    EXPECT_EQ(told(people.dora, more), "");
    // One person who is examiner and supervisor is judged as both: not a name, not a guard.
    const auto both = person("dora", {Role::Officer, Role::ExaminerFace, Role::ExaminerFinger, Role::Supervisor});
    EXPECT_EQ(told(both, more), "");
    EXPECT_TRUE(seenBy(both).identityHidden);
    // A supervisor who never examines reads what stands, and not the round under way.
    EXPECT_EQ(told(people.supervisor, {"release_guard"}), "release_guard ");
    EXPECT_EQ(told(people.supervisor, {"\"exclusion\""}), "");
}

/// Whoever is kept blind gets the same answers of a case with an identification behind it as of one without.
TEST_F(WaysAround, ARefusalTellsABlindSupervisorNothing) {
    const auto both = person("dora", {Role::Officer, Role::ExaminerFace, Role::ExaminerFinger, Role::Supervisor});
    Post plain{people, "puerto"};
    ASSERT_EQ(toReview(plain, people, one), "");
    identified();
    ASSERT_EQ(post.act(people.second, OrderReexamination{"the first print was swapped"}), "");
    ASSERT_EQ(post.act(people.officer, lease(post, people.officer)), "");
    ASSERT_EQ(post.act(people.officer, ReleaseLease{}), "");
    ASSERT_EQ(plain.act(people.ana, ReleaseLease{}), "");
    ASSERT_EQ(post.view().state, plain.view().state);
    post.conditions.now = plain.conditions.now;
    ConfirmEntry answer;
    answer.answer = "no_answer";
    const std::vector<Act> acts{CancelCase{"opened twice"},      RequestConfirmation{"telephone"}, answer,         CountersignAnswer{sha256("a")},
                                SettleAnswers{sha256("a"), "r"}, OverrideGuard{"release", "r", "art. 9"},          OverrideGuard{"hold", "r", "art. 9"},
                                LapseGuard{},                    OrderReexamination{"r"},          ReturnCase{"r"}, ResolveConflict{{}, {}, "r"},
                                CloseCase{},                     Execute{"r"},                     Approve{"r", {}}};
    const auto answers = [&](const Post& asked, const Act& act) {
        std::string text;
        for (auto& each : refusals(asked.view(), act, {both, false}, asked.conditions)) {
            const auto told = neutral(std::move(each), asked.view(), both, asked.conditions.now);
            text += told.code;
            for (const auto& [name, value] : told.params) text += " " + name + "=" + value;
            text += "; ";
        }
        return text;
    };
    for (const auto& act : acts) EXPECT_EQ(answers(post, act), answers(plain, act)) << typeOf(act);
    EXPECT_EQ(answers(post, CancelCase{"opened twice"}).substr(0, 12), "E_KEPT_BLIND");
    // While it was opened again and waits, an officer who may be asked learns as little.
    Post back{people, "tercero"};
    back.learn(post);
    const auto away = check(back.view(), CancelCase{"opened twice"}, {people.supervisor, false}, back.conditions);
    EXPECT_FALSE(away) << "a supervisor who never examines reads why";
    EXPECT_TRUE(away.error().is(kReleaseGuard));
}

TEST_F(WaysAround, AReturnedCaseTellsNobodyWhoMayExamineOfItsIdentification) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, ReturnCase{"the photograph is missing"}), "");
    EXPECT_EQ(post.act(people.officer, RequestConfirmation{"telephone"}), kKeptBlind);
    EXPECT_EQ(post.act(people.carlos, RequestConfirmation{"telephone"}), kKeptBlind);
    EXPECT_EQ(post.act(people.supervisor, RequestConfirmation{"telephone"}), "");
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    EXPECT_EQ(post.act(people.officer, RequestConfirmation{"telephone"}), "") << "taken up again, the identity is resolved as it was";
}

TEST_F(WaysAround, ARefusedLiftDoesNotTellWhichHoldIsThere) {
    ASSERT_EQ(toReview(post, people, {}), "");
    const auto answers = [&] {
        std::string text;
        for (const auto kind : {HoldKind::Protection, HoldKind::Medical, HoldKind::LegalRetention})
            for (auto& each : refusals(post.view(), LiftHold{kind, "decided", {}}, {people.officer, false}, post.conditions))
                text += neutral(std::move(each), post.view(), people.officer, post.conditions.now).code + " ";
        return text;
    };
    const auto without = answers();
    for (const auto kind : {HoldKind::Protection, HoldKind::Medical}) {
        ASSERT_EQ(post.act(people.supervisor, PlaceHold{kind}), "");
        EXPECT_EQ(answers(), without);
    }
}

TEST_F(WaysAround, ThatTwoDifferedIsToldToNoExaminer) {
    ASSERT_EQ(toReview(post, people, {}), "");
    const auto error = [](const char* state) { return refusal(kState, {{"state", state}, {"act", "case.close"}}); };
    for (const auto& [state, told] : {std::pair("panel", "in_verification"), {"disagreement", "concluded_1"}, {"triage", "triage"}}) {
        EXPECT_EQ(neutral(error(state), post.view(), people.carlos, kStart).params.at(2).second, told);
        EXPECT_EQ(neutral(error(state), post.view(), people.officer, kStart).params.at(2).second, told);
        EXPECT_EQ(neutral(error(state), post.view(), people.supervisor, kStart).params.at(2).second, state);
    }
}

TEST_F(WaysAround, NothingIsRevealedWithoutASearch) {
    OpenCase open;
    open.number = "PA-2026-000002";
    open.legalBasis = "border control";
    open.traveler.birthDate = "1980-05-01";
    open.date = "2026-11-16";
    ASSERT_EQ(post.act(people.officer, open), "");
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    EXPECT_EQ(post.act(people.ana, Reveal{}), kNotSearched);
    EXPECT_EQ(post.act(people.ana, Conclude{Outcome::NoCandidate, {}, {}}), kNoSearch);
}

TEST_F(WaysAround, RevealReturnToOneselfAndExamineAgain) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.ana, VisitCandidate{one[0].id}), "");
    CandidateConclusion saved;
    saved.candidate = one[0].id;
    saved.conclusion = ExaminerConclusion::Exclusion;
    saved.reasons = saved.counterReason = "seen";
    ASSERT_EQ(post.act(people.ana, SaveProvisional{saved}), "");
    ASSERT_EQ(post.act(people.ana, Reveal{}), "");
    ASSERT_EQ(post.act(people.ana, ReturnCase{"once more"}), "") << "before a conclusion an officer may";
    ASSERT_EQ(post.act(people.ana, StartTriage{}), "");
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    EXPECT_EQ(post.view().round.number, 2);
    EXPECT_EQ(post.act(people.ana, SaveAnalysis{"loop"}), kNotBlind) << "what was seen stays seen";
    // Forced by a modified client, the identification has no effect.
    post.force(people.ana, SaveAnalysis{"loop"});
    post.force(people.ana, conclude(one, ExaminerConclusion::Identification));
    EXPECT_EQ(post.view().state, CaseState::InReview);
    EXPECT_FALSE(post.view().identification.has_value());
}

TEST_F(WaysAround, AConfirmedAnswerStopsTheClockOfTheOwner) {
    identified();
    EXPECT_EQ(post.view().deadlineKind, DeadlineKind::IssuerConfirmation);
    const auto asked = post.view().deadline;
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_NE(post.view().deadlineKind, DeadlineKind::IssuerConfirmation);
    EXPECT_NE(post.view().deadline, asked);
}

TEST_F(WaysAround, WhatWasShownByAnyDoorStaysSeen) {
    identified();
    const auto visible = seenBy(people.carlos);
    EXPECT_TRUE(visible.unrecorded.contains(Shown::Scores) && visible.unrecorded.contains(Shown::Conclusions));
    // The door records it before it hands the case out; from then on carlos is no examiner of this case.
    ASSERT_EQ(post.act(people.carlos, ViewRecord{"window", {visible.unrecorded.begin(), visible.unrecorded.end()}}), "");
    EXPECT_TRUE(seenBy(people.carlos).unrecorded.empty());
    ASSERT_EQ(post.act(people.second, OrderReexamination{"doubtful"}), "");
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    EXPECT_EQ(post.act(people.carlos, SaveAnalysis{"whorl"}), kNotBlind);
}

TEST_F(WaysAround, AResolvedConflictDoesNotMakeItsReadersBlindAgain) {
    Post remote(people, "rio claro");
    ASSERT_EQ(toReview(post, people, one), "");
    remote.learn(post);
    remote.conditions.now = post.conditions.now + std::chrono::minutes(31);
    ASSERT_EQ(remote.act(people.dora, lease(remote, people.dora)), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(examine(remote, people.dora, one, ExaminerConclusion::Inconclusive), "");
    post.learn(remote);
    ASSERT_TRUE(post.view().has(HoldKind::Conflict));
    const auto shown = seenBy(people.berta);
    ASSERT_EQ(post.act(people.berta, ViewRecord{"window", {shown.unrecorded.begin(), shown.unrecorded.end()}}), "");
    ResolveConflict again{{}, {}, "examine it again"};
    for (const auto& head : post.view().decisionHeads) again.heads.push_back(head.event);
    ASSERT_EQ(post.act(people.supervisor, again), "");
    for (const auto* each : {&people.ana, &people.berta, &people.dora}) {
        auto other = post;
        ASSERT_EQ(other.act(*each, lease(other, *each)), "");
        EXPECT_EQ(other.act(*each, SaveAnalysis{"whorl"}), kNotBlind) << each->login;
    }
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    EXPECT_EQ(post.act(people.carlos, SaveAnalysis{"whorl"}), "");
}

TEST_F(WaysAround, TwoPostsAndTheIdentificationOfOneStaysAFact) {
    Post remote(people, "rio claro");
    ASSERT_EQ(toReview(post, people, one), "");
    remote.learn(post);
    remote.conditions.now = post.conditions.now + std::chrono::minutes(31);
    ASSERT_EQ(remote.act(people.dora, lease(remote, people.dora)), "");
    ASSERT_EQ(identify(post, people, one), "");
    ASSERT_EQ(examine(remote, people.dora, one, ExaminerConclusion::Exclusion), "");
    post.learn(remote);
    const auto view = post.view();
    EXPECT_TRUE(view.has(HoldKind::Conflict));
    EXPECT_TRUE(view.has(HoldKind::ReleaseGuard)) << "whichever branch is in force";
    // A supervisor who chooses the exclusion of one examiner does not undo what two found.
    ResolveConflict choose{{}, {}, "the exclusion convinces"};
    for (const auto& head : view.decisionHeads) {
        choose.heads.push_back(head.event);
        if (head.identity == "excluded") choose.chosen = head.event;
    }
    ASSERT_FALSE(choose.chosen.isZero());
    ASSERT_EQ(post.act(people.supervisor, choose), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    post.conditions.now = remote.conditions.now + std::chrono::minutes(31);  // dora's lease may be the one that stands
    EXPECT_EQ(proposed(people.officer, Disposition::Admit), kReleaseGuard);
}

TEST_F(WaysAround, TheAnalysesReachWhoeverApproves) {
    identified();
    EXPECT_EQ(told(people.supervisor, {"whorl, clear core, two deltas", "smudged lower third"}), "whorl, clear core, two deltas smudged lower third ");
}

TEST_F(WaysAround, LettingGoWithASampleSetAsideIsNotOneOfficers) {
    ASSERT_EQ(toReview(post, people, {}), "");
    Capture finger;
    finger.id = CaptureId::random();
    finger.blob = sha256("thumb");
    finger.modality = Modality::Finger;
    ASSERT_EQ(post.act(people.ana, AttachCapture{finger}), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    Conclude nothing;
    nothing.outcome = Outcome::NoCandidate;
    EXPECT_EQ(post.act(people.ana, nothing), kNoSearch) << "a sample that came after the search was not searched";
    ASSERT_EQ(post.act(people.ana, MarkUnusable{finger.id, "smudged"}), "");
    ASSERT_EQ(post.act(people.ana, nothing), "");
    ASSERT_EQ(post.act(people.ana, ReadCoverage{}), "");
    ASSERT_EQ(post.act(people.ana, propose(Disposition::Admit)), "");
    EXPECT_EQ(post.act(people.ana, Execute{"admitted"}), kApprovalMissing);
    // So is a search that somebody narrowed down.
    Post narrow(people, "narrow");
    ASSERT_EQ(toReview(narrow, people, {}), "");
    auto limited = search({});
    limited.limits.atMost = 1;
    EXPECT_EQ(narrow.act(people.ana, limited), kNoReason) << "why it is narrowed is part of it";
    limited.limits.purpose = "only the poster";
    ASSERT_EQ(narrow.act(people.ana, limited), "");
    // Who chose what the list holds knows what stands on it.
    EXPECT_EQ(narrow.act(people.ana, SaveAnalysis{"whorl"}), kNotBlind);
    ASSERT_EQ(narrow.act(people.ana, ReleaseLease{}), "");
    ASSERT_EQ(narrow.act(people.berta, lease(narrow, people.berta)), "");
    ASSERT_EQ(examine(narrow, people.berta, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(narrow.act(people.berta, ReadCoverage{}), "");
    ASSERT_EQ(narrow.act(people.berta, propose(Disposition::Admit)), "");
    EXPECT_EQ(narrow.act(people.berta, Execute{"admitted"}), kApprovalMissing);
}

TEST_F(WaysAround, AnAdverseActRestsOnTwo) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.view().settledBy.size(), 1u);
    ASSERT_EQ(post.act(people.ana, ReadCoverage{}), "");
    EXPECT_EQ(post.act(people.ana, propose(Disposition::RefuseEntry)), kNotVerified);
}

}  // namespace
}  // namespace cotejo::decide::testing
