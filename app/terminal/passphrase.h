#pragma once

#include <string>

#include "core/base/crypto.h"

namespace cotejo {

/// Where a passphrase comes from: a file, the file that COTEJO_PASSPHRASE_FILE names, or the terminal. Never the command line.
/// Errors: E_NOT_FOUND, E_NOT_READABLE, E_INVALID_ARGUMENT when there is neither file nor terminal.
Result<Secret> readPassphrase(const std::string& file, const std::string& prompt);

}  // namespace cotejo
