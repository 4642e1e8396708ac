#include <zlib.h>

#include <array>
#include <vector>

#include "core/imaging/salvage.h"

namespace cotejo::imaging::detail {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kBuffer = 64u << 10;

// Of one pass of Adam7, or of the whole picture.
struct Pass {
    std::uint64_t rows = 0;
    std::uint64_t rowBytes = 0;  // with the filter's byte
};

struct PngFile {
    std::uint32_t width = 0, height = 0;
    int bits = 0;  // a pixel
    bool interlaced = false;
    Bytes before;                 // signature and every chunk before the first IDAT
    std::vector<ByteView> packed; // bodies of IDAT, the last one as far as it goes
    bool cut = false;
};

std::optional<PngFile> readFile(ByteView bytes) {
    PngFile file;
    ByteReader reader(bytes);
    reader.raw(8);
    for (;;) {
        const std::size_t at = reader.position();
        const std::uint32_t length = reader.u32();
        const auto type = textOf(reader.raw(4));
        if (reader.failed()) {
            file.cut = true;
            break;
        }
        const std::size_t there = std::min<std::size_t>(length, reader.left());
        const ByteView body = reader.raw(there);
        const bool whole = there == length && reader.left() >= 4;
        const std::uint32_t sum = whole ? reader.u32() : 0;
        if (whole && crc32(0, bytes.data() + at + 4, static_cast<uInt>(4 + body.size())) != sum) return std::nullopt;
        if (type == "IDAT"sv) {
            if (file.width == 0) return std::nullopt;
            file.packed.push_back(body);
        }
        if (!whole) {
            file.cut = true;
            break;
        }
        if (type == "IHDR"sv && length == 13) {
            ByteReader head(body);
            file.width = head.u32();
            file.height = head.u32();
            const int depth = head.u8(), colour = head.u8();
            constexpr std::array<int, 7> kChannels{1, 0, 3, 1, 2, 0, 4};
            if (colour > 6 || kChannels[static_cast<std::size_t>(colour)] == 0) return std::nullopt;
            file.bits = depth * kChannels[static_cast<std::size_t>(colour)];
            head.raw(2);
            file.interlaced = head.u8() != 0;
        }
        if (type == "IEND"sv) break;
        if (file.packed.empty()) {
            const ByteView chunk = bytes.subspan(at, 12 + std::size_t{length});
            file.before.insert(file.before.end(), chunk.begin(), chunk.end());
        }
    }
    if (!file.cut || file.packed.empty() || file.bits == 0) return std::nullopt;
    file.before.insert(file.before.begin(), bytes.begin(), bytes.begin() + 8);
    return file;
}

std::vector<Pass> passesOf(const PngFile& file) {
    const auto row = [&](std::uint64_t pixels) { return (pixels * static_cast<std::uint64_t>(file.bits) + 7) / 8 + 1; };
    if (!file.interlaced) return {{file.height, row(file.width)}};
    constexpr int kX[] = {0, 4, 0, 2, 0, 1, 0}, kY[] = {0, 0, 4, 0, 2, 0, 1}, kStepX[] = {8, 8, 4, 4, 2, 2, 1}, kStepY[] = {8, 8, 8, 4, 4, 2, 2};
    std::vector<Pass> passes;
    for (int i = 0; i < 7; ++i) {
        const auto count = [](std::uint32_t size, int first, int step) -> std::uint64_t {
            return size > static_cast<std::uint32_t>(first) ? (size - static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(step) - 1) / static_cast<std::uint32_t>(step) : 0;
        };
        const std::uint64_t columns = count(file.width, kX[i], kStepX[i]), rows = count(file.height, kY[i], kStepY[i]);
        passes.push_back(columns == 0 ? Pass{} : Pass{rows, row(columns)});
    }
    return passes;
}

// Rows as they come out of one stream and go, whole ones only, into another.
class Rows {
  public:
    explicit Rows(std::vector<Pass> passes) : m_passes(std::move(passes)) {
        m_ready = deflateInit(&m_packer, Z_BEST_SPEED) == Z_OK;
        skipEmpty();
    }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows() {
        if (m_ready) deflateEnd(&m_packer);
    }
    bool done() const { return m_pass == m_passes.size(); }
    std::size_t pass() const { return m_pass; }
    std::uint64_t rows() const { return m_row; }
    void take(ByteView plain) {
        while (!plain.empty() && !done()) {
            const std::size_t wanted = static_cast<std::size_t>(m_passes[m_pass].rowBytes) - m_held.size();
            const std::size_t some = std::min(wanted, plain.size());
            m_held.insert(m_held.end(), plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(some));
            plain = plain.subspan(some);
            if (some == wanted) emitRow();
        }
    }
    // What is not there, as zeros; the packed whole.
    Bytes finish() {
        while (!done()) {
            m_held.assign(static_cast<std::size_t>(m_passes[m_pass].rowBytes), 0);
            emitRow();
        }
        pack({}, Z_FINISH);
        return std::move(m_packed);
    }
    bool ready() const { return m_ready; }

