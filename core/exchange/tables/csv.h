#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/exchange/document.h"

/// Tables of travelers as comma-separated text (RFC 4180).
namespace cotejo::exchange {

struct CsvRow {
    std::size_t line = 0;  ///< of the file, from 1; quoted fields may span lines
    std::vector<std::string> cells;
    std::string place() const { return "line " + std::to_string(line); }
};

struct CsvTable {
    char separator = ',';
    std::vector<std::string> header;
    std::vector<CsvRow> rows;
    ValidationReport report;
};

struct CsvLimits {
    std::size_t rows = 100'000;
    std::size_t columns = 256;
    std::size_t cell = 65'536;
};

/// Comma, semicolon or tab is told from the header line; a UTF-8 byte order mark is skipped; text that is not
/// UTF-8 is read as ISO 8859-1 with a finding. A row with another number of cells than the header is a
/// finding and is left out. Errors: E_MALFORMED (empty, UTF-16, an open quote), E_TOO_LARGE; each names the
/// line.
Result<CsvTable> readCsv(ByteView bytes, const CsvLimits& limits = {});

/// What the rows of a table are.
enum class CsvContent { Travelers, Watchlist };

/// Which column means what. Targets of travelers: familyName, givenNames, name, alias, birthDate, sex, nationality,
/// documentType, issuer, documentNumber, expiry, mrz, face, finger, finger:right_index (any finger position
/// code); columns without target stay facts. Targets of watchlists: see watchlist_csv.h.
struct CsvMapping {
    std::map<std::string, std::string> columns;
    std::map<std::string, std::string> constants;  ///< target to value, for every row that does not give its own
    std::string dateFormat = "YYYY-MM-DD";         ///< or "YYYYMMDD", "DD/MM/YYYY", "MM/DD/YYYY", "DD.MM.YYYY"
};

/// {"dateFormat": "DD/MM/YYYY", "columns": {"Apellidos": "familyName", ...}, "constants": {"issuer": "UTO"}}.
/// Error: E_MALFORMED naming the key and what may stand there.
Result<CsvMapping> parseCsvMapping(std::string_view json, CsvContent content = CsvContent::Travelers);

/// The mapping for headers that are the targets themselves or their usual English or Spanish names; nothing
/// if the header names no one.
std::optional<CsvMapping> guessCsvMapping(const std::vector<std::string>& header, CsvContent content = CsvContent::Travelers);

/// A table as RFC 4180 text in UTF-8, lines ended by CR LF; cells are quoted where they need it. Every row has as many
/// cells as the header.
std::string writeCsv(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);

/// One person a row. Values that do not fit their target (dates, codes) are findings with line and column.
ExchangeDocument travelersOf(CsvTable table, const CsvMapping& mapping, UtcTime captured);

}  // namespace cotejo::exchange
