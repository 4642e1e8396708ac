#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/tables/csv.h"
#include "core/record/sample.h"

/// What an import will read, settled before anything is written.
namespace cotejo::intake {

inline constexpr std::size_t kMaxFiles = 1'000'000;
/// A folder with more files than this is a list, not a person.
inline constexpr std::size_t kMostOfAPerson = 60;

/// One image file and what its name tells about it.
struct PlannedImage {
    std::filesystem::path file;
    record::FingerPosition position = record::FingerPosition::Unknown;
};

/// One thing to import: becomes one case, or for an exchange file one case for each person in it.
struct ImportUnit {
    enum class Kind {
        ExchangeFile,   ///< a file that brings its own structure (ANSI/NIST-ITL, minutiae record, MRZ lines)
        ImageGroup,     ///< images of one traveler
        TravelerTable,  ///< a CSV whose rows are travelers and may name images beside it
        PersonFolder    ///< everything in a folder, exchange files among it, is of one traveler
    };
    Kind kind = Kind::ImageGroup;
    std::string label;                          ///< folder or file name that stands for the traveler
    std::filesystem::path file;                 ///< exchange files and tables
    std::vector<PlannedImage> images;           ///< image groups and folders, in order of their names
    std::vector<std::filesystem::path> files{}; ///< folders: the exchange files, in order of their names
    std::size_t named = 0;                      ///< tables: the pictures there that the rows name

    /// Every file that is read for it, the pictures that a table names not among them.
    std::vector<std::filesystem::path> allFiles() const;
};

/// Why a file that was found is not read.
enum class SkipReason { Hidden, Link, Kind, BesideTable };

struct SkippedFile {
    std::filesystem::path file;
    SkipReason reason = SkipReason::Kind;
};

/// How files become travelers. Auto: a folder below the chosen one is a person unless its names or numbers say that it is a list; the
/// chosen one is a person when one file of it says who and the others are samples.
enum class Grouping { Auto, Folder, File };

struct ImportPlan {
    std::vector<ImportUnit> units;     ///< in order of their paths
    std::vector<SkippedFile> skipped;  ///< by name, each with its reason
    std::size_t files = 0;             ///< files that will be read
    std::size_t found = 0;             ///< files and skipped ones together: nothing is lost
};

struct PlanOptions {
    Grouping grouping = Grouping::Auto;
    const exchange::CsvMapping* mapping = nullptr;  ///< of tables, to know which pictures they name
    std::stop_token stop{};
};

/// Looks at names, into tables for the pictures that they name, and at the first bytes of files whose names say nothing. A file becomes
/// a unit by itself. In a folder, images called NAME_NUMBER.png are grouped by NAME, a table owns the pictures that it names
/// (wherever below it they lie), and a folder below the chosen one is one person (see Grouping). Finger positions are read from names
/// like "right_index.png" or "r2.png". Links are not followed. Errors: E_NOT_FOUND, E_NOT_READABLE, E_TOO_LARGE (more than
/// kMaxFiles), E_CANCELLED.
Result<ImportPlan> planImport(const std::vector<std::filesystem::path>& paths, const PlanOptions& options);
Result<ImportPlan> planImport(const std::vector<std::filesystem::path>& paths, std::stop_token stop = {});

/// Takes a file out of one unit of a plan and puts it into another, as a person says who it is of. A unit that is left empty goes. False
/// when the unit has no such file, or one of the two is a table.
bool moveFile(ImportPlan& plan, std::size_t from, const std::filesystem::path& file, std::size_t to);

}  // namespace cotejo::intake

template <>
inline constexpr auto cotejo::record::codes<cotejo::intake::SkipReason> = std::to_array<cotejo::record::Code<cotejo::intake::SkipReason>>(
    {{cotejo::intake::SkipReason::Hidden, "hidden"}, {cotejo::intake::SkipReason::Link, "link"}, {cotejo::intake::SkipReason::Kind, "kind"},
     {cotejo::intake::SkipReason::BesideTable, "beside_table"}});
template <>
inline constexpr auto cotejo::record::codes<cotejo::intake::Grouping> = std::to_array<cotejo::record::Code<cotejo::intake::Grouping>>(
    {{cotejo::intake::Grouping::Auto, "auto"}, {cotejo::intake::Grouping::Folder, "folder"}, {cotejo::intake::Grouping::File, "file"}});
