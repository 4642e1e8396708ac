#include "core/imaging/quality_tool.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "core/base/file.h"

/// Row 21: an external program for quality, played by small scripts.
namespace cotejo::imaging::quality_tool_test {
namespace {

class QualityTools : public testing::Test {
  protected:
    void SetUp() override {
        m_folder = std::filesystem::path(testing::TempDir()) / ("quality_" + std::to_string(::getpid()) + "_" + testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    QualityTool tool(const std::string& script, int milliseconds = 5000) {
        const auto path = m_folder / "program.sh";
        std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
        ::chmod(path.c_str(), 0700);
        QualityTool result;
        result.program = path;
        result.arguments = {"-i", "{image}"};
        result.algorithm = "NFIQ 2";
        result.version = "2.2.0";
        result.timeLimit = std::chrono::milliseconds(milliseconds);
        return result;
    }
    QualityAnswer run(const QualityTool& tool, std::stop_token stop = {}) {
        const cv::Mat pixels(40, 30, CV_8UC1, cv::Scalar(90));
        return measureQuality(tool, pixels, {500, record::PpiSource::Header}, m_folder, stop);
    }
    bool leftNothing() const {
        for (const auto& each : std::filesystem::directory_iterator(m_folder))
            if (each.path().filename().string().starts_with("cotejo-quality")) return false;
        return true;
    }
    std::filesystem::path m_folder;
};

TEST_F(QualityTools, AScoreComesWithItsAlgorithmAndVersion) {
    // The picture is a PNG that this user alone can read.
    const auto answer = run(tool("[ \"$(head -c 4 \"$2\" | tail -c 3)\" = PNG ] && [ \"$(stat -c %a \"$2\")\" = 600 ] && echo 57"));
    ASSERT_EQ(answer.outcome, QualityOutcome::Scored) << answer.detail;
    EXPECT_EQ(*answer.quality, (record::Quality{57, "NFIQ 2", "2.2.0", "program.sh"}));
    EXPECT_TRUE(leftNothing());
}

TEST_F(QualityTools, WhatIsNoScoreIsNeverOne) {
    const std::pair<const char*, QualityOutcome> programs[] = {
        {"echo 255", QualityOutcome::Unscored},       {"echo -1", QualityOutcome::Unscored},        {"echo NA", QualityOutcome::Unscored},
        {"echo 101", QualityOutcome::NotUnderstood},  {"echo -3", QualityOutcome::NotUnderstood},   {"echo good", QualityOutcome::NotUnderstood},
        {":", QualityOutcome::NotUnderstood},         {"echo 57; exit 3", QualityOutcome::Failed},  {"echo 57; kill -9 $$", QualityOutcome::Failed},
        {"yes 1", QualityOutcome::TooMuchOutput},     {"echo nan", QualityOutcome::Unscored},       {"echo 57 58", QualityOutcome::NotUnderstood}};
    for (const auto& [script, outcome] : programs) {
        const auto answer = run(tool(script));
        EXPECT_EQ(answer.outcome, outcome) << script << ": " << answer.detail;
        EXPECT_FALSE(answer.quality) << script;
        EXPECT_TRUE(leftNothing()) << script;
    }
}

TEST_F(QualityTools, TimeIsBoundedAndNothingIsLeftRunning) {
    const auto pidFile = m_folder / "pid";
    const auto begun = std::chrono::steady_clock::now();
    const auto answer = run(tool("sleep 60 & echo $! > " + pidFile.string() + "; wait", 300));
    EXPECT_EQ(answer.outcome, QualityOutcome::TimedOut);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5));
    pid_t child = 0;
    std::ifstream(pidFile) >> child;
    ASSERT_GT(child, 0);
    for (int i = 0; i < 200 && ::kill(child, 0) == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    std::ifstream state("/proc/" + std::to_string(child) + "/stat");
    std::string number, name, letter;
    state >> number >> name >> letter;
    EXPECT_TRUE(letter.empty() || letter == "Z") << "the program's own child goes with it";
    // Output closed, program alive.
    EXPECT_EQ(run(tool("exec 1>&-; sleep 60", 300)).outcome, QualityOutcome::TimedOut);
    EXPECT_TRUE(leftNothing());
}

TEST_F(QualityTools, ProgramsThatAreNotThereAndStopsAreOutcomes) {
    QualityTool absent = tool("echo 1");
    absent.program = "/no/such/program";
    EXPECT_EQ(run(absent).outcome, QualityOutcome::NotStarted);
    absent.program = "program.sh";
    EXPECT_EQ(run(absent).outcome, QualityOutcome::NotStarted);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(run(tool("sleep 60"), stop.get_token()).outcome, QualityOutcome::Cancelled);
    const auto answer = run(tool("echo \"$HOME$USER$QUALITY_SECRET\" | grep -q . && echo 1 || echo 2"));
    EXPECT_EQ(answer.quality ? answer.quality->value : -1, 2) << "the environment stays here";
}

TEST_F(QualityTools, TablesOfBothProgramsAreUnderstood) {
    QualityTool asked;
    asked.program = "/x/ofiq";
    const std::tuple<const char*, QualityOutcome, int> outputs[] = {
        {"\"Filename\",\"FingerCode\",\"UnifiedQualityScore\",\"OptionalError\"\n\"a.png\",\"0\",\"43\",\"NA\"\n", QualityOutcome::Scored, 43},
        {"Filename,UnifiedQualityScore\r\na.png,255\r\n", QualityOutcome::Unscored, 0},
        {"Filename,UnifiedQualityScore\na.png\n", QualityOutcome::Unscored, 0},
        {"note: model loaded\nFilename;UnifiedQualityScore;BackgroundUniformity;UnifiedQualityScore.scalar\na.png;24.7;1.2;81.6;\n", QualityOutcome::Scored, 82},
        {"Filename;UnifiedQualityScore;UnifiedQualityScore.scalar\na.png;24.7;-1\n", QualityOutcome::Unscored, 0},
        {"a;b\n1;2\n", QualityOutcome::NotUnderstood, 0},
        {"88.4\n", QualityOutcome::Scored, 88}};
    for (const auto& [output, outcome, value] : outputs) {
        const auto answer = readQualityOutput(asked, output);
        EXPECT_EQ(answer.outcome, outcome) << output << answer.detail;
        EXPECT_EQ(answer.quality ? answer.quality->value : 0, value) << output;
    }
}

}  // namespace
}  // namespace cotejo::imaging::quality_tool_test
