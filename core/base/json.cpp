#include "core/base/json.h"

#include <set>

#include "core/base/errors.h"

namespace cotejo {

Result<Json> parseJson(std::string_view text, std::string_view what, std::size_t maxBytes, int maxDepth) {
    const std::string source(what);
    if (text.size() > maxBytes)
        return fail(base::kTooLarge, source + " is " + std::to_string(text.size()) + " bytes of JSON; at most " +
                                         std::to_string(maxBytes) + " are read");
    std::string problem;
    std::vector<std::set<std::string>> keys;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
        using Event = Json::parse_event_t;
        if (depth >= maxDepth && (event == Event::object_start || event == Event::array_start) && problem.empty())
            problem = "is nested deeper than " + std::to_string(maxDepth) + " levels";
        if (event == Event::object_start) keys.emplace_back();
        if (event == Event::object_end && !keys.empty()) keys.pop_back();
        if (event == Event::key && !keys.empty() && !keys.back().insert(value.get<std::string>()).second && problem.empty())
            problem = "has a key twice in one object";
        return problem.empty();
    };
    try {
        auto value = Json::parse(text.begin(), text.end(), watch);
        if (problem.empty()) return value;
    } catch (const Json::exception& error) {
        problem = std::string("is not JSON: ") + error.what();
    }
    return fail(base::kMalformed, source + " " + problem);
}

std::string canonicalJson(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

namespace {

const Json* find(const Json& object, std::string_view key) {
    if (!object.is_object()) return nullptr;
    const auto at = object.find(key);
    return at == object.end() ? nullptr : &*at;
}

}  // namespace

std::optional<std::string> textAt(const Json& object, std::string_view key) {
    const auto* value = find(object, key);
    return value && value->is_string() ? std::optional(value->get<std::string>()) : std::nullopt;
}

std::optional<std::int64_t> integerAt(const Json& object, std::string_view key) {
    const auto* value = find(object, key);
    return value && value->is_number_integer() ? std::optional(value->get<std::int64_t>()) : std::nullopt;
}

std::optional<double> numberAt(const Json& object, std::string_view key) {
    const auto* value = find(object, key);
    return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

std::optional<bool> boolAt(const Json& object, std::string_view key) {
    const auto* value = find(object, key);
    return value && value->is_boolean() ? std::optional(value->get<bool>()) : std::nullopt;
}

}  // namespace cotejo
