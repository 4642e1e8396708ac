#include "core/match/evaluation.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>

#include "core/base/errors.h"
#include "core/match/errors.h"

namespace cotejo::match {
namespace {

constexpr double kLowest = -std::numeric_limits<double>::infinity();
constexpr double kTargets[] = {1e-2, 1e-3, 1e-4, 1e-5};

/// Comparisons by falling score, mated and non-mated apart, with a weight for each comparison that depends on
/// its persons.
struct Sorted {
    struct Row {
        double score;
        std::uint32_t probe, reference;
    };
    std::vector<Row> mated, nonMated;
    std::uint32_t persons = 0;
    long failed = 0;
};

Result<Sorted> sorted(const std::vector<Comparison>& comparisons) {
    Sorted all;
    for (const auto& each : comparisons) {
        const bool failed = std::isnan(each.score);
        all.failed += failed;
        auto& side = each.probe == each.reference ? all.mated : all.nonMated;
        side.push_back({failed ? kLowest : each.score, each.probe, each.reference});
        all.persons = std::max({all.persons, each.probe + 1, each.reference + 1});
    }
    if (all.mated.empty() || all.nonMated.empty())
        return fail(kCalibrationBad, "error rates need mated and non-mated comparisons; there are " +
                                         std::to_string(all.mated.size()) + " and " +
                                         std::to_string(all.nonMated.size()));
    for (auto* side : {&all.mated, &all.nonMated})
        std::stable_sort(side->begin(), side->end(),
                         [](const auto& a, const auto& b) { return a.score > b.score; });
    return all;
}

/// How often each person was drawn in one round of resampling; round 0 is everybody once.
std::vector<double> drawn(std::uint32_t persons, int round) {
    std::vector<double> times(persons, round == 0 ? 1.0 : 0.0);
    if (round == 0) return times;
    std::mt19937 random(static_cast<unsigned>(round));
    for (std::uint32_t i = 0; i < persons; ++i)
        times[random() % persons] += 1;
    return times;
}

/// Share of the side's weight with score >= each threshold (thresholds falling).
std::vector<double> sharesAbove(const std::vector<Sorted::Row>& side, const std::vector<double>& times,
                                bool mated, const std::vector<double>& thresholds) {
    std::vector<double> shares;
    double sum = 0;
    std::size_t at = 0;
    const auto weight = [&](const Sorted::Row& row) {
        return mated ? times[row.probe] : times[row.probe] * times[row.reference];
    };
    for (const double threshold : thresholds) {
        for (; at < side.size() && side[at].score >= threshold; ++at)
            sum += weight(side[at]);
        shares.push_back(sum);
    }
    for (; at < side.size(); ++at)
        sum += weight(side[at]);
    for (auto& share : shares)
        share = sum > 0 ? share / sum : 0;
    return shares;
}

/// Lowest score whose weighted FMR is at most `target`, just above the score that would exceed it.
double thresholdAt(const std::vector<Sorted::Row>& nonMated, const std::vector<double>& times,
                   double target) {
    double total = 0;
    for (const auto& row : nonMated)
        total += times[row.probe] * times[row.reference];
    double sum = 0;
    for (const auto& row : nonMated) {
        sum += times[row.probe] * times[row.reference];
        if (sum > target * total * (1 + 1e-12))
            return std::nextafter(row.score, std::numeric_limits<double>::infinity());
    }
    return kLowest;
}

double fnmrAt(const Sorted& all, const std::vector<double>& times, double threshold) {
    return 1 - sharesAbove(all.mated, times, true, {threshold})[0];
}

double eerOf(const Sorted& all, const std::vector<double>& times) {
    double matedTotal = 0, nonMatedTotal = 0;
    for (const auto& row : all.mated)
        matedTotal += times[row.probe];
    for (const auto& row : all.nonMated)
        nonMatedTotal += times[row.probe] * times[row.reference];
    if (!(matedTotal > 0) || !(nonMatedTotal > 0)) return 0;
    double accepted = 0, falselyAccepted = 0, best = 2, answer = 0;
    for (std::size_t m = 0, n = 0; m < all.mated.size() || n < all.nonMated.size();) {
        const double threshold = std::max(m < all.mated.size() ? all.mated[m].score : kLowest,
                                          n < all.nonMated.size() ? all.nonMated[n].score : kLowest);
        for (; m < all.mated.size() && all.mated[m].score >= threshold; ++m)
            accepted += times[all.mated[m].probe];
        for (; n < all.nonMated.size() && all.nonMated[n].score >= threshold; ++n)
            falselyAccepted += times[all.nonMated[n].probe] * times[all.nonMated[n].reference];
        const double fmr = falselyAccepted / nonMatedTotal, fnmr = 1 - accepted / matedTotal;
        if (std::abs(fmr - fnmr) < best) best = std::abs(fmr - fnmr), answer = (fmr + fnmr) / 2;
        if (fmr > fnmr) break;
    }
    return answer;
}

Interval intervalOf(double value, std::vector<double> rounds) {
    if (rounds.empty()) return {value, value, value};
    std::sort(rounds.begin(), rounds.end());
    const auto at = [&](double part) {
        return rounds[static_cast<std::size_t>(part * double(rounds.size() - 1) + 0.5)];
    };
    return {value, std::min(value, at(0.025)), std::max(value, at(0.975))};
}

std::vector<double> fmrLevels(double least) {
    std::vector<double> levels;
    for (int tenth = 0;; ++tenth) {
        const double level = std::pow(10, -tenth / 10.0);
        if (level < least) break;
        levels.push_back(level);
    }
    if (levels.empty() || levels.back() > least * 1.0001) levels.push_back(least);
    return levels;
}

/// Log10 likelihood ratio over bins by rising score: monotone fit of the share of mated weight, one
/// misleading comparison added at each end.
std::vector<double> monotoneRatio(std::vector<double> mated, std::vector<double> nonMated) {
    const double matedTotal = std::accumulate(mated.begin(), mated.end(), 0.0);
    const double nonMatedTotal = std::accumulate(nonMated.begin(), nonMated.end(), 0.0);
    std::vector<double> ratio(mated.size(), 0);
    if (!(matedTotal > 0) || !(nonMatedTotal > 0)) return ratio;
    mated.front() += 1;
    nonMated.back() += 1;
    struct Block {
        double mated, nonMated;
        std::size_t bins;
        bool above(const Block& next) const {
            return mated * (next.mated + next.nonMated) > next.mated * (mated + nonMated);
        }
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < mated.size(); ++i) {
        blocks.push_back({mated[i], nonMated[i], 1});
        while (blocks.size() > 1 && (blocks.back().mated + blocks.back().nonMated == 0 ||
                                     blocks[blocks.size() - 2].above(blocks.back()))) {
            const auto last = blocks.back();
            blocks.pop_back();
            blocks.back().mated += last.mated, blocks.back().nonMated += last.nonMated,
                blocks.back().bins += last.bins;
        }
    }
    const double low = -std::log10(std::max(matedTotal, 3.1) / 3),
                 high = std::log10(std::max(nonMatedTotal, 3.1) / 3);
    std::size_t at = 0;
    for (const auto& block : blocks) {
        const double value = block.mated == 0 ? low
                             : block.nonMated == 0
                                 ? high
                                 : std::log10(block.mated / block.nonMated * nonMatedTotal / matedTotal);
        for (std::size_t i = 0; i < block.bins; ++i)
            ratio[at++] = std::clamp(value, low, high);
    }
    return ratio;
}

}  // namespace

Result<std::vector<Comparison>> readComparisons(std::string_view text, std::string_view what, PersonBy by) {
    std::map<std::string, std::uint32_t, std::less<>> persons;
    const auto person = [&](std::string_view file) {
        const auto slash = file.rfind('/');
        auto name = file.substr(0, slash == std::string_view::npos ? 0 : slash);
        if (by == PersonBy::Name) {
            const auto line = file.rfind('_');
            name = file.substr(
                0, line == std::string_view::npos || (slash != std::string_view::npos && line < slash)
                       ? file.size()
                       : line);
        }
        return persons.try_emplace(std::string(name), static_cast<std::uint32_t>(persons.size()))
            .first->second;
    };
    std::vector<Comparison> all;
    std::size_t row = 0;
    while (!text.empty()) {
        const auto length = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, length);
        text.remove_prefix(std::min(length + 1, text.size()));
        ++row;
        std::vector<std::string_view> parts;
        for (std::size_t at = 0; (at = line.find_first_not_of(" \t\r", at)) != std::string_view::npos;) {
            const auto stop = std::min(line.find_first_of(" \t\r", at), line.size());
            parts.push_back(line.substr(at, stop - at));
            at = stop;
        }
        if (parts.empty() || parts[0].starts_with('#')) continue;
        double score = std::numeric_limits<double>::quiet_NaN();
        const bool failed = parts.size() == 3 && (parts[2] == "-" || parts[2] == "nan");
        bool sound = parts.size() == 3;
        if (sound && !failed) {
            const char* end = parts[2].data() + parts[2].size();
            const auto [stop, problem] = std::from_chars(parts[2].data(), end, score);
            sound = problem == std::errc() && stop == end && std::isfinite(score);
        }
        if (!sound)
            return fail(base::kMalformed, std::string(what) + " line " + std::to_string(row) +
                                              " must be PROBE REFERENCE SCORE");
        const auto probe = person(parts[0]);
        all.push_back({probe, person(parts[1]), score});
    }
    return all;
}

