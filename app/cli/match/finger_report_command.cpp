#include <chrono>
#include <memory>
#include <sstream>

#include "app/cli/console.h"
#include "core/base/file.h"
#include "core/match/evaluation.h"
#include "core/match/finger/extract/extract.h"

namespace cotejo::cli {
namespace {

struct ReportCall {
    std::vector<std::string> scores;
    std::string output, report, data;
    bool minutiaeOnly = false;
};

// All files as one list; the finger is the path up to the last '_'.
Result<std::vector<match::Comparison>> comparisonsOf(const std::vector<std::string>& files) {
    std::string text;
    for (const auto& file : files) {
        COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(file));
        text += std::string(textOf(bytes)) + "\n";
    }
    return match::readComparisons(text, files.front(), match::PersonBy::Name);
}

Status evaluateScores(Console& console, const ReportCall& call) {
    COTEJO_TRY_ASSIGN(const auto comparisons, comparisonsOf(call.scores));
    COTEJO_TRY_ASSIGN(const match::Evaluation found, match::evaluate(comparisons));
    if (!call.output.empty())
        COTEJO_TRY(writeFileAtomically(call.output, viewOf(found.json().dump(1) + "\n")));
    std::ostringstream plain;
    plain << found.mated << " mated and " << found.nonMated << " non-mated comparisons, " << found.failed
          << " failures\nEER " << 100 * found.eer.value << " % (" << 100 * found.eer.low << " to "
          << 100 * found.eer.high << ")\n";
    for (const auto& target : found.targets)
        plain << "FNMR at FMR " << target.fmr << ": " << 100 * target.fnmr.value << " % ("
              << 100 * target.fnmr.low << " to " << 100 * target.fnmr.high << "), threshold "
              << target.threshold << "\n";
    console.answer(found.json(), plain.str());
    return {};
}

Status calibrateScores(Console& console, const ReportCall& call) {
    COTEJO_TRY_ASSIGN(const auto comparisons, comparisonsOf(call.scores));
    COTEJO_TRY_ASSIGN(match::Calibration fit, match::fitCalibration(comparisons));
    fit.report = call.report;
    fit.data = call.data;
    fit.algorithm = call.minutiaeOnly ? match::fingerMinutiaeAlgorithm() : match::fingerAlgorithm();
    fit.made = std::chrono::floor<std::chrono::days>(SystemClock().now());
    fit.validUntil = fit.made + std::chrono::days(365);
    std::string text;
    const auto document = fit.json();
    for (const auto& [key, value] : document.items())
        text += (text.empty() ? "{\n" : ",\n") + Json(key).dump() + ": " + value.dump();
    text += "\n}\n";
    // What is written must be what a reader accepts.
    COTEJO_TRY(match::parseCalibration(text, call.output));
    COTEJO_TRY(writeFileAtomically(call.output, viewOf(text)));
    console.answer({{"report", fit.report}, {"output", call.output}, {"claimable_fmr", fit.claimableFmr()}},
                   "calibration report " + fit.report + " in " + call.output);
    return {};
}

}  // namespace

void addFingerReportCommands(CLI::App& finger, Console& console) {
    const auto call = std::make_shared<ReportCall>();
    auto* rates =
        finger.add_subcommand("evaluate", "Error rates of lists of scores, with intervals over fingers");
    rates->add_option("--scores", call->scores, "Files of finger compare --pairs")->required();
    rates->add_option("--output", call->output, "Write the figures as JSON");
    rates->callback([&console, call] {
        if (auto status = evaluateScores(console, *call); !status) console.report(status.error());
    });
    auto* fit =
        finger.add_subcommand("calibrate", "Write the calibration report that lists of scores support");
    fit->add_option("--scores", call->scores, "Files of finger compare --pairs")->required();
    fit->add_option("--report", call->report, "Id of the report")->required();
    fit->add_option("--data", call->data, "What was compared, in words")->required();
    fit->add_option("--output", call->output, "File to write")->required();
    fit->add_flag("--minutiae-only", call->minutiaeOnly, "The scores were made with --minutiae-only");
    fit->callback([&console, call] {
        if (auto status = calibrateScores(console, *call); !status) console.report(status.error());
    });
}

}  // namespace cotejo::cli
