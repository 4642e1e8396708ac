#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <random>
#include <set>
#include <thread>

#include "core/journal/verify.h"
#include "core/store/case_table.h"
#include "core/store/event_table.h"
#include "tests/support/sample_case.h"
#include "tests/support/test_post.h"

namespace cotejo::journal {
namespace {

using test::TestPost;

/// Appends and updates a case until it is killed; the hash of each act goes into the pipe once it is said to be on the disk.
[[noreturn]] void writeUntilKilled(TestPost& post, int pipe) {
    auto desk = post.signIn();
    if (!desk) _exit(3);
    for (int i = 0;; ++i) {
        const auto done = (*desk)->store().write([&](store::Transaction& tx) -> Result<Hash> {
            auto view = test::sampleCase(i % 50);
            COTEJO_TRY_ASSIGN(const auto event, (*desk)->journal().append(tx, Draft::of(record::AddNote{"note"}, view.id, {}, "officer")));
            view.heads = {record::hashOf(event)};
            COTEJO_TRY(store::CaseTable(tx).put(view));
            return view.heads[0];
        });
        if (!done) _exit(4);
        if (write(pipe, done->bytes().data(), Hash::size) != static_cast<ssize_t>(Hash::size)) _exit(5);
    }
}

/// COTEJO_CRASH_ROUNDS=1000 for a long run.
TEST(Crash, KilledAtAnyMomentNothingAcknowledgedIsLost) {
    const char* wanted = std::getenv("COTEJO_CRASH_ROUNDS");
    const int rounds = wanted ? std::atoi(wanted) : 30;
    TestPost post;
    std::mt19937 random(20261116);
    std::set<Hash> acknowledged;
    for (int round = 0; round < rounds; ++round) {
        std::array<int, 2> pipe{};
        ASSERT_EQ(::pipe(pipe.data()), 0);
        const pid_t child = fork();
        if (child == 0) {
            close(pipe[0]);
            writeUntilKilled(post, pipe[1]);
        }
        close(pipe[1]);
        std::array<std::uint8_t, Hash::size> hash{};
        // From the first acknowledged act on, so that every round has some.
        ASSERT_EQ(read(pipe[0], hash.data(), hash.size()), static_cast<ssize_t>(hash.size()));
        acknowledged.insert(Hash(hash));
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
        kill(child, SIGKILL);
        while (read(pipe[0], hash.data(), hash.size()) == static_cast<ssize_t>(hash.size())) acknowledged.insert(Hash(hash));
        close(pipe[0]);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the writer stopped by itself: " << WEXITSTATUS(status);
        if (round % 10 != 9 && round != rounds - 1) continue;

        auto desk = post.signIn();
        ASSERT_TRUE(desk) << desk.error().detail;
        const auto report = verify((*desk)->store());
        ASSERT_TRUE(report && report->intact()) << report->firstBad->code << report->firstBad->why;
        ASSERT_TRUE((*desk)->store().checkIntegrity());
        auto reader = (*desk)->store().reader();
        for (const auto& each : acknowledged) ASSERT_TRUE(store::EventTable(*reader).has(each).value_or(false)) << each.text();
        // The projection of every case names that case's last act: both were written, or neither.
        for (int i = 0; i < 50; ++i) {
            const auto view = store::CaseTable(*reader).find(test::sampleCase(i).id);
            ASSERT_TRUE(view);
            const auto events = store::EventTable(*reader).ofCase(test::sampleCase(i).id);
            ASSERT_EQ(view->has_value(), !events->empty());
            if (view->has_value()) {
                ASSERT_EQ((*view)->heads.at(0), record::hashOf(events->back()));
            }
        }
    }
    EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(rounds));
    std::printf("%d kills, %zu acknowledged acts, none lost\n", rounds, acknowledged.size());
}

}  // namespace
}  // namespace cotejo::journal
