#pragma once

#include <string>
#include <string_view>

#include "core/record/case.h"

namespace cotejo::store {

/// What a case is found by: the search keys of its names (record/name_key.h), document numbers and case number without
/// punctuation, and the case number's last part alone, with
/// and without its leading zeros. Words separated by spaces.
std::string searchWords(const record::CaseView& view);

/// What an officer typed, as an FTS5 expression in which every word may be cut short ("anna er" finds ANNA ERIKSSON). Empty
/// when there is nothing to look for. Safe for any input: every word is quoted.
std::string searchExpression(std::string_view typed);

}  // namespace cotejo::store
