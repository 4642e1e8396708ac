#include <algorithm>

#include "core/exchange/date_text.h"
#include "core/exchange/tables/coded_columns.h"
#include "core/exchange/tables/csv.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

class RowMapper {
  public:
    RowMapper(const CsvTable& table, const CsvMapping& mapping, UtcTime captured, ExchangeDocument& document)
        : m_table(table), m_mapping(mapping), m_captured(captured), m_document(document), m_codes(table, mapping, document.report) { settleDates(); }
    void map(const CsvRow& row);
    void finish();

  private:
    bool gives(const CsvRow& row, const std::string& target) const;
    void take(const std::string& target, const std::string& cell, const std::string& column);
    bool isFirst(const std::string& target, const std::string& value, const std::string& column);
    void settleDates();
    std::string date(const std::string& value, const std::string& column, DatePurpose purpose);
    std::string country(const std::string& target, const std::string& cell, const std::string& column);
    void sex(const std::string& cell, const std::string& column);
    void zone(const std::string& cell, const std::string& column);
    void fillFromZone();
    void picture(const std::string& path, ImageSubject subject, std::string_view position);
    void add(Severity severity, const std::string& column, const char* rule, std::string detail,
             std::vector<std::pair<std::string, std::string>> params = {}) {
        m_document.report.add({severity, m_person.source, column, rule, std::move(detail), std::move(params)});
    }

    const CsvTable& m_table;
    const CsvMapping& m_mapping;
    UtcTime m_captured;
    ExchangeDocument& m_document;
    CodedColumns m_codes;
    ExchangePerson m_person;
    record::Document m_paper;
    std::vector<record::Document> m_morePapers;
    std::map<std::string, std::string> m_taken;  ///< target to the row's first value
    std::optional<record::Traveler> m_zone;
    std::map<std::string, std::map<std::string, std::string>> m_recoded;  ///< column to its cells and their codes
    bool m_dayFirst = false, m_monthFirst = false;  ///< what the dates of the whole table settle
    bool m_hasOddBlanks = false;
};

// Day, month and year of a date that has two digits of each in either order; the year last.
struct ShortDate {
    int first = 0, second = 0;
    char between = 0;
};

std::optional<ShortDate> shortDate(std::string_view cell) {
    const std::string text = cleaned(cell);
    const auto one = text.find_first_of("/-.");
    if (one == text.npos || one == 0 || one > 2) return std::nullopt;
    const auto two = text.find(text[one], one + 1);
    if (two == text.npos || two == one + 1 || two > one + 3) return std::nullopt;
    const auto year = std::string_view(text).substr(two + 1, std::min(text.find(' ', two), text.size()) - two - 1);
    const auto first = wholeNumber(text.substr(0, one)), second = wholeNumber(text.substr(one + 1, two - one - 1));
    if (!first || !second || year.size() != 4 || !wholeNumber(year)) return std::nullopt;
    return ShortDate{*first, *second, text[one]};
}

// A table's dates are of one form: where a day above 12 shows which, and nothing speaks against it, all are read so.
void RowMapper::settleDates() {
    if (m_mapping.dateFormat != CsvMapping().dateFormat) return;
    std::size_t dayFirst = 0, monthFirst = 0, neither = 0;
    std::string columns;
    char between = 0;
    for (std::size_t i = 0; i < m_table.header.size(); ++i) {
        const auto at = m_mapping.columns.find(m_table.header[i]);
        if (at == m_mapping.columns.end() || (at->second != "birthDate" && at->second != "expiry")) continue;
        for (const CsvRow& row : m_table.rows) {
            const auto date = shortDate(row.cells[i]);
            if (!date) continue;
            between = date->between;
            if (date->first > 12 && date->second > 12) ++neither;
            else if (date->first > 12) ++dayFirst;
            else if (date->second > 12) ++monthFirst;
        }
    }
    m_dayFirst = dayFirst > 0 && monthFirst + neither == 0;
    m_monthFirst = monthFirst > 0 && dayFirst + neither == 0 && between == '/';
    if (!m_dayFirst && !m_monthFirst) return;
    const std::string format = m_monthFirst ? "MM/DD/YYYY" : between == '.' ? "DD.MM.YYYY" : between == '-' ? "DD-MM-YYYY" : "DD/MM/YYYY";
    m_document.report.add({Severity::Note, "", "", "csv.date_column",
                           "The dates of the table were read as " + format + ", the only form that fits all of them. If that is wrong, state \"dateFormat\" in a mapping file.", {{"format", format}}});
}

