#include "ui/casefile/disposition_tab.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style.h"

namespace cotejo::casefile {

using namespace widgets;

DispositionTab::DispositionTab(QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("dispositionTab"));
    auto* outer = new QVBoxLayout(this);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(16, 14, 16, 16);
    columns->setSpacing(metric::kPanelGap);
    columns->addWidget(proposalForm(), 3);
    columns->addWidget(statusColumn(), 2);
}

QWidget* DispositionTab::proposalForm() {
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setSpacing(metric::kPanelGap);
    m_form = new Card(QStringLiteral("send"), tr("Propose a disposition"), side);
    auto* form = m_form->body();
    form->setSpacing(4);
    const auto caption = [&](const QString& text, QWidget* buddy) {
        auto* label = new Label(text, TextRole::Secondary, Ink::T2, Weight::Medium, m_form);
        label->setBuddy(buddy);
        buddy->setAccessibleName(text);
        form->addWidget(label);
        form->addWidget(buddy);
        form->addSpacing(8);
    };
    m_disposition = new QComboBox(m_form);
    m_disposition->setObjectName(QStringLiteral("dispositionChoice"));
    m_disposition->addItem(tr("Choose…"), QString());
    for (const auto& [value, code] : record::codes<record::Disposition>) m_disposition->addItem(bridge::text(value), bridge::fromText(code));
    caption(tr("Disposition"), m_disposition);
    m_grade = new QComboBox(m_form);
    m_grade->setObjectName(QStringLiteral("gradeChoice"));
    for (const auto& [value, code] : record::codes<record::EvidenceGrade>) m_grade->addItem(bridge::text(value), bridge::fromText(code));
    caption(tr("Evidence grade"), m_grade);
    m_basis = new QLineEdit(m_form);
    m_basis->setObjectName(QStringLiteral("dispositionBasis"));
    m_basis->setMaxLength(300);
    caption(tr("Legal basis"), m_basis);
    m_reasons = new QPlainTextEdit(m_form);
    m_reasons->setObjectName(QStringLiteral("dispositionReasons"));
    m_reasons->setTabChangesFocus(true);
    m_reasons->setFixedHeight(110);
    caption(tr("Reasons"), m_reasons);
    m_propose = new QPushButton(icon(QStringLiteral("send")), tr("Propose"), m_form);
    m_propose->setObjectName(QStringLiteral("proposeButton"));
    setLook(m_propose, ButtonKind::Primary);
    form->addWidget(m_propose, 0, Qt::AlignLeft);
    layout->addWidget(m_form);
    m_refusal = new Notice(side);
    m_refusal->setObjectName(QStringLiteral("dispositionRefusal"));
    m_refusal->hide();
    layout->addWidget(m_refusal);
    layout->addStretch(1);
    connect(m_propose, &QPushButton::clicked, this, &DispositionTab::propose);
    return side;
}

QWidget* DispositionTab::statusColumn() {
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setSpacing(metric::kPanelGap);
    m_current = new Card(QStringLiteral("approvals"), tr("Disposition and approval"), side);
    m_currentBody = new QVBoxLayout;
    m_currentBody->setSpacing(6);
    m_current->body()->addLayout(m_currentBody);
    m_current->body()->addSpacing(6);
    m_submit = new QPushButton(icon(QStringLiteral("approvals")), tr("Send for approval"), m_current);
    m_submit->setObjectName(QStringLiteral("submitButton"));
    m_current->body()->addWidget(m_submit);
    m_receiptLabel = new Label(tr("Receipt: flight, handover or release"), TextRole::Secondary, Ink::T2, Weight::Medium, m_current);
    m_receipt = new QLineEdit(m_current);
    m_receipt->setObjectName(QStringLiteral("receiptField"));
    m_receipt->setAccessibleName(m_receiptLabel->text());
    m_receipt->setMaxLength(200);
    m_receiptLabel->setBuddy(m_receipt);
    m_current->body()->addWidget(m_receiptLabel);
    m_current->body()->addWidget(m_receipt);
    m_execute = new QPushButton(icon(QStringLiteral("receipt")), tr("Record that it was carried out"), m_current);
    m_execute->setObjectName(QStringLiteral("executeButton"));
    m_current->body()->addWidget(m_execute);
    m_close = new QPushButton(icon(QStringLiteral("archive")), tr("Close the case"), m_current);
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_current->body()->addWidget(m_close);
    m_why = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, m_current);
    m_why->setWordWrap(true);
    m_current->body()->addWidget(m_why);
    layout->addWidget(m_current);
    layout->addStretch(1);
    connect(m_submit, &QPushButton::clicked, this, [this] { emit actRequested(record::SubmitForApproval{}); });
    connect(m_execute, &QPushButton::clicked, this, [this] { emit actRequested(record::Execute{bridge::toText(m_receipt->text())}); });
    connect(m_close, &QPushButton::clicked, this, [this] { emit actRequested(record::CloseCase{}); });
    return side;
}

