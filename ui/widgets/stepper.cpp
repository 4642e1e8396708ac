#include "ui/widgets/stepper.h"

#include <QPainter>

#include "ui/widgets/icon.h"

namespace cotejo::widgets {

namespace {
constexpr int kDisc = 20, kGap = 7, kLink = 26, kLinkMin = 10, kAround = 8;
QFont fontFor(bool current) { return fontOf(TextRole::Secondary, current ? Weight::SemiBold : Weight::Regular); }
}  // namespace

Stepper::Stepper(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void Stepper::setSteps(const QStringList& steps, int current) {
    m_steps = steps, m_current = current;
    QStringList words;
    for (int i = 0; i < steps.size(); ++i) {
        //: A step of a procedure for screen readers: its number, its name
        words << (i < current ? tr("%1. %2, done").arg(i + 1).arg(steps[i])
                              : i == current ? tr("%1. %2, current").arg(i + 1).arg(steps[i])
                                             : tr("%1. %2").arg(i + 1).arg(steps[i]));
    }
    setAccessibleName(words.join(QStringLiteral("; ")));
    setToolTip(words.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize Stepper::sizeHint() const {
    int width = 0;
    for (int i = 0; i < m_steps.size(); ++i)
        width += kDisc + kGap + QFontMetrics(fontFor(true)).horizontalAdvance(m_steps[i]) + (i > 0 ? kLink + 2 * kAround : 0);
    return {width + 4, 28};
}

QSize Stepper::minimumSizeHint() const {
    return {static_cast<int>(m_steps.size()) * (kDisc + kLinkMin + 8), 28};
}

void Stepper::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Where room is short only the current step keeps its name; the others keep their number, and the tooltip says all.
    const bool tight = width() < sizeHint().width();
    double x = 2;
    const double mid = height() / 2.0;
    for (int i = 0; i < m_steps.size(); ++i) {
        const bool done = i < m_current, current = i == m_current;
        if (i > 0) {
            const double link = tight ? kLinkMin : kLink;
            painter.setPen(QPen(i <= m_current ? t.ok : t.line2, 2));
            painter.drawLine(QPointF(x + kAround, mid), QPointF(x + kAround + link, mid));
            x += link + 2 * kAround;
        }
        const QRectF disc(x, mid - kDisc / 2.0, kDisc, kDisc);
        painter.setBrush(done ? QBrush(t.ok) : current ? QBrush(t.base) : QBrush(Qt::NoBrush));
        painter.setPen(done ? QPen(Qt::NoPen) : QPen(current ? t.accent : t.ctl, current ? 2 : 1));
        if (current) {
            painter.save();
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.sel2);
            painter.drawEllipse(disc.adjusted(-2, -2, 2, 2));
            painter.restore();
        }
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
        if (done) {
            drawIcon(painter, QStringLiteral("check"), disc.adjusted(4, 4, -4, -4), t.dark() ? t.onAccent : t.base);
        } else {
            painter.setFont(fontOf(TextRole::Caption, Weight::SemiBold));
            painter.setPen(current ? t.accent : t.t2);
            painter.drawText(disc, Qt::AlignCenter, QString::number(i + 1));
        }
        x += kDisc;
        if (!tight || current) {
            painter.setFont(fontFor(current));
            painter.setPen(current ? t.t1 : t.t2);
            const int textWidth = QFontMetrics(fontFor(current)).horizontalAdvance(m_steps[i]);
            painter.drawText(QRectF(x + kGap, 0, textWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, m_steps[i]);
            x += kGap + textWidth;
        }
    }
}

}  // namespace cotejo::widgets
