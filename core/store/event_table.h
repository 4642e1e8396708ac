#pragma once

#include <optional>
#include <vector>

#include "core/record/event.h"
#include "core/record/receipt.h"
#include "core/store/database.h"

namespace cotejo::store {

enum class EventState { Local = 0, Acknowledged = 1, Pulled = 2, Quarantined = 3, UnknownSchema = 4 };

/// An event as stored: the envelope is kept byte for byte.
struct StoredEvent {
    std::int64_t id = 0;  ///< local order of arrival
    Hash hash;
    std::optional<std::uint64_t> gseq;
    EventState state = EventState::Local;
    std::optional<UtcTime> received;
    std::optional<record::PlaceReceipt> receipt;  ///< the first that any server gave
    record::Event event;
};

struct ChainTip {
    ChainId chain;
    DeviceId device;
    std::uint64_t seq = 0;
    Hash hash;
};

/// The journal's rows. Only core/journal inserts; everybody may read. The database itself refuses to change or delete them.
class EventTable {
  public:
    explicit EventTable(Database& database) : m_db(database) {}

    /// Also moves the chain's tip and notes the attachments the event names. Errors: E_STORE_CONSTRAINT with rule four_eyes or
    /// system_decides_nothing; E_INVALID_ARGUMENT for a (chain, seq) that is taken.
    Status insert(const record::Event& event, const Hash& hash, EventState state, std::optional<std::uint64_t> gseq,
                  std::optional<UtcTime> received);
    Result<bool> has(const Hash& hash);
    Result<std::optional<StoredEvent>> find(const Hash& hash);
    Result<std::optional<StoredEvent>> findAt(const ChainId& chain, std::uint64_t seq);
    /// All events of a case that have effect (neither quarantined nor of a newer Cotejo), in order of arrival.
    Result<std::vector<record::Event>> ofCase(const CaseId& entity);
    /// Those and the withheld ones, with their states: who saw what goes through all of them.
    Result<std::vector<StoredEvent>> everyOfCase(const CaseId& entity);
    /// Those of one type.
    Result<std::vector<record::Event>> ofCase(const CaseId& entity, std::string_view type);
    /// Cases that were opened, searched, examined, decided or closed at or after `from`, by the clocks of those who did it.
    Result<std::vector<CaseId>> casesWorkedOn(UtcTime from);
    /// Cases in which a request to a partner was ever drafted.
    Result<std::vector<CaseId>> casesWithRequests();
    /// Events about posts, officers or devices ("admin.post"), in order of arrival, those without effect left out.
    Result<std::vector<record::Event>> administrative(std::string_view type);
    /// Newest first, for lists: `before` is the id to go on from.
    Result<std::vector<StoredEvent>> newest(std::optional<std::int64_t> before, std::size_t limit);
    /// Without a place in the server's order, whatever their state, oldest first.
    Result<std::vector<StoredEvent>> unsent(std::int64_t afterId, std::size_t limit);
    Result<std::int64_t> unsentCount();

    Status acknowledge(const Hash& hash, std::uint64_t gseq, UtcTime received);
    /// The earliest stays, whatever servers and epochs say later. Answers whether this one is it, and was not here.
    Result<bool> keepReceipt(const record::PlaceReceipt& receipt);
    /// `reason` is a code, shown in the outbox and in the list of quarantined events.
    Status quarantine(const Hash& hash, std::string_view reason, UtcTime at);
    Status setState(const Hash& hash, EventState state);
    /// Keeps an event that its chain cannot hold yet (a gap) or ever (a fork), outside the chain.
    Status setAside(const record::Event& event, const Hash& hash, std::string_view reason, std::optional<std::uint64_t> gseq,
                    UtcTime at, const std::optional<record::PlaceReceipt>& receipt = {});
    Status dropAside(const Hash& hash);
    struct Aside {
        Hash hash;
        std::string reason;
        std::optional<std::uint64_t> gseq;
        UtcTime at{};
        record::Event event;
        std::optional<record::PlaceReceipt> receipt;
    };
    /// In the server's order.
    Result<std::vector<Aside>> aside(std::string_view reason, std::size_t limit);
    /// Events quarantined in their chain for this reason, in order of arrival.
    Result<std::vector<StoredEvent>> quarantinedFor(std::string_view reason, std::size_t limit);
    /// The event is not acknowledged any more: the server has it under a receipt that does not decide.
    Status forgetPlace(const Hash& hash);
    /// Quarantined for a reason of roster::withoutAuthority.
    Result<bool> wasWithheldByRoster(const Hash& hash);
    /// A new server epoch: nothing is acknowledged any more, everything held is offered again.
    Status forgetServerOrder();
    /// The server has this chain only up to `seq`: what follows is not acknowledged any more.
    Status forgetServerOrder(const ChainId& chain, std::uint64_t seq);

    /// An entry of a chain that does not come to this device: what follows it in the chain has its place then.
    Status keepBack(const ChainTip& entry);
    /// The hash of one that was kept back, also where it came later.
    Result<std::optional<Hash>> keptBack(const ChainId& chain, std::uint64_t seq);

    Result<std::optional<ChainTip>> tip(const ChainId& chain);
    Result<std::vector<ChainTip>> tips();
    /// Tip of the chain that this device started last.
    Result<std::optional<ChainTip>> lastTipOf(const DeviceId& device);

  private:
    Database& m_db;
};

}  // namespace cotejo::store
