#pragma once

#include <opencv2/core/mat.hpp>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/imaging/header.h"
#include "core/record/sample.h"

namespace cotejo::imaging {

/// Pixels ready to look at: upright, 8 bits, one channel (gray) or three (BGR).
struct DecodedImage {
    cv::Mat pixels;       ///< CV_8UC1 or CV_8UC3, continuous
    std::string mime;     ///< of the bytes given, e.g. "image/png"
    record::Ppi ppi;      ///< as the header says; Unknown when it does not
    int orientation = 1;  ///< EXIF orientation found and already applied; 1 when there was none
    int bitDepth = 8;     ///< of the stored samples
    std::string missing;  ///< what of a cut WSQ, JPEG, PNG or WebP is not there, for people; empty for whole images
};

/// Decodes PNG, JPEG, TIFF (first page), BMP, JPEG 2000, WSQ, PNM, WebP and HEIC (its main picture). The format is told by the first bytes, sizes are
/// checked before decoding, 16-bit samples are scaled to 8, alpha is laid on white, CMYK becomes BGR. Any
/// thread. Of a JPEG, PNG or WebP that ends early what is whole is there, with `missing`. Errors: those of readImageHeader, and E_MALFORMED
/// when the decoder gives up.
Result<DecodedImage> decodeImage(ByteView bytes, const DecodeLimits& limits = {});

/// One channel by luminance; the same pixels when they are gray already. Takes 8-bit gray or BGR.
cv::Mat toGray(const cv::Mat& pixels);

/// The picture made to fit `maxSide` x `maxSide` by area averaging; never enlarged, never empty for a
/// non-empty one.
cv::Mat thumbnail(const cv::Mat& pixels, int maxSide);

}  // namespace cotejo::imaging
