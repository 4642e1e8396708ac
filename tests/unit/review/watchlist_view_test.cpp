#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/record/act.h"
#include "core/review/errors.h"
#include "core/review/watchlist_view.h"
#include "core/store/sync_state.h"
#include "tests/support/test_post.h"

namespace cotejo::review {
namespace {

using namespace record;
using namespace std::chrono_literals;

struct Watchlist : ::testing::Test {
    test::TestPost post;
    std::unique_ptr<access::Desk> officer, supervisor, examiningSupervisor, admin;

    void SetUp() override {
        post.add("officer", {{Role::Officer}, {Role::ExaminerFace}});
        post.add("supervisor", {{Role::Supervisor}});
        post.add("both", {{Role::Supervisor}, {Role::ExaminerFinger, post.clock.now() + 24h}});
        officer = std::move(*post.signIn("officer"));
        supervisor = std::move(*post.signIn("supervisor"));
        examiningSupervisor = std::move(*post.signIn("both"));
        admin = std::move(*post.signIn());
    }
    WatchlistEntry entry(const std::string& name, const std::string& gallery = "wanted", EntryStatus status = EntryStatus::Active) {
        WatchlistEntry made;
        made.id = WatchlistEntryId::random();
        made.gallery = gallery;
        made.name = name;
        made.issuer = "Ministerio de Justicia";
        made.issuerCountry = "UTO";
        made.reason = "Specimen charge";
        made.caveats = "Specimen caveat";
        made.status = status;
        made.grade = EvidenceGrade::Warrant;
        made.reviewBy = post.clock.now() + 48h;
        made.version = 7;
        for (const auto modality : {Modality::Face, Modality::Finger, Modality::Finger}) {
            Capture capture;
            capture.id = CaptureId::random();
            capture.modality = modality;
            made.captures.push_back(capture);
        }
        made.captures.back().missing = MissingReason::Bandaged;
        return made;
    }
    void put(const WatchlistEntry& entry) {
        auto& store = officer->store();
        ASSERT_TRUE(store.write([&](store::Transaction& tx) -> Status {
            COTEJO_TRY(store::WatchlistTable(tx).put(tx, store.blobs(tx), entry));
            COTEJO_TRY(store::SyncState(tx).set(store::SyncState::kWatchlistVersion, std::int64_t(7)));
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(post.clock.now()));
        }));
    }
    static std::size_t found(access::Desk& desk, EntryFilter filter) { return WatchlistView(desk).page(filter, {}, 100)->rows.size(); }
};

TEST_F(Watchlist, NamesAndReasonsAreHiddenFromWhoeverMayExamine) {
    put(entry("MUÑOZ PEÑA, Specimen"));
    for (auto* desk : {officer.get(), examiningSupervisor.get()}) {
        const auto page = WatchlistView(*desk).page({}, {}, 10);
        ASSERT_TRUE(page);
        ASSERT_EQ(page->rows.size(), 1u);
        const auto& row = page->rows[0];
        EXPECT_TRUE(row.namesHidden);
        EXPECT_EQ(row.name + row.reason + row.caveats, "");
        EXPECT_EQ(row.issuer, "Ministerio de Justicia");
        EXPECT_EQ(row.faces, 1);
        EXPECT_EQ(row.fingers, 1) << "a finger that could not be taken is none";
        EXPECT_FALSE(WatchlistView(*desk).state()->readsNames);
    }
    const auto page = WatchlistView(*supervisor).page({}, {}, 10);
    EXPECT_FALSE(page->rows[0].namesHidden);
    EXPECT_EQ(page->rows[0].name, "MUÑOZ PEÑA, Specimen");
    EXPECT_EQ(page->rows[0].reason, "Specimen charge");
    post.clock.advance(25h);
    EXPECT_EQ(WatchlistView(*examiningSupervisor).page({}, {}, 10)->rows[0].namesHidden, false) << "the qualification has ended";
    EXPECT_EQ(WatchlistView(*admin).page({}, {}, 10).error().code, kMayNotRead);
    EXPECT_EQ(WatchlistView(*admin).state().error().code, kMayNotRead);
}

TEST_F(Watchlist, WordsDoNotTellWhatIsHidden) {
    put(entry("MUÑOZ PEÑA, Specimen"));
    for (const char* hidden : {"munoz", "MUÑOZ", "charge", "caveat"}) {
        EXPECT_EQ(found(*officer, {"", {}, hidden}), 0u) << hidden;
        EXPECT_EQ(found(*supervisor, {"", {}, hidden}), 1u) << hidden;
    }
    EXPECT_EQ(found(*supervisor, {"", {}, "PENA munoz"}), 1u) << "in any order, without accents";
    EXPECT_EQ(found(*officer, {"", {}, "justicia uto"}), 1u);
    EXPECT_EQ(found(*officer, {"", {}, "justicia xyz"}), 0u);
    const auto id = WatchlistView(*officer).page({}, {}, 1)->rows[0].id.text();
    EXPECT_EQ(found(*officer, {"", {}, id.substr(0, 8)}), 1u);
    EXPECT_EQ(found(*officer, {"", {}, id.substr(0, 3)}), 0u);
}

TEST_F(Watchlist, FiltersAndPagesGoOnWhereTheyEnded) {
    for (int i = 0; i < 7; ++i) put(entry("A", i % 2 == 0 ? "wanted" : "partners", i == 2 ? EntryStatus::Suspended : EntryStatus::Active));
    EXPECT_EQ(found(*officer, {"wanted", {}, ""}), 4u);
    EXPECT_EQ(found(*officer, {"wanted", EntryStatus::Active, ""}), 3u);
    EXPECT_EQ(found(*officer, {"", EntryStatus::Suspended, ""}), 1u);
    EXPECT_EQ(found(*officer, {"lost_documents", {}, ""}), 0u);
    for (const char* text : {"", "justicia"}) {
        std::set<WatchlistEntryId> seen;
        std::optional<std::int64_t> after;
        int pages = 0;
        do {
            const auto page = WatchlistView(*officer).page({"", {}, text}, after, 3);
            ASSERT_TRUE(page);
            ASSERT_LE(page->rows.size(), 3u);
            for (const auto& row : page->rows) EXPECT_TRUE(seen.insert(row.id).second) << "twice";
            after = page->next;
        } while (after && ++pages < 10);
        EXPECT_EQ(seen.size(), 7u) << text;
    }
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_EQ(WatchlistView(*officer).page({"", {}, "justicia"}, {}, 3, stopped.get_token()).error().code, base::kCancelled);
}

TEST_F(Watchlist, SaysHowOldTheListIsAndWhatIsPastItsReview) {
    EXPECT_EQ(WatchlistView(*officer).state()->issued, std::nullopt);
    EXPECT_EQ(WatchlistView(*officer).state()->age, SnapshotAge::Expired) << "no list is no fresh list";
    put(entry("A"));
    put(entry("B", "wanted", EntryStatus::Withdrawn));
    auto state = WatchlistView(*officer).state();
    ASSERT_TRUE(state);
    EXPECT_EQ(state->age, SnapshotAge::Fresh);
    EXPECT_EQ(state->version, 7);
    post.clock.advance(24h);
    EXPECT_EQ(WatchlistView(*officer).state()->age, SnapshotAge::Stale);
    EXPECT_FALSE(WatchlistView(*officer).page({}, {}, 10)->rows[0].pastReview);
    post.clock.advance(24h);
    EXPECT_TRUE(WatchlistView(*officer).page({}, {}, 10)->rows[0].pastReview) << "at its review date an entry may no longer be acted upon";
    const auto withdrawn = WatchlistView(*supervisor).page({"", EntryStatus::Withdrawn, ""}, {}, 10);
    ASSERT_EQ(withdrawn->rows.size(), 1u);
    EXPECT_EQ(withdrawn->rows[0].name, "") << "a withdrawn entry leaves no name behind";
    EXPECT_EQ(withdrawn->rows[0].reviewBy, std::nullopt);
    post.clock.advance(24h);
    EXPECT_EQ(WatchlistView(*officer).state()->age, SnapshotAge::Expired);
}

}  // namespace
}  // namespace cotejo::review