std::string RowMapper::date(const std::string& value, const std::string& column, DatePurpose purpose) {
    std::string form = m_mapping.dateFormat;
    if (const auto found = m_dayFirst || m_monthFirst ? shortDate(value) : std::nullopt)
        form = m_monthFirst ? "MM/DD/YYYY" : found->between == '.' ? "DD.MM.YYYY" : found->between == '-' ? "DD-MM-YYYY" : "DD/MM/YYYY";
    const DateReading reading = readDateText(value, form, purpose, m_captured);
    if (reading.doubt.empty()) return reading.date.text();
    const std::vector<std::pair<std::string, std::string>> params{{"value", value.substr(0, 64)}, {"proposal", reading.proposal}, {"calendar", reading.doubt}};
    if (reading.doubt == "form") {
        add(Severity::Error, column, "csv.date",
            "The date is not of the form " + m_mapping.dateFormat + ". If it has another, such as DD/MM/YYYY, state \"dateFormat\" in the mapping file.", params);
    } else if (reading.doubt == "serial") {
        add(Severity::Error, column, "csv.date_serial",
            "This is a number, as spreadsheets keep dates: it would be " + reading.proposal + ". State \"dateFormat\": \"EXCEL\" in the mapping file if it is, or give the column the form of a date.",
            params);
    } else if (reading.doubt == "time") {
        add(Severity::Warning, column, "csv.date_time", "A time of day stands beside the date, which may have moved it by a day. It was taken as " + reading.date.text() + ".", params);
    } else if (reading.doubt == "future") {
        add(Severity::Warning, column, "csv.date_future", "The day of birth " + reading.date.text() + " is still to come. Check it against the document.", params);
    } else {
        const std::string format = reading.doubt == "hijri" ? "\"SOLAR_HIJRI\" or \"LUNAR_HIJRI\"" : reading.doubt == "buddhist" ? "\"BUDDHIST\"" : reading.doubt == "solar_hijri" ? "\"SOLAR_HIJRI\"" : "\"LUNAR_HIJRI\"";
        add(Severity::Error, column, "csv.date_calendar",
            "The year is one of another calendar: the date would be " + reading.proposal + ". State \"dateFormat\": " + format + " in the mapping file if the whole table has it, or correct the cell.",
            params);
    }
    return reading.date.text();
}

std::string RowMapper::country(const std::string& target, const std::string& cell, const std::string& column) {
    const auto meaning = m_codes.meaningOf(target, column, cell);
    if (meaning.verdict != CodedColumns::Verdict::Known)
        add(Severity::Warning, column, "csv.code",
            "\"" + meaning.value.substr(0, 64) + "\" is no code of ISO 3166 or Doc 9303 and no country by name. Check it against the document, or state \"values\" in the mapping file.",
            {{"value", meaning.value.substr(0, 64)}});
    else if (meaning.value != cleaned(cell))
        m_recoded[column].try_emplace(cleaned(cell), meaning.value);
    return meaning.value;
}

void RowMapper::sex(const std::string& cell, const std::string& column) {
    const auto meaning = m_codes.meaningOf("sex", column, cell);
    if (meaning.verdict == CodedColumns::Verdict::Ambiguous)
        add(Severity::Warning, column, "csv.sex_ambiguous",
            "\"" + meaning.value.substr(0, 16) + "\" means a man in some tables and a woman in others, and nothing in this column tells which. It counts as X. State what it means in the mapping file: "
                "\"values\": {\"" + column + "\": {\"" + meaning.value.substr(0, 16) + "\": \"F\"}}.",
            {{"value", meaning.value.substr(0, 16)}});
    else if (meaning.verdict == CodedColumns::Verdict::Unknown)
        add(Severity::Warning, column, "csv.sex", "The sex is none of F, M, X and no word for them; it counts as X. Correct the cell, state \"values\" in the mapping file, or correct the case by hand.",
            {{"value", meaning.value.substr(0, 16)}});
    m_person.traveler.sex = meaning.verdict == CodedColumns::Verdict::Known ? record::fromCode<record::Sex>(meaning.value).value_or(record::Sex::Unspecified)
                                                                            : record::Sex::Unspecified;
}