  private:
    void skipEmpty() {
        while (m_pass < m_passes.size() && m_passes[m_pass].rows == 0) ++m_pass;
    }
    void emitRow() {
        pack(m_held, Z_NO_FLUSH);
        m_held.clear();
        if (++m_row < m_passes[m_pass].rows) return;
        m_row = 0;
        ++m_pass;
        skipEmpty();
    }
    void pack(ByteView plain, int flush) {
        Bytes buffer(kBuffer);
        m_packer.next_in = const_cast<Bytef*>(plain.data());
        m_packer.avail_in = static_cast<uInt>(plain.size());
        do {
            m_packer.next_out = buffer.data();
            m_packer.avail_out = static_cast<uInt>(buffer.size());
            if (deflate(&m_packer, flush) == Z_STREAM_ERROR) return;
            m_packed.insert(m_packed.end(), buffer.begin(), buffer.end() - static_cast<std::ptrdiff_t>(m_packer.avail_out));
        } while (m_packer.avail_out == 0);
    }

    std::vector<Pass> m_passes;
    std::size_t m_pass = 0;
    std::uint64_t m_row = 0;
    Bytes m_held, m_packed;
    z_stream m_packer{};
    bool m_ready = false;
};

// False for data that is damaged, not only short.
bool unpackInto(Rows& rows, const std::vector<ByteView>& packed) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return false;
    Bytes buffer(kBuffer);
    int state = Z_OK;
    for (const ByteView part : packed) {
        stream.next_in = const_cast<Bytef*>(part.data());
        stream.avail_in = static_cast<uInt>(part.size());
        do {
            stream.next_out = buffer.data();
            stream.avail_out = static_cast<uInt>(buffer.size());
            state = inflate(&stream, Z_NO_FLUSH);
            rows.take(ByteView(buffer).first(buffer.size() - stream.avail_out));
        } while (state == Z_OK && !rows.done() && (stream.avail_in > 0 || stream.avail_out == 0));
        if (state != Z_OK && state != Z_BUF_ERROR) break;
    }
    inflateEnd(&stream);
    return state == Z_OK || state == Z_BUF_ERROR || state == Z_STREAM_END;
}

void addChunk(Bytes& file, std::string_view type, ByteView body) {
    ByteWriter chunk;
    chunk.u32(static_cast<std::uint32_t>(body.size()));
    chunk.raw(viewOf(type));
    chunk.raw(body);
    auto sum = crc32(0, reinterpret_cast<const Bytef*>(type.data()), 4);
    if (!body.empty()) sum = crc32(sum, body.data(), static_cast<uInt>(body.size()));  // of no buffer zlib gives the sum of nothing at all
    chunk.u32(static_cast<std::uint32_t>(sum));
    file.insert(file.end(), chunk.bytes().begin(), chunk.bytes().end());
}

}  // namespace

std::optional<RepairedPng> repairPng(ByteView bytes, const DecodeLimits& limits) {
    const auto file = readFile(bytes);
    if (!file || file->width > static_cast<std::uint32_t>(limits.maxSide) || file->height > static_cast<std::uint32_t>(limits.maxSide) ||
        std::int64_t{file->width} * file->height > limits.maxPixels || file->width == 0 || file->height == 0)
        return std::nullopt;
    Rows rows(passesOf(*file));
    if (!rows.ready() || !unpackInto(rows, file->packed)) return std::nullopt;
    RepairedPng repaired;
    repaired.wholeRows = rows.done() ? static_cast<int>(file->height) : static_cast<int>(rows.rows());
    if (file->interlaced && !rows.done()) {
        constexpr int kStep[] = {0, 8, 4, 4, 2, 2, 1}, kStepDown[] = {0, 8, 8, 4, 4, 2, 2};
        const std::size_t passes = rows.pass();
        if (passes == 0) return std::nullopt;
        repaired.wholeRows = static_cast<int>(file->height);
        repaired.step = kStep[passes];
        repaired.stepDown = kStepDown[passes];
    }
    if (repaired.wholeRows == 0) return std::nullopt;
    repaired.file = file->before;
    addChunk(repaired.file, "IDAT", rows.finish());
    addChunk(repaired.file, "IEND", {});
    return repaired;
}

}  // namespace cotejo::imaging::detail
