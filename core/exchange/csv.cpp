#include "core/exchange/csv.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/exchange/country_codes.h"
#include "core/exchange/nist_detail.h"
#include "core/exchange/text.h"
#include "core/record/name_key.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

std::string lineName(std::size_t line) {
    return "line " + std::to_string(line);
}

char separatorOf(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    char best = ',';
    long most = 0;
    for (const char candidate : {',', ';', '\t'})
        if (const auto count = std::count(first.begin(), first.end(), candidate); count > most) {
            most = count;
            best = candidate;
        }
    return best;
}

class CsvReader {
  public:
    CsvReader(std::string_view text, const CsvLimits& limits) : m_text(text), m_limits(limits) {
        m_table.separator = separatorOf(text);
    }
    Result<CsvTable> read();

  private:
    Result<CsvRow> row();
    Result<std::string> cell();
    tl::unexpected<Error> tooLarge(const std::string& what) const {
        return fail(base::kTooLarge, "The table has " + what + " in line " + std::to_string(m_line) + ".",
                    {{"line", std::to_string(m_line)}});
    }

    std::string_view m_text;
    const CsvLimits& m_limits;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    CsvTable m_table;
};

Result<std::string> CsvReader::cell() {
    std::string value;
    const std::size_t begun = m_line;
    const bool quoted = m_at < m_text.size() && m_text[m_at] == '"';
    if (quoted) ++m_at;
    for (;;) {
        if (m_at >= m_text.size()) {
            if (quoted)
                return fail(base::kMalformed,
                            "The quotation mark opened in line " + std::to_string(begun) +
                                " of the table is never closed.",
                            {{"line", std::to_string(begun)}});
            return value;
        }
        const char c = m_text[m_at];
        if (quoted && c == '"') {
            ++m_at;
            if (m_at >= m_text.size() || m_text[m_at] != '"') break;
        } else if (!quoted && (c == m_table.separator || c == '\n' || c == '\r')) {
            return value;
        }
        if (c == '\n') ++m_line;
        if (value.size() >= m_limits.cell)
            return tooLarge("a cell of more than " + std::to_string(m_limits.cell) + " bytes");
        value += c;
        ++m_at;
    }
    // What follows a closing quote belongs to no rule; it is kept, so that nothing vanishes.
    while (m_at < m_text.size() && m_text[m_at] != m_table.separator && m_text[m_at] != '\n' &&
           m_text[m_at] != '\r')
        value += m_text[m_at++];
    return value;
}

