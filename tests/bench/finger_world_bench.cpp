// Error rates of the finger engine far from the laboratory. Usage: bench_finger_world [--draw KIND]... [--threshold T] [--every N]
// [--minutiae] [--features] [--threads N] [--scores FILE] FOLDER:PPI...
// Every impression of a finger against every one of the others of its folder; --every N takes each N-th non-mated pair. --draw puts ink
// that is no ridge on every print (tests/support/drawn_ink.h; "each" stands for every kind). Names are FINGER_IMPRESSION. --features adds
// to each line of --scores what the score was made of.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "core/match/finger/compare/compare.h"
#include "core/match/finger/extract/extract.h"
#include "tests/bench/finger_folder.h"
#include "tests/support/drawn_ink.h"

namespace {

using namespace cotejo;

struct Options {
    std::vector<std::string> kinds, folders;
    double threshold = 0.608;
    std::size_t every = 1;
    unsigned threads = 2;
    bool minutiaeOnly = false, features = false;
    std::string scores;
};

struct Print {
    std::string name, finger;
    cv::Mat pixels;
    double ppi = 500;
    match::PreparedFinger prepared;
    bool failed = false;
    int area = 0, minutiae = 0, foreign = 0;  // cells of 8x8, count, pixels
};

struct Pair {
    std::size_t probe, reference;
    double score = -99;
    std::string more;
};

template <class Work>
void inParallel(std::size_t count, unsigned threads, Work work) {
    std::atomic<std::size_t> next{0};
    const auto loop = [&] {
        for (std::size_t k = next++; k < count; k = next++)
            work(k);
    };
    std::vector<std::jthread> pool;
    for (unsigned t = 1; t < threads; ++t)
        pool.emplace_back(loop);
    loop();
}

Options optionsOf(int argc, char** argv) {
    Options asked;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const auto value = [&] { return i + 1 < argc ? std::string(argv[++i]) : std::string(); };
        if (argument == "--draw") asked.kinds.push_back(value());
        else if (argument == "--threshold") asked.threshold = std::atof(value().c_str());
        else if (argument == "--every") asked.every = static_cast<std::size_t>(std::max(1, std::atoi(value().c_str())));
        else if (argument == "--threads") asked.threads = static_cast<unsigned>(std::max(1, std::atoi(value().c_str())));
        else if (argument == "--minutiae") asked.minutiaeOnly = true;
        else if (argument == "--features") asked.features = true;
        else if (argument == "--scores") asked.scores = value();
        else asked.folders.push_back(argument);
    }
    if (asked.kinds.empty()) asked.kinds = {"none"};
    if (asked.kinds.front() == "each") {
        asked.kinds.clear();
        for (const auto& [name, draw] : test::drawnInk())
            asked.kinds.push_back(name);
    }
    return asked;
}

bool load(const std::string& argument, std::vector<Print>& prints) {
    const bool read = bench::eachPrint(argument, [&](bench::FolderPrint each) {
        Print print;
        print.name = std::move(each.name);
        print.finger = std::move(each.finger);
        print.pixels = each.pixels;
        print.ppi = each.ppi;
        prints.push_back(std::move(print));
    });
    return read && !prints.empty();
}

void prepare(Print& print, test::Draw draw, bool minutiaeOnly) {
    cv::Mat drawn = print.pixels.clone();
    draw(drawn);
    auto found = match::extractFinger({drawn, {print.ppi, record::PpiSource::Declared}});
    print.failed = !found;
    print.prepared = {};
    print.area = print.minutiae = print.foreign = 0;
    if (!found) return;
    print.minutiae = static_cast<int>(found->finger.minutiae.size());
    print.area = cv::countNonZero(found->qualityMap);
    print.foreign = found->foreign.empty() ? 0 : cv::countNonZero(found->foreign);
    if (minutiaeOnly) found->finger.field = {}, found->finger.ridges = {};
    print.prepared = match::PreparedFinger(std::move(found->finger));
}

