#include "ui/compare/canvas/face_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace cotejo::compare {
namespace {

constexpr qreal kGap = 16;
constexpr double kKeyStep = 24;

}  // namespace

FaceCanvas::FaceCanvas(QWidget* parent) : QWidget(parent) {
    setObjectName("faceCanvas");
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_blink.setInterval(250);
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_blinkReference = !m_blinkReference;
        update();
    });
    connect(&m_loader, &PyramidLoader::ready, this, &FaceCanvas::readied);
    describe();
}

void FaceCanvas::setProbe(const FaceImage& face) {
    m_faces[0] = face;
    m_loader.load(0, face.image);
}

void FaceCanvas::setReference(const std::optional<FaceImage>& face) {
    m_hasReference = face.has_value();
    m_faces[1] = face.value_or(FaceImage{});
    m_images[1].reset();
    m_layers[1].forget();
    m_lights[1] = {};
    m_loader.load(1, m_faces[1].image);
    relayout();
}

void FaceCanvas::readied(int slot, const PyramidPtr& image) {
    m_images[std::size_t(slot)] = image;
    const bool keepsView = slot == 1 && m_images[0];
    const QTransform probe = m_view.toPanel(Side::Probe);
    const QSizeF none(0, 0);
    const bool linked = m_view.isLinked();
    if (!keepsView || probe.isIdentity()) {
        m_view.setSizes(m_images[0] ? QSizeF(m_images[0]->size()) : none,
                        m_images[1] ? QSizeF(m_images[1]->size()) : none);
    } else {
        // The next candidate comes into the view the examiner has set on the probe.
        const double zoom = m_view.zoom();
        m_view.setSizes(QSizeF(m_images[0]->size()), m_images[1] ? QSizeF(m_images[1]->size()) : none);
        if (zoom > 0) m_view.setZoom(zoom);
    }
    m_view.setLinked(linked);
    updateAlignment();
    relayout();
    describe();
}

void FaceCanvas::updateAlignment() {
    std::optional<QTransform> alignment;
    if (m_faces[0].eyes && m_faces[1].eyes)
        alignment = throughTwoPoints(m_faces[1].eyes->first, m_faces[1].eyes->second, m_faces[0].eyes->first,
                                     m_faces[0].eyes->second);
    m_view.setAlignment(alignment, m_wantsEyes);
}

void FaceCanvas::relayout() {
    m_view.setPanel(panel(Side::Probe).size());
    emit viewChanged();
    update();
}

QRectF FaceCanvas::panel(Side side) const {
    const QRectF all(rect());
    if (!isSplit()) return all;
    const qreal width = std::floor((all.width() - kGap) / 2);
    return side == Side::Probe ? QRectF(0, 0, width, all.height())
                               : QRectF(all.width() - width, 0, width, all.height());
}

Side FaceCanvas::sideAt(QPointF at) const {
    if (isSplit()) return at.x() < rect().center().x() ? Side::Probe : Side::Reference;
    if (!m_hasReference) return Side::Probe;
    if (m_mode == FaceMode::Swipe) return at.x() < m_swipe * width() ? Side::Probe : Side::Reference;
    if (m_mode == FaceMode::Blink) return m_blinkReference ? Side::Reference : Side::Probe;
    // Overlay and difference move the reference over the probe when the views are not linked.
    return Side::Reference;
}

void FaceCanvas::setMode(FaceMode mode) {
    if (mode == m_mode) return;
    m_mode = mode;
    m_blinkReference = false;
    if (mode == FaceMode::Blink)
        m_blink.start();
    else
        m_blink.stop();
    relayout();
    describe();
    emit modeChanged(mode);
}

void FaceCanvas::setLinked(bool linked) {
    m_view.setLinked(linked);
    emit viewChanged();
}

void FaceCanvas::setEyesAligned(bool aligned) {
    m_wantsEyes = aligned;
    m_view.setAligned(aligned);
    emit viewChanged();
    update();
}

