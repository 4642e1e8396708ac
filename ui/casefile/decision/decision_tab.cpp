#include "ui/casefile/decision/decision_tab.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/review/visible_case.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/casefile/acts/act_list.h"
#include "ui/casefile/decision/examination_card.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::casefile {

using namespace widgets;

DecisionTab::DecisionTab(QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("decisionTab"));
    auto* outer = new QVBoxLayout(this);
    auto* scroll = new ScrollPage(this);
    outer->addWidget(scroll);
    auto* page = scroll->page();
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(16, 14, 16, 16);
    columns->setSpacing(metric::kPanelGap);

    auto* left = new QVBoxLayout;
    left->setSpacing(metric::kPanelGap);
    auto* result = new Card(QStringLiteral("check"), tr("Result of the examination"), page);
    m_outcome = new Label(TextRole::Title, Ink::T1, Weight::SemiBold, result);
    m_outcome->setObjectName(QStringLiteral("outcomeText"));
    m_outcomeNote = new Label(TextRole::Body, Ink::T2, Weight::Regular, result);
    m_outcomeNote->setWordWrap(true);
    result->body()->addWidget(m_outcome);
    result->body()->addWidget(m_outcomeNote);
    left->addWidget(result);
    m_exams = new Card(QStringLiteral("eye"), tr("Examinations"), page);
    m_exams->setFlush(true);
    m_model = new RowsModel({tr("Examination"), tr("Examiner"), tr("Conclusion"), tr("When")}, this);
    m_table = new FittingTable(m_exams);
    m_table->setObjectName(QStringLiteral("examinationsTable"));
    m_table->setAccessibleName(tr("Examinations"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_exams->body()->addWidget(m_table);
    m_examNote = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, m_exams);
    m_examNote->setWordWrap(true);
    m_examNote->setContentsMargins(14, 10, 14, 12);
    m_exams->body()->addWidget(m_examNote);
    left->addWidget(m_exams);
    m_words = new ExaminationCard(page);
    left->addWidget(m_words);
    left->addStretch(1);
    columns->addLayout(left, 3);

    auto* right = new QVBoxLayout;
    right->setSpacing(metric::kPanelGap);
    m_coverage = new Card(QStringLiteral("flag"), tr("Coverage"), page);
    m_read = new Badge(m_coverage);
    m_coverage->addTrailing(m_read);
    m_coverageBody = new QVBoxLayout;
    m_coverageBody->setSpacing(7);
    m_coverage->body()->addLayout(m_coverageBody);
    m_readButton = new QPushButton(icon(QStringLiteral("check")), tr("I have read the coverage"), m_coverage);
    m_readButton->setObjectName(QStringLiteral("readCoverage"));
    m_readButton->setAccessibleName(m_readButton->text());
    m_coverage->body()->addWidget(m_readButton);
    m_searchButton = new QPushButton(icon(QStringLiteral("search")), tr("Search the lists"), m_coverage);
    m_searchButton->setObjectName(QStringLiteral("searchLists"));
    m_searchButton->setAccessibleName(m_searchButton->text());
    m_coverage->body()->addWidget(m_searchButton);
    m_narrowSearch = new QPushButton(icon(QStringLiteral("filter")), tr("Search narrowed down…"), m_coverage);
    m_narrowSearch->setObjectName(QStringLiteral("narrowSearch"));
    m_narrowSearch->setAccessibleName(tr("Search only some lists, people or candidates, with the reason"));
    setLook(m_narrowSearch, ButtonKind::Quiet, ButtonSize::Normal);
    m_coverage->body()->addWidget(m_narrowSearch);
    m_noSearch = new QPushButton(icon(QStringLiteral("block")), tr("No search is possible"), m_coverage);
    m_noSearch->setObjectName(QStringLiteral("noSearch"));
    m_noSearch->setAccessibleName(tr("Record that no search is possible, with its reasons"));
    m_noSearch->setToolTip(tr("Recorded only where the lists have expired or no sample can be used; letting the person go then needs an approval."));
    m_coverage->body()->addWidget(m_noSearch);
    right->addWidget(m_coverage);
    m_refusal = new Notice(page);
    m_refusal->setObjectName(QStringLiteral("decisionRefusal"));
    m_refusal->hide();
    right->addWidget(m_refusal);
    right->addStretch(1);
    columns->addLayout(right, 2);
    connect(m_readButton, &QPushButton::clicked, this, [this] { emit actRequested(record::ReadCoverage{}); });
    connect(m_noSearch, &QPushButton::clicked, this, [this] { emit workRequested(QStringLiteral("noSearch")); });
    connect(m_searchButton, &QPushButton::clicked, this, [this] { emit workRequested(QStringLiteral("search")); });
    connect(m_narrowSearch, &QPushButton::clicked, this, [this] { emit workRequested(QStringLiteral("narrowSearch")); });
}

void DecisionTab::setBusy(bool busy) {
    m_noSearch->setEnabled(!busy);
    m_narrowSearch->setEnabled(!busy);
    m_searchButton->setEnabled(!busy);
    m_searchButton->setText(busy ? tr("Searching…") : tr("Search the lists"));
}

void DecisionTab::showCase(const bridge::CaseFile& file) {
    m_refusal->hide();
    showCoverage(file);
    showExaminations(file);
    m_words->showCase(file);
    const auto& outcome = file.view.outcome;
    m_outcome->setText(outcome ? bridge::text(*outcome) : file.blind ? tr("Nothing to show yet") : tr("None yet"));
    m_outcomeNote->setText(outcome      ? tr("Concluded by people. The disposition is proposed apart from it.")
                           : file.blind ? leftOutText()
                                        : tr("Some conclusions go to a second examiner who knows nothing of the first; whether one does tells nothing of its outcome."));
}