Result<Evaluation> evaluate(const std::vector<Comparison>& comparisons, int rounds) {
    COTEJO_TRY_ASSIGN(const Sorted all, sorted(comparisons));
    Evaluation found;
    found.persons = all.persons;
    found.mated = static_cast<long>(all.mated.size());
    found.nonMated = static_cast<long>(all.nonMated.size());
    found.failed = all.failed;
    const auto once = drawn(all.persons, 0);
    const double least = std::min(1.0, 3.0 / double(found.nonMated));
    for (const double target : kTargets)
        if (target >= least) found.targets.push_back({target, thresholdAt(all.nonMated, once, target), {}});
    for (const double level : fmrLevels(least)) {
        const double threshold = thresholdAt(all.nonMated, once, level);
        found.curve.push_back({threshold, sharesAbove(all.nonMated, once, false, {threshold})[0],
                               fnmrAt(all, once, threshold)});
    }
    found.fnmrAtNoFalseMatch = fnmrAt(
        all, once, std::nextafter(all.nonMated.front().score, std::numeric_limits<double>::infinity()));
    std::vector<double> eers;
    std::vector<std::vector<double>> misses(found.targets.size());
    for (int round = 1; round <= rounds; ++round) {
        const auto times = drawn(all.persons, round);
        eers.push_back(eerOf(all, times));
        for (std::size_t i = 0; i < found.targets.size(); ++i)
            misses[i].push_back(fnmrAt(all, times, thresholdAt(all.nonMated, times, found.targets[i].fmr)));
    }
    found.eer = intervalOf(eerOf(all, once), std::move(eers));
    for (std::size_t i = 0; i < found.targets.size(); ++i)
        found.targets[i].fnmr =
            intervalOf(fnmrAt(all, once, found.targets[i].threshold), std::move(misses[i]));
    return found;
}

