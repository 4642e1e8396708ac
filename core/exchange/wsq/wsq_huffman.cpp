#include "core/exchange/wsq/wsq_huffman.h"

#include <algorithm>
#include <queue>

namespace cotejo::exchange::wsq {

namespace {

constexpr int kReserved = 256;  // stands for the code of all ones, which no symbol may have

// Depths of an optimal binary tree over the symbols that occur.
std::vector<std::pair<int, int>> depths(const std::array<std::uint32_t, 256>& frequencies) {
    struct Item {
        std::uint64_t weight;
        int order;
        int node;
        bool operator>(const Item& other) const {
            return weight != other.weight ? weight > other.weight : order > other.order;
        }
    };
    std::vector<int> parent;
    std::vector<int> symbols;
    std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
    const auto leaf = [&](int symbol, std::uint64_t weight) {
        queue.push({weight, symbol, static_cast<int>(parent.size())});
        parent.push_back(-1);
        symbols.push_back(symbol);
    };
    // The lightest of all, so that it ends up with the longest code.
    leaf(kReserved, 0);
    for (int symbol = 0; symbol < 256; ++symbol)
        if (frequencies[static_cast<std::size_t>(symbol)] > 0)
            leaf(symbol, frequencies[static_cast<std::size_t>(symbol)]);
    while (queue.size() > 1) {
        const Item a = queue.top();
        queue.pop();
        const Item b = queue.top();
        queue.pop();
        const int node = static_cast<int>(parent.size());
        parent.push_back(-1);
        parent[static_cast<std::size_t>(a.node)] = parent[static_cast<std::size_t>(b.node)] = node;
        queue.push({a.weight + b.weight, 1000 + node, node});
    }
    std::vector<std::pair<int, int>> result;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        int depth = 0;
        for (int node = static_cast<int>(i); parent[static_cast<std::size_t>(node)] >= 0;
             node = parent[static_cast<std::size_t>(node)])
            ++depth;
        result.emplace_back(std::max(depth, 1), symbols[i]);
    }
    return result;
}

}  // namespace

HuffmanTable huffmanFor(const std::array<std::uint32_t, 256>& frequencies) {
    auto lengths = depths(frequencies);
    int deepest = 0;
    for (const auto& [length, symbol] : lengths)
        deepest = std::max(deepest, length);
    std::vector<int> counts(static_cast<std::size_t>(std::max(deepest, 16)) + 1);
    for (const auto& [length, symbol] : lengths)
        ++counts[static_cast<std::size_t>(length)];
    // Codes of more than 16 bits: a pair of them becomes one code a bit shorter, and a shorter code makes
    // room for the other.
    for (std::size_t i = counts.size() - 1; i > 16; --i)
        while (counts[i] > 0) {
            std::size_t j = i - 2;
            while (counts[j] == 0)
                --j;
            counts[i] -= 2;
            ++counts[i - 1];
            counts[j + 1] += 2;
            --counts[j];
        }
    std::size_t longest = 16;
    while (counts[longest] == 0)
        --longest;
    --counts[longest];
    std::sort(lengths.begin(), lengths.end(), [](const auto& a, const auto& b) {
        // The reserved one last among the longest; otherwise by length, then symbol.
        if ((a.second == kReserved) != (b.second == kReserved)) return b.second == kReserved;
        return a < b;
    });
    HuffmanTable table;
    for (std::size_t i = 1; i <= 16; ++i)
        table.counts[i - 1] = static_cast<std::uint8_t>(counts[i]);
    for (const auto& [length, symbol] : lengths)
        if (symbol != kReserved) table.symbols.push_back(static_cast<std::uint8_t>(symbol));
    return table;
}

std::array<HuffmanCode, 256> codesOf(const HuffmanTable& table) {
    std::array<HuffmanCode, 256> codes{};
    std::uint32_t code = 0;
    std::size_t next = 0;
    for (int length = 1; length <= 16; ++length) {
        for (int i = 0; i < table.counts[static_cast<std::size_t>(length - 1)] && next < table.symbols.size();
             ++i)
            codes[table.symbols[next++]] = {code++, length};
        code <<= 1;
    }
    return codes;
}

bool HuffmanDecoder::set(const HuffmanTable& table) {
    m_symbols = table.symbols;
    m_short.fill({});
    m_set = false;
    std::uint32_t code = 0;
    int next = 0;
    for (int length = 1; length <= 16; ++length) {
        const auto l = static_cast<std::size_t>(length);
        const std::uint32_t count = table.counts[l - 1];
        m_first[l] = code;
        m_index[l] = next;
        if (code + count > (1u << length)) return false;
        if (length <= kShort)
            for (std::uint32_t i = 0; i < count; ++i) {
                const std::uint32_t begin = (code + i) << (kShort - length);
                const auto place = static_cast<std::size_t>(next) + i;
                if (place >= m_symbols.size()) return false;
                std::fill_n(m_short.begin() + begin, 1u << (kShort - length),
                            Entry{m_symbols[place], static_cast<std::uint8_t>(length)});
            }
        next += static_cast<int>(count);
        code += count;
        m_end[l] = code << (16 - length);
        code <<= 1;
    }
    m_set = next > 0 && static_cast<std::size_t>(next) == m_symbols.size();
    return m_set;
}

HuffmanDecoder::Found HuffmanDecoder::findLong(std::uint32_t window) const {
    for (int length = kShort + 1; length <= 16; ++length) {
        const auto l = static_cast<std::size_t>(length);
        if (window >= m_end[l]) continue;
        const std::uint32_t place = (window >> (16 - length)) - m_first[l];
        return {m_symbols[static_cast<std::size_t>(m_index[l]) + place], length};
    }
    return {};
}

}  // namespace cotejo::exchange::wsq
