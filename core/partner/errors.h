#pragma once

#include "core/decide/errors.h"

namespace cotejo::partner {

inline constexpr char kNoTransferBasis[] = "E_NO_TRANSFER_BASIS";  ///< the agreement is not in force, or does not know the purpose, direction, grade or field
inline constexpr char kNoProfile[] = "E_NO_PROFILE";               ///< the organisation has no such agreement
inline constexpr auto& kNotPreviewed = decide::kNotPreviewed;      ///< what would leave is not, byte for byte, what was previewed
inline constexpr char kNoSample[] = "E_PARTNER_SAMPLE";            ///< a sample that the agreement does not take, or that cannot be sent
inline constexpr char kAnswerForged[] = "E_ANSWER_FORGED";         ///< a message that is not signed by the partner's key, or not sealed to ours
inline constexpr char kAnswerStray[] = "E_ANSWER_STRAY";           ///< a message to nobody's question, or about another than was asked
inline constexpr char kAnswerLate[] = "E_ANSWER_LATE";             ///< a message after its end, or after another that counts
inline constexpr char kAnswerExcess[] = "E_ANSWER_EXCESS";         ///< more candidates, fields or bytes than the agreement lets come
inline constexpr char kAnswerMalformed[] = "E_ANSWER_MALFORMED";   ///< cut, deep, of a foreign format

}  // namespace cotejo::partner
