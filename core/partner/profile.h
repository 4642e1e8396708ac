#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/record/partner.h"
#include "core/record/watchlist.h"

/// An agreement with a partner state as data (PARTNER.md, The profile).
namespace cotejo::partner {

enum class Direction { Ask, Answer, Both };
enum class Format { Osia, NistItl };
enum class Carrier { Https, Spool };

struct PurposeRule {
    Direction direction = Direction::Ask;
    bool bySupervisor = false;                    ///< a supervisor authorises it always; otherwise an officer may, after the first contact
    std::chrono::minutes clock{240};              ///< for the answer
    std::set<record::PartnerField> fields;        ///< what is not named here does not exist for the packet builder
    std::set<record::EvidenceGrade> grades;       ///< of entries that may be spoken of
    int faces = 0;                                ///< at most, the best
    std::vector<record::FingerPosition> fingers;  ///< one print of each of these at most
    int candidates = 0;                           ///< that an answer may have at most
    int quota = 0;                                ///< inquiries that the partner may send a day; 0: none
};

/// Keys of the partner. Two may be valid while one is replaced.
struct PartnerKey {
    PublicKey signing;   ///< Ed25519
    PublicKey box;       ///< X25519
    UtcTime from{};
    UtcTime until{};
};

struct Profile {
    std::string id;             ///< "UTN-CF-02": letters, digits and hyphens
    int version = 1;
    std::string partner;        ///< "Utopía Norte"
    std::string country;        ///< ICAO code
    std::string contact;        ///< whom people call
    std::string agreement;      ///< "Fronteras 2024/11, art. 6"
    std::string legalBasis;
    std::string transferBasis;  ///< adequacy decision or exception by which data may cross the border
    UtcTime validFrom{};
    UtcTime validUntil{};
    std::map<record::PartnerPurpose, PurposeRule> purposes;
    Format format = Format::Osia;
    Carrier carrier = Carrier::Https;
    std::string address;        ///< https: "host:port"; spool: name of the two folders' parent, below the server's own spool folder
    std::string authority;      ///< https: SHA-256 of the authority's certificate, hex; its PEM lies with the server
    std::vector<PartnerKey> keys;
    std::map<std::string, std::string> caveat;  ///< by language ("es", "en"): on every packet
    int theirRetentionDays = 0;
    int ourRetentionDays = 0;   ///< 0: as long as the case
    std::vector<std::string> posts;  ///< ids of posts to which their notices come; empty: all
};

inline constexpr std::size_t kProfileCap = 32u << 10;

/// Strict: an unknown member, an unknown code, a text on several lines or too long, a purpose without a field, dates the wrong way round are errors that name
/// the place. Errors: E_MALFORMED, E_TOO_LARGE.
Result<Profile> readProfile(std::string_view json);
/// Canonical JSON; its SHA-256 is the profile's hash.
std::string writeProfile(const Profile& profile);
Hash hashOf(const Profile& profile);

/// Valid at `now`.
bool inForce(const Profile& profile, UtcTime now);
/// The keys that are valid at `now`, the one that began last first.
std::vector<PartnerKey> keysAt(const Profile& profile, UtcTime now);

/// Whether it names a state that agreements are made with: a country or an organisation of Doc 9303, its specimen UTO, or the stand-in UTN beside it.
bool isPartnerCountry(std::string_view code);

/// The profile in words that a lawyer reads, one sentence a line. `language`: "es" or "en".
std::vector<std::string> inWords(const Profile& profile, std::string_view language);

}  // namespace cotejo::partner

template <>
inline constexpr auto cotejo::record::codes<cotejo::partner::Direction> = std::to_array<cotejo::record::Code<cotejo::partner::Direction>>(
    {{cotejo::partner::Direction::Ask, "ask"}, {cotejo::partner::Direction::Answer, "answer"}, {cotejo::partner::Direction::Both, "both"}});
template <>
inline constexpr auto cotejo::record::codes<cotejo::partner::Format> =
    std::to_array<cotejo::record::Code<cotejo::partner::Format>>({{cotejo::partner::Format::Osia, "osia"}, {cotejo::partner::Format::NistItl, "nist"}});
template <>
inline constexpr auto cotejo::record::codes<cotejo::partner::Carrier> =
    std::to_array<cotejo::record::Code<cotejo::partner::Carrier>>({{cotejo::partner::Carrier::Https, "https"}, {cotejo::partner::Carrier::Spool, "spool"}});
