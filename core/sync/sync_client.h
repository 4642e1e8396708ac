#pragma once

#include <optional>
#include <string>

#include "core/access/desk.h"
#include "core/journal/projection.h"
#include "core/roster/history.h"
#include "core/sync/https_transport.h"
#include "core/sync/sync_pass.h"

namespace cotejo::sync {

/// The server a post is enrolled with; stands in the post's encrypted store.
struct Enrolment {
    ServerAddress server;
    std::string authority;    ///< CA certificate, PEM
    std::string certificate;  ///< the device's, PEM
    ServerKeys keys;
    Hash rosterRoot;          ///< pinned: no other roster is ever followed
};

struct EnrolOptions {
    ServerAddress server;
    std::string code;                      ///< one-time code from the server's administrator
    std::optional<std::string> authority;  ///< CA certificate, PEM; or else
    std::optional<Hash> fingerprint;       ///< its SHA-256, brought by another way than the network
    std::chrono::seconds budget{30};
};

/// Proves the device key to the server and keeps the certificate it grants. Again with another server: replaces it; what was
/// acknowledged by the old one is offered to the new one. Introduces the post's people: they wait until the roster names them. By an
/// administrator. Errors: E_SYNC_ROSTER for a server of another roster than the post follows, E_ACCESS_NOT_ADMIN, E_INVALID_ARGUMENT without authority and fingerprint, E_SYNC_CODE,
/// E_SYNC_CERTIFICATE, E_SYNC_CLOCK, E_SYNC_OFFLINE, E_SYNC_PROTOCOL.
Status enrol(access::Desk& desk, const EnrolOptions& options);
/// Whether a roster was founded with that server; nothing said where it names none. Error: E_SYNC_ROSTER.
Status isFoundedServer(const roster::History& history, const Enrolment& enrolment);
/// Of that server, as a roster's founding names it.
Result<roster::ServerIdentity> identityOf(const Enrolment& enrolment);
/// Nothing before enrolment.
Result<std::optional<Enrolment>> enrolmentOf(access::Desk& desk);

/// From now on acts of this desk that need the server's witness reach it. The desk outlives what waits.
void keepInReach(access::Desk& desk);

/// Syncs a signed-in post with its server.
class SyncClient {
  public:
    /// Both outlive the client. `projection` rebuilds cases (decide::CaseProjection).
    SyncClient(access::Desk& desk, journal::Projection& projection, std::chrono::seconds budget = std::chrono::seconds(30))
        : m_desk(desk), m_projection(projection), m_budget(budget) {}

    /// One pass: hello, watchlist, push, pull, attachments. Blocks for as long as the network does; run it off the window's
    /// thread, one at a time. Renews the device certificate in its last month. Errors: E_SYNC_*, E_CANCELLED, E_STORE_*; what was done
    /// before stays done.
    Result<SyncReport> run(const std::stop_token& stop = {}, const SyncPass::OnProgress& progress = {});
    /// Events alone, there and back, beside a pass if one is under way: for an act that waits for its witness. Errors: as run, E_SYNC_NOT_ENROLLED.
    Status contact(const std::stop_token& stop = {});

  private:
    access::Desk& m_desk;
    journal::Projection& m_projection;
    std::chrono::seconds m_budget;
};

}  // namespace cotejo::sync
