#pragma once

#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cotejo::imaging {

/// OpenCV's image codecs (cv::imdecode and cv::imencode). Debian's libopencv_imgcodecs draws in some 110 libraries, GDAL among
/// them; they are loaded with the first image instead of with the program: README.md, Decisions. Any thread.
struct Codecs {
    cv::Mat (*decode)(const cv::_InputArray& bytes, int flags);
    bool (*encode)(const std::string& extension, const cv::_InputArray& pixels, std::vector<unsigned char>& bytes,
                   const std::vector<int>& options);
};

/// Errors: E_IMAGE_CODECS.
Result<Codecs> codecs();

}  // namespace cotejo::imaging
