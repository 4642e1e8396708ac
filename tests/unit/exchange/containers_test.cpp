#include <gtest/gtest.h>

#include "core/exchange/images/image_container.h"
#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/nist/nist_extract.h"
#include "core/exchange/nist/nist_itl.h"
#include "tests/unit/exchange/shared_files.h"

/// Parts of the formats that the shared files do not hold: several views, certification blocks, extended data, Type-13, 15, 99.
namespace cotejo::exchange {
namespace {

using std::string_view_literals::operator""sv;

// The record header, its length filled in, before `body`.
Bytes withHeader(std::string_view magic, Bytes rest, const Bytes& body, int lengthBytes = 4) {
    ByteWriter w;
    w.raw(viewOf(magic));
    if (lengthBytes == 6) w.u16(0);
    w.u32(static_cast<std::uint32_t>(8 + static_cast<std::size_t>(lengthBytes) + rest.size() + body.size()));
    w.raw(rest);
    w.raw(body);
    return w.take();
}

Bytes fingerView2005(int position, int view) {
    ByteWriter w;
    w.u32(static_cast<std::uint32_t>(14 + kJpeg.size()));
    for (const int value : {position, 2, view, 90, 0}) w.u8(static_cast<std::uint8_t>(value));
    w.u16(8);
    w.u16(16);
    w.u8(0);
    w.raw(kJpeg);
    return w.take();
}

// One finger with two views, 1,000 ppi.
Bytes fir2005() {
    Bytes body = fingerView2005(2, 1);
    const Bytes second = fingerView2005(2, 2);
    body.insert(body.end(), second.begin(), second.end());
    return withHeader("FIR\0"
                  "010\0"sv,
                  {0, 1, 0, 31, 1, 1, 3, 232, 3, 232, 3, 232, 3, 232, 8, 4, 0, 0}, body, 6);
}

// Two quality blocks, one landmark and `extended` bytes after the image; `said` is added to the representation's length.
Bytes fac2011(std::size_t extended, int said = 0) {
    ByteWriter w;
    const std::size_t length = 4 + 14 + 1 + 2 * 5 + 2 + 15 + 8 + 2 + 4 + 5 + 4 + kJpeg.size() + extended;
    w.u32(static_cast<std::uint32_t>(static_cast<int>(length) + said));
    w.raw(Bytes(14, 0xff));
    w.u8(2);
    w.raw(Bytes(10, 1));
    w.u16(1);
    w.raw(Bytes(15 + 8 + 2, 0));
    w.u16(8);
    w.u16(16);
    w.raw(Bytes(5, 0));
    w.u32(static_cast<std::uint32_t>(kJpeg.size()));
    w.raw(kJpeg);
    w.raw(Bytes(extended, 7));
    return withHeader("FAC\0"
                  "030\0"sv,
                  {0, 1, 0, 0, 0}, w.bytes());
}

TEST(Containers, EveryViewOfAFingerIsRead) {
    const auto read = readImageContainer(fir2005());
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_TRUE(read->report.findings.empty()) << read->report.findings.front().detail;
    ASSERT_EQ(read->images.size(), 2u);
    for (const auto& image : read->images) {
        EXPECT_EQ(image.bytes, kJpeg);
        EXPECT_EQ(image.position, record::FingerPosition::RightIndex);
        EXPECT_EQ(image.ppi, (record::Ppi{1000, record::PpiSource::Header}));
    }
}

TEST(Containers, AFaceOf2011WithQualityLandmarksAndExtendedData) {
    const auto read = readImageContainer(fac2011(9));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->formatName, "ISO/IEC 19794-5:2011");
    EXPECT_TRUE(read->report.findings.empty()) << read->report.findings.front().detail;
    ASSERT_EQ(read->images.size(), 1u);
    EXPECT_EQ(read->images[0].bytes, kJpeg);
    EXPECT_EQ(read->images[0].width, 8);
    EXPECT_EQ(read->images[0].height, 16);
}

TEST(Containers, LengthsThatDisagreeAndBytesLeftOverAreSaid) {
    const auto less = readImageContainer(fac2011(0, -3));
    EXPECT_EQ(less->images.size(), 1u);
    EXPECT_TRUE(hasRule(less->report, "iso.representation"));
    const auto more = readImageContainer(fac2011(0, 5));
    EXPECT_EQ(more->images.size(), 1u) << "the image is whole";
    EXPECT_TRUE(hasRule(more->report, "iso.cut"));
    EXPECT_TRUE(more->report.hasErrors());
    Bytes fewer = fac2011(0);
    const Bytes again(fewer.begin() + 17, fewer.end());
    fewer.insert(fewer.end(), again.begin(), again.end());
    const auto uncounted = readImageContainer(fewer);
    EXPECT_EQ(uncounted->images.size(), 1u);
    EXPECT_TRUE(hasRule(uncounted->report, "iso.trailing"));
    for (const Bytes& whole : {fir2005(), fac2011(9)})
        for (std::size_t cut = 8; cut < whole.size(); ++cut) {
            const auto part = readImageContainer(ByteView(whole).first(cut));
            EXPECT_TRUE(!part || part->report.hasErrors()) << cut;
        }
}

Bytes ansi2009() {
    ByteWriter w;
    w.raw(Bytes{0, 0x33, 0, 0x44, 0x80, 0, 9, 2, 0});
    for (int view = 0; view < 2; ++view) {
        for (const int value : {7, view, 0, 66}) w.u8(static_cast<std::uint8_t>(value));
        w.u32(0x00330001);
        for (const int value : {400, 500, 197, 197}) w.u16(static_cast<std::uint16_t>(value));
        w.u8(1);
        w.u16(static_cast<std::uint16_t>(0x8000 | (30 + view)));
        w.u16(40);
        w.u8(179);
        w.u8(254);
        w.u16(4);
        w.raw(Bytes{0, 9, 0, 4});
    }
    return withHeader("FMR\0"
                  "030\0"sv,
                  {}, w.bytes());
}

TEST(Containers, Ansi378Of2009) {
    const auto read = readMinutiae(ansi2009());
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_TRUE(read->report.findings.empty()) << read->report.findings.front().detail;
    ASSERT_EQ(read->views.size(), 2u);
    const MinutiaeRecord& view = read->views[1];
    EXPECT_EQ(view.format, "ANSI/INCITS 378-2009");
    EXPECT_EQ(view.position, record::FingerPosition::LeftIndex);
    EXPECT_EQ(view.view, 1);
    EXPECT_EQ(view.quality, 66);
    EXPECT_EQ(view.width, 400);
    EXPECT_EQ(view.yPpcm, 197);
    EXPECT_EQ(view.minutiae, (std::vector<Minutia>{{31, 40, 358, MinutiaType::Bifurcation, std::nullopt}}));
    Bytes fewer = ansi2009();
    fewer[19] = 1;  // views
    EXPECT_TRUE(hasRule(readMinutiae(fewer)->report, "fmr.trailing"));
    const Bytes whole = ansi2009();
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        const auto part = readMinutiae(ByteView(whole).first(cut));
        EXPECT_TRUE(!part || part->report.hasErrors()) << cut;
    }
}

