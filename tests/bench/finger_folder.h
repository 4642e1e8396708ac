#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/imaging/decode.h"

namespace cotejo::bench {

/// A print of a folder. `finger` is the same for all impressions of one finger.
struct FolderPrint {
    std::string name, finger;
    cv::Mat pixels;  ///< 8-bit gray
    double ppi;
};

/// Hands every print of "FOLDER:PPI" to `take`, by name; the files are FINGER_IMPRESSION. What is no image is left out. False where a
/// file cannot be read.
template <class Take>
bool eachPrint(const std::string& argument, Take take) {
    const auto colon = argument.rfind(':');
    const std::filesystem::path folder = argument.substr(0, colon);
    const double ppi = std::atof(argument.substr(colon + 1).c_str());
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        const auto bytes = readFile(file);
        if (!bytes) return false;
        const auto image = imaging::decodeImage(*bytes);
        if (!image) continue;
        const auto stem = file.stem().string();
        take(FolderPrint{file.string(), folder.string() + "/" + stem.substr(0, stem.rfind('_')), imaging::toGray(image->pixels), ppi});
    }
    return true;
}

}  // namespace cotejo::bench
