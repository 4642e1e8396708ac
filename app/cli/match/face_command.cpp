#include <atomic>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <thread>

#include "app/cli/console.h"
#include "app/cli/match/face_values.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/imaging/decode.h"
#include "core/match/base_rate.h"
#include "core/match/calibration.h"
#include "core/match/face/face_engine.h"
#include "core/match/face/face_gallery.h"
#include "core/match/face/quality/quality.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using match::FaceEngine;
using match::FaceExtraction;

constexpr std::size_t kImageCap = 64u << 20;
constexpr std::size_t kListCap = 512u << 20;

Result<FaceExtraction> extractFrom(FaceEngine& engine, const fs::path& file) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(file, kImageCap));
    auto image = imaging::decodeImage(bytes);
    auto found = image ? engine.extract(image->pixels)
                       : Result<FaceExtraction>(tl::unexpected<Error>(std::move(image).error()));
    if (found) return found;
    return inFile(file.string(), std::move(found).error());
}

Json pointJson(cv::Point2f point) {
    return {std::round(point.x * 100) / 100, std::round(point.y * 100) / 100};
}

Json extractionJson(const FaceExtraction& found) {
    Json faces = Json::array();
    for (const auto& face : found.faces) {
        Json landmarks = Json::array();
        if (face.landmarks)
            for (const auto& point : *face.landmarks)
                landmarks.push_back(pointJson(point));
        faces.push_back({{"box", {face.box.x, face.box.y, face.box.width, face.box.height}},
                         {"confidence", face.confidence},
                         {"fit", face.fit},
                         {"landmarks", landmarks}});
    }
    Json points = Json::array();
    for (const auto& point : found.points)
        points.push_back(pointJson(point));
    return {{"algorithm", algorithmJson(found.faceTemplate.algorithm())},
            {"faces", faces},
            {"choice", record::codeOf(found.choice)},
            {"way", record::codeOf(found.way)},
            {"quarterTurns", found.quarterTurns},
            {"points", points},
            {"strength", found.strength}};
}

Status embed(Console& console, const std::string& image) {
    COTEJO_TRY_ASSIGN(FaceEngine engine, FaceEngine::loadDefault());
    COTEJO_TRY_ASSIGN(const FaceExtraction found, extractFrom(engine, image));
    auto answer = extractionJson(found);
    answer["embedding"] = found.faceTemplate.embedding();
    answer["template"] = toBase64(found.faceTemplate.encode());
    console.answer(answer, image + ": " + std::to_string(found.faces.size()) + " face(s), found by way \"" +
                               std::string(record::codeOf(found.way)) +
                               "\"; --json gives landmarks and embedding");
    return {};
}

Status compareTwo(Console& console, const std::string& probe, const std::string& reference) {
    COTEJO_TRY_ASSIGN(FaceEngine engine, FaceEngine::loadDefault());
    COTEJO_TRY_ASSIGN(const FaceExtraction a, extractFrom(engine, probe));
    COTEJO_TRY_ASSIGN(const FaceExtraction b, extractFrom(engine, reference));
    COTEJO_TRY_ASSIGN(const record::Score score, match::compareFaces(a.faceTemplate, b.faceTemplate));
    COTEJO_TRY_ASSIGN(const auto calibrations, match::Calibrations::readDefault());
    Json calibration;
    std::ostringstream plain;
    plain << "score " << score.value << " (" << score.algorithm.name << " " << score.algorithm.version
          << ")\n";
    if (const auto report = calibrations.find(score.algorithm)) {
        COTEJO_TRY_ASSIGN(const record::Calibrated found, report->answer(score));
        calibration = calibratedJson(found);
        plain << "of comparisons of different people, " << (found.atFloor ? "at most " : "") << found.fmr
              << " reach this score; log10 likelihood ratio " << found.logLikelihoodRatio << " ("
              << found.logLikelihoodRatioLow << " to " << found.logLikelihoodRatioHigh << "); report "
              << found.report << "\n";
    } else {
        plain << report.error().detail << "\n";
    }
    console.answer({{"probe", probe},
                    {"reference", reference},
                    {"score", score.value},
                    {"algorithm", algorithmJson(score.algorithm)},
                    {"calibration", calibration}},
                   plain.str());
    return {};
}

/// The templates of many files, each file read once; failures keep their reason.
using Templates = std::vector<Result<match::FaceTemplate>>;
Result<Templates> extractAll(const std::vector<std::string>& files, unsigned threads) {
    COTEJO_TRY_ASSIGN(FaceEngine first, FaceEngine::loadDefault());
    std::vector<FaceEngine> engines;
    for (unsigned i = 1; i < threads; ++i) {
        COTEJO_TRY_ASSIGN(FaceEngine next, first.clone());
        engines.push_back(std::move(next));
    }
    engines.push_back(std::move(first));
    Templates templates(files.size(), fail(base::kInternal, "not processed"));
    std::atomic<std::size_t> next = 0;
    {
        std::vector<std::jthread> workers;
        for (auto& engine : engines)
            workers.emplace_back([&] {
                for (auto i = next++; i < files.size(); i = next++) {
                    auto found = extractFrom(engine, files[i]);
                    if (found)
                        templates[i] = found->faceTemplate;
                    else
                        templates[i] = tl::unexpected<Error>(std::move(found).error());
                }
            });
    }
    return templates;
}

