#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <sstream>

#include "core/base/errors.h"
#include "core/decide/case_service.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/match/finger/extract/extract.h"
#include "core/review/errors.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/print_png.h"
#include "tests/support/test_post.h"

namespace cotejo::review {
namespace {

using namespace record;

struct Search : ::testing::Test {
    test::TestPost post;
    std::unique_ptr<access::Desk> desk;

    void SetUp() override {
        post.add("officer", {{Role::Officer}});
        desk = std::move(*post.signIn("officer"));
    }
    static Bytes print(std::uint64_t finger, std::uint64_t impression) {
        match::ImpressionOptions options;
        options.noise = 0.15;
        return test::printPng(finger, impression, options);
    }
    static Capture capture(FingerPosition position) {
        Capture each;
        each.id = CaptureId::random();
        each.modality = Modality::Finger;
        each.position = position;
        each.mime = "image/png";
        each.ppi = {500, PpiSource::Header};
        return each;
    }
    WatchlistEntryId list(std::uint64_t finger, FingerPosition position, EntryStatus status = EntryStatus::Active) {
        WatchlistEntry entry;
        entry.id = WatchlistEntryId::random();
        entry.gallery = "wanted";
        entry.status = status;
        entry.version = 1;
        entry.captures = {capture(position)};
        entry.captures[0].kind = CaptureKind::Reference;
        auto& store = desk->store();
        const auto done = store.write([&](store::Transaction& tx) -> Status {
            COTEJO_TRY_ASSIGN(entry.captures[0].blob, store.blobs(tx).put(tx, print(finger, 2), "image/png"));
            COTEJO_TRY(store::WatchlistTable(tx).put(tx, store.blobs(tx), entry));
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(desk->clock().now()));
        });
        EXPECT_TRUE(done);
        return entry.id;
    }
    Status store(const WatchlistEntry& entry, const std::vector<Bytes>& images, access::Desk& at) {
        auto& store = at.store();
        return store.write([&](store::Transaction& tx) -> Status {
            for (const auto& image : images) COTEJO_TRY(store.blobs(tx).put(tx, image, "image/png"));
            COTEJO_TRY(store::WatchlistTable(tx).put(tx, store.blobs(tx), entry));
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(at.clock().now()));
        });
    }
    CaseId open(std::vector<decide::NewCapture> samples) {
        OpenCase act;
        act.legalBasis = "border control";
        decide::CaseService service(*desk);
        const auto id = *service.open(act, std::move(samples));
        EXPECT_TRUE(service.perform(id, StartTriage{}));
        return id;
    }
};

TEST_F(Search, ANarrowedRateIsTheRateThatIsSearchedWith) {
    list(7, FingerPosition::RightIndex);
    const auto id = open({{capture(FingerPosition::RightIndex), print(7, 1)}});
    std::vector<double> asked;
    SearchService engine(*desk, [&](const Algorithm& algorithm, double fmr) {
        asked.push_back(fmr);
        return std::optional(Threshold{algorithm, fmr < 1e-4 ? 1e9 : -1e9, fmr, "specimen", {}});
    });
    decide::CaseService service(*desk);
    EXPECT_EQ(service.search(id, engine)->candidates.size(), 1u);
    SearchLimits rare;
    rare.purpose = "only what chance hardly explains";
    rare.fmrTarget = 1e-5;
    const auto narrowed = service.search(id, engine, {}, {}, rare);
    ASSERT_TRUE(narrowed) << narrowed.error().detail;
    EXPECT_TRUE(narrowed->candidates.empty());
    EXPECT_TRUE(narrowed->coverage->limited);
    EXPECT_EQ(asked, (std::vector{kSearchFmr, 1e-5}));
    const auto shipped = *shippedThresholds();
    EXPECT_GT(shipped(match::fingerAlgorithm(), 1e-4)->value, shipped(match::fingerAlgorithm(), 1e-2)->value);
}

