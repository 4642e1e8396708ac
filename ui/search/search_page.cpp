#include "ui/search/search_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTimer>
#include <algorithm>
#include <utility>

#include "core/review/work_queue.h"
#include "core/store/search_words.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::search {

using namespace widgets;

namespace {

constexpr std::size_t kFirst = 100, kMostRefreshed = 500;
constexpr std::size_t kLeastLetters = 2;
enum Column { NumberColumn, PersonColumn, BornColumn, StateColumn, HoldsColumn, OpenedColumn };

struct FoundPage {
    std::vector<review::VisibleRow> rows;
    std::optional<store::QueueCursor> next;
    bool capped = false;
};

/// Open and closed cases with these words, newest first. What the officer may not find leaves gaps in a page: it is filled from the next.
Result<FoundPage> readFound(access::Desk& desk, const std::string& text, std::optional<store::QueueCursor> after, std::size_t limit, std::stop_token stop) {
    store::QueueFilter filter;
    for (const auto& [state, code] : record::codes<record::CaseState>) filter.states.insert(state);
    filter.text = text;
    filter.order = store::QueueOrder::Newest;
    FoundPage found;
    do {
        COTEJO_TRY_ASSIGN(auto page, review::WorkQueue(desk).page(filter, after, limit - found.rows.size()));
        std::ranges::move(page.rows, std::back_inserter(found.rows));
        found.capped = page.searchCapped;
        after = found.next = page.next;
    } while (found.next && found.rows.size() < limit && !stop.stop_requested());
    return found;
}

TableRow rowOf(const review::VisibleRow& visible, UtcTime now) {
    const auto& row = visible.row;
    const bool hidden = visible.identityHidden;
    Cell holds;
    for (const auto kind : row.holds) holds.badges.push_back(bridge::look(kind, true));
    if (visible.onHold) holds.badges.push_back(bridge::neutralHoldLook());
    return {{Cell(bridge::fromText(row.number), Ink::T2),
             hidden ? Cell(SearchPage::tr("— — — identity hidden"), Ink::T3)
                    : Cell(bridge::personName(row.familyName, row.givenNames), Ink::T1, Weight::Medium, {},
                           bridge::fromText(row.documentIssuer + " " + row.documentNumber).trimmed()),
             Cell(bridge::dateText(row.birthDate), Ink::T2), Cell::badge(bridge::look(row.state)), std::move(holds),
             Cell(bridge::momentText(row.opened, now), Ink::T2)},
            QByteArray::fromStdString(row.id.text())};
}

}  // namespace

