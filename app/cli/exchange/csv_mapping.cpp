#include "app/cli/exchange/csv_mapping.h"

#include "core/base/file.h"

namespace cotejo::cli {

Result<exchange::CsvMapping> readCsvMapping(const std::string& path) {
    COTEJO_TRY_ASSIGN(const Bytes text, readFile(path));
    auto mapping = exchange::parseCsvMapping(textOf(text));
    if (!mapping) return inFile(path, mapping.error());
    return mapping;
}

}  // namespace cotejo::cli
