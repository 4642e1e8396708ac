#pragma once

#include <string>
#include <vector>

#include "core/record/sample.h"

namespace cotejo::record {

enum class EntryStatus { Active, Suspended, Withdrawn, Served, Expired, NoExtradition };
template <>
inline constexpr auto codes<EntryStatus> = std::to_array<Code<EntryStatus>>(
    {{EntryStatus::Active, "active"}, {EntryStatus::Suspended, "suspended"}, {EntryStatus::Withdrawn, "withdrawn"},
     {EntryStatus::Served, "served"}, {EntryStatus::Expired, "expired"}, {EntryStatus::NoExtradition, "no_extradition"}});

enum class EvidenceGrade { Unknown, Intelligence, Allegation, Charge, Warrant, Conviction };
template <>
inline constexpr auto codes<EvidenceGrade> = std::to_array<Code<EvidenceGrade>>(
    {{EvidenceGrade::Unknown, "unknown"}, {EvidenceGrade::Intelligence, "intelligence"},
     {EvidenceGrade::Allegation, "allegation"}, {EvidenceGrade::Charge, "charge"}, {EvidenceGrade::Warrant, "warrant"},
     {EvidenceGrade::Conviction, "conviction"}});

/// Only an active entry from a fresh snapshot may alert. An entry proves nothing by itself.
struct WatchlistEntry {
    WatchlistEntryId id;
    std::string gallery;        ///< "wanted", "lost_documents"...
    std::string name;           ///< hidden until reveal
    std::string issuer;
    std::string issuerCountry;  ///< ICAO code; the feared country must never be asked
    std::string reason;         ///< hidden until reveal
    EntryStatus status = EntryStatus::Active;
    EvidenceGrade grade = EvidenceGrade::Unknown;
    UtcTime reviewBy{};
    std::string caveats;
    std::vector<Capture> captures;
    std::int64_t version = 0;   ///< watchlist version that last changed it
};

enum class SnapshotAge { Fresh, Stale, Expired };
template <>
inline constexpr auto codes<SnapshotAge> = std::to_array<Code<SnapshotAge>>(
    {{SnapshotAge::Fresh, "fresh"}, {SnapshotAge::Stale, "stale"}, {SnapshotAge::Expired, "expired"}});

/// Fresh to 24 h, stale to 72 h, then expired (CASEWORK.md, flow e).
constexpr SnapshotAge snapshotAge(UtcTime issued, UtcTime now) {
    const auto age = now - issued;
    if (age < std::chrono::hours(24)) return SnapshotAge::Fresh;
    return age < std::chrono::hours(72) ? SnapshotAge::Stale : SnapshotAge::Expired;
}

/// What an identification search covered, and what it did not. "No candidate" is never clearance.
struct Coverage {
    struct Gallery {
        std::string name;
        std::int64_t size = 0;
        UtcTime snapshot{};
    };
    struct NotSearched {
        std::string what;    ///< gallery or sample
        std::string reason;  ///< code: "no_agreement", "outside_purpose", "bandaged", "undecoded", "failed_extraction"...
    };
    std::vector<Gallery> searched;
    std::vector<NotSearched> notSearched;
    int faces = 0;    ///< samples used
    int fingers = 0;
};

}  // namespace cotejo::record
