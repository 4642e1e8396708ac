#include "core/exchange/tables/csv.h"

#include <algorithm>
#include <array>

#include "core/base/errors.h"
#include "core/exchange/text.h"
#include "core/record/name_key.h"

namespace cotejo::exchange {

namespace {

constexpr std::size_t kHeaderWithin = 20;     // lines
constexpr std::size_t kMostNotes = 20;        // of one kind, then a count
constexpr std::array<char, 4> kSeparators = {',', ';', '\t', '|'};

// The lines that may hold the header, quoted line ends inside.
std::vector<std::string_view> headOf(std::string_view text) {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size() && lines.size() < kHeaderWithin; ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] != '\n' || quoted) continue;
        lines.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    if (lines.size() < kHeaderWithin && begin < text.size()) lines.push_back(text.substr(begin));
    return lines;
}

std::vector<std::string> splitAt(std::string_view line, char separator) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

// The separator that makes a header known; otherwise the one that cuts most lines into as many pieces.
char separatorOf(std::string_view text, const CsvExpected& expected) {
    const auto lines = headOf(text.substr(0, 1u << 16));
    char best = ',';
    std::size_t mostKnown = 0, mostEven = 0;
    for (const char candidate : kSeparators) {
        std::size_t known = 0;
        std::map<std::size_t, std::size_t> widths;
        for (const auto line : lines) {
            const auto cells = splitAt(line, candidate);
            if (cells.size() < 2) continue;
            known = std::max(known, knownColumns(cells, expected));
            ++widths[cells.size()];
        }
        std::size_t even = 0;
        for (const auto& [width, count] : widths) even = std::max(even, (width - 1) * count);
        if (std::pair(known, even) > std::pair(mostKnown, mostEven)) {
            best = candidate;
            mostKnown = known;
            mostEven = even;
        }
    }
    return best;
}

bool isEmpty(const CsvRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return cleaned(cell).empty(); });
}

class CsvReader {
  public:
    CsvReader(std::string_view text, const CsvLimits& limits, const CsvExpected& expected) : m_text(text), m_limits(limits), m_expected(expected) {}
    Result<CsvTable> read();

  private:
    Result<CsvRow> row();
    Result<std::string> cell();
    void takeSeparatorLine();
    Result<std::vector<CsvRow>> headerAndMore();
    void take(CsvRow row);
    void note(Severity severity, const CsvRow& row, const char* rule, std::string detail);
    void countNotes();
    tl::unexpected<Error> tooLarge(const std::string& what) const {
        return fail(base::kTooLarge, "The table has " + what + " in line " + std::to_string(m_line) + ".",
                    {{"line", std::to_string(m_line)}});
    }

