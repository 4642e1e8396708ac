#pragma once

#include <optional>
#include <string>
#include <string_view>
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

/// What an entry is on a list for. It decides whether an identification guards (somebody looks for this person) and which
/// dispositions it may carry; nobody types it into a case.
enum class EntryPurpose { Unspecified, Wanted, RefuseEntry, Missing, Identity };
template <>
inline constexpr auto codes<EntryPurpose> = std::to_array<Code<EntryPurpose>>(
    {{EntryPurpose::Unspecified, "unspecified"}, {EntryPurpose::Wanted, "wanted"}, {EntryPurpose::RefuseEntry, "refuse_entry"},
     {EntryPurpose::Missing, "missing"}, {EntryPurpose::Identity, "identity"}});

/// Of an entry that states none, as the gallery's name says; a gallery that is not named here looks for somebody, one does not know what for.
inline EntryPurpose purposeOfGallery(std::string_view gallery) {
    if (gallery == "identity_register" || gallery == "civil_register" || gallery == "encounters") return EntryPurpose::Identity;
    if (gallery == "wanted" || gallery == "fugitives") return EntryPurpose::Wanted;
    if (gallery == "refuse_entry" || gallery == "entry_bans") return EntryPurpose::RefuseEntry;
    if (gallery == "missing" || gallery == "missing_persons") return EntryPurpose::Missing;
    return EntryPurpose::Unspecified;
}

/// Only an active entry from a fresh snapshot may alert. An entry proves nothing by itself.
struct WatchlistEntry {
    WatchlistEntryId id;
    std::string gallery;        ///< "wanted", "lost_documents"...
    EntryPurpose statedPurpose = EntryPurpose::Unspecified;  ///< as its owner says; see `purpose`
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

    EntryPurpose purpose() const { return statedPurpose == EntryPurpose::Unspecified ? purposeOfGallery(gallery) : statedPurpose; }
    /// May alert at all: active, and not past its owner's review. An overdue one goes to its owner's queue.
    bool alerts(UtcTime now) const { return status == EntryStatus::Active && (reviewBy == UtcTime{} || now < reviewBy); }
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
        std::int64_t size = 0;      ///< active entries
        std::int64_t compared = 0;  ///< of these, with a reference that one of the samples was compared with
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
    std::vector<CaptureId> samples;    ///< each that was used, or whose reason for not being used stands in `notSearched`
    std::vector<std::string> asked;    ///< every list the purpose asks for: each is searched or stands in `notSearched` with its reason
    bool limited = false;              ///< purpose, lists, threshold, number or people were narrowed down by the one who searched
    std::int64_t comparisons = 0;      ///< probe samples times reference samples
    std::int64_t setAside = 0;         ///< entries that came up and are not shown: past their review, or not confirmed by their owner
    std::vector<CaptureId> unreadable; ///< samples that are there and that no engine could read
};

/// How a search may be narrowed down; recorded with it. Empty members narrow nothing.
struct SearchLimits {
    std::string purpose;                       ///< why it is narrowed, in a word or sentence
    std::vector<std::string> galleries;        ///< only these lists
    std::optional<double> fmrTarget;           ///< another false match rate than the policy's
    int atMost = 0;                            ///< candidates; 0: as the service has it
    std::vector<WatchlistEntryId> persons;     ///< 1:few: only these
    bool narrows() const { return !galleries.empty() || fmrTarget || atMost > 0 || !persons.empty(); }
};

}  // namespace cotejo::record
