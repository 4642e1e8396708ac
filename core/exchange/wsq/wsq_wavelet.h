#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cotejo::exchange::wsq {

inline constexpr int kBands = 64;

struct Rect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::size_t area() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
};

/// One two-dimensional split of a region into four. Right and lower parts of a split hold reversed
/// frequencies; splitting them again puts the high-pass half first, so that the bands lie in order of
/// frequency.
struct Node {
    Rect region;
    bool reversedX = false;
    bool reversedY = false;
};

/// The fixed tree of the standard for one image size.
struct Tree {
    std::array<Rect, kBands> bands;
    std::vector<Node> nodes;  ///< in order of analysis; synthesis goes backwards
};

/// `highest` also splits the region of bands 60 to 63, which encoders leave empty.
Tree treeFor(int width, int height, bool highest);

/// A pair of symmetric filters of odd length, from first to last tap.
struct Filters {
    std::vector<float> low;
    std::vector<float> high;
};

/// The standard's 9/7 analysis pair.
Filters standardAnalysis();
/// The synthesis pair belonging to an analysis pair: each is the other with every second sign turned.
Filters synthesisOf(const Filters& analysis);

/// Splits and joins regions of a width x height plane of floats held row by row. Signals are extended by
/// whole-sample symmetry.
class Wavelet {
  public:
    Wavelet(int width, int height, Filters filters);
    /// Analysis filters: the plane becomes its subbands.
    void analyse(std::vector<float>& plane, const std::vector<Node>& nodes);
    /// Synthesis filters: the other way. The last join gives pixels: value * scale + shift, rounded, 0 to
    /// 255.
    void synthesise(std::vector<float>& plane, const std::vector<Node>& nodes, float scale, float shift,
                    std::uint8_t* pixels);

  private:
    void splitRows(const float* from, float* to, const Node& node);
    void splitColumns(const float* from, float* to, const Node& node);
    void joinColumns(const float* from, float* to, const Node& node);
    template <class Store>
    void joinRows(const float* from, const Node& node, Store store);

    int m_width;
    std::vector<float> m_scratch;  // a second plane
    std::vector<float> m_line;     // padded halves of one row
    Filters m_filters;
};

}  // namespace cotejo::exchange::wsq
