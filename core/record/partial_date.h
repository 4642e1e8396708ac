#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace cotejo::record {

/// A date of which year, month or day may be unknown: the one form in which dates of births and papers are held between readers and
/// writers. Its text is "YYYY-MM-DD" with unknown parts as zeros ("1979-00-00"), and empty when nothing is known: "0000-00-00" does not
/// exist. A part of 0 is unknown.
class PartialDate {
  public:
    PartialDate() = default;
    /// Nothing unless every part is 0 or possible: years to 9999, months to 12, days to the month's length (29 February where the year
    /// is unknown, 31 where the month is).
    static std::optional<PartialDate> of(int year, int month, int day);
    /// "1979", "1979-05", "1979-05-30", unknown parts as zeros; the empty text and "0000-00-00" are the date of which nothing is known.
    /// Nothing for any other text.
    static std::optional<PartialDate> parse(std::string_view text);

    int year() const { return m_year; }
    int month() const { return m_month; }
    int day() const { return m_day; }
    bool known() const { return m_year != 0 || m_month != 0 || m_day != 0; }      ///< anything of it
    bool whole() const { return m_year != 0 && m_month != 0 && m_day != 0; }      ///< all of it
    /// First and last day that it can mean; nothing without a year.
    std::optional<std::chrono::sys_days> earliest() const;
    std::optional<std::chrono::sys_days> latest() const;
    std::string text() const;  ///< "1979-05-00"; empty when nothing is known

    bool operator==(const PartialDate&) const = default;

  private:
    int m_year = 0, m_month = 0, m_day = 0;
};

/// Whole years from a day to another by the calendar; born on 29 February, one is a year older on 1 March. Negative when `born` lies behind `at`.
int yearsBetween(std::chrono::sys_days born, std::chrono::sys_days at);

}  // namespace cotejo::record
