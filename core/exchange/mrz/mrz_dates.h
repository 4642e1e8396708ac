#pragma once

#include <string>
#include <string_view>

#include "core/base/time.h"
#include "core/record/partial_date.h"

namespace cotejo::exchange::mrz {

struct ZoneDate {
    record::PartialDate date;
    bool isDate = true;          ///< false for characters that are no date; what is unknown as a whole is one
    bool zeros = false;          ///< "000000": some issuers write an unknown date so; taken for unknown
    record::PartialDate other;   ///< the other century where it fits as well; nothing known otherwise
};

/// Six characters YYMMDD; unknown parts are "<<", "XX", or "00" for month and day. An expiry lies within 50 years of `captured`.
ZoneDate expiryOf(std::string_view text, UtcTime captured);

/// Nobody is born after `captured` or after `expiry` (nothing known: no bound), and papers are issued for whole years: a small child whose
/// paper can have been issued on no day of its life is taken for the old person. People are younger than 111.
ZoneDate birthOf(std::string_view text, const record::PartialDate& expiry, UtcTime captured);

}  // namespace cotejo::exchange::mrz
