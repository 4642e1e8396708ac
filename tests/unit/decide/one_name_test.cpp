#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/decide/errors.h"
#include "core/decide/table.h"
#include "tests/unit/decide/one_case.h"

/// Two things under one name, and one thing used twice: samples, candidates, entries, papers, roles.
namespace cotejo::decide::testing {
namespace {

struct OneName : OneCase {
    std::vector<Candidate> two = {candidate("one", Modality::Finger, 41, 1), candidate("two", Modality::Finger, 30, 2)};

    static AttachCapture picture(const CaptureId& id, const std::string& bytes) {
        AttachCapture act;
        act.capture.id = id;
        act.capture.modality = Modality::Finger;
        act.capture.blob = sha256(bytes);
        return act;
    }
    /// Identified as both entries, by two.
    void identifiedAsBoth() {
        ASSERT_EQ(toReview(post, people, two), "");
        ASSERT_EQ(identify(post, people, two), "");
        ASSERT_EQ(post.view().identifications.size(), 2u);
    }
    void listed(const WatchlistEntry& entry) { post.conditions.entry = entry; }
    std::string approved(const Officer& who) { return post.act(who, approve(post)); }
};

TEST_F(OneName, TwoPicturesUnderOneIdentifierCarryNothing) {
    Post remote{people, "rio claro"};
    OpenCase open;
    open.number = "PA-2026-000001";
    open.legalBasis = "border control";
    open.date = "2026-11-16";
    ASSERT_EQ(post.act(people.officer, open), "");
    remote.learn(post);
    const auto id = CaptureId::random();
    ASSERT_EQ(post.act(people.officer, picture(id, "his print")), "");
    EXPECT_EQ(post.act(people.ana, picture(id, "another print")), base::kInvalidArgument);
    EXPECT_EQ(post.act(people.ana, picture(id, "his print")), "") << "the same once more";
    EXPECT_TRUE(post.view().unusable.empty());
    ASSERT_EQ(remote.act(people.ana, picture(id, "another print")), "") << "unseen, or forged";
    post.learn(remote);
    EXPECT_EQ(post.view().captures.size(), 1u);
    EXPECT_EQ(post.view().unusable, std::set{id});
}

TEST_F(OneName, ACandidateIsNotRenamedToAnotherEntry) {
    ASSERT_EQ(toReview(post, people, one), "");
    auto renamed = one;
    renamed[0].entry = two[1].entry;
    ASSERT_EQ(post.act(people.ana, search(renamed)), "");
    EXPECT_TRUE(post.view().candidates.empty());
    EXPECT_EQ(post.view().coverage->setAside, 1) << "so nobody goes by one officer's word";
    ASSERT_EQ(post.act(people.ana, search({one[0], renamed[0], two[1]})), "");
    ASSERT_EQ(post.view().candidates.size(), 2u) << "what it meant first, and who came with a name of their own";
    EXPECT_EQ(post.view().candidates[0].entry, one[0].entry);
    EXPECT_EQ(post.view().coverage->setAside, 1);
    ASSERT_EQ(post.act(people.ana, search(one)), "");
    EXPECT_EQ(post.view().coverage->setAside, 0) << "found once more";
    auto probed = one;
    probed[0].probe = CaptureId::random();
    ASSERT_EQ(post.act(people.ana, search(probed)), "");
    EXPECT_TRUE(post.view().candidates.empty()) << "another sample is another comparison";
}

TEST_F(OneName, APaperLiftsOneHoldOfItsKind) {
    identified();
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Protection}), "");
    ASSERT_EQ(post.act(people.protection, paper("protection_decision")), "");
    const LiftHold lift{HoldKind::Protection, "decided", paperHash("protection_decision")};
    ASSERT_EQ(post.act(people.protection, lift), "");
    EXPECT_EQ(post.view().lifts[0].document, paperHash("protection_decision"));
    ASSERT_EQ(post.act(people.ana, PlaceHold{HoldKind::Protection}), "") << "expressed again";
    EXPECT_EQ(post.act(people.protection, lift), kDocumentMissing);
    EXPECT_TRUE(post.view().has(HoldKind::Protection));
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Child}), "");
    EXPECT_EQ(post.act(people.protection, LiftHold{HoldKind::Child, "decided", paperHash("protection_decision")}), "") << "the same decision on another matter";
    ASSERT_EQ(post.act(people.protection, paper("protection_decision", " of today")), "");
    EXPECT_EQ(post.act(people.protection, LiftHold{HoldKind::Protection, "decided", paperHash("protection_decision", " of today")}), "");
}

