#pragma once

#include "app/cli/console.h"

namespace cotejo::cli {

/// `policy quality`: the external programs that measure samples.
void addQualityCommand(CLI::App& policy, Console& console);

}  // namespace cotejo::cli
