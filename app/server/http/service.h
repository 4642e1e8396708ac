#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "app/server/authority.h"
#include "app/server/roster_keeper.h"
#include "app/server/store/server_store.h"
#include "core/base/time.h"
#include "core/sync/transport.h"

namespace cotejo::server {

/// Who sent a request, as far as TLS proved possession of a key: nothing more is believed.
struct Peer {
    const sync::Certificate* certificate = nullptr;  ///< null: none was shown
};

/// A request as far as its head and the connection tell.
struct Entry {
    std::optional<DeviceRow> device;  ///< nothing for what needs no certificate
    std::size_t bodyCap = 0;          ///< bytes that may follow, before and after inflation
};

struct ServiceSettings {
    std::string organisation;  ///< devices of others are not enrolled; empty: any
};

/// The server without its sockets: one request in, one answer out. Everything but GET /v1/time and POST /v1/enrol needs a device
/// certificate of our authority that is within its dates and not revoked; whatever tells of cases, lists or other devices needs a device that
/// the roster admitted. Any thread.
class Service {
  public:
    Service(ServerStore& store, const Authority& authority, const Clock& clock, ServiceSettings settings)
        : m_store(store), m_authority(authority), m_clock(clock), m_settings(std::move(settings)), m_roster(store) {}

    /// Before a byte of the body is read: nothing comes from whom the server does not know, and no more from others than what they ask needs.
    /// The error is what `refusalOf` answers.
    Result<Entry> admit(const sync::Request& head, const Peer& peer);
    static sync::Reply refusalOf(const Error& error);
    /// Never fails: what goes wrong becomes a status and a sync::Refusal.
    sync::Reply handle(const sync::Request& request, const Entry& entry);
    sync::Reply handle(const sync::Request& request, const Peer& peer);

  private:
    Result<sync::Reply> dispatch(const sync::Request& request, const Entry& entry);
    Result<std::size_t> bodyCap(const sync::Request& head, const sync::Target& target, const DeviceRow& device);
    Result<DeviceRow> identify(const Peer& peer);
    Result<sync::DeviceCertificate> factsOf(const sync::Certificate& certificate);
    Result<sync::Reply> enrol(const sync::Request& request);
    Result<sync::Reply> renew(const sync::Request& request, const DeviceRow& device);
    Result<sync::Reply> hello(const DeviceRow& device);
    Result<sync::Reply> roster(const sync::Target& target);
    Result<sync::Reply> changeRoster(const sync::Request& request);
    Result<sync::Reply> introduce(const sync::Request& request, const DeviceRow& device);
    Result<sync::Reply> waiting();
    Result<std::vector<sync::PushResult>> receive(const sync::PushRequest& message, const Hash& epoch);
    Result<Reader> readerOf(const DeviceRow& device);
    Result<std::uint64_t> receivedBy(const record::Event& event, const Hash& epoch);
    Result<sync::Reply> push(const sync::Request& request);
    Result<sync::Reply> pull(const sync::Target& target, const DeviceRow& device);
    Result<sync::Reply> receipts(const sync::Target& target);
    Result<sync::Reply> tips(const sync::Target& target);
    Result<sync::Reply> devices(const sync::Target& target);
    Result<sync::Reply> offerDevices(const sync::Request& request);
    Result<sync::Reply> watchlist(const sync::Target& target);
    Result<sync::Reply> partnerNews(const sync::Target& target, const DeviceRow& device);
    Result<sync::Reply> partnerMessage(std::string_view name, const DeviceRow& device);
    Result<sync::Reply> blob(const sync::Request& request, std::string_view name, const DeviceRow& device);
    Bytes receiptNow(const Hash& epoch, std::uint64_t gseq, const Hash& event, Bytes stored) const;
    sync::EnrolReply granted(const std::string& certificate, const Hash& root) const;
    Result<Hash> currentEpoch(std::optional<Hash> claimed);

    ServerStore& m_store;
    const Authority& m_authority;
    const Clock& m_clock;
    ServiceSettings m_settings;
    RosterKeeper m_roster;
    std::mutex m_knownLock;
    std::map<Hash, sync::DeviceCertificate> m_known;  ///< certificates already proved, by fingerprint; guarded by m_knownLock
    std::map<std::pair<Hash, DeviceId>, std::uint64_t> m_received;  ///< how far devices said they have received, by epoch; guarded by m_knownLock
};

}  // namespace cotejo::server
