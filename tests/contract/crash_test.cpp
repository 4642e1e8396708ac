// kill -9 of a client in the middle of deciding and syncing. Survives in the page cache: this is not a power cut.
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "tests/contract/post.h"
#include "tests/support/paths.h"

namespace cotejo::test {
namespace {

TEST(Crash, KilledClientsLoseNothingTheyAcknowledged) {
    const int rounds = crashRounds(30);
    ServerProcess server;
    Post north("North");
    ASSERT_TRUE(north.enrol(server));
    north.desk.reset();
    std::set<std::string> acknowledged;
    std::mt19937 random(20261123);
    for (int round = 0; round < rounds; ++round) {
        Child client({std::string(COTEJO_BIN_DIR) + "/crash_client", north.folder().string()});
        acknowledged.insert(client.line());  // the first act is there: signed in
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 300));
        client.kill();
        for (auto line = client.line(); !line.empty(); line = client.line()) acknowledged.insert(line);
    }
    acknowledged.erase("");
    ASSERT_GE(acknowledged.size(), static_cast<std::size_t>(rounds)) << "a client ended by itself; see above";

    north.signIn();
    const auto here = north.hashes();
    std::size_t lost = 0;
    for (const auto& act : acknowledged) lost += !here.contains(*Hash::fromText(act));
    EXPECT_EQ(lost, 0u) << "acknowledged acts missing on the post";
    const auto verified = journal::verify(north.desk->store());
    ASSERT_TRUE(verified);
    EXPECT_TRUE(verified->intact()) << verified->firstBad->why;
    EXPECT_TRUE(north.desk->store().checkIntegrity());

    const auto last = north.sync();
    ASSERT_TRUE(last) << last.error().detail;
    EXPECT_EQ(north.unsent(), 0);
    Post south("South");
    ASSERT_TRUE(south.enrol(server));
    const auto report = south.sync();
    ASSERT_TRUE(report) << report.error().detail;
    const auto there = south.hashes();
    std::size_t missing = 0;
    for (const auto& act : acknowledged) missing += !there.contains(*Hash::fromText(act));
    EXPECT_EQ(missing, 0u) << "acknowledged acts missing at the other post";
    EXPECT_EQ(report->head, there.size()) << "an act stands twice in the server's order";
    EXPECT_EQ(report->quarantined, 0u);
    EXPECT_EQ(report->blobsWaiting, 0u) << "an image did not arrive";
    EXPECT_TRUE(journal::verify(south.desk->store()).value().intact());
    std::cout << rounds << " kills, " << acknowledged.size() << " acknowledged acts, " << lost + missing << " lost, "
              << report->head - there.size() << " duplicated\n";
}

}  // namespace
}  // namespace cotejo::test
