#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/record/act.h"
#include "core/review/visible_case.h"

/// What is kept from one officer and shown to another, rule by rule, and what of it the case has to remember.
namespace cotejo::review {
namespace {

using namespace record;

struct KeptFromOne : ::testing::Test {
    static constexpr UtcTime kAt{std::chrono::milliseconds(1794823200000)};
    static Officer person(const std::string& login, std::initializer_list<Role> roles) {
        Officer officer;
        officer.id = *OfficerId::fromBytes(sha256(login).bytes().first(16));
        for (const auto role : roles) officer.grants.push_back({role, UtcTime::max()});
        return officer;
    }
    Officer clerk = person("clerk", {Role::Officer});
    Officer ana = person("ana", {Role::Officer, Role::ExaminerFinger});
    Officer berta = person("berta", {Role::Officer, Role::ExaminerFinger});
    Officer both = person("both", {Role::Supervisor, Role::ExaminerFinger});
    Officer supervisor = person("supervisor", {Role::Supervisor});
    CaseView view;

    KeptFromOne() {
        view.id = CaseId::random();
        view.state = CaseState::InReview;
    }
    Examination& examination(const Officer& who, int number) {
        auto& each = view.examinations.emplace_back();
        each.examiner = who.id;
        each.number = number;
        return each;
    }
    void candidateOf(const WatchlistEntryId& entry) {
        auto& each = view.candidates.emplace_back();
        each.id = CandidateId::random();
        each.entry = entry;
    }
    void picture(CaptureKind kind, Modality modality = Modality::Face, MissingReason missing = MissingReason::None) {
        auto& each = view.captures.emplace_back();
        each.id = CaptureId::random();
        each.kind = kind;
        each.modality = modality;
        each.missing = missing;
    }
    VisibleCase as(const Officer& who) const {
        return visibleCase(view, who, kAt, [](const WatchlistEntryId&) { return std::optional<WatchlistEntry>(); });
    }
    bool tells(const Officer& who, const std::string& words) const { return caseToJson(as(who).view).find(words) != std::string::npos; }
    static std::ptrdiff_t pictures(const VisibleCase& visible, CaptureKind kind) { return std::ranges::count(visible.view.captures, kind, &Capture::kind); }
};

TEST_F(KeptFromOne, WhoMustBeBlindReadsNoDisagreement) {
    const std::set blind{CaseState::Concluded1, CaseState::InVerification, CaseState::Disagreement, CaseState::Panel};
    for (const auto& [state, code] : codes<CaseState>) {
        EXPECT_EQ(isBlindState(state), blind.contains(state)) << code;
        view.state = state;
        if (isResolved(state)) continue;
        const auto seen = as(berta);
        ASSERT_TRUE(seen.blind) << code;
        EXPECT_NE(seen.view.state, CaseState::Disagreement);
        EXPECT_NE(seen.view.state, CaseState::Panel);
        EXPECT_EQ(seen.view.deadlineKind, blind.contains(state) ? DeadlineKind::SecondExam : DeadlineKind::Attention) << code;
    }
}

TEST_F(KeptFromOne, WhoMustBeBlindReadsNotWhatOthersWereShown) {
    view.exposure[ana.id] = {{Shown::Scores, {1, {}}, true, false}};
    view.exposure[both.id] = {};
    ASSERT_TRUE(as(both).blind);
    EXPECT_FALSE(as(both).view.exposure.contains(ana.id)) << "a supervisor who examines is judged as an examiner";
    EXPECT_TRUE(as(both).view.exposure.contains(both.id));
    EXPECT_FALSE(as(berta).view.exposure.contains(ana.id));
    EXPECT_TRUE(as(supervisor).view.exposure.contains(ana.id));
}

TEST_F(KeptFromOne, AReturnIsReadWhileNobodyFoundAnything) {
    view.remarks = {{"case.return", false, clerk.id, kAt, "the date is misspelt"}};
    EXPECT_TRUE(tells(berta, "misspelt"));
    auto& own = examination(ana, 1);
    EXPECT_TRUE(tells(berta, "misspelt")) << "begun is not found";
    own.revealed = kAt;
    EXPECT_FALSE(tells(berta, "misspelt"));
    own.revealed.reset();
    own.concluded = kAt;
    EXPECT_FALSE(tells(berta, "misspelt"));
    view.examinations.clear();
    view.identification = Identification{};
    EXPECT_FALSE(tells(berta, "misspelt"));
}

TEST_F(KeptFromOne, WordsOfWhoConcludedReachNobodyBlind) {
    examination(ana, 1).concluded = kAt;
    for (const char* type : {"case.recapture", "biometric.unusable", "case.amend"}) {
        view.remarks = {{type, false, clerk.id, kAt, "blurred at the counter"}, {type, false, ana.id, kAt, "he is the listed one"}};
        EXPECT_TRUE(tells(berta, "blurred")) << type;
        EXPECT_FALSE(tells(berta, "listed")) << type;
        view.exposure[clerk.id] = {{Shown::Conclusions, {1, {}}, false, false}};
        EXPECT_FALSE(tells(berta, "blurred")) << type << " of who was shown";
        view.exposure[clerk.id] = {{Shown::Portrait, {1, {}}, false, false}};
        EXPECT_TRUE(tells(berta, "blurred")) << type;
        view.exposure.clear();
    }
    view.remarks = {{"note.add", false, clerk.id, kAt, "blurred at the counter"}};
    EXPECT_FALSE(tells(berta, "blurred")) << "what else is said may be about anything";
}

TEST_F(KeptFromOne, ARefusedActTellsNoKindOfHoldAndOtherRefusalsAsTheyAre) {
    view.state = CaseState::IdentityResolved;
    for (const char* code : {"E_HOLD_PROTECTION", "E_HOLD_MEDICAL", "E_HOLD_LEGAL_RETENTION"}) {
        view.history = {{{}, "decision.refused", supervisor.id, kAt, code, ""}, {{}, "decision.execute", supervisor.id, kAt, "", code}};
        for (const auto& line : as(clerk).view.history) EXPECT_TRUE(line.detail == "E_HOLD" || line.refusal == "E_HOLD");
        EXPECT_FALSE(tells(clerk, code));
        EXPECT_TRUE(tells(supervisor, code));
    }
    view.history = {{{}, "decision.refused", supervisor.id, kAt, "E_HOLD_CHILD", ""}, {{}, "decision.execute", supervisor.id, kAt, "flight", "E_NOT_READ"}};
    EXPECT_EQ(as(clerk).view.history[0].detail, "E_HOLD_CHILD");
    EXPECT_EQ(as(clerk).view.history[1].detail, "flight");
    EXPECT_EQ(as(clerk).view.history[1].refusal, "E_NOT_READ");
}

TEST_F(KeptFromOne, WhatWasDoneInTheRoleProtectionIsNoLineForOfficers) {
    view.state = CaseState::IdentityResolved;
    view.history = {{{}, "note.add", supervisor.id, kAt, "", "", true}, {{}, "hold.place", ana.id, kAt, "medical", ""}, {{}, "hold.place", clerk.id, kAt, "medical", ""},
                    {{}, "hold.lift", clerk.id, kAt, "medical", ""}, {{}, "hold.place", ana.id, kAt, "child", ""}, {{}, "case.return", ana.id, kAt, "", ""}};
    const auto lines = as(clerk).view.history;
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0].detail, "on_hold") << "the own hold, by no name";
    EXPECT_EQ(lines[1].detail, "child");
    EXPECT_EQ(lines[2].type, "case.return");
    EXPECT_EQ(as(supervisor).view.history.size(), 6u);
}

