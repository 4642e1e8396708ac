#include "ui/casefile/overview_tab.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/casefile/mrz_card.h"
#include "ui/casefile/samples.h"
#include "ui/casefile/side_cards.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {
constexpr int kStackUnder = 1180;
}  // namespace

OverviewTab::OverviewTab(QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("overviewTab"));
    auto* outer = new QVBoxLayout(this);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    m_columns = new QHBoxLayout(page);
    m_columns->setContentsMargins(16, 14, 16, 16);
    m_columns->setSpacing(metric::kPanelGap);

    auto* left = new QWidget(page);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setSpacing(metric::kPanelGap);
    m_document = new MrzCard(left);
    leftLayout->addWidget(m_document);
    auto* samples = new Card(QStringLiteral("face"), tr("Samples of the case"), left);
    m_samples = new Samples(samples);
    samples->body()->addWidget(m_samples);
    leftLayout->addWidget(samples);
    auto* base = new Card(QStringLiteral("law"), tr("Base"), left);
    m_base = new QVBoxLayout;
    m_base->setSpacing(6);
    base->body()->addLayout(m_base);
    leftLayout->addWidget(base);
    leftLayout->addStretch(1);

    m_historyCard = new Card(QStringLiteral("history"), tr("It happened in this case"), page);
    m_history = new QVBoxLayout;
    m_history->setSpacing(9);
    m_historyCard->body()->addLayout(m_history);
    m_historyCard->body()->addStretch(1);

    auto* right = new QWidget(page);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setSpacing(metric::kPanelGap);
    m_side = new SideCards(right);
    m_wordsCard = new Card(QStringLiteral("note"), tr("In words"), right);
    m_wordsLabel = new Label(TextRole::Secondary, Ink::T2, Weight::Medium, m_wordsCard);
    m_wordsLabel->setWordWrap(true);
    m_words = new QLineEdit(m_wordsCard);
    m_words->setObjectName(QStringLiteral("wordsField"));
    m_words->setMaxLength(500);
    m_wordsLabel->setBuddy(m_words);
    auto* buttons = new QHBoxLayout;
    m_wordsSend = new QPushButton(m_wordsCard);
    m_wordsSend->setObjectName(QStringLiteral("wordsSend"));
    auto* cancel = new QPushButton(tr("Leave it"), m_wordsCard);
    cancel->setObjectName(QStringLiteral("wordsCancel"));
    cancel->setAccessibleName(cancel->text());
    setLook(cancel, ButtonKind::Quiet);
    buttons->addWidget(m_wordsSend);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    m_wordsCard->body()->addWidget(m_wordsLabel);
    m_wordsCard->body()->addWidget(m_words);
    m_wordsCard->body()->addLayout(buttons);
    m_wordsCard->hide();
    rightLayout->addWidget(m_wordsCard);
    rightLayout->addWidget(m_side);
    rightLayout->addStretch(1);
    right->setMinimumWidth(300);
    m_historyCard->setMinimumWidth(300);

    m_columns->addWidget(left, 16);
    m_columns->addWidget(m_historyCard, 9);
    m_columns->addWidget(right, 8);

    connect(m_side, &SideCards::actRequested, this, &CaseTab::actRequested);
    connect(m_side, &SideCards::tabRequested, this, &CaseTab::tabRequested);
    connect(m_side, &SideCards::workRequested, this, &CaseTab::workRequested);
    connect(m_side, &SideCards::wordsRequested, this, &OverviewTab::askWords);
    connect(m_wordsSend, &QPushButton::clicked, this, &OverviewTab::submitWords);
    connect(m_words, &QLineEdit::returnPressed, this, &OverviewTab::submitWords);
    connect(cancel, &QPushButton::clicked, m_wordsCard, &QWidget::hide);
    connect(m_document, &MrzCard::proposalAccepted, this, [this](const QStringList& lines, const QString& reason) {
        if (const auto amend = amendFromZone(m_file.view, 0, lines, reason)) emit actRequested(*amend);
    });
}

