#pragma once

namespace cotejo::intake {

inline constexpr char kNothingUsable[] = "E_INTAKE_NOTHING_USABLE";  ///< no sample and no name could be read; param "file"
inline constexpr char kRole[] = "E_ROLE";                            ///< the officer's roles do not allow importing

inline constexpr char kNotOpened[] = "E_INTAKE_NOT_OPENED";  ///< no case came of what was to be written; param "file"

}  // namespace cotejo::intake
