#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/record/sample.h"

namespace cotejo::imaging {

/// All three take 8-bit gray or BGR and write a known ppi into the header. Errors: E_INVALID_ARGUMENT,
/// E_INTERNAL. PNG is lossless; the ppi stands in pHYs.
Result<Bytes> encodePng(const cv::Mat& pixels, const record::Ppi& ppi = {});
/// `quality` is 1 to 100; the ppi stands in the JFIF header, rounded to a whole number.
Result<Bytes> encodeJpeg(const cv::Mat& pixels, int quality = 92, const record::Ppi& ppi = {});
/// JPEG 2000 without loss; the ppi stands in a capture resolution box.
Result<Bytes> encodeJpeg2000(const cv::Mat& pixels, const record::Ppi& ppi = {});

}  // namespace cotejo::imaging
