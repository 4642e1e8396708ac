#include "core/exchange/wsq/wsq_wavelet.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace cotejo::exchange::wsq {

namespace {

constexpr int kPad = 40;  // half of the longest filter, and some

struct Axis {
    int at = 0;
    int length = 0;
    bool reversed = false;
};

int lowLength(int length) {
    return (length + 1) / 2;
}

std::pair<Axis, Axis> split(const Axis& axis) {
    const int low = lowLength(axis.length);
    const int left = axis.reversed ? axis.length - low : low;
    return {{axis.at, left, false}, {axis.at + left, axis.length - left, true}};
}

struct Region {
    Axis x;
    Axis y;
    Rect rect() const { return {x.at, y.at, x.length, y.length}; }
    Node node() const { return {rect(), x.reversed, y.reversed}; }
};

std::array<Region, 4> quarter(const Region& region) {
    const auto [left, right] = split(region.x);
    const auto [top, bottom] = split(region.y);
    return {{{left, top}, {right, top}, {left, bottom}, {right, bottom}}};
}

// Index of the sample that stands at `i` of the signal extended about its first and last sample.
int mirror(int i, int length) {
    if (length == 1) return 0;
    const int period = 2 * (length - 1);
    i = std::abs(i) % period;
    return i < length ? i : period - i;
}

// Where the two halves of a split lie along one axis.
struct Halves {
    int low = 0;
    int lowLength = 0;
    int high = 0;
    int highLength = 0;
};

Halves halvesOf(int length, bool reversed) {
    const int low = lowLength(length);
    const int high = length - low;
    return reversed ? Halves{high, low, 0, high} : Halves{0, low, low, high};
}

// out[k] = sum a[t] * first[k + t] + sum b[t] * second[k + t]. Fixed counts let the compiler keep the taps in
// registers.
template <int A, int B>
void convolveFixed(float* __restrict out, const float* __restrict first, const float* a,
                   const float* __restrict second, const float* b, int count) {
    for (int k = 0; k < count; ++k) {
        float sum = 0;
        for (int t = 0; t < A; ++t)
            sum += a[t] * first[k + t];
        for (int t = 0; t < B; ++t)
            sum += b[t] * second[k + t];
        out[k] = sum;
    }
}

void convolve(float* __restrict out, const float* first, const float* a, int aCount, const float* second,
              const float* b, int bCount, int count) {
    if (aCount == 3 && bCount == 4) return convolveFixed<3, 4>(out, first, a, second, b, count);
    if (aCount == 4 && bCount == 5) return convolveFixed<4, 5>(out, first, a, second, b, count);
    for (int k = 0; k < count; ++k) {
        float sum = 0;
        for (int t = 0; t < aCount; ++t)
            sum += a[t] * first[k + t];
        for (int t = 0; t < bCount; ++t)
            sum += b[t] * second[k + t];
        out[k] = sum;
    }
}

template <int N>
void combineFixed(float* __restrict out, const float* const* rows, const float* taps, int count) {
    const float* r[N];
    for (int t = 0; t < N; ++t)
        r[t] = rows[t];
    for (int x = 0; x < count; ++x) {
        float sum = 0;
        for (int t = 0; t < N; ++t)
            sum += taps[t] * r[t][x];
        out[x] = sum;
    }
}

// A weighted sum of rows.
void combine(float* __restrict out, const std::vector<const float*>& rows, const std::vector<float>& taps,
             int count) {
    if (rows.size() == 7) return combineFixed<7>(out, rows.data(), taps.data(), count);
    if (rows.size() == 9) return combineFixed<9>(out, rows.data(), taps.data(), count);
    std::fill(out, out + count, 0.0f);
    for (std::size_t t = 0; t < rows.size(); ++t)
        for (int x = 0; x < count; ++x)
            out[x] += taps[t] * rows[t][x];
}

// The taps of one parity with the place of the first of them, counted in samples of that parity.
struct Phase {
    std::vector<float> taps;
    int begin = 0;
};

// For an output at position p of parity 0, taps of a filter that meet samples of parity `wanted`; sample
// index = k + begin + t where position = 2 * index + wanted and p = 2 * k (+ 1 when `oddOutput`).
Phase phaseOf(const std::vector<float>& filter, bool oddOutput, int wanted) {
    const int radius = static_cast<int>(filter.size()) / 2;
    Phase phase;
    bool first = true;
    for (int d = -radius; d <= radius; ++d) {
        const int position = (oddOutput ? 1 : 0) + d;
        if (std::abs(position % 2) != wanted) continue;
        if (first) phase.begin = (position - wanted) / 2;
        first = false;
        // Symmetric filters: the sign of the displacement does not matter.
        phase.taps.push_back(filter[static_cast<std::size_t>(radius + d)]);
    }
    return phase;
}

}  // namespace

