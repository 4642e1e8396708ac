#pragma once

#include <filesystem>

#include "app/server/http/service.h"

namespace cotejo::server {

/// settings.json of a server's folder. Errors: E_SERVER_FOLDER, E_MALFORMED, E_NOT_WRITABLE.
Result<ServiceSettings> readSettings(const std::filesystem::path& folder);
Status writeSettings(const std::filesystem::path& folder, const ServiceSettings& settings);

}  // namespace cotejo::server
