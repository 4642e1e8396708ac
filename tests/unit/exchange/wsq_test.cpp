#include "core/exchange/wsq.h"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>

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

}  // namespace
}  // namespace cotejo::exchange
