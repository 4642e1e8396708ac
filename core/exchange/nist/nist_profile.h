#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cotejo::exchange {

/// What the fields of a Type-2 record mean is agreed between agencies, not by the standard: a transaction
/// profile, as data.
struct NistProfile {
    struct Field {
        std::string label;    ///< mnemonic, e.g. "NAM"
        std::string meaning;  ///< "name", "alias", "birthDate", "sex", "nationality", "birthPlace",
                              ///< "missingFingers" or ""
        bool operator==(const Field&) const = default;
    };
    std::string id;
    std::vector<std::string> transactions;  ///< allowed 1.004; empty allows all
    std::vector<int> mandatory;             ///< field numbers of Type-2
    std::map<int, Field> fields;            ///< by field number of Type-2
    bool operator==(const NistProfile&) const = default;
};

/// A profile file: {"id": "...", "transactions": [...], "mandatory": [18], "fields": {"2.018": {"label":
/// "NAM", "meaning": "name"}}}. Errors: E_MALFORMED naming the key.
Result<NistProfile> parseNistProfile(std::string_view json);

/// The neutral profile "CTJ": the field numbers in general use. A site with an agreement loads the
/// agreement's own; resources/profiles/ctj.json is this one as a file, to begin from.
const NistProfile& neutralNistProfile();

}  // namespace cotejo::exchange
