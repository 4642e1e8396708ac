#include "core/decide/entry_watch.h"

#include <gtest/gtest.h>

#include "core/decide/case_door.h"
#include "core/decide/case_service.h"
#include "core/store/case_table.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/test_post.h"
#include "tests/support/undrawn.h"

namespace cotejo::decide {
namespace {

using namespace record;

struct EntryWatch : ::testing::Test {
    test::TestPost post;
    std::map<std::string, std::unique_ptr<access::Desk>> desks;
    CaseProjection projection;
    WatchlistEntry entry;
    CaseId id;

    void SetUp() override {
        post.add("officer", {{Role::Officer}});
        post.add("ana", {{Role::Officer}, {Role::ExaminerFinger}});
        post.add("berta", {{Role::Officer}, {Role::ExaminerFinger}});
        for (const char* login : {"officer", "ana", "berta", "admin"}) desks[login] = std::move(*post.signIn(login));
        entry.id = WatchlistEntryId::random();
        entry.gallery = "wanted";
        entry.grade = EvidenceGrade::Warrant;
        entry.reviewBy = post.clock.now() + std::chrono::hours(48);
        entry.version = 1;
        store();
        OpenCase open;
        open.legalBasis = "border control";
        open.traveler.birthDate = "1980-05-01";
        id = *CaseService(*desks["officer"], {}, test::undrawnId).open(open);
        does("officer", StartTriage{});
        RecordSearch search;
        Candidate candidate;
        candidate.id = CandidateId::random();
        candidate.entry = entry.id;
        candidate.modality = Modality::Finger;
        candidate.facts = {entry.gallery, entry.purpose(), entry.grade, "UTO", 1};
        search.candidates = {candidate};
        search.coverage.fingers = 1;
        search.coverage.searched.push_back({"wanted", 1, 1, post.clock.now()});
        does("officer", search);
        for (const char* login : {"ana", "berta"}) {
            ASSERT_TRUE(CaseService(*desks[login]).take(id));
            does(login, SaveAnalysis{"whorl"});
            does(login, VisitCandidate{candidate.id});
            does(login, Conclude{Outcome::Identified, candidate.id, {{candidate.id, ExaminerConclusion::Identification, "14 pairs", "smudged", false}}});
        }
    }
    void store() {
        ASSERT_TRUE(desks["admin"]->store().write([&](store::Transaction& tx) -> Status {
            auto blobs = desks["admin"]->store().blobs(tx);
            COTEJO_TRY(store::WatchlistTable(tx).put(tx, blobs, entry));
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(post.clock.now()));
        }));
    }
    void does(const std::string& login, const Act& act) {
        const auto done = CaseService(*desks[login]).perform(id, act);
        ASSERT_TRUE(done) << login << " " << typeOf(act) << ": " << done.error().code;
    }
    std::size_t tell(bool overdue = false) {
        const auto told = desks["admin"]->store().write([&](store::Transaction& tx) -> Result<std::size_t> {
            const auto now = desks["admin"]->clock().now();
            return overdue ? tellCasesOfOverdue(tx, desks["admin"]->journal(), projection, now)
                           : tellCases(tx, desks["admin"]->journal(), projection, {entry.id}, now);
        });
        return told.value();
    }
    CaseView view() {
        auto reader = desks["admin"]->store().reader();
        return *store::CaseTable(*reader).find(id).value();
    }
};

TEST_F(EntryWatch, AWithdrawalEndsTheGuardAndIsToldOnce) {
    ASSERT_TRUE(view().has(HoldKind::ReleaseGuard));
    EXPECT_EQ(tell(), 0u) << "nothing changed";
    entry.status = EntryStatus::Withdrawn;
    entry.version = 2;
    store();
    EXPECT_EQ(tell(), 1u);
    EXPECT_EQ(tell(), 0u);
    const auto after = view();
    EXPECT_FALSE(after.has(HoldKind::ReleaseGuard));
    EXPECT_EQ(after.deadlineKind, DeadlineKind::Release);
    ASSERT_EQ(after.notices.size(), 1u);
    EXPECT_TRUE(after.notices[0].officers.contains(desks["ana"]->officer().id));
    entry.status = EntryStatus::Active;
    entry.version = 3;
    store();
    EXPECT_EQ(tell(), 1u);
    EXPECT_TRUE(view().has(HoldKind::ReleaseGuard)) << "listed again: looked for again";
}

TEST_F(EntryWatch, AnEntryPastItsReviewEndsItToo) {
    EXPECT_EQ(tell(true), 0u);
    post.clock.advance(std::chrono::hours(49));
    EXPECT_EQ(tell(true), 1u);
    EXPECT_FALSE(view().has(HoldKind::ReleaseGuard));
}

TEST_F(EntryWatch, ReadingACaseIsWrittenIntoItOnce) {
    const auto exposed = [&] { return view().exposure.contains(desks["officer"]->officer().id); };
    EXPECT_FALSE(exposed());
    CaseDoor door(*desks["officer"]);
    ASSERT_TRUE(door.view(id));
    EXPECT_TRUE(exposed());
    const auto lines = view().history.size();
    ASSERT_TRUE(door.view(id));
    EXPECT_EQ(view().history.size(), lines) << "a second look tells nothing new";
    EXPECT_EQ(view().history.back().type, "view.record");
}

}  // namespace
}  // namespace cotejo::decide
