#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "core/review/visible_case.h"
#include "tests/unit/decide/post.h"

/// Ways that a second attack found around the rules, each as it was walked: by an emptied re-examination, a narrowed search, a paper of
/// another kind, a policy of one minute, a second role, an expired one.
namespace cotejo::decide::testing {
namespace {

struct SecondPass : ::testing::Test {
    People people;
    Post post{people, "paso alto"};
    std::vector<Candidate> one = {candidate("one", Modality::Finger, 41, 1)};

    void identified() {
        ASSERT_EQ(toReview(post, people, one), "");
        ASSERT_EQ(identify(post, people, one), "");
        ASSERT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    }
    void reexamined(const std::vector<Candidate>& found, ExaminerConclusion value) {
        ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the print is weak"}), "");
        ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
        ASSERT_EQ(post.act(people.carlos, search(found)), "");
        ASSERT_EQ(examine(post, people.carlos, found, value), "");
        ASSERT_EQ(post.act(people.dora, lease(post, people.dora)), "");
        ASSERT_EQ(examine(post, people.dora, found, value), "");
        ASSERT_EQ(post.view().state, CaseState::IdentityResolved);
        ASSERT_FALSE(post.view().reexamining());
    }
    std::string proposed(const Officer& who, Disposition disposition) {
        std::string refused = post.act(who, lease(post, who));
        if (refused.empty()) refused = post.act(who, ReadCoverage{});
        return refused.empty() ? post.act(who, propose(disposition)) : refused;
    }
    review::VisibleCase seenBy(const Officer& who) const {
        return review::visibleCase(post.view(), who, post.conditions.now, [](const auto&) -> std::optional<WatchlistEntry> { return WatchlistEntry{}; });
    }
    bool reads(const Officer& who, const std::string& words) const { return caseToJson(seenBy(who).view).find(words) != std::string::npos; }
    std::string firstRefusal(const Officer& who, const Act& act) const {
        const auto judged = check(post.view(), act, {who, false}, post.conditions);
        return judged ? "" : neutral(judged.error(), post.view(), who, post.conditions.now).code;
    }
};

TEST_F(SecondPass, AReexaminationThatWasEmptiedEndsNothing) {
    identified();
    reexamined({}, ExaminerConclusion::Exclusion);
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(post.view().outcome, Outcome::Identified);
    EXPECT_EQ(proposed(people.officer, Disposition::Admit), kReleaseGuard);
    // What could not be repeated carries nothing against the person either.
    ASSERT_EQ(answered(post, people.officer, people.second, "confirmed"), "");
    EXPECT_EQ(post.act(people.officer, propose(Disposition::HoldFugitive)), kNotVerified);
}

TEST_F(SecondPass, AReexaminationAgainstSomebodyElseEndsNothing) {
    identified();
    reexamined({candidate("another", Modality::Finger, 33, 1)}, ExaminerConclusion::Exclusion);
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard)) << "that entry's sample was never compared again";
}

TEST_F(SecondPass, AnInconclusiveReexaminationGuardsAndCarriesNothing) {
    identified();
    reexamined(one, ExaminerConclusion::Inconclusive);
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_TRUE(post.view().identification->contested);
    ASSERT_EQ(answered(post, people.officer, people.second, "confirmed"), "");
    EXPECT_EQ(proposed(people.officer, Disposition::HoldFugitive), kNotVerified);
}

TEST_F(SecondPass, TwoWhoExcludeTheSameSampleEndTheIdentification) {
    identified();
    reexamined(one, ExaminerConclusion::Exclusion);
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_FALSE(post.view().identification);
    EXPECT_EQ(post.view().outcome, Outcome::Excluded);
}

TEST_F(SecondPass, TwoWhoRepeatItCarryItOn) {
    identified();
    reexamined(one, ExaminerConclusion::Identification);
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_FALSE(post.view().identification->contested);
    ASSERT_EQ(answered(post, people.officer, people.second, "confirmed"), "");
    EXPECT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
}

