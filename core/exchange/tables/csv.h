#pragma once

#include <array>
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

struct CsvMapping;

/// What the rows of a table are.
enum class CsvContent { Travelers, Watchlist };

struct CsvTable {
    char separator = ',';
    std::string encoding = "utf-8";
    std::size_t headerLine = 1;
    std::vector<std::string> header;
    std::vector<CsvRow> rows;    ///< each with as many cells as the header
    std::vector<CsvRow> titles;  ///< what stands above the header, and lines among the rows that are none
    ValidationReport report;
};

struct CsvLimits {
    std::size_t rows = 100'000;
    std::size_t columns = 256;
    std::size_t cell = 65'536;
};

/// What is known of a table before it is read: by its mapping its header is found and its encoding may be stated.
struct CsvExpected {
    CsvContent content = CsvContent::Travelers;
    const CsvMapping* mapping = nullptr;
};

/// A table as programs write them. Byte order marks, UTF-8, UTF-16 and Windows-1252 are told by the bytes, other encodings by the
/// mapping (decodeText). Comma, semicolon, tab or bar is what a line "sep=;" says or what makes a header. Lines above the header go to
/// `titles`; cells that are missing at the end of a row are empty, cells beyond the header are left out when they are empty: each with a
/// note. A row with more cells than the header has an error and is left out. Rows of empty cells vanish. Errors: E_MALFORMED
/// (empty, an unknown encoding, an open quote), E_TOO_LARGE; each names the line.
Result<CsvTable> readCsv(ByteView bytes, const CsvLimits& limits = {}, const CsvExpected& expected = {});

/// Which column means what. Targets of travelers: familyName, givenNames, name, alias, birthDate, sex, nationality,
/// documentType, issuer, documentNumber, expiry, mrz, face, finger, finger:right_index (any finger position
/// code); columns without target stay facts. Several columns of familyName or givenNames are joined in their order in the table.
/// Targets of watchlists: see watchlist_csv.h.
struct CsvMapping {
    std::map<std::string, std::string> columns;
    std::map<std::string, std::string> constants;  ///< target to value, for every row that does not give its own
    /// Column or target to what its cells mean: {"SEXO": {"1": "F", "2": "M"}}. Goes before every vocabulary of our own.
    std::map<std::string, std::map<std::string, std::string>> values;
    std::string dateFormat = "YYYY-MM-DD";  ///< or one of kDateFormats
    std::string encoding;                   ///< of the table: "windows-1251"...; told by its bytes when empty
};

inline constexpr std::array<std::string_view, 10> kDateFormats = {"YYYY-MM-DD", "YYYYMMDD", "DD/MM/YYYY", "MM/DD/YYYY", "DD.MM.YYYY",
                                                                  "DD-MM-YYYY", "EXCEL",    "BUDDHIST",   "SOLAR_HIJRI", "LUNAR_HIJRI"};

/// {"dateFormat": "DD/MM/YYYY", "encoding": "windows-1252", "columns": {"Apellidos": "familyName", ...}, "constants": {"issuer": "UTO"},
/// "values": {"sex": {"H": "M"}}}. Error: E_MALFORMED naming the key and what may stand there; two columns of one target that is not
/// joined are refused.
Result<CsvMapping> parseCsvMapping(std::string_view json, CsvContent content = CsvContent::Travelers);

/// The mapping for headers that are the targets themselves or their usual names in English, Spanish, Portuguese or French; nothing
/// if the header names no one.
std::optional<CsvMapping> guessCsvMapping(const std::vector<std::string>& header, CsvContent content = CsvContent::Travelers);

/// How many cells of a row a mapping, or without one the usual names, know as columns.
std::size_t knownColumns(const std::vector<std::string>& cells, const CsvExpected& expected);

/// True for targets that may stand in several columns: their values are joined (names) or listed (alias, pictures).
bool isListedTarget(std::string_view target);

/// A table as RFC 4180 text in UTF-8, lines ended by CR LF; cells are quoted where they need it. Every row has as many
/// cells as the header.
std::string writeCsv(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);

/// One person a row. Values that do not fit their target (dates, codes) are findings with line and column.
ExchangeDocument travelersOf(CsvTable table, const CsvMapping& mapping, UtcTime captured);

}  // namespace cotejo::exchange
