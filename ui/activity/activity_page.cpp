#include "ui/activity/activity_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QResizeEvent>
#include <QTimer>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "core/journal/verify.h"
#include "core/decide/case_door.h"
#include "core/review/visible_case.h"
#include "core/review/work_queue.h"
#include "core/store/event_table.h"
#include "core/store/sync_state.h"
#include "ui/bridge/case_loader.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/sync_job.h"
#include "ui/bridge/text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::activity {

using namespace widgets;

namespace {

constexpr std::size_t kShown = 200;
constexpr int kStackUnder = 1040;

struct Receipt {
    store::StoredEvent event;
    std::string number;
};

struct Activity {
    std::vector<store::OutboxItem> waiting, withheld;
    std::vector<Receipt> receipts;
    std::vector<CaseId> conflicts;
    std::optional<record::CaseView> conflict;
    std::map<OfficerId, QString> names;
};

Result<Activity> readActivity(access::Desk& desk) {
    Activity activity;
    COTEJO_TRY_ASSIGN(activity.names, bridge::officerNames(desk));
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    store::OutboxView outbox(reader);
    COTEJO_TRY_ASSIGN(activity.waiting, outbox.waiting(kShown));
    COTEJO_TRY_ASSIGN(activity.withheld, outbox.quarantined(kShown));
    const auto tells = [&, now = desk.clock().now()](const OfficerId& author) { return review::readsActsOf(desk.officer(), author, now); };
    for (auto* list : {&activity.waiting, &activity.withheld})
        for (auto& each : *list)
            if (!tells(each.author)) each.type = each.caseNumber = {};
    COTEJO_TRY_ASSIGN(auto newest, store::EventTable(reader).newest(std::nullopt, kShown));
    store::CaseTable cases(reader);
    std::map<CaseId, std::string> numbers;
    for (auto& event : newest) {
        if (event.state != store::EventState::Acknowledged) continue;
        std::string number;
        if (!tells(event.event.user)) {
            event.event.type.clear();
        } else if (event.event.entity) {
            auto& known = numbers[*event.event.entity];
            if (known.empty()) {
                COTEJO_TRY_ASSIGN(const auto row, cases.row(*event.event.entity));
                if (row) known = row->number;
            }
            number = known;
        }
        activity.receipts.push_back({std::move(event), std::move(number)});
    }
    store::QueueFilter filter;
    filter.holds = {record::HoldKind::Conflict};
    if (auto page = review::WorkQueue(desk).page(filter, std::nullopt, 50)) {
        for (const auto& row : page->rows) activity.conflicts.push_back(row.row.id);
        // Reading it tells what others decided, and is remembered: only those read it here who never have to be blind.
        if (!activity.conflicts.empty() && review::decidesOnly(desk.officer(), desk.clock().now())) {
            COTEJO_TRY_ASSIGN(auto visible, decide::CaseDoor(desk).view(activity.conflicts.front()));
            activity.conflict = std::move(visible.view);
        }
    }
    return activity;
}

QString withheldText(std::string_view reason) {
    if (reason == "unknown_signer") return ActivityPage::tr("its author is not known here yet");
    if (reason == "malformed") return ActivityPage::tr("its contents cannot be read");
    if (reason == "revoked_device") return ActivityPage::tr("its device was withdrawn");
    if (reason == "unknown_officer") return ActivityPage::tr("the roster did not name its author when it arrived");
    if (reason == "unknown_device") return ActivityPage::tr("the roster did not name its device when it arrived");
    if (reason == "suspended") return ActivityPage::tr("its author was suspended when it arrived");
    if (reason == "role_not_held") return ActivityPage::tr("its author did not have this function when it arrived");
    if (reason == "not_admin") return ActivityPage::tr("its author may not say so");
    if (reason == "other_post") return ActivityPage::tr("about people or devices of another post");
    if (reason == "rule:person_is_known" || reason == "rule:device_is_known" || reason == "rule:post_is_known")
        return ActivityPage::tr("founds what is known here already");
    if (reason == "newer") return ActivityPage::tr("written by a newer Cotejo");
    if (reason == "gap") return ActivityPage::tr("an earlier act is missing");
    if (reason == "fork") return ActivityPage::tr("another act stands in its place");
    if (reason == "signature") return ActivityPage::tr("a signature is wrong");
    if (reason == "other_org") return ActivityPage::tr("from another organisation");
    if (reason.starts_with("rule:")) return ActivityPage::tr("refused by a rule of the database");
    return bridge::fromText(reason);
}

}  // namespace

