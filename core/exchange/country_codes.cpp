#include "core/exchange/country_codes.h"

#include <algorithm>
#include <array>

#include "core/exchange/country_names.h"
#include "core/record/name_key.h"

namespace cotejo::exchange {

namespace {

// In order of the alphabet.
constexpr auto kCodes = std::to_array<std::string_view>(
    {"ABW", "AFG", "AGO", "AIA", "ALA", "ALB", "AND", "ARE", "ARG", "ARM", "ASM", "ATA", "ATF", "ATG", "AUS",
     "AUT", "AZE", "BDI", "BEL", "BEN", "BES", "BFA", "BGD", "BGR", "BHR", "BHS", "BIH", "BLM", "BLR", "BLZ",
     "BMU", "BOL", "BRA", "BRB", "BRN", "BTN", "BVT", "BWA", "CAF", "CAN", "CCK", "CHE", "CHL", "CHN", "CIV",
     "CMR", "COD", "COG", "COK", "COL", "COM", "CPV", "CRI", "CUB", "CUW", "CXR", "CYM", "CYP", "CZE", "D",
     "DEU", "DJI", "DMA", "DNK", "DOM", "DZA", "ECU", "EGY", "ERI", "ESH", "ESP", "EST", "ETH", "EUE", "FIN",
     "FJI", "FLK", "FRA", "FRO", "FSM", "GAB", "GBD", "GBN", "GBO", "GBP", "GBR", "GBS", "GEO", "GGY", "GHA",
     "GIB", "GIN", "GLP", "GMB", "GNB", "GNQ", "GRC", "GRD", "GRL", "GTM", "GUF", "GUM", "GUY", "HKG", "HMD",
     "HND", "HRV", "HTI", "HUN", "IAO", "IDN", "IMN", "IND", "IOT", "IRL", "IRN", "IRQ", "ISL", "ISR", "ITA",
     "JAM", "JEY", "JOR", "JPN", "KAZ", "KEN", "KGZ", "KHM", "KIR", "KNA", "KOR", "KWT", "LAO", "LBN", "LBR",
     "LBY", "LCA", "LIE", "LKA", "LSO", "LTU", "LUX", "LVA", "MAC", "MAF", "MAR", "MCO", "MDA", "MDG", "MDV",
     "MEX", "MHL", "MKD", "MLI", "MLT", "MMR", "MNE", "MNG", "MNP", "MOZ", "MRT", "MSR", "MTQ", "MUS", "MWI",
     "MYS", "MYT", "NAM", "NCL", "NER", "NFK", "NGA", "NIC", "NIU", "NLD", "NOR", "NPL", "NRU", "NZL", "OMN",
     "PAK", "PAN", "PCN", "PER", "PHL", "PLW", "PNG", "POL", "PRI", "PRK", "PRT", "PRY", "PSE", "PYF", "QAT",
     "REU", "RKS", "ROU", "RUS", "RWA", "SAU", "SDN", "SEN", "SGP", "SGS", "SHN", "SJM", "SLB", "SLE", "SLV",
     "SMR", "SOM", "SPM", "SRB", "SSD", "STP", "SUR", "SVK", "SVN", "SWE", "SWZ", "SXM", "SYC", "SYR", "TCA",
     "TCD", "TGO", "THA", "TJK", "TKL", "TKM", "TLS", "TON", "TTO", "TUN", "TUR", "TUV", "TWN", "TZA", "UGA",
     "UKR", "UMI", "UNA", "UNK", "UNO", "URY", "USA", "UTO", "UZB", "VAT", "VCT", "VEN", "VGB", "VIR", "VNM",
     "VUT", "WLF", "WSM", "XBA", "XCC", "XCE", "XCO", "XDC", "XEC", "XES", "XIM", "XMP", "XOM", "XPO", "XXA",
     "XXB", "XXC", "XXK", "XXX", "YEM", "ZAF", "ZMB", "ZWE"});
static_assert(std::is_sorted(kCodes.begin(), kCodes.end()));

}  // namespace

bool isCountryCode(std::string_view code) {
    return std::binary_search(kCodes.begin(), kCodes.end(), code);
}

std::optional<std::string> countryCodeOf(std::string_view written) {
    using namespace country_names;
    static_assert(std::is_sorted(kNames.begin(), kNames.end(), [](const Name& a, const Name& b) { return a.name < b.name; }));
    if (isCountryCode(written)) return std::string(written);
    if (written.size() > 96) return std::nullopt;
    const std::string key = record::normaliseName(written);
    if (isCountryCode(key)) return key;
    if (key.size() == 2)
        for (std::size_t at = 0; at + 5 <= kAlpha2.size(); at += 5)
            if (kAlpha2.substr(at, 2) == key) return std::string(kAlpha2.substr(at + 2, 3));
    const auto named = std::lower_bound(kNames.begin(), kNames.end(), std::string_view(key), [](const Name& a, std::string_view b) { return a.name < b; });
    if (named != kNames.end() && named->name == key) return std::string(named->code);
    return std::nullopt;
}

CodeKind kindOfCode(std::string_view code) {
    if (code == "XXA") return CodeKind::Stateless;
    if (code == "XXB") return CodeKind::Refugee;
    if (code == "XXC") return CodeKind::OtherRefugee;
    if (code == "XXX") return CodeKind::Unspecified;
    if (code == "RKS" || code == "XXK" || code == "UNK") return CodeKind::Kosovo;
    if (code == "UNO" || code == "UNA") return CodeKind::UnitedNations;
    if (code == "UTO") return CodeKind::Specimen;
    constexpr auto kOrganisations = std::to_array<std::string_view>(
        {"EUE", "IAO", "XBA", "XCC", "XCE", "XCO", "XDC", "XEC", "XES", "XIM", "XMP", "XOM", "XPO"});
    if (std::find(kOrganisations.begin(), kOrganisations.end(), code) != kOrganisations.end()) return CodeKind::Organisation;
    if (code == "GBD" || code == "GBN" || code == "GBO" || code == "GBP" || code == "GBS") return CodeKind::BritishOther;
    return isCountryCode(code) ? CodeKind::Country : CodeKind::Unknown;
}

}  // namespace cotejo::exchange