void DispositionTab::propose() {
    const auto disposition = record::fromCode<record::Disposition>(m_disposition->currentData().toString().toStdString());
    if (!disposition) {
        m_disposition->setFocus();
        return;
    }
    record::ProposeDisposition act;
    act.disposition = *disposition;
    act.reasons = bridge::toText(m_reasons->toPlainText());
    act.legalBasis = bridge::toText(m_basis->text());
    emit actRequested(act);
}

void DispositionTab::explain(QPushButton* button, const bridge::CaseFile& file, std::string_view act) {
    const auto* option = file.option(act);
    const bool open = option != nullptr && option->allowed();
    QString reason;
    if (option != nullptr && !open) {
        const auto text = bridge::errorText(*option->refusal);
        reason = QStringLiteral("%1. %2 (%3)").arg(text.title, text.remedy, text.code);
    }
    button->setAccessibleName(button->text());
    button->setAccessibleDescription(reason);
    button->setToolTip(reason);
}

void DispositionTab::showCase(const bridge::CaseFile& file) {
    m_refusal->hide();
    const auto& view = file.view;
    m_form->setVisible(!view.disposition || file.allows("decision.propose"));
    if (m_basis->text().isEmpty()) m_basis->setText(bridge::fromText(view.legalBasis));
    explain(m_propose, file, "decision.propose");
    explain(m_submit, file, "decision.submit");
    explain(m_execute, file, "decision.execute");
    explain(m_close, file, "case.close");
    using record::CaseState;
    m_submit->setVisible(view.state == CaseState::DispositionProposed);
    const bool executable = view.state == CaseState::DispositionProposed || view.state == CaseState::Approved;
    m_execute->setVisible(executable);
    m_receipt->setVisible(executable);
    m_receiptLabel->setVisible(executable);
    m_close->setVisible(file.allows("case.close"));
    clearLayout(m_currentBody);
    const auto line = [&](const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        auto* row = new QHBoxLayout;
        auto* label = new Label(name, TextRole::Body, Ink::T2, Weight::Regular, m_current);
        label->setFixedWidth(130);
        auto* text = new Label(value, TextRole::Body, Ink::T1, Weight::Regular, m_current);
        text->setWordWrap(true);
        row->addWidget(label, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_currentBody->addLayout(row);
    };
    m_currentBody->addWidget(new Badge(bridge::look(view.state), m_current), 0, Qt::AlignLeft);
    if (view.disposition) {
        const auto& d = *view.disposition;
        m_currentBody->addWidget(new Label(bridge::text(d.disposition), TextRole::Section, Ink::T1, Weight::SemiBold, m_current));
        line(tr("Proposed by"), QStringLiteral("%1 · %2").arg(file.nameOf(d.proposedBy), bridge::momentText(d.proposedAt, file.now)));
        line(tr("Evidence"), bridge::text(d.grade));
        line(tr("Legal basis"), bridge::fromText(d.legalBasis));
        line(tr("Reasons"), bridge::fromText(d.reasons));
        if (d.decidedBy)
            line(d.approved ? tr("Approved by") : tr("Rejected by"),
                 QStringLiteral("%1 · %2").arg(file.nameOf(*d.decidedBy), d.decidedAt ? bridge::momentText(*d.decidedAt, file.now) : QString()));
        line(tr("Reason given"), bridge::fromText(d.decisionReason));
        line(tr("Receipt"), bridge::fromText(d.receipt));
    } else {
        auto* text = new Label(tr("Nothing has been proposed."), TextRole::Body, Ink::T2, Weight::Regular, m_current);
        text->setWordWrap(true);
        m_currentBody->addWidget(text);
    }
    const auto* option = file.option(view.disposition ? "decision.execute" : "decision.propose");
    QString why;
    if (option != nullptr && !option->allowed()) {
        const auto text = bridge::errorText(*option->refusal);
        why = QStringLiteral("%1. %2").arg(text.title, text.remedy);
    }
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

void DispositionTab::showRefusal(const Error& error) {
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(error));
    m_refusal->show();
}

}  // namespace cotejo::casefile
