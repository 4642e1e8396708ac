#include "core/match/face/face_gallery.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <random>
#include <thread>

#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/match/errors.h"
#include "tests/support/temp_folder.h"

namespace cotejo::match {
namespace {

const record::Algorithm kSet{"set-a", "1.0.0", sha256(std::string_view("a"))};
constexpr std::size_t kDimension = 512;

/// Directions around a few centres, so that scores are close together and orders hard to get right.
class Faces {
  public:
    explicit Faces(unsigned seed, std::size_t dimension = kDimension)
        : m_random(seed), m_dimension(dimension) {
        for (auto& centre : m_centres)
            centre = draw(1);
    }
    FaceTemplate next() {
        auto values = draw(0.6F);
        const auto& centre = m_centres[m_random() % m_centres.size()];
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] += centre[i];
        return *FaceTemplate::fromEmbedding(values, kSet);
    }
    GalleryReference reference() {
        const char* galleries[] = {"wanted", "missing", "documents"};
        const char* purposes[] = {"", "border", "asylum"};
        const record::EntryStatus states[] = {record::EntryStatus::Active, record::EntryStatus::Active,
                                              record::EntryStatus::Suspended};
        return {idOf(m_random()), WatchlistEntryId(), galleries[m_random() % 3], purposes[m_random() % 3],
                states[m_random() % 3]};
    }
    static CaptureId idOf(std::uint64_t number) {
        std::array<std::uint8_t, 16> bytes{};
        for (std::size_t i = 0; i < 8; ++i)
            bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
        return CaptureId(FixedBytes<CaptureTag, 16>(bytes));
    }
    std::mt19937& random() { return m_random; }

