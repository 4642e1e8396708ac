#include "ui/compare/canvas/finger_canvas.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace cotejo::compare {
namespace {

constexpr double kPanStep = 24;

int slotOf(Side side, FingerLayer layer) {
    return int(side) + 2 * int(layer);
}

}  // namespace

FingerCanvas::FingerCanvas(QWidget* parent) : QWidget(parent) {
    setObjectName("fingerCanvas");
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_loader, &PyramidLoader::ready, this, &FingerCanvas::readied);
    describe();
}

void FingerCanvas::setPrints(const FingerImage& probe, const std::optional<FingerImage>& reference) {
    m_prints = {probe, reference.value_or(FingerImage{})};
    m_hasReference = reference.has_value();
    m_pairs.clear();
    m_examiner.clear();
    m_alignment.reset();
    m_shown = 0;
    m_chosen = -1;
    m_taken = m_cursor = -1;
    m_images.clear();
    for (auto& layer : m_layers)
        layer.forget();
    const bool linked = m_view.isLinked();
    m_view.setSizes(QSizeF(probe.original.size()), QSizeF(m_prints[1].original.size()));
    m_view.setLinked(linked);
    if (!hasLayer(m_layer)) m_layer = FingerLayer::Original;
    requestLayer(FingerLayer::Original);
    requestLayer(m_layer);
    relayout();
    describe();
}

void FingerCanvas::requestLayer(FingerLayer layer) {
    for (const Side side : {Side::Probe, Side::Reference}) {
        const auto& from = print(side);
        const QImage& source = layer == FingerLayer::Original   ? from.original
                               : layer == FingerLayer::Enhanced ? from.enhanced
                                                                : from.skeleton;
        const int slot = slotOf(side, layer);
        if (!source.isNull() && !m_images.contains(slot)) m_loader.load(slot, source);
    }
}

void FingerCanvas::readied(int slot, const PyramidPtr& image) {
    m_images[slot] = image;
    update();
}

bool FingerCanvas::hasLayer(FingerLayer layer) const {
    const auto& probe = m_prints[0];
    switch (layer) {
        case FingerLayer::Original:
            return !probe.original.isNull();
        case FingerLayer::Enhanced:
            return !probe.enhanced.isNull();
        case FingerLayer::Skeleton:
            return !probe.skeleton.isNull();
    }
    return false;
}

const PyramidPtr& FingerCanvas::image(Side side, FingerLayer layer) const {
    static const PyramidPtr none;
    const auto found = m_images.find(slotOf(side, layer));
    if (found != m_images.end() && found->second) return found->second;
    const auto original = m_images.find(slotOf(side, FingerLayer::Original));
    return original != m_images.end() ? original->second : none;
}

void FingerCanvas::setPairs(std::vector<MinutiaPair> pairs, std::optional<QTransform> alignment) {
    const auto fits = [&](const MinutiaPair& pair) {
        return pair.probe >= 0 && pair.reference >= 0 && pair.probe < int(m_prints[0].minutiae.size()) &&
               pair.reference < int(m_prints[1].minutiae.size());
    };
    std::erase_if(pairs, [&](const MinutiaPair& pair) { return !fits(pair); });
    m_pairs = std::move(pairs);
    m_alignment = alignment;
    if (alignment)
        m_view.setAlignment(alignment, true);
    else
        offerOwnFit();
    m_chosen = -1;
    setShownPairs(int(m_pairs.size()));
    relayout();
    describe();
}

void FingerCanvas::setVerdict(int pair, Verdict verdict) {
    if (pair < 0 || pair >= int(m_pairs.size())) return;
    m_pairs[std::size_t(pair)].verdict = verdict;
    update();
}

void FingerCanvas::setExaminerMarks(std::vector<ExaminerMark> marks) {
    m_examiner = std::move(marks);
    update();
}

void FingerCanvas::setLayer(FingerLayer layer) {
    if (layer == m_layer || !hasLayer(layer)) return;
    m_layer = layer;
    requestLayer(layer);
    if (m_chosen >= 0) requestLayer(loupeLayer());
    emit layerChanged(layer);
    describe();
    update();
}

void FingerCanvas::setQualityShown(bool shown) {
    m_quality = shown;
    update();
}

void FingerCanvas::setShownPairs(int count) {
    count = std::clamp(count, 0, int(m_pairs.size()));
    if (count == m_shown) return;
    m_shown = count;
    emit shownPairsChanged(count);
    update();
}

void FingerCanvas::setLines(PairLines lines) {
    m_lines = lines;
    update();
}

