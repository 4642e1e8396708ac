#include "core/partner/payload.h"

#include <algorithm>

#include "core/exchange/nist/nist_extract.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/osia/osia.h"
#include "core/exchange/write_exchange.h"
#include "core/partner/errors.h"
#include "core/record/partial_date.h"

namespace cotejo::partner {

namespace {

using record::PartnerField;

tl::unexpected<Error> noSample(std::string detail) {
    return fail(kNoSample, std::move(detail), {{"rule", "what_leaves"}, {"remedy", "draft_again"}, {"reason", "re-encode"}});
}

std::vector<exchange::CaseSample> caseSamples(const std::vector<ChosenSample>& samples) {
    std::vector<exchange::CaseSample> all;
    for (const auto& each : samples) all.push_back({each.capture, each.bytes, {}, {}});
    return all;
}

std::string compactDay(UtcTime time) {
    auto day = toIso(time).substr(0, 10);
    std::erase(day, '-');
    return day;
}

Result<Json> osiaPayload(const exchange::ExchangeDocument& document, std::size_t samples) {
    std::vector<std::string> left;
    const auto message = exchange::osiaOf(document, left);
    if (!message) return noSample(message.error().detail);
    if (message->persons.size() != 1 || message->persons[0].encounters[0].biometricData.size() != samples)
        return noSample(left.empty() ? "a sample has no place in OSIA" : left.front());
    return parseJson(exchange::writeOsia(*message), "the OSIA person");
}

Result<Json> nistPayload(const exchange::ExchangeDocument& document, std::size_t samples, const PayloadHeading& heading) {
    std::vector<std::string> left;
    const exchange::NistHeading part{heading.purpose, heading.country, "CTJ", heading.reference, compactDay(heading.created)};
    const auto file = exchange::transactionOf(document, 0, part, left);
    if (!file) return noSample(file.error().detail);
    if (file->records.size() != samples + 2) return noSample(left.empty() ? "a sample has no place in the transaction" : left.front());
    COTEJO_TRY_ASSIGN(const auto bytes, exchange::writeNistItl(*file));
    return Json(toBase64(bytes));
}

tl::unexpected<Error> malformed(const std::string& at, const std::string& what) {
    return fail(kAnswerMalformed, "the message cannot be read: " + at + " " + what, {{"place", at}});
}
tl::unexpected<Error> excess(const std::string& at, const std::string& what) {
    return fail(kAnswerExcess, "the message holds more than it may: " + at + " " + what, {{"place", at}});
}

/// A country of the other side's choice is shown as it came: the stand-in's own code is of no table.
bool stops(const exchange::Finding& finding) { return finding.rule != "osia.country"; }

Result<PayloadContent> contentOf(exchange::ExchangeDocument document, record::CaptureKind kind, const std::string& at) {
    for (const auto& each : document.report.findings)
        if (stops(each)) return malformed(at + each.field, each.detail);
    if (document.persons.size() != 1) return malformed(at, "is not of one person");
    if (!document.minutiae.empty() || !document.zones.empty()) return excess(at, "has templates or lines of a document");
    PayloadContent content;
    content.person = std::move(document.persons.front().traveler);
    if (!document.persons.front().aliases.empty()) return excess(at, "has other names");
    for (const auto& each : content.person.documents)
        if (!each.mrz.empty()) return excess(at, "has lines of a document");
    for (auto& each : document.images) {
        const bool face = each.subject == exchange::ImageSubject::Face;
        const bool finger = each.subject == exchange::ImageSubject::Finger && each.position != record::FingerPosition::Unknown;
        if (!face && !finger) return excess(at, "has a picture that is neither a face nor one known finger");
        if (each.missing != record::MissingReason::None || !each.undecoded.empty() || each.bytes.empty()) return malformed(at, "has a sample without a picture that is read here");
        record::Capture capture;
        capture.modality = face ? record::Modality::Face : record::Modality::Finger;
        capture.kind = kind;
        capture.position = each.position;
        capture.blob = sha256(each.bytes);
        capture.id = *CaptureId::fromBytes(capture.blob.bytes().first(16));
        capture.mime = each.mime;
        capture.width = each.width;
        capture.height = each.height;
        if (finger) capture.ppi = each.ppi;
        capture.origin = record::CaptureOrigin::Record;
        if (!each.captured.empty()) capture.capturedOn = {each.captured, each.capturedFrom};
        content.samples.push_back({std::move(capture), std::move(each.bytes)});
    }
    return content;
}

/// Members of an OSIA object that the drawing of a message does not have.
Status onlyKnown(const Json& object, const std::string& at, std::initializer_list<std::string_view> known) {
    if (!object.is_object()) return {};  // the codec says what is wrong about it
    for (const auto& [key, value] : object.items())
        if (std::ranges::find(known, key) == known.end()) return excess(at + "/" + key.substr(0, 100), "has no place in a message");
    return {};
}

Status onlyKnownMembers(const Json& person, const std::string& at) {
    COTEJO_TRY(onlyKnown(person, at, {"personId", "encounters"}));
    const auto encounters = person.find("encounters");
    if (encounters == person.end() || !encounters->is_array() || encounters->size() != 1) return malformed(at + "/encounters", "is not one encounter");
    const auto& encounter = encounters->front();
    const auto place = at + "/encounters/0";
    COTEJO_TRY(onlyKnown(encounter, place, {"personId", "encounterId", "status", "encounterType", "biographicData", "biometricData"}));
    if (!encounter.is_object()) return malformed(place, "is no object");
    if (const auto data = encounter.find("biographicData"); data != encounter.end()) {
        COTEJO_TRY(onlyKnown(*data, place + "/biographicData", {"lastName", "firstName", "dateOfBirth", "gender", "nationality", "documents"}));
        if (data->is_object() && data->contains("documents") && data->at("documents").is_array())
            for (const auto& each : data->at("documents"))
                COTEJO_TRY(onlyKnown(each, place + "/biographicData/documents", {"documentType", "issuingAuthority", "documentNumber", "dateOfExpiry"}));
    }
    if (const auto data = encounter.find("biometricData"); data != encounter.end() && data->is_array())
        for (const auto& each : *data)
            COTEJO_TRY(onlyKnown(each, place + "/biometricData", {"biometricType", "biometricSubType", "image", "captureDate", "compression", "width", "height", "bitdepth", "resolution"}));
    return {};
}

std::string shortName(std::string_view mime) {
    const auto slash = mime.find('/');
    auto name = mime.substr(slash == mime.npos ? 0 : slash + 1);
    if (name.starts_with("x-")) name.remove_prefix(2);
    return std::string(name);
}

/// "right_thumb · wsq 500 ppi · 2026-11-16 · c81ca2fb…"
std::string wordsOf(const ChosenSample& sample) {
    const auto& capture = sample.capture;
    std::string text = capture.modality == record::Modality::Finger ? std::string(record::codeOf(capture.position)) + " · " : "";
    if (capture.capturedOn.known()) text += capture.capturedOn.value + " · ";
    text += shortName(capture.mime);
    if (capture.ppi.known()) text += " " + std::to_string(static_cast<int>(capture.ppi.value + 0.5)) + " ppi";
    return text + " · " + capture.blob.text().substr(0, 8) + "…";
}

std::string documentWords(const record::Document& paper) {
    std::string text;
    for (const auto* each : {&paper.type, &paper.issuer, &paper.number, &paper.expiry})
        if (!each->empty()) text += (text.empty() ? "" : " · ") + *each;
    return text;
}

void describeOsia(const Json& payload, int depth, const PayloadContent& content, std::vector<PreviewLine>& lines) {
    const auto& encounter = payload.at("encounters").front();
    std::size_t frame = canonicalJson(payload).size();
    const auto add = [&](int level, std::string name, std::string value, std::size_t bytes) { lines.push_back({level, std::move(name), std::move(value), bytes}); };
    if (const auto data = encounter.find("biographicData"); data != encounter.end() && !data->empty()) {
        std::size_t papers = data->contains("documents") ? memberBytes("documents", data->at("documents")) : 0;
        const auto whole = memberBytes("biographicData", *data);
        frame -= whole;
        add(depth + 1, "person", "", whole - papers);
        for (const auto* name : {"lastName", "firstName", "dateOfBirth", "gender", "nationality"})
            if (const auto value = textAt(*data, name)) add(depth + 2, name, *value, memberBytes(name, *value));
        for (std::size_t i = 0; papers > 0 && i < content.person.documents.size(); ++i)
            add(depth + 1, "document", documentWords(content.person.documents[i]), i == 0 ? papers : 0);
    }
    for (const auto modality : {record::Modality::Face, record::Modality::Finger}) {
        std::vector<PreviewLine> group;
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < content.samples.size(); ++i) {
            if (content.samples[i].capture.modality != modality) continue;
            const auto size = canonicalJson(encounter.at("biometricData")[i]).size() + 1;
            group.push_back({depth + 2, "[" + std::to_string(group.size()) + "]", wordsOf(content.samples[i]), size});
            bytes += size;
        }
        if (group.empty()) continue;
        frame -= bytes;
        add(depth + 1, modality == record::Modality::Face ? "faces" : "fingers", "", bytes);
        lines.insert(lines.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
    }
    add(depth + 1, "osia", "person " + textAt(payload, "personId").value_or("") + " · encounter " + textAt(encounter, "encounterId").value_or("") + " · " +
                               textAt(encounter, "status").value_or("") + " · " + textAt(encounter, "encounterType").value_or(""), frame);
}

void describeNist(const exchange::NistFile& file, int depth, const PayloadContent& content, std::vector<PreviewLine>& lines) {
    std::size_t picture = 0;
    for (const auto& each : file.records) {
        std::size_t bytes = each.original.size() + each.image.size();
        const bool sample = each.type == 10 || each.type == 14;
        const std::string name = "Type-" + std::to_string(each.type);
        lines.push_back({depth + 1, name, sample && picture < content.samples.size() ? wordsOf(content.samples[picture]) : "", bytes});
        if (sample) {
            ++picture;
            continue;
        }
        for (const auto& field : each.fields) {
            std::string value(field.text());
            std::ranges::replace_if(value, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
            lines.push_back({depth + 2, field.tag, std::move(value), field.tag.size() + field.value.size() + 2});
        }
    }
}

}  // namespace

std::size_t memberBytes(std::string_view name, const Json& value) { return name.size() + 4 + canonicalJson(value).size(); }

std::vector<PartnerField> fieldsOf(const record::Traveler& traveler, const std::vector<ChosenSample>& samples) {
    const auto of = [&](record::Modality modality) { return std::ranges::any_of(samples, [&](const auto& each) { return each.capture.modality == modality; }); };
    const std::pair<PartnerField, bool> all[] = {{PartnerField::FamilyName, !traveler.familyName.empty()}, {PartnerField::GivenNames, !traveler.givenNames.empty()},
                                                 {PartnerField::BirthDate, !traveler.birthDate.empty()}, {PartnerField::Sex, traveler.sex != record::Sex::Unspecified},
                                                 {PartnerField::Nationality, !traveler.nationality.empty()}, {PartnerField::Document, !traveler.documents.empty()},
                                                 {PartnerField::Faces, of(record::Modality::Face)}, {PartnerField::Fingers, of(record::Modality::Finger)}};
    std::vector<PartnerField> fields;
    for (const auto& [field, there] : all)
        if (there) fields.push_back(field);
    return fields;
}

Result<Payload> payloadOf(Format format, const PayloadHeading& heading, const record::Traveler& traveler, const std::vector<ChosenSample>& samples) {
    const auto own = caseSamples(samples);
    const auto document = exchange::documentOf(traveler, own);
    Payload payload;
    payload.fields = fieldsOf(traveler, samples);
    if (format == Format::NistItl) std::erase(payload.fields, PartnerField::Document);  // Type-2 has no place for one
    auto json = format == Format::Osia ? osiaPayload(document, samples.size()) : nistPayload(document, samples.size(), heading);
    if (!json) return tl::unexpected<Error>(json.error());
    payload.json = std::move(*json);
    return payload;
}

Result<PayloadContent> readPayload(const Json& json, record::CaptureKind kind, const std::string& at) {
    if (json.is_object()) {
        COTEJO_TRY(onlyKnownMembers(json, at));
        const auto file = exchange::readOsia(viewOf(canonicalJson(json)));
        if (!file) return malformed(at, file.error().detail);
        return contentOf(exchange::documentOf(*file), kind, at);
    }
    const auto bytes = json.is_string() ? fromBase64(json.get_ref<const std::string&>()) : std::nullopt;
    if (!bytes) return malformed(at, "is neither an OSIA person nor a transaction in base64");
    const auto file = exchange::readNistItl(*bytes);
    if (!file) return malformed(at, file.error().detail);
    for (const auto& each : file->records) {
        if (each.type != 1 && each.type != 2 && each.type != 10 && each.type != 14) return excess(at, "has a record of Type-" + std::to_string(each.type));
        if (each.type != 2) continue;
        for (const auto& field : each.fields) {
            const auto& known = exchange::neutralNistProfile().fields;
            const auto meaning = known.find(field.number);
            const std::string_view what = meaning == known.end() ? "" : std::string_view(meaning->second.meaning);
            if (field.number > 2 && what != "name" && what != "birthDate" && what != "sex" && what != "nationality") return excess(at, "has a field " + field.tag);
        }
    }
    return contentOf(exchange::documentOf(*file), kind, at);
}

void describe(const Json& payload, int depth, std::vector<PreviewLine>& lines) {
    lines.push_back({depth, "payload", "", memberBytes("payload", payload)});
    const auto content = readPayload(payload, record::CaptureKind::Live, "/payload");
    if (!content) return;
    if (payload.is_object()) return describeOsia(payload, depth, *content, lines);
    const auto bytes = fromBase64(payload.get_ref<const std::string&>());
    if (const auto file = exchange::readNistItl(*bytes)) describeNist(*file, depth, *content, lines);
}

}  // namespace cotejo::partner
