#include "core/match/base_rate.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"

namespace cotejo::match {
namespace {

TEST(BaseRate, FiveThousandEntriesAtOneInTenThousandTouch39Of100) {
    const auto rate = baseRate(5000, 1e-4, 0.02);
    ASSERT_TRUE(rate);
    EXPECT_EQ(rate->notListed, (NaturalFrequency{39, 100}));
    EXPECT_NEAR(rate->notListedShare, 0.39349, 1e-4);
    EXPECT_NEAR(rate->expectedFalseCandidates, 0.5, 1e-12);
    EXPECT_EQ(rate->listedMissed, (NaturalFrequency{2, 100}));
}

TEST(BaseRate, TakesTheEdgesAsTheyAre) {
    EXPECT_EQ(baseRate(0, 0.5, 0)->notListedShare, 0);
    EXPECT_EQ(baseRate(0, 1, 0)->notListedShare, 0);
    EXPECT_EQ(baseRate(1, 1, 0)->notListedShare, 1);
    EXPECT_DOUBLE_EQ(baseRate(1, 0.25, 0)->notListedShare, 0.25);
    EXPECT_NEAR(baseRate(1'000'000, 1e-12, 0)->notListedShare, 1e-6, 1e-11);
    EXPECT_EQ(baseRate(10'000'000, 1e-3, 0)->notListed, (NaturalFrequency{100, 100}));
    EXPECT_EQ(baseRate(-1, 0.1, 0).error().code, base::kInvalidArgument);
    EXPECT_EQ(baseRate(1, 1.1, 0).error().code, base::kInvalidArgument);
    EXPECT_EQ(baseRate(1, 0.1, -0.1).error().code, base::kInvalidArgument);
}

TEST(BaseRate, NaturalFrequenciesStayReadable) {
    EXPECT_EQ(naturalFrequency(0.05), (NaturalFrequency{5, 100}));
    EXPECT_EQ(naturalFrequency(0.0123), (NaturalFrequency{12, 1000}));
    EXPECT_EQ(naturalFrequency(0.0005), (NaturalFrequency{5, 10'000}));
    EXPECT_EQ(naturalFrequency(1e-9), (NaturalFrequency{0, 1'000'000}));
    EXPECT_EQ(naturalFrequency(0), (NaturalFrequency{0, 1'000'000}));
}

}  // namespace
}  // namespace cotejo::match
