#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/base64.h"
#include "core/exchange/json_object.h"
#include "core/exchange/osia/osia.h"

namespace cotejo::exchange {

namespace {

class OsiaReader {
  public:
    Result<OsiaFile> read(Json root);

  private:
    OsiaPerson person(Json value, const std::string& at);
    OsiaEncounter encounter(Json value, const std::string& at);
    OsiaBiometric biometric(Json value, const std::string& at);
    OsiaMissing missing(Json value, const std::string& at);
    OsiaCandidate candidate(Json value, const std::string& at);
    JsonObject open(Json value, const std::string& at) {
        ++m_records;
        return {std::move(value), at, "osia", m_file.report};
    }
    /// Each object of the member `key` through `one`.
    template <class T>
    std::vector<T> list(JsonObject& object, const char* key, T (OsiaReader::*one)(Json, const std::string&)) {
        auto values = object.array(key);
        return values ? list(std::move(*values), object.pointerTo(key), one) : std::vector<T>();
    }
    template <class T>
    std::vector<T> list(Json values, const std::string& at, T (OsiaReader::*one)(Json, const std::string&)) {
        std::vector<T> result;
        for (std::size_t i = 0; i < values.size() && m_records <= kOsiaMaxRecords; ++i)
            result.push_back((this->*one)(std::move(values[i]), at + "/" + std::to_string(i)));
        return result;
    }
    bool message(Json values, const std::string& at);
    bool single(Json root);

