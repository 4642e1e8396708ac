#include "ui/shell/rail.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::shell {

namespace {

using namespace widgets;

constexpr int kLeastItem = 42;

class RailButton final : public QToolButton {
  public:
    RailButton(QString iconName, const QString& word, QWidget* parent) : QToolButton(parent), m_icon(std::move(iconName)), m_word(word) {
        setText(word);
        setAccessibleName(word);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setMaximumHeight(metric::kRailItem);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    QSize sizeHint() const override { return {metric::kRail - 1, metric::kRailItem}; }
    // Where a screen is low all pages stay in reach; an item is never below what a finger can hit.
    QSize minimumSizeHint() const override { return {metric::kRail - 1, kLeastItem}; }
    void setCount(int count) {
        m_count = count;
        //: A page for screen readers: its name and how many items wait there
        setAccessibleName(count > 0 ? Rail::tr("%1, %2").arg(m_word).arg(count) : m_word);
        update();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = tokensOf(this);
        QPainter painter(this);
        const QRect box = rect().adjusted(6, 0, -6, 0);
        if (isChecked()) drawRounded(painter, box, metric::kRadiusPanel, t.sel, t.highContrast() ? t.accent : QColor(), 2);
        else if (underMouse()) drawRounded(painter, box, metric::kRadiusPanel, t.sunk, {});
        const QColor color = isChecked() ? t.selAccent : t.t2;
        const int top = (height() - kLeastItem) / 2;
        drawIcon(painter, m_icon, QRectF((width() - metric::kIconRail) / 2.0, top + 3, metric::kIconRail, metric::kIconRail), color);
        QFont font = fontOf(TextRole::Caption, isChecked() ? Weight::SemiBold : Weight::Regular);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRect(2, top + 24, width() - 4, 18), Qt::AlignHCenter | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(m_word, Qt::ElideRight, width() - 4));
        if (m_count > 0) {
            const QString number = m_count > 999 ? QStringLiteral("999+") : QString::number(m_count);
            font = fontOf(TextRole::Caption, Weight::SemiBold);
            font.setPixelSize(10);
            const int w = std::max(16, QFontMetrics(font).horizontalAdvance(number) + 9);
            const QRectF tag(std::min(width() / 2 + 6, width() - w - 4), 3, w, 16);
            drawRounded(painter, tag, 8, isChecked() ? t.accent : t.t2, {});
            painter.setFont(font);
            painter.setPen(isChecked() ? t.onAccent : t.base);
            painter.drawText(tag, Qt::AlignCenter, number);
        }
    }

  private:
    QString m_icon, m_word;
    int m_count = 0;
};

}  // namespace

Rail::Rail(QWidget* parent) : Strip(Ground::Window, Qt::RightEdge, parent), m_group(new QButtonGroup(this)) {
    setFixedWidth(metric::kRail);
    setObjectName(QStringLiteral("rail"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 1, 10);
    layout->setSpacing(0);
    m_pages = new QVBoxLayout;
    m_pages->setSpacing(2);
    m_foot = new QVBoxLayout;
    layout->addLayout(m_pages);
    layout->addStretch(1);
    layout->addLayout(m_foot);
}

QToolButton* Rail::add(const QString& id, const QString& iconName, const QString& word) {
    auto* button = new RailButton(iconName, word, this);
    button->setObjectName(QStringLiteral("rail_") + id);
    m_group->addButton(button);
    m_buttons.insert(id, button);
    m_order << id;
    connect(button, &QToolButton::clicked, this, [this, id] {
        m_current = id;
        emit chosen(id);
    });
    return button;
}

void Rail::addPage(const QString& id, const QString& iconName, const QString& word) { m_pages->addWidget(add(id, iconName, word)); }
void Rail::addFootPage(const QString& id, const QString& iconName, const QString& word) { m_foot->addWidget(add(id, iconName, word)); }

void Rail::setCurrent(const QString& id) {
    m_current = id;
    if (auto* button = m_buttons.value(id)) button->setChecked(true);
}

void Rail::setCount(const QString& id, int count) {
    if (auto* button = static_cast<RailButton*>(m_buttons.value(id))) button->setCount(count);
}

}  // namespace cotejo::shell
