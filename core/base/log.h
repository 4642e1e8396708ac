#pragma once

#include <string_view>

namespace cotejo {

enum class LogLevel { Debug, Info, Warning, Error };

/// One line to standard error: time, level, room, text. Thread-safe. Never names, document numbers, images or secrets:
/// say ids and codes.
void logLine(LogLevel level, std::string_view room, std::string_view text);
/// Lines below this level are dropped; the default is Warning.
void setLogLevel(LogLevel level);

}  // namespace cotejo
