#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/approvals/dossier_view.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/casefile/decision/examination_card.h"
#include "ui/casefile/overview/case_cards.h"
#include "ui/casefile/papers/paper_view.h"
#include "ui/casefile/papers/papers_card.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/tables/rows_model.h"

/// What a dossier shows; how it is built and decided stands in dossier_view.cpp.
namespace cotejo::approvals {

using namespace widgets;

void DossierView::showCase(bridge::CaseFile file) {
    const bool other = !m_file || m_file->view.id != file.view.id;
    m_file = std::move(file);
    const auto& view = m_file->view;
    const auto& disposition = view.disposition;
    // A refusal that was about the papers is out of date once they are read.
    if (!other && m_refusal->isVisible() && m_file->approvalRefusals.empty()) m_refusal->hide();
    m_title->setText(disposition ? bridge::text(disposition->disposition) : tr("No disposition"));
    m_person->setText(QStringLiteral("%1 · %2").arg(bridge::personName(view.traveler), bridge::personFacts(view.traveler)));
    m_caption->setText(disposition ? tr("Case %1 · proposed by %2, %3")
                                         .arg(bridge::fromText(view.number), m_file->nameOf(disposition->proposedBy),
                                              bridge::momentText(disposition->proposedAt, m_file->now))
                                   : tr("Case %1").arg(bridge::fromText(view.number)));
    m_state->setLook(bridge::look(view.state));
    if (other) m_refusal->hide();
    showPapers();
    showSummary();
    showChanges();
    m_exams->showCase(*m_file);
    m_story->showCase(*m_file);
    showConditions();
}

void DossierView::showPapers() {
    const auto me = m_file->officer.id;
    const auto& documents = m_file->view.documents;
    std::vector<TableRow> rows;
    int opened = 0, firstClosed = -1;
    const auto paper = [&](const record::DossierDocument& each) {
        const auto mark = each.openedBy.find(me);
        const bool done = mark != each.openedBy.end();
        opened += done ? 1 : 0;
        if (!done && firstClosed < 0) firstClosed = int(rows.size());
        const QString kind = bridge::documentKindText(each.kind), title = bridge::fromText(each.title);
        rows.push_back({{Cell(each.kind == "other" && !title.isEmpty() ? title : kind, Ink::T1, done ? Weight::Regular : Weight::SemiBold,
                              done ? QStringLiteral("check") : QStringLiteral("eye-off")),
                         Cell(done ? tr("opened %1").arg(bridge::clockText(mark->second)) : tr("not opened"), done ? Ink::T3 : Ink::Warn,
                              done ? Weight::Regular : Weight::SemiBold)},
                        QByteArray::fromStdString(each.blob.text())});
    };
    // In the order of the table of papers; what it does not ask for comes behind.
    for (const auto& need : m_file->papers) {
        if (!need.present) {
            const auto look = casefile::look(need);
            rows.push_back({{Cell(bridge::documentKindText(need.kind), need.waiver ? Ink::T2 : Ink::Bad, need.waiver ? Weight::Regular : Weight::SemiBold, look.icon),
                             Cell(look.text, need.waiver ? Ink::T3 : Ink::Bad, Weight::Regular)},
                            QByteArray::fromStdString("need:" + need.kind)});
            continue;
        }
        for (const auto& each : documents)
            if (each.kind == need.kind) paper(each);
    }
    for (const auto& each : documents)
        if (std::ranges::find(m_file->papers, each.kind, &bridge::PaperNeed::kind) == m_file->papers.end()) paper(each);
    const int total = int(documents.size());
    m_opened->setText(tr("%1 of %2 opened").arg(opened).arg(total));
    m_drawer->setText(QStringLiteral("%1 · %2").arg(tr("Dossier"), m_opened->text()));
    m_drawer->setAccessibleName(m_drawer->text());
    m_share->setShare(total > 0 ? double(opened) / total : 1.0, Tone::Accent);
    const int before = m_table->currentIndex().row();
    m_papers->setRows(std::move(rows));
    if (m_table->currentIndex().row() < 0 && before >= 0 && before < m_papers->rowCount()) m_table->setCurrentIndex(m_papers->index(before, 0));
    if (m_reader->paper())
        if (const auto found = std::ranges::find(documents, *m_reader->paper(), &record::DossierDocument::blob); found != documents.end())
            m_reader->showPaper(m_file->view.id, *found);
}

void DossierView::showSummary() {
    clearLayout(m_summary);
    const auto line = [&](const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        auto* row = new QHBoxLayout;
        auto* label = new Label(name, TextRole::Body, Ink::T2, Weight::Regular, this);
        label->setFixedWidth(150);
        auto* text = new Label(value, TextRole::Body, Ink::T1, Weight::Regular, this);
        text->setWordWrap(true);
        row->addWidget(label, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_summary->addLayout(row);
    };
    const auto& view = m_file->view;
    if (view.disposition) {
        line(tr("Disposition"), bridge::text(view.disposition->disposition));
        if (view.outcome == record::Outcome::Identified) {
            line(tr("Listed for"), bridge::text(view.disposition->facts.purpose));
            line(tr("Evidence"), bridge::text(view.disposition->facts.grade));
        }
        line(tr("Legal basis"), bridge::fromText(view.disposition->legalBasis));
        line(tr("Reasons"), bridge::fromText(view.disposition->reasons));
    }
    line(tr("Identity"), view.outcome ? bridge::text(*view.outcome) : tr("None yet"));
    if (m_file->entry) line(tr("Entry"), QStringLiteral("%1 · %2").arg(bridge::fromText(m_file->entry->name), bridge::text(m_file->entry->status)));
    if (!view.confirmation.empty()) line(tr("Owner's answer"), bridge::answerText(view.confirmation));
    QStringList settled;
    for (const auto& each : view.settledBy) settled << m_file->nameOf(each);
    line(tr("Settled by"), settled.join(QStringLiteral(", ")));
    for (const auto& need : m_file->papers)
        if (need.waiver && !need.present) line(bridge::documentKindText(need.kind), casefile::waiverText(need, *m_file));
    if (view.coverage)
        for (const auto& gallery : view.coverage->searched)
            line(tr("Searched in"), tr("%1, %2 entries").arg(bridge::galleryText(gallery.name), bridge::countText(gallery.size)));
}

void DossierView::showConditions() {
    clearLayout(m_conditions);
    const auto refused = [this](std::initializer_list<std::string_view> codes, bool prefix = false) -> const Error* {
        for (const auto& error : m_file->approvalRefusals)
            for (const auto code : codes)
                if (error.code == code || (prefix && std::string_view(error.code).starts_with(code))) return &error;
        return nullptr;
    };
    const auto condition = [&](const QString& text, const QString& detail, const Error* why) {
        auto* row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(new IconLabel(why == nullptr ? QStringLiteral("check") : QStringLiteral("close"), why == nullptr ? Ink::Ok : Ink::Bad, 16, this), 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* name = new Label(text, TextRole::Body, Ink::T1, why == nullptr ? Weight::Regular : Weight::SemiBold, this);
        name->setWordWrap(true);
        words->addWidget(name);
        const auto notice = why == nullptr ? NoticeText{} : bridge::noticeText(*why);
        const QString below = why == nullptr ? detail : QStringList{notice.title + QLatin1Char('.'), notice.body}.join(QLatin1Char(' ')).trimmed();
        if (!below.isEmpty()) {
            auto* small = new Label(below, TextRole::Secondary, why == nullptr ? Ink::T3 : Ink::Bad, Weight::Regular, this);
            small->setWordWrap(true);
            words->addWidget(small);
        }
        row->addLayout(words, 1);
        if (why != nullptr) row->addWidget(new Label(bridge::fromText(why->code), TextRole::MonoSmall, Ink::T3, Weight::Regular, this), 0, Qt::AlignTop);
        m_conditions->addLayout(row);
        m_conditions->addWidget(new Line(Qt::Horizontal, this));
    };
    condition(tr("You took no part"), tr("neither in comparisons nor in the proposal"), refused({"E_FOUR_EYES"}));
    condition(tr("You may approve"), bridge::rolesText(m_file->officer, m_file->now), refused({"E_ROLE"}));
    condition(tr("Waits for a decision"), bridge::text(m_file->view.state), refused({"E_STATE"}));
    condition(tr("In contact with the server"), {}, refused({"E_OFFLINE_NOT_ALLOWED"}));
    condition(tr("No hold forbids it"), tr("checked again when it is carried out"), refused({"E_HOLD", "E_RELEASE_GUARD"}, true));
    condition(tr("Every paper opened"), {}, refused({"E_NOT_READ"}));
    if (!m_file->papers.empty()) condition(tr("Every paper there, or why not"), {}, refused({"E_PAPER_MISSING"}));
    for (const auto& error : m_file->approvalRefusals) {
        const std::string_view code = error.code;
        if (code == "E_FOUR_EYES" || code == "E_ROLE" || code == "E_STATE" || code == "E_OFFLINE_NOT_ALLOWED" || code.starts_with("E_HOLD") ||
            code == "E_RELEASE_GUARD" || code == "E_NOT_READ" || code == "E_PAPER_MISSING")
            continue;
        condition(bridge::errorText(error).title, {}, &error);
    }
}

/// What the journal says of the dossier since somebody approved it.
void DossierView::showChanges() {
    clearLayout(m_changes);
    const auto& view = m_file->view;
    const bool outdated = m_file->approvalOutdated && view.disposition && view.disposition->decidedAt;
    m_changesCard->setVisible(outdated);
    if (!outdated) return;
    const auto say = [&](const QString& text, Ink ink) {
        auto* label = new Label(text, TextRole::Body, ink, Weight::Regular, this);
        label->setWordWrap(true);
        m_changes->addWidget(label);
    };
    say(tr("%1 approved another dossier %2. It is approved again, or not, as it stands now.")
            .arg(view.disposition->decidedBy ? m_file->nameOf(*view.disposition->decidedBy) : QString(), bridge::momentText(*view.disposition->decidedAt, m_file->now)),
        Ink::T2);
    static constexpr std::string_view kTelling[] = {"document.add", "document.kind", "document.waive", "biometric.", "hold.", "watchlist.", "guard.", "case.amend",
                                                    "case.legal_basis", "examination.conclude", "portrait.conclude", "entry.status", "decision.propose"};
    for (const auto& line : view.history) {
        if (line.at <= *view.disposition->decidedAt || !line.refusal.empty()) continue;
        if (std::ranges::none_of(kTelling, [&](auto each) { return std::string_view(line.type).starts_with(each); })) continue;
        const QString what = line.type.starts_with("document.") && !line.detail.empty()
                                 ? tr("%1: %2").arg(bridge::actText(line.type), bridge::documentKindText(line.detail))
                                 : bridge::actText(line.type);
        say(QStringLiteral("%1 · %2 · %3").arg(what, line.officer == m_file->officer.id ? tr("you") : m_file->nameOf(line.officer), bridge::momentText(line.at, m_file->now)),
            Ink::T1);
    }
}

void DossierView::selectPaper(int row) {
    const auto* at = m_papers->rowAt(row);
    if (at == nullptr || !m_file) return;
    const auto blob = Hash::fromText(at->key.toStdString());
    const auto& documents = m_file->view.documents;
    const auto found = blob ? std::ranges::find(documents, *blob, &record::DossierDocument::blob) : documents.end();
    if (found == documents.end()) {
        turnTo(0);
        return;
    }
    const QString title = bridge::fromText(found->title), kind = bridge::documentKindText(found->kind);
    QStringList parts{kind};
    if (!title.isEmpty() && title != kind) parts << title;
    if (!found->until.empty()) parts << tr("until %1").arg(bridge::dateText(found->until));
    parts << bridge::momentText(found->added, m_file->now);
    m_paperHead->setText(parts.join(QStringLiteral(" · ")));
    m_reader->showPaper(m_file->view.id, *found);
    turnTo(1);
}

}  // namespace cotejo::approvals
