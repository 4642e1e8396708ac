#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "core/match/finger/extract/ridge_field.h"

namespace cotejo::match {
namespace {

constexpr float kBlankContrast = 5;      // gray levels
constexpr float kContrastShare = 0.22F;  // of the print's own strong contrast
constexpr float kAgreement = 0.30F;
constexpr int kSmallPart = 40;  // cells of 8x8: about 0.13 cm2

void clearOutside(const RidgeField& field, cv::Mat1b& mask) {
    constexpr int pad = RidgeField::kPad;
    constexpr int block = RidgeField::kBlock;
    for (int j = 0; j < mask.rows; ++j)
        for (int i = 0; i < mask.cols; ++i) {
            const int x = i * block + block / 2, y = j * block + block / 2;
            if (x < pad || y < pad || x >= pad + field.width || y >= pad + field.height) mask(j, i) = 0;
        }
}

// Closes small holes, opens thin bridges, drops parts that are small against the largest.
void tidy(cv::Mat1b& mask) {
    const cv::Mat ball = cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5});
    const cv::Mat cross = cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3});
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, ball);
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cross, {-1, -1}, 2);
    cv::Mat1i labels, stats;
    cv::Mat1d centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 4);
    int largest = 0;
    for (int k = 1; k < count; ++k)
        largest = std::max(largest, stats(k, cv::CC_STAT_AREA));
    for (int j = 0; j < mask.rows; ++j)
        for (int i = 0; i < mask.cols; ++i)
            if (mask(j, i)) {
                const int area = stats(labels(j, i), cv::CC_STAT_AREA);
                if (area < kSmallPart || area * 6 < largest) mask(j, i) = 0;
            }
    // Holes: background that does not reach the frame.
    cv::Mat1b background = mask == 0;
    const int holes = cv::connectedComponentsWithStats(background, labels, stats, centres, 4);
    std::vector<bool> open(static_cast<std::size_t>(holes), false);
    for (int j = 0; j < mask.rows; ++j)
        for (int i = 0; i < mask.cols; ++i)
            if (i == 0 || j == 0 || i == mask.cols - 1 || j == mask.rows - 1)
                open[static_cast<std::size_t>(labels(j, i))] = true;
    for (int j = 0; j < mask.rows; ++j)
        for (int i = 0; i < mask.cols; ++i)
            if (!mask(j, i) && !open[static_cast<std::size_t>(labels(j, i))] &&
                stats(labels(j, i), cv::CC_STAT_AREA) < kSmallPart / 2)
                mask(j, i) = 1;
}

void clearBlocked(RidgeField& field) {
    if (!field.blocked.empty()) field.mask.setTo(0, field.blocked);
}

}  // namespace

bool segment(RidgeField& field) {
    std::vector<float> sorted;
    cv::Mat1b inside = cv::Mat1b::ones(field.contrast.size());
    clearOutside(field, inside);
    for (int j = 0; j < inside.rows; ++j)
        for (int i = 0; i < inside.cols; ++i)
            if (inside(j, i) && (field.blocked.empty() || !field.blocked(j, i))) sorted.push_back(field.contrast(j, i));
    if (sorted.empty()) return false;
    const auto strong = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 9 / 10);
    std::nth_element(sorted.begin(), strong, sorted.end());
    if (*strong < kBlankContrast) return false;
    const float threshold = std::max(kBlankContrast * 0.8F, kContrastShare * *strong);
    field.mask = (field.contrast > threshold) / 255;
    clearOutside(field, field.mask);
    tidy(field.mask);
    clearBlocked(field);
    return true;
}

void refineSegment(RidgeField& field) {
    cv::Mat1f smooth;
    cv::GaussianBlur(field.agreement, smooth, {5, 5}, 1.0, 1.0, cv::BORDER_REPLICATE);
    for (int j = 0; j < field.mask.rows; ++j)
        for (int i = 0; i < field.mask.cols; ++i)
            if (smooth(j, i) < kAgreement) field.mask(j, i) = 0;
    clearOutside(field, field.mask);
    tidy(field.mask);
    clearBlocked(field);
}

}  // namespace cotejo::match
