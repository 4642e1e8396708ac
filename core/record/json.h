#pragma once

#include <optional>
#include <set>
#include <stdexcept>

#include "core/base/json.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/record/code.h"

/// How ids, times, hashes and coded enums stand in JSON bodies: lower-case hex, ISO 8601 UTC, and their codes. Reading a wrong
/// value throws nlohmann's or std::invalid_argument; readers of foreign bodies catch it (see readAct).
namespace nlohmann {

template <class Tag, std::size_t N>
struct adl_serializer<cotejo::FixedBytes<Tag, N>> {
    static void to_json(json& out, const cotejo::FixedBytes<Tag, N>& value) { out = value.text(); }
    static void from_json(const json& in, cotejo::FixedBytes<Tag, N>& value) {
        const auto parsed = cotejo::FixedBytes<Tag, N>::fromText(in.get_ref<const std::string&>());
        if (!parsed) throw std::invalid_argument("not an identifier of " + std::to_string(N) + " bytes");
        value = *parsed;
    }
};

template <class Tag>
struct adl_serializer<cotejo::Id<Tag>> {
    static void to_json(json& out, const cotejo::Id<Tag>& value) { out = value.text(); }
    static void from_json(const json& in, cotejo::Id<Tag>& value) {
        const auto parsed = cotejo::Id<Tag>::fromText(in.get_ref<const std::string&>());
        if (!parsed) throw std::invalid_argument("not an identifier");
        value = *parsed;
    }
};

template <>
struct adl_serializer<cotejo::UtcTime> {
    static void to_json(json& out, const cotejo::UtcTime& value) { out = cotejo::toMillis(value); }
    static void from_json(const json& in, cotejo::UtcTime& value) { value = cotejo::fromMillis(in.get<std::int64_t>()); }
};

template <class T>
struct adl_serializer<std::optional<T>> {
    static void to_json(json& out, const std::optional<T>& value) {
        if (value)
            out = *value;
        else
            out = nullptr;
    }
    static void from_json(const json& in, std::optional<T>& value) {
        if (in.is_null())
            value.reset();
        else
            value = in.get<T>();
    }
};

template <class Enum>
    requires(std::is_enum_v<Enum> && !std::is_same_v<decltype(cotejo::record::codes<Enum>), const std::nullptr_t>)
struct adl_serializer<Enum> {
    static void to_json(json& out, const Enum& value) { out = cotejo::record::codeOf(value); }
    static void from_json(const json& in, Enum& value) {
        const auto parsed = cotejo::record::fromCode<Enum>(in.get_ref<const std::string&>());
        if (!parsed) throw std::invalid_argument("unknown code " + in.get<std::string>());
        value = *parsed;
    }
};

}  // namespace nlohmann