TEST_F(OneName, ARoleThatItsAuthorNeverHeldIsNotBelieved) {
    identified();
    post.force(people.ana, AddNote{"hidden"}).role = codeOf(Role::Protection);
    EXPECT_FALSE(post.view().remarks.back().restricted);
    EXPECT_FALSE(post.view().history.back().restricted);
    post.force(people.protection, AddNote{"kept apart"}).role = codeOf(Role::Protection);
    EXPECT_TRUE(post.view().remarks.back().restricted);
    ASSERT_EQ(post.act(people.officer, lease(post, people.officer)), "");
    post.force(people.ana, ReleaseLease{}).role = codeOf(Role::Supervisor);
    EXPECT_TRUE(post.view().lease) << "another's lease is a supervisor's to end";
    post.force(people.supervisor, ReleaseLease{}).role = codeOf(Role::Supervisor);
    EXPECT_FALSE(post.view().lease);
}

TEST_F(OneName, AnActAboutOneOfSeveralEntriesNamesIt) {
    identifiedAsBoth();
    const WatchlistEntryId none{}, other = WatchlistEntryId::random();
    ASSERT_EQ(post.act(people.officer, paper("owner_answer")), "");
    for (const auto& wrong : {none, other}) {
        EXPECT_EQ(post.act(people.officer, RequestConfirmation{"telephone", wrong}), kWhichEntry);
        EXPECT_EQ(post.act(people.officer, ConfirmEntry{"not_confirmed", "UTO-1", "e-mail", "duty officer", post.conditions.now, paperHash("owner_answer"), wrong}), kWhichEntry);
        EXPECT_EQ(post.act(people.supervisor, OverrideGuard{"release", "read", "art. 9", wrong}), kWhichEntry);
        EXPECT_EQ(post.act(people.supervisor, LapseGuard{wrong}), kWhichEntry);
    }
    for (const auto& each : two) ASSERT_EQ(post.act(people.officer, RequestConfirmation{"telephone", each.entry}), "");
    ASSERT_EQ(post.act(people.officer, RequestConfirmation{"telephone", two[0].entry}), "");
    std::vector<int> numbers;
    for (const auto& each : post.view().requests) numbers.push_back(each.number);
    EXPECT_EQ(numbers, (std::vector{1, 1, 2})) << "of each entry its own";
    // The same word twice is about the same entry.
    for (int i = 0; i < 2; ++i) {
        ASSERT_EQ(post.act(people.officer, ConfirmEntry{"not_confirmed", "UTO-1", "e-mail", "duty officer", post.conditions.now, paperHash("owner_answer"), two[0].entry}), "");
        ASSERT_EQ(post.act(people.second, OpenDocument{paperHash("owner_answer"), 1}), "");
        ASSERT_EQ(post.act(people.second, CountersignAnswer{post.view().answers.back().event}), "");
    }
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    for (const auto& each : post.view().identifications) EXPECT_EQ(each.guardEnded.empty(), each.entry == two[1].entry);
}

TEST_F(OneName, TwoSupervisorsWhoNameDifferentEntriesOverrideNeither) {
    identifiedAsBoth();
    ASSERT_EQ(post.act(people.supervisor, OverrideGuard{"release", "read", "art. 9", two[0].entry}), "");
    ASSERT_EQ(post.act(people.second, OverrideGuard{"release", "read", "art. 9", two[1].entry}), "");
    for (const auto& each : post.view().identifications) EXPECT_TRUE(each.guardEnded.empty());
    EXPECT_EQ(post.act(people.supervisor, OverrideGuard{"release", "read", "art. 9", two[0].entry}), kSameActor);
    ASSERT_EQ(post.act(people.second, OverrideGuard{"release", "read", "art. 9", two[0].entry}), "");
    EXPECT_EQ(post.act(people.dpo, OverrideGuard{"release", "read", "art. 9", two[0].entry}), kRole);
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(post.view().identification->entry, two[1].entry);
    EXPECT_EQ(post.act(people.second, OverrideGuard{"release", "read", "art. 9", two[0].entry}), kState) << "that guard is ended";
}

