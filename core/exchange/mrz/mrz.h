#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/exchange/report.h"
#include "core/record/traveler.h"

/// Machine-readable zones of ICAO Doc 9303 (TD1, TD2, TD3 and the visas MRV-A and MRV-B) and of national documents as far as their
/// layout is public.
namespace cotejo::exchange {

/// FrenchId is the French identity card of 1988 to 2021 (2 x 36), FrenchLicence and SwissLicence are driving licences, RussianId the
/// internal passport (2 x 44), OtherLicence a licence of one line whose rules are not known.
enum class MrzFormat { Td1, Td2, Td3, MrvA, MrvB, FrenchId, FrenchLicence, SwissLicence, RussianId, OtherLicence };

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

struct MrzChange {
    int line = 1;    ///< from 1
    int column = 1;  ///< from 1
    char from = '<';
    char to = '<';
};

/// Characters that read otherwise would make a field right. Never applied by itself: a person accepts it.
struct MrzProposal {
    std::string field;
    int line = 1;    ///< of the first change
    int column = 1;
    char from = '<';
    char to = '<';
    std::vector<std::string> lines;  ///< the zone with this proposal applied
    std::vector<MrzChange> changes;  ///< all of them, the first included
};

struct MrzReading {
    MrzFormat format = MrzFormat::Td3;
    std::vector<std::string> lines;  ///< as read, without blanks, in upper case
    std::string documentCode;        ///< "P", "ID", "V"...
    std::string issuer;
    std::string documentNumber;  ///< the long form of TD1 and TD2 included
    std::string nationality;
    std::string birthDate;  ///< record::PartialDate's text; empty when it is no date or all of it is unknown
    std::string otherBirthDate;  ///< the same day of the other century, when both fit; else empty
    std::string expiry;          ///< record::PartialDate's text; empty when it is no date, unknown or not in the zone
    record::Sex sex = record::Sex::Unspecified;
    std::string familyName;  ///< words separated by spaces
    std::string givenNames;
    bool nameTruncated = false;  ///< the name fills its field to the end: a longer one may stand behind it
    std::string optionalData;    ///< personal number or issuer's data, fillers trimmed
    bool protection = false;     ///< nationality or issuer XXA, XXB or XXC, or a refugee's, stateless person's or asylum seeker's paper
    bool checked = true;         ///< false where no rule for check digits is known: neither right nor wrong
    std::vector<MrzCheck> checks;
    std::vector<MrzProposal> proposals;
    ValidationReport report;

    bool checksHold() const;
    /// The traveler and the document as the zone states them.
    record::Traveler traveler() const;
};

/// Check digit of ICAO Doc 9303-3, 4.9 (weights 7, 3, 1); '?' when a character has no value.
char mrzCheckDigit(std::string_view text);

/// True for the lines of a format, as linesOf (mrz_lines.h) takes them out of whatever they came in.
bool looksLikeMrz(std::string_view text);

/// True for text that is meant as a zone and is none: a line too short or too long, a character of another alphabet.
bool nearlyMrz(std::string_view text);

/// Reads a zone of up to three lines (or the lines joined), in UTF-8 or UTF-16, with byte order marks, blanks, guillemets or HTML
/// entities for fillers. The century of two-digit years follows from `captured` and the expiry: nobody is born after either, and where
/// both centuries fit this is said. Lines in another order are read in the one that every digit confirms. Wrong check digits, unknown codes and impossible dates are findings with proposals, never repaired.
/// Error: E_MALFORMED naming the line, its length and the one needed, or the column of a foreign character; params "line", "column",
/// "length", "needed".
Result<MrzReading> parseMrz(std::string_view text, UtcTime captured);

/// What can be told of a zone that parseMrz refuses: whole lines, and fields of the others that their own check digits confirm. Nothing
/// is filled in. The lines stand in the document for a person to correct. Nothing for text that is not nearlyMrz.
std::optional<record::Traveler> salvageMrz(std::string_view text, UtcTime captured);

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
         {cotejo::exchange::MrzFormat::MrvB, "MRV-B"},
         {cotejo::exchange::MrzFormat::FrenchId, "FRA-ID"},
         {cotejo::exchange::MrzFormat::FrenchLicence, "FRA-DL"},
         {cotejo::exchange::MrzFormat::SwissLicence, "CHE-DL"},
         {cotejo::exchange::MrzFormat::RussianId, "RUS-ID"},
         {cotejo::exchange::MrzFormat::OtherLicence, "DL"}});
template <>
inline constexpr auto cotejo::record::codes<cotejo::exchange::MrzCheckState> =
    std::to_array<cotejo::record::Code<cotejo::exchange::MrzCheckState>>(
        {{cotejo::exchange::MrzCheckState::Right, "right"},
         {cotejo::exchange::MrzCheckState::Wrong, "wrong"},
         {cotejo::exchange::MrzCheckState::NotGiven, "not_given"}});
