#include <algorithm>

#include "core/exchange/country_codes.h"
#include "core/exchange/tables/csv.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

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
    m_person.source = row.place();
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
