#include "core/exchange/images/without_metadata.h"

#include <algorithm>
#include <optional>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/images/tiff_directory.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

tl::unexpected<Error> broken(std::string_view kind, std::size_t at) {
    return fail(base::kMalformed, "the " + std::string(kind) + " is cut or damaged at byte " + std::to_string(at) + "; it is not sent as it is. Re-encode it.");
}

tl::unexpected<Error> needsIt(const std::string& what) { return fail(kCannotExpress, what + "; re-encode it without that before it is sent."); }

/// Walks a file front to back; parts that stay are appended in order.
class Walk {
  public:
    Walk(ByteView bytes, std::string_view kind) : m_bytes(bytes), m_kind(kind) { m_out.reserve(bytes.size()); }
    std::size_t at() const { return m_at; }
    std::size_t left() const { return m_bytes.size() - m_at; }
    int peek(std::size_t ahead = 0) const { return ahead < left() ? m_bytes[m_at + ahead] : -1; }
    std::uint32_t peek16(std::size_t ahead = 0) const { return static_cast<std::uint32_t>(m_bytes[m_at + ahead] << 8 | m_bytes[m_at + ahead + 1]); }
    std::uint32_t peek32(std::size_t ahead = 0) const { return peek16(ahead) << 16 | peek16(ahead + 2); }
    ByteView view(std::size_t count) const { return m_bytes.subspan(m_at, count); }
    void skip(std::size_t count) { m_at += count; }
    void keep(std::size_t count) {
        const auto part = view(count);
        m_out.insert(m_out.end(), part.begin(), part.end());
        m_at += count;
    }
    void put(ByteView part) { m_out.insert(m_out.end(), part.begin(), part.end()); }
    tl::unexpected<Error> fault() const { return broken(m_kind, m_at); }
    Bytes take() { return std::move(m_out); }
    /// Coded data after which a marker stands: a byte of 0xff that none of `inside` follows.
    template <class Inside>
    bool keepCoded(Inside inside) {
        std::size_t count = 0;
        while (count + 1 < left()) {
            if (peek(count) == 0xff && !inside(peek(count + 1))) {
                keep(count);
                return true;
            }
            count += peek(count) == 0xff ? 2 : 1;
        }
        return false;
    }

  private:
    ByteView m_bytes;
    std::string_view m_kind;
    std::size_t m_at = 0;
    Bytes m_out;
};

/// EXIF says that the picture is shown turned or mirrored.
bool isTurned(ByteView exif) {
    const auto view = TiffView::open(exif);
    const auto directory = view ? view->directory(view->first()) : std::nullopt;
    const auto* orientation = directory ? directory->entry(0x0112) : nullptr;
    return orientation != nullptr && view->number(*orientation) > 1;
}

bool isFrame(int marker) { return marker >= 0xc0 && marker <= 0xcf && marker != 0xc8; }  // DHT (c4) and DAC (cc) among them

/// ITU-T T.81, with JFIF and Adobe's APP14, on which the meaning of the components rests.
Result<Bytes> cleanJpeg(ByteView bytes) {
    Walk walk(bytes, "JPEG");
    if (walk.left() < 4 || walk.peek16() != 0xffd8) return walk.fault();
    walk.keep(2);
    for (;;) {
        while (walk.peek() == 0xff && walk.peek(1) == 0xff) walk.skip(1);  // fill bytes
        if (walk.left() < 2 || walk.peek() != 0xff) return walk.fault();
        const int marker = walk.peek(1);
        if (marker == 0xd9) {
            walk.keep(2);
            return walk.take();
        }
        if (walk.left() < 4) return walk.fault();
        const std::size_t length = walk.peek16(2);
        if (length < 2 || length + 2 > walk.left()) return walk.fault();
        const auto body = walk.view(length + 2).subspan(4);
        const auto text = textOf(body);
        if (marker == 0xda) {
            walk.keep(length + 2);
            if (!walk.keepCoded([](int next) { return next == 0 || (next >= 0xd0 && next <= 0xd7); })) return walk.fault();
        } else if (isFrame(marker) || marker == 0xdb || marker == 0xdc || marker == 0xdd || marker == 0xde || marker == 0xdf) {
            walk.keep(length + 2);
        } else if (marker == 0xe0 && text.starts_with("JFIF\0"sv) && body.size() >= 14) {
            Bytes plain = {0xff, 0xe0, 0, 16};
            plain.insert(plain.end(), body.begin(), body.begin() + 12);
            plain.insert(plain.end(), {0, 0});  // no thumbnail
            walk.put(plain);
            walk.skip(length + 2);
        } else if (marker == 0xee && text.starts_with("Adobe") && body.size() >= 12) {
            const Bytes plain = {0xff, 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, body[11]};
            walk.put(plain);
            walk.skip(length + 2);
        } else if (marker >= 0xe0 && (marker <= 0xef || marker == 0xfe)) {
            if (marker == 0xe1 && text.starts_with("Exif\0\0"sv) && isTurned(body.subspan(6))) return needsIt("the JPEG is shown turned by its EXIF data");
            walk.skip(length + 2);
        } else {
            return walk.fault();
        }
    }
}

