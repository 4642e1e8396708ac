#pragma once

#include "app/cli/console.h"

namespace cotejo::cli {

/// exchange answer: a MOSIP adjudication request and what two operators found become the answer. Needs no store.
void addMosipAnswerCommand(CLI::App& exchange, Console& console);

}  // namespace cotejo::cli
