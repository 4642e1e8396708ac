#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cotejo::record {

/// The form in which names are indexed and searched: A to Z, digits and single spaces. Accents go ("MUÑOZ
/// PEÑA" and "munoz pena" give "MUNOZ PENA"), apostrophes go, hyphens, commas and MRZ fillers become spaces,
/// Cyrillic letters follow the ICAO Doc 9303-3 table. Arabic letters of several forms become one, its vowel marks go. Letters of scripts without a table stay as they are;
/// broken UTF-8 acts as a space.
std::string normaliseName(std::string_view utf8);

/// As normaliseName, but with the two-letter spellings of ICAO Doc 9303-3 where they differ (Ä AE, Ö OE, Ü
/// UE, Å AA, Ø OE): what an MRZ shows for "MÜLLER" is "MUELLER". Index both, search both.
std::string normaliseNameAsMrz(std::string_view utf8);

/// What a name is indexed by: its words in both spellings and with apostrophes as blanks ("O'Connor": OCONNOR, O, CONNOR), each also
/// without an Arabic article grown on ("Alhassan": HASSAN), and the whole name joined, with its particles and without ("De la Cruz":
/// DELACRUZ, CRUZ; "Al-Hassan": ALHASSAN, HASSAN). In order, none twice.
std::vector<std::string> nameSearchKeys(std::string_view utf8);

/// What to look for among such keys: for each word typed the forms of which one must begin a key. Particles before another word are left
/// out, because the next writer does so too.
std::vector<std::vector<std::string>> nameQueryWords(std::string_view utf8);

/// normaliseName with its words in alphabetical order: equal for swapped surnames and given names.
std::string sortedNameKey(std::string_view utf8);

}  // namespace cotejo::record
