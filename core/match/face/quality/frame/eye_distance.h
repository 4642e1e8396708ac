#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Distance of the eye centres in pixels of the image. Advice below 90, the least of ISO/IEC 19794-5 for a
/// full frontal image.
Measure measureEyeDistance(const FaceView& view);

}  // namespace cotejo::match::quality
