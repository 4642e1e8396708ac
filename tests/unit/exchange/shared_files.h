#pragma once

#include <algorithm>
#include <filesystem>
#include <vector>

#include "core/base/file.h"
#include "core/exchange/report.h"

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

inline bool hasRule(const ValidationReport& report, std::string_view rule) {
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const Finding& f) { return f.rule == rule; });
}

}  // namespace cotejo::exchange
