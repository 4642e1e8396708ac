#pragma once

#include <array>
#include <bit>
#include <vector>

#include "core/match/finger/extract/ridge_field.h"

namespace cotejo::match {

/// Walks one-pixel lines in a plane whose outermost pixels are empty. Points are offsets into the plane's
/// data.
class LineSteps {
  public:
    explicit LineSteps(const cv::Mat1b& lines);
    /// The eight neighbours as bits, north first, clockwise.
    unsigned neighbours(int at) const {
        unsigned bits = 0;
        for (unsigned k = 0; k < 8; ++k)
            bits |= static_cast<unsigned>(m_data[at + m_offset[k]]) << k;
        return bits;
    }
    /// Lines that leave the point: 1 = end, 2 = on a line, 3 and more = fork.
    int crossings(int at) const {
        const unsigned n = neighbours(at);
        return std::popcount((n ^ ((n >> 1) | (n << 7))) & 0xFFU) / 2;
    }
    /// First points of the lines that leave a point.
    std::vector<int> around(int at) const;
    /// Points from `at` on, away from `from` (-1: from an end), up to and with the next end or fork, at most
    /// `limit` points.
    std::vector<int> trace(int at, int from, int limit) const;
    template <class Predicate>
    std::vector<int> pointsWhere(Predicate predicate) const {
        std::vector<int> found;
        for (int at = 0; at < m_total; ++at)
            if (m_data[at] && predicate(at)) found.push_back(at);
        return found;
    }

  private:
    const std::uint8_t* m_data;
    int m_total;
    int m_cols;
    std::array<int, 8> m_offset;
};

}  // namespace cotejo::match
