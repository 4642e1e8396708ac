#include "core/review/search_service.h"

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "core/base/errors.h"
#include "core/match/calibration.h"
#include "core/match/finger/compare/compare.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/extract/extract.h"
#include "core/review/errors.h"
#include "core/store/case_table.h"
#include "core/store/watchlist_table.h"

namespace cotejo::review {

using record::Modality;

namespace {

std::string nameOf(const record::Capture& capture) {
    return capture.modality == Modality::Face ? std::string("face_") + std::string(codeOf(capture.kind)) : std::string(codeOf(capture.position));
}

// Of one probe: the second when those of the first belong to too few entries.
constexpr std::size_t kFirstCandidates = 64, kLastCandidates = 4096;

}  // namespace

Result<ThresholdLookup> shippedThresholds() {
    COTEJO_TRY_ASSIGN(auto reports, match::Calibrations::readDefault());
    return [reports = std::move(reports)](const record::Algorithm& algorithm, double fmr) -> std::optional<record::Threshold> {
        const auto report = reports.find(algorithm);
        if (!report) return std::nullopt;
        return report->threshold(std::max(fmr, report->claimableFmr()));
    };
}

struct SearchService::Probe {
    record::Capture capture;
    match::FingerTemplate finger;             ///< fingers
    std::optional<match::FaceTemplate> face;  ///< faces
};

struct SearchService::Work {
    std::vector<record::Capture> captures;
    record::RecordSearch act;
    record::SearchLimits limits;
    std::set<WatchlistEntryId> persons;
    std::set<std::string> galleries;
    std::map<WatchlistEntryId, bool> allowed;  ///< of entries that were asked about, while the search is narrowed
    std::stop_token stop;
    const SearchProgress* progress = nullptr;
    std::set<WatchlistEntryId> required;  ///< identified before: a re-examination compares them again, whatever their scores
    std::vector<record::WatchlistEntry> answers;       ///< whom partners named for this case: candidates, whatever their scores
    std::set<WatchlistEntryId> answered, compared;     ///< of these
    std::set<record::FingerPosition> fingers;  ///< positions of the prints that were searched with
    std::size_t done = 0, total = 0;

    // Of the modality that is being searched.
    std::optional<record::Threshold> threshold;
    std::map<WatchlistEntryId, record::Candidate> best;
    bool shortListed = false;  ///< of any modality
    std::vector<record::Coverage::NotSearched> unusable;

    void tell(std::size_t steps) {
        done += steps;
        if (progress && *progress) (*progress)(std::min(done, total), total);
    }
    std::size_t mostCandidates() const {
        const auto most = threshold ? kMostCandidates : kUncalibrated;
        return limits.atMost > 0 ? std::min<std::size_t>(most, static_cast<std::size_t>(limits.atMost)) : most;
    }
    /// Whether a probe's best `asked` answers, of which the last has this score, hold all that the statement needs.
    bool isEnough(std::size_t found, std::size_t asked, std::size_t entries, double last) const {
        if (found < asked || asked == kLastCandidates) return true;
        if (!std::ranges::all_of(required, [&](const auto& each) { return best.contains(each); })) return false;
        return entries >= mostCandidates() || (threshold && last < threshold->value);
    }
    void consider(const WatchlistEntryId& entry, const record::Capture& probe, const CaptureId& reference, const record::Score& score) {
        auto& candidate = best[entry];
        const bool fresh = candidate.id.isZero();
        const bool same = !fresh && candidate.score.value == score.value && candidate.probe == probe.id;
        if (!fresh && candidate.score.value >= score.value && !(same && reference < candidate.reference)) return;
        if (fresh) candidate.id = CandidateId::random();
        candidate.entry = entry;
        candidate.modality = probe.modality;
        candidate.score = score;
        candidate.probe = probe.id;
        candidate.reference = reference;
    }
};

Result<std::vector<SearchService::Probe>> SearchService::probesOf(Work& work, Modality modality) {
    auto& coverage = work.act.coverage;
    std::vector<Probe> probes;
    for (const auto& capture : work.captures) {
        if (capture.modality != modality) continue;
        coverage.samples.push_back(capture.id);  // used, or named below with its reason
        if (capture.missing != record::MissingReason::None) {
            coverage.notSearched.push_back({nameOf(capture), std::string(codeOf(capture.missing))});
            continue;
        }
        Probe probe{capture, {}, {}};
        const auto read = [&]() -> Status {
            if (modality == Modality::Face) {
                COTEJO_TRY_ASSIGN(probe.face, m_samples.face(capture, work.stop));
                return {};
            }
            COTEJO_TRY_ASSIGN(probe.finger, m_samples.finger(capture, work.stop));
            if (probe.finger.minutiae.empty()) return fail(match::kFingerTooFewMinutiae, "the print has no minutiae");
            return {};
        }();
        if (!read && read.error().is(base::kCancelled)) return tl::unexpected<Error>(read.error());
        if (read)
            probes.push_back(std::move(probe));
        else {
            coverage.notSearched.push_back({nameOf(capture), capture.undecoded.empty() ? read.error().code : "undecoded"});
            coverage.unreadable.push_back(capture.id);
        }
    }
    return probes;
}

/// While the search is narrowed: one of the chosen people, on one of the chosen lists.
Result<bool> SearchService::isAsked(Work& work, const WatchlistEntryId& id) {
    if ((work.persons.empty() && work.galleries.empty()) || work.required.contains(id)) return true;
    if (!work.persons.empty() && !work.persons.contains(id)) return false;
    if (work.galleries.empty()) return true;
    if (const auto known = work.allowed.find(id); known != work.allowed.end()) return known->second;
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto entry, store::WatchlistTable(reader).find(id));
    return work.allowed[id] = entry && work.galleries.contains(entry->gallery);
}

