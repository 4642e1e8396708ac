#include "ui/widgets/notice.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/widgets/label.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

namespace {
constexpr int kTextLeft = 40;

QString lead(const QString& word, const QString& text) {
    return QStringLiteral("<b>%1</b> %2").arg(word.toHtmlEscaped(), text.toHtmlEscaped());
}
}  // namespace

Notice::Notice(QWidget* parent) : QFrame(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kTextLeft, 12, 14, 12);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    m_title = new Label(TextRole::Body, Ink::T1, Weight::SemiBold, this);
    m_title->setWordWrap(true);
    m_code = new Label(TextRole::MonoSmall, Ink::T2, Weight::Regular, this);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    head->addWidget(m_title, 1);
    head->addWidget(m_code, 0, Qt::AlignTop | Qt::AlignRight);
    layout->addLayout(head);
    const auto paragraph = [&](TextRole role, Ink ink) {
        auto* label = new Label(role, ink, Weight::Regular, this);
        label->setWordWrap(true);
        layout->addWidget(label);
        return label;
    };
    m_body = paragraph(TextRole::Body, Ink::T1);
    m_rule = paragraph(TextRole::Secondary, Ink::T2);
    m_remedy = paragraph(TextRole::Secondary, Ink::T2);
    for (auto* label : {m_rule, m_remedy}) label->setTextFormat(Qt::RichText);
    m_actions = new QVBoxLayout;
    m_actions->setSpacing(6);
    layout->addLayout(m_actions);
    m_footnote = paragraph(TextRole::Caption, Ink::T2);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    rebuild();
}

Notice::Notice(Tone tone, const QString& icon, const NoticeText& text, QWidget* parent) : Notice(parent) {
    setContent(tone, icon, text);
}

void Notice::setContent(Tone tone, const QString& icon, const NoticeText& text) {
    m_tone = tone, m_icon = icon, m_text = text;
    rebuild();
    update();
    if (isVisible()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QPushButton* Notice::addAction(const QString& iconName, const QString& text, std::function<void()> run) {
    auto* button = new QPushButton(text, this);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName));
    setLook(button, ButtonKind::Normal, ButtonSize::Small);
    button->setAccessibleName(text);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_actions->addWidget(button, 0, Qt::AlignLeft);
    return button;
}

void Notice::clearActions() {
    while (auto* item = m_actions->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QString Notice::plainText() const {
    QStringList parts{m_text.title, m_text.body, m_text.rule, m_text.remedy, m_text.code};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

void Notice::rebuild() {
    const auto show = [](Label* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    show(m_title, m_text.title);
    show(m_code, m_text.code);
    show(m_body, m_text.body);
    //: Stands in bold before the rule that refused something
    show(m_rule, m_text.rule.isEmpty() ? QString() : lead(tr("Rule."), m_text.rule));
    //: Stands in bold before what the officer can do about a refusal
    show(m_remedy, m_text.remedy.isEmpty() ? QString() : lead(tr("To satisfy it."), m_text.remedy));
    show(m_footnote, m_text.footnote);
    setAccessibleName(plainText());
}

/// As high as the words are at this width: as it may not grow beyond its hint, a hint for another width would cut them.
QSize Notice::sizeHint() const {
    const QSize hint = QFrame::sizeHint();
    return width() < hint.width() ? QSize(hint.width(), std::max(hint.height(), layout()->totalHeightForWidth(width()))) : hint;
}

void Notice::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) updateGeometry();
}

void Notice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    const QColor color = ink(t, m_tone);
    drawRounded(painter, rect(), metric::kRadiusPanel, fill(t, m_tone), t.highContrast() ? color : QColor(), 2);
    if (!m_icon.isEmpty()) drawIcon(painter, m_icon, QRectF(14, 13, metric::kIcon, metric::kIcon), color);
}

void Notice::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    if (m_tone == Tone::Bad || m_tone == Tone::Warn) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

}  // namespace cotejo::widgets
