#pragma once

namespace cotejo::review {

inline constexpr char kNoSuchCase[] = "E_CASE_UNKNOWN";       ///< this post knows no such case
inline constexpr char kMayNotRead[] = "E_ROLE";               ///< this officer sees no case data
inline constexpr char kNotVisible[] = "E_NOT_VISIBLE";        ///< the officer may not see this image or document now
inline constexpr char kNothingToSearch[] = "E_NO_SAMPLES";    ///< no sample of the case could be searched

}  // namespace cotejo::review
