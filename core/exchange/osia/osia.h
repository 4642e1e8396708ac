#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/exchange/document.h"

/// OSIA v7 (ITU-T X.1281) in JSON: persons, encounters and candidate lists. Texts are UTF-8. In every value `other` has the members
/// that are not named here or are of another type, as they came; writing puts them back, so that nothing is lost on the way.
namespace cotejo::exchange {

inline constexpr std::size_t kOsiaMaxBytes = 64u << 20;  ///< of JSON text
inline constexpr int kOsiaMaxDepth = 64;
inline constexpr std::size_t kOsiaMaxRecords = 10'000;  ///< persons, encounters, samples and candidates together

struct OsiaMissing {
    std::string subType;   ///< "RIGHT_INDEX"
    std::string presence;  ///< "BANDAGED", "AMPUTATED", "DAMAGED"; empty when only not captured
    Json other = Json::object();
    bool operator==(const OsiaMissing&) const = default;
};

struct OsiaBiometric {
    std::string type;     ///< "FACE", "FINGER", "IRIS", "SIGNATURE", "UNKNOWN"
    std::string subType;  ///< "RIGHT_INDEX", "PORTRAIT"
    Bytes image;          ///< decoded base64; what stands in `compression` says how it is coded
    std::string imageRef;
    std::string captureDate;  ///< as written; the standard wants "YYYY-MM-DD"
    std::string compression;  ///< "NONE", "WSQ", "JPEG", "JPEG2000", "PNG"
    std::optional<int> width;  ///< pixels
    std::optional<int> height;
    std::optional<int> bitDepth;    ///< bits a pixel
    std::optional<int> resolution;  ///< pixels per inch
    std::vector<OsiaMissing> missing;
    Json other = Json::object();
    bool operator==(const OsiaBiometric&) const = default;
};

struct OsiaEncounter {
    std::string personId;     ///< where encounters of several persons stand in one list
    std::string encounterId;
    std::string status;       ///< "ACTIVE", "INACTIVE"
    std::string encounterType;
    std::optional<Json> biographicData;  ///< an object; its members are free: lastName, firstName, dateOfBirth, gender, nationality...
    std::vector<OsiaBiometric> biometricData;
    Json other = Json::object();
    bool operator==(const OsiaEncounter&) const = default;
};

struct OsiaPerson {
    std::string personId;
    std::vector<OsiaEncounter> encounters;
    Json other = Json::object();
    bool operator==(const OsiaPerson&) const = default;
};

struct OsiaCandidate {
    std::string personId;
    std::optional<int> rank;  ///< from 1
    std::optional<double> score;
    Json other = Json::object();  ///< scoreList too
    bool operator==(const OsiaCandidate&) const = default;
};

enum class OsiaKind { Persons, Encounters, Candidates };

/// One message. Only the list of its kind is filled.
struct OsiaMessage {
    OsiaKind kind = OsiaKind::Encounters;
    bool single = true;    ///< one object stands alone, not in an array
    std::string wrapper;   ///< the member of an enclosing object that has the array, such as "candidates"; empty when none
    Json other = Json::object();  ///< of the enclosing object
    std::vector<OsiaPerson> persons;
    std::vector<OsiaEncounter> encounters;
    std::vector<OsiaCandidate> candidates;
    bool operator==(const OsiaMessage&) const = default;
};

struct OsiaFile {
    OsiaMessage message;
    ValidationReport report;  ///< places are JSON pointers in `field`
};

/// True for JSON text that has one of OSIA's own member names.
bool looksLikeOsia(std::string_view text);

/// Lenient: members of another type are kept and found. Errors: E_MALFORMED (no JSON, deeper than kOsiaMaxDepth, no person,
/// encounter or candidate in it; the detail has the place), E_TOO_LARGE (kOsiaMaxBytes, kOsiaMaxRecords).
Result<OsiaFile> readOsia(ByteView bytes);

/// UTF-8 JSON with sorted members, indented by two; every value that readOsia gave stands in it again.
std::string writeOsia(const OsiaMessage& message);

/// Persons, images and missing fingers in neutral shapes, with findings about images and codes beside those of the reading.
ExchangeDocument documentOf(const OsiaFile& file);

/// What a document says, as OSIA persons with one active encounter each, "1", "2" and so on where nothing numbers them. What OSIA has
/// no place for is named in `left`: minutiae, and images in codings it does not have. Error: E_EXCHANGE_CANNOT_EXPRESS for a
/// document without persons, images and missing fingers.
Result<OsiaMessage> osiaOf(const ExchangeDocument& document, std::vector<std::string>& left);

}  // namespace cotejo::exchange
