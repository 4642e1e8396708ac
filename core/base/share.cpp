#include "core/base/share.h"

#include <cstdlib>
#include <vector>

#include "core/base/errors.h"

namespace cotejo {

Result<std::filesystem::path> findShare() {
    namespace fs = std::filesystem;
    std::error_code problem;
    std::vector<fs::path> places;
    if (const char* named = std::getenv("COTEJO_SHARE"); named && *named) {
        places.emplace_back(named);
    } else {
        const auto program = fs::read_symlink("/proc/self/exe", problem);
        if (!problem) places.push_back(program.parent_path().parent_path() / "share" / "cotejo");
        places.emplace_back("/usr/share/cotejo");
    }
    std::string looked;
    for (const auto& place : places) {
        if (fs::is_directory(place, problem)) return place;
        looked += (looked.empty() ? "" : ", ") + place.string();
    }
    return fail(base::kNotFound,
                "the folder of shipped files is not there (looked at " + looked +
                    "); install Cotejo again, or name the folder in COTEJO_SHARE",
                {{"file", looked}});
}

}  // namespace cotejo
