#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace cotejo::exchange {

/// Bytes of a base64 text as senders wrap it. `dialect` says in English words what the text departs from RFC 4648 section 4 in ("line
/// breaks, a data: prefix"); empty where it does not.
struct Base64Text {
    Bytes bytes;
    std::string dialect;
};

/// Where a text stops being base64: a character counted from 0, and what is wrong there.
struct Base64Fault {
    std::size_t at = 0;
    const char* what = "";
};

/// Takes line breaks and blanks (MIME), the alphabet for URLs (RFC 4648 section 5), missing padding, a `data:` URI of any media type
/// (RFC 2397) with its percent signs, and line breaks and slashes escaped twice ("\\n", "\\/"). Nothing for anything else, with the
/// place in `fault`: another character, padding inside, a lone last digit, bits left over that are not zero.
std::optional<Base64Text> readBase64(std::string_view text, Base64Fault* fault = nullptr);

}  // namespace cotejo::exchange
