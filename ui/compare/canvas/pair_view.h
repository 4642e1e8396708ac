#pragma once

#include <QPointF>
#include <QSizeF>
#include <QTransform>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace cotejo::compare {

enum class Side { Probe = 0, Reference = 1 };
inline Side other(Side side) {
    return side == Side::Probe ? Side::Reference : Side::Probe;
}

/// Rotation, uniform scale and shift that takes the first two points onto the second two. Nothing for
/// coinciding points.
std::optional<QTransform> throughTwoPoints(QPointF fromA, QPointF fromB, QPointF toA, QPointF toB);
/// Least-squares rotation and shift (no scale) that takes `from` onto `to`; both in the same unit. Nothing
/// below two points.
std::optional<QTransform> rigidFit(std::span<const QPointF> from, std::span<const QPointF> to);

/// Where two images stand in a pair of equal panels. Positions in a panel are measured from its centre, so
/// the two views stay linked whatever the layout: a linked move is applied to both, an unlinked one only to
/// the side it was made on.
class PairView {
  public:
    void setSizes(QSizeF probe, QSizeF reference);
    void setPanel(QSizeF panel);
    /// Reference pixels to probe pixels; nothing when the two cannot be aligned. `use` puts it to work at
    /// once.
    void setAlignment(std::optional<QTransform> alignment, bool use);

    /// The same, not put to work: nothing moves now.
    void offerAlignment(std::optional<QTransform> alignment);

    const QTransform& toPanel(Side side) const { return m_toPanel[std::size_t(side)]; }
    QPointF toImage(Side side, QPointF inPanel) const { return toPanel(side).inverted().map(inPanel); }
    bool isLinked() const { return m_linked; }
    bool isAligned() const { return m_aligned; }
    bool canAlign() const { return m_alignment.has_value(); }
    /// Angle of the reference against the probe in degrees, as they stand now; clockwise positive, -180..180.
    double relativeAngle() const;
    /// Screen pixels a probe pixel.
    double zoom(Side side = Side::Probe) const;
    bool hasProbe() const { return !m_sizes[0].isEmpty(); }
    double angle(Side side) const;

    void setLinked(bool linked) { m_linked = linked; }
    /// Puts the reference where the alignment wants it, or side by side at its own fit.
    void setAligned(bool aligned);
    void fit();
    void zoomAt(Side side, QPointF inPanel, double factor);
    void pan(Side side, QPointF by);
    /// Degrees, clockwise positive, around a point of the panel.
    void rotate(Side side, QPointF inPanel, double degrees);
    /// Zoom of the probe around the panel's centre, both sides alike.
    void setZoom(double zoom);
    /// Brings a point of the probe (and, when linked, its counterpart) to the panel's centre.
    void centreOn(Side side, QPointF inImage);

  private:
    void apply(Side side, const QTransform& change);
    QTransform fitted(Side side) const;
    void placeReference();

    std::array<QSizeF, 2> m_sizes;
    QSizeF m_panel{600, 600};
    std::array<QTransform, 2> m_toPanel;
    std::optional<QTransform> m_alignment;
    bool m_linked = true;
    bool m_aligned = false;
};

}  // namespace cotejo::compare
