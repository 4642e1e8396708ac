#include "ui/casefile/papers/documents_tab.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/casefile/papers/mrz_card.h"
#include "ui/casefile/papers/papers_card.h"
#include "ui/casefile/samples.h"
#include "ui/intake/sample_tray.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

DocumentsTab::DocumentsTab(bridge::Session& session, QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("documentsTab"));
    auto* outer = new QVBoxLayout(this);
    auto* scroll = new ScrollPage(this);
    outer->addWidget(scroll);
    auto* page = scroll->page();
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
    const auto button = [&](const char* name, const QString& iconName, const QString& text, const QString& spoken) {
        auto* made = new QPushButton(icon(iconName), text, samples);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(spoken);
        setLook(made, ButtonKind::Normal, ButtonSize::Small);
        samples->addTrailing(made);
        return made;
    };
    m_missing = button("missingFingerButton", QStringLiteral("minus"), tr("Missing finger…"), tr("Record a finger that cannot be captured"));
    m_unusable = button("unusableButton", QStringLiteral("block"), tr("Unusable…"), tr("Mark a sample as unusable"));
    m_more = button("addSamples", QStringLiteral("plus"), tr("Add samples…"), tr("Add images of face or fingers to the case"));
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
    connect(m_missing, &QPushButton::clicked, this, [this] { emit askRequested(QStringLiteral("samples.missing")); });
    connect(m_unusable, &QPushButton::clicked, this, [this] { emit askRequested(QStringLiteral("biometric.unusable")); });
    connect(m_more, &QPushButton::clicked, m_tray, &intake_ui::SampleTray::choose);
    connect(give, &QPushButton::clicked, this, &DocumentsTab::samplesRequested);
    connect(m_tray, &intake_ui::SampleTray::changed, this, [this] { m_trayCard->setVisible(m_tray->count() > 0); });
    connect(m_tray, &intake_ui::SampleTray::refused, this, &DocumentsTab::showRefusal);
    m_papers = new PapersCard(page);
    layout->addWidget(m_papers);
    layout->addStretch(1);
    connect(m_papers, &PapersCard::addRequested, this, &DocumentsTab::addDocumentRequested);
    connect(m_papers, &PapersCard::readRequested, this, &DocumentsTab::paperRequested);
    connect(m_papers, &PapersCard::asked, this, &CaseTab::askRequested);
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
    if (m_cards.empty()) {
        auto* none = new Card(QStringLiteral("document"), tr("Travel document"), this);
        auto* why = new Label(file.identityHidden ? tr("Who this is, and with which document, stays hidden during the blind examination.")
                                                  : tr("No travel document is recorded for this person."),
                              TextRole::Body, Ink::T2, Weight::Regular, none);
        why->setObjectName(QStringLiteral("noTravelDocument"));
        why->setWordWrap(true);
        none->body()->addWidget(why);
        m_documents->addWidget(none);
    } else {
        m_cards.front()->setPortrait(m_portrait);
    }
    m_samples->showCase(file);
    m_more->setVisible(file.offers("biometric.attach"));
    m_missing->setVisible(file.offers("biometric.attach"));
    m_unusable->setVisible(file.offers("biometric.unusable"));
    m_papers->showCase(file);
}

void DocumentsTab::showRefusal(const Error& error) {
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(error));
    m_refusal->show();
}

}  // namespace cotejo::casefile
