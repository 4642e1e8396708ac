#include "ui/compare/base_rate.h"

#include <algorithm>
#include <cmath>

namespace cotejo::compare {
namespace {

double anyOf(qint64 size, double fmr) {
    return -std::expm1(double(size) * std::log1p(-std::clamp(fmr, 0.0, 1.0 - 1e-12)));
}

}  // namespace

BaseRate baseRate(qint64 gallerySize, double fmrAtThreshold, double fmrAtScore, double fnmrAtThreshold,
                  qint64 travelers, qint64 oneIn) {
    BaseRate rate;
    const double any = anyOf(gallerySize, fmrAtThreshold);
    rate.anyOf100 = int(std::lround(100 * any));
    rate.asHighOf100 = std::min(rate.anyOf100, int(std::lround(100 * anyOf(gallerySize, fmrAtScore))));
    const double listed = double(travelers) / double(std::max<qint64>(1, oneIn));
    rate.listedCandidates = std::llround(listed * (1 - std::clamp(fnmrAtThreshold, 0.0, 1.0)));
    rate.strangerCandidates = std::llround((double(travelers) - listed) * any);
    return rate;
}

}  // namespace cotejo::compare
