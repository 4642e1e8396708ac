#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/match/finger/finger_template.h"

namespace cotejo::match {

/// A template with everything that comparison needs computed once. A value; any thread may read it.
class PreparedFinger {
  public:
    static constexpr int kRings = 4;
    static constexpr int kFlowPoints = 48;   ///< direction samples on rings around a minutia
    static constexpr int kPatchSide = 16;    ///< ridge samples on a square grid turned with the minutia
    static constexpr float kPatchPitch = 4;  ///< pixels of 500 ppi, between the samples of looks()

    /// Position in pixels; (c, s) the direction's unit vector in image axes (y down).
    struct Point {
        float x, y, c, s;
        float quality;  ///< 0-1
        MinutiaType type;
        bool border;
    };
    /// What the print looks like around a minutia, in the minutia's own frame.
    struct Look {
        std::array<std::uint64_t, 4> ridge{};  ///< 1 = ridge
        std::array<std::uint64_t, 4> known{};
        std::array<std::int8_t, kFlowPoints>
            flowCos{};  ///< twice the angle to the minutia's direction, 0 = unknown
        std::array<std::int8_t, kFlowPoints> flowSin{};
        std::uint64_t flowKnown = 0;
    };

    /// A square of kBlockSide x kBlockSide ridge samples, four rows of 16 bits a word.
    struct Block {
        float x, y;  ///< middle, pixels
        int i, j;    ///< place in the block grid
        std::array<std::uint64_t, 3> ridge{};
        std::array<std::uint64_t, 3> known{};
        std::array<std::uint64_t, 3> strong{};  ///< clearly ridge or clearly valley
    };
    static constexpr int kBlockSide = 12;

    /// The nearest minutiae around one, in its own frame: places in pixels, directions as unit vectors.
    /// Unused lanes lie far away. What there is to compare when a template has no ridge map.
    struct Neighbours {
        static constexpr std::size_t kCount = 16;
        std::array<float, kCount> along{}, across{}, c{}, s{};
        int count = 0;
    };

    PreparedFinger() = default;
    explicit PreparedFinger(FingerTemplate finger);

    const FingerTemplate& finger() const { return m_finger; }
    const std::vector<Point>& points() const { return m_points; }
    const std::vector<Look>& looks() const { return m_looks; }  ///< empty without ridge map
    /// Found anew at each call where there is a ridge map: only a comparison with a print that has none asks
    /// for them.
    std::vector<Neighbours> neighbours() const {
        return m_finger.hasRidges() ? findNeighbours() : m_neighbours;
    }
    /// Spread over the whole print from the first on.
    const std::vector<Block>& blocks() const { return m_blocks; }
    /// A look with ridge samples at another pitch than those of looks(); only with a ridge map.
    Look lookAt(const Point& point, float pitch) const;
    /// By the direction field; without one, near to a minutia.
    bool isPrint(float x, float y) const;
    /// Ridge direction of the cell at a place, as DirectionField has it.
    std::uint8_t flowAt(float x, float y) const;
    /// Ridge sample nearest to a place: -3..3, 0 unknown.
    int ridgeAt(float x, float y) const;

  private:
    void cutBlocks();
    void coverMinutiae();
    Neighbours neighboursOf(std::size_t at) const;
    std::vector<Neighbours> findNeighbours() const;
    FingerTemplate m_finger;
    std::vector<Point> m_points;
    std::vector<Look> m_looks;
    std::vector<Block> m_blocks;
    std::vector<Neighbours> m_neighbours;
    DirectionField m_cover;  ///< only without a direction field: 0 near minutiae
};

}  // namespace cotejo::match
