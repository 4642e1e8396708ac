#include <cmath>

#include "core/exchange/errors.h"
#include "core/exchange/image_probe.h"
#include "core/exchange/json_object.h"
#include "core/exchange/osia.h"
#include "core/exchange/osia_codes.h"

namespace cotejo::exchange {

namespace {

Json jsonOf(const OsiaMissing& missing);
Json jsonOf(const OsiaBiometric& sample);
Json jsonOf(const OsiaEncounter& encounter);
Json jsonOf(const OsiaPerson& person);

Json jsonOf(const OsiaMissing& missing) {
    Json object = missing.other;
    put(object, "biometricSubType", missing.subType);
    put(object, "presence", missing.presence);
    return object;
}

Json jsonOf(const OsiaCandidate& candidate) {
    Json object = candidate.other;
    put(object, "personId", candidate.personId);
    if (candidate.rank) object["rank"] = *candidate.rank;
    if (candidate.score) object["score"] = *candidate.score;
    return object;
}

template <class T>
Json listOf(const std::vector<T>& values) {
    Json list = Json::array();
    for (const T& value : values)
        list.push_back(jsonOf(value));
    return list;
}

template <class T>
void putList(Json& object, const char* key, const std::vector<T>& values) {
    if (!values.empty()) object[key] = listOf(values);
}

Json jsonOf(const OsiaBiometric& sample) {
    Json object = sample.other;
    put(object, "biometricType", sample.type);
    put(object, "biometricSubType", sample.subType);
    if (!sample.image.empty()) object["image"] = toBase64(sample.image);
    put(object, "imageRef", sample.imageRef);
    put(object, "captureDate", sample.captureDate);
    put(object, "compression", sample.compression);
    const std::pair<const char*, const std::optional<int>&> numbers[] = {
        {"width", sample.width}, {"height", sample.height}, {"bitdepth", sample.bitDepth}, {"resolution", sample.resolution}};
    for (const auto& [key, number] : numbers)
        if (number) object[key] = *number;
    putList(object, "missing", sample.missing);
    return object;
}

Json jsonOf(const OsiaEncounter& encounter) {
    Json object = encounter.other;
    put(object, "personId", encounter.personId);
    put(object, "encounterId", encounter.encounterId);
    put(object, "status", encounter.status);
    put(object, "encounterType", encounter.encounterType);
    if (encounter.biographicData) object["biographicData"] = *encounter.biographicData;
    putList(object, "biometricData", encounter.biometricData);
    return object;
}

Json jsonOf(const OsiaPerson& person) {
    Json object = person.other;
    put(object, "personId", person.personId);
    putList(object, "encounters", person.encounters);
    return object;
}

Json biographicOf(const record::Traveler& traveler) {
    Json data = Json::object();
    put(data, "lastName", traveler.familyName);
    put(data, "firstName", traveler.givenNames);
    put(data, "dateOfBirth", traveler.birthDate);
    if (traveler.sex != record::Sex::Unspecified) data["gender"] = record::codeOf(traveler.sex);
    put(data, "nationality", traveler.nationality);
    for (const auto& paper : traveler.documents) {
        Json document = Json::object();
        put(document, "documentType", paper.type);
        put(document, "issuingAuthority", paper.issuer);
        put(document, "documentNumber", paper.number);
        put(document, "dateOfExpiry", paper.expiry);
        put(document, "mrz", paper.mrz);
        data["documents"].push_back(std::move(document));
    }
    return data;
}

}  // namespace

std::string writeOsia(const OsiaMessage& message) {
    Json list = message.kind == OsiaKind::Persons      ? listOf(message.persons)
                : message.kind == OsiaKind::Encounters ? listOf(message.encounters)
                                                       : listOf(message.candidates);
    Json root = std::move(list);
    if (message.single && root.size() == 1) {
        Json alone = std::move(root.front());
        root = std::move(alone);
    } else if (!message.wrapper.empty()) {
        Json enclosing = message.other;
        enclosing[message.wrapper] = std::move(root);
        root = std::move(enclosing);
    }
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<OsiaMessage> osiaOf(const record::Traveler& traveler, std::string personId, std::string encounterId,
                           const std::vector<OsiaSample>& samples) {
    OsiaEncounter encounter;
    encounter.encounterId = std::move(encounterId);
    encounter.status = "ACTIVE";
    encounter.encounterType = "BORDER";
    encounter.biographicData = biographicOf(traveler);
    for (const auto& [capture, bytes] : samples) {
        OsiaBiometric sample;
        const bool finger = capture.modality == record::Modality::Finger;
        sample.type = finger ? "FINGER" : "FACE";
        sample.subType = finger ? osia::fingerName(capture.position) : "PORTRAIT";
        if (capture.missing != record::MissingReason::None) {
            sample.missing.push_back({sample.subType,
                                      capture.missing == record::MissingReason::Amputated  ? "AMPUTATED"
                                      : capture.missing == record::MissingReason::Bandaged ? "BANDAGED"
                                                                                           : "",
                                      Json::object()});
            encounter.biometricData.push_back(std::move(sample));
            continue;
        }
        const auto probe = probeImage(bytes);
        const auto compression = probe ? osia::compressionOf(probe->mime) : std::nullopt;
        if (!compression)
            return fail(kCannotExpress, "A sample of kind \"" + capture.mime +
                                            "\" has no coding in OSIA. Convert it to PNG, JPEG, JPEG 2000 or WSQ, or leave it out.");
        sample.image = bytes;
        sample.compression = *compression;
        if (capture.width > 0 && capture.height > 0) {
            sample.width = capture.width;
            sample.height = capture.height;
        }
        if (capture.ppi.known()) sample.resolution = static_cast<int>(std::lround(capture.ppi.value));
        encounter.biometricData.push_back(std::move(sample));
    }
    OsiaMessage message;
    message.kind = OsiaKind::Persons;
    message.persons.push_back({std::move(personId), {std::move(encounter)}, Json::object()});
    return message;
}

}  // namespace cotejo::exchange