TEST_F(SecondPass, WhoNarrowsASearchDownReadsNothingMoreAndExaminesNoMore) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto narrow = search(one);
    narrow.limits.persons = {one[0].entry};
    narrow.limits.purpose = "is it this one";
    ASSERT_EQ(post.act(people.ana, narrow), "");
    EXPECT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), kNotBlind);
    EXPECT_TRUE(post.view().coverage->limited);
    EXPECT_TRUE(seenBy(people.berta).view.coverage->limited) << "the next examiner reads that it was narrowed";
    ASSERT_EQ(post.act(people.ana, ReleaseLease{}), "");
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    ASSERT_EQ(examine(post, people.berta, one, ExaminerConclusion::Identification), "");
    EXPECT_TRUE(seenBy(people.ana).blind) << "narrowing opens no more of others' work";
    EXPECT_EQ(post.act(people.ana, lease(post, people.ana)), kNotBlind) << "in no later examination either";
}

TEST_F(SecondPass, WhoClearedTheWayDoesNotApprove) {
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

TEST_F(SecondPass, APaperThatItsApproverCannotReadIsNone) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
    for (auto each : {paper("identity_basis"), paper("rights_information")}) {
        each.document.restricted = true;
        ASSERT_EQ(post.act(people.officer, each), "");
    }
    EXPECT_EQ(post.act(people.officer, SubmitForApproval{}), kPaperMissing);
}

TEST_F(SecondPass, ASearchThatComparedNothingClearsNobody) {
    const auto needs = [&](std::int64_t entries, std::int64_t compared, bool unreadable) {
        Post each(people, "each");
        EXPECT_EQ(toReview(each, people, {}), "");
        auto made = search({});
        made.coverage.entries = entries;
        made.coverage.entriesCompared = compared;
        if (unreadable) made.coverage.unreadable = {CaptureId::random()};
        EXPECT_EQ(each.act(people.ana, made), "");
        EXPECT_EQ(examine(each, people.ana, {}, ExaminerConclusion::Exclusion), "");
        EXPECT_EQ(each.act(people.ana, ReadCoverage{}), "");
        EXPECT_EQ(each.act(people.ana, propose(Disposition::Admit)), "");
        return needsApproval(each.view());
    };
    EXPECT_TRUE(needs(100, 0, false)) << "a finger that no entry has";
    EXPECT_TRUE(needs(100, 49, false)) << "a finger that few entries have";
    EXPECT_FALSE(needs(100, 50, false));
    EXPECT_FALSE(needs(0, 0, false)) << "an empty list";
    EXPECT_TRUE(needs(100, 100, true)) << "a sample that no engine could read";
}

