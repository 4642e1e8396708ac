#pragma once

#include "app/cli/console.h"

namespace cotejo::cli {

void addConvertCommand(CLI::App& exchange, Console& console);

}  // namespace cotejo::cli
