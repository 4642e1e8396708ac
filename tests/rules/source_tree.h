#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace cotejo::rules {

/// One text file of the checkout: path relative to its top with '/' between folders, and the lines.
struct SourceFile {
    std::string path;
    std::vector<std::string> lines;
    std::string text() const;
};

/// Every file below the given top-level folders whose name ends in one of `endings`, sorted by path. Build folders are skipped.
std::vector<SourceFile> sourceFiles(const std::vector<std::string>& folders, const std::vector<std::string>& endings);

std::filesystem::path top();

}  // namespace cotejo::rules
