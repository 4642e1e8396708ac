// What a 1:N search over fingers costs and loses. Usage: bench_finger_search [--prints N] FOLDER:PPI...
// Loss: every mated pair of the folders is one search over all prints of other fingers and the one mate. Counted are the searches that
// the exhaustive comparison wins and whose mate the ranking leaves out of its short list.
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include "core/match/finger/extract/extract.h"
#include "core/match/finger/search/gallery.h"
#include "core/match/finger/search/ranking.h"
#include "tests/bench/finger_folder.h"

namespace {

using namespace cotejo;

struct Print {
    std::string finger;
    match::PreparedFinger prepared;
};

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) * 1e-6;
}

bool load(const std::string& argument, std::vector<Print>& prints) {
    return bench::eachPrint(argument, [&](const bench::FolderPrint& each) {
        const auto extraction = match::extractFinger({each.pixels, {each.ppi, record::PpiSource::Declared}});
        if (!extraction) {
            std::cerr << each.name << ": " << extraction.error().detail << '\n';
            return;
        }
        prints.push_back({each.finger, match::PreparedFinger(extraction->finger)});
    });
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t wanted = 100'000;
    std::vector<Print> prints;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--prints" && i + 1 < argc)
            wanted = static_cast<std::size_t>(std::atoll(argv[++i]));
        else if (!load(argument, prints))
            return 1;
    }
    if (prints.empty()) {
        std::cerr << "usage: bench_finger_search [--prints N] FOLDER:PPI...\n";
        return 2;
    }
    std::vector<match::RankingPrint> ranking;
    for (const auto& print : prints) ranking.emplace_back(print.prepared);
    const std::size_t n = prints.size();
    std::vector<float> score(n * n), rank(n * n);
    double spent = processorSeconds();
    for (std::size_t p = 0; p < n; ++p)
        for (std::size_t r = 0; r < n; ++r) rank[p * n + r] = match::rankingScore(ranking[p], ranking[r]);
    std::cout << "ranking " << static_cast<double>(n * n) / (processorSeconds() - spent) << " prints/s\n";
    spent = processorSeconds();
    for (std::size_t p = 0; p < n; ++p)
        for (std::size_t r = 0; r < n; ++r) {
            const auto compared = p == r ? match::compareFinger(prints[p].prepared, prints[p].prepared)
                                         : match::compareFinger(prints[p].prepared, prints[r].prepared);
            score[p * n + r] = compared ? static_cast<float>(compared->score.value) : -1e9F;
        }
    std::cout << "comparing " << static_cast<double>(n * n) / (processorSeconds() - spent) << " prints/s\n";

    const std::vector<double> shares{0.005, 0.01, 0.02, 0.025, 0.03, 0.05, 0.1};
    std::vector<std::size_t> lost(shares.size());
    std::size_t searches = 0, won = 0;
    for (std::size_t p = 0; p < n; ++p) {
        float best = -1e9F;
        std::vector<float> others;
        for (std::size_t r = 0; r < n; ++r)
            if (prints[r].finger != prints[p].finger) {
                best = std::max(best, score[p * n + r]);
                others.push_back(rank[p * n + r]);
            }
        std::sort(others.rbegin(), others.rend());
        for (std::size_t r = 0; r < n; ++r) {
            if (r == p || prints[r].finger != prints[p].finger) continue;
            ++searches;
            if (score[p * n + r] <= best) continue;
            ++won;
            const auto before = static_cast<double>(std::lower_bound(others.begin(), others.end(), rank[p * n + r], std::greater<>()) - others.begin());
            for (std::size_t s = 0; s < shares.size(); ++s) lost[s] += before >= shares[s] * static_cast<double>(others.size());
        }
    }
    std::cout << searches << " searches, exhaustive comparison wins " << won << "\n";
    for (std::size_t s = 0; s < shares.size(); ++s)
        std::cout << "short list " << 100 * shares[s] << " %: loses " << lost[s] << " = " << 100.0 * static_cast<double>(lost[s]) / static_cast<double>(won) << " %\n";

    // The print of each searched finger stands in the gallery once, among those of other fingers again and again: a search finds one
    // mate at most, as at a border.
    constexpr std::size_t kProbes = 20;
    std::vector<std::size_t> probes, strangers;
    std::map<std::string, std::size_t> seen;
    match::FingerGallery gallery;
    for (std::size_t k = 0; k < n; ++k) {
        const std::size_t fingers = seen.size();
        const std::size_t before = seen[prints[k].finger]++;
        const bool fresh = seen.size() > fingers;
        if (fresh && probes.size() < kProbes && fingers % 2 == 1) probes.push_back(k);
        const bool searched = !probes.empty() && prints[probes.back()].finger == prints[k].finger;
        if (searched && before == 1) gallery.add("mate of " + std::to_string(probes.back()), prints[k].prepared.finger());
        if (!searched) strangers.push_back(k);
    }
    if (probes.empty() || strangers.empty()) return 0;
    for (std::size_t k = 0; gallery.size() < wanted; ++k)
        gallery.add(std::to_string(k), prints[strangers[k % strangers.size()]].prepared.finger());
    std::size_t first = 0;
    spent = processorSeconds();
    for (const std::size_t probe : probes) {
        const auto found = gallery.search(prints[probe].prepared.finger());
        if (!found) return 1;
        first += !found->empty() && found->front().key == "mate of " + std::to_string(probe);
    }
    const double each = (processorSeconds() - spent) / static_cast<double>(probes.size());
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << "search over " << gallery.size() << ": " << each << " s, " << static_cast<double>(gallery.size()) / each << " prints/s, "
              << first << " of " << probes.size() << " mates first, resident " << usage.ru_maxrss / 1024 << " MB\n";
}
