#include <gtest/gtest.h>

#include <fstream>

#include "core/base/file.h"
#include "core/store/blob_file.h"
#include "core/store/blob_table.h"
#include "core/store/errors.h"
#include "core/store/store.h"
#include "core/store/watchlist_table.h"
#include "tests/support/temp_folder.h"

namespace cotejo::store {
namespace {

Bytes pattern(std::size_t size, std::uint8_t seed = 1) {
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 31 + seed + (i >> 8));
    return bytes;
}

class BlobTest : public testing::Test {
  protected:
    void SetUp() override { store = std::move(*Store::create(folder / "post", Secret::random(32))); }
    Hash put(const Bytes& bytes) {
        auto sha = store->write([&](Transaction& tx) { return store->blobs(tx).put(tx, bytes, "image/png"); });
        EXPECT_TRUE(sha) << (sha ? "" : sha.error().detail);
        return sha ? *sha : Hash{};
    }
    Result<Bytes> get(const Hash& sha) {
        auto reader = store->reader();
        return store->blobs(*reader).get(sha);
    }
    std::vector<std::filesystem::path> files() {
        std::vector<std::filesystem::path> found;
        for (const auto& each : std::filesystem::recursive_directory_iterator(folder / "post" / "blobs"))
            if (each.is_regular_file()) found.push_back(each.path());
        return found;
    }
    test::TempFolder folder;
    std::unique_ptr<Store> store;
};

TEST_F(BlobTest, SmallOnesInlineLargeOnesInFiles) {
    for (const std::size_t size : {0u, 1u, 65535u, 65536u, 65537u, 131072u, 200000u}) {
        const auto bytes = pattern(size, static_cast<std::uint8_t>(size));
        const auto before = files().size();
        const auto sha = put(bytes);
        EXPECT_EQ(sha, sha256(bytes));
        EXPECT_EQ(put(bytes), sha) << "twice is once";
        EXPECT_EQ(files().size() - before, size > BlobTable::kInlineCap ? 1u : 0u);
        const auto back = get(sha);
        ASSERT_TRUE(back) << back.error().detail;
        EXPECT_EQ(*back, bytes);
    }
    EXPECT_TRUE(get(sha256("never seen")).error().is(kMissing));
}

TEST_F(BlobTest, RolledBackFilesGo) {
    const auto failed = store->write([&](Transaction& tx) -> Status {
        COTEJO_TRY(store->blobs(tx).put(tx, pattern(100000), "image/png"));
        return fail("E_TEST", "stop");
    });
    EXPECT_FALSE(failed);
    EXPECT_TRUE(files().empty());
}

TEST_F(BlobTest, DamagedFilesAreNoticedAndKept) {
    const auto bytes = pattern(150000);
    const auto sha = put(bytes);
    const auto path = files().at(0);
    const auto whole = *readFile(path);
    const auto write = [&](const Bytes& content) {
        std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    };
    for (std::size_t at = 0; at < whole.size(); at += 4999) {
        auto broken = whole;
        broken[at] ^= 1;
        write(broken);
        ASSERT_TRUE(get(sha).error().is(kCorrupt)) << at;
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{29}, whole.size() / 2, whole.size() - 1}) {
        write(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
        ASSERT_TRUE(get(sha).error().is(kCorrupt)) << size;
    }
    // Cut exactly between two chunks: only the missing final tag tells.
    write(Bytes(whole.begin(), whole.begin() + 5 + 24 + 65536 + 17));
    EXPECT_TRUE(get(sha).error().is(kCorrupt));
    auto longer = whole;
    longer.resize(longer.size() + 20);
    write(longer);
    EXPECT_TRUE(get(sha).error().is(kCorrupt));
    write(whole);
    EXPECT_TRUE(get(sha));
    std::filesystem::remove(path);
    EXPECT_TRUE(get(sha).error().is(kCorrupt));
}

TEST_F(BlobTest, FilesDoNotServeForOneAnother) {
    const auto one = pattern(100000, 1), two = pattern(100000, 2);
    const auto shaOne = put(one);
    const auto fileOne = files().at(0);
    put(two);
    const auto both = files();
    const auto fileTwo = both[0] == fileOne ? both[1] : both[0];
    std::filesystem::copy_file(fileTwo, fileOne, std::filesystem::copy_options::overwrite_existing);
    EXPECT_TRUE(get(shaOne).error().is(kCorrupt));
}

TEST_F(BlobTest, PiecesArriveInOrderAndAreCheckedAtTheEnd) {
    const auto bytes = pattern(300000);
    const auto sha = sha256(bytes);
    const auto owner = CaseId::random();
    const auto inWrite = [&](const std::function<Status(Transaction&, BlobTable)>& work) {
        return store->write([&](Transaction& tx) { return work(tx, store->blobs(tx)); });
    };
    ASSERT_TRUE(inWrite([&](Transaction& tx, BlobTable) { return expectBlob(tx, {sha, bytes.size(), "image/png", "face"}, owner.bytes()); }));
    const auto piece = [&](std::size_t from, std::size_t to) {
        return inWrite([&](Transaction&, BlobTable blobs) { return blobs.addPart(sha, from, ByteView(bytes).subspan(from, to - from)); });
    };
    ASSERT_TRUE(piece(0, 100000));
    EXPECT_FALSE(piece(0, 100000)) << "not twice";
    EXPECT_FALSE(piece(200000, 300000)) << "no holes";
    {
        auto reader = store->reader();
        const auto missing = store->blobs(*reader).missing();
        ASSERT_EQ(missing->size(), 1u);
        EXPECT_EQ(missing->at(0).have, 100000u);
        EXPECT_EQ(missing->at(0).length, bytes.size());
    }
    ASSERT_TRUE(piece(100000, 299999));
    ASSERT_TRUE(inWrite([&](Transaction&, BlobTable blobs) { return blobs.addPart(sha, 299999, Bytes{0xAA}); }));
    EXPECT_TRUE(inWrite([&](Transaction& tx, BlobTable blobs) { return blobs.finishParts(tx, sha); }).error().is(kCorrupt));
    ASSERT_TRUE(inWrite([&](Transaction&, BlobTable blobs) { return blobs.dropParts(sha); }));
    ASSERT_TRUE(piece(0, 300000));
    ASSERT_TRUE(inWrite([&](Transaction& tx, BlobTable blobs) { return blobs.finishParts(tx, sha); }));
    EXPECT_EQ(*get(sha), bytes);
    auto reader = store->reader();
    EXPECT_TRUE(store->blobs(*reader).missing()->empty());
}

record::WatchlistEntry entryWith(const std::vector<Hash>& blobs, std::int64_t version = 1) {
    record::WatchlistEntry entry;
    entry.id = *WatchlistEntryId::fromText("000102030405060708090a0b0c0d0e0f");
    entry.gallery = "wanted";
    entry.name = "Specimen";
    entry.version = version;
    std::uint8_t number = 0;
    for (const auto& blob : blobs) {
        record::Capture capture;
        capture.id = CaptureId(FixedBytes<CaptureTag, 16>({++number}));
        capture.modality = record::Modality::Finger;
        capture.blob = blob;
        entry.captures.push_back(capture);
    }
    return entry;
}

TEST_F(BlobTest, WithdrawnEntriesLoseTheirBiometricsAtOnce) {
    const auto own = put(pattern(100000, 5)), shared = put(pattern(500, 6));
    const auto someCase = CaseId::random();
    const record::Algorithm algorithm{"ctj-finger", "1.0.0", sha256("model")};
    const auto entry = entryWith({own, shared});
    ASSERT_TRUE(store->write([&](Transaction& tx) -> Status {
        COTEJO_TRY(expectBlob(tx, {shared, 500, "image/png", "finger"}, someCase.bytes()));
        COTEJO_TRY(WatchlistTable(tx).put(tx, store->blobs(tx), entry));
        COTEJO_TRY(TemplateTable(tx).put(entry.captures[0].id, algorithm, pattern(40)));
        return TemplateTable(tx).putFailure(entry.captures[1].id, algorithm, "failed_extraction");
    }));
    {
        auto reader = store->reader();
        EXPECT_EQ(WatchlistTable(*reader).references("wanted", record::Modality::Finger)->size(), 2u);
        int found = 0;
        ASSERT_TRUE(TemplateTable(*reader).forEachReference("wanted", algorithm, [&](const auto& reference, ByteView bytes) {
            EXPECT_EQ(reference.capture, entry.captures[0].id);
            EXPECT_EQ(bytes.size(), 40u);
            return ++found > 0;
        }));
        EXPECT_EQ(found, 1);
        EXPECT_EQ((*TemplateTable(*reader).find(entry.captures[1].id, algorithm))->failure, "failed_extraction");
        auto other = algorithm;
        other.model = sha256("another model");
        EXPECT_FALSE(TemplateTable(*reader).find(entry.captures[0].id, other)->has_value());
        EXPECT_EQ(WatchlistTable(*reader).galleries()->at(0).active, 1);
    }
    ASSERT_TRUE(store->write([&](Transaction& tx) { return WatchlistTable(tx).withdraw(tx, store->blobs(tx), entry.id, 2); }));
    EXPECT_TRUE(get(own).error().is(kMissing));
    EXPECT_TRUE(get(shared)) << "a case still uses it";
    auto reader = store->reader();
    const auto tombstone = *WatchlistTable(*reader).find(entry.id);
    ASSERT_TRUE(tombstone);
    EXPECT_EQ(tombstone->status, record::EntryStatus::Withdrawn);
    EXPECT_EQ(tombstone->version, 2);
    EXPECT_TRUE(tombstone->name.empty());
    EXPECT_TRUE(WatchlistTable(*reader).references("wanted", record::Modality::Finger)->empty());
    EXPECT_FALSE(TemplateTable(*reader).find(entry.captures[0].id, algorithm)->has_value());
    EXPECT_EQ(WatchlistTable(*reader).galleries()->at(0).active, 0);
}

TEST_F(BlobTest, OlderEntriesNeverComeBack) {
    const auto image = put(pattern(100));
    const auto putEntry = [&](record::WatchlistEntry entry) {
        ASSERT_TRUE(store->write([&](Transaction& tx) { return WatchlistTable(tx).put(tx, store->blobs(tx), entry); }));
    };
    putEntry(entryWith({image}, 5));
    auto old = entryWith({image}, 4);
    old.name = "Older";
    putEntry(old);
    auto reader = store->reader();
    EXPECT_EQ((*WatchlistTable(*reader).find(old.id))->name, "Specimen");
    ASSERT_TRUE(store->write([&](Transaction& tx) { return WatchlistTable(tx).withdraw(tx, store->blobs(tx), old.id, 6); }));
    putEntry(entryWith({image}, 5));
    EXPECT_EQ((*WatchlistTable(*reader).find(old.id))->status, record::EntryStatus::Withdrawn);
    EXPECT_EQ(WatchlistTable(*reader).list("wanted", {}, 0, 10)->size(), 1u);
    EXPECT_EQ(WatchlistTable(*reader).list("wanted", record::EntryStatus::Withdrawn, 0, 10)->size(), 1u);
    EXPECT_TRUE(WatchlistTable(*reader).list("wanted", record::EntryStatus::Active, 0, 10)->empty());
}

}  // namespace
}  // namespace cotejo::store
