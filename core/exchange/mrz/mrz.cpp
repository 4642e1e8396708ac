#include "core/exchange/mrz/mrz.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "core/base/errors.h"
#include "core/exchange/country_codes.h"
#include "core/record/name_key.h"

namespace cotejo::exchange {

namespace {

constexpr std::size_t kMaxText = 4096;
constexpr std::size_t kMaxProposals = 16;

bool inAlphabet(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

struct Place {
    std::size_t line = 0;
    std::size_t at = 0;
    std::size_t length = 0;
};

enum class Content { Any, Digits, Letters };

struct Field {
    const char* name;
    Place place;
    Content content = Content::Any;
};

// Where the fields of a format stand; a length of 0 means the format has no such field. ICAO Doc 9303-4 to
// -7.
struct Layout {
    MrzFormat format;
    std::size_t lines;
    std::size_t width;
    Place code, issuer, number, nationality, birth, sex, expiry, optional, optional2, names;
    std::optional<Place> optionalCheck;
    std::optional<Place> composite;
    std::vector<Place> compositeOver;
};

const std::vector<Layout>& layouts() {
    static const std::vector<Layout> all = {
        {MrzFormat::Td1,
         3,
         30,
         {0, 0, 2},
         {0, 2, 3},
         {0, 5, 9},
         {1, 15, 3},
         {1, 0, 6},
         {1, 7, 1},
         {1, 8, 6},
         {0, 15, 15},
         {1, 18, 11},
         {2, 0, 30},
         std::nullopt,
         Place{1, 29, 1},
         {{0, 5, 25}, {1, 0, 7}, {1, 8, 7}, {1, 18, 11}}},
        {MrzFormat::Td2,
         2,
         36,
         {0, 0, 2},
         {0, 2, 3},
         {1, 0, 9},
         {1, 10, 3},
         {1, 13, 6},
         {1, 20, 1},
         {1, 21, 6},
         {1, 28, 7},
         {},
         {0, 5, 31},
         std::nullopt,
         Place{1, 35, 1},
         {{1, 0, 10}, {1, 13, 7}, {1, 21, 14}}},
        {MrzFormat::Td3,
         2,
         44,
         {0, 0, 2},
         {0, 2, 3},
         {1, 0, 9},
         {1, 10, 3},
         {1, 13, 6},
         {1, 20, 1},
         {1, 21, 6},
         {1, 28, 14},
         {},
         {0, 5, 39},
         Place{1, 42, 1},
         Place{1, 43, 1},
         {{1, 0, 10}, {1, 13, 7}, {1, 21, 22}}},
        {MrzFormat::MrvA,
         2,
         44,
         {0, 0, 2},
         {0, 2, 3},
         {1, 0, 9},
         {1, 10, 3},
         {1, 13, 6},
         {1, 20, 1},
         {1, 21, 6},
         {1, 28, 16},
         {},
         {0, 5, 39},
         std::nullopt,
         std::nullopt,
         {}},
        {MrzFormat::MrvB,
         2,
         36,
         {0, 0, 2},
         {0, 2, 3},
         {1, 0, 9},
         {1, 10, 3},
         {1, 13, 6},
         {1, 20, 1},
         {1, 21, 6},
         {1, 28, 8},
         {},
         {0, 5, 31},
         std::nullopt,
         std::nullopt,
         {}},
    };
    return all;
}

const Layout* layoutFor(const std::vector<std::string>& lines) {
    if (lines.empty() || lines.front().empty()) return nullptr;
    const bool visa = lines.front().front() == 'V';
    for (const Layout& layout : layouts()) {
        const bool isVisa = layout.format == MrzFormat::MrvA || layout.format == MrzFormat::MrvB;
        if (layout.lines == lines.size() && isVisa == visa &&
            std::all_of(lines.begin(), lines.end(),
                        [&](const std::string& line) { return line.size() == layout.width; }))
            return &layout;
    }
    return nullptr;
}

struct Lines {
    std::vector<std::string> text;
    bool changed = false;  // blanks removed or letters raised
};

Lines linesOf(std::string_view text) {
    Lines result;
    std::string line;
    const auto flush = [&] {
        if (!line.empty()) result.text.push_back(std::move(line));
        line.clear();
    };
    for (const char c : text.substr(0, kMaxText)) {
        if (c == '\n' || c == '\r') {
            flush();
        } else if (c == ' ' || c == '\t') {
            result.changed = true;
        } else if (c >= 'a' && c <= 'z') {
            line += static_cast<char>(c - 32);
            result.changed = true;
        } else {
            line += c;
        }
    }
    flush();
    if (result.text.size() == 1) {
        const std::string whole = result.text.front();
        const std::size_t count = whole.size() == 90 ? 3 : whole.size() == 72 || whole.size() == 88 ? 2 : 1;
        if (count > 1) {
            result.text.clear();
            for (std::size_t i = 0; i < count; ++i)
                result.text.push_back(whole.substr(i * whole.size() / count, whole.size() / count));
        }
    }
    return result;
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && text.back() == '<')
        text.remove_suffix(1);
    while (!text.empty() && text.front() == '<')
        text.remove_prefix(1);
    return std::string(text);
}

std::string words(std::string_view text) {
    std::string result;
    for (const char c : trimmed(text))
        if (c != '<')
            result += c;
        else if (result.back() != ' ')
            result += ' ';
    return result;
}

std::string digits(int value, int width) {
    std::string text = std::to_string(value);
    return std::string(text.size() < static_cast<std::size_t>(width)
                           ? static_cast<std::size_t>(width) - text.size()
                           : 0,
                       '0') +
           text;
}

// Two characters as a number; 0 for "<<", nothing for anything else that is no number.
std::optional<int> pair(std::string_view text) {
    if (text == "<<") return 0;
    if (!isDigit(text[0]) || !isDigit(text[1])) return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

enum class Turn { Birth, Expiry };

// YYMMDD with its century. Unknown parts ("<<", and "00" as some issuers write) stay "00".
std::string dateOf(std::string_view text, Turn turn, UtcTime captured) {
    using namespace std::chrono;
    const auto year2 = pair(text.substr(0, 2)), month = pair(text.substr(2, 2)),
               day = pair(text.substr(4, 2));
    if (!year2 || !month || !day || *month > 12 || *day > 31) return {};
    const year_month_day today(floor<days>(captured));
    const int thisYear = static_cast<int>(today.year());
    int year = thisYear - thisYear % 100 + *year2;
    if (turn == Turn::Expiry) {
        while (year > thisYear + 49)
            year -= 100;
        while (year < thisYear - 50)
            year += 100;
    } else {
        const int now = static_cast<int>(static_cast<unsigned>(today.month())) * 100 +
                        static_cast<int>(static_cast<unsigned>(today.day()));
        if (year > thisYear || (year == thisYear && *month * 100 + *day > now)) year -= 100;
    }
    const bool yearKnown = text.substr(0, 2) != "<<";
    if (*month != 0 && *day != 0) {
        const std::chrono::year in(yearKnown ? year : 2000);
        if (!year_month_day(in, std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day)))
                 .ok())
            return {};
    }
    return (yearKnown ? digits(year, 4) : std::string("0000")) + "-" + digits(*month, 2) + "-" +
           digits(*day, 2);
}

class MrzParser {
  public:
    MrzParser(std::vector<std::string> lines, const Layout& layout, UtcTime captured)
        : m_layout(layout), m_captured(captured) {
        m_reading.format = layout.format;
        m_reading.lines = std::move(lines);
    }
    MrzReading parse();