/// Two who examine again must have before them what they examine again, whoever searched and however.
TEST_F(Search, AReexaminationComparesTheEntryAgainWhateverItsScore) {
    const auto wanted = list(7, FingerPosition::RightIndex);
    const auto other = list(8, FingerPosition::RightIndex);
    const auto id = open({{capture(FingerPosition::RightIndex), print(7, 1)}});
    SearchService engine(*desk, [](const Algorithm& algorithm, double) { return std::optional(Threshold{algorithm, 1e9, 1e-4, "specimen", {}}); });
    auto reader = desk->store().reader();
    ASSERT_TRUE(reader);
    auto view = **store::CaseTable(*reader).find(id);
    EXPECT_TRUE(engine.search(view)->candidates.empty());
    view.identifications.emplace_back().entry = wanted;
    EXPECT_TRUE(engine.search(view)->candidates.empty()) << "in a re-examination alone";
    view.reexaminations.emplace_back();
    SearchLimits narrow;
    narrow.purpose = "somebody else";
    narrow.persons = {other};
    narrow.atMost = 1;
    const std::array asked{SearchLimits{}, narrow};
    for (const auto& limits : asked) {
        const auto again = engine.search(view, limits);
        ASSERT_TRUE(again) << again.error().detail;
        ASSERT_EQ(again->candidates.size(), 1u);
        EXPECT_EQ(again->candidates[0].entry, wanted);
        EXPECT_EQ(again->candidates[0].decision, ComparisonDecision::NonMatch) << "the machine's own word stays what it was";
    }
}

/// Whom a partner named is a candidate of the case that asked, whatever the score, and of no other.
TEST_F(Search, WhomAPartnerNamedIsComparedInTheCaseThatAsked) {
    list(7, FingerPosition::RightIndex);
    PartnerRequest request;
    request.terms.id = RequestId::random();
    request.reply = PartnerReply::Candidates;
    request.candidates = 2;
    const auto name = [&](std::uint64_t finger, FingerPosition position) {
        WatchlistEntry entry;
        entry.id = WatchlistEntryId::random();
        entry.gallery = answerList(request.terms.id);
        entry.statedPurpose = EntryPurpose::Wanted;
        entry.issuerCountry = "UTN";
        entry.version = 1;
        entry.captures = {capture(position)};
        entry.captures[0].kind = CaptureKind::Reference;
        const auto image = print(finger, 2);
        entry.captures[0].blob = sha256(image);
        EXPECT_TRUE(store(entry, {image}, *desk));
        return entry.id;
    };
    const auto stranger = name(9, FingerPosition::RightIndex);
    const auto id = open({{capture(FingerPosition::RightIndex), print(7, 1)}});
    SearchService engine(*desk, [](const Algorithm& algorithm, double) { return std::optional(Threshold{algorithm, 1e9, 1e-4, "specimen", {}}); });
    auto reader = desk->store().reader();
    auto view = **store::CaseTable(*reader).find(id);
    const auto another = engine.search(view);
    ASSERT_TRUE(another);
    EXPECT_TRUE(another->candidates.empty()) << "a case that did not ask";
    EXPECT_EQ(another->coverage.asked, std::vector<std::string>{"wanted"});
    view.partnerRequests = {request};
    const auto half = engine.search(view);
    EXPECT_TRUE(std::ranges::any_of(half->coverage.notSearched, [&](const auto& each) { return each.what == answerList(request.terms.id) && each.reason == "answer_missing"; }))
        << "one of two has not arrived";
    EXPECT_FALSE(decide::searchedWhole([&] { auto with = view; with.coverage = half->coverage; return with; }()));
    const auto apart = name(7, FingerPosition::LeftThumb);
    SearchLimits one;
    one.purpose = "few";
    one.atMost = 1;
    const std::array asked{SearchLimits{}, one};
    for (const auto& limits : asked) {
        const auto found = engine.search(view, limits);
        ASSERT_TRUE(found);
        ASSERT_EQ(found->candidates.size(), 1u);
        EXPECT_EQ(found->candidates[0].entry, stranger);
        EXPECT_EQ(found->candidates[0].decision, ComparisonDecision::NonMatch);
        EXPECT_EQ(found->candidates[0].facts.issuerCountry, "UTN");
        EXPECT_EQ(found->candidates[0].facts.purpose, EntryPurpose::Wanted);
        const auto list = std::ranges::find(found->coverage.searched, answerList(request.terms.id), &Coverage::Gallery::name);
        ASSERT_NE(list, found->coverage.searched.end());
        EXPECT_EQ(list->size, 2);
        EXPECT_EQ(list->compared, 1) << "the other one has no print that the case has";
    }
    store::WatchlistTable lists(*reader);
    EXPECT_EQ(lists.galleries()->size(), 1u) << "it is on no list of the post";
    const auto rows = *lists.list("", {}, 0, 100);
    for (const auto& row : rows) EXPECT_NE(row.entry.id, apart);
    const auto texts = *lists.texts("", {}, 0, 100);
    for (const auto& row : texts) EXPECT_NE(row.entry, stranger);
    const auto changes = *lists.changes(0, 100);
    for (const auto& change : changes) EXPECT_NE(change.entry.id, stranger);
}

