#pragma once

#include <string>

#include "core/exchange/tables/csv.h"

namespace cotejo::cli {

/// Errors name the file: those of readFile, E_MALFORMED.
Result<exchange::CsvMapping> readCsvMapping(const std::string& path);

}  // namespace cotejo::cli
