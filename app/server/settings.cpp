#include "app/server/settings.h"

#include "app/server/errors.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace cotejo::server {

Result<ServiceSettings> readSettings(const std::filesystem::path& folder) {
    const auto path = folder / "settings.json";
    const auto bytes = readFile(path, 1u << 20);
    if (!bytes) return fail(kFolder, folder.string() + " is not a folder made by 'cotejo-server init': " + bytes.error().detail);
    COTEJO_TRY_ASSIGN(const auto document, parseJson(textOf(*bytes), path.string()));
    const auto organisation = textAt(document, "organisation");
    if (!organisation) return fail(base::kMalformed, path.string() + " lacks \"organisation\"");
    return ServiceSettings{*organisation};
}

Status writeSettings(const std::filesystem::path& folder, const ServiceSettings& settings) {
    return writeFileAtomically(folder / "settings.json", viewOf(canonicalJson({{"organisation", settings.organisation}}) + "\n"));
}

}  // namespace cotejo::server
