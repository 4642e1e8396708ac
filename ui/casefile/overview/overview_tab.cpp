#include "ui/casefile/overview/overview_tab.h"

#include <QGridLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <array>

#include "ui/bridge/text.h"
#include "ui/casefile/overview/case_cards.h"
#include "ui/casefile/overview/side_cards.h"
#include "ui/casefile/papers/mrz_card.h"
#include "ui/casefile/samples.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {
constexpr int kThreeColumns = 1440, kTwoColumns = 900;
}  // namespace

OverviewTab::OverviewTab(QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("overviewTab"));
    auto* outer = new QVBoxLayout(this);
    auto* scroll = new ScrollPage(this);
    outer->addWidget(scroll);
    auto* page = scroll->page();
    m_columns = new QGridLayout(page);
    m_columns->setContentsMargins(16, 14, 16, 16);
    m_columns->setSpacing(metric::kPanelGap);

    m_left = new QWidget(page);
    auto* left = m_left;
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

    m_middle = new QWidget(page);
    auto* middle = m_middle;
    auto* middleLayout = new QVBoxLayout(middle);
    middleLayout->setSpacing(metric::kPanelGap);
    m_story = new StoryCard(middle);
    middleLayout->addWidget(m_story);
    m_historyCard = new Card(QStringLiteral("history"), tr("It happened in this case"), middle);
    m_history = new QVBoxLayout;
    m_history->setSpacing(9);
    m_historyCard->body()->addLayout(m_history);
    m_historyCard->body()->addStretch(1);
    middleLayout->addWidget(m_historyCard);
    middleLayout->addStretch(1);

    m_right = new QWidget(page);
    auto* right = m_right;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setSpacing(metric::kPanelGap);
    m_side = new SideCards(right);
    rightLayout->addWidget(m_side);
    m_holds = new HoldsCard(right);
    rightLayout->addWidget(m_holds);
    m_others = new OtherActsCard(right);
    rightLayout->addWidget(m_others);
    rightLayout->addStretch(1);
    right->setMinimumWidth(300);
    middle->setMinimumWidth(300);

    place(3);

    connect(m_side, &SideCards::actRequested, this, &CaseTab::actRequested);
    connect(m_side, &SideCards::tabRequested, this, &CaseTab::tabRequested);
    connect(m_side, &SideCards::workRequested, this, &CaseTab::workRequested);
    connect(m_side, &SideCards::askRequested, this, &CaseTab::askRequested);
    connect(m_story, &StoryCard::asked, this, &CaseTab::askRequested);
    connect(m_holds, &HoldsCard::asked, this, &CaseTab::askRequested);
    connect(m_others, &OtherActsCard::asked, this, &CaseTab::askRequested);
    connect(m_document, &MrzCard::proposalAccepted, this, [this](const QStringList& lines, const QString& reason) {
        if (const auto amend = amendFromZone(m_file.view, 0, lines, reason)) emit actRequested(*amend);
    });
}

void OverviewTab::place(int columns) {
    if (columns == m_columnCount) return;
    m_columnCount = columns;
    for (auto* each : {m_left, m_middle, m_right}) m_columns->removeWidget(each);
    m_columns->addWidget(m_left, columns == 1 ? 1 : 0, 0, columns == 2 ? 2 : 1, 1);
    m_columns->addWidget(m_middle, columns == 3 ? 0 : columns == 2 ? 1 : 2, columns == 1 ? 0 : 1);
    m_columns->addWidget(m_right, 0, columns == 1 ? 0 : columns - 1);
    const std::array<int, 3> shares = columns == 3 ? std::array{16, 9, 8} : columns == 2 ? std::array{16, 9, 0} : std::array{1, 0, 0};
    for (int i = 0; i < 3; ++i) {
        m_columns->setColumnStretch(i, shares[std::size_t(i)]);
        // What is over goes below the last.
        m_columns->setRowStretch(i, columns == 2 ? i == 1 : i == 2);
    }
}

void OverviewTab::resizeEvent(QResizeEvent* event) {
    CaseTab::resizeEvent(event);
    const int width = event->size().width();
    place(width >= kThreeColumns ? 3 : width >= kTwoColumns ? 2 : 1);
}

void OverviewTab::showCase(const bridge::CaseFile& file) {
    m_file = file;
    m_document->setVisible(!file.view.traveler.documents.empty() && !file.identityHidden);
    if (!file.view.traveler.documents.empty()) {
        const auto zone = file.zones.find(0);
        m_document->showDocument(file.view.traveler.documents.front(), zone != file.zones.end() ? &zone->second : nullptr, file.now);
    }
    m_samples->showCase(file);
    showBase(file);
    showHistory(file);
    m_side->showCase(file);
    m_story->showCase(file);
    m_holds->showCase(file);
    m_others->showCase(file);
}

void OverviewTab::focusNextStep() { m_side->focusNextStep(); }
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
