#pragma once

namespace cotejo::journal {

inline constexpr char kSystemMayNot[] = "E_JOURNAL_SYSTEM";   ///< an act with legal effect in role "system"
inline constexpr char kTooLarge[] = "E_JOURNAL_TOO_LARGE";    ///< an act above 1 MiB: images travel as attachments

}  // namespace cotejo::journal
