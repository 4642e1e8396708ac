#include "core/match/finger/gallery.h"

#include <algorithm>
#include <tuple>

#include "core/base/errors.h"
#include "core/match/finger/errors.h"

namespace cotejo::match {
namespace {

constexpr std::size_t kAskEvery = 1024;  // prints between looks at the stop token

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

Result<std::vector<FingerCandidate>> FingerGallery::search(const FingerTemplate& probe,
                                                           const FingerSearch& what,
                                                           std::stop_token stop) const {
    const PreparedFinger prepared(probe);
    if (prepared.points().empty())
        return fail(kFingerTooFewMinutiae,
                    "The probe has no minutiae to search with. Capture the finger again.");
    const auto cancelled = [] { return fail(base::kCancelled, "The search was stopped."); };
    std::vector<std::size_t> chosen;
    for (std::size_t k = 0; k < m_rows.size(); ++k)
        if (!what.allowed || what.allowed(m_rows[k].key)) chosen.push_back(k);

    if (!what.exhaustive && !prepared.looks().empty()) {
        const RankingPrint print(prepared);
        std::vector<std::tuple<float, std::string_view, std::size_t>> ranked;
        std::vector<std::size_t> always;  // prints of other vendors' minutiae cannot be ranked
        const std::size_t most =
            std::max(what.shortListLeast,
                     static_cast<std::size_t>(what.shortListShare * static_cast<double>(chosen.size())));
        for (std::size_t k = 0; k < chosen.size() && chosen.size() > most; ++k) {
            if (k % kAskEvery == 0 && stop.stop_requested()) return cancelled();
            const Row& row = m_rows[chosen[k]];
            if (row.print.empty())
                always.push_back(chosen[k]);
            else
                ranked.emplace_back(-rankingScore(print, row.print), row.key, chosen[k]);
        }
        if (ranked.size() > most) {
            std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most),
                             ranked.end());
            ranked.resize(most);
            chosen = std::move(always);
            for (const auto& [score, key, at] : ranked)
                chosen.push_back(at);
        }
    }

    std::vector<FingerCandidate> found;
    const auto better = [](const FingerCandidate& a, const FingerCandidate& b) {
        return std::tuple(-a.comparison.score.value, std::string_view(a.key)) <
               std::tuple(-b.comparison.score.value, std::string_view(b.key));
    };
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        if (stop.stop_requested()) return cancelled();
        if (what.progress && k % 64 == 0) what.progress(k, chosen.size());
        const Row& row = m_rows[chosen[k]];
        COTEJO_TRY_ASSIGN(FingerTemplate reference, decodeFinger(row.finger));
        auto comparison = compareFinger(prepared, PreparedFinger(std::move(reference)));
        if (!comparison) continue;
        found.push_back({row.key, std::move(*comparison)});
        std::push_heap(found.begin(), found.end(), better);
        if (found.size() > what.top) {
            std::pop_heap(found.begin(), found.end(), better);
            found.pop_back();
        }
    }
    if (what.progress) what.progress(chosen.size(), chosen.size());
    std::sort_heap(found.begin(), found.end(), better);
    return found;
}

}  // namespace cotejo::match
