#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/file.h"
#include "core/exchange/report.h"
#include "tests/support/paths.h"

namespace cotejo::exchange {

/// The files of one folder of the shared data in order of names; empty where the data is absent.
inline std::vector<std::filesystem::path> sharedFiles(const char* folder, const char* extension) {
    std::vector<std::filesystem::path> files;
    const std::filesystem::path path = std::filesystem::path(COTEJO_SHARED_DATA) / folder;
    if (!std::filesystem::exists(path)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(path))
        if (entry.path().extension() == extension) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// One of the files as the world sends them; nothing where the data is absent.
inline std::optional<Bytes> fieldFile(const char* name) {
    const auto path = std::filesystem::path(COTEJO_SHARED_DATA) / "field" / name;
    if (!std::filesystem::exists(path)) return std::nullopt;
    return *readFile(path);
}

/// Random files a writer: COTEJO_EXCHANGE_ROUNDS, 1,000 without it.
inline int rounds() {
    const char* wanted = std::getenv("COTEJO_EXCHANGE_ROUNDS");
    return wanted != nullptr ? std::atoi(wanted) : 1000;
}

/// Header and end of a gray JPEG of 8 x 16 pixels; nothing that can be decoded.
inline const Bytes kJpeg = {0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 16, 0, 8, 1, 1, 0x11, 0, 0xff, 0xd9};

inline bool hasRule(const ValidationReport& report, std::string_view rule) {
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const Finding& f) { return f.rule == rule; });
}

}  // namespace cotejo::exchange
