#include "core/review/sample_quality.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "core/access/errors.h"
#include "core/base/errors.h"
#include "tests/support/print_png.h"
#include "tests/support/test_post.h"

/// Row 21: quality is stored with algorithm and version; what no program could measure is stored as that, never as a number.
namespace cotejo::review {
namespace {

struct Measured : ::testing::Test {
    test::TestPost post;
    test::TempFolder folder;
    std::filesystem::path program(const std::string& script) {
        const auto path = folder / "measure.sh";
        std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
        ::chmod(path.c_str(), 0700);
        return path;
    }
    QualityPolicy policy(const std::string& script) {
        QualityProgram each;
        each.tool.program = program(script);
        each.tool.arguments = {"{image}"};
        each.tool.algorithm = "NFIQ 2";
        each.tool.version = "2.2.0";
        each.tool.timeLimit = std::chrono::seconds(2);
        return {{each}, "Resolution 7/2026"};
    }
    record::Capture measured(const std::string& script) {
        record::Capture capture;
        capture.modality = record::Modality::Finger;
        capture.mime = "image/png";
        capture.ppi = {500, record::PpiSource::Header};
        SampleQuality(policy(script), folder.path()).measure(capture, test::printPng(21, 1));
        return capture;
    }
};

TEST_F(Measured, AFingerHasOurValueAndTheProgramsEachWithItsVersion) {
    const auto capture = measured("echo 57");
    ASSERT_EQ(capture.qualities.size(), 2u);
    EXPECT_EQ(capture.qualities[0].algorithm, "Cotejo finger quality");
    EXPECT_FALSE(capture.qualities[0].version.empty());
    EXPECT_GT(capture.qualities[0].value, 0);
    EXPECT_LE(capture.qualities[0].value, 100);
    EXPECT_EQ(capture.qualities[1].algorithm, "NFIQ 2");
    EXPECT_EQ(capture.qualities[1].version, "2.2.0");
    EXPECT_EQ(capture.qualities[1].value, 57);
    EXPECT_TRUE(capture.unmeasured.empty());
    auto again = capture;
    SampleQuality(policy("echo 58"), folder.path()).measure(again, test::printPng(21, 1));
    EXPECT_EQ(again.qualities, capture.qualities) << "measured once";
}

TEST_F(Measured, WhatIsNoValueIsAnOutcome) {
    for (const auto& [script, reason] : {std::pair{"echo 255", "unscored"}, {"echo -1", "unscored"}, {"exit 3", "failed"}, {"sleep 30", "timed_out"},
                                         {"echo good", "not_understood"}, {"head -c 200000 /dev/zero", "too_much_output"}}) {
        const auto capture = measured(script);
        EXPECT_EQ(capture.qualities.size(), 1u) << script << ": only our own";
        ASSERT_EQ(capture.unmeasured.size(), 1u) << script;
        EXPECT_EQ(capture.unmeasured[0].reason, reason) << script;
        EXPECT_EQ(capture.unmeasured[0].algorithm, "NFIQ 2");
    }
}

TEST_F(Measured, APrintOfUnknownResolutionIsAFailureWithItsReason) {
    record::Capture capture;
    capture.modality = record::Modality::Finger;
    SampleQuality({}, folder.path()).measure(capture, test::printPng(21, 1));
    EXPECT_TRUE(capture.qualities.empty());
    ASSERT_EQ(capture.unmeasured.size(), 1u);
    EXPECT_EQ(capture.unmeasured[0].reason, "E_FINGER_PPI_UNKNOWN");
}

TEST_F(Measured, ThePolicyIsAnAdministratorsAndNamesItsDecision) {
    post.add("ana", {{record::Role::Officer}});
    auto admin = *post.signIn();
    auto officer = *post.signIn("ana");
    EXPECT_EQ(setQualityPolicy(*officer, policy("echo 57")).error().code, access::kNotAdmin);
    auto unnamed = policy("echo 57");
    unnamed.record.clear();
    EXPECT_EQ(setQualityPolicy(*admin, unnamed).error().code, base::kInvalidArgument);
    for (const int wrong : {0, 1, 2, 3}) {
        auto bad = policy("echo 57");
        auto& tool = bad.programs[0].tool;
        if (wrong == 0) tool.program = "measure.sh";
        if (wrong == 1) tool.arguments = {"-x"};
        if (wrong == 2) tool.algorithm.clear();
        if (wrong == 3) tool.timeLimit = std::chrono::hours(1);
        EXPECT_EQ(setQualityPolicy(*admin, bad).error().code, base::kInvalidArgument) << wrong;
    }
    const auto good = policy("echo 57");
    ASSERT_TRUE(setQualityPolicy(*admin, good));
    auto reader = officer->store().reader();
    EXPECT_EQ(qualityPolicyToJson(*qualityPolicyOf(*reader)), qualityPolicyToJson(good));
    EXPECT_TRUE(SampleQuality::of(*officer));
}

}  // namespace
}  // namespace cotejo::review
