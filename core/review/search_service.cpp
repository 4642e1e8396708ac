#include "core/review/search_service.h"

#include <algorithm>
#include <map>

#include "core/base/errors.h"
#include "core/match/calibration.h"
#include "core/match/finger/compare.h"
#include "core/match/finger/extract.h"
#include "core/review/errors.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"

namespace cotejo::review {

using record::Modality;

namespace {

/// A sample with what its modality compares.
struct Sample {
    record::Capture capture;
    WatchlistEntryId entry;  ///< references only
    std::optional<match::PreparedFinger> finger;
    std::optional<match::FaceTemplate> face;
};

std::string nameOf(const record::Capture& capture) {
    return capture.modality == Modality::Face ? std::string("face_") + std::string(codeOf(capture.kind)) : std::string(codeOf(capture.position));
}

bool comparable(const Sample& probe, const Sample& reference) {
    using record::FingerPosition;
    return probe.capture.modality == Modality::Face || probe.capture.position == FingerPosition::Unknown ||
           reference.capture.position == FingerPosition::Unknown || probe.capture.position == reference.capture.position;
}

Result<record::Score> compare(const Sample& probe, const Sample& reference) {
    if (probe.face) return match::compareFaces(*probe.face, *reference.face);
    COTEJO_TRY_ASSIGN(auto comparison, match::compareFinger(*probe.finger, *reference.finger));
    return comparison.score;
}

}  // namespace

Result<ThresholdLookup> shippedThresholds() {
    COTEJO_TRY_ASSIGN(auto reports, match::Calibrations::readDefault());
    return [reports = std::move(reports)](const record::Algorithm& algorithm) -> std::optional<record::Threshold> {
        const auto report = reports.find(algorithm);
        if (!report) return std::nullopt;
        return report->threshold(std::max(kSearchFmr, report->claimableFmr()));
    };
}

struct SearchService::Work {
    std::vector<record::Capture> probes;
    std::vector<std::pair<WatchlistEntryId, record::Capture>> references;
    record::RecordSearch act;
    std::map<std::string, std::size_t> unusableReferences;  ///< by reason
    std::stop_token stop;
    const SearchProgress* progress = nullptr;
    std::size_t done = 0, total = 0;
};

Status SearchService::searchModality(Work& work, Modality modality) {
    const auto load = [&](const record::Capture& capture) -> Result<Sample> {
        Sample sample{capture, {}, {}, {}};
        if (modality == Modality::Face) {
            COTEJO_TRY_ASSIGN(sample.face, m_samples.face(capture, work.stop));
        } else {
            COTEJO_TRY_ASSIGN(auto finger, m_samples.finger(capture, work.stop));
            if (finger.minutiae.empty()) return fail("E_FINGER_TOO_FEW_MINUTIAE", "the print has no minutiae");
            sample.finger.emplace(std::move(finger));
        }
        return sample;
    };
    auto& coverage = work.act.coverage;
    std::vector<Sample> probes;
    for (const auto& capture : work.probes) {
        if (capture.modality != modality) continue;
        if (capture.missing != record::MissingReason::None) {
            coverage.notSearched.push_back({nameOf(capture), std::string(codeOf(capture.missing))});
            continue;
        }
        auto probe = load(capture);
        if (!probe && probe.error().is(base::kCancelled)) return tl::unexpected<Error>(std::move(probe).error());
        if (probe)
            probes.push_back(std::move(*probe));
        else
            coverage.notSearched.push_back({nameOf(capture), capture.undecoded.empty() ? probe.error().code : "undecoded"});
    }
    if (probes.empty()) return {};
    (modality == Modality::Face ? coverage.faces : coverage.fingers) = static_cast<int>(probes.size());

    record::Algorithm algorithm = match::fingerAlgorithm();
    if (modality == Modality::Face) {
        COTEJO_TRY_ASSIGN(algorithm, m_samples.faceAlgorithm());
    }
    const auto threshold = m_thresholds ? m_thresholds(algorithm) : std::nullopt;
    std::map<WatchlistEntryId, record::Candidate> best;
    for (const auto& [entry, capture] : work.references) {
        if (capture.modality != modality) continue;
        if (work.stop.stop_requested()) return fail(base::kCancelled, "the search was stopped; nothing was recorded");
        if (work.progress && *work.progress) (*work.progress)(work.done++, work.total);
        const auto reference = load(capture);
        if (!reference) {
            if (reference.error().is(base::kCancelled)) return tl::unexpected<Error>(reference.error());
            ++work.unusableReferences[reference.error().code];
            continue;
        }
        for (const auto& probe : probes) {
            if (!comparable(probe, *reference)) continue;
            COTEJO_TRY_ASSIGN(const auto score, compare(probe, *reference));
            auto& candidate = best[entry];
            if (!candidate.id.isZero() && candidate.score.value >= score.value) continue;
            if (candidate.id.isZero()) candidate.id = CandidateId::random();
            candidate.entry = entry;
            candidate.modality = modality;
            candidate.score = score;
            candidate.probe = probe.capture.id;
            candidate.reference = capture.id;
        }
    }
    std::vector<record::Candidate> ranked;
    for (auto& [entry, candidate] : best)
        if (!threshold || candidate.score.value >= threshold->value) ranked.push_back(std::move(candidate));
    std::ranges::sort(ranked, [](const auto& a, const auto& b) {
        return std::pair(-a.score.value, a.entry) < std::pair(-b.score.value, b.entry);
    });
    const auto most = threshold ? kMostCandidates : kUncalibrated;
    if (ranked.size() > most) ranked.resize(most);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        ranked[i].rank = static_cast<int>(i) + 1;
        ranked[i].decision = threshold ? record::ComparisonDecision::Match : record::ComparisonDecision::NonMatch;
        work.act.candidates.push_back(std::move(ranked[i]));
    }
    if (!threshold) coverage.notSearched.push_back({std::string("threshold_") + std::string(codeOf(modality)), "not_calibrated"});
    if (threshold && work.act.threshold == 0) work.act.threshold = threshold->value;
    return {};
}