TEST_F(SecondPass, ThePaperCountsWhateverStoodThereWithTheSameBytes) {
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

TEST_F(SecondPass, AHoldIsLiftedWithItsOwnPaper) {
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

TEST_F(SecondPass, AnAnswerIsOfItsKindOfItsTimeAndCountersignedByNobodyWhoCompared) {
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

TEST_F(SecondPass, WhoSettlesTheClockDoesNotLetItRunOut) {
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
    EXPECT_EQ(firstRefusal(people.second, LapseGuard{}), kReleaseGuard);
    post.conditions.policy.holdSince -= std::chrono::minutes(1);
    EXPECT_EQ(firstRefusal(people.second, LapseGuard{}), "");
}

TEST_F(SecondPass, ARefusalOfASettledCaseTellsNoExaminerHowFarItIs) {
    identified();
    ASSERT_EQ(proposed(people.officer, Disposition::ReferPartnerCheck), "");
    const auto refused = check(post.view(), StartTriage{}, {people.carlos, false}, post.conditions);
    ASSERT_FALSE(refused);
    const auto state = [&](const Officer& who) { return neutral(refused.error(), post.view(), who, post.conditions.now).params.at(2).second; };
    EXPECT_EQ(state(people.carlos), "identity_resolved");
    EXPECT_EQ(state(people.officer), "disposition_proposed");
    post.force(people.carlos, ViewRecord{"overview", {Shown::Conclusions}});
    EXPECT_EQ(state(people.carlos), "disposition_proposed") << "once it was shown";
    for (const Act& act : {Act{CloseCase{}}, Act{SubmitForApproval{}}, Act{Execute{"x"}}, Act{RequestConfirmation{"x"}}, Act{LapseGuard{}}, Act{Reject{"x"}}})
        EXPECT_TRUE(tellsFindings(act)) << typeOf(act);
    for (const Act& act : {Act{StartTriage{}}, Act{AddNote{"x"}}, Act{PlaceHold{}}, Act{TakeLease{}}}) EXPECT_FALSE(tellsFindings(act)) << typeOf(act);
}

TEST_F(SecondPass, WordsOfWhoKnowsReachNobodyBlind) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.ana, VisitCandidate{one[0].id}), "");
    ASSERT_EQ(post.act(people.ana, SaveProvisional{conclusion(one[0], ExaminerConclusion::Identification)}), "");
    ASSERT_EQ(post.act(people.ana, Reveal{}), "");
    ASSERT_EQ(post.act(people.ana, RequestRecapture{"rank one at 41, take it again"}), "");
    ASSERT_EQ(post.act(people.ana, AmendTraveler{post.view().traveler, "he is the listed one"}), "");
    ASSERT_EQ(post.act(people.officer, AmendTraveler{post.view().traveler, "misspelt at the counter"}), "");
    EXPECT_FALSE(reads(people.berta, "rank one"));
    EXPECT_FALSE(reads(people.berta, "listed one"));
    EXPECT_TRUE(reads(people.berta, "misspelt at the counter"));
    EXPECT_TRUE(reads(people.supervisor, "rank one"));
}

TEST_F(SecondPass, WhoHoldsProtectionSpeaksInIt) {
    ASSERT_EQ(toReview(post, people, {}), "");
    auto both = people.officer;
    both.grants.push_back({Role::Protection, UtcTime::max()});
    EXPECT_EQ(actingRole(AddNote{"x"}, {both, false}, post.conditions.now), Role::Protection);
    EXPECT_EQ(actingRole(StartTriage{}, {both, false}, post.conditions.now), Role::Officer);
    post.force(both, AddNote{"she fears her brother"});
    EXPECT_FALSE(reads(people.ana, "brother"));
    EXPECT_TRUE(reads(people.protection, "brother"));
}

TEST_F(SecondPass, ALiftTellsOfficersNoKind) {
    identified();
    const auto before = seenBy(people.officer).view.history.size();
    ASSERT_EQ(post.act(people.supervisor, PlaceHold{HoldKind::Medical}), "");
    ASSERT_EQ(post.act(people.supervisor, LiftHold{HoldKind::Medical, "the fracture is set", {}}), "");
    EXPECT_FALSE(reads(people.officer, "fracture"));
    EXPECT_TRUE(reads(people.supervisor, "fracture"));
    EXPECT_EQ(seenBy(people.officer).view.history.size(), before) << "as of a hold of protection: that it is on hold is all that is told";
    EXPECT_TRUE(seenBy(people.officer).view.lifts.empty());
}

TEST_F(SecondPass, AnExpiredRoleReadsNoTitleAndNoApprovalGrowsOldOfIt) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
    ASSERT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
    ASSERT_EQ(readPapers(post, people.supervisor), "");
    const auto before = dossierHash(post.view());
    ASSERT_EQ(post.act(people.protection, paper("protection_decision")), "");
    EXPECT_EQ(dossierHash(post.view()), before) << "whoever does not read it is not told that there is one";
    auto expired = people.supervisor;
    expired.grants.push_back({Role::Protection, post.conditions.now - std::chrono::hours(1)});
    EXPECT_EQ(firstRefusal(expired, approve(post)), "");
    auto valid = people.supervisor;
    valid.grants.push_back({Role::Protection, UtcTime::max()});
    EXPECT_EQ(firstRefusal(valid, approve(post)), kNotRead);
    // A hold that came and went undoes the approval all the same.
    ASSERT_EQ(post.act(people.supervisor, approve(post)), "");
    ASSERT_EQ(post.act(people.protection, PlaceHold{HoldKind::Protection}), "");
    ASSERT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", paperHash("protection_decision")}), "");
    EXPECT_EQ(post.act(people.officer, Execute{"handed over"}), kApprovalOutdated);
}