  private:
    std::vector<float> draw(float deviation) {
        std::normal_distribution<float> normal(0, deviation);
        std::vector<float> values(m_dimension);
        for (auto& value : values)
            value = normal(m_random);
        return values;
    }
    std::mt19937 m_random;
    std::size_t m_dimension;
    std::array<std::vector<float>, 4> m_centres;
};

using Held = std::map<CaptureId, std::pair<GalleryReference, FaceTemplate>>;

bool passes(const GalleryReference& reference, const GalleryFilter& filter) {
    const bool gallery = filter.galleries.empty() ||
                         std::ranges::find(filter.galleries, reference.gallery) != filter.galleries.end();
    const bool purpose =
        filter.purpose.empty() || reference.purpose.empty() || reference.purpose == filter.purpose;
    return gallery && purpose &&
           std::ranges::find(filter.statuses, reference.status) != filter.statuses.end();
}

/// The definition: compare every reference, sort.
std::vector<std::pair<double, CaptureId>> exhaustive(const Held& held, const FaceTemplate& probe,
                                                     std::size_t top, const GalleryFilter& filter) {
    std::vector<std::pair<double, CaptureId>> all;
    for (const auto& [id, each] : held)
        if (passes(each.first, filter)) all.emplace_back(compareFaces(probe, each.second)->value, id);
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    all.resize(std::min(all.size(), top));
    return all;
}

void expectSame(const FaceGallery& gallery, const Held& held, const FaceTemplate& probe, std::size_t top,
                const GalleryFilter& filter) {
    const auto answer = gallery.search(probe, top, filter);
    ASSERT_TRUE(answer) << answer.error().detail;
    const auto expected = exhaustive(held, probe, top, filter);
    ASSERT_EQ(answer->candidates.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(answer->candidates[i].capture, expected[i].second) << i;
        EXPECT_EQ(answer->candidates[i].score.value, expected[i].first) << i;
    }
}

TEST(ByteScan, AllKindsGiveTheProductOfTheDefinition) {
    std::mt19937 random(3);
    for (const std::size_t dimension : {64U, 128U, 192U, 512U}) {
        constexpr std::size_t kRows = 9;
        alignas(64) std::int8_t probe[512], rows[kRows * 512];
        std::int32_t sums[kRows] = {}, expected[kRows] = {}, products[kRows];
        for (std::size_t i = 0; i < dimension; ++i)
            probe[i] = static_cast<std::int8_t>(i % 5 == 0 ? 127 : int(random() % 255) - 127);
        for (std::size_t i = 0; i < kRows * dimension; ++i) {
            rows[i] = static_cast<std::int8_t>(i % 3 == 0 ? -127 : int(random() % 255) - 127);
            sums[i / dimension] += rows[i];
            expected[i / dimension] += int(rows[i]) * int(probe[i % dimension]);
        }
        for (const auto kind : {ScanKind::Baseline, ScanKind::Avx2, ScanKind::Avx512Vnni}) {
            if (!isAvailable(kind)) continue;
            byteScan(kind)(probe, rows, sums, kRows, dimension, products);
            for (std::size_t i = 0; i < kRows; ++i)
                EXPECT_EQ(products[i], expected[i]) << nameOf(kind) << " " << dimension << " " << i;
        }
    }
}

TEST(FaceGallery, AnswersAsComparingEveryReferenceDoes) {
    for (const auto kind : {ScanKind::Baseline, ScanKind::Avx2, ScanKind::Avx512Vnni}) {
        if (!isAvailable(kind)) continue;
        Faces faces(11);
        FaceGallery gallery(kSet, kDimension, 2, kind);
        if (kind == bestScan()) {
            ASSERT_TRUE(gallery.keepLowerBytesIn(std::filesystem::temp_directory_path()));
        }
        Held held;
        for (int i = 0; i < 6000; ++i) {
            const auto reference = faces.reference();
            const auto face = faces.next();
            ASSERT_TRUE(gallery.add(reference, face));
            held[reference.capture] = {reference, face};
        }
        EXPECT_EQ(gallery.size(), held.size());
        for (int i = 0; i < 10; ++i) {
            const auto probe = faces.next();
            expectSame(gallery, held, probe, 10, {});
            expectSame(gallery, held, probe, 1,
                       {{"wanted"}, "border", {record::EntryStatus::Active, record::EntryStatus::Suspended}});
        }
        const auto answer = gallery.search(faces.next(), 10);
        EXPECT_LT(answer->reranked, 2000U) << "the scan decides nothing";
    }
}

TEST(FaceGallery, AddWithdrawAndFilterInAnyOrderEqualARebuild) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        Faces faces(seed, 64);
        auto& random = faces.random();
        FaceGallery gallery(kSet, 64);
        if (seed % 2 == 0) {
            ASSERT_TRUE(gallery.keepLowerBytesIn(std::filesystem::temp_directory_path()));
        }
        Held held;
        for (int step = 0; step < 600; ++step) {
            const auto kind = random() % 10;
            const auto pick = [&] {
                return std::next(held.begin(), static_cast<std::ptrdiff_t>(random() % held.size()))->first;
            };
            if (kind < 6 || held.empty()) {
                auto reference = faces.reference();
                if (kind == 0 && !held.empty()) reference.capture = pick();
                const auto face = faces.next();
                ASSERT_TRUE(gallery.add(reference, face));
                held[reference.capture] = {reference, face};
            } else if (kind < 9) {
                const auto id = pick();
                EXPECT_TRUE(gallery.withdraw(id));
                EXPECT_FALSE(gallery.withdraw(id));
                held.erase(id);
            } else {
                const auto id = pick();
                EXPECT_TRUE(gallery.setStatus(id, record::EntryStatus::Served));
                held[id].first.status = record::EntryStatus::Served;
            }
            if (step % 60 != 59) continue;
            FaceGallery rebuilt(kSet, 64);
            for (const auto& [id, each] : held)
                ASSERT_TRUE(rebuilt.add(each.first, each.second));
            EXPECT_EQ(gallery.size(), held.size());
            const auto probe = faces.next();
            for (const auto& filter :
                 {GalleryFilter{}, GalleryFilter{{"missing"}, "", {record::EntryStatus::Served}},
                  GalleryFilter{{}, "asylum", {record::EntryStatus::Active, record::EntryStatus::Served}}}) {
                expectSame(gallery, held, probe, 7, filter);
                expectSame(rebuilt, held, probe, 7, filter);
            }
        }
    }
}

class GalleryHome : public testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(Bytes, GalleryHome, testing::Bool(),
                         [](const auto& given) { return given.param ? "sealed" : "resident"; });

TEST_P(GalleryHome, CrossesChunksWhenItGrowsAndShrinks) {
    Faces faces(5, 64);
    FaceGallery gallery(kSet, 64);
    if (GetParam()) {
        ASSERT_TRUE(gallery.keepLowerBytesIn(std::filesystem::temp_directory_path()));
    }
    Held held;
    for (int i = 0; i < 9000; ++i) {
        GalleryReference reference{
            Faces::idOf(static_cast<std::uint64_t>(i)), {}, "wanted", "", record::EntryStatus::Active};
        const auto face = faces.next();
        ASSERT_TRUE(gallery.add(reference, face));
        held[reference.capture] = {reference, face};
    }
    expectSame(gallery, held, faces.next(), 5, {});
    for (std::uint64_t i = 0; i < 8990; ++i) {
        ASSERT_TRUE(gallery.withdraw(Faces::idOf(i)));
        held.erase(Faces::idOf(i));
    }
    expectSame(gallery, held, faces.next(), 20, {});
    EXPECT_EQ(gallery.size(), 10U);
}