TEST_F(Search, EntriesThatNoSampleCouldBeComparedWithAreCounted) {
    list(7, FingerPosition::RightIndex);
    list(8, FingerPosition::LeftThumb);
    list(9, FingerPosition::LeftThumb);
    const auto searched = [&](std::vector<decide::NewCapture> samples) {
        SearchService engine(*desk, {});
        return *decide::CaseService(*desk).search(open(std::move(samples)), engine)->coverage;
    };
    const auto rare = searched({{capture(FingerPosition::RightIndex), print(7, 1)}});
    ASSERT_EQ(rare.searched.size(), 1u);
    EXPECT_EQ(rare.searched[0].size, 3);
    EXPECT_EQ(rare.searched[0].compared, 1);
    EXPECT_TRUE(std::ranges::any_of(rare.notSearched, [](const auto& each) { return each.what == "entries:2" && each.reason == "no_common_sample"; }));
    const auto nobody = searched({{capture(FingerPosition::LeftLittle), print(7, 1)}});
    EXPECT_EQ(nobody.searched[0].compared, 0);
    EXPECT_EQ(nobody.comparisons, 0);
    const auto unknown = searched({{capture(FingerPosition::Unknown), print(7, 1)}, {capture(FingerPosition::LeftRing), bytesOf("not an image")}});
    EXPECT_EQ(unknown.searched[0].compared, 3);
    EXPECT_EQ(unknown.unreadable.size(), 1u);
}

/// Its owner did not stand by it in a case: no search brings it up until the list changes it.
TEST_F(Search, AnEntryInQuarantineDoesNotComeUp) {
    const auto wanted = list(7, FingerPosition::RightIndex);
    CaseView doubting;
    doubting.id = CaseId::random();
    doubting.number = "PA-1";
    doubting.doubted[wanted] = 1;
    const auto put = [&](const CaseView& view) { ASSERT_TRUE(desk->store().write([&](store::Transaction& tx) { return store::CaseTable(tx).put(view); })); };
    const auto found = [&] {
        const auto id = open({{capture(FingerPosition::RightIndex), print(7, 1)}});
        SearchService engine(*desk, {});
        auto view = decide::CaseService(*desk).search(id, engine);
        EXPECT_TRUE(view);
        return *view;
    };
    EXPECT_EQ(found().candidates.size(), 1u);
    put(doubting);
    const auto held = found();
    EXPECT_TRUE(held.candidates.empty());
    EXPECT_TRUE(std::ranges::any_of(held.coverage->notSearched, [](const auto& each) { return each.what == "entries:1" && each.reason == "quarantined"; }));
    // The owner changed it since: it is another entry now.
    ASSERT_TRUE(desk->store().write([&](store::Transaction& tx) -> Status {
        auto entry = **store::WatchlistTable(tx).find(wanted);
        entry.version = 2;
        return store::WatchlistTable(tx).put(tx, desk->store().blobs(tx), entry);
    }));
    EXPECT_EQ(found().candidates.size(), 1u);
    // Or the answer was settled otherwise.
    doubting.doubted[wanted] = 2;
    put(doubting);
    EXPECT_TRUE(found().candidates.empty());
    doubting.doubted.clear();
    put(doubting);
    EXPECT_EQ(found().candidates.size(), 1u);
}

