#include "core/base/log.h"

#include <atomic>
#include <cstdio>
#include <string>

#include "core/base/time.h"

namespace cotejo {
namespace {
std::atomic<LogLevel> g_level{LogLevel::Warning};
}

void setLogLevel(LogLevel level) { g_level = level; }

void logLine(LogLevel level, std::string_view room, std::string_view text) {
    if (level < g_level) return;
    static constexpr const char* names[] = {"debug", "info", "warning", "error"};
    std::string line = toIso(SystemClock().now()) + " " + names[static_cast<int>(level)] + " " + std::string(room) + ": ";
    for (const char c : text) line.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);  // one line, whatever was in it
    line.push_back('\n');
    std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace cotejo
