#include "core/imaging/salvage.h"

#include <algorithm>
#include <cstring>

namespace cotejo::imaging::detail {

namespace {

constexpr std::size_t kMostFilled = 64u << 20;  // bytes of a WebP that are not there

// Two files that differ in what follows the cut alone.
struct Filled {
    Bytes one, other;
    int band = 1;        // rows that are coded together
    bool detail = false; // a first pass over the whole picture is there: what is missing is detail
};

cv::Mat decodeWith(const Codecs& library, ByteView bytes) {
    try {
        const cv::Mat input(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::uint8_t*>(bytes.data()));
        constexpr int kUnchanged = -1;  // cv::IMREAD_UNCHANGED
        return library.decode(input, kUnchanged);
    } catch (const std::exception&) {
        return {};
    }
}

int firstDifference(const cv::Mat& a, const cv::Mat& b) {
    const std::size_t bytes = static_cast<std::size_t>(a.cols) * a.elemSize();
    for (int y = 0; y < a.rows; ++y)
        if (std::memcmp(a.ptr(y), b.ptr(y), bytes) != 0) return y;
    return a.rows;
}

// Where the walk over a JPEG's segments ends before its end-of-image marker does.
std::optional<Filled> fillJpeg(ByteView bytes) {
    Filled filled;
    std::size_t at = 2, begin = 2;
    int scans = 0, tallest = 0, components = 0;
    bool ended = false, progressive = false;
    while (!ended) {
        begin = at;
        while (at + 1 < bytes.size() && bytes[at] == 0xff && bytes[at + 1] == 0xff) ++at;
        if (at + 4 > bytes.size()) {
            if (at + 2 <= bytes.size() && bytes[at] == 0xff && bytes[at + 1] == 0xd9) return std::nullopt;
            break;
        }
        if (bytes[at] != 0xff || bytes[at + 1] == 0xd9) return std::nullopt;
        const int marker = bytes[at + 1];
        at += 2;
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue;
        const std::size_t length = static_cast<std::size_t>(bytes[at]) << 8 | bytes[at + 1];
        if (length < 2) return std::nullopt;
        if (length > bytes.size() - at) break;
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc && length >= 8) {
            components = bytes[at + 7];
            progressive = marker == 0xc2 || marker == 0xc6 || marker == 0xca || marker == 0xce;
            for (int i = 0; i < components && at + 10 + 3 * static_cast<std::size_t>(i) < bytes.size(); ++i)
                tallest = std::max(tallest, bytes[at + 9 + 3 * static_cast<std::size_t>(i)] & 15);
        }
        at += length;
        if (marker != 0xda) continue;
        ++scans;
        for (;; ++at) {
            const auto* found = at < bytes.size() ? static_cast<const std::uint8_t*>(std::memchr(bytes.data() + at, 0xff, bytes.size() - at)) : nullptr;
            at = found == nullptr ? bytes.size() : static_cast<std::size_t>(found - bytes.data());
            if (at + 1 >= bytes.size()) {
                ended = true;
                begin = at;  // without a lone 0xff
                break;
            }
            if (bytes[at + 1] != 0 && bytes[at + 1] != 0xff && (bytes[at + 1] < 0xd0 || bytes[at + 1] > 0xd7)) break;
        }
    }
    if (scans == 0 || tallest == 0) return std::nullopt;
    // The first scan of these has the coarsest light alone: no row of it is as it was.
    if (progressive && scans == 1) return std::nullopt;
    filled.band = components == 1 ? 8 : 8 * tallest;
    // A scan that goes on behind the cut is the one that is not whole; at a segment behind it, it is.
    filled.detail = scans > 1 || !ended;
    filled.one.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(begin));
    filled.other = filled.one;
    if (ended) filled.other.insert(filled.other.end(), 96, 0xaa);
    for (Bytes* each : {&filled.one, &filled.other}) each->insert(each->end(), {0xff, 0xd9});
    return filled;
}

std::uint32_t little(ByteView bytes, std::size_t at) {
    return bytes[at] | static_cast<std::uint32_t>(bytes[at + 1]) << 8 | static_cast<std::uint32_t>(bytes[at + 2]) << 16 | static_cast<std::uint32_t>(bytes[at + 3]) << 24;
}

// The chunks of a WebP up to the one that is cut, which is filled up with `with` if it holds the picture and left out if it follows it.
std::optional<Bytes> fillWebp(ByteView bytes, std::uint8_t with) {
    if (bytes.size() < 12 || std::size_t{little(bytes, 4)} + 8 <= bytes.size()) return std::nullopt;
    bool pixels = false;
    Bytes file;
    for (std::size_t at = 12;;) {
        if (at + 8 > bytes.size()) {
            if (!pixels) return std::nullopt;
            file.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        }
        const auto type = textOf(bytes).substr(at, 4);
        const std::size_t length = little(bytes, at + 4);
        const bool picture = type == "VP8 " || type == "VP8L";
        if (length <= bytes.size() - at - 8) {
            pixels = pixels || picture;
            at += 8 + length + (length & 1);
            if (at > bytes.size()) at = bytes.size();  // the pad byte alone is missing
            continue;
        }
        file.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(picture ? bytes.size() : at));
        if (!picture && !pixels) return std::nullopt;
        if (picture && length - (bytes.size() - at - 8) > kMostFilled) return std::nullopt;
        if (picture) file.resize(at + 8 + length, with);
        break;
    }
    if (file.size() % 2 != 0) file.push_back(0);
    const auto size = static_cast<std::uint32_t>(file.size() - 8);
    for (std::size_t i = 0; i < 4; ++i) file[4 + i] = static_cast<std::uint8_t>(size >> (8 * i));
    return file;
}

