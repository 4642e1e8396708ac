#include "core/exchange/mrz/mrz_parser.h"

#include <algorithm>

#include "core/exchange/country_codes.h"
#include "core/exchange/mrz/mrz_dates.h"
#include "core/record/safeguards.h"

namespace cotejo::exchange::mrz {

namespace {

Place after(const Place& place) {
    return Place{place.line, place.at + place.length, 1};
}

class LayoutParser {
  public:
    LayoutParser(std::vector<std::string> lines, const Layout& layout, UtcTime captured) : m_layout(layout), m_captured(captured) {
        m_reading.format = layout.format;
        m_reading.lines = std::move(lines);
    }
    MrzReading parse();

  private:
    std::string_view at(const Place& place) const { return mrz::at(m_reading, place); }
    void add(Severity severity, const Place& place, const char* field, const char* rule, std::string detail,
             std::vector<std::pair<std::string, std::string>> params = {}) {
        addFinding(m_reading, severity, place, field, rule, std::move(detail), std::move(params));
    }
    void readCodes();
    void readNumber();
    void longNumber(std::string_view number, std::string_view more);
    void readDates();
    void readNames();
    void readComposite();
    void forgetChecksOfAnotherLayout();

    const Layout& m_layout;
    UtcTime m_captured;
    MrzReading m_reading;
};

void LayoutParser::readCodes() {
    m_reading.documentCode = trimmed(at(m_layout.code));
    m_reading.issuer = trimmed(at(m_layout.issuer));
    m_reading.nationality = trimmed(at(m_layout.nationality));
    const bool byCode = isProtectionCode(m_reading.nationality) || isProtectionCode(m_reading.issuer);
    const std::string byPaper = record::protectionOfDocument(m_reading.documentCode, m_reading.issuer, m_reading.nationality);
    m_reading.protection = byCode || !byPaper.empty();
    const auto unknown = [&](const Place& place, const char* field, const std::string& code) {
        if (!isCountryCode(code)) add(Severity::Warning, place, field, "mrz.code", "\"" + code + "\" is no code of ISO 3166 or Doc 9303.", {{"code", code}});
    };
    unknown(m_layout.issuer, "issuer", m_reading.issuer);
    unknown(m_layout.nationality, "nationality", m_reading.nationality);
    if (byCode)
        add(Severity::Note, isProtectionCode(m_reading.nationality) ? m_layout.nationality : m_layout.issuer,
            "nationality", "mrz.protection",
            "The code stands for a stateless person or a refugee: protection rules apply.",
            {{"code", isProtectionCode(m_reading.nationality) ? m_reading.nationality : m_reading.issuer}});
    else if (!byPaper.empty())
        add(Severity::Note, m_layout.code, "documentCode", "mrz.protection", "The document is one of refugees, stateless persons or asylum seekers: protection rules apply.",
            {{"code", byPaper}});
}

// A number of more than nine characters goes on in the optional data, its check digit last (Doc 9303-5, 4.2.2, note j).
void LayoutParser::longNumber(std::string_view number, std::string_view more) {
    const std::string rest(more.substr(0, more.size() - 1));
    const Place last{m_layout.optional.line, m_layout.optional.at + more.size() - 1, 1};
    m_reading.documentNumber = std::string(number) + rest;
    // Belgium, to 2020, counted the filler between the two parts in.
    const std::string overFiller = std::string(number) + "<" + rest;
    if (m_reading.issuer == "BEL" && at(last)[0] == mrzCheckDigit(overFiller) && at(last)[0] != mrzCheckDigit(m_reading.documentNumber)) {
        addCheck(m_reading, "documentNumber", overFiller, last, false);
        add(Severity::Note, last, "documentNumber", "mrz.national", "The check digit is counted over the filler too, as on Belgian cards up to 2020. It holds.");
        return;
    }
    addCheck(m_reading, "documentNumber", m_reading.documentNumber, last, false);
}

void LayoutParser::readNumber() {
    const std::string_view number = at(m_layout.number);
    const Place digit = after(m_layout.number);
    const std::string_view optional = at(m_layout.optional);
    const bool mayBeLong = m_layout.format == MrzFormat::Td1 || m_layout.format == MrzFormat::Td2;
    const std::size_t rest = optional.find('<');
    if (mayBeLong && at(digit) == "<" && number.find('<') == number.npos && rest != 0) {
        longNumber(number, optional.substr(0, rest));
        m_reading.optionalData = rest == optional.npos ? std::string() : trimmed(optional.substr(rest));
    } else {
        addCheck(m_reading, "documentNumber", number, digit, false);
        m_reading.documentNumber = trimmed(number);
        m_reading.optionalData = trimmed(optional);
    }
    if (m_layout.optional2.length > 0) {
        const std::string second = trimmed(at(m_layout.optional2));
        if (!second.empty()) m_reading.optionalData += (m_reading.optionalData.empty() ? "" : " ") + second;
    }
    if (m_layout.optionalCheck) addCheck(m_reading, "personalNumber", optional, *m_layout.optionalCheck, true);
}

void LayoutParser::readDates() {
    addCheck(m_reading, "birthDate", at(m_layout.birth), after(m_layout.birth), true);
    addCheck(m_reading, "expiry", at(m_layout.expiry), after(m_layout.expiry), true);
    const ZoneDate expiry = expiryOf(at(m_layout.expiry), m_captured);
    m_reading.expiry = expiry.date.text();
    if (!expiry.isDate) add(Severity::Error, m_layout.expiry, "expiry", "mrz.date", "This is no date.");
    takeBirth(m_reading, m_layout.birth, expiry.date, m_captured);
    takeSex(m_reading, m_layout.sex);
}

void LayoutParser::readNames() {
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

void LayoutParser::readComposite() {
    if (!m_layout.composite) return;
    std::string covered;
    for (const Place& place : m_layout.compositeOver)
        covered += at(place);
    addCheck(m_reading, "composite", covered, *m_layout.composite, false);
}

// Where neither a check digit nor a date is right, the lines only have the width of this layout: a national card's, or shifted.
void LayoutParser::forgetChecksOfAnotherLayout() {
    const auto& findings = m_reading.report.findings;
    const auto impossible = std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "mrz.date" && f.severity == Severity::Error; });
    const bool anyRight = std::any_of(m_reading.checks.begin(), m_reading.checks.end(), [](const MrzCheck& check) {
        return check.state == MrzCheckState::Right && check.covered.find_first_not_of('<') != check.covered.npos;
    });
    const std::string_view dates[] = {at(m_layout.birth), at(m_layout.expiry)};
    const bool nearDates = std::any_of(std::begin(dates), std::end(dates), [](std::string_view date) {
        return std::count_if(date.begin(), date.end(), isDigit) >= 2;  // a date misread keeps some of its digits
    });
    if (anyRight || impossible < 2 || nearDates) return;
    std::erase_if(m_reading.report.findings, [](const Finding& f) { return f.rule == "mrz.check" || f.rule == "mrz.date"; });
    for (MrzCheck& check : m_reading.checks) check.state = MrzCheckState::NotGiven;
    m_reading.checked = false;
    add(Severity::Warning, m_layout.number, "", "mrz.not_checked",
        "The lines have the width of " + std::string(record::codeOf(m_layout.format)) + ", but nothing stands where Doc 9303 has it: a national layout, or lines shifted by a character. It was not checked.");
}

MrzReading LayoutParser::parse() {
    readCodes();
    readNumber();
    readDates();
    readNames();
    readComposite();
    forgetChecksOfAnotherLayout();
    return std::move(m_reading);
}

}  // namespace

