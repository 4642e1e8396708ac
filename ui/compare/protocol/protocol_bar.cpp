#include "ui/compare/protocol/protocol_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/style.h"

namespace cotejo::compare {

using namespace widgets;

ProtocolBar::ProtocolBar(QWidget* parent) : QWidget(parent) {
    setObjectName("protocolBar");
    setFixedHeight(metric::kToolBar);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kPanelPadding, 0, metric::kPanelPadding, 0);
    layout->setSpacing(metric::kGrid);
    m_steps = new Stepper(this);
    m_icon = new IconLabel("eye-off", Ink::T2, metric::kIcon, this);
    m_remark = new ElidedLabel(TextRole::Secondary, Ink::T2, Weight::Regular, this);
    m_remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_code = new Label(TextRole::MonoSmall, Ink::T2, Weight::Regular, this);
    m_button = new QPushButton(this);
    m_button->setObjectName("protocolAct");
    layout->addWidget(m_steps);
    layout->addStretch(1);
    layout->addWidget(m_icon);
    layout->addWidget(m_remark);
    layout->addWidget(m_code);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &ProtocolBar::press);
    setState({});
}

void ProtocolBar::setState(const ProtocolState& state) {
    m_state = state;
    m_steps->setSteps({tr("Analysis of the probe"), tr("Comparison of candidates"),
                       tr("Provisional conclusions"), tr("Reveal"), tr("Conclude")},
                      int(state.step));
    m_remark->setText(state.remark);
    m_code->setText(state.code);
    m_code->setVisible(!state.code.isEmpty());
    const bool concluding = state.step >= ProtocolStep::Conclude;
    m_icon->setIcon(concluding ? "eye" : "eye-off", Ink::T2);
    m_icon->setVisible(!state.remark.isEmpty());
    const bool open = state.code.isEmpty() && state.mayWork &&
                      (state.step == ProtocolStep::Reveal || state.step == ProtocolStep::Conclude);
    m_button->setVisible(state.step != ProtocolStep::Done);
    m_button->setText(concluding ? tr("Conclude and send to verification") : tr("Reveal scores"));
    m_button->setIcon(icon(concluding ? "arrow-right" : "eye"));
    setLook(m_button, open ? ButtonKind::Primary : ButtonKind::Normal);
    m_button->setProperty("refused", !open);
    m_button->setAccessibleName(m_button->text());
    m_button->setAccessibleDescription(open ? QString() : state.remark + QLatin1Char(' ') + state.code);
    m_button->setToolTip(open ? QString() : state.remark);
    m_button->update();
}

void ProtocolBar::press() {
    const bool open = m_state.code.isEmpty() && m_state.mayWork;
    if (open && m_state.step == ProtocolStep::Reveal) emit revealRequested();
    if (open && m_state.step == ProtocolStep::Conclude) emit concludeRequested();
    if (!open) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ProtocolBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    painter.fillRect(rect(), tokens.base);
    painter.setPen(tokens.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace cotejo::compare