TEST(FaceGallery, KeepsItsLowerBytesWhereItWasToldOnlyWhileEmpty) {
    Faces faces(3, 64);
    FaceGallery gallery(kSet, 64);
    EXPECT_EQ(gallery.keepLowerBytesIn("/proc/nowhere").error().code, base::kNotWritable);
    ASSERT_TRUE(gallery.add(faces.reference(), faces.next()));
    EXPECT_EQ(gallery.keepLowerBytesIn(std::filesystem::temp_directory_path()).error().code,
              base::kInvalidArgument);
}

TEST(SealedRows, GiveBackWhatWasPutAndNothingThatWasErasedOrChanged) {
    test::TempFolder folder;
    auto rows = SealedRows::create(folder.path(), 40);
    ASSERT_TRUE(rows) << rows.error().detail;
    EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "the file has a name";
    std::array<std::int8_t, 40> first{}, second{}, read{};
    first.fill(7);
    second.fill(-9);
    ASSERT_EQ(*rows->put(first.data()), 0U);
    ASSERT_EQ(*rows->put(second.data()), 1U);
    ASSERT_TRUE(rows->get(0, read.data()));
    EXPECT_EQ(read, first);
    rows->erase(0);
    const auto gone = rows->get(0, read.data());
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, base::kNotReadable);
    ASSERT_TRUE(rows->get(1, read.data()));
    EXPECT_EQ(read, second);
    EXPECT_FALSE(rows->get(2, read.data()));
    EXPECT_EQ(*rows->put(first.data()), 2U) << "a number, and with it a nonce, was used twice";
}

TEST(SealedRows, HoldNoPlainBytes) {
    test::TempFolder folder;
    auto rows = SealedRows::create(folder.path(), 512);
    ASSERT_TRUE(rows);
    std::vector<std::int8_t> row(512);
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = static_cast<std::int8_t>(i * 37);
    ASSERT_TRUE(rows->put(row.data()));
    // The unnamed file is the only open one whose name is in the folder.
    std::size_t seen = 0;
    for (const auto& handle : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code problem;
        const auto target = std::filesystem::read_symlink(handle.path(), problem).string();
        if (problem || !target.starts_with(folder.path().string())) continue;
        ++seen;
        std::ifstream file(handle.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});
        ASSERT_EQ(bytes.size(), 512U + 16);
        for (std::size_t at = 0; at + 4 <= row.size(); at += 4)
            EXPECT_EQ(bytes.find(std::string(reinterpret_cast<const char*>(&row[at]), 4)), std::string::npos)
                << at;
    }
    EXPECT_EQ(seen, 1U);
}

TEST(SlotTable, AgreesWithAMapThroughInsertsMovesAndErasures) {
    std::mt19937 random(8);
    std::vector<std::uint64_t> keys(4000);  // by slot
    const auto keyOf = [&](std::uint32_t slot) { return keys[slot]; };
    SlotTable<std::uint64_t> table;
    std::map<std::uint64_t, std::uint32_t> expected;
    std::vector<std::uint32_t> freeSlots(keys.size());
    std::iota(freeSlots.begin(), freeSlots.end(), 0U);
    for (int step = 0; step < 40'000; ++step) {
        const std::uint64_t key = random() % 5000;
        const auto at = expected.find(key);
        ASSERT_EQ(table.find(key, keyOf),
                  at == expected.end() ? SlotTable<std::uint64_t>::kNone : at->second);
        if (at == expected.end() && !freeSlots.empty()) {
            const auto slot = freeSlots.back();
            freeSlots.pop_back();
            keys[slot] = key;
            table.insert(key, slot, keyOf);
            expected[key] = slot;
        } else if (at != expected.end() && random() % 3 == 0 && !freeSlots.empty()) {
            const auto slot = freeSlots.back();
            freeSlots.back() = at->second;
            table.move(key, slot, keyOf);
            keys[slot] = key;
            at->second = slot;
        } else if (at != expected.end()) {
            table.erase(key, keyOf);
            freeSlots.push_back(at->second);
            expected.erase(at);
        }
    }
    for (const auto& [key, slot] : expected)
        EXPECT_EQ(table.find(key, keyOf), slot);
}

TEST(FaceGallery, EqualFacesComeInTheOrderOfTheirIds) {
    Faces faces(9, 64);
    const auto face = faces.next();
    FaceGallery gallery(kSet, 64);
    for (const std::uint64_t id : {7U, 3U, 9U, 1U, 5U})
        ASSERT_TRUE(gallery.add({Faces::idOf(id), {}, "wanted", "", record::EntryStatus::Active}, face));
    const auto answer = gallery.search(face, 3);
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->candidates.size(), 3U);
    EXPECT_EQ(answer->candidates[0].capture, Faces::idOf(1));
    EXPECT_EQ(answer->candidates[2].capture, Faces::idOf(5));
    EXPECT_NEAR(answer->candidates[0].score.value, 1, 1e-12);
}

