#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace cotejo {

/// The folder of the files that ship with the programs (models, calibration reports, help): $COTEJO_SHARE if
/// set, else
/// ../share/cotejo beside the running program, else /usr/share/cotejo. Error: E_NOT_FOUND, naming the places
/// looked at.
Result<std::filesystem::path> findShare();

}  // namespace cotejo
