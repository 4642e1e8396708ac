#include "ui/widgets/choices/stepper.h"

#include <QPainter>

#include "ui/widgets/style/icon.h"

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

QString Stepper::ordinal() const {
    //: Where one is in a procedure: step 2 of 5
    return tr("%1 of %2").arg(std::min<qsizetype>(m_current + 1, m_steps.size())).arg(m_steps.size());
}

int Stepper::widthOf(Form form) const {
    const QFontMetrics strong(fontFor(true));
    const QString now = m_steps.value(std::min<qsizetype>(m_current, m_steps.size() - 1));
    if (form == Form::Current) return 4 + strong.horizontalAdvance(ordinal()) + kGap + strong.horizontalAdvance(now);
    const auto links = std::max<qsizetype>(0, m_steps.size() - 1);
    int width = 4 + int(m_steps.size()) * kDisc + int(links) * ((form == Form::Whole ? kLink : kLinkMin) + 2 * kAround);
    if (form == Form::Numbers) return width + (m_current < m_steps.size() ? kGap + strong.horizontalAdvance(now) : 0);
    for (const QString& each : m_steps) width += kGap + strong.horizontalAdvance(each);
    return width;
}

QSize Stepper::sizeHint() const { return {widthOf(Form::Whole), 28}; }
QSize Stepper::minimumSizeHint() const { return {std::min(widthOf(Form::Current), 140), 28}; }

void Stepper::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Where room is short only the current step keeps its name; then it stands alone. The tooltip says all.
    const bool tight = width() < widthOf(Form::Whole);
    double x = 2;
    const double mid = height() / 2.0;
    if (tight && width() < widthOf(Form::Numbers)) {
        painter.setFont(fontFor(true));
        painter.setPen(t.accent);
        const int number = QFontMetrics(painter.font()).horizontalAdvance(ordinal());
        painter.drawText(QRectF(x, 0, number + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, ordinal());
        x += number + kGap;
        painter.setPen(t.t1);
        const QString now = m_steps.value(std::min<qsizetype>(m_current, m_steps.size() - 1));
        const QString shown = QFontMetrics(painter.font()).elidedText(now, Qt::ElideRight, int(width() - x));
        painter.drawText(QRectF(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
        return;
    }
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
