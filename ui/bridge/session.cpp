#include "ui/bridge/session.h"

#include <QTimer>
#include <algorithm>

#include "core/decide/case_service.h"
#include "core/journal/roster_book.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "core/sync/sync_client.h"
#include "ui/bridge/text.h"

namespace cotejo::bridge {

namespace {

Result<PostStatus> readStatus(access::Desk& desk) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    PostStatus status;
    store::SyncState state(reader);
    const auto moment = [&](const char* key) -> Result<std::optional<UtcTime>> {
        COTEJO_TRY_ASSIGN(const auto value, state.integer(key));
        return value ? std::optional<UtcTime>(fromMillis(*value)) : std::nullopt;
    };
    COTEJO_TRY_ASSIGN(status.lastContact, moment(store::SyncState::kLastSync));
    COTEJO_TRY_ASSIGN(status.listsIssued, moment(store::SyncState::kWatchlistIssued));
    COTEJO_TRY_ASSIGN(const auto offset, state.integer(store::SyncState::kServerOffset));
    if (offset) status.clockOffset = std::chrono::milliseconds(*offset);
    status.enrolled = status.lastContact.has_value();
    if (status.enrolled) {
        COTEJO_TRY_ASSIGN(status.online, decide::isOnline(reader, desk.clock()));
    }
    store::OutboxView outbox(reader);
    COTEJO_TRY_ASSIGN(status.outbox, outbox.waitingCount());
    COTEJO_TRY_ASSIGN(const auto withheld, outbox.quarantined(100));
    status.quarantined = qint64(withheld.size());
    COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
    const auto* member = roster ? roster->latest().member(desk.officer().id) : nullptr;
    if (!member) return status;
    status.suspended = member->suspended;
    status.functionsChanged = !std::ranges::equal(member->officer.grants, desk.officer().grants, [](const auto& one, const auto& other) {
        return one.role == other.role && one.validUntil == other.validUntil;
    });
    return status;
}

}  // namespace

QString rolesText(const record::Officer& officer, UtcTime now) {
    QStringList roles;
    for (const auto& [role, code] : record::codes<record::Role>)
        if (officer.holds(role, now)) roles << text(role);
    return roles.join(QStringLiteral(" · "));
}

Session::Session(std::unique_ptr<access::Desk> desk, const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_desk(std::move(desk)), m_timer(new QTimer(this)) {
    sync::keepInReach(*m_desk);
    m_status.postName = fromText(m_desk->postName());
    m_status.deviceName = fromText(m_desk->deviceName());
    m_status.officerName = fromText(m_desk->officer().displayName);
    m_status.officerRoles = rolesText(m_desk->officer(), m_clock.now());
    m_statusRequest = std::make_unique<Request>(m_worker, nullptr);
    m_seenChanges = m_desk->store().changeCount();
    m_timer->setInterval(1500);
    connect(m_timer, &QTimer::timeout, this, &Session::watch);
    m_timer->start();
    refresh();
}

Session::~Session() = default;

template <class Job>
void Session::act(QObject* receiver, const CaseId& id, Job job, Done done) {
    call(receiver,
         [job = std::move(job)](access::Desk& desk, std::stop_token stop) mutable -> Result<std::string> {
             COTEJO_TRY_ASSIGN(const record::CaseView whole, job(desk, stop));
             return whole.number;
         },
         [this, id, done = std::move(done)](const Result<std::string>& number) {
             if (number) announce(id);  // a refusal changes nothing that is shown, and must stay on the page
             done(number);
         });
}

void Session::perform(QObject* receiver, const CaseId& id, const record::Act& what, Done done) {
    act(receiver, id, [id, what](access::Desk& desk, const std::stop_token&) { return decide::CaseService(desk).perform(id, what); }, std::move(done));
}

void Session::take(QObject* receiver, const CaseId& id, Done done) {
    act(receiver, id, [id](access::Desk& desk, const std::stop_token&) { return decide::CaseService(desk).take(id); }, std::move(done));
}

void Session::withEngine(QObject* receiver, const CaseId& id, WithEngine run, Done done) {
    act(receiver, id,
        [run = std::move(run), searcher = &m_searcher](access::Desk& desk, const std::stop_token& stop) -> Result<record::CaseView> {
            const std::lock_guard guard(searcher->lock);
            if (!searcher->service) {
                COTEJO_TRY_ASSIGN(auto thresholds, review::shippedThresholds());
                searcher->service.emplace(desk, std::move(thresholds));
            }
            decide::CaseService service(desk);
            return run(service, *searcher->service, stop);
        },
        std::move(done));
}

void Session::search(QObject* receiver, const CaseId& id, Done done, const record::SearchLimits& limits) {
    withEngine(receiver, id, [id, limits](auto& service, auto& engine, std::stop_token stop) { return service.search(id, engine, stop, {}, limits); },
               std::move(done));
}

void Session::recordImpossibleSearch(QObject* receiver, const CaseId& id, Done done) {
    withEngine(receiver, id, [id](auto& service, auto& engine, std::stop_token) { return service.recordImpossibleSearch(id, engine); }, std::move(done));
}

void Session::announce(const CaseId& id) {
    m_seenChanges = m_desk->store().changeCount();
    emit caseChanged(id);
    emit storeChanged();
    refresh();
}

void Session::watch() {
    const std::uint64_t changes = m_desk->store().changeCount();
    if (changes == m_seenChanges) return;
    m_seenChanges = changes;
    emit storeChanged();
    refresh();
}

void Session::refresh() {
    ask(*m_statusRequest, [](access::Desk& desk, std::stop_token) { return readStatus(desk); }, [this](Result<PostStatus> status) {
        if (!status) return;
        status->postName = m_status.postName;
        status->deviceName = m_status.deviceName;
        status->officerName = m_status.officerName;
        status->officerRoles = rolesText(m_desk->officer(), m_clock.now());  // the language may have changed
        m_status = std::move(*status);
        emit statusChanged();
    });
}

}  // namespace cotejo::bridge