TEST_F(Search, FindsTheFingerAndStatesItsCoverage) {
    const auto wanted = list(7, FingerPosition::RightIndex);
    list(8, FingerPosition::RightIndex);
    list(9, FingerPosition::LeftThumb);                              // another position: not compared
    list(7, FingerPosition::RightIndex, EntryStatus::Suspended);     // may not alert
    auto bandaged = capture(FingerPosition::LeftIndex);
    bandaged.missing = MissingReason::Bandaged;
    auto unread = capture(FingerPosition::LeftThumb);
    unread.undecoded = "variant not supported";
    const auto id = open({{capture(FingerPosition::RightIndex), print(7, 1)}, {bandaged, {}}, {unread, bytesOf("not an image")}});
    decide::CaseService service(*desk);
    const auto level = [](const Algorithm& algorithm, double) { return std::optional(Threshold{algorithm, -1e9, 1e-4, "specimen", {}}); };
    SearchService engine(*desk, level);
    const auto view = service.search(id, engine);
    ASSERT_TRUE(view) << view.error().detail;
    ASSERT_EQ(view->candidates.size(), 2u);
    EXPECT_EQ(view->candidates[0].entry, wanted);
    EXPECT_EQ(view->candidates[0].rank, 1);
    EXPECT_GT(view->candidates[0].score.value, view->candidates[1].score.value);
    EXPECT_EQ(view->candidates[0].score.algorithm, match::fingerAlgorithm());
    const auto& coverage = *view->coverage;
    EXPECT_EQ(coverage.fingers, 1);
    ASSERT_EQ(coverage.searched.size(), 1u);
    EXPECT_EQ(coverage.searched[0].name, "wanted");
    EXPECT_EQ(coverage.searched[0].size, 3) << "active entries";
    std::map<std::string, std::string> left;
    for (const auto& each : coverage.notSearched) left[each.what] = each.reason;
    EXPECT_EQ(left["left_index"], "bandaged");
    EXPECT_EQ(left["left_thumb"], "undecoded");

    const double between = (view->candidates[0].score.value + view->candidates[1].score.value) / 2;
    SearchService strict(*desk, [&](const Algorithm& algorithm, double) { return std::optional(Threshold{algorithm, between, 1e-4, "specimen", {}}); });
    EXPECT_EQ(service.search(id, strict)->candidates.size(), 1u);
    SearchService uncalibrated(*desk, {});
    const auto open = service.search(id, uncalibrated);
    EXPECT_EQ(open->candidates.size(), 2u);
    EXPECT_EQ(open->candidates[0].decision, ComparisonDecision::NonMatch) << "no threshold, no decision";
    EXPECT_EQ(std::ranges::count(open->coverage->notSearched, "not_calibrated", &Coverage::NotSearched::reason), 1);
}

TEST_F(Search, RefusesAnOldListAndCasesWithoutSamples) {
    const auto empty = open({});
    decide::CaseService service(*desk);
    SearchService engine(*desk, {});
    EXPECT_EQ(service.search(empty, engine).error().code, decide::kSnapshotExpired) << "no list at all";
    list(7, FingerPosition::RightIndex);
    EXPECT_EQ(service.search(empty, engine).error().code, kNothingToSearch);
    const auto id = open({{capture(FingerPosition::RightIndex), print(7, 1)}});
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_EQ(service.search(id, engine, stopped.get_token()).error().code, base::kCancelled);
    EXPECT_FALSE(CaseView(*service.perform(id, AddNote{"x"})).coverage) << "a stopped search records nothing";
    post.clock.advance(std::chrono::hours(73));
    EXPECT_EQ(service.search(id, engine).error().code, decide::kSnapshotExpired);
}

