#include "ui/queue/queue_page.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <algorithm>
#include <iterator>

#include "core/review/visible_case.h"
#include "core/review/work_queue.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/queue/preview_panel.h"
#include "ui/queue/queue_delegates.h"
#include "ui/queue/queue_model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/chip.h"
#include "ui/widgets/choices/tab_strip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::queue {

using namespace widgets;

namespace {

constexpr std::size_t kPage = 100;
constexpr auto kDueSoon = std::chrono::minutes(60);

QueueRow rowOf(const review::VisibleRow& visible) {
    const auto& from = visible.row;
    QueueRow row;
    row.id = from.id;
    row.number = bridge::fromText(from.number);
    row.state = from.state;
    row.priority = from.priority;
    row.reason = from.reason;
    row.deadline = from.deadline;
    row.deadlineKind = from.deadlineKind;
    if (!visible.identityHidden) {
        row.person = bridge::personName(from.familyName, from.givenNames);
        row.document = bridge::fromText(from.documentIssuer + " " + from.documentNumber).trimmed();
    }
    for (const auto kind : from.holds) row.holds.push_back(bridge::look(kind, true));
    if (visible.onHold) row.holds.push_back(bridge::neutralHoldLook());
    if (from.lease) {
        row.holder = bridge::fromText(from.lease->officerName);
        row.heldUntil = from.lease->until;
    }
    row.mine = visible.mine;
    row.waiting = from.waiting;
    return row;
}

Result<QueuePageOfRows> readPage(access::Desk& desk, const store::QueueFilter& filter, const std::optional<store::QueueCursor>& after,
                                 std::size_t limit) {
    QElapsedTimer timer;
    timer.start();
    // What the officer may not see leaves gaps in a page: it is filled from the next.
    COTEJO_TRY_ASSIGN(auto page, review::WorkQueue(desk).page(filter, after, limit));
    for (int more = 0; page.next && page.rows.size() < limit / 2 && more < 20; ++more) {
        COTEJO_TRY_ASSIGN(auto next, review::WorkQueue(desk).page(filter, page.next, limit));
        std::ranges::move(next.rows, std::back_inserter(page.rows));
        page.next = next.next;
        page.searchCapped = page.searchCapped || next.searchCapped;
    }
    QueuePageOfRows rows;
    const UtcTime now = desk.clock().now();
    for (const auto& row : page.rows) {
        rows.rows.push_back(rowOf(row));
        // A lease that ran out is no lease.
        if (auto& last = rows.rows.back(); last.heldUntil && *last.heldUntil <= now) {
            last.holder.clear();
            last.heldUntil.reset();
        }
    }
    rows.next = page.next;
    rows.searchCapped = page.searchCapped;
    rows.took = std::chrono::milliseconds(timer.elapsed());
    return rows;
}

}  // namespace

