#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <vector>

#include "core/base/file.h"
#include "core/imaging/decode.h"
#include "core/match/calibration.h"
#include "core/match/finger/compare/compare.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/extract/foreign_ink.h"
#include "core/match/finger/processor.h"
#include "core/match/finger/synthetic.h"
#include "tests/support/drawn_ink.h"
#include "tests/support/paths.h"

namespace cotejo::match {
namespace {

constexpr record::Ppi kDrawnPpi{500, record::PpiSource::Declared};
const std::vector<std::string> kLines{"box", "fine_box", "double_box", "frame", "turned_box", "edges", "all_edges", "slanted_edge"};

cv::Mat drawn(const cv::Mat& print, const std::string& kind) {
    cv::Mat out = print.clone();
    test::drawnInk(kind)(out);
    return out;
}

TEST(ForeignInk, MarksLinesAndEdgesAndLittleElse) {
    const cv::Mat print = SyntheticFinger(31).impression(1, {});
    const auto clean = findForeignInk(print);
    EXPECT_TRUE(clean.marked.empty() || cv::countNonZero(clean.marked) < 0.005 * static_cast<double>(print.total()));
    for (const auto& kind : kLines) {
        const cv::Mat inked = drawn(print, kind);
        const auto found = findForeignInk(inked);
        ASSERT_FALSE(found.marked.empty()) << kind;
        // Drawn where the picture became clearly darker.
        const cv::Mat1b ink = print - inked > 100;
        cv::Mat1b near;
        cv::dilate(ink, near, cv::Mat::ones(9, 9, CV_8U));
        EXPECT_GT(cv::countNonZero(found.marked & ink), 0.9 * cv::countNonZero(ink)) << kind;
        EXPECT_LT(cv::countNonZero(found.marked & ~near), 0.01 * static_cast<double>(print.total())) << kind;
    }
}

// Rows are worked on in whole vectors: odd sizes, and lines at the edge and out over it.
TEST(ForeignInk, IsTheSameOnEveryProcessorInPicturesOfAnySize) {
    const ProcessorKind mine = processorKind();
    for (const cv::Size size : {cv::Size(255, 301), cv::Size(256, 300), cv::Size(257, 303), cv::Size(301, 255)}) {
        cv::Mat picture(size, CV_8UC1, cv::Scalar(220));
        cv::line(picture, {size.width - 1, 0}, {size.width - 1, size.height - 1}, cv::Scalar(0), 3);
        cv::line(picture, {30, 0}, {60, size.height - 1}, cv::Scalar(0), 3);
        cv::line(picture, {size.width - 60, 60}, {size.width - 1, 120}, cv::Scalar(0), 3);  // 7 mm within the picture: too short
        processorKind() = ProcessorKind::Plain;
        const auto plain = findForeignInk(picture);
        processorKind() = mine;
        const auto found = findForeignInk(picture);
        ASSERT_EQ(found.marked.size(), size);
        EXPECT_EQ(cv::countNonZero(found.marked != plain.marked), 0) << size;
        EXPECT_GT(cv::countNonZero(found.marked.col(size.width - 1)), size.height - 8) << size;
        EXPECT_GT(cv::countNonZero(found.marked(cv::Rect(25, 0, 40, size.height))), 2 * size.height) << size;
        EXPECT_EQ(cv::countNonZero(found.marked(cv::Rect(size.width - 50, 60, 30, 30))), 0) << size;
        EXPECT_EQ(cv::countNonZero(found.marked(cv::Rect(0, 0, 20, size.height))), 0) << size;
    }
}

TEST(ForeignInk, IsHandedToWhoShowsThePrint) {
    const cv::Mat inked = drawn(SyntheticFinger(31).impression(1, {}), "box");
    const auto found = extractFinger({inked, kDrawnPpi});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->foreign.size(), inked.size());
    EXPECT_GT(cv::countNonZero(found->foreign), 1000);
    for (const auto& each : found->finger.minutiae) {
        const int x = std::min(inked.cols - 1, static_cast<int>(each.x)), y = std::min(inked.rows - 1, static_cast<int>(each.y));
        EXPECT_EQ(found->foreign.at<std::uint8_t>(y, x), 0) << x << " " << y;
    }
}

// Ten fingers with two prints each, all with the same drawing: strangers stay strangers, mates mates.
TEST(ForeignInk, DoesNotMakeStrangersMatch) {
    constexpr std::uint64_t kFingers = 10;
    std::vector<std::pair<cv::Mat, cv::Mat>> fingers;
    for (std::uint64_t k = 0; k < kFingers; ++k) {
        const SyntheticFinger finger(400 + k);
        fingers.emplace_back(finger.impression(1, everydayImpression(2 * k)), finger.impression(2, everydayImpression(2 * k + 1)));
    }
    double undrawn = 0;
    for (const std::string kind : {"none", "box", "double_box", "frame", "edges", "all_edges", "text", "small_text", "stamp"}) {
        std::vector<PreparedFinger> first, second;
        for (const auto& [a, b] : fingers) {
            const auto one = extractFinger({drawn(a, kind), kDrawnPpi}), two = extractFinger({drawn(b, kind), kDrawnPpi});
            ASSERT_TRUE(one && two) << kind;
            first.emplace_back(one->finger);
            second.emplace_back(two->finger);
        }
        double best = -99, worst = 99;
        for (std::size_t a = 0; a < kFingers; ++a)
            for (std::size_t b = 0; b < kFingers; ++b) {
                const double score = compareFinger(first[a], second[b])->score.value;
                if (a == b) worst = std::min(worst, score);
                else best = std::max(best, score);
            }
        if (kind == "none") undrawn = best;
        EXPECT_LT(best, undrawn + 0.5) << kind;
        EXPECT_GT(worst, best) << kind;
    }
}

// The first print of every finger of a shared set against all others, as drawn on one card: at the product's threshold.
TEST(ForeignInk, LeavesTheThresholdStanding) {
    const std::filesystem::path folder = COTEJO_SOURCE_DIR "/../shared/data/fingerprints/fcj2020_a";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: data set not found";
    const auto reports = Calibrations::read(COTEJO_SOURCE_DIR "/resources/calibration");
    ASSERT_TRUE(reports);
    const auto report = reports->find(fingerAlgorithm());
    ASSERT_TRUE(report) << report.error().detail;
    const auto threshold = report->threshold(1e-3);
    ASSERT_TRUE(threshold);
    std::map<std::string, cv::Mat> prints;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto name = entry.path().stem().string();
        if (!name.ends_with("_1") || entry.path().extension() != ".png") continue;
        const auto bytes = readFile(entry.path());
        ASSERT_TRUE(bytes);
        const auto image = imaging::decodeImage(*bytes);
        ASSERT_TRUE(image);
        prints[name] = imaging::toGray(image->pixels);
    }
    ASSERT_GT(prints.size(), 50U);
    for (const std::string kind : {"box", "edges", "text"}) {
        std::vector<PreparedFinger> all;
        for (const auto& [name, print] : prints)
            if (auto found = extractFinger({drawn(print, kind), kDrawnPpi})) all.emplace_back(std::move(found->finger));
        long reached = 0, compared = 0;
        for (std::size_t a = 0; a < all.size(); ++a)
            for (std::size_t b = a + 1; b < all.size(); ++b) {
                ++compared;
                reached += compareFinger(all[a], all[b])->score.value >= threshold->value;
            }
        // Twice the claim; before other ink was left out a box gave 2 in 100.
        EXPECT_LE(static_cast<double>(reached), 2e-3 * static_cast<double>(compared)) << kind;
    }
}

}  // namespace
}  // namespace cotejo::match
