#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/support/paths.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/bridge/worker.h"

namespace cotejo::bridge {
namespace {

std::vector<std::string> codesOfCore() {
    std::vector<std::string> codes;
    const std::regex code(R"re("(E_[A-Z0-9_]+)")re");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(COTEJO_SOURCE_DIR) + "/core")) {
        if (entry.path().filename() != "errors.h") continue;
        std::stringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const std::string body = text.str();
        for (std::sregex_iterator at(body.begin(), body.end(), code), end; at != end; ++at) codes.push_back((*at)[1]);
    }
    return codes;
}

TEST(ErrorText, EveryCodeOfCoreHasItsSentences) {
    const auto codes = codesOfCore();
    ASSERT_GT(codes.size(), 10u);
    for (const auto& code : codes) {
        EXPECT_TRUE(hasErrorText(code)) << code;
        const ErrorText text = errorText(Error{code, {}, {}});
        EXPECT_FALSE(text.title.isEmpty()) << code;
        EXPECT_FALSE(text.remedy.isEmpty()) << code << " is a dead end";
        EXPECT_EQ(text.code.toStdString(), code);
    }
}

TEST(ErrorText, AnUnknownCodeIsShownAsInternalWithItsCode) {
    EXPECT_FALSE(hasErrorText("E_NEVER_HEARD_OF"));
    EXPECT_EQ(errorText(Error{"E_NEVER_HEARD_OF", {}, {}}).title, errorText(Error{"E_INTERNAL", {}, {}}).title);
    EXPECT_EQ(errorText(Error{"E_NEVER_HEARD_OF", {}, {}}).code, QStringLiteral("E_NEVER_HEARD_OF"));
}

TEST(Text, EveryEnumeratorHasAWord) {
    const auto check = [](const auto& codes) {
        for (const auto& [value, code] : codes) EXPECT_NE(text(value), QStringLiteral("—")) << code;
    };
    check(record::codes<record::CaseState>);
    check(record::codes<record::Priority>);
    check(record::codes<record::ReferralReason>);
    check(record::codes<record::DeadlineKind>);
    check(record::codes<record::ExaminerConclusion>);
    check(record::codes<record::Outcome>);
    check(record::codes<record::Disposition>);
    check(record::codes<record::EvidenceGrade>);
    check(record::codes<record::EntryStatus>);
    check(record::codes<record::FingerPosition>);
    check(record::codes<record::Role>);
}

TEST(Text, ThreeHoldsLookAlikeToThoseWhoMayNotKnow) {
    using record::HoldKind;
    const auto neutral = neutralHoldLook();
    for (const auto kind : {HoldKind::Protection, HoldKind::Medical, HoldKind::LegalRetention}) {
        EXPECT_EQ(look(kind, false), neutral);
        EXPECT_NE(look(kind, true), neutral);
    }
    EXPECT_EQ(look(HoldKind::Protection, true).tone, widgets::Tone::Protect);
    for (const auto& [kind, code] : record::codes<HoldKind>)
        EXPECT_EQ(look(kind, true).tone == widgets::Tone::Protect, kind == HoldKind::Protection) << code;
}

TEST(Text, ClocksAndUrgency) {
    using namespace std::chrono_literals;
    EXPECT_EQ(remainingText(6min + 48s), QStringLiteral("06:48"));
    EXPECT_EQ(remainingText(65min), QStringLiteral("1 h 05"));
    EXPECT_EQ(remainingText(51h), QStringLiteral("2 d 03 h"));
    EXPECT_EQ(remainingText(-90s), QStringLiteral("−01:30"));
    EXPECT_EQ(urgency(9min), widgets::Tone::Bad);
    EXPECT_EQ(urgency(10min), widgets::Tone::Warn);
    EXPECT_EQ(urgency(60min), widgets::Tone::Neutral);
    EXPECT_EQ(dateText("1974-08-12"), QStringLiteral("12 Aug 1974"));
    EXPECT_EQ(dateText("1974-00-00"), QStringLiteral("1974"));
    EXPECT_EQ(dateText(std::string_view()), QString());
}

TEST(Worker, DeliversOnTheMainThreadAndDropsAnswersForTheDead) {
    Worker worker;
    QObject receiver;
    int delivered = 0;
    bool wasMain = false, ranElsewhere = false;
    worker.run(
        &receiver, [](std::stop_token) { return QThread::currentThread(); },
        [&](QThread* thread) {
            wasMain = QThread::currentThread() == qApp->thread();
            ranElsewhere = thread != qApp->thread();
            ++delivered;
        });
    ASSERT_TRUE(QTest::qWaitFor([&] { return delivered == 1; }));
    EXPECT_TRUE(wasMain && ranElsewhere);

    std::atomic<bool> release = false, done = false;
    auto* mortal = new QObject;
    worker.run(
        mortal,
        [&](std::stop_token) {
            while (!release) QThread::msleep(1);
            done = true;
            return 1;
        },
        [&](int) { ++delivered; });
    delete mortal;
    release = true;
    ASSERT_TRUE(QTest::qWaitFor([&] { return done.load(); }));
    QCoreApplication::processEvents();
    EXPECT_EQ(delivered, 1);
}

TEST(Request, OnlyTheNewestAnswerArrivesAndTheOlderOneIsAskedToStop) {
    Worker worker;
    QObject page;
    auto* request = new Request(worker, &page);
    std::atomic<bool> sawStop = false;
    QList<int> answers;
    request->ask(
        [&](std::stop_token stop) {
            while (!stop.stop_requested()) QThread::msleep(1);
            sawStop = true;
            return 1;
        },
        [&](int value) { answers << value; });
    request->ask([](std::stop_token) { return 2; }, [&](int value) { answers << value; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return !answers.isEmpty() && sawStop; }));
    QCoreApplication::processEvents();
    EXPECT_EQ(answers, QList<int>{2});
    EXPECT_FALSE(request->isRunning());
}

TEST(Worker, MoveOnlyAnswersTravel) {
    Worker worker;
    QObject receiver;
    int got = 0;
    worker.run(
        &receiver, [](std::stop_token) { return std::make_unique<int>(7); }, [&](std::unique_ptr<int> value) { got = *value; });
    EXPECT_TRUE(QTest::qWaitFor([&] { return got == 7; }));
}

}  // namespace
}  // namespace cotejo::bridge