  private:
    std::string_view at(const Place& place) const {
        return std::string_view(m_reading.lines[place.line]).substr(place.at, place.length);
    }
    void add(Severity severity, const Place& place, const char* field, const char* rule, std::string detail) {
        m_reading.report.add({severity,
                              "line " + std::to_string(place.line + 1),
                              field,
                              rule,
                              std::move(detail),
                              {{"column", std::to_string(place.at + 1)}}});
    }
    void check(const char* field, std::string_view covered, const Place& digit, bool fillerAllowed);
    void readNumber();
    void readDates();
    void readNames();
    void readCodes();
    void propose();
    void tryReplacement(const Field& field, std::size_t offset, char to);

    const Layout& m_layout;
    UtcTime m_captured;
    MrzReading m_reading;
    bool m_proposing = true;

    friend std::size_t wrongAfter(const std::vector<std::string>& lines, const Layout& layout,
                                  UtcTime captured);
};

void MrzParser::check(const char* field, std::string_view covered, const Place& digit, bool fillerAllowed) {
    MrzCheck result{field, at(digit)[0], mrzCheckDigit(covered), MrzCheckState::Right,
                    int(digit.line) + 1, int(digit.at) + 1, std::string(covered)};
    const bool empty = covered.find_first_not_of('<') == covered.npos;
    if (result.given == '<' && fillerAllowed && empty)
        result.state = MrzCheckState::NotGiven;
    else if (result.given != result.expected)
        result.state = MrzCheckState::Wrong;
    if (result.state == MrzCheckState::Wrong)
        add(Severity::Error, digit, field, "mrz.check",
            std::string("The check digit of this field is ") + result.given + "; the characters read give " +
                result.expected + ". Something was misread or altered: compare with the printed document.");
    m_reading.checks.push_back(std::move(result));
}

void MrzParser::readNumber() {
    const std::string_view number = at(m_layout.number);
    const Place digit{m_layout.number.line, m_layout.number.at + m_layout.number.length, 1};
    const std::string_view optional = at(m_layout.optional);
    const bool mayBeLong = m_layout.format == MrzFormat::Td1 || m_layout.format == MrzFormat::Td2;
    const std::size_t rest = optional.find('<');
    // A number of more than nine characters goes on in the optional data, its check digit last (Doc
    // 9303-5, 4.2.2, note j).
    if (mayBeLong && at(digit) == "<" && number.find('<') == number.npos && rest != 0) {
        const std::string_view more = optional.substr(0, rest);
        const std::string whole = std::string(number) + std::string(more.substr(0, more.size() - 1));
        const Place last{m_layout.optional.line, m_layout.optional.at + more.size() - 1, 1};
        check("documentNumber", whole, last, false);
        m_reading.documentNumber = whole;
        m_reading.optionalData = rest == optional.npos ? std::string() : trimmed(optional.substr(rest));
    } else {
        check("documentNumber", number, digit, false);
        m_reading.documentNumber = trimmed(number);
        m_reading.optionalData = trimmed(optional);
    }
    if (m_layout.optional2.length > 0) {
        const std::string second = trimmed(at(m_layout.optional2));
        if (!second.empty()) m_reading.optionalData += (m_reading.optionalData.empty() ? "" : " ") + second;
    }
    if (m_layout.optionalCheck) check("personalNumber", optional, *m_layout.optionalCheck, true);
}

void MrzParser::readDates() {
    const auto after = [](const Place& place) { return Place{place.line, place.at + place.length, 1}; };
    check("birthDate", at(m_layout.birth), after(m_layout.birth), true);
    check("expiry", at(m_layout.expiry), after(m_layout.expiry), true);
    m_reading.birthDate = dateOf(at(m_layout.birth), Turn::Birth, m_captured);
    m_reading.expiry = dateOf(at(m_layout.expiry), Turn::Expiry, m_captured);
    if (m_reading.birthDate.empty())
        add(Severity::Error, m_layout.birth, "birthDate", "mrz.date", "This is no date.");
    if (m_reading.expiry.empty())
        add(Severity::Error, m_layout.expiry, "expiry", "mrz.date", "This is no date.");
    const char sex = at(m_layout.sex)[0];
    m_reading.sex = sex == 'F'   ? record::Sex::Female
                    : sex == 'M' ? record::Sex::Male
                                 : record::Sex::Unspecified;
    if (sex != 'F' && sex != 'M' && sex != '<' && sex != 'X')
        add(Severity::Warning, m_layout.sex, "sex", "mrz.sex", "The sex is none of F, M, X and <.");
}

void MrzParser::readNames() {
    const std::string_view field = at(m_layout.names);
    const std::size_t between = field.find("<<");
    m_reading.familyName = words(field.substr(0, between));
    if (between != field.npos) m_reading.givenNames = words(field.substr(between));
    m_reading.nameTruncated = field.back() != '<';
    if (m_reading.familyName.empty())
        add(Severity::Warning, m_layout.names, "name", "mrz.name", "There is no primary identifier.");
    if (field.find_first_of("0123456789") != field.npos)
        add(Severity::Warning, m_layout.names, "name", "mrz.name", "There is a digit among the names.");
    if (m_reading.nameTruncated)
        add(Severity::Note, m_layout.names, "name", "mrz.truncated",
            "The name fills its field: it may be longer than what stands here.");
}

void MrzParser::readCodes() {
    m_reading.documentCode = trimmed(at(m_layout.code));
    m_reading.issuer = trimmed(at(m_layout.issuer));
    m_reading.nationality = trimmed(at(m_layout.nationality));
    m_reading.protection = isProtectionCode(m_reading.nationality) || isProtectionCode(m_reading.issuer);
    if (!isCountryCode(m_reading.issuer))
        add(Severity::Warning, m_layout.issuer, "issuer", "mrz.code",
            "\"" + m_reading.issuer + "\" is no code of ISO 3166 or Doc 9303.");
    if (!isCountryCode(m_reading.nationality))
        add(Severity::Warning, m_layout.nationality, "nationality", "mrz.code",
            "\"" + m_reading.nationality + "\" is no code of ISO 3166 or Doc 9303.");
    if (m_reading.protection)
        add(Severity::Note, isProtectionCode(m_reading.nationality) ? m_layout.nationality : m_layout.issuer,
            "nationality", "mrz.protection",
            "The code stands for a stateless person or a refugee: protection rules apply.");
}

std::size_t wrongAfter(const std::vector<std::string>& lines, const Layout& layout, UtcTime captured) {
    MrzParser parser(lines, layout, captured);
    parser.m_proposing = false;
    parser.parse();
    const auto& findings = parser.m_reading.report.findings;
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [](const Finding& f) { return f.severity != Severity::Note; }));
}