NistFile withImage(int type, const char* compression, ByteView data) {
    NistFile file = makeNistItl("LFFS", "20261127", "A", "B", "1");
    NistRecord& image = addNistRecord(file, 14, 1);
    image.type = type;
    for (NistField& field : image.fields) field.tag = std::to_string(type) + ".002";
    const std::pair<int, const char*> fields[] = {{3, "4"}, {4, "B"},  {5, "20261127"}, {6, "8"}, {7, "16"}, {8, "2"}, {9, "394"},
                                                  {10, "394"}, {11, compression}, {12, "8"}, {13, "25"}};
    for (const auto& [number, value] : fields) image.set(number, value);
    image.set(999, data);
    return file;
}

TEST(Containers, LatentAndPalmImagesOfTypes13And15AreShown) {
    for (const auto& [type, subject] : {std::pair{13, ImageSubject::Latent}, {15, ImageSubject::Palm}}) {
        const auto document = documentOf(*readNistItl(*writeNistItl(withImage(type, "JPEGB", kJpeg))));
        EXPECT_FALSE(document.report.hasErrors());
        ASSERT_EQ(document.images.size(), 1u) << type;
        EXPECT_EQ(document.images[0].subject, subject);
        EXPECT_EQ(document.images[0].positionCode, 25);
        EXPECT_EQ(document.images[0].bytes, kJpeg);
        EXPECT_EQ(document.images[0].ppi, (record::Ppi{1000, record::PpiSource::Header}));
    }
}

TEST(Containers, UncompressedPixelsThatDoNotFillTheirSizeAreAnError) {
    EXPECT_FALSE(hasRule(documentOf(withImage(13, "NONE", Bytes(128, 9))).report, "nist.size"));
    for (const std::size_t size : {127u, 129u}) {
        const auto document = documentOf(withImage(15, "NONE", Bytes(size, 9)));
        EXPECT_TRUE(hasRule(document.report, "nist.size")) << size;
        EXPECT_EQ(document.images.at(0).undecoded, "unknown_coding");
    }
}

TEST(Containers, ExtendedFeaturesAndUnknownRecordsAreKeptAndShown) {
    NistFile file = makeNistItl("LFFS", "20261127", "A", "B", "1");
    NistRecord& features = addNistRecord(file, 9, 1);
    features.set(300, "1500\x1f"
                      "2000");
    features.set(307, "LP");
    NistRecord& other = addNistRecord(file, 2, 3);
    other.type = 99;
    other.fields[0].tag = "99.002";
    other.set(100, "iris");
    const Bytes bytes = *writeNistItl(file);
    const auto read = readNistItl(bytes);
    const auto document = documentOf(*read);
    ASSERT_EQ(document.minutiae.size(), 1u);
    EXPECT_EQ(document.minutiae[0].format, "ANSI/NIST-ITL Type-9 EFS");
    const auto has = [](const std::vector<ExchangeFact>& facts, std::string_view field, std::string_view value) {
        return std::any_of(facts.begin(), facts.end(), [&](const ExchangeFact& f) { return f.field == field && f.value == value; });
    };
    EXPECT_TRUE(has(document.minutiae[0].facts, "9.300", "1500, 2000"));
    EXPECT_TRUE(has(document.minutiae[0].facts, "9.307", "LP"));
    EXPECT_TRUE(has(document.facts, "99.100", "iris"));
    EXPECT_EQ(*rewriteNistItl(*read), bytes);
}

TEST(Containers, AUserDefinedRecordIsRewrittenAsItCame) {
    NistFile file = makeNistItl("CAR", "20261127", "A", "B", "1");
    NistRecord& own = addNistRecord(file, 7, 1);
    own.binary->positions = {1, 2, 3, 4, 5, 6};
    own.image = Bytes(30, 3);
    Bytes bytes = *writeNistItl(file);
    bytes[bytes.size() - 30 - 12] = 255;  // in the place where types 3 to 6 have their first finger position
    EXPECT_EQ(*rewriteNistItl(*readNistItl(bytes)), bytes);
}

}  // namespace
}  // namespace cotejo::exchange
