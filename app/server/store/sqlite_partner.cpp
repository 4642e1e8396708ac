#include <algorithm>
#include <map>

#include "app/server/errors.h"
#include "app/server/store/sqlite_outbox.h"
#include "app/server/store/sqlite_server_store.h"
#include "core/base/errors.h"

/// Requests to partners in server.db: outbox, messages, news.
namespace cotejo::server {
namespace {

using store::Database;
using store::Transaction;

constexpr char kRequestColumns[] = "id, entity, authorised, state, attempts, next, sendings, sent, acknowledged, until, answer, replied, watched, problem";

std::optional<UtcTime> timeOrNothing(const store::Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.time(column));
}

OutboxRequest readRequest(const store::Statement& row) {
    OutboxRequest request;
    request.id = row.id<record::RequestId>(0);
    request.of = row.id<CaseId>(1);
    request.authorised = row.id<Hash>(2);
    request.state = outboxState(row.text(3));
    request.attempts = static_cast<int>(row.integer(4));
    request.next = row.time(5);
    request.sendings = static_cast<int>(row.integer(6));
    request.sentAt = timeOrNothing(row, 7);
    request.acknowledgedAt = timeOrNothing(row, 8);
    request.until = timeOrNothing(row, 9);
    request.answer = row.id<Hash>(10);
    request.replied = row.integer(11) != 0;
    request.watched = row.time(12);
    request.problem = row.text(13);
    return request;
}

Result<std::vector<OutboxRequest>> readRequests(store::Statement& rows) {
    std::vector<OutboxRequest> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back(readRequest(rows));
    }
}

Status tell(Database& db, const CaseId& of, const record::ReportRequest& report) {
    return db.run("INSERT INTO partner_news(k, entity, report) VALUES ((SELECT coalesce(max(k), 0) + 1 FROM partner_news), ?1, ?2) ON CONFLICT DO NOTHING", of,
                  record::bodyOf(report));
}

Status keep(Database& db, const KeptMessage& kept) {
    return db.run("INSERT INTO partner_message(request, envelope, kind, k, entity, message, inner, code, at, opened, came) "
                  "VALUES (?1, ?2, ?3, (SELECT coalesce(max(k), 0) + 1 FROM partner_message), ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING",
                  kept.request, kept.envelope, nameOf(kept.kind), kept.of, kept.message, kept.inner, kept.code, kept.at, kept.opened, kept.came);
}

Status write(Database& db, const OutboxStep& step) {
    const auto& after = step.after;
    COTEJO_TRY(db.run("UPDATE partner_request SET state = ?2, attempts = ?3, next = ?4, sendings = ?5, sent = ?6, acknowledged = ?7, until = ?8, answer = ?9, "
                      "replied = ?10, watched = ?11, problem = ?12 WHERE id = ?1",
                      after.id, nameOf(after.state), after.attempts, after.next, after.sendings, after.sentAt, after.acknowledgedAt, after.until, after.answer,
                      after.replied, after.watched, after.problem));
    if (db.changes() != 1) return fail(base::kNotFound, "the outbox has no request " + after.id.text());
    // What was about to leave and did not is no disclosure.
    if (after.state == OutboxState::Waiting) COTEJO_TRY(db.run("DELETE FROM partner_message WHERE request = ?1 AND kind = 'sent'", after.id));
    if (step.report) COTEJO_TRY(tell(db, after.of, *step.report));
    if (step.kept) COTEJO_TRY(keep(db, *step.kept));
    return {};
}

constexpr std::pair<OutboxState, std::string_view> kStates[] = {
    {OutboxState::Waiting, "waiting"}, {OutboxState::Sending, "sending"}, {OutboxState::Sent, "sent"},
    {OutboxState::Acknowledged, "acknowledged"}, {OutboxState::Watched, "watched"}, {OutboxState::Ended, "ended"}};

