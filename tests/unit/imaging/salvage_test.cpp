#include <gtest/gtest.h>

#include <filesystem>
#include <opencv2/imgcodecs.hpp>

#include "core/base/file.h"
#include "core/imaging/decode.h"
#include "core/imaging/errors.h"
#include "tests/support/paths.h"

/// Row 13: a picture whose file ends early shows what is whole of it and says how much is not.
namespace cotejo::imaging::salvage_test {
namespace {

// Every row is told from its neighbours.
cv::Mat scene(int width, int height, int channels) {
    cv::Mat pixels(height, width, channels == 3 ? CV_8UC3 : CV_8UC1);
    cv::RNG random(static_cast<std::uint64_t>(width * 31 + height));
    random.fill(pixels, cv::RNG::UNIFORM, 0, 60);
    for (int y = 0; y < height; ++y) pixels.row(y) += cv::Scalar::all(40 + y * 130.0 / height);
    return pixels;
}

Bytes encoded(const char* extension, const cv::Mat& pixels, const std::vector<int>& options = {}) {
    Bytes bytes;
    if (!cv::imencode(extension, pixels, bytes, options)) std::abort();
    return bytes;
}

// How many rows from the top are those of the whole picture.
int rowsAlike(const cv::Mat& part, const cv::Mat& whole) {
    for (int y = 0; y < whole.rows; ++y)
        if (cv::norm(part.row(y), whole.row(y), cv::NORM_INF) > 0) return y;
    return whole.rows;
}

int firstNumberAfter(const std::string& text, const std::string& word) {
    const auto at = text.find(word);
    return at == text.npos ? -1 : std::atoi(text.c_str() + at + word.size());
}

/// Each part is refused with a place, or is the whole picture down to the row that it says, and never more is claimed than is there.
int salvagedCuts(const Bytes& bytes, std::size_t step) {
    const auto whole = decodeImage(bytes);
    EXPECT_TRUE(whole) << whole.error().detail;
    EXPECT_TRUE(whole->missing.empty());
    int shown = 0;
    for (std::size_t cut = 1; cut < bytes.size(); cut += step) {
        const auto part = decodeImage(ByteView(bytes).first(cut));
        if (!part) {
            EXPECT_TRUE(part.error().code == kUnknownImage || part.error().detail.find("byte") != std::string::npos) << cut << ": " << part.error().detail;
            continue;
        }
        ++shown;
        EXPECT_NE(part->missing.find("byte " + std::to_string(cut)), std::string::npos) << part->missing;
        EXPECT_EQ(part->pixels.size(), whole->pixels.size());
        if (const int claimed = firstNumberAfter(part->missing, "rows "); claimed > 0) {
            EXPECT_GE(rowsAlike(part->pixels, whole->pixels), claimed - 1) << cut << ": " << part->missing;
        } else if (part->missing.find("every row") != std::string::npos) {
            EXPECT_EQ(rowsAlike(part->pixels, whole->pixels), whole->pixels.rows) << cut;
        }
    }
    return shown;
}

TEST(CutPictures, JpegsShowTheRowsThatAreWhole) {
    for (const auto& [width, height, channels] : {std::tuple{160, 200, 3}, {97, 131, 3}, {120, 90, 1}}) {
        const Bytes bytes = encoded(".jpg", scene(width, height, channels), {cv::IMWRITE_JPEG_QUALITY, 90});
        EXPECT_GT(salvagedCuts(bytes, 37), static_cast<int>(bytes.size() / 37) / 2);
        // Half of the file is about half of the picture.
        const auto half = decodeImage(ByteView(bytes).first(bytes.size() / 2));
        ASSERT_TRUE(half) << half.error().detail;
        const int from = firstNumberAfter(half->missing, "rows ");
        EXPECT_GT(from, height / 4) << half->missing;
        EXPECT_LT(from, height * 3 / 4) << half->missing;
        EXPECT_EQ(cv::norm(half->pixels.row(height - 1), cv::Mat(1, width, half->pixels.type(), cv::Scalar::all(128)), cv::NORM_INF), 0) << "what is missing is gray";
    }
}

TEST(CutPictures, ProgressiveAndRestartedJpegs) {
    const cv::Mat pixels = scene(160, 160, 3);
    const Bytes progressive = encoded(".jpg", pixels, {cv::IMWRITE_JPEG_QUALITY, 90, cv::IMWRITE_JPEG_PROGRESSIVE, 1});
    EXPECT_GT(salvagedCuts(progressive, 41), 0);
    const auto late = decodeImage(ByteView(progressive).first(progressive.size() * 3 / 4));
    ASSERT_TRUE(late) << late.error().detail;
    EXPECT_NE(late->missing.find("coarser"), std::string::npos) << late->missing;
    salvagedCuts(encoded(".jpg", pixels, {cv::IMWRITE_JPEG_QUALITY, 90, cv::IMWRITE_JPEG_RST_INTERVAL, 4}), 53);
    // Without its end marker alone every row is there.
    const auto endless = decodeImage(ByteView(progressive).first(progressive.size() - 2));
    ASSERT_TRUE(endless);
    EXPECT_FALSE(endless->missing.empty());
}

TEST(CutPictures, PngsShowTheRowsThatAreWhole) {
    for (const auto& [width, height, channels] : {std::tuple{90, 140, 3}, {133, 77, 1}}) {
        const Bytes bytes = encoded(".png", scene(width, height, channels));
        EXPECT_GT(salvagedCuts(bytes, 29), static_cast<int>(bytes.size() / 29) / 2);
        const auto half = decodeImage(ByteView(bytes).first(bytes.size() / 2));
        ASSERT_TRUE(half) << half.error().detail;
        EXPECT_NE(half->missing.find(" %)"), std::string::npos) << half->missing;
        // A bit turned within a whole chunk is damage, not a cut.
        Bytes damaged(bytes.begin(), bytes.end() - 20);
        damaged[20] ^= 1;
        EXPECT_FALSE(decodeImage(damaged));
    }
    cv::Mat deep;
    scene(60, 80, 3).convertTo(deep, CV_16UC3, 257);
    EXPECT_GT(salvagedCuts(encoded(".png", deep), 211), 0);
}

TEST(CutPictures, WebpsShowTheRowsThatAreWhole) {
    const cv::Mat pixels = scene(150, 200, 3);
    for (const int quality : {80, 101}) {
        const Bytes bytes = encoded(".webp", pixels, {cv::IMWRITE_WEBP_QUALITY, quality});
        EXPECT_GT(salvagedCuts(bytes, 97), 0) << quality;
    }
}

TEST(CutPictures, HeadersAloneAreRefusedAndBounded) {
    // 12,000 x 12,000 promised, not one row there.
    const Bytes png = encoded(".png", scene(64, 64, 1));
    EXPECT_FALSE(decodeImage(ByteView(png).first(45)));
    const Bytes jpeg = encoded(".jpg", scene(64, 64, 1));
    EXPECT_FALSE(decodeImage(ByteView(jpeg).first(200)));
}

TEST(CutPictures, FacesOfTheSharedSet) {
    const auto folder = std::filesystem::path(COTEJO_SHARED_DATA) / "faces";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: data set not found";
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".jpg" && entry.path().extension() != ".png") continue;
        if (++files > 6) break;
        const auto bytes = *readFile(entry.path());
        salvagedCuts(bytes, std::max<std::size_t>(bytes.size() / 23, 1));
        const auto most = decodeImage(ByteView(bytes).first(bytes.size() * 7 / 10));
        ASSERT_TRUE(most) << entry.path() << ": " << most.error().detail;
    }
    EXPECT_GT(files, 0);
}

}  // namespace
}  // namespace cotejo::imaging::salvage_test
