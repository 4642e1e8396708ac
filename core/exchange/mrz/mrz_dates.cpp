#include "core/exchange/mrz/mrz_dates.h"

#include <optional>

#include "core/exchange/mrz/mrz_layout.h"

namespace cotejo::exchange::mrz {

namespace {

using namespace std::chrono;
using record::PartialDate;

constexpr int kOldestAge = 110;
constexpr int kLongestValidity = 15;  // years; papers of small children have up to ten

struct TwoDigits {
    bool yearKnown = false;
    int year = 0, month = 0, day = 0;
};

// Two characters as a number; 0 for unknown, nothing for anything else that is no number.
std::optional<int> pair(std::string_view text) {
    if (text == "<<" || text == "XX") return 0;
    if (!isDigit(text[0]) || !isDigit(text[1])) return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

std::optional<TwoDigits> partsOf(std::string_view text) {
    const auto year = pair(text.substr(0, 2)), month = pair(text.substr(2, 2)), day = pair(text.substr(4, 2));
    if (!year || !month || !day) return std::nullopt;
    return TwoDigits{isDigit(text[0]), *year, *month, *day};
}

// In a century; a leap day must exist in it.
std::optional<PartialDate> in(const TwoDigits& parts, int year) {
    return PartialDate::of(parts.yearKnown ? year : 0, parts.month, parts.day);
}

// Some whole number of years before the expiry, a day more or less, lies in the life of somebody born then and not ahead.
bool canHaveBeenIssued(const PartialDate& born, const PartialDate& expiry, sys_days today) {
    if (!expiry.whole()) return true;
    const sys_days from = *born.earliest() - days(1);
    for (int years = 1; years <= kLongestValidity; ++years) {
        const year_month_day issued = year_month_day(*expiry.earliest()) - std::chrono::years(years);
        const sys_days day = issued.ok() ? sys_days(issued) : sys_days(issued.year() / issued.month() / last);
        if (day >= from && day <= today + days(1)) return true;
    }
    return false;
}

}  // namespace

ZoneDate expiryOf(std::string_view text, UtcTime captured) {
    ZoneDate result;
    const auto parts = partsOf(text);
    if (!parts) return {{}, false, false, {}};
    if (!parts->yearKnown && parts->month == 0 && parts->day == 0) return result;
    const int thisYear = static_cast<int>(year_month_day(floor<days>(captured)).year());
    int year = thisYear - thisYear % 100 + parts->year;
    while (year > thisYear + 49)
        year -= 100;
    while (year < thisYear - 50)
        year += 100;
    const auto date = in(*parts, year);
    if (!date) return {{}, false, false, {}};
    result.date = *date;
    return result;
}

ZoneDate birthOf(std::string_view text, const PartialDate& expiry, UtcTime captured) {
    ZoneDate result;
    if (text == "000000") return {{}, true, true, {}};
    const auto parts = partsOf(text);
    if (!parts) return {{}, false, false, {}};
    if (!parts->yearKnown) {
        const auto date = in(*parts, 0);
        return date ? ZoneDate{*date, true, false, {}} : ZoneDate{{}, false, false, {}};
    }
    const sys_days today = floor<days>(captured);
    const int thisYear = static_cast<int>(year_month_day(today).year());
    int year = thisYear - thisYear % 100 + parts->year;
    if (const auto date = in(*parts, year); year > thisYear || (date && *date->earliest() > today)) year -= 100;
    const auto young = in(*parts, year), old = in(*parts, year - 100);
    const bool youngFits = young && (!expiry.latest() || *young->earliest() <= *expiry.latest());
    // An old paper's holder was younger when it ran out.
    const sys_days of = expiry.latest() && *expiry.latest() < today ? *expiry.latest() : today;
    const bool oldFits = old && record::yearsBetween(*old->earliest(), of) <= kOldestAge;
    if (youngFits && oldFits) {
        const bool takeOld = !canHaveBeenIssued(*young, expiry, today);
        return {takeOld ? *old : *young, true, false, takeOld ? *young : *old};
    }
    if (youngFits) return {*young, true, false, {}};
    if (oldFits) return {*old, true, false, {}};
    if (young) return {*young, true, false, {}};  // born behind the expiry, or 111 and more: a person looks
    return {{}, false, false, {}};
}

}  // namespace cotejo::exchange::mrz
