#include <algorithm>
#include <cmath>
#include <vector>

#include "core/match/finger/processor.h"
#include "core/match/finger/extract/ridge_field.h"

namespace cotejo::match {
namespace {

constexpr int kReach = 12;
constexpr int kWindow = 2 * kReach + 1;  // about three ridges
constexpr float kContrastFloor = 4;      // gray levels: keeps sensor noise of empty areas from being blown up

// Sums over kWindow columns, by doubling: `columns` holds `width` + kWindow - 1 values (and room for 16
// more).
COTEJO_INLINE void acrossWindow(int* columns, int* scratch, int width, int* sums) {
    const int all = width + kWindow - 1;
    for (int x = 0; x < width; ++x)
        sums[x] = columns[x + kWindow - 1];
    for (int x = 0; x < all; ++x)
        scratch[x] = columns[x] + columns[x + 1];
    for (int x = 0; x < all; ++x)
        columns[x] = scratch[x] + scratch[x + 2];
    for (int x = 0; x < all; ++x)
        scratch[x] = columns[x] + columns[x + 4];
    static_assert(kWindow == 16 + 8 + 1);
    for (int x = 0; x < width; ++x)
        sums[x] += scratch[x] + scratch[x + 8] + scratch[x + 16];
}

// The window's sums of gray levels and of their squares for one row of the picture after the other. The
// picture goes on beyond its edge as it ends there. Whole numbers, so sums are exact in any order.
struct RowSums {
    const cv::Mat& pixels;
    int width;                      // of a row of sums: the padded plane
    std::vector<int> gray, square;  // per column of the picture
    std::vector<int> spread, scratch, graySum, squareSum;

    RowSums(const cv::Mat& source, int paddedWidth)
        : pixels(source),
          width(paddedWidth),
          gray(static_cast<std::size_t>(source.cols)),
          square(gray.size()),
          spread(static_cast<std::size_t>(paddedWidth + kWindow + 16)),
          scratch(spread.size()),
          graySum(static_cast<std::size_t>(paddedWidth)),
          squareSum(graySum.size()) {}

    const std::uint8_t* row(int y) const {
        return pixels.ptr<std::uint8_t>(std::clamp(y, 0, pixels.rows - 1));
    }
    const int* across(const std::vector<int>& columns, std::vector<int>& sums);
    void start(int y);
    void next(int y);
};

COTEJO_INLINE void exchangeRows(const std::uint8_t* in, const std::uint8_t* out, int count, int* gray,
                                int* square) {
    for (int x = 0; x < count; ++x) {
        const int a = in[x], b = out[x];
        gray[x] += a - b;
        square[x] += a * a - b * b;
    }
}
COTEJO_CLONES(void, exchangeRow, exchangeRows,
              (const std::uint8_t* in, const std::uint8_t* out, int count, int* gray, int* square),
              (in, out, count, gray, square))
COTEJO_CLONES(void, sumAcross, acrossWindow, (int* columns, int* scratch, int width, int* sums),
              (columns, scratch, width, sums))

void RowSums::start(int y) {
    std::fill(gray.begin(), gray.end(), 0);
    std::fill(square.begin(), square.end(), 0);
    for (int k = -kReach; k <= kReach; ++k) {
        const std::uint8_t* from = row(y + k);
        for (std::size_t x = 0; x < gray.size(); ++x) {
            gray[x] += from[x];
            square[x] += from[x] * from[x];
        }
    }
}

void RowSums::next(int y) {
    exchangeRow(row(y + kReach), row(y - kReach - 1), pixels.cols, gray.data(), square.data());
}

const int* RowSums::across(const std::vector<int>& columns, std::vector<int>& sums) {
    constexpr int before = RidgeField::kPad + kReach;
    const auto begin = spread.begin();
    std::fill(begin, begin + before, columns.front());
    std::copy(columns.begin(), columns.end(), begin + before);
    std::fill(begin + before + pixels.cols, spread.end(), columns.back());
    sumAcross(spread.data(), scratch.data(), width, sums.data());
    return sums.data();
}

COTEJO_INLINE void meanAndDeviation(const int* graySum, const int* squareSum, int count, float* mean,
                                    float* deviation) {
    constexpr double share = 1.0 / (kWindow * kWindow);
    for (int x = 0; x < count; ++x) {
        const auto m = static_cast<float>(graySum[x] * share), s = static_cast<float>(squareSum[x] * share);
        mean[x] = m;
        deviation[x] = std::sqrt(std::max(0.0F, s - m * m));
    }
}
COTEJO_CLONES(void, deviationOf, meanAndDeviation,
              (const int* graySum, const int* squareSum, int count, float* mean, float* deviation),
              (graySum, squareSum, count, mean, deviation))

COTEJO_INLINE void levelRow(const std::uint8_t* gray, const float* mean, const float* deviation, int count,
                            float* out) {
    for (int x = 0; x < count; ++x)
        out[x] = std::clamp((static_cast<float>(gray[x]) - mean[x]) / (deviation[x] + kContrastFloor), -2.5F,
                            2.5F);
}
COTEJO_CLONES(void, level, levelRow,
              (const std::uint8_t* gray, const float* mean, const float* deviation, int count, float* out),
              (gray, mean, deviation, count, out))

}  // namespace

void normalise(const cv::Mat& pixels, RidgeField& field) {
    constexpr int pad = RidgeField::kPad;
    constexpr int block = RidgeField::kBlock;
    const int width = field.normal.cols, height = field.normal.rows;
    field.contrast = cv::Mat1f::zeros(height / block, width / block);
    const int end = (pad + pixels.rows + block - 1) / block * block;
    RowSums sums(pixels, width);
    std::vector<float> mean(static_cast<std::size_t>(width));
    cv::Mat1f deviation(block, width);
    sums.start(0);
    for (int y = pad; y < end; ++y) {
        const int from = y - pad;
        if (from > 0) sums.next(from);
        float* d = deviation[y % block];
        deviationOf(sums.across(sums.gray, sums.graySum), sums.across(sums.square, sums.squareSum), width,
                    mean.data(), d);
        if (from < pixels.rows)
            level(pixels.ptr<std::uint8_t>(from), mean.data() + pad, d + pad, pixels.cols,
                  field.normal[y] + pad);
        if (y % block != block - 1) continue;
        for (int i = 0; i < field.contrast.cols; ++i) {
            float sum = 0;
            for (int k = 0; k < block; ++k)
                for (int x = i * block; x < (i + 1) * block; x += 4)
                    sum += deviation(k, x) + deviation(k, x + 1) + deviation(k, x + 2) + deviation(k, x + 3);
            field.contrast(y / block, i) = sum / (block * block);
        }
    }
}

}  // namespace cotejo::match
