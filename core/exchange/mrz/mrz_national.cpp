#include <algorithm>
#include <array>

#include "core/exchange/country_codes.h"
#include "core/exchange/mrz/mrz_dates.h"
#include "core/exchange/mrz/mrz_parser.h"
#include "core/record/name_key.h"

namespace cotejo::exchange::mrz {

namespace {

using record::PartialDate;

bool haveWidths(const std::vector<std::string>& lines, std::initializer_list<std::size_t> widths) {
    return std::equal(lines.begin(), lines.end(), widths.begin(), widths.end(), [](const std::string& line, std::size_t width) { return line.size() == width; });
}

bool isZoneDate(std::string_view text) { return expiryOf(text, {}).isDate; }

// Cards of 1988 to 2021. Line 1: ID, FRA, surname (25), issuing office (6). Line 2: number (12: year, month,
// department, serial), digit, given names (14), birth (6), digit, sex, digit over both lines.
MrzReading frenchId(std::vector<std::string> lines, UtcTime captured) {
    MrzReading reading;
    reading.format = MrzFormat::FrenchId;
    reading.lines = std::move(lines);
    reading.documentCode = "ID";
    reading.issuer = reading.nationality = "FRA";
    const Place number{1, 0, 12}, names{0, 5, 25}, given{1, 13, 14}, birth{1, 27, 6};
    reading.familyName = words(at(reading, names));
    reading.givenNames = words(at(reading, given));
    reading.nameTruncated = at(reading, names).back() != '<' || at(reading, given).back() != '<';
    reading.documentNumber = trimmed(at(reading, number));
    reading.optionalData = trimmed(at(reading, {0, 30, 6}));
    addCheck(reading, "documentNumber", at(reading, number), {1, 12, 1}, false);
    addCheck(reading, "birthDate", at(reading, birth), {1, 33, 1}, true);
    addCheck(reading, "composite", reading.lines[0] + reading.lines[1].substr(0, 35), {1, 35, 1}, false);
    // The number begins with year and month of issue: nobody was born behind them.
    PartialDate issued;
    if (const std::string_view text = at(reading, {1, 0, 4}); std::all_of(text.begin(), text.end(), isDigit)) {
        const int year = (text[0] - '0') * 10 + (text[1] - '0'), month = (text[2] - '0') * 10 + (text[3] - '0');
        issued = PartialDate::of(year >= 80 ? 1900 + year : 2000 + year, month, 0).value_or(PartialDate());
    }
    takeBirth(reading, birth, issued, captured);
    takeSex(reading, {1, 34, 1});
    addFinding(reading, Severity::Note, number, "", "mrz.national",
               "This is the French identity card as issued to 2021, read and checked by its own rules. The zone does not say until when it is valid: cards of adults issued from 2004 to 2013 run five years longer than printed.");
    if (reading.nameTruncated)
        addFinding(reading, Severity::Note, names, "name", "mrz.truncated", "The name fills its field: it may be longer than what stands here.");
    return reading;
}

// One line of 30: D1, FRA, number (9), digit over all before, expiry (6), surname (8), digit over all before.
MrzReading frenchLicence(std::vector<std::string> lines, UtcTime captured) {
    MrzReading reading;
    reading.format = MrzFormat::FrenchLicence;
    reading.lines = std::move(lines);
    reading.documentCode = "D1";
    reading.issuer = "FRA";
    reading.documentNumber = trimmed(at(reading, {0, 5, 9}));
    reading.familyName = words(at(reading, {0, 21, 8}));
    reading.nameTruncated = at(reading, {0, 21, 8}).back() != '<';
    const ZoneDate expiry = expiryOf(at(reading, {0, 15, 6}), captured);
    reading.expiry = expiry.date.text();
    if (!expiry.isDate) addFinding(reading, Severity::Error, {0, 15, 6}, "expiry", "mrz.date", "This is no date.");
    addCheck(reading, "documentNumber", std::string_view(reading.lines[0]).substr(0, 14), {0, 14, 1}, false);
    addCheck(reading, "composite", std::string_view(reading.lines[0]).substr(0, 29), {0, 29, 1}, false);
    addFinding(reading, Severity::Note, {0, 0, 2}, "", "mrz.national",
               "This is a French driving licence, read and checked by its own rules. It says neither nationality nor day of birth.");
    return reading;
}

// Line 1 of 9: paper number and language. Line 2 of 30: FA, CHE, number (9), version (3), fillers, birth (6). Line 3 of 30: names. No digits.
MrzReading swissLicence(std::vector<std::string> lines, UtcTime captured) {
    MrzReading reading;
    reading.format = MrzFormat::SwissLicence;
    reading.lines = std::move(lines);
    reading.documentCode = trimmed(at(reading, {1, 0, 2}));
    reading.issuer = "CHE";
    reading.documentNumber = trimmed(at(reading, {1, 5, 9}));
    reading.optionalData = trimmed(at(reading, {0, 0, 9}));
    const std::string_view names = at(reading, {2, 0, 30});
    const std::size_t between = names.find("<<");
    reading.familyName = words(names.substr(0, between));
    if (between != names.npos) reading.givenNames = words(names.substr(between));
    reading.nameTruncated = names.back() != '<';
    takeBirth(reading, {1, 19, 6}, {}, captured);
    reading.checked = false;
    addFinding(reading, Severity::Note, {1, 0, 2}, "", "mrz.national", "This is a Swiss driving licence, which has no check digits. It does not say a nationality.");
    return reading;
}

// "D1NLD...": who issued it is all that is read.
bool isOtherLicence(const std::vector<std::string>& lines) {
    if (!haveWidths(lines, {30}) || !isCountryCode(trimmed(std::string_view(lines[0]).substr(2, 3)))) return false;
    const bool coded = lines[0].starts_with("D1") || lines[0].starts_with("D<") || lines[0].starts_with("DL");
    return coded && std::count_if(lines[0].begin() + 5, lines[0].end(), isDigit) >= 5;
}

MrzReading otherLicence(std::vector<std::string> lines) {
    MrzReading reading;
    reading.format = MrzFormat::OtherLicence;
    reading.lines = std::move(lines);
    reading.documentCode = trimmed(at(reading, {0, 0, 2}));
    reading.issuer = trimmed(at(reading, {0, 2, 3}));
    reading.optionalData = trimmed(at(reading, {0, 5, 25}));
    reading.checked = false;
    addFinding(reading, Severity::Warning, {0, 5, 25}, "", "mrz.not_checked",
               "This looks like the one line of a driving licence, whose rules are not known here: it was not checked. Type the name and the number from the document.");
    return reading;
}

// The zone writes each letter of the Cyrillic alphabet as one sign, seven of them as digits.
std::string fromRussianSigns(std::string_view zone) {
    constexpr std::string_view signs = "ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678";
    static constexpr std::array<std::string_view, signs.size()> letters{"А", "Б", "В", "Г", "Д", "Е", "Ё", "Ж", "З", "И", "Й", "К", "Л", "М", "Н", "О", "П",
                                                                       "Р", "С", "Т", "У", "Ф", "Х", "Ц", "Ч", "Ш", "Щ", "Ъ", "Ы", "Ь", "Э", "Ю", "Я"};
    std::string cyrillic;
    for (const char c : words(zone))
        if (const auto at = signs.find(c); at != signs.npos)
            cyrillic += letters[at];
        else
            cyrillic += c;
    return record::normaliseName(cyrillic);
}

// Internal passport, 2 x 44. As TD3, but the number lacks the fourth digit of its series, which stands first in the personal data with the
// day of issue (6) and the office (6); there is no expiry.
MrzReading russianId(std::vector<std::string> lines, UtcTime captured) {
    MrzReading reading;
    reading.format = MrzFormat::RussianId;
    reading.lines = std::move(lines);
    reading.documentCode = "PN";
    reading.issuer = reading.nationality = "RUS";
    const Place number{1, 0, 9}, birth{1, 13, 6}, personal{1, 28, 14}, names{0, 5, 39};
    const std::string written(at(reading, number));
    reading.documentNumber = written.substr(0, 3) + std::string(at(reading, {1, 28, 1})) + written.substr(3);
    reading.optionalData = trimmed(at(reading, {1, 29, 13}));
    const std::string_view field = at(reading, names);
    const std::size_t between = field.find("<<");
    reading.familyName = fromRussianSigns(field.substr(0, between));
    if (between != field.npos) reading.givenNames = fromRussianSigns(field.substr(between));
    reading.nameTruncated = field.back() != '<';
    addCheck(reading, "documentNumber", written, {1, 9, 1}, false);
    addCheck(reading, "birthDate", at(reading, birth), {1, 19, 1}, true);
    addCheck(reading, "personalNumber", at(reading, personal), {1, 42, 1}, true);
    const std::string_view second = reading.lines[1];
    addCheck(reading, "composite", std::string(second.substr(0, 10)) + std::string(second.substr(13, 7)) + std::string(second.substr(21, 22)), {1, 43, 1}, false);
    takeBirth(reading, birth, expiryOf(at(reading, {1, 29, 6}), captured).date, captured);  // nobody was born behind the day of issue
    takeSex(reading, {1, 20, 1});
    addFinding(reading, Severity::Note, number, "", "mrz.national",
               "This is the Russian internal passport, read and checked by its own rules. Its names are spelled letter for letter from Cyrillic and shown as Doc 9303 transliterates them; it does not expire.");
    return reading;
}

}  // namespace

std::optional<MrzReading> parseNational(const std::vector<std::string>& lines, UtcTime captured) {
    if (lines.empty()) return std::nullopt;
    if (haveWidths(lines, {36, 36}) && lines[0].starts_with("IDFRA")) return frenchId(lines, captured);
    if (haveWidths(lines, {30}) && lines[0].starts_with("D1FRA")) return frenchLicence(lines, captured);
    if (isOtherLicence(lines)) return otherLicence(lines);
    if (haveWidths(lines, {9, 30, 30}) && lines[1].substr(2, 3) == "CHE" && isZoneDate(std::string_view(lines[1]).substr(19, 6))) return swissLicence(lines, captured);
    if (haveWidths(lines, {44, 44}) && lines[0].starts_with("PNRUS") && lines[1].substr(10, 3) == "RUS" && lines[1].substr(21, 7) == "<<<<<<<") return russianId(lines, captured);
    return std::nullopt;
}

}  // namespace cotejo::exchange::mrz