TEST_F(KeptFromOne, ARestrictedPaperTakesOnlyItsOwnLinesWithIt) {
    view.state = CaseState::IdentityResolved;
    view.documents.resize(2);
    view.documents[0].kind = "fear_answer";
    view.documents[0].restricted = true;
    view.documents[1].kind = "final_order";
    view.history = {{{}, "document.add", ana.id, kAt, "fear_answer", ""}, {{}, "document.add", ana.id, kAt, "final_order", ""},
                    {{}, "case.return", ana.id, kAt, "", ""},             {{}, "note.add", ana.id, kAt, "fear_answer", ""}};
    EXPECT_EQ(as(supervisor).view.history.size(), 3u);
    view.holds = {{HoldKind::Protection, ana.id, kAt, "fear_answer"}, {HoldKind::Child, ana.id, kAt, "age"}};
    EXPECT_EQ(as(supervisor).view.holds[0].basis, "");
    EXPECT_EQ(as(supervisor).view.holds[1].basis, "age");
    view.documents[1].kind = "fear_answer";
    EXPECT_EQ(as(supervisor).view.history.size(), 4u) << "there is one that everybody reads";
}

TEST_F(KeptFromOne, TheDocumentsPictureWaitsForTheAnalysisOfTheLiveOne) {
    picture(CaptureKind::Document);
    EXPECT_FALSE(as(ana).portraitHidden) << "alone it spoils no comparison";
    EXPECT_EQ(pictures(as(ana), CaptureKind::Document), 1);
    EXPECT_FALSE(as(ana).shows.contains(Shown::Portrait));
    picture(CaptureKind::Live, Modality::Face, MissingReason::NotCaptured);
    EXPECT_FALSE(as(ana).portraitHidden) << "a sample that could not be taken is none";
    picture(CaptureKind::Live, Modality::Finger);
    EXPECT_FALSE(as(ana).portraitHidden) << "a finger is no face";
    picture(CaptureKind::Live);
    EXPECT_TRUE(as(ana).portraitHidden);
    EXPECT_EQ(pictures(as(ana), CaptureKind::Document), 0);
    EXPECT_EQ(pictures(as(ana), CaptureKind::Live), 3) << "live ones stay";
    EXPECT_FALSE(as(ana).shows.contains(Shown::Portrait));
    EXPECT_EQ(pictures(as(supervisor), CaptureKind::Document), 1) << "who decides and never examines";
    EXPECT_TRUE(as(supervisor).shows.contains(Shown::Portrait));
    auto& check = view.portraits.emplace_back();
    check.examiner = berta.id;
    check.modality = Modality::Face;
    EXPECT_TRUE(as(berta).portraitHidden) << "begun, and nothing written";
    check.analysis = "oval";
    EXPECT_FALSE(as(berta).portraitHidden);
    EXPECT_TRUE(as(berta).shows.contains(Shown::Portrait));
    EXPECT_TRUE(as(clerk).portraitHidden) << "the analysis of another is not one's own";
    check.conclusion = ExaminerConclusion::Identification;
    view.state = CaseState::IdentityResolved;
    EXPECT_FALSE(as(clerk).portraitHidden) << "once it is concluded";
    check.modality = Modality::Finger;
    EXPECT_TRUE(as(clerk).portraitHidden) << "of a finger, not of the face";
}

