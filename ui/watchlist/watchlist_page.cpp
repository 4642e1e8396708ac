#include "ui/watchlist/watchlist_page.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTimer>
#include <algorithm>

#include "core/review/visible_case.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/watchlist/entry_panel.h"
#include "ui/widgets/choices/chip.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::watchlist {

using namespace widgets;

namespace {

constexpr std::size_t kPage = 100, kMostReadAgain = 500;
enum Column { StatusColumn, ListColumn, NameColumn, EvidenceColumn, ReviewColumn, FacesColumn, FingersColumn, VersionColumn, IssuerColumn };

struct Loaded {
    review::ListState state;
    review::EntryPage page;
};

struct AgeWords {
    Tone tone = Tone::Bad;
    QString icon;
    NoticeText text;
};

/// What the age of the snapshot still allows, as core/decide refuses it.
AgeWords ageWords(const review::ListState& lists, UtcTime now) {
    if (!lists.issued)
        return {Tone::Bad, QStringLiteral("block"),
                {WatchlistPage::tr("No lists have arrived at this post: no searches"),
                 WatchlistPage::tr("Capturing, comparing with the document, concluding, holds and referrals go on without them."), {}, {}, {}, {}}};
    const QString age = bridge::ageText(now - *lists.issued);
    switch (record::snapshotAge(*lists.issued, now)) {
    case record::SnapshotAge::Fresh:
        return {Tone::Ok, QStringLiteral("check"),
                {WatchlistPage::tr("The lists are fresh"),
                 WatchlistPage::tr("Issued %1: searches and all dispositions are open until %2. Only active entries within their review date may be acted upon.")
                     .arg(bridge::momentText(*lists.issued, now), bridge::momentText(*lists.issued + std::chrono::hours(24), now)), {}, {}, {}, {}}};
    case record::SnapshotAge::Stale:
        return {Tone::Warn, QStringLiteral("warning"),
                {WatchlistPage::tr("The lists are %1 old: refer only").arg(age),
                 WatchlistPage::tr("Searches go on until %1, but no entry may be acted upon: a case can be referred to a partner's check or to protection, "
                                   "and nothing else is proposed until newer lists arrive.")
                     .arg(bridge::momentText(*lists.issued + std::chrono::hours(72), now)), {}, {}, {}, {}}};
    case record::SnapshotAge::Expired: break;
    }
    return {Tone::Bad, QStringLiteral("block"),
            {WatchlistPage::tr("The lists are %1 old: expired, no searches").arg(age),
             WatchlistPage::tr("No entry may be acted upon: it may have been withdrawn since. Capturing, comparing with the document, concluding, holds and referrals go on; "
                               "searches come back with newer lists."), {}, {}, {}, {}}};
}

QByteArray keyOf(const review::VisibleEntry& entry) { return QByteArray::fromStdString(entry.id.text()); }

TableRow rowOf(const review::VisibleEntry& entry) {
    const bool acts = entry.status == record::EntryStatus::Active;
    Cell review(entry.reviewBy ? bridge::dateText(*entry.reviewBy) : QString(), entry.pastReview ? Ink::Warn : Ink::T2,
                entry.pastReview ? Weight::Medium : Weight::Regular, entry.pastReview ? QStringLiteral("warning") : QString(),
                entry.pastReview ? WatchlistPage::tr("overdue", "review of an entry") : QString());
    return {{Cell::badge(bridge::look(entry.status)), Cell(bridge::galleryText(entry.gallery), acts ? Ink::T1 : Ink::T2),
             Cell(bridge::fromText(entry.name), Ink::T1, Weight::Medium),
             Cell(entry.status == record::EntryStatus::Withdrawn ? QString() : bridge::text(entry.grade), Ink::T1),
             std::move(review), Cell::number(bridge::countText(entry.faces), Ink::T2), Cell::number(bridge::countText(entry.fingers), Ink::T2),
             Cell::number(bridge::countText(entry.version), Ink::T2),
             Cell(bridge::fromText(entry.issuer), Ink::T1, Weight::Regular, {}, bridge::countryText(entry.issuerCountry))},
            keyOf(entry)};
}

std::vector<TableRow> rowsOf(const std::vector<review::VisibleEntry>& entries) {
    std::vector<TableRow> rows;
    for (const auto& entry : entries) rows.push_back(rowOf(entry));
    return rows;
}

}  // namespace

