#include "core/store/blob_file.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "core/base/file.h"
#include "core/store/errors.h"

namespace cotejo::store {
namespace {

constexpr std::array<std::uint8_t, 5> kMagic{'C', 'T', 'J', 'B', 1};
constexpr std::size_t kChunk = 64u << 10;
constexpr std::size_t kTag = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

}  // namespace

Status writeBlobFile(const std::filesystem::path& path, const Secret& key, ByteView plain, ByteView associated) {
    Bytes out(kMagic.begin(), kMagic.end());
    out.reserve(kMagic.size() + kHeader + plain.size() + (plain.size() / kChunk + 1) * kTag);
    out.resize(kMagic.size() + kHeader);
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, out.data() + kMagic.size(), key.data());
    std::size_t at = 0;
    do {
        const std::size_t size = std::min(kChunk, plain.size() - at);
        const bool last = at + size == plain.size();
        const ByteView bound = at == 0 ? associated : ByteView();
        const std::size_t start = out.size();
        out.resize(start + size + kTag);
        crypto_secretstream_xchacha20poly1305_push(&state, out.data() + start, nullptr, plain.data() + at, size, bound.data(),
                                                   bound.size(),
                                                   last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                        : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        at += size;
    } while (at < plain.size());
    sodium_memzero(&state, sizeof state);
    return writeFileAtomically(path, out, 0600);
}

Result<Bytes> readBlobFile(const std::filesystem::path& path, const Secret& key, ByteView associated) {
    COTEJO_TRY_ASSIGN(const auto sealed, readFile(path));
    const auto damaged = [&] {
        return fail(kCorrupt, "attachment file " + path.filename().string() +
                                  " is damaged. It was not changed: keep it, and restore a copy or sync again.",
                    {{"file", path.filename().string()}});
    };
    if (sealed.size() < kMagic.size() + kHeader + kTag || !std::equal(kMagic.begin(), kMagic.end(), sealed.begin()))
        return damaged();
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, sealed.data() + kMagic.size(), key.data()) != 0) return damaged();
    Bytes plain;
    plain.reserve(sealed.size());
    bool finished = false;
    for (std::size_t at = kMagic.size() + kHeader; at < sealed.size();) {
        const std::size_t size = std::min(kChunk + kTag, sealed.size() - at);
        if (size < kTag || finished) return damaged();
        const ByteView bound = plain.empty() ? associated : ByteView();
        const std::size_t start = plain.size();
        plain.resize(start + size - kTag);
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&state, plain.data() + start, nullptr, &tag, sealed.data() + at, size,
                                                       bound.data(), bound.size()) != 0)
            return damaged();
        finished = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        at += size;
    }
    if (!finished) return damaged();
    return plain;
}

}  // namespace cotejo::store
