#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"
#include "core/record/partial_date.h"

namespace cotejo::exchange {

/// What a date is of: births lie behind, expiries and reviews on both sides of today.
enum class DatePurpose { Birth, Expiry };

/// A date as a person or a program wrote it. `date` is empty wherever `doubt` asks for a person.
struct DateReading {
    record::PartialDate date;
    /// "" read; "form" no date of the stated form; "serial" a day number of a spreadsheet; "buddhist", "solar_hijri", "lunar_hijri" a year
    /// of another calendar; "hijri" a year of one of the latter two; "time" a time of day that may move the day; "future" a birth that
    /// is still to come. The last two are read all the same.
    std::string doubt;
    std::string proposal;  ///< the day it would be then, never applied by itself; "A or B" for "hijri"
};

/// Reads `text` as `format` says ("DD/MM/YYYY"; "EXCEL" for day numbers of spreadsheets; "BUDDHIST", "SOLAR_HIJRI" and "LUNAR_HIJRI" for
/// YYYY-MM-DD of these calendars) or in a form that means one day only: YYYY-MM-DD with - / or . or nothing between, with a time of
/// day behind it, a year alone, year and month, unknown parts as zeros, a month by its name in English, Spanish, Portuguese or French
/// ("30 ene 1979"). Pure.
DateReading readDateText(std::string_view text, std::string_view format, DatePurpose purpose, UtcTime now);

/// Day of a spreadsheet's number (1 is 1900-01-01, 60 the day that never was).
std::optional<record::PartialDate> dayOfSerial(int serial);
/// The Gregorian day of a date of the Iranian solar calendar (33-year arithmetic rule, right from 1799 to 2256) or of the
/// tabular lunar calendar (within a day or two of the observed one); nothing for no such date.
std::optional<record::PartialDate> fromSolarHijri(int year, int month, int day);
std::optional<record::PartialDate> fromLunarHijri(int year, int month, int day);

}  // namespace cotejo::exchange
