#include <opencv2/imgcodecs.hpp>

#include "core/exchange/images/pages.h"
#include "core/exchange/images/pnm.h"
#include "tests/unit/exchange/field_files.h"

/// Rows 10 and 23: every picture of a file is an image, or is said.
namespace cotejo::exchange::pages_test {
namespace {

cv::Mat page(int level, int width = 60, int height = 40) {
    cv::Mat pixels(height, width, CV_8UC1, cv::Scalar(level));
    pixels(cv::Rect(2, 2, 10, 12)).setTo(255 - level);
    return pixels;
}

Bytes tiff(const std::vector<cv::Mat>& pages, int compression) {
    const std::string path = (std::filesystem::path(testing::TempDir()) / ("pages_" + std::to_string(::getpid()) + ".tif")).string();
    EXPECT_TRUE(cv::imwritemulti(path, pages, {cv::IMWRITE_TIFF_COMPRESSION, compression}));
    Bytes bytes = *readFile(path);
    std::filesystem::remove(path);
    return bytes;
}

TEST(Pages, EachDirectoryOfATiffIsAPicture) {
    for (const int compression : {1, 5, 8, 32773}) {  // none, LZW, deflate, PackBits
        const std::vector<cv::Mat> pages{page(10), page(90, 33, 21), page(200, 64, 64)};
        const Bytes bytes = tiff(pages, compression);
        const auto document = readBytes(bytes);
        ASSERT_TRUE(document);
        ASSERT_EQ(document->images.size(), 3u) << compression;
        for (std::size_t i = 0; i < 3; ++i) {
            const auto decoded = imaging::decodeImage(document->images[i].bytes);
            ASSERT_TRUE(decoded) << compression << ": " << decoded.error().detail;
            EXPECT_EQ(cv::norm(decoded->pixels, pages[i], cv::NORM_INF), 0) << compression;
            EXPECT_EQ(document->images[i].source, "page " + std::to_string(i + 1) + " of 3");
        }
        EXPECT_EQ(findingOf(document->report, "image.pages")->severity, Severity::Note);
    }
    const auto single = readBytes(tiff({page(50)}, 5));
    EXPECT_EQ(single->images.size(), 1u);
    EXPECT_TRUE(single->report.findings.empty());
}

TEST(Pages, ChainsThatLoopOrBreakAreSaid) {
    Bytes bytes = tiff({page(10), page(90)}, 1);
    // The second directory points to the first.
    const auto u32 = [&](std::size_t at) { return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24; };
    const auto first = static_cast<std::size_t>(u32(4));
    const std::size_t link = first + 2 + 12u * bytes[first];
    const auto second = static_cast<std::size_t>(u32(link));
    const std::size_t last = second + 2 + 12u * bytes[second];
    Bytes loop = bytes;
    std::copy_n(bytes.begin() + 4, 4, loop.begin() + static_cast<std::ptrdiff_t>(last));
    EXPECT_TRUE(hasRule(readBytes(loop)->report, "image.page"));
    EXPECT_EQ(readBytes(loop)->images.size(), 2u);
    Bytes broken = bytes;
    broken[link + 3] = 0x7f;
    EXPECT_EQ(findingOf(readBytes(broken)->report, "image.page")->severity, Severity::Warning);
    EXPECT_EQ(readBytes(broken)->images.size(), 1u);
}

TEST(Pages, TheTwoPagesFromTheField) {
    const auto bytes = fieldFile("two_pages_left_and_right_index.tif");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readBytes(*bytes);
    ASSERT_TRUE(document);
    ASSERT_EQ(document->images.size(), 2u);
    for (const auto& image : document->images) EXPECT_TRUE(imaging::decodeImage(image.bytes));
    expectEveryCutIsSaid(*bytes, "two.tif", 1999);
}

Bytes jpeg(const cv::Mat& pixels) {
    Bytes bytes;
    cv::imencode(".jpg", pixels, bytes);
    return bytes;
}

// A JPEG with an MP index of `pictures` (the first with its own length), each of `type`.
Bytes mpo(const std::vector<Bytes>& pictures, const std::vector<std::uint32_t>& types) {
    ByteWriter index;
    index.raw(viewOf(std::string_view("MM\0*\0\0\0\x08", 8)));
    index.u16(1);
    index.u16(0xb002);
    index.u16(7);
    index.u32(static_cast<std::uint32_t>(16 * pictures.size()));
    index.u32(26);
    index.u32(0);
    const std::size_t segment = 2 + 2 + 4 + 26 + 16 * pictures.size();
    std::size_t end = pictures[0].size() + segment;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        index.u32(types[i]);
        index.u32(static_cast<std::uint32_t>(i == 0 ? end : pictures[i].size()));
        index.u32(i == 0 ? 0 : static_cast<std::uint32_t>(end - 10));
        if (i > 0) end += pictures[i].size();
        index.u32(0);
    }
    Bytes file{0xff, 0xd8, 0xff, 0xe2};
    file.push_back(static_cast<std::uint8_t>((segment - 2) >> 8));
    file.push_back(static_cast<std::uint8_t>(segment - 2));
    for (const char c : std::string_view("MPF\0", 4)) file.push_back(static_cast<std::uint8_t>(c));
    file.insert(file.end(), index.bytes().begin(), index.bytes().end());
    file.insert(file.end(), pictures[0].begin() + 2, pictures[0].end());
    for (std::size_t i = 1; i < pictures.size(); ++i) file.insert(file.end(), pictures[i].begin(), pictures[i].end());
    return file;
}

TEST(Pages, PicturesOfAnMpoAreEachAnImage) {
    const std::vector<Bytes> pictures{jpeg(page(20)), jpeg(page(120, 30, 30)), jpeg(page(220, 16, 16))};
    const Bytes file = mpo(pictures, {0x20030000, 0x00020002, 0x00010001});
    const auto document = readBytes(file);
    ASSERT_TRUE(document);
    ASSERT_EQ(document->images.size(), 2u);
    EXPECT_EQ(imaging::decodeImage(document->images[0].bytes)->pixels.cols, 60);
    EXPECT_EQ(imaging::decodeImage(document->images[1].bytes)->pixels.cols, 30);
    EXPECT_TRUE(hasRule(document->report, "image.preview"));
    const Bytes cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(pictures[0].size() + 90));
    EXPECT_TRUE(hasRule(readBytes(cut)->report, "image.page"));
    EXPECT_TRUE(readBytes(jpeg(page(1)))->report.findings.empty());
}

