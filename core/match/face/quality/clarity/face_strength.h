#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Length of the embedding before it is normalised: how much the network found to hold on to. Falls with
/// blur, darkness, turn and covering of the face; its scale belongs to the model set.
Measure measureFaceStrength(const FaceView& view);

}  // namespace cotejo::match::quality
