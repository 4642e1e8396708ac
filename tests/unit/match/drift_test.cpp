#include "core/match/drift.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "core/base/crypto.h"
#include "core/match/errors.h"

namespace cotejo::match {
namespace {

/// Non-mated scores of people with a look of their own: comparisons of one probe depend on each other.
std::vector<Comparison> traffic(std::uint32_t probes, std::uint32_t references, double shift, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> own(0, 0.2), each(0, 0.5);
    std::vector<Comparison> all;
    for (std::uint32_t i = 0; i < probes; ++i) {
        const double look = own(random) + shift;
        for (std::uint32_t j = 0; j < references; ++j)
            all.push_back({i, 10'000 + j, look + each(random)});
    }
    return all;
}

const Calibration& report() {
    static const auto fitted = [] {
        auto all = traffic(300, 300, 0, 1);
        std::mt19937 random(2);
        std::normal_distribution<double> normal(2, 0.5);
        for (std::uint32_t i = 0; i < 300; ++i)
            all.push_back({i, i, normal(random)});
        auto fit = fitCalibration(all, 60);
        EXPECT_TRUE(fit) << fit.error().detail;
        fit->algorithm = {"set-a", "1.0.0", sha256(std::string_view("a"))};
        return *fit;
    }();
    return fitted;
}

TEST(Drift, TrafficLikeTheReportsIsNotCalledDrift) {
    int alarms = 0;
    for (unsigned seed = 10; seed < 40; ++seed) {
        const auto drift = measureDrift(report(), traffic(150, 150, 0, seed));
        ASSERT_TRUE(drift) << drift.error().detail;
        EXPECT_EQ(drift->probes, 150);
        EXPECT_EQ(drift->comparisons, 22'500);
        EXPECT_GE(drift->points.size(), 3U);
        alarms += drift->verdict != DriftVerdict::AsCalibrated;
    }
    EXPECT_LE(alarms, 1) << "of 30";
}

TEST(Drift, ShiftedTrafficIsCalledByItsDirection) {
    for (unsigned seed = 50; seed < 55; ++seed) {
        EXPECT_EQ(measureDrift(report(), traffic(150, 150, 0.3, seed))->verdict, DriftVerdict::MoreAlike)
            << seed;
        EXPECT_EQ(measureDrift(report(), traffic(150, 150, -0.3, seed))->verdict, DriftVerdict::LessAlike)
            << seed;
    }
}

TEST(Drift, FewProbesSayNothingHoweverManyTheirComparisons) {
    const auto drift = measureDrift(report(), traffic(29, 2000, 1, 3));
    ASSERT_TRUE(drift);
    EXPECT_EQ(drift->verdict, DriftVerdict::TooFew);
    for (const auto& point : drift->points)
        EXPECT_EQ(point.verdict, DriftVerdict::TooFew);
}

TEST(Drift, LeavesMatedComparisonsAndFailuresOut) {
    auto list = traffic(40, 50, 0, 5);
    const auto before = measureDrift(report(), list);
    for (std::uint32_t i = 0; i < 40; ++i) {
        list.push_back({i, i, 3});
        list.push_back({i, 20'000, std::nan("")});
    }
    const auto after = measureDrift(report(), list);
    ASSERT_TRUE(before && after);
    EXPECT_EQ(after->comparisons, before->comparisons);
    EXPECT_EQ(after->failed, 40);
    EXPECT_EQ(after->points[0].reached, before->points[0].reached);
    EXPECT_EQ(measureDrift(report(), {{1, 1, 3}}).error().code, kCalibrationBad);
}

}  // namespace
}  // namespace cotejo::match
