#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/record/sample.h"

/// What an import will read, settled before anything is written.
namespace cotejo::intake {

inline constexpr std::size_t kMaxFiles = 1'000'000;

/// One image file and what its name tells about it.
struct PlannedImage {
    std::filesystem::path file;
    record::FingerPosition position = record::FingerPosition::Unknown;
};

/// One thing to import: becomes one case, or for an exchange file one case for each person in it.
struct ImportUnit {
    enum class Kind {
        ExchangeFile,  ///< a file that brings its own structure (ANSI/NIST-ITL, minutiae record, MRZ lines)
        ImageGroup,    ///< images of one traveler
        TravelerTable  ///< a CSV whose rows are travelers and may name images beside it
    };
    Kind kind = Kind::ImageGroup;
    std::string label;                   ///< folder or file name that stands for the traveler
    std::filesystem::path file;          ///< exchange files and tables
    std::vector<PlannedImage> images;    ///< image groups, in order of their names
};

struct ImportPlan {
    std::vector<ImportUnit> units;               ///< in order of their paths
    std::vector<std::filesystem::path> skipped;  ///< hidden files and files of kinds that are not imported
    std::size_t files = 0;                       ///< files that will be read
};

/// Looks at names only. A file becomes a unit by itself; in a folder, each sub-folder with images is one traveler
/// ("Name/1.jpg"), images called FINGER_IMPRESSION.png are grouped by what stands before the last '_', other images are one
/// traveler each. Finger positions are read from names like "right_index.png" or "r2.png" alone. Links are not followed.
/// Errors: E_NOT_FOUND, E_NOT_READABLE, E_TOO_LARGE (more than kMaxFiles), E_CANCELLED.
Result<ImportPlan> planImport(const std::vector<std::filesystem::path>& paths, std::stop_token stop = {});

}  // namespace cotejo::intake
