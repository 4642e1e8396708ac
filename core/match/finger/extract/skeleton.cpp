#include "core/match/finger/extract/skeleton.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace cotejo::match {
namespace {

constexpr int kSmallRidge = 24;  // pixels
constexpr int kSmallHole = 14;   // pixels: sweat pores
constexpr int kSpur = 9;         // pixels of line
constexpr int kFragment = 14;
constexpr float kGap = 11;
constexpr int kBridge = 9;
constexpr int kLake = 17;
constexpr float kFacing = 0.82F;  // cosine

// Guo and Hall's thinning conditions for the eight neighbours, bit 0 = north, then clockwise.
std::array<std::uint8_t, 256> thinningTable() {
    std::array<std::uint8_t, 256> table{};
    for (unsigned n = 0; n < 256; ++n) {
        const auto p = [n](unsigned k) {
            return static_cast<int>((n >> (k - 2)) & 1U);
        };  // p2 = north ... p9 = north-west
        const int changes = ((1 - p(2)) & (p(3) | p(4))) + ((1 - p(4)) & (p(5) | p(6))) +
                            ((1 - p(6)) & (p(7) | p(8))) + ((1 - p(8)) & (p(9) | p(2)));
        const int n1 = (p(9) | p(2)) + (p(3) | p(4)) + (p(5) | p(6)) + (p(7) | p(8));
        const int n2 = (p(2) | p(3)) + (p(4) | p(5)) + (p(6) | p(7)) + (p(8) | p(9));
        const int least = std::min(n1, n2);
        if (changes != 1 || least < 2 || least > 3) continue;
        if (((p(6) | p(7) | (1 - p(9))) & p(8)) == 0) table[n] |= 1;
        if (((p(2) | p(3) | (1 - p(5))) & p(4)) == 0) table[n] |= 2;
    }
    return table;
}

void thin(cv::Mat1b& lines) {
    static const std::array<std::uint8_t, 256> kTable = thinningTable();
    const LineSteps steps(lines);
    std::uint8_t* const data = lines.data;
    std::vector<int> points, removed;
    const int total = static_cast<int>(lines.total());
    for (int at = 0; at < total; ++at)
        if (data[at]) points.push_back(at);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::uint8_t pass = 1; pass <= 2; ++pass) {
            removed.clear();
            std::size_t kept = 0;
            for (const int at : points) {
                if (kTable[steps.neighbours(at)] & pass)
                    removed.push_back(at);
                else
                    points[kept++] = at;
            }
            points.resize(kept);
            for (const int at : removed)
                data[at] = 0;
            changed = changed || !removed.empty();
        }
    }
}

// A row's stretch of equal pixels, part of a patch.
struct Run {
    int begin, end;       // offsets into the plane
    std::uint32_t patch;  // a run of the same patch; the first run of a patch names itself
    int area;             // of the whole patch, at its first run
};

// Turns patches of `value` that are smaller than `least` pixels into the other value. Patches hang together
// over their sides, `corners` (0 or 1) also over their corners.
void fillSmall(cv::Mat1b& lines, std::uint8_t value, int least, int corners) {
    std::vector<Run> runs;
    runs.reserve(lines.total() / 16);
    const auto first = [&](std::uint32_t k) {
        while (runs[k].patch != k)
            k = runs[k].patch = runs[runs[k].patch].patch;
        return k;
    };
    std::uint32_t above = 0, aboveEnd = 0;
    for (int y = 0; y < lines.rows; ++y) {
        const std::uint8_t* const row = lines[y];
        const int base = y * lines.cols;
        const auto here = static_cast<std::uint32_t>(runs.size());
        for (int x = 0; x < lines.cols;) {
            const auto seek = [&](std::uint8_t wanted) {
                const void* found = std::memchr(row + x, wanted, static_cast<std::size_t>(lines.cols - x));
                x = found ? static_cast<int>(static_cast<const std::uint8_t*>(found) - row) : lines.cols;
            };
            seek(value);
            if (x == lines.cols) break;
            const int begin = x;
            seek(1 - value);
            const auto self = static_cast<std::uint32_t>(runs.size());
            runs.push_back({base + begin, base + x, self, x - begin});
            while (above < aboveEnd && runs[above].end + lines.cols + corners <= base + begin)
                ++above;
            for (std::uint32_t k = above; k < aboveEnd && runs[k].begin + lines.cols < base + x + corners;
                 ++k) {
                const std::uint32_t a = first(k), b = first(self);
                if (a == b) continue;
                runs[std::max(a, b)].patch = std::min(a, b);
                runs[std::min(a, b)].area += runs[std::max(a, b)].area;
            }
        }
        above = here;
        aboveEnd = static_cast<std::uint32_t>(runs.size());
    }
    for (std::uint32_t k = 0; k < runs.size(); ++k)
        if (runs[first(k)].area < least)
            std::fill(lines.data + runs[k].begin, lines.data + runs[k].end,
                      static_cast<std::uint8_t>(1 - value));
}

