#include "ui/casefile/decision/examination_card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {

Tone toneOf(record::ExaminerConclusion step) {
    return step == record::ExaminerConclusion::Identification ? Tone::Accent : step == record::ExaminerConclusion::Exclusion ? Tone::Neutral : Tone::Warn;
}

}  // namespace

ExaminationCard::ExaminationCard(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_card = new Card(QStringLiteral("eye"), tr("What the examiners wrote"), this);
    layout->addWidget(m_card);
    m_body = new QVBoxLayout;
    m_body->setSpacing(6);
    m_card->body()->addLayout(m_body);
}

void ExaminationCard::showCase(const bridge::CaseFile& file) {
    clearLayout(m_body);
    bool any = false;
    const auto head = [&](const QString& title, const QString& caption, const BadgeLook& look) {
        if (any) m_body->addWidget(new Line(Qt::Horizontal, m_card));
        any = true;
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(new Label(title, TextRole::Body, Ink::T1, Weight::SemiBold, m_card));
        auto* small = new ElidedLabel(caption, TextRole::Secondary, Ink::T3, Weight::Regular, m_card);
        row->addWidget(small, 1);
        row->addWidget(new Badge(look, m_card));
        m_body->addLayout(row);
    };
    const auto line = [&](const QString& name, const std::string& value) {
        if (value.empty()) return;
        auto* text = new Label(TextRole::Body, Ink::T1, Weight::Regular, m_card);
        text->setTextFormat(Qt::RichText);
        text->setWordWrap(true);
        text->setText(QStringLiteral("<b>%1</b> %2").arg(name.toHtmlEscaped(), bridge::fromText(value).toHtmlEscaped()));
        m_body->addWidget(text);
    };
    for (const auto& exam : file.view.examinations) {
        if (!exam.concluded || !exam.outcome) continue;
        const QString who = exam.examiner == file.officer.id ? tr("You") : file.nameOf(exam.examiner);
        QString which = exam.number == 1 ? tr("First examination") : exam.number == 2 ? tr("Second examination, blind") : tr("Panel");
        if (exam.round != file.view.round) which += QStringLiteral(" · ") + tr("earlier round");
        head(which, QStringLiteral("%1 · %2").arg(who, bridge::momentText(*exam.concluded, file.now)),
             {QString(), bridge::text(*exam.outcome), exam.outcome == record::Outcome::Identified ? Tone::Accent : Tone::Neutral, false});
        line(tr("Analysis."), exam.analysis);
        for (const auto& [id, final] : exam.final) {
            QString letter;
            for (const auto& candidate : file.candidates)
                if (candidate.id == id) letter = bridge::fromText(candidate.letter);
            auto* row = new QHBoxLayout;
            row->setSpacing(8);
            row->addWidget(new Label(letter.isEmpty() ? tr("Candidate") : tr("Candidate %1").arg(letter), TextRole::Secondary, Ink::T2, Weight::Medium, m_card));
            row->addWidget(new Badge({QString(), bridge::text(final.conclusion), toneOf(final.conclusion), false}, m_card));
            if (final.changedAfterReveal)
                row->addWidget(new Badge({QStringLiteral("warning"), tr("changed after the reveal"), Tone::Warn, true}, m_card));
            row->addStretch(1);
            m_body->addLayout(row);
            line(tr("For."), final.reasons);
            line(tr("Against."), final.counterReason);
        }
    }
    for (const auto& check : file.view.portraits) {
        if (!check.conclusion) continue;
        head(check.modality == record::Modality::Face ? tr("Document against live face") : tr("Document against live fingers"),
             QStringLiteral("%1 · %2").arg(check.examiner == file.officer.id ? tr("You") : file.nameOf(check.examiner), bridge::momentText(check.at, file.now)),
             {QString(), bridge::text(*check.conclusion), toneOf(*check.conclusion), false});
        line(tr("Analysis."), check.analysis);
        line(tr("For."), check.reasons);
        line(tr("Against."), check.counterReason);
    }
    setVisible(any);
}

}  // namespace cotejo::casefile
