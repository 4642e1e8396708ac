#include "ui/compare/protocol/conclusion_form.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <array>

#include "ui/bridge/text.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::compare {

using namespace widgets;

namespace {

QPlainTextEdit* field(const QString& name, const QString& accessible, int height, QWidget* parent) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(accessible);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(height);
    return edit;
}

}  // namespace

ConclusionForm::ConclusionForm(ReviewKind kind, QWidget* parent) : QWidget(parent), m_kind(kind) {
    setObjectName("conclusionForm");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    m_title = new Label(TextRole::Body, Ink::T1, Weight::SemiBold, this);
    m_side = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, this);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_side);
    layout->addLayout(head);
    m_scale = new Segmented(this);
    m_scale->setObjectName("conclusionScale");
    m_scale->setScale(true);
    m_scale->setAccessibleName(tr("Conclusion scale"));
    using enum record::ExaminerConclusion;
    const std::array<std::pair<record::ExaminerConclusion, QString>, 5> steps{
        {{Exclusion, tr("Exclusion")},
         //: Step of the conclusion scale in a narrow field: support for different sources
         {SupportDifferent, tr("Support\ndifferent")},
         //: Step of the conclusion scale in a narrow field
         {Inconclusive, tr("Incon-\nclusive")},
         //: Step of the conclusion scale in a narrow field: support for the same source
         {SupportSame, tr("Support\nsame")},
         {Identification, tr("Identifi-\ncation")}}};
    for (const auto& [step, words] : steps)
        m_scale->button(m_scale->addChoice({}, words, bridge::text(step)))->setAccessibleName(bridge::text(step));
    m_scale->setCurrent(-1);
    layout->addWidget(m_scale);
    m_stored = new Label(TextRole::Caption, Ink::T3, Weight::Regular, this);
    m_stored->setAlignment(Qt::AlignHCenter);
    layout->addWidget(m_stored);
    m_reasonsLabel = new Label(TextRole::Body, Ink::T1, Weight::Regular, this);
    layout->addWidget(m_reasonsLabel);
    m_reasons = field("reasons", tr("Reasons"), 48, this);
    layout->addWidget(m_reasons);
    auto* against = new QHBoxLayout;
    m_counterLabel =
        new Label(tr("The strongest reason against"), TextRole::Body, Ink::T1, Weight::Regular, this);
    m_counterNeeded = new Label(tr("required"), TextRole::Secondary, Ink::Bad, Weight::Regular, this);
    against->addWidget(m_counterLabel);
    against->addWidget(m_counterNeeded);
    against->addStretch(1);
    layout->addLayout(against);
    m_counter = field("counterReason", tr("The strongest reason against, required"), 54, this);
    layout->addWidget(m_counter);
    m_notice = new Notice(this);
    m_notice->hide();
    layout->addWidget(m_notice);
    m_save = new QPushButton(this);
    m_save->setObjectName("saveConclusion");
    m_save->setIcon(icon("check"));
    setLook(m_save, ButtonKind::Primary);
    layout->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &ConclusionForm::press);
    connect(m_scale, &Segmented::chosen, this, [this] {
        refreshHints();
        emit edited();
    });
    for (auto* edit : {m_reasons, m_counter})
        connect(edit, &QPlainTextEdit::textChanged, this, [this] {
            if (!m_filling) emit edited();
        });
    showAnalysis({}, false);
}

void ConclusionForm::showAnalysis(const QString& text, bool saved) {
    m_analysis = true;
    m_filling = true;
    const bool document = m_kind == ReviewKind::Document;
    m_title->setText(document ? tr("Analysis of the live sample") : tr("Analysis of the probe"));
    m_side->setText(saved ? tr("saved") : document ? tr("before the document") : tr("before any candidate"));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_scale, m_stored, m_counterLabel, m_counterNeeded, m_counter})
        widget->hide();
    m_reasonsLabel->setText(!saved    ? tr("What this sample shows, and what it does not")
                            : document ? tr("Saved. The document comes beside it next.")
                                       : tr("Saved. Choose a candidate to compare."));
    m_reasons->setFixedHeight(132);
    m_reasons->setPlaceholderText(tr("Usable features, quality, limits, conditions of capture"));
    if (m_reasons->toPlainText() != text) m_reasons->setPlainText(text);
    m_counter->clear();
    m_scale->setCurrent(-1);
    m_save->setText(document ? tr("Save analysis and show the document") : tr("Save analysis and show candidates"));
    m_filling = false;
}

void ConclusionForm::showConclusion(const QString& title, const ExaminerNotes& notes, const QString& next,
                                    bool saved, bool afterReveal) {
    m_analysis = false;
    m_filling = true;
    m_title->setText(title);
    m_side->setText(afterReveal ? tr("as saved, to be read")
                    : saved     ? tr("saved · nobody sees it yet")
                                : tr("nobody sees it yet"));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_scale, m_stored, m_counterLabel, m_counter})
        widget->show();
    m_counterNeeded->setVisible(!afterReveal);
    m_scale->setCurrent(notes.step ? int(*notes.step) : -1);
    m_reasonsLabel->setText(tr("Reasons"));
    m_reasons->setPlaceholderText({});
    m_reasons->setFixedHeight(48);
    if (m_reasons->toPlainText() != notes.prose) m_reasons->setPlainText(notes.prose);
    if (m_counter->toPlainText() != notes.counterReason) m_counter->setPlainText(notes.counterReason);
    m_save->setText(m_kind == ReviewKind::Document ? tr("Save the conclusion")
                    : next.isEmpty()               ? tr("Save")
                                                   : tr("Save and go to %1").arg(next));
    m_filling = false;
    refreshHints();
}

void ConclusionForm::refreshHints() {
    const auto now = step();
    m_stored->setText(!now                         ? tr("the middle three count as “inconclusive”")
                      : *now == record::ExaminerConclusion::Inconclusive || !record::isInconclusive(*now)
                          ? bridge::text(*now)
                          : tr("%1 · counts as “inconclusive”").arg(bridge::text(*now)));
}

void ConclusionForm::setEditable(bool editable) {
    m_scale->setEnabled(editable);
    m_reasons->setReadOnly(!editable);
    m_counter->setReadOnly(!editable);
    m_save->setVisible(editable);
}

void ConclusionForm::setBusy(bool busy) {
    m_save->setEnabled(!busy);
}

void ConclusionForm::setRefusal(const Refusal& refusal) {
    m_notice->setVisible(!refusal.isEmpty());
    if (!refusal.isEmpty())
        m_notice->setContent(Tone::Bad, "block",
                             {refusal.title, {}, refusal.rule, refusal.remedy, refusal.code, {}});
}

std::optional<record::ExaminerConclusion> ConclusionForm::step() const {
    const int at = m_scale->current();
    if (m_analysis || at < 0) return std::nullopt;
    return record::ExaminerConclusion(at);
}

QString ConclusionForm::reasons() const {
    return m_reasons->toPlainText();
}
QString ConclusionForm::counterReason() const {
    return m_counter->toPlainText();
}

void ConclusionForm::press() {
    if (m_analysis)
        emit saveAnalysisRequested(reasons());
    else
        emit saveRequested();
}

}  // namespace cotejo::compare
