#include "ui/casefile/papers/papers_card.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::casefile {

using namespace widgets;

BadgeLook look(const bridge::PaperNeed& need) {
    if (need.present) return {QStringLiteral("check"), PapersCard::tr("Present"), Tone::Ok, false};
    if (need.waiver) return {QStringLiteral("minus"), PapersCard::tr("Does not apply"), Tone::Neutral, false};
    return {QStringLiteral("warning"), PapersCard::tr("Missing", "a paper"), Tone::Bad, false};
}

QString waiverText(const bridge::PaperNeed& need, const bridge::CaseFile& file) {
    if (need.present || !need.waiver) return {};
    return PapersCard::tr("because %1 (%2, %3)")
        .arg(bridge::fromText(need.waiver->reason), need.waiver->by == file.officer.id ? PapersCard::tr("you") : file.nameOf(need.waiver->by),
             bridge::momentText(need.waiver->at, file.now));
}

PapersCard::PapersCard(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kPanelGap);
    m_needs = new Card(QStringLiteral("queue"), tr("Papers that are needed"), this);
    m_needsBody = new QVBoxLayout;
    m_needsBody->setSpacing(8);
    m_needs->body()->addLayout(m_needsBody);
    layout->addWidget(m_needs);
    m_papers = new Card(QStringLiteral("document"), tr("Papers of the dossier"), this);
    m_papers->setFlush(true);
    const auto button = [&](const char* name, const QString& iconName, const QString& text, const QString& spoken) {
        auto* made = new QPushButton(icon(iconName), text, m_papers);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(spoken);
        setLook(made, ButtonKind::Normal, ButtonSize::Small);
        m_papers->addTrailing(made);
        return made;
    };
    m_read = button("readPaper", QStringLiteral("eye"), tr("Read"), tr("Read the chosen paper"));
    m_kind = button("paperKindButton", QStringLiteral("mark"), tr("Kind…"), tr("Change what the chosen paper is"));
    m_add = button("addDocument", QStringLiteral("plus"), tr("Add a paper…"), tr("Add a paper to the dossier"));
    m_model = new RowsModel({tr("Paper"), tr("Kind"), tr("Pages"), tr("Added"), tr("Opened by you")}, this);
    m_table = new FittingTable(m_papers);
    m_table->setObjectName(QStringLiteral("documentsTable"));
    m_table->setAccessibleName(tr("Papers of the dossier"));
    m_table->setModel(m_model);
    m_table->setWidths({330, 300, 90, 200, 150});
    m_papers->body()->addWidget(m_table);
    // Restricted papers, and to a blind reader others', are left out: "none" would not be true.
    m_none = new Label(tr("No paper that you may see has been added."), TextRole::Body, Ink::T2, Weight::Regular, m_papers);
    m_none->setObjectName(QStringLiteral("noPapers"));
    m_none->setWordWrap(true);
    m_none->setContentsMargins(14, 10, 14, 12);
    m_papers->body()->addWidget(m_none);
    layout->addWidget(m_papers);
    connect(m_add, &QPushButton::clicked, this, [this] { emit addRequested({}); });
    const auto read = [this] {
        if (const auto key = chosen())
            if (const auto hash = Hash::fromText(key->toStdString())) emit readRequested(*hash);
    };
    connect(m_read, &QPushButton::clicked, this, read);
    connect(m_table, &TableView::opened, this, read);
    connect(m_kind, &QPushButton::clicked, this, [this] {
        if (const auto key = chosen()) emit asked(QStringLiteral("document.kind:") + *key);
    });
    const auto choose = [this] {
        m_read->setEnabled(chosen().has_value());
        m_kind->setEnabled(chosen().has_value());
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, choose);
    connect(m_model, &QAbstractItemModel::modelReset, this, choose);
    choose();
}

std::optional<QString> PapersCard::chosen() const {
    const auto* row = m_model->rowAt(m_table->currentIndex().row());
    return row != nullptr ? std::optional(QString::fromLatin1(row->key)) : std::nullopt;
}