void FaceCanvas::setLandmarksShown(bool shown) {
    m_landmarks = shown;
    emit viewChanged();
    update();
}

void FaceCanvas::setLight(Side side, Light light) {
    if (m_lights[std::size_t(side)] == light) return;
    m_lights[std::size_t(side)] = light;
    emit lightChanged(side, light);
    update();
}

void FaceCanvas::setOpacity(double opacity) {
    m_opacity = std::clamp(opacity, 0.0, 1.0);
    update();
}

void FaceCanvas::setSwipe(double position) {
    m_swipe = std::clamp(position, 0.0, 1.0);
    update();
}

void FaceCanvas::setBlinkRate(double hertz) {
    m_blink.setInterval(int(500.0 / std::clamp(hertz, 0.5, 3.0)));
}

void FaceCanvas::setEditable(bool editable) {
    m_editable = editable;
    if (!editable && m_marking) setMarking(false);
}

void FaceCanvas::setMarking(bool marking) {
    marking = marking && m_editable;
    if (marking == m_marking) return;
    m_marking = marking;
    setCursor(marking ? Qt::CrossCursor : Qt::ArrowCursor);
    emit markingChanged(marking);
}

void FaceCanvas::setMarks(std::vector<FaceMark> marks) {
    m_marks = std::move(marks);
    update();
}

void FaceCanvas::zoomBy(double factor) {
    m_view.zoomAt(m_cursorSide, m_cursor.value_or(QPointF()), factor);
    emit viewChanged();
    update();
}

void FaceCanvas::rotateBy(double degrees) {
    m_view.rotate(m_cursorSide, {}, degrees);
    emit viewChanged();
    update();
}

void FaceCanvas::fit() {
    m_view.fit();
    emit viewChanged();
    update();
}

void FaceCanvas::resizeEvent(QResizeEvent*) {
    relayout();
}

void FaceCanvas::wheelEvent(QWheelEvent* event) {
    const Side side = sideAt(event->position());
    m_view.zoomAt(side, fromCentre(side, event->position()), std::pow(1.0015, event->angleDelta().y()));
    event->accept();
    emit viewChanged();
    update();
}

void FaceCanvas::mousePressEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    m_dragsSwipe = m_mode == FaceMode::Swipe && m_hasReference && std::abs(at.x() - m_swipe * width()) < 14;
    m_drag = at;
    m_dragged = false;
}

void FaceCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    const Side side = sideAt(at);
    m_cursor = fromCentre(side, at);
    m_cursorSide = side;
    if (m_drag) {
        const QPointF by = at - *m_drag;
        if (m_dragged || by.manhattanLength() > 3) {
            m_dragged = true;
            if (m_dragsSwipe)
                setSwipe(at.x() / width());
            else
                m_view.pan(sideAt(*m_drag), by);
            m_drag = at;
            emit viewChanged();
        }
    }
    update();
}

void FaceCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragged && m_marking && event->button() == Qt::LeftButton) place(event->position());
    m_drag.reset();
    m_dragsSwipe = false;
}

void FaceCanvas::leaveEvent(QEvent*) {
    m_cursor.reset();
    update();
}

void FaceCanvas::place(QPointF at) {
    const Side side = sideAt(at);
    if (!m_images[std::size_t(side)]) return;
    const QPointF point = m_view.toImage(side, fromCentre(side, at));
    if (!QRectF(QPointF(), QSizeF(m_images[std::size_t(side)]->size())).contains(point)) return;
    // The newest mark that lacks this side takes the point; else a new one begins.
    for (auto& mark : m_marks) {
        auto& slot = side == Side::Probe ? mark.probe : mark.reference;
        if (slot) continue;
        slot = point;
        emit marksChanged();
        update();
        return;
    }
    FaceMark mark;
    for (const auto& each : m_marks)
        mark.number = std::max(mark.number, each.number);
    ++mark.number;
    (side == Side::Probe ? mark.probe : mark.reference) = point;
    m_marks.push_back(mark);
    emit marksChanged();
    update();
}

