#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/exchange/report.h"
#include "core/record/traveler.h"

/// Machine-readable zones of ICAO Doc 9303: TD1, TD2, TD3 and the visas MRV-A and MRV-B.
namespace cotejo::exchange {

enum class MrzFormat { Td1, Td2, Td3, MrvA, MrvB };

enum class MrzCheckState { Right, Wrong, NotGiven };

/// One check digit and what it covers.
struct MrzCheck {
    std::string field;  ///< "documentNumber", "birthDate", "expiry", "personalNumber", "composite"
    char given = '<';
    char expected = '0';
    MrzCheckState state = MrzCheckState::Right;
    int line = 1;         ///< where the digit stands, from 1
    int column = 1;       ///< from 1
    std::string covered;  ///< the characters it covers, as read
};

/// One character that reads otherwise would make a field right. Never applied by itself: a person accepts it.
struct MrzProposal {
    std::string field;
    int line = 1;    ///< from 1
    int column = 1;  ///< from 1
    char from = '<';
    char to = '<';
    std::vector<std::string> lines;  ///< the zone with this proposal applied
};

struct MrzReading {
    MrzFormat format = MrzFormat::Td3;
    std::vector<std::string> lines;  ///< as read, without blanks, in upper case
    std::string documentCode;        ///< "P", "ID", "V"...
    std::string issuer;
    std::string documentNumber;  ///< the long form of TD1 and TD2 included
    std::string nationality;
    std::string birthDate;  ///< "YYYY-MM-DD", unknown parts as "00"; empty when it is no date
    std::string expiry;     ///< "YYYY-MM-DD"; empty when it is no date
    record::Sex sex = record::Sex::Unspecified;
    std::string familyName;  ///< words separated by spaces
    std::string givenNames;
    bool nameTruncated = false;  ///< the name fills its field to the end: a longer one may stand behind it
    std::string optionalData;    ///< personal number or issuer's data, fillers trimmed
    bool protection = false;     ///< nationality or issuer XXA, XXB or XXC
    std::vector<MrzCheck> checks;
    std::vector<MrzProposal> proposals;
    ValidationReport report;

    bool checksHold() const;
    /// The traveler and the document as the zone states them.
    record::Traveler traveler() const;
};

/// Check digit of ICAO Doc 9303-3, 4.9 (weights 7, 3, 1); '?' when a character has no value.
char mrzCheckDigit(std::string_view text);

/// True for two lines of 36 or 44, or three of 30 characters of the MRZ alphabet, blanks and case aside.
bool looksLikeMrz(std::string_view text);

/// Reads a zone of two or three lines (or the lines joined). Two-digit years turn on `captured`: nobody is
/// born after it, and an expiry lies within 50 years of it. Wrong check digits, unknown codes and impossible
/// dates are findings with proposals, never repaired. Error: E_MALFORMED naming the line whose length or
/// alphabet fits no format.
Result<MrzReading> parseMrz(std::string_view text, UtcTime captured);

/// Does a name as printed or stored agree with the zone's? A truncated zone agrees with every longer name
/// that begins like it.
enum class NameAgreement { Same, SameAsFarAsItGoes, Different };
NameAgreement compareWithMrz(std::string_view familyName, std::string_view givenNames,
                             const MrzReading& reading);

}  // namespace cotejo::exchange

template <>
inline constexpr auto cotejo::record::codes<cotejo::exchange::MrzFormat> =
    std::to_array<cotejo::record::Code<cotejo::exchange::MrzFormat>>(
        {{cotejo::exchange::MrzFormat::Td1, "TD1"},
         {cotejo::exchange::MrzFormat::Td2, "TD2"},
         {cotejo::exchange::MrzFormat::Td3, "TD3"},
         {cotejo::exchange::MrzFormat::MrvA, "MRV-A"},
         {cotejo::exchange::MrzFormat::MrvB, "MRV-B"}});
template <>
inline constexpr auto cotejo::record::codes<cotejo::exchange::MrzCheckState> =
    std::to_array<cotejo::record::Code<cotejo::exchange::MrzCheckState>>(
        {{cotejo::exchange::MrzCheckState::Right, "right"},
         {cotejo::exchange::MrzCheckState::Wrong, "wrong"},
         {cotejo::exchange::MrzCheckState::NotGiven, "not_given"}});
