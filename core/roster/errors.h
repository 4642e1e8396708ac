#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace cotejo::roster {

inline constexpr char kChain[] = "E_ROSTER_CHAIN";            ///< an entry does not follow the last one: it goes back, forks, or leaves one out
inline constexpr char kSignature[] = "E_ROSTER_SIGNATURE";    ///< who signed is no administrator of it, or the signature does not hold
inline constexpr char kSecond[] = "E_ROSTER_SECOND";          ///< such a change needs the signature of a second administrator
inline constexpr char kSeparation[] = "E_ROSTER_SEPARATION";  ///< an administrator has no role in cases, and the reverse
inline constexpr char kPerson[] = "E_ROSTER_PERSON";          ///< the same person, login, key or device is in the roster already
inline constexpr char kLast[] = "E_ROSTER_LAST";              ///< two administrators at least remain
inline constexpr char kKnows[] = "E_ROSTER_UNKNOWN";          ///< the change is about somebody or something the roster does not name
inline constexpr char kAdminKey[] = "E_ROSTER_KEY";           ///< a key file cannot be read, or its passphrase is wrong

/// A refusal of the roster, in whatever program it was said.
inline bool isRefusal(std::string_view code) {
    constexpr std::array<std::string_view, 7> all{kChain, kSignature, kSecond, kSeparation, kPerson, kLast, kKnows};
    return std::ranges::find(all, code) != all.end();
}

}  // namespace cotejo::roster
