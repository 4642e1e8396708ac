#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <stop_token>
#include <string>
#include <vector>

#include "core/match/face/byte_scan.h"
#include "core/match/face/face_template.h"
#include "core/match/face/sealed_rows.h"
#include "core/match/face/slot_table.h"
#include "core/record/watchlist.h"

namespace cotejo::match {

/// What a reference template belongs to; filters ask for these.
struct GalleryReference {
    CaptureId capture;
    WatchlistEntryId entry;
    std::string gallery;  ///< "wanted", ...
    std::string purpose;  ///< what searches may use it for; "" = any
    record::EntryStatus status = record::EntryStatus::Active;
};

/// What a search may look at. An empty list of galleries means all of them.
struct GalleryFilter {
    std::vector<std::string> galleries;
    std::string purpose;  ///< references of another stated purpose are left out; "" = leave none out
    std::vector<record::EntryStatus> statuses{record::EntryStatus::Active};
};

struct GalleryCandidate {
    CaptureId capture;
    WatchlistEntryId entry;
    record::Score score;
};

struct GalleryAnswer {
    std::vector<GalleryCandidate> candidates;  ///< by falling score, equal scores by capture id
    record::Coverage coverage;                 ///< sizes are the references compared
    std::size_t reranked = 0;                  ///< references compared exactly after the scan
};

/// Face templates of one model set in memory, for one-to-many searches. Templates lie as two planes of bytes:
/// the upper bytes are scanned, with a bound on what the lower ones can add, and all references that may
/// still belong to the answer are compared exactly: the answer is that of comparing every reference.
/// About 1.1 kB a reference, or 0.6 kB when the lower bytes are kept in a file (enciphered, see SealedRows);
/// no plain template is written to disk, and withdrawn templates are overwritten at once. Any thread; changes
/// wait for running searches.
class FaceGallery {
  public:
    /// `threads` is how many a search uses, its caller included.
    FaceGallery(const record::Algorithm& algorithm, std::size_t dimension, unsigned threads = 1,
                ScanKind scan = bestScan());
    ~FaceGallery();
    FaceGallery(const FaceGallery&) = delete;
    FaceGallery& operator=(const FaceGallery&) = delete;

    /// From now on the lower bytes go into an enciphered file without a name in `folder`, of which a search
    /// reads about a hundred rows. Errors: E_NOT_WRITABLE; E_INVALID_ARGUMENT unless the gallery is empty.
    Status keepLowerBytesIn(const std::filesystem::path& folder);
    /// Replaces what was held for the same capture. Errors: E_SCORE_INCOMPARABLE for another set,
    /// E_TOO_LARGE, E_NOT_WRITABLE; the gallery is then as before.
    Status add(const GalleryReference& reference, const FaceTemplate& face);
    /// False if there is none. No search that starts later returns it.
    bool withdraw(const CaptureId& capture);
    /// Every reference of the entry; how many there were.
    std::size_t withdrawEntry(const WatchlistEntryId& entry);
    /// False if there is none.
    bool setStatus(const CaptureId& capture, record::EntryStatus status);
    /// When the gallery's data were issued, for the coverage statement.
    void setSnapshot(const std::string& gallery, UtcTime issued);

    /// The `top` most similar references that pass the filter. Errors: E_SCORE_INCOMPARABLE, E_CANCELLED,
    /// E_INVALID_ARGUMENT, E_NOT_READABLE.
    Result<GalleryAnswer> search(const FaceTemplate& probe, std::size_t top, const GalleryFilter& filter = {},
                                 std::stop_token stop = {}) const;
    std::size_t size() const;

  private:
    struct Chunk;
    struct Group;
    struct Probe;
    struct Finds;

    Status addLocked(const GalleryReference& reference, const FaceTemplate& face);
    bool withdrawLocked(const CaptureId& capture);
    std::uint16_t groupOf(const std::string& gallery, const std::string& purpose, record::EntryStatus status);
    void scanChunk(std::size_t index, const Probe& probe, const std::vector<char>& allowed, std::size_t top,
                   Finds& finds) const;
    Result<double> exactScore(const FaceTemplate& probe, std::size_t slot) const;
    std::uint32_t slotOf(const CaptureId& capture) const;
    auto captures() const;

    record::Algorithm m_algorithm;
    std::size_t m_dimension;  ///< of the templates
    std::size_t m_stride;     ///< rounded up to 64
    unsigned m_threads;
    ByteScan m_scan;
    mutable std::shared_mutex m_mutex;  ///< guards all below
    std::vector<std::unique_ptr<Chunk>> m_chunks;
    std::size_t m_size = 0;
    std::vector<Group> m_groups;
    SlotTable<CaptureId> m_slots;
    std::optional<SealedRows> m_sealed;
    std::map<std::string, UtcTime> m_snapshots;
};

}  // namespace cotejo::match