QueuePage::QueuePage(bridge::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_pageRequest(new bridge::Request(session.worker(), this)),
      m_countRequest(new bridge::Request(session.worker(), this)), m_previewRequest(new bridge::Request(session.worker(), this)),
      m_refreshRequest(new bridge::Request(session.worker(), this)), m_model(new QueueModel(this)) {
    setObjectName(QStringLiteral("queuePage"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(buildChips());
    m_busy = new BusyBar(this);
    layout->addWidget(m_busy);
    m_refusal = new Notice(this);
    m_refusal->setObjectName(QStringLiteral("queueRefusal"));
    m_refusal->hide();
    layout->addWidget(m_refusal);

    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    m_stack = new QStackedWidget(this);
    auto* ground = new Strip(Strip::Ground::Base, {}, m_stack);
    auto* groundLayout = new QVBoxLayout(ground);
    m_table = new TableView(ground);
    m_table->setObjectName(QStringLiteral("queueTable"));
    m_table->setAccessibleName(tr("Cases"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(QueueModel::Priority, new PriorityDelegate(m_table));
    m_table->setItemDelegateForColumn(QueueModel::Deadline, new ClockDelegate(m_table));
    m_table->setItemDelegateForColumn(QueueModel::State, new BadgesDelegate(m_table));
    m_table->setItemDelegateForColumn(QueueModel::Holds, new BadgesDelegate(m_table));
    groundLayout->addWidget(m_table);
    m_status = new StatusView(m_stack);
    m_stack->addWidget(ground);
    m_stack->addWidget(m_status);
    below->addWidget(m_stack, 1);
    m_preview = new PreviewPanel(this);
    below->addWidget(m_preview);
    layout->addLayout(below, 1);

    buildSearches();
    connect(m_model, &QueueModel::pageWanted, this, &QueuePage::loadPage);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QueuePage::selectionChanged);
    connect(m_table, &TableView::opened, this, [this] {
        const auto* row = m_model->rowAt(m_table->currentIndex().row());
        if (row == nullptr) return;
        if (row->mine) emit openRequested(row->id);
        else take();
    });
    connect(m_preview, &PreviewPanel::takeRequested, this, &QueuePage::take);
    connect(m_preview, &PreviewPanel::returnRequested, this, &QueuePage::giveBack);
    connect(m_preview, &PreviewPanel::openRequested, this, [this] {
        if (const auto id = selected()) emit openRequested(*id);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &QueuePage::restart);
    connect(&m_session, &bridge::Session::storeChanged, this, [this] {
        refreshRows();
        loadCounts();
        if (m_previewed) loadPreview(*m_previewed);
    });
    const auto shortcut = [this](const QKeySequence& keys, auto run) {
        auto* made = new QShortcut(keys, m_table);
        made->setContext(Qt::WidgetShortcut);
        connect(made, &QShortcut::activated, this, run);
    };
    shortcut(Qt::CTRL | Qt::Key_Return, [this] {
        if (const auto id = selected()) emit openRequested(*id);
    });
    shortcut(Qt::Key_R, [this] { giveBack(); });
    m_now = m_session.now();
    m_model->setNow(m_now);
    restart();
    loadCounts();
}

QWidget* QueuePage::buildHead() {
    auto* head = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 1);
    layout->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new Label(tr("Queue"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    m_subtitle = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, head);
    row->addWidget(m_subtitle);
    row->addStretch(1);
    m_search = new QLineEdit(head);
    m_search->setObjectName(QStringLiteral("queueSearch"));
    m_search->setPlaceholderText(tr("Name, document or case number…"));
    m_search->setAccessibleName(tr("Search cases"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(220);
    m_search->setMaximumWidth(440);
    m_search->setToolTip(tr("Search (Ctrl+F)"));
    row->addWidget(m_search, 2);
    auto* import = new QPushButton(icon(QStringLiteral("plus")), tr("New case"), head);
    import->setObjectName(QStringLiteral("newCase"));
    import->setAccessibleName(tr("New case"));
    import->setToolTip(tr("Type a traveler in (Ctrl+N)"));
    row->addWidget(import);
    layout->addLayout(row);
    m_tabs = new TabStrip(head);
    m_tabs->setObjectName(QStringLiteral("queueSearches"));
    m_tabs->setAccessibleName(tr("Saved searches"));
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(-6, 0, 0, 0);
    tabs->addWidget(m_tabs, 1);
    layout->addLayout(tabs);
    auto* typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(90);
    connect(m_search, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, &QueuePage::restart);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_table->setFocus();
        if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid()) selectRow(0);
    });
    connect(import, &QPushButton::clicked, this, &QueuePage::newCaseRequested);
    return head;
}

QWidget* QueuePage::buildChips() {
    auto* bar = new Strip(Strip::Ground::Window, Qt::BottomEdge, this);
    bar->setFixedHeight(metric::kToolBar);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 0, 16, 1);
    layout->setSpacing(8);
    const auto chip = [&](const char* name, auto run) {
        auto* made = new Chip(bar);
        made->setObjectName(QLatin1String(name));
        layout->addWidget(made);
        connect(made, &QAbstractButton::clicked, this, run);
        return made;
    };
    m_priorityChip = chip("chipPriority", [this] { pickPriority(); });
    m_holdChip = chip("chipHold", [this] { pickHold(); });
    m_reasonChip = chip("chipReason", [this] { pickReason(); });
    layout->addStretch(1);
    m_found = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, bar);
    m_found->setObjectName(QStringLiteral("queueFound"));
    layout->addWidget(m_found);
    refreshChips();
    return bar;
}

void QueuePage::buildSearches() {
    const auto add = [this](const QString& title, auto fill, std::optional<std::chrono::minutes> due = {}) {
        Search search{title, {}, due};
        search.filter.order = store::QueueOrder::Deadline;
        fill(search.filter);
        m_searches.push_back(std::move(search));
        m_tabs->addTab(title);
    };
    const OfficerId me = m_session.officer().id;
    add(tr("All open"), [](auto&) {});
    add(tr("Due soon"), [](auto&) {}, kDueSoon);
    add(tr("Mine"), [me](auto& filter) { filter.leasedTo = me; });
    add(tr("Not taken"), [](auto& filter) { filter.notLeased = true; });
    add(tr("Second exam"), [](auto& filter) { filter.states = {record::CaseState::InVerification, record::CaseState::Panel}; });
    add(tr("Conflicts"), [](auto& filter) { filter.holds = {record::HoldKind::Conflict}; });
    add(tr("Returned"), [](auto& filter) { filter.states = {record::CaseState::Returned, record::CaseState::Reopened}; });
}

store::QueueFilter QueuePage::filter() const {
    const auto at = std::clamp<std::size_t>(std::size_t(std::max(0, m_tabs->currentIndex())), 0, m_searches.size() - 1);
    store::QueueFilter filter = m_searches[at].filter;
    if (m_searches[at].dueWithin) filter.dueBefore = m_session.now() + *m_searches[at].dueWithin;
    if (m_hold) filter.holds = {*m_hold};
    if (m_reason) filter.reasons = {*m_reason};
    if (m_priority) filter.priorities = {*m_priority};
    filter.text = bridge::toText(m_search->text());
    return filter;
}

void QueuePage::restart() {
    m_error.reset();
    m_preview->showNothing();
    m_previewed.reset();
    m_model->restart();
}

void QueuePage::loadPage(quint64 generation, const std::optional<store::QueueCursor>& after) {
    m_busy->setBusy(true);
    showState();
    m_session.ask(*m_pageRequest, [filter = filter(), after](access::Desk& desk, std::stop_token) { return readPage(desk, filter, after, kPage); },
                  [this, generation](Result<QueuePageOfRows> page) {
                      m_busy->setBusy(false);
                      if (!page) {
                          m_error = page.error();
                          m_model->fail(generation);
                      } else {
                          m_found->setText(page->searchCapped
                                               ? tr("The newest with these words · %1 ms").arg(page->took.count())
                                               : tr("Order: nearest deadline · %1 ms").arg(page->took.count()));
                          m_model->append(generation, std::move(*page));
                          if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid()) selectRow(0);
                      }
                      showState();
                  });
}

void QueuePage::showState() {
    emit placeChanged();
    if (m_error) {
        const auto text = bridge::errorText(*m_error);
        m_status->showError(text.title, text.remedy, text.code, tr("Try again"), [this] { restart(); });
        m_stack->setCurrentIndex(1);
        return;
    }
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentIndex(0);
        return;
    }
    if (m_model->isLoading()) {
        m_status->showLoading(tr("Reading the queue…"));
    } else if (!m_search->text().isEmpty() || m_hold || m_reason || m_priority) {
        m_status->showEmpty(QStringLiteral("search"), tr("No case has this."), tr("Take the filters away"), [this] {
            m_hold.reset(), m_reason.reset(), m_priority.reset();
            refreshChips();
            m_search->clear();
            restart();
        });
    } else if (m_tabs->currentIndex() > 0) {
        m_status->showEmpty(QStringLiteral("check"), tr("Nothing waits here."), tr("Show all open cases"), [this] { m_tabs->setCurrentIndex(0); });
    } else {
        m_status->showEmpty(QStringLiteral("import"), tr("No case is open at this post."), tr("Import records"), [this] { emit importRequested(); });
    }
    m_stack->setCurrentIndex(1);
}

