#pragma once

#include <optional>
#include <string>
#include <utility>

#include "core/access/desk.h"
#include "core/record/case.h"

namespace cotejo::review {

/// Why another case may be about the same person. None of it is established identity.
enum class EncounterTie { SameTraveler, SameDocument };
/// What ties two travelers, as far as their records tell, with the document's number where it is one; nothing for two persons.
std::optional<std::pair<EncounterTie, std::string>> tieOf(const record::Traveler& one, const record::Traveler& other);

/// Whether the officer of the desk was shown elsewhere what an examiner of this case must not know: what one of its samples scored in another
/// case, or what was found in one of the same person in which somebody came up. Asked when an examination begins and at each of its
/// steps, so that it does not matter which case, picture or reveal came first. False for those who never examine. Errors: E_STORE_*.
Result<bool> knowsFromElsewhere(store::Database& database, access::Desk& desk, const record::CaseView& view);

}  // namespace cotejo::review
