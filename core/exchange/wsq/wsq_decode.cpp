#include <algorithm>
#include <cstring>

#include "core/base/errors.h"
#include "core/exchange/wsq/wsq.h"
#include "core/exchange/wsq/wsq_stream.h"

namespace cotejo::exchange {

namespace {

using namespace wsq;

tl::unexpected<Error> damaged(std::size_t block, std::size_t offset, const std::string& what) {
    return fail(base::kMalformed,
                "The WSQ image is damaged or cut short: block " + std::to_string(block) + " (byte " +
                    std::to_string(offset) + ") " + what + ".",
                {{"format", "WSQ"}, {"block", std::to_string(block)}});
}

// The bands from here on, the third block of every encoder in use, hold detail finer than ridges: the image can be read without them.
constexpr int kFinest = 52;

// Where the next coefficient goes: band after band, row after row, bands without a bin width left out.
class Placer {
  public:
    Placer(const Tree& tree, const Quantiser& quantiser, int width, std::vector<float>& plane)
        : m_tree(tree), m_quantiser(quantiser), m_width(static_cast<std::size_t>(width)), m_plane(plane) {
        nextBand();
    }
    bool full() const { return m_band >= kBands; }
    /// Coefficients up to the end of this band's predecessor are there.
    bool hasAllBefore(int band) const { return m_band >= band; }
    /// Passes over zeros; false when the image has fewer left.
    bool skip(std::size_t count) {
        while (count > 0) {
            if (full()) return false;
            const std::size_t rowLeft = m_rowLength - m_column;
            if (count < rowLeft) {
                m_column += count;
                return true;
            }
            count -= rowLeft;
            nextRow();
        }
        return true;
    }
    bool put(int index) {
        if (full()) return false;
        const float value = static_cast<float>(index);
        m_plane[m_row + m_column] =
            index > 0 ? m_bin * (value - m_centre) + m_halfZero : m_bin * (value + m_centre) - m_halfZero;
        if (++m_column == m_rowLength) nextRow();
        return true;
    }

  private:
    void nextBand() {
        for (++m_band; m_band < kBands; ++m_band) {
            const auto i = static_cast<std::size_t>(m_band);
            const Rect& rect = m_tree.bands[i];
            if (m_quantiser.bin[i] == 0 || rect.area() == 0) continue;
            m_bin = m_quantiser.bin[i];
            m_halfZero = m_quantiser.zero[i] / 2;
            m_centre = m_quantiser.centre;
            m_row = static_cast<std::size_t>(rect.y) * m_width + static_cast<std::size_t>(rect.x);
            m_rowLength = static_cast<std::size_t>(rect.width);
            m_rowsLeft = rect.height;
            m_column = 0;
            return;
        }
    }
    void nextRow() {
        m_column = 0;
        m_row += m_width;
        if (--m_rowsLeft == 0) nextBand();
    }

    const Tree& m_tree;
    const Quantiser& m_quantiser;
    std::size_t m_width;
    std::vector<float>& m_plane;
    int m_band = -1;
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    std::size_t m_rowLength = 0;
    int m_rowsLeft = 0;
    float m_bin = 0;
    float m_halfZero = 0;
    float m_centre = 0;
};

// Takes coefficients without keeping them.
class Counter {
  public:
    Counter(const Tree& tree, const Quantiser& quantiser) {
        for (std::size_t i = 0; i < kBands; ++i) {
            if (quantiser.bin[i] != 0) m_left += static_cast<std::size_t>(tree.bands[i].area());
            if (quantiser.bin[i] != 0 && i >= kFinest) m_finest += static_cast<std::size_t>(tree.bands[i].area());
        }
    }
    bool full() const { return m_left == 0; }
    bool hasAllBefore(int) const { return m_left <= m_finest; }
    bool skip(std::size_t count) {
        if (count > m_left) return false;
        m_left -= count;
        return true;
    }
    bool put(int) { return skip(1); }

