#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/partner/packet.h"

/// Messages between the two sides as values and bytes. A request is what packet.h builds; here is how the other side reads it, and how answers are.
namespace cotejo::partner {

/// A request as whoever receives it reads it.
struct Inquiry {
    std::string profile;
    Hash profileHash;
    record::RequestId request;
    record::PartnerPurpose purpose = record::PartnerPurpose::BorderInquiry;
    UtcTime created{};
    UtcTime expires{};
    std::string entryReference;
    int candidates = 0;          ///< that may be answered at most
    record::Traveler person;     ///< what was sent of it
    std::vector<ChosenSample> samples;
};

/// One person that the other side brought up. Its samples are theirs.
struct AnsweredCandidate {
    std::string reference;       ///< theirs
    record::Traveler person;
    record::EntryFacts facts;    ///< purpose, grade, issuer country
    std::string reason;          ///< why they look for the person
    std::vector<ChosenSample> samples;
};

/// What was searched to come to an answer: "no candidate" is never clearance.
struct AnsweredCoverage {
    struct List {
        std::string name;
        std::int64_t size = 0;
        UtcTime of{};
    };
    std::vector<List> searched;
    std::vector<std::string> notSearched;
};

struct Answer {
    std::string profile;
    Hash profileHash;
    record::RequestId request;
    record::PartnerPurpose purpose = record::PartnerPurpose::BorderInquiry;
    UtcTime created{};
    record::PartnerReply reply = record::PartnerReply::NoCandidate;
    AnsweredCoverage coverage;
    std::vector<AnsweredCandidate> candidates;
    std::optional<UtcTime> until;    ///< need_time
    std::string reason;              ///< refused: a code or short words
};

/// That a request came, signed by who received it.
struct Acknowledgement {
    record::RequestId request;
    Hash packet;                     ///< of the message as it was opened
    UtcTime at{};
};

/// Errors of the readers: E_ANSWER_MALFORMED with the place, E_ANSWER_EXCESS for what is larger than kPacketCap or deeper than 32.
Result<Inquiry> readInquiry(ByteView message);
/// Samples in a coding that cannot be sent are left out.
Bytes writeAnswer(const Answer& answer);
Result<Answer> readAnswer(ByteView message);
Bytes writeAcknowledgement(const Acknowledgement& acknowledgement);
Result<Acknowledgement> readAcknowledgement(ByteView message);

/// What the profile lets be answered of an answer: fields, samples, grades and number of its candidates. Those whose grade it does not name are left out; where
/// none is left, it is no candidate.
Answer reduced(Answer answer, const Profile& profile);

/// Whether an answer fits what was asked under the profile at `now`. Errors: E_ANSWER_STRAY (request, profile, purpose, or a reply that the purpose does not
/// have), E_ANSWER_LATE, E_ANSWER_EXCESS (more candidates than asked, grades or fields that the profile does not name).
Status fits(const Answer& answer, const record::RequestTerms& asked, const Profile& profile, UtcTime now);

}  // namespace cotejo::partner
