#pragma once

#include <string>
#include <vector>

#include "core/record/act.h"
#include "core/review/visible_case.h"
#include "core/store/database.h"

/// The files that a case came in, kept whole. They hold all that was in them, so the door to them is as narrow as the narrowest of what they hold.
namespace cotejo::decide {

/// Those of a case, of its samples and of its opening, each once.
Result<std::vector<record::OriginalFile>> originalsOf(store::Database& database, const record::CaseView& whole);

/// Nothing where a file may be shown to whom `visible` was made for: whose case it is, every sample that came in the file and every paper
/// of the same bytes are open to them. Otherwise why not (E_NOT_VISIBLE). Pure.
Status mayShowOriginal(const review::VisibleCase& visible, const record::CaseView& whole, const Hash& original);

/// "original_01.an2": no part of it is of the traveler.
std::string nameOfOriginal(const record::OriginalFile& original, std::size_t number);

}  // namespace cotejo::decide
