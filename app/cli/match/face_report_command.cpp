#include <chrono>
#include <memory>
#include <sstream>

#include "app/cli/console.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/match/det_plot.h"
#include "core/match/drift.h"
#include "core/match/evaluation.h"
#include "core/match/face/model_manifest.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/fusion.h"

namespace cotejo::cli {
namespace {

constexpr std::size_t kScoresCap = 1u << 30;

struct Options {
    std::string scores, by = "folder", output, plot, report, data;
    double face = 0, finger = 0;
};

Result<std::vector<match::Comparison>> comparisonsOf(const Options& options) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(options.scores, kScoresCap));
    return match::readComparisons(textOf(bytes), options.scores,
                                  options.by == "name" ? match::PersonBy::Name : match::PersonBy::Folder);
}

Status evaluate(Console& console, const Options& options) {
    COTEJO_TRY_ASSIGN(const auto comparisons, comparisonsOf(options));
    COTEJO_TRY_ASSIGN(const match::Evaluation found, match::evaluate(comparisons));
    const auto json = found.json();
    if (!options.output.empty()) COTEJO_TRY(writeFileAtomically(options.output, viewOf(json.dump(1) + "\n")));
    if (!options.plot.empty())
        COTEJO_TRY(writeFileAtomically(options.plot, viewOf(match::detPlotSvg(found, options.scores))));
    std::ostringstream plain;
    plain << found.persons << " persons, " << found.mated << " mated and " << found.nonMated
          << " non-mated comparisons, " << found.failed << " failures\nEER " << 100 * found.eer.value
          << " % (" << 100 * found.eer.low << " to " << 100 * found.eer.high << ")\n";
    for (const auto& target : found.targets)
        plain << "FNMR at FMR " << target.fmr << ": " << 100 * target.fnmr.value << " % ("
              << 100 * target.fnmr.low << " to " << 100 * target.fnmr.high << "), threshold "
              << target.threshold << "\n";
    plain << "no FMR below " << 3.0 / double(found.nonMated) << " may be claimed from these comparisons\n";
    console.answer(json, plain.str());
    return {};
}

Status calibrate(Console& console, const Options& options) {
    COTEJO_TRY_ASSIGN(const auto chosen, match::chosenManifest());
    COTEJO_TRY_ASSIGN(const auto manifest, match::readModelManifest(chosen));
    COTEJO_TRY_ASSIGN(const auto comparisons, comparisonsOf(options));
    COTEJO_TRY_ASSIGN(match::Calibration fit, match::fitCalibration(comparisons));
    fit.report = options.report;
    fit.data = options.data;
    fit.algorithm = manifest.algorithm();
    fit.made = std::chrono::floor<std::chrono::days>(SystemClock().now());
    fit.validUntil = fit.made + std::chrono::days(365);
    // What is written must be what a reader accepts.
    std::string text;
    const auto json = fit.json();
    for (const auto& [key, value] : json.items())
        text += (text.empty() ? "{\n" : ",\n") + Json(key).dump() + ": " + value.dump();
    text += "\n}\n";
    COTEJO_TRY(match::parseCalibration(text, options.output));
    COTEJO_TRY(writeFileAtomically(options.output, viewOf(text)));
    console.answer({{"report", fit.report}, {"output", options.output}, {"claimableFmr", fit.claimableFmr()}},
                   "calibration report " + fit.report + " in " + options.output);
    return {};
}

Status drift(Console& console, const Options& options) {
    COTEJO_TRY_ASSIGN(const auto chosen, match::chosenManifest());
    COTEJO_TRY_ASSIGN(const auto manifest, match::readModelManifest(chosen));
    COTEJO_TRY_ASSIGN(const auto calibrations, match::Calibrations::readDefault());
    COTEJO_TRY_ASSIGN(const auto report, calibrations.find(manifest.algorithm()));
    COTEJO_TRY_ASSIGN(const auto comparisons, comparisonsOf(options));
    COTEJO_TRY_ASSIGN(const match::Drift found, match::measureDrift(report, comparisons));
    std::ostringstream plain;
    plain << found.probes << " probes, " << found.comparisons << " non-mated comparisons against report "
          << report.report << "\n";
    for (const auto& point : found.points)
        plain << "score " << point.threshold << ": stated FMR " << point.stated << ", seen " << point.observed
              << " (" << point.low << " to " << point.high << "): " << record::codeOf(point.verdict) << "\n";
    plain
        << record::codeOf(found.verdict)
        << (found.verdict == match::DriftVerdict::MoreAlike
                ? ": stated error rates are too low for this traffic; calibrate anew before relying on them\n"
                : "\n");
    auto json = found.json();
    json["report"] = report.report;
    console.answer(json, plain.str());
    return {};
}

