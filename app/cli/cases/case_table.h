#pragma once

#include <string>
#include <vector>

#include "core/review/work_queue.h"

namespace cotejo::cli {

/// Queue rows as a CSV table, only what the officer may see. Cells that a spreadsheet would run as formulas are made text.
std::string caseListCsv(const std::vector<review::VisibleRow>& rows);

}  // namespace cotejo::cli
