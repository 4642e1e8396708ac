#pragma once

#include <sodium.h>

#include <array>
#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

namespace cotejo::match {

/// Rows of equal length that need not stay in memory, in a file without a name. Each row is enciphered and
/// authenticated (XChaCha20-Poly1305) with a key that only this object has, so the bytes on disk mean nothing
/// to others, nor to anybody once it is gone. Row numbers, which are the nonces, are never used twice. `put`
/// and `erase` one thread at a time; `get` any thread.
class SealedRows {
  public:
    /// Errors: E_NOT_WRITABLE when the folder cannot hold the file.
    static Result<SealedRows> create(const std::filesystem::path& folder, std::size_t rowBytes);
    SealedRows(SealedRows&& other) noexcept;
    SealedRows& operator=(SealedRows&&) = delete;
    ~SealedRows();

    /// The number of the new row. Errors: E_NOT_WRITABLE, E_TOO_LARGE after 2^32 rows.
    Result<std::uint32_t> put(const std::int8_t* row);
    /// Errors: E_NOT_READABLE when the row was erased, was changed or cannot be read.
    Status get(std::uint32_t number, std::int8_t* row) const;
    /// Gives the row's place on disk back.
    void erase(std::uint32_t number);

  private:
    using Nonce = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES>;
    SealedRows(int file, std::size_t rowBytes);
    std::size_t sealedBytes() const { return m_rowBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES; }
    static Nonce nonceOf(std::uint32_t number);

    int m_file = -1;
    std::size_t m_rowBytes = 0;
    std::uint64_t m_next = 0;
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> m_key{};
};

}  // namespace cotejo::match
