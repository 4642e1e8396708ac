#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Mean strength of edges beside and above the head, in gray levels a pixel, at 35 pixels between the eyes: a
/// hint at an uneven background. Not applicable where too little of it is in the image.
Measure measureBackground(const FaceView& view);

}  // namespace cotejo::match::quality
