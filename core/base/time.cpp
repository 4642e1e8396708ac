#include "core/base/time.h"

#include <ctime>
#include <fstream>

#include <cstdio>

namespace cotejo {
namespace {
using namespace std::chrono;
}

std::string toIso(UtcTime time) {
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return text;
}

std::optional<UtcTime> fromIso(std::string_view text) {
    int y = 0, h = 0, min = 0, s = 0, ms = 0, used = 0;
    unsigned mon = 0, d = 0;
    const std::string copy(text);
    const bool fractional =
        std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d.%3dZ%n", &y, &mon, &d, &h, &min, &s, &ms, &used) == 7 &&
        used == static_cast<int>(copy.size());
    if (!fractional) {
        ms = 0;
        used = 0;
        if (std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2dZ%n", &y, &mon, &d, &h, &min, &s, &used) != 6 ||
            used != static_cast<int>(copy.size()))
            return std::nullopt;
    }
    const year_month_day date{year(y), month(mon), day(d)};
    if (!date.ok() || h < 0 || h > 23 || min < 0 || min > 59 || s < 0 || s > 59 || ms < 0) return std::nullopt;
    return UtcTime(sys_days(date)) + hours(h) + minutes(min) + seconds(s) + milliseconds(ms);
}

std::chrono::milliseconds SystemClock::elapsed() const {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::milliseconds(static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000);
}

std::string SystemClock::boot() const {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id.substr(0, 64);
}

}  // namespace cotejo