std::string endsAt(ByteView bytes, const char* name) {
    return "The " + std::string(name) + " file ends at byte " + std::to_string(bytes.size()) + " before its picture does: ";
}

std::string rowsMissing(int whole, int rows) {
    const int percent = std::max(1, static_cast<int>((static_cast<std::int64_t>(rows - whole) * 100 + rows / 2) / rows));
    return "rows " + std::to_string(whole + 1) + " to " + std::to_string(rows) + " of " + std::to_string(rows) + " (" + std::to_string(percent) +
           " %) are missing and shown gray.";
}

std::string onlyTheEnd(ByteView bytes, const char* name) {
    return "The " + std::string(name) + " file ends at byte " + std::to_string(bytes.size()) + " without its end; every row of the picture is there.";
}

void grayFrom(cv::Mat& pixels, int row) {
    const double gray = pixels.depth() == CV_16U ? 32768 : 128;
    pixels.rowRange(row, pixels.rows).setTo(cv::Scalar(gray, gray, gray, pixels.depth() == CV_16U ? 65535 : 255));
}

// Of two decodings the rows in which they agree, but for the last `lent`, which take something from what is missing.
std::optional<Salvaged> agreement(ByteView bytes, const char* name, ImageHeader header, cv::Mat one, const cv::Mat& other, int band, int lent, bool detail) {
    if (one.empty() || other.empty() || one.size() != other.size() || one.type() != other.type() || one.cols != header.width || one.rows != header.height)
        return std::nullopt;
    const int first = firstDifference(one, other);
    Salvaged result{header, std::move(one), {}};
    if (first == result.pixels.rows) {
        result.missing = detail ? endsAt(bytes, name) + "its finest detail is missing." : onlyTheEnd(bytes, name);
        return result;
    }
    // The rows above the cut lend their colour to the last ones of the band before.
    const int agreed = std::min((first + (band > 1 ? 2 : 0)) / band * band, first);
    const int whole = std::max(0, agreed - lent);
    if (detail) {
        result.missing = endsAt(bytes, name) + "below row " + std::to_string(whole) + " of " + std::to_string(result.pixels.rows) + " it is coarser than it was.";
        return result;
    }
    if (whole == 0) return std::nullopt;
    grayFrom(result.pixels, whole);
    result.missing = endsAt(bytes, name) + rowsMissing(whole, result.pixels.rows);
    return result;
}

std::optional<Salvaged> salvageJpeg(const Codecs& library, ByteView bytes, const DecodeLimits& limits) {
    const auto filled = fillJpeg(bytes);
    if (!filled) return std::nullopt;
    const auto header = readImageHeader(filled->one, limits);
    if (!header) return std::nullopt;
    return agreement(bytes, "JPEG", *header, decodeWith(library, filled->one), decodeWith(library, filled->other), filled->band, filled->band > 8 ? 1 : 0, filled->detail);
}

std::optional<Salvaged> salvageWebp(const Codecs& library, ByteView bytes, const DecodeLimits& limits) {
    cv::Mat one;
    std::optional<ImageHeader> known;
    // A lossless stream may refuse one filling and take the next.
    for (const std::uint8_t with : {0x00, 0xff, 0x55, 0xaa, 0x33}) {
        const auto file = fillWebp(bytes, with);
        if (!file) return std::nullopt;
        const auto header = readImageHeader(*file, limits);
        if (!header) return std::nullopt;
        cv::Mat pixels = decodeWith(library, *file);
        if (pixels.empty()) continue;
        if (!one.empty()) return agreement(bytes, "WebP", *header, std::move(one), pixels, 1, 8, false);
        one = std::move(pixels);
    }
    return std::nullopt;
}

std::optional<Salvaged> salvagePng(const Codecs& library, ByteView bytes, const DecodeLimits& limits) {
    const auto repaired = repairPng(bytes, limits);
    if (!repaired) return std::nullopt;
    const auto header = readImageHeader(repaired->file, limits);
    if (!header) return std::nullopt;
    Salvaged result{*header, decodeWith(library, repaired->file), {}};
    cv::Mat& pixels = result.pixels;
    if (pixels.empty() || pixels.cols != header->width || pixels.rows != header->height) return std::nullopt;
    if (repaired->step > 1 || repaired->stepDown > 1) {
        const std::size_t size = pixels.elemSize();
        for (int y = 0; y < pixels.rows; ++y)
            for (int x = 0; x < pixels.cols; ++x)
                std::memcpy(pixels.ptr(y) + static_cast<std::size_t>(x) * size,
                            pixels.ptr(y - y % repaired->stepDown) + static_cast<std::size_t>(x - x % repaired->step) * size, size);
        result.missing = endsAt(bytes, "PNG") + "of its pixels every " + std::to_string(repaired->step) + "th of a row and every " + std::to_string(repaired->stepDown) +
                         "th row is there; between them the nearest is shown.";
        return result;
    }
    if (repaired->wholeRows == pixels.rows) {
        result.missing = onlyTheEnd(bytes, "PNG");
        return result;
    }
    grayFrom(pixels, repaired->wholeRows);
    result.missing = endsAt(bytes, "PNG") + rowsMissing(repaired->wholeRows, pixels.rows);
    return result;
}

}  // namespace

std::optional<Salvaged> salvage(const Codecs& library, ByteView bytes, ImageFormat format, const DecodeLimits& limits) {
    switch (format) {
        case ImageFormat::Jpeg: return salvageJpeg(library, bytes, limits);
        case ImageFormat::Png: return salvagePng(library, bytes, limits);
        case ImageFormat::Webp: return salvageWebp(library, bytes, limits);
        default: return std::nullopt;
    }
}

}  // namespace cotejo::imaging::detail
