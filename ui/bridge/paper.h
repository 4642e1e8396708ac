#pragma once

#include <QImage>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"

/// Papers of a dossier as pages that can be drawn: PDF, images, plain text. Jobs only, never on the main thread; bytes are foreign and
/// everything about them is bounded. Errors: E_NOT_DRAWABLE, E_TOO_LARGE, those of imaging.
namespace cotejo::bridge {

inline constexpr std::size_t kPaperMostBytes = 32u << 20;
inline constexpr int kPaperMostPages = 400;

/// What a file is by its contents, never by its name, and how many pages it has.
struct PaperFacts {
    std::string mime;  ///< "application/pdf", "text/plain", "image/..."
    int pages = 0;
};
/// Refuses what cannot be drawn page by page: unknown formats, encrypted or empty PDFs, pictures of several pages, text that is none.
Result<PaperFacts> paperFacts(ByteView bytes);

/// Page `index` from 0, `width` px wide (bounded to 200 ... 2400), as it is drawn.
Result<QImage> paperPage(ByteView bytes, int index, int width);

}  // namespace cotejo::bridge
