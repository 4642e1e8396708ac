#include "core/decide/policy.h"

#include <gtest/gtest.h>

#include "core/access/errors.h"
#include "core/base/errors.h"
#include "tests/support/test_post.h"

namespace cotejo::decide {
namespace {

using namespace std::chrono_literals;

struct Settled : ::testing::Test {
    test::TestPost post;
    std::unique_ptr<access::Desk> admin = std::move(*post.signIn());

    std::string settle(const Policy& policy) {
        const auto done = setPolicy(*admin, policy);
        return done ? "" : done.error().code;
    }
    Policy policy() {
        auto reader = admin->store().reader();
        return *policyOf(*reader);
    }
};

TEST_F(Settled, NobodySettledMeansTheDefaultsAndNoMaximum) {
    const auto usual = policy();
    EXPECT_EQ(usual.lease, 30min);
    EXPECT_EQ(usual.approval, 72h);
    EXPECT_EQ(usual.confirmUrgent, 10min);
    EXPECT_EQ(usual.confirmRoutine, 60min);
    EXPECT_FALSE(usual.maximumHold);
    EXPECT_TRUE(usual.record.empty());
}

TEST_F(Settled, EveryNumberHasItsBoundsAndComesBack) {
    Policy good;
    good.record = "resolution 7";
    struct Bound {
        std::chrono::milliseconds Policy::*member;
        std::chrono::milliseconds least, most;
    };
    for (const auto& bound : {Bound{&Policy::lease, 5min, 8h}, {&Policy::approval, 1h, 168h}, {&Policy::confirmUrgent, 1min, 24h},
                              {&Policy::confirmRoutine, 1min, 72h}, {&Policy::remittal, 1h, 720h}}) {
        for (const auto value : {bound.least, bound.most}) {
            auto each = good;
            each.*bound.member = value;
            EXPECT_EQ(settle(each), "");
            EXPECT_EQ(policy().*bound.member, value);
        }
        for (const auto value : {bound.least - 1ms, bound.most + 1ms}) {
            auto each = good;
            each.*bound.member = value;
            EXPECT_EQ(settle(each), base::kInvalidArgument);
        }
    }
    for (const auto value : {std::chrono::milliseconds(1h), std::chrono::milliseconds(72h)}) {
        good.maximumHold = value;
        EXPECT_EQ(settle(good), "");
        EXPECT_EQ(policy().maximumHold, value);
        EXPECT_EQ(policy().record, "resolution 7");
    }
    for (const auto value : {0ms, -1ms, std::chrono::milliseconds(1h) - 1ms, std::chrono::milliseconds(72h) + 1ms}) {
        good.maximumHold = value;
        EXPECT_EQ(settle(good), base::kInvalidArgument);
    }
}

TEST_F(Settled, AMaximumKnowsSinceWhenAndByWhom) {
    Policy asked;
    asked.record = "resolution 7";
    asked.maximumHold = 2h;
    asked.holdSince = UtcTime::min();  // nobody's word counts
    asked.holdBy = OfficerId::random();
    EXPECT_EQ(settle(asked), "");
    const auto first = policy();
    EXPECT_EQ(first.holdBy, admin->officer().id);
    EXPECT_EQ(first.holdSince, admin->clock().now());
    post.clock.advance(1h);
    asked.lease = 10min;
    EXPECT_EQ(settle(asked), "");
    EXPECT_EQ(policy().holdSince, first.holdSince) << "the maximum is the same";
    asked.maximumHold = 1h;
    EXPECT_EQ(settle(asked), "");
    EXPECT_EQ(policy().holdSince, first.holdSince + 1h);
}

TEST_F(Settled, OnlyAnAdministratorAndOnlyOnADecision) {
    Policy policy;
    EXPECT_EQ(settle(policy), base::kInvalidArgument);
    policy.record = " \t";
    EXPECT_EQ(settle(policy), base::kInvalidArgument);
    policy.record = "resolution 7";
    post.add("supervisor", {{record::Role::Supervisor}});
    auto supervisor = std::move(*post.signIn("supervisor"));
    const auto refused = setPolicy(*supervisor, policy);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, access::kNotAdmin);
    EXPECT_EQ(settle(policy), "");
    const auto events = admin->store().write([&](store::Transaction& tx) -> Result<std::int64_t> {
        COTEJO_TRY_ASSIGN(const auto count, tx.db().integer("SELECT count(*) FROM event WHERE type='admin.policy' AND role='admin'"));
        return count.value_or(0);
    });
    EXPECT_EQ(*events, 1);
}

}  // namespace
}  // namespace cotejo::decide
