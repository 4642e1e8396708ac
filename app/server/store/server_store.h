#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/server/case_judge.h"
#include "app/server/partner/outbox.h"
#include "core/record/event.h"
#include "core/record/receipt.h"
#include "core/record/watchlist.h"
#include "core/sync/protocol.h"

namespace cotejo::server {

/// An event that has been decoded and whose signatures hold. `quarantine` is a reason code, empty for none.
struct IncomingEvent {
    record::Event event;
    Bytes envelope;
    Hash hash;
    std::string quarantine;
    std::optional<record::PlaceReceipt> first;  ///< checked: of an earlier epoch; all but its place stays, also of an event that is here
    std::uint64_t received = 0;  ///< how far the author's device is known to have received when it wrote it, in this epoch
    bool waits = false;          ///< its author waits for a witness
    PostId post{};               ///< of its author's device
};

/// Under what a batch is received.
struct Reception {
    UtcTime now{};
    std::uint64_t roster = 0;   ///< version by which the batch was judged
    const SigningKey* receiptKey = nullptr;
    const CaseJudge* judge = nullptr;
};

struct DeviceRow {
    DeviceId id;
    PublicKey key;
    std::string organisation;
    std::string name;
    std::string certificate;  ///< PEM, the latest
    UtcTime enrolled{};
    std::optional<UtcTime> revoked;
    std::int64_t version = 0;
};

/// A device that reads, and whose cases come to it.
struct Reader {
    DeviceId device;
    std::function<bool(const PostId&)> receives;
};

struct BlobState {
    std::uint64_t length = 0;
    std::uint64_t have = 0;
    bool complete() const { return have == length; }
};

/// What the server keeps. It orders and stores events and never edits them. Each call is one transaction, on the disk when it
/// returns. Implementations: SqliteServerStore; tests have one in memory. Any thread. Errors: those of core/store.
class ServerStore {
  public:
    virtual ~ServerStore() = default;

    /// Random at creation and after each restore from a backup.
    virtual Result<Hash> epoch() = 0;
    virtual Result<Hash> beginEpoch() = 0;
    /// An epoch that this server had before a restore.
    virtual Result<bool> wasEpoch(const Hash& epoch) = 0;

    /// Dedupes, checks each chain, allots a dense gseq and stores, all in one transaction; one result for each event. The
    /// attachments that stored events name may be uploaded from then on. Error E_SERVER_ROSTER_MOVED: the roster has another version
    /// by now; judge the batch again.
    virtual Result<std::vector<sync::PushResult>> append(std::span<const IncomingEvent> events, const Reception& reception) = 0;
    /// Receipts that replaced a later one in this epoch, after the `after`th, with their number.
    virtual Result<std::vector<std::pair<std::uint64_t, sync::ReceiptsReply::Line>>> receiptsAfter(std::uint64_t after, std::size_t limit) = 0;
    virtual Result<std::uint64_t> head() = 0;
    /// Contiguous, at most `limit` events and about `byteCap` bytes, at least one if there is one. Those of cases that do not come to the reader
    /// come without their envelope. A case is of the post that opened it; what tells of no case is of its author's.
    virtual Result<std::vector<sync::PulledEvent>> eventsAfter(std::uint64_t gseq, std::size_t limit, std::size_t byteCap, const Reader& reader) = 0;
    virtual Result<std::optional<Hash>> hashAt(std::uint64_t gseq) = 0;
    virtual Result<std::vector<sync::ChainTip>> tipsAfter(const ChainId& chain, std::size_t limit) = 0;

    virtual Result<std::uint64_t> rosterVersion() = 0;
    virtual Result<std::vector<Bytes>> rosterAfter(std::uint64_t version, std::size_t limit) = 0;
    /// Error: E_SERVER_ROSTER_MOVED when `version` is not the next.
    virtual Status appendRoster(std::uint64_t version, ByteView entry) = 0;
    /// Entries that lack a second signature, and introductions of devices: at most a few hundred, the oldest make room.
    virtual Status putWaiting(const Hash& entry, ByteView document) = 0;
    virtual Status dropWaiting(const Hash& entry) = 0;
    virtual Result<std::vector<Bytes>> waiting() = 0;
    virtual Status putIntroduction(const DeviceId& device, ByteView document) = 0;
    virtual Result<std::vector<Bytes>> introductions() = 0;

