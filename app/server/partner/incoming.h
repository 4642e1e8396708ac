#pragma once

#include "app/server/partner/carrier.h"
#include "app/server/partner/partner_keys.h"
#include "core/partner/message.h"

/// What a partner sends is opened and judged here; nothing of it is believed before.
namespace cotejo::server {

/// By what it is judged.
struct Expected {
    const record::RequestTerms& terms;
    const partner::Profile* now = nullptr;      ///< the agreement with this id as it stands; null: none, then nothing is believed
    const partner::Profile* drafted = nullptr;  ///< the one of the terms; null: the server does not have it
    const exchange::BoxKey& box;
    UtcTime at{};
    std::optional<UtcTime> until;               ///< the partner had asked for time until then
};

/// A message that is believed, or the code of why it is not. `opened` is there as soon as it was signed by the partner and sealed to us.
template <class Message>
struct Judged {
    Bytes opened;
    std::optional<Message> message;
    std::string code;
};

/// Codes: E_NO_TRANSFER_BASIS (no agreement in force), E_ANSWER_FORGED, E_ANSWER_MALFORMED, E_ANSWER_EXCESS, E_ANSWER_STRAY, E_ANSWER_LATE.
Judged<partner::Acknowledgement> judgeAcknowledgement(const Brought& brought, const Expected& expected);
Judged<partner::Answer> judgeAnswer(const Brought& brought, const Expected& expected);

}  // namespace cotejo::server