void compare(const std::vector<Print>& prints, bool features, Pair& pair) {
    const auto& probe = prints[pair.probe];
    const auto& reference = prints[pair.reference];
    if (probe.failed || reference.failed) return;
    const auto compared = match::compareFinger(probe.prepared, reference.prepared);
    if (!compared) return;
    pair.score = compared->score.value;
    if (!features) return;
    char text[200];
    std::snprintf(text, sizeof text, " %.4f %zu %d %d %.4f %d %.3f %.3f %.3f %d %d %d %d %d %d", compared->pairEvidence,
                  compared->pairs.size(), compared->unpairedProbe, compared->unpairedReference, compared->smoothRidges,
                  compared->ridgeLinks, compared->overlap, compared->ridgeAgreement, compared->flowAgreement, probe.minutiae,
                  reference.minutiae, probe.area, reference.area, probe.prepared.finger().quality, reference.prepared.finger().quality);
    pair.more = text;
}

std::vector<Pair> pairsOf(const std::vector<Print>& prints, std::size_t every) {
    std::vector<Pair> pairs;
    std::size_t strangers = 0;
    for (std::size_t a = 0; a < prints.size(); ++a)
        for (std::size_t b = a + 1; b < prints.size(); ++b)
            if (prints[a].finger == prints[b].finger || strangers++ % every == 0) pairs.push_back({a, b, -99, {}});
    return pairs;
}

double shareFrom(const std::vector<double>& sorted, double threshold) {
    return static_cast<double>(sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), threshold)) /
           static_cast<double>(sorted.size());
}

void report(const std::string& head, const std::vector<Print>& prints, const std::vector<Pair>& pairs, double threshold) {
    std::vector<double> mated, others;
    for (const auto& pair : pairs)
        (prints[pair.probe].finger == prints[pair.reference].finger ? mated : others).push_back(pair.score);
    if (mated.empty() || others.empty()) return;
    std::sort(mated.begin(), mated.end());
    std::sort(others.begin(), others.end());
    double eer = 1;
    for (const double t : mated)
        eer = std::min(eer, std::max(1 - shareFrom(mated, t), shareFrom(others, t)));
    const auto missesAt = [&](double share) {
        const auto allowed = static_cast<std::size_t>(share * static_cast<double>(others.size()) + 1e-9);
        return 100 * (1 - shareFrom(mated, std::nextafter(others[others.size() - 1 - allowed], 1e9)));
    };
    double area = 0, minutiae = 0, foreign = 0;
    int failed = 0, inked = 0;
    for (const auto& print : prints) {
        failed += print.failed;
        inked += print.foreign > 0;
        area += print.area, minutiae += print.minutiae, foreign += print.foreign;
    }
    const auto count = static_cast<double>(prints.size());
    const double matches = shareFrom(others, threshold);
    std::printf("%s failed %d cells %.0f minutiae %.0f ink on %d, %.0f px | EER %.2f FNMR@1e-3 %.2f @1e-4 %.2f | at %.3f: FMR %.2e "
                "(%.0f of %zu) FNMR %.2f, max %.2f\n",
                head.c_str(), failed, area / count, minutiae / count, inked, foreign / count, 100 * eer, missesAt(1e-3), missesAt(1e-4),
                threshold, matches, matches * static_cast<double>(others.size()), others.size(), 100 * (1 - shareFrom(mated, threshold)),
                others.back());
    std::fflush(stdout);
}

void write(std::ofstream& out, const std::vector<Print>& prints, const std::vector<Pair>& pairs) {
    for (const auto& pair : pairs) {
        char text[40];
        std::snprintf(text, sizeof text, pair.score < -90 ? "-" : "%.6f", pair.score);
        out << prints[pair.probe].name << ' ' << prints[pair.reference].name << ' ' << text << pair.more << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    const Options asked = optionsOf(argc, argv);
    cv::setNumThreads(0);
    std::ofstream out;
    if (!asked.scores.empty()) out.open(asked.scores);
    for (const auto& folder : asked.folders) {
        std::vector<Print> prints;
        if (!load(folder, prints)) return 1;
        for (const auto& kind : asked.kinds) {
            const auto draw = test::drawnInk(kind);
            if (!draw) return 2;
            inParallel(prints.size(), asked.threads, [&](std::size_t k) { prepare(prints[k], draw, asked.minutiaeOnly); });
            auto pairs = pairsOf(prints, asked.every);
            inParallel(pairs.size(), asked.threads, [&](std::size_t k) { compare(prints, asked.features, pairs[k]); });
            if (out.is_open()) write(out, prints, pairs);
            report(std::filesystem::path(folder).filename().string() + " " + kind, prints, pairs, asked.threshold);
        }
    }
}
