#include "core/access/known_clock.h"

#include <gtest/gtest.h>

#include "core/decide/case_service.h"
#include "core/store/sync_state.h"
#include "tests/support/test_post.h"

namespace cotejo::access {
namespace {

using namespace std::chrono_literals;

const UtcTime kNow = fromMillis(1'790'000'000'000);

TEST(KnownClock, DoesNotRunBackwardsWhoeverSetsTheDevices) {
    ManualClock device(kNow);
    const KnownClock known(device, {kNow, device.elapsed(), false, false});
    device.advance(10min);
    EXPECT_EQ(known.now(), kNow + 10min);
    device.tamper(kNow - 1h);
    EXPECT_EQ(known.now(), kNow + 10min) << "set back an hour: the post does not believe it";
    EXPECT_TRUE(known.deviceIsWrong());
    EXPECT_EQ(known.deviceAheadBy(), -70min);
    device.advance(5min);
    EXPECT_EQ(known.now(), kNow + 15min) << "and time goes on";
}

TEST(KnownClock, AServersWordStandsBothWays) {
    ManualClock device(kNow + 24h * 3650);
    KnownClock known(device, {kNow, device.elapsed(), true, false});
    EXPECT_EQ(known.now(), kNow + KnownClock::kLease) << "one jump ahead does not lock the post for ten years";
    known.met(kNow + 1h);
    EXPECT_EQ(known.now(), kNow + 1h);
    device.advance(2h);
    EXPECT_EQ(known.now(), kNow + 3h);
    device.tamper(kNow - 24h);
    EXPECT_EQ(known.now(), kNow + 3h);
}

TEST(KnownClock, TheJournalCarriesItOverARestart) {
    test::TestPost post;
    {
        auto desk = post.signIn();
        post.clock.advance(3h);
        ASSERT_TRUE((*desk)->signOut());
    }
    const auto last = post.clock.now();
    post.clock.restart("second");
    post.clock.tamper(last - 1h);
    auto desk = post.signIn();
    ASSERT_TRUE(desk);
    EXPECT_GE((*desk)->clock().now(), last);
}

TEST(KnownClock, AClockSetBackBringsNoContactBack) {
    test::TestPost post;
    auto desk = std::move(*post.signIn());
    const auto contact = [&] {
        return desk->store().write([&](store::Transaction& tx) -> Status {
            store::SyncState state(tx);
            COTEJO_TRY(state.set(store::SyncState::kEpoch, Hash{}.bytes()));
            COTEJO_TRY(state.set(store::SyncState::kPassElapsed, static_cast<std::int64_t>(post.clock.elapsed().count())));
            return state.set(store::SyncState::kPassBoot, std::string_view(post.clock.boot()));
        });
    };
    const auto online = [&] {
        auto reader = desk->store().reader();
        return decide::isOnline(*reader, desk->clock()).value();
    };
    EXPECT_TRUE(online()) << "a post of its own is its own centre";
    ASSERT_TRUE(contact());
    EXPECT_TRUE(online());
    post.clock.advance(6min);
    EXPECT_FALSE(online());
    post.clock.tamper(post.clock.now() - 1h);
    EXPECT_FALSE(online());
    ASSERT_TRUE(contact());
    EXPECT_TRUE(online());
    post.clock.restart("second");
    EXPECT_FALSE(online()) << "another start of the machine has met nobody";
}

}  // namespace
}  // namespace cotejo::access
