#pragma once

#include <chrono>
#include <filesystem>
#include <opencv2/core/mat.hpp>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/record/code.h"
#include "core/record/quality.h"
#include "core/record/sample.h"

namespace cotejo::imaging {

/// A program that measures the quality of one picture: NFIQ 2's or OFIQ's own command line, or a site's. Which one, and whether any, is
/// the caller's policy.
struct QualityTool {
    std::filesystem::path program;        ///< absolute
    std::vector<std::string> arguments;   ///< "{image}" stands for the picture's path, a PNG with its resolution
    std::string algorithm;                ///< "NFIQ 2", "OFIQ"
    std::string version;                  ///< of the program and its model, as the site knows it
    std::chrono::milliseconds timeLimit{10'000};
    std::size_t outputLimit = 64u << 10;  ///< bytes of standard output
};

/// Unscored: the program ran and says that it has no score (255 and -1 in NFIQ 2's words, "NA", an empty column).
enum class QualityOutcome { Scored, Unscored, TimedOut, TooMuchOutput, NotStarted, Failed, NotUnderstood, Cancelled };

struct QualityAnswer {
    QualityOutcome outcome = QualityOutcome::NotStarted;
    std::optional<record::Quality> quality;  ///< exactly when Scored; its value is 0 to 100
    std::string detail;                      ///< English, for the log: exit code, first line of what was not understood
};

/// Runs the program on 8-bit gray or BGR pixels, which lie for that time in a folder of their own below `scratch`, readable by this user
/// alone, and are removed. The program gets no input, an environment of PATH and LANG=C only, and its whole process group is killed at
/// the limit. Understood are a single number, and a table (commas or semicolons) with a column UnifiedQualityScore or
/// UnifiedQualityScore.scalar. Blocks; any thread. Never throws.
QualityAnswer measureQuality(const QualityTool& tool, const cv::Mat& pixels, const record::Ppi& ppi, const std::filesystem::path& scratch,
                             std::stop_token stop = {});

/// The score in a program's output: what measureQuality understands, without running anything.
QualityAnswer readQualityOutput(const QualityTool& tool, std::string_view output);

}  // namespace cotejo::imaging

template <>
inline constexpr auto cotejo::record::codes<cotejo::imaging::QualityOutcome> =
    std::to_array<cotejo::record::Code<cotejo::imaging::QualityOutcome>>(
        {{cotejo::imaging::QualityOutcome::Scored, "scored"},
         {cotejo::imaging::QualityOutcome::Unscored, "unscored"},
         {cotejo::imaging::QualityOutcome::TimedOut, "timed_out"},
         {cotejo::imaging::QualityOutcome::TooMuchOutput, "too_much_output"},
         {cotejo::imaging::QualityOutcome::NotStarted, "not_started"},
         {cotejo::imaging::QualityOutcome::Failed, "failed"},
         {cotejo::imaging::QualityOutcome::NotUnderstood, "not_understood"},
         {cotejo::imaging::QualityOutcome::Cancelled, "cancelled"}});
