#include "core/exchange/json_object.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace cotejo::exchange {

JsonObject::JsonObject(Json object, std::string pointer, std::string format, ValidationReport& report)
    : m_object(std::move(object)), m_pointer(std::move(pointer)), m_format(std::move(format)), m_report(report) {}

std::string JsonObject::pointerTo(std::string_view key) const {
    std::string pointer = m_pointer + "/";
    for (const char c : key) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
    return pointer;
}

void JsonObject::find(Severity severity, const char* key, const char* rule, std::string detail) {
    m_report.add({severity, "", key == nullptr ? m_pointer : pointerTo(key), m_format + "." + rule, std::move(detail), {}});
}

std::optional<Json> JsonObject::take(const char* key, bool (*fits)(const Json&), const char* wanted) {
    const auto at = m_object.find(key);
    if (at == m_object.end() || at->is_null()) return std::nullopt;
    if (!fits(*at)) {
        find(Severity::Warning, key, "type",
             std::string("This is no ") + wanted + "; it is kept as it came and not used. Ask the sender to correct it.");
        return std::nullopt;
    }
    Json value = std::move(*at);
    m_object.erase(at);
    return value;
}

std::string JsonObject::text(const char* key) {
    const auto at = m_object.find(key);
    if (at != m_object.end() && *at == "") return {};  // means nothing, and stays as it is
    const auto value = take(key, [](const Json& v) { return v.is_string(); }, "text");
    return value ? value->get<std::string>() : std::string();
}

std::string JsonObject::textOrNumber(const char* key) {
    const auto at = m_object.find(key);
    if (at == m_object.end() || !at->is_number_integer()) return text(key);
    std::string digits = at->dump();
    m_object.erase(at);
    return digits;
}

std::optional<int> JsonObject::whole(const char* key) {
    const auto value = take(
        key,
        [](const Json& v) {
            // "-0" is read as a signed number.
            return v.is_number_unsigned() ? v.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<int>::max()}
                                          : v.is_number_integer() && v.get<std::int64_t>() == 0;
        },
        "whole number");
    return value ? std::optional(value->get<int>()) : std::nullopt;
}

std::optional<double> JsonObject::number(const char* key) {
    const auto value = take(key, [](const Json& v) { return v.is_number(); }, "number");
    return value ? std::optional(value->get<double>()) : std::nullopt;
}

std::optional<Json> JsonObject::object(const char* key) {
    return take(key, [](const Json& v) { return v.is_object(); }, "object");
}

std::optional<Json> JsonObject::array(const char* key) {
    const auto at = m_object.find(key);
    if (at != m_object.end() && at->is_array() && at->empty()) return std::nullopt;  // stays as it is
    // A list with something else among its objects is kept whole: taking half of it would lose the order.
    return take(
        key,
        [](const Json& v) { return v.is_array() && std::all_of(v.begin(), v.end(), [](const Json& e) { return e.is_object(); }); },
        "list of objects");
}

bool JsonObject::has(const char* key) const {
    return m_object.contains(key);
}

void JsonObject::noteUnknown(std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : m_object.items())
        if (!value.is_null() && std::find(known.begin(), known.end(), key) == known.end())
            find(Severity::Note, key.c_str(), "unknown", "The format has no such member; it is kept and goes out as it came.");
}

void put(Json& object, const char* key, const std::string& text) {
    if (!text.empty()) object[key] = text;
}

bool looksLikeJson(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != text.npos && (text[first] == '{' || text[first] == '[');
}

}  // namespace cotejo::exchange