void MrzParser::tryReplacement(const Field& field, std::size_t offset, char to) {
    if (m_reading.proposals.size() >= kMaxProposals) return;
    MrzProposal proposal{field.name,
                         static_cast<int>(field.place.line) + 1,
                         static_cast<int>(field.place.at + offset) + 1,
                         m_reading.lines[field.place.line][field.place.at + offset],
                         to,
                         m_reading.lines};
    proposal.lines[field.place.line][field.place.at + offset] = to;
    // Only what leaves less wrong than before is worth an officer's time.
    const auto& findings = m_reading.report.findings;
    const auto before = static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [](const Finding& f) { return f.severity != Severity::Note; }));
    if (wrongAfter(proposal.lines, m_layout, m_captured) < before)
        m_reading.proposals.push_back(std::move(proposal));
}

void MrzParser::propose() {
    constexpr std::pair<char, char> kAlike[] = {{'O', '0'}, {'I', '1'}, {'B', '8'}, {'S', '5'},
                                                {'Z', '2'}, {'G', '6'}, {'Q', '0'}, {'D', '0'}};
    const auto widened = [](Place place, std::size_t by) {
        return Place{place.line, place.at, place.length + by};
    };
    const Field fields[] = {{"documentNumber", widened(m_layout.number, 1), Content::Any},
                            {"birthDate", widened(m_layout.birth, 1), Content::Digits},
                            {"expiry", widened(m_layout.expiry, 1), Content::Digits},
                            {"optionalData", m_layout.optional, Content::Any},
                            {"issuer", m_layout.issuer, Content::Letters},
                            {"nationality", m_layout.nationality, Content::Letters},
                            {"name", m_layout.names, Content::Letters}};
    for (const Field& field : fields)
        for (std::size_t i = 0; i < field.place.length; ++i)
            for (const auto& [letter, digit] : kAlike) {
                const char c = at(field.place)[i];
                if (c == letter && field.content != Content::Letters) tryReplacement(field, i, digit);
                if (c == digit && field.content != Content::Digits) tryReplacement(field, i, letter);
            }
}

