#pragma once

#include <string>
#include <vector>

#include "core/review/work_queue.h"

namespace cotejo::cli {

/// Queue rows as a CSV table, only what the officer may see.
std::string caseListCsv(const std::vector<review::VisibleRow>& rows);

}  // namespace cotejo::cli
