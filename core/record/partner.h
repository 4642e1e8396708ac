#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/record/code.h"

/// What a case asks a partner state, and what became of it (PARTNER.md).
namespace cotejo::record {

using RequestId = Id<struct PartnerRequestTag>;

/// What an agreement lets be asked or told.
enum class PartnerPurpose { BorderInquiry, FugitiveNotice, Confirmation, Nationality, PreRemoval, Correction };
template <>
inline constexpr auto codes<PartnerPurpose> = std::to_array<Code<PartnerPurpose>>(
    {{PartnerPurpose::BorderInquiry, "border_inquiry"}, {PartnerPurpose::FugitiveNotice, "fugitive_notice"},
     {PartnerPurpose::Confirmation, "confirmation"}, {PartnerPurpose::Nationality, "nationality"},
     {PartnerPurpose::PreRemoval, "pre_removal"}, {PartnerPurpose::Correction, "correction"}});

/// What may leave of a person. What has no name here has no way into a packet.
enum class PartnerField { FamilyName, GivenNames, BirthDate, Sex, Nationality, Document, Faces, Fingers };
template <>
inline constexpr auto codes<PartnerField> = std::to_array<Code<PartnerField>>(
    {{PartnerField::FamilyName, "family_name"}, {PartnerField::GivenNames, "given_names"}, {PartnerField::BirthDate, "birth_date"},
     {PartnerField::Sex, "sex"}, {PartnerField::Nationality, "nationality"}, {PartnerField::Document, "document"},
     {PartnerField::Faces, "faces"}, {PartnerField::Fingers, "fingers"}});

enum class RequestState { Drafted, Authorised, Sent, Acknowledged, Answered, Refused, Unanswered, Cancelled, Closed };
template <>
inline constexpr auto codes<RequestState> = std::to_array<Code<RequestState>>(
    {{RequestState::Drafted, "drafted"}, {RequestState::Authorised, "authorised"}, {RequestState::Sent, "sent"},
     {RequestState::Acknowledged, "acknowledged"}, {RequestState::Answered, "answered"}, {RequestState::Refused, "refused"},
     {RequestState::Unanswered, "unanswered"}, {RequestState::Cancelled, "cancelled"}, {RequestState::Closed, "closed"}});

/// What the central server says of a request.
enum class RequestStep { Sent, Acknowledged, Answered, SentAgain, Unanswered, Quarantined, Stopped };
template <>
inline constexpr auto codes<RequestStep> = std::to_array<Code<RequestStep>>(
    {{RequestStep::Sent, "sent"}, {RequestStep::Acknowledged, "acknowledged"}, {RequestStep::Answered, "answered"},
     {RequestStep::SentAgain, "sent_again"}, {RequestStep::Unanswered, "unanswered"}, {RequestStep::Quarantined, "quarantined"},
     {RequestStep::Stopped, "stopped"}});

enum class PartnerReply { NoCandidate, Candidates, Confirmed, NotConfirmed, NeedTime, Refused };
template <>
inline constexpr auto codes<PartnerReply> = std::to_array<Code<PartnerReply>>(
    {{PartnerReply::NoCandidate, "no_candidate"}, {PartnerReply::Candidates, "candidates"}, {PartnerReply::Confirmed, "confirmed"},
     {PartnerReply::NotConfirmed, "not_confirmed"}, {PartnerReply::NeedTime, "need_time"}, {PartnerReply::Refused, "refused"}});

/// What is asked, of whom, by which agreement: all that the packet is built from beside the case, so that whoever has both builds the same bytes.
struct RequestTerms {
    RequestId id;
    std::string profile;          ///< of the agreement: "UTN-CF-02"
    Hash profileHash;             ///< of its canonical JSON
    std::string partner;          ///< its name, for people
    std::string country;          ///< ICAO code of the recipient
    std::string legalBasis;       ///< agreement and article, as the profile says it
    PartnerPurpose purpose = PartnerPurpose::BorderInquiry;
    std::optional<std::string> entryReference;  ///< confirmation: the partner's own reference of the entry that is asked about
    std::vector<CaptureId> samples;             ///< sorted as they stand in the packet
    UtcTime created{};
    UtcTime expires{};            ///< the answer is awaited until then
    std::vector<PartnerField> fields;           ///< that the packet has
    Hash packet;                  ///< SHA-256 of the exact bytes
    std::uint64_t length = 0;     ///< of the same, bytes
    bool bySupervisor = false;    ///< the agreement wants a supervisor for this purpose
};

/// The list under which those stand whom a partner's answer named: searched in the case that asked, and in no other.
inline constexpr std::string_view kAnswerLists = "answer:";
inline std::string answerList(const RequestId& request) { return std::string(kAnswerLists) + request.text(); }
/// The entry that stands for a person whom a partner named, by what the partner calls them.
WatchlistEntryId answeredEntry(const RequestId& request, std::string_view reference);

/// A request as its case tells it. An answer never decides.
struct PartnerRequest {
    RequestTerms terms;
    RequestState state = RequestState::Drafted;
    std::optional<WatchlistEntryId> entry;      ///< confirmation: which identified entry it is about
    OfficerId draftedBy;
    UtcTime draftedAt{};
    std::vector<OfficerId> previewedBy;         ///< who had exactly these bytes before them
    std::optional<OfficerId> authorisedBy;
    std::optional<UtcTime> authorisedAt;
    std::optional<UtcTime> sentAt;              ///< from here on it is a disclosure
    int sendings = 0;                           ///< 2 after the second request
    std::optional<UtcTime> acknowledgedAt;
    std::optional<UtcTime> answeredAt;
    std::optional<PartnerReply> reply;
    Hash message;                               ///< of the signed answer, as it came
    int candidates = 0;
    std::optional<UtcTime> until;               ///< the partner needs time until then
    std::string reason;                         ///< of a refusal by the partner, of a stop by the server, of whoever cancelled
    std::vector<Hash> quarantined;              ///< messages that came for it and were not believed
    bool left() const { return sentAt.has_value(); }
};

}  // namespace cotejo::record