MrzReading MrzParser::parse() {
    readCodes();
    readNumber();
    readDates();
    readNames();
    if (m_layout.composite) {
        std::string covered;
        for (const Place& place : m_layout.compositeOver)
            covered += at(place);
        check("composite", covered, *m_layout.composite, false);
    }
    if (m_proposing && m_reading.report.findings.size() > 0) propose();
    return m_proposing ? std::move(m_reading) : m_reading;
}

}  // namespace

bool MrzReading::checksHold() const {
    return std::none_of(checks.begin(), checks.end(),
                        [](const MrzCheck& c) { return c.state == MrzCheckState::Wrong; });
}

record::Traveler MrzReading::traveler() const {
    record::Traveler result;
    result.familyName = familyName;
    result.givenNames = givenNames;
    result.birthDate = birthDate;
    result.sex = sex;
    result.nationality = nationality;
    std::string zone;
    for (const auto& line : lines)
        zone += (zone.empty() ? "" : "\n") + line;
    result.documents.push_back({documentCode, issuer, documentNumber, expiry, zone});
    return result;
}

char mrzCheckDigit(std::string_view text) {
    constexpr int kWeights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!inAlphabet(c)) return '?';
        sum += kWeights[i % 3] * (c == '<' ? 0 : isDigit(c) ? c - '0' : c - 'A' + 10);
    }
    return static_cast<char>('0' + sum % 10);
}