Status compareList(Console& console, const std::string& list, const std::string& output, unsigned threads) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(list, kListCap));
    std::vector<std::string> files;
    std::map<std::string, std::size_t, std::less<>> known;
    const auto number = [&](const std::string& name) {
        const auto [at, fresh] = known.try_emplace(name, files.size());
        if (fresh) files.push_back(name);
        return at->second;
    };
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::istringstream lines{std::string(textOf(bytes))};
    std::string line, probe, reference, more;
    for (std::size_t row = 1; std::getline(lines, line); ++row) {
        std::istringstream parts(line);
        if (!(parts >> probe) || probe.starts_with('#')) continue;
        if (!(parts >> reference) || parts >> more)
            return fail(base::kMalformed, list + " line " + std::to_string(row) + " must be PROBE REFERENCE");
        const auto a = number(probe);
        pairs.emplace_back(a, number(reference));
    }
    COTEJO_TRY_ASSIGN(const Templates templates, extractAll(files, threads));
    std::string text;
    Json failures = Json::array();
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!templates[i]) {
            failures.push_back({{"file", files[i]}, {"code", templates[i].error().code}});
            std::fprintf(stderr, "cotejo-cli: %s: %s\n", templates[i].error().code.c_str(),
                         templates[i].error().detail.c_str());
        }
    char number17[32];
    for (const auto& [a, b] : pairs) {
        std::string written = "-";
        if (templates[a] && templates[b]) {
            COTEJO_TRY_ASSIGN(const record::Score score, match::compareFaces(*templates[a], *templates[b]));
            std::snprintf(number17, sizeof number17, "%.7f", score.value);
            written = number17;
        }
        text += files[a] + ' ' + files[b] + ' ' + written + '\n';
    }
    COTEJO_TRY(writeFileAtomically(output, viewOf(text)));
    console.answer(
        {{"pairs", pairs.size()}, {"images", files.size()}, {"failures", failures}, {"output", output}},
        std::to_string(pairs.size()) + " pairs of " + std::to_string(files.size()) + " images, " +
            std::to_string(failures.size()) + " images failed; scores in " + output);
    return {};
}

Status identify(Console& console, const std::string& probe, const std::string& gallery, std::size_t top,
                unsigned threads) {
    std::vector<std::string> files;
    std::error_code problem;
    for (fs::recursive_directory_iterator at(gallery, problem), end; !problem && at != end;
         at.increment(problem))
        if (at->is_regular_file(problem)) files.push_back(at->path().string());
    if (problem || files.empty())
        return fail(base::kNotFound,
                    gallery + " is not a folder with images" + (problem ? ": " + problem.message() : ""),
                    {{"file", gallery}});
    std::sort(files.begin(), files.end());
    COTEJO_TRY_ASSIGN(FaceEngine engine, FaceEngine::loadDefault());
    COTEJO_TRY_ASSIGN(const FaceExtraction face, extractFrom(engine, probe));
    COTEJO_TRY_ASSIGN(const Templates templates, extractAll(files, threads));
    match::FaceGallery references(engine.algorithm(), static_cast<std::size_t>(engine.manifest().dimension),
                                  threads);
    std::map<CaptureId, std::size_t> owner;
    Json skipped = Json::array();
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!templates[i]) {
            skipped.push_back({{"file", files[i]}, {"code", templates[i].error().code}});
            continue;
        }
        const auto id = CaptureId::random();
        owner[id] = i;
        COTEJO_TRY(references.add({id, {}, gallery, "", record::EntryStatus::Active}, *templates[i]));
    }
    COTEJO_TRY_ASSIGN(const match::GalleryAnswer found, references.search(face.faceTemplate, top));
    COTEJO_TRY_ASSIGN(const auto calibrations, match::Calibrations::readDefault());
    const auto report = calibrations.find(engine.algorithm());
    Json candidates = Json::array(), expectation;
    std::ostringstream plain;
    for (const auto& candidate : found.candidates) {
        Json row{{"file", files[owner[candidate.capture]]}, {"score", candidate.score.value}};
        if (report) {
            COTEJO_TRY_ASSIGN(const record::Calibrated meaning, report->answer(candidate.score));
            row["calibration"] = calibratedJson(meaning);
        }
        candidates.push_back(row);
        plain << candidate.score.value << ' ' << files[owner[candidate.capture]] << '\n';
    }
    if (const auto threshold = report ? report->threshold(1e-4) : std::nullopt) {
        COTEJO_TRY_ASSIGN(const record::Calibrated meaning,
                          report->answer({threshold->value, engine.algorithm()}));
        COTEJO_TRY_ASSIGN(const match::BaseRate rate,
                          match::baseRate(static_cast<std::int64_t>(references.size()), threshold->fmrTarget,
                                          meaning.fnmr));
        expectation = {{"threshold", threshold->value},
                       {"fmr", threshold->fmrTarget},
                       {"notListedWithCandidate", {rate.notListed.count, rate.notListed.of}},
                       {"listedMissed", {rate.listedMissed.count, rate.listedMissed.of}}};
        plain << "of people who are not in this gallery, " << rate.notListed.count << " in "
              << rate.notListed.of << " bring up a candidate at FMR 1e-4 (score " << threshold->value
              << ")\n";
    }
    plain << references.size() << " references searched, " << skipped.size() << " files not\n";
    console.answer({{"probe", probe},
                    {"algorithm", algorithmJson(engine.algorithm())},
                    {"candidates", candidates},
                    {"baseRate", expectation},
                    {"searched", references.size()},
                    {"notSearched", skipped}},
                   plain.str());
    return {};
}

