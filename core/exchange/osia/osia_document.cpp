#include <algorithm>

#include "core/exchange/country_codes.h"
#include "core/exchange/images/image_container.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/json_object.h"
#include "core/exchange/osia/osia.h"
#include "core/exchange/osia/osia_codes.h"
#include "core/exchange/sample_codes.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

constexpr std::string_view kDate = "YYYY-MM-DD";

record::Sex sexOf(const std::string& code) {
    if (code == "F" || code == "FEMALE" || code == "2") return record::Sex::Female;  // numbers: ISO/IEC 5218
    if (code == "M" || code == "MALE" || code == "1") return record::Sex::Male;
    return record::Sex::Unspecified;
}

class OsiaContent {
  public:
    explicit OsiaContent(const OsiaFile& file) {
        m_document.format = ExchangeFormat::Osia;
        m_document.report = file.report;
    }
    ExchangeDocument extract(const OsiaMessage& message);

  private:
    /// `person` gets what the encounter says; later encounters fill only what earlier ones left empty.
    void encounter(const OsiaEncounter& value, std::size_t person, const std::string& at);
    void biographic(const Json& data, std::size_t person, const std::string& at);
    void sample(const OsiaBiometric& value, std::size_t person, const std::string& at);
    void missing(const OsiaBiometric& value, std::size_t person, const std::string& at);
    void stated(const OsiaBiometric& value, ExchangeImage& image);
    void container(const OsiaBiometric& value, std::size_t person, const std::string& at);
    std::size_t personFor(const std::string& id, const std::string& at);
    void candidates(const std::vector<OsiaCandidate>& values, const std::string& at);
    void fact(std::vector<ExchangeFact>& facts, const std::string& field, const Json& value);
    void find(Severity severity, std::string at, const char* rule, std::string detail) {
        m_document.report.add({severity, "", std::move(at), rule, std::move(detail), {}});
    }

    ExchangeDocument m_document;
    std::vector<std::string> m_ids;  // of the document's persons
};

std::size_t OsiaContent::personFor(const std::string& id, const std::string& at) {
    const auto known = std::find(m_ids.begin(), m_ids.end(), id);
    if (known != m_ids.end()) return static_cast<std::size_t>(known - m_ids.begin());
    m_ids.push_back(id);
    ExchangePerson person;
    const bool numbered = !id.empty() && id.front() != '/';
    person.source = numbered ? "person " + id : at.empty() ? "/" : at;
    if (numbered) person.facts.push_back({"personId", "", id});
    m_document.persons.push_back(std::move(person));
    return m_ids.size() - 1;
}

void OsiaContent::fact(std::vector<ExchangeFact>& facts, const std::string& field, const Json& value) {
    if (value.is_string())
        facts.push_back({field, "", value.get<std::string>()});
    else if (value.is_number() || value.is_boolean())
        facts.push_back({field, "", canonicalJson(value)});
}

void OsiaContent::biographic(const Json& data, std::size_t index, const std::string& at) {
    ExchangePerson& person = m_document.persons[index];
    record::Traveler& traveler = person.traveler;
    const auto fill = [&](std::string& target, std::initializer_list<const char*> keys) {
        for (const char* key : keys)
            if (const auto value = textAt(data, key); value && target.empty()) target = *value;
    };
    fill(traveler.familyName, {"lastName", "familyName", "surname"});
    fill(traveler.givenNames, {"firstName", "givenNames", "givenName"});
    const auto date = [&](std::string& target, const Json& from, const char* key, const std::string& place) {
        const auto value = textAt(from, key);
        if (!value || value->empty()) return;
        if (!dateIn(*value, kDate))
            find(Severity::Warning, place + "/" + key, "osia.date", "The date is not of the form YYYY-MM-DD and is not used. Enter it in the case by hand.");
        else if (target.empty())
            target = *value;
    };
    const auto country = [&](std::string& target, const Json& from, const char* key, const std::string& place) {
        const auto value = textAt(from, key);
        if (!value || value->empty()) return;
        if (!isCountryCode(*value))
            find(Severity::Warning, place + "/" + key, "osia.country", "This is no three-letter code of ISO 3166 or Doc 9303. Check it against the document.");
        if (target.empty()) target = *value;
    };
    date(traveler.birthDate, data, "dateOfBirth", at);
    country(traveler.nationality, data, "nationality", at);
    if (const auto gender = data.find("gender"); gender != data.end() && traveler.sex == record::Sex::Unspecified)
        traveler.sex = sexOf(gender->is_string() ? gender->get<std::string>() : canonicalJson(*gender));
    const auto documents = data.find("documents");
    if (documents != data.end() && documents->is_array() && traveler.documents.empty())
        for (std::size_t i = 0; i < documents->size() && i < 100; ++i) {
            const Json& from = (*documents)[i];
            const std::string place = at + "/documents/" + std::to_string(i);
            record::Document paper;
            paper.type = textAt(from, "documentType").value_or("");
            country(paper.issuer, from, "issuingAuthority", place);
            paper.number = textAt(from, "documentNumber").value_or("");
            date(paper.expiry, from, "dateOfExpiry", place);
            paper.mrz = textAt(from, "mrz").value_or("");
            if (!paper.number.empty() || !paper.mrz.empty()) traveler.documents.push_back(std::move(paper));
        }
    for (const auto& [key, value] : data.items())
        fact(person.facts, key, value);
}