std::string summary(const Result<RecordSearch>& found) {
    if (!found) return found.error().code;
    std::ostringstream text;
    for (const auto& each : found->candidates)
        text << each.rank << " " << each.entry.text() << " " << each.reference.text() << " " << each.probe.text() << " " << each.score.value << "\n";
    for (const auto& each : found->coverage.searched) text << each.name << " " << each.size << "\n";
    for (const auto& each : found->coverage.notSearched) text << each.what << " " << each.reason << "\n";
    return text.str();
}

// Whatever happens to the list, and from whatever program, a search with what is kept in memory finds what a search from nothing finds.
TEST_F(Search, AnswersOfAKeptServiceAreThoseOfANewOne) {
    post.add("other", {{Role::Officer}});
    const auto other = std::move(*post.signIn("other"));
    constexpr std::uint64_t kFingers = 6;
    std::vector<Bytes> images;
    for (std::uint64_t finger = 0; finger < kFingers; ++finger)
        for (std::uint64_t impression = 0; impression < 2; ++impression) images.push_back(print(30 + finger, impression));
    const auto id = open({{capture(FingerPosition::RightIndex), images[0]}, {capture(FingerPosition::Unknown), images[2]}});
    std::optional<CaseView> view;
    {
        auto reader = desk->store().reader();
        view = *store::CaseTable(*reader).find(id);
    }
    SearchService kept(*desk, {});
    std::mt19937 random(5);
    std::vector<WatchlistEntry> entries;
    std::int64_t version = 0;
    const FingerPosition positions[] = {FingerPosition::RightIndex, FingerPosition::LeftThumb, FingerPosition::Unknown};
    for (int step = 0; step < 60; ++step) {
        const bool fresh = entries.size() < 3 || random() % 3 == 0;
        if (fresh) {
            entries.emplace_back();
            entries.back().id = WatchlistEntryId::random();
            entries.back().gallery = random() % 2 ? "wanted" : "documents";
        }
        auto& entry = fresh ? entries.back() : entries[random() % entries.size()];
        entry.version = ++version;
        entry.status = std::array{EntryStatus::Active, EntryStatus::Active, EntryStatus::Active, EntryStatus::Suspended,
                                  EntryStatus::Withdrawn}[random() % 5];
        std::vector<Bytes> used;
        if (fresh || random() % 2) entry.captures.clear();
        for (std::size_t k = entry.captures.size(); k < 1 + random() % 2; ++k) {
            const auto& image = images[random() % images.size()];
            auto sample = capture(positions[random() % 3]);
            sample.kind = CaptureKind::Reference;
            sample.blob = sha256(image);
            if (random() % 8 == 0) sample.missing = MissingReason::Bandaged;
            entry.captures.push_back(sample);
            if (random() % 6 != 0) used.push_back(image);  // the others have not arrived yet
        }
        ASSERT_TRUE(store(entry, used, step % 2 ? *desk : *other)) << step;
        if (random() % 3 == 0) continue;
        SearchService anew(*desk, {});
        ASSERT_EQ(summary(kept.search(*view)), summary(anew.search(*view))) << "step " << step;
    }
}

TEST_F(Search, AWithdrawnEntryIsNeverFoundAgain) {
    const auto wanted = list(7, FingerPosition::RightIndex);
    const auto id = open({{capture(FingerPosition::RightIndex), print(7, 1)}});
    decide::CaseService service(*desk);
    SearchService engine(*desk, {});
    ASSERT_EQ(service.search(id, engine)->candidates.size(), 1u);
    ASSERT_TRUE(desk->store().write([&](store::Transaction& tx) {
        return store::WatchlistTable(tx).withdraw(tx, desk->store().blobs(tx), wanted, 2);
    }));
    EXPECT_TRUE(service.search(id, engine)->candidates.empty());
}

}  // namespace
}  // namespace cotejo::review