void QueuePage::loadCounts() {
    struct Counts {
        review::VisibleCounters all;
        std::vector<std::int64_t> tabs;
    };
    auto searches = m_searches;
    for (auto& search : searches)
        if (search.dueWithin) search.filter.dueBefore = m_session.now() + *search.dueWithin;
    m_session.ask(*m_countRequest,
                  [searches](access::Desk& desk, std::stop_token) -> Result<Counts> {
                      Counts counts;
                      review::WorkQueue queue(desk);
                      COTEJO_TRY_ASSIGN(counts.all, queue.counters());
                      for (const auto& search : searches) {
                          COTEJO_TRY_ASSIGN(const auto count, queue.countUpTo(search.filter, 1000));
                          counts.tabs.push_back(count);
                      }
                      return counts;
                  },
                  [this](Result<Counts> counts) {
                      if (!counts) return;
                      const auto open = counts->all.counters.open;
                      m_subtitle->setText(tr("%n open cases at this post", nullptr, int(open)));
                      for (std::size_t i = 0; i < counts->tabs.size(); ++i) {
                          const auto count = i == 0 ? open : counts->tabs[i];
                          m_tabs->setCount(int(i), count == 0 ? QString() : i > 0 && count >= 1000 ? QStringLiteral("1000+") : bridge::countText(count));
                      }
                      emit openCountChanged(int(open));
                  });
}

