#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <opencv2/core/utility.hpp>
#include <sstream>
#include <thread>

#include "app/cli/console.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/imaging/decode.h"
#include "core/match/calibration.h"
#include "core/match/finger/compare/compare.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/search/gallery.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;

struct FingerCall {
    double ppi = 0;
    std::string image, probe, reference, output, pairs, gallery;
    int threads = 1;
    std::size_t top = 10;
    bool exhaustive = false;
    bool minutiaeOnly = false;
};

// What another vendor's record would hold.
match::FingerTemplate withoutRidges(match::FingerTemplate finger) {
    finger.field = {};
    finger.ridges = {};
    return finger;
}

Result<match::FingerTemplate> loadFinger(const std::string& path, double ppi) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(path));
    if (textOf(bytes).starts_with("CTJF")) {
        auto finger = match::decodeFinger(bytes);
        if (!finger) return inFile(path, finger.error());
        return finger;
    }
    const auto image = imaging::decodeImage(bytes);
    if (!image) return inFile(path, image.error());
    match::FingerImage print{imaging::toGray(image->pixels), image->ppi};
    if (ppi > 0) print.ppi = {ppi, record::PpiSource::Declared};
    auto extraction = match::extractFinger(print);
    if (!extraction) return inFile(path, extraction.error());
    return std::move(extraction->finger);
}

Json algorithmJson(const record::Algorithm& algorithm = match::fingerAlgorithm()) {
    return {{"name", algorithm.name}, {"version", algorithm.version}, {"model", algorithm.model.text()}};
}

Json minutiaeJson(const match::FingerTemplate& finger) {
    Json list = Json::array();
    for (const auto& each : finger.minutiae)
        list.push_back({{"x", each.x},
                        {"y", each.y},
                        {"direction", each.direction * 180 / 3.14159265358979},
                        {"type", each.type == match::MinutiaType::Ending        ? "ending"
                                 : each.type == match::MinutiaType::Bifurcation ? "bifurcation"
                                                                                : "other"},
                        {"quality", each.quality},
                        {"border", each.border}});
    return list;
}

Json comparisonJson(const match::FingerComparison& comparison) {
    Json pairs = Json::array();
    for (const auto& pair : comparison.pairs)
        pairs.push_back({{"probe", pair.probe},
                         {"reference", pair.reference},
                         {"contribution", pair.contribution},
                         {"deviation_px", pair.deviation},
                         {"turn_degrees", pair.turn}});
    Json against = Json::array();
    for (const auto objection : comparison.against)
        against.push_back(record::codeOf(objection));
    return {{"score", comparison.score.value},
            {"algorithm", algorithmJson(comparison.score.algorithm)},
            {"pairs", pairs},
            {"alignment",
             {{"cosine", comparison.alignment.cosine},
              {"sine", comparison.alignment.sine},
              {"dx", comparison.alignment.dx},
              {"dy", comparison.alignment.dy}}},
            {"overlap", comparison.overlap},
            {"unpaired_probe", comparison.unpairedProbe},
            {"unpaired_reference", comparison.unpairedReference},
            {"ridge_agreement", comparison.ridgeAgreement},
            {"flow_agreement", comparison.flowAgreement},
            {"against", against}};
}

Status extractOne(const FingerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(call.image));
    const auto image = imaging::decodeImage(bytes);
    if (!image) return inFile(call.image, image.error());
    match::FingerImage print{imaging::toGray(image->pixels), image->ppi};
    if (call.ppi > 0) print.ppi = {call.ppi, record::PpiSource::Declared};
    const auto extraction = match::extractFinger(print);
    if (!extraction) return inFile(call.image, extraction.error());
    const match::FingerExtraction& found = *extraction;
    if (!call.output.empty()) COTEJO_TRY(writeFileAtomically(call.output, match::encodeFinger(found.finger)));
    Json advice = Json::array();
    for (const auto each : found.advice)
        advice.push_back(record::codeOf(each));
    Json singularities = Json::array();
    for (const auto& each : found.finger.singularities)
        singularities.push_back({{"kind", each.kind == match::Singularity::Kind::Core ? "core" : "delta"},
                                 {"x", each.x},
                                 {"y", each.y}});
    console.answer({{"algorithm", algorithmJson()},
                    {"width", found.finger.width},
                    {"height", found.finger.height},
                    {"quality", found.finger.quality},
                    {"advice", advice},
                    {"scale", found.scale},
                    {"minutiae", minutiaeJson(found.finger)},
                    {"singularities", singularities}},
                   "quality " + std::to_string(found.finger.quality) + ", " +
                       std::to_string(found.finger.minutiae.size()) + " minutiae");
    return {};
}

