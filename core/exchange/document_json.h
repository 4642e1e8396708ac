#pragma once

#include "core/base/json.h"
#include "core/exchange/document.h"

namespace cotejo::exchange {

/// Everything but the image bytes, which are named by size and SHA-256.
Json toJson(const ExchangeDocument& document);
Json toJson(const ValidationReport& report);

}  // namespace cotejo::exchange
