#include "core/match/finger/extract/foreign_ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "core/match/finger/processor.h"

namespace cotejo::match {
namespace {

constexpr int kHalf = 2;                  // pixels of 500 ppi per pixel of the picture that lines are sought in
constexpr int kLineLength = 96;    // half-size pixels: 9.8 mm; over 6.5 mm some ridges at the rim of a print are straight
constexpr int kSlopes = 32;               // steps from upright to diagonal
constexpr int kNearest = 3, kBeside = 9;  // half-size pixels at which the next ridge lies
constexpr float kAlong = 0.66F;           // share of a run along which something beside it is dark too
constexpr std::uint8_t kGap = 4;          // what a light pixel takes off a run
constexpr int kDarker = 12;               // gray levels below the surroundings
constexpr int kSurroundings = 25;         // pixels
constexpr int kSolid = 13;                // pixels: wider than any ridge
constexpr int kSolidLength = 60;          // pixels, where it does not reach the edge of the picture
constexpr int kSolidSpread = 24;          // gray levels within solid ink
constexpr int kSolidGray = 70;

// Runs of dark pixels (255) along one direction: each row goes on from the one before, shifted. True where one is a line.
COTEJO_INLINE bool runRow(const std::uint8_t* dark, const std::uint8_t* before, int count, std::uint8_t* out) {
    std::uint8_t most = 0;
    for (int x = 0; x < count; ++x) {
        const auto longer = static_cast<std::uint8_t>(std::min<std::uint8_t>(before[x], 254) + 1);
        const auto shorter = static_cast<std::uint8_t>(std::max(before[x], kGap) - kGap);
        const auto run = static_cast<std::uint8_t>((longer & dark[x]) | (shorter & ~dark[x]));
        out[x] = run;
        most = std::max(most, run);
    }
    return most >= kLineLength;
}
COTEJO_CLONES(bool, extendRuns, runRow, (const std::uint8_t* dark, const std::uint8_t* before, int count, std::uint8_t* out),
              (dark, before, count, out))

// Dark straight runs steeper than a diagonal.
class SteepLines {
  public:
    SteepLines(const cv::Mat1b& dark, cv::Mat1b& marked)
        : m_dark(dark),
          m_marked(marked),
          m_whole((dark.cols + kVector - 1) / kVector * kVector),
          m_wide(cv::Mat1b::zeros(dark.rows, m_whole)),
          m_runs(dark.rows + 1, m_whole + 2 * kPad, std::uint8_t{0}) {
        dark.copyTo(m_wide.colRange(0, dark.cols));
    }

    void find() {
        for (m_slope = -kSlopes; m_slope <= kSlopes; ++m_slope) {
            for (int y = 0; y < m_dark.rows; ++y) {
                const int step = y == 0 ? 0 : shift(y) - shift(y - 1);
                const std::uint8_t* before = (y == 0 ? m_runs[m_dark.rows] : m_runs[y - 1]) + kPad - step;
                m_long[static_cast<std::size_t>(y)] = extendRuns(m_wide[y], before, m_whole, m_runs[y] + kPad);
            }
            for (int y = kLineLength - 1; y < m_dark.rows; ++y)
                if (m_long[static_cast<std::size_t>(y)])
                    for (int x = 0; x < m_dark.cols; ++x)
                        if (m_runs(y, x + kPad) >= kLineLength && endsAt(x, y) && !isRidge(x, y)) mark(x, y);
        }
    }

  private:
    static constexpr int kPad = 2;
    static constexpr int kVector = 64;  // rows are whole vectors; along one slope nothing comes back from beyond the picture
    int shift(int y) const { return static_cast<int>(std::floor(static_cast<double>(y) * m_slope / kSlopes + 0.5)); }
    bool endsAt(int x, int y) const {
        if (y + 1 == m_dark.rows) return true;
        const int next = x + shift(y + 1) - shift(y);
        return next < 0 || next >= m_dark.cols || !m_dark(y + 1, next);
    }
    template <class Visit>
    void walk(int x, int y, Visit visit) const {
        for (int at = y; at >= 0; --at) {
            const int here = x + shift(at) - shift(y);
            if (here < 0 || here >= m_dark.cols || m_runs(at, here + kPad) == 0) break;
            visit(here, at);
        }
    }
    // A ridge has ridges beside it that run along with it, on both sides; a line has at most one such side.
    bool isRidge(int x, int y) const {
        std::array<int, 2 * kBeside + 1> dark{};
        int length = 0;
        walk(x, y, [&](int u, int v) {
            ++length;
            for (int off = -kBeside; off <= kBeside; ++off)
                dark[static_cast<std::size_t>(off + kBeside)] += u + off >= 0 && u + off < m_dark.cols && m_dark(v, u + off);
        });
        const auto along = [&](int from, int to) {
            return *std::max_element(dark.begin() + kBeside + from, dark.begin() + kBeside + to + 1) > kAlong * length;
        };
        return along(-kBeside, -kNearest) && along(kNearest, kBeside);
    }
    void mark(int x, int y) {
        walk(x, y, [&](int u, int v) {
            if (m_dark(v, u)) m_marked(v, u) = 255;
        });
    }