Status compareOne(const FingerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(auto probe, loadFinger(call.probe, call.ppi));
    COTEJO_TRY_ASSIGN(auto reference, loadFinger(call.reference, call.ppi));
    if (call.minutiaeOnly) probe = withoutRidges(std::move(probe));
    COTEJO_TRY_ASSIGN(const auto comparison, match::compareFinger(probe, reference));
    std::ostringstream plain;
    plain << "score " << comparison.score.value << ", " << comparison.pairs.size()
          << " paired minutiae, overlap " << static_cast<int>(100 * comparison.overlap) << " %";
    Json answer = comparisonJson(comparison);
    COTEJO_TRY_ASSIGN(const auto calibrations, match::Calibrations::readDefault());
    if (const auto calibration = calibrations.find(comparison.score.algorithm)) {
        COTEJO_TRY_ASSIGN(const auto meaning, calibration->answer(comparison.score));
        answer["calibrated"] = {{"fmr", meaning.fmr},
                                {"fnmr", meaning.fnmr},
                                {"log10_likelihood_ratio", meaning.logLikelihoodRatio},
                                {"at_floor", meaning.atFloor},
                                {"report", meaning.report},
                                {"non_mated", meaning.nonMated}};
        plain << ", FMR " << (meaning.atFloor ? "at most " : "") << meaning.fmr << " (" << meaning.report
              << ")";
    } else {
        plain << ", without calibration";
    }
    console.answer(answer, plain.str());
    return {};
}

// Runs work(k) for k = 0 ... count - 1 on some threads; the answers do not depend on how many.
template <class Work>
void forEach(std::size_t count, int threads, Work work) {
    std::atomic<std::size_t> next{0};
    const auto loop = [&] {
        for (std::size_t k = next++; k < count; k = next++)
            work(k);
    };
    std::vector<std::jthread> pool;
    for (int t = 1; t < threads; ++t)
        pool.emplace_back(loop);
    loop();
}

Status compareMany(const FingerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const Bytes list, readFile(call.pairs));
    std::istringstream lines{std::string(textOf(list))};
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::vector<std::string> names;
    std::map<std::string, std::size_t> known;
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        std::istringstream words(line);
        std::string probe, reference, rest;
        if (!(words >> probe)) continue;
        if (!(words >> reference) || words >> rest)
            return fail(base::kMalformed,
                        call.pairs + ", line " + std::to_string(number) + ": expected PROBE REFERENCE.");
        const auto indexOf = [&](const std::string& name) {
            const auto [at, fresh] = known.try_emplace(name, names.size());
            if (fresh) names.push_back(name);
            return at->second;
        };
        const std::size_t probeIndex = indexOf(probe);
        pairs.emplace_back(probeIndex, indexOf(reference));
    }
    cv::setNumThreads(call.threads > 1 ? 0 : 1);
    std::vector<match::PreparedFinger> prints(names.size());
    std::vector<std::unique_ptr<Error>> failures(names.size());
    const auto started = std::chrono::steady_clock::now();
    forEach(names.size(), call.threads, [&](std::size_t k) {
        if (auto finger = loadFinger(names[k], call.ppi))
            prints[k] = match::PreparedFinger(call.minutiaeOnly ? withoutRidges(std::move(*finger))
                                                                : std::move(*finger));
        else
            failures[k] = std::make_unique<Error>(finger.error());
    });
    const auto prepared = std::chrono::steady_clock::now();
    std::vector<std::string> scores(pairs.size(), "-");
    forEach(pairs.size(), call.threads, [&](std::size_t k) {
        const auto& [probe, reference] = pairs[k];
        if (failures[probe] || failures[reference]) return;
        if (const auto comparison = match::compareFinger(prints[probe], prints[reference])) {
            char text[40];
            std::snprintf(text, sizeof text, "%.6f", comparison->score.value);
            scores[k] = text;
        }
    });
    const auto compared = std::chrono::steady_clock::now();
    std::string out;
    for (std::size_t k = 0; k < pairs.size(); ++k)
        out += names[pairs[k].first] + " " + names[pairs[k].second] + " " + scores[k] + "\n";
    COTEJO_TRY(writeFileAtomically(call.output, viewOf(out)));
    Json failed = Json::array();
    for (std::size_t k = 0; k < names.size(); ++k)
        if (failures[k]) {
            failed.push_back(
                {{"file", names[k]}, {"code", failures[k]->code}, {"detail", failures[k]->detail}});
            std::fprintf(stderr, "cotejo-cli: %s: %s\n", failures[k]->code.c_str(),
                         failures[k]->detail.c_str());
        }
    const double loading = std::chrono::duration<double>(prepared - started).count();
    const double comparing = std::chrono::duration<double>(compared - prepared).count();
    std::ostringstream plain;
    plain << pairs.size() << " comparisons of " << names.size() << " images, " << failed.size()
          << " images failed; "
          << 1000 * loading / static_cast<double>(std::max<std::size_t>(1, names.size())) << " ms an image, "
          << static_cast<double>(pairs.size()) / std::max(1e-9, comparing) << " comparisons a second";
    console.answer({{"comparisons", pairs.size()},
                    {"images", names.size()},
                    {"failed", failed},
                    {"seconds_loading", loading},
                    {"seconds_comparing", comparing},
                    {"threads", call.threads}},
                   plain.str());
    return {};
}

