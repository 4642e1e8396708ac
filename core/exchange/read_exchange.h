#pragma once

#include <optional>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/exchange/tables/csv.h"
#include "core/exchange/document.h"
#include "core/exchange/nist/nist_profile.h"

namespace cotejo::exchange {

/// Told by the first bytes; the name's extension decides only for text (".csv"). Nothing for anything else.
std::optional<ExchangeFormat> recogniseFormat(ByteView bytes, std::string_view fileName = {});

struct ReadOptions {
    UtcTime captured{};                      ///< two-digit years of an MRZ turn on this day
    const NistProfile* profile = nullptr;    ///< the neutral one when null
    const CsvMapping* csvMapping = nullptr;  ///< told from the header when null
};

/// Any file this room reads, as one document with its report. `fileName` stands in error details. Pure; any
/// thread. Errors: E_EXCHANGE_UNKNOWN_FORMAT, E_EXCHANGE_NOT_DECODED (recognised, kept, no reader),
/// E_MALFORMED, E_TOO_LARGE.
Result<ExchangeDocument> readExchangeFile(ByteView bytes, std::string_view fileName,
                                          const ReadOptions& options);

}  // namespace cotejo::exchange
