#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "core/base/errors.h"
#include "core/exchange/images/image_container.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/nist/nist_extract.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/read_exchange.h"
#include "core/exchange/wsq/wsq.h"
#include "tests/unit/exchange/shared_files.h"

namespace {

std::atomic<std::size_t> g_allocated{0};

}  // namespace

// Every allocation of this program is counted; nothing else about it changes. Not inlined, or the compiler sees malloc and delete
// as a pair that does not match.
[[gnu::noinline]] void* operator new(std::size_t size) {
    g_allocated += size;
    if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace cotejo::exchange {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kEnough = 1 << 20;  // for a file of some hundred bytes, findings included

/// Bytes asked for while `work` runs.
template <class Work>
std::size_t allocatedBy(Work work) {
    const std::size_t before = g_allocated;
    work();
    return g_allocated - before;
}

// Four bytes, most significant first, over what stands there.
void putAt(Bytes& bytes, std::size_t at, std::uint32_t value, int count = 4) {
    for (int i = 0; i < count; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (8 * (count - 1 - i)));
}

TEST(HostileHeaders, TheCounterSeesAllocations) {
    EXPECT_GE(allocatedBy([] { EXPECT_EQ(Bytes(2 * kEnough, 1).back(), 1); }), 2 * kEnough);
}

TEST(HostileHeaders, AWsqFrameBeyondTheCapIsRefusedBeforeItsPixels) {
    const Bytes pixels(64 * 64, 90);
    const Bytes whole = *encodeWsq(pixels, 64, 64, 0.75);
    const auto text = textOf(whole);
    const std::size_t frame = text.find("\xff\xa2");
    ASSERT_NE(frame, text.npos);
    for (const auto& [height, width] : {std::pair{65'535u, 65'535u}, {12'001u, 64u}, {64u, 12'001u}}) {
        Bytes huge = whole;
        putAt(huge, frame + 6, height, 2);
        putAt(huge, frame + 8, width, 2);
        const std::size_t allocated = allocatedBy([&] { EXPECT_EQ(decodeWsq(huge).error().code, base::kTooLarge); });
        EXPECT_LT(allocated, kEnough) << width << " x " << height;
    }
    Bytes none = whole;
    putAt(none, frame + 6, 0);
    EXPECT_FALSE(decodeWsq(none));
}

TEST(HostileHeaders, AWsqFrameLargerThanItsCoefficientsIsRefusedBeforeItsPixels) {
    Bytes pixels(64 * 64);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(i * i / 7);
    Bytes huge = *encodeWsq(pixels, 64, 64, 0.75);
    const std::size_t frame = textOf(huge).find("\xff\xa2");
    putAt(huge, frame + 6, 12'000, 2);
    putAt(huge, frame + 8, 12'000, 2);
    const std::size_t allocated = allocatedBy([&] { 
        const auto image = decodeWsq(huge);
        ASSERT_FALSE(image);
        EXPECT_EQ(image.error().code, base::kMalformed);
    });
    EXPECT_LT(allocated, kEnough);
}

TEST(HostileHeaders, LengthsOfRecordsThatTheFileDoesNotHaveAreFindings) {
    NistFile file = makeNistItl("CAR", "20261127", "A", "B", "1");
    NistRecord& finger = addNistRecord(file, 4, 1);
    finger.binary->positions = {1};
    finger.image = Bytes(20, 1);
    const Bytes whole = *writeNistItl(file);
    const std::size_t record = whole.size() - 38;
    for (const std::uint32_t length : {0u, 1u, 17u, 39u, 0x7fffffffu, 0xffffffffu}) {
        Bytes bad = whole;
        putAt(bad, record, length);
        const std::size_t allocated = allocatedBy([&] {
            auto read = readNistItl(bad);
            ASSERT_TRUE(read);
            const auto document = documentOf(*read);
            EXPECT_TRUE(hasRule(document.report, "nist.cut")) << length;
        });
        EXPECT_LT(allocated, kEnough) << length;
    }
    std::string tagged(textOf(whole));
    tagged.replace(tagged.find(':') + 1, tagged.find('\x1d') - tagged.find(':') - 1, "999999999");
    EXPECT_LT(allocatedBy([&] {
                  const auto read = readNistItl(viewOf(tagged));
                  ASSERT_TRUE(read);
                  EXPECT_TRUE(hasRule(read->report, "nist.len"));
              }),
              kEnough);
}

TEST(HostileHeaders, CountsOfRecordsViewsAndImagesAreNotBelieved) {
    std::string many("1.001:30\x1d"
                     "1.003:1\x1f"
                     "999999999\x1e"
                     "4\x1f"
                     "01\x1c");
    EXPECT_LT(allocatedBy([&] { EXPECT_TRUE(documentOf(*readNistItl(viewOf(many))).report.hasErrors()); }), kEnough);

    MinutiaeRecord view;
    view.width = view.height = 100;
    view.xPpcm = view.yPpcm = 197;
    view.minutiae.assign(3, {10, 10, 90, MinutiaType::Ending, 50});
    Bytes minutiae = *writeMinutiae2005(std::vector{view});
    minutiae[22] = 255;  // views
    minutiae[27] = 255;  // minutiae
    EXPECT_LT(allocatedBy([&] {
                  const auto read = readMinutiae(minutiae);
                  ASSERT_TRUE(read);
                  EXPECT_TRUE(hasRule(read->report, "fmr.cut"));
              }),
              kEnough);

    for (const auto magic : {"FIR\0" "010\0"sv, "FIR\0" "020\0"sv, "FAC\0" "010\0"sv, "FAC\0" "030\0"sv}) {
        Bytes images = bytesOf(magic);
        images.resize(120, 0xff);  // every count and length as large as it can be
        EXPECT_LT(allocatedBy([&] {
                      const auto read = readImageContainer(images);
                      ASSERT_TRUE(read);
                      EXPECT_TRUE(hasRule(read->report, "iso.cut"));
                  }),
                  kEnough)
            << magic;
    }
}

TEST(HostileHeaders, ManyFindingsAreCappedAndCounted) {
    std::string text = "1.001:10\x1d";
    for (int i = 0; i < 20'000; ++i) text += "x\x1d";
    text += '\x1c';
    const auto file = readNistItl(viewOf(text));
    ASSERT_TRUE(file);
    EXPECT_EQ(file->report.findings.size(), ValidationReport::kCap);
    EXPECT_GT(file->report.dropped, 18'000u);
}

TEST(HostileHeaders, MoreThanTenThousandRecordsAreRefused) {
    NistFile file = makeNistItl("CAR", "20261127", "A", "B", "1");
    for (std::size_t i = 0; i < kMaxNistRecords; ++i) addNistRecord(file, 2, 0);
    EXPECT_EQ(readNistItl(*writeNistItl(file)).error().code, base::kTooLarge);
    file.records.pop_back();
    const auto most = readNistItl(*writeNistItl(file));
    ASSERT_TRUE(most) << most.error().detail;
    EXPECT_EQ(most->records.size(), kMaxNistRecords);
}

TEST(HostileHeaders, AJpeg2000CutInItsSizeIsProbedWithinItsBytes) {
    // A fuzzing find: the size segment began four bytes before the end.
    const Bytes cut = bytesOf("\0\0\0\x0cjP  \r\n\x87\n\xff\x4f\xff\x51\xc0\0\0"sv);
    for (std::size_t size = 12; size <= cut.size(); ++size) {
        const Bytes part(cut.begin(), cut.begin() + static_cast<std::ptrdiff_t>(size));
        const auto probe = probeImage(part);
        ASSERT_TRUE(probe);
        EXPECT_EQ(probe->width, 0);
    }
}

}  // namespace
}  // namespace cotejo::exchange