void dropSpursAndFragments(cv::Mat1b& lines) {
    const LineSteps steps(lines);
    for (const int at : steps.pointsWhere([&](int point) { return steps.crossings(point) <= 1; })) {
        if (!lines.data[at]) continue;
        const std::vector<int> path = steps.trace(at, -1, kFragment + 1);
        const int last = path.back();
        const int length = static_cast<int>(path.size());
        const int crossings = steps.crossings(last);
        if (crossings <= 1 && length <= kFragment) {
            for (const int point : path)
                lines.data[point] = 0;
        } else if (crossings >= 3 && length <= kSpur) {
            for (const int point : path)
                if (point != last) lines.data[point] = 0;
        }
    }
}

struct Tip {
    int at;
    float x, y, dx, dy;  // unit vector outward
};

void joinGaps(cv::Mat1b& lines) {
    const LineSteps steps(lines);
    std::vector<Tip> tips;
    for (const int at : steps.pointsWhere([&](int point) { return steps.crossings(point) == 1; })) {
        const int back = steps.trace(at, -1, 10).back();
        Tip tip{at, static_cast<float>(at % lines.cols), static_cast<float>(at / lines.cols), 0, 0};
        tip.dx = tip.x - static_cast<float>(back % lines.cols);
        tip.dy = tip.y - static_cast<float>(back / lines.cols);
        const float length = std::hypot(tip.dx, tip.dy);
        if (length < 1) continue;
        tip.dx /= length;
        tip.dy /= length;
        tips.push_back(tip);
    }
    struct Gap {
        float distance;
        std::size_t a, b;
    };
    std::vector<Gap> gaps;
    for (std::size_t a = 0; a < tips.size(); ++a)
        for (std::size_t b = a + 1; b < tips.size(); ++b) {
            const float vx = tips[b].x - tips[a].x, vy = tips[b].y - tips[a].y;
            const float distance = std::hypot(vx, vy);
            if (distance > kGap || distance < 1) continue;
            if ((vx * tips[a].dx + vy * tips[a].dy) / distance < kFacing) continue;
            if (-(vx * tips[b].dx + vy * tips[b].dy) / distance < kFacing) continue;
            gaps.push_back({distance, a, b});
        }
    std::sort(gaps.begin(), gaps.end(), [](const Gap& p, const Gap& q) {
        return std::tie(p.distance, p.a, p.b) < std::tie(q.distance, q.a, q.b);
    });
    std::vector<bool> used(tips.size(), false);
    for (const Gap& gap : gaps) {
        if (used[gap.a] || used[gap.b]) continue;
        used[gap.a] = used[gap.b] = true;
        cv::line(lines, {static_cast<int>(tips[gap.a].x), static_cast<int>(tips[gap.a].y)},
                 {static_cast<int>(tips[gap.b].x), static_cast<int>(tips[gap.b].y)}, cv::Scalar(1));
    }
}