/// Scores of the face set in use and of the fingerprint algorithm, as one likelihood ratio.
Status fuseScores(Console& console, double face, double finger) {
    COTEJO_TRY_ASSIGN(const auto chosen, match::chosenManifest());
    COTEJO_TRY_ASSIGN(const auto manifest, match::readModelManifest(chosen));
    COTEJO_TRY_ASSIGN(const auto calibrations, match::Calibrations::readDefault());
    std::vector<match::Evidence> evidence;
    for (const auto& [modality, score] :
         {std::pair(record::Modality::Face, record::Score{face, manifest.algorithm()}),
          {record::Modality::Finger, record::Score{finger, match::fingerAlgorithm()}}}) {
        COTEJO_TRY_ASSIGN(const auto report, calibrations.find(score.algorithm));
        COTEJO_TRY_ASSIGN(const record::Calibrated meaning, report.answer(score));
        evidence.push_back({modality, meaning});
    }
    COTEJO_TRY_ASSIGN(const match::FusedEvidence fused, match::fuse(evidence));
    std::ostringstream plain;
    plain << "log10 likelihood ratio of both " << fused.logLikelihoodRatio << " (" << fused.low << " to "
          << fused.high << "); of different people at most " << fused.fmrAtMost << " reach it\n";
    console.answer({{"logLikelihoodRatio", fused.logLikelihoodRatio},
                    {"interval", {fused.low, fused.high}},
                    {"fmrAtMost", fused.fmrAtMost}},
                   plain.str());
    return {};
}

}  // namespace

void addFaceReportCommands(CLI::App& face, Console& console) {
    const auto options = std::make_shared<Options>();
    const auto addScores = [options](CLI::App* command) {
        command
            ->add_option("--scores", options->scores,
                         "Lines PROBE REFERENCE SCORE, as face compare --pairs writes them")
            ->required();
        command
            ->add_option("--by", options->by,
                         "What tells persons apart: the folder, or the name up to the last _")
            ->check(CLI::IsMember({"folder", "name"}));
    };
    auto* rates =
        face.add_subcommand("evaluate", "Error rates of a list of scores, with intervals over persons");
    addScores(rates);
    rates->add_option("--output", options->output, "Write the figures as JSON");
    rates->add_option("--plot", options->plot, "Write the error trade-off as SVG");
    rates->callback([&console, options] {
        if (auto status = evaluate(console, *options); !status) console.report(status.error());
    });
    auto* monitor = face.add_subcommand(
        "drift",
        "Hold scores of this site's non-mated traffic against the calibration report of the set in use");
    addScores(monitor);
    monitor->callback([&console, options] {
        if (auto status = drift(console, *options); !status) console.report(status.error());
    });
    auto* both =
        face.add_subcommand("fuse", "One likelihood ratio from a face score and a fingerprint score");
    both->add_option("--face", options->face, "Score of the face set in use")->required();
    both->add_option("--finger", options->finger, "Score of the fingerprint algorithm")->required();
    both->callback([&console, options] {
        if (auto status = fuseScores(console, options->face, options->finger); !status)
            console.report(status.error());
    });
    auto* fit =
        face.add_subcommand("calibrate", "Write the calibration report that a list of scores supports");
    addScores(fit);
    fit->add_option("--report", options->report, "Id of the report")->required();
    fit->add_option("--data", options->data, "What was compared, in words")->required();
    fit->add_option("--output", options->output, "File to write")->required();
    fit->callback([&console, options] {
        if (auto status = calibrate(console, *options); !status) console.report(status.error());
    });
}

}  // namespace cotejo::cli
