#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "core/base/bytes.h"

namespace cotejo::exchange::pdf {

/// Thrown inside of the room where decoded bytes go beyond what is taken; readPdf turns it into an Error.
struct TooMuch {};

/// Decoded bytes of a stream, at most `most`. Throws TooMuch, and whatever qpdf throws.
Bytes decodedStream(QPDFObjectHandle stream, qpdf_stream_decode_level_e level, std::size_t most);

/// A picture taken out of a PDF.
struct PdfPicture {
    Bytes bytes;         ///< a file of its own
    std::string unread;  ///< why there is none, for people; empty when there is
    int width = 0;       ///< as the PDF states it, not turned
    int height = 0;
};

/// `orientation` is an EXIF value, 1 to 8, and says how the page turns the picture; it is applied, or written into the picture's own
/// header. Throws as decodedStream.
PdfPicture pictureOf(QPDFObjectHandle image, int orientation);

}  // namespace cotejo::exchange::pdf
