#include <gtest/gtest.h>

#include "core/match/calibration.h"
#include "core/match/finger/extract/extract.h"
#include "tests/support/paths.h"

namespace cotejo::match {
namespace {

TEST(FingerCalibration, TheShippedReportsAreOfThisVersionAndClaimNoMoreThanTheirEvidence) {
    const auto reports = Calibrations::read(COTEJO_SOURCE_DIR "/resources/calibration");
    ASSERT_TRUE(reports) << reports.error().detail;
    for (const auto& algorithm : {fingerAlgorithm(), fingerMinutiaeAlgorithm()}) {
        const auto report = reports->find(algorithm);
        ASSERT_TRUE(report) << algorithm.name << ": calibrate again, the parameters have changed";
        const auto sure = report->answer({30, algorithm});
        const auto unlike = report->answer({-4, algorithm});
        ASSERT_TRUE(sure && unlike);
        EXPECT_TRUE(sure->atFloor);
        EXPECT_GE(sure->fmr, 3.0 / static_cast<double>(report->nonMated));
        EXPECT_GT(sure->logLikelihoodRatio, 1);
        EXPECT_LT(unlike->logLikelihoodRatio, 0);
        EXPECT_FALSE(report->answer({1, {"another", "1", {}}}));
        const auto strictest = report->threshold(report->claimableFmr());
        ASSERT_TRUE(strictest) << algorithm.name << ": a search would have no threshold";
        EXPECT_NEAR(report->answer({strictest->value, algorithm})->fmr, report->claimableFmr(), 0.05 * report->claimableFmr());
    }
}

}  // namespace
}  // namespace cotejo::match
