#pragma once

#include <cstdint>
#include <vector>

#include "core/match/finger/compare/prepared.h"

namespace cotejo::match {

/// A print in a form that is compared with those of very many others: the surroundings of its minutiae as
/// bits, and where there is skin. About 110 bytes a minutia. A value; any thread may read it.
class RankingPrint {
  public:
    static constexpr std::size_t kMost = 64;  ///< minutiae kept, the most reliable ones first

    explicit RankingPrint(const PreparedFinger& print);
    /// Nothing to rank by: the print has no ridge map (another vendor's minutiae) or no minutiae.
    bool empty() const { return m_count == 0; }

  private:
    friend struct Ranking;
    bool isPrint(float x, float y) const;
    void setMinutia(const PreparedFinger& print, const PreparedFinger::Point& point, std::size_t at);

    std::size_t m_count = 0;
    std::size_t m_lanes = 0;             ///< m_count rounded up; what fills up is unknown
    std::vector<std::uint64_t> m_words;  ///< columns of m_lanes: what lies around each minutia
    std::vector<float> m_places;         ///< columns of m_lanes: place, direction, trust
    std::vector<std::uint64_t>
        m_skin;  ///< a bit for each cell of the direction field, in rows of whole words
    int m_cellsWide = 0, m_cellsHigh = 0;
};

/// How likely it is that the two prints are of one finger, for ordering only: a rough alignment from pairs of
/// similar surroundings that agree with each other, then what the minutiae say about it. -1 where nothing is
/// similar. The same on every processor.
float rankingScore(const RankingPrint& probe, const RankingPrint& reference);

}  // namespace cotejo::match