void DecisionTab::showCoverage(const bridge::CaseFile& file) {
    clearLayout(m_coverageBody);
    const auto& coverage = file.view.coverage;
    const bool read = file.view.coverageReadBy.contains(file.officer.id);
    const auto head = [&](const QString& text) {
        auto* label = new Label(text.toUpper(), TextRole::Caption, Ink::T3, Weight::SemiBold, m_coverage);
        label->setAccessibleName(text);
        m_coverageBody->addWidget(label);
    };
    const auto line = [&](const QString& iconName, Ink ink, const QString& what, const QString& detail) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(new IconLabel(iconName, ink, 15, m_coverage));
        auto* label = new Label(what, TextRole::Body, Ink::T1, Weight::Regular, m_coverage);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        row->addWidget(new Label(detail, TextRole::Secondary, Ink::T3, Weight::Regular, m_coverage));
        m_coverageBody->addLayout(row);
    };
    m_searchButton->setVisible(file.allows("match.search"));
    m_narrowSearch->setVisible(file.allows("match.search"));
    m_noSearch->setVisible(file.mine && !coverage && file.offers("match.search"));
    m_readButton->setVisible(coverage && !read && file.allows("coverage.read"));
    if (!coverage) {
        m_read->setLook({QStringLiteral("eye-off"), tr("Not searched"), Tone::Neutral, false});
        auto* text = new Label(tr("The lists have not been searched for this case."), TextRole::Body, Ink::T2, Weight::Regular, m_coverage);
        text->setWordWrap(true);
        m_coverageBody->addWidget(text);
        const auto* search = file.option("match.search");
        if (file.view.state == record::CaseState::Received) {
            auto* then = new Label(tr("That comes after the triage."), TextRole::Body, Ink::T2, Weight::Regular, m_coverage);
            then->setWordWrap(true);
            m_coverageBody->addWidget(then);
        } else if (search != nullptr && search->offered() && !search->allowed()) {
            m_coverageBody->addWidget(remedyLine(*search->refusal, m_coverage));
        }
        return;
    }
    m_read->setLook(read ? BadgeLook{QStringLiteral("check"), tr("Read"), Tone::Ok, false} : BadgeLook{QStringLiteral("eye"), tr("Not read"), Tone::Warn, false});
    // Which lists were asked is kept from whoever has not revealed (review::visibleCase); an empty list would say that none was.
    const bool untold = coverage->searched.empty() && coverage->notSearched.empty();
    if (untold) {
        auto* text = new Label(tr("Which lists were searched is told once scores are revealed to you or the identity is resolved; before, it would tell what the "
                                  "person may be looked for."),
                               TextRole::Body, Ink::T2, Weight::Regular, m_coverage);
        text->setWordWrap(true);
        m_coverageBody->addWidget(text);
    } else {
        head(tr("Searched in"));
    }
    if (!untold && coverage->searched.empty()) line(QStringLiteral("minus"), Ink::Warn, tr("No list was searched"), {});
    for (const auto& gallery : coverage->searched)
        line(QStringLiteral("check"), Ink::Ok, bridge::galleryText(gallery.name),
             tr("%1 · %2 old").arg(bridge::countText(gallery.size), bridge::ageText(file.now - gallery.snapshot)));
    if (!untold) head(tr("Not searched in"));
    if (!untold && coverage->notSearched.empty()) line(QStringLiteral("minus"), Ink::T3, tr("Nothing else is known here"), {});
    for (const auto& each : coverage->notSearched)
        line(QStringLiteral("minus"), Ink::Warn, bridge::notSearchedWhat(each.what), bridge::notSearchedText(each.reason));
    head(tr("With which samples"));
    m_coverageBody->addWidget(new Label(tr("%n faces", nullptr, coverage->faces) + QStringLiteral(", ") + tr("%n fingerprints", nullptr, coverage->fingers),
                                        TextRole::Body, Ink::T1, Weight::Regular, m_coverage));
    m_coverageBody->addWidget(new Notice(Tone::Neutral, QStringLiteral("info"),
                                         {tr("«No candidate» is no clearance."),
                                          tr("It says only that nothing passed the threshold in what was searched, with lists of that age."), {}, {}, {}, {}},
                                         m_coverage));
}

void DecisionTab::showExaminations(const bridge::CaseFile& file) {
    const bool all = review::isResolved(file.view.state);
    std::vector<TableRow> rows;
    std::size_t hidden = 0;
    for (const auto& exam : file.view.examinations) {
        const bool own = exam.examiner == file.officer.id;
        if (!own && !all && exam.round == file.view.round) {
            ++hidden;
            continue;
        }
        const QString which = exam.number == 1 ? tr("First") : exam.number == 2 ? tr("Second, blind") : tr("Panel");
        rows.push_back({{Cell(which, Ink::T1, Weight::Medium), Cell(own ? tr("You") : file.nameOf(exam.examiner), Ink::T2),
                         exam.outcome ? Cell(bridge::text(*exam.outcome)) : Cell(tr("under way"), Ink::T3),
                         Cell(exam.concluded ? bridge::momentText(*exam.concluded, file.now) : QStringLiteral("—"), Ink::T3)},
                        {}});
    }
    m_table->setVisible(!rows.empty());
    m_examNote->setText(hidden > 0 || (rows.empty() && !all) ? tr("The work of other examiners is hidden until the identity is resolved.")
                        : rows.empty()                       ? tr("Nobody examined this case.")
                                       : tr("Conclusions changed after the reveal stay marked in the history."));
    m_model->setRows(std::move(rows));
}

void DecisionTab::showRefusal(const Error& error) {
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(error));
    m_refusal->show();
}

}  // namespace cotejo::casefile
