#include "core/exchange/images/pnm.h"

#include <algorithm>

#include "core/base/errors.h"

namespace cotejo::exchange {

namespace {

constexpr int kHighest = 65'535;

bool isBlank(std::uint8_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

tl::unexpected<Error> malformed(const std::string& what, std::size_t at) {
    return fail(base::kMalformed, "The PNM image is damaged or cut short: " + what + " at byte " + std::to_string(at) + ".",
                {{"format", "PNM"}, {"byte", std::to_string(at)}});
}

// Whole numbers between blanks and comments.
class PnmText {
  public:
    PnmText(ByteView bytes, std::size_t at) : m_bytes(bytes), m_at(at) {}
    std::size_t at() const { return m_at; }
    void skipBlanks() {
        while (m_at < m_bytes.size()) {
            if (m_bytes[m_at] == '#')
                while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r') ++m_at;
            else if (isBlank(m_bytes[m_at]))
                ++m_at;
            else
                return;
        }
    }
    /// -1 where there is none, or it is above 2^24.
    int number() {
        skipBlanks();
        int value = -1;
        while (m_at < m_bytes.size() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '9' && value < (1 << 24))
            value = std::max(value, 0) * 10 + (m_bytes[m_at++] - '0');
        return value < (1 << 24) ? value : -1;
    }
    /// A digit of a plain bitmap: they need no blanks between them.
    int bit() {
        skipBlanks();
        if (m_at >= m_bytes.size() || (m_bytes[m_at] != '0' && m_bytes[m_at] != '1')) return -1;
        return m_bytes[m_at++] - '0';
    }

  private:
    ByteView m_bytes;
    std::size_t m_at;
};

std::size_t rowBytes(const PnmHeader& header) {
    const auto samples = static_cast<std::size_t>(header.width) * static_cast<std::size_t>(header.channels);
    return header.kind == 4 ? (samples + 7) / 8 : header.highest > 255 ? 2 * samples : samples;
}

std::size_t samplesOf(const PnmHeader& header) {
    return static_cast<std::size_t>(header.width) * static_cast<std::size_t>(header.height) * static_cast<std::size_t>(header.channels);
}

std::uint8_t scaled(int value, int highest) {
    return static_cast<std::uint8_t>((std::min(value, highest) * 255LL + highest / 2) / highest);
}

void unpackRaw(ByteView bytes, PnmImage& image) {
    const PnmHeader& header = image.header;
    const std::uint8_t* from = bytes.data() + header.pixels;
    std::uint8_t* to = image.pixels.data();
    if (header.kind == 4) {
        const std::size_t row = rowBytes(header);
        for (int y = 0; y < header.height; ++y, from += row)
            for (int x = 0; x < header.width; ++x) *to++ = (from[x / 8] >> (7 - x % 8) & 1) != 0 ? 0 : 255;
    } else if (header.highest > 255) {
        for (std::size_t i = 0; i < image.pixels.size(); ++i) to[i] = scaled(from[2 * i] << 8 | from[2 * i + 1], header.highest);
    } else {
        std::uint8_t levels[256];
        for (int i = 0; i < 256; ++i) levels[i] = scaled(i, header.highest);
        for (std::size_t i = 0; i < image.pixels.size(); ++i) to[i] = levels[from[i]];
    }
}

}  // namespace

bool looksLikePnm(ByteView bytes) {
    return bytes.size() >= 3 && bytes[0] == 'P' && bytes[1] >= '1' && bytes[1] <= '6' && (isBlank(bytes[2]) || bytes[2] == '#') &&
           (PnmText(bytes.first(std::min<std::size_t>(bytes.size(), 4096)), 2).number() > 0 || bytes.size() < 16);
}

Result<PnmHeader> readPnmHeader(ByteView bytes, const PnmLimits& limits) {
    if (bytes.size() < 2 || bytes[0] != 'P' || bytes[1] < '1' || bytes[1] > '6') return malformed("there is no P1 to P6", 0);
    PnmHeader header;
    header.kind = bytes[1] - '0';
    header.channels = header.kind == 3 || header.kind == 6 ? 3 : 1;
    PnmText text(bytes, 2);
    header.width = text.number();
    header.height = text.number();
    const bool bitmap = header.kind == 1 || header.kind == 4;
    header.highest = bitmap ? 1 : text.number();
    if (header.width <= 0 || header.height <= 0) return malformed("the header has no valid width and height", text.at());
    if (header.highest <= 0 || header.highest > kHighest) return malformed("the header has no valid highest value (1 to 65,535)", text.at());
    if (header.width > limits.maxSide || header.height > limits.maxSide || std::int64_t{header.width} * header.height > limits.maxPixels)
        return fail(base::kTooLarge,
                    "The PNM image has " + std::to_string(header.width) + " x " + std::to_string(header.height) + " pixels, more than is read.",
                    {{"width", std::to_string(header.width)}, {"height", std::to_string(header.height)}, {"cap", std::to_string(limits.maxSide)}});
    header.pixels = text.at() + 1;  // one blank ends the header
    if (header.pixels > bytes.size() || !isBlank(bytes[text.at()])) return malformed("the header is not complete", text.at());
    const std::size_t left = bytes.size() - header.pixels;
    // A plain sample has a digit at least, and a blank between two but in bitmaps.
    const std::size_t needed = header.kind >= 4   ? rowBytes(header) * static_cast<std::size_t>(header.height)
                               : header.kind == 1 ? samplesOf(header)
                                                  : 2 * samplesOf(header) - 1;
    if (left < needed)
        return malformed(std::to_string(left) + " of at least " + std::to_string(needed) + " bytes of pixels are there; it ends", bytes.size());
    return header;
}

Result<PnmImage> decodePnm(ByteView bytes, const PnmLimits& limits) {
    PnmImage image;
    COTEJO_TRY_ASSIGN(image.header, readPnmHeader(bytes, limits));
    const PnmHeader& header = image.header;
    image.pixels.resize(samplesOf(header));
    if (header.kind >= 4) {
        unpackRaw(bytes, image);
        image.end = header.pixels + rowBytes(header) * static_cast<std::size_t>(header.height);
        return image;
    }
    PnmText text(bytes, header.pixels);
    for (std::size_t i = 0; i < image.pixels.size(); ++i) {
        const int value = header.kind == 1 ? text.bit() : text.number();
        if (value < 0) return malformed(std::to_string(i) + " of " + std::to_string(image.pixels.size()) + " samples are there, then no number", text.at());
        image.pixels[i] = header.kind == 1 ? (value != 0 ? 0 : 255) : scaled(value, header.highest);
    }
    image.end = text.at();
    return image;
}

std::optional<std::size_t> endOfPnm(ByteView bytes) {
    const auto header = readPnmHeader(bytes);
    if (!header) return std::nullopt;
    if (header->kind >= 4) return header->pixels + rowBytes(*header) * static_cast<std::size_t>(header->height);
    const auto image = decodePnm(bytes);
    return image ? std::optional(image->end) : std::nullopt;
}

}  // namespace cotejo::exchange
