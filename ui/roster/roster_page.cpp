#include "ui/roster/roster_page.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>

#include "core/journal/roster_book.h"
#include "core/sync/roster_client.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::roster_ui {

using namespace widgets;

namespace {

constexpr std::chrono::seconds kBudget{15};

QString functionsOf(const record::Officer& officer, UtcTime now) {
    const auto roles = bridge::rolesText(officer, now);
    return roles.isEmpty() ? RosterPage::tr("none", "functions") : roles;
}

}  // namespace

RosterPage::RosterPage(bridge::Session& session, QWidget* parent) : QWidget(parent), m_session(session), m_request(new bridge::Request(session.worker(), this)) {
    setObjectName(QStringLiteral("rosterPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    auto* head = new Strip(Strip::Ground::Base, {}, this);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(16, 12, 16, 12);
    line->setSpacing(12);
    line->addWidget(new Label(tr("Roster"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    m_subtitle = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, head);
    line->addWidget(m_subtitle);
    line->addStretch(1);
    layout->addWidget(head);
    auto* aside = new Strip(Strip::Ground::Base, {}, this);
    auto* asideLayout = new QVBoxLayout(aside);
    asideLayout->setContentsMargins(16, 0, 16, 12);
    m_notice = new Notice(aside);
    m_notice->setObjectName(QStringLiteral("rosterNotice"));
    asideLayout->addWidget(m_notice);
    m_notice->hide();
    layout->addWidget(aside);
    auto* bar = new Strip(Strip::Ground::Window, Qt::TopEdge | Qt::BottomEdge, this);
    bar->setFixedHeight(metric::kToolBar);
    m_actions = new QHBoxLayout(bar);
    m_actions->setContentsMargins(16, 0, 16, 1);
    m_actions->setSpacing(8);
    layout->addWidget(bar);
    m_busy = new BusyBar(this);
    layout->addWidget(m_busy);
    m_stack = new QStackedWidget(this);
    auto* ground = new Strip(Strip::Ground::Base, {}, m_stack);
    auto* groundLayout = new QVBoxLayout(ground);
    m_model = new RowsModel({tr("State"), tr("Who or what"), tr("Login"), tr("Post"), tr("Functions")}, this);
    m_table = new TableView(ground);
    m_table->setObjectName(QStringLiteral("rosterTable"));
    m_table->setAccessibleName(tr("People, devices and waiting changes of the roster"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(0, new BadgesDelegate(m_table));
    m_table->setWidths({170, 330, 150, 200, 260});
    groundLayout->addWidget(m_table);
    m_status = new StatusView(m_stack);
    m_stack->addWidget(ground);
    m_stack->addWidget(m_status);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RosterPage::showActions);
    connect(&m_session, &bridge::Session::storeChanged, this, [this] {
        if (isVisible()) reload();
        else m_isStale = true;
    });
}

void RosterPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) reload();
}

int RosterPage::shownRows() const { return m_model->rowCount(); }
void RosterPage::selectRow(int row) { m_table->selectRow(row); }

void RosterPage::reload() {
    m_isStale = false;
    m_busy->setBusy(true);
    if (!m_loaded.history) {
        m_status->showLoading(tr("Reading the roster…"));
        m_stack->setCurrentIndex(1);
    }
    m_session.ask(*m_request,
                  [](access::Desk& desk, std::stop_token) -> Result<Loaded> {
                      Loaded loaded;
                      {
                          COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
                          COTEJO_TRY_ASSIGN(loaded.history, journal::rosterHere(reader));
                      }
                      if (!loaded.history) return loaded;
                      // As the server has it now, where it answers: what another administrator signed a minute ago is what the next change stands on.
                      auto now = sync::rosterAtServer(desk, kBudget);
                      auto waiting = now ? sync::waitingAtServer(desk, kBudget) : Result<sync::WaitingReply>(tl::unexpected<Error>(now.error()));
                      if (now) loaded.history = std::make_shared<const roster::History>(std::move(*now));
                      if (waiting) loaded.waiting = std::move(*waiting);
                      else loaded.unreached = waiting.error();
                      return loaded;
                  },
                  [this](Result<Loaded> loaded) { show(std::move(loaded)); });
}

void RosterPage::show(Result<Loaded> loaded) {
    m_busy->setBusy(false);
    if (!loaded) {
        const auto text = bridge::errorText(loaded.error());
        m_status->showError(text.title, text.remedy, text.code, tr("Try again"), [this] { reload(); });
        m_stack->setCurrentIndex(1);
        return;
    }
    m_loaded = std::move(*loaded);
    if (!m_loaded.history) {
        m_status->showEmpty(QStringLiteral("key"),
                            tr("This post works alone: it follows no organisation's roster yet. Its people and functions are its own until it is enrolled with a "
                               "server and an administrator there admits it."));
        m_stack->setCurrentIndex(1);
        m_subtitle->setText({});
        showActions();
        return;
    }
    const auto& latest = m_loaded.history->latest();
    m_subtitle->setText(tr("%1 · version %2").arg(bridge::fromText(latest.org())).arg(latest.version()));
    if (m_loaded.unreached) {
        const auto text = bridge::errorText(*m_loaded.unreached);
        m_notice->setContent(Tone::Warn, QStringLiteral("warning"),
                             {tr("What waits for a signature is at the server, which does not answer: the roster is shown as this post last received it"), {}, {}, text.remedy, text.code, {}});
        m_notice->show();
    }
    fillRows();
    m_stack->setCurrentIndex(0);
    showActions();
}

void RosterPage::fillRows() {
    const auto& latest = m_loaded.history->latest();
    const auto now = m_session.now();
    std::vector<TableRow> rows;
    m_rows.clear();
    const auto add = [&](Row row, BadgeLook look, const QString& what, const QString& login, const QString& post, const QString& functions, const std::string& key) {
        m_rows.push_back(row);
        rows.push_back({{Cell::badge(std::move(look)), Cell(what, Ink::T1, Weight::Medium), Cell(login, Ink::T2), Cell(post, Ink::T2), Cell(functions, Ink::T1)},
                        QByteArray::fromStdString(key)});
    };
    const auto postName = [&](const PostId& post) {
        for (const auto& [id, device] : latest.devices())
            if (device.post == post) return bridge::fromText(device.postName);
        return QString();
    };
    // What waits stands first: it is what an administrator comes for.
    for (std::size_t i = 0; i < m_loaded.waiting.entries.size(); ++i) {
        const auto entry = roster::decodeEntry(m_loaded.waiting.entries[i]);
        if (!entry) continue;
        add({Row::Change, {}, {}, 0, i}, {QStringLiteral("key"), tr("second signature"), Tone::Warn}, changeText(entry->change, latest, now), {}, {}, {}, roster::hashOf(*entry).text());
    }
    for (std::size_t i = 0; i < m_loaded.waiting.introductions.size(); ++i) {
        const auto& each = m_loaded.waiting.introductions[i];
        if (!latest.device(each.device))
            add({Row::AsksDevice, {}, each.device, i, 0}, {QStringLiteral("clock"), tr("asks"), Tone::Accent}, tr("Device %1").arg(bridge::fromText(each.deviceName)), {}, bridge::fromText(each.postName), {}, each.device.text());
        for (std::size_t k = 0; k < each.officers.size(); ++k)
            add({Row::AsksPerson, each.officers[k].id, each.device, i, k}, {QStringLiteral("clock"), tr("asks"), Tone::Accent}, bridge::fromText(each.officers[k].displayName), bridge::fromText(each.officers[k].login),
                bridge::fromText(each.postName), functionsOf(each.officers[k], now), each.officers[k].id.text());
    }
    emit waitingChanged(int(m_rows.size()));
    std::vector<const roster::Member*> people;
    for (const auto& [id, member] : latest.members()) people.push_back(&member);
    std::ranges::sort(people, [&](const auto* one, const auto* other) {
        return std::pair(postName(one->officer.post), one->officer.displayName) < std::pair(postName(other->officer.post), other->officer.displayName);
    });
    for (const auto* each : people) {
        const auto& member = *each;
        const auto& id = member.officer.id;
        add({Row::Person, id, {}, 0, 0}, member.suspended ? BadgeLook{QStringLiteral("block"), tr("suspended"), Tone::Bad} : BadgeLook{QStringLiteral("check"), tr("active", "member of the roster"), Tone::Ok},
            bridge::fromText(member.officer.displayName), bridge::fromText(member.officer.login), postName(member.officer.post), functionsOf(member.officer, now), id.text());
    }
    for (const auto& [id, device] : latest.devices())
        add({Row::Device, {}, id, 0, 0}, device.revoked ? BadgeLook{QStringLiteral("block"), tr("withdrawn", "device"), Tone::Bad} : BadgeLook{QStringLiteral("check"), tr("admitted", "device"), Tone::Ok},
            tr("Device %1").arg(bridge::fromText(device.name)), {}, bridge::fromText(device.postName), device.revoked ? QString() : scopeText(device.scope, latest), id.text());
    const auto kept = m_model->data(m_table->currentIndex(), RowsModel::KeyRole).toByteArray();
    m_model->setRows(std::move(rows));
    if (!m_rows.empty()) selectRow(std::max(0, m_model->rowOf(kept)));
}

void RosterPage::showActions() {
    while (auto* item = m_actions->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    const int at = m_table->currentIndex().row();
    if (!m_loaded.history || at < 0 || at >= int(m_rows.size())) return;
    const auto row = m_rows[std::size_t(at)];
    const auto& latest = m_loaded.history->latest();
    const auto now = m_session.now();
    const bool may = latest.isAdministrator(m_session.officer().id);
    const auto button = [&](const char* name, const QString& text, auto run) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(QString::fromLatin1(name));
        made->setEnabled(may);
        connect(made, &QPushButton::clicked, this, run);
        m_actions->addWidget(made);
    };
    const Run run = [this](FormDialog* dialog, roster::Change change) { handIn(dialog, std::move(change)); };
    switch (row.kind) {
    case Row::Person: {
        const auto* member = latest.member(row.officer);
        button("rosterFunctions", tr("Functions…"), [=, this] { openFunctions(*member, now, this, run); });
        button(member->suspended ? "rosterRestore" : "rosterSuspend", member->suspended ? tr("Let act again…") : tr("Suspend…"),
               [=, this] { openSuspension(*member, member->suspended, this, run); });
        break;
    }
    case Row::Device: {
        const auto* device = latest.device(row.device);
        if (!device->revoked) button("rosterScope", tr("Cases…"), [=, this] { openScope(*device, latest, this, run); });
        if (!device->revoked) button("rosterWithdraw", tr("Withdraw…"), [=, this] { openWithdrawal(*device, this, run); });
        break;
    }
    case Row::AsksPerson: {
        const auto& introduction = m_loaded.waiting.introductions[row.introduction];
        button("rosterAdmit", tr("Admit…"), [=, this, asked = introduction.officers[row.place], post = bridge::fromText(introduction.postName), org = latest.org()] {
            openAdmission(asked, post, org, now, this, run);
        });
        break;
    }
    case Row::AsksDevice: {
        const auto& asks = m_loaded.waiting.introductions[row.introduction];
        button("rosterAdmit", tr("Admit…"), [=, this, device = roster::AdmitDevice{asks.device, asks.key, asks.post, asks.postName, asks.deviceName}] { openDeviceAdmission(device, this, run); });
        break;
    }
    case Row::Change: {
        const auto entry = roster::decodeEntry(m_loaded.waiting.entries[row.place]);
        const auto* agreement = entry ? std::get_if<roster::SetPartner>(&entry->change) : nullptr;
        if (agreement == nullptr) {
            button("rosterSign", tr("Put the second signature"), [this, place = row.place] { sign(place); });
            break;
        }
        button("rosterSign", tr("Read and sign…"), [=, this, set = *agreement, place = row.place] {
            openAgreement(set, latest, this, [this, place](FormDialog* dialog) {
                dialog->close();
                sign(place);
            });
        });
        break;
    }
    }
    if (!may) m_actions->addWidget(new Label(tr("Only an administrator of the roster signs."), TextRole::Secondary, Ink::T3, Weight::Regular, this));
    m_actions->addStretch(1);
}

void RosterPage::told(const sync::RosterAnswer& answer) {
    m_notice->setContent(Tone::Ok, QStringLiteral("check"),
                         {answer.entered ? tr("Signed: version %1 of the roster").arg(answer.version) : tr("Signed. It counts when a second administrator has signed it too"),
                          answer.entered ? tr("It counts at each post with its next synchronisation.") : QString(), {}, {}, {}, {}});
    m_notice->show();
    reload();
}

void RosterPage::handIn(FormDialog* dialog, roster::Change change) {
    dialog->setBusy(true);
    m_session.call(this, [change = std::move(change)](access::Desk& desk, std::stop_token) { return sync::propose(desk, change, kBudget); },
                   [this, dialog = QPointer<FormDialog>(dialog)](Result<sync::RosterAnswer> answer) {
                       if (dialog) dialog->setBusy(false);
                       if (!answer) {
                           if (dialog) dialog->showRefusal(bridge::noticeText(answer.error()));
                           return;
                       }
                       if (dialog) dialog->close();
                       told(*answer);
                   });
}

void RosterPage::sign(std::size_t place) {
    auto entry = roster::decodeEntry(m_loaded.waiting.entries[place]);
    if (!entry) return;
    entry->signatures.clear();
    m_busy->setBusy(true);
    m_session.call(this, [entry = std::move(*entry)](access::Desk& desk, std::stop_token) { return sync::countersign(desk, entry, kBudget); },
                   [this](Result<sync::RosterAnswer> answer) {
                       m_busy->setBusy(false);
                       if (answer) return told(*answer);
                       m_notice->setContent(Tone::Bad, QStringLiteral("warning"), bridge::noticeText(answer.error()));
                       m_notice->show();
                   });
}

}  // namespace cotejo::roster_ui
