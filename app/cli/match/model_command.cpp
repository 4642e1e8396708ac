#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/cli/console.h"
#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/share.h"
#include "core/match/calibration.h"
#include "core/match/face/face_engine.h"
#include "core/match/site_set.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kManifestCap = 1u << 20;

std::vector<fs::path> manifestsIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code problem;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
        if (at->path().extension() == ".json") files.push_back(at->path());
    std::sort(files.begin(), files.end());
    return files;
}

/// A manifest file, or the only one in a folder.
Result<fs::path> manifestAt(const std::string& named) {
    std::error_code problem;
    auto path = fs::absolute(named, problem).lexically_normal();
    if (!fs::is_directory(path, problem)) return path;
    const auto files = manifestsIn(path);
    if (files.size() != 1)
        return fail(base::kNotFound,
                    path.string() + " holds " + std::to_string(files.size()) +
                        " model manifests (*.json); name the one that is meant",
                    {{"file", path.string()}});
    return files.front();
}

Status listModels(Console& console, const std::string& folder) {
    COTEJO_TRY_ASSIGN(const auto share, findShare());
    COTEJO_TRY_ASSIGN(const auto calibrations, match::Calibrations::readDefault());
    COTEJO_TRY_ASSIGN(const auto inUse, match::chosenManifest());
    auto files = manifestsIn(share / "models");
    if (!folder.empty())
        std::ranges::copy(manifestsIn(fs::absolute(folder).lexically_normal()), std::back_inserter(files));
    if (std::ranges::find(files, inUse) == files.end()) files.push_back(inUse);
    Json sets = Json::array();
    std::string plain;
    for (const auto& file : files) {
        COTEJO_TRY_ASSIGN(const auto manifest, match::readModelManifest(file));
        const auto calibration = calibrations.find(manifest.algorithm());
        sets.push_back({{"set", manifest.set},
                        {"manifest", file.string()},
                        {"inUse", file == inUse},
                        {"title", manifest.title},
                        {"source", manifest.source},
                        {"licence", manifest.licence},
                        {"version", manifest.algorithm().version},
                        {"model", manifest.algorithm().model.text()},
                        {"calibration", calibration ? Json(calibration->report) : Json()}});
        plain += (file == inUse ? "* " : "  ") + manifest.set + " " + manifest.algorithm().version + " (" +
                 manifest.title + ", " + manifest.licence + "), calibration " +
                 (calibration ? calibration->report : std::string("none")) + "\n";
    }
    console.answer({{"sets", sets}}, plain);
    return {};
}

Result<match::FaceEngine> loadFrom(const fs::path& file) {
    COTEJO_TRY_ASSIGN(const auto manifest, match::readModelManifest(file));
    return match::FaceEngine::load(manifest, file.parent_path());
}

Status checkModels(Console& console, const std::string& named) {
    COTEJO_TRY_ASSIGN(const auto file, named.empty() ? match::chosenManifest() : manifestAt(named));
    COTEJO_TRY_ASSIGN(const auto engine, loadFrom(file));
    const bool selfTest = engine.manifest().selfTestNorm > 0;
    console.answer(
        {{"set", engine.manifest().set},
         {"manifest", file.string()},
         {"model", engine.algorithm().model.text()},
         {"selfTest", selfTest},
         {"sound", true}},
        engine.manifest().set + ": files have the stated hashes, networks the stated shapes, and " +
            (selfTest ? "the self-test agrees"
                      : "every network answers; the manifest states no self-test values to compare"));
    return {};
}

/// Loads the set before it is chosen, so that a site cannot lock itself out.
Status useModels(Console& console, const std::string& named) {
    if (named == "default") {
        COTEJO_TRY(match::chooseSiteSet(std::nullopt));
        COTEJO_TRY_ASSIGN(const auto file, match::chosenManifest());
        console.answer({{"manifest", file.string()}}, "the set in use is that of " + file.string());
        return {};
    }
    COTEJO_TRY_ASSIGN(const auto file, manifestAt(named));
    COTEJO_TRY_ASSIGN(const auto engine, loadFrom(file));
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(file, kManifestCap));
    COTEJO_TRY(match::chooseSiteSet(match::SiteSet{file, sha256(ByteView(bytes))}));
    COTEJO_TRY_ASSIGN(const auto calibrations, match::Calibrations::readDefault());
    const bool calibrated = calibrations.find(engine.algorithm()).has_value();
    console.answer(
        {{"set", engine.manifest().set},
         {"manifest", file.string()},
         {"model", engine.algorithm().model.text()},
         {"calibrated", calibrated},
         {"choice", match::siteSetFile().string()}},
        engine.manifest().set +
            " is in use from the next start on. Templates of other sets stay stored and "
            "are not compared with its own; they are made anew from the images.\n" +
            (calibrated ? ""
                        : "It has no calibration report: its scores have no stated error rate until "
                          "cotejo-cli face calibrate has written one into the folder calibration beside "
                          "the manifest.\n"));
    return {};
}

}  // namespace

void addModelCommand(CLI::App& root, Console& console) {
    auto* model = root.add_subcommand("model", "The face model sets that are installed");
    model->require_subcommand(1);
    const auto named = std::make_shared<std::string>();
    auto* list = model->add_subcommand("list", "Sets, licences, and their calibration reports");
    list->add_option("FOLDER", *named, "Also the sets of this folder");
    list->callback([&console, named] {
        if (auto status = listModels(console, *named); !status) console.report(status.error());
    });
    auto* check = model->add_subcommand("check", "Hashes, shapes and self-test of a set");
    check->add_option("SET", *named, "Manifest or folder of a set; the one in use if none is named");
    check->callback([&console, named] {
        if (auto status = checkModels(console, *named); !status) console.report(status.error());
    });
    auto* use = model->add_subcommand("use", "Check a set and compare faces with it from the next start on");
    use->add_option("SET", *named, "Manifest or folder of a site's own set, or: default")->required();
    use->callback([&console, named] {
        if (auto status = useModels(console, *named); !status) console.report(status.error());
    });
}

}  // namespace cotejo::cli
