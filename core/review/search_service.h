#pragma once

#include <functional>
#include <stop_token>

#include "core/record/act.h"
#include "core/review/samples.h"

namespace cotejo::review {

/// The decision threshold of an algorithm; nothing when no calibration report covers it.
using ThresholdLookup = std::function<std::optional<record::Threshold>(const record::Algorithm&)>;

/// One person in 10,000 who is not the entry's would reach it.
inline constexpr double kSearchFmr = 1e-4;
/// Thresholds at kSearchFmr (or the smallest FMR the report may claim) from the calibration reports that ship. Error: that of a
/// report that cannot be used.
Result<ThresholdLookup> shippedThresholds();

/// `done` of `total` comparisons.
using SearchProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Identification search (1:N) of a case's samples over every gallery of the watchlist, with its coverage statement. The answer is
/// the act match.search; decide::CaseService::search checks and records it. Every comparison is made; fingers of known and different positions are not compared. With a threshold the candidates
/// are the entries that reach it, without one the most similar kUncalibrated of each modality, and the coverage says so.
/// One thread at a time; the desk outlives it.
class SearchService {
  public:
    static constexpr std::size_t kMostCandidates = 20;  ///< of each modality
    static constexpr std::size_t kUncalibrated = 3;

    SearchService(access::Desk& desk, ThresholdLookup thresholds)
        : m_desk(desk), m_samples(desk), m_thresholds(std::move(thresholds)) {}

    /// Errors: E_NO_SAMPLES when none of the samples could be searched (params name each), E_CANCELLED, E_STORE_*.
    Result<record::RecordSearch> search(const record::CaseView& view, std::stop_token stop = {}, const SearchProgress& progress = {});

  private:
    struct Work;
    Status searchModality(Work& work, record::Modality modality);

    access::Desk& m_desk;
    Samples m_samples;
    ThresholdLookup m_thresholds;
};

}  // namespace cotejo::review
