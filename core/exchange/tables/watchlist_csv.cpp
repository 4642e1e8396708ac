#include "core/exchange/tables/watchlist_csv.h"

#include <algorithm>
#include <set>

#include "core/base/crypto.h"
#include "core/exchange/date_text.h"
#include "core/exchange/tables/coded_columns.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

constexpr std::size_t kMaxGallery = 64;

bool isGallery(std::string_view text) {
    return !text.empty() && text.size() <= kMaxGallery &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

template <class Enum>
std::string codeList() {
    std::string list;
    for (const auto& [value, text] : record::codes<Enum>)
        list += (list.empty() ? "" : ", ") + std::string(text);
    return list;
}

WatchlistEntryId idOf(const record::WatchlistEntry& entry, const std::string& reference) {
    // Fields with their lengths, so that no two triples give the same bytes.
    ByteWriter all;
    for (const std::string& part : {std::string("watchlist entry"), entry.issuerCountry, entry.issuer, reference})
        all.field(part);
    return *WatchlistEntryId::fromBytes(sha256(all.bytes()).bytes().first(WatchlistEntryId::size));
}

class ListReader {
  public:
    ListReader(const CsvTable& table, const CsvMapping& mapping, ListedEntries& out)
        : m_table(table), m_mapping(mapping), m_out(out), m_codes(table, mapping, out.report) {}
    void read(const CsvRow& row);

  private:
    void take(const std::string& target, const std::string& cell, const std::string& column);
    void takeCoded(const std::string& target, const std::string& cell, const std::string& column);
    void checkWhole();
    void wrong(const std::string& column, const char* rule, std::string detail) {
        m_out.report.add({Severity::Error, m_row.source, column, rule, std::move(detail), {}});
        m_faulty = true;
    }
    void require(bool present, const char* target) {
        if (!present) wrong(target, "watchlist.missing", "The row does not say it. Fill the cell in, or state it among the mapping's constants.");
    }

    const CsvTable& m_table;
    const CsvMapping& m_mapping;
    ListedEntries& m_out;
    CodedColumns m_codes;
    ListedEntry m_row;
    std::string m_reference, m_familyName, m_givenNames;
    bool m_hasStatus = false;
    bool m_faulty = false;
    std::set<WatchlistEntryId> m_seen;
};

void ListReader::takeCoded(const std::string& target, const std::string& cell, const std::string& column) {
    record::WatchlistEntry& entry = m_row.entry;
    const auto [value, verdict] = m_codes.meaningOf(target, column, cell);
    if (target == "issuerCountry") {
        entry.issuerCountry = value;
        if (verdict != CodedColumns::Verdict::Known) wrong(column, "watchlist.country", "This is no three-letter code of ISO 3166 or Doc 9303.");
    } else if (target == "status") {
        const auto status = record::fromCode<record::EntryStatus>(value);
        if (!status) wrong(column, "watchlist.code", "The status is none of " + codeList<record::EntryStatus>() + ".");
        entry.status = status.value_or(record::EntryStatus::Suspended);
        m_hasStatus = true;
    } else {
        const auto grade = record::fromCode<record::EvidenceGrade>(value);
        if (!grade) wrong(column, "watchlist.code", "The evidence grade is none of " + codeList<record::EvidenceGrade>() + ".");
        entry.grade = grade.value_or(record::EvidenceGrade::Unknown);
    }
}

void ListReader::take(const std::string& target, const std::string& cell, const std::string& column) {
    record::WatchlistEntry& entry = m_row.entry;
    const std::string value = cleaned(cell);
    const auto join = [&](std::string& to) { to += (to.empty() ? "" : " ") + value; };
    if (target == "reference") {
        m_reference = value;
    } else if (target == "gallery") {
        entry.gallery = value;
        if (!isGallery(value))
            wrong(column, "watchlist.gallery", "A gallery is named by small letters, digits and underscores, such as \"wanted\".");
    } else if (target == "name") {
        entry.name = value;
    } else if (target == "familyName") {
        join(m_familyName);
    } else if (target == "givenNames") {
        join(m_givenNames);
    } else if (target == "issuer") {
        entry.issuer = value;
    } else if (target == "reason") {
        entry.reason = value;
    } else if (target == "issuerCountry" || target == "status" || target == "grade") {
        takeCoded(target, cell, column);
    } else if (target == "reviewBy") {
        const auto day = readDateText(value, m_mapping.dateFormat, DatePurpose::Expiry, *fromIso("2000-01-01T00:00:00Z")).date;
        const auto end = day.whole() ? fromIso(day.text() + "T23:59:59Z") : std::nullopt;
        if (!end) return wrong(column, "watchlist.date", "The date is not of the form " + m_mapping.dateFormat +
                                                             ". State \"dateFormat\" in the mapping file if it has another.");
        entry.reviewBy = *end;
    } else if (target == "caveats") {
        entry.caveats = value;
    } else if (target == "face") {
        m_row.images.push_back({cell, ImageSubject::Face, record::FingerPosition::Unknown});
    } else if (target.starts_with("finger")) {
        const auto position = target.size() > 7 ? record::fromCode<record::FingerPosition>(std::string_view(target).substr(7)) : std::nullopt;
        m_row.images.push_back({cell, ImageSubject::Finger, position.value_or(record::FingerPosition::Unknown)});
    }
}

void ListReader::checkWhole() {
    record::WatchlistEntry& entry = m_row.entry;
    if (entry.name.empty()) entry.name = m_familyName + (m_familyName.empty() || m_givenNames.empty() ? "" : ", ") + m_givenNames;
    require(!m_reference.empty(), "reference");
    require(!entry.issuer.empty(), "issuer");
    require(!entry.issuerCountry.empty(), "issuerCountry");
    require(m_hasStatus, "status");
    if (entry.status == record::EntryStatus::Active) {
        require(!entry.gallery.empty(), "gallery");
        require(!entry.reason.empty(), "reason");
        require(entry.reviewBy != UtcTime{}, "reviewBy");
        if (entry.name.empty() && m_row.images.empty())
            wrong("name", "watchlist.missing", "The row names nobody: it has neither a name nor an image.");
    }
    entry.id = idOf(entry, m_reference);
    if (!m_faulty && !m_seen.insert(entry.id).second)
        wrong("reference", "watchlist.twice", "The table has this reference of this issuer in an earlier line. One of the two must go.");
}

void ListReader::read(const CsvRow& row) {
    m_row = {};
    m_row.source = row.place();
    m_reference = m_familyName = m_givenNames = {};
    m_hasStatus = m_faulty = false;
    std::map<std::string, std::string> given;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto at = m_mapping.columns.find(m_table.header[i]);
        const std::string value = cleaned(row.cells[i]);
        if (at == m_mapping.columns.end() || value.empty()) continue;
        const auto [before, first] = given.try_emplace(at->second, value);
        if (first || isListedTarget(at->second))
            take(at->second, row.cells[i], m_table.header[i]);
        else if (before->second != value)
            wrong(m_table.header[i], "watchlist.clash", "The row says this in two columns, and differently. State in a mapping file which column counts.");
    }
    for (const auto& [target, value] : m_mapping.constants)
        if (!given.contains(target)) take(target, value, "constants/" + target);
    checkWhole();
    if (!m_faulty) m_out.entries.push_back(std::move(m_row));
}

}  // namespace

ListedEntries watchlistOf(CsvTable table, const CsvMapping& mapping) {
    ListedEntries out;
    out.report = std::move(table.report);
    for (const auto& [column, target] : mapping.columns)
        if (std::find(table.header.begin(), table.header.end(), column) == table.header.end())
            out.report.add({Severity::Error, "line " + std::to_string(table.headerLine), column, "csv.column",
                            "The mapping names this column; the table does not have it. Correct the mapping file, or the header.", {}});
    ListReader reader(table, mapping, out);
    for (const CsvRow& row : table.rows)
        reader.read(row);
    return out;
}

}  // namespace cotejo::exchange