constexpr std::pair<KeptMessage::Kind, std::string_view> kKinds[] = {
    {KeptMessage::Kind::Sent, "sent"}, {KeptMessage::Kind::Acknowledgement, "acknowledgement"}, {KeptMessage::Kind::Answer, "answer"},
    {KeptMessage::Kind::Quarantined, "quarantined"}};

KeptMessage::Kind kindOf(std::string_view name) {
    const auto* found = std::ranges::find(kKinds, name, [](const auto& each) { return each.second; });
    return found == std::end(kKinds) ? KeptMessage::Kind::Quarantined : found->first;
}

constexpr char kKeptColumns[] = "kind, request, entity, message, envelope, inner, code, at";

KeptMessage readKept(const store::Statement& row) {
    KeptMessage kept;
    kept.kind = kindOf(row.text(0));
    kept.request = row.id<record::RequestId>(1);
    kept.of = row.id<CaseId>(2);
    kept.message = row.id<Hash>(3);
    kept.envelope = row.id<Hash>(4);
    kept.inner = row.id<Hash>(5);
    kept.code = row.text(6);
    kept.at = row.time(7);
    return kept;
}

}  // namespace

std::string_view nameOf(OutboxState state) { return std::ranges::find(kStates, state, [](const auto& each) { return each.first; })->second; }

OutboxState outboxState(std::string_view name) {
    const auto* found = std::ranges::find(kStates, name, [](const auto& each) { return each.second; });
    return found == std::end(kStates) ? OutboxState::Ended : found->first;
}

std::string_view nameOf(KeptMessage::Kind kind) { return std::ranges::find(kKinds, kind, [](const auto& each) { return each.first; })->second; }

Result<std::vector<CaseEvent>> eventsOfCase(Database& db, const CaseId& entity) {
    COTEJO_TRY_ASSIGN(auto rows, db.prepare("SELECT gseq, hash, envelope, receipt FROM event WHERE entity = ?1 ORDER BY gseq"));
    rows.bindAll(entity);
    std::vector<CaseEvent> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        CaseEvent each;
        each.gseq = static_cast<std::uint64_t>(rows.integer(0));
        each.hash = rows.id<Hash>(1);
        COTEJO_TRY_ASSIGN(each.event, record::decodeEvent(rows.blobView(2)));
        each.receipt = record::decodeReceipt(each.hash, rows.blobView(3));
        found.push_back(std::move(each));
    }
}

Result<bool> isTaken(Database& db, const record::Event& event, const Hash& hash) {
    const auto act = record::readAct(event.type, event.body);
    const auto* authorise = act ? std::get_if<record::AuthoriseRequest>(&*act) : nullptr;
    if (!authorise) return false;
    COTEJO_TRY_ASSIGN(auto row, db.prepare("SELECT 1 FROM partner_request WHERE id = ?1 AND authorised <> ?2"));
    return row.bindAll(authorise->request, hash).step();
}

Status enqueue(Database& db, const record::Event& event, const Hash& hash, UtcTime now) {
    const auto act = record::readAct(event.type, event.body);
    const auto* authorise = act ? std::get_if<record::AuthoriseRequest>(&*act) : nullptr;
    if (!authorise || !event.entity) return {};
    return db.run("INSERT INTO partner_request(id, k, entity, authorised, state, attempts, next, sendings, replied, watched, problem) "
                  "VALUES (?1, (SELECT coalesce(max(k), 0) + 1 FROM partner_request), ?2, ?3, ?4, 0, ?5, 0, 0, 0, '') ON CONFLICT DO NOTHING",
                  authorise->request, event.entity, hash, nameOf(OutboxState::Waiting), now);
}

Result<std::vector<CaseEvent>> SqliteServerStore::caseEvents(const CaseId& id) {
    const std::lock_guard lock(m_reading);
    return eventsOfCase(m_reader, id);
}

Result<std::vector<OutboxRequest>> SqliteServerStore::dueRequests(UtcTime now, std::size_t limit) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto rows, m_reader.prepare("SELECT " + std::string(kRequestColumns) + " FROM partner_request WHERE state <> 'ended' AND next <= ?1 ORDER BY next LIMIT ?2"));
    return readRequests(rows.bindAll(now, static_cast<std::uint64_t>(limit)));
}

