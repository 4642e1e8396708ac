#include "core/exchange/tables/csv.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

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
                                next.place(),
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

}  // namespace cotejo::exchange
