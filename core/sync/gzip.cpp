#include "core/sync/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "core/base/errors.h"

namespace cotejo::sync {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib.h: add 16 for the gzip format

}  // namespace

Bytes gzip(ByteView plain) {
    z_stream stream{};
    const int ready = ::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY);
    assert(ready == Z_OK);
    (void)ready;
    Bytes packed(::deflateBound(&stream, plain.size()));
    stream.next_in = const_cast<Bytef*>(plain.data());
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    const int done = ::deflate(&stream, Z_FINISH);
    assert(done == Z_STREAM_END);
    (void)done;
    packed.resize(stream.total_out);
    ::deflateEnd(&stream);
    return packed;
}

Result<Bytes> gunzip(ByteView packed, std::size_t cap) {
    z_stream stream{};
    if (::inflateInit2(&stream, kGzipWindow) != Z_OK) return fail(base::kInternal, "zlib could not start");
    stream.next_in = const_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    Bytes plain;
    std::array<std::uint8_t, 64 * 1024> piece;
    int state = Z_OK;
    while (state == Z_OK && plain.size() <= cap) {
        stream.next_out = piece.data();
        stream.avail_out = static_cast<uInt>(piece.size());
        state = ::inflate(&stream, Z_NO_FLUSH);
        plain.insert(plain.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(piece.size() - stream.avail_out));
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0;
    ::inflateEnd(&stream);
    if (plain.size() > cap)
        return fail(base::kTooLarge, "a compressed body grows above " + std::to_string(cap) + " bytes");
    if (!whole) return fail(base::kMalformed, "a body is not one whole gzip stream");
    return plain;
}

}  // namespace cotejo::sync