TEST_F(KeptFromOne, TheSecondExaminerSeesNoDocument) {
    view.state = CaseState::InVerification;
    view.traveler.familyName = "SPECIMEN";
    view.referralNote = "second line";
    picture(CaptureKind::Document);
    picture(CaptureKind::Live, Modality::Finger);
    const auto seen = as(berta);
    EXPECT_TRUE(seen.identityHidden);
    EXPECT_EQ(pictures(seen, CaptureKind::Document), 0);
    EXPECT_EQ(pictures(seen, CaptureKind::Live), 1);
    EXPECT_FALSE(tells(berta, "SPECIMEN") || tells(berta, "second line"));
    EXPECT_EQ(pictures(as(supervisor), CaptureKind::Document), 1);
}

TEST_F(KeptFromOne, WhatShowingACaseTellsIsWrittenDown) {
    view.state = CaseState::IdentityResolved;
    EXPECT_TRUE(as(supervisor).shows.empty());
    view.outcome = Outcome::Excluded;
    EXPECT_EQ(as(supervisor).shows, std::set{Shown::Conclusions});
    view.outcome.reset();
    view.identification = Identification{};
    EXPECT_EQ(as(supervisor).shows, std::set{Shown::Conclusions});
    view.identification.reset();
    view.decisionHeads.emplace_back();
    EXPECT_EQ(as(supervisor).shows, std::set{Shown::Conclusions});
    view.decisionHeads.clear();
    examination(ana, 1).concluded = kAt;
    EXPECT_EQ(as(supervisor).shows, std::set{Shown::Conclusions});
    EXPECT_TRUE(as(ana).shows.empty()) << "the own one is no news";
    view.examinations.clear();
    view.round.number = 2;
    EXPECT_EQ(as(supervisor).shows, std::set{Shown::EarlierRound});
    view.round.number = 1;
    view.remarks = {{"note.add", false, ana.id, kAt, "calm"}};
    EXPECT_EQ(as(supervisor).shows, std::set{Shown::Notes});
    EXPECT_TRUE(as(ana).shows.empty()) << "the own words";
    view.remarks.clear();
    candidateOf(WatchlistEntryId::random());
    EXPECT_EQ(as(supervisor).shows, (std::set{Shown::Scores, Shown::Entry}));
    EXPECT_EQ(as(supervisor).unrecorded, as(supervisor).shows);
    view.exposure[supervisor.id] = {{Shown::Scores, {1, {}}, false, false}};
    EXPECT_EQ(as(supervisor).unrecorded, std::set{Shown::Entry}) << "what is known to be known is not written again";
}

