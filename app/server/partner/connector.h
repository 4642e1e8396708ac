#pragma once

#include <map>
#include <stop_token>

#include "app/server/partner/carrier.h"
#include "app/server/partner/incoming.h"
#include "app/server/partner/partner_keys.h"
#include "app/server/roster_keeper.h"

namespace cotejo::server {

/// How patient the connector is.
struct Pace {
    std::chrono::milliseconds base{2'000};   ///< first wait after a try that came to nothing; doubles
    std::chrono::milliseconds cap{300'000};  ///< longest wait
    std::chrono::milliseconds look{500};     ///< how often the outbox is looked at
};

/// Sends what was authorised, once, and brings what comes back. Before anything leaves, the case is folded from all that the server has: a hold, an
/// agreement that ended, or another message than was authorised stops it. What is told of a request goes into the news in the same transaction as its state;
/// whatever moment the process ends at, the same request is sent again under the same id, and the partner answers the same. What may have left counts as left.
/// One thread; everything that is given outlives it.
class Connector {
  public:
    Connector(ServerStore& store, const PartnerKeys& keys, Carriers carriers, const Clock& clock, Pace pace = {})
        : m_store(store), m_keys(keys), m_carriers(std::move(carriers)), m_clock(clock), m_pace(pace), m_roster(store) {}

    /// Looks at what is due, one after the other, and answers how many. Errors: E_STORE_*, E_ROSTER_*.
    Result<std::size_t> pass(const std::stop_token& stop);
    /// Again and again until it is stopped.
    void run(const std::stop_token& stop);

  private:
    struct Look;
    Status attend(const OutboxRequest& request);
    Status prepare(OutboxRequest request, const Look& look);
    Status remember(OutboxRequest request, const Look& look);
    Status press(OutboxRequest request, const Look& look);
    Status ask(OutboxRequest request, const Look& look);
    Status deliver(OutboxRequest request, const Look& look, const partner::Profile& agreement, Carrier& carrier, ByteView message, bool again);
    Status acknowledge(OutboxRequest request, const Look& look, const Brought& brought);
    Status take(OutboxRequest request, const Look& look, const Brought& brought);
    Status quarantine(OutboxRequest request, const Look& look, const Brought& brought, ByteView opened, const std::string& code);
    Status stop(OutboxRequest request, const std::string& code);
    Status unanswered(OutboxRequest request, const Look& look);
    Status postpone(OutboxRequest request, const Look& look, const std::string& problem);
    Status failed(OutboxRequest request, const Look& look, const Error& error);

    Result<partner::Profile> mayLeave(const Look& look, bool again) const;
    Result<std::optional<std::vector<partner::ChosenSample>>> samples(const Look& look);
    Result<Bytes> sentMessage(const OutboxRequest& request);
    Expected expected(const Look& look, const OutboxRequest& request) const;
    UtcTime after(int attempts) const;

    ServerStore& m_store;
    const PartnerKeys& m_keys;
    Carriers m_carriers;
    const Clock& m_clock;
    Pace m_pace;
    RosterKeeper m_roster;
    std::map<std::string, UtcTime> m_silent;  ///< partners that did not answer, by agreement: until when the others wait
};

}  // namespace cotejo::server
