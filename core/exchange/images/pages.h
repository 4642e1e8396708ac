#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/exchange/fact.h"
#include "core/exchange/report.h"

namespace cotejo::exchange {

/// One picture of a file with several, as a file of its own.
struct PicturePage {
    Bytes bytes;
    std::string source;  ///< "page 2 of 3"
    std::vector<ExchangeFact> facts;
};

/// Pictures of a file in their order. What is no picture of its own (previews, masks) or cannot be read is a finding with its place.
struct PicturePages {
    std::vector<PicturePage> pages;  ///< empty for a file that holds one picture only: it is itself
    ValidationReport report;
};

inline constexpr std::size_t kMaxPages = 1000;

/// Pages of a TIFF (each directory of the chain, rewritten with its own strips), pictures of an MPO (CIPA DC-007), and PNM images
/// one after the other. Coded pixels are taken over as they are. `mime` as probeImage says it.
PicturePages pagesOf(ByteView bytes, std::string_view mime);

}  // namespace cotejo::exchange
