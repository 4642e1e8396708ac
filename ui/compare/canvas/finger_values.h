#pragma once

#include <QImage>
#include <QPointF>
#include <QString>
#include <optional>
#include <vector>

#include "ui/compare/canvas/overlay.h"
#include "ui/compare/canvas/pair_view.h"

namespace cotejo::compare {

/// A minutia in pixels of the original image. `angle` in degrees, counter-clockwise from the right, along the
/// ridge ending or into the fork's valley as the engine has it. `quality` 0..100, -1 unknown.
struct Minutia {
    QPointF at;
    double angle = 0;
    Glyph kind = Glyph::Ending;
    int quality = -1;
};

/// One impression and what the machine found in it. All layers have the size of the original; a null layer is
/// not offered.
struct FingerImage {
    QImage original;
    QImage enhanced;
    QImage skeleton;
    QImage qualityMap;  ///< ARGB, painted over the layer
    QString title;      ///< "Probe", "Reference C"
    QString detail;     ///< "right index · 500 ppi declared · 59 minutiae"
    QString facts;      ///< what the sample's file says of it, a line each
    std::vector<Minutia> minutiae;
};

enum class Verdict { Open, Agreed, Rejected, Doubtful };

/// Two minutiae that the examiner, the engine or both hold for the same one. `deviation` in pixels of the probe after the engine's
/// alignment.
struct MinutiaPair {
    int probe = -1;  ///< indices into the impressions' minutiae
    int reference = -1;
    bool own = false;      ///< the examiner's
    bool machine = false;  ///< the engine's: after reveal only
    double deviation = 0;  ///< of the engine's
    double quality = 0;  ///< 0..1, the weaker of the two
    Verdict verdict = Verdict::Open;
};

/// What the examiner marked, kept apart from what the machine found.
struct ExaminerMark {
    enum class Kind { Core, Delta, Minutia };
    Kind kind = Kind::Core;
    Side side = Side::Probe;
    QPointF at;
    QString note;
    bool operator==(const ExaminerMark&) const = default;
};

enum class FingerLayer { Original, Enhanced, Skeleton };
enum class PairLines { Chosen, All, None };

}  // namespace cotejo::compare