void FingerCanvas::choosePair(int pair) {
    pair = pair >= 0 && pair < int(m_pairs.size()) ? pair : -1;
    if (pair == m_chosen) return;
    m_chosen = pair;
    if (pair >= m_shown) setShownPairs(pair + 1);
    if (pair >= 0) requestLayer(loupeLayer());
    emit pairChosen(pair);
    describe();
    update();
}

void FingerCanvas::setLinked(bool linked) {
    m_view.setLinked(linked);
    emit viewChanged();
}

void FingerCanvas::setAligned(bool aligned) {
    m_view.setAligned(aligned);
    emit viewChanged();
    update();
}

void FingerCanvas::setMarking(bool marking, ExaminerMark::Kind kind) {
    m_markKind = kind;
    m_marking = marking && m_editable;
    if (m_marking) setPairing(false);
    marking = m_marking;
    setCursor(marking ? Qt::CrossCursor : Qt::ArrowCursor);
    emit markingChanged(marking);
    update();
}

void FingerCanvas::setOwnMarksOnly(bool only) {
    m_ownOnly = only;
    update();
}

void FingerCanvas::zoomBy(double factor) {
    const Side side = sideAt(m_pointer);
    m_view.zoomAt(side, {}, factor);
    emit viewChanged();
    update();
}

void FingerCanvas::rotateBy(double degrees) {
    m_view.rotate(sideAt(m_pointer), {}, degrees);
    emit viewChanged();
    update();
}

void FingerCanvas::fit() {
    m_view.fit();
    emit viewChanged();
    update();
}

void FingerCanvas::relayout() {
    m_view.setPanel(panel(Side::Probe).size());
    emit viewChanged();
    update();
}

void FingerCanvas::resizeEvent(QResizeEvent*) {
    relayout();
}

QRectF FingerCanvas::panel(Side side) const {
    const QRectF all(rect());
    if (!m_hasReference) return all;
    const qreal half = std::floor(all.width() / 2);
    return side == Side::Probe ? QRectF(0, 0, half, all.height())
                               : QRectF(all.width() - half, 0, half, all.height());
}

Side FingerCanvas::sideAt(QPointF at) const {
    return m_hasReference && at.x() >= rect().center().x() ? Side::Reference : Side::Probe;
}

QPointF FingerCanvas::toCanvas(Side side, QPointF inImage) const {
    return panel(side).center() + m_view.toPanel(side).map(inImage);
}

void FingerCanvas::wheelEvent(QWheelEvent* event) {
    const Side side = sideAt(event->position());
    m_view.zoomAt(side, event->position() - panel(side).center(), std::pow(1.0015, event->angleDelta().y()));
    event->accept();
    emit viewChanged();
    update();
}

void FingerCanvas::mousePressEvent(QMouseEvent* event) {
    m_drag = event->position();
    m_dragged = false;
}

void FingerCanvas::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    if (!m_drag) return;
    const QPointF by = event->position() - *m_drag;
    if (!m_dragged && by.manhattanLength() <= 3) return;
    m_dragged = true;
    m_view.pan(sideAt(*m_drag), by);
    m_drag = event->position();
    emit viewChanged();
    update();
}

void FingerCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragged && event->button() == Qt::LeftButton) {
        if (m_marking)
            place(event->position());
        else if (m_pairing)
            takeMinutia(sideAt(event->position()), minutiaAt(sideAt(event->position()), event->position()));
        else if (const int pair = pairAt(event->position()); pair >= 0)
            choosePair(pair);
    }
    m_drag.reset();
}

int FingerCanvas::pairAt(QPointF at) const {
    int best = -1;
    double nearest = 16;
    for (int i = 0; i < m_shown; ++i) {
        const auto& pair = m_pairs[std::size_t(i)];
        for (const Side side : {Side::Probe, Side::Reference}) {
            const auto& minutia =
                print(side).minutiae[std::size_t(side == Side::Probe ? pair.probe : pair.reference)];
            const QPointF away = toCanvas(side, minutia.at) - at;
            const double distance = std::hypot(away.x(), away.y());
            if (distance < nearest && isShown(pair)) {
                nearest = distance;
                best = i;
            }
        }
    }
    return best;
}

void FingerCanvas::place(QPointF at) {
    const Side side = sideAt(at);
    placeMark(side, m_view.toImage(side, at - panel(side).center()));
}

void FingerCanvas::placeMark(Side side, QPointF inImage) {
    if (!QRectF(QPointF(), QSizeF(print(side).original.size())).contains(inImage)) return;
    m_examiner.push_back({m_markKind, side, inImage, {}});
    emit examinerMarksChanged();
    update();
}

