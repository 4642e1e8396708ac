#pragma once

#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/canvas/finger_values.h"

/// Faces and prints drawn by the tests: nobody's.
namespace cotejo::compare::drawn {

/// A plain face. `lean` turns it a little, `brow` lifts the brows: two of them differ as two photographs do.
FaceImage face(QSize size, double lean, double brow, QColor hair);

/// A whorl of ridges nine pixels apart. Each minutia is a true dislocation of the ridge phase, so it stands
/// where the ridges fork or end. `turn` rotates and `shift` moves the finger under the sensor; the same seed
/// is the same finger.
FingerImage finger(int seed, QSize size, double turnDegrees, QPointF shift);
/// Pairs of two impressions of the same finger, by deviation, as an engine would hand them over.
std::vector<MinutiaPair> pairs(const FingerImage& probe, const FingerImage& reference);

}  // namespace cotejo::compare::drawn
