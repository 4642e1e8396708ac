#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Distance of the face's mean colour from the band that lit skin of any tone falls in (CIELAB a 5 to 25, b 5
/// to 35): a hint at a wrong white balance or a coloured light. Not applicable to a gray image.
Measure measureNaturalColour(const FaceView& view);

}  // namespace cotejo::match::quality