void FingerCanvas::step(int by) {
    int next = m_chosen;
    do {
        next += by;
        if (next < 0 || next >= m_shown) return;
    } while (!isShown(m_pairs[std::size_t(next)]));
    choosePair(next);
}

void FingerCanvas::judge(Verdict verdict) {
    // Who holds a pair of their own for none takes it back.
    if (m_chosen < 0 || !m_editable || !m_pairs[std::size_t(m_chosen)].own) return;
    setVerdict(m_chosen, verdict);
    emit verdictGiven(m_chosen, verdict);
}

bool FingerCanvas::event(QEvent* event) {
    // Esc first leaves what the canvas is in; only then may it leave the page.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        (m_marking || m_pairing || m_chosen >= 0))
        event->accept();
    return QWidget::event(event);
}

void FingerCanvas::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    const auto pan = [&](double dx, double dy) {
        m_view.pan(sideAt(m_pointer), {dx, dy});
        emit viewChanged();
        update();
    };
    if (m_pairing && !control && pairingKey(event->key())) return;
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            control ? zoomBy(1.2) : setShownPairs(m_shown + 1);
            return;
        case Qt::Key_Minus:
            control ? zoomBy(1 / 1.2) : setShownPairs(m_shown - 1);
            return;
        case Qt::Key_0:
            fit();
            return;
        case Qt::Key_Up:
            control ? pan(0, kPanStep) : step(-1);
            return;
        case Qt::Key_Down:
            control ? pan(0, -kPanStep) : step(1);
            return;
        case Qt::Key_Left:
            pan(kPanStep, 0);
            return;
        case Qt::Key_Right:
            pan(-kPanStep, 0);
            return;
        case Qt::Key_A:
            judge(Verdict::Agreed);
            return;
        case Qt::Key_Q:
            judge(Verdict::Doubtful);
            return;
        case Qt::Key_R:
            rotateBy(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return;
        case Qt::Key_L:
            setLinked(!m_view.isLinked());
            return;
        case Qt::Key_T:
            for (int i = 1; i <= 3; ++i) {
                const auto next = FingerLayer((int(m_layer) + i) % 3);
                if (!hasLayer(next)) continue;
                setLayer(next);
                break;
            }
            return;
        case Qt::Key_E:
            setPairing(!m_pairing);
            return;
        case Qt::Key_M:
            setMarking(!m_marking, ExaminerMark::Kind::Minutia);
            return;
        case Qt::Key_N:
            setMarking(true, ExaminerMark::Kind::Core);
            return;
        case Qt::Key_D:
            setMarking(true, ExaminerMark::Kind::Delta);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_marking) place(m_pointer.isNull() ? panel(Side::Probe).center() : m_pointer);
            return;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            if (!m_editable) return;
            if (m_chosen >= 0) {
                removeChosenPair();
            } else if (!m_examiner.empty()) {
                m_examiner.pop_back();
                emit examinerMarksChanged();
                update();
            }
            return;
        case Qt::Key_Escape:
            if (m_marking)
                setMarking(false);
            else if (m_pairing)
                setPairing(false);
            else if (m_chosen >= 0)
                choosePair(-1);
            else
                event->ignore();
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void FingerCanvas::describe() {
    setAccessibleName(tr("Fingerprint comparison"));
    QString text = m_hasReference ? tr("%1 and %2, %n pair(s), listed in the table of pairs.", nullptr,
                                       int(m_pairs.size()))
                                        .arg(m_prints[0].title, m_prints[1].title)
                                  : tr("%1 alone, %n minutia(e).", nullptr, int(m_prints[0].minutiae.size()))
                                        .arg(m_prints[0].title);
    if (m_chosen >= 0) text += QLatin1Char(' ') + tr("Pair %1 is chosen.").arg(m_chosen + 1);
    if (m_pairing) {
        text += QLatin1Char(' ') + (m_cursorSide == Side::Probe ? tr("Pairing: choose a minutia of the probe.")
                                                                : tr("Pairing: choose a minutia of the reference."));
        if (m_cursor >= 0) {
            const auto& minutia = print(m_cursorSide).minutiae[std::size_t(m_cursor)];
            const QString kind = minutia.kind == Glyph::Ending        ? tr("ending")
                                 : minutia.kind == Glyph::Bifurcation ? tr("bifurcation")
                                                                      : tr("other kind");
            text += QLatin1Char(' ') + tr("Number %1, %2, %3 degrees.").arg(m_cursor + 1).arg(kind).arg(std::lround(minutia.angle));
        }
    }
    setAccessibleDescription(text);
}

}  // namespace cotejo::compare
