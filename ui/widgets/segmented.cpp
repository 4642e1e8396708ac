#include "ui/widgets/segmented.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include "ui/widgets/icon.h"
#include "ui/widgets/style.h"

namespace cotejo::widgets {

namespace {

class SegmentButton final : public QAbstractButton {
  public:
    SegmentButton(QString iconName, const QString& text, QWidget* parent) : QAbstractButton(parent), m_icon(std::move(iconName)) {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setFont(fontOf(TextRole::Secondary));
    }

    bool first = false, last = false, scale = false;

    QSize sizeHint() const override {
        const QFontMetrics metrics(fontOf(TextRole::Secondary, Weight::SemiBold));
        if (scale) {
            int widest = 0;
            for (const QString& word : text().split(QLatin1Char('\n'))) widest = std::max(widest, metrics.horizontalAdvance(word));
            return {widest + 14, 36};
        }
        return {metrics.horizontalAdvance(text()) + 22 + (m_icon.isEmpty() ? 0 : metric::kIcon + 6), 28};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor ground = isChecked() ? t.sel : t.base;
        if (!isChecked() && underMouse() && isEnabled()) ground = t.sunk;
        if (isDown()) ground = t.sel2;
        const double r = metric::kRadiusControl - 1;
        QPainterPath path;
        path.addRoundedRect(QRectF(rect()).adjusted(first ? 1 : -8, 1, last ? -1 : 8, -1), r, r);
        painter.fillPath(path, ground);
        if (isChecked() && (scale || t.highContrast())) {
            painter.setPen(QPen(t.accent, 2));
            painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
        }
        if (!first && !isChecked()) {
            painter.setPen(t.line2);
            painter.drawLine(0, 1, 0, height() - 2);
        }
        const QColor color = !isEnabled() ? t.t3 : isChecked() ? t.selAccent : t.t1;
        const QFont font = fontOf(scale ? TextRole::Caption : TextRole::Secondary, isChecked() ? Weight::SemiBold : Weight::Regular);
        painter.setFont(font);
        painter.setPen(color);
        if (scale) {
            painter.drawText(rect().adjusted(2, 0, -2, 0), Qt::AlignCenter | Qt::TextWordWrap, text());
            return;
        }
        const int textWidth = QFontMetrics(font).horizontalAdvance(text());
        const int iconWidth = m_icon.isEmpty() ? 0 : metric::kIcon + (text().isEmpty() ? 0 : 6);
        int x = (width() - textWidth - iconWidth) / 2;
        if (!m_icon.isEmpty()) {
            drawIcon(painter, m_icon, QRectF(x, (height() - metric::kIcon) / 2.0, metric::kIcon, metric::kIcon), color);
            x += iconWidth;
        }
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    }

  private:
    QString m_icon;
};

}  // namespace

Segmented::Segmented(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
}

int Segmented::addChoice(const QString& iconName, const QString& text, const QString& toolTip) {
    const int index = count();
    auto* choice = new SegmentButton(iconName, text, this);
    choice->setToolTip(toolTip);
    choice->setAccessibleName(text.isEmpty() ? toolTip : QString(text).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    choice->setObjectName(QStringLiteral("%1_%2").arg(objectName().isEmpty() ? QStringLiteral("segment") : objectName()).arg(index));
    choice->scale = m_scale;
    m_group->addButton(choice, index);
    layout()->addWidget(choice);
    if (index == 0) choice->setChecked(true);
    relabel();
    return index;
}

void Segmented::setChoiceText(int index, const QString& text) {
    if (auto* choice = button(index)) {
        choice->setText(text);
        choice->setAccessibleName(QString(text).replace(QLatin1Char('\n'), QLatin1Char(' ')));
        choice->updateGeometry();
    }
}

void Segmented::relabel() {
    for (int i = 0; i < count(); ++i) {
        auto* choice = static_cast<SegmentButton*>(m_group->button(i));
        choice->first = i == 0;
        choice->last = i == count() - 1;
        choice->update();
    }
}

int Segmented::current() const { return m_group->checkedId(); }

void Segmented::setCurrent(int index) {
    if (index < 0) {
        m_group->setExclusive(false);
        if (auto* checked = m_group->checkedButton()) checked->setChecked(false);
        m_group->setExclusive(true);
    } else if (auto* choice = button(index)) {
        choice->setChecked(true);
    }
}

QAbstractButton* Segmented::button(int index) const { return m_group->button(index); }
int Segmented::count() const { return static_cast<int>(m_group->buttons().size()); }

void Segmented::setScale(bool scale) {
    m_scale = scale;
    for (auto* choice : m_group->buttons()) {
        static_cast<SegmentButton*>(choice)->scale = scale;
        choice->updateGeometry();
    }
}

void Segmented::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    drawRounded(painter, rect(), metric::kRadiusControl, t.base, m_scale ? t.ctl : t.line2, t.highContrast() ? 2 : 1);
}

}  // namespace cotejo::widgets
