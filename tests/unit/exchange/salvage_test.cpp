#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/wsq/wsq.h"
#include "tests/unit/exchange/field_files.h"

/// Row 13: damage in what is optional or comes last costs a warning, not the record.
namespace cotejo::exchange::salvage_test {
namespace {

Bytes print(int width, int height, int period) {
    Bytes pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            pixels.push_back(static_cast<std::uint8_t>(((x + y / 3) / period) % 2 != 0 ? 200 - (x * y) % 17 : 60 + (x * 7 + y) % 23));
    return pixels;
}

// Where the blocks of a stream begin.
std::vector<std::size_t> blocksOf(const Bytes& stream) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i + 4 < stream.size(); ++i)
        if (stream[i] == 0xff && stream[i + 1] == 0xa3 && stream[i + 2] == 0 && stream[i + 3] == 3) at.push_back(i);
    return at;
}

double meanError(const Bytes& a, const Bytes& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(int{a[i]} - int{b[i]});
    return sum / static_cast<double>(a.size());
}

TEST(Salvage, WsqWithoutItsFinestBlockShowsTheRidges) {
    for (const auto& [width, height, period] : {std::tuple{200, 240, 5}, {129, 97, 4}, {320, 300, 7}}) {
        const Bytes pixels = print(width, height, period);
        const Bytes whole = *encodeWsq(pixels, width, height, 2.25);
        const auto blocks = blocksOf(whole);
        ASSERT_EQ(blocks.size(), 3u);
        Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(blocks[2]));
        for (const bool ended : {true, false}) {
            Bytes part = cut;
            if (ended) part.insert(part.end(), {0xff, 0xa1});
            const auto image = decodeWsq(part);
            ASSERT_TRUE(image) << image.error().detail;
            EXPECT_NE(image->missing.find("block 2"), std::string::npos) << image->missing;
            EXPECT_LT(meanError(image->pixels, decodeWsq(whole)->pixels), 30);
            EXPECT_EQ(missingOfWsq(part), image->missing);
            const auto document = readBytes(part);
            ASSERT_TRUE(document);
            EXPECT_EQ(findingOf(document->report, "image.partial")->severity, Severity::Warning);
            EXPECT_FALSE(imaging::decodeImage(part)->missing.empty());
        }
        // Without the second block there are no ridges: that is no picture of a finger.
        Bytes bare(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(blocks[1]));
        bare.insert(bare.end(), {0xff, 0xa1});
        EXPECT_FALSE(decodeWsq(bare));
        // A whole stream that lost nothing but its end marker is whole, and says so.
        const Bytes endless(whole.begin(), whole.end() - 2);
        const auto ended = decodeWsq(endless);
        EXPECT_TRUE(!ended || !ended->missing.empty());
        EXPECT_TRUE(decodeWsq(whole)->missing.empty());
        EXPECT_TRUE(missingOfWsq(whole).empty());
        // A bit turned in a block is damage, or gives a picture; a cut never goes unsaid.
        for (std::size_t at = 1; at < whole.size(); at += 307) {
            const auto image = decodeWsq(ByteView(whole).first(at));
            ASSERT_TRUE(!image || !image->missing.empty()) << at;
        }
    }
}

TEST(Salvage, TheWsqFromTheField) {
    const auto bytes = fieldFile("wsq_ends_after_two_blocks.wsq");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readBytes(*bytes);
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_TRUE(hasRule(document->report, "image.partial"));
    EXPECT_TRUE(imaging::decodeImage(document->images.at(0).bytes));
    expectEveryCutIsSaid(*bytes, "print.wsq", 61);
}

std::vector<MinutiaeRecord> views(int count, int minutiae) {
    std::vector<MinutiaeRecord> result(static_cast<std::size_t>(count));
    for (auto& view : result) {
        view.width = view.height = 400;
        view.xPpcm = view.yPpcm = 197;
        view.positionCode = 2;
        view.position = record::FingerPosition::RightIndex;
        for (int i = 0; i < minutiae; ++i) view.minutiae.push_back({10.0 + i, 20.0 + i, 0, MinutiaType::Ending, 60});
    }
    return result;
}

void setLength(Bytes& bytes) {
    for (int i = 0; i < 4; ++i) bytes[8 + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(bytes.size() >> (24 - 8 * i));
}

TEST(Salvage, ExtendedDataOfATemplateDecidesNothing) {
    const Bytes whole = *writeMinutiae2005(views(2, 12));
    // Missing altogether, one byte of its length, and a length beyond the file: the views are whole.
    Bytes none(whole.begin(), whole.end() - 2), half(whole.begin(), whole.end() - 1), longer = whole;
    longer[longer.size() - 1] = 40;
    longer.insert(longer.end(), 11, 7);
    for (Bytes* each : {&none, &half, &longer}) {
        setLength(*each);
        const auto file = readMinutiae(*each);
        ASSERT_TRUE(file);
        ASSERT_EQ(file->views.size(), 2u);
        EXPECT_EQ(file->views[1].minutiae.size(), 12u);
        const Finding* finding = findingOf(file->report, "fmr.extended");
        ASSERT_TRUE(finding != nullptr);
        EXPECT_EQ(finding->severity, Severity::Warning);
        EXPECT_FALSE(file->report.hasErrors());
    }
    // A view cut inside its minutiae is not whole.
    Bytes cut(whole.begin(), whole.end() - 5);
    setLength(cut);
    EXPECT_EQ(readMinutiae(cut)->views.size(), 1u);
    EXPECT_TRUE(readMinutiae(cut)->report.hasErrors());
    EXPECT_TRUE(readMinutiae(whole)->report.findings.empty());
}

TEST(Salvage, TheTemplateFromTheField) {
    const auto bytes = fieldFile("fmr_iso2005_extended_data_one_byte_short.iso");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readBytes(*bytes);
    ASSERT_TRUE(document) << document.error().detail;
    ASSERT_EQ(document->minutiae.size(), 2u);
    EXPECT_EQ(document->minutiae[1].minutiae.size(), 22u);
    const Finding* finding = findingOf(document->report, "fmr.extended");
    ASSERT_TRUE(finding != nullptr);
    EXPECT_EQ(finding->severity, Severity::Warning);
    EXPECT_NE(finding->detail.find("11 bytes; 10"), std::string::npos) << finding->detail;
    expectEveryCutIsSaid(*bytes, "template.iso");
}

}  // namespace
}  // namespace cotejo::exchange::salvage_test
