#pragma once

#include <chrono>
#include <functional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/sync/replica.h"
#include "core/sync/transport.h"

namespace cotejo::sync {

enum class Phase { Hello, Roster, Watchlist, Push, Pull, Blobs, Done };

struct SyncProgress {
    Phase phase = Phase::Hello;
    std::size_t done = 0;
    std::size_t total = 0;  ///< 0: not known
};

/// What one pass did. sent == receipted unless chains were refused; those are listed.
struct SyncReport {
    std::size_t sent = 0;        ///< events offered for the first time in this pass
    std::size_t receipted = 0;   ///< of them with a place in the server's order now
    std::size_t repeated = 0;    ///< receipts that said "already here"
    std::size_t pulled = 0;      ///< events new to this post
    std::size_t quarantined = 0; ///< pulled or sent without effect, for a person to look at
    std::size_t reissued = 0;    ///< chains whose tail was written again after a fork
    std::vector<Refused> refused;
    std::size_t waiting = 0;     ///< chains of people whom the roster does not name yet
    std::size_t uploaded = 0;    ///< attachments
    std::size_t uploadsWaiting = 0;  ///< that the server did not take in this pass
    std::size_t downloaded = 0;
    std::size_t blobsWaiting = 0; ///< that no other post has delivered yet
    std::uint64_t rosterFrom = 0;  ///< version of the roster before and after
    std::uint64_t rosterTo = 0;
    bool waitsForAdmission = false;  ///< the roster does not name this device: it introduced itself, and nothing else was exchanged
    std::int64_t watchlistFrom = 0;
    std::int64_t watchlistTo = 0;
    std::size_t withdrawn = 0;   ///< watchlist entries that left in this pass
    bool watchlistOlder = false; ///< the server's watchlist is older than ours, which stays in use and ages
    bool epochChanged = false;   ///< the server was restored from a backup
    std::uint64_t head = 0;      ///< server's last gseq
    UtcTime serverTime{};
    std::chrono::milliseconds clockOffset{0};  ///< server minus this computer
};

/// The server's own keys, pinned at enrolment.
struct ServerKeys {
    PublicKey watchlist;
    PublicKey receipts;
};

/// One pass over a transport: hello, roster, watchlist, devices, push, pull, attachments (SYNC.md 2.3). Whatever is cut off is taken up
/// by the next pass. One thread at a time.
class SyncPass {
  public:
    SyncPass(Transport& transport, Replica& replica, const Clock& clock, const ServerKeys& keys)
        : m_transport(transport), m_replica(replica), m_clock(clock), m_keys(keys) {}

    /// All, or only what people wrote and read: for whoever waits for the server's word on an act.
    enum class Extent { Whole, Acts };
    using OnProgress = std::function<void(const SyncProgress&)>;
    /// Errors: those of errors.h and of the store, E_CANCELLED. Work done before an error stays done.
    Result<SyncReport> run(const std::stop_token& stop, const OnProgress& progress = {}, Extent extent = Extent::Whole);
    /// What the pass had done when it failed.
    const SyncReport& report() const { return m_report; }

  private:
    enum class Step { Done, EpochChanged };

    Result<Reply> ask(const Request& request);
    Status hello();
    Status roster(std::uint64_t wanted);
    Status introduce();
    Status receipts();
    Status watchlist();
    Status devices();
    Result<bool> partnerNews();
    Result<record::PlaceReceipt> checkedReceipt(const Hash& event, std::uint64_t gseq, ByteView bytes) const;
    Result<Step> push();
    Result<Step> checkOrder();
    Result<Step> pull();
    Result<Step> pushBatch(std::span<const UnsentEvent> batch, bool& progressed);
    Status uploadBlobs();
    Result<bool> uploadBlob(const PendingBlob& blob);
    Status downloadBlobs();
    Result<bool> downloadBlob(PendingBlob blob);
    Status offerDevices();
    Status noteEpoch(const Reply& reply);
    Status goOn() const;
    void tell(Phase phase, std::size_t done, std::size_t total) const;

    Transport& m_transport;
    Replica& m_replica;
    const Clock& m_clock;
    const ServerKeys m_keys;
    std::stop_token m_stop;
    OnProgress m_progress;
    SyncReport m_report;
    Hash m_epoch;
    std::uint64_t m_rosterAtServer = 0;
    bool m_admitted = false;
    bool m_revoked = false;
    bool m_rosterApart = false;  ///< the server's roster does not follow from ours
    std::size_t m_batch = kBatchEvents;
    std::set<Hash> m_offered;       ///< to count each event once
    std::set<ChainId> m_blocked;    ///< chains the server refuses
    int m_rewinds = 0;
    bool m_devicesOffered = false;
};

}  // namespace cotejo::sync
