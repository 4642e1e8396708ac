#include "ui/statistics/statistics_page.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

#include "core/base/file.h"
#include "core/review/errors.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/statistics/bar_list.h"
#include "ui/statistics/figure_tile.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::statistics {

using namespace widgets;
using review::StatisticsSpan;
using review::Trait;

namespace {

enum class Page { State, Contents };

constexpr int kNarrowUnder = 1040;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cotejo::statistics::StatisticsPage)
};

QString percentText(const review::Share& share) {
    //: A share, e.g. "12.5 %"
    return Words::tr("%1 %").arg(QLocale().toString(100.0 * double(share.part) / double(share.whole), 'f', 1));
}

QString partText(const review::Share& share) {
    //: %1 and %2 are counts, e.g. "12 of 240"
    return Words::tr("%1 of %2").arg(bridge::countText(share.part), bridge::countText(share.whole));
}

QString durationText(std::chrono::milliseconds duration) {
    return duration < std::chrono::hours(24) ? bridge::ageText(duration) : bridge::remainingText(duration);
}

QString traitText(Trait trait) {
    switch (trait) {
    case Trait::Nationality: return Words::tr("By nationality");
    case Trait::Sex: return Words::tr("By sex");
    case Trait::AgeBand: return Words::tr("By age");
    case Trait::Reason: return Words::tr("By reason of the referral");
    case Trait::Review: break;
    }
    return Words::tr("By what was reviewed");
}

QString ageText(review::AgeBand band) {
    switch (band) {
    case review::AgeBand::Child: return Words::tr("under 18");
    case review::AgeBand::To29: return Words::tr("18 to 29");
    case review::AgeBand::To44: return Words::tr("30 to 44");
    case review::AgeBand::To59: return Words::tr("45 to 59");
    case review::AgeBand::From60: return Words::tr("60 and over");
    case review::AgeBand::Unknown: break;
    }
    return Words::tr("not known");
}

QString groupText(Trait trait, const std::string& value) {
    switch (trait) {
    case Trait::Nationality: return value == review::kUnknownNationality ? Words::tr("not known") : bridge::countryText(value);
    case Trait::Sex: return bridge::text(record::fromCode<record::Sex>(value).value_or(record::Sex::Unspecified));
    case Trait::AgeBand: return ageText(record::fromCode<review::AgeBand>(value).value_or(review::AgeBand::Unknown));
    case Trait::Reason: return bridge::text(record::fromCode<record::ReferralReason>(value).value_or(record::ReferralReason::ManualReferral));
    case Trait::Review: break;
    }
    return value == record::codeOf(review::Review::Conclusion) ? Words::tr("conclusions, by the second examiner") : Words::tr("proposals, by the supervisor");
}

/// The share that a full bar stands for: bars of one card are comparable with each other, and small ones stay visible.
double fullBar(double most) {
    for (const double step : {0.05, 0.1, 0.2, 0.5})
        if (most <= step) return step;
    return 1;
}

/// Counts as bars, the largest first.
template <class Counts>
std::vector<Bar> countBars(const Counts& counts) {
    std::vector<std::pair<QString, std::int64_t>> sorted;
    std::int64_t most = 1;
    for (const auto& [each, count] : counts) {
        sorted.emplace_back(bridge::text(each), count);
        most = std::max(most, count);
    }
    std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<Bar> bars;
    for (const auto& [name, count] : sorted) bars.push_back({name, double(count) / double(most), bridge::countText(count)});
    return bars;
}

bool isEmpty(const review::Statistics& figures) {
    return figures.opened + figures.decided + figures.closed + figures.cancelled + figures.uncalibratedSearches == 0 && figures.openByState.empty() &&
           figures.candidates.by.empty() && figures.overturned.by.empty();
}

}  // namespace

