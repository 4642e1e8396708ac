#pragma once

#include <string>

namespace cotejo::exchange {

/// One value of a file as it stands there, for display: "2.031", "EYE", "BRO".
struct ExchangeFact {
    std::string field;
    std::string label;  ///< mnemonic of the profile; empty when the profile has none
    std::string value;  ///< UTF-8, separators of subfields and items as " / " and ", "
};

}  // namespace cotejo::exchange
