#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/match/face/face_gallery.h"
#include "core/match/finger/search/gallery.h"
#include "core/review/samples.h"

namespace cotejo::review {

/// The samples of the watchlist's active entries, ready to be searched and kept in memory between searches. Only what changed in
/// the list is read again, whoever changed it. One thread at a time; what it was made with outlives it.
class References {
  public:
    References(access::Desk& desk, Samples& samples) : m_desk(desk), m_samples(samples) {}

    /// Reads what changed in the list. What was withdrawn, suspended or replaced before this call is not compared after it.
    Status refresh();
    /// Makes the templates of a modality ready that are not yet, calling `step` after each. Those that are ready stay after an
    /// error. Errors: E_CANCELLED, E_MODEL_*, E_STORE_*.
    Status load(record::Modality modality, std::stop_token stop, const std::function<void()>& step);

    std::size_t waiting(record::Modality modality) const { return m_waiting[indexOf(modality)].size(); }
    /// Why references of a modality cannot be compared, and how many for that reason.
    std::map<std::string, std::int64_t> unusable(record::Modality modality) const;
    /// Of each list, the entries with a reference that a face, or a print of one of these positions, could be compared with.
    std::map<std::string, std::int64_t> comparable(bool face, const std::set<record::FingerPosition>& fingers) const;
    /// As they were at refresh().
    const std::vector<record::Coverage::Gallery>& galleries() const { return m_galleries; }

    /// Null while no face was loaded.
    const match::FaceGallery* faces() const { return m_faces.get(); }
    /// Keys are keyOf(capture).
    const match::FingerGallery& fingers() const { return m_fingers; }
    static std::string keyOf(const CaptureId& capture);
    static CaptureId captureOf(const std::string& key);

    struct Held {
        WatchlistEntryId entry;
        record::Modality modality = record::Modality::Face;
        record::FingerPosition position = record::FingerPosition::Unknown;
        std::string failure;                      ///< code; empty while the reference is usable or waits
        std::unique_ptr<record::Capture> source;  ///< while it waits
    };
    /// Of a reference that one of the galleries holds.
    const Held& held(const CaptureId& capture) const { return m_held.at(capture); }
    const Held& held(const std::string& key) const { return held(captureOf(key)); }

  private:
    static std::size_t indexOf(record::Modality modality) { return modality == record::Modality::Face ? 0 : 1; }
    void drop(const CaptureId& capture);
    void take(const record::WatchlistEntry& entry);
    Status add(const CaptureId& id, const Held& held, std::stop_token stop);

    access::Desk& m_desk;
    Samples& m_samples;
    std::int64_t m_change = 0;  ///< the last one that was read
    std::vector<record::Coverage::Gallery> m_galleries;
    std::unordered_map<CaptureId, Held> m_held;
    struct Entry {
        std::string gallery;
        std::vector<CaptureId> captures;
    };
    std::unordered_map<WatchlistEntryId, Entry> m_entries;
    std::map<CaptureId, std::string> m_waiting[2];  ///< with why it could not be read the last time
    std::map<std::string, std::int64_t> m_failures[2];
    std::unique_ptr<match::FaceGallery> m_faces;
    match::FingerGallery m_fingers;
};

}  // namespace cotejo::review
