#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/exchange/document.h"

namespace cotejo::exchange {

/// Images inside ISO/IEC 19794-4 ("FIR", versions 010 and 020), 19794-5 ("FAC", versions 010 and 030) and 19794-6 ("IIR", version
/// 020) records, with capture date, device, impression and quality as far as they are stated. Incomplete representations become findings. Errors: E_MALFORMED when the header is not complete,
/// E_EXCHANGE_NOT_DECODED for other versions.
Result<ExchangeDocument> readImageContainer(ByteView bytes);

}  // namespace cotejo::exchange
