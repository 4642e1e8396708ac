#pragma once

#include <functional>
#include <vector>

#include "core/access/desk.h"
#include "core/decide/rules.h"
#include "core/review/search_service.h"

namespace cotejo::decide {

/// An image or document on its way into a case.
struct NewCapture {
    record::Capture capture;  ///< `blob` is filled in; without bytes it says why there are none (`missing`)
    Bytes bytes;
};

/// Whether this post is in contact with the central server: a complete sync within the last five minutes of elapsed time since the machine
/// started, so that no clock brings it back. A post that never met a server is its own centre and always in contact.
Result<bool> isOnline(store::Database& database, const Clock& clock);

/// The one way in which officers change cases: each call is one durable transaction that loads, checks, signs, refolds. Any
/// thread; the desk outlives it. Errors: those of errors.h with "rule" and "remedy", E_STORE_*, E_JOURNAL_*. Kinds of holds that the
/// officer does not read come as E_HOLD.
class CaseService {
  public:
    /// `newId` names new cases; tests that must not meet the drawn verification choose other ids.
    /// Without `policy` it is the post's.
    explicit CaseService(access::Desk& desk, std::optional<Policy> policy = {}, std::function<CaseId()> newId = CaseId::random)
        : m_desk(desk), m_policy(std::move(policy)), m_newId(std::move(newId)) {}

    /// An empty number gets the next free one of the post; an empty post is the desk's. Samples come with it.
    Result<CaseId> open(record::OpenCase act, std::vector<NewCapture> captures = {});
    /// The same within a transaction of the caller (imports): nothing is committed here.
    Result<CaseId> openWithin(store::Transaction& transaction, record::OpenCase act, std::vector<NewCapture> captures);

    /// Any act on an open case. A refused approval is itself recorded, and the refusal returned. An act that needs the central server
    /// (`needsServer`) is handed over at once and waits for its witness: what the server refused, or could not be asked, is an error and has no
    /// effect (E_NOT_WITNESSED, or the server's own reason).
    Result<record::CaseView> perform(const CaseId& id, const record::Act& act);

    Result<record::CaseView> attach(const CaseId& id, NewCapture capture);
    /// `document.blob` is filled in.
    Result<record::CaseView> addDocument(const CaseId& id, record::DossierDocument document, Bytes bytes);
    /// Takes or renews the lease for as long as the policy allows.
    Result<record::CaseView> take(const CaseId& id);

    /// Searches the watchlist with the case's samples (1:N) and records it. Nothing is computed when it would be refused, e.g.
    /// E_SNAPSHOT_EXPIRED. Errors besides: those of SearchService::search.
    Result<record::CaseView> search(const CaseId& id, review::SearchService& engine, std::stop_token stop = {},
                                    const review::SearchProgress& progress = {}, const record::SearchLimits& limits = {});
    /// Records that a search is impossible, with a code for each list and sample: the list is expired, or the case has no sample. Refused
    /// (E_NO_SEARCH) where one could be made.
    Result<record::CaseView> recordImpossibleSearch(const CaseId& id, review::SearchService& engine);

    /// Every reason why the act would be refused now, the most fundamental first; empty when it is allowed. Writes nothing.
    Result<std::vector<Error>> refusals(const CaseId& id, const record::Act& act);
    /// What an approval is given for, as the case stands now (`dossierHash`).
    Result<Hash> dossier(const CaseId& id);
    Result<Conditions> conditions(store::Database& database, const record::CaseView& view) const;
    Result<Policy> policy(store::Database& database) const { return m_policy ? Result<Policy>(*m_policy) : policyOf(database); }

    /// The case with what this person was shown in others that tells of it, as an act of theirs is judged. Errors: E_STORE_*.
    Result<record::CaseView> asJudged(store::Database& database, record::CaseView view) const;

  private:
    /// Writes what goes with the act (its attachment) inside the same transaction, once the act is allowed.
    using Attach = std::function<Status(store::Transaction&)>;
    Result<record::CaseView> performWith(const CaseId& id, const record::Act& act, const Attach& attach);
    Result<record::CaseView> told(store::Transaction& transaction, const CaseId& id, record::CaseView view, const record::Act& act);
    Result<record::CaseView> linked(store::Transaction& transaction, const CaseId& id, record::CaseView view, const record::Act& act);
    Result<record::CaseView> append(store::Transaction& transaction, const CaseId& id, const record::CaseView& view, const record::Act& act, Hash* written = nullptr);
    Result<record::CaseView> witnessed(const CaseId& id, const Hash& event);
    Status recordRefusal(store::Transaction& transaction, const CaseId& id, const record::CaseView& view, const record::Act& act,
                         const Error& error);
    Actor self() const { return {m_desk.officer(), false}; }

    access::Desk& m_desk;
    std::optional<Policy> m_policy;
    std::function<CaseId()> m_newId;
};

}  // namespace cotejo::decide
