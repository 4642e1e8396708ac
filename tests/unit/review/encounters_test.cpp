#include "core/decide/case_door.h"

#include <gtest/gtest.h>

#include "core/decide/case_service.h"
#include "core/review/errors.h"
#include "core/store/sync_state.h"
#include "tests/support/test_post.h"
#include "tests/support/undrawn.h"

namespace cotejo::review {
namespace {

using namespace record;

struct Timeline : ::testing::Test {
    test::TestPost post;
    int visas = 0;
    std::map<std::string, std::unique_ptr<access::Desk>> desks;

    void SetUp() override {
        post.add("officer", {{Role::Officer}});
        post.add("ana", {{Role::Officer}, {Role::ExaminerFinger}});
        post.add("berta", {{Role::Officer}, {Role::ExaminerFinger}});
        post.add("supervisor", {{Role::Supervisor}});
        for (const char* login : {"officer", "ana", "berta", "supervisor", "admin"}) desks[login] = std::move(*post.signIn(login));
        const auto fresh = desks["admin"]->store().write([&](store::Transaction& tx) -> Status {
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(post.clock.now()));
        });
        ASSERT_TRUE(fresh);
    }
    CaseId open(const std::string& family, const std::string& document, const TravelerId& traveler = {}, const std::string& issuer = "UTO") {
        post.clock.advance(std::chrono::minutes(1));
        OpenCase act;
        act.legalBasis = "border control";
        act.reason = ReferralReason::MrzCheckDigit;
        act.traveler.id = traveler;
        act.traveler.familyName = family;
        if (!document.empty()) act.traveler.documents = {{"V", "UTO", "V" + std::to_string(++visas), "", ""}, {"P", issuer, document, "", ""}};
        act.traveler.birthDate = "1980-05-01";
        return *decide::CaseService(*desks["officer"], {}, test::undrawnId).open(act);
    }
    void does(const std::string& login, const CaseId& id, const Act& act) {
        const auto done = decide::CaseService(*desks[login]).perform(id, act);
        ASSERT_TRUE(done) << login << " " << typeOf(act) << ": " << done.error().code;
    }
    /// From triage to the first conclusion by ana.
    void examine(const CaseId& id, Outcome outcome) {
        does("officer", id, StartTriage{});
        RecordSearch search;
        search.coverage.fingers = 1;
        search.coverage.searched.push_back({"wanted", 5000, 5000, post.clock.now()});
        if (outcome == Outcome::Identified) {
            Candidate candidate;
            candidate.id = CandidateId::random();
            candidate.entry = WatchlistEntryId::random();
            candidate.modality = Modality::Finger;
            search.candidates = {candidate};
        }
        does("officer", id, search);
        ASSERT_TRUE(decide::CaseService(*desks["ana"]).take(id));
        does("ana", id, SaveAnalysis{"whorl"});
        Conclude act;
        act.outcome = outcome;
        for (const auto& each : search.candidates) {
            act.conclusions.push_back({each.id, ExaminerConclusion::Identification, "14 pairs", "smudged", false});
            does("ana", id, VisitCandidate{each.id});
            does("ana", id, SaveProvisional{act.conclusions.back()});
            act.identified = each.id;
        }
        does("ana", id, act);
    }
    Encounters of(const std::string& login, const CaseId& id) { return decide::CaseDoor(*desks[login]).encounters(id).value(); }
};

TEST_F(Timeline, ListsTheSameTravelerAndTheSameDocumentAndNobodyElse) {
    const auto traveler = TravelerId::random();
    const auto present = open("SPECIMEN", "L898902C3", traveler);
    const auto sameTraveler = open("SPECIMEN", "", traveler);
    const auto sameDocument = open("OTHERNAME", "L898902C3");
    open("SPECIMEN", "");                             // a namesake
    open("SPECIMEN", "L898902C31");                   // a number that begins alike
    open("SPECIMEN", "L898902C3", {}, "ABW");         // the same number of another issuer
    const auto found = of("officer", present);
    ASSERT_EQ(found.cases.size(), 2u);
    EXPECT_EQ(found.cases[0].id, sameDocument) << "last opened first";
    EXPECT_EQ(found.cases[0].tie, EncounterTie::SameDocument);
    EXPECT_EQ(found.cases[0].document, "L898902C3");
    EXPECT_EQ(found.cases[1].id, sameTraveler);
    EXPECT_EQ(found.cases[1].tie, EncounterTie::SameTraveler);
    EXPECT_EQ(found.cases[1].postName, "Paso Alto");
    EXPECT_EQ(found.cases[1].reason, ReferralReason::MrzCheckDigit);
    EXPECT_FALSE(found.capped);
    EXPECT_EQ(decide::CaseDoor(*desks["admin"]).encounters(present).error().code, kMayNotRead);
    EXPECT_EQ(decide::CaseDoor(*desks["officer"]).encounters(CaseId::random()).error().code, kNoSuchCase);
}

TEST_F(Timeline, OutcomesComeAfterTheOwnConclusion) {
    const auto earlier = open("SPECIMEN", "L898902C3");
    examine(earlier, Outcome::NoCandidate);
    const auto present = open("SPECIMEN", "L898902C3");
    for (const char* login : {"ana", "officer", "supervisor"}) {
        const auto before = of(login, present);
        ASSERT_EQ(before.cases.size(), 1u);
        EXPECT_TRUE(before.outcomesHidden);
        EXPECT_FALSE(before.cases[0].outcome) << login;
    }
    examine(present, Outcome::NoCandidate);
    const auto after = of("berta", present);
    EXPECT_FALSE(after.outcomesHidden);
    EXPECT_EQ(after.cases.at(0).outcome, Outcome::NoCandidate);
    // What was told of the other case is remembered there too: whoever read it is not blind in it, whatever round follows.
    const auto view = decide::CaseDoor(*desks["supervisor"]).view(earlier)->view;
    EXPECT_TRUE(view.wasShown(desks["berta"]->officer().id, Shown::Conclusions));
    EXPECT_FALSE(view.wasShown(desks["officer"]->officer().id, Shown::Conclusions)) << "only who read it";
}

struct Elsewhere : Timeline {
    CaseId withPrint(const char* login, const std::string& bytes = "the same print") {
        post.clock.advance(std::chrono::minutes(1));
        OpenCase act;
        act.legalBasis = "border control";
        act.traveler.birthDate = "1980-05-01";
        decide::NewCapture print;
        print.capture.modality = Modality::Finger;
        print.capture.undecoded = "not a picture";
        print.bytes = bytesOf(bytes);
        return *decide::CaseService(*desks[login], {}, test::undrawnId).open(act, {print});
    }
    RecordSearch search() {
        RecordSearch act;
        act.coverage.fingers = 1;
        act.coverage.searched.push_back({"wanted", 5000, 5000, post.clock.now()});
        return act;
    }
    /// An own case with the print, up to the reveal.
    CaseId revealed(const char* login) {
        const auto own = withPrint(login);
        does(login, own, StartTriage{});
        does(login, own, search());
        EXPECT_TRUE(decide::CaseService(*desks[login]).take(own));
        does(login, own, SaveAnalysis{"whorl"});
        does(login, own, Reveal{});
        return own;
    }
    /// What berta is told when she begins to examine; nothing when she may.
    std::string beginning(const CaseId& id) {
        does("officer", id, StartTriage{});
        decide::CaseService berta(*desks["berta"]);
        EXPECT_TRUE(berta.take(id));
        const auto before = berta.refusals(id, SaveAnalysis{"whorl"});
        const auto done = berta.perform(id, SaveAnalysis{"whorl"});
        const std::string code = done ? "" : done.error().code;
        EXPECT_EQ(before->empty() ? "" : before->front().code, code) << "the window says the same before";
        const auto view = decide::CaseDoor(*desks["supervisor"]).view(id)->view;
        EXPECT_EQ(view.wasShown(desks["berta"]->officer().id, Shown::Linked), !done);
        return code;
    }
};

TEST_F(Elsewhere, WhoeverOpensAnOwnCaseWithAnothersPictureIsNotBlindThere) {
    const auto theirs = withPrint("officer");
    revealed("berta");
    EXPECT_EQ(beginning(theirs), "E_NOT_BLIND");
}

TEST_F(Elsewhere, NorWhereTheOwnCaseCameFirst) {
    revealed("berta");
    EXPECT_EQ(beginning(withPrint("officer")), "E_NOT_BLIND");
    EXPECT_EQ(beginning(withPrint("officer", "another print")), "");
}

TEST_F(Elsewhere, NorWhereThePictureCameAfterTheAnalysis) {
    revealed("berta");
    const auto theirs = withPrint("officer", "a poor print");
    EXPECT_EQ(beginning(theirs), "");
    does("berta", theirs, search());
    decide::NewCapture print;
    print.capture.modality = Modality::Finger;
    print.capture.undecoded = "not a picture";
    print.bytes = bytesOf("the same print");
    decide::CaseService berta(*desks["berta"]);
    ASSERT_TRUE(berta.attach(theirs, print));
    const auto refused = berta.perform(theirs, Reveal{});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "E_NOT_BLIND");
}