TEST_F(SecondPass, NobodyIsRidOfAFindingByEndingTheCase) {
    ASSERT_EQ(toReview(post, people, one), "");
    {
        auto unseen = post;
        EXPECT_EQ(unseen.act(people.supervisor, CancelCase{"opened twice"}), "") << "before anybody concluded";
    }
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    EXPECT_EQ(post.act(people.supervisor, CancelCase{"he complained"}), kOpenMatters);
    ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
    ASSERT_EQ(examine(post, people.berta, one, ExaminerConclusion::Exclusion), "");
    EXPECT_EQ(post.act(people.supervisor, CancelCase{"he complained"}), kOpenMatters) << "in disagreement either";
}

TEST_F(SecondPass, APostThatEndsACaseWhileAnotherIdentifiesEndsNoGuard) {
    ASSERT_EQ(toReview(post, people, one), "");
    Post remote(people, "rio claro");
    remote.learn(post);
    ASSERT_EQ(remote.act(people.supervisor, CancelCase{"opened twice"}), "");
    ASSERT_EQ(identify(post, people, one), "");
    post.learn(remote);
    remote.learn(post);
    for (auto* each : {&post, &remote}) {
        EXPECT_TRUE(each->view().has(HoldKind::ReleaseGuard));
        EXPECT_TRUE(each->view().has(HoldKind::Conflict)) << "a person says which";
        EXPECT_EQ(each->view().state, CaseState::IdentityResolved) << "and the way there is open";
    }
    ResolveConflict choose{{}, {}, "it was opened twice"};
    for (const auto& head : post.view().decisionHeads) {
        choose.heads.push_back(head.event);
        if (head.disposition == "cancelled") choose.chosen = head.event;
    }
    ASSERT_EQ(post.act(people.supervisor, choose), "");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(post.view().state, CaseState::IdentityResolved);
    EXPECT_EQ(proposed(people.officer, Disposition::Admit), kReleaseGuard);
}

TEST_F(SecondPass, ASettlementIsOfTheAnswersThereWere) {
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

TEST_F(SecondPass, WhoAnswersForTheOwnerOrOpensTheWayDoesNotApprove) {
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

TEST_F(SecondPass, NothingKnownIsNoReasonToDoNothingAlone) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Inconclusive), "");
    if (post.view().state == CaseState::Concluded1) {
        ASSERT_EQ(post.act(people.berta, lease(post, people.berta)), "");
        ASSERT_EQ(examine(post, people.berta, one, ExaminerConclusion::Inconclusive), "");
    }
    ASSERT_EQ(post.view().state, CaseState::IdentityResolved);
    post.conditions.now += std::chrono::hours(1);
    ASSERT_EQ(proposed(people.officer, Disposition::NoAction), "");
    EXPECT_EQ(post.act(people.officer, Execute{"left"}), kApprovalMissing);
}

TEST_F(SecondPass, AnotherRoundWantsAnotherSearch) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Medical}), "");
    ASSERT_EQ(post.act(people.supervisor, ReturnCase{"the wrong person"}), "");
    ASSERT_EQ(post.act(people.officer, StartTriage{}), "");
    ASSERT_EQ(post.act(people.ana, lease(post, people.ana)), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    EXPECT_EQ(post.act(people.ana, conclude({}, ExaminerConclusion::Exclusion)), kNoSearch) << "the lists are not what they were";
}

