#include "core/exchange/date_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/exchange/text.h"
#include "core/record/name_key.h"

namespace cotejo::exchange {

namespace {

using namespace std::chrono;
using record::PartialDate;

constexpr int kEarliestYear = 1850;  // of a birth or a paper that anybody still reads

std::optional<PartialDate> onDay(sys_days day) {
    const year_month_day date(day);
    return PartialDate::of(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day())));
}

std::optional<int> monthNamed(std::string_view word) {
    // Beginnings that tell the months apart in English, Spanish, Portuguese and French.
    struct Month {
        std::string_view begin;
        int month;
    };
    constexpr auto kMonths = std::to_array<Month>({{"JAN", 1},  {"ENE", 1},  {"FEB", 2},  {"FEV", 2}, {"MAR", 3}, {"APR", 4}, {"ABR", 4}, {"AVR", 4},
                                                   {"MAY", 5},  {"MAI", 5},  {"JUIN", 6}, {"JUIL", 7}, {"JUN", 6}, {"JUL", 7}, {"AUG", 8}, {"AGO", 8},
                                                   {"AOU", 8},  {"SEP", 9},  {"SET", 9},  {"OCT", 10}, {"OUT", 10}, {"NOV", 11}, {"DEC", 12}, {"DIC", 12}, {"DEZ", 12}});
    if (word.size() < 3) return std::nullopt;
    for (const Month& each : kMonths)
        if (word.starts_with(each.begin)) return each.month;
    return std::nullopt;
}

// "30 ENE 1979", "30 DE ENERO DE 1979".
std::optional<PartialDate> withMonthName(std::string_view text) {
    const std::string plain = record::normaliseName(text);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t end = std::min(plain.find(' ', at), plain.size());
        if (const auto word = plain.substr(at, end - at); word != "DE" && word != "DEL" && word != "DO") words.push_back(word);
        at = end + 1;
    }
    if (words.size() < 2 || words.size() > 3) return std::nullopt;
    const auto year = wholeNumber(words.back());
    const auto month = monthNamed(words[words.size() - 2]);
    const auto day = words.size() == 3 ? wholeNumber(words.front()) : std::optional(0);
    if (!year || words.back().size() != 4 || !month || !day || (words.size() == 3 && *day == 0)) return std::nullopt;
    return PartialDate::of(*year, *month, *day);
}

struct Parts {
    int year = 0, month = 0, day = 0;
};

// Forms with the year first and whole; nothing for any other.
std::optional<Parts> yearFirst(std::string_view text) {
    std::array<std::string, 3> parts;
    std::size_t part = 0;
    char between = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            parts[part] += c;
            continue;
        }
        if (c != '-' && c != '/' && c != '.') return std::nullopt;
        if (++part >= parts.size() || (between != 0 && between != c)) return std::nullopt;
        between = c;
    }
    if (part == 0 && parts[0].size() == 8) parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6, 2)};
    if (parts[0].size() != 4) return std::nullopt;
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (parts[i].size() > 2 || (parts[i].empty() && i <= part)) return std::nullopt;
    return Parts{wholeNumber(parts[0]).value_or(0), wholeNumber(parts[1]).value_or(0), wholeNumber(parts[2]).value_or(0)};
}

// "05/1979": no day has four digits.
std::optional<Parts> monthAndYear(std::string_view text) {
    const auto at = text.find_first_of("-/.");
    if (at == text.npos || at == 0 || at > 2 || text.size() != at + 5) return std::nullopt;
    const auto month = wholeNumber(text.substr(0, at)), year = wholeNumber(text.substr(at + 1));
    if (!month || !year) return std::nullopt;
    return Parts{*year, *month, 0};
}

// "3/4/1984" as "03/04/1984": two digits wherever one stands alone.
std::string padded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
        if (end - at == 1) result += '0';
        result += text.substr(at, end - at);
        if (end < text.size()) result += text[end];
        at = end + 1;
    }
    return result;
}

// The date before a time of day, and whether that time is another than midnight.
std::string_view beforeTime(std::string_view text, bool& moves) {
    const auto at = text.find_first_of("T ");
    if (at == text.npos || at < 8 || at + 3 > text.size() || text[at + 1] < '0' || text[at + 1] > '9') return text;
    const std::string_view time = text.substr(at + 1);
    if (time.find(':') == time.npos) return text;
    const std::string_view clock = time.substr(0, time.find_first_not_of("0123456789:."));
    moves = clock.find_first_of("123456789") != clock.npos || time.find('+') != time.npos || time.find('-') != time.npos;
    return text.substr(0, at);
}

