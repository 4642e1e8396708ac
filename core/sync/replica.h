#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/record/event.h"
#include "core/record/receipt.h"
#include "core/sync/protocol.h"

namespace cotejo::sync {

/// How far this post has followed the server.
struct Position {
    Hash epoch;               ///< zero: never met
    std::uint64_t cursor = 0; ///< highest gseq taken over
    Hash tip;                 ///< event at the cursor
};

/// An event the server has not confirmed. `id` grows with its arrival here, within a chain with seq.
struct UnsentEvent {
    std::int64_t id = 0;
    Hash hash;
    ChainId chain;
    std::uint64_t seq = 0;
    Bytes envelope;
    Bytes receipt;  ///< the first it ever got, empty for none
    bool awaited = false;  ///< its author waits for a witness
};

struct Receipt {
    Hash hash;
    std::uint64_t gseq = 0;
    std::string quarantine;  ///< the server's reason for withholding its effect, empty for none
    record::PlaceReceipt place;
    std::string unwitnessed{};  ///< why there is no witness that its author waited for, empty for none
};

/// A chain that the server will not take on: `hash` is the first event refused.
struct Refused {
    Hash hash;
    ChainId chain;
    std::string reason;  ///< "fork", "bad_signature"...
};

struct PageOutcome {
    std::size_t fresh = 0;        ///< events that were new here
    std::size_t quarantined = 0;  ///< of them without effect, for a person to look at
};

struct PendingBlob {
    Hash sha256;
    std::uint64_t length = 0;  ///< 0: not known here
    std::uint64_t have = 0;    ///< downloads: bytes already here
};

/// The post's side of sync: each call is one durable transaction. Implementations: StoreReplica, and in tests one in memory.
/// One thread at a time. Errors: those of the store.
class Replica {
  public:
    virtual ~Replica() = default;

    virtual Result<Position> position() = 0;
    /// The server is another one than before: nothing counts as confirmed, the cursor is 0.
    virtual Status beginEpoch(const Hash& epoch) = 0;
    virtual Status noteServerTime(UtcTime server, std::chrono::milliseconds offset) = 0;

    /// Version of the roster held; 0 for none.
    virtual Result<std::uint64_t> rosterVersion() = 0;
    /// Entries that follow. What no longer has an effect, or has one now, is rebuilt. Errors: E_ROSTER_*: nothing was taken over.
    virtual Status applyRoster(std::span<const Bytes> entries) = 0;
    /// Entries after this version, for a server that forgot them.
    virtual Result<std::vector<Bytes>> rosterAfter(std::uint64_t version) = 0;
    /// This device and those of its people whom the roster does not name.
    virtual Result<Introduction> introduction() = 0;

    virtual Result<std::vector<UnsentEvent>> unsentAfter(std::int64_t id, std::size_t limit) = 0;
    /// Also queues the attachments of these events for upload.
    virtual Status confirm(std::span<const Receipt> receipts) = 0;
    /// Receipts earlier than those that events came with; `next` is where to go on in this epoch.
    virtual Result<std::uint64_t> receiptsCursor() = 0;
    virtual Status applyReceipts(std::span<const record::PlaceReceipt> receipts, std::uint64_t next) = 0;
    /// The server has this chain only up to `seq`: what follows is unsent again.
    virtual Status rewind(const ChainId& chain, std::uint64_t seq) = 0;
    /// Notes why, for the outbox. Where the author is signed in, a forked tail may be written again in a new chain: true then.
    virtual Result<bool> refuse(const Refused& refused) = 0;

    /// Takes over events (idempotent; those already here get their gseq, or are offered again where an earlier receipt is here), rebuilds what depends on them, and moves the cursor,
    /// all in one transaction.
    virtual Result<PageOutcome> apply(const PullReply& page) = 0;

    virtual Result<std::int64_t> watchlistVersion() = 0;
    /// Withdrawals first; version and issue time in the same transaction. Returns how many entries were withdrawn here.
    virtual Result<std::size_t> applyWatchlist(const WatchlistDelta& delta) = 0;

    /// How far the server's news of requests to partners stand in the cases here.
    virtual Result<std::uint64_t> partnerCursor() = 0;
    /// Notes them in their cases; `answers` has the bytes of those that came with an answer. The cursor moves over what stands in the cases with effect, so that
    /// what was noted without it comes once more. True: something was written, to be handed over.
    virtual Result<bool> applyPartnerNews(const PartnerNewsReply& page, std::span<const Bytes> answers) = 0;

    virtual Result<std::int64_t> devicesVersion() = 0;
    virtual Status applyDevices(const DevicesReply& page) = 0;
    /// All that is known, for a server that forgot some.
    virtual Result<std::vector<DeviceNotice>> devices() = 0;

    virtual Result<std::vector<PendingBlob>> uploads() = 0;
    virtual Result<Bytes> readBlob(const Hash& sha256) = 0;
    virtual Status uploaded(const Hash& sha256) = 0;
    virtual Result<std::vector<PendingBlob>> downloads(std::size_t limit) = 0;
    /// The piece after what is here; the last one completes it. False: the whole has another hash, all of it was dropped.
    virtual Result<bool> addPiece(const Hash& sha256, std::uint64_t offset, ByteView piece, bool last) = 0;
};

}  // namespace cotejo::sync