TEST_F(SecondPass, OnHoldIsAllThatIsToldOfAHold) {
    identified();
    ASSERT_EQ(post.act(people.supervisor, PlaceHold{HoldKind::Medical}), "");
    EXPECT_TRUE(seenBy(people.officer).onHold);
    EXPECT_FALSE(reads(people.officer, "\"hold.place\"")) << "a hold of protection shows no line either";
    ASSERT_EQ(post.act(people.officer, paper("other")), "");
    ASSERT_EQ(post.act(people.protection, OpenDocument{paperHash("other"), 1}), "");
    EXPECT_TRUE(seenBy(people.officer).view.documents.at(0).openedBy.empty()) << "who of protection reads the case tells what it is held for";
    EXPECT_EQ(seenBy(people.supervisor).view.documents.at(0).openedBy.size(), 1u);
}

struct Portraits : SecondPass {
    Capture live, document, second;
    void SetUp() override {
        ASSERT_EQ(toReview(post, people, {}), "");
        for (auto* each : {&live, &document, &second}) {
            each->id = CaptureId::random();
            each->blob = sha256(each->id.text());
            each->modality = Modality::Face;
        }
        live.kind = CaptureKind::Live;
        document.kind = second.kind = CaptureKind::Document;
        for (const auto* each : {&live, &document, &second}) ASSERT_EQ(post.act(people.ana, AttachCapture{*each}), "");
        ASSERT_EQ(post.act(people.ana, search({})), "");
        auto made = search({});
        made.coverage.samples = {live.id, document.id, second.id};
        ASSERT_EQ(post.act(people.ana, made), "");
    }
    ConcludePortrait concludes(const Capture& other, ExaminerConclusion value) { return {live.id, other.id, value, "ears", "light"}; }
};

TEST_F(Portraits, AnExclusionIsNotWrittenOverByAnotherPair) {
    ASSERT_EQ(post.act(people.ana, SavePortraitAnalysis{Modality::Face, "oval"}), "");
    ASSERT_EQ(post.act(people.ana, OpenPortrait{live.id, document.id}), "");
    ASSERT_EQ(post.act(people.ana, concludes(document, ExaminerConclusion::Exclusion)), "");
    EXPECT_EQ(post.act(people.ana, concludes(second, ExaminerConclusion::Identification)), kNotOpened);
    ASSERT_EQ(post.act(people.ana, OpenPortrait{live.id, second.id}), "");
    ASSERT_EQ(post.act(people.ana, concludes(second, ExaminerConclusion::Identification)), "");
    EXPECT_EQ(post.view().portraits.size(), 2u);
    EXPECT_TRUE(portraitStandsInTheWay(post.view()));
    EXPECT_EQ(post.act(people.ana, RevealPortrait{live.id, second.id, {}}), "");
    EXPECT_FALSE(post.view().portraits[0].score);
}

TEST_F(Portraits, WhoSawTheDocumentBesideTheLiveFaceAnalysesItNoMore) {
    EXPECT_TRUE(seenBy(people.berta).portraitHidden);
    EXPECT_FALSE(seenBy(people.berta).shows.contains(Shown::Portrait));
    EXPECT_TRUE(seenBy(people.supervisor).shows.contains(Shown::Portrait));
    post.force(people.berta, ViewRecord{"window", {Shown::Portrait}});
    EXPECT_EQ(post.act(people.berta, SavePortraitAnalysis{Modality::Face, "oval"}), kNotBlind);
    EXPECT_TRUE(isBlind(post.view(), people.berta.id)) << "for the lists it changes nothing";
    EXPECT_TRUE(seenBy(people.berta).blind);
}

TEST_F(Portraits, AResolvedIdentityShowsItToNobodyWhoMayStillAnalyse) {
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.view().state, CaseState::IdentityResolved);
    EXPECT_TRUE(seenBy(people.carlos).portraitHidden);
    EXPECT_EQ(post.act(people.carlos, SavePortraitAnalysis{Modality::Face, "oval"}), "");
}