void OverviewTab::resizeEvent(QResizeEvent* event) {
    CaseTab::resizeEvent(event);
    m_columns->setDirection(event->size().width() < kStackUnder ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void OverviewTab::askWords(const QString& act) {
    m_wordsAct = act;
    if (act == QLatin1String("case.legal_basis")) {
        m_wordsLabel->setText(tr("Legal basis of the control, e.g. the article it rests on"));
        m_wordsSend->setText(tr("Set the legal basis"));
    } else if (act == QLatin1String("case.recapture")) {
        m_wordsLabel->setText(tr("What is to be captured again, and why"));
        m_wordsSend->setText(tr("Ask for a recapture"));
    } else {
        m_wordsLabel->setText(tr("Why the case is returned"));
        m_wordsSend->setText(tr("Return the case"));
    }
    m_words->setAccessibleName(m_wordsLabel->text());
    m_wordsSend->setAccessibleName(m_wordsSend->text());
    m_words->clear();
    m_wordsCard->show();
    m_words->setFocus();
}

void OverviewTab::submitWords() {
    const std::string words = bridge::toText(m_words->text());
    if (m_wordsAct == QLatin1String("case.legal_basis")) emit actRequested(record::SetLegalBasis{words});
    else if (m_wordsAct == QLatin1String("case.recapture")) emit actRequested(record::RequestRecapture{words});
    else emit actRequested(record::ReturnCase{words});
}

void OverviewTab::showCase(const bridge::CaseFile& file) {
    m_file = file;
    m_wordsCard->hide();
    m_document->setVisible(!file.view.traveler.documents.empty() && !file.identityHidden);
    if (!file.view.traveler.documents.empty()) {
        const auto zone = file.zones.find(0);
        m_document->showDocument(file.view.traveler.documents.front(), zone != file.zones.end() ? &zone->second : nullptr, file.now);
    }
    m_samples->showCase(file);
    showBase(file);
    showHistory(file);
    m_side->showCase(file);
}

void OverviewTab::showRefusal(const Error& error) { m_side->showRefusal(error); }
void OverviewTab::setNow(UtcTime now) { m_side->setNow(now); }
void OverviewTab::setPortrait(const QImage& image) { m_document->setPortrait(image); }
void OverviewTab::setThumbnail(const CaptureId& capture, const QImage& image) { m_samples->setThumbnail(capture, image); }

void OverviewTab::showBase(const bridge::CaseFile& file) {
    clearLayout(m_base);
    const auto line = [&](const QString& name, const QString& value, Ink ink = Ink::T1) {
        auto* row = new QHBoxLayout;
        auto* label = new Label(name, TextRole::Body, Ink::T2, Weight::Regular, this);
        label->setFixedWidth(150);
        auto* text = new Label(value, TextRole::Body, ink, Weight::Regular, this);
        text->setWordWrap(true);
        row->addWidget(label, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_base->addLayout(row);
    };
    line(tr("Legal basis"), file.view.legalBasis.empty() ? tr("not set") : bridge::fromText(file.view.legalBasis),
         file.view.legalBasis.empty() ? Ink::Warn : Ink::T1);
    line(tr("Referral"), bridge::text(file.view.reason));
    if (!file.view.referralNote.empty()) line(tr("Note"), bridge::fromText(file.view.referralNote));
    line(tr("Opened"), bridge::momentText(file.view.opened, file.now));
    for (const auto& remark : file.view.remarks)
        if (remark.type == "note.add") line(tr("Added note"), bridge::fromText(remark.text));
}

void OverviewTab::showHistory(const bridge::CaseFile& file) {
    clearLayout(m_history);
    m_historyCard->setCaption(bridge::countText(std::int64_t(file.view.history.size())));
    constexpr std::size_t kShown = 14;
    std::size_t shown = 0;
    for (auto line = file.view.history.rbegin(); line != file.view.history.rend() && shown < kShown; ++line, ++shown) {
        auto* row = new QHBoxLayout;
        row->setSpacing(10);
        const bool refused = !line->refusal.empty();
        auto* time = new Label(bridge::momentText(line->at, file.now), TextRole::Secondary, Ink::T3, Weight::Regular, this);
        time->setFixedWidth(92);
        row->addWidget(time, 0, Qt::AlignTop);
        row->addWidget(new IconLabel(refused ? QStringLiteral("block") : bridge::icon(line->type), refused ? Ink::Bad : Ink::T2, 15, this), 0, Qt::AlignTop);
        auto* what = new QVBoxLayout;
        what->setSpacing(0);
        auto* act = new Label(bridge::actText(line->type), TextRole::Body, Ink::T1, Weight::Regular, this);
        act->setWordWrap(true);
        what->addWidget(act);
        const QString who = line->officer == file.officer.id ? tr("You") : file.nameOf(line->officer);
        if (!who.isEmpty()) what->addWidget(new Label(who, TextRole::Secondary, Ink::T3, Weight::Regular, this));
        row->addLayout(what, 1);
        m_history->addLayout(row);
    }
    if (file.view.history.size() > kShown) {
        auto* all = new QPushButton(tr("Whole history"), this);
        all->setObjectName(QStringLiteral("wholeHistory"));
        all->setAccessibleName(all->text());
        setLook(all, ButtonKind::Link, ButtonSize::Small);
        connect(all, &QPushButton::clicked, this, [this] { emit tabRequested(QStringLiteral("history")); });
        m_history->addWidget(all, 0, Qt::AlignLeft);
    }
}

}  // namespace cotejo::casefile