Tree treeFor(int width, int height, bool highest) {
    Tree tree;
    const auto sixteen = [&](std::size_t first, const Region& region) {
        tree.nodes.push_back(region.node());
        std::array<Region, 16> result;
        const auto quarters = quarter(region);
        for (std::size_t q = 0; q < 4; ++q) {
            const auto parts = quarter(quarters[q]);
            for (std::size_t p = 0; p < 4; ++p) {
                result[4 * q + p] = parts[p];
                tree.bands[first + 4 * q + p] = parts[p].rect();
            }
            if (first != 48 || q != 3 || highest) tree.nodes.push_back(quarters[q].node());
        }
        return result;
    };
    // Some bands of a coarser split are split again: the finer ones are written over them, so the order
    // matters.
    const Region whole{{0, width, false}, {0, height, false}};
    const auto outer = sixteen(48, whole);
    const auto inner = sixteen(3, outer[0]);
    sixteen(19, outer[1]);
    sixteen(35, outer[2]);
    tree.nodes.push_back(inner[0].node());
    const auto innermost = quarter(inner[0]);
    for (std::size_t i = 0; i < 4; ++i)
        tree.bands[i] = innermost[i].rect();
    return tree;
}

Filters standardAnalysis() {
    return {{0.03782845550699546f, -0.02384946501938000f, -0.11062440441842342f, 0.37740285561265380f,
             0.85269867900940344f, 0.37740285561265380f, -0.11062440441842342f, -0.02384946501938000f,
             0.03782845550699546f},
            {0.06453888262893845f, -0.04068941760955844f, -0.41809227322221221f, 0.78848561640566439f,
             -0.41809227322221221f, -0.04068941760955844f, 0.06453888262893845f}};
}

Filters synthesisOf(const Filters& analysis) {
    const auto turned = [](std::vector<float> taps) {
        const int centre = static_cast<int>(taps.size()) / 2;
        for (int i = 0; i < static_cast<int>(taps.size()); ++i)
            if ((i - centre) % 2 != 0) taps[static_cast<std::size_t>(i)] = -taps[static_cast<std::size_t>(i)];
        return taps;
    };
    return {turned(analysis.high), turned(analysis.low)};
}

Wavelet::Wavelet(int width, int height, Filters filters)
    : m_width(width),
      m_scratch(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)),
      m_line(static_cast<std::size_t>(2 * width + 8 * kPad)),
      m_filters(std::move(filters)) {}

void Wavelet::splitRows(const float* from, float* to, const Node& node) {
    const int width = node.region.width;
    const Halves halves = halvesOf(width, node.reversedX);
    const Phase lowEven = phaseOf(m_filters.low, false, 0), lowOdd = phaseOf(m_filters.low, false, 1);
    const Phase highEven = phaseOf(m_filters.high, true, 0), highOdd = phaseOf(m_filters.high, true, 1);
    float* even = m_line.data() + kPad;
    float* odd = even + halves.lowLength + 2 * kPad;
    for (int y = node.region.y; y < node.region.y + node.region.height; ++y) {
        const float* row =
            from + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + node.region.x;
        float* out = to + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + node.region.x;
        for (int i = -kPad; i < halves.lowLength + kPad; ++i)
            even[i] = row[mirror(2 * i, width)];
        for (int i = -kPad; i < halves.highLength + kPad; ++i)
            odd[i] = row[mirror(2 * i + 1, width)];
        convolve(out + halves.low, even + lowEven.begin, lowEven.taps.data(),
                 static_cast<int>(lowEven.taps.size()), odd + lowOdd.begin, lowOdd.taps.data(),
                 static_cast<int>(lowOdd.taps.size()), halves.lowLength);
        convolve(out + halves.high, even + highEven.begin, highEven.taps.data(),
                 static_cast<int>(highEven.taps.size()), odd + highOdd.begin, highOdd.taps.data(),
                 static_cast<int>(highOdd.taps.size()), halves.highLength);
    }
}

void Wavelet::splitColumns(const float* from, float* to, const Node& node) {
    const Rect& r = node.region;
    const Halves halves = halvesOf(r.height, node.reversedY);
    const auto row = [&](const float* plane, int y) {
        return plane + static_cast<std::size_t>(r.y + y) * static_cast<std::size_t>(m_width) + r.x;
    };
    std::vector<const float*> rows;
    for (int half = 0; half < 2; ++half) {
        const std::vector<float>& taps = half == 0 ? m_filters.low : m_filters.high;
        const int radius = static_cast<int>(taps.size()) / 2;
        const int count = half == 0 ? halves.lowLength : halves.highLength;
        for (int k = 0; k < count; ++k) {
            rows.clear();
            for (int d = -radius; d <= radius; ++d)
                rows.push_back(row(from, mirror(2 * k + half + d, r.height)));
            combine(const_cast<float*>(row(to, (half == 0 ? halves.low : halves.high) + k)), rows, taps,
                    r.width);
        }
    }
}

