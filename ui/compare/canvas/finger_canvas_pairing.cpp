#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/compare/canvas/finger_canvas.h"

/// The examiner's own pairs of FingerCanvas.
namespace cotejo::compare {
namespace {

constexpr double kReach = 18;  ///< px of the screen between a click and a minutia

}  // namespace

void FingerCanvas::setEditable(bool editable) {
    m_editable = editable;
    if (editable) return;
    if (m_marking) setMarking(false);
    if (m_pairing) setPairing(false);
}

void FingerCanvas::setPairing(bool pairing) {
    pairing = pairing && m_editable && m_hasReference;
    if (pairing == m_pairing) {
        emit pairingChanged(m_pairing);
        return;
    }
    if (pairing && m_marking) setMarking(false);
    m_pairing = pairing;
    m_taken = -1;
    m_cursorSide = Side::Probe;
    m_cursor = pairing ? centralMinutia(m_cursorSide) : -1;
    setCursor(pairing ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit pairingChanged(pairing);
    describe();
    update();
}

void FingerCanvas::offerOwnFit() {
    if (m_alignment) return;  // the engine's stands
    std::vector<QPointF> from, to;
    for (const auto& pair : m_pairs) {
        if (!pair.own || pair.verdict == Verdict::Rejected) continue;
        from.push_back(m_prints[1].minutiae[std::size_t(pair.reference)].at);
        to.push_back(m_prints[0].minutiae[std::size_t(pair.probe)].at);
    }
    m_view.offerAlignment(rigidFit(from, to));
}

int FingerCanvas::minutiaAt(Side side, QPointF at) const {
    int best = -1;
    double nearest = kReach;
    const auto& minutiae = print(side).minutiae;
    for (int i = 0; i < int(minutiae.size()); ++i) {
        const QPointF away = toCanvas(side, minutiae[std::size_t(i)].at) - at;
        if (const double distance = std::hypot(away.x(), away.y()); distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

int FingerCanvas::centralMinutia(Side side) const {
    int best = -1;
    double nearest = 1e9;
    const auto& minutiae = print(side).minutiae;
    for (int i = 0; i < int(minutiae.size()); ++i) {
        const QPointF away = toCanvas(side, minutiae[std::size_t(i)].at) - panel(side).center();
        if (const double distance = std::hypot(away.x(), away.y()); distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

/// To the nearest minutia on this side that lies in the direction, more along it than across.
void FingerCanvas::moveCursor(QPointF direction) {
    const auto& minutiae = print(m_cursorSide).minutiae;
    if (m_cursor < 0 || m_cursor >= int(minutiae.size())) {
        m_cursor = centralMinutia(m_cursorSide);
    } else {
        const QPointF here = toCanvas(m_cursorSide, minutiae[std::size_t(m_cursor)].at);
        int best = -1;
        double least = 1e9;
        for (int i = 0; i < int(minutiae.size()); ++i) {
            const QPointF away = toCanvas(m_cursorSide, minutiae[std::size_t(i)].at) - here;
            const double along = QPointF::dotProduct(away, direction);
            const double across = std::abs(away.x() * direction.y() - away.y() * direction.x());
            if (along <= 0.5 || across > 2 * along) continue;
            if (const double cost = along + 1.5 * across; cost < least) {
                least = cost;
                best = i;
            }
        }
        if (best >= 0) m_cursor = best;
    }
    describe();
    update();
}

void FingerCanvas::takeMinutia(Side side, int minutia) {
    if (minutia < 0) return;
    if (m_taken < 0 || side != m_cursorSide) {
        // The first of the two, or another one instead of it.
        m_taken = minutia;
        m_cursorSide = other(side);
        m_cursor = centralMinutia(m_cursorSide);
        describe();
        update();
        return;
    }
    MinutiaPair made;
    made.own = true;
    made.verdict = Verdict::Agreed;
    made.probe = side == Side::Probe ? minutia : m_taken;
    made.reference = side == Side::Probe ? m_taken : minutia;
    // A minutia belongs to one of the examiner's pairs only.
    std::erase_if(m_pairs, [&](const auto& pair) {
        return pair.own && (pair.probe == made.probe || pair.reference == made.reference);
    });
    m_pairs.push_back(made);
    m_taken = -1;
    m_cursorSide = Side::Probe;
    m_cursor = made.probe;
    m_chosen = -1;
    m_shown = int(m_pairs.size());
    offerOwnFit();
    emit shownPairsChanged(m_shown);
    emit pairsEdited();
    emit viewChanged();
    choosePair(int(m_pairs.size()) - 1);
}

void FingerCanvas::removeChosenPair() {
    if (m_chosen < 0 || !m_editable || !m_pairs[std::size_t(m_chosen)].own) return;
    m_pairs.erase(m_pairs.begin() + m_chosen);
    m_chosen = -1;
    m_shown = std::min(m_shown, int(m_pairs.size()));
    offerOwnFit();
    emit shownPairsChanged(m_shown);
    emit pairsEdited();
    emit pairChosen(-1);
    emit viewChanged();
    describe();
    update();
}

bool FingerCanvas::pairingKey(int key) {
    switch (key) {
        case Qt::Key_Left:
            moveCursor({-1, 0});
            return true;
        case Qt::Key_Right:
            moveCursor({1, 0});
            return true;
        case Qt::Key_Up:
            moveCursor({0, -1});
            return true;
        case Qt::Key_Down:
            moveCursor({0, 1});
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            takeMinutia(m_cursorSide, m_cursor);
            return true;
        case Qt::Key_Backspace:
            if (m_taken < 0) return false;
            m_cursorSide = other(m_cursorSide);
            m_cursor = m_taken;
            m_taken = -1;
            describe();
            update();
            return true;
        default:
            return false;
    }
}

void FingerCanvas::paintPairing(QPainter& painter, Side side) {
    if (!m_pairing) return;
    const auto ring = [&](int index, QColor colour) {
        if (index < 0 || index >= int(print(side).minutiae.size())) return;
        QPainterPath circle;
        circle.addEllipse(toCanvas(side, print(side).minutiae[std::size_t(index)].at), 12, 12);
        strokeCased(painter, circle, colour, 2.4, canvasTokens().faceMarkDisc);
    };
    if (m_taken >= 0 && side != m_cursorSide) ring(m_taken, canvasTokens().chosen);
    if (side == m_cursorSide && hasFocus()) ring(m_cursor, canvasTokens().cursor);
}

}  // namespace cotejo::compare
