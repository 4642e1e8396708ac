#pragma once

#include <functional>

#include "core/access/desk.h"
#include "core/journal/projection.h"
#include "core/store/event_table.h"
#include "core/sync/replica.h"
#include "core/sync/sync_client.h"

namespace cotejo::sync {

/// Replica over an open post. Uses the desk's journal for what sync itself writes ("wl.applied"), so the desk must stay signed in.
class StoreReplica final : public Replica {
  public:
    /// All outlive the replica.
    StoreReplica(access::Desk& desk, journal::Projection& projection) : m_desk(desk), m_projection(projection) {}

    Result<Position> position() override;
    Status beginEpoch(const Hash& epoch) override;
    Status noteServerTime(UtcTime server, std::chrono::milliseconds offset) override;
    /// A first roster is taken over from this server alone.
    void expectServer(const Enrolment& enrolment) { m_server = enrolment; }
    Result<std::uint64_t> rosterVersion() override;
    Status applyRoster(std::span<const Bytes> entries) override;
    Result<std::vector<Bytes>> rosterAfter(std::uint64_t version) override;
    Result<Introduction> introduction() override;
    Result<std::vector<UnsentEvent>> unsentAfter(std::int64_t id, std::size_t limit) override;
    Status confirm(std::span<const Receipt> receipts) override;
    Result<std::uint64_t> receiptsCursor() override;
    Status applyReceipts(std::span<const record::PlaceReceipt> receipts, std::uint64_t next) override;
    Status rewind(const ChainId& chain, std::uint64_t seq) override;
    /// Always false: a chain is random for each sign-in, so that a restored disk never forks one; a fork is for people to look at.
    Result<bool> refuse(const Refused& refused) override;
    Result<PageOutcome> apply(const PullReply& page) override;
    Result<std::int64_t> watchlistVersion() override;
    Result<std::size_t> applyWatchlist(const WatchlistDelta& delta) override;
    Result<std::uint64_t> partnerCursor() override;
    Result<bool> applyPartnerNews(const PartnerNewsReply& page, std::span<const Bytes> answers) override;
    Result<std::int64_t> devicesVersion() override;
    Status applyDevices(const DevicesReply& page) override;
    Result<std::vector<DeviceNotice>> devices() override;
    Result<std::vector<PendingBlob>> uploads() override;
    Result<Bytes> readBlob(const Hash& sha256) override;
    Status uploaded(const Hash& sha256) override;
    Result<std::vector<PendingBlob>> downloads(std::size_t limit) override;
    Result<bool> addPiece(const Hash& sha256, std::uint64_t offset, ByteView piece, bool last) override;

  private:
    Result<bool> judge(store::Transaction& transaction, const store::StoredEvent& stored);
    Status followScope(store::Transaction& transaction, const roster::History* before);
    Status queueUploads(store::Transaction& transaction, const record::Event& event);
    access::Desk& m_desk;
    journal::Projection& m_projection;
    std::optional<Enrolment> m_server;
};

}  // namespace cotejo::sync
