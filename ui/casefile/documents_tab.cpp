#include "ui/casefile/documents_tab.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/casefile/mrz_card.h"
#include "ui/casefile/samples.h"
#include "ui/intake/sample_tray.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/style.h"

namespace cotejo::casefile {

using namespace widgets;

DocumentsTab::DocumentsTab(bridge::Session& session, QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("documentsTab"));
    auto* outer = new QVBoxLayout(this);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(metric::kPanelGap);
    m_documents = new QVBoxLayout;
    m_documents->setSpacing(metric::kPanelGap);
    layout->addLayout(m_documents);
    m_refusal = new Notice(page);
    m_refusal->setObjectName(QStringLiteral("documentsRefusal"));
    m_refusal->hide();
    layout->addWidget(m_refusal);
    auto* samples = new Card(QStringLiteral("face"), tr("Samples of the case"), page);
    m_samples = new Samples(samples);
    samples->body()->addWidget(m_samples);
    auto* more = new QPushButton(icon(QStringLiteral("plus")), tr("Add samples…"), samples);
    more->setObjectName(QStringLiteral("addSamples"));
    more->setAccessibleName(tr("Add images of face or fingers to the case"));
    setLook(more, ButtonKind::Normal, ButtonSize::Small);
    samples->addTrailing(more);
    layout->addWidget(samples);
    m_trayCard = new Card(QStringLiteral("camera"), tr("Samples to add"), page);
    m_trayCard->setCaption(tr("Say what each shows. Nothing is written until you add them."));
    m_tray = new intake_ui::SampleTray(session, m_trayCard);
    m_trayCard->body()->addWidget(m_tray);
    auto* give = new QPushButton(icon(QStringLiteral("check")), tr("Add to the case"), m_trayCard);
    give->setObjectName(QStringLiteral("giveSamples"));
    give->setAccessibleName(tr("Add these samples to the case"));
    setLook(give, ButtonKind::Primary, ButtonSize::Small);
    m_trayCard->addTrailing(give);
    m_trayCard->hide();
    layout->addWidget(m_trayCard);
    connect(more, &QPushButton::clicked, m_tray, &intake_ui::SampleTray::choose);
    connect(give, &QPushButton::clicked, this, &DocumentsTab::samplesRequested);
    connect(m_tray, &intake_ui::SampleTray::changed, this, [this] { m_trayCard->setVisible(m_tray->count() > 0); });
    connect(m_tray, &intake_ui::SampleTray::refused, this, &DocumentsTab::showRefusal);
    m_papers = new Card(QStringLiteral("document"), tr("Papers of the dossier"), page);
    m_papers->setFlush(true);
    auto* add = new QPushButton(icon(QStringLiteral("plus")), tr("Add a paper…"), m_papers);
    add->setObjectName(QStringLiteral("addDocument"));
    add->setAccessibleName(tr("Add a paper to the dossier"));
    setLook(add, ButtonKind::Normal, ButtonSize::Small);
    m_papers->addTrailing(add);
    m_model = new RowsModel({tr("Paper"), tr("Kind"), tr("Added"), tr("Opened by you"), tr("Hash")}, this);
    m_table = new FittingTable(m_papers);
    m_table->setObjectName(QStringLiteral("documentsTable"));
    m_table->setAccessibleName(tr("Papers of the dossier"));
    m_table->setModel(m_model);
    const int widths[] = {320, 260, 220, 200};
    for (int i = 0; i < 4; ++i) m_table->setColumnWidth(i, widths[i]);
    m_papers->body()->addWidget(m_table);
    layout->addWidget(m_papers);
    layout->addStretch(1);
    connect(add, &QPushButton::clicked, this, &DocumentsTab::addDocumentRequested);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const auto hash = Hash::fromText(index.data(RowsModel::KeyRole).toByteArray().toStdString())) emit documentOpened(*hash);
    });
}

void DocumentsTab::setPortrait(const QImage& image) {
    m_portrait = image;
    if (!m_cards.empty()) m_cards.front()->setPortrait(image);
}

void DocumentsTab::setThumbnail(const CaptureId& capture, const QImage& image) { m_samples->setThumbnail(capture, image); }

void DocumentsTab::showCase(const bridge::CaseFile& file) {
    m_refusal->hide();
    clearLayout(m_documents);
    m_cards.clear();
    if (!file.identityHidden)
        for (std::size_t i = 0; i < file.view.traveler.documents.size(); ++i) {
            auto* card = new MrzCard(this);
            const auto zone = file.zones.find(i);
            card->showDocument(file.view.traveler.documents[i], zone != file.zones.end() ? &zone->second : nullptr, file.now);
            connect(card, &MrzCard::proposalAccepted, this, [this, i, view = file.view](const QStringList& lines, const QString& reason) {
                if (const auto amend = amendFromZone(view, i, lines, reason)) emit actRequested(*amend);
            });
            m_documents->addWidget(card);
            m_cards.push_back(card);
        }
    if (!m_cards.empty()) m_cards.front()->setPortrait(m_portrait);
    m_samples->showCase(file);
    std::vector<TableRow> rows;
    for (const auto& paper : file.view.documents) {
        const auto opened = paper.openedBy.find(file.officer.id);
        rows.push_back({{Cell(bridge::fromText(paper.title), Ink::T1, Weight::Medium, QStringLiteral("document")),
                         Cell(bridge::documentKindText(paper.kind), Ink::T2), Cell(bridge::momentText(paper.added, file.now), Ink::T2),
                         opened != paper.openedBy.end() ? Cell(bridge::momentText(opened->second, file.now), Ink::Ok, Weight::Regular, QStringLiteral("check"))
                                                        : Cell(tr("not opened"), Ink::Warn, Weight::Regular, QStringLiteral("eye-off")),
                         Cell::code(bridge::fromText(paper.blob.text().substr(0, 16)), Ink::T3)},
                        QByteArray::fromStdString(paper.blob.text())});
    }
    m_papers->setCaption(rows.empty() ? tr("none yet") : tr("%n papers; Return opens one, and that is recorded", nullptr, int(rows.size())));
    m_table->setVisible(!rows.empty());
    m_model->setRows(std::move(rows));
}

void DocumentsTab::showRefusal(const Error& error) {
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(error));
    m_refusal->show();
}

}  // namespace cotejo::casefile
