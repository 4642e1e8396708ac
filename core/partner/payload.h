#pragma once

#include "core/base/json.h"
#include "core/partner/packet.h"

/// A person and samples as they stand in a message, for this room only: an OSIA v7 person, or one ANSI/NIST-ITL transaction in base64.
namespace cotejo::partner {

/// Who sends the transaction to whom; OSIA has no place for it.
struct PayloadHeading {
    std::string purpose;   ///< code
    std::string country;   ///< of the recipient
    std::string reference; ///< 1 to 64 characters
    UtcTime created{};
};

struct Payload {
    Json json;
    std::vector<record::PartnerField> fields;  ///< that it has
};

/// Of what is reduced already. Error: E_PARTNER_SAMPLE for a sample that has no place in the format.
Result<Payload> payloadOf(Format format, const PayloadHeading& heading, const record::Traveler& traveler, const std::vector<ChosenSample>& samples);

struct PayloadContent {
    record::Traveler person;
    std::vector<ChosenSample> samples;
};

/// Strict. The ids of the samples are the first bytes of their hashes. Errors: E_ANSWER_MALFORMED for what has a finding, E_ANSWER_EXCESS for a field that no
/// agreement can name; `at` is the JSON pointer of the payload.
Result<PayloadContent> readPayload(const Json& json, record::CaptureKind kind, const std::string& at);

/// Lines of the preview for it, whose own line is at `depth`.
void describe(const Json& payload, int depth, std::vector<PreviewLine>& lines);

/// Fields that a person and samples have, in the order of the codes.
std::vector<record::PartnerField> fieldsOf(const record::Traveler& traveler, const std::vector<ChosenSample>& samples);

/// Bytes of a member with name, quotes, colon and comma.
std::size_t memberBytes(std::string_view name, const Json& value);

}  // namespace cotejo::partner