/// ISO/IEC 15948.
Result<Bytes> cleanPng(ByteView bytes) {
    Walk walk(bytes, "PNG");
    if (!textOf(bytes).starts_with("\x89PNG\r\n\x1a\n"sv)) return walk.fault();
    walk.keep(8);
    for (;;) {
        if (walk.left() < 12) return walk.fault();
        const std::size_t length = walk.peek32();
        if (length > walk.left() - 12) return walk.fault();
        const auto type = textOf(walk.view(8)).substr(4);
        const auto is = [&](std::string_view name, std::size_t least, std::size_t most) { return type == name && length >= least && length <= most; };
        if (is("IEND", 0, 0)) {
            walk.keep(12);
            return walk.take();
        }
        if (type == "eXIf" && isTurned(walk.view(8 + length).subspan(8))) return needsIt("the PNG is shown turned by its EXIF data");
        const bool critical = (type[0] & 0x20) == 0;
        if (is("IHDR", 13, 13) || is("PLTE", 3, 768) || is("IDAT", 0, SIZE_MAX) || is("tRNS", 1, 256) || is("pHYs", 9, 9))
            walk.keep(length + 12);
        else if (!critical)
            walk.skip(length + 12);
        else
            return walk.fault();
    }
}

/// IAFIS-IC-0110.
Result<Bytes> cleanWsq(ByteView bytes) {
    Walk walk(bytes, "WSQ");
    if (walk.left() < 4 || walk.peek16() != 0xffa0) return walk.fault();
    walk.keep(2);
    for (;;) {
        if (walk.left() < 2 || walk.peek() != 0xff) return walk.fault();
        const int marker = walk.peek(1);
        if (marker == 0xa1) {
            walk.keep(2);
            return walk.take();
        }
        if (walk.left() < 4) return walk.fault();
        const std::size_t length = walk.peek16(2);
        if (length < 2 || length + 2 > walk.left()) return walk.fault();
        if (marker == 0xa8)
            walk.skip(length + 2);
        else if (marker >= 0xa2 && marker <= 0xa6)
            walk.keep(length + 2);
        else
            return walk.fault();
        if (marker == 0xa3 && !walk.keepCoded([](int next) { return next == 0 || (next >= 0xb0 && next <= 0xb7); })) return walk.fault();
    }
}

