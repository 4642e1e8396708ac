#pragma once

#include <filesystem>
#include <mutex>

#include "app/server/store/server_store.h"
#include "core/store/database.h"

namespace cotejo::server {

/// ServerStore in one encrypted SQLite file, server.db. Two connections, each behind its own lock: one writes, one reads.
class SqliteServerStore final : public ServerStore {
  public:
    /// `folder` must exist; the file is made at first use. Errors: those of core/store.
    static Result<std::unique_ptr<SqliteServerStore>> open(const std::filesystem::path& folder, const Secret& key);

    Result<Hash> epoch() override;
    Result<Hash> beginEpoch() override;
    Result<bool> wasEpoch(const Hash& epoch) override;
    Result<std::vector<sync::PushResult>> append(std::span<const IncomingEvent> events, const Reception& reception) override;
    Result<std::vector<std::pair<std::uint64_t, sync::ReceiptsReply::Line>>> receiptsAfter(std::uint64_t after, std::size_t limit) override;
    Result<std::uint64_t> head() override;
    Result<std::vector<sync::PulledEvent>> eventsAfter(std::uint64_t gseq, std::size_t limit, std::size_t byteCap, const Reader& reader) override;
    Result<std::optional<Hash>> hashAt(std::uint64_t gseq) override;
    Result<std::vector<sync::ChainTip>> tipsAfter(const ChainId& chain, std::size_t limit) override;
    Result<std::uint64_t> rosterVersion() override;
    Result<std::vector<Bytes>> rosterAfter(std::uint64_t version, std::size_t limit) override;
    Status appendRoster(std::uint64_t version, ByteView entry) override;
    Status putWaiting(const Hash& entry, ByteView document) override;
    Status dropWaiting(const Hash& entry) override;
    Result<std::vector<Bytes>> waiting() override;
    Status putIntroduction(const DeviceId& device, ByteView document) override;
    Result<std::vector<Bytes>> introductions() override;
    Result<std::optional<DeviceRow>> device(const DeviceId& id) override;
    Status putDevice(const DeviceRow& device) override;
    Status revokeDevice(const DeviceId& id, UtcTime now) override;
    Result<std::vector<DeviceRow>> devicesSince(std::int64_t version, std::size_t limit) override;
    Status addCode(const Hash& code, UtcTime expires) override;
    Result<bool> redeemCode(const Hash& code, const DeviceId& device, UtcTime now) override;
    Result<std::optional<BlobState>> blob(const Hash& sha256, const Reader& reader) override;
    Status expectBlob(const Hash& sha256, std::uint64_t length) override;
    Result<BlobState> appendBlob(const Hash& sha256, const DeviceId& device, std::uint64_t length, std::uint64_t offset, ByteView piece) override;
    Result<Bytes> readBlob(const Hash& sha256, std::uint64_t offset, std::size_t count) override;
    Result<std::int64_t> putWatchlist(std::span<const record::WatchlistEntry> entries) override;
    Result<std::int64_t> watchlistVersion() override;
    Result<std::optional<record::WatchlistEntry>> watchlistEntry(const WatchlistEntryId& id) override;
    Result<sync::WatchlistDelta> watchlistSince(std::int64_t version, std::size_t limit) override;
    Result<std::vector<CaseEvent>> caseEvents(const CaseId& id) override;
    Result<std::vector<OutboxRequest>> dueRequests(UtcTime now, std::size_t limit) override;
    Result<std::vector<OutboxRequest>> outbox(std::size_t limit) override;
    Status note(const OutboxStep& step) override;
    Result<bool> noteUnless(const OutboxStep& step, std::uint64_t head) override;
    Result<std::vector<KeptMessage>> keptMessages(const record::RequestId& request) override;
    Result<KeptMessage> keptMessage(const record::RequestId& request, const Hash& message) override;
    Result<sync::PartnerNewsReply> newsAfter(std::uint64_t after, std::size_t limit, const Reader& reader) override;
    Result<bool> isNews(const CaseId& id, ByteView report) override;
    Result<std::optional<Bytes>> answer(const Hash& sha256, const Reader& reader) override;

  private:
    SqliteServerStore(store::Database writer, store::Database reader)
        : m_writer(std::move(writer)), m_reader(std::move(reader)) {}

    std::mutex m_writing;
    store::Database m_writer;  ///< guarded by m_writing
    std::mutex m_reading;
    store::Database m_reader;  ///< guarded by m_reading
};

}  // namespace cotejo::server