    std::string_view m_text;
    const CsvLimits& m_limits;
    const CsvExpected& m_expected;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::map<std::string, std::size_t> m_notes;
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

// Spreadsheets write and read "sep=;" as a first line of its own.
void CsvReader::takeSeparatorLine() {
    const std::string_view line = m_text.substr(0, m_text.find_first_of("\r\n"));
    std::string plain;
    for (const char c : line)
        if (c != '"') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (!plain.starts_with("sep=") || plain.size() < 5 || plain.find_first_not_of(plain[4], 5) != plain.npos) {
        m_table.separator = separatorOf(m_text, m_expected);
        return;
    }
    m_table.separator = plain[4];
    m_at = line.size();
    if (m_at < m_text.size() && m_text[m_at] == '\r') ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
    m_line = 2;
    m_table.report.add({Severity::Note, "line 1", "", "csv.sep", "The line states the separator of the table; it was followed.", {{"separator", std::string(1, plain[4])}}});
}

void CsvReader::note(Severity severity, const CsvRow& row, const char* rule, std::string detail) {
    if (++m_notes[rule] > kMostNotes && severity == Severity::Note) return;
    m_table.report.add({severity, row.place(), "", rule, std::move(detail), {{"cells", std::to_string(row.cells.size())}, {"columns", std::to_string(m_table.header.size())}}});
}

void CsvReader::countNotes() {
    for (const auto& [rule, count] : m_notes)
        if (rule != "csv.columns" && rule != "csv.line" && rule != "csv.footer" && count > kMostNotes)
            m_table.report.add({Severity::Note, "", "", rule, "The same of " + std::to_string(count - kMostNotes) + " rows more.", {{"count", std::to_string(count - kMostNotes)}}});
}

// The rows up to the header and behind it, as far as they had to be looked at; the header is taken out.
Result<std::vector<CsvRow>> CsvReader::headerAndMore() {
    std::vector<CsvRow> first;
    while (m_at < m_text.size() && first.size() < kHeaderWithin) {
        COTEJO_TRY_ASSIGN(CsvRow next, row());
        if (isEmpty(next)) continue;
        first.push_back(std::move(next));
        // Most tables begin with their header: nothing behind it needs a look.
        if (first.size() == 1 && knownColumns(first[0].cells, m_expected) * 2 >= first[0].cells.size() && first[0].cells.size() > 1) break;
    }
    if (first.empty()) return fail(base::kMalformed, "The table is empty.");
    std::size_t header = 0, most = knownColumns(first[0].cells, m_expected);
    for (std::size_t i = 1; i < first.size(); ++i)
        if (const std::size_t known = knownColumns(first[i].cells, m_expected); known > most && known >= 2) {
            header = i;
            most = known;
        }
    m_table.header = std::move(first[header].cells);
    m_table.headerLine = first[header].line;
    if (header > 0) {
        m_table.report.add({Severity::Note, first[0].place(), "", "csv.title",
                            "The header stands in line " + std::to_string(m_table.headerLine) + "; what stands above it is kept as a title and names nobody.",
                            {{"line", std::to_string(m_table.headerLine)}}});
        m_table.titles.assign(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(header));
    }
    return std::vector<CsvRow>(first.begin() + static_cast<std::ptrdiff_t>(header) + 1, first.end());
}

// "Total;12;;": a word for a sum, and beside it numbers only.
bool isTotal(const CsvRow& row) {
    constexpr std::string_view kWords[] = {"TOTAL", "TOTALES", "TOTALS", "TOTAIS", "TOTAUX", "SUBTOTAL", "SUMA", "SOMA", "GRAND", "GENERAL"};
    bool named = false;
    for (const auto& cell : row.cells) {
        const std::string text = cleaned(cell);
        if (text.empty()) continue;
        if (!named) {
            const std::string words = record::normaliseName(text);
            const auto first = words.substr(0, words.find(' '));
            if (std::find(std::begin(kWords), std::end(kWords), first) == std::end(kWords) || words.find("TOTA") == words.npos) {
                if (first != "SUMA" && first != "SOMA") return false;
            }
            named = true;
        } else if (text.find_first_not_of("0123456789.,:% ") != text.npos) {
            return false;
        }
    }
    return named;
}

void CsvReader::take(CsvRow next) {
    const std::size_t columns = m_table.header.size();
    if (isEmpty(next)) return;
    if (columns >= 3 && isTotal(next)) {
        note(Severity::Warning, next, "csv.footer", "The line has a word for a sum and numbers only. It was taken for the total of the table and names nobody; if it is a row, correct it.");
        m_table.titles.push_back(std::move(next));
        return;
    }
    if (next.cells.size() == 1 && columns >= 3) {
        note(Severity::Warning, next, "csv.line", "The line has no separator. It was taken for a note of the table and names nobody; if it is a row, correct it.");
        m_table.titles.push_back(std::move(next));
        return;
    }
    if (next.cells.size() > columns) {
        const bool blank = std::all_of(next.cells.begin() + static_cast<std::ptrdiff_t>(columns), next.cells.end(), [](const std::string& c) { return cleaned(c).empty(); });
        if (!blank) {
            note(Severity::Error, next, "csv.columns",
                 "The row has " + std::to_string(next.cells.size()) + " cells, the header " + std::to_string(columns) +
                     "; it is left out. Correct the row (a text with the separator in it stands in quotation marks) and import the table again.");
            return;
        }
        note(Severity::Note, next, "csv.ragged", "The row has " + std::to_string(next.cells.size()) + " cells, the header " + std::to_string(columns) + "; those beyond it are empty.");
    } else if (next.cells.size() < columns) {
        note(Severity::Note, next, "csv.ragged", "The row has " + std::to_string(next.cells.size()) + " cells, the header " + std::to_string(columns) + "; the last ones count as empty.");
    }
    next.cells.resize(columns);
    m_table.rows.push_back(std::move(next));
}

Result<CsvTable> CsvReader::read() {
    takeSeparatorLine();
    COTEJO_TRY_ASSIGN(std::vector<CsvRow> begun, headerAndMore());
    for (CsvRow& each : begun) take(std::move(each));
    while (m_at < m_text.size()) {
        COTEJO_TRY_ASSIGN(CsvRow next, row());
        take(std::move(next));
        if (m_table.rows.size() > m_limits.rows || m_table.titles.size() > m_limits.rows)
            return tooLarge("more than " + std::to_string(m_limits.rows) + " rows");
    }
    if (m_table.rows.size() > m_limits.rows) return tooLarge("more than " + std::to_string(m_limits.rows) + " rows");
    countNotes();
    return std::move(m_table);
}

}  // namespace

Result<CsvTable> readCsv(ByteView bytes, const CsvLimits& limits, const CsvExpected& expected) {
    COTEJO_TRY_ASSIGN(const DecodedText decoded, decodeText(textOf(bytes), expected.mapping != nullptr ? expected.mapping->encoding : std::string_view()));
    COTEJO_TRY_ASSIGN(CsvTable table, CsvReader(decoded.text, limits, expected).read());
    table.encoding = decoded.encoding;
    if (decoded.assumed)
        table.report.add({Severity::Warning, "", "", "csv.encoding",
                          "The text is not UTF-8; it was read as " + decoded.encoding + ". Check the accents; if they are wrong, state the \"encoding\" in a mapping file.",
                          {{"encoding", decoded.encoding}}});
    return table;
}

namespace {

void appendCsvLine(std::string& text, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        // A cell alone and empty would read as an empty line.
        if (cells[i].find_first_of(",;\t|\"\r\n") == std::string::npos && !(cells.size() == 1 && cells[i].empty())) {
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
