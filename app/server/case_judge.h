#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/decide/policy.h"
#include "core/record/case.h"
#include "core/record/event.h"
#include "core/record/receipt.h"
#include "core/record/watchlist.h"
#include "core/roster/history.h"

namespace cotejo::server {

/// An event of a case that the server has.
struct CaseEvent {
    record::Event event;
    Hash hash;
    std::uint64_t gseq = 0;
    std::optional<record::PlaceReceipt> receipt;
};

/// What a case says to an event that comes to it: goes into the event's first receipt.
struct CasePlace {
    std::vector<Hash> seen;
    bool witnessed = false;
    std::int64_t watchlist = 0;
    std::string refused;  ///< why the witness that its author waited for was not given, a code of decide/errors.h; empty otherwise
};

/// Judges an event by all that the server has of its case, with the rules of the posts (core/decide): there is no second rule book.
class CaseJudge {
  public:
    using Entries = std::function<Result<std::optional<record::WatchlistEntry>>(const WatchlistEntryId&)>;
    using News = std::function<Result<bool>(const CaseId&, ByteView report)>;
    /// `entries` and `watchlist`: the server's list as it is now. `policy` is the roster's. `news`: whether the server itself says this of a request.
    CaseJudge(std::shared_ptr<const roster::History> roster, decide::Policy policy, UtcTime now, Entries entries, std::int64_t watchlist, News news)
        : m_roster(std::move(roster)), m_policy(std::move(policy)), m_now(now), m_entries(std::move(entries)), m_watchlist(watchlist), m_news(std::move(news)) {}

    /// Acts of this type may need a witness, whatever the case.
    static bool mayNeedWitness(const record::Event& event);

    /// `here` in the server's order, without `event`. `received`: how far the author's device had received. `waits`: its author waits for a
    /// witness; one is given to an act that needs it, was written within a quarter of an hour of the server's time, and is allowed by the case as it is here.
    Result<CasePlace> place(std::vector<CaseEvent> here, const record::Event& event, std::uint64_t received, bool waits) const;

  private:
    Result<CasePlace> witness(const std::vector<CaseEvent>& here, const record::Event& event) const;
    /// Why what is known beside the case's own rules stands against it: list, agreement, the server's books; empty for nothing.
    Result<std::string> outside(const record::CaseView& view, const record::Act& act, const record::Event& event) const;

    std::shared_ptr<const roster::History> m_roster;
    decide::Policy m_policy;
    UtcTime m_now;
    Entries m_entries;
    std::int64_t m_watchlist;
    News m_news;
};

/// The case as all that is here of it says.
record::CaseView foldHere(const roster::History& roster, const std::vector<CaseEvent>& here);

}  // namespace cotejo::server
