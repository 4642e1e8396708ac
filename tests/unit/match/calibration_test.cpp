#include "core/match/calibration.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <random>

#include "core/base/crypto.h"
#include "core/base/file.h"
#include "core/match/errors.h"
#include "core/match/evaluation.h"

namespace cotejo::match {
namespace {

const record::Algorithm kAlgorithm{"set-a", "1.0.0", sha256(std::string_view("model"))};

Calibration fitted() {
    std::mt19937 random(5);
    std::normal_distribution<double> normal(0, 0.5);
    std::vector<Comparison> all;
    for (std::uint32_t i = 0; i < 120; ++i) {
        for (int k = 0; k < 20; ++k)
            all.push_back({i, i, 2 + normal(random)});
        for (std::uint32_t j = 0; j < 120; ++j)
            if (i != j) all.push_back({i, j, normal(random)});
    }
    auto fit = fitCalibration(all, 60);
    EXPECT_TRUE(fit) << fit.error().detail;
    fit->report = "test/1";
    fit->algorithm = kAlgorithm;
    fit->data = "drawn from two normal distributions";
    fit->made = *fromIso("2026-11-01T00:00:00.000Z");
    fit->validUntil = *fromIso("2027-11-01T00:00:00.000Z");
    return *fit;
}

const Calibration& shared() {
    static const auto calibration = fitted();
    return calibration;
}

record::Calibrated at(double score) {
    return *shared().answer({score, kAlgorithm});
}

TEST(Calibration, AnswersWithTheRatesOfTheDistributions) {
    EXPECT_NEAR(at(1).fmr, 0.02275, 0.004);
    EXPECT_NEAR(at(1).fnmr, 0.02275, 0.01);
    EXPECT_GE(at(1).fmrHigh, at(1).fmr);
    // The log10 ratio of the two densities is (score - 1) * 2 / 0.25 / ln 10.
    for (const double score : {0.6, 0.9, 1.2, 1.4}) {
        EXPECT_NEAR(at(score).logLikelihoodRatio, (score - 1) * 8 / std::log(10), 0.6) << score;
        EXPECT_LE(at(score).logLikelihoodRatioLow, at(score).logLikelihoodRatio);
        EXPECT_GE(at(score).logLikelihoodRatioHigh, at(score).logLikelihoodRatio);
    }
}

TEST(Calibration, NeverClaimsMoreThanTheComparisonsCarry) {
    const double least = 3.0 / double(shared().nonMated);
    EXPECT_DOUBLE_EQ(shared().claimableFmr(), least);
    EXPECT_NEAR(at(100).fmr, least, 1e-9);
    EXPECT_TRUE(at(100).atFloor);
    EXPECT_FALSE(at(1).atFloor);
    EXPECT_LE(at(100).logLikelihoodRatio, std::log10(1 / least) + 1e-9);
    EXPECT_GE(at(-100).logLikelihoodRatio, -std::log10(double(shared().mated) / 3) - 1e-9);
    EXPECT_EQ(at(-100).fmr, 1);
    EXPECT_FALSE(shared().threshold(least / 2));
    EXPECT_FALSE(shared().threshold(1));
}

TEST(Calibration, CurvesAreMonotone) {
    double fmr = 1, fnmr = 0, ratio = -99;
    for (double score = -3; score < 5; score += 0.01) {
        const auto here = at(score);
        EXPECT_LE(here.fmr, fmr + 1e-15);
        EXPECT_GE(here.fnmr, fnmr - 1e-15);
        EXPECT_GE(here.logLikelihoodRatio, ratio - 1e-12);
        fmr = here.fmr, fnmr = here.fnmr, ratio = here.logLikelihoodRatio;
    }
}

TEST(Calibration, ThresholdsAreObjectsThatKeepTheirTarget) {
    for (const double target : {0.1, 0.01, 0.003, 0.001}) {
        const auto threshold = shared().threshold(target);
        ASSERT_TRUE(threshold) << target;
        EXPECT_EQ(threshold->algorithm, kAlgorithm);
        EXPECT_EQ(threshold->report, "test/1");
        EXPECT_EQ(threshold->fmrTarget, target);
        EXPECT_NEAR(std::log10(at(threshold->value).fmr), std::log10(target), 0.05) << target;
    }
}

TEST(Calibration, GoesThroughJsonAndStaysItself) {
    const auto text = shared().json().dump();
    const auto read = parseCalibration(text, "test");
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->json().dump(), text);
    for (const double score : {-1.0, 0.2, 1.0, 1.7, 2.4, 5.0})
        EXPECT_NEAR(read->answer({score, kAlgorithm})->fmr, at(score).fmr, 1e-5 * at(score).fmr);
}

TEST(Calibration, RefusesScoresOfOthers) {
    auto other = kAlgorithm;
    other.model = sha256(std::string_view("other"));
    EXPECT_EQ(shared().answer({1, other}).error().code, kScoreIncomparable);
    EXPECT_FALSE(shared().answer({std::nan(""), kAlgorithm}));
}

TEST(Calibration, RefusesReportsThatBreakTheirOwnRules) {
    const std::pair<const char*, Json> changes[] = {{"/report", ""},
                                                    {"/made", "yesterday"},
                                                    {"/persons", 1},
                                                    {"/mated", 0},
                                                    {"/nonMated", 10},
                                                    {"/eer", 2},
                                                    {"/algorithm/model", "12"},
                                                    {"/fmr", Json::array()},
                                                    {"/fmr/1/1", 1.5},
                                                    {"/fmr/3/1", 1e-9},
                                                    {"/fmr/2/0", -50},
                                                    {"/fmr/2", {1, 2}},
                                                    {"/fnmr/1/1", "x"},
                                                    {"/fnmr/3/1", -0.1},
                                                    {"/ratio/5/1", 40},
                                                    {"/ratio/5/2", 30},
                                                    {"/bars/0/1", 7},
                                                    {"/operatingPoints", nullptr},
                                                    {"/operatingPoints/0/fmr", 1e-7},
                                                    {"/operatingPoints/0/fnmr", nullptr}};
    for (const auto& [path, value] : changes) {
        auto json = shared().json();
        json[Json::json_pointer(path)] = value;
        const auto read = parseCalibration(json.dump(), "bad.json");
        ASSERT_FALSE(read) << path;
        EXPECT_EQ(read.error().code, kCalibrationBad) << path;
    }
}

TEST(Calibrations, FindTheNewestReportOfAnAlgorithm) {
    auto older = shared(), newer = shared(), foreign = shared();
    newer.report = "test/2";
    newer.made = *fromIso("2026-12-01T00:00:00.000Z");
    foreign.algorithm.version = "9.9.9";
    foreign.made = *fromIso("2027-01-01T00:00:00.000Z");
    const Calibrations all({older, newer, foreign});
    EXPECT_EQ(all.find(kAlgorithm)->report, "test/2");
    auto unknown = kAlgorithm;
    unknown.name = "set-b";
    EXPECT_EQ(all.find(unknown).error().code, kCalibrationMissing);
}

TEST(Calibrations, ReadAFolderAndPassOverOtherFiles) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("cotejo-calibration-" + CaseId::random().text());
    std::filesystem::create_directories(folder);
    EXPECT_TRUE(Calibrations::read(folder / "none")->all().empty());
    ASSERT_TRUE(writeFileAtomically(folder / "a.json", viewOf(shared().json().dump())));
    ASSERT_TRUE(writeFileAtomically(folder / "b.json", viewOf("{\"kind\": \"something else\"}")));
    ASSERT_TRUE(writeFileAtomically(folder / "c.txt", viewOf("words")));
    const auto read = Calibrations::read(folder);
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->all().size(), 1U);
    ASSERT_TRUE(writeFileAtomically(folder / "d.json", viewOf("{\"report\": \"x\"}")));
    EXPECT_EQ(Calibrations::read(folder).error().code, kCalibrationBad);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace cotejo::match
