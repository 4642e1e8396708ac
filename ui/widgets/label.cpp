#include "ui/widgets/label.h"

#include <QEvent>
#include <QPainter>

#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

QColor inkOf(const Tokens& t, Ink ink) {
    switch (ink) {
    case Ink::T1: return t.t1;
    case Ink::T2: return t.t2;
    case Ink::T3: return t.t3;
    case Ink::Accent: return t.accent;
    case Ink::Ok: return t.ok;
    case Ink::Warn: return t.warn;
    case Ink::Bad: return t.bad;
    case Ink::Protect: return t.protect;
    case Ink::OnAccent: return t.onAccent;
    }
    return t.t1;
}

Label::Label(TextRole role, Ink ink, Weight weight, QWidget* parent)
    : QLabel(parent), m_role(role), m_ink(ink), m_weight(weight) {
    setTextFormat(Qt::PlainText);
    apply();
}

Label::Label(const QString& text, TextRole role, Ink ink, Weight weight, QWidget* parent) : Label(role, ink, weight, parent) {
    setText(text);
}

void Label::setInk(Ink ink) {
    if (ink == m_ink) return;
    m_ink = ink;
    apply();
}

void Label::setRole(TextRole role, Weight weight) {
    m_role = role, m_weight = weight;
    apply();
}

void Label::apply() {
    m_applying = true;
    setFont(fontOf(m_role, m_weight));
    QPalette p = palette();
    const QColor color = inkOf(tokensOf(this), m_ink);
    p.setColor(QPalette::WindowText, color);
    p.setColor(QPalette::Text, color);
    p.setColor(QPalette::Link, tokensOf(this).accent);
    setPalette(p);
    m_applying = false;
}

void Label::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !m_applying) apply();
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(font());
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
    const QString tip = shown == text() ? QString() : text();
    if (toolTip() != tip) setToolTip(tip);
}

IconLabel::IconLabel(const QString& name, Ink ink, int side, QWidget* parent)
    : QWidget(parent), m_name(name), m_ink(ink), m_side(side) {
    setFixedSize(side, side);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconLabel::setIcon(const QString& name, Ink ink) {
    m_name = name, m_ink = ink;
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawIcon(painter, m_name, rect(), inkOf(tokensOf(this), m_ink));
}

KeyHint::KeyHint(const QString& key, QWidget* parent) : QWidget(parent), m_key(key) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void KeyHint::setKey(const QString& key) {
    m_key = key;
    updateGeometry();
    update();
}

void KeyHint::setInk(Ink ink) {
    m_ink = ink;
    update();
}

QSize KeyHint::sizeHint() const {
    return {std::max(18, QFontMetrics(fontOf(TextRole::Caption, Weight::Medium)).horizontalAdvance(m_key) + 10), 18};
}

void KeyHint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    const QColor color = inkOf(t, m_ink);
    drawRounded(painter, rect(), 4, m_ink == Ink::T2 ? t.base : QColor(), m_ink == Ink::T2 ? t.line2 : color);
    painter.setFont(fontOf(TextRole::Caption, Weight::Medium));
    painter.setPen(color);
    painter.drawText(rect(), Qt::AlignCenter, m_key);
}

Line::Line(Qt::Orientation orientation, QWidget* parent) : QWidget(parent) {
    if (orientation == Qt::Horizontal) setFixedHeight(1);
    else setFixedWidth(1);
}

void Line::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokensOf(this).line); }

}  // namespace cotejo::widgets