TEST_F(KeptFromOne, OfAnEntryThatIsGoneThereIsNoPicture) {
    view.state = CaseState::IdentityResolved;
    candidateOf(WatchlistEntryId::random());
    const auto seen = as(supervisor);
    ASSERT_EQ(seen.candidates.size(), 1u);
    EXPECT_FALSE(seen.candidates[0].referenceCapture);
    EXPECT_TRUE(seen.candidates[0].references.empty());
    ASSERT_TRUE(seen.candidates[0].revealed);
    EXPECT_FALSE(seen.candidates[0].revealed->entry);
}

TEST_F(KeptFromOne, AnExaminerOfALaterRoundReadsItLikeTheFirst) {
    view.round = {2, sha256("recapture")};
    auto& own = examination(berta, 1);
    own.round = view.round;
    view.disposition = DispositionRecord{};
    view.disposition->reasons = "listed";
    const auto seen = as(berta);
    ASSERT_TRUE(seen.blind);
    EXPECT_EQ(seen.view.round, Round{});
    ASSERT_EQ(seen.view.examinations.size(), 1u);
    EXPECT_EQ(seen.view.examinations[0].round, Round{});
    EXPECT_FALSE(seen.view.disposition);
    EXPECT_FALSE(seen.shows.contains(Shown::EarlierRound));
}

TEST_F(KeptFromOne, PapersOfACaseThatWentFurtherReachNobodyBlind) {
    view.documents.resize(1);
    view.documents[0].kind = "other";
    EXPECT_EQ(as(berta).view.documents.size(), 1u) << "as it was brought in";
    const auto none = [&](auto change) {
        auto other = view;
        change(other);
        std::swap(view, other);
        const auto seen = as(both);
        std::swap(view, other);
        return seen.blind && seen.view.documents.empty();
    };
    EXPECT_TRUE(none([](auto& each) { each.round.number = 2; }));
    EXPECT_TRUE(none([](auto& each) { each.state = CaseState::Concluded1; }));
    EXPECT_TRUE(none([](auto& each) { each.pastDispositions.resize(1); }));
    EXPECT_TRUE(none([](auto& each) { each.reexaminations.resize(1); }));
    EXPECT_TRUE(none([](auto& each) { each.documents[0].kind = "owner_answer"; }));
}

TEST_F(KeptFromOne, LinesOfOthersReachNobodyBlindAndTheOwnOnesDo) {
    view.history = {{{}, "case.open", clerk.id, kAt, "", ""}, {{}, "biometric.attach", clerk.id, kAt, "face", ""}, {{}, "note.add", clerk.id, kAt, "", ""},
                    {{}, "examination.visit", berta.id, kAt, "", ""}};
    const auto lines = as(berta).view.history;
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[2].type, "examination.visit");
    EXPECT_EQ(as(supervisor).view.history.size(), 4u);
}

TEST_F(KeptFromOne, OfASearchAnExaminerReadsHowMuchAndNotWhere) {
    view.coverage = Coverage{};
    view.coverage->searched = {{"wanted", 5000, 5000, kAt}};
    view.coverage->asked = {"wanted"};
    view.coverage->faces = 1;
    view.coverage->fingers = 2;
    view.coverage->samples = {CaptureId::random()};
    view.coverage->unreadable = {CaptureId::random()};
    view.coverage->limited = true;
    const auto seen = *as(berta).view.coverage;
    EXPECT_TRUE(seen.searched.empty() && seen.asked.empty());
    EXPECT_EQ(seen.faces, 1);
    EXPECT_EQ(seen.fingers, 2);
    EXPECT_EQ(seen.samples, view.coverage->samples);
    EXPECT_EQ(seen.unreadable, view.coverage->unreadable);
    EXPECT_TRUE(seen.limited);
    EXPECT_TRUE(as(supervisor).view.coverage->searched.empty()) << "before the identity is resolved nobody who did not reveal";
    view.state = CaseState::IdentityResolved;
    EXPECT_EQ(as(supervisor).view.coverage->searched.size(), 1u);
}