void Wavelet::joinColumns(const float* from, float* to, const Node& node) {
    const Rect& r = node.region;
    const Halves halves = halvesOf(r.height, node.reversedY);
    const auto row = [&](int y) {
        return from + static_cast<std::size_t>(r.y + y) * static_cast<std::size_t>(m_width) + r.x;
    };
    std::vector<const float*> rows;
    std::vector<float> taps;
    for (int y = 0; y < r.height; ++y) {
        rows.clear();
        taps.clear();
        for (int half = 0; half < 2; ++half) {
            if (half == 1 && halves.highLength == 0) continue;
            const std::vector<float>& filter = half == 0 ? m_filters.low : m_filters.high;
            const int radius = static_cast<int>(filter.size()) / 2;
            for (int d = -radius; d <= radius; ++d) {
                const int position = y + d;
                if ((position & 1) != half) continue;
                rows.push_back(row((half == 0 ? halves.low : halves.high) + mirror(position, r.height) / 2));
                taps.push_back(filter[static_cast<std::size_t>(radius + d)]);
            }
        }
        combine(to + static_cast<std::size_t>(r.y + y) * static_cast<std::size_t>(m_width) + r.x, rows, taps,
                r.width);
    }
}

template <class Store>
void Wavelet::joinRows(const float* from, const Node& node, Store store) {
    const Rect& r = node.region;
    const Halves halves = halvesOf(r.width, node.reversedX);
    const Phase evenLow = phaseOf(m_filters.low, false, 0), evenHigh = phaseOf(m_filters.high, false, 1);
    const Phase oddLow = phaseOf(m_filters.low, true, 0), oddHigh = phaseOf(m_filters.high, true, 1);
    float* low = m_line.data() + kPad;
    float* high = low + halves.lowLength + 2 * kPad;
    float* even = high + halves.highLength + kPad;
    float* odd = even + halves.lowLength;
    const auto pad = [&](float* to, const float* half, int length, int parity) {
        std::copy(half, half + length, to);
        for (int i = 1; i <= kPad; ++i) {
            to[-i] = length > 0 ? half[mirror(-2 * i + parity, r.width) / 2] : 0.0f;
            to[length - 1 + i] = length > 0 ? half[mirror(2 * (length - 1 + i) + parity, r.width) / 2] : 0.0f;
        }
    };
    for (int y = r.y; y < r.y + r.height; ++y) {
        const float* row = from + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + r.x;
        pad(low, row + halves.low, halves.lowLength, 0);
        pad(high, row + halves.high, halves.highLength, 1);
        convolve(even, low + evenLow.begin, evenLow.taps.data(), static_cast<int>(evenLow.taps.size()),
                 high + evenHigh.begin, evenHigh.taps.data(), static_cast<int>(evenHigh.taps.size()),
                 halves.lowLength);
        convolve(odd, low + oddLow.begin, oddLow.taps.data(), static_cast<int>(oddLow.taps.size()),
                 high + oddHigh.begin, oddHigh.taps.data(), static_cast<int>(oddHigh.taps.size()),
                 halves.highLength);
        store(y, even, halves.lowLength, odd, halves.highLength);
    }
}

void Wavelet::analyse(std::vector<float>& plane, const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
        splitRows(plane.data(), m_scratch.data(), node);
        splitColumns(m_scratch.data(), plane.data(), node);
    }
}

void Wavelet::synthesise(std::vector<float>& plane, const std::vector<Node>& nodes, float scale, float shift,
                         std::uint8_t* pixels) {
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
        joinColumns(plane.data(), m_scratch.data(), *node);
        const std::size_t width = static_cast<std::size_t>(m_width);
        if (node + 1 != nodes.rend()) {
            joinRows(m_scratch.data(), *node,
                     [&](int y, const float* even, int evens, const float* odd, int odds) {
                         float* __restrict out =
                             plane.data() + static_cast<std::size_t>(y) * width + node->region.x;
                         for (int k = 0; k < odds; ++k) {
                             out[2 * k] = even[k];
                             out[2 * k + 1] = odd[k];
                         }
                         if (evens > odds) out[2 * odds] = even[odds];
                     });
        } else {
            const auto pixel = [&](float value) {
                // In this form a value that is no number becomes 0.
                const float level = value * scale + (shift + 0.5f);
                return static_cast<std::uint8_t>(level > 0.0f ? (level < 255.0f ? level : 255.0f) : 0.0f);
            };
            joinRows(m_scratch.data(), *node,
                     [&](int y, const float* even, int evens, const float* odd, int odds) {
                         std::uint8_t* __restrict out = pixels + static_cast<std::size_t>(y) * width;
                         for (int k = 0; k < odds; ++k) {
                             out[2 * k] = pixel(even[k]);
                             out[2 * k + 1] = pixel(odd[k]);
                         }
                         if (evens > odds) out[2 * odds] = pixel(even[odds]);
                     });
        }
    }
}

}  // namespace cotejo::exchange::wsq
