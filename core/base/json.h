#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cotejo {

using Json = nlohmann::json;

/// Parses foreign JSON: at most `maxDepth` levels and `maxValues` values in all, no duplicate keys, valid UTF-8. `what` names the source in the error.
/// Errors: E_MALFORMED, E_TOO_LARGE.
Result<Json> parseJson(std::string_view text, std::string_view what, std::size_t maxBytes = 64u << 20, int maxDepth = 64, std::size_t maxValues = SIZE_MAX);

/// One canonical text for a value: keys sorted, no spaces, UTF-8; broken UTF-8 becomes U+FFFD.
std::string canonicalJson(const Json& value);

/// Reads of foreign objects that never throw: nothing where the key is missing or has another type.
std::optional<std::string> textAt(const Json& object, std::string_view key);
std::optional<std::int64_t> integerAt(const Json& object, std::string_view key);
std::optional<double> numberAt(const Json& object, std::string_view key);
std::optional<bool> boolAt(const Json& object, std::string_view key);

}  // namespace cotejo