TEST_F(Elsewhere, WhoNarrowedASearchOfTheSamePrintIsNotBlindThere) {
    const auto own = withPrint("berta");
    does("berta", own, StartTriage{});
    auto narrowed = search();
    narrowed.limits.galleries = {"wanted"};
    narrowed.limits.purpose = "a tip";
    does("berta", own, narrowed);
    EXPECT_EQ(beginning(withPrint("officer")), "E_NOT_BLIND");
}

TEST_F(Elsewhere, WhoReadAnotherCaseOfThePersonIsNotBlindInThisOne) {
    const auto earlier = open("SPECIMEN", "L898902C3");
    examine(earlier, Outcome::Identified);
    const auto present = open("SPECIMEN", "L898902C3"), namesake = open("SPECIMEN", "X1");
    decide::CaseService supervisor(*desks["supervisor"]);
    ASSERT_TRUE(decide::CaseService(*desks["berta"]).take(earlier));
    does("berta", earlier, SaveAnalysis{"whorl"});
    const auto candidate = decide::CaseDoor(*desks["berta"]).view(earlier)->view.candidates.at(0).id;
    does("berta", earlier, VisitCandidate{candidate});
    const CandidateConclusion same{candidate, ExaminerConclusion::Identification, "14 pairs", "smudged", false};
    does("berta", earlier, SaveProvisional{same});
    does("berta", earlier, Conclude{Outcome::Identified, candidate, {same}});
    ASSERT_TRUE(decide::CaseDoor(*desks["berta"]).view(earlier)) << "she reads what was found";
    EXPECT_EQ(beginning(present), "E_NOT_BLIND");
    EXPECT_EQ(beginning(namesake), "");
}

