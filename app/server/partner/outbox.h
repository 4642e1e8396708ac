#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/record/act.h"

namespace cotejo::server {

/// Where a request to a partner is on its way. `Sending`: on the disk before the first byte leaves, so that what may have left counts as left.
/// `Watched`: it ended with an answer or without; what still comes for it is kept and not believed.
enum class OutboxState { Waiting, Sending, Sent, Acknowledged, Watched, Ended };

std::string_view nameOf(OutboxState state);
/// `Ended` for a name that is none.
OutboxState outboxState(std::string_view name);

/// A request that a witnessed authorisation put into the outbox.
struct OutboxRequest {
    record::RequestId id;
    CaseId of;
    Hash authorised;                   ///< the event
    OutboxState state = OutboxState::Waiting;
    int attempts = 0;                  ///< in a row that came to nothing
    UtcTime next{};                    ///< not looked at before
    int sendings = 0;                  ///< 2 after the second request
    std::optional<UtcTime> sentAt;     ///< first
    std::optional<UtcTime> acknowledgedAt;
    std::optional<UtcTime> until;      ///< the partner needs time until then
    Hash answer;                       ///< opened, the last that counts; zero: none
    bool replied = false;              ///< `answer` is more than a wish for time
    UtcTime watched{};                 ///< `Watched` until then
    std::string problem;               ///< code of what keeps it, empty for nothing
};

/// A message that was kept. `sent`: ours, opened. `quarantined`: as it came, with the code of why it was not believed.
struct KeptMessage {
    enum class Kind { Sent, Acknowledgement, Answer, Quarantined };
    record::RequestId request;
    CaseId of;
    Kind kind = Kind::Answer;
    Hash message;                      ///< of the opened bytes; of the envelope for what was not believed
    Hash envelope;                     ///< of the bytes as they came
    Hash inner{};                      ///< of the opened bytes; zero for what could not be opened
    std::string code;
    UtcTime at{};
    Bytes opened;
    Bytes came;
};

std::string_view nameOf(KeptMessage::Kind kind);

/// What happened to a request, written in one transaction.
struct OutboxStep {
    OutboxRequest after;
    std::optional<record::ReportRequest> report;  ///< enters the news, once
    std::optional<KeptMessage> kept;
};

}  // namespace cotejo::server
