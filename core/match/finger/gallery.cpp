#include "core/match/finger/gallery.h"

#include <algorithm>
#include <tuple>

#include "core/base/errors.h"
#include "core/match/finger/errors.h"

namespace cotejo::match {

void FingerGallery::add(std::string key, const FingerTemplate& finger) {
    const auto [found, fresh] = m_at.try_emplace(key, m_rows.size());
    if (fresh)
        m_rows.push_back({std::move(key), PreparedFinger(finger)});
    else
        m_rows[found->second].print = PreparedFinger(finger);
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

Result<std::vector<FingerCandidate>> FingerGallery::search(const FingerTemplate& probe, std::size_t top,
                                                           std::stop_token stop) const {
    const PreparedFinger prepared(probe);
    if (prepared.points().empty())
        return fail(kFingerTooFewMinutiae,
                    "The probe has no minutiae to search with. Capture the finger again.");
    std::vector<FingerCandidate> found;
    const auto better = [](const FingerCandidate& a, const FingerCandidate& b) {
        return std::tuple(-a.comparison.score.value, std::string_view(a.key)) <
               std::tuple(-b.comparison.score.value, std::string_view(b.key));
    };
    for (const Row& row : m_rows) {
        if (stop.stop_requested()) return fail(base::kCancelled, "The search was stopped.");
        auto comparison = compareFinger(prepared, row.print);
        if (!comparison) continue;
        found.push_back({row.key, std::move(*comparison)});
        std::push_heap(found.begin(), found.end(), better);
        if (found.size() > top) {
            std::pop_heap(found.begin(), found.end(), better);
            found.pop_back();
        }
    }
    std::sort_heap(found.begin(), found.end(), better);
    return found;
}

}  // namespace cotejo::match
