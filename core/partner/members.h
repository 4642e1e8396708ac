#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/time.h"
#include "core/record/code.h"

/// For the readers of this room only.
namespace cotejo::partner {

/// "2026-11-16T15:14:22Z", with milliseconds only where there are some.
std::string isoText(UtcTime time);
std::optional<UtcTime> isoTime(std::string_view text);
/// One line of words: valid length, no control characters.
bool isLine(std::string_view text, std::size_t least, std::size_t most);

/// Reads an object of which every member is known and of its type. Remembers the first place (a JSON pointer) where it is not so.
class Members {
  public:
    Members(const Json& object, std::string pointer) : m_object(object), m_pointer(std::move(pointer)) {
        if (!object.is_object()) wrong("", "is no object");
    }

    std::string text(std::string_view key, std::size_t least, std::size_t most);
    std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
    bool boolean(std::string_view key);
    UtcTime time(std::string_view key);
    template <class T>
    T id(std::string_view key) {
        const auto written = text(key, 1, 200);
        const auto value = T::fromText(written);
        if (!value || value->text() != written) wrong(key, "is no identifier in lower-case hexadecimal");
        return value.value_or(T{});
    }
    template <class Enum>
    Enum code(std::string_view key) {
        const auto value = record::fromCode<Enum>(text(key, 0, 100));
        if (!value) wrong(key, "has a code that is not known");
        return value.value_or(Enum{});
    }
    const Json& list(std::string_view key, std::size_t least, std::size_t most);
    const Json& object(std::string_view key);
    /// Codes of a list, each once.
    template <class Enum>
    std::vector<Enum> codes(std::string_view key, std::size_t least, std::size_t most) {
        std::vector<Enum> all;
        for (const auto& each : list(key, least, most)) {
            const auto value = each.is_string() ? record::fromCode<Enum>(each.template get_ref<const std::string&>()) : std::nullopt;
            if (!value)
                wrong(key, "has a code that is not known");
            else if (std::ranges::find(all, *value) != all.end())
                wrong(key, "has a code twice");
            else
                all.push_back(*value);
        }
        return all;
    }
    bool has(std::string_view key) const { return m_object.is_object() && m_object.contains(key); }
    /// Any member, whatever it is; null where it is missing.
    const Json& any(std::string_view key);

    std::string place(std::string_view key) const { return m_pointer + "/" + std::string(key); }
    void wrong(std::string_view key, std::string_view what) {
        if (m_wrong.empty()) m_wrong = (key.empty() ? (m_pointer.empty() ? "the whole" : m_pointer) : place(key)) + " " + std::string(what);
    }
    /// The first thing that is wrong, members that nobody read included; empty when nothing is.
    std::string problem();

  private:
    const Json& m_object;
    std::string m_pointer;
    std::set<std::string, std::less<>> m_read;
    std::string m_wrong;
};

}  // namespace cotejo::partner
