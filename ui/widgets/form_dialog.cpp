#include "ui/widgets/form_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCursor>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

namespace {
constexpr int kFormWidth = 540, kTextHeight = 84, kLongest = 500;
}

FormDialog::FormDialog(const QString& iconName, const QString& title, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("formDialog"));
    setWindowTitle(title);
    setAccessibleName(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(kFormWidth);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 16, 20, 12);
    head->setSpacing(10);
    head->addWidget(new IconLabel(iconName, Ink::T1, 18, this), 0, Qt::AlignTop);
    auto* name = new Label(title, TextRole::Section, Ink::T1, Weight::SemiBold, this);
    name->setWordWrap(true);
    head->addWidget(name, 1);
    outer->addLayout(head);
    outer->addWidget(new Line(Qt::Horizontal, this));
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* ground = new Strip(Strip::Ground::Base, {}, m_scroll);
    m_scroll->setWidget(ground);
    auto* inner = new QVBoxLayout(ground);
    inner->setContentsMargins(20, 14, 20, 14);
    inner->setSpacing(8);
    m_body = new QVBoxLayout;
    m_body->setSpacing(5);
    inner->addLayout(m_body);
    m_refusal = new Notice(ground);
    m_refusal->setObjectName(QStringLiteral("formRefusal"));
    m_refusal->hide();
    inner->addWidget(m_refusal);
    inner->addStretch(1);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(new Line(Qt::Horizontal, this));
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(20, 12, 20, 14);
    foot->setSpacing(8);
    m_why = new Label(TextRole::Secondary, Ink::Warn, Weight::Regular, this);
    m_why->setWordWrap(true);
    m_why->hide();
    foot->addWidget(m_why);
    auto* buttons = new QHBoxLayout;
    m_cancel = new QPushButton(tr("Leave it"), this);
    m_cancel->setObjectName(QStringLiteral("formCancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setAutoDefault(false);
    m_send = new QPushButton(this);
    m_send->setObjectName(QStringLiteral("formSend"));
    m_send->setAutoDefault(false);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    buttons->addWidget(m_send);
    foot->addLayout(buttons);
    outer->addLayout(foot);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &FormDialog::submitted);
}

void FormDialog::say(const QString& sentence, bool strong) {
    auto* label = new Label(sentence, TextRole::Body, strong ? Ink::T1 : Ink::T2, strong ? Weight::Medium : Weight::Regular, this);
    label->setWordWrap(true);
    m_body->addWidget(label);
    m_body->addSpacing(4);
}

void FormDialog::warn(Tone tone, const QString& iconName, const QString& title, const QString& body) {
    m_body->addWidget(new Notice(tone, iconName, {title, body, {}, {}, {}, {}}, this));
    m_body->addSpacing(4);
}

QWidget* FormDialog::labelled(QWidget* field, const QString& name, const QString& label) {
    field->setObjectName(name);
    field->setAccessibleName(label);
    auto* caption = new Label(label, TextRole::Secondary, Ink::T2, Weight::Medium, this);
    caption->setObjectName(name + QStringLiteral("Label"));
    caption->setWordWrap(true);
    caption->setBuddy(field);
    m_body->addWidget(caption);
    m_body->addWidget(field);
    m_body->addSpacing(6);
    if (m_first == nullptr) m_first = field;
    return field;
}

QLineEdit* FormDialog::addLine(const QString& name, const QString& label, const QString& placeholder) {
    auto* line = new QLineEdit(this);
    line->setMaxLength(kLongest);
    line->setPlaceholderText(placeholder);
    labelled(line, name, label);
    return line;
}

QPlainTextEdit* FormDialog::addText(const QString& name, const QString& label) {
    auto* text = new QPlainTextEdit(this);
    text->setTabChangesFocus(true);
    text->setFixedHeight(kTextHeight);
    labelled(text, name, label);
    return text;
}

QComboBox* FormDialog::addChoice(const QString& name, const QString& label) {
    auto* box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(20);
    labelled(box, name, label);
    return box;
}

QCheckBox* FormDialog::addCheck(const QString& name, const QString& text) {
    auto* check = new QCheckBox(text, this);
    check->setObjectName(name);
    check->setAccessibleName(text);
    m_body->addWidget(check);
    m_body->addSpacing(4);
    if (m_first == nullptr) m_first = check;
    return check;
}

void FormDialog::addWidget(QWidget* widget) {
    m_body->addWidget(widget);
    m_body->addSpacing(4);
}

void FormDialog::showField(QWidget* field, bool shown) {
    field->setVisible(shown);
    if (auto* label = findChild<QWidget*>(field->objectName() + QStringLiteral("Label"))) label->setVisible(shown);
    fit();
}

void FormDialog::setAct(const QString& iconName, const QString& text, bool plain) {
    m_send->setIcon(icon(iconName));
    m_send->setText(text);
    m_send->setAccessibleName(text);
    setLook(m_send, plain ? ButtonKind::Primary : ButtonKind::Normal);
}

void FormDialog::block(const QString& why) {
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_send->setEnabled(why.isEmpty());
    m_send->setAccessibleDescription(why);
    fit();
}

void FormDialog::showRefusal(const NoticeText& text) {
    setBusy(false);
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), text);
    m_refusal->show();
    fit();
    m_scroll->ensureWidgetVisible(m_refusal);
}

void FormDialog::setBusy(bool busy) {
    m_send->setEnabled(!busy);
    m_cancel->setEnabled(!busy);
}

/// As high as its contents, and never higher than the window it stands over.
void FormDialog::fit() {
    if (!isVisible()) return;
    auto* ground = m_scroll->widget();
    ground->layout()->activate();
    const int inside = ground->layout()->hasHeightForWidth() ? ground->layout()->totalHeightForWidth(kFormWidth) : ground->sizeHint().height();
    m_scroll->setMinimumHeight(0);
    const int around = layout()->sizeHint().height() - m_scroll->sizeHint().height();
    const int most = (parentWidget() != nullptr ? parentWidget()->window()->height() : screen()->availableGeometry().height()) - 40;
    setFixedHeight(std::min(inside + std::max(around, 120) + 4, most));
}

void FormDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    fit();
    if (parentWidget() != nullptr) {
        const QRect over(parentWidget()->window()->mapToGlobal(QPoint()), parentWidget()->window()->size());
        QPoint at(over.center().x() - width() / 2, std::max(over.top() + 20, over.center().y() - height() / 2));
        const QRect button(at + m_send->mapTo(this, QPoint()), m_send->size());
        if (button.adjusted(-12, -12, 12, 12).contains(QCursor::pos())) at.rx() -= button.width() + 40;
        move(at);
    }
    if (m_first != nullptr) m_first->setFocus();
    else m_cancel->setFocus();
}

void FormDialog::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(this).base);
    painter.setPen(tokensOf(this).line2);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace cotejo::widgets
