#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/access/desk.h"
#include "core/record/watchlist.h"
#include "core/store/watchlist_table.h"

namespace cotejo::review {

/// Supervisors who hold no qualification to examine. For everybody else name, reason and caveats of an entry stand in a case, after
/// its reveal, and nowhere before.
bool readsEntryNames(const record::Officer& officer, UtcTime now);

/// An entry as one officer may see it in the list. Never an image, nor the id of one: a candidate shows the id of its reference before
/// its entry is revealed.
struct VisibleEntry {
    WatchlistEntryId id;
    std::string gallery;
    record::EntryStatus status = record::EntryStatus::Active;
    record::EvidenceGrade grade = record::EvidenceGrade::Unknown;
    std::string issuer;
    std::string issuerCountry;
    std::optional<UtcTime> reviewBy;
    bool pastReview = false;   ///< may not be acted upon
    bool quarantined = false;  ///< its owner did not stand by it in a case here; only told to those who decide and never examine
    int faces = 0;
    int fingers = 0;
    std::int64_t version = 0;  ///< of the list, when it last changed the entry
    bool namesHidden = false;  ///< until reveal; the three below are empty then
    std::string name;
    std::string reason;
    std::string caveats;
};

struct EntryFilter {
    std::string gallery;                         ///< empty: all
    std::optional<record::EntryStatus> status;   ///< nothing: any
    std::string text;                            ///< words of issuer, country, gallery or id; of names and reasons for who reads them
};

struct EntryPage {
    std::vector<VisibleEntry> rows;
    std::optional<std::int64_t> next;  ///< nothing: this was the last page
};

/// A case in which the entry ever came up as a candidate, whoever the person turned out to be.
struct PastCandidate {
    CaseId id;
    std::string number;
    record::CaseState state = record::CaseState::Received;
    UtcTime opened{};
    bool identified = false;   ///< an identification against this entry stands
    bool doubted = false;      ///< its owner answered in this case that it is not so
};

/// The snapshot that this post holds.
struct ListState {
    std::optional<UtcTime> issued;  ///< nothing: no list has arrived
    record::SnapshotAge age = record::SnapshotAge::Expired;
    std::int64_t version = 0;
    std::vector<store::WatchlistTable::Gallery> galleries;
    bool readsNames = false;
};

/// The watchlist at a post, to read. Any thread; the desk outlives it. Errors: E_ROLE for those who see no case data, E_CANCELLED,
/// E_STORE_*.
class WatchlistView {
  public:
    explicit WatchlistView(access::Desk& desk) : m_desk(desk) {}
    Result<ListState> state();
    /// In order of arrival after row `after`, up to `limit` (at most 500). Words are looked for entry by entry, never in what is hidden
    /// from this officer.
    Result<EntryPage> page(const EntryFilter& filter, std::optional<std::int64_t> after, std::size_t limit, std::stop_token stop = {});

    /// Newest first, at most 500. Error besides: E_ROLE for whoever may still be asked to examine one of them.
    Result<std::vector<PastCandidate>> pastCandidates(const WatchlistEntryId& entry);

  private:
    Result<VisibleEntry> show(store::Database& database, const record::WatchlistEntry& entry) const;
    Status mayRead() const;
    access::Desk& m_desk;
};

}  // namespace cotejo::review