Bytes netpbm(const std::string& header, const Bytes& pixels) {
    Bytes bytes = bytesOf(header);
    bytes.insert(bytes.end(), pixels.begin(), pixels.end());
    return bytes;
}

TEST(Pnm, AllKindsAndDepthsAreRead) {
    const std::tuple<std::string, Bytes, int, Bytes> files[] = {
        {"P5\n3 1\n255\n", {0, 128, 255}, 1, {0, 128, 255}},
        {"P5 # SANE data follows\n3 1 65535 ", {0, 0, 0x80, 0, 0xff, 0xff}, 1, {0, 128, 255}},
        {"P5\n3 1\n15\n", {0, 7, 15}, 1, {0, 119, 255}},
        {"P2\n3 1\n100\n0 50 100\n", {}, 1, {0, 128, 255}},
        {"P4\n9 1\n", {0xaa, 0x80}, 1, {0, 255, 0, 255, 0, 255, 0, 255, 0}},
        {"P1\n# c\n3 2\n101\n0 1 0\n", {}, 1, {0, 255, 0, 255, 0, 255}},
        {"P6\n1 2\n255\n", {1, 2, 3, 4, 5, 6}, 3, {1, 2, 3, 4, 5, 6}},
        {"P6\n1 1\n1023\n", {0, 0, 2, 0, 3, 0xff}, 3, {0, 128, 255}},
        {"P3\n2 1\n255\n1 2 3\n4 5 6", {}, 3, {1, 2, 3, 4, 5, 6}}};
    for (const auto& [header, pixels, channels, wanted] : files) {
        const Bytes file = netpbm(header, pixels);
        const auto image = decodePnm(file);
        ASSERT_TRUE(image) << header << image.error().detail;
        EXPECT_EQ(image->pixels, wanted) << header;
        EXPECT_EQ(image->header.channels, channels);
        const auto document = readBytes(file, "scan.pgm");
        ASSERT_TRUE(document) << header << document.error().detail;
        EXPECT_TRUE(imaging::decodeImage(document->images.at(0).bytes)) << header;
        for (std::size_t cut = 0; cut + 1 < file.size(); ++cut) {
            const auto part = decodePnm(ByteView(file).first(cut));
            if (!part) {
                ASSERT_NE(part.error().detail.find("byte "), std::string::npos) << part.error().detail;
            }
        }
    }
}

