#include "core/match/finger/self_test.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "core/match/finger/compare/compare.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/synthetic.h"

namespace cotejo::match {

Status fingerSelfTest() {
    constexpr int kFingers = 2;
    std::vector<PreparedFinger> prints;
    for (std::uint64_t seed = 1; seed <= kFingers; ++seed) {
        const SyntheticFinger finger(seed);
        for (std::uint64_t print = 1; print <= 2; ++print) {
            const auto found = extractFinger({finger.impression(print, everydayImpression(seed * 10 + print)),
                                              {500, record::PpiSource::Declared}});
            if (!found)
                return fail(kFingerSelfTest,
                            "The finger engine could not read its own test print (" + found.error().detail +
                                "). Install the program again; prints are not compared until it passes.");
            const auto stored = decodeFinger(encodeFinger(found->finger));
            if (!stored || *stored != found->finger)
                return fail(
                    kFingerSelfTest,
                    "The finger engine could not read back its own template. Install the program again.");
            prints.emplace_back(*stored);
        }
    }
    double mated = std::numeric_limits<double>::infinity(), nonMated = -mated;
    for (std::size_t a = 0; a < prints.size(); ++a)
        for (std::size_t b = a + 1; b < prints.size(); ++b) {
            const auto comparison = compareFinger(prints[a], prints[b]);
            if (!comparison)
                return fail(kFingerSelfTest, "The finger engine could not compare its own test prints.");
            double& bound = a / 2 == b / 2 ? mated : nonMated;
            bound = a / 2 == b / 2 ? std::min(bound, comparison->score.value)
                                   : std::max(bound, comparison->score.value);
        }
    if (!(mated > 2 * std::max(nonMated, 1.0)))
        return fail(kFingerSelfTest, "The finger engine does not tell its own test prints apart (mated " +
                                         std::to_string(mated) + ", non-mated " + std::to_string(nonMated) +
                                         "). Install the program again.");
    return {};
}

}  // namespace cotejo::match
