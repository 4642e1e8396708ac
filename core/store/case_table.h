#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/record/case.h"
#include "core/store/database.h"

namespace cotejo::store {

/// What the queue shows of a case.
struct CaseRow {
    CaseId id;
    std::string number;
    PostId post;
    record::CaseState state = record::CaseState::Received;
    record::Priority priority = record::Priority::Normal;
    record::ReferralReason reason = record::ReferralReason::ManualReferral;
    UtcTime deadline{};
    record::DeadlineKind deadlineKind = record::DeadlineKind::Attention;
    std::string familyName;
    std::string givenNames;
    std::string birthDate;
    std::string nationality;
    std::string documentIssuer;
    std::string documentNumber;
    std::set<record::HoldKind> holds;
    std::optional<record::Lease> lease;
    UtcTime opened{};
    UtcTime attentionDue{};  ///< the deadline as opened, for those who must not know what runs
    bool waiting = false;  ///< has acts that the server has not acknowledged
};

/// Not closed and not cancelled.
bool isOpen(record::CaseState state);

enum class QueueOrder {
    Urgency,   ///< priority, then nearest deadline
    Deadline,  ///< nearest deadline
    Newest     ///< last opened first
};

/// Whose running clocks a reader is told. Any other case is due, sorted and found by the clock that it was opened with: an order must
/// not tell what its rows hide.
struct QueueClocks {
    bool all = true;
    std::set<record::CaseState> in;       ///< unless `all`: only in these states,
    std::optional<OfficerId> shownTo;     ///< and of these, where given, only cases of which this officer was shown something
};

struct QueueFilter {
    std::set<record::CaseState> states;            ///< empty: all open ones
    std::optional<PostId> post;
    std::set<record::Priority> priorities;         ///< empty: any
    std::set<record::ReferralReason> reasons;      ///< empty: any
    std::set<record::HoldKind> holds;              ///< any of these; empty: does not matter
    std::optional<OfficerId> leasedTo;             ///< a lease that runs at `now`
    bool notLeased = false;                        ///< no lease that runs at `now`
    std::optional<UtcTime> openedSince;
    std::optional<UtcTime> dueBefore;
    std::string text;                              ///< words of names, document or case numbers, each may be cut short
    QueueOrder order = QueueOrder::Urgency;
    QueueClocks clocks;
    UtcTime now{};                                 ///< for leases
};

/// Where a page ended. Opaque; valid for the same filter.
struct QueueCursor {
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::int64_t id = 0;
};

struct QueuePage {
    std::vector<CaseRow> rows;
    std::optional<QueueCursor> next;  ///< nothing: this was the last page
    bool searchCapped = false;        ///< more than kSearchCap cases have these words; only the newest were looked at
};

/// Kept with every put, never counted on the fly.
struct CaseCounters {
    std::map<record::CaseState, std::int64_t> byState;
    std::map<record::Priority, std::int64_t> openByPriority;
    std::map<record::HoldKind, std::int64_t> openByHold;
    std::int64_t total = 0;
    std::int64_t open = 0;
};

/// The cases as last folded: a row for the queue, the whole state as JSON, and search words. Thread of its connection.
class CaseTable {
  public:
    static constexpr std::size_t kSearchCap = 2000;

    explicit CaseTable(Database& database) : m_db(database) {}

    /// Row, document, counters, search words, and the actors that four-eyes compares. In a Transaction.
    Status put(const record::CaseView& view);
    Result<std::optional<record::CaseView>> find(const CaseId& id);
    Result<std::optional<CaseRow>> row(const CaseId& id);
    /// Whether row, document and search words are those that `put` would write.
    Result<bool> holds(const record::CaseView& view);
    /// Cases in which the entry ever came up, closed ones too.
    Result<std::vector<CaseId>> ofEntry(const WatchlistEntryId& entry);
    /// Whether its owner answered in some case that it is not so, and the list has not changed it since.
    Result<bool> isQuarantined(const WatchlistEntryId& entry, std::int64_t version);
    /// Every entry that ever came up in a case.
    Result<std::vector<WatchlistEntryId>> entriesInCases();
    /// Whether the officer was shown anything of what others found in the case.
    Result<bool> wasShown(const CaseId& id, const OfficerId& officer);
    /// Numbers come from posts and may meet: the oldest case first.
    Result<std::vector<CaseId>> findByNumber(std::string_view number);
    /// The next free number of a post in a year: "PA-2026-000042" for "Paso Alto". In a Transaction.
    Result<std::string> nextNumber(std::string_view postName, UtcTime now);
    /// Up to `limit` rows (at most 500) after the cursor.
    Result<QueuePage> page(const QueueFilter& filter, const std::optional<QueueCursor>& after, std::size_t limit);
    /// Of one post, or of all.
    Result<CaseCounters> counters(const std::optional<PostId>& post = {});
    /// Open cases of all posts by why they were referred. Reads every open row: not for the main thread's pages.
    Result<std::map<record::ReferralReason, std::int64_t>> openByReason();
    /// How many rows a filter has, counted up to `cap`; for small sets ("mine", "due soon").
    Result<std::int64_t> countUpTo(const QueueFilter& filter, std::int64_t cap);
    /// All cases in order of arrival, to rebuild projections: (row, case) after row `after`.
    Result<std::vector<std::pair<std::int64_t, CaseId>>> ids(std::int64_t after, std::size_t limit);

  private:
    Status count(const PostId& post, std::string_view name, std::int64_t by);
    Database& m_db;
};

}  // namespace cotejo::store
