#pragma once

#include <functional>
#include <stop_token>

#include "core/record/act.h"
#include "core/review/references.h"
#include "core/review/samples.h"

namespace cotejo::review {

/// The decision threshold of an algorithm at a false match rate; nothing when no calibration report covers it.
using ThresholdLookup = std::function<std::optional<record::Threshold>(const record::Algorithm&, double fmr)>;

/// One person in 10,000 who is not the entry's would reach it.
inline constexpr double kSearchFmr = 1e-4;
/// Thresholds at the rate asked for (or the smallest that the report may claim) from the calibration reports that ship. Error: that of a
/// report that cannot be used.
Result<ThresholdLookup> shippedThresholds();

/// `done` of `total` steps: templates to make ready, then comparisons.
using SearchProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Identification search (1:N) of a case's samples over every gallery of the watchlist, with its coverage statement. The answer is
/// the act match.search; decide::CaseService::search checks and records it. Faces are compared with every reference; fingers with
/// every one of the same or an unknown position, or, beyond kExhaustive of them, with the kExhaustive that a ranking puts first (the
/// coverage then says "short_list"). With a threshold the candidates are the entries that reach it, without one the most similar
/// kUncalibrated of each modality, and the coverage says so.
/// Keep it as long as the desk: references stay in memory, and each search reads what changed in the list before it begins. One
/// thread at a time; the desk outlives it.
class SearchService {
  public:
    static constexpr std::size_t kMostCandidates = 20;  ///< of each modality
    static constexpr std::size_t kUncalibrated = 3;
    static constexpr std::size_t kExhaustive = 20'000;  ///< prints compared in full for one finger; some seconds

    SearchService(access::Desk& desk, ThresholdLookup thresholds)
        : m_desk(desk), m_samples(desk), m_references(desk, m_samples), m_thresholds(std::move(thresholds)) {}
    SearchService(const SearchService&) = delete;
    SearchService& operator=(const SearchService&) = delete;

    /// Errors: E_NO_SAMPLES when none of the samples could be searched (params name each), E_CANCELLED, E_STORE_*.
    Result<record::RecordSearch> search(const record::CaseView& view, const record::SearchLimits& limits = {}, std::stop_token stop = {},
                                        const SearchProgress& progress = {});
    /// That nothing could be searched, with a code for each list and each sample: `why` ("snapshot_expired", "no_samples"). To be recorded
    /// where a search is impossible, so that a conclusion does not look like one made after a search.
    Result<record::RecordSearch> impossible(const record::CaseView& view, const std::string& why);

  private:
    struct Work;
    struct Probe;
    Result<std::vector<Probe>> probesOf(Work& work, record::Modality modality);
    Status searchModality(Work& work, record::Modality modality);
    Status searchFace(Work& work, const Probe& probe);
    Status searchFinger(Work& work, const Probe& probe);
    Status stateFacts(Work& work);
    Status askAnswers(Work& work, const record::CaseView& view);
    Status compareAnswers(Work& work, const Probe& probe);
    Result<bool> isAsked(Work& work, const WatchlistEntryId& id);

    access::Desk& m_desk;
    Samples m_samples;
    References m_references;
    ThresholdLookup m_thresholds;
};

}  // namespace cotejo::review