bool FaceCanvas::event(QEvent* event) {
    // Esc first leaves what the canvas is in; only then may it leave the page.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        (m_marking || m_mode != FaceMode::SideBySide))
        event->accept();
    return QWidget::event(event);
}

void FaceCanvas::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const auto pan = [&](double dx, double dy) {
        m_view.pan(m_cursorSide, {dx, dy});
        emit viewChanged();
        update();
    };
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomBy(1.2);
            return;
        case Qt::Key_Minus:
            zoomBy(1 / 1.2);
            return;
        case Qt::Key_0:
            fit();
            return;
        case Qt::Key_R:
            rotateBy(shift ? -1 : 1);
            return;
        case Qt::Key_L:
            setLinked(!m_view.isLinked());
            return;
        case Qt::Key_E:
            setEyesAligned(!m_view.isAligned());
            return;
        case Qt::Key_P:
            setLandmarksShown(!m_landmarks);
            return;
        case Qt::Key_B:
            setMode(m_mode == FaceMode::Blink ? FaceMode::SideBySide : FaceMode::Blink);
            return;
        case Qt::Key_S:
            setMode(m_mode == FaceMode::Swipe ? FaceMode::SideBySide : FaceMode::Swipe);
            return;
        case Qt::Key_O:
            setMode(m_mode == FaceMode::Overlay ? FaceMode::SideBySide : FaceMode::Overlay);
            return;
        case Qt::Key_D:
            setMode(m_mode == FaceMode::Difference ? FaceMode::SideBySide : FaceMode::Difference);
            return;
        case Qt::Key_M:
            setMarking(!m_marking);
            return;
        case Qt::Key_Escape:
            if (m_marking)
                setMarking(false);
            else if (m_mode != FaceMode::SideBySide)
                setMode(FaceMode::SideBySide);
            else
                event->ignore();
            return;
        case Qt::Key_PageDown:
            emit nextCandidateRequested();
            return;
        case Qt::Key_PageUp:
            emit previousCandidateRequested();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_marking) place(panel(m_cursorSide).center() + m_cursor.value_or(QPointF()));
            return;
        case Qt::Key_Left:
            if (m_mode == FaceMode::Swipe && !shift)
                setSwipe(m_swipe - 0.02);
            else
                pan(kKeyStep, 0);
            return;
        case Qt::Key_Right:
            if (m_mode == FaceMode::Swipe && !shift)
                setSwipe(m_swipe + 0.02);
            else
                pan(-kKeyStep, 0);
            return;
        case Qt::Key_Up:
            pan(0, kKeyStep);
            return;
        case Qt::Key_Down:
            pan(0, -kKeyStep);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void FaceCanvas::describe() {
    setAccessibleName(tr("Face comparison"));
    QString mode;
    switch (m_mode) {
        case FaceMode::SideBySide:
            mode = tr("side by side");
            break;
        case FaceMode::Overlay:
            mode = tr("overlay");
            break;
        case FaceMode::Swipe:
            mode = tr("swipe");
            break;
        case FaceMode::Blink:
            mode = tr("blink");
            break;
        case FaceMode::Difference:
            mode = tr("difference");
            break;
    }
    setAccessibleDescription(
        m_hasReference
            ? tr("%1 %2 and %3 %4, %5. Wheel or plus and minus zoom, arrows pan, R rotates.")
                  .arg(m_faces[0].title, m_faces[0].detail, m_faces[1].title, m_faces[1].detail, mode)
            : tr("%1 %2 alone. Wheel or plus and minus zoom, arrows pan, R rotates.")
                  .arg(m_faces[0].title, m_faces[0].detail));
}

}  // namespace cotejo::compare
