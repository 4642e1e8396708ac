#include "ui/compare/canvas/pair_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cotejo::compare {
namespace {

constexpr double kLeastZoom = 0.02;
constexpr double kMostZoom = 40.0;

double scaleOf(const QTransform& transform) {
    return std::sqrt(std::abs(transform.determinant()));
}
double degreesOf(const QTransform& transform) {
    return std::atan2(transform.m12(), transform.m11()) * 180.0 / std::numbers::pi;
}

}  // namespace

std::optional<QTransform> throughTwoPoints(QPointF fromA, QPointF fromB, QPointF toA, QPointF toB) {
    const QPointF from = fromB - fromA;
    const QPointF to = toB - toA;
    const double square = QPointF::dotProduct(from, from);
    if (square < 1e-9 || QPointF::dotProduct(to, to) < 1e-9) return std::nullopt;
    // Complex quotient to / from: scale and rotation in one.
    const double real = QPointF::dotProduct(from, to) / square;
    const double imaginary = (from.x() * to.y() - from.y() * to.x()) / square;
    const double dx = toA.x() - (real * fromA.x() - imaginary * fromA.y());
    const double dy = toA.y() - (imaginary * fromA.x() + real * fromA.y());
    return QTransform(real, imaginary, -imaginary, real, dx, dy);
}

std::optional<QTransform> rigidFit(std::span<const QPointF> from, std::span<const QPointF> to) {
    if (from.size() != to.size() || from.size() < 2) return std::nullopt;
    QPointF fromMean, toMean;
    for (std::size_t i = 0; i < from.size(); ++i) {
        fromMean += from[i];
        toMean += to[i];
    }
    fromMean /= double(from.size());
    toMean /= double(to.size());
    double cosine = 0, sine = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const QPointF a = from[i] - fromMean, b = to[i] - toMean;
        cosine += QPointF::dotProduct(a, b);
        sine += a.x() * b.y() - a.y() * b.x();
    }
    const double length = std::hypot(cosine, sine);
    if (length < 1e-9) return std::nullopt;
    cosine /= length;
    sine /= length;
    return QTransform(cosine, sine, -sine, cosine, toMean.x() - (cosine * fromMean.x() - sine * fromMean.y()),
                      toMean.y() - (sine * fromMean.x() + cosine * fromMean.y()));
}

void PairView::setSizes(QSizeF probe, QSizeF reference) {
    m_sizes = {probe, reference};
    m_alignment.reset();
    m_aligned = false;
    fit();
}

void PairView::setPanel(QSizeF panel) {
    if (panel.isEmpty() || panel == m_panel) return;
    const double ratio =
        std::min(panel.width(), panel.height()) / std::min(m_panel.width(), m_panel.height());
    m_panel = panel;
    for (auto& transform : m_toPanel)
        transform *= QTransform::fromScale(ratio, ratio);
}

void PairView::setAlignment(std::optional<QTransform> alignment, bool use) {
    m_alignment = alignment;
    setAligned(use);
}

void PairView::offerAlignment(std::optional<QTransform> alignment) {
    m_alignment = alignment;
    m_aligned = m_aligned && alignment;
}

double PairView::relativeAngle() const {
    return std::remainder(angle(Side::Reference) - angle(Side::Probe), 360.0);
}
double PairView::zoom(Side side) const {
    return scaleOf(toPanel(side));
}
double PairView::angle(Side side) const {
    return degreesOf(toPanel(side));
}

void PairView::setAligned(bool aligned) {
    m_aligned = aligned && m_alignment;
    placeReference();
}

void PairView::placeReference() {
    if (m_aligned)
        m_toPanel[1] = *m_alignment * m_toPanel[0];
    else
        m_toPanel[1] = fitted(Side::Reference);
}

QTransform PairView::fitted(Side side) const {
    const QSizeF size = m_sizes[std::size_t(side)];
    if (size.isEmpty()) return {};
    const double scale = 0.96 * std::min(m_panel.width() / size.width(), m_panel.height() / size.height());
    return QTransform::fromTranslate(-size.width() / 2, -size.height() / 2) *
           QTransform::fromScale(scale, scale);
}

void PairView::fit() {
    m_toPanel[0] = fitted(Side::Probe);
    placeReference();
}

void PairView::apply(Side side, const QTransform& change) {
    for (const Side each : {Side::Probe, Side::Reference}) {
        if (each != side && !m_linked) continue;
        auto& transform = m_toPanel[std::size_t(each)];
        const double scale = scaleOf(transform * change);
        if (scale < kLeastZoom || scale > kMostZoom) return;
    }
    for (const Side each : {Side::Probe, Side::Reference})
        if (each == side || m_linked) m_toPanel[std::size_t(each)] *= change;
    if (!m_linked) m_aligned = false;
}

void PairView::zoomAt(Side side, QPointF inPanel, double factor) {
    apply(side, QTransform::fromTranslate(-inPanel.x(), -inPanel.y()) *
                    QTransform::fromScale(factor, factor) *
                    QTransform::fromTranslate(inPanel.x(), inPanel.y()));
}

void PairView::pan(Side side, QPointF by) {
    apply(side, QTransform::fromTranslate(by.x(), by.y()));
}

void PairView::rotate(Side side, QPointF inPanel, double degrees) {
    apply(side, QTransform::fromTranslate(-inPanel.x(), -inPanel.y()) * QTransform().rotate(degrees) *
                    QTransform::fromTranslate(inPanel.x(), inPanel.y()));
}

void PairView::setZoom(double target) {
    const bool linked = std::exchange(m_linked, true);
    const bool aligned = m_aligned;
    zoomAt(Side::Probe, {}, target / zoom());
    m_linked = linked;
    m_aligned = aligned;
}

void PairView::centreOn(Side side, QPointF inImage) {
    pan(side, -toPanel(side).map(inImage));
}

}  // namespace cotejo::compare