Result<CsvRow> CsvReader::row() {
    CsvRow row;
    row.line = m_line;
    for (;;) {
        COTEJO_TRY_ASSIGN(std::string value, cell());
        if (row.cells.size() >= m_limits.columns)
            return tooLarge("more than " + std::to_string(m_limits.columns) + " columns");
        row.cells.push_back(std::move(value));
        if (m_at >= m_text.size()) return row;
        const char c = m_text[m_at++];
        if (c == m_table.separator) continue;
        if (c == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
        ++m_line;
        return row;
    }
}

Result<CsvTable> CsvReader::read() {
    bool first = true;
    while (m_at < m_text.size()) {
        COTEJO_TRY_ASSIGN(CsvRow next, row());
        if (next.cells.size() == 1 && next.cells.front().empty()) continue;
        if (first) {
            m_table.header = std::move(next.cells);
            first = false;
        } else if (next.cells.size() != m_table.header.size()) {
            m_table.report.add({Severity::Error,
                                lineName(next.line),
                                "",
                                "csv.columns",
                                "The row has " + std::to_string(next.cells.size()) + " cells, the header " +
                                    std::to_string(m_table.header.size()) + "; it is left out. Correct the row and import "
                                    "the table again.",
                                {}});
        } else if (m_table.rows.size() >= m_limits.rows) {
            return tooLarge("more than " + std::to_string(m_limits.rows) + " rows");
        } else {
            m_table.rows.push_back(std::move(next));
        }
    }
    if (first) return fail(base::kMalformed, "The table is empty.");
    return std::move(m_table);
}

struct Synonym {
    std::string_view name;  // as record::normaliseName writes it
    std::string_view target;
};

constexpr auto kSynonyms = std::to_array<Synonym>({
    {"FAMILYNAME", "familyName"},
    {"FAMILY NAME", "familyName"},
    {"SURNAME", "familyName"},
    {"LAST NAME", "familyName"},
    {"APELLIDOS", "familyName"},
    {"APELLIDO", "familyName"},
    {"GIVENNAMES", "givenNames"},
    {"GIVEN NAMES", "givenNames"},
    {"FIRST NAME", "givenNames"},
    {"NOMBRES", "givenNames"},
    {"NOMBRE", "givenNames"},
    {"NAME", "name"},
    {"FULL NAME", "name"},
    {"NOMBRE COMPLETO", "name"},
    {"ALIAS", "alias"},
    {"BIRTHDATE", "birthDate"},
    {"BIRTH DATE", "birthDate"},
    {"DATE OF BIRTH", "birthDate"},
    {"FECHA DE NACIMIENTO", "birthDate"},
    {"SEX", "sex"},
    {"SEXO", "sex"},
    {"NATIONALITY", "nationality"},
    {"NACIONALIDAD", "nationality"},
    {"DOCUMENTTYPE", "documentType"},
    {"DOCUMENT TYPE", "documentType"},
    {"TIPO DE DOCUMENTO", "documentType"},
    {"ISSUER", "issuer"},
    {"PAIS EMISOR", "issuer"},
    {"DOCUMENTNUMBER", "documentNumber"},
    {"DOCUMENT NUMBER", "documentNumber"},
    {"PASSPORT", "documentNumber"},
    {"NUMERO DE DOCUMENTO", "documentNumber"},
    {"PASAPORTE", "documentNumber"},
    {"EXPIRY", "expiry"},
    {"EXPIRY DATE", "expiry"},
    {"FECHA DE CADUCIDAD", "expiry"},
    {"MRZ", "mrz"},
    {"FACE", "face"},
    {"PHOTO", "face"},
    {"IMAGE", "face"},
    {"FOTO", "face"},
    {"ROSTRO", "face"},
    {"FINGER", "finger"},
    {"FINGERPRINT", "finger"},
    {"HUELLA", "finger"},
});

bool isTarget(std::string_view target) {
    if (target.starts_with("finger:"))
        return record::fromCode<record::FingerPosition>(target.substr(7)).has_value();
    return std::any_of(kSynonyms.begin(), kSynonyms.end(),
                       [&](const Synonym& each) { return each.target == target; });
}

class RowMapper {
  public:
    RowMapper(const CsvTable& table, const CsvMapping& mapping, UtcTime captured, ExchangeDocument& document)
        : m_table(table), m_mapping(mapping), m_captured(captured), m_document(document) {}
    void map(const CsvRow& row);

  private:
    bool gives(const CsvRow& row, const std::string& target) const;
    void take(const std::string& target, const std::string& value, const std::string& column);
    std::string date(const std::string& value, const std::string& column);
    std::string country(const std::string& value, const std::string& column);
    void picture(const std::string& path, ImageSubject subject, std::string_view position);
    void add(Severity severity, const std::string& column, const char* rule, std::string detail) {
        m_document.report.add({severity, m_person.source, column, rule, std::move(detail), {}});
    }

    const CsvTable& m_table;
    const CsvMapping& m_mapping;
    UtcTime m_captured;
    ExchangeDocument& m_document;
    ExchangePerson m_person;
    record::Document m_paper;
};

std::string RowMapper::date(const std::string& value, const std::string& column) {
    if (auto result = dateIn(value, m_mapping.dateFormat)) return *result;
    add(Severity::Error, column, "csv.date",
        "The date is not of the form " + m_mapping.dateFormat +
            ". State \"dateFormat\" in the mapping file if it has another.");
    return {};
}

std::string RowMapper::country(const std::string& value, const std::string& column) {
    if (!isCountryCode(value))
        add(Severity::Warning, column, "csv.code", "This is no three-letter code of ISO 3166 or Doc 9303. Check it against the document.");
    return value;
}

void RowMapper::picture(const std::string& path, ImageSubject subject, std::string_view position) {
    m_person.imageFiles.push_back(
        {path, subject,
         record::fromCode<record::FingerPosition>(position).value_or(record::FingerPosition::Unknown)});
}

void RowMapper::take(const std::string& target, const std::string& value, const std::string& column) {
    record::Traveler& traveler = m_person.traveler;
    if (target == "familyName") {
        traveler.familyName = value;
    } else if (target == "givenNames") {
        traveler.givenNames = value;
    } else if (target == "name") {
        const auto comma = value.find(',');
        traveler.familyName = value.substr(0, comma);
        if (comma != value.npos)
            traveler.givenNames =
                value.substr(std::min(value.find_first_not_of(' ', comma + 1), value.size()));
    } else if (target == "alias") {
        m_person.aliases.push_back(value);
    } else if (target == "birthDate") {
        traveler.birthDate = date(value, column);
    } else if (target == "expiry") {
        m_paper.expiry = date(value, column);
    } else if (target == "sex") {
        const auto sex = record::fromCode<record::Sex>(value);
        if (!sex) add(Severity::Warning, column, "csv.sex", "The sex is none of F, M, X; it counts as X. Correct the cell, or the case by hand.");
        traveler.sex = sex.value_or(record::Sex::Unspecified);
    } else if (target == "nationality") {
        traveler.nationality = country(value, column);
    } else if (target == "issuer") {
        m_paper.issuer = country(value, column);
    } else if (target == "documentType") {
        m_paper.type = value;
    } else if (target == "documentNumber") {
        m_paper.number = value;
    } else if (target == "mrz") {
        auto reading = parseMrz(value, m_captured);
        if (!reading) return add(Severity::Error, column, "csv.mrz", reading.error().detail);
        m_paper.mrz = reading->traveler().documents.front().mrz;
        for (Finding finding : reading->report.findings) {
            finding.record = m_person.source;
            m_document.report.add(std::move(finding));
        }
        m_document.zones.push_back(std::move(*reading));
    } else if (target == "face") {
        picture(value, ImageSubject::Face, "");
    } else if (target.starts_with("finger")) {
        picture(value, ImageSubject::Finger,
                target.size() > 7 ? std::string_view(target).substr(7) : "unknown"sv);
    }
}

bool RowMapper::gives(const CsvRow& row, const std::string& target) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (const auto at = m_mapping.columns.find(m_table.header[i]); at != m_mapping.columns.end())
            if (at->second == target && !row.cells[i].empty()) return true;
    return false;
}

