#include "core/sync/sync_client.h"

#include "core/access/errors.h"
#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/decide/case_projection.h"
#include "core/journal/roster_book.h"
#include "core/store/sync_state.h"
#include "core/sync/certificate.h"
#include "core/sync/errors.h"
#include "core/sync/roster_client.h"
#include "core/sync/store_replica.h"

namespace cotejo::sync {
namespace {

using store::SyncState;

constexpr char kHost[] = "server.host";
constexpr char kPort[] = "server.port";
constexpr char kAuthority[] = "server.authority";
constexpr char kCertificateKey[] = "server.certificate";
constexpr char kWatchlistKey[] = "server.watchlist_key";
constexpr std::chrono::days kRenewFrom{30};

Status keep(access::Desk& desk, const Enrolment& enrolment) {
    return desk.store().write([&](store::Transaction& transaction) -> Status {
        SyncState state(transaction);
        COTEJO_TRY(state.set(kHost, std::string_view(enrolment.server.host)));
        COTEJO_TRY(state.set(kPort, std::int64_t{enrolment.server.port}));
        COTEJO_TRY(state.set(kAuthority, std::string_view(enrolment.authority)));
        COTEJO_TRY(state.set(kCertificateKey, std::string_view(enrolment.certificate)));
        COTEJO_TRY(state.set(SyncState::kReceiptKey, enrolment.keys.receipts.bytes()));
        COTEJO_TRY(state.set(SyncState::kRosterRoot, enrolment.rosterRoot.bytes()));
        return state.set(kWatchlistKey, enrolment.keys.watchlist.bytes());
    });
}

/// The certificate must be ours, for our key, from that authority.
Status checkGranted(access::Desk& desk, const Enrolment& enrolment) {
    COTEJO_TRY_ASSIGN(const auto authority, readCertificate(enrolment.authority));
    COTEJO_TRY_ASSIGN(const auto certificate, readCertificate(enrolment.certificate));
    COTEJO_TRY_ASSIGN(const auto facts, readDeviceCertificate(certificate, authority));
    if (facts.device == desk.device() && facts.key == desk.journal().deviceKey().publicKey()) return {};
    return fail(kProtocol, "the server granted a certificate for another device");
}

Result<EnrolReply> askForCertificate(access::Desk& desk, Transport& transport, const char* path, const std::string& code) {
    COTEJO_TRY_ASSIGN(const auto request, certificateRequest(desk.journal().deviceKey(), desk.device(), desk.org()));
    COTEJO_TRY_ASSIGN(const auto reply,
                      transport.send({"POST", path, {}, encode(EnrolRequest{code, request, desk.postName() + ", " + desk.deviceName()})}));
    if (reply.status == 200) return readEnrolReply(reply.body);
    const auto refusal = readRefusal(reply.body);
    if (refusal.code == "bad_code") return fail(kCode, refusal.detail + "; ask the server's administrator for a new one");
    return fail(kProtocol, "the server refused the enrolment: " + (refusal.detail.empty() ? "no reason given" : refusal.detail),
                {{"reason", refusal.code}});
}

/// A refusal is not worth stopping sync for: there is a month to try again.
void renewIfDue(access::Desk& desk, Enrolment& enrolment, Transport& transport) {
    const auto authority = readCertificate(enrolment.authority);
    const auto certificate = readCertificate(enrolment.certificate);
    if (!authority || !certificate) return;
    const auto facts = readDeviceCertificate(*certificate, *authority);
    if (!facts || desk.clock().now() + kRenewFrom < facts->notAfter) return;
    const auto granted = askForCertificate(desk, transport, "/v1/device/rotate", "");
    if (!granted) return logLine(LogLevel::Warning, "sync", "certificate not renewed: " + granted.error().code);
    auto renewed = enrolment;
    renewed.certificate = granted->certificate;
    if (checkGranted(desk, renewed) && keep(desk, renewed)) enrolment = renewed;
}

}  // namespace

Result<roster::ServerIdentity> identityOf(const Enrolment& enrolment) {
    COTEJO_TRY_ASSIGN(const auto authority, readCertificate(enrolment.authority));
    return roster::ServerIdentity{fingerprintOf(authority), enrolment.keys.watchlist, enrolment.keys.receipts};
}

Status isFoundedServer(const roster::History& history, const Enrolment& enrolment) {
    const auto& founded = std::get<roster::Founding>(history.entries().front().change).server;
    if (!founded.named()) return {};
    COTEJO_TRY_ASSIGN(const auto identity, identityOf(enrolment));
    if (identity == founded) return {};
    return fail(kRoster, "this server has a copy of the organisation's roster, and not the keys that it was founded with: nothing goes there");
}

Status enrol(access::Desk& desk, const EnrolOptions& options) {
    // Whom a post obeys is for its administrator to say: a server is given everything, and its lists take the place of those that are here.
    if (!desk.holds(record::Role::Admin)) return fail(access::kNotAdmin, "only an administrator may do this");
    Enrolment enrolment{options.server, "", "", {}, {}};
    if (options.authority) {
        COTEJO_TRY(readCertificate(*options.authority));
        enrolment.authority = *options.authority;
    } else if (options.fingerprint) {
        COTEJO_TRY_ASSIGN(enrolment.authority, fetchAuthority(options.server, *options.fingerprint, options.budget));
    } else {
        return fail(base::kInvalidArgument, "enrolment needs the authority's certificate or its fingerprint");
    }
    HttpsTransport transport(options.server, {enrolment.authority, "", nullptr}, desk.clock(), options.budget);
    COTEJO_TRY_ASSIGN(const auto granted, askForCertificate(desk, transport, "/v1/enrol", options.code));
    enrolment.certificate = granted.certificate;
    enrolment.keys = {granted.watchlistKey, granted.receiptKey};
    enrolment.rosterRoot = granted.rosterRoot;
    COTEJO_TRY(checkGranted(desk, enrolment));
    {
        COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
        COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
        if (roster && roster->latest().root() != enrolment.rosterRoot)
            return fail(kRoster, "this post follows the roster of another organisation or server; a post does not change whom it obeys");
        if (roster) COTEJO_TRY(isFoundedServer(*roster, enrolment));
    }
    COTEJO_TRY(keep(desk, enrolment));
    HttpsTransport known(options.server, {enrolment.authority, enrolment.certificate, &desk.journal().deviceKey()}, desk.clock(), options.budget);
    return introduce(desk, known);
}

Result<std::optional<Enrolment>> enrolmentOf(access::Desk& desk) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    SyncState state(reader);
    COTEJO_TRY_ASSIGN(const auto host, state.text(kHost));
    if (!host) return std::optional<Enrolment>();
    Enrolment enrolment;
    COTEJO_TRY_ASSIGN(const auto port, state.integer(kPort));
    COTEJO_TRY_ASSIGN(const auto authority, state.text(kAuthority));
    COTEJO_TRY_ASSIGN(const auto certificate, state.text(kCertificateKey));
    COTEJO_TRY_ASSIGN(const auto key, state.bytes(kWatchlistKey));
    COTEJO_TRY_ASSIGN(const auto receipts, state.bytes(SyncState::kReceiptKey));
    COTEJO_TRY_ASSIGN(const auto root, state.bytes(SyncState::kRosterRoot));
    enrolment.server = {*host, static_cast<std::uint16_t>(port.value_or(0))};
    enrolment.authority = authority.value_or("");
    enrolment.certificate = certificate.value_or("");
    enrolment.keys.watchlist = key ? PublicKey::fromBytes(*key).value_or(PublicKey{}) : PublicKey{};
    enrolment.keys.receipts = receipts ? PublicKey::fromBytes(*receipts).value_or(PublicKey{}) : PublicKey{};
    enrolment.rosterRoot = root ? Hash::fromBytes(*root).value_or(Hash{}) : Hash{};
    return std::optional(std::move(enrolment));
}