TEST_F(KeptFromOne, TheOwnWorkOnACandidateIsShownAsItStands) {
    candidateOf(WatchlistEntryId::random());
    auto& candidate = view.candidates[0];
    candidate.probe = CaptureId::random();
    candidate.reference = CaptureId::random();
    WatchlistEntry entry;
    entry.captures.resize(1);
    entry.captures[0].id = candidate.reference;
    entry.captures[0].modality = candidate.modality;
    const auto shown = [&](const Officer& who) {
        return visibleCase(view, who, kAt, [&](const WatchlistEntryId&) { return std::optional(entry); }).candidates.at(0);
    };
    EXPECT_FALSE(shown(berta).referenceCapture) << "before the analysis is saved";
    auto& own = examination(berta, 1);
    own.analysisSaved = true;
    own.visited = {candidate.id};
    own.provisional[candidate.id].reasons = "ridges";
    const auto each = shown(berta);
    EXPECT_EQ(each.probe, candidate.probe);
    EXPECT_EQ(each.reference, candidate.reference);
    EXPECT_TRUE(each.visited);
    ASSERT_TRUE(each.provisional);
    EXPECT_EQ(each.provisional->reasons, "ridges");
    EXPECT_FALSE(each.final);
    EXPECT_TRUE(each.referenceCapture);
    EXPECT_FALSE(shown(ana).visited || shown(ana).referenceCapture);
    own.final[candidate.id].reasons = "ridges again";
    ASSERT_TRUE(shown(berta).final);
    view.state = CaseState::IdentityResolved;
    EXPECT_TRUE(shown(supervisor).referenceCapture) << "once it is resolved";
    EXPECT_EQ(shown(supervisor).references.size(), 1u);
}

TEST_F(KeptFromOne, AnExaminersOrderIsTheOneOfTheOwnExamination) {
    for (int i = 0; i < 8; ++i) candidateOf(WatchlistEntryId::random());
    auto& own = examination(berta, 1);
    own.shuffleSeed = sha256("the seed of the examination");
    std::vector<CandidateId> order, expected;
    for (const auto& each : as(berta).candidates) order.push_back(each.id);
    for (const auto& each : shuffled(view.candidates, own.shuffleSeed)) expected.push_back(each.id);
    EXPECT_EQ(order, expected);
}

TEST_F(KeptFromOne, WhoIsToBeBlindIsToldByWhatWasShown) {
    EXPECT_TRUE(keptBlind(view, berta, kAt));
    EXPECT_FALSE(keptBlind(view, supervisor, kAt));
    view.exposure[berta.id] = {{Shown::Portrait, view.round, false, false}};
    EXPECT_TRUE(keptBlind(view, berta, kAt)) << "the document's picture is no finding";
    view.exposure[berta.id] = {{Shown::Scores, view.round, true, false}};
    EXPECT_TRUE(keptBlind(view, berta, kAt)) << "the own reveal of this round";
    view.exposure[berta.id][0].round.number = 7;
    EXPECT_FALSE(keptBlind(view, berta, kAt)) << "of another round it stays seen";
    view.exposure[berta.id] = {{Shown::Conclusions, view.round, false, false}};
    EXPECT_FALSE(keptBlind(view, berta, kAt));
    EXPECT_TRUE(knowsFindings(view, berta, kAt));
    view.state = CaseState::IdentityResolved;
    EXPECT_TRUE(knowsFindings(view, berta, kAt));
    view.exposure[berta.id] = {{Shown::Portrait, view.round, false, false}};
    EXPECT_FALSE(knowsFindings(view, berta, kAt));
    EXPECT_FALSE(knowsFindings(view, ana, kAt)) << "resolved, and never shown to this examiner";
    EXPECT_TRUE(knowsFindings(view, clerk, kAt));
    view.state = CaseState::InReview;
    view.exposure.clear();
    examination(berta, 1).concluded = kAt;
    EXPECT_FALSE(keptBlind(view, berta, kAt));
    EXPECT_EQ(as(berta).view.examinations.size(), 1u) << "after the own conclusion";
    examination(ana, 2);
    view.exposure[both.id] = {{Shown::Conclusions, view.round, false, false}};
    EXPECT_TRUE(as(both).view.examinations.empty()) << "nobody sees the work of a round under way";
    examination(both, 2);
    EXPECT_EQ(as(both).view.examinations.size(), 1u) << "but the own";
}

TEST_F(KeptFromOne, WhoLeftReadsNoCase) {
    EXPECT_TRUE(readsCases(clerk, kAt) && readsCases(supervisor, kAt) && readsCases(person("x", {Role::ExaminerFace}), kAt) && readsCases(person("x", {Role::ExaminerFinger}), kAt));
    EXPECT_FALSE(readsCases(person("x", {Role::Admin}), kAt));
    clerk.active = false;
    EXPECT_FALSE(readsCases(clerk, kAt));
}

}  // namespace
}  // namespace cotejo::review
