#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Distance from the line of the eyes to the chin, relative to the image's height (width when the face lies
/// on its side).
Measure measureHeadSize(const FaceView& view);

}  // namespace cotejo::match::quality
