#include "core/record/partial_date.h"

#include <array>

namespace cotejo::record {

namespace {

using namespace std::chrono;

int lengthOf(int year, int month) {
    if (month == 0) return 31;
    const std::chrono::year in(year == 0 ? 2000 : year);
    return static_cast<int>(static_cast<unsigned>((in / std::chrono::month(static_cast<unsigned>(month)) / last).day()));
}

sys_days dayOf(int year, int month, int day) {
    return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::day(static_cast<unsigned>(day));
}

std::string digits(int value, std::size_t width) {
    std::string text = std::to_string(value);
    return std::string(width - text.size(), '0') + text;
}

}  // namespace

std::optional<PartialDate> PartialDate::of(int year, int month, int day) {
    if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0 || day > lengthOf(year, month)) return std::nullopt;
    PartialDate date;
    date.m_year = year;
    date.m_month = month;
    date.m_day = day;
    return date;
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
    if (text.empty()) return PartialDate();
    constexpr std::array<std::size_t, 3> kLengths{4, 2, 2};
    std::array<int, 3> parts{};
    std::size_t at = 0;
    for (std::size_t part = 0; part < kLengths.size() && at < text.size(); ++part) {
        if (part > 0 && text[at++] != '-') return std::nullopt;
        if (text.size() - at < kLengths[part]) return std::nullopt;
        for (const std::size_t end = at + kLengths[part]; at < end; ++at) {
            if (text[at] < '0' || text[at] > '9') return std::nullopt;
            parts[part] = parts[part] * 10 + (text[at] - '0');
        }
    }
    if (at != text.size() || text.back() == '-') return std::nullopt;
    return of(parts[0], parts[1], parts[2]);
}

std::optional<sys_days> PartialDate::earliest() const {
    if (m_year == 0) return std::nullopt;
    // A day without its month may be any month's.
    return dayOf(m_year, m_month == 0 ? 1 : m_month, m_month == 0 || m_day == 0 ? 1 : m_day);
}

std::optional<sys_days> PartialDate::latest() const {
    if (m_year == 0) return std::nullopt;
    if (m_month == 0) return dayOf(m_year, 12, 31);
    return dayOf(m_year, m_month, m_day == 0 ? lengthOf(m_year, m_month) : m_day);
}

std::string PartialDate::text() const {
    if (!known()) return {};
    return digits(m_year, 4) + "-" + digits(m_month, 2) + "-" + digits(m_day, 2);
}

int yearsBetween(sys_days born, sys_days at) {
    const year_month_day from(born), to(at);
    const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
    const bool before = to.month() < from.month() || (to.month() == from.month() && to.day() < from.day());
    return before ? years - 1 : years;
}

}  // namespace cotejo::record
