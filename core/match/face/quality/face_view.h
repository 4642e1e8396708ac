#pragma once

#include <optional>

#include "core/match/face/face_engine.h"
#include "core/match/face/quality/outcome.h"

namespace cotejo::match::quality {

/// The chosen face as the measures see it: the image, and an upright crop of 112 x 112 in which the eyes are
/// 35 pixels apart, made from the image as given (never brightened), with its landmarks and the luminance of
/// the face's own pixels.
struct FaceView {
    const FaceExtraction* extraction = nullptr;
    cv::Mat image;           ///< BGR, as given
    bool gray = false;       ///< all channels equal
    cv::Mat crop;            ///< BGR
    cv::Mat luminance;       ///< 8-bit, of the crop
    cv::Mat mask;            ///< 255 where the crop shows skin between brows and chin
    Landmarks landmarks{};   ///< in the crop, if the extraction has them
    double eyeDistance = 0;  ///< between the eye centres, pixels of the image
    double unit = 1;         ///< pixels of the image in one pixel of the crop
    double insideShare = 1;  ///< share of the face's area that lies in the image
};

/// Nothing when eyes, nose and mouth lie on one spot. `image` is 8-bit with 1, 3 or 4 channels.
std::optional<FaceView> viewFace(const cv::Mat& image, const FaceExtraction& extraction);

/// Share of face pixels whose luminance is within low..high.
double luminanceShare(const FaceView& view, int low, int high);

}  // namespace cotejo::match::quality