TEST_F(Elsewhere, WhereNobodyCameUpNothingIsKnown) {
    const auto earlier = open("SPECIMEN", "L898902C3");
    examine(earlier, Outcome::NoCandidate);
    ASSERT_TRUE(decide::CaseDoor(*desks["berta"]).view(earlier));
    EXPECT_EQ(beginning(open("SPECIMEN", "L898902C3")), "");
}

TEST_F(Timeline, HowFarADecisionIsStaysUntoldWithTheOutcome) {
    const auto earlier = open("SPECIMEN", "L898902C3");
    examine(earlier, Outcome::NoCandidate);
    does("ana", earlier, ReadCoverage{});
    does("ana", earlier, ProposeDisposition{Disposition::ReferPartnerCheck, "unclear", ""});
    const auto present = open("SPECIMEN", "L898902C3");
    EXPECT_EQ(of("berta", present).cases.at(0).state, CaseState::IdentityResolved);
    EXPECT_EQ(of("supervisor", present).cases.at(0).state, CaseState::DispositionProposed);
}

TEST_F(Timeline, AnAnswerAboutASettledCaseIsRememberedAsShown) {
    const auto id = open("SPECIMEN", "L898902C3");
    const auto shown = [&](const char* login) {
        return decide::CaseDoor(*desks["supervisor"]).view(id)->view.wasShown(desks[login]->officer().id, Shown::Conclusions);
    };
    EXPECT_FALSE(decide::CaseService(*desks["berta"]).perform(id, CloseCase{}));
    EXPECT_FALSE(shown("berta")) << "nothing is settled: nothing was told";
    examine(id, Outcome::NoCandidate);
    EXPECT_FALSE(decide::CaseService(*desks["berta"]).perform(id, StartTriage{}));
    EXPECT_FALSE(shown("berta")) << "an act of any case tells nothing";
    EXPECT_FALSE(decide::CaseService(*desks["berta"]).perform(id, CloseCase{}));
    EXPECT_TRUE(shown("berta"));
    EXPECT_FALSE(decide::CaseService(*desks["admin"]).perform(id, CloseCase{}));
    EXPECT_FALSE(shown("admin")) << "and who may never do it is told only that";
}

TEST_F(Timeline, ABlindExaminationTellsNobodysName) {
    const auto traveler = TravelerId::random();
    const auto blind = open("SPECIMEN", "L898902C3", traveler);
    const auto other = open("SPECIMEN", "L898902C3", traveler);
    examine(blind, Outcome::Identified);
    const auto asked = of("berta", blind);
    EXPECT_TRUE(asked.identityHidden);
    EXPECT_TRUE(asked.cases.empty());
    EXPECT_TRUE(of("berta", other).cases.empty()) << "being listed would tell who the blind case is about";
    EXPECT_EQ(of("supervisor", other).cases.size(), 1u);
    EXPECT_EQ(of("ana", other).cases.size(), 1u) << "she concluded and knows";
}

}  // namespace
}  // namespace cotejo::review