void RowMapper::picture(const std::string& path, ImageSubject subject, std::string_view position) {
    m_person.imageFiles.push_back(
        {path, subject,
         record::fromCode<record::FingerPosition>(position).value_or(record::FingerPosition::Unknown)});
}

void RowMapper::zone(const std::string& cell, const std::string& column) {
    auto reading = parseMrz(cell, m_captured);
    if (!reading) {
        add(Severity::Error, column, "csv.mrz", reading.error().detail);
        m_paper.mrz = cell.substr(0, 256);  // as it stands: a person corrects it in the case
        return;
    }
    m_zone = reading->traveler();
    m_paper.mrz = m_zone->documents.front().mrz;
    for (Finding finding : reading->report.findings) {
        finding.record = m_person.source;
        m_document.report.add(std::move(finding));
    }
    m_document.zones.push_back(std::move(*reading));
}

// What a row leaves out and its zone says.
void RowMapper::fillFromZone() {
    if (!m_zone) return;
    auto& traveler = m_person.traveler;
    const auto& paper = m_zone->documents.front();
    const auto fill = [](std::string& to, const std::string& from) {
        if (to.empty()) to = from;
    };
    if (traveler.familyName.empty() && traveler.givenNames.empty()) {
        traveler.familyName = m_zone->familyName;
        traveler.givenNames = m_zone->givenNames;
    }
    fill(traveler.birthDate, m_zone->birthDate);
    fill(traveler.nationality, m_zone->nationality);
    fill(m_paper.type, paper.type);
    fill(m_paper.issuer, paper.issuer);
    fill(m_paper.number, paper.number);
    fill(m_paper.expiry, paper.expiry);
    if (!m_taken.contains("sex")) traveler.sex = m_zone->sex;
}

// A second column of a target must not overwrite the first in silence.
bool RowMapper::isFirst(const std::string& target, const std::string& value, const std::string& column) {
    if (isListedTarget(target)) return true;
    const auto [at, added] = m_taken.try_emplace(target, value);
    if (added || at->second == value) return added;
    if (target == "documentNumber") {
        m_morePapers.push_back({{}, {}, value, {}, {}});
        return false;
    }
    add(Severity::Error, column, "csv.clash", "The row says this in two columns, and differently: \"" + at->second.substr(0, 64) + "\" was taken, \"" + value.substr(0, 64) +
                                                  "\" was not. State in a mapping file which column counts.",
        {{"taken", at->second.substr(0, 64)}, {"left", value.substr(0, 64)}, {"target", target}});
    return false;
}

void RowMapper::take(const std::string& target, const std::string& cell, const std::string& column) {
    record::Traveler& traveler = m_person.traveler;
    const std::string value = cleaned(cell);
    if (value.empty() || !isFirst(target, value, column)) return;
    const auto join = [&](std::string& to) { to += (to.empty() ? "" : " ") + value; };
    if (target == "familyName") {
        join(traveler.familyName);
    } else if (target == "givenNames") {
        join(traveler.givenNames);
    } else if (target == "name") {
        const auto comma = value.find(',');
        traveler.familyName = cleaned(value.substr(0, comma));
        if (comma != value.npos) traveler.givenNames = cleaned(value.substr(comma + 1));
    } else if (target == "alias") {
        m_person.aliases.push_back(value);
    } else if (target == "birthDate") {
        traveler.birthDate = date(value, column, DatePurpose::Birth);
    } else if (target == "expiry") {
        m_paper.expiry = date(value, column, DatePurpose::Expiry);
    } else if (target == "sex") {
        sex(cell, column);
    } else if (target == "nationality") {
        traveler.nationality = country(target, cell, column);
    } else if (target == "issuer") {
        m_paper.issuer = country(target, cell, column);
    } else if (target == "documentType") {
        m_paper.type = m_codes.meaningOf(target, column, cell).value;
    } else if (target == "documentNumber") {
        m_paper.number = value;
    } else if (target == "mrz") {
        zone(cell, column);
    } else if (target == "face") {
        picture(cell, ImageSubject::Face, "");
    } else if (target.starts_with("finger")) {
        picture(cell, ImageSubject::Finger,
                target.size() > 7 ? std::string_view(target).substr(7) : "unknown"sv);
    }
}

