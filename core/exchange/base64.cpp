#include "core/exchange/base64.h"

#include <array>

namespace cotejo::exchange {

namespace {

constexpr std::uint8_t kNone = 0xff;

constexpr std::array<std::uint8_t, 256> valuesOfDigits() {
    std::array<std::uint8_t, 256> values{};
    values.fill(kNone);
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < kAlphabet.size(); ++i) values[static_cast<std::uint8_t>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
    values['-'] = 62;
    values['_'] = 63;
    return values;
}
constexpr auto kValues = valuesOfDigits();

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// Length of "data:...;base64," at the front; 0 when there is none.
std::size_t prefixLength(std::string_view text) {
    constexpr std::string_view kScheme = "data:", kCoding = ";base64,";
    constexpr std::size_t kLongest = 256;
    const auto begins = [&](std::string_view word, std::size_t at) {
        if (text.size() < at + word.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (lower(text[at + i]) != word[i]) return false;
        return true;
    };
    if (!begins(kScheme, 0)) return 0;
    const auto comma = text.substr(0, kLongest).find(',');
    if (comma == text.npos || comma + 1 < kScheme.size() + kCoding.size() || !begins(kCoding, comma + 1 - kCoding.size())) return 0;
    return comma + 1;
}

class Base64Reader {
  public:
    explicit Base64Reader(std::string_view text) : m_text(text) {}
    bool read(Base64Fault& fault);
    Base64Text take();

  private:
    /// A character that is no digit; false when it does not belong here at all.
    bool other(char c);
    bool percent();
    bool finish(Base64Fault& fault);
    void digit(std::uint32_t value) {
        m_bits = m_bits << 6 | value;
        if (++m_digits % 4 == 0) {
            m_result.bytes.push_back(static_cast<std::uint8_t>(m_bits >> 16));
            m_result.bytes.push_back(static_cast<std::uint8_t>(m_bits >> 8));
            m_result.bytes.push_back(static_cast<std::uint8_t>(m_bits));
            m_bits = 0;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Base64Text m_result;
    std::uint32_t m_bits = 0;
    std::size_t m_digits = 0;
    int m_padding = 0;
    bool m_prefix = false, m_breaks = false, m_url = false, m_escapes = false, m_unpadded = false;
};

bool Base64Reader::percent() {
    if (!m_prefix || m_at + 2 >= m_text.size()) return false;
    const auto code = fromHex(m_text.substr(m_at + 1, 2));
    if (!code || code->front() == '%') return false;
    const char c = static_cast<char>(code->front());
    m_at += 2;
    m_escapes = true;
    if (const auto value = kValues[code->front()]; value != kNone && m_padding == 0) {
        digit(value);
        return true;
    }
    return other(c);
}

bool Base64Reader::other(char c) {
    switch (c) {
        case '\r':
        case '\n':
        case ' ':
        case '\t':
            m_breaks = true;
            return true;
        case '=':
            return ++m_padding <= 2;
        case '%':
            return percent();
        case '\\': {
            if (m_at + 1 >= m_text.size()) return false;
            const char next = m_text[m_at + 1];
            if (next == '/') {
                m_escapes = true;  // the slash itself comes next
                return true;
            }
            if (next != 'n' && next != 'r' && next != 't') return false;
            ++m_at;
            return m_escapes = true;
        }
        default:
            return false;
    }
}

bool Base64Reader::finish(Base64Fault& fault) {
    const std::size_t rest = m_digits % 4;
    fault = {m_text.size(), "the text ends inside a byte"};
    if (rest == 1) return false;
    if (rest == 0) {
        fault.what = "there is padding where none belongs";
        return m_padding == 0;
    }
    const int wanted = rest == 2 ? 2 : 1;
    m_unpadded = m_padding == 0;
    if (m_padding != 0 && m_padding != wanted) {
        fault.what = "the padding is not complete";
        return false;
    }
    // Bits that belong to no byte are zero in every whole text; others are left of a cut.
    if ((m_bits & (rest == 2 ? 0xfu : 0x3u)) != 0) return false;
    if (rest == 2) {
        m_result.bytes.push_back(static_cast<std::uint8_t>(m_bits >> 4));
    } else {
        m_result.bytes.push_back(static_cast<std::uint8_t>(m_bits >> 10));
        m_result.bytes.push_back(static_cast<std::uint8_t>(m_bits >> 2));
    }
    return true;
}

bool Base64Reader::read(Base64Fault& fault) {
    m_at = prefixLength(m_text);
    m_prefix = m_at > 0;
    m_result.bytes.reserve((m_text.size() - m_at) / 4 * 3 + 3);
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        const std::uint8_t value = kValues[static_cast<std::uint8_t>(c)];
        fault.at = m_at;
        if (value != kNone) {
            fault.what = "there are digits after the padding";
            if (m_padding > 0) return false;
            m_url = m_url || c == '-' || c == '_';
            digit(value);
        } else if (!other(c)) {
            fault.what = c == '=' ? "there is too much padding" : "a character stands there that is no digit of base64";
            return false;
        }
    }
    return finish(fault);
}

Base64Text Base64Reader::take() {
    const std::pair<bool, const char*> departures[] = {{m_prefix, "a data: prefix"},
                                                       {m_breaks, "line breaks or blanks"},
                                                       {m_url, "the alphabet for URLs"},
                                                       {m_escapes, "characters escaped twice"},
                                                       {m_unpadded, "no padding"}};
    for (const auto& [is, words] : departures)
        if (is) m_result.dialect += (m_result.dialect.empty() ? "" : ", ") + std::string(words);
    return std::move(m_result);
}

}  // namespace

std::optional<Base64Text> readBase64(std::string_view text, Base64Fault* fault) {
    Base64Fault place;
    Base64Reader reader(text);
    const bool whole = reader.read(place);
    if (!whole && fault != nullptr) *fault = place;
    return whole ? std::optional(reader.take()) : std::nullopt;
}

}  // namespace cotejo::exchange