void RowMapper::map(const CsvRow& row) {
    m_person = {};
    m_paper = {};
    m_person.source = lineName(row.line);
    for (const auto& [target, value] : m_mapping.constants)
        if (!gives(row, target)) take(target, value, "constants/" + target);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].empty()) continue;
        const std::string& column = m_table.header[i];
        m_person.facts.push_back({column, "", row.cells[i]});
        if (const auto target = m_mapping.columns.find(column); target != m_mapping.columns.end())
            take(target->second, row.cells[i], column);
    }
    if (m_person.traveler.familyName.empty() && m_person.traveler.givenNames.empty() && m_paper.mrz.empty())
        add(Severity::Warning, "", "csv.name", "The row names nobody. Fill in a name, or leave the row out.");
    if (!m_paper.number.empty() || !m_paper.mrz.empty()) m_person.traveler.documents.push_back(m_paper);
    m_document.persons.push_back(std::move(m_person));
}

}  // namespace

Result<CsvTable> readCsv(ByteView bytes, const CsvLimits& limits) {
    auto text = textOf(bytes);
    if (text.starts_with("\xff\xfe"sv) || text.starts_with("\xfe\xff"sv))
        return fail(base::kMalformed, "The table is UTF-16 text. Save it as UTF-8 (\"CSV UTF-8\").");
    if (text.starts_with("\xef\xbb\xbf"sv)) text.remove_prefix(3);
    if (text.find('\0') != text.npos)
        return fail(base::kMalformed, "The table has a zero byte at byte " + std::to_string(text.find('\0')) +
                                          "; it is no text.");
    const bool utf8 = isUtf8(text);
    const std::string converted = utf8 ? std::string() : toUtf8(text);
    COTEJO_TRY_ASSIGN(CsvTable table, CsvReader(utf8 ? text : std::string_view(converted), limits).read());
    if (!utf8)
        table.report.add({Severity::Warning,
                          "",
                          "",
                          "csv.encoding",
                          "The text is not UTF-8; it was read as ISO 8859-1. Check the accents.",
                          {}});
    return table;
}

