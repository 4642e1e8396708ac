#include "core/exchange/wsq/wsq_stream.h"

#include <charconv>
#include <cmath>
#include <cstring>

#include "core/base/errors.h"
#include "core/exchange/errors.h"

namespace cotejo::exchange::wsq {

namespace {

constexpr std::size_t kMaxComments = 65'536;
constexpr int kMaxTaps = 63;

// value / 10^exponent, as all numbers of the format are written.
float scaled(double value, int exponent) {
    return static_cast<float>(value / std::pow(10.0, exponent));
}

}  // namespace

tl::unexpected<Error> Stream::malformed(const std::string& what) const {
    return fail(
        base::kMalformed,
        "The WSQ image is damaged or cut short: " + what + " at byte " + std::to_string(m_segment) + ".",
        {{"format", "WSQ"}, {"byte", std::to_string(m_segment)}});
}

// Second byte of the marker that stands here.
Result<int> Stream::marker() {
    m_segment = m_at;
    if (m_bytes.size() - m_at < 2) return malformed("it ends before its end-of-image marker,");
    if (m_bytes[m_at] != 0xff) return malformed("there is no marker");
    m_at += 2;
    return m_bytes[m_at - 1];
}

Status Stream::readFrame(ByteReader reader) {
    Frame frame;
    reader.u16();  // the levels that stand for black and white
    frame.height = reader.u16();
    frame.width = reader.u16();
    const int shiftExponent = reader.u8();
    frame.shift = scaled(reader.u16(), shiftExponent);
    const int scaleExponent = reader.u8();
    frame.scale = scaled(reader.u16(), scaleExponent);
    if (reader.failed()) return malformed("the frame header is not complete");
    if (m_frame) return malformed("a second frame header stands");
    if (frame.width == 0 || frame.height == 0) return malformed("the frame header has no valid size");
    if (frame.width > m_limits.maxSide || frame.height > m_limits.maxSide ||
        std::int64_t{frame.width} * frame.height > m_limits.maxPixels)
        return fail(base::kTooLarge,
                    "The WSQ image has " + std::to_string(frame.width) + " x " +
                        std::to_string(frame.height) + " pixels, more than is read.",
                    {{"width", std::to_string(frame.width)}, {"height", std::to_string(frame.height)}});
    m_frame = frame;
    return {};
}

// The taps of one filter from its centre outwards; both halves are alike.
Status Stream::readTransform(ByteReader reader) {
    const int lowTaps = reader.u8();
    const int highTaps = reader.u8();
    if (reader.failed()) return malformed("the transform table is not complete");
    if (lowTaps % 2 == 0 || highTaps % 2 == 0 || lowTaps > kMaxTaps || highTaps > kMaxTaps)
        return fail(kNotDecoded, "The WSQ image uses filters of " + std::to_string(lowTaps) + " and " +
                                     std::to_string(highTaps) +
                                     " taps; odd lengths up to 63 are decoded. The bytes are kept.");
    const auto read = [&](int taps) {
        std::vector<float> filter(static_cast<std::size_t>(taps));
        const auto centre = static_cast<std::size_t>(taps / 2);
        for (std::size_t i = 0; i <= centre; ++i) {
            const bool negative = reader.u8() != 0;
            const int exponent = reader.u8();
            const float value = scaled(reader.u32(), exponent);
            filter[centre + i] = filter[centre - i] = negative ? -value : value;
        }
        return filter;
    };
    Filters filters;
    filters.low = read(lowTaps);
    filters.high = read(highTaps);
    if (reader.failed()) return malformed("the transform table is not complete");
    m_analysis = std::move(filters);
    return {};
}

Status Stream::readQuantisation(ByteReader reader) {
    Quantiser quantiser;
    const int exponent = reader.u8();
    quantiser.centre = scaled(reader.u16(), exponent);
    for (std::size_t i = 0; i < kBands; ++i) {
        const int binExponent = reader.u8();
        quantiser.bin[i] = scaled(reader.u16(), binExponent);
        const int zeroExponent = reader.u8();
        quantiser.zero[i] = scaled(reader.u16(), zeroExponent);
    }
    if (reader.failed()) return malformed("the quantisation table is not complete");
    m_quantiser = quantiser;
    return {};
}

Status Stream::readHuffman(ByteReader reader) {
    while (reader.left() > 0) {
        const int id = reader.u8();
        HuffmanTable table;
        std::size_t symbols = 0;
        for (auto& count : table.counts)
            symbols += count = reader.u8();
        const ByteView list = reader.raw(symbols);
        if (reader.failed()) return malformed("the Huffman table is not complete");
        table.symbols.assign(list.begin(), list.end());
        if (symbols > 255 || !m_codes[id & 15].set(table))
            return malformed("the Huffman table describes no code");
    }
    return {};
}

Status Stream::segment(int marker) {
    if (m_bytes.size() - m_at < 2) return malformed("it ends in the segment");
    const std::size_t length = static_cast<std::size_t>(m_bytes[m_at]) << 8 | m_bytes[m_at + 1];
    if (length < 2 || length > m_bytes.size() - m_at) return malformed("the segment is not complete");
    const ByteView body = m_bytes.subspan(m_at + 2, length - 2);
    m_at += length;
    switch (marker) {
        case kFrame:
            return readFrame(ByteReader(body));
        case kTransform:
            return readTransform(ByteReader(body));
        case kQuantisation:
            return readQuantisation(ByteReader(body));
        case kHuffman:
            return readHuffman(ByteReader(body));
        case kComment:
            if (m_commentBytes + body.size() <= kMaxComments) m_comments.emplace_back(textOf(body));
            m_commentBytes += body.size();
            return {};
        case kRestart:
            return {};
        default:
            return malformed("an unknown marker stands");
    }
}

Status Stream::readToFirstBlock() {
    if (m_at == 0) {
        COTEJO_TRY_ASSIGN(const int first, marker());
        if (first != kSoi) return malformed("the start-of-image marker is missing");
    }
    while (!m_atBlock) {
        COTEJO_TRY_ASSIGN(const int next, marker());
        if (next == kBlock) {
            m_atBlock = true;
        } else if (next == kEoi) {
            return malformed("it has no coefficients; the end-of-image marker stands");
        } else {
            COTEJO_TRY(segment(next));
        }
    }
    return {};
}

Result<std::optional<Stream::Block>> Stream::nextBlock(Bytes& data) {
    while (!m_atBlock) {
        COTEJO_TRY_ASSIGN(const int next, marker());
        if (next == kEoi) return std::optional<Block>();
        if (next == kBlock)
            m_atBlock = true;
        else
            COTEJO_TRY(segment(next));
    }
    m_atBlock = false;
    if (m_bytes.size() - m_at < 3 || m_bytes[m_at] != 0 || m_bytes[m_at + 1] != 3)
        return malformed("the block header is not complete");
    const auto code = m_codes.find(m_bytes[m_at + 2] & 15);
    if (code == m_codes.end() || !code->second.isSet())
        return malformed("the block names a Huffman table that was not given;");
    m_at += 3;
    Block block{&code->second, m_at};
    data.clear();
    // A zero byte is stuffed after every 0xff of the code; anything else after it is the next marker. Restart
    // markers are skipped.
    for (;;) {
        const auto* from = m_bytes.data() + m_at;
        const std::size_t left = m_bytes.size() - m_at;
        const auto* found =
            left == 0 ? nullptr : static_cast<const std::uint8_t*>(std::memchr(from, 0xff, left));
        if (found == nullptr || found + 1 == m_bytes.data() + m_bytes.size()) {
            m_segment = m_bytes.size();
            data.insert(data.end(), from, from + left - (found != nullptr ? 1 : 0));
            m_at = m_bytes.size();
            block.whole = false;
            return std::optional<Block>(block);
        }
        data.insert(data.end(), from, found);
        m_at += static_cast<std::size_t>(found - from) + 2;
        if (found[1] == 0) {
            data.push_back(0xff);
        } else if (found[1] < 0xb0 || found[1] > 0xb7) {
            m_at -= 2;
            return std::optional<Block>(block);
        }
    }
}

record::Ppi Stream::ppi() const {
    for (const std::string& comment : m_comments) {
        if (!comment.starts_with("NIST_COM")) continue;
        const auto at = comment.find("\nPPI ");
        if (at == comment.npos) continue;
        int value = 0;
        std::from_chars(comment.data() + at + 5, comment.data() + comment.size(), value);
        if (value >= 10 && value <= 20'000) return {static_cast<double>(value), record::PpiSource::Header};
    }
    return {};
}

}  // namespace cotejo::exchange::wsq
