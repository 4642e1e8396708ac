#pragma once

namespace cotejo::access {

inline constexpr char kPassphrase[] = "E_ACCESS_PASSPHRASE";  ///< login or passphrase is wrong; says not which
inline constexpr char kLocked[] = "E_ACCESS_LOCKED";          ///< too many wrong passphrases; params "minutes", "until"
inline constexpr char kInactive[] = "E_ACCESS_INACTIVE";      ///< the officer may no longer sign in
inline constexpr char kWeak[] = "E_ACCESS_WEAK";              ///< the new passphrase is too short; param "least"
inline constexpr char kNotAdmin[] = "E_ACCESS_NOT_ADMIN";     ///< needs role admin
inline constexpr char kLoginTaken[] = "E_ACCESS_LOGIN_TAKEN"; ///< another officer of this post has this login
inline constexpr char kOtherPost[] = "E_ACCESS_OTHER_POST";   ///< the officer belongs to another post
inline constexpr char kSlots[] = "E_ACCESS_SLOTS";            ///< slots.db is damaged or was changed outside the program
inline constexpr char kNoPost[] = "E_ACCESS_NO_POST";         ///< the folder holds no post

inline constexpr char kRosterRules[] = "E_ACCESS_ROSTER";  ///< roles and suspensions are the organisation's roster's to say, not this post's

}  // namespace cotejo::access