Status SearchService::searchFace(Work& work, const Probe& probe) {
    const auto* faces = m_references.faces();
    if (!faces) return {};
    work.act.coverage.comparisons += static_cast<std::int64_t>(faces->size());
    for (std::size_t asked = kFirstCandidates;; asked = kLastCandidates) {
        COTEJO_TRY_ASSIGN(const auto answer, faces->search(*probe.face, asked, {}, work.stop));
        std::set<WatchlistEntryId> entries;
        for (const auto& each : answer.candidates) {
            COTEJO_TRY_ASSIGN(const bool allowed, isAsked(work, each.entry));
            if (!allowed) continue;
            entries.insert(each.entry);
            work.consider(each.entry, probe.capture, each.capture, each.score);
        }
        const auto found = answer.candidates.size();
        if (found == 0 || work.isEnough(found, asked, entries.size(), answer.candidates.back().score.value)) return {};
    }
}

Status SearchService::searchFinger(Work& work, const Probe& probe) {
    using record::FingerPosition;
    std::size_t compared = 0;
    match::FingerSearch what;
    what.shortListLeast = kExhaustive;
    what.threads = std::thread::hardware_concurrency();
    what.allowed = [&](const std::string& key) {
        const auto position = m_references.held(key).position;
        const bool comparable =
            position == FingerPosition::Unknown || probe.capture.position == FingerPosition::Unknown || position == probe.capture.position;
        compared += comparable;
        return comparable;
    };
    for (what.top = kFirstCandidates;; what.top = kLastCandidates) {
        compared = 0;
        COTEJO_TRY_ASSIGN(const auto answer, m_references.fingers().search(probe.finger, what, work.stop));
        if (what.top == kFirstCandidates) work.act.coverage.comparisons += static_cast<std::int64_t>(compared);
        work.shortListed = work.shortListed || compared > kExhaustive;
        std::set<WatchlistEntryId> entries;
        for (const auto& each : answer) {
            const auto& held = m_references.held(each.key);
            COTEJO_TRY_ASSIGN(const bool allowed, isAsked(work, held.entry));
            if (!allowed) continue;
            entries.insert(held.entry);
            work.consider(held.entry, probe.capture, References::captureOf(each.key), each.comparison.score);
        }
        if (answer.empty() || work.isEnough(answer.size(), what.top, entries.size(), answer.back().comparison.score.value)) return {};
    }
}

/// Whom partners named in their answers is searched beside the lists, each as a list of its own.
Status SearchService::askAnswers(Work& work, const record::CaseView& view) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    for (const auto& request : view.partnerRequests) {
        if (request.reply != record::PartnerReply::Candidates) continue;
        const auto name = record::answerList(request.terms.id);
        auto& coverage = work.act.coverage;
        coverage.asked.push_back(name);
        COTEJO_TRY_ASSIGN(const auto named, store::WatchlistTable(reader).list(name, record::EntryStatus::Active, 0, 1000));
        if (static_cast<int>(named.size()) < request.candidates) {
            coverage.notSearched.push_back({name, "answer_missing"});
            continue;
        }
        coverage.searched.push_back({name, static_cast<std::int64_t>(named.size()), 0, request.answeredAt.value_or(UtcTime{})});
        for (const auto& row : named) {
            work.answered.insert(row.entry.id);
            work.answers.push_back(row.entry);
        }
    }
    return {};
}

