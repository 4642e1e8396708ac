#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Narrowest distance from the eyes' middle to an edge of the image, in eye distances; the edge above counts
/// two thirds and the edge below one half, because hair and chin need more room. 1.5 on all sides shows the
/// whole head.
Measure measureMargins(const FaceView& view);

}  // namespace cotejo::match::quality
