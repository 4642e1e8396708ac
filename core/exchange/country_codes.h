#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cotejo::exchange {

/// Date of the table below: ISO 3166-1 alpha-3 and the additional codes of ICAO Doc 9303-3, eighth edition,
/// section 5.
inline constexpr std::string_view kCountryCodesDate = "2026-01-01";

/// True for a three-letter issuer or nationality code of the table, fillers removed ("D" for Germany, "UTO"
/// for specimens).
bool isCountryCode(std::string_view code);

/// The code of a country, a stateless person or a refugee however a table writes it: the code itself, an alpha-2 code, or a name or an
/// adjective in English, Spanish, Portuguese or French ("Perú", "colombiana", "apátrida"). Nothing where none fits.
std::optional<std::string> countryCodeOf(std::string_view written);

/// What a code stands for, for words beside it. Kosovo is written RKS, XXK (on permits of European States) and UNK (papers of UNMIK).
enum class CodeKind { Country, Stateless, Refugee, OtherRefugee, Unspecified, Kosovo, UnitedNations, Organisation, BritishOther, Specimen, Unknown };
CodeKind kindOfCode(std::string_view code);

/// XXA stateless, XXB refugee (1951 Convention), XXC refugee other: the file of such a person needs
/// protection officers.
constexpr bool isProtectionCode(std::string_view code) {
    return code == "XXA" || code == "XXB" || code == "XXC";
}

}  // namespace cotejo::exchange