WatchlistPage::WatchlistPage(bridge::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_request(new bridge::Request(session.worker(), this)),
      m_more(new bridge::Request(session.worker(), this)), m_past(new bridge::Request(session.worker(), this)) {
    setObjectName(QStringLiteral("watchlistPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    m_ageFrame = new Strip(Strip::Ground::Base, {}, this);
    auto* ageLayout = new QVBoxLayout(m_ageFrame);
    ageLayout->setContentsMargins(16, 0, 16, 12);
    m_age = new Notice(m_ageFrame);
    m_age->setObjectName(QStringLiteral("listsAge"));
    ageLayout->addWidget(m_age);
    m_ageFrame->hide();
    layout->addWidget(m_ageFrame);
    layout->addWidget(buildChips());
    m_busy = new BusyBar(this);
    layout->addWidget(m_busy);

    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    m_stack = new QStackedWidget(this);
    auto* ground = new Strip(Strip::Ground::Base, {}, m_stack);
    auto* groundLayout = new QVBoxLayout(ground);
    m_model = new RowsModel({tr("Status"), tr("List"), tr("Name"), tr("Evidence"), tr("Review by"), tr("Faces"), tr("Fingers"),
                             //: Number of the list version that last changed the entry
                             tr("Version"), tr("Issuer")},
                            this);
    for (const int column : {FacesColumn, FingersColumn, VersionColumn}) m_model->setHeaderRight(column);
    m_table = new TableView(ground);
    m_table->setObjectName(QStringLiteral("watchlistTable"));
    m_table->setAccessibleName(tr("Entries of the lists"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(StatusColumn, new BadgesDelegate(m_table));
    m_table->setColumnHidden(NameColumn, true);
    groundLayout->addWidget(m_table);
    m_status = new StatusView(m_stack);
    m_stack->addWidget(ground);
    m_stack->addWidget(m_status);
    below->addWidget(m_stack, 1);
    m_panel = new EntryPanel(this);
    connect(m_panel, &EntryPanel::caseRequested, this, &WatchlistPage::caseRequested);
    below->addWidget(m_panel);
    layout->addLayout(below, 1);

    connect(m_model, &RowsModel::moreWanted, this, &WatchlistPage::loadMore);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WatchlistPage::selectionChanged);
    connect(&m_session, &bridge::Session::storeChanged, this, [this] {
        if (isVisible()) reload();
        else m_isStale = true;
    });
}

QWidget* WatchlistPage::buildHead() {
    auto* head = new Strip(Strip::Ground::Base, {}, this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(new Label(tr("Watchlist"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    m_subtitle = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, head);
    m_subtitle->setObjectName(QStringLiteral("watchlistSubtitle"));
    layout->addWidget(m_subtitle);
    layout->addStretch(1);
    m_search = new QLineEdit(head);
    m_search->setObjectName(QStringLiteral("watchlistSearch"));
    m_search->setAccessibleName(tr("Filter the entries"));
    m_search->setToolTip(tr("Filter (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(220);
    m_search->setMaximumWidth(440);
    layout->addWidget(m_search, 2);
    auto* typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(150);
    connect(m_search, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, [this] {
        m_filter.text = bridge::toText(m_search->text());
        reload();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &WatchlistPage::focusTable);
    return head;
}

QWidget* WatchlistPage::buildChips() {
    auto* bar = new Strip(Strip::Ground::Window, Qt::TopEdge | Qt::BottomEdge, this);
    bar->setFixedHeight(metric::kToolBar);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 0, 16, 1);
    layout->setSpacing(8);
    m_galleryChip = new Chip(bar);
    m_galleryChip->setObjectName(QStringLiteral("chipGallery"));
    m_statusChip = new Chip(bar);
    m_statusChip->setObjectName(QStringLiteral("chipStatus"));
    layout->addWidget(m_galleryChip);
    layout->addWidget(m_statusChip);
    layout->addStretch(1);
    m_found = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, bar);
    m_found->setObjectName(QStringLiteral("watchlistFound"));
    layout->addWidget(m_found);
    connect(m_galleryChip, &QAbstractButton::clicked, this, &WatchlistPage::pickGallery);
    connect(m_statusChip, &QAbstractButton::clicked, this, &WatchlistPage::pickStatus);
    refreshChips();
    return bar;
}

void WatchlistPage::reload() {
    m_isStale = false;
    m_error.reset();
    m_more->cancel();
    m_busy->setBusy(true);
    const auto limit = std::clamp(m_entries.size(), kPage, kMostReadAgain);
    m_session.ask(*m_request,
                  [filter = m_filter, limit](access::Desk& desk, std::stop_token stop) -> Result<Loaded> {
                      review::WatchlistView view(desk);
                      Loaded loaded;
                      COTEJO_TRY_ASSIGN(loaded.state, view.state());
                      COTEJO_TRY_ASSIGN(loaded.page, view.page(filter, {}, limit, stop));
                      return loaded;
                  },
                  [this](Result<Loaded> loaded) {
                      m_busy->setBusy(false);
                      if (loaded) {
                          const auto kept = m_model->data(m_table->currentIndex(), RowsModel::KeyRole).toByteArray();
                          m_lists = std::move(loaded->state);
                          m_entries = std::move(loaded->page.rows);
                          m_next = loaded->page.next;
                          m_model->setMore(false);
                          m_model->setRows(rowsOf(m_entries));
                          m_model->setMore(m_next.has_value());
                          m_table->setColumnHidden(NameColumn, !m_lists->readsNames);
                          if (!m_entries.empty()) selectRow(std::max(0, m_model->rowOf(kept)));
                          selectionChanged();
                      } else {
                          m_error = loaded.error();
                          m_lists.reset();
                          m_entries.clear();
                          m_next.reset();
                          m_model->setMore(false);
                          m_model->setRows({});
                          m_panel->showNothing();
                      }
                      showState();
                  });
    showState();
}

void WatchlistPage::loadMore() {
    if (!m_next) return;
    m_busy->setBusy(true);
    m_session.ask(*m_more,
                  [filter = m_filter, after = m_next](access::Desk& desk, std::stop_token stop) { return review::WatchlistView(desk).page(filter, after, kPage, stop); },
                  [this](Result<review::EntryPage> page) {
                      m_busy->setBusy(false);
                      if (page) {
                          m_next = page->next;
                          m_model->append(rowsOf(page->rows));
                          std::ranges::move(page->rows, std::back_inserter(m_entries));
                          m_model->setMore(m_next.has_value());
                      } else {
                          m_error = page.error();
                      }
                      showState();
                  });
}

void WatchlistPage::showState() {
    showAge();
    showHead();
    if (m_error) {
        const auto text = bridge::errorText(*m_error);
        const bool allowed = !m_error->is("E_ROLE");
        m_status->showError(text.title, text.remedy, text.code, allowed ? tr("Try again") : QString(), [this] { reload(); });
        m_stack->setCurrentIndex(1);
        return;
    }
    if (!m_entries.empty()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    if (!m_lists || m_request->isRunning()) {
        m_status->showLoading(tr("Reading the lists…"));
    } else if (isFiltered()) {
        m_status->showEmpty(QStringLiteral("search"),
                            m_filter.text.empty() || m_lists->readsNames ? tr("No entry has this.")
                                                                         : tr("No entry has this. Names are not looked through: they are hidden until reveal."),
                            tr("Take the filters away"), [this] { clearFilters(); });
    } else {
        const bool server = m_session.status().enrolled;
        m_status->showEmpty(QStringLiteral("flag"), server ? tr("This post holds no entries. Lists arrive with the synchronisation.") : tr("This post holds no entries."),
                            server ? tr("Synchronise now") : QString(), [this] { emit syncRequested(); });
    }
    m_stack->setCurrentIndex(1);
}

void WatchlistPage::showAge() {
    m_ageFrame->setVisible(m_lists.has_value());
    if (!m_lists) {
        m_ageShown.clear();
        return;
    }
    const auto words = ageWords(*m_lists, m_session.now());
    const bool offersSync = words.tone != Tone::Ok && m_session.status().enrolled;
    const QString shown = words.text.title + words.text.body + QString::number(offersSync);
    if (shown == m_ageShown) return;
    m_ageShown = shown;
    m_age->clearActions();
    m_age->setContent(words.tone, words.icon, words.text);
    if (!offersSync) return;
    const auto sync = [this] { emit syncRequested(); };
    auto* button = m_age->addAction(QStringLiteral("activity"), tr("Synchronise now"), sync);  // not translated: the icon's name
    button->setObjectName(QStringLiteral("watchlistSync"));
}

void WatchlistPage::showHead() {
    const bool reads = m_lists && m_lists->readsNames;
    m_search->setPlaceholderText(reads ? tr("Name, reason, issuer or country…") : tr("Issuer, country or identifier…"));
    std::int64_t all = 0, active = 0;
    if (m_lists)
        for (const auto& gallery : m_lists->galleries) all += gallery.all, active += gallery.active;
    QStringList facts;
    if (m_lists) {
        //: The list as a whole: its number and when it was issued
        if (m_lists->issued) facts << tr("Version %1, issued %2").arg(m_lists->version).arg(bridge::momentText(*m_lists->issued, m_session.now()));
        facts << tr("%n entries", nullptr, int(all)) << tr("%n active", "entries of the lists", int(active));
    }
    m_subtitle->setText(facts.join(QStringLiteral(" · ")));
    m_found->setText(!m_lists                 ? QString()
                     : !reads && !isFiltered() ? tr("Names, reasons and images are hidden until reveal")
                     : m_next                 ? tr("The first %n", nullptr, int(m_entries.size()))
                                              : tr("%n shown", nullptr, int(m_entries.size())));
}

void WatchlistPage::selectionChanged() {
    const int row = m_table->currentIndex().row();
    m_past->cancel();
    if (row < 0 || row >= int(m_entries.size())) return m_panel->showNothing();
    const auto& entry = m_entries[std::size_t(row)];
    m_panel->showEntry(entry);
    if (!review::decidesOnly(m_session.officer(), m_session.now())) return;
    m_session.ask(*m_past, [id = entry.id](access::Desk& desk, std::stop_token) { return review::WatchlistView(desk).pastCandidates(id); },
                  [this](const Result<std::vector<review::PastCandidate>>& past) {
                      if (past) m_panel->showCases(*past);
                  });
}

void WatchlistPage::pickGallery() {
    if (!m_filter.gallery.empty()) {
        m_filter.gallery.clear();
    } else {
        QMenu menu(this);
        if (m_lists)
            for (const auto& gallery : m_lists->galleries)
                if (!gallery.name.empty()) menu.addAction(bridge::galleryText(gallery.name))->setData(bridge::fromText(gallery.name));
        const auto* chosen = menu.exec(m_galleryChip->mapToGlobal(QPoint(0, m_galleryChip->height() + 2)));
        if (chosen == nullptr) return;
        m_filter.gallery = bridge::toText(chosen->data().toString());
    }
    setFilter(bridge::fromText(m_filter.gallery), m_filter.status);
}

void WatchlistPage::pickStatus() {
    if (m_filter.status) {
        m_filter.status.reset();
    } else {
        QMenu menu(this);
        for (const auto& [status, code] : record::codes<record::EntryStatus>) menu.addAction(bridge::text(status))->setData(int(status));
        const auto* chosen = menu.exec(m_statusChip->mapToGlobal(QPoint(0, m_statusChip->height() + 2)));
        if (chosen == nullptr) return;
        m_filter.status = static_cast<record::EntryStatus>(chosen->data().toInt());
    }
    setFilter(bridge::fromText(m_filter.gallery), m_filter.status);
}

void WatchlistPage::setFilter(const QString& gallery, std::optional<record::EntryStatus> status) {
    m_filter.gallery = bridge::toText(gallery);
    m_filter.status = status;
    refreshChips();
    reload();
}

void WatchlistPage::refreshChips() {
    m_galleryChip->setContent(tr("List"), m_filter.gallery.empty() ? QString() : bridge::galleryText(m_filter.gallery));
    m_statusChip->setContent(tr("Status"), m_filter.status ? bridge::text(*m_filter.status) : QString());
}

void WatchlistPage::clearFilters() {
    m_search->clear();
    m_filter.text.clear();
    setFilter({}, {});
}

bool WatchlistPage::isFiltered() const { return !m_filter.gallery.empty() || m_filter.status || !m_filter.text.empty(); }

int WatchlistPage::shownRows() const { return m_model->rowCount(); }
void WatchlistPage::selectRow(int row) { m_table->setCurrentIndex(m_model->index(row, 0)); }

void WatchlistPage::focusFilter() {
    m_search->setFocus();
    m_search->selectAll();
}

void WatchlistPage::focusTable() { m_table->setFocus(); }

void WatchlistPage::setNow(UtcTime) { showAge(); }

void WatchlistPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) reload();
}

void WatchlistPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_panel->setVisible(event->size().width() + metric::kRail >= metric::kPreviewFoldsUnder);
    const int table = event->size().width() - (m_panel->isVisibleTo(this) ? metric::kPreview : 0);
    const int shares[] = {132, 160, 208, 120, 168, 62, 70, 76};
    const double scale = std::clamp(table / 1220.0, 0.62, 1.6);
    for (int i = 0; i < IssuerColumn; ++i) m_table->setColumnWidth(i, int(shares[i] * scale));
}

}  // namespace cotejo::watchlist