    const cv::Mat1b& m_dark;
    cv::Mat1b& m_marked;
    int m_whole;       // columns of the two planes below, without padding
    cv::Mat1b m_wide;  // the dark pixels
    cv::Mat1b m_runs;
    std::vector<char> m_long = std::vector<char>(static_cast<std::size_t>(m_dark.rows));
    int m_slope = 0;
};

COTEJO_INLINE void halveRow(const std::uint8_t* upper, const std::uint8_t* lower, int count, std::uint8_t* out) {
    for (int x = 0; x < count; ++x) {
        const int dark = (upper[2 * x] & 1) + (upper[2 * x + 1] & 1) + (lower[2 * x] & 1) + (lower[2 * x + 1] & 1);
        out[x] = dark >= 2 ? 255 : 0;
    }
}
COTEJO_CLONES(void, halve, halveRow, (const std::uint8_t* upper, const std::uint8_t* lower, int count, std::uint8_t* out),
              (upper, lower, count, out))

// Dark (255) where at least two of four pixels are; an odd last row or column stands for its missing neighbour.
cv::Mat1b halfSized(const cv::Mat1b& dark) {
    cv::Mat1b half((dark.rows + 1) / kHalf, (dark.cols + 1) / kHalf);
    for (int y = 0; y < half.rows; ++y) {
        const std::uint8_t *upper = dark[y * kHalf], *lower = dark[std::min(dark.rows - 1, y * kHalf + 1)];
        halve(upper, lower, dark.cols / kHalf, half[y]);
        if (dark.cols % kHalf != 0) half(y, half.cols - 1) = upper[dark.cols - 1] | lower[dark.cols - 1];
    }
    return half;
}

cv::Mat1b straightLines(const cv::Mat& pixels) {
    cv::Mat around;
    cv::blur(pixels, around, {kSurroundings, kSurroundings}, {-1, -1}, cv::BORDER_REPLICATE);
    around -= kDarker;
    const cv::Mat1b dark = halfSized(pixels < around);
    cv::Mat1b marked = cv::Mat1b::zeros(dark.size());
    SteepLines(dark, marked).find();
    const cv::Mat1b turned = dark.t();
    cv::Mat1b markedTurned = cv::Mat1b::zeros(turned.size());
    SteepLines(turned, markedTurned).find();
    marked |= markedTurned.t();
    if (cv::countNonZero(marked) == 0) return {};
    cv::Mat1b full;
    cv::resize(marked, full, pixels.size(), 0, 0, cv::INTER_NEAREST);
    return full;
}

// Dark, even and wider than a ridge.
cv::Mat1b solidInk(const cv::Mat& pixels) {
    const cv::Mat square = cv::Mat::ones(kSolid, kSolid, CV_8U);
    cv::Mat least, most;
    cv::dilate(pixels, most, square, {-1, -1}, 1, cv::BORDER_REPLICATE);
    if (cv::countNonZero(most < kSolidGray) == 0) return {};
    cv::erode(pixels, least, square, {-1, -1}, 1, cv::BORDER_REPLICATE);
    cv::Mat1b solid = (most - least < kSolidSpread) & (most < kSolidGray);
    if (cv::countNonZero(solid) == 0) return {};
    // A wet print has dark spots; bars and edges are long or reach the picture's edge.
    cv::Mat1i labels, stats;
    cv::Mat1d centres;
    const int count = cv::connectedComponentsWithStats(solid, labels, stats, centres, 8);
    std::vector<std::uint8_t> large(static_cast<std::size_t>(count), 0);
    for (int k = 1; k < count; ++k) {
        const int x = stats(k, cv::CC_STAT_LEFT), y = stats(k, cv::CC_STAT_TOP), wide = stats(k, cv::CC_STAT_WIDTH),
                  high = stats(k, cv::CC_STAT_HEIGHT);
        const bool atEdge = x == 0 || y == 0 || x + wide == solid.cols || y + high == solid.rows;
        large[static_cast<std::size_t>(k)] = std::max(wide, high) >= (atEdge ? kSolid : kSolidLength);
    }
    for (int y = 0; y < solid.rows; ++y)
        for (int x = 0; x < solid.cols; ++x)
            if (!large[static_cast<std::size_t>(labels(y, x))]) solid(y, x) = 0;
    if (cv::countNonZero(solid) == 0) return {};
    cv::dilate(solid, solid, square);
    return solid;
}

}  // namespace

ForeignInk findForeignInk(const cv::Mat& pixels) {
    ForeignInk found;
    found.pixels = pixels;
    found.solid = solidInk(pixels);
    found.marked = straightLines(pixels);
    if (found.marked.empty() && found.solid.empty()) return found;
    const cv::Mat rim = cv::Mat::ones(3, 3, CV_8U);
    if (!found.marked.empty()) cv::dilate(found.marked, found.marked, rim);
    if (!found.solid.empty()) {
        cv::dilate(found.solid, found.solid, rim, {-1, -1}, 2);
        found.marked = found.marked.empty() ? found.solid.clone() : cv::Mat1b(found.marked | found.solid);
    }
    // What lies around: the mean of the unmarked pixels in ever wider windows.
    cv::Mat1f open, kept, known;
    cv::Mat(found.marked == 0).convertTo(known, CV_32F, 1.0 / 255);
    pixels.convertTo(open, CV_32F);
    cv::multiply(open, known, kept);
    cv::Mat1f filled = open.clone();
    cv::Mat1b missing = found.marked.clone();
    for (int window = 9; window < 300 && cv::countNonZero(missing) > 0; window = window * 2 + 1) {
        cv::Mat1f sum, share;
        cv::boxFilter(kept, sum, CV_32F, {window, window}, {-1, -1}, false, cv::BORDER_REPLICATE);
        cv::boxFilter(known, share, CV_32F, {window, window}, {-1, -1}, false, cv::BORDER_REPLICATE);
        for (int y = 0; y < missing.rows; ++y)
            for (int x = 0; x < missing.cols; ++x)
                if (missing(y, x) && share(y, x) > 0.15F * static_cast<float>(window * window)) {
                    filled(y, x) = sum(y, x) / share(y, x);
                    missing(y, x) = 0;
                }
    }
    cv::Mat replaced;  // the given pixels stay as they are
    filled.convertTo(replaced, CV_8U);
    found.pixels = replaced;
    return found;
}

}  // namespace cotejo::match