void QueuePage::refreshRows() {
    if (m_model->rowCount() == 0) {
        restart();
        return;
    }
    // The rows in sight are read again and replaced in place; what is new waits for the next search, so that nothing moves
    // under the pointer. The page is one key read long.
    const auto limit = std::min<std::size_t>(std::size_t(m_model->rowCount()) + 20, 500);
    m_session.ask(*m_refreshRequest, [filter = filter(), limit](access::Desk& desk, std::stop_token) { return readPage(desk, filter, std::nullopt, limit); },
                  [this](Result<QueuePageOfRows> page) {
                      if (!page) return;
                      const bool sameSet = page->rows.size() == std::size_t(m_model->rowCount()) || m_model->canFetchMore({});
                      if (sameSet) {
                          m_model->refresh(page->rows);
                      } else {
                          const auto kept = selected();
                          m_model->restart();
                          m_previewed = kept;
                      }
                  });
}

void QueuePage::selectionChanged() {
    emit placeChanged();
    const auto id = selected();
    if (!id) {
        m_preview->showNothing();
        m_previewed.reset();
        return;
    }
    loadPreview(*id);
}

void QueuePage::loadPreview(const CaseId& id) {
    m_previewed = id;
    m_session.ask(*m_previewRequest, [id](access::Desk& desk, std::stop_token) { return queue::loadPreview(desk, id); },
                  [this](Result<Preview> preview) {
                      if (preview) m_preview->showCase(*preview, m_now);
                      else m_preview->showNothing();
                  });
}

std::optional<CaseId> QueuePage::selected() const {
    const auto* row = m_model->rowAt(m_table->currentIndex().row());
    return row != nullptr ? std::optional<CaseId>(row->id) : std::nullopt;
}

void QueuePage::selectRow(int row) { m_table->setCurrentIndex(m_model->index(row, 0)); }
int QueuePage::shownRows() const { return m_model->rowCount(); }

std::optional<CaseId> QueuePage::rowWith(const QString& person) const {
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const auto* at = m_model->rowAt(row); at->person.startsWith(person)) return at->id;
    return std::nullopt;
}

QString QueuePage::placeText() const {
    const int row = m_table->currentIndex().row();
    if (row < 0) return {};
    return m_model->isComplete() ? tr("Row %1 of %2").arg(row + 1).arg(m_model->rowCount()) : tr("Row %1").arg(row + 1);
}