// Short links between two ridges, and the second arm of small lakes.
void dropBridges(const RidgeField& field, cv::Mat1b& lines) {
    constexpr int block = RidgeField::kBlock;
    const LineSteps steps(lines);
    for (const int junction : steps.pointsWhere([&](int point) { return steps.crossings(point) >= 3; })) {
        std::vector<std::vector<int>> arms;
        for (const int first : steps.around(junction)) {
            std::vector<int> arm = steps.trace(first, junction, kLake);
            if (steps.crossings(arm.back()) >= 3 && arm.back() != junction &&
                static_cast<int>(arm.size()) <= kLake - 1)
                arms.push_back(std::move(arm));
        }
        for (std::size_t a = 0; a < arms.size(); ++a) {
            const std::vector<int>& arm = arms[a];
            bool drop = false;
            for (std::size_t b = 0; b < a && !drop; ++b)
                drop = arms[b].back() == arm.back() && arms[b].size() > 1 && lines.data[arms[b][0]] != 0;
            if (!drop && static_cast<int>(arm.size()) <= kBridge && arm.size() > 1) {
                const float dx = static_cast<float>(arm.back() % lines.cols - junction % lines.cols);
                const float dy = static_cast<float>(arm.back() / lines.cols - junction / lines.cols);
                const float length2 = dx * dx + dy * dy;
                const int i = (junction % lines.cols) / block, j = (junction / lines.cols) / block;
                const float cos2 = (dx * dx - dy * dy) / length2, sin2 = 2 * dx * dy / length2;
                drop = length2 > 0 &&
                       cos2 * field.cos2(j, i) + sin2 * field.sin2(j, i) < 0;  // more than 45 degrees off
            }
            if (drop)
                for (std::size_t k = 0; k + 1 < arm.size(); ++k)
                    lines.data[arm[k]] = 0;
        }
    }
}

}  // namespace

LineSteps::LineSteps(const cv::Mat1b& lines)
    : m_data(lines.data), m_total(static_cast<int>(lines.total())), m_cols(lines.cols) {
    const int w = lines.cols;
    m_offset = {-w, -w + 1, 1, w + 1, w, w - 1, -1, -w - 1};
}

std::vector<int> LineSteps::around(int at) const {
    // One start per run of neighbours; within a run the straight neighbour leads.
    std::vector<int> starts;
    const unsigned n = neighbours(at);
    for (unsigned k = 0; k < 8; ++k) {
        if (!((n >> k) & 1U)) continue;
        const bool diagonal = k % 2 == 1;
        const bool beside = ((n >> ((k + 1) % 8)) & 1U) || ((n >> ((k + 7) % 8)) & 1U);
        if (!diagonal || !beside) starts.push_back(at + m_offset[k]);
    }
    return starts;
}

std::vector<int> LineSteps::trace(int at, int from, int limit) const {
    std::vector<int> path{at};
    int previous = from;
    while (static_cast<int>(path.size()) < limit) {
        if (previous >= 0 && crossings(at) != 2) break;
        int next = -1;
        for (const int candidate : around(at)) {
            if (candidate == previous || (path.size() >= 2 && candidate == path[path.size() - 2])) continue;
            const int dx = std::abs(candidate % m_cols - (previous < 0 ? -9 : previous % m_cols));
            const int dy = std::abs(candidate / m_cols - (previous < 0 ? -9 : previous / m_cols));
            if (previous >= 0 && dx <= 1 && dy <= 1) continue;  // still touching where we came from
            next = candidate;
            break;
        }
        if (next < 0) break;
        previous = at;
        at = next;
        path.push_back(at);
    }
    return path;
}

cv::Mat1b skeletonise(const RidgeField& field) {
    constexpr int block = RidgeField::kBlock;
    cv::Mat1b lines = cv::Mat1b::zeros(field.enhanced.size());
    for (int y = 0; y < lines.rows; ++y) {
        const std::uint8_t* print = field.mask[y / block];
        const float* wave = field.enhanced[y];
        std::uint8_t* line = lines[y];
        for (int x = 0; x < lines.cols; ++x)
            line[x] = static_cast<std::uint8_t>(print[x / block] & static_cast<std::uint8_t>(wave[x] < 0));
    }
    fillSmall(lines, 1, kSmallRidge, 1);
    fillSmall(lines, 0, kSmallHole, 0);
    thin(lines);
    dropSpursAndFragments(lines);
    joinGaps(lines);
    dropBridges(field, lines);
    thin(lines);
    dropSpursAndFragments(lines);
    thin(lines);
    return lines;
}

}  // namespace cotejo::match