SearchPage::SearchPage(bridge::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_request(new bridge::Request(session.worker(), this)),
      m_more(new bridge::Request(session.worker(), this)), m_typing(new QTimer(this)) {
    setObjectName(QStringLiteral("searchPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    m_busy = new BusyBar(this);
    layout->addWidget(m_busy);
    m_stack = new QStackedWidget(this);
    auto* ground = new Strip(Strip::Ground::Base, {}, m_stack);
    auto* groundLayout = new QVBoxLayout(ground);
    m_model = new RowsModel({tr("Case"), tr("Traveler"), tr("Born"), tr("State"), tr("Holds"), tr("Opened")}, this);
    m_table = new TableView(ground);
    m_table->setObjectName(QStringLiteral("searchTable"));
    m_table->setAccessibleName(tr("Cases found"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(StateColumn, new BadgesDelegate(m_table));
    m_table->setItemDelegateForColumn(HoldsColumn, new BadgesDelegate(m_table));
    groundLayout->addWidget(m_table);
    m_status = new StatusView(m_stack);
    m_stack->addWidget(ground);
    m_stack->addWidget(m_status);
    layout->addWidget(m_stack, 1);

    connect(m_model, &RowsModel::moreWanted, this, &SearchPage::loadMore);
    connect(m_table, &TableView::opened, this, [this] {
        if (const auto id = selected()) emit openRequested(*id);
    });
    connect(&m_session, &bridge::Session::storeChanged, this, [this] {
        if (isVisible()) reload();
        else m_isStale = true;
    });
    showState();
}

QWidget* SearchPage::buildHead() {
    auto* head = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 13);
    layout->setSpacing(10);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new Label(tr("Search"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    row->addWidget(new Label(tr("All cases held at this post, closed ones too"), TextRole::Secondary, Ink::T3, Weight::Regular, head));
    row->addStretch(1);
    m_found = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, head);
    m_found->setObjectName(QStringLiteral("searchFound"));
    row->addWidget(m_found);
    layout->addLayout(row);
    m_field = new QLineEdit(head);
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setPlaceholderText(tr("Name, document or case number…"));
    m_field->setAccessibleName(tr("Search all cases"));
    m_field->setToolTip(tr("Search (Ctrl+F)"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(200);
    m_field->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    layout->addWidget(m_field);
    m_typing->setSingleShot(true);
    m_typing->setInterval(120);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_enterWaits = false;
        m_typing->start();
    });
    connect(m_typing, &QTimer::timeout, this, &SearchPage::reload);
    connect(m_field, &QLineEdit::returnPressed, this, &SearchPage::enter);
    return head;
}

void SearchPage::reload() {
    m_typing->stop();
    m_isStale = false;
    m_error.reset();
    m_more->cancel();
    const auto text = bridge::toText(m_field->text());
    const bool same = text == m_asked;
    m_asked = text;
    if (text.size() < kLeastLetters || store::searchExpression(text).empty()) {
        m_request->cancel();
        m_busy->setBusy(false);
        m_enterWaits = false;
        m_ids.clear();
        m_next.reset();
        m_model->setMore(false);
        m_model->setRows({});
        showState();
        return;
    }
    m_busy->setBusy(true);
    const auto limit = same ? std::clamp(m_ids.size(), kFirst, kMostRefreshed) : kFirst;
    m_session.ask(*m_request,
                  [text, limit](access::Desk& desk, std::stop_token stop) { return readFound(desk, text, {}, limit, stop); },
                  [this](Result<FoundPage> found) {
                      m_busy->setBusy(false);
                      const auto kept = m_model->data(m_table->currentIndex(), RowsModel::KeyRole).toByteArray();
                      m_ids.clear();
                      m_next.reset();
                      m_capped = false;
                      std::vector<TableRow> rows;
                      if (found) {
                          for (const auto& row : found->rows) {
                              rows.push_back(rowOf(row, m_session.now()));
                              m_ids.push_back(row.row.id);
                          }
                          m_next = found->next;
                          m_capped = found->capped;
                      } else {
                          m_error = found.error();
                      }
                      m_model->setMore(false);
                      m_model->setRows(std::move(rows));
                      m_model->setMore(m_next.has_value());
                      if (const int row = m_model->rowOf(kept); row >= 0 && !kept.isEmpty()) m_table->setCurrentIndex(m_model->index(row, 0));
                      showState();
                      if (std::exchange(m_enterWaits, false)) enter();
                  });
    showState();
}

void SearchPage::loadMore() {
    if (!m_next) return;
    m_busy->setBusy(true);
    m_session.ask(*m_more,
                  [text = m_asked, after = m_next](access::Desk& desk, std::stop_token stop) { return readFound(desk, text, after, kFirst, stop); },
                  [this](Result<FoundPage> found) {
                      m_busy->setBusy(false);
                      if (found) {
                          std::vector<TableRow> rows;
                          for (const auto& row : found->rows) {
                              rows.push_back(rowOf(row, m_session.now()));
                              m_ids.push_back(row.row.id);
                          }
                          m_next = found->next;
                          m_model->append(std::move(rows));
                          m_model->setMore(m_next.has_value());
                      } else {
                          m_error = found.error();
                      }
                      showState();
                  });
}

void SearchPage::showState() {
    m_found->clear();
    if (m_error) {
        const auto text = bridge::errorText(*m_error);
        const bool allowed = !m_error->is("E_ROLE");
        m_status->showError(text.title, text.remedy, text.code, allowed ? tr("Try again") : QString(), [this] { reload(); });
        m_stack->setCurrentIndex(1);
        return;
    }
    if (!m_ids.empty()) {
        m_found->setText(m_capped ? tr("Very many cases have these words: the newest are looked through. Write more of the name.")
                         : m_next ? tr("The newest %n", nullptr, int(m_ids.size()))
                                  : tr("%n cases found", nullptr, int(m_ids.size())));
        m_stack->setCurrentIndex(0);
        return;
    }
    if (m_request->isRunning())
        m_status->showLoading(tr("Searching…"));
    else if (m_asked.size() < kLeastLetters || store::searchExpression(m_asked).empty())
        m_status->showEmpty(QStringLiteral("search"),
                            tr("Write a name, a document number or a case number. Words may be cut short, accents and their order do not matter."));
    else
        m_status->showEmpty(QStringLiteral("search"), tr("No case has these words. A case in a blind examination is found by its number only."),
                            tr("Write something else"), [this] { focusField(); });
    m_stack->setCurrentIndex(1);
}

void SearchPage::enter() {
    if (!isVisible()) return;
    if (m_typing->isActive() || m_request->isRunning()) {
        if (m_typing->isActive()) reload();
        m_enterWaits = m_request->isRunning();
        return;
    }
    if (m_ids.size() == 1 && !m_next) emit openRequested(m_ids.front());
    else if (!m_ids.empty()) focusTable();
}

bool SearchPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down && !m_ids.empty()) {
        focusTable();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SearchPage::search(const QString& text) { m_field->setText(text); }

std::optional<CaseId> SearchPage::selected() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < int(m_ids.size()) ? std::optional(m_ids[std::size_t(row)]) : std::nullopt;
}

int SearchPage::shownRows() const { return m_model->rowCount(); }

void SearchPage::focusField() {
    m_field->setFocus();
    m_field->selectAll();
}

void SearchPage::focusTable() {
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && !m_ids.empty()) m_table->setCurrentIndex(m_model->index(0, 0));
}

void SearchPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) reload();
}

void SearchPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int shares[] = {170, 430, 130, 220, 290};
    const double scale = std::clamp(event->size().width() / 1524.0, 0.62, 1.6);
    for (int i = 0; i < OpenedColumn; ++i) m_table->setColumnWidth(i, int(shares[i] * scale));
}

}  // namespace cotejo::search