void QueuePage::take() {
    const auto id = selected();
    if (!id) return;
    m_refusal->hide();
    m_session.take(this, *id, [this, id = *id](const Result<std::string>& done) {
        if (done) {
            emit openRequested(id);
            return;
        }
        m_refusal->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(done.error()));
        m_refusal->show();
    });
}

void QueuePage::giveBack() {
    const auto id = selected();
    if (!id) return;
    m_refusal->hide();
    m_session.perform(this, *id, record::ReleaseLease{}, [this](const Result<std::string>& done) {
        if (done) return;
        m_refusal->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(done.error()));
        m_refusal->show();
    });
}

void QueuePage::pickHold() {
    if (m_hold) {
        m_hold.reset();
    } else {
        QMenu menu(this);
        const bool reads = review::readsHoldKinds(m_session.officer(), m_session.now());
        QStringList offered;
        for (const auto& [kind, code] : record::codes<record::HoldKind>) {
            // Who may be asked to be blind cannot look for guards.
            if (kind == record::HoldKind::ReleaseGuard && !review::decidesOnly(m_session.officer(), m_session.now())) continue;
            const QString word = bridge::look(kind, reads).text;
            if (offered.contains(word)) continue;
            offered << word;
            menu.addAction(word)->setData(int(kind));
        }
        if (const auto* chosen = menu.exec(m_holdChip->mapToGlobal(QPoint(0, m_holdChip->height() + 2))))
            m_hold = static_cast<record::HoldKind>(chosen->data().toInt());
        else return;
    }
    refreshChips();
    restart();
}

void QueuePage::pickReason() {
    if (m_reason) {
        m_reason.reset();
    } else {
        QMenu menu(this);
        for (const auto& [reason, code] : record::codes<record::ReferralReason>) menu.addAction(bridge::text(reason))->setData(int(reason));
        if (const auto* chosen = menu.exec(m_reasonChip->mapToGlobal(QPoint(0, m_reasonChip->height() + 2))))
            m_reason = static_cast<record::ReferralReason>(chosen->data().toInt());
        else return;
    }
    refreshChips();
    restart();
}

void QueuePage::pickPriority() {
    if (m_priority) {
        m_priority.reset();
    } else {
        QMenu menu(this);
        for (const auto& [priority, code] : record::codes<record::Priority>) menu.addAction(bridge::text(priority))->setData(int(priority));
        if (const auto* chosen = menu.exec(m_priorityChip->mapToGlobal(QPoint(0, m_priorityChip->height() + 2))))
            m_priority = static_cast<record::Priority>(chosen->data().toInt());
        else return;
    }
    refreshChips();
    restart();
}

void QueuePage::refreshChips() {
    const bool reads = review::readsHoldKinds(m_session.officer(), m_session.now());
    m_priorityChip->setContent(tr("Priority"), m_priority ? bridge::text(*m_priority) : QString());
    m_holdChip->setContent(tr("Hold"), m_hold ? bridge::look(*m_hold, reads).text : QString());
    m_reasonChip->setContent(tr("Reason"), m_reason ? bridge::text(*m_reason) : QString());
}

void QueuePage::focusSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

void QueuePage::focusTable() { m_table->setFocus(); }

void QueuePage::setNow(UtcTime now) {
    m_now = now;
    m_model->setNow(now);
    if (m_previewed) m_preview->setNow(now);
}

void QueuePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_preview->setVisible(event->size().width() + metric::kRail >= metric::kPreviewFoldsUnder);
    const int table = event->size().width() - (m_preview->isVisibleTo(this) ? metric::kPreview : 0);
    // Shares of the width, as drawn at 1,220 px; names and reasons take what the window has more.
    const int shares[] = {92, 172, 268, 206, 152, 182};
    const double scale = std::clamp(table / 1220.0, 0.62, 1.6);
    for (int i = 0; i < QueueModel::Holder; ++i) m_table->setColumnWidth(i, int(shares[i] * scale));
}

}  // namespace cotejo::queue