void addFinding(MrzReading& reading, Severity severity, const Place& place, const char* field, const char* rule, std::string detail,
                std::vector<std::pair<std::string, std::string>> params) {
    params.insert(params.begin(), {"column", std::to_string(place.at + 1)});
    reading.report.add({severity, "line " + std::to_string(place.line + 1), field, rule, std::move(detail), std::move(params)});
}

void addCheck(MrzReading& reading, const char* field, std::string_view covered, const Place& digit, bool fillerAllowed) {
    MrzCheck result{field, at(reading, digit)[0], mrzCheckDigit(covered), MrzCheckState::Right,
                    int(digit.line) + 1, int(digit.at) + 1, std::string(covered)};
    const bool empty = covered.find_first_not_of('<') == covered.npos;
    if (result.given == '<' && fillerAllowed && empty)
        result.state = MrzCheckState::NotGiven;
    else if (result.given != result.expected)
        result.state = MrzCheckState::Wrong;
    if (result.state == MrzCheckState::Wrong)
        addFinding(reading, Severity::Error, digit, field, "mrz.check",
                   std::string("The check digit of this field is ") + result.given + "; the characters read give " +
                       result.expected + ". Compare the line with the printed document, character by character.",
                   {{"given", std::string(1, result.given)}, {"expected", std::string(1, result.expected)}});
    reading.checks.push_back(std::move(result));
}

void takeBirth(MrzReading& reading, const Place& place, const record::PartialDate& expiry, UtcTime captured) {
    const ZoneDate birth = birthOf(at(reading, place), expiry, captured);
    reading.birthDate = birth.date.text();
    reading.otherBirthDate = birth.other.text();
    if (!birth.isDate) addFinding(reading, Severity::Error, place, "birthDate", "mrz.date", "This is no date.");
    if (birth.isDate && !birth.date.whole())
        addFinding(reading, Severity::Note, place, "birthDate", "mrz.birth_partial",
                   birth.zeros          ? "The date of birth is six zeros, as some issuers write an unknown one. It was taken for unknown."
                   : birth.date.known() ? "Parts of the date of birth are unknown."
                                        : "The date of birth is unknown.",
                   {{"date", reading.birthDate}});
    if (birth.other.known())
        addFinding(reading, Severity::Note, place, "birthDate", "mrz.century",
                   "Two digits of the year leave two centuries: " + reading.birthDate + " was taken, " + reading.otherBirthDate + " fits as well. Compare with the person.",
                   {{"taken", reading.birthDate}, {"other", reading.otherBirthDate}});
    if (birth.date.earliest() && expiry.latest() && *birth.date.earliest() > *expiry.latest())
        addFinding(reading, Severity::Warning, place, "birthDate", "mrz.date_order", "The holder would have been born after the document expired.",
                   {{"date", reading.birthDate}});
}

void takeSex(MrzReading& reading, const Place& place) {
    const char sex = at(reading, place)[0];
    reading.sex = sex == 'F' ? record::Sex::Female : sex == 'M' ? record::Sex::Male : record::Sex::Unspecified;
    if (sex != 'F' && sex != 'M' && sex != '<' && sex != 'X')
        addFinding(reading, Severity::Warning, place, "sex", "mrz.sex", "The sex is none of F, M, X and <.");
}

MrzReading parseLayout(std::vector<std::string> lines, const Layout& layout, UtcTime captured) {
    return LayoutParser(std::move(lines), layout, captured).parse();
}

}  // namespace cotejo::exchange::mrz
