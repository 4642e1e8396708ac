#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "tests/unit/decide/one_case.h"

/// Ways that a second and a third attack found around examinations and searches, each as it was walked: by an emptied re-examination, a narrowed
/// search, an ended case, an old list, another pair.
namespace cotejo::decide::testing {
namespace {

struct SecondPass : OneCase {
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

TEST_F(SecondPass, ASearchThatComparedNothingClearsNobody) {
    const auto needs = [&](std::int64_t entries, std::int64_t compared, bool unreadable) {
        Post each(people, "each");
        EXPECT_EQ(toReview(each, people, {}), "");
        auto made = search({});
        made.coverage.searched[0].size = entries;
        made.coverage.searched[0].compared = compared;
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

TEST_F(Portraits, APairThatWasOpenedAsksForItsEndWhateverIsOpenedAfterIt) {
    ASSERT_EQ(post.act(people.ana, SavePortraitAnalysis{Modality::Face, "oval"}), "");
    ASSERT_EQ(post.act(people.ana, OpenPortrait{live.id, document.id}), "");
    ASSERT_EQ(post.act(people.ana, OpenPortrait{live.id, second.id}), "");
    ASSERT_EQ(post.act(people.ana, concludes(second, ExaminerConclusion::Identification)), "");
    EXPECT_TRUE(portraitStandsInTheWay(post.view())) << "the first was looked at and not concluded";
    ASSERT_EQ(post.act(people.ana, concludes(document, ExaminerConclusion::Identification)), "");
    EXPECT_FALSE(portraitStandsInTheWay(post.view()));
}

TEST_F(Portraits, NobodyConcludesOnAPairTwice) {
    ASSERT_EQ(post.act(people.ana, SavePortraitAnalysis{Modality::Face, "oval"}), "");
    ASSERT_EQ(post.act(people.ana, OpenPortrait{live.id, document.id}), "");
    ASSERT_EQ(post.act(people.ana, concludes(document, ExaminerConclusion::Exclusion)), "");
    EXPECT_EQ(post.act(people.ana, concludes(document, ExaminerConclusion::Identification)), kConcludedBefore);
    EXPECT_TRUE(portraitStandsInTheWay(post.view()));
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

}  // namespace
}  // namespace cotejo::decide::testing
