#include "ui/compare/reveal/base_rate.h"

#include <algorithm>
#include <cmath>

#include "core/match/base_rate.h"

namespace cotejo::compare {
namespace {

double anyOf(qint64 comparisons, double fmr) {
    const auto rate = match::baseRate(comparisons, std::clamp(fmr, 0.0, 1.0), 0);
    return rate ? rate->notListedShare : 0;
}

}  // namespace

BaseRate baseRate(qint64 comparisons, double fmrAtThreshold, double fmrAtScore, double fnmrAtThreshold,
                  qint64 travelers, qint64 oneIn) {
    BaseRate rate;
    const double any = anyOf(comparisons, fmrAtThreshold), asHigh = std::min(any, anyOf(comparisons, fmrAtScore));
    rate.of = std::max<qint64>(1000, match::naturalFrequency(any).of);
    rate.any = std::llround(double(rate.of) * any);
    rate.asHigh = std::llround(double(rate.of) * asHigh);
    rate.asHighIsLess = asHigh > 0 && rate.asHigh == 0;
    const double listed = double(travelers) / double(std::max<qint64>(1, oneIn));
    rate.listedCandidates = std::llround(listed * (1 - std::clamp(fnmrAtThreshold, 0.0, 1.0)));
    rate.strangerCandidates = std::llround((double(travelers) - listed) * any);
    return rate;
}

}  // namespace cotejo::compare