bool RowMapper::gives(const CsvRow& row, const std::string& target) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (const auto at = m_mapping.columns.find(m_table.header[i]); at != m_mapping.columns.end())
            if (at->second == target && !cleaned(row.cells[i]).empty()) return true;
    return false;
}

bool hasOddBlank(std::string_view cell) {
    return cell.find("\xc2\xa0") != cell.npos || cell.find("\xe2\x80\x8b") != cell.npos || cell.find("\xe2\x80\xaf") != cell.npos ||
           cell.find("\xef\xbb\xbf") != cell.npos || cell.find("\xc2\xad") != cell.npos;
}

void RowMapper::map(const CsvRow& row) {
    m_person = {};
    m_paper = {};
    m_morePapers.clear();
    m_taken.clear();
    m_zone.reset();
    m_person.source = row.place();
    for (const auto& [target, value] : m_mapping.constants)
        if (!gives(row, target)) take(target, value, "constants/" + target);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].empty()) continue;
        const std::string& column = m_table.header[i];
        m_person.facts.push_back({column, "", row.cells[i]});
        m_hasOddBlanks = m_hasOddBlanks || hasOddBlank(row.cells[i]);
        if (const auto target = m_mapping.columns.find(column); target != m_mapping.columns.end())
            take(target->second, row.cells[i], column);
    }
    fillFromZone();
    if (m_person.traveler.familyName.empty() && m_person.traveler.givenNames.empty() && m_paper.mrz.empty())
        add(Severity::Warning, "", "csv.name", "The row names nobody. Fill in a name, or leave the row out.");
    if (!m_paper.number.empty() || !m_paper.mrz.empty()) m_person.traveler.documents.push_back(m_paper);
    for (auto& paper : m_morePapers) m_person.traveler.documents.push_back(std::move(paper));
    m_document.persons.push_back(std::move(m_person));
}

void RowMapper::finish() {
    constexpr std::size_t kMostNamed = 12;
    for (const auto& [column, cells] : m_recoded) {
        std::string said;
        std::size_t count = 0;
        for (const auto& [cell, code] : cells)
            if (++count <= kMostNamed) said += (said.empty() ? "" : ", ") + ("\"" + cell.substr(0, 64) + "\" as " + code);
        if (count > kMostNamed) said += " and " + std::to_string(count - kMostNamed) + " more";
        m_document.report.add({Severity::Note, "", column, "csv.coded", "The cells were read as three-letter codes: " + said + ".",
                               {{"value", cells.begin()->first.substr(0, 64)}, {"code", cells.begin()->second}}});
    }
    if (m_hasOddBlanks)
        m_document.report.add({Severity::Note, "", "", "csv.blanks", "Hard blanks and invisible characters were left out of names, numbers and codes.", {}});
}

}  // namespace

ExchangeDocument travelersOf(CsvTable table, const CsvMapping& mapping, UtcTime captured) {
    ExchangeDocument document;
    document.format = ExchangeFormat::TravelerCsv;
    document.formatName = "CSV";
    document.report = std::move(table.report);
    for (const CsvRow& title : table.titles) {
        std::string text;
        for (const auto& cell : title.cells)
            if (const auto plain = cleaned(cell); !plain.empty()) text += (text.empty() ? "" : " ") + plain;
        document.facts.push_back({title.place(), "title", text});
    }
    for (auto& column : table.header)
        if (!mapping.columns.contains(column) && mapping.columns.contains(cleaned(column))) column = cleaned(column);
    for (const auto& [column, target] : mapping.columns)
        if (std::find(table.header.begin(), table.header.end(), column) == table.header.end())
            document.report.add({Severity::Error,
                                 "line " + std::to_string(table.headerLine),
                                 column,
                                 "csv.column",
                                 "The mapping names this column; the table does not have it. Correct the mapping file, or the header.",
                                 {}});
    RowMapper mapper(table, mapping, captured, document);
    for (const CsvRow& row : table.rows)
        mapper.map(row);
    mapper.finish();
    return document;
}

}  // namespace cotejo::exchange
