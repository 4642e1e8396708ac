#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"

namespace cotejo::exchange {

/// One tag of a TIFF directory, its value inside of the bytes.
struct TiffEntry {
    std::uint32_t tag = 0;
    std::uint32_t type = 0;
    std::uint32_t count = 0;
    std::size_t at = 0;    ///< of the value
    std::size_t size = 0;  ///< of the value, bytes
};

struct TiffDirectory {
    std::vector<TiffEntry> entries;  ///< those whose values lie inside of the bytes
    std::size_t outside = 0;         ///< entries left out because theirs do not
    std::size_t next = 0;            ///< where the next directory says it begins; 0 for none
    const TiffEntry* entry(std::uint32_t tag) const {
        for (const TiffEntry& each : entries)
            if (each.tag == tag) return &each;
        return nullptr;
    }
};

/// Reads of a TIFF file, an EXIF block or an MP index, which share one shape. Holds the bytes' view only.
class TiffView {
  public:
    /// Nothing for bytes that do not begin with a TIFF header.
    static std::optional<TiffView> open(ByteView bytes);
    std::size_t first() const { return u32(4); }
    /// Nothing where the directory is not whole, or has more than 4,096 entries.
    std::optional<TiffDirectory> directory(std::size_t at) const;
    /// Whole numbers (BYTE, SHORT, LONG); 0 for other types and indices beyond the count.
    std::uint32_t number(const TiffEntry& entry, std::size_t index = 0) const;
    /// Text up to its first zero, UTF-8, at most 256 bytes.
    std::string text(const TiffEntry& entry) const;
    ByteView value(const TiffEntry& entry) const { return m_bytes.subspan(entry.at, entry.size); }
    bool bigEndian() const { return m_bigEndian; }
    std::uint32_t u16(std::size_t at) const {
        return m_bigEndian ? m_bytes[at] << 8 | m_bytes[at + 1] : m_bytes[at + 1] << 8 | m_bytes[at];
    }
    std::uint32_t u32(std::size_t at) const { return m_bigEndian ? u16(at) << 16 | u16(at + 2) : u16(at + 2) << 16 | u16(at); }

  private:
    TiffView(ByteView bytes, bool bigEndian) : m_bytes(bytes), m_bigEndian(bigEndian) {}
    bool has(std::size_t at, std::size_t count) const { return at <= m_bytes.size() && count <= m_bytes.size() - at; }

    ByteView m_bytes;
    bool m_bigEndian;
};

}  // namespace cotejo::exchange