/// A codestream of ISO/IEC 15444-1. Comments go from its main header; one inside a tile would change the lengths that are stated of it.
Result<Bytes> cleanCodestream(ByteView bytes) {
    Walk walk(bytes, "JPEG 2000");
    if (walk.left() < 2 || walk.peek16() != 0xff4f) return walk.fault();
    walk.keep(2);
    const auto segment = [&]() -> std::size_t {
        if (walk.left() < 4 || walk.peek() != 0xff) return 0;
        const std::size_t length = walk.peek16(2);
        return length < 2 || length + 2 > walk.left() ? 0 : length + 2;
    };
    while (walk.left() >= 2 && walk.peek16() != 0xff90) {
        const auto length = segment();
        if (length == 0) return walk.fault();
        if (walk.peek(1) == 0x64)
            walk.skip(length);
        else
            walk.keep(length);
    }
    while (walk.left() >= 12 && walk.peek16() == 0xff90) {
        const std::size_t stated = walk.peek32(6);
        const std::size_t end = walk.at() + (stated == 0 ? walk.left() - 2 : stated);  // 0: up to the end of the codestream
        if (stated != 0 && (stated < 14 || stated > walk.left())) return walk.fault();
        while (walk.left() >= 2 && walk.peek16() != 0xff93) {
            const auto length = segment();
            if (length == 0 || walk.at() + length > end) return walk.fault();
            if (walk.peek(1) == 0x64) return needsIt("the JPEG 2000 file has comments inside its tiles");
            walk.keep(length);
        }
        if (walk.at() + 2 > end) return walk.fault();
        walk.keep(end - walk.at());
    }
    if (walk.left() < 2 || walk.peek16() != 0xffd9) return walk.fault();
    walk.keep(2);
    return walk.take();
}

void putBox(Bytes& out, std::string_view type, ByteView body) {
    ByteWriter writer;
    writer.u32(static_cast<std::uint32_t>(body.size() + 8));
    writer.raw(viewOf(type));
    writer.raw(body);
    out.insert(out.end(), writer.bytes().begin(), writer.bytes().end());
}

/// Calls `each(type, body)` for every box; false where they are not whole or it says so.
template <class Each>
bool forBoxes(ByteView bytes, Each each) {
    while (!bytes.empty()) {
        ByteReader reader(bytes);
        std::uint64_t size = reader.u32();
        const auto type = textOf(reader.raw(4));
        if (size == 1) size = reader.u64();
        if (size == 0) size = bytes.size();
        if (reader.failed() || size < reader.position() || size > bytes.size()) return false;
        if (!each(type, bytes.subspan(reader.position(), static_cast<std::size_t>(size) - reader.position()))) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(size));
    }
    return true;
}

Result<Bytes> cleanJpeg2000(ByteView bytes) {
    if (bytes.size() >= 2 && bytes[0] == 0xff && bytes[1] == 0x4f) return cleanCodestream(bytes);
    Bytes out, header;
    std::optional<Error> wrong;
    bool coded = false;
    const auto inHeader = [&](std::string_view type, ByteView body) {
        if (type == "colr" && (body.empty() || body[0] != 1)) {
            wrong = needsIt("the JPEG 2000 file carries a colour profile").value();
            return false;
        }
        for (const auto kept : {"ihdr"sv, "bpcc"sv, "colr"sv, "pclr"sv, "cmap"sv, "cdef"sv, "res "sv})
            if (type == kept) putBox(header, type, body);
        return true;
    };
    const bool whole = forBoxes(bytes, [&](std::string_view type, ByteView body) {
        if (type == "jP  " || type == "ftyp") putBox(out, type, body);
        if (type == "jp2h") {
            if (!forBoxes(body, inHeader)) return false;
            putBox(out, type, header);
        }
        if (type == "jp2c" && !coded) {
            auto clean = cleanCodestream(body);
            if (!clean) {
                wrong = clean.error();
                return false;
            }
            putBox(out, type, *clean);
            coded = true;
        }
        return true;
    });
    if (wrong) return tl::unexpected<Error>(*wrong);
    if (!whole || !coded || header.empty()) return broken("JPEG 2000", 0);
    return out;
}

}  // namespace

Result<Bytes> withoutMetadata(ByteView bytes, std::string_view mime) {
    const auto probe = probeImage(bytes);
    if (!probe || probe->mime != mime) return fail(kCannotExpress, "the bytes are no " + std::string(mime) + "; re-encode it before it is sent.");
    if (mime == "image/jpeg") return cleanJpeg(bytes);
    if (mime == "image/png") return cleanPng(bytes);
    if (mime == "image/x-wsq") return cleanWsq(bytes);
    if (mime == "image/jp2") return cleanJpeg2000(bytes);
    return needsIt("nothing here takes the metadata out of " + std::string(mime));
}

}  // namespace cotejo::exchange