Status quality(Console& console, const std::string& file) {
    COTEJO_TRY_ASSIGN(FaceEngine engine, FaceEngine::loadDefault());
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(file, kImageCap));
    const auto decoded = imaging::decodeImage(bytes);
    if (!decoded) return inFile(file, decoded.error());
    const auto& image = *decoded;
    const auto extraction = engine.extract(image.pixels);
    if (!extraction) return inFile(file, extraction.error());
    const FaceExtraction& found = *extraction;
    Json measures = Json::array();
    std::ostringstream plain;
    for (const auto& measure : match::quality::measureFace(image.pixels, found)) {
        Json row{{"component", record::codeOf(measure.component)}};
        plain << record::codeOf(measure.component) << ": ";
        if (const auto* value = std::get_if<match::quality::Value>(&measure.outcome)) {
            row["value"] = value->value;
            row["unit"] = value->unit;
            row["advice"] = measure.advice ? Json(record::codeOf(*measure.advice)) : Json();
            plain << value->value << " " << value->unit;
            if (measure.advice) plain << " -> " << record::codeOf(*measure.advice);
        } else if (const auto* why = std::get_if<match::quality::Inapplicable>(&measure.outcome)) {
            row["notApplicable"] = record::codeOf(*why);
            plain << "not applicable (" << record::codeOf(*why) << ")";
        } else {
            row["failed"] = record::codeOf(std::get<match::quality::Failure>(measure.outcome));
            plain << "failed (" << record::codeOf(std::get<match::quality::Failure>(measure.outcome)) << ")";
        }
        plain << "\n";
        measures.push_back(row);
    }
    console.answer({{"image", file}, {"measures", measures}}, plain.str());
    return {};
}

}  // namespace

void addFaceCommand(CLI::App& root, Console& console) {
    struct Options {
        std::string image, probe, reference, pairs, output, gallery;
        std::size_t top = 10;
        unsigned threads = 1;
    };
    const auto options = std::make_shared<Options>();
    const auto answer = [&console](Status status) {
        if (!status) console.report(status.error());
    };
    auto* face = root.add_subcommand(
        "face", "Find, describe and compare faces in plain image files (no store, no sign-in)");
    face->require_subcommand(1);

    addFaceReportCommands(*face, console);

    auto* embedding = face->add_subcommand("embed", "Landmarks and embedding of the chosen face of an image");
    embedding->add_option("IMAGE", options->image)->required();
    embedding->callback([&console, options, answer] { answer(embed(console, options->image)); });

    auto* measures = face->add_subcommand(
        "quality", "Quality measures of the chosen face, with advice for another capture");
    measures->add_option("IMAGE", options->image)->required();
    measures->callback([&console, options, answer] { answer(quality(console, options->image)); });

    auto* compare =
        face->add_subcommand("compare", "Compare two images, or every line PROBE REFERENCE of a list");
    compare->add_option("PROBE", options->probe);
    compare->add_option("REFERENCE", options->reference);
    auto* pairs = compare->add_option("--pairs", options->pairs, "List of lines PROBE REFERENCE");
    auto* output = compare->add_option("--output", options->output,
                                       "Where PROBE REFERENCE SCORE lines go; - = not processed");
    pairs->needs(output);
    output->needs(pairs);
    compare->add_option("--threads", options->threads, "Threads for a list")->check(CLI::Range(1u, 64u));
    compare->callback([&console, options, answer] {
        if (!options->pairs.empty() && options->probe.empty())
            answer(compareList(console, options->pairs, options->output, options->threads));
        else if (options->pairs.empty() && !options->reference.empty())
            answer(compareTwo(console, options->probe, options->reference));
        else
            answer(fail(base::kInvalidArgument, "give either PROBE and REFERENCE, or --pairs and --output"));
    });

    auto* search = face->add_subcommand("identify", "Rank the images of a folder by likeness to a probe");
    search->add_option("PROBE", options->probe)->required();
    search
        ->add_option("--gallery", options->gallery,
                     "Folder of reference images, searched with its subfolders")
        ->required();
    search->add_option("--top", options->top, "Candidates to show")->check(CLI::Range(1, 1000));
    search->add_option("--threads", options->threads, "Threads")->check(CLI::Range(1u, 64u));
    search->callback([&console, options, answer] {
        answer(identify(console, options->probe, options->gallery, options->top, options->threads));
    });
}

}  // namespace cotejo::cli