Result<std::vector<OutboxRequest>> SqliteServerStore::outbox(std::size_t limit) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto rows, m_reader.prepare("SELECT " + std::string(kRequestColumns) + " FROM partner_request ORDER BY k DESC LIMIT ?1"));
    return readRequests(rows.bindAll(static_cast<std::uint64_t>(limit)));
}

Status SqliteServerStore::note(const OutboxStep& step) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    COTEJO_TRY(write(transaction, step));
    return transaction.commit();
}

Result<bool> SqliteServerStore::noteUnless(const OutboxStep& step, std::uint64_t head) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    COTEJO_TRY_ASSIGN(const auto grown, m_writer.integer("SELECT 1 FROM event WHERE entity = ?1 AND gseq > ?2 LIMIT 1", step.after.of, head));
    if (grown) return false;
    COTEJO_TRY(write(transaction, step));
    COTEJO_TRY(transaction.commit());
    return true;
}

Result<std::vector<KeptMessage>> SqliteServerStore::keptMessages(const record::RequestId& request) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto rows, m_reader.prepare("SELECT " + std::string(kKeptColumns) + " FROM partner_message WHERE request = ?1 ORDER BY k"));
    rows.bindAll(request);
    std::vector<KeptMessage> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back(readKept(rows));
    }
}

Result<KeptMessage> SqliteServerStore::keptMessage(const record::RequestId& request, const Hash& message) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT " + std::string(kKeptColumns) + ", opened, came FROM partner_message WHERE request = ?1 AND message = ?2 ORDER BY k LIMIT 1"));
    COTEJO_TRY_ASSIGN(const bool found, row.bindAll(request, message).step());
    if (!found) return fail(base::kNotFound, "no such message is kept for request " + request.text());
    auto kept = readKept(row);
    kept.opened = row.blob(8);
    kept.came = row.blob(9);
    return kept;
}

Result<sync::PartnerNewsReply> SqliteServerStore::newsAfter(std::uint64_t after, std::size_t limit, const Reader& reader) {
    const std::lock_guard lock(m_reading);
    // Rows of other posts are looked at and left out; of them too no more than a few pages at once.
    const std::uint64_t looked = 20 * static_cast<std::uint64_t>(limit);
    COTEJO_TRY_ASSIGN(auto rows, m_reader.prepare("SELECT partner_news.k, partner_news.entity, report, post FROM partner_news JOIN case_post ON case_post.entity = partner_news.entity "
                                                  "WHERE partner_news.k > ?1 ORDER BY partner_news.k LIMIT ?2"));
    rows.bindAll(after, looked);
    sync::PartnerNewsReply news;
    news.next = after;
    for (std::uint64_t seen = 0; seen < looked; ++seen) {
        COTEJO_TRY_ASSIGN(const bool more, rows.step());
        if (!more) return news;
        if (news.lines.size() == limit) {
            news.more = true;
            return news;
        }
        news.next = static_cast<std::uint64_t>(rows.integer(0));
        if (reader.receives(rows.id<PostId>(3))) news.lines.push_back({news.next, rows.id<CaseId>(1), rows.blob(2)});
    }
    news.more = true;
    return news;
}

Result<bool> SqliteServerStore::isNews(const CaseId& id, ByteView report) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT 1 FROM partner_news WHERE entity = ?1 AND report = ?2"));
    return row.bindAll(id, report).step();
}

Result<std::optional<Bytes>> SqliteServerStore::answer(const Hash& sha256, const Reader& reader) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto rows, m_reader.prepare("SELECT post, opened FROM partner_message JOIN case_post ON case_post.entity = partner_message.entity "
                                                  "WHERE message = ?1 AND kind = 'answer'"));
    rows.bindAll(sha256);
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, rows.step());
        if (!more) return std::optional<Bytes>();
        if (reader.receives(rows.id<PostId>(0))) return std::optional(rows.blob(1));
    }
}

}  // namespace cotejo::server
