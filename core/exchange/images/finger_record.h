#pragma once

#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/record/sample.h"

namespace cotejo::exchange {

/// One finger image for an ISO/IEC 19794-4:2005 record.
struct FingerRecord {
    int position = 0;  ///< code of the standard, 0 to 15
    int width = 0;
    int height = 0;
    record::Ppi ppi;
    int impression = 29;         ///< code; 29 is unknown
    std::optional<int> quality;  ///< 0 to 100
    Bytes bytes;                 ///< WSQ, JPEG, JPEG 2000 or PNG file
};

/// A record of one view. Error: E_EXCHANGE_CANNOT_EXPRESS where the coding, the size or the resolution has no place in it.
Result<Bytes> writeFingerRecord2005(const FingerRecord& finger);

}  // namespace cotejo::exchange