TEST_F(SecondPass, ASupervisorReadsNoReexaminationUnderWay) {
    identified();
    post.force(people.supervisor, ViewRecord{"window", {Shown::Conclusions, Shown::Notes}});
    ASSERT_EQ(post.act(people.supervisor, OrderReexamination{"the print is weak"}), "");
    post.force(people.supervisor, ViewRecord{"window", {Shown::Conclusions}});
    ASSERT_EQ(post.act(people.carlos, lease(post, people.carlos)), "");
    ASSERT_EQ(post.act(people.carlos, search(one)), "");
    ASSERT_EQ(examine(post, people.carlos, one, ExaminerConclusion::Exclusion), "");
    const auto visible = seenBy(people.supervisor);
    EXPECT_EQ(std::ranges::count(visible.view.examinations, people.carlos.id, &Examination::examiner), 0);
    EXPECT_GT(visible.view.examinations.size(), 0u) << "what stands from before is theirs to know";
}

TEST_F(SecondPass, ASampleAfterTheRevealIsForTheNextRound) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.ana, SaveAnalysis{"whorl"}), "");
    ASSERT_EQ(post.act(people.ana, VisitCandidate{one[0].id}), "");
    ASSERT_EQ(post.act(people.ana, SaveProvisional{conclusion(one[0], ExaminerConclusion::Exclusion)}), "");
    ASSERT_EQ(post.act(people.ana, Reveal{}), "");
    Capture finger;
    finger.id = CaptureId::random();
    finger.blob = sha256("thumb");
    finger.modality = Modality::Finger;
    EXPECT_EQ(post.act(people.ana, AttachCapture{finger}), kRevealed) << "it could neither be searched nor left out";
    EXPECT_EQ(post.act(people.ana, MarkUnusable{finger.id, "smudged"}), kRevealed);
    auto again = post;
    EXPECT_EQ(post.act(people.ana, conclude(one, ExaminerConclusion::Exclusion)), "") << "no dead end";
    EXPECT_EQ(again.act(people.ana, RequestRecapture{"a thumb is to be had"}), "") << "and the other way the refusal names";
    EXPECT_EQ(again.act(people.officer, AttachCapture{finger}), "");
}

TEST_F(SecondPass, AListThatGrewOldLetsNobodyGo) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(post.act(people.ana, ReadCoverage{}), "");
    ASSERT_EQ(post.act(people.ana, propose(Disposition::Admit)), "");
    post.conditions.snapshot = SnapshotAge::Stale;
    EXPECT_EQ(post.act(people.ana, Execute{"admitted"}), kSnapshotStale);
    EXPECT_EQ(post.act(people.ana, SubmitForApproval{}), kSnapshotStale);
    EXPECT_EQ(post.act(people.ana, propose(Disposition::ReferPartnerCheck)), "") << "the way out stays open";
    EXPECT_EQ(post.act(people.ana, Execute{"asked"}), "");
}

TEST_F(SecondPass, AnUnknownAgeIsDecidedNotTyped) {
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

TEST_F(SecondPass, ThatTwoPostsDifferIsToldToNobodyBlind) {
    one[0].decision = ComparisonDecision::Match;  // so that an exclusion goes to a second examiner too
    ASSERT_EQ(toReview(post, people, one), "");
    Post remote(people, "rio claro");
    remote.learn(post);
    remote.conditions.now = post.conditions.now + std::chrono::minutes(31);
    ASSERT_EQ(remote.act(people.dora, lease(remote, people.dora)), "");
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Identification), "");
    ASSERT_EQ(examine(remote, people.dora, one, ExaminerConclusion::Exclusion), "");
    post.learn(remote);
    ASSERT_TRUE(post.view().has(HoldKind::Conflict));
    ASSERT_EQ(post.view().state, CaseState::Concluded1);
    const auto visible = seenBy(people.carlos);
    EXPECT_FALSE(visible.view.has(HoldKind::Conflict));
    EXPECT_TRUE(visible.onHold) << "it waits, and that is all";
    post.conditions.now += std::chrono::hours(2);
    EXPECT_EQ(firstRefusal(people.carlos, lease(post, people.carlos)), kOnHold);
    EXPECT_EQ(firstRefusal(people.supervisor, ReturnCase{"x"}), kHoldConflict);
    EXPECT_TRUE(seenBy(people.supervisor).view.has(HoldKind::Conflict));
}

}  // namespace
}  // namespace cotejo::decide::testing