Status SearchService::compareAnswers(Work& work, const Probe& probe) {
    using record::FingerPosition;
    for (const auto& entry : work.answers)
        for (const auto& capture : entry.captures) {
            if (capture.modality != probe.capture.modality || capture.missing != record::MissingReason::None) continue;
            const bool other = capture.position != FingerPosition::Unknown && probe.capture.position != FingerPosition::Unknown && capture.position != probe.capture.position;
            if (capture.modality == Modality::Finger && other) continue;
            const auto score = [&]() -> Result<record::Score> {
                if (capture.modality == Modality::Face) {
                    COTEJO_TRY_ASSIGN(const auto reference, m_samples.face(capture, work.stop));
                    return match::compareFaces(*probe.face, reference);
                }
                COTEJO_TRY_ASSIGN(const auto reference, m_samples.finger(capture, work.stop));
                COTEJO_TRY_ASSIGN(auto comparison, match::compareFinger(probe.finger, reference));
                return std::move(comparison.score);
            }();
            if (!score && score.error().is(base::kCancelled)) return tl::unexpected<Error>(score.error());
            if (!score) continue;  // the entry then counts as not compared
            ++work.act.coverage.comparisons;
            work.compared.insert(entry.id);
            work.consider(entry.id, probe.capture, capture.id, *score);
        }
    return {};
}

Status SearchService::searchModality(Work& work, Modality modality) {
    COTEJO_TRY_ASSIGN(const auto probes, probesOf(work, modality));
    if (probes.empty()) return {};
    auto& coverage = work.act.coverage;
    (modality == Modality::Face ? coverage.faces : coverage.fingers) = static_cast<int>(probes.size());
    for (const auto& probe : probes)
        if (modality == Modality::Finger) work.fingers.insert(probe.capture.position);
    record::Algorithm algorithm = match::fingerAlgorithm();
    if (modality == Modality::Face) {
        COTEJO_TRY_ASSIGN(algorithm, m_samples.faceAlgorithm());
    }
    work.threshold = m_thresholds ? m_thresholds(algorithm, work.limits.fmrTarget.value_or(kSearchFmr)) : std::nullopt;
    if (work.threshold && work.threshold->validUntil != UtcTime{} && m_desk.clock().now() >= work.threshold->validUntil) {
        coverage.notSearched.push_back({std::string("threshold_") + std::string(codeOf(modality)), "calibration_expired"});
        work.threshold.reset();
    }
    work.best.clear();
    COTEJO_TRY(m_references.load(modality, work.stop, [&] { work.tell(1); }));
    for (const auto& probe : probes) {
        if (work.stop.stop_requested()) return fail(base::kCancelled, "the search was stopped; nothing was recorded");
        COTEJO_TRY(modality == Modality::Face ? searchFace(work, probe) : searchFinger(work, probe));
        COTEJO_TRY(compareAnswers(work, probe));
        work.tell(1);
    }
    std::vector<record::Candidate> ranked;
    for (const auto& [entry, candidate] : work.best)
        if (!work.threshold || candidate.score.value >= work.threshold->value || work.required.contains(entry) || work.answered.contains(entry)) ranked.push_back(candidate);
    std::ranges::sort(ranked, [](const auto& a, const auto& b) {
        return std::pair(-a.score.value, a.entry) < std::pair(-b.score.value, b.entry);
    });
    if (const auto most = work.mostCandidates(); ranked.size() > most) {
        const auto kept = std::ranges::stable_partition(ranked, [&, left = most](const auto& each) mutable {
            return work.required.contains(each.entry) || work.answered.contains(each.entry) || (left > 0 && left-- > 0);
        });
        ranked.erase(kept.begin(), kept.end());
    }
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        ranked[i].rank = static_cast<int>(i) + 1;
        const bool match = work.threshold && ranked[i].score.value >= work.threshold->value;
        ranked[i].decision = match ? record::ComparisonDecision::Match : record::ComparisonDecision::NonMatch;
        work.act.candidates.push_back(std::move(ranked[i]));
    }
    for (const auto& [reason, count] : m_references.unusable(modality))
        work.unusable.push_back({"references:" + std::to_string(count), reason});
    if (!work.threshold) coverage.notSearched.push_back({std::string("threshold_") + std::string(codeOf(modality)), "not_calibrated"});
    if (work.threshold && work.act.threshold == 0) work.act.threshold = work.threshold->value;
    return {};
}

Result<record::RecordSearch> SearchService::impossible(const record::CaseView& view, const std::string& why) {
    COTEJO_TRY(m_references.refresh());
    record::RecordSearch act;
    for (const auto& gallery : m_references.galleries()) {
        act.coverage.asked.push_back(gallery.name);
        act.coverage.notSearched.push_back({gallery.name, why});
    }
    for (const auto& capture : view.captures) {
        if (capture.kind == record::CaptureKind::Reference) continue;
        act.coverage.samples.push_back(capture.id);
        act.coverage.notSearched.push_back(
            {nameOf(capture), capture.missing != record::MissingReason::None ? std::string(codeOf(capture.missing)) : why});
    }
    if (act.coverage.notSearched.empty()) act.coverage.notSearched.push_back({"samples", why});
    return act;
}