  private:
    std::size_t m_left = 0;
    std::size_t m_finest = 0;  // of them in the bands from kFinest on
};

// Most significant bit first; ones after the end, as encoders pad.
class Bits {
  public:
    explicit Bits(const Bytes& data) : m_data(data) { refill(); }
    std::uint32_t window() const { return static_cast<std::uint32_t>(m_buffer >> 48); }
    std::size_t left() const { return (m_data.size() - m_at) * 8 + static_cast<std::size_t>(m_count); }
    void drop(int bits) {
        m_buffer = m_buffer << bits | ((std::uint64_t{1} << bits) - 1);
        m_count -= bits;
        if (m_count < 32) refill();
    }
    std::uint32_t take(int bits) {
        const auto value = static_cast<std::uint32_t>(m_buffer >> (64 - bits));
        drop(bits);
        return value;
    }

  private:
    void refill() {
        while (m_count <= 56 && m_at < m_data.size()) {
            const int shift = 56 - m_count;
            m_buffer = (m_buffer & ~(std::uint64_t{0xff} << shift)) | std::uint64_t{m_data[m_at++]} << shift;
            m_count += 8;
        }
    }

    const Bytes& m_data;
    std::size_t m_at = 0;
    std::uint64_t m_buffer = ~std::uint64_t{0};
    int m_count = 0;
};

// Coefficients of one block. Nothing wrong: "".
template <typename Taker>
const char* decodeBlock(const HuffmanDecoder& code, const Bytes& data, Taker& placer) {
    Bits bits(data);
    while (bits.left() > 0) {
        const auto [symbol, length] = code.find(bits.window());
        const std::size_t left = bits.left();
        if (length == 0 || static_cast<std::size_t>(length) > left) {
            // The last byte is filled up with ones, which begin no whole code; some encoders write one byte
            // of them more.
            const bool padding = left <= 8 && (bits.window() >> (16 - left)) == (1u << left) - 1;
            return padding ? "" : "has bits that are no code";
        }
        bits.drop(length);
        if (symbol > kRun16) {
            if (symbol == kZeroPoint ? !placer.skip(1) : !placer.put(symbol - kZeroPoint))
                return "has more coefficients than the image";
            continue;
        }
        const bool wide = symbol == kPositive16 || symbol == kNegative16 || symbol == kRun16;
        const int extra = symbol < kPositive8 ? 0 : wide ? 16 : 8;
        if (bits.left() < static_cast<std::size_t>(extra)) return "ends inside a coefficient";
        const std::uint32_t value = extra == 0 ? static_cast<std::uint32_t>(symbol) : bits.take(extra);
        bool placed = false;
        if (symbol == kPositive8 || symbol == kPositive16)
            placed = value == 0 ? placer.skip(1) : placer.put(static_cast<int>(value));
        else if (symbol == kNegative8 || symbol == kNegative16)
            placed = value == 0 ? placer.skip(1) : placer.put(-static_cast<int>(value));
        else
            placed = placer.skip(value);
        if (!placed) return "has more coefficients than the image";
    }
    return "";
}

// All blocks to the end of the image. What is missing of it, for people: "" for nothing.
template <typename Taker>
Result<std::string> decodeBlocks(Stream& stream, Taker& placer) {
    Bytes data;
    std::size_t blocks = 0;
    std::size_t offset = 0;
    const auto lacking = [&](const std::string& why) {
        if (placer.full()) return "The WSQ image is whole, but " + why + " in or after block " + std::to_string(blocks) + " (byte " + std::to_string(offset) + ") without its end marker.";
        return "The finest detail of the WSQ image is missing: in or after block " + std::to_string(blocks) + " (byte " + std::to_string(offset) + ") " + why +
               ". The ridges are shown without it; ask for the image again.";
    };
    for (;;) {
        const auto block = stream.nextBlock(data);
        if (!block) {
            if (blocks > 0 && placer.hasAllBefore(kFinest)) return lacking("the stream is cut or damaged");
            return tl::unexpected<Error>(block.error());
        }
        if (!*block) break;
        offset = (*block)->offset;
        const std::string wrong = decodeBlock(*(*block)->code, data, placer);
        ++blocks;
        if (!(*block)->whole) {
            if (placer.hasAllBefore(kFinest)) return lacking("the stream is cut");
            return damaged(blocks, offset, "is cut: the stream ends inside it, at byte " + std::to_string(stream.size()));
        }
        if (!wrong.empty()) return damaged(blocks, offset, wrong);
    }
    if (placer.full()) return std::string();
    if (placer.hasAllBefore(kFinest)) return lacking("the stream ends");
    return damaged(blocks, offset, "leaves coefficients of the image missing");
}

// An image of which this few bytes remain for a pixel is counted through before memory is taken for it.
constexpr std::size_t kSuspiciousPixelsAByte = 256;

Status readTables(Stream& stream) {
    COTEJO_TRY(stream.readToFirstBlock());
    if (!stream.frame() || !stream.analysis() || !stream.quantiser())
        return fail(base::kMalformed,
                    "The WSQ image lacks its frame header, transform table or quantisation table before its "
                    "first block.");
    return {};
}

Tree treeOf(const Stream& stream) {
    const auto& bin = stream.quantiser()->bin;
    const bool highest = std::any_of(bin.begin() + 60, bin.end(), [](float each) { return each != 0; });
    return treeFor(stream.frame()->width, stream.frame()->height, highest);
}

}  // namespace

Result<WsqHeader> readWsqHeader(ByteView bytes, const WsqLimits& limits) {
    Stream stream(bytes, limits);
    COTEJO_TRY(stream.readToFirstBlock());
    if (!stream.frame())
        return fail(base::kMalformed, "The WSQ image has no frame header before its first block.");
    return WsqHeader{stream.frame()->width, stream.frame()->height, stream.ppi(), stream.comments()};
}

std::string missingOfWsq(ByteView bytes, const WsqLimits& limits) {
    // A marker's first byte is followed by a zero inside of a block, so that this finds markers, and a few others inside of tables.
    std::size_t blocks = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
        const auto* found = static_cast<const std::uint8_t*>(std::memchr(bytes.data() + at, 0xff, bytes.size() - at - 1));
        if (found == nullptr) break;
        at = static_cast<std::size_t>(found - bytes.data());
        if (found[1] == kBlock) ++blocks;
        if (found[1] == kEoi && blocks >= 3) return {};
    }
    Stream stream(bytes, limits);
    if (!readTables(stream)) return {};
    Counter counter(treeOf(stream), *stream.quantiser());
    const auto missing = decodeBlocks(stream, counter);
    return missing ? *missing : std::string();
}

Result<WsqImage> decodeWsq(ByteView bytes, const WsqLimits& limits) {
    Stream stream(bytes, limits);
    COTEJO_TRY(readTables(stream));
    const Frame frame = *stream.frame();
    const Quantiser quantiser = *stream.quantiser();
    const Tree tree = treeOf(stream);
    const auto pixels = static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height);
    if (pixels / kSuspiciousPixelsAByte > bytes.size()) {
        Stream dry = stream;
        Counter counter(tree, quantiser);
        COTEJO_TRY(decodeBlocks(dry, counter));
    }
    std::vector<float> plane(pixels);
    Placer placer(tree, quantiser, frame.width, plane);
    COTEJO_TRY_ASSIGN(std::string missing, decodeBlocks(stream, placer));
    WsqImage image;
    image.missing = std::move(missing);
    image.width = frame.width;
    image.height = frame.height;
    image.ppi = stream.ppi();
    image.comments = stream.comments();
    image.pixels.resize(plane.size());
    Wavelet(frame.width, frame.height, synthesisOf(*stream.analysis()))
        .synthesise(plane, tree.nodes, frame.scale, frame.shift, image.pixels.data());
    return image;
}

}  // namespace cotejo::exchange
