#pragma once

#include <string>
#include <string_view>

namespace cotejo::record {

/// The form in which names are indexed and searched: A to Z, digits and single spaces. Accents go ("MUÑOZ
/// PEÑA" and "munoz pena" give "MUNOZ PENA"), apostrophes go, hyphens, commas and MRZ fillers become spaces,
/// Cyrillic letters follow the ICAO Doc 9303-3 table. Letters of scripts without a table stay as they are;
/// broken UTF-8 acts as a space.
std::string normaliseName(std::string_view utf8);

/// As normaliseName, but with the two-letter spellings of ICAO Doc 9303-3 where they differ (Ä AE, Ö OE, Ü
/// UE, Å AA, Ø OE): what an MRZ shows for "MÜLLER" is "MUELLER". Index both, search both.
std::string normaliseNameAsMrz(std::string_view utf8);

/// normaliseName with its words in alphabetical order: equal for swapped surnames and given names.
std::string sortedNameKey(std::string_view utf8);

}  // namespace cotejo::record
