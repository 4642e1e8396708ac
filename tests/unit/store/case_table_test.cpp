#include <gtest/gtest.h>

#include <algorithm>

#include "core/store/case_table.h"
#include "core/store/errors.h"
#include "core/store/search_words.h"
#include "core/store/store.h"
#include "tests/support/sample_case.h"
#include "tests/support/temp_folder.h"

namespace cotejo::store {
namespace {

class CaseTableTest : public testing::Test {
  protected:
    void SetUp() override {
        auto made = Store::create(folder / "post", Secret::random(32));
        ASSERT_TRUE(made) << made.error().detail;
        store = std::move(*made);
    }
    void put(const record::CaseView& view) {
        const auto done = store->write([&](Transaction& tx) { return CaseTable(tx).put(view); });
        ASSERT_TRUE(done) << done.error().detail;
    }
    void putMany(int count, const PostId& post = {}) {
        ASSERT_TRUE(store->writeMany(static_cast<std::size_t>(count), 500, [&](Transaction& tx, std::size_t i) {
            return CaseTable(tx).put(test::sampleCase(static_cast<int>(i), post));
        }));
    }
    QueuePage page(const QueueFilter& filter, const std::optional<QueueCursor>& after = {}, std::size_t limit = 500) {
        auto reader = store->reader();
        EXPECT_TRUE(reader) << (reader ? "" : reader.error().detail);
        auto found = CaseTable(*reader).page(filter, after, limit);
        EXPECT_TRUE(found) << (found ? "" : found.error().detail);
        return std::move(*found);
    }
    CaseCounters counters() {
        auto reader = store->reader();
        return *CaseTable(*reader).counters();
    }
    test::TempFolder folder;
    std::unique_ptr<Store> store;
};

TEST_F(CaseTableTest, NumbersGoOnBehindTheLastOfThePostAndTheYear) {
    const auto next = [&](const char* post, const char* at) {
        return *store->write([&](Transaction& tx) { return CaseTable(tx).nextNumber(post, *fromIso(at)); });
    };
    EXPECT_EQ(next("Paso Alto", "2026-11-23T00:00:00Z"), "PA-2026-000001");
    auto view = test::sampleCase(1);
    view.number = "PA-2026-000041";
    put(view);
    EXPECT_EQ(next("Paso Alto", "2026-11-23T00:00:00Z"), "PA-2026-000042");
    // What somebody typed neither moves the count nor is given a second time.
    for (const char* typed : {"PA-2026-9x", "PA-2026-99", "PA-2026-x", "PA-2026-000041-b"}) {
        auto other = test::sampleCase(2);
        other.id = CaseId::random();
        other.number = typed;
        put(other);
        EXPECT_EQ(next("Paso Alto", "2026-11-23T00:00:00Z"), "PA-2026-000042") << typed;
    }
    EXPECT_EQ(next("Paso Alto", "2027-01-01T00:00:00Z"), "PA-2027-000001");
    EXPECT_EQ(next("Ñandú", "2026-11-23T00:00:00Z"), "N-2026-000001");
    EXPECT_EQ(next("", "2026-11-23T00:00:00Z"), "C-2026-000001");
}

TEST_F(CaseTableTest, KeepsTheWholeCaseAndItsRow) {
    auto view = test::sampleCase(7);
    view.holds.push_back({record::HoldKind::Protection, OfficerId::random(), fromMillis(5)});
    view.lease = record::Lease{OfficerId::random(), "I. Salvatierra", fromMillis(99)};
    put(view);
    auto reader = store->reader();
    const auto found = CaseTable(*reader).find(view.id);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->number, view.number);
    EXPECT_TRUE((*found)->has(record::HoldKind::Protection));
    const auto row = CaseTable(*reader).row(view.id);
    ASSERT_TRUE(row && *row);
    EXPECT_EQ((*row)->familyName, view.traveler.familyName);
    EXPECT_EQ((*row)->documentNumber, "L0000007C");
    EXPECT_EQ((*row)->holds, std::set{record::HoldKind::Protection});
    EXPECT_EQ((*row)->lease->officerName, "I. Salvatierra");
    EXPECT_FALSE((*row)->waiting);
    EXPECT_EQ(CaseTable(*reader).findByNumber(view.number)->at(0), view.id);
    EXPECT_FALSE(CaseTable(*reader).find(CaseId::random())->has_value());
}

TEST_F(CaseTableTest, PagesAreInOrderWithoutGapsOrRepeats) {
    const auto here = PostId::random();
    putMany(700, here);
    for (const auto order : {QueueOrder::Urgency, QueueOrder::Deadline, QueueOrder::Newest}) {
        for (const bool onePost : {false, true}) {
            QueueFilter filter;
            filter.order = order;
            if (onePost) filter.post = here;
            std::vector<CaseRow> all;
            std::optional<QueueCursor> at;
            do {
                auto next = page(filter, at, 33);
                all.insert(all.end(), next.rows.begin(), next.rows.end());
                at = next.next;
            } while (at);
            EXPECT_EQ(all.size(), 466u);
            std::set<CaseId> distinct;
            for (const auto& row : all) distinct.insert(row.id);
            EXPECT_EQ(distinct.size(), all.size());
            EXPECT_TRUE(std::ranges::is_sorted(all, [&](const CaseRow& a, const CaseRow& b) {
                if (order == QueueOrder::Newest) return a.opened > b.opened;
                if (order == QueueOrder::Deadline) return a.deadline < b.deadline;
                return std::pair(a.priority, a.deadline) < std::pair(b.priority, b.deadline);
            }));
        }
    }
    QueueFilter elsewhere;
    elsewhere.post = PostId::random();
    EXPECT_TRUE(page(elsewhere).rows.empty());
}

TEST_F(CaseTableTest, FiltersNarrow) {
    putMany(60);
    auto mine = test::sampleCase(1);
    const auto me = OfficerId::random();
    mine.lease = record::Lease{me, "me", fromMillis(1000)};
    mine.holds.push_back({record::HoldKind::Conflict, me, fromMillis(1)});
    put(mine);
    QueueFilter filter;
    filter.leasedTo = me;
    filter.now = fromMillis(999);
    EXPECT_EQ(page(filter).rows.size(), 1u);
    filter.now = fromMillis(1000);
    EXPECT_EQ(page(filter).rows.size(), 0u) << "a lease that ran out is nobody's";
    filter = {};
    filter.holds = {record::HoldKind::Conflict};
    ASSERT_EQ(page(filter).rows.size(), 1u);
    EXPECT_EQ(page(filter).rows[0].id, mine.id);
    filter = {};
    filter.notLeased = true;
    EXPECT_EQ(page(filter).rows.size(), 39u);
    filter.priorities = {record::Priority::Urgent};
    for (const auto& row : page(filter).rows) EXPECT_EQ(row.priority, record::Priority::Urgent);
    filter = {};
    filter.states = {record::CaseState::Closed};
    EXPECT_EQ(page(filter).rows.size(), 20u);
    filter.openedSince = fromMillis(1'789'000'000'000 + 30'000);
    EXPECT_EQ(page(filter).rows.size(), 10u);
    auto reader = store->reader();
    filter.openedSince.reset();
    EXPECT_EQ(*CaseTable(*reader).countUpTo(filter, 100), 20);
    EXPECT_EQ(*CaseTable(*reader).countUpTo(filter, 5), 5);
}

TEST_F(CaseTableTest, CountersFollowEveryChange) {
    putMany(30);
    EXPECT_EQ(counters().total, 30);
    EXPECT_EQ(counters().open, 20);
    auto view = test::sampleCase(1);
    ASSERT_EQ(view.state, record::CaseState::Triage);
    const auto triage = counters().byState[record::CaseState::Triage];
    view.holds.push_back({record::HoldKind::Child, OfficerId::random(), fromMillis(1)});
    view.state = record::CaseState::InReview;
    put(view);
    put(view);
    EXPECT_EQ(counters().byState[record::CaseState::Triage], triage - 1);
    EXPECT_EQ(counters().byState[record::CaseState::InReview], 1);
    EXPECT_EQ(counters().openByHold[record::HoldKind::Child], 1);
    view.state = record::CaseState::Closed;
    view.post = PostId::random();
    put(view);
    EXPECT_EQ(counters().openByHold[record::HoldKind::Child], 0);
    EXPECT_EQ(counters().open, 19);
    EXPECT_EQ(counters().total, 30);
    auto reader = store->reader();
    EXPECT_EQ(CaseTable(*reader).counters(view.post)->total, 1);
}

TEST_F(CaseTableTest, FindsNamesAndNumbersAsTyped) {
    auto view = test::sampleCase(4417);
    view.traveler.familyName = "Müller Peña";
    view.traveler.givenNames = "Anna María";
    view.traveler.documents[0].number = "L898 902-C3";
    put(view);
    putMany(20);
    const auto finds = [&](const char* text) {
        QueueFilter filter;
        filter.text = text;
        filter.states = {record::CaseState::Closed, record::CaseState::Triage, record::CaseState::Received};
        const auto rows = page(filter).rows;
        return std::ranges::any_of(rows, [&](const CaseRow& row) { return row.id == view.id; });
    };
    for (const char* typed : {"muller", "MUELLER", "mül", "pena an", "peña", "maria", "ann", "l898902c3", "L898", "L898902-C",
                              "PA-2026-0044", "4417", "004417", "PA2026004417", "muller l898", "a"})
        EXPECT_TRUE(finds(typed)) << typed;
    for (const char* typed : {"ullers", "anna x", "4418", "\" OR \"", "muller NOT", "NEAR(anna maria)", "words:zzz", "anna*z"})
        EXPECT_FALSE(finds(typed)) << typed;
    view.traveler.familyName = "Rossi";
    put(view);
    EXPECT_FALSE(finds("muller"));
    EXPECT_TRUE(finds("rossi"));
}

TEST_F(CaseTableTest, OddSearchTextIsNeverAnError) {
    putMany(5);
    for (int c = 1; c < 256; ++c) {
        QueueFilter filter;
        filter.text = std::string("an") + static_cast<char>(c) + "na " + static_cast<char>(c);
        auto reader = store->reader();
        EXPECT_TRUE(CaseTable(*reader).page(filter, {}, 10)) << c;
    }
    EXPECT_EQ(searchExpression(" \t "), "");
}

TEST_F(CaseTableTest, ActorsOfComparisonsAreKept) {
    auto view = test::sampleCase(1);
    view.comparisonActors = {OfficerId::random()};
    put(view);
    view.comparisonActors.clear();
    put(view);
    auto reader = store->reader();
    EXPECT_EQ(reader->db().integer("SELECT count(*) FROM act_actor")->value_or(0), 1);
}

}  // namespace
}  // namespace cotejo::store
