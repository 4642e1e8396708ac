#include "core/review/visible_case.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/record/act.h"

namespace cotejo::review {
namespace {

using namespace record;

const UtcTime kNow = fromMillis(1794823200000);

Officer person(const std::string& login, std::initializer_list<Role> roles) {
    Officer officer;
    officer.id = *OfficerId::fromBytes(sha256(login).bytes().first(16));
    for (const auto role : roles) officer.grants.push_back({role, UtcTime::max()});
    return officer;
}

struct Visible : ::testing::Test {
    Officer ana = person("ana", {Role::Officer, Role::ExaminerFinger});
    Officer berta = person("berta", {Role::Officer, Role::ExaminerFinger});
    Officer supervisor = person("supervisor", {Role::Supervisor});
    Officer protection = person("protection", {Role::Protection});
    CaseView view;
    std::map<WatchlistEntryId, WatchlistEntry> entries;

    Visible() {
        view.id = CaseId::random();
        view.number = "PA-2026-000001";
        view.state = CaseState::InReview;
        view.traveler.familyName = "SPECIMEN";
        view.remarks = {{"note.add", false, person("somebody", {}).id, kNow, "first impression: same person"}};
        for (int i = 0; i < 8; ++i) {
            WatchlistEntry entry;
            entry.id = WatchlistEntryId::random();
            entry.name = "LISTED PERSON";
            Capture capture;
            capture.id = CaptureId::random();
            entry.captures = {capture};
            Candidate candidate;
            candidate.id = CandidateId::random();
            candidate.entry = entry.id;
            candidate.modality = Modality::Finger;
            candidate.score = {77.25 - i, {"specimen", "1", {}}};
            candidate.rank = i + 1;
            candidate.decision = ComparisonDecision::Match;
            candidate.reference = capture.id;
            view.candidates.push_back(candidate);
            entries[entry.id] = entry;
        }
        view.examinations.push_back(examination(ana, 1));
        DossierDocument claim;
        claim.restricted = true;
        claim.kind = "fear_question";
        claim.blob = sha256("claim");
        DossierDocument order;
        order.kind = "final_order";
        order.blob = sha256("order");
        view.documents = {claim, order};
        view.history.push_back({sha256("1"), "document.add", ana.id, kNow, "fear_question", ""});
    }
    Examination examination(const Officer& who, int number) const {
        Examination each;
        each.examiner = who.id;
        each.number = number;
        each.shuffleSeed = shuffleSeedFor(view.id, who.id, {});
        each.analysisSaved = true;
        return each;
    }
    VisibleCase as(const Officer& who) const {
        return visibleCase(view, who, kNow, [&](const WatchlistEntryId& id) {
            const auto found = entries.find(id);
            return found == entries.end() ? std::nullopt : std::optional(found->second);
        });
    }
    /// Everything that reaches the officer, as text.
    static std::string all(const VisibleCase& visible) { return caseToJson(visible.view); }
};

TEST_F(Visible, NothingOfTheListShowsBeforeReveal) {
    for (const auto* who : {&ana, &berta, &supervisor, &protection}) {
        const auto visible = as(*who);
        EXPECT_FALSE(visible.revealed);
        for (const auto& [id, entry] : entries) EXPECT_EQ(all(visible).find(id.text()), std::string::npos);
        EXPECT_EQ(all(visible).find("77.25"), std::string::npos);
        EXPECT_EQ(all(visible).find("\"match\""), std::string::npos);
        for (const auto& each : visible.candidates) EXPECT_FALSE(each.revealed);
    }
    view.holds.push_back({HoldKind::ReleaseGuard, ana.id, kNow});
    EXPECT_FALSE(as(ana).view.has(HoldKind::ReleaseGuard)) << "a guard would tell";
    view.examinations[0].revealed = kNow;
    const auto open = as(ana);
    EXPECT_TRUE(open.revealed);
    EXPECT_FALSE(open.view.has(HoldKind::ReleaseGuard)) << "it tells of an earlier round, whatever was revealed in this one";
    EXPECT_EQ(open.candidates[0].revealed->entry->name, "LISTED PERSON");
    EXPECT_FALSE(as(berta).revealed) << "a reveal opens the scores to the one who revealed";
}

TEST_F(Visible, ReferencesWaitForTheAnalysis) {
    EXPECT_TRUE(as(ana).candidates[0].referenceCapture);
    view.examinations[0].analysisSaved = false;
    EXPECT_FALSE(as(ana).candidates[0].referenceCapture);
    EXPECT_FALSE(as(berta).candidates[0].referenceCapture);
}

TEST_F(Visible, EveryExaminerHasAnOwnOrderThatNoScoreMoves) {
    const auto order = [&](const Officer& who) {
        std::vector<CandidateId> ids;
        for (const auto& each : as(who).candidates) ids.push_back(each.id);
        return ids;
    };
    const auto before = order(ana);
    EXPECT_NE(before, order(berta));
    EXPECT_NE(order(berta), order(supervisor));
    for (auto& candidate : view.candidates) candidate.score.value = -candidate.score.value;
    std::reverse(view.candidates.begin(), view.candidates.end());
    EXPECT_EQ(order(ana), before);
    view.round.number = 2;
    view.examinations.clear();
    EXPECT_NE(order(ana), before) << "another round, another order";
    EXPECT_EQ(as(ana).candidates[1].letter, "B");
    EXPECT_EQ(letterOf(25), "Z");
    EXPECT_EQ(letterOf(26), "AA");
    EXPECT_EQ(letterOf(701), "ZZ");
    EXPECT_EQ(letterOf(702), "AAA");
}

TEST_F(Visible, TheBestCandidateStandsAnywhere) {
    std::array<int, 8> places{};
    for (int i = 0; i < 2000; ++i) {
        const auto who = person("examiner " + std::to_string(i), {Role::ExaminerFinger});
        const auto visible = as(who);
        for (std::size_t at = 0; at < 8; ++at)
            if (visible.candidates[at].id == view.candidates[0].id) ++places[at];
    }
    for (const int count : places) EXPECT_NEAR(count, 250, 75);  // 5 standard deviations of a fair draw
}

TEST_F(Visible, TheSecondExaminerSeesNeitherNamesNorNotes) {
    view.examinations[0].concluded = kNow;
    view.examinations[0].outcome = Outcome::Identified;
    view.history.push_back({sha256("2"), "examination.conclude", ana.id, kNow, "identified", ""});
    view.comparisonActors = {ana.id};
    view.state = CaseState::InVerification;
    auto second = as(berta);
    EXPECT_TRUE(second.identityHidden);
    EXPECT_EQ(all(second).find("SPECIMEN"), std::string::npos);
    EXPECT_EQ(all(second).find("\"detail\":\"identified\""), std::string::npos);
    EXPECT_EQ(all(second).find("first impression"), std::string::npos);
    EXPECT_TRUE(second.view.examinations.empty());
    EXPECT_TRUE(second.view.comparisonActors.empty());
    EXPECT_FALSE(as(supervisor).identityHidden);
    EXPECT_TRUE(as(supervisor).view.examinations.empty()) << "nobody sees the first notes before the second conclusion";
    view.exposure[berta.id] = {{Shown::Conclusions, {}, false}};
    EXPECT_TRUE(as(berta).view.examinations.empty()) << "what was shown of a settled round opens none that is under way";
    view.exposure[berta.id] = {{Shown::Conclusions, {}, false, true}};
    EXPECT_EQ(as(berta).view.examinations.size(), 1u) << "recorded, and no longer blind";
    view.exposure.clear();
    view.examinations.push_back(examination(berta, 2));
    view.examinations.back().concluded = kNow;
    view.state = CaseState::Disagreement;
    EXPECT_EQ(as(berta).view.examinations.size(), 2u);
    EXPECT_FALSE(as(berta).identityHidden);
    view.state = CaseState::IdentityResolved;
    EXPECT_EQ(as(person("anyone", {Role::Officer})).view.examinations.size(), 2u);
}

TEST_F(Visible, OfficersReadOneNeutralHold) {
    std::set<std::string> seen;
    for (const auto kind : {HoldKind::Protection, HoldKind::Medical, HoldKind::LegalRetention}) {
        view.holds = {{kind, ana.id, kNow}};
        view.history = {{sha256("1"), "hold.place", ana.id, kNow, std::string(codeOf(kind)), ""},
                        {sha256("2"), "decision.refused", supervisor.id, kNow, "E_HOLD_" + std::string(kind == HoldKind::Protection ? "PROTECTION" : kind == HoldKind::Medical ? "MEDICAL" : "LEGAL_RETENTION"), ""}};
        const auto officer = as(berta);
        EXPECT_TRUE(officer.onHold);
        EXPECT_EQ(officer.onHoldSince, kNow);
        seen.insert(all(officer));
        for (const auto* who : {&supervisor, &protection}) {
            EXPECT_TRUE(as(*who).view.has(kind));
            EXPECT_FALSE(as(*who).onHold);
        }
    }
    EXPECT_EQ(seen.size(), 1u) << "the three look alike to the last byte";
}

TEST_F(Visible, ClaimsAreForProtectionAlone) {
    for (const auto* who : {&ana, &supervisor}) {
        EXPECT_EQ(as(*who).view.documents.size(), 1u);
        EXPECT_EQ(all(as(*who)).find("fear_question"), std::string::npos);
    }
    EXPECT_EQ(as(protection).view.documents.size(), 2u);
}

}  // namespace
}  // namespace cotejo::review
