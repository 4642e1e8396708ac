#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

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
    std::optional<record::PlaceReceipt> first;  ///< checked: of an earlier epoch; its roster and time stay, also of an event that is here
};

/// Under what a batch is received.
struct Reception {
    UtcTime now{};
    std::uint64_t roster = 0;   ///< version by which the batch was judged
    const SigningKey* receiptKey = nullptr;
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

    /// Dedupes, checks each chain, allots a dense gseq and stores, all in one transaction; one result for each event. The
    /// attachments that stored events name may be uploaded from then on. Error E_SERVER_ROSTER_MOVED: the roster has another version
    /// by now; judge the batch again.
    virtual Result<std::vector<sync::PushResult>> append(std::span<const IncomingEvent> events, const Reception& reception) = 0;
    /// Receipts that replaced a later one in this epoch, after the `after`th, with their number.
    virtual Result<std::vector<std::pair<std::uint64_t, sync::ReceiptsReply::Line>>> receiptsAfter(std::uint64_t after, std::size_t limit) = 0;
    virtual Result<std::uint64_t> head() = 0;
    /// Contiguous, at most `limit` events and about `byteCap` bytes, at least one if there is one.
    virtual Result<std::vector<sync::PulledEvent>> eventsAfter(std::uint64_t gseq, std::size_t limit, std::size_t byteCap) = 0;
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

    /// Nothing for a hash that no stored event or watchlist entry names.
    virtual Result<std::optional<BlobState>> blob(const Hash& sha256) = 0;
    /// Declares an attachment (watchlist images).
    virtual Status expectBlob(const Hash& sha256, std::uint64_t length) = 0;
    /// Appends a piece at `offset`, which must be where the blob ends now; at the last piece the whole must have the hash, or
    /// all pieces are dropped. Errors: E_NOT_FOUND, E_INVALID_ARGUMENT (wrong place), E_MALFORMED (wrong hash).
    virtual Result<BlobState> appendBlob(const Hash& sha256, std::uint64_t offset, ByteView piece) = 0;
    /// Error: E_NOT_FOUND for an incomplete blob too.
    virtual Result<Bytes> readBlob(const Hash& sha256, std::uint64_t offset, std::size_t count) = 0;

    /// Each entry that differs from the stored one gets the next version. Returns the version after.
    virtual Result<std::int64_t> putWatchlist(std::span<const record::WatchlistEntry> entries) = 0;
    virtual Result<std::int64_t> watchlistVersion() = 0;
    /// All withdrawals since `version`, and the first `limit` other changes. `issued` is left to the caller.
    virtual Result<sync::WatchlistDelta> watchlistSince(std::int64_t version, std::size_t limit) = 0;
};

}  // namespace cotejo::server
