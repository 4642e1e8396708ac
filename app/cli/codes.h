#pragma once

#include <string>
#include <string_view>

#include "core/base/errors.h"
#include "core/base/result.h"
#include "core/record/code.h"

namespace cotejo::cli {

/// The value of a code that an option names. Error: E_INVALID_ARGUMENT, with the codes that there are.
template <class Enum>
Result<Enum> readCode(const std::string& text, std::string_view option) {
    if (const auto value = record::fromCode<Enum>(text)) return *value;
    std::string known;
    for (const auto& [each, code] : record::codes<Enum>) known += (known.empty() ? "" : ", ") + std::string(code);
    return fail(base::kInvalidArgument, std::string(option) + ": " + text + " is none of " + known);
}

}  // namespace cotejo::cli