namespace {
std::string targetsHint() {
    std::string hint = " Known: ";
    std::string_view last;
    for (const Synonym& each : kSynonyms)  // those of one target stand together
        if (each.target != last) {
            hint += std::string(each.target) + ", ";
            last = each.target;
        }
    return hint + "finger:right_index and the other fingers.";
}

void appendCsvLine(std::string& text, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        // A cell alone and empty would read as an empty line.
        if (cells[i].find_first_of(",;\t\"\r\n") == std::string::npos && !(cells.size() == 1 && cells[i].empty())) {
            text += cells[i];
            continue;
        }
        text += '"';
        for (const char c : cells[i]) {
            if (c == '"') text += '"';
            text += c;
        }
        text += '"';
    }
    text += "\r\n";
}
}  // namespace

std::string writeCsv(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    std::string text;
    appendCsvLine(text, header);
    for (const auto& row : rows)
        appendCsvLine(text, row);
    return text;
}

Result<CsvMapping> parseCsvMapping(std::string_view json) {
    COTEJO_TRY_ASSIGN(const Json document, parseJson(json, "CSV mapping", 1u << 20));
    CsvMapping mapping;
    if (const auto format = textAt(document, "dateFormat")) {
        mapping.dateFormat = *format;
        if (*format != "YYYY-MM-DD" && *format != "YYYYMMDD" && *format != "DD/MM/YYYY" &&
            *format != "MM/DD/YYYY" && *format != "DD.MM.YYYY")
            return fail(base::kMalformed,
                        "The CSV mapping's \"dateFormat\" is none of YYYY-MM-DD, YYYYMMDD, DD/MM/YYYY, "
                        "MM/DD/YYYY, DD.MM.YYYY.");
    }
    const auto columns = document.find("columns");
    if (columns == document.end() || !columns->is_object() || columns->empty())
        return fail(base::kMalformed, "The CSV mapping has no \"columns\". State one target for each column that counts, such as "
                                      "{\"columns\": {\"Apellidos\": \"familyName\"}}.");
    for (const auto& [column, target] : columns->items()) {
        if (!target.is_string() || !isTarget(target.get<std::string>()))
            return fail(base::kMalformed, "The CSV mapping names no known target for the column \"" + column + "\"." + targetsHint());
        mapping.columns[column] = target.get<std::string>();
    }
    const auto constants = document.find("constants");
    if (constants == document.end()) return mapping;
    if (!constants->is_object()) return fail(base::kMalformed, "The CSV mapping's \"constants\" are no object of targets and texts.");
    for (const auto& [target, value] : constants->items()) {
        if (!isTarget(target)) return fail(base::kMalformed, "The CSV mapping's constant \"" + target + "\" is no known target." + targetsHint());
        if (!value.is_string()) return fail(base::kMalformed, "The CSV mapping's constant \"" + target + "\" is no text.");
        mapping.constants[target] = value.get<std::string>();
    }
    return mapping;
}

std::optional<CsvMapping> guessCsvMapping(const std::vector<std::string>& header) {
    CsvMapping mapping;
    bool names = false;
    for (const std::string& column : header) {
        const std::string key = record::normaliseName(column);
        const auto known = std::find_if(kSynonyms.begin(), kSynonyms.end(),
                                        [&](const Synonym& each) { return each.name == key; });
        const std::string target = known != kSynonyms.end() ? std::string(known->target)
                                   : isTarget(column)       ? column
                                                            : std::string();
        if (target.empty()) continue;
        mapping.columns[column] = target;
        names = names || target == "familyName" || target == "name" || target == "mrz";
    }
    return names ? std::optional(mapping) : std::nullopt;
}

ExchangeDocument travelersOf(CsvTable table, const CsvMapping& mapping, UtcTime captured) {
    ExchangeDocument document;
    document.format = ExchangeFormat::TravelerCsv;
    document.formatName = "CSV";
    document.report = std::move(table.report);
    for (const auto& [column, target] : mapping.columns)
        if (std::find(table.header.begin(), table.header.end(), column) == table.header.end())
            document.report.add({Severity::Error,
                                 "line 1",
                                 column,
                                 "csv.column",
                                 "The mapping names this column; the table does not have it. Correct the mapping file, or the header.",
                                 {}});
    RowMapper mapper(table, mapping, captured, document);
    for (const CsvRow& row : table.rows)
        mapper.map(row);
    return document;
}

}  // namespace cotejo::exchange