Json Evaluation::json() const {
    Json targetRows = Json::array(), curveRows = Json::array();
    for (const auto& target : targets)
        targetRows.push_back({{"fmr", target.fmr},
                              {"threshold", target.threshold},
                              {"fnmr", target.fnmr.value},
                              {"fnmrLow", target.fnmr.low},
                              {"fnmrHigh", target.fnmr.high}});
    for (const auto& point : curve)
        if (std::isfinite(point.threshold)) curveRows.push_back({point.threshold, point.fmr, point.fnmr});
    return {{"persons", persons},
            {"mated", mated},
            {"nonMated", nonMated},
            {"failed", failed},
            {"eer", {{"value", eer.value}, {"low", eer.low}, {"high", eer.high}}},
            {"targets", targetRows},
            {"claimableFmr", 3.0 / double(nonMated)},
            {"fnmrAtNoFalseMatch", fnmrAtNoFalseMatch},
            {"curve", curveRows}};
}

Result<Calibration> fitCalibration(const std::vector<Comparison>& comparisons, int rounds) {
    if (rounds < 20)
        return fail(base::kInvalidArgument, "a calibration needs at least 20 rounds of resampling");
    COTEJO_TRY_ASSIGN(const Evaluation rates, evaluate(comparisons, rounds));
    COTEJO_TRY_ASSIGN(const Sorted all, sorted(comparisons));
    if (rates.mated < 100 || rates.nonMated < 1000)
        return fail(kCalibrationBad,
                    "a calibration needs at least 100 mated and 1,000 non-mated comparisons; there are " +
                        std::to_string(rates.mated) + " and " + std::to_string(rates.nonMated));
    Calibration fit;
    fit.persons = rates.persons;
    fit.mated = rates.mated;
    fit.nonMated = rates.nonMated;
    fit.failed = rates.failed;
    fit.eer = rates.eer.value;
    for (const auto& target : rates.targets)
        fit.operatingPoints.push_back(
            {target.fmr, target.threshold, target.fnmr.value, target.fnmr.low, target.fnmr.high});

    std::vector<double> falling;
    const double least = fit.claimableFmr();
    for (const auto& point : rates.curve)
        if (std::isfinite(point.threshold) && (falling.empty() || point.threshold > falling.back()))
            falling.push_back(point.threshold);
    std::reverse(falling.begin(), falling.end());
    const auto once = drawn(all.persons, 0);
    const auto shares = sharesAbove(all.nonMated, once, false, falling);

    // Bins for the ratio and the bars: 64 between the scores that matter, the rest at the ends.
    double lowScore = std::numeric_limits<double>::max(), highScore = kLowest;
    for (const auto* side : {&all.mated, &all.nonMated})
        for (const auto& row : *side)
            if (std::isfinite(row.score))
                lowScore = std::min(lowScore, row.score), highScore = std::max(highScore, row.score);
    if (!(highScore > lowScore))
        return fail(kCalibrationBad, "all scores are equal; there is nothing to calibrate");
    constexpr std::size_t kBins = 64;
    const double width = (highScore - lowScore) / kBins;
    const auto binOf = [&](double score) {
        return std::isfinite(score)
                   ? std::min(kBins - 1, static_cast<std::size_t>(std::max(0.0, (score - lowScore) / width)))
                   : 0;
    };

    std::vector<std::vector<double>> shareRounds(falling.size()), ratioRounds(kBins);
    std::vector<double> ratio;
    for (int round = 0; round <= rounds; ++round) {
        const auto times = drawn(all.persons, round);
        std::vector<double> mated(kBins, 0), nonMated(kBins, 0);
        for (const auto& row : all.mated)
            mated[binOf(row.score)] += times[row.probe];
        for (const auto& row : all.nonMated)
            nonMated[binOf(row.score)] += times[row.probe] * times[row.reference];
        if (round == 0) {
            for (std::size_t i = 0; i < kBins; ++i)
                fit.bars.push_back({lowScore + (double(i) + 0.5) * width, mated[i] / double(fit.mated),
                                    nonMated[i] / double(fit.nonMated)});
            ratio = monotoneRatio(std::move(mated), std::move(nonMated));
            continue;
        }
        const auto one = monotoneRatio(std::move(mated), std::move(nonMated));
        for (std::size_t i = 0; i < kBins; ++i)
            ratioRounds[i].push_back(one[i]);
        const auto above = sharesAbove(all.nonMated, times, false, falling);
        for (std::size_t i = 0; i < falling.size(); ++i)
            shareRounds[i].push_back(above[i]);
    }
    for (std::size_t i = falling.size(); i-- > 0;) {
        const double share = std::clamp(shares[i], least, 1.0);
        const auto interval = intervalOf(share, std::move(shareRounds[i]));
        fit.fmr.push_back({falling[i], share, std::max(share, interval.high)});
    }
    for (std::size_t i = 0; i < kBins; ++i) {
        const auto interval = intervalOf(ratio[i], std::move(ratioRounds[i]));
        fit.ratio.push_back({lowScore + (double(i) + 0.5) * width, ratio[i], interval.low, interval.high});
    }
    const double failedShare = fnmrAt(all, once, lowScore);
    fit.fnmr.push_back({lowScore, failedShare});
    std::vector<double> rising;
    for (const auto& row : all.mated)
        if (std::isfinite(row.score)) rising.push_back(row.score);
    std::reverse(rising.begin(), rising.end());
    const std::size_t step = std::max<std::size_t>(1, rising.size() / 200);
    for (std::size_t i = 0; i < rising.size(); i = i < 40 ? i + 1 : i + step)
        if (rising[i] > fit.fnmr.back().score) fit.fnmr.push_back({rising[i], fnmrAt(all, once, rising[i])});
    if (highScore > fit.fnmr.back().score) fit.fnmr.push_back({highScore, fnmrAt(all, once, highScore)});
    return fit;
}

}  // namespace cotejo::match
