#include "core/sync/roster_client.h"

#include "core/access/errors.h"
#include "core/base/errors.h"
#include "core/journal/roster_book.h"
#include "core/roster/errors.h"
#include "core/store/officer_table.h"
#include "core/sync/errors.h"
#include "core/sync/https_transport.h"
#include "core/sync/sync_client.h"

namespace cotejo::sync {
namespace {

Result<std::shared_ptr<const roster::History>> rosterOf(access::Desk& desk) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    COTEJO_TRY_ASSIGN(auto history, journal::rosterHere(reader));
    if (!history) return fail(kNotEnrolled, "this post follows no roster yet: it is not enrolled, or waits to be admitted");
    return history;
}

/// The server's word on a refusal, in the code that it refused with.
tl::unexpected<Error> refused(const Reply& reply) {
    const auto refusal = readRefusal(reply.body);
    const bool itsOwn = roster::isRefusal(refusal.code) || refusal.code == base::kInvalidArgument;
    return fail(itsOwn ? refusal.code : std::string(kProtocol), refusal.detail.empty() ? "the server answered with status " + std::to_string(reply.status) : refusal.detail, {{"reason", refusal.code}});
}

Result<Reply> ask(access::Desk& desk, std::chrono::seconds budget, const Request& request) {
    COTEJO_TRY_ASSIGN(const auto enrolment, enrolmentOf(desk));
    if (!enrolment) return fail(kNotEnrolled, "this post is not enrolled with a server; run 'cotejo-cli sync enrol'");
    HttpsTransport transport(enrolment->server, {enrolment->authority, enrolment->certificate, &desk.journal().deviceKey()}, desk.clock(), budget);
    return transport.send(request);
}

Result<RosterAnswer> handIn(access::Desk& desk, const roster::History& history, roster::Entry entry, std::chrono::seconds budget) {
    if (!history.latest().isAdministrator(desk.officer().id)) return fail(access::kNotAdmin, "only an administrator of the roster may do this");
    desk.sign(entry);
    COTEJO_TRY_ASSIGN(const auto reply, ask(desk, budget, {"POST", "/v1/roster", {}, roster::encodeEntry(entry)}));
    if (reply.status != 200) return refused(reply);
    return readRosterAnswer(reply.body);
}

}  // namespace

Result<Introduction> introductionOf(access::Desk& desk) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto history, journal::rosterHere(reader));
    COTEJO_TRY_ASSIGN(const auto officers, store::OfficerTable(reader).all());
    Introduction message{desk.device(), desk.journal().deviceKey().publicKey(), desk.post(), desk.postName(), desk.deviceName(), {}};
    for (const auto& officer : officers) {
        const bool named = history && history->latest().member(officer.id);
        if (!named && officer.post == desk.post() && message.officers.size() < kIntroduced) message.officers.push_back(officer);
    }
    return message;
}

Status introduce(access::Desk& desk, Transport& transport) {
    COTEJO_TRY_ASSIGN(const auto message, introductionOf(desk));
    COTEJO_TRY_ASSIGN(const auto reply, transport.send({"POST", "/v1/introductions", {}, encode(message)}));
    return reply.status == 204 ? Status() : Status(refused(reply));
}

Result<roster::History> rosterAtServer(access::Desk& desk, std::chrono::seconds budget) {
    COTEJO_TRY_ASSIGN(const auto here, rosterOf(desk));
    auto history = *here;
    while (true) {
        const auto have = history.latest().version();
        COTEJO_TRY_ASSIGN(const auto reply, ask(desk, budget, {"GET", "/v1/roster?after=" + std::to_string(have), {}, {}}));
        if (reply.status != 200) return refused(reply);
        COTEJO_TRY_ASSIGN(const auto page, readRosterReply(reply.body));
        for (const auto& bytes : page.entries) {
            COTEJO_TRY_ASSIGN(const auto entry, roster::decodeEntry(bytes));
            if (const auto added = history.add(entry); !added)
                return fail(kRoster, "the server's roster does not follow from this post's: " + added.error().detail, {{"reason", added.error().code}});
        }
        if (history.latest().version() >= page.version || page.entries.empty()) return history;
    }
}

Result<WaitingReply> waitingAtServer(access::Desk& desk, std::chrono::seconds budget) {
    COTEJO_TRY_ASSIGN(const auto history, rosterOf(desk));
    if (!history->latest().isAdministrator(desk.officer().id)) return fail(access::kNotAdmin, "only an administrator of the roster may do this");
    COTEJO_TRY_ASSIGN(const auto reply, ask(desk, budget, {"GET", "/v1/roster/waiting", {}, {}}));
    if (reply.status != 200) return refused(reply);
    return readWaitingReply(reply.body);
}

Result<RosterAnswer> propose(access::Desk& desk, roster::Change change, std::chrono::seconds budget) {
    COTEJO_TRY_ASSIGN(const auto history, rosterAtServer(desk, budget));
    return handIn(desk, history, history.latest().next(std::move(change), desk.clock().now()), budget);
}

Result<RosterAnswer> countersign(access::Desk& desk, roster::Entry entry, std::chrono::seconds budget) {
    COTEJO_TRY_ASSIGN(const auto history, rosterAtServer(desk, budget));
    return handIn(desk, history, std::move(entry), budget);
}

}  // namespace cotejo::sync
