#include <algorithm>
#include <cmath>

#include "core/exchange/errors.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/json_object.h"
#include "core/exchange/osia/osia.h"
#include "core/exchange/osia/osia_codes.h"
#include "core/exchange/sample_codes.h"

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

// The number that the document gives, or its place.
std::string personIdOf(const ExchangeDocument& document, std::size_t index) {
    if (index < document.persons.size())
        for (const ExchangeFact& fact : document.persons[index].facts)
            if (fact.field == "personId" && !fact.value.empty()) return fact.value;
    return std::to_string(index + 1);
}

std::string_view presenceOf(record::MissingReason reason) {
    if (reason == record::MissingReason::Amputated) return "AMPUTATED";
    return reason == record::MissingReason::Bandaged ? "BANDAGED" : "";
}

// Nothing for a coding that OSIA does not have.
std::optional<OsiaBiometric> sampleOf(const ExchangeImage& image) {
    OsiaBiometric sample;
    sample.type = osia::typeName(image.subject);
    sample.subType = osia::subTypeName(image.subject, image.position, image.positionCode);
    if (image.missing != record::MissingReason::None) {
        sample.missing.push_back({sample.subType, std::string(presenceOf(image.missing)), Json::object()});
        return sample;
    }
    const auto probe = probeImage(image.bytes);
    const auto compression = probe ? osia::compressionOf(probe->mime) : std::nullopt;
    if (!compression) return std::nullopt;
    sample.image = image.bytes;
    sample.compression = *compression;
    if (image.width > 0 && image.height > 0) {
        sample.width = image.width;
        sample.height = image.height;
    }
    if (image.ppi.known()) sample.resolution = static_cast<int>(std::lround(image.ppi.value));
    sample.captureDate = image.captured;
    if (image.device.known()) sample.other["captureDevice"] = wordsOf(image.device).value;
    if (!image.qualities.empty()) {
        sample.other["quality"] = image.qualities.front().value;
        if (!image.qualities.front().algorithm.empty()) sample.other["algorithm"] = image.qualities.front().algorithm;
    }
    const std::pair<std::string_view, const char*> impressions[] = {{"live_plain", "LIVE_SCAN_PLAIN"}, {"live_rolled", "LIVE_SCAN_ROLLED"},
                                                                    {"nonlive_plain", "NONLIVE_SCAN_PLAIN"}, {"nonlive_rolled", "NONLIVE_SCAN_ROLLED"},
                                                                    {"swipe", "LIVE_SCAN_SWIPE"}, {"other", "OTHER"}};
    for (const auto& [name, code] : impressions)
        if (image.impression.value == name) sample.other["impressionType"] = code;
    return sample;
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

Result<OsiaMessage> osiaOf(const ExchangeDocument& document, std::vector<std::string>& left) {
    OsiaMessage message;
    message.kind = OsiaKind::Persons;
    if (document.persons.empty() && document.images.empty())
        return fail(kCannotExpress, "There is neither a person nor an image in it that OSIA has a place for.");
    const std::size_t count = std::max<std::size_t>(document.persons.size(), 1);
    message.single = count == 1;
    for (std::size_t i = 0; i < count; ++i) {
        OsiaEncounter encounter;
        encounter.encounterId = "1";
        encounter.status = "ACTIVE";
        encounter.encounterType = "BORDER";
        if (i < document.persons.size()) encounter.biographicData = biographicOf(document.persons[i].traveler);
        message.persons.push_back({personIdOf(document, i), {std::move(encounter)}, Json::object()});
    }
    for (const ExchangeImage& image : document.images) {
        auto sample = sampleOf(image);
        if (sample && image.person < count)
            message.persons[image.person].encounters.front().biometricData.push_back(std::move(*sample));
        else
            left.push_back(image.source + ": OSIA has no coding for " + (image.mime.empty() ? "it" : image.mime));
    }
    for (const MinutiaeRecord& view : document.minutiae)
        left.push_back(view.source + ": minutiae");
    return message;
}

}  // namespace cotejo::exchange