TEST(FaceGallery, SaysWhatWasSearchedAndWhatWasNot) {
    Faces faces(2, 64);
    FaceGallery gallery(kSet, 64);
    const auto entry = WatchlistEntryId::random();
    const auto add = [&](std::uint64_t id, const char* name, const char* purpose,
                         record::EntryStatus status) {
        ASSERT_TRUE(gallery.add({Faces::idOf(id), entry, name, purpose, status}, faces.next()));
    };
    add(1, "wanted", "border", record::EntryStatus::Active);
    add(2, "wanted", "", record::EntryStatus::Active);
    add(3, "wanted", "", record::EntryStatus::Withdrawn);
    add(4, "wanted", "asylum", record::EntryStatus::Active);
    add(5, "missing", "", record::EntryStatus::Active);
    gallery.setSnapshot("wanted", fromMillis(1000));
    const auto answer =
        gallery.search(faces.next(), 10, {{"wanted"}, "border", {record::EntryStatus::Active}});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->candidates.size(), 2U);
    EXPECT_EQ(answer->candidates[0].entry, entry);
    const auto& coverage = answer->coverage;
    ASSERT_EQ(coverage.searched.size(), 1U);
    EXPECT_EQ(coverage.searched[0].name, "wanted");
    EXPECT_EQ(coverage.searched[0].size, 2);
    EXPECT_EQ(coverage.searched[0].snapshot, fromMillis(1000));
    EXPECT_EQ(coverage.faces, 1);
    std::vector<std::string> left;
    for (const auto& each : coverage.notSearched)
        left.push_back(each.what + " " + each.reason);
    EXPECT_EQ(left,
              (std::vector<std::string>{"missing not_chosen", "wanted outside_purpose", "wanted withdrawn"}));
    EXPECT_EQ(gallery.withdrawEntry(entry), 5U);
    EXPECT_EQ(gallery.size(), 0U);
    EXPECT_TRUE(gallery.search(faces.next(), 10)->candidates.empty());
}

TEST(FaceGallery, RefusesOtherSetsAndSearchesWithoutAnAnswer) {
    Faces faces(2, 64);
    auto other = kSet;
    other.model = sha256(std::string_view("b"));
    FaceGallery gallery(other, 64), wider(kSet, 128);
    EXPECT_EQ(gallery.add(faces.reference(), faces.next()).error().code, kScoreIncomparable);
    EXPECT_EQ(gallery.search(faces.next(), 1).error().code, kScoreIncomparable);
    EXPECT_EQ(wider.add(faces.reference(), faces.next()).error().code, kScoreIncomparable);
    FaceGallery fitting(kSet, 64);
    EXPECT_EQ(fitting.search(faces.next(), 0).error().code, base::kInvalidArgument);
    std::stop_source source;
    source.request_stop();
    ASSERT_TRUE(fitting.add(faces.reference(), faces.next()));
    EXPECT_EQ(fitting.search(faces.next(), 1, {}, source.get_token()).error().code, base::kCancelled);
}

TEST(FaceGallery, AWithdrawnReferenceIsGoneForEverySearchThatStartsLater) {
    Faces faces(4, 64);
    FaceGallery gallery(kSet, 64, 2);
    std::vector<FaceTemplate> held;
    for (std::uint64_t i = 0; i < 400; ++i) {
        held.push_back(faces.next());
        ASSERT_TRUE(
            gallery.add({Faces::idOf(i), {}, "wanted", "", record::EntryStatus::Active}, held.back()));
    }
    std::atomic<std::uint64_t> withdrawn = 0;
    std::atomic<bool> wrong = false;
    std::jthread searcher([&] {
        for (std::uint64_t i = 0; withdrawn < 400 && i < 100'000; ++i) {
            const auto before = withdrawn.load();
            const auto answer = gallery.search(held[i % 400], 5);
            if (!answer) wrong = true;
            for (const auto& candidate : answer->candidates)
                for (std::uint64_t gone = 0; gone < before; ++gone)
                    wrong = wrong || candidate.capture == Faces::idOf(gone);
        }
    });
    for (std::uint64_t i = 0; i < 400; ++i) {
        EXPECT_TRUE(gallery.withdraw(Faces::idOf(i)));
        withdrawn = i + 1;
    }
    searcher.join();
    EXPECT_FALSE(wrong);
}

}  // namespace
}  // namespace cotejo::match