TEST_F(OneName, ClockTwoRunsOutForTheEntryThatIsNamed) {
    identifiedAsBoth();
    post.conditions.policy.maximumHold = std::chrono::hours(24);
    post.conditions.now += std::chrono::hours(30);
    ASSERT_EQ(post.act(people.supervisor, LapseGuard{two[1].entry}), "");
    for (const auto& each : post.view().identifications) EXPECT_EQ(each.guardEnded, each.entry == two[1].entry ? "lapse" : "");
    EXPECT_EQ(post.act(people.supervisor, LapseGuard{two[1].entry}), kState);
}

TEST_F(OneName, AnIdentificationIsJudgedByWhatTheListSays) {
    one[0].facts.purpose = EntryPurpose::Identity;
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(identify(post, people, one), "");
    ASSERT_FALSE(post.view().has(HoldKind::ReleaseGuard)) << "whoever searched wrote that it is a register";
    EXPECT_EQ(proposed(people.officer, Disposition::Admit), "");
    WatchlistEntry entry;
    entry.id = one[0].entry;
    entry.gallery = "wanted";
    entry.statedPurpose = EntryPurpose::Wanted;
    entry.grade = EvidenceGrade::Warrant;
    entry.version = 1;
    listed(entry);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Admit)), kEntryNotActionable);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::NoAction)), kEntryNotActionable);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::ReferPartnerCheck)), "") << "what asks does not rest on it";
    entry.version = 2;
    listed(entry);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Admit)), kEntryNotActionable) << "or became a wanted one since";
    entry.statedPurpose = EntryPurpose::Identity;
    listed(entry);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::Admit)), "");
}

TEST_F(OneName, AGradeThatTheListDoesNotGiveCarriesNothing) {
    one[0].facts.grade = EvidenceGrade::Conviction;
    identified();
    ASSERT_EQ(answered(post, people.officer, people.second, "confirmed"), "");
    WatchlistEntry entry;
    entry.id = one[0].entry;
    entry.gallery = "wanted";
    entry.statedPurpose = EntryPurpose::Wanted;
    entry.grade = EvidenceGrade::Charge;
    entry.version = 1;
    listed(entry);
    EXPECT_EQ(proposed(people.officer, Disposition::HoldFugitive), kEntryNotActionable);
    entry.version = 2;
    listed(entry);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::HoldFugitive)), "") << "another version may say another thing";
    entry.version = 1;
    entry.grade = EvidenceGrade::Conviction;
    listed(entry);
    EXPECT_EQ(post.act(people.officer, propose(Disposition::HoldFugitive)), "");
}

TEST_F(OneName, AnUnreadablePaperIsNamedSoByAnotherAndStandsForNothing) {
    identified();
    ASSERT_EQ(answered(post, people.officer, people.dora, "confirmed"), "");
    ASSERT_EQ(proposed(people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::HoldFugitive), "");
    ASSERT_EQ(post.act(people.officer, paper("other", " that no program draws")), "");
    const auto blob = paperHash("other", " that no program draws");
    auto unreadable = paper("other", " more");
    unreadable.document.kind = kUnreadable;
    EXPECT_EQ(post.act(people.officer, unreadable), base::kInvalidArgument);
    EXPECT_EQ(post.act(people.officer, NameDocument{blob, std::string(kUnreadable)}), kSameActor) << "not by who supplied it";
    ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
    const auto documents = post.view().documents;
    for (const auto& each : documents)
        if (each.blob != blob) {
            ASSERT_EQ(post.act(people.supervisor, OpenDocument{each.blob, each.pages}), "");
        }
    EXPECT_EQ(approved(people.supervisor), kNotRead);
    ASSERT_EQ(post.act(people.second, NameDocument{blob, std::string(kUnreadable)}), "");
    EXPECT_EQ(approved(people.second), kFourEyes) << "nor approves who said so";
    auto needed = post.view();
    EXPECT_EQ(approved(people.supervisor), "");
    for (auto& each : needed.documents)
        if (each.kind == "rights_information") each.kind = kUnreadable;
    EXPECT_EQ(missingPapers(needed, Disposition::HoldFugitive), std::vector<std::string>{"rights_information"});
}

}  // namespace
}  // namespace cotejo::decide::testing