void OsiaContent::missing(const OsiaBiometric& value, std::size_t person, const std::string& at) {
    for (std::size_t i = 0; i < value.missing.size(); ++i) {
        const OsiaMissing& each = value.missing[i];
        const std::string place = at + "/missing/" + std::to_string(i);
        const osia::SubType* kind = osia::subTypeNamed(each.subType.empty() ? value.subType : each.subType);
        if (kind == nullptr || kind->subject != ImageSubject::Finger) {
            find(Severity::Warning, place, "osia.missing", "It does not say which finger is missing. Note it in the case by hand.");
            continue;
        }
        ExchangeImage image;
        image.person = person;
        image.subject = ImageSubject::Finger;
        image.position = static_cast<record::FingerPosition>(kind->position);
        image.positionCode = kind->position;
        image.missing = each.presence == "AMPUTATED"  ? record::MissingReason::Amputated
                        : each.presence == "BANDAGED" ? record::MissingReason::Bandaged
                                                      : record::MissingReason::NotCaptured;
        if (each.presence == "DAMAGED")
            find(Severity::Note, place + "/presence", "osia.presence", "The finger is said to be damaged; it counts as not captured.");
        else if (!each.presence.empty() && image.missing == record::MissingReason::NotCaptured)
            find(Severity::Warning, place + "/presence", "osia.code", "The presence is none of BANDAGED, AMPUTATED, DAMAGED.");
        image.source = place;
        m_document.images.push_back(std::move(image));
    }
}

/// ISO/IEC 19794-4 and -5 records stand where the image does: OSIA prefers them.
void OsiaContent::container(const OsiaBiometric& value, std::size_t person, const std::string& at) {
    auto inside = readImageContainer(value.image);
    if (!inside) return find(Severity::Error, at + "/image", "osia.image", inside.error().detail + " The bytes are kept. Ask the sender for it again.");
    for (auto& image : inside->images) {
        image.person = person;
        image.source = at + "/image, " + image.source;
        if (const auto day = image.captured.empty() ? dateIn(value.captureDate.substr(0, 10), kDate) : std::nullopt) {
            image.captured = *day;
            image.capturedFrom = "captureDate";
        }
        m_document.images.push_back(std::move(image));
    }
    for (auto& finding : inside->report.findings) {
        finding.record += finding.record.empty() ? at : ", " + at;
        m_document.report.add(std::move(finding));
    }
}

