#include "core/exchange/wsq/wsq.h"

#include <gtest/gtest.h>

#include <cmath>
#include <iostream>
#include <opencv2/imgcodecs.hpp>

#include "core/base/errors.h"
#include "tests/support/paths.h"
#include "tests/unit/exchange/shared_files.h"

namespace cotejo::exchange {
namespace {

// Share of pixels that differ, and the largest difference.
struct Difference {
    double share = 0;
    int largest = 0;
};

Difference difference(const WsqImage& image, const cv::Mat& reference) {
    std::size_t different = 0;
    int largest = 0;
    for (std::size_t i = 0; i < image.pixels.size(); ++i) {
        const int d = std::abs(image.pixels[i] - reference.data[i]);
        different += d != 0;
        largest = std::max(largest, d);
    }
    return {static_cast<double>(different) / static_cast<double>(image.pixels.size()), largest};
}

TEST(Wsq, TheReferenceStreamsDecodeToTheReferencePixels) {
    for (const char* folder : {"wsq", "wsq/encoded"}) {
        const auto files = sharedFiles(folder, ".wsq");
        if (files.empty()) GTEST_SKIP() << "skipped: data set not found";
        for (const auto& path : files) {
            auto picture = path;
            const cv::Mat reference =
                cv::imread(picture.replace_extension(".png").string(), cv::IMREAD_UNCHANGED);
            ASSERT_FALSE(reference.empty()) << path;
            const auto image = decodeWsq(*readFile(path));
            ASSERT_TRUE(image) << path << ": " << image.error().detail;
            ASSERT_EQ(image->width, reference.cols);
            ASSERT_EQ(image->height, reference.rows);
            const auto d = difference(*image, reference);
            EXPECT_LE(d.largest, 1) << path;
            EXPECT_LE(d.share, 0.001) << path;
            std::cout << path.filename().string() << ": differ " << d.share * 100 << " %, largest "
                      << d.largest << '\n';
        }
    }
}

// Rings about a point outside the middle, like ridges, over a gray slope.
Bytes ridges(int width, int height) {
    Bytes pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double distance = std::hypot(x - width * 0.4, y - height * 0.6);
            const double level = 128 + 70 * std::sin(distance * 0.7) + 40.0 * x / width;
            pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                   static_cast<std::size_t>(x)] = static_cast<std::uint8_t>(std::clamp(level, 0.0, 255.0));
        }
    return pixels;
}

double psnr(ByteView a, ByteView b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum == 0 ? 99 : 10 * std::log10(255.0 * 255.0 * static_cast<double>(a.size()) / sum);
}

TEST(Wsq, OddAndEvenSizesSurviveEncodingAndDecoding) {
    const record::Ppi ppi{500, record::PpiSource::Declared};
    for (const auto& [width, height] :
         {std::pair{64, 64}, {65, 67}, {97, 64}, {101, 203}, {256, 129}, {300, 400}}) {
        const Bytes pixels = ridges(width, height);
        const auto bytes = encodeWsq(pixels, width, height, 4, ppi);
        ASSERT_TRUE(bytes) << bytes.error().detail;
        const auto image = decodeWsq(*bytes);
        ASSERT_TRUE(image) << width << "x" << height << ": " << image.error().detail;
        ASSERT_EQ(image->width, width);
        ASSERT_EQ(image->height, height);
        EXPECT_GT(psnr(image->pixels, pixels), 36) << width << "x" << height;
        EXPECT_EQ(image->ppi, (record::Ppi{500, record::PpiSource::Header}));
    }
    const Bytes flat(100 * 100, 77);
    const auto image = decodeWsq(*encodeWsq(flat, 100, 100, 0.75));
    ASSERT_TRUE(image) << image.error().detail;
    EXPECT_EQ(image->pixels, flat);
    EXPECT_FALSE(image->ppi.known());
}

TEST(Wsq, AnImageOfOneFrequencyKeepsItsSignalAtAHighRate) {
    // All energy in few bands: sharing the rate out over them alone asks for bins whose indices overflow 16 bits.
    constexpr int kWidth = 197, kHeight = 190;
    Bytes pixels;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            pixels.push_back(static_cast<std::uint8_t>(128 + 100 * std::sin(x * 0.9)));
    for (const double rate : {0.75, 2.25, 4.0, 8.0}) {
        const auto image = decodeWsq(*encodeWsq(pixels, kWidth, kHeight, rate));
        ASSERT_TRUE(image) << image.error().detail;
        EXPECT_GT(psnr(image->pixels, pixels), 35) << rate;
    }
}

