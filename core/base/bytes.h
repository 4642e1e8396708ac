#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView viewOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view textOf(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes bytesOf(std::string_view text) { return {text.begin(), text.end()}; }

/// Lower-case hexadecimal.
std::string toHex(ByteView bytes);
/// Nothing if the text is not an even number of hexadecimal digits.
std::optional<Bytes> fromHex(std::string_view text);
/// RFC 4648 base64 with padding.
std::string toBase64(ByteView bytes);
std::optional<Bytes> fromBase64(std::string_view text);

/// Appends length-prefixed or fixed-width big-endian fields: the canonical form of everything that is hashed or signed.
class ByteWriter {
  public:
    void u8(std::uint8_t value) { m_bytes.push_back(value); }
    void u16(std::uint16_t value);
    void u32(std::uint32_t value);
    void u64(std::uint64_t value);
    void raw(ByteView bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }
    /// u32 length, then the bytes.
    void field(ByteView bytes);
    void field(std::string_view text) { field(viewOf(text)); }
    void reserve(std::size_t size) { m_bytes.reserve(size); }
    const Bytes& bytes() const { return m_bytes; }
    Bytes take() { return std::move(m_bytes); }

  private:
    Bytes m_bytes;
};

/// The other way round. After any read past the end `failed()` is true for good and values are zero or empty.
class ByteReader {
  public:
    explicit ByteReader(ByteView bytes) : m_bytes(bytes) {}
    std::uint8_t u8();
    std::uint16_t u16();
    std::uint32_t u32();
    std::uint64_t u64();
    /// A view into the bytes given to the constructor.
    ByteView raw(std::size_t count);
    ByteView field(std::size_t cap = SIZE_MAX);
    std::size_t left() const { return m_bytes.size() - m_at; }
    std::size_t position() const { return m_at; }
    bool failed() const { return m_failed; }

  private:
    ByteView m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

}  // namespace cotejo
