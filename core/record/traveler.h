#pragma once

#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/record/code.h"

namespace cotejo::record {

enum class Sex { Unspecified, Female, Male };
template <>
inline constexpr auto codes<Sex> =
    std::to_array<Code<Sex>>({{Sex::Unspecified, "X"}, {Sex::Female, "F"}, {Sex::Male, "M"}});

/// A travel document as presented. `mrz` holds the lines as read, never as repaired, joined by '\n'.
struct Document {
    std::string type;       ///< "P", "I", "V"... as in the MRZ
    std::string issuer;     ///< ICAO 9303 three-letter code
    std::string number;
    std::string expiry;     ///< "YYYY-MM-DD", empty when unknown
    std::string mrz;        ///< empty when there is none
};

/// Who a person says to be, or is said to be by a document. Nothing here is established identity.
struct Traveler {
    TravelerId id;
    std::string familyName;
    std::string givenNames;
    std::string birthDate;  ///< "YYYY-MM-DD", parts unknown as "00"; empty when unknown
    Sex sex = Sex::Unspecified;
    std::string nationality;  ///< ICAO three-letter code
    std::vector<Document> documents;
};

}  // namespace cotejo::record