StatisticsPage::StatisticsPage(bridge::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_request(new bridge::Request(session.worker(), this)) {
    setObjectName(QStringLiteral("statisticsPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    outer->addWidget(buildHead());
    m_busy = new BusyBar(this);
    outer->addWidget(m_busy);
    m_stack = new QStackedWidget(this);
    outer->addWidget(m_stack, 1);
    m_status = new StatusView(m_stack);
    m_stack->addWidget(m_status);
    auto* scroll = new QScrollArea(m_stack);
    scroll->setObjectName(QStringLiteral("statisticsScroll"));
    scroll->setAccessibleName(tr("Figures"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_stack->addWidget(scroll);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(14);
    m_notice = new Notice(page);
    m_notice->setObjectName(QStringLiteral("statisticsNotice"));
    m_notice->hide();
    layout->addWidget(m_notice);
    layout->addWidget(buildTiles(page));
    auto* rates = m_rates = new QHBoxLayout;
    rates->setSpacing(14);
    m_candidateCard = buildRate(QStringLiteral("search"), tr("Searches with a candidate"),
                                tr("Searches of the lists that brought up somebody at or above the threshold. A candidate is not an "
                                   "identification."),
                                &m_candidateGroups, page);
    m_overturnCard = buildRate(QStringLiteral("undo"), tr("Overturned on review"),
                               tr("Conclusions that the blind second examiner did not share, and proposals that the supervisor rejected or "
                                  "returned."),
                               &m_overturnGroups, page);
    rates->addWidget(m_candidateCard, 1);
    rates->addWidget(m_overturnCard, 1);
    layout->addLayout(rates);
    auto* open = m_open = new QHBoxLayout;
    open->setSpacing(14);
    const auto list = [&](const QString& iconName, const QString& title, const QString& name) {
        auto* card = new Card(iconName, title, page);
        card->setCaption(tr("now"));
        auto* bars = new BarList(title, card);
        bars->setObjectName(name);
        card->body()->addWidget(bars);
        card->body()->addStretch(1);
        open->addWidget(card, 1);
        return bars;
    };
    m_states = list(QStringLiteral("queue"), tr("Open cases by state"), QStringLiteral("openByState"));
    m_reasons = list(QStringLiteral("flag"), tr("Open cases by reason"), QStringLiteral("openByReason"));
    layout->addLayout(open);
    auto* note = new Label(tr("Not shown: groups of fewer than 10, and those from which such a group could be worked out. Times are those of "
                              "the devices on which the acts were done."),
                           TextRole::Secondary, Ink::T3, Weight::Regular, page);
    note->setWordWrap(true);
    layout->addWidget(note);
    layout->addStretch(1);
    connect(&m_session, &bridge::Session::storeChanged, this, [this] {
        m_stale = true;
        if (isVisible() && !m_request->isRunning()) reload();
    });
}

QWidget* StatisticsPage::buildHead() {
    auto* head = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 13);
    layout->setSpacing(12);
    layout->addWidget(new Label(tr("Statistics"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    m_subtitle = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, head);
    layout->addWidget(m_subtitle);
    layout->addStretch(1);
    m_spans = new Segmented(head);
    m_spans->setObjectName(QStringLiteral("statisticsSpan"));
    m_spans->setAccessibleName(tr("Time that the figures are about"));
    for (const auto& word : {tr("7 days"), tr("30 days"), tr("90 days"), tr("Everything")}) m_spans->addChoice({}, word);
    m_spans->setCurrent(int(m_span));
    layout->addWidget(m_spans);
    m_export = new QPushButton(icon(QStringLiteral("document")), tr("Export as a table…"), head);
    m_export->setObjectName(QStringLiteral("statisticsExport"));
    m_export->setAccessibleName(m_export->text());
    m_export->setEnabled(false);
    layout->addWidget(m_export);
    connect(m_spans, &Segmented::chosen, this, [this](int index) { setSpan(StatisticsSpan(index)); });
    connect(m_export, &QPushButton::clicked, this, &StatisticsPage::chooseFile);
    return head;
}

QWidget* StatisticsPage::buildTiles(QWidget* parent) {
    auto* tiles = new QWidget(parent);
    m_grid = new QGridLayout(tiles);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    const auto add = [&](const QString& title, const char* name) {
        auto* tile = new FigureTile(title, tiles);
        tile->setObjectName(QLatin1String(name));
        m_tiles.push_back(tile);
        return tile;
    };
    m_opened = add(tr("Opened"), "tileOpened");
    m_decided = add(tr("Decided"), "tileDecided");
    m_closed = add(tr("Closed"), "tileClosed");
    m_time = add(tr("From opening to decision"), "tileTime");
    m_candidates = add(tr("Candidate rate"), "tileCandidates");
    m_overturned = add(tr("Overturn rate"), "tileOverturned");
    placeTiles(int(m_tiles.size()));
    return tiles;
}

void StatisticsPage::placeTiles(int across) {
    for (int i = 0; i < int(m_tiles.size()); ++i) {
        m_grid->removeWidget(m_tiles[std::size_t(i)]);
        m_grid->addWidget(m_tiles[std::size_t(i)], i / across, i % across);
        m_grid->setColumnStretch(i, i < across ? 1 : 0);
    }
}

void StatisticsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = event->size().width() < kNarrowUnder;
    if (narrow == m_narrow) return;
    m_narrow = narrow;
    placeTiles(narrow ? 3 : int(m_tiles.size()));
    for (auto* row : {m_rates, m_open}) row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

Card* StatisticsPage::buildRate(const QString& iconName, const QString& title, const QString& meaning, QVBoxLayout** groups, QWidget* parent) {
    auto* card = new Card(iconName, title, parent);
    auto* words = new Label(meaning, TextRole::Secondary, Ink::T2, Weight::Regular, card);
    words->setWordWrap(true);
    card->body()->addWidget(words);
    *groups = new QVBoxLayout;
    (*groups)->setSpacing(4);
    card->body()->addLayout(*groups);
    card->body()->addStretch(1);
    return card;
}

void StatisticsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale && !m_request->isRunning()) reload();
}

void StatisticsPage::setSpan(StatisticsSpan span) {
    m_span = span;
    m_spans->setCurrent(int(span));
    m_figures.reset();
    reload();
}

void StatisticsPage::reload() {
    m_stale = false;
    m_busy->setBusy(true);
    m_export->setEnabled(false);
    if (!m_figures) {
        m_status->showLoading(tr("Counting the cases…"));
        m_stack->setCurrentIndex(int(Page::State));
    }
    m_session.ask(*m_request, [span = m_span](access::Desk& desk, std::stop_token stop) { return review::StatisticsReader(desk).read(span, stop); },
                  [this](Result<review::Statistics> read) {
                      m_busy->setBusy(false);
                      if (read) showFigures(std::move(*read));
                      else showError(read.error());
                      // What changed meanwhile is read next; a long count is never cut short by news.
                      if (m_stale && isVisible()) reload();
                  });
}

void StatisticsPage::showError(const Error& error) {
    m_figures.reset();
    m_subtitle->clear();
    const auto text = bridge::errorText(error);
    if (error.is(review::kMayNotRead))
        m_status->showEmpty(QStringLiteral("lock"), QStringLiteral("%1 %2").arg(tr("Statistics are for supervisors and auditors."), text.remedy));
    else
        m_status->showError(text.title, text.remedy, text.code, tr("Try again"), [this] { reload(); });
    m_stack->setCurrentIndex(int(Page::State));
}

void StatisticsPage::showFigures(review::Statistics figures) {
    m_figures = std::move(figures);
    const auto& f = *m_figures;
    //: %1 and %2 are dates
    m_subtitle->setText(f.from ? tr("%1 to %2").arg(bridge::dateText(*f.from), bridge::dateText(f.until))
                               : tr("until %1").arg(bridge::dateText(f.until)));
    if (isEmpty(f)) {
        if (m_span == StatisticsSpan::All) m_status->showEmpty(QStringLiteral("statistics"), tr("There is no case yet."));
        else
            m_status->showEmpty(QStringLiteral("statistics"), tr("No case was worked on in this time."), tr("Show everything"),
                                [this] { setSpan(StatisticsSpan::All); });
        m_stack->setCurrentIndex(int(Page::State));
        return;
    }
    m_export->setEnabled(true);
    m_opened->setFigure(bridge::countText(f.opened), tr("cases"));
    m_decided->setFigure(bridge::countText(f.decided), tr("approved, or carried out without approval"));
    m_closed->setFigure(bridge::countText(f.closed), f.cancelled > 0 ? tr("and %n cancelled", nullptr, int(f.cancelled)) : tr("none cancelled"));
    const QString none = QStringLiteral("—");
    if (f.timeToDecision)
        m_time->setFigure(durationText(f.timeToDecision->median),
                          tr("half of them; 9 of 10 within %1").arg(durationText(f.timeToDecision->ninetieth)));
    else m_time->setFigure(none, tr("fewer than 10 decisions"));
    if (const auto& share = f.candidates.total.share()) m_candidates->setFigure(percentText(*share), tr("%1 searches").arg(partText(*share)));
    else m_candidates->setFigure(none, tr("fewer than 10 searches"));
    if (f.uncalibratedSearches > 0)
        m_candidates->setFigure(m_candidates->value(), m_candidates->words() + QLatin1Char('\n') +
                                                           tr("%n more without a threshold", nullptr, int(f.uncalibratedSearches)));
    if (const auto& share = f.overturned.total.share()) m_overturned->setFigure(percentText(*share), tr("%1 reviews").arg(partText(*share)));
    else m_overturned->setFigure(none, tr("fewer than 10 reviews"));
    m_states->setBars(countBars(f.openByState));
    m_reasons->setBars(countBars(f.openByReason));
    showRate(m_candidateCard, m_candidateGroups, f.candidates, tr("Fewer than 10 searches in this time: nothing is told apart."));
    showRate(m_overturnCard, m_overturnGroups, f.overturned, tr("Fewer than 10 reviews in this time: nothing is told apart."));
    m_stack->setCurrentIndex(int(Page::Contents));
}

void StatisticsPage::showRate(Card* card, QVBoxLayout* groups, const review::BrokenDownRate& rate, const QString& few) {
    clearLayout(groups);
    card->setCaption({});
    auto* parent = groups->parentWidget();
    if (rate.by.empty()) {
        groups->addWidget(new Label(few, TextRole::Body, Ink::T2, Weight::Regular, parent));
        return;
    }
    const auto rateOf = [](const review::Group& group) {
        const auto& share = group.rate.share();
        return share ? double(share->part) / double(share->whole) : 0.0;
    };
    double most = 0;
    for (const auto& breakdown : rate.by)
        for (const auto& group : breakdown.groups) most = std::max(most, rateOf(group));
    const double full = fullBar(most);
    const auto isShown = [](const review::Group& group) { return !group.rate.suppressed(); };
    if (std::ranges::any_of(rate.by, [&](const auto& breakdown) { return std::ranges::any_of(breakdown.groups, isShown); }))
        //: How long the bars are; %1 is a number, e.g. "a full bar is 50 %"
        card->setCaption(tr("a full bar is %1 %").arg(qRound(100 * full)));
    std::vector<BarList*> lists;
    for (const auto& breakdown : rate.by) {
        const QString title = traitText(breakdown.trait);
        auto* head = new Label(title, TextRole::Secondary, Ink::T2, Weight::SemiBold, parent);
        head->setContentsMargins(0, 8, 0, 0);
        groups->addWidget(head);
        std::vector<Bar> bars;
        for (const auto& group : breakdown.groups) {
            const auto& share = group.rate.share();
            if (share)
                bars.push_back({groupText(breakdown.trait, group.value), rateOf(group) / full,
                                QStringLiteral("%1 · %2").arg(percentText(*share), partText(*share))});
            else
                bars.push_back({groupText(breakdown.trait, group.value), std::nullopt, tr("not shown")});
        }
        auto* list = new BarList(title, parent);
        list->setObjectName(QStringLiteral("by_%1").arg(bridge::fromText(record::codeOf(breakdown.trait))));
        list->setBars(std::move(bars));
        groups->addWidget(list);
        lists.push_back(list);
    }
    BarList::align(lists);
}

void StatisticsPage::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Export the statistics"), tr("statistics-%1.csv").arg(bridge::fromText(record::codeOf(m_span))), tr("Tables (*.csv)"));
    dialog->setObjectName(QStringLiteral("statisticsFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &StatisticsPage::exportTo);
    dialog->open();
}

void StatisticsPage::exportTo(const QString& path) {
    if (!m_figures) return;
    m_session.call(this,
                   [figures = *m_figures, path](access::Desk&, std::stop_token) -> Status {
                       return writeFileAtomically(path.toStdString(), viewOf(review::statisticsCsv(figures)));
                   },
                   [this, path](Status done) {
                       if (done) m_notice->setContent(Tone::Ok, QStringLiteral("check"), {tr("The table was written"), path, {}, {}, {}, {}});
                       else m_notice->setContent(Tone::Bad, QStringLiteral("warning"), bridge::noticeText(done.error()));
                       m_notice->show();
                   });
}

}  // namespace cotejo::statistics
