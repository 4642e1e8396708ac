#include "ui/casefile/history/history_tab.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::casefile {

using namespace widgets;

HistoryTab::HistoryTab(QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("historyTab"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 14, 16, 16);
    auto* card = m_card = new Card(QStringLiteral("history"), tr("History"), this);
    card->setFlush(true);
    m_model = new RowsModel({tr("When"), tr("Act"), tr("Who"), tr("Effect"), tr("Entry of the journal")}, this);
    m_table = new TableView(card);
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("History of the case"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(3, new BadgesDelegate(m_table));
    m_table->setWidths({150, 300, 190, 250, 160});
    card->body()->addWidget(m_table);
    outer->addWidget(card);
}

void HistoryTab::showCase(const bridge::CaseFile& file) {
    m_card->setCaption(file.blind ? tr("The opening, the samples and your own acts. The whole history once the identity is resolved.")
                                  : tr("Nothing is ever taken out. An act without effect stays with its reason."));
    std::vector<TableRow> rows;
    for (auto line = file.view.history.rbegin(); line != file.view.history.rend(); ++line) {
        const QString who = line->officer == file.officer.id ? tr("You") : file.nameOf(line->officer);
        const bool refused = !line->refusal.empty();
        rows.push_back({{Cell(bridge::momentText(line->at, file.now), Ink::T2),
                         Cell(bridge::actText(line->type), Ink::T1, Weight::Medium, bridge::icon(line->type)),
                         Cell(who.isEmpty() ? QStringLiteral("—") : who, Ink::T2),
                         Cell::badge(refused ? BadgeLook{QStringLiteral("block"), bridge::fromText(line->refusal), Tone::Bad, false}
                                             : BadgeLook{QStringLiteral("check"), tr("in effect"), Tone::Ok, false}),
                         Cell::code(bridge::fromText(line->event.text().substr(0, 16)), Ink::T3)},
                        QByteArray::fromStdString(line->event.text())});
    }
    m_model->setRows(std::move(rows));
}

}  // namespace cotejo::casefile