    OsiaFile m_file;
    std::size_t m_records = 0;
};

OsiaMissing OsiaReader::missing(Json value, const std::string& at) {
    JsonObject object = open(std::move(value), at);
    OsiaMissing result{object.text("biometricSubType"), object.text("presence"), {}};
    object.noteUnknown({"biometricSubType", "presence"});
    result.other = object.rest();
    return result;
}

OsiaBiometric OsiaReader::biometric(Json value, const std::string& at) {
    JsonObject object = open(std::move(value), at);
    OsiaBiometric result;
    result.type = object.text("biometricType");
    result.subType = object.text("biometricSubType");
    if (std::string coded = object.text("image"); !coded.empty()) {
        Base64Fault fault;
        if (auto read = readBase64(coded, &fault); read && !read->bytes.empty()) {
            if (!read->dialect.empty())
                object.find(Severity::Note, "image", "base64_dialect", "The base64 text has " + read->dialect + "; it is read all the same.");
            result.image = std::move(read->bytes);
        } else {
            object.find(Severity::Error, "image", "base64",
                        "The image is no base64 text (RFC 4648): at character " + std::to_string(fault.at + 1) + " " +
                            (*fault.what != '\0' ? fault.what : "there is nothing to decode") + ". It is kept as it came. Ask the sender for it again.");
            object.putBack("image", std::move(coded));
        }
    }
    result.imageRef = object.text("imageRef");
    result.captureDate = object.text("captureDate");
    result.compression = object.text("compression");
    result.width = object.whole("width");
    result.height = object.whole("height");
    result.bitDepth = object.whole("bitdepth");
    result.resolution = object.whole("resolution");
    result.missing = list(object, "missing", &OsiaReader::missing);
    if (result.type.empty() && !object.has("biometricType"))
        object.find(Severity::Warning, nullptr, "required", "There is no biometricType. The sub-type says what the sample shows, if it is there.");
    object.noteUnknown({"biometricType", "biometricSubType", "instance", "image", "imageRef", "captureDate", "captureDevice",
                        "impressionType", "width", "height", "bitdepth", "mimeType", "resolution", "compression", "missing", "metadata",
                        "comment", "template", "templateRef", "templateFormat", "quality", "qualityFormat", "algorithm", "vendor"});
    result.other = object.rest();
    return result;
}

OsiaEncounter OsiaReader::encounter(Json value, const std::string& at) {
    JsonObject object = open(std::move(value), at);
    OsiaEncounter result;
    result.personId = object.text("personId");
    result.encounterId = object.text("encounterId");
    result.status = object.text("status");
    result.encounterType = object.text("encounterType");
    result.biographicData = object.object("biographicData");
    result.biometricData = list(object, "biometricData", &OsiaReader::biometric);
    for (const char* key : {"status", "encounterType"})
        if ((key[0] == 's' ? result.status : result.encounterType).empty() && !object.has(key))
            object.find(Severity::Warning, nullptr, "required", std::string("The encounter has no ") + key + ", which the standard wants.");
    if (!result.status.empty() && result.status != "ACTIVE" && result.status != "INACTIVE")
        object.find(Severity::Warning, "status", "code", "The status is neither ACTIVE nor INACTIVE.");
    object.noteUnknown({"personId", "encounterId", "status", "encounterType", "galleries", "clientData", "contextualData", "biographicData",
                        "biometricData"});
    result.other = object.rest();
    return result;
}

OsiaPerson OsiaReader::person(Json value, const std::string& at) {
    JsonObject object = open(std::move(value), at);
    OsiaPerson result;
    result.personId = object.text("personId");
    result.encounters = list(object, "encounters", &OsiaReader::encounter);
    if (result.personId.empty() && !object.has("personId"))
        object.find(Severity::Warning, nullptr, "required", "The person has no personId, so an answer cannot name it.");
    object.noteUnknown({"personId", "encounters", "status", "physicalStatus"});
    result.other = object.rest();
    return result;
}

OsiaCandidate OsiaReader::candidate(Json value, const std::string& at) {
    JsonObject object = open(std::move(value), at);
    OsiaCandidate result;
    result.personId = object.text("personId");
    result.rank = object.whole("rank");
    result.score = object.number("score");
    const std::pair<const char*, bool> wanted[] = {{"personId", !result.personId.empty()}, {"rank", result.rank.has_value()}, {"score", result.score.has_value()}};
    for (const auto& [key, given] : wanted)
        if (!given && !object.has(key))
            object.find(Severity::Warning, nullptr, "required", std::string("The candidate has no ") + key + ", which the standard wants.");
    object.noteUnknown({"personId", "rank", "score", "scoreList"});
    result.other = object.rest();
    return result;
}

/// Which kind an object is, by its member names; nothing when of none.
std::optional<OsiaKind> kindOf(const Json& object) {
    const auto has = [&](const char* name) { return object.contains(name); };
    if (!object.is_object()) return std::nullopt;
    if (has("encounters")) return OsiaKind::Persons;
    if (has("biometricData") || has("encounterId") || has("encounterType")) return OsiaKind::Encounters;
    if (has("rank") || has("score") || has("scoreList")) return OsiaKind::Candidates;
    if (has("personId")) return OsiaKind::Persons;
    return std::nullopt;
}

bool isListOfObjects(const Json& values) {
    return values.is_array() && !values.empty() && std::all_of(values.begin(), values.end(), [](const Json& each) { return each.is_object(); });
}

/// The objects of a list, all taken for the kind of the first; false when of none.
bool OsiaReader::message(Json values, const std::string& at) {
    OsiaMessage& out = m_file.message;
    const auto kind = kindOf(values.front());
    if (!kind) return false;
    out.kind = *kind;
    switch (*kind) {
        case OsiaKind::Persons: out.persons = list(std::move(values), at, &OsiaReader::person); break;
        case OsiaKind::Encounters: out.encounters = list(std::move(values), at, &OsiaReader::encounter); break;
        case OsiaKind::Candidates: out.candidates = list(std::move(values), at, &OsiaReader::candidate); break;
    }
    return true;
}

/// An object that stands alone: its findings are at "/...", not at "/0/...".
bool OsiaReader::single(Json root) {
    OsiaMessage& out = m_file.message;
    const auto kind = kindOf(root);
    if (!kind) return false;
    out.kind = *kind;
    switch (*kind) {
        case OsiaKind::Persons: out.persons.push_back(person(std::move(root), "")); break;
        case OsiaKind::Encounters: out.encounters.push_back(encounter(std::move(root), "")); break;
        case OsiaKind::Candidates: out.candidates.push_back(candidate(std::move(root), "")); break;
    }
    return true;
}

Result<OsiaFile> OsiaReader::read(Json root) {
    OsiaMessage& out = m_file.message;
    bool known = false;
    if (isListOfObjects(root)) {
        out.single = false;
        known = message(std::move(root), "");
    } else if (root.is_object()) {
        for (const char* wrapper : {"candidates", "candidateList", "persons"}) {
            const auto at = root.find(wrapper);
            if (at == root.end() || !isListOfObjects(*at) || !kindOf(at->front())) continue;
            known = message(std::move(*at), std::string("/") + wrapper);
            out.single = false;
            out.wrapper = wrapper;
            root.erase(wrapper);
            out.other = std::move(root);
            break;
        }
        if (!known) known = single(std::move(root));
    }
    if (m_records > kOsiaMaxRecords)
        return fail(base::kTooLarge, "The message has more than " + std::to_string(kOsiaMaxRecords) +
                                         " persons, encounters, samples and candidates. Ask for it in parts.");
    if (!known)
        return fail(base::kMalformed, "The JSON is no person, encounter or candidate list of OSIA, nor a list of one of them.");
    return std::move(m_file);
}

}  // namespace

bool looksLikeOsia(std::string_view text) {
    if (!looksLikeJson(text)) return false;
    for (const std::string_view name : {"\"biometricData\"", "\"encounterId\"", "\"encounters\"", "\"encounterType\"", "\"personId\""})
        if (text.find(name) != text.npos) return true;
    return false;
}

Result<OsiaFile> readOsia(ByteView bytes) {
    COTEJO_TRY_ASSIGN(Json root, parseJson(textOf(bytes), "The OSIA message", kOsiaMaxBytes, kOsiaMaxDepth));
    return OsiaReader().read(std::move(root));
}

}  // namespace cotejo::exchange
