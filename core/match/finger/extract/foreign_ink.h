#pragma once

#include <opencv2/core.hpp>

namespace cotejo::match {

/// Ink in a print's picture that is no ridge: straight lines (ruled boxes, frames, the edge of a form), solid black (scanner edges, bars).
struct ForeignInk {
    cv::Mat1b marked;  ///< 255 where such ink lies; empty when there is none
    cv::Mat pixels;    ///< the picture with that ink replaced by what lies around it; shares the given pixels when there is none
    cv::Mat1b solid;   ///< 255 where nothing of the print can be known (wide ink); empty when there is none
};

/// Looks for it in 8-bit pixels at 500 ppi. The same answer on every processor.
ForeignInk findForeignInk(const cv::Mat& pixels);

}  // namespace cotejo::match