// Members that only some senders give; they stay in `other`.
void OsiaContent::stated(const OsiaBiometric& value, ExchangeImage& image) {
    constexpr std::pair<const char*, std::string_view> kImpressions[] = {
        {"LIVE_SCAN_PLAIN", "live_plain"},       {"LIVE_SCAN_ROLLED", "live_rolled"}, {"NONLIVE_SCAN_PLAIN", "nonlive_plain"},
        {"NONLIVE_SCAN_ROLLED", "nonlive_rolled"}, {"LATENT_IMPRESSION", "latent"},   {"LATENT_TRACING", "latent"},
        {"LATENT_PHOTO", "latent"},              {"LATENT_LIFT", "latent"},           {"LIVE_SCAN_SWIPE", "swipe"},
        {"LIVE_SCAN_VERTICAL_ROLL", "live_rolled"}, {"LIVE_SCAN_PALM", "live_palm"},  {"NONLIVE_SCAN_PALM", "nonlive_palm"},
        {"LIVE_SCAN_CONTACTLESS_PLAIN", "contactless"}, {"OTHER", "other"}};
    const std::string impression = textAt(value.other, "impressionType").value_or("");
    for (const auto& [name, code] : kImpressions)
        if (impression == name) image.impression = {std::string(code), "impressionType"};
    if (const auto device = textAt(value.other, "captureDevice"); device && !device->empty()) image.device.model = {device->substr(0, 128), "captureDevice"};
    if (!value.subType.empty()) image.positionWritten = {value.subType, "biometricSubType"};
    if (image.subject != ImageSubject::Face && image.subject != ImageSubject::Iris)
        if (const auto hand = handOfPosition(image.positionCode); !hand.empty()) image.hand = {std::string(hand), "biometricSubType"};
    if (const auto quality = integerAt(value.other, "quality"); quality && *quality >= 0 && *quality <= 100) {
        std::string algorithm = textAt(value.other, "algorithm").value_or("");
        if (const auto format = textAt(value.other, "qualityFormat"); algorithm.empty() && format) algorithm = *format;
        image.qualities.push_back({static_cast<int>(*quality), std::move(algorithm), "", "quality"});
    }
}

void OsiaContent::sample(const OsiaBiometric& value, std::size_t person, const std::string& at) {
    missing(value, person, at);
    if (value.image.empty()) {
        if (!value.imageRef.empty())
            find(Severity::Warning, at + "/imageRef", "osia.reference", "The image stands elsewhere and is not fetched. Ask the sender for the image itself.");
        else if (value.missing.empty() && !value.other.contains("image") && !value.other.contains("template"))
            find(Severity::Warning, at, "osia.empty", "The sample has neither image nor missing fingers. Ask the sender for the image.");
        return;
    }
    const auto text = textOf(value.image);
    if (text.starts_with("FIR") || text.starts_with("FAC") || text.starts_with("IIR")) return container(value, person, at);
    ExchangeImage image;
    image.person = person;
    image.source = at.empty() ? "/" : at;
    const osia::SubType* kind = osia::subTypeNamed(value.subType);
    if (!value.subType.empty() && kind == nullptr)
        find(Severity::Warning, at + "/biometricSubType", "osia.code", "The standard has no sub-type of this name. Check what the image shows.");
    if (kind != nullptr) {
        image.subject = kind->subject;
        image.positionCode = kind->position;
        if (kind->subject == ImageSubject::Finger) image.position = static_cast<record::FingerPosition>(kind->position);
    }
    const std::pair<std::string_view, ImageSubject> types[] = {{"FACE", ImageSubject::Face},
                                                               {"FINGER", ImageSubject::Finger},
                                                               {"IRIS", ImageSubject::Iris},
                                                               {"SIGNATURE", ImageSubject::Signature},
                                                               {"UNKNOWN", ImageSubject::Unknown}};
    const auto type = std::find_if(std::begin(types), std::end(types), [&](const auto& each) { return each.first == value.type; });
    if (type != std::end(types) && image.subject == ImageSubject::Unknown) image.subject = type->second;
    if (!value.type.empty() && type == std::end(types))
        find(Severity::Warning, at + "/biometricType", "osia.code", "The standard has no type of this name. Check what the image shows.");
    const bool hand = image.subject == ImageSubject::Finger || image.subject == ImageSubject::FingerGroup || image.subject == ImageSubject::Palm;
    if (type != std::end(types) && type->second != ImageSubject::Unknown && type->second != image.subject && !(hand && value.type == "FINGER"))
        find(Severity::Warning, at + "/biometricSubType", "osia.sub_type", "Type and sub-type contradict each other; the sub-type counts. Look at the image.");
    if (value.resolution && *value.resolution > 0) image.ppi = {static_cast<double>(*value.resolution), record::PpiSource::Header};
    image.width = value.width.value_or(0);
    image.height = value.height.value_or(0);
    stated(value, image);
    if (const auto day = dateIn(value.captureDate.substr(0, 10), kDate)) {
        image.captured = *day;
        image.capturedFrom = "captureDate";
    } else if (!value.captureDate.empty()) {
        find(Severity::Warning, at + "/captureDate", "osia.date", "The date is not of the form YYYY-MM-DD and is not used.");
    }
    const auto probe = probeImage(value.image);
    if (probe) {
        image.mime = probe->mime;
        image.bytes = value.image;
        if (probe->lossless) image.undecoded = "jpeg_lossless";
        if (const auto coding = osia::compressionOf(probe->mime); !value.compression.empty() && value.compression != coding.value_or("NONE"))
            find(Severity::Warning, at + "/compression", "osia.compression", "The image is coded otherwise than stated (" + probe->mime + "); its own bytes count.");
        if (probe->width > 0 && image.width > 0 && (probe->width != image.width || probe->height != image.height))
            find(Severity::Warning, at + "/width", "osia.size", "The stated size is not that of the image; the image's own counts.");
        if (probe->width > 0) {
            image.width = probe->width;
            image.height = probe->height;
        }
    } else if (auto wrapped = value.compression == "NONE" ? wrapRawGray(value.image, image.width, image.height, value.bitDepth.value_or(8), image.ppi.value)
                                                          : std::nullopt) {
        image.mime = "image/bmp";
        image.bytes = std::move(*wrapped);
    } else {
        image.mime = "application/octet-stream";
        image.bytes = value.image;
        image.undecoded = "unknown_coding";
        find(Severity::Error, at + "/image", "osia.image", "The bytes begin like no image that is read here. They are kept; ask the sender for PNG, JPEG, JPEG 2000 or WSQ.");
    }
    m_document.images.push_back(std::move(image));
}

