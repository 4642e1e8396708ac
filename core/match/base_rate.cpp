#include "core/match/base_rate.h"

#include <cmath>

#include "core/base/errors.h"

namespace cotejo::match {

NaturalFrequency naturalFrequency(double share) {
    NaturalFrequency found;
    while (share * double(found.of) < 2 && found.of < 1'000'000)
        found.of *= 10;
    found.count = std::llround(share * double(found.of));
    return found;
}

Result<BaseRate> baseRate(std::int64_t galleryEntries, double fmr, double fnmr) {
    if (galleryEntries < 0 || !(fmr >= 0 && fmr <= 1) || !(fnmr >= 0 && fnmr <= 1))
        return fail(base::kInvalidArgument,
                    "a base rate needs a gallery of 0 or more entries and error rates from 0 to 1");
    BaseRate rate;
    rate.notListedShare = galleryEntries == 0 ? 0 : -std::expm1(double(galleryEntries) * std::log1p(-fmr));
    rate.notListed = naturalFrequency(rate.notListedShare);
    rate.listedMissedShare = fnmr;
    rate.listedMissed = naturalFrequency(fnmr);
    rate.expectedFalseCandidates = double(galleryEntries) * fmr;
    return rate;
}

}  // namespace cotejo::match
