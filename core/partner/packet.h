#pragma once

#include <string>
#include <vector>

#include "core/partner/profile.h"
#include "core/record/case.h"

/// What leaves: a message built from an allow-list, the same bytes wherever it is built.
namespace cotejo::partner {

inline constexpr std::size_t kPacketCap = 6u << 20;  ///< bytes of a message

/// A sample of the case with its bytes, as it is stored.
struct ChosenSample {
    record::Capture capture;
    Bytes bytes;
};

/// One line of the preview: what stands in the message, and how many bytes it takes there.
struct PreviewLine {
    int depth = 0;            ///< 0: the whole message
    std::string name;         ///< member, or "[0]"
    std::string value;        ///< as a person reads it; images by kind, resolution and the first signs of their hash; empty for what has lines below it
    std::size_t bytes = 0;    ///< with name, quotes and comma
};

/// What does not leave. Codes, in the order of the drawing: the same for every case under the profile, so that they tell nothing of this one.
struct LeftOut {
    std::string what;         ///< "birth_date", "conclusions_notes_scores", "other_cases", "health_family_holds", "officer_names", "samples"...
    std::string why;          ///< "not_named", "never", "built_without", "number_of_request"
};

struct Packet {
    Bytes bytes;
    Hash hash;
    std::vector<record::PartnerField> fields;
    std::vector<PreviewLine> lines;
    std::vector<LeftOut> left;
};

/// Samples that the rule lets go, the best: live before document, usable alone, one print of each finger asked, faces by quality and then the latest. Never
/// a reference of a list.
std::vector<CaptureId> chooseSamples(const PurposeRule& rule, const record::CaseView& view);

/// The traveler with the fields named and nothing else: no id, no lines of a document's zone.
record::Traveler reduced(const record::Traveler& traveler, const std::set<record::PartnerField>& fields);

/// A sample as it leaves: modality, position, resolution, size and day of capture, its picture without metadata. Error: E_PARTNER_SAMPLE.
Result<ChosenSample> reduced(const ChosenSample& sample);

/// The message that `terms` describes (its `packet`, `length` and `fields` are not read). Only the traveler and the samples given are looked at. Errors:
/// E_NO_TRANSFER_BASIS where the profile does not let it, E_PARTNER_SAMPLE for a sample that is not of the rule
/// or cannot be cleaned, E_INVALID_ARGUMENT for terms that are of another profile or contradict themselves, E_TOO_LARGE.
Result<Packet> buildPacket(const Profile& profile, const record::RequestTerms& terms, const record::Traveler& traveler, const std::vector<ChosenSample>& samples);

/// Whether the profile lets this be asked at `now`: in force, purpose, direction. Error: E_NO_TRANSFER_BASIS with params "reason" ("expired", "not_yet",
/// "purpose", "direction", "grade").
Status mayAsk(const Profile& profile, record::PartnerPurpose purpose, std::optional<record::EvidenceGrade> grade, UtcTime now);

}  // namespace cotejo::partner