Result<record::RecordSearch> SearchService::search(const record::CaseView& view, std::stop_token stop, const SearchProgress& progress) {
    Work work;
    work.stop = std::move(stop);
    work.progress = &progress;
    for (const auto& capture : view.captures)
        if (capture.kind != record::CaptureKind::Reference) work.probes.push_back(capture);
    {
        COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
        store::WatchlistTable watchlist(reader);
        COTEJO_TRY_ASSIGN(const auto issued, store::SyncState(reader).integer(store::SyncState::kWatchlistIssued));
        COTEJO_TRY_ASSIGN(const auto galleries, watchlist.galleries());
        for (const auto& gallery : galleries) {
            work.act.coverage.searched.push_back({gallery.name, gallery.active, fromMillis(issued.value_or(0))});
            std::int64_t after = 0;
            while (true) {
                COTEJO_TRY_ASSIGN(const auto rows, watchlist.list(gallery.name, after, 500));
                if (rows.empty()) break;
                after = rows.back().id;
                for (const auto& row : rows) {
                    if (row.entry.status != record::EntryStatus::Active) continue;
                    for (const auto& capture : row.entry.captures)
                        if (capture.missing == record::MissingReason::None) work.references.emplace_back(row.entry.id, capture);
                }
            }
        }
    }
    work.total = work.references.size();
    COTEJO_TRY(searchModality(work, Modality::Face));
    COTEJO_TRY(searchModality(work, Modality::Finger));
    auto& coverage = work.act.coverage;
    if (coverage.faces + coverage.fingers == 0) {
        std::vector<std::pair<std::string, std::string>> why{{"rule", "coverage"}, {"remedy", "recapture"}};
        for (const auto& each : coverage.notSearched) why.emplace_back(each.what, each.reason);
        return fail(kNothingToSearch, "the case has no sample that could be searched; nothing was recorded. Capture or import others.", why);
    }
    for (const auto& [reason, count] : work.unusableReferences) coverage.notSearched.push_back({"references:" + std::to_string(count), reason});
    return std::move(work.act);
}

}  // namespace cotejo::review