/// What the list says of each entry that came up, and whether it may come up at all: neither one past its owner's review alerts, nor one
/// that its owner did not stand by.
Status SearchService::stateFacts(Work& work) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    store::WatchlistTable watchlist(reader);
    const auto now = m_desk.clock().now();
    store::CaseTable cases(reader);
    std::int64_t overdue = 0, doubted = 0;
    std::vector<record::Candidate> kept;
    for (auto& candidate : work.act.candidates) {
        COTEJO_TRY_ASSIGN(const auto entry, watchlist.find(candidate.entry));
        if (!entry || entry->status != record::EntryStatus::Active) continue;  // withdrawn while we searched
        if (!entry->alerts(now)) {
            ++overdue;
            continue;
        }
        COTEJO_TRY_ASSIGN(const bool quarantined, cases.isQuarantined(entry->id, entry->version));
        if (quarantined) {
            ++doubted;
            continue;
        }
        candidate.facts = {entry->gallery, entry->purpose(), entry->grade, entry->issuerCountry, entry->version};
        kept.push_back(std::move(candidate));
    }
    work.act.candidates = std::move(kept);
    work.act.coverage.setAside = overdue + doubted;
    if (overdue > 0) work.act.coverage.notSearched.push_back({"entries:" + std::to_string(overdue), "past_review"});
    if (doubted > 0) work.act.coverage.notSearched.push_back({"entries:" + std::to_string(doubted), "quarantined"});
    return {};
}

Result<record::RecordSearch> SearchService::search(const record::CaseView& view, const record::SearchLimits& limits, std::stop_token stop,
                                                   const SearchProgress& progress) {
    Work work;
    work.stop = std::move(stop);
    work.progress = &progress;
    work.limits = limits;
    if (view.reexamining())
        for (const auto& each : view.identifications) work.required.insert(each.entry);
    work.act.limits = limits;
    work.persons = {limits.persons.begin(), limits.persons.end()};
    work.galleries = {limits.galleries.begin(), limits.galleries.end()};
    for (const auto& capture : view.captures)
        if (capture.kind != record::CaptureKind::Reference && !view.unusable.contains(capture.id)) work.captures.push_back(capture);
    COTEJO_TRY(m_references.refresh());
    auto& coverage = work.act.coverage;
    coverage.limited = limits.narrows();
    for (const auto& gallery : m_references.galleries()) {
        coverage.asked.push_back(gallery.name);
        if (work.galleries.empty() || work.galleries.contains(gallery.name))
            coverage.searched.push_back(gallery);
        else
            coverage.notSearched.push_back({gallery.name, "outside_purpose"});
    }
    for (const auto& capture : view.captures)
        if (view.unusable.contains(capture.id)) coverage.notSearched.push_back({nameOf(capture), "unusable"});
    COTEJO_TRY(askAnswers(work, view));
    work.total = work.captures.size();
    for (const auto modality : {Modality::Face, Modality::Finger})
        if (std::ranges::any_of(work.captures, [&](const auto& capture) { return capture.modality == modality; }))
            work.total += m_references.waiting(modality);
    COTEJO_TRY(searchModality(work, Modality::Face));
    COTEJO_TRY(searchModality(work, Modality::Finger));
    if (coverage.faces + coverage.fingers == 0) {
        std::vector<std::pair<std::string, std::string>> why{{"rule", "coverage"}, {"remedy", "recapture"}};
        for (const auto& each : coverage.notSearched) why.emplace_back(each.what, each.reason);
        return fail(kNothingToSearch, "the case has no sample that could be searched; nothing was recorded. Capture or import others.", why);
    }
    COTEJO_TRY(stateFacts(work));
    const auto comparable = m_references.comparable(coverage.faces > 0, work.fingers);
    std::int64_t without = 0;
    for (auto& gallery : coverage.searched) {
        if (gallery.name.starts_with(record::kAnswerLists))
            gallery.compared = std::ranges::count_if(work.answers, [&](const auto& each) { return each.gallery == gallery.name && work.compared.contains(each.id); });
        else if (const auto found = comparable.find(gallery.name); found != comparable.end()) gallery.compared = std::min(gallery.size, found->second);
        without += gallery.size - gallery.compared;
    }
    if (without > 0) coverage.notSearched.push_back({"entries:" + std::to_string(without), "no_common_sample"});
    if (work.shortListed) coverage.notSearched.push_back({"prints_ranked_low", "short_list"});
    for (auto& each : work.unusable) coverage.notSearched.push_back(std::move(each));
    return std::move(work.act);
}

}  // namespace cotejo::review