bool looksLikeMrz(std::string_view text) {
    if (text.size() > kMaxText) return false;
    const auto lines = linesOf(text).text;
    return layoutFor(lines) != nullptr &&
           std::all_of(lines.begin(), lines.end(), [](const std::string& line) {
               return std::all_of(line.begin(), line.end(), inAlphabet);
           });
}

Result<MrzReading> parseMrz(std::string_view text, UtcTime captured) {
    if (text.size() > kMaxText)
        return fail(base::kMalformed, "A machine-readable zone has at most 90 characters, not " +
                                          std::to_string(text.size()) + ".");
    Lines lines = linesOf(text);
    for (std::size_t i = 0; i < lines.text.size(); ++i)
        for (std::size_t c = 0; c < lines.text[i].size(); ++c)
            if (!inAlphabet(lines.text[i][c]))
                return fail(
                    base::kMalformed,
                    "Line " + std::to_string(i + 1) + ", column " + std::to_string(c + 1) +
                        " of the machine-readable zone has a character other than A to Z, 0 to 9 and <.");
    const Layout* layout = layoutFor(lines.text);
    if (layout == nullptr) {
        std::string sizes;
        for (const auto& line : lines.text)
            sizes += (sizes.empty() ? "" : ", ") + std::to_string(line.size());
        return fail(base::kMalformed,
                    "A machine-readable zone has three lines of 30, or two of 36 or 44 characters; this one "
                    "has lines of " +
                        (sizes.empty() ? "0" : sizes) + ".");
    }
    MrzReading reading = MrzParser(std::move(lines.text), *layout, captured).parse();
    if (lines.changed)
        reading.report.add({Severity::Note,
                            "",
                            "",
                            "mrz.blanks",
                            "Blanks were left out or small letters raised in reading.",
                            {}});
    return reading;
}

NameAgreement compareWithMrz(std::string_view familyName, std::string_view givenNames,
                             const MrzReading& reading) {
    const std::string zone =
        reading.familyName + (reading.givenNames.empty() ? "" : " ") + reading.givenNames;
    const std::string both = std::string(familyName) + " " + std::string(givenNames);
    for (const std::string& name : {record::normaliseNameAsMrz(both), record::normaliseName(both)}) {
        if (name == zone) return NameAgreement::Same;
        if (reading.nameTruncated && name.starts_with(zone)) return NameAgreement::SameAsFarAsItGoes;
    }
    return NameAgreement::Different;
}

}  // namespace cotejo::exchange
