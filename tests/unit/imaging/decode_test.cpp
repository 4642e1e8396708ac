#include "core/imaging/decode.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <opencv2/imgcodecs.hpp>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/imaging/encode.h"
#include "core/imaging/errors.h"
#include "tests/support/paths.h"

namespace cotejo::imaging {
namespace {

// Every corner has its own level, so each of the eight orientations gives another picture.
cv::Mat pattern(int type = CV_8UC1, int width = 67, int height = 43) {
    cv::Mat gray(height, width, CV_8UC1);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            gray.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>((2 * x + 2 * y) % 256);
    if (type == CV_8UC1) return gray;
    std::vector<cv::Mat> planes{gray, 255 - gray, gray / 2};
    cv::Mat bgr;
    cv::merge(planes, bgr);
    return bgr;
}

bool same(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0;
}

Bytes encoded(const char* extension, const cv::Mat& pixels, const std::vector<int>& options = {}) {
    Bytes bytes;
    EXPECT_TRUE(cv::imencode(extension, pixels, bytes, options));
    return bytes;
}

void put32(Bytes& bytes, std::size_t at, std::uint32_t value) {
    for (int i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
}

// A little-endian EXIF block with an orientation and, if wanted, a resolution in dots per inch.
Bytes exif(int orientation, int ppi = 0) {
    Bytes bytes = bytesOf(std::string_view("II*\0\x08\0\0\0", 8));
    const auto u16 = [&](int v) {
        bytes.push_back(static_cast<std::uint8_t>(v));
        bytes.push_back(static_cast<std::uint8_t>(v >> 8));
    };
    const auto u32 = [&](int v) {
        u16(v & 0xffff);
        u16(v >> 16);
    };
    u16(ppi != 0 ? 4 : 1);
    u16(274);
    u16(3);
    u32(1);
    u32(orientation);
    if (ppi == 0) return bytes;
    const int at = 10 + 4 * 12;
    u16(282);
    u16(5);
    u32(1);
    u32(at);
    u16(283);
    u16(5);
    u32(1);
    u32(at);
    u16(296);
    u16(3);
    u32(1);
    u32(2);
    u32(ppi);
    u32(1);
    return bytes;
}

Bytes jpegWithExif(const Bytes& jpeg, const Bytes& block) {
    Bytes segment = bytesOf(std::string_view("\xff\xe1\0\0Exif\0\0", 10));
    segment.insert(segment.end(), block.begin(), block.end());
    segment[2] = static_cast<std::uint8_t>((segment.size() - 2) >> 8);
    segment[3] = static_cast<std::uint8_t>(segment.size() - 2);
    Bytes result = jpeg;
    result.insert(result.begin() + 2, segment.begin(), segment.end());
    return result;
}

// TIFF 6.0, tag 274: which stored pixel stands at (y, x) of the picture as it is meant to be seen.
cv::Mat asSeen(const cv::Mat& stored, int orientation) {
    const bool turned = orientation >= 5;
    cv::Mat seen(turned ? stored.cols : stored.rows, turned ? stored.rows : stored.cols, CV_8UC1);
    const int bottom = stored.rows - 1;
    const int right = stored.cols - 1;
    for (int y = 0; y < seen.rows; ++y)
        for (int x = 0; x < seen.cols; ++x) {
            const cv::Point from[] = {
                {},     {x, y},          {right - x, y},          {right - x, bottom - y}, {x, bottom - y},
                {y, x}, {y, bottom - x}, {right - y, bottom - x}, {right - y, x}};
            seen.at<std::uint8_t>(y, x) = stored.at<std::uint8_t>(from[orientation]);
        }
    return seen;
}

TEST(Decode, EveryFormatOfTheAllowListGivesItsPixels) {
    const struct {
        const char* extension;
        const char* mime;
        double tolerance;
    } formats[] = {{".png", "image/png", 0},
                   {".jpg", "image/jpeg", 40},
                   {".tiff", "image/tiff", 0},
                   {".bmp", "image/bmp", 0},
                   {".jp2", "image/jp2", 2}};
    for (const int type : {CV_8UC1, CV_8UC3})
        for (const auto& format : formats) {
            const cv::Mat pixels = pattern(type);
            const auto image = decodeImage(encoded(format.extension, pixels));
            ASSERT_TRUE(image) << format.extension << ": " << image.error().detail;
            EXPECT_EQ(image->mime, format.mime);
            EXPECT_EQ(image->orientation, 1);
            ASSERT_EQ(image->pixels.size(), pixels.size()) << format.extension;
            // A gray BMP has a palette and comes back gray.
            ASSERT_EQ(image->pixels.type(), type) << format.extension;
            EXPECT_LE(cv::norm(image->pixels, pixels, cv::NORM_INF), format.tolerance) << format.extension;
        }
}

TEST(Decode, SixteenBitsAreScaledAndAlphaIsLaidOnWhite) {
    cv::Mat deep(2, 3, CV_16UC1);
    deep.setTo(65535);
    deep.at<std::uint16_t>(0, 0) = 0;
    deep.at<std::uint16_t>(1, 1) = 32896;
    for (const char* extension : {".png", ".tiff"}) {
        const auto image = decodeImage(encoded(extension, deep));
        ASSERT_TRUE(image) << extension << ": " << image.error().detail;
        EXPECT_EQ(image->bitDepth, 16);
        EXPECT_EQ(image->pixels.type(), CV_8UC1);
        EXPECT_EQ(image->pixels.at<std::uint8_t>(0, 0), 0);
        EXPECT_EQ(image->pixels.at<std::uint8_t>(0, 1), 255);
        EXPECT_EQ(image->pixels.at<std::uint8_t>(1, 1), 128);
    }
    cv::Mat clear(2, 2, CV_8UC4, cv::Scalar(10, 20, 30, 0));
    clear.at<cv::Vec4b>(0, 0) = {10, 20, 30, 255};
    const auto image = decodeImage(encoded(".png", clear));
    ASSERT_TRUE(image);
    EXPECT_EQ(image->pixels.at<cv::Vec3b>(0, 0), cv::Vec3b(10, 20, 30));
    EXPECT_EQ(image->pixels.at<cv::Vec3b>(1, 1), cv::Vec3b(255, 255, 255));
}

TEST(Decode, OrientationIsAppliedOnceAndRecorded) {
    const cv::Mat pixels = pattern();
    const Bytes jpeg = encoded(".jpg", pixels);
    const Bytes tiff = encoded(".tiff", pixels);
    const auto plain = decodeImage(jpeg);
    ASSERT_TRUE(plain);
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const auto turned = decodeImage(jpegWithExif(jpeg, exif(orientation)));
        ASSERT_TRUE(turned) << turned.error().detail;
        EXPECT_EQ(turned->orientation, orientation);
        EXPECT_TRUE(same(turned->pixels, asSeen(plain->pixels, orientation))) << orientation;

        Bytes marked = tiff;
        const std::size_t directory = marked[4] | marked[5] << 8 | marked[6] << 16;
        bool written = false;
        for (std::size_t i = 0; i < marked[directory]; ++i) {
            const std::size_t entry = directory + 2 + 12 * i;
            // OpenCV writes no orientation: its planar configuration (tag 284, contiguous is the default)
            // makes room.
            if ((marked[entry] | marked[entry + 1] << 8) != 284) continue;
            marked[entry] = 274 & 0xff;
            marked[entry + 8] = static_cast<std::uint8_t>(orientation);
            written = true;
        }
        ASSERT_TRUE(written);
        const auto page = decodeImage(marked);
        ASSERT_TRUE(page) << page.error().detail;
        EXPECT_EQ(page->orientation, orientation);
        EXPECT_TRUE(same(page->pixels, asSeen(pixels, orientation))) << orientation;
    }
}

TEST(Decode, ResolutionComesFromTheHeaderOrIsUnknown) {
    const cv::Mat pixels = pattern();
    EXPECT_FALSE(decodeImage(*encodePng(pixels))->ppi.known());
    const record::Ppi wanted{500, record::PpiSource::Header};
    EXPECT_EQ(decodeImage(*encodePng(pixels, wanted))->ppi, wanted);
    EXPECT_EQ(decodeImage(*encodeJpeg(pixels, 90, wanted))->ppi, wanted);
    EXPECT_EQ(decodeImage(jpegWithExif(encoded(".jpg", pixels), exif(1, 512)))->ppi,
              (record::Ppi{512, record::PpiSource::Header}));
    for (const double ppi : {500.0, 512.0, 1000.0}) {
        const auto jp2 = decodeImage(*encodeJpeg2000(pixels, {ppi, record::PpiSource::Declared}));
        ASSERT_TRUE(jp2) << jp2.error().detail;
        EXPECT_EQ(jp2->ppi, (record::Ppi{ppi, record::PpiSource::Header}));
        EXPECT_TRUE(same(jp2->pixels, pixels)) << "a fingerprint's JPEG 2000 loses nothing";
    }
    Bytes bmp = encoded(".bmp", pixels);
    bmp[38] = bmp[42] = 19685 & 0xff;
    bmp[39] = bmp[43] = 19685 >> 8;
    EXPECT_EQ(decodeImage(bmp)->ppi, wanted);
    const auto tiff =
        decodeImage(encoded(".tiff", pixels, {cv::IMWRITE_TIFF_XDPI, 500, cv::IMWRITE_TIFF_YDPI, 500}));
    EXPECT_EQ(tiff->ppi, wanted);
    const auto uneven =
        decodeImage(encoded(".tiff", pixels, {cv::IMWRITE_TIFF_XDPI, 500, cv::IMWRITE_TIFF_YDPI, 250}));
    EXPECT_FALSE(uneven->ppi.known());
}

TEST(Decode, SizesAreRefusedBeforeAnyPixelIsDecoded) {
    Bytes png = encoded(".png", pattern());
    put32(png, 16, 12'001);
    EXPECT_EQ(decodeImage(png).error().code, base::kTooLarge);
    put32(png, 16, 12'000);
    put32(png, 20, 12'000);
    const auto bomb = decodeImage(png);
    EXPECT_EQ(bomb.error().code, base::kMalformed);
    EXPECT_NE(bomb.error().detail.find("more pixels than so few bytes can hold"), std::string::npos);
    EXPECT_EQ(decodeImage(encoded(".jpg", pattern()), {66, 1'000'000}).error().code, base::kTooLarge);
    EXPECT_EQ(decodeImage(encoded(".jp2", pattern()), {12'000, 2'880}).error().code, base::kTooLarge);
    EXPECT_TRUE(decodeImage(encoded(".jp2", pattern()), {12'000, 2'881}));
}

TEST(Decode, OtherFormatsAndVariantsAreNamed) {
    EXPECT_EQ(decodeImage({}).error().code, kUnknownImage);
    EXPECT_EQ(decodeImage(viewOf("GIF89a..............................")).error().code, kUnknownImage);
    Bytes lossless = encoded(".jpg", pattern());
    for (std::size_t i = 2; i + 1 < lossless.size(); ++i)
        if (lossless[i] == 0xff && lossless[i + 1] == 0xc0) {
            lossless[i + 1] = 0xc3;
            break;
        }
    EXPECT_EQ(decodeImage(lossless).error().code, kUnsupportedImage);
}

// A cut file is an error; a file with a flipped bit is an error or a picture of the stated size; nothing
// crashes.
TEST(Decode, CutAndDamagedFilesNeverPassForWhole) {
    for (const char* extension : {".png", ".jpg", ".tiff", ".bmp", ".jp2"}) {
        const Bytes whole = encoded(extension, pattern(CV_8UC3, 36, 34));
        for (std::size_t cut = 0; cut < whole.size(); ++cut) {
            const auto image = decodeImage(ByteView(whole).first(cut));
            if (image) {
                ASSERT_FALSE(image->missing.empty()) << extension << " cut at " << cut << " of " << whole.size();
                continue;
            }
            ASSERT_FALSE(image.error().detail.empty());
        }
        const std::size_t step = std::max<std::size_t>(1, whole.size() / 300);
        for (std::size_t at = 0; at < whole.size(); at += step) {
            Bytes damaged = whole;
            damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ (1 << (at % 8)));
            const auto image = decodeImage(damaged, {2'000, 4'000'000});
            if (image) {
                EXPECT_FALSE(image->pixels.empty());
                EXPECT_EQ(image->pixels.depth(), CV_8U);
            } else {
                EXPECT_FALSE(image.error().detail.empty());
            }
        }
    }
}

TEST(Decode, TheSharedFingerprintsDecode) {
    const std::filesystem::path folder =
        std::filesystem::path(COTEJO_SHARED_DATA) / "fingerprints/fvc2002_db1";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: data set not found";
    const auto bytes = readFile(folder / "101_1.png");
    ASSERT_TRUE(bytes);
    const auto image = decodeImage(*bytes);
    ASSERT_TRUE(image) << image.error().detail;
    EXPECT_EQ(image->pixels.size(), cv::Size(388, 374));
    EXPECT_EQ(image->pixels.type(), CV_8UC1);
    EXPECT_FALSE(image->ppi.known());
}

TEST(Decode, TheSharedWsqFilesDecode) {
    const std::filesystem::path folder = std::filesystem::path(COTEJO_SHARED_DATA) / "wsq";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: data set not found";
    const auto image = decodeImage(*readFile(folder / "img_0.wsq"));
    ASSERT_TRUE(image) << image.error().detail;
    EXPECT_EQ(image->mime, "image/x-wsq");
    EXPECT_EQ(image->pixels.size(), cv::Size(256, 256));
    EXPECT_EQ(image->pixels.type(), CV_8UC1);
    EXPECT_EQ(image->ppi, (record::Ppi{500, record::PpiSource::Header}));
    EXPECT_EQ(decodeImage(*readFile(folder / "img_0.wsq"), {255, 1'000'000}).error().code, base::kTooLarge);
}

TEST(Thumbnail, FitsAndIsNeverEnlarged) {
    EXPECT_EQ(thumbnail(pattern(CV_8UC3, 400, 200), 100).size(), cv::Size(100, 50));
    EXPECT_EQ(thumbnail(pattern(CV_8UC1, 2, 900), 90).size(), cv::Size(1, 90));
    EXPECT_TRUE(same(thumbnail(pattern(), 100), pattern()));
    EXPECT_EQ(toGray(pattern(CV_8UC3)).type(), CV_8UC1);
}

TEST(Encode, RefusesWhatItCannotWrite) {
    EXPECT_EQ(encodePng(cv::Mat()).error().code, base::kInvalidArgument);
    EXPECT_EQ(encodePng(cv::Mat(2, 2, CV_32FC1)).error().code, base::kInvalidArgument);
    EXPECT_EQ(encodeJpeg(pattern(), 0).error().code, base::kInvalidArgument);
    EXPECT_TRUE(same(decodeImage(*encodeJpeg2000(pattern(CV_8UC3)))->pixels, pattern(CV_8UC3)));
}

}  // namespace
}  // namespace cotejo::imaging
