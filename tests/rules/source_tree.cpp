#include "tests/rules/source_tree.h"

#include <algorithm>
#include <fstream>

#include "tests/support/paths.h"

namespace cotejo::rules {

std::filesystem::path top() { return COTEJO_SOURCE_DIR; }

std::string SourceFile::text() const {
    std::string all;
    for (const auto& line : lines) all += line + '\n';
    return all;
}

std::vector<SourceFile> sourceFiles(const std::vector<std::string>& folders, const std::vector<std::string>& endings) {
    std::vector<SourceFile> files;
    for (const auto& folder : folders) {
        if (!std::filesystem::exists(top() / folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(top() / folder)) {
            const auto name = entry.path().filename().string();
            if (!entry.is_regular_file() ||
                std::none_of(endings.begin(), endings.end(), [&](const auto& ending) { return name.ends_with(ending); }))
                continue;
            SourceFile file{std::filesystem::relative(entry.path(), top()).generic_string(), {}};
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) file.lines.push_back(line);
            files.push_back(std::move(file));
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

}  // namespace cotejo::rules
