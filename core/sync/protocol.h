#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/crypto.h"
#include "core/base/json.h"
#include "core/record/role.h"
#include "core/record/watchlist.h"
#include "core/sync/transport.h"

/// The messages of sync as values, and their JSON (see README.md for the endpoints). Reading is bounded and never throws;
/// errors are E_SYNC_PROTOCOL and name the message. Any thread.
namespace cotejo::sync {

inline constexpr int kProtocolVersion = 1;
inline constexpr std::size_t kBatchEvents = 200;        ///< events in one push or pull
inline constexpr std::size_t kBatchBytes = 1u << 20;    ///< their envelopes together; a single larger one travels alone
inline constexpr std::size_t kBodyCap = 8u << 20;       ///< any body, after inflation
inline constexpr std::size_t kPieceBytes = 512u << 10;  ///< one piece of an attachment
inline constexpr std::size_t kBlobCap = 64u << 20;      ///< one whole attachment
inline constexpr std::size_t kWatchlistPage = 200;      ///< entries in one delta
inline constexpr std::size_t kTipsPage = 2000;
inline constexpr std::size_t kRosterPage = 500;         ///< roster entries in one answer
inline constexpr std::size_t kReceiptsPage = 1000;
inline constexpr std::size_t kNewsPage = 200;           ///< reports on requests to partners in one answer
inline constexpr std::size_t kIntroduced = 200;         ///< officers that one device introduces
inline constexpr std::size_t kReceiptBytes = 40'000;    ///< one receipt (record::encodeReceipt)

struct Hello {
    Hash epoch;
    UtcTime serverTime{};
    int minimumProtocol = kProtocolVersion;
    std::uint64_t head = 0;  ///< highest gseq
    std::int64_t watchlistVersion = 0;
    std::string organisation;
    std::uint64_t roster = 0;  ///< version
    bool admitted = false;     ///< the roster names this device, and did not withdraw it
    bool revoked = false;      ///< the roster withdrew it: it may still hand over what it holds
};

struct PushRequest {
    Hash epoch;
    std::vector<Bytes> events;  ///< envelopes, each chain in order
    /// Of those that a server received before (record::encodeReceipt), empty for the others; none at all when all are new.
    std::vector<Bytes> receipts{};
    bool waits = false;  ///< whoever wrote them waits for the witness that some of them need
};

/// What the server did with one event. Rejected: not stored, because it proves nothing (bad signature, unknown device).
/// Quarantined: stored and relayed, its effect withheld.
enum class PushStatus { Ok, Dup, Gap, Fork, Quarantined, Rejected };

struct PushResult {
    PushStatus status = PushStatus::Ok;
    std::uint64_t gseq = 0;  ///< Ok, Dup, Quarantined
    std::uint64_t have = 0;  ///< Gap: the server's last seq of the chain; 0 asks for the whole chain again
    std::string reason;      ///< Quarantined, Rejected: a code
    Bytes receipt{};         ///< Ok, Dup, Quarantined: record::encodeReceipt
    std::string unwitnessed{};  ///< why the witness that its author waited for was not given, a code
    bool stored() const { return status == PushStatus::Ok || status == PushStatus::Dup || status == PushStatus::Quarantined; }
};

struct PushReply {
    Hash epoch;
    std::vector<PushResult> results;  ///< one for each event, in the same order
};

/// An event, or of one whose case does not come to this device where it stands, its hash and post alone: nothing is left out in silence.
struct PulledEvent {
    std::uint64_t gseq = 0;
    Bytes envelope;          ///< empty: not for this device
    std::string quarantine;  ///< reason, empty for none
    Bytes receipt{};         ///< record::encodeReceipt
    Hash hash{};             ///< on the way only without an envelope
    PostId post{};           ///< without an envelope: whose case it is, and its place in its chain
    DeviceId device{};
    ChainId chain{};
    std::uint64_t seq = 0;
};

struct PullReply {
    Hash epoch;
    std::vector<PulledEvent> events;
    std::uint64_t next = 0;  ///< cursor after this page
    std::uint64_t head = 0;
};

struct ChainTip {
    ChainId chain;
    std::uint64_t seq = 0;
    Hash hash;
};

struct TipsReply {
    Hash epoch;
    std::vector<ChainTip> tips;     ///< ordered by chain
    std::optional<ChainId> next;    ///< ask again after this one
};

/// A device as its certificate proves it; other posts need its key to check its events.
struct DeviceNotice {
    std::int64_t version = 0;  ///< directory version at its last change
    std::string certificate;   ///< PEM, signed by the server's authority
    std::optional<UtcTime> revoked;
};

struct DevicesReply {
    std::vector<DeviceNotice> devices;
    std::int64_t version = 0;  ///< ask again since this one
    bool more = false;
};

/// Part of the watchlist, signed as the exact bytes of its JSON. Every change of an entry has its own version; `withdrawn` lists
/// all entries that left since `from`, even those beyond `to`, so that they go first. `head` below `from`: the server's list is older than what was asked from.
struct WatchlistDelta {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::int64_t head = 0;
    UtcTime issued{};
    std::vector<std::pair<WatchlistEntryId, std::int64_t>> withdrawn;  ///< id and version
    std::vector<record::WatchlistEntry> entries;
};

/// Part of the roster: entries as core/roster encodes them.
struct RosterReply {
    std::vector<Bytes> entries;
    std::uint64_t version = 0;  ///< of the whole
};

/// Receipts that turned out to be earlier than the one an event was relayed with: another post still had them when the server was put back.
struct ReceiptsReply {
    struct Line {
        Hash event;
        Bytes receipt;
    };
    Hash epoch;
    std::vector<Line> receipts;
    std::uint64_t next = 0;  ///< ask again after this one
    bool more = false;
};

/// What became of requests to partners, for the cases that come to this device. `report` is the body of a partner.report.
struct PartnerNewsReply {
    struct Line {
        std::uint64_t number = 0;
        CaseId of;
        Bytes report;
    };
    std::vector<Line> lines;
    std::uint64_t next = 0;  ///< ask again after this one
    bool more = false;
};

/// Who works at a device that asks to be admitted. A wish: an administrator of the roster answers it.
struct Introduction {
    DeviceId device;
    PublicKey key;
    PostId post;
    std::string postName;
    std::string deviceName;
    std::vector<record::Officer> officers;  ///< with the roles that were asked for
};

/// What waits for an administrator: devices and people not yet admitted, and entries that lack a second signature.
struct WaitingReply {
    std::vector<Introduction> introductions;
    std::vector<Bytes> entries;
};

/// What became of an entry that was handed in.
struct RosterAnswer {
    bool entered = false;  ///< otherwise it waits for the second signature
    std::uint64_t version = 0;
};

struct EnrolRequest {
    std::string code;
    std::string request;  ///< PKCS #10, PEM
    std::string name;     ///< post or device name, for people
};

struct EnrolReply {
    std::string certificate;
    std::string authority;    ///< CA certificate, PEM
    PublicKey watchlistKey;
    PublicKey receiptKey{};
    Hash rosterRoot{};        ///< hash of the entry that founded the roster
};

/// Body of every answer with a status of 400 or above.
struct Refusal {
    std::string code;    ///< "epoch_changed", "revoked", "too_old", "bad_code", "malformed", "too_large", "busy"...
    std::string detail;
    std::optional<Hash> epoch;
};

Bytes encode(const Hello& message);
Bytes encode(const PushRequest& message);
Bytes encode(const PushReply& message);
Bytes encode(const PullReply& message);
Bytes encode(const TipsReply& message);
Bytes encode(const DevicesReply& message);
Bytes encode(const RosterReply& message);
Bytes encode(const ReceiptsReply& message);
Bytes encode(const PartnerNewsReply& message);
Bytes encode(const Introduction& message);
Bytes encode(const WaitingReply& message);
Bytes encode(const RosterAnswer& message);
Bytes encode(const EnrolRequest& message);
Bytes encode(const EnrolReply& message);
Bytes encode(const Refusal& message);
/// The delta, signed: {"delta": "<JSON text>", "signature": "<base64>"}.
Bytes encode(const WatchlistDelta& message, const SigningKey& key);

Result<Hello> readHello(ByteView body);
Result<PushRequest> readPushRequest(ByteView body);
Result<PushReply> readPushReply(ByteView body);
Result<PullReply> readPullReply(ByteView body);
Result<TipsReply> readTipsReply(ByteView body);
Result<DevicesReply> readDevicesReply(ByteView body);
Result<RosterReply> readRosterReply(ByteView body);
Result<ReceiptsReply> readReceiptsReply(ByteView body);
Result<PartnerNewsReply> readPartnerNewsReply(ByteView body);
Result<Introduction> readIntroduction(ByteView body);
Result<WaitingReply> readWaitingReply(ByteView body);
Result<RosterAnswer> readRosterAnswer(ByteView body);
Result<EnrolRequest> readEnrolRequest(ByteView body);
Result<EnrolReply> readEnrolReply(ByteView body);
/// Never fails: an unreadable refusal has an empty code.
Refusal readRefusal(ByteView body);
/// Error: E_SYNC_WATCHLIST when the signature does not hold.
Result<WatchlistDelta> readWatchlistDelta(ByteView body, const PublicKey& key);

/// "/v1/events?epoch=..&after=.." in parts. Values are not percent-decoded: the protocol's own values need none.
struct Target {
    std::string path;
    std::map<std::string, std::string> query;
    std::optional<std::uint64_t> number(const std::string& key) const;
};
/// Nothing for a target above 2,048 characters or with more than 16 parameters.
std::optional<Target> readTarget(std::string_view text);

/// CRC-32C (Castagnoli, as in RFC 3720), which guards each piece of an attachment on the way.
std::uint32_t crc32c(ByteView bytes);

}  // namespace cotejo::sync