void keepInReach(access::Desk& desk) {
    desk.awaited().reachBy([&desk]() -> Status {
        decide::CaseProjection projection;
        return SyncClient(desk, projection).contact();
    });
}

Status SyncClient::contact(const std::stop_token& stop) {
    COTEJO_TRY_ASSIGN(const auto enrolment, enrolmentOf(m_desk));
    if (!enrolment) return fail(kNotEnrolled, "this post is not enrolled with a server");
    HttpsTransport transport(enrolment->server, {enrolment->authority, enrolment->certificate, &m_desk.journal().deviceKey()}, m_desk.clock(), m_budget);
    StoreReplica replica(m_desk, m_projection);
    replica.expectServer(*enrolment);
    COTEJO_TRY(SyncPass(transport, replica, m_desk.clock(), enrolment->keys).run(stop, {}, SyncPass::Extent::Acts));
    return {};
}

Result<SyncReport> SyncClient::run(const std::stop_token& stop, const SyncPass::OnProgress& progress) {
    COTEJO_TRY_ASSIGN(auto enrolment, enrolmentOf(m_desk));
    if (!enrolment) return fail(kNotEnrolled, "this post is not enrolled with a server; run 'cotejo-cli sync enrol'");
    const auto& key = m_desk.journal().deviceKey();
    {
        HttpsTransport transport(enrolment->server, {enrolment->authority, enrolment->certificate, &key}, m_desk.clock(), m_budget);
        renewIfDue(m_desk, *enrolment, transport);
    }
    HttpsTransport transport(enrolment->server, {enrolment->authority, enrolment->certificate, &key}, m_desk.clock(), m_budget);
    StoreReplica replica(m_desk, m_projection);
    SyncPass pass(transport, replica, m_desk.clock(), enrolment->keys);
    replica.expectServer(*enrolment);
    auto report = pass.run(stop, progress);
    if (!report || report->waitsForAdmission) return report;  // nothing was exchanged: this post is still its own centre
    const auto now = m_desk.clock().now();
    const auto noted = m_desk.store().write([&](store::Transaction& transaction) -> Status {
        SyncState state(transaction);
        COTEJO_TRY(state.set(SyncState::kPassElapsed, static_cast<std::int64_t>(m_desk.clock().elapsed().count())));
        COTEJO_TRY(state.set(SyncState::kPassBoot, std::string_view(m_desk.clock().boot())));
        return state.set(SyncState::kLastSync, toMillis(now));
    });
    COTEJO_TRY(noted);
    COTEJO_TRY(m_desk.noteSync(now));
    return report;
}

}  // namespace cotejo::sync
