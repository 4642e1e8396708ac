#include "core/partner/members.h"

#include <algorithm>

namespace cotejo::partner {

std::string isoText(UtcTime time) {
    auto text = toIso(time);
    if (text.ends_with(".000Z")) text.replace(text.size() - 5, 5, "Z");
    return text;
}

std::optional<UtcTime> isoTime(std::string_view text) {
    const auto time = fromIso(text);
    return time && isoText(*time) == text ? time : std::nullopt;
}

bool isLine(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most && std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

const Json& Members::any(std::string_view key) {
    static const Json nothing;
    m_read.emplace(key);
    if (!has(key)) {
        wrong(key, "is missing");
        return nothing;
    }
    return m_object.at(std::string(key));
}

std::string Members::text(std::string_view key, std::size_t least, std::size_t most) {
    const auto& value = any(key);
    if (!value.is_string()) return wrong(key, "is no text"), std::string();
    const auto& text = value.get_ref<const std::string&>();
    if (!isLine(text, least, most)) return wrong(key, "is no text of one line, " + std::to_string(least) + " to " + std::to_string(most) + " bytes"), std::string();
    return text;
}

std::int64_t Members::integer(std::string_view key, std::int64_t least, std::int64_t most) {
    const auto& value = any(key);
    const bool whole = value.is_number_integer() && (!value.is_number_unsigned() || value.get<std::uint64_t>() <= INT64_MAX);
    const auto number = whole ? value.get<std::int64_t>() : least;
    if (!whole || number < least || number > most) return wrong(key, "is no whole number from " + std::to_string(least) + " to " + std::to_string(most)), least;
    return number;
}

bool Members::boolean(std::string_view key) {
    const auto& value = any(key);
    if (!value.is_boolean()) return wrong(key, "is neither true nor false"), false;
    return value.get<bool>();
}

UtcTime Members::time(std::string_view key) {
    const auto value = isoTime(text(key, 20, 24));
    if (!value) wrong(key, "is no time as 2026-11-16T15:14:22Z");
    return value.value_or(UtcTime{});
}

const Json& Members::list(std::string_view key, std::size_t least, std::size_t most) {
    static const Json nothing = Json::array();
    const auto& value = any(key);
    if (!value.is_array() || value.size() < least || value.size() > most)
        return wrong(key, "is no list of " + std::to_string(least) + " to " + std::to_string(most)), nothing;
    return value;
}

const Json& Members::object(std::string_view key) {
    static const Json nothing = Json::object();
    const auto& value = any(key);
    if (!value.is_object()) return wrong(key, "is no object"), nothing;
    return value;
}

std::string Members::problem() {
    if (m_wrong.empty() && m_object.is_object())
        for (const auto& [key, value] : m_object.items())
            if (!m_read.contains(key)) wrong(key.size() <= 100 ? key : key.substr(0, 100), "is a member that is not known");
    return m_wrong;
}

}  // namespace cotejo::partner
