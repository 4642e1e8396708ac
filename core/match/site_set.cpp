#include "core/match/site_set.h"

#include <cstdlib>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace cotejo::match {
namespace {

namespace fs = std::filesystem;

constexpr char kMachineChoice[] = "/etc/cotejo/face-set.json";
constexpr std::size_t kChoiceCap = 64u << 10;

const char* environment(const char* name) {
    return std::getenv(name);
}

}  // namespace

fs::path siteSetFile() {
    if (const char* named = environment("COTEJO_FACE_SET")) return named;
    if (const char* config = environment("XDG_CONFIG_HOME"); config && *config)
        return fs::path(config) / "cotejo" / "face-set.json";
    if (const char* home = environment("HOME"); home && *home)
        return fs::path(home) / ".config" / "cotejo" / "face-set.json";
    return {};
}

Result<std::optional<SiteSet>> siteSet() {
    auto file = siteSetFile();
    std::error_code problem;
    if (file.empty() || !fs::exists(file, problem)) {
        if (environment("COTEJO_FACE_SET") || !fs::exists(kMachineChoice, problem)) return std::nullopt;
        file = kMachineChoice;
    }
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(file, kChoiceCap));
    COTEJO_TRY_ASSIGN(const Json json, parseJson(textOf(bytes), file.string(), kChoiceCap, 4));
    const auto text = [&](const char* key) {
        const auto at = json.is_object() ? json.find(key) : json.end();
        return json.is_object() && at != json.end() && at->is_string() ? at->get<std::string>()
                                                                       : std::string();
    };
    const fs::path manifest = text("manifest");
    const auto hash = Hash::fromText(text("sha256"));
    if (!manifest.is_absolute() || !hash)
        return fail(base::kMalformed,
                    file.string() +
                        ": \"manifest\" must be the full path of a model manifest and \"sha256\" its hash; "
                        "choose the "
                        "set again with cotejo-cli model use",
                    {{"file", file.string()}});
    return SiteSet{manifest, *hash};
}

Status chooseSiteSet(const std::optional<SiteSet>& set) {
    const auto file = siteSetFile();
    if (file.empty())
        return fail(base::kNotFound,
                    "there is no folder to keep the choice of a face set in; name a file in COTEJO_FACE_SET");
    std::error_code problem;
    if (!set) {
        fs::remove(file, problem);
        if (problem)
            return fail(base::kNotWritable, file.string() + " cannot be removed: " + problem.message(),
                        {{"file", file.string()}});
        return {};
    }
    if (file.has_parent_path()) fs::create_directories(file.parent_path(), problem);
    const Json json{{"manifest", set->manifest.string()}, {"sha256", set->sha256.text()}};
    return writeFileAtomically(file, viewOf(json.dump(1) + "\n"));
}

}  // namespace cotejo::match
