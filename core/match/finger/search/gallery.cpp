#include "core/match/finger/search/gallery.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <tuple>

#include "core/base/errors.h"
#include "core/match/finger/errors.h"

namespace cotejo::match {
namespace {

constexpr std::size_t kPart = 64;  // prints that a thread takes at once

// Calls work(from, to, isCaller) for parts of 0..count from so many threads, the caller's among them.
void inParts(unsigned threads, std::size_t count, const auto& work) {
    std::atomic<std::size_t> next = 0;
    const auto run = [&](bool isCaller) {
        for (std::size_t from = next.fetch_add(kPart); from < count; from = next.fetch_add(kPart))
            work(from, std::min(count, from + kPart), isCaller);
    };
    std::vector<std::jthread> others;
    for (std::size_t k = 1; k < std::min<std::size_t>(threads, (count + kPart - 1) / kPart); ++k)
        others.emplace_back([&] { run(false); });
    run(true);
}

}  // namespace

void FingerGallery::add(std::string key, const FingerTemplate& finger) {
    const auto [found, fresh] = m_at.try_emplace(key, m_rows.size());
    Row row{std::move(key), encodeFinger(finger), RankingPrint(PreparedFinger(finger))};
    if (fresh)
        m_rows.push_back(std::move(row));
    else
        m_rows[found->second] = std::move(row);
}

bool FingerGallery::withdraw(const std::string& key) {
    const auto found = m_at.find(key);
    if (found == m_at.end()) return false;
    const std::size_t at = found->second;
    m_at.erase(found);
    if (at + 1 != m_rows.size()) {
        m_rows[at] = std::move(m_rows.back());
        m_at[m_rows[at].key] = at;
    }
    m_rows.pop_back();
    return true;
}

std::optional<FingerTemplate> FingerGallery::find(const std::string& key) const {
    const auto found = m_at.find(key);
    if (found == m_at.end()) return std::nullopt;
    auto finger = decodeFinger(m_rows[found->second].finger);
    return finger ? std::optional(std::move(*finger)) : std::nullopt;
}

Result<std::vector<FingerCandidate>> FingerGallery::search(const FingerTemplate& probe,
                                                           const FingerSearch& what,
                                                           std::stop_token stop) const {
    const PreparedFinger prepared(probe);
    if (prepared.points().empty())
        return fail(kFingerTooFewMinutiae,
                    "The probe has no minutiae to search with. Capture the finger again.");
    std::vector<std::size_t> chosen;
    for (std::size_t k = 0; k < m_rows.size(); ++k)
        if (!what.allowed || what.allowed(m_rows[k].key)) chosen.push_back(k);
    const std::size_t most =
        std::max(what.shortListLeast,
                 static_cast<std::size_t>(what.shortListShare * static_cast<double>(chosen.size())));
    if (!what.exhaustive && !prepared.looks().empty() && chosen.size() > most)
        chosen = shortList(RankingPrint(prepared), chosen, most, what.threads, stop);
    auto found = compareAll(prepared, chosen, what, stop);
    if (stop.stop_requested()) return fail(base::kCancelled, "The search was stopped.");
    return found;
}

std::vector<std::size_t> FingerGallery::shortList(const RankingPrint& probe,
                                                  const std::vector<std::size_t>& rows, std::size_t most,
                                                  unsigned threads, std::stop_token stop) const {
    struct Ranked {
        float score;
        std::size_t row;
    };
    std::vector<Ranked> ranked(rows.size());
    inParts(threads, rows.size(), [&](std::size_t from, std::size_t to, bool) {
        for (std::size_t k = from; k < to && !stop.stop_requested(); ++k)
            ranked[k] = {rankingScore(probe, m_rows[rows[k]].print), rows[k]};
    });
    // Prints of other vendors' minutiae cannot be ranked: they are compared besides.
    const auto rankable = std::partition(ranked.begin(), ranked.end(),
                                         [&](const Ranked& each) { return !m_rows[each.row].print.empty(); });
    const auto end = ranked.begin() + std::min(rankable - ranked.begin(), static_cast<std::ptrdiff_t>(most));
    std::nth_element(ranked.begin(), end, rankable, [&](const Ranked& a, const Ranked& b) {
        return a.score != b.score ? a.score > b.score : m_rows[a.row].key < m_rows[b.row].key;
    });
    ranked.erase(end, rankable);
    std::vector<std::size_t> chosen;
    chosen.reserve(ranked.size());
    for (const Ranked& each : ranked)
        chosen.push_back(each.row);
    return chosen;
}

std::vector<FingerCandidate> FingerGallery::compareAll(const PreparedFinger& probe,
                                                       const std::vector<std::size_t>& rows,
                                                       const FingerSearch& what, std::stop_token stop) const {
    const auto better = [](const FingerCandidate& a, const FingerCandidate& b) {
        return std::tuple(-a.comparison.score.value, std::string_view(a.key)) <
               std::tuple(-b.comparison.score.value, std::string_view(b.key));
    };
    std::vector<FingerCandidate> found;
    std::mutex lock;
    std::atomic<std::size_t> done = 0;
    inParts(what.threads, rows.size(), [&](std::size_t from, std::size_t to, bool isCaller) {
        std::vector<FingerCandidate> mine;
        for (std::size_t k = from; k < to && !stop.stop_requested(); ++k) {
            const Row& row = m_rows[rows[k]];
            auto reference = decodeFinger(row.finger);
            if (!reference) continue;  // they were encoded here
            auto comparison = compareFinger(probe, PreparedFinger(std::move(*reference)));
            if (comparison) mine.push_back({row.key, std::move(*comparison)});
        }
        const std::size_t soFar = done += to - from;
        const std::lock_guard guard(lock);
        for (auto& each : mine) {
            found.push_back(std::move(each));
            std::push_heap(found.begin(), found.end(), better);
            if (found.size() <= what.top) continue;
            std::pop_heap(found.begin(), found.end(), better);
            found.pop_back();
        }
        if (isCaller && what.progress) what.progress(soFar, rows.size());
    });
    std::sort_heap(found.begin(), found.end(), better);
    if (what.progress) what.progress(rows.size(), rows.size());
    return found;
}

}  // namespace cotejo::match
