#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"

namespace cotejo::exchange::wsq {

// Symbols of the entropy code (IAFIS-IC-0110, table of Huffman input symbols).
inline constexpr int kLongestRun = 100;  // 1 to 100: as many zeros
inline constexpr int kPositive8 = 101;   // a positive coefficient in the next 8 bits
inline constexpr int kNegative8 = 102;
inline constexpr int kPositive16 = 103;
inline constexpr int kNegative16 = 104;
inline constexpr int kRun8 = 105;  // zeros, counted in the next 8 bits
inline constexpr int kRun16 = 106;
inline constexpr int kZeroPoint = 180;  // 107 to 254: coefficients -73 to 74
inline constexpr int kSmallest = -73;
inline constexpr int kLargest = 74;

/// The two lists that define a canonical code: how many codes of each length, and the symbols in order of
/// codes.
struct HuffmanTable {
    std::array<std::uint8_t, 16> counts{};
    std::vector<std::uint8_t> symbols;
};

/// Optimal lengths for these frequencies (index = symbol, below 255), at most 16 bits, the code of all ones
/// left free.
HuffmanTable huffmanFor(const std::array<std::uint32_t, 256>& frequencies);

struct HuffmanCode {
    std::uint32_t bits = 0;
    int length = 0;  // 0: no code
};
std::array<HuffmanCode, 256> codesOf(const HuffmanTable& table);

/// Finds symbols of a code in at most two look-ups.
class HuffmanDecoder {
  public:
    /// False when the lists describe no prefix code.
    bool set(const HuffmanTable& table);
    bool isSet() const { return m_set; }
    struct Found {
        int symbol = -1;
        int length = 0;  // 0: no code begins like this
    };
    /// `window` holds the next 16 bits, most significant first.
    Found find(std::uint32_t window) const {
        const Entry entry = m_short[window >> (16 - kShort)];
        if (entry.length > 0) return {entry.symbol, entry.length};
        return findLong(window);
    }

  private:
    static constexpr int kShort = 11;
    struct Entry {
        std::uint8_t symbol = 0;
        std::uint8_t length = 0;
    };
    Found findLong(std::uint32_t window) const;

    bool m_set = false;
    std::array<Entry, 1 << kShort> m_short{};
    std::array<std::uint32_t, 17> m_end{};    // first 16-bit window beyond the codes of a length
    std::array<std::uint32_t, 17> m_first{};  // first code of a length
    std::array<int, 17> m_index{};            // its symbol's place
    std::vector<std::uint8_t> m_symbols;
};

}  // namespace cotejo::exchange::wsq
