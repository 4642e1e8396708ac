#include <algorithm>
#include <cmath>
#include <span>

#include "core/base/errors.h"
#include "core/exchange/wsq/wsq.h"
#include "core/exchange/wsq/wsq_stream.h"

namespace cotejo::exchange {

namespace {

using namespace wsq;

constexpr int kCoded = 60;  // bands 60 to 63 are never coded
constexpr int kSmallestSide = 64;
// First bands of the three blocks, and the end.
constexpr int kBlockStarts[] = {0, 19, 52, 60};

// A number as the format writes it: an integer below `most` and the power of ten it is divided by.
struct Decimal {
    std::uint32_t mantissa = 0;
    int exponent = 0;
    float value() const { return static_cast<float>(mantissa / std::pow(10.0, exponent)); }
};

Decimal decimalOf(double value, double most) {
    if (value <= 0) return {};
    int exponent = 0;
    while (exponent < 60 && value * std::pow(10.0, exponent + 1) < most)
        ++exponent;
    return {static_cast<std::uint32_t>(std::lround(value * std::pow(10.0, exponent))), exponent};
}

Decimal short16(double value) {
    return decimalOf(value, 65'535);
}

struct Bins {
    std::array<Decimal, kBands> bin{};
    std::array<Decimal, kBands> zero{};
};

double variance(const std::vector<float>& plane, int stride, const Rect& rect) {
    if (rect.area() < 2) return 0;
    double sum = 0;
    double squares = 0;
    for (int y = rect.y; y < rect.y + rect.height; ++y)
        for (int x = rect.x; x < rect.x + rect.width; ++x) {
            const double value = plane[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride) +
                                       static_cast<std::size_t>(x)];
            sum += value;
            squares += value * value;
        }
    const auto count = static_cast<double>(rect.area());
    return (squares - sum * sum / count) / (count - 1);
}

// The part of a band from which its variance is estimated: prints fill the middle of an image.
Rect middleOf(const Rect& band) {
    return {band.x + band.width / 8, band.y + 9 * band.height / 32, 3 * band.width / 4, 7 * band.height / 16};
}

std::array<double, kCoded> variances(const std::vector<float>& plane, int width, const Tree& tree) {
    std::array<double, kCoded> result{};
    double lowest = 0;
    for (std::size_t i = 0; i < kCoded; ++i) {
        const Rect middle = middleOf(tree.bands[i]);
        result[i] = variance(plane, width, middle.area() < 2 ? tree.bands[i] : middle);
        if (i < 4) lowest += result[i];
    }
    // Little energy in the middle means a faint or off-centre print: then whole bands count.
    constexpr double kFaint = 20'000;
    if (lowest < kFaint)
        for (std::size_t i = 0; i < kCoded; ++i)
            result[i] = variance(plane, width, tree.bands[i]);
    return result;
}

double weightOf(std::size_t band) {
    switch (band) {
        case 52:
        case 56:
            return 1.32;
        case 53:
        case 55:
        case 58:
        case 59:
            return 1.08;
        case 54:
        case 57:
            return 1.42;
        default:
            return 1;
    }
}

double shareOf(std::size_t band) {
    return band < 4 ? 1.0 / 1024 : band < 51 ? 1.0 / 256 : 1.0 / 16;
}

// The largest magnitude in each band.
std::array<double, kCoded> peaks(const std::vector<float>& plane, int width, const Tree& tree) {
    std::array<double, kCoded> result{};
    for (std::size_t i = 0; i < kCoded; ++i) {
        const Rect& rect = tree.bands[i];
        for (int y = rect.y; y < rect.y + rect.height; ++y)
            for (int x = rect.x; x < rect.x + rect.width; ++x)
                result[i] = std::max<double>(
                    result[i], std::abs(plane[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                              static_cast<std::size_t>(x)]));
    }
    return result;
}

// Bin widths for a target rate (IAFIS-IC-0110, annex on the encoder's bit allocation): the rate is shared out
// over the bands so that those which would get a negative share drop out of the sum, though not out of the
// image.
Bins binsFor(const std::array<double, kCoded>& variance, const std::array<double, kCoded>& peak,
             double bitsPerPixel) {
    constexpr double kLargestIndex = 32'000;  // decoders hold an index in 16 bits with a sign
    constexpr double kNoSignal = 1.01;
    constexpr double kLoading = 2.5;
    std::array<double, kCoded> relative{};
    std::vector<std::size_t> active;
    for (std::size_t i = 0; i < kCoded; ++i) {
        if (variance[i] < kNoSignal) continue;
        relative[i] = i < 4 ? 1 : 10 / (weightOf(i) * std::log(variance[i]));
        active.push_back(i);
    }
    double q = 1;
    while (!active.empty()) {
        double share = 0;
        double logProduct = 0;
        for (const std::size_t i : active) {
            share += shareOf(i);
            logProduct += shareOf(i) * std::log(std::sqrt(variance[i]) / relative[i]);
        }
        q = std::exp2(bitsPerPixel / share - 1) / kLoading / std::exp(logProduct / share);
        const auto before = active.size();
        std::erase_if(
            active, [&](std::size_t i) { return relative[i] / q >= 2 * kLoading * std::sqrt(variance[i]); });
        if (active.size() == before) break;
    }
    Bins bins;
    for (std::size_t i = 0; i < kCoded; ++i) {
        if (relative[i] <= 0) continue;
        // Where few bands hold all the energy, the sharing would make bins so narrow that indices overflow.
        const double bin = std::min(std::max(relative[i] / q, peak[i] / kLargestIndex), 60'000 / 1.2);
        bins.bin[i] = short16(bin);
        bins.zero[i] = short16(1.2 * bin);
    }
    return bins;
}

struct Symbol {
    std::uint8_t symbol = 0;
    std::uint8_t extraBits = 0;
    std::uint16_t extra = 0;
};

class SymbolWriter {
  public:
    void put(int index) {
        if (index == 0) {
            ++m_run;
            return;
        }
        flush();
        const int size = std::min(std::abs(index), 65'535);
        if (index >= kSmallest && index <= kLargest)
            m_symbols.push_back({static_cast<std::uint8_t>(index + kZeroPoint), 0, 0});
        else if (size <= 255)
            m_symbols.push_back({static_cast<std::uint8_t>(index > 0 ? kPositive8 : kNegative8), 8,
                                 static_cast<std::uint16_t>(size)});
        else
            m_symbols.push_back({static_cast<std::uint8_t>(index > 0 ? kPositive16 : kNegative16), 16,
                                 static_cast<std::uint16_t>(size)});
    }
    std::vector<Symbol> take() {
        flush();
        return std::move(m_symbols);
    }

  private:
    void flush() {
        while (m_run > 0) {
            const std::uint32_t run = std::min<std::uint32_t>(m_run, 65'535);
            if (run <= kLongestRun)
                m_symbols.push_back({static_cast<std::uint8_t>(run), 0, 0});
            else if (run <= 255)
                m_symbols.push_back({kRun8, 8, static_cast<std::uint16_t>(run)});
            else
                m_symbols.push_back({kRun16, 16, static_cast<std::uint16_t>(run)});
            m_run -= run;
        }
    }
    std::vector<Symbol> m_symbols;
    std::uint32_t m_run = 0;
};

std::vector<Symbol> symbolsOf(const std::vector<float>& plane, int width, const Tree& tree, const Bins& bins,
                              int from, int to) {
    SymbolWriter writer;
    for (auto i = static_cast<std::size_t>(from); i < static_cast<std::size_t>(to); ++i) {
        const float bin = bins.bin[i].value();
        if (bin <= 0) continue;
        const float halfZero = bins.zero[i].value() / 2;
        const Rect& rect = tree.bands[i];
        for (int y = rect.y; y < rect.y + rect.height; ++y)
            for (int x = rect.x; x < rect.x + rect.width; ++x) {
                const float value = plane[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                          static_cast<std::size_t>(x)];
                if (value > halfZero)
                    writer.put(static_cast<int>((value - halfZero) / bin) + 1);
                else if (value < -halfZero)
                    writer.put(static_cast<int>((value + halfZero) / bin) - 1);
                else
                    writer.put(0);
            }
    }
    return writer.take();
}

HuffmanTable tableFor(std::span<const std::vector<Symbol>> blocks) {
    std::array<std::uint32_t, 256> frequencies{};
    for (const auto& block : blocks)
        for (const Symbol& symbol : block)
            ++frequencies[symbol.symbol];
    // A code needs a symbol, even where there is nothing to say.
    if (std::all_of(frequencies.begin(), frequencies.end(), [](std::uint32_t f) { return f == 0; }))
        frequencies[1] = 1;
    return huffmanFor(frequencies);
}

void writeTable(ByteWriter& writer, int id, const HuffmanTable& table) {
    writer.u16(0xff00 | kHuffman);
    writer.u16(static_cast<std::uint16_t>(2 + 1 + 16 + table.symbols.size()));
    writer.u8(static_cast<std::uint8_t>(id));
    writer.raw(table.counts);
    writer.raw(table.symbols);
}

void writeBlock(ByteWriter& writer, int id, const std::vector<Symbol>& symbols, const HuffmanTable& table) {
    writer.u16(0xff00 | kBlock);
    writer.u16(3);
    writer.u8(static_cast<std::uint8_t>(id));
    const auto codes = codesOf(table);
    std::uint64_t buffer = 0;
    int held = 0;
    const auto byte = [&](std::uint8_t value) {
        writer.u8(value);
        if (value == 0xff) writer.u8(0);
    };
    const auto put = [&](std::uint32_t bits, int length) {
        buffer = buffer << length | bits;
        for (held += length; held >= 8; held -= 8)
            byte(static_cast<std::uint8_t>(buffer >> (held - 8)));
    };
    for (const Symbol& symbol : symbols) {
        put(codes[symbol.symbol].bits, codes[symbol.symbol].length);
        if (symbol.extraBits > 0) put(symbol.extra, symbol.extraBits);
    }
    if (held > 0) put((1u << (8 - held)) - 1, 8 - held);
}

void writeDecimal(ByteWriter& writer, const Decimal& value) {
    writer.u8(static_cast<std::uint8_t>(value.exponent));
    writer.u16(static_cast<std::uint16_t>(value.mantissa));
}

void writeTransform(ByteWriter& writer, const Filters& analysis) {
    writer.u16(0xff00 | kTransform);
    writer.u16(
        static_cast<std::uint16_t>(4 + 6 * ((analysis.low.size() + 1) / 2 + (analysis.high.size() + 1) / 2)));
    writer.u8(static_cast<std::uint8_t>(analysis.low.size()));
    writer.u8(static_cast<std::uint8_t>(analysis.high.size()));
    for (const auto* filter : {&analysis.low, &analysis.high})
        for (std::size_t i = filter->size() / 2; i < filter->size(); ++i) {
            const double tap = (*filter)[i];
            const Decimal value = decimalOf(std::abs(tap), 4'294'967'295.0);
            writer.u8(tap < 0 ? 1 : 0);
            writer.u8(static_cast<std::uint8_t>(value.exponent));
            writer.u32(value.mantissa);
        }
}

void writeQuantisation(ByteWriter& writer, const Bins& bins) {
    writer.u16(0xff00 | kQuantisation);
    writer.u16(2 + 3 + kBands * 6);
    writeDecimal(writer, {44, 2});
    for (std::size_t i = 0; i < kBands; ++i) {
        writeDecimal(writer, bins.bin[i]);
        writeDecimal(writer, bins.zero[i]);
    }
}

void writeComment(ByteWriter& writer, int width, int height, double bitsPerPixel, const record::Ppi& ppi) {
    const std::string text =
        "NIST_COM 9\nPIX_WIDTH " + std::to_string(width) + "\nPIX_HEIGHT " + std::to_string(height) +
        "\nPIX_DEPTH 8\nPPI " + std::to_string(ppi.known() ? std::lround(ppi.value) : -1) +
        "\nLOSSY 1\nCOLORSPACE GRAY\nCOMPRESSION WSQ\nWSQ_BITRATE " + std::to_string(bitsPerPixel);
    writer.u16(0xff00 | kComment);
    writer.u16(static_cast<std::uint16_t>(2 + text.size()));
    writer.raw(viewOf(text));
}

}  // namespace

Result<Bytes> encodeWsq(ByteView pixels, int width, int height, double bitsPerPixel, const record::Ppi& ppi) {
    constexpr WsqLimits kLimits;
    if (width < kSmallestSide || height < kSmallestSide)
        return fail(base::kInvalidArgument, "WSQ needs at least 64 pixels a side; this image has " +
                                                std::to_string(width) + " x " + std::to_string(height) + ".");
    if (width > kLimits.maxSide || height > kLimits.maxSide)
        return fail(base::kTooLarge, "WSQ is written up to 12,000 pixels a side.");
    if (pixels.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height))
        return fail(base::kInvalidArgument, "The pixels are not width times height bytes.");
    if (!(bitsPerPixel >= 0.1 && bitsPerPixel <= 8))
        return fail(base::kInvalidArgument, "The rate of a WSQ image goes from 0.1 to 8 bits a pixel.");

    std::uint64_t sum = 0;
    for (const std::uint8_t pixel : pixels)
        sum += pixel;
    const auto [darkest, brightest] = std::minmax_element(pixels.begin(), pixels.end());
    const Decimal shift = short16(static_cast<double>(sum) / static_cast<double>(pixels.size()));
    const double widest = std::max(*brightest - shift.value(), shift.value() - *darkest);
    const Decimal scale = short16(widest > 0.01 ? widest / 128 : 1);

    const Filters analysis = standardAnalysis();
    const Tree tree = treeFor(width, height, false);
    // The same division as pixel by pixel, done once a gray level.
    std::array<float, 256> levels{};
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i] = (static_cast<float>(i) - shift.value()) / scale.value();
    std::vector<float> plane(pixels.size());
    for (std::size_t i = 0; i < plane.size(); ++i)
        plane[i] = levels[pixels[i]];
    Wavelet(width, height, analysis).analyse(plane, tree.nodes);
    const Bins bins = binsFor(variances(plane, width, tree), peaks(plane, width, tree), bitsPerPixel);

    std::array<std::vector<Symbol>, 3> blocks;
    for (std::size_t i = 0; i < 3; ++i)
        blocks[i] = symbolsOf(plane, width, tree, bins, kBlockStarts[i], kBlockStarts[i + 1]);
    const HuffmanTable first = tableFor(std::span(blocks).first(1));
    const HuffmanTable second = tableFor(std::span(blocks).last(2));

    ByteWriter writer;
    writer.u16(0xff00 | kSoi);
    writeComment(writer, width, height, bitsPerPixel, ppi);
    writeTransform(writer, analysis);
    writeQuantisation(writer, bins);
    writer.u16(0xff00 | kFrame);
    writer.u16(17);
    writer.u8(0);
    writer.u8(255);
    writer.u16(static_cast<std::uint16_t>(height));
    writer.u16(static_cast<std::uint16_t>(width));
    writeDecimal(writer, shift);
    writeDecimal(writer, scale);
    writer.u8(0);  // the encoder's version and implementation numbers are assigned by the FBI; 0 claims none
    writer.u16(0);
    writeTable(writer, 0, first);
    writeBlock(writer, 0, blocks[0], first);
    writeTable(writer, 1, second);
    writeBlock(writer, 1, blocks[1], second);
    writeBlock(writer, 1, blocks[2], second);
    writer.u16(0xff00 | kEoi);
    return writer.take();
}

}  // namespace cotejo::exchange