    virtual Result<std::optional<DeviceRow>> device(const DeviceId& id) = 0;
    /// Inserts or updates name and certificate; key and organisation of a known device never change.
    virtual Status putDevice(const DeviceRow& device) = 0;
    /// Error: E_NOT_FOUND.
    virtual Status revokeDevice(const DeviceId& id, UtcTime now) = 0;
    virtual Result<std::vector<DeviceRow>> devicesSince(std::int64_t version, std::size_t limit) = 0;

    /// `code` is the SHA-256 of the one-time code: the code itself is not kept.
    virtual Status addCode(const Hash& code, UtcTime expires) = 0;
    /// True once for a code that is known, unused and not expired. The same device may redeem it again within its time (its
    /// answer may have been lost).
    virtual Result<bool> redeemCode(const Hash& code, const DeviceId& device, UtcTime now) = 0;

    /// The whole one, or what the reader has sent of it. Nothing for a hash that no watchlist entry names, and no event that comes to the reader.
    virtual Result<std::optional<BlobState>> blob(const Hash& sha256, const Reader& reader) = 0;
    /// Declares an attachment (watchlist images).
    virtual Status expectBlob(const Hash& sha256, std::uint64_t length) = 0;
    /// Appends a piece at `offset` to what `device` sends: to its own alone, so that what others send in this name costs it nothing. At the last piece
    /// the whole must have the hash, or that device's pieces are dropped. Once whole, pieces are taken and forgotten. Errors: E_NOT_FOUND where nothing names
    /// the hash with this length, E_INVALID_ARGUMENT (wrong place), E_MALFORMED (wrong hash).
    virtual Result<BlobState> appendBlob(const Hash& sha256, const DeviceId& device, std::uint64_t length, std::uint64_t offset, ByteView piece) = 0;
    /// Error: E_NOT_FOUND for one that is not whole, too.
    virtual Result<Bytes> readBlob(const Hash& sha256, std::uint64_t offset, std::size_t count) = 0;

    /// Each entry that differs from the stored one gets the next version. Returns the version after.
    virtual Result<std::int64_t> putWatchlist(std::span<const record::WatchlistEntry> entries) = 0;
    virtual Result<std::int64_t> watchlistVersion() = 0;
    virtual Result<std::optional<record::WatchlistEntry>> watchlistEntry(const WatchlistEntryId& id) = 0;
    /// All withdrawals since `version`, and the first `limit` other changes. `issued` is left to the caller.
    virtual Result<sync::WatchlistDelta> watchlistSince(std::int64_t version, std::size_t limit) = 0;

    /// All of a case that is here, in the server's order.
    virtual Result<std::vector<CaseEvent>> caseEvents(const CaseId& id) = 0;
    /// Requests to partners that a witnessed partner.authorise has put into the outbox, in its own transaction: those to be looked at by now, the longest due first.
    virtual Result<std::vector<OutboxRequest>> dueRequests(UtcTime now, std::size_t limit) = 0;
    /// The newest first.
    virtual Result<std::vector<OutboxRequest>> outbox(std::size_t limit) = 0;
    /// State, report and message in one transaction. A report that the news have already, and a message that is kept already, change nothing.
    virtual Status note(const OutboxStep& step) = 0;
    /// The same unless the case has grown beyond the `head`th place meanwhile: then nothing is written, and false.
    virtual Result<bool> noteUnless(const OutboxStep& step, std::uint64_t head) = 0;
    /// In the order in which they were kept, without their bytes.
    virtual Result<std::vector<KeptMessage>> keptMessages(const record::RequestId& request) = 0;
    /// The whole of one, by the hash that it is told by. Error: E_NOT_FOUND.
    virtual Result<KeptMessage> keptMessage(const record::RequestId& request, const Hash& message) = 0;
    /// Reports on requests of cases that come to the reader, at most `limit` after the `after`th; `next` is the last that was looked at.
    virtual Result<sync::PartnerNewsReply> newsAfter(std::uint64_t after, std::size_t limit, const Reader& reader) = 0;
    virtual Result<bool> isNews(const CaseId& id, ByteView report) = 0;
    /// An opened answer that counts, of a case that comes to the reader.
    virtual Result<std::optional<Bytes>> answer(const Hash& sha256, const Reader& reader) = 0;
};

}  // namespace cotejo::server
