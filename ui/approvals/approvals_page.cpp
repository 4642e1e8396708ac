#include "ui/approvals/approvals_page.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/decide/facts.h"
#include "core/decide/rules.h"
#include "core/review/work_queue.h"
#include "ui/approvals/dossier_view.h"
#include "ui/bridge/case_loader.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::approvals {

using namespace widgets;

namespace {

enum StackIndex { List, Status, Dossier };

struct Pending {
    review::VisibleRow row;
    std::optional<record::DispositionRecord> disposition;
    QString proposedBy;
    bool again = false;  ///< approved once, and the approval does not carry any more
};

Result<std::vector<Pending>> readPending(access::Desk& desk) {
    store::QueueFilter filter;
    filter.states = {record::CaseState::PendingApproval, record::CaseState::Approved};
    filter.order = store::QueueOrder::Deadline;
    COTEJO_TRY_ASSIGN(auto page, review::WorkQueue(desk).page(filter, std::nullopt, 200));
    COTEJO_TRY_ASSIGN(const auto names, bridge::officerNames(desk));
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    store::CaseTable table(reader);
    std::vector<Pending> pending;
    for (auto& row : page.rows) {
        COTEJO_TRY_ASSIGN(const auto view, table.find(row.row.id));
        Pending each{std::move(row), view ? view->disposition : std::nullopt, {}, false};
        if (each.row.row.state == record::CaseState::Approved) {
            if (!view || !each.disposition) continue;
            const auto& done = *each.disposition;
            each.again = done.approvedDossier != decide::dossierHash(*view) || !done.decidedAt || desk.clock().now() - *done.decidedAt >= decide::Policy{}.approval;
            if (!each.again) continue;
        }
        if (each.disposition)
            if (const auto found = names.find(each.disposition->proposedBy); found != names.end()) each.proposedBy = found->second;
        pending.push_back(std::move(each));
    }
    return pending;
}

}  // namespace

ApprovalsPage::ApprovalsPage(bridge::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_listRequest(new bridge::Request(session.worker(), this)),
      m_caseRequest(new bridge::Request(session.worker(), this)) {
    setObjectName(QStringLiteral("approvalsPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    m_stack = new QStackedWidget(this);
    outer->addWidget(m_stack);
    auto* list = new Strip(Strip::Ground::Base, {}, m_stack);
    auto* layout = new QVBoxLayout(list);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 16, 12);
    head->setSpacing(12);
    head->addWidget(new Label(tr("Approvals"), TextRole::Title, Ink::T1, Weight::SemiBold, list));
    m_subtitle = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, list);
    head->addWidget(m_subtitle);
    head->addStretch(1);
    layout->addLayout(head);
    layout->addWidget(new Line(Qt::Horizontal, list));
    m_model = new RowsModel({tr("Case"), tr("Traveler"), tr("Disposition"), tr("Proposed by"), tr("Holds"), tr("Deadline")}, this);
    m_table = new TableView(list);
    m_table->setObjectName(QStringLiteral("approvalsTable"));
    m_table->setAccessibleName(tr("Dispositions that wait for a decision"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(4, new BadgesDelegate(m_table));
    m_table->setRowHeight(metric::kRowComfortable);
    m_table->setWidths({170, 330, 220, 270, 250, 110});
    layout->addWidget(m_table, 1);
    m_status = new StatusView(m_stack);
    m_dossier = new DossierView(m_session, m_stack);
    m_stack->addWidget(list);
    m_stack->addWidget(m_status);
    m_stack->addWidget(m_dossier);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(m_dossier, &DossierView::backRequested, this, [this] {
        m_current.reset();
        reload();
    });
    connect(m_dossier, &DossierView::caseRequested, this, &ApprovalsPage::caseRequested);
    connect(&m_session, &bridge::Session::storeChanged, this, [this] {
        reload();
        if (m_current) loadDossier();
    });
    m_status->showLoading(tr("Reading what waits for a decision…"));
    m_stack->setCurrentIndex(Status);
    reload();
}

void ApprovalsPage::reload() {
    m_session.ask(*m_listRequest, [](access::Desk& desk, std::stop_token) { return readPending(desk); }, [this](Result<std::vector<Pending>> pending) {
        if (!pending) {
            const auto text = bridge::errorText(pending.error());
            m_status->showError(text.title, text.remedy, text.code, tr("Try again"), [this] { reload(); });
            if (!m_current) m_stack->setCurrentIndex(Status);
            return;
        }
        std::vector<TableRow> rows;
        const UtcTime now = m_session.now();
        for (const auto& each : *pending) {
            const auto& row = each.row.row;
            Cell holds;
            for (const auto kind : row.holds) holds.badges.push_back(bridge::look(kind, true));
            if (each.row.onHold) holds.badges.push_back(bridge::neutralHoldLook());
            const Tone tone = bridge::urgency(row.deadline - now);
            rows.push_back({{Cell(bridge::fromText(row.number), Ink::T2), Cell(bridge::personName(row.familyName, row.givenNames), Ink::T1, Weight::Medium),
                             Cell(each.disposition ? bridge::text(each.disposition->disposition) : QStringLiteral("—"), each.again ? Ink::Warn : Ink::T1, Weight::Regular, {},
                                  each.again ? tr("to be approved again") : QString()),
                             Cell(each.proposedBy, Ink::T2, Weight::Regular, {}, each.disposition ? bridge::momentText(each.disposition->proposedAt, now) : QString()),
                             holds, Cell(bridge::remainingText(row.deadline - now), tone == Tone::Bad ? Ink::Bad : tone == Tone::Warn ? Ink::Warn : Ink::T1, Weight::SemiBold)},
                            QByteArray::fromStdString(row.id.text())});
        }
        m_subtitle->setText(tr("%n wait for a decision; one at a time", nullptr, int(rows.size())));
        emit pendingCountChanged(int(rows.size()));
        const bool none = rows.empty();
        m_model->setRows(std::move(rows));
        if (m_current) return;
        if (none) m_status->showEmpty(QStringLiteral("approvals"), tr("Nothing waits for your decision."));
        m_stack->setCurrentIndex(none ? Status : List);
    });
}

void ApprovalsPage::openRow(int row) {
    const auto* at = m_model->rowAt(row);
    if (at == nullptr) return;
    if (const auto id = CaseId::fromText(at->key.toStdString())) open(*id);
}

int ApprovalsPage::rows() const { return m_model->rowCount(); }
std::optional<CaseId> ApprovalsPage::current() const { return m_current; }

void ApprovalsPage::open(const CaseId& id) {
    m_current = id;
    m_dossier->clear();
    loadDossier();
}

void ApprovalsPage::loadDossier() {
    m_session.ask(*m_caseRequest, [id = *m_current](access::Desk& desk, std::stop_token) { return bridge::loadCaseFile(desk, id); },
                  [this](Result<bridge::CaseFile> file) {
                      if (!m_current) return;
                      if (!file) {
                          const auto text = bridge::errorText(file.error());
                          m_status->showError(text.title, text.remedy, text.code, tr("Back to the list"), [this] {
                              m_current.reset();
                              reload();
                          });
                          m_stack->setCurrentIndex(Status);
                          return;
                      }
                      m_dossier->showCase(std::move(*file));
                      m_stack->setCurrentIndex(Dossier);
                  });
}


}  // namespace cotejo::approvals