Result<std::vector<std::string>> galleryFiles(const std::string& place) {
    std::vector<std::string> files;
    std::error_code error;
    if (fs::is_directory(place, error)) {
        for (const auto& entry : fs::directory_iterator(place, error))
            if (entry.is_regular_file()) files.push_back(entry.path().string());
        std::sort(files.begin(), files.end());
        return files;
    }
    COTEJO_TRY_ASSIGN(const Bytes list, readFile(place));
    std::istringstream lines{std::string(textOf(list))};
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) files.push_back(line);
    return files;
}

Status identify(const FingerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto probe, loadFinger(call.probe, call.ppi));
    COTEJO_TRY_ASSIGN(const auto files, galleryFiles(call.gallery));
    match::FingerGallery gallery;
    Json failed = Json::array();
    for (const auto& file : files) {
        if (auto finger = loadFinger(file, call.ppi))
            gallery.add(file, *finger);
        else
            failed.push_back(
                {{"file", file}, {"code", finger.error().code}, {"detail", finger.error().detail}});
    }
    COTEJO_TRY_ASSIGN(
        const auto found,
        gallery.search(probe,
                       {.top = call.top, .exhaustive = call.exhaustive, .allowed = {}, .progress = {}}));
    Json candidates = Json::array();
    std::ostringstream plain;
    for (std::size_t k = 0; k < found.size(); ++k) {
        Json each = comparisonJson(found[k].comparison);
        each["rank"] = k + 1;
        each["key"] = found[k].key;
        candidates.push_back(std::move(each));
        plain << k + 1 << "\t" << found[k].comparison.score.value << "\t" << found[k].key << "\n";
    }
    for (const auto& each : failed)
        plain << "-\t" << each["code"].get<std::string>() << "\t" << each["file"].get<std::string>() << "\n";
    console.answer({{"gallery", gallery.size()}, {"failed", failed}, {"candidates", candidates}},
                   plain.str());
    return {};
}

}  // namespace

void addFingerCommand(CLI::App& root, Console& console) {
    auto call = std::make_shared<FingerCall>();
    CLI::App* finger = root.add_subcommand("finger", "Extract, compare and identify fingerprints");
    finger->require_subcommand(1);
    const auto run = [&console](Status status) {
        if (!status) console.report(status.error());
    };
    const auto ppiOption = [call](CLI::App* command) {
        command
            ->add_option("--ppi", call->ppi,
                         "Resolution of the images, where the files do not state it or state it wrongly")
            ->check(CLI::Range(1.0, 100000.0));
    };
    CLI::App* extract = finger->add_subcommand("extract", "Find the minutiae of one image");
    extract->add_option("image", call->image, "Image file")->required();
    extract->add_option("--output", call->output, "Template file to write");
    ppiOption(extract);
    extract->callback([=, &console] { run(extractOne(*call, console)); });

    CLI::App* compare = finger->add_subcommand("compare", "Compare two prints, or a list of pairs");
    auto* probe = compare->add_option("probe", call->probe, "Image or template");
    auto* reference = compare->add_option("reference", call->reference, "Image or template");
    auto* pairs = compare->add_option("--pairs", call->pairs, "File with lines PROBE REFERENCE");
    auto* output = compare->add_option("--output", call->output,
                                       "File for lines PROBE REFERENCE SCORE; - where a print failed");
    pairs->needs(output)->excludes(probe)->excludes(reference);
    probe->needs(reference);
    compare->add_option("--threads", call->threads, "Threads for --pairs")->check(CLI::Range(1, 256));
    compare->add_flag("--minutiae-only", call->minutiaeOnly,
                      "Compare as with templates of other vendors: minutiae without ridge pattern");
    ppiOption(compare);
    compare->callback([=, &console] {
        if (!call->pairs.empty())
            run(compareMany(*call, console));
        else if (!call->probe.empty())
            run(compareOne(*call, console));
        else
            run(fail(base::kInvalidArgument, "Name a PROBE and a REFERENCE, or a list with --pairs."));
    });

    addFingerReportCommands(*finger, console);
    addTenPrintCommand(*finger, console);

    CLI::App* identification = finger->add_subcommand("identify", "Search a print among many");
    identification->add_option("probe", call->probe, "Image or template")->required();
    identification
        ->add_option("--gallery", call->gallery, "Folder of images and templates, or a file that lists them")
        ->required();
    identification->add_option("--top", call->top, "Candidates to report")->check(CLI::Range(1, 1000));
    identification->add_flag("--exhaustive", call->exhaustive,
                             "Compare with every print instead of a short list");
    ppiOption(identification);
    identification->callback([=, &console] { run(identify(*call, console)); });
}

}  // namespace cotejo::cli