ActivityPage::ActivityPage(bridge::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_request(new bridge::Request(session.worker(), this)),
      m_sync(new bridge::Request(session.worker(), this)), m_every(new QTimer(this)), m_soon(new QTimer(this)),
      m_verify(new bridge::Request(session.worker(), this)) {
    m_soon->setSingleShot(true);
    connect(m_every, &QTimer::timeout, this, &ActivityPage::passUnasked);
    connect(m_soon, &QTimer::timeout, this, &ActivityPage::passUnasked);
    connect(&session, &bridge::Session::caseChanged, this, [this] {
        if (m_every->isActive() && !m_soon->isActive()) m_soon->start();
    });
    setObjectName(QStringLiteral("activityPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    outer->addWidget(buildHead());
    m_busy = new BusyBar(this);
    outer->addWidget(m_busy);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll, 1);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    auto* columns = m_columns = new QHBoxLayout(page);
    columns->setContentsMargins(16, 14, 16, 16);
    columns->setSpacing(14);
    auto* left = new QVBoxLayout;
    left->setSpacing(14);
    m_notice = new Notice(page);
    m_notice->setObjectName(QStringLiteral("activityNotice"));
    m_notice->hide();
    left->addWidget(m_notice);
    left->addWidget(buildOutbox(), 3);
    left->addWidget(buildPass());
    columns->addLayout(left, 58);
    columns->addWidget(buildConflicts(), 42);
    connect(&m_session, &bridge::Session::storeChanged, this, &ActivityPage::reload);
    reload();
}

QWidget* ActivityPage::buildHead() {
    auto* head = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 13);
    layout->setSpacing(12);
    layout->addWidget(new Label(tr("Activity"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    m_subtitle = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, head);
    layout->addWidget(m_subtitle);
    layout->addStretch(1);
    m_verifyButton = new QPushButton(icon(QStringLiteral("check")), tr("Verify the journal"), head);
    m_verifyButton->setObjectName(QStringLiteral("verifyJournal"));
    m_verifyButton->setAccessibleName(m_verifyButton->text());
    m_syncButton = new QPushButton(icon(QStringLiteral("activity")), tr("Synchronise now"), head);
    m_syncButton->setObjectName(QStringLiteral("syncNow"));
    m_syncButton->setAccessibleName(m_syncButton->text());
    layout->addWidget(m_verifyButton);
    layout->addWidget(m_syncButton);
    connect(m_verifyButton, &QPushButton::clicked, this, &ActivityPage::verifyJournal);
    connect(m_syncButton, &QPushButton::clicked, this, &ActivityPage::syncNow);
    return head;
}

QWidget* ActivityPage::buildOutbox() {
    m_outboxCard = new Card(QStringLiteral("outbox"), tr("To send, and receipts"), this);
    m_outboxCard->setFlush(true);
    m_outbox = new RowsModel({tr("What"), tr("Case"), tr("Size"), tr("Age"), tr("State"), tr("Receipt or reason")}, this);
    m_outbox->setHeaderRight(2);
    m_outbox->setHeaderRight(3);
    m_table = new TableView(m_outboxCard);
    m_table->setObjectName(QStringLiteral("outboxTable"));
    m_table->setAccessibleName(tr("Acts to send and receipts"));
    m_table->setModel(m_outbox);
    m_table->setItemDelegateForColumn(4, new BadgesDelegate(m_table));
    m_table->setWidths({220, 140, 80, 90, 130, 210});
    m_table->setMinimumHeight(260);
    m_outboxCard->body()->setSpacing(0);
    m_outboxCard->body()->addWidget(m_table, 1);
    auto* note = new Label(tr("Nothing leaves this list without the server's receipt. Closing the program loses nothing."), TextRole::Secondary, Ink::T3,
                           Weight::Regular, m_outboxCard);
    note->setContentsMargins(14, 8, 14, 10);
    note->setWordWrap(true);
    m_outboxCard->body()->addWidget(note);
    return m_outboxCard;
}

void ActivityPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_columns->setDirection(event->size().width() < kStackUnder ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QWidget* ActivityPage::buildPass() {
    m_passCard = new Card(QStringLiteral("receipt"), tr("Last synchronisation and journal"), this);
    m_passBadge = new Badge(m_passCard);
    m_passBadge->setLook({QStringLiteral("clock"), tr("not run in this shift"), Tone::Neutral, false});
    m_passCard->addTrailing(m_passBadge);
    m_passNote = new Label(tr("The report of a pass is shown here: what was sent and receipted, what arrived, what was withheld."), TextRole::Body, Ink::T2,
                           Weight::Regular, m_passCard);
    m_passNote->setWordWrap(true);
    m_passCard->body()->addWidget(m_passNote);
    m_pass = new RowsModel({tr("Step"), tr("Sent"), tr("Received")}, this);
    m_pass->setHeaderRight(1);
    m_pass->setHeaderRight(2);
    m_passTable = new FittingTable(m_passCard);
    m_passTable->setObjectName(QStringLiteral("passTable"));
    m_passTable->setAccessibleName(tr("Report of the last synchronisation"));
    m_passTable->setModel(m_pass);
    m_passTable->setSelectionMode(QAbstractItemView::NoSelection);
    m_passTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_passTable->hide();
    m_passCard->body()->addWidget(m_passTable);
    auto* row = new QHBoxLayout;
    row->addWidget(new IconLabel(QStringLiteral("link"), Ink::T2, 15, m_passCard));
    m_journal = new Label(tr("Journal: not verified in this shift"), TextRole::Body, Ink::T1, Weight::Regular, m_passCard);
    m_journal->setObjectName(QStringLiteral("journalState"));
    row->addWidget(m_journal, 1);
    m_journalBadge = new Badge(m_passCard);
    m_journalBadge->hide();
    row->addWidget(m_journalBadge);
    m_passCard->body()->addLayout(row);
    return m_passCard;
}

QWidget* ActivityPage::buildConflicts() {
    m_conflictCard = new Card(QStringLiteral("fork"), tr("Conflicts"), this);
    m_conflictBody = new QVBoxLayout;
    m_conflictBody->setSpacing(10);
    m_conflictCard->body()->addLayout(m_conflictBody);
    m_conflictCard->body()->addStretch(1);
    return m_conflictCard;
}

void ActivityPage::setNow(UtcTime now) {
    const auto& status = m_session.status();
    m_subtitle->setText(!status.enrolled     ? tr("This post has no server: everything stays here")
                        : status.lastContact ? tr("Last contact %1 ago").arg(bridge::ageText(now - *status.lastContact))
                                             : tr("No contact with the server yet"));
}

void ActivityPage::reload() {
    m_session.ask(*m_request, [](access::Desk& desk, std::stop_token) { return readActivity(desk); }, [this](Result<Activity> read) {
        if (!read) {
            m_notice->setContent(Tone::Bad, QStringLiteral("warning"), bridge::noticeText(read.error()));
            m_notice->show();
            return;
        }
        const UtcTime now = m_session.now();
        std::vector<TableRow> rows;
        const auto actName = [&](const std::string& type) { return type.empty() ? tr("Act of a colleague") : bridge::actText(type); };
        const auto item = [&](const store::OutboxItem& each, BadgeLook look, const QString& reason) {
            rows.push_back({{Cell(actName(each.type), Ink::T1, Weight::Medium), Cell(bridge::fromText(each.caseNumber), Ink::T2),
                             Cell::number(bridge::sizeText(std::uint64_t(each.bytes)), Ink::T2), Cell::number(bridge::ageText(now - each.written), Ink::T2),
                             Cell::badge(std::move(look)), Cell(reason, Ink::T2)},
                            QByteArray::fromStdString(each.event.text())});
        };
        for (const auto& each : read->waiting) {
            const bool failed = !each.reason.empty();
            item(each, failed ? BadgeLook{QStringLiteral("refresh"), tr("Tries again"), Tone::Warn, false} : BadgeLook{QStringLiteral("clock"), tr("Waits"), Tone::Neutral, false},
                 failed ? bridge::errorText(Error{each.reason, {}, {}}).title : tr("goes with the next contact"));
        }
        for (const auto& each : read->withheld)
            item(each, {QStringLiteral("warning"), tr("Withheld"), Tone::Bad, false}, withheldText(each.reason));
        for (const auto& each : read->receipts)
            rows.push_back({{Cell(actName(each.event.event.type), Ink::T1), Cell(bridge::fromText(each.number), Ink::T2), Cell::number(QStringLiteral("—"), Ink::T3),
                             Cell::number(bridge::ageText(now - each.event.event.wall), Ink::T3),
                             Cell::badge({QStringLiteral("check"), tr("Receipted"), Tone::Ok, false}),
                             Cell::code(QStringLiteral("gs %1 · %2…").arg(each.event.gseq.value_or(0)).arg(bridge::fromText(each.event.hash.text().substr(0, 8))), Ink::T3)},
                            QByteArray::fromStdString(each.event.hash.text())});
        m_outboxCard->setCaption(read->withheld.empty() ? tr("%n to send", nullptr, int(read->waiting.size()))
                                                        : tr("%n to send", nullptr, int(read->waiting.size())) + QStringLiteral(" · ") +
                                                              tr("%n withheld", nullptr, int(read->withheld.size())));
        m_outbox->setRows(std::move(rows));
        m_conflicts = int(read->conflicts.size());
        m_conflictCard->setCaption(m_conflicts > 0 ? tr("%n cases with two decisions", nullptr, m_conflicts) : QString());
        const bool typing = m_reason != nullptr && m_reason->hasFocus();
        if (read->conflict) {
            if (!typing) showConflict(*read->conflict, read->names);
        } else {
            clearLayout(m_conflictBody);
            m_choice = nullptr;
            m_reason = nullptr;
            m_conflict.reset();
            auto* none = new Label(m_conflicts > 0 ? tr("Two posts decided differently without having seen each other. A supervisor who took no part reads both and resolves it here.")
                                                   : tr("No case has two decisions. When two posts decide differently without having seen each other, it is settled here by a person."),
                                   TextRole::Body, Ink::T2, Weight::Regular, m_conflictCard);
            none->setWordWrap(true);
            m_conflictBody->addWidget(none);
        }
        emit attentionChanged(int(read->waiting.size() + read->withheld.size()) + m_conflicts);
    });
    setNow(m_session.now());
}

void ActivityPage::showConflict(const record::CaseView& view, const std::map<OfficerId, QString>& names) {
    m_conflict = view;
    clearLayout(m_conflictBody);
    const UtcTime now = m_session.now();
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(QStringLiteral("%1 · %2").arg(bridge::personName(view.traveler), bridge::fromText(view.number)), TextRole::Body, Ink::T1, Weight::SemiBold, this), 1);
    head->addWidget(new Badge(bridge::look(record::HoldKind::Conflict, true), this));
    m_conflictBody->addLayout(head);
    m_conflictBody->addWidget(new Notice(Tone::Accent, QStringLiteral("shield"),
                                         {tr("The more protective decision governs until a person resolves it."), tr("The time of day does not decide who is right."), {}, {}, {}, {}}, this));
    const auto say = [](const record::DecisionHead& verdict) {
        if (!verdict.disposition.empty()) {
            const bool negated = verdict.disposition.starts_with("not_");
            const auto code = negated ? verdict.disposition.substr(4) : verdict.disposition;
            if (const auto value = record::fromCode<record::Disposition>(code))
                return negated ? ActivityPage::tr("Not: %1").arg(bridge::text(*value)) : bridge::text(*value);
            if (code == "cancelled") return ActivityPage::tr("Cancelled");
            return bridge::fromText(code);
        }
        const auto outcome = verdict.identity.substr(0, verdict.identity.find(':'));
        if (const auto value = record::fromCode<record::Outcome>(outcome)) return bridge::text(*value);
        return QStringLiteral("—");
    };
    auto* columns = new QHBoxLayout;
    columns->setSpacing(10);
    QStringList words;
    for (const auto& verdict : view.decisionHeads) {
        auto* card = new Card(QStringLiteral("pin"), names.contains(verdict.officer) ? names.at(verdict.officer) : tr("Another post"), this);
        card->setEmphasized(verdict.inForce);
        if (verdict.inForce) card->addTrailing(new Badge({QStringLiteral("shield"), tr("In force"), Tone::Accent, false}, card));
        const QString what = say(verdict);
        words << what;
        card->body()->addWidget(new Label(what, TextRole::Section, Ink::T1, Weight::SemiBold, card));
        card->body()->addWidget(new Label(bridge::actText(verdict.type), TextRole::Secondary, Ink::T2, Weight::Regular, card));
        card->body()->addWidget(new Label(bridge::momentText(verdict.at, now), TextRole::Secondary, Ink::T2, Weight::Regular, card));
        card->body()->addWidget(new Label(tr("with lists of version %1").arg(verdict.watchlistVersion), TextRole::Secondary, Ink::T3, Weight::Regular, card));
        columns->addWidget(card, 1);
    }
    m_conflictBody->addLayout(columns);
    auto* open = new QPushButton(icon(QStringLiteral("document")), tr("Open the case"), this);
    open->setObjectName(QStringLiteral("conflictOpen"));
    open->setAccessibleName(open->text());
    setLook(open, ButtonKind::Normal, ButtonSize::Small);
    connect(open, &QPushButton::clicked, this, [this, id = view.id] { emit caseRequested(id); });
    m_conflictBody->addWidget(open, 0, Qt::AlignLeft);
    m_choice = nullptr;
    m_reason = nullptr;
    if (!m_session.holds(record::Role::Supervisor)) {
        auto* who = new Label(tr("A supervisor resolves it."), TextRole::Secondary, Ink::T3, Weight::Regular, this);
        m_conflictBody->addWidget(who);
        return;
    }
    m_choice = new Segmented(this);
    m_choice->setObjectName(QStringLiteral("conflictChoice"));
    m_choice->setAccessibleName(tr("Which decision stands"));
    for (const auto& word : words) m_choice->addChoice({}, word);
    m_choice->addChoice({}, tr("None: back to triage"));
    m_choice->setCurrent(-1);
    m_conflictBody->addWidget(m_choice, 0, Qt::AlignLeft);
    m_reason = new QPlainTextEdit(this);
    m_reason->setObjectName(QStringLiteral("conflictReason"));
    m_reason->setAccessibleName(tr("Reason of your decision"));
    m_reason->setPlaceholderText(tr("Reason of your decision"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(64);
    m_conflictBody->addWidget(m_reason);
    auto* foot = new QHBoxLayout;
    auto* note = new Label(tr("It is stored naming every decision. None is erased."), TextRole::Secondary, Ink::T3, Weight::Regular, this);
    note->setWordWrap(true);
    foot->addWidget(note, 1);
    auto* resolve = new QPushButton(icon(QStringLiteral("check")), tr("Resolve…"), this);
    resolve->setObjectName(QStringLiteral("conflictResolve"));
    resolve->setAccessibleName(resolve->text());
    setLook(resolve, ButtonKind::Primary);
    foot->addWidget(resolve);
    m_conflictBody->addLayout(foot);
    connect(resolve, &QPushButton::clicked, this, &ActivityPage::resolve);
}

void ActivityPage::resolve() {
    if (!m_conflict || m_choice == nullptr || m_choice->current() < 0) {
        if (m_choice != nullptr && m_choice->count() > 0) m_choice->button(0)->setFocus();
        return;
    }
    record::ResolveConflict act;
    for (const auto& verdict : m_conflict->decisionHeads) act.heads.push_back(verdict.event);
    const auto chosen = std::size_t(m_choice->current());
    if (chosen < act.heads.size()) act.chosen = act.heads[chosen];
    act.reason = bridge::toText(m_reason->toPlainText());
    m_notice->hide();
    auto* sheet = new FormDialog(QStringLiteral("fork"), tr("Resolve the conflict: %1").arg(m_choice->button(m_choice->current())->text()), this);
    sheet->say(act.chosen.isZero() ? tr("Neither decision stands. Two examiners who have seen nothing of the case examine it anew; what was identified stays until they end.")
                                   : tr("This decision governs from now on; the other stays recorded with its author."), true);
    sheet->setAct(QStringLiteral("check"), tr("Resolve"), false);
    connect(sheet, &FormDialog::submitted, this, [this, act, id = m_conflict->id, over = QPointer(sheet)] {
        m_session.perform(this, id, act, [over](const Result<std::string>& done) {
            if (over == nullptr) return;
            if (done) over->close();
            else over->showRefusal(bridge::noticeText(done.error()));
        });
    });
    sheet->show();
}

void ActivityPage::syncNow() {
    if (m_sync->isRunning()) {
        m_sync->cancel();
        m_busy->setBusy(false);
        m_syncButton->setText(tr("Synchronise now"));
        return;
    }
    pass(true);
}

void ActivityPage::setPace(const bridge::SyncPace& pace) {
    m_every->start(pace.every);
    m_soon->setInterval(pace.afterAnAct);
    m_soon->start();
}

void ActivityPage::passUnasked() {
    if (!m_sync->isRunning() && m_session.status().enrolled) pass(false);
}

void ActivityPage::pass(bool asked) {
    m_busy->setBusy(true);
    if (asked) m_notice->hide();  // what it says may not be about a pass
    m_syncButton->setText(tr("Stop"));
    m_session.ask(*m_sync, [](access::Desk& desk, std::stop_token stop) { return bridge::syncOnce(desk, stop); }, [this, asked](Result<sync::SyncReport> done) {
        m_busy->setBusy(false);
        m_syncButton->setText(tr("Synchronise now"));
        m_session.refresh();
        if (!done && !asked && done.error().is("E_SYNC_OFFLINE")) return;  // the top bar says it
        if (!done) {
            m_notice->setContent(done.error().is("E_SYNC_OFFLINE") || done.error().is("E_SYNC_NOT_ENROLLED") ? Tone::Warn : Tone::Bad, QStringLiteral("offline"),
                                 bridge::noticeText(done.error()));
            m_notice->show();
            return;
        }
        const auto& report = *done;
        const bool even = report.sent == report.receipted && report.refused.empty();
        m_passBadge->setLook(even ? BadgeLook{QStringLiteral("check"), tr("Even: %1 = %2").arg(report.sent).arg(report.receipted), Tone::Ok, false}
                                  : BadgeLook{QStringLiteral("warning"), tr("%1 of %2 receipted").arg(report.receipted).arg(report.sent), Tone::Warn, false});
        m_passNote->setText(tr("Server time differs by %1.").arg(bridge::ageText(std::chrono::abs(report.clockOffset))));
        const auto count = [](std::size_t n) { return Cell::number(bridge::countText(std::int64_t(n)), n > 0 ? Ink::T1 : Ink::T3); };
        std::vector<TableRow> rows;
        rows.push_back({{Cell(tr("Lists"), Ink::T1), Cell::number(QStringLiteral("—"), Ink::T3),
                         Cell::number(report.watchlistTo == report.watchlistFrom ? tr("unchanged") : tr("version %1, %n withdrawn", nullptr, int(report.withdrawn)).arg(report.watchlistTo))}, {}});
        rows.push_back({{Cell(tr("Acts")), count(report.receipted), count(report.pulled)}, {}});
        rows.push_back({{Cell(tr("Attachments")), count(report.uploaded), count(report.downloaded)}, {}});
        rows.push_back({{Cell(tr("Withheld, for a person to look at")), Cell::number(QStringLiteral("—"), Ink::T3), count(report.quarantined)}, {}});
        m_pass->setRows(std::move(rows));
        m_passTable->show();
    });
}

void ActivityPage::verifyJournal() {
    if (m_verify->isRunning()) return;
    m_busy->setBusy(true);
    m_journal->setText(tr("Reading every entry of the journal…"));
    m_session.ask(*m_verify, [](access::Desk& desk, std::stop_token stop) { return journal::verify(desk.store(), {}, stop); },
                  [this](Result<journal::VerifyReport> report) {
                      m_busy->setBusy(false);
                      if (!report) {
                          m_journal->setText(bridge::errorText(report.error()).title);
                          return;
                      }
                      const bool intact = report->intact();
                      m_journalBadge->setLook(intact ? BadgeLook{QStringLiteral("check"), tr("Intact"), Tone::Ok, false} : BadgeLook{QStringLiteral("warning"), tr("Broken"), Tone::Bad, false});
                      m_journalBadge->show();
                      m_journal->setText(intact ? tr("%n entries verified", nullptr, int(report->entries))
                                                : tr("First bad entry: chain %1, place %2 (%3)")
                                                      .arg(report->firstBad->chain ? bridge::fromText(report->firstBad->chain->text().substr(0, 8)) : QStringLiteral("—"))
                                                      .arg(report->firstBad->seq.value_or(0))
                                                      .arg(bridge::fromText(report->firstBad->code)));
                      //: In the status bar; %1 is a time of day
                      emit journalVerified(intact ? tr("Journal verified %1").arg(bridge::clockText(m_session.now())) : tr("The journal is broken"), intact);
                  });
}

}  // namespace cotejo::activity
