#pragma once

#include <string>

#include "core/base/json.h"
#include "core/review/visible_case.h"
#include "core/review/work_queue.h"

/// Cases as cotejo-cli prints them: only what the officer may see.
namespace cotejo::cli {

Json caseJson(const review::VisibleCase& visible);
std::string caseText(const review::VisibleCase& visible);
Json rowJson(const review::VisibleRow& visible);
std::string rowText(const review::VisibleRow& visible);

}  // namespace cotejo::cli
