#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/exchange/document.h"

namespace cotejo::exchange {

/// Images inside ISO/IEC 19794-4 ("FIR", versions 010 and 020) and 19794-5 ("FAC", versions 010 and 030)
/// records. Incomplete representations become findings. Errors: E_MALFORMED when the header is not complete,
/// E_EXCHANGE_NOT_DECODED for other versions.
Result<ExchangeDocument> readImageContainer(ByteView bytes);

}  // namespace cotejo::exchange
