#include "core/match/evaluation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "core/base/errors.h"
#include "core/match/det_plot.h"
#include "core/match/errors.h"

namespace cotejo::match {
namespace {

constexpr double kFailed = std::numeric_limits<double>::quiet_NaN();

/// `persons` people, scores around 2 (mated) and 0 (non-mated) with deviation 0.5.
std::vector<Comparison> normalScores(std::uint32_t persons, int matedEach, unsigned seed = 1) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(0, 0.5);
    std::vector<Comparison> all;
    for (std::uint32_t i = 0; i < persons; ++i) {
        for (int k = 0; k < matedEach; ++k)
            all.push_back({i, i, 2 + normal(random)});
        for (std::uint32_t j = 0; j < persons; ++j)
            if (i != j) all.push_back({i, j, normal(random)});
    }
    return all;
}

TEST(Evaluation, CountsAHandMadeListExactly) {
    // 4 mated (one failed), 10 non-mated.
    std::vector<Comparison> all{{0, 0, 9}, {1, 1, 8}, {2, 2, 5}, {3, 3, kFailed}};
    for (int score = 1; score <= 10; ++score)
        all.push_back({0, 1, score * 0.7});  // 0.7 to 7.0
    const auto found = evaluate(all, 0);
    ASSERT_TRUE(found) << found.error().detail;
    EXPECT_EQ(found->mated, 4);
    EXPECT_EQ(found->nonMated, 10);
    EXPECT_EQ(found->failed, 1);
    EXPECT_TRUE(found->targets.empty());  // 3 / 10 is all that may be claimed
    EXPECT_DOUBLE_EQ(found->curve.front().fnmr, 0);
    EXPECT_NEAR(found->curve.back().fmr, 0.3, 1e-12);
    EXPECT_DOUBLE_EQ(found->curve.back().fnmr, 0.25);       // just above 4.9, below 5: the failure
    EXPECT_DOUBLE_EQ(found->fnmrAtNoFalseMatch, 0.5);       // 7.0 < 8
    EXPECT_NEAR(found->eer.value, (0.25 + 0.3) / 2, 1e-9);  // at 5: FMR 0.3, FNMR 0.25
}

TEST(Evaluation, FindsTheErrorRatesOfKnownDistributions) {
    const auto found = evaluate(normalScores(150, 40), 50);
    ASSERT_TRUE(found) << found.error().detail;
    // Equal errors at 1: P(N > 2) = 0.02275.
    EXPECT_NEAR(found->eer.value, 0.02275, 0.003);
    EXPECT_LT(found->eer.low, found->eer.value);
    EXPECT_GT(found->eer.high, found->eer.value);
    ASSERT_EQ(found->targets.size(), 2U);
    EXPECT_NEAR(found->targets[0].threshold, 0.5 * 2.326, 0.03);
    EXPECT_NEAR(found->targets[0].fnmr.value, 0.0472, 0.008);
    EXPECT_NE(detPlotSvg(*found, "<title> & more").find("&lt;title&gt; &amp; more"), std::string::npos);
}

TEST(Evaluation, IsTheSameEachTimeAndRefusesTooLittle) {
    const auto all = normalScores(20, 10);
    EXPECT_EQ(evaluate(all)->json(), evaluate(all)->json());
    EXPECT_EQ(evaluate({{0, 0, 1}}).error().code, kCalibrationBad);
    EXPECT_EQ(evaluate({{0, 1, 1}}).error().code, kCalibrationBad);
    EXPECT_EQ(evaluate({}).error().code, kCalibrationBad);
    EXPECT_EQ(fitCalibration(normalScores(10, 2)).error().code, kCalibrationBad);
}

TEST(Evaluation, ReadsScoreListsAndNamesTheWrongLine) {
    const auto read = readComparisons(
        "# made by hand\n/d/a/1.jpg /d/a/2.jpg 0.5\n\n/d/a/1.jpg /d/b/1.jpg -\n", "list", PersonBy::Folder);
    ASSERT_TRUE(read) << read.error().detail;
    ASSERT_EQ(read->size(), 2U);
    EXPECT_EQ((*read)[0].probe, (*read)[0].reference);
    EXPECT_NE((*read)[1].probe, (*read)[1].reference);
    EXPECT_TRUE(std::isnan((*read)[1].score));
    const auto byName = readComparisons("/d_1/101_1.png /d_1/101_2.png 3\n/d_1/101_1.png /d_1/102_1.png 1",
                                        "list", PersonBy::Name);
    ASSERT_TRUE(byName);
    EXPECT_EQ((*byName)[0].probe, (*byName)[0].reference);
    EXPECT_NE((*byName)[1].probe, (*byName)[1].reference);
    for (const char* bad : {"a b", "a b c d", "a b 1x", "a b inf", "a b ="}) {
        const auto wrong = readComparisons(std::string("a b 1\n") + bad, "list", PersonBy::Folder);
        ASSERT_FALSE(wrong) << bad;
        EXPECT_EQ(wrong.error().code, base::kMalformed);
        EXPECT_NE(wrong.error().detail.find("line 2"), std::string::npos);
    }
}

}  // namespace
}  // namespace cotejo::match
