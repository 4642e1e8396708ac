#include "ui/widgets/choices/segmented.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <functional>

#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

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

    bool first = false, last = false, scale = false, bare = false;
    std::function<void(int)> moved;

    int widthOf(bool iconOnly) const {
        const int words = QFontMetrics(fontOf(TextRole::Secondary, Weight::SemiBold)).horizontalAdvance(text());
        return iconOnly && !m_icon.isEmpty() ? metric::kIcon + 22 : words + 22 + (m_icon.isEmpty() ? 0 : metric::kIcon + 6);
    }
    const QString& iconName() const { return m_icon; }

    QSize sizeHint() const override {
        if (scale) {
            const QFontMetrics metrics(fontOf(TextRole::Caption, Weight::SemiBold));
            int widest = 0;
            for (const QString& word : text().split(QLatin1Char('\n'))) widest = std::max(widest, metrics.horizontalAdvance(word));
            return {widest + 12, 36};
        }
        return {widthOf(bare), 28};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void keyPressEvent(QKeyEvent* event) override {
        switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up: moved(-1); return;
        case Qt::Key_Right:
        case Qt::Key_Down: moved(1); return;
        default: QAbstractButton::keyPressEvent(event);
        }
    }
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
        const QString words = bare && !m_icon.isEmpty() ? QString() : text();
        const int textWidth = QFontMetrics(font).horizontalAdvance(words);
        const int iconWidth = m_icon.isEmpty() ? 0 : metric::kIcon + (words.isEmpty() ? 0 : 6);
        int x = (width() - textWidth - iconWidth) / 2;
        if (!m_icon.isEmpty()) {
            drawIcon(painter, m_icon, QRectF(x, (height() - metric::kIcon) / 2.0, metric::kIcon, metric::kIcon), color);
            x += iconWidth;
        }
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, words);
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
    choice->bare = m_form != Form::Whole;
    choice->moved = [this, choice](int by) { step(choice, by); };
    choice->setVisible(m_form != Form::Folded);
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
        refold();
    }
}

void Segmented::step(QAbstractButton* from, int by) {
    for (int at = m_group->id(from) + by; at >= 0 && at < count(); at += by) {
        auto* choice = button(at);
        if (!choice->isEnabled()) continue;
        choice->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        choice->click();
        return;
    }
}

void Segmented::setForm(Form form) {
    if (form == m_form) return;
    m_form = form;
    if (form == Form::Folded && m_fold == nullptr) {
        m_fold = new QPushButton(this);
        m_fold->setObjectName(objectName() + QStringLiteral("_folded"));
        setLook(m_fold, ButtonKind::Normal, ButtonSize::Small);
        auto* menu = new QMenu(m_fold);
        m_fold->setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, menu] {
            menu->clear();
            for (int i = 0; i < count(); ++i) {
                auto* action = menu->addAction(button(i)->accessibleName(), button(i), &QAbstractButton::click);
                action->setCheckable(true);
                action->setChecked(i == current());
                action->setEnabled(button(i)->isEnabled());
            }
        });
        connect(m_group, &QButtonGroup::idToggled, this, &Segmented::refold);
        layout()->addWidget(m_fold);
    }
    const bool focused = isAncestorOf(window()->focusWidget());
    for (auto* each : m_group->buttons()) {
        static_cast<SegmentButton*>(each)->bare = form != Form::Whole;
        each->setVisible(form != Form::Folded);
        each->updateGeometry();
    }
    if (m_fold != nullptr) m_fold->setVisible(form == Form::Folded);
    refold();
    // Who was in it stays in it.
    if (focused && form == Form::Folded) m_fold->setFocus();
    else if (focused && button(current()) != nullptr) button(current())->setFocus();
}

void Segmented::refold() {
    if (m_fold == nullptr) return;
    const auto* now = static_cast<SegmentButton*>(button(current()));
    m_fold->setText(now != nullptr ? now->accessibleName() : accessibleName());
    //: A choice for screen readers: what is chosen and the choice that is made
    m_fold->setAccessibleName(now != nullptr ? tr("%1: %2").arg(accessibleName(), now->accessibleName()) : accessibleName());
}

int Segmented::widthOf(Form form) const {
    int width = 2;
    if (form == Form::Folded) {
        // As wide as its longest choice: it does not jump when another is chosen.
        const QFontMetrics metrics(fontOf(TextRole::Secondary, Weight::Medium));
        for (const auto* each : m_group->buttons()) width = std::max(width, metrics.horizontalAdvance(each->accessibleName()) + 48);
        return width;
    }
    for (const auto* each : m_group->buttons()) width += static_cast<const SegmentButton*>(each)->widthOf(form == Form::Icons);
    return width;
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
    if (m_form == Form::Folded) return;
    drawRounded(painter, rect(), metric::kRadiusControl, t.base, m_scale ? t.ctl : t.line2, t.highContrast() ? 2 : 1);
}

}  // namespace cotejo::widgets
