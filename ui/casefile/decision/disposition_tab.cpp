#include "ui/casefile/decision/disposition_tab.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

DispositionTab::DispositionTab(QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("dispositionTab"));
    auto* outer = new QVBoxLayout(this);
    auto* scroll = new ScrollPage(this);
    outer->addWidget(scroll);
    auto* page = scroll->page();
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
    m_fits = new Label(TextRole::Secondary, Ink::Warn, Weight::Regular, m_form);
    m_fits->setObjectName(QStringLiteral("dispositionFits"));
    m_fits->setWordWrap(true);
    form->addWidget(m_fits);
    m_facts = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, m_form);
    m_facts->setObjectName(QStringLiteral("dispositionFacts"));
    m_facts->setWordWrap(true);
    form->addWidget(m_facts);
    form->addSpacing(4);
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
    m_noForm = new Card(QStringLiteral("send"), tr("Propose a disposition"), side);
    m_noFormWhy = new Label(TextRole::Body, Ink::T2, Weight::Regular, m_noForm);
    m_noFormWhy->setObjectName(QStringLiteral("noProposal"));
    m_noFormWhy->setWordWrap(true);
    m_noForm->body()->addWidget(m_noFormWhy);
    layout->addWidget(m_noForm);
    m_refusal = new Notice(side);
    m_refusal->setObjectName(QStringLiteral("dispositionRefusal"));
    m_refusal->hide();
    layout->addWidget(m_refusal);
    layout->addStretch(1);
    connect(m_propose, &QPushButton::clicked, this, &DispositionTab::propose);
    connect(m_disposition, &QComboBox::currentIndexChanged, this, &DispositionTab::showChoice);
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
    m_outdated = new Notice(m_current);
    m_outdated->setObjectName(QStringLiteral("approvalOutdated"));
    m_outdated->hide();
    m_current->body()->addWidget(m_outdated);
    m_papers = new QPushButton(icon(QStringLiteral("document")), tr("Go to the papers that are missing"), m_current);
    m_papers->setObjectName(QStringLiteral("goToPapers"));
    m_papers->setAccessibleName(m_papers->text());
    m_current->body()->addWidget(m_papers);
    m_submit = new QPushButton(icon(QStringLiteral("approvals")), tr("Send for approval"), m_current);
    m_submit->setObjectName(QStringLiteral("submitButton"));
    m_current->body()->addWidget(m_submit);
    m_manifest = new QPushButton(icon(QStringLiteral("queue")), tr("Put it on a manifest…"), m_current);
    m_manifest->setObjectName(QStringLiteral("manifestButton"));
    m_current->body()->addWidget(m_manifest);
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
    m_answer = new QPushButton(icon(QStringLiteral("return")), tr("Record the answer to the referral…"), m_current);
    m_answer->setObjectName(QStringLiteral("referralButton"));
    m_current->body()->addWidget(m_answer);
    m_close = new QPushButton(icon(QStringLiteral("archive")), tr("Close the case…"), m_current);
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_current->body()->addWidget(m_close);
    m_why = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, m_current);
    m_why->setWordWrap(true);
    m_current->body()->addWidget(m_why);
    layout->addWidget(m_current);
    layout->addStretch(1);
    connect(m_submit, &QPushButton::clicked, this, [this] { emit actRequested(record::SubmitForApproval{}); });
    connect(m_execute, &QPushButton::clicked, this, [this] { emit actRequested(record::Execute{bridge::toText(m_receipt->text())}); });
    connect(m_manifest, &QPushButton::clicked, this, [this] { emit askRequested(QStringLiteral("decision.manifest")); });
    connect(m_answer, &QPushButton::clicked, this, [this] { emit askRequested(QStringLiteral("referral.answer")); });
    connect(m_close, &QPushButton::clicked, this, [this] { emit askRequested(QStringLiteral("case.close")); });
    connect(m_papers, &QPushButton::clicked, this, [this] { emit tabRequested(QStringLiteral("documents")); });
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

/// Another case: what was typed for the one before is put aside, and comes back with it.
void DispositionTab::showDraft(const bridge::CaseFile& file) {
    if (m_file.view.id == file.view.id) {
        if (m_basis->text().isEmpty()) m_basis->setText(bridge::fromText(file.view.legalBasis));
        return;
    }
    if (!m_file.view.id.isZero())
        m_drafts[m_file.view.id] = {m_disposition->currentIndex(), m_reasons->toPlainText(), m_basis->text(), m_receipt->text()};
    const auto found = m_drafts.find(file.view.id);
    const Draft draft = found != m_drafts.end() ? found->second : Draft{0, {}, bridge::fromText(file.view.legalBasis), {}};
    m_disposition->setCurrentIndex(draft.disposition);
    m_reasons->setPlainText(draft.reasons);
    m_basis->setText(draft.basis);
    m_receipt->setText(draft.receipt);
}

/// Why the chosen one cannot be proposed now, before somebody writes its reasons.
void DispositionTab::showChoice() {
    const auto* option = m_file.option("decision.propose", m_disposition->currentData().toString().toStdString());
    const bool chosen = !m_disposition->currentData().toString().isEmpty();
    QString why;
    if (chosen && option != nullptr && !option->allowed()) {
        const auto text = bridge::errorText(*option->refusal);
        why = QStringLiteral("%1. %2 (%3)").arg(text.title, text.remedy, text.code);
    }
    m_fits->setText(why);
    m_fits->setVisible(!why.isEmpty());
}