TEST(Pnm, CapsAndNonsenseAreRefusedBeforeMemoryIsTaken) {
    EXPECT_EQ(decodePnm(bytesOf("P5\n60000 60000\n255\n")).error().code, "E_TOO_LARGE");
    for (const char* text : {"P5\n0 4\n255\n", "P5\n4 4\n0\n    ", "P5\n4 4\n70000\n", "P5\n10000 10000\n255\nxx", "P7\nWIDTH 3\n", "P2\n3 1\n255\n1 x 3", "P5\n-3 1\n255\n"}) {
        const auto image = decodePnm(bytesOf(text));
        ASSERT_FALSE(image) << text;
        EXPECT_EQ(image.error().code, "E_MALFORMED") << text;
    }
}

TEST(Pnm, PicturesOneBehindTheOtherAreEachAnImage) {
    Bytes file = netpbm("P5\n2 2\n255\n", {1, 2, 3, 4});
    const Bytes second = netpbm("P6\n1 1\n255\n", {9, 8, 7});
    file.insert(file.end(), second.begin(), second.end());
    EXPECT_EQ(readBytes(file)->images.size(), 2u);
    file.pop_back();
    EXPECT_TRUE(hasRule(readBytes(file)->report, "image.page"));
    const Bytes trailing = netpbm("P5\n2 2\n255\n", {1, 2, 3, 4, 'x', 'y'});
    EXPECT_TRUE(hasRule(readBytes(trailing)->report, "image.trailing"));
}

TEST(Pages, ViewsOfAFingerRecordAreEachAnImage) {
    // 19794-4:2005, one finger counted, three views: see containers_test.cpp for the layout.
    ByteWriter body;
    for (int view = 1; view <= 3; ++view) {
        body.u32(static_cast<std::uint32_t>(14 + kJpeg.size()));
        for (const int value : {7, 3, view, 50 + view, 1}) body.u8(static_cast<std::uint8_t>(value));
        body.u16(8);
        body.u16(16);
        body.u8(0);
        body.raw(kJpeg);
    }
    ByteWriter file;
    file.raw(viewOf(std::string_view("FIR\0" "010\0", 8)));
    file.u16(0);
    file.u32(static_cast<std::uint32_t>(32 + body.bytes().size()));
    file.raw(Bytes{0, 9, 0, 31, 1, 1, 1, 244, 1, 244, 1, 244, 1, 244, 8, 3, 0, 0});
    file.raw(body.bytes());
    const auto document = readBytes(file.bytes());
    ASSERT_TRUE(document) << document.error().detail;
    ASSERT_EQ(document->images.size(), 3u);
    EXPECT_EQ(document->images[2].qualities.at(0).value, 53);
    EXPECT_EQ(document->images[2].impression.value, "live_rolled");
    EXPECT_EQ(document->images[2].hand.value, "left");
    EXPECT_EQ(document->images[2].device.model.value, "device 0x0009");
}

}  // namespace
}  // namespace cotejo::exchange::pages_test
