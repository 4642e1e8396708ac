#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/record/case.h"

namespace cotejo::decide {

using Params = std::vector<std::pair<std::string, std::string>>;

/// The refusal of this code: detail in plain English, params "rule" and "remedy" (codes), then `data`.
Error refusal(std::string_view code, Params data = {});

/// E_HOLD_<kind>; E_RELEASE_GUARD for the release guard.
std::string_view holdCode(record::HoldKind kind);

/// Every code that has a refusal, for tests and texts.
std::vector<std::string_view> refusalCodes();

}  // namespace cotejo::decide
