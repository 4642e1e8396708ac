#include "core/partner/packet.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/images/without_metadata.h"
#include "core/partner/errors.h"
#include "core/partner/members.h"
#include "core/partner/payload.h"
#include "core/record/partial_date.h"

namespace cotejo::partner {

namespace {

using record::Capture;
using record::Modality;
using record::PartnerField;
using record::PartnerPurpose;

tl::unexpected<Error> noBasis(const char* reason, std::string detail) {
    return fail(kNoTransferBasis, std::move(detail), {{"rule", "what_leaves"}, {"remedy", "other_agreement"}, {"reason", reason}});
}

tl::unexpected<Error> noSample(const CaptureId& id, const char* reason, std::string detail) {
    return fail(kNoSample, std::move(detail), {{"rule", "what_leaves"}, {"remedy", "draft_again"}, {"reason", reason}, {"sample", id.text()}});
}

/// Higher is better. NFIQ 1 counts from 1 (best) to 5; without a measure a sample is in the middle.
int qualityOf(const Capture& capture) {
    if (capture.qualities.empty()) return 50;
    const auto& first = capture.qualities.front();
    return first.algorithm == "NFIQ" ? 100 - 20 * (first.value - 1) : first.value;
}

UtcTime takenAt(const Capture& capture) {
    if (capture.captured != UtcTime{}) return capture.captured;
    const auto day = record::PartialDate::parse(capture.capturedOn.value);
    const auto latest = day ? day->latest() : std::nullopt;
    return latest ? UtcTime(*latest) : UtcTime{};
}

bool isBetter(const Capture* one, const Capture* other) {
    if (one->kind != other->kind) return one->kind == record::CaptureKind::Live;
    if (qualityOf(*one) != qualityOf(*other)) return qualityOf(*one) > qualityOf(*other);
    if (takenAt(*one) != takenAt(*other)) return takenAt(*one) > takenAt(*other);
    return one->id < other->id;
}

bool canBeSent(const Capture& capture) {
    static constexpr std::string_view kinds[] = {"image/jpeg", "image/png", "image/x-wsq", "image/jp2"};
    return capture.missing == record::MissingReason::None && capture.kind != record::CaptureKind::Reference && capture.undecoded.empty() && capture.partial.empty() &&
           std::ranges::find(kinds, capture.mime) != std::end(kinds);
}

/// The day alone, where the whole of it is known.
std::string dayOf(const Capture& capture) {
    if (capture.capturedOn.known()) {
        const auto day = record::PartialDate::parse(capture.capturedOn.value);
        return day && day->whole() ? day->text() : "";
    }
    return capture.captured != UtcTime{} && capture.origin != record::CaptureOrigin::Unknown ? toIso(capture.captured).substr(0, 10) : "";
}

Status samplesFit(const PurposeRule& rule, const std::vector<ChosenSample>& samples) {
    int faces = 0;
    std::set<record::FingerPosition> fingers;
    for (const auto& [capture, bytes] : samples) {
        if (!canBeSent(capture)) return noSample(capture.id, "kind", "a sample is a reference, not whole, or in a coding that is not sent; choose another or re-encode it");
        if (sha256(bytes) != capture.blob) return noSample(capture.id, "bytes", "the bytes given are not those of the sample");
        if (capture.modality == Modality::Face) {
            if (!rule.fields.contains(PartnerField::Faces) || ++faces > rule.faces) return noSample(capture.id, "number", "the agreement takes at most " + std::to_string(rule.faces) + " faces");
        } else if (!rule.fields.contains(PartnerField::Fingers) || std::ranges::find(rule.fingers, capture.position) == rule.fingers.end() || !fingers.insert(capture.position).second) {
            return noSample(capture.id, "number", "the agreement takes one print of each finger that it names, and no other");
        }
    }
    return {};
}

Status termsFit(const Profile& profile, const record::RequestTerms& terms) {
    if (terms.profile != profile.id || terms.profileHash != hashOf(profile) || terms.country != profile.country)
        return fail(base::kInvalidArgument, "the request was drafted under another agreement or another version of it");
    if (terms.expires <= terms.created) return fail(base::kInvalidArgument, "the request ends before it begins");
    if (terms.entryReference.has_value() != (terms.purpose == PartnerPurpose::Confirmation) || (terms.entryReference && !isLine(*terms.entryReference, 1, 100)))
        return fail(base::kInvalidArgument, "a confirmation names the entry that it is about, in one line; nothing else names one");
    return mayAsk(profile, terms.purpose, std::nullopt, terms.created);
}

std::vector<PreviewLine> linesOf(const Json& message, std::size_t size) {
    std::vector<PreviewLine> lines{{0, "message", "", size}};
    for (const auto* name : {"v", "profile", "profile_hash", "request", "purpose", "entry", "created", "expires", "caveat", "payload", "max_candidates"}) {
        const auto at = message.find(name);
        if (at == message.end()) continue;
        if (name == std::string_view("payload")) {
            describe(*at, 1, lines);
            continue;
        }
        lines.push_back({1, name, at->is_object() ? "" : at->is_string() ? at->get<std::string>() : canonicalJson(*at), memberBytes(name, *at)});
        if (!at->is_object()) continue;
        for (const auto* language : {"es", "en"})
            if (const auto text = textAt(*at, language)) lines.push_back({2, language, *text, memberBytes(language, *text)});
    }
    return lines;
}

std::vector<LeftOut> leftOut(const PurposeRule& rule, Format format) {
    std::vector<LeftOut> left;
    for (const auto& [field, code] : record::codes<PartnerField>)
        if (!rule.fields.contains(field) || (format == Format::NistItl && field == PartnerField::Document)) left.push_back({std::string(code), "not_named"});
    left.push_back({"birth_place_address_phone", "not_named"});
    left.push_back({"samples", "not_named"});
    left.push_back({"document_lines", "never"});
    left.push_back({"devices_files_metadata", "never"});
    left.push_back({"conclusions_notes_scores", "never"});
    left.push_back({"other_cases", "built_without"});
    left.push_back({"health_family_holds", "built_without"});
    left.push_back({"officer_names", "number_of_request"});
    return left;
}

}  // namespace

Status mayAsk(const Profile& profile, PartnerPurpose purpose, std::optional<record::EvidenceGrade> grade, UtcTime now) {
    if (now < profile.validFrom) return noBasis("not_yet", "the agreement " + profile.id + " is not in force yet");
    if (!inForce(profile, now)) return noBasis("expired", "the agreement " + profile.id + " is not in force any more");
    const auto rule = profile.purposes.find(purpose);
    const std::string name(record::codeOf(purpose));
    if (rule == profile.purposes.end()) return noBasis("purpose", "the agreement " + profile.id + " does not know the purpose " + name);
    if (rule->second.direction == Direction::Answer) return noBasis("direction", "under the agreement " + profile.id + " only the partner asks for " + name);
    if (grade && !rule->second.grades.contains(*grade))
        return noBasis("grade", "the agreement " + profile.id + " does not let entries of grade " + std::string(record::codeOf(*grade)) + " be spoken of for " + name);
    return {};
}

std::vector<CaptureId> chooseSamples(const PurposeRule& rule, const record::CaseView& view) {
    std::vector<const Capture*> usable;
    for (const auto& each : view.captures)
        if (canBeSent(each) && !view.unusable.contains(each.id)) usable.push_back(&each);
    std::ranges::sort(usable, isBetter);
    std::vector<CaptureId> chosen;
    int faces = 0;
    std::set<record::FingerPosition> fingers;
    for (const auto* each : usable) {
        const bool taken = each->modality == Modality::Face ? rule.fields.contains(PartnerField::Faces) && faces < rule.faces
                                                            : rule.fields.contains(PartnerField::Fingers) && std::ranges::find(rule.fingers, each->position) != rule.fingers.end() &&
                                                                  !fingers.contains(each->position);
        if (!taken) continue;
        if (each->modality == Modality::Face)
            ++faces;
        else
            fingers.insert(each->position);
        chosen.push_back(each->id);
    }
    std::ranges::sort(chosen);
    return chosen;
}

record::Traveler reduced(const record::Traveler& traveler, const std::set<PartnerField>& fields) {
    record::Traveler out;
    if (fields.contains(PartnerField::FamilyName)) out.familyName = traveler.familyName;
    if (fields.contains(PartnerField::GivenNames)) out.givenNames = traveler.givenNames;
    if (fields.contains(PartnerField::BirthDate)) out.birthDate = traveler.birthDate;
    if (fields.contains(PartnerField::Sex)) out.sex = traveler.sex;
    if (fields.contains(PartnerField::Nationality)) out.nationality = traveler.nationality;
    if (fields.contains(PartnerField::Document))
        for (const auto& each : traveler.documents)
            if (!each.number.empty()) out.documents.push_back({each.type, each.issuer, each.number, each.expiry, ""});
    return out;
}

Result<ChosenSample> reduced(const ChosenSample& sample) {
    const auto& from = sample.capture;
    ChosenSample out;
    auto clean = exchange::withoutMetadata(sample.bytes, from.mime);
    if (!clean) return noSample(from.id, "re-encode", clean.error().detail);
    out.bytes = std::move(*clean);
    out.capture.id = from.id;
    out.capture.modality = from.modality;
    out.capture.kind = from.kind;
    out.capture.position = from.modality == Modality::Finger ? from.position : record::FingerPosition::Unknown;
    out.capture.blob = sha256(out.bytes);
    out.capture.mime = from.mime;
    out.capture.width = from.width;
    out.capture.height = from.height;
    if (from.modality == Modality::Finger) out.capture.ppi = from.ppi;
    if (const auto day = dayOf(from); !day.empty()) out.capture.capturedOn = {day, "day"};
    return out;
}

Result<Packet> buildPacket(const Profile& profile, const record::RequestTerms& terms, const record::Traveler& traveler, const std::vector<ChosenSample>& samples) {
    COTEJO_TRY(termsFit(profile, terms));
    const auto& rule = profile.purposes.at(terms.purpose);
    std::vector<CaptureId> asked = terms.samples, given;
    for (const auto& each : samples) given.push_back(each.capture.id);
    std::ranges::sort(asked);
    std::ranges::sort(given);
    if (asked != given) return fail(base::kInvalidArgument, "the samples given are not those that the request names");
    COTEJO_TRY(samplesFit(rule, samples));
    std::vector<ChosenSample> leaving;
    for (const auto& each : samples) {
        COTEJO_TRY_ASSIGN(auto clean, reduced(each));
        leaving.push_back(std::move(clean));
    }
    std::ranges::sort(leaving, [](const auto& one, const auto& other) { return std::pair(one.capture.modality, one.capture.id) < std::pair(other.capture.modality, other.capture.id); });
    const auto person = reduced(traveler, rule.fields);
    COTEJO_TRY_ASSIGN(auto payload, payloadOf(profile.format, {std::string(record::codeOf(terms.purpose)), profile.country, terms.id.text(), terms.created}, person, leaving));
    Json message{{"v", 1},
                 {"profile", profile.id},
                 {"profile_hash", terms.profileHash.text()},
                 {"request", terms.id.text()},
                 {"purpose", record::codeOf(terms.purpose)},
                 {"created", isoText(terms.created)},
                 {"expires", isoText(terms.expires)},
                 {"caveat", profile.caveat},
                 {"payload", std::move(payload.json)},
                 {"max_candidates", rule.candidates}};
    if (terms.entryReference) message["entry"] = *terms.entryReference;
    Packet packet;
    packet.bytes = bytesOf(canonicalJson(message));
    if (packet.bytes.size() > kPacketCap)
        return fail(base::kTooLarge, "the message would be " + std::to_string(packet.bytes.size()) + " bytes; at most " + std::to_string(kPacketCap) + " are sent. Choose fewer samples.");
    packet.hash = sha256(packet.bytes);
    packet.fields = std::move(payload.fields);
    packet.lines = linesOf(message, packet.bytes.size());
    packet.left = leftOut(rule, profile.format);
    return packet;
}

}  // namespace cotejo::partner
