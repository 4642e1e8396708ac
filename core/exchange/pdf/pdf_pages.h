#pragma once

#include "core/exchange/document.h"

namespace cotejo::exchange {

/// The pictures on the pages of a PDF, upright as the page shows them. Their own coding is kept where it is one of ours (JPEG, JPEG 2000,
/// fax as TIFF); other pixels become PNG. Pages that hold text or drawings only, and pictures that cannot be taken out, are warnings with
/// the page's number. qpdf reads the file (README.md, Decisions). Errors: E_MALFORMED, E_TOO_LARGE; E_EXCHANGE_NOT_DECODED for a file
/// that asks for a password.
Result<ExchangeDocument> readPdf(ByteView bytes);

/// The pages of a whole PDF. One that can only be read after mending is E_MALFORMED: programs mend differently, and would count differently.
/// Errors besides: as readPdf.
Result<int> countPdfPages(ByteView bytes);

/// "%PDF-" in the first kilobyte, as readers of PDF look for it.
bool looksLikePdf(ByteView bytes);

}  // namespace cotejo::exchange