void PapersCard::showCase(const bridge::CaseFile& file) {
    std::vector<TableRow> rows;
    for (const auto& paper : file.view.documents) {
        const auto opened = paper.openedBy.find(file.officer.id);
        const QString until = paper.until.empty() ? QString() : tr("until %1").arg(bridge::dateText(paper.until));
        rows.push_back({{Cell(bridge::fromText(paper.title), Ink::T1, Weight::Medium, paper.restricted ? QStringLiteral("shield") : QStringLiteral("document")),
                         Cell(bridge::documentKindText(paper.kind), Ink::T2, Weight::Regular, {}, until), Cell::number(bridge::countText(paper.pages), Ink::T2),
                         Cell(bridge::momentText(paper.added, file.now), Ink::T2),
                         opened != paper.openedBy.end() ? Cell(bridge::momentText(opened->second, file.now), Ink::Ok, Weight::Regular, QStringLiteral("check"))
                                                        : Cell(tr("not opened"), Ink::Warn, Weight::Regular, QStringLiteral("eye-off"))},
                        QByteArray::fromStdString(paper.blob.text())});
    }
    const bool any = !rows.empty();
    m_papers->setCaption(any ? tr("%n papers; each counts as opened once all its pages were on your screen", nullptr, int(rows.size())) : QString());
    m_none->setVisible(!any);
    m_table->setVisible(any);
    m_read->setVisible(any);
    m_kind->setVisible(any && file.offers("document.kind"));
    m_add->setVisible(file.offers("document.add"));
    m_model->setRows(std::move(rows));
    showNeeds(file);
}

void PapersCard::showNeeds(const bridge::CaseFile& file) {
    clearLayout(m_needsBody);
    m_needs->setVisible(!file.papers.empty());
    if (file.papers.empty()) return;
    const auto missing = std::ranges::count_if(file.papers, [](const auto& each) { return !each.present && !each.waiver; });
    m_needs->setTitle(tr("Papers for: %1").arg(bridge::text(file.papersFor)));
    m_needs->setCaption(missing > 0 ? tr("%1 of %2 missing").arg(missing).arg(file.papers.size()) : tr("nothing is missing"));
    bool first = true;
    for (const auto& need : file.papers) {
        if (!first) m_needsBody->addWidget(new Line(Qt::Horizontal, m_needs));
        first = false;
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* name = new Label(bridge::documentKindText(need.kind), TextRole::Body, Ink::T1, Weight::Medium, m_needs);
        name->setWordWrap(true);
        words->addWidget(name);
        if (const QString why = waiverText(need, file); !why.isEmpty()) {
            auto* text = new Label(why, TextRole::Secondary, Ink::T2, Weight::Regular, m_needs);
            text->setWordWrap(true);
            words->addWidget(text);
        }
        row->addLayout(words, 1);
        const QString kind = bridge::fromText(need.kind);
        const auto button = [&](const QString& name_, const QString& iconName, const QString& text, const QString& spoken, auto run) {
            auto* made = new QPushButton(icon(iconName), text, m_needs);
            made->setObjectName(name_);
            made->setAccessibleName(spoken);
            setLook(made, ButtonKind::Normal, ButtonSize::Small);
            connect(made, &QPushButton::clicked, this, run);
            row->addWidget(made);
        };
        if (!need.present && file.offers("document.waive", need.kind) && !need.waiver)
            button(QStringLiteral("waive_") + kind, QStringLiteral("minus"), tr("Does not apply…"), tr("Say why it does not apply: %1").arg(bridge::documentKindText(need.kind)),
                   [this, kind] { emit asked(QStringLiteral("document.waive:") + kind); });
        if (!need.present && file.offers("document.add"))
            button(QStringLiteral("addPaper_") + kind, QStringLiteral("plus"), tr("Add…"), tr("Add the paper: %1").arg(bridge::documentKindText(need.kind)),
                   [this, kind] { emit addRequested(kind); });
        row->addWidget(new Badge(look(need), m_needs));
        m_needsBody->addLayout(row);
    }
}

}  // namespace cotejo::casefile
