#include "core/match/fusion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "core/base/errors.h"

namespace cotejo::match {
namespace {

using record::Modality;

Evidence evidence(Modality modality, double ratio, double low, double high) {
    Evidence one;
    one.modality = modality;
    one.calibrated.logLikelihoodRatio = ratio;
    one.calibrated.logLikelihoodRatioLow = low;
    one.calibrated.logLikelihoodRatioHigh = high;
    return one;
}

TEST(Fusion, AddsTheRatiosOfAFaceAndAFinger) {
    const auto fused =
        fuse({evidence(Modality::Face, 1.5, 1.2, 1.9), evidence(Modality::Finger, -0.4, -0.7, 0)});
    ASSERT_TRUE(fused) << fused.error().detail;
    EXPECT_DOUBLE_EQ(fused->logLikelihoodRatio, 1.1);
    EXPECT_DOUBLE_EQ(fused->low, 0.5);
    EXPECT_DOUBLE_EQ(fused->high, 1.9);
    EXPECT_NEAR(fused->fmrAtMost, std::pow(10, -0.5), 1e-12);
    EXPECT_EQ(fuse({evidence(Modality::Face, -2, -3, -1)})->fmrAtMost, 1);
}

/// Two independent normal scores: the bound holds, and the fused ratio separates better than either part.
TEST(Fusion, ItsBoundHoldsAndItSeparatesBetterThanItsParts) {
    std::mt19937 random(4);
    std::normal_distribution<double> normal(0, 1);
    const double shift = 2;
    const auto ratio = [&](double x) { return (shift * x - shift * shift / 2) / std::log(10); };
    constexpr int kDraws = 40'000;
    std::vector<double> single, both;
    for (int i = 0; i < kDraws; ++i) {
        const double face = ratio(normal(random)), finger = ratio(normal(random));
        single.push_back(face);
        both.push_back(fuse({evidence(Modality::Face, face, face, face),
                             evidence(Modality::Finger, finger, finger, finger)})
                           ->logLikelihoodRatio);
    }
    const auto shareFrom = [](const std::vector<double>& values, double from) {
        return double(std::ranges::count_if(values, [&](double value) { return value >= from; })) / kDraws;
    };
    for (const double at : {0.5, 1.0, 2.0})
        EXPECT_LE(shareFrom(both, at), fuse({evidence(Modality::Face, at, at, at)})->fmrAtMost) << at;
    int singleMissed = 0, bothMissed = 0;
    for (int i = 0; i < kDraws; ++i) {
        const double face = ratio(shift + normal(random)), finger = ratio(shift + normal(random));
        singleMissed += face < 1;
        bothMissed += face + finger < 1;
    }
    EXPECT_LT(bothMissed, singleMissed / 2);
}

TEST(Fusion, RefusesNothingTheSameTwiceAndNumbersThatAreNone) {
    EXPECT_EQ(fuse({}).error().code, base::kInvalidArgument);
    EXPECT_EQ(fuse({evidence(Modality::Finger, 1, 1, 1), evidence(Modality::Finger, 1, 1, 1)}).error().code,
              base::kInvalidArgument);
    EXPECT_EQ(fuse({evidence(Modality::Face, std::nan(""), 0, 0)}).error().code, base::kInvalidArgument);
}

}  // namespace
}  // namespace cotejo::match