TEST(Wsq, WhatCannotBeEncodedIsRefused) {
    EXPECT_EQ(encodeWsq(Bytes(63 * 64), 63, 64, 0.75).error().code, base::kInvalidArgument);
    EXPECT_EQ(encodeWsq(Bytes(64), 64, 64, 0.75).error().code, base::kInvalidArgument);
    EXPECT_EQ(encodeWsq(Bytes(64 * 64), 64, 64, 0).error().code, base::kInvalidArgument);
    EXPECT_EQ(encodeWsq(Bytes(64), 12'001, 64, 0.75).error().code, base::kTooLarge);
}

TEST(Wsq, EveryCutIsSaidAndNoFlippedBitCrashes) {
    const Bytes whole = *encodeWsq(ridges(70, 66), 70, 66, 0.75);
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        const auto image = decodeWsq(ByteView(whole).first(cut));
        // Refused, or shown with what it lacks.
        ASSERT_FALSE((image ? image->missing : image.error().detail).empty()) << cut << " of " << whole.size();
    }
    for (std::size_t bit = 0; bit < whole.size() * 8; bit += 3) {
        Bytes damaged = whole;
        damaged[bit / 8] = static_cast<std::uint8_t>(damaged[bit / 8] ^ (1 << (bit % 8)));
        const auto image = decodeWsq(damaged, {1000, 100'000});
        if (image)
            ASSERT_EQ(image->pixels.size(),
                      static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height));
        else
            ASSERT_FALSE(image.error().detail.empty());
    }
    EXPECT_EQ(decodeWsq(whole, {69, 100'000}).error().code, base::kTooLarge);
    EXPECT_EQ(readWsqHeader(whole)->width, 70);
}

TEST(Wsq, TheEncoderKeepsPaceWithTheReference) {
    // Bytes and PSNR of the reference encoder, as the data's README states them.
    const struct {
        const char* image;
        double rate;
        double bytes, psnr;
    } figures[] = {{"fvc2002_db1/101_1", 0.75, 8495, 31.11},  {"fvc2002_db1/101_1", 2.25, 24270, 41.33},
                   {"fvc2002_db1/107_3", 0.75, 9125, 32.13},  {"fvc2002_db1/107_3", 2.25, 26984, 42.67},
                   {"fvc2004_db1/103_2", 0.75, 7840, 38.57},  {"fvc2004_db1/103_2", 2.25, 19479, 47.11},
                   {"fvc2004_db1/110_5", 0.75, 10158, 34.07}, {"fvc2004_db1/110_5", 2.25, 27370, 43.71},
                   {"fvc2004_db3/105_4", 0.75, 10125, 21.35}, {"fvc2004_db3/105_4", 2.25, 31164, 28.06}};
    const std::filesystem::path folder = std::filesystem::path(COTEJO_SHARED_DATA) / "fingerprints";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: data set not found";
    for (const auto& each : figures) {
        const cv::Mat original =
            cv::imread((folder / (std::string(each.image) + ".png")).string(), cv::IMREAD_GRAYSCALE);
        ASSERT_FALSE(original.empty());
        const ByteView pixels(original.data, original.total());
        const auto bytes =
            encodeWsq(pixels, original.cols, original.rows, each.rate, {500, record::PpiSource::Declared});
        ASSERT_TRUE(bytes);
        const auto image = decodeWsq(*bytes);
        ASSERT_TRUE(image) << image.error().detail;
        const double size = static_cast<double>(bytes->size()) / each.bytes - 1;
        const double gain = psnr(image->pixels, pixels) - each.psnr;
        std::cout << each.image << " at " << each.rate << ": " << bytes->size() << " bytes (" << size * 100
                  << " %), PSNR " << gain + each.psnr << " dB (" << gain << ")\n";
        EXPECT_LE(std::abs(size), 0.05) << each.image;
        EXPECT_GE(gain, -0.3) << each.image;
    }
}

}  // namespace
}  // namespace cotejo::exchange
