#pragma once

#include <string>

#include "core/exchange/document.h"

namespace cotejo::exchange {

/// What the bytes of one sample inside another file are: a picture, an ISO/IEC 19794-4, -5 or -6 record, a minutiae template, or
/// bare gray pixels (`rawBits` 1 or 8; 0 for never). `image` says what is known from around them (subject, position, size, ppi,
/// person, source); what the bytes themselves say fills its gaps, and the result joins the document with findings at `place`. Answers
/// false, with an error in the report, for bytes that are none of these: they are kept as an image that cannot be shown.
bool addEmbedded(ExchangeDocument& document, ExchangeImage image, ByteView bytes, const std::string& place, const char* rule, int rawBits = 0);

}  // namespace cotejo::exchange