void OsiaContent::encounter(const OsiaEncounter& value, std::size_t person, const std::string& at) {
    if (!value.encounterId.empty()) m_document.persons[person].facts.push_back({"encounterId", "", value.encounterId});
    if (value.biographicData) biographic(*value.biographicData, person, at + "/biographicData");
    if (const auto context = value.other.find("contextualData"); context != value.other.end() && context->is_object())
        for (const auto& [key, each] : context->items())
            fact(m_document.persons[person].facts, key, each);
    for (std::size_t i = 0; i < value.biometricData.size(); ++i)
        sample(value.biometricData[i], person, at + "/biometricData/" + std::to_string(i));
}

void OsiaContent::candidates(const std::vector<OsiaCandidate>& values, const std::string& at) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const OsiaCandidate& each = values[i];
        std::string text = each.personId.empty() ? "?" : each.personId;
        if (each.rank) text += ", rank " + std::to_string(*each.rank);
        if (each.score) text += ", score " + canonicalJson(Json(*each.score));
        m_document.facts.push_back({at + "/" + std::to_string(i), "candidate", text});
    }
    find(Severity::Note, "", "osia.candidates", "A candidate list names persons by number only; there is nobody in it to import.");
}

ExchangeDocument OsiaContent::extract(const OsiaMessage& message) {
    const std::string list = message.wrapper.empty() ? "" : "/" + message.wrapper;
    const auto place = [&](std::size_t i) { return message.single ? std::string() : list + "/" + std::to_string(i); };
    switch (message.kind) {
        case OsiaKind::Persons:
            m_document.formatName = "OSIA person";
            for (std::size_t i = 0; i < message.persons.size(); ++i) {
                const OsiaPerson& person = message.persons[i];
                // Without a number each stands for itself; encounters without one are all of one person.
                const std::size_t index = personFor(person.personId.empty() ? "/" + std::to_string(i) : person.personId, place(i));
                for (std::size_t k = 0; k < person.encounters.size(); ++k)
                    encounter(person.encounters[k], index, place(i) + "/encounters/" + std::to_string(k));
            }
            break;
        case OsiaKind::Encounters:
            m_document.formatName = "OSIA encounter";
            for (std::size_t i = 0; i < message.encounters.size(); ++i)
                encounter(message.encounters[i], personFor(message.encounters[i].personId, place(i)), place(i));
            break;
        case OsiaKind::Candidates:
            m_document.formatName = "OSIA candidate list";
            candidates(message.candidates, list);
            break;
    }
    return std::move(m_document);
}

}  // namespace

ExchangeDocument documentOf(const OsiaFile& file) {
    return OsiaContent(file).extract(file.message);
}

}  // namespace cotejo::exchange