void judgeYear(DateReading& reading, const Parts& parts, DatePurpose purpose, UtcTime now) {
    const int thisYear = static_cast<int>(year_month_day(floor<days>(now)).year());
    const auto propose = [&](const char* doubt, const std::optional<PartialDate>& date) {
        reading.doubt = doubt;
        reading.proposal = date ? date->text() : std::string();
    };
    if (parts.year >= kEarliestYear && parts.year <= thisYear + 100) {
        const auto date = PartialDate::of(parts.year, parts.month, parts.day);
        if (!date) {
            reading.doubt = "form";
            return;
        }
        reading.date = *date;
        if (purpose == DatePurpose::Birth && date->earliest() && *date->earliest() > floor<days>(now)) reading.doubt = "future";
        return;
    }
    if (parts.year >= kEarliestYear + 543 && parts.year <= thisYear + 100 + 543) return propose("buddhist", PartialDate::of(parts.year - 543, parts.month, parts.day));
    const auto solar = fromSolarHijri(parts.year, parts.month, parts.day), lunar = fromLunarHijri(parts.year, parts.month, parts.day);
    const auto plausible = [&](const std::optional<PartialDate>& date) {
        if (!date || date->year() < kEarliestYear) return false;
        return purpose == DatePurpose::Birth ? date->year() <= thisYear : date->year() <= thisYear + 50;
    };
    if (plausible(solar) && plausible(lunar)) {
        propose("hijri", solar);
        reading.proposal += " or " + lunar->text();
    } else if (plausible(solar)) {
        propose("solar_hijri", solar);
    } else if (plausible(lunar)) {
        propose("lunar_hijri", lunar);
    } else {
        reading.doubt = "form";
    }
}

std::optional<PartialDate> inCalendar(std::string_view format, const Parts& parts) {
    if (format == "BUDDHIST") return PartialDate::of(parts.year - 543, parts.month, parts.day);
    if (format == "SOLAR_HIJRI") return fromSolarHijri(parts.year, parts.month, parts.day);
    return fromLunarHijri(parts.year, parts.month, parts.day);
}

}  // namespace

std::optional<PartialDate> dayOfSerial(int serial) {
    if (serial < 1 || serial == 60 || serial > 109'574) return std::nullopt;  // 2199-12-31
    return onDay(sys_days(year(1899) / 12 / (serial < 60 ? 31 : 30)) + days(serial));
}

std::optional<PartialDate> fromSolarHijri(int jalali, int month, int day) {
    if (jalali < 1178 || jalali > 1633) return std::nullopt;
    if (month == 0) return PartialDate::of(jalali + 621, 0, 0);
    const int length = month <= 6 ? 31 : 30;
    if (month < 0 || month > 12 || day < 0 || day > length) return std::nullopt;
    // Leap years by the 33-year cycle; 1 Farvardin 1178 was 21 March 1799.
    const auto isLeap = [](int y) {
        const int in = y % 33;
        return in == 1 || in == 5 || in == 9 || in == 13 || in == 17 || in == 22 || in == 26 || in == 30;
    };
    if (month == 12 && day == 30 && !isLeap(jalali)) return std::nullopt;
    sys_days begin = year(1799) / 3 / 21;
    for (int y = 1178; y < jalali; ++y) begin += days(isLeap(y) ? 366 : 365);
    const int before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
    const auto date = onDay(begin + days(before + std::max(day, 1) - 1));
    return day == 0 && date ? PartialDate::of(date->year(), 0, 0) : date;
}

std::optional<PartialDate> fromLunarHijri(int hijri, int month, int day) {
    if (hijri < 1200 || hijri > 1600 || month < 0 || month > 12 || day < 0 || day > 30) return std::nullopt;
    // The tabular calendar: 30 years are 10,631 days; the epoch is 16 July 622 (Julian), day -492,148 of the civil count from 1970.
    const int m = std::max(month, 1), d = std::max(day, 1);
    const int offset = (11 * hijri + 3) / 30 + 354 * hijri + 30 * m - (m - 1) / 2 + d - 385;
    const auto date = onDay(sys_days(days(offset + 1'948'440 - 2'440'588)));
    return (month == 0 || day == 0) && date ? PartialDate::of(date->year(), 0, 0) : date;
}

DateReading readDateText(std::string_view raw, std::string_view format, DatePurpose purpose, UtcTime now) {
    DateReading reading;
    const std::string whole = cleaned(raw);
    bool moves = false;
    const std::string_view text = beforeTime(whole, moves);
    if (format == "EXCEL") {
        if (const auto serial = wholeNumber(text))
            if (const auto date = dayOfSerial(*serial)) {
                reading.date = *date;
                return reading;
            }
    } else if (format == "BUDDHIST" || format == "SOLAR_HIJRI" || format == "LUNAR_HIJRI") {
        if (const auto parts = yearFirst(text))
            if (const auto date = inCalendar(format, *parts)) {
                reading.date = *date;
                return reading;
            }
        reading.doubt = "form";
        return reading;
    } else if (const auto stated = dateIn(padded(text), format)) {
        const auto date = *record::PartialDate::parse(*stated);
        if (date.year() == 0) {
            reading.date = date;
        } else {
            judgeYear(reading, {date.year(), date.month(), date.day()}, purpose, now);
        }
        if (reading.doubt.empty() && moves) reading.doubt = "time";
        return reading;
    }
    if (const auto parts = yearFirst(text)) {
        if (parts->year == 0 && parts->month == 0 && parts->day == 0) return reading;
        judgeYear(reading, *parts, purpose, now);
        if (reading.doubt.empty() && moves) reading.doubt = "time";
        return reading;
    }
    if (const auto parts = monthAndYear(text)) {
        judgeYear(reading, *parts, purpose, now);
        return reading;
    }
    if (const auto date = withMonthName(text)) {
        judgeYear(reading, {date->year(), date->month(), date->day()}, purpose, now);
        return reading;
    }
    reading.doubt = "form";
    if (const auto serial = wholeNumber(text.substr(0, text.find('.'))); serial && *serial > 9'999)
        if (const auto date = dayOfSerial(*serial)) {
            reading.doubt = "serial";
            reading.proposal = date->text();
        }
    return reading;
}

}  // namespace cotejo::exchange