QString DispositionTab::whyNoForm(const bridge::CaseFile& file) {
    using record::CaseState;
    const auto state = file.view.state;
    if (state == CaseState::Closed || state == CaseState::Cancelled) return tr("The case has ended: nothing is proposed any more.");
    if (file.view.disposition) return tr("A disposition is proposed; how far it is stands beside.");
    const auto* propose = file.option("decision.propose");
    if (propose != nullptr && !propose->ever) return tr("An officer who has the case proposes; it is not among your roles.");
    const QString first = tr("A disposition is proposed once the identity is resolved.");
    return file.blind ? first + QLatin1Char(' ') + leftOutText() : first;
}

void DispositionTab::showCase(const bridge::CaseFile& file) {
    m_refusal->hide();
    showDraft(file);
    m_file = file;
    const auto& view = file.view;
    m_form->setVisible(file.offers("decision.propose") && (!view.disposition || view.state == record::CaseState::DispositionProposed));
    m_noForm->setVisible(m_form->isHidden());
    m_noFormWhy->setText(whyNoForm(file));
    QString facts;
    if (!file.blind && view.identification)
        facts = tr("The entry is listed for: %1. Its evidence: %2. Both come from the entry; nobody types them.")
                    .arg(bridge::text(view.identification->facts.purpose), bridge::text(view.identification->facts.grade));
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
    showChoice();
    explain(m_propose, file, "decision.propose");
    showCurrent(file);
}

void DispositionTab::showCurrent(const bridge::CaseFile& file) {
    using record::CaseState;
    const auto& view = file.view;
    const bool proposed = view.state == CaseState::DispositionProposed, approved = view.state == CaseState::Approved;
    const bool missing = std::ranges::any_of(file.papers, [](const auto& each) { return !each.present && !each.waiver; });
    for (const auto& [button, act] : {std::pair{m_submit, "decision.submit"}, {m_manifest, "decision.manifest"}, {m_execute, "decision.execute"},
                                      {m_answer, "referral.answer"}, {m_close, "case.close"}})
        explain(button, file, act);
    m_submit->setVisible(proposed && file.needsApproval && file.offers("decision.submit"));
    m_papers->setVisible(view.disposition && missing && (proposed || approved));
    const auto* manifest = file.option("decision.manifest");
    m_manifest->setVisible(approved && manifest != nullptr && manifest->offered() && !(manifest->refusal && manifest->refusal->is("E_OUTCOME_MISMATCH")));
    const bool executable = file.offers("decision.execute") && (approved || (proposed && !file.needsApproval));
    m_execute->setVisible(executable);
    m_receipt->setVisible(executable);
    m_receiptLabel->setVisible(executable);
    m_answer->setVisible(view.disposition && view.state == CaseState::Executed && file.offers("referral.answer"));
    m_close->setVisible(view.state == CaseState::Executed && file.allows("case.close"));
    m_outdated->setVisible(approved && file.approvalOutdated);
    if (approved && file.approvalOutdated)
        m_outdated->setContent(Tone::Warn, QStringLiteral("history"), bridge::noticeText(Error{"E_APPROVAL_OUTDATED", {}, {}}));

    clearLayout(m_currentBody);
    const auto line = [&](const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        auto* row = new QHBoxLayout;
        auto* label = new Label(name, TextRole::Body, Ink::T2, Weight::Regular, m_current);
        label->setFixedWidth(130);
        label->setWordWrap(true);
        auto* text = new Label(value, TextRole::Body, Ink::T1, Weight::Regular, m_current);
        text->setWordWrap(true);
        row->addWidget(label, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_currentBody->addLayout(row);
    };
    m_currentBody->addWidget(new Badge(bridge::look(view.state), m_current), 0, Qt::AlignLeft);
    if (view.disposition) {
        const auto& d = *view.disposition;
        auto* name = new Label(bridge::text(d.disposition), TextRole::Section, Ink::T1, Weight::SemiBold, m_current);
        name->setWordWrap(true);
        m_currentBody->addWidget(name);
        line(tr("Proposed by"), QStringLiteral("%1 · %2").arg(file.nameOf(d.proposedBy), bridge::momentText(d.proposedAt, file.now)));
        if (view.outcome == record::Outcome::Identified) {
            line(tr("Evidence"), bridge::text(d.facts.grade));
            line(tr("Listed for"), bridge::text(d.facts.purpose));
        }
        line(tr("Legal basis"), bridge::fromText(d.legalBasis));
        line(tr("Reasons"), bridge::fromText(d.reasons));
        if (d.decidedBy)
            line(d.approved ? tr("Approved by") : tr("Rejected by"),
                 QStringLiteral("%1 · %2").arg(file.nameOf(*d.decidedBy), d.decidedAt ? bridge::momentText(*d.decidedAt, file.now) : QString()));
        line(tr("Reason given"), bridge::fromText(d.decisionReason));
        line(tr("Manifest"), bridge::fromText(d.manifest));
        line(tr("Receipt"), bridge::fromText(d.receipt));
        line(tr("Answer"), bridge::fromText(d.answer));
    } else {
        auto* text = new Label(file.blind ? tr("Nothing to show yet.") : tr("Nothing has been proposed."), TextRole::Body, Ink::T2, Weight::Regular, m_current);
        text->setWordWrap(true);
        m_currentBody->addWidget(text);
    }
    const auto* option = file.option(!view.disposition ? "decision.propose" : proposed && file.needsApproval ? "decision.submit" : "decision.execute");
    QString why;
    if (option != nullptr && option->offered() && !option->allowed() && !option->refusal->is("E_NO_RECEIPT")) {
        const auto text = bridge::noticeText(*option->refusal);
        why = QStringList{text.title + QLatin1Char('.'), text.body, text.remedy}.join(QLatin1Char(' ')).simplified();
    }
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

void DispositionTab::showRefusal(const Error& error) {
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(error));
    m_refusal->show();
}

}  // namespace cotejo::casefile
