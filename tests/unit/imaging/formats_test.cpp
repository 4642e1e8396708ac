#include <gtest/gtest.h>

#include <filesystem>
#include <opencv2/imgcodecs.hpp>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/imaging/decode.h"
#include "core/imaging/errors.h"
#include "tests/support/paths.h"

/// Rows 16 and 23: WebP, HEIC and PNM.
namespace cotejo::imaging::formats_test {
namespace {

std::optional<Bytes> fieldFile(const char* name) {
    const auto path = std::filesystem::path(COTEJO_SHARED_DATA) / "field" / name;
    if (!std::filesystem::exists(path)) return std::nullopt;
    return *readFile(path);
}

void expectEveryCutHasAPlace(const Bytes& whole, std::size_t step) {
    for (std::size_t cut = 0; cut < whole.size(); cut += step) {
        const auto image = decodeImage(ByteView(whole).first(cut));
        if (image) {
            ASSERT_NE(image->missing.find("byte"), std::string::npos) << cut << " of " << whole.size() << " is taken as whole";
            continue;
        }
        ASSERT_TRUE(image.error().code == kUnknownImage || image.error().detail.find("byte") != std::string::npos) << cut << ": " << image.error().detail;
    }
}

cv::Mat colours(int width, int height) {
    cv::Mat pixels(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) pixels.at<cv::Vec3b>(y, x) = cv::Vec3b(static_cast<std::uint8_t>(3 * x), static_cast<std::uint8_t>(5 * y), 77);
    return pixels;
}

TEST(Webp, LosslessLossyAndTransparentPicturesAreRead) {
    const cv::Mat pixels = colours(50, 33);
    cv::Mat alpha;
    cv::merge(std::vector<cv::Mat>{pixels, cv::Mat(pixels.size(), CV_8UC1, cv::Scalar(255))}, alpha);
    for (const auto& [source, quality, tolerance] : {std::tuple{pixels, 101, 0.0}, {pixels, 90, 40.0}, {cv::Mat(alpha), 101, 0.0}}) {
        cv::Mat input = source;
        if (input.channels() == 4) {
            std::vector<cv::Mat> planes(3);
            const int pick[] = {0, 0, 1, 1, 2, 2, 3, 3};
            cv::Mat four(pixels.size(), CV_8UC4);
            cv::mixChannels(&input, 1, &four, 1, pick, 4);
            input = four;
        }
        Bytes bytes;
        ASSERT_TRUE(cv::imencode(".webp", input, bytes, {cv::IMWRITE_WEBP_QUALITY, quality}));
        const auto image = decodeImage(bytes);
        ASSERT_TRUE(image) << image.error().detail;
        EXPECT_EQ(image->mime, "image/webp");
        EXPECT_LE(cv::norm(image->pixels, pixels, cv::NORM_INF), tolerance);
        expectEveryCutHasAPlace(bytes, 1);
    }
}

TEST(Webp, MovingPicturesAndCapsAreNamed) {
    Bytes moving = bytesOf(std::string_view("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x09\0\0\x09\0\0", 30));
    EXPECT_EQ(decodeImage(moving).error().code, kUnsupportedImage);
    Bytes bytes;
    cv::imencode(".webp", colours(200, 20), bytes);
    EXPECT_EQ(decodeImage(bytes, {100, 1'000'000}).error().code, base::kTooLarge);
}

TEST(Webp, TheFileFromTheField) {
    const auto bytes = fieldFile("photo.webp");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto image = decodeImage(*bytes);
    ASSERT_TRUE(image) << image.error().detail;
    EXPECT_EQ(image->pixels.cols, 150);
    EXPECT_EQ(image->pixels.rows, 200);
    expectEveryCutHasAPlace(*bytes, 1);
}

TEST(Heic, TheFileFromTheField) {
    const auto bytes = fieldFile("photo_from_phone.heic");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto image = decodeImage(*bytes);
    ASSERT_TRUE(image) << image.error().detail;
    EXPECT_EQ(image->mime, "image/heic");
    EXPECT_GT(image->pixels.cols, 16);
    EXPECT_EQ(image->pixels.channels(), 3);
    cv::Scalar mean, deviation;
    cv::meanStdDev(image->pixels, mean, deviation);
    EXPECT_GT(deviation[0] + deviation[1] + deviation[2], 1) << "a picture, not one colour";
    EXPECT_EQ(decodeImage(*bytes, {8, 1'000'000}).error().code, base::kTooLarge);
    expectEveryCutHasAPlace(*bytes, 1);
}

TEST(Heic, DamageIsAnErrorNeverAnException) {
    for (const char* text : {"\0\0\0\x18" "ftypheic\0\0\0\0mif1heic", "\0\0\0\x0c" "ftypheic"}) {
        const auto image = decodeImage(bytesOf(std::string_view(text, text[3] == 0x18 ? 24 : 12)));
        ASSERT_FALSE(image);
        EXPECT_EQ(image.error().code, base::kMalformed);
    }
    const auto bytes = fieldFile("photo_from_phone.heic");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    for (std::size_t at = 0; at < bytes->size(); at += 131) {
        Bytes damaged = *bytes;
        damaged[at] ^= 0x41;
        static_cast<void>(decodeImage(damaged));
    }
}

TEST(Pnm, GrayAndColourInEightAndSixteenBits) {
    const cv::Mat pixels = colours(31, 17);
    cv::Mat deep;
    pixels.convertTo(deep, CV_16U, 257);
    for (const auto& [name, source] : {std::pair{".ppm", pixels}, {".ppm", deep}}) {
        Bytes bytes;
        ASSERT_TRUE(cv::imencode(name, source, bytes));
        const auto image = decodeImage(bytes);
        ASSERT_TRUE(image) << image.error().detail;
        EXPECT_EQ(cv::norm(image->pixels, pixels, cv::NORM_INF), 0);
        EXPECT_EQ(image->bitDepth, source.depth() == CV_16U ? 16 : 8);
        expectEveryCutHasAPlace(bytes, 1);
    }
    Bytes gray;
    ASSERT_TRUE(cv::imencode(".pgm", toGray(pixels), gray));
    EXPECT_EQ(decodeImage(gray)->pixels.channels(), 1);
    EXPECT_EQ(decodeImage(bytesOf("P5\n20000 20000\n255\n")).error().code, base::kMalformed);
}

}  // namespace
}  // namespace cotejo::imaging::formats_test
