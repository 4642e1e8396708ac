#include "core/base/bytes.h"

#include <sodium.h>

namespace cotejo {

std::string toHex(ByteView bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 15]);
    }
    return text;
}

std::optional<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    const auto value = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = value(text[i]);
        const int low = value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

std::string toBase64(ByteView bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // sodium's terminating zero
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text) {
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size())
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

void ByteWriter::u16(std::uint16_t value) {
    const std::uint8_t bytes[] = {static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
    raw(bytes);
}

void ByteWriter::u32(std::uint32_t value) {
    std::uint8_t bytes[4];
    for (int i = 0; i < 4; ++i) bytes[i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
    raw(bytes);
}

void ByteWriter::u64(std::uint64_t value) {
    std::uint8_t bytes[8];
    for (int i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(value >> (56 - 8 * i));
    raw(bytes);
}

void ByteWriter::field(ByteView bytes) {
    u32(static_cast<std::uint32_t>(bytes.size()));
    raw(bytes);
}

ByteView ByteReader::raw(std::size_t count) {
    if (m_failed || count > left()) {
        m_failed = true;
        return {};
    }
    const auto view = m_bytes.subspan(m_at, count);
    m_at += count;
    return view;
}

std::uint8_t ByteReader::u8() {
    const auto view = raw(1);
    return view.empty() ? 0 : view[0];
}

std::uint16_t ByteReader::u16() {
    const auto high = u8();
    return static_cast<std::uint16_t>(high << 8 | u8());
}

std::uint32_t ByteReader::u32() {
    const std::uint32_t high = u16();
    return high << 16 | u16();
}

std::uint64_t ByteReader::u64() {
    const std::uint64_t high = u32();
    return high << 32 | u32();
}

ByteView ByteReader::field(std::size_t cap) {
    const auto length = u32();
    if (length > cap) m_failed = true;
    return raw(length);
}

}  // namespace cotejo
