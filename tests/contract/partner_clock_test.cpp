// Clocks of a request to a partner, and what comes at the wrong moment: the connector with a clock of its own, on the books of a real server, against the stand-in.
#include <gtest/gtest.h>

#include "app/server/errors.h"
#include "app/server/partner/connector.h"
#include "core/decide/errors.h"
#include "tests/contract/partner_world.h"
#include "tests/support/agency/agency.h"

namespace cotejo::test {
namespace {

using record::RequestStep;
using server::Brought;

/// Straight to the stand-in, without a connection between.
struct Line {
    agency::Agency* agency = nullptr;
    bool reachable = true;
    bool breaksOff = false;  ///< after the message was received
    int carried = 0;
};

class LineCarrier final : public server::Carrier {
  public:
    explicit LineCarrier(Line& line) : m_line(line) {}
    Result<std::optional<Brought>> send(const record::RequestId& id, ByteView envelope) override {
        if (!m_line.reachable) return fail(server::kPartnerUnreached, "nobody there");
        ++m_line.carried;
        auto served = m_line.agency->receive(id, envelope);
        if (m_line.breaksOff || served.status != 200) return fail(server::kPartnerFailed, "broke off");
        return std::optional(Brought{std::move(served.body), false});
    }
    Result<std::optional<Brought>> acknowledgement(const record::RequestId&) override { return std::optional<Brought>(); }
    Result<std::optional<Brought>> answer(const record::RequestId& id) override {
        if (!m_line.reachable) return fail(server::kPartnerUnreached, "nobody there");
        auto served = m_line.agency->answer(id);
        if (served.status == 204) return std::optional<Brought>();
        if (served.status != 200) return fail(server::kPartnerFailed, "status");
        return std::optional(Brought{std::move(served.body), false});
    }
    bool keeps() const override { return false; }

  private:
    Line& m_line;
};

struct PartnerClock : ::testing::Test {
    explicit PartnerClock(std::chrono::hours validFor = std::chrono::hours(1000))
        : world([validFor](auto& profile) { profile.validUntil = std::chrono::floor<std::chrono::seconds>(SystemClock().now() + validFor); }, "3600000") {}
    PartnerWorld world;
    CaseId id;
    record::RequestId request;
    ManualClock clock{SystemClock().now()};
    Line line;
    std::unique_ptr<server::SqliteServerStore> store;
    std::unique_ptr<server::PartnerKeys> keys;
    std::unique_ptr<agency::Agency> agency;
    std::unique_ptr<server::Connector> connector;

    void SetUp() override {
        id = world.open();
        const auto asked = world.ask(id);
        ASSERT_TRUE(asked) << asked.error().code << ": " << asked.error().detail;
        request = *asked;
        world.server.stop();
        world.agency.stop();
        const auto authority = server::Authority::open(world.server.folder());
        ASSERT_TRUE(authority);
        store = std::move(server::SqliteServerStore::open(world.server.folder(), authority->storeKey()).value());
        keys = std::make_unique<server::PartnerKeys>(std::move(server::PartnerKeys::open(world.server.folder()).value()));
        agency = std::move(agency::Agency::open(world.agency.folder(), {keys->signing().publicKey(), keys->box().publicKey()}).value());
        line.agency = agency.get();
        restart();
        clock.set(SystemClock().now());
    }
    /// As after the process ended.
    void restart() {
        connector = std::make_unique<server::Connector>(*store, *keys, [this](const partner::Profile&) -> Result<std::unique_ptr<server::Carrier>> {
            return std::make_unique<LineCarrier>(line);
        }, clock);
    }
    /// Time passes, in steps as the connector would look.
    void pass(std::chrono::minutes by) {
        for (auto left = by; left.count() >= 0; left -= std::chrono::minutes(4)) {
            while (true) {
                const auto done = connector->pass({});
                ASSERT_TRUE(done) << done.error().detail;
                if (*done == 0) break;
            }
            clock.advance(std::min<std::chrono::milliseconds>(std::chrono::minutes(4), left));
        }
    }
    std::vector<record::ReportRequest> news() {
        std::vector<record::ReportRequest> told;
        const auto page = store->newsAfter(0, 200, {DeviceId(), [](const PostId&) { return true; }}).value();
        for (const auto& each : page.lines) told.push_back(std::get<record::ReportRequest>(record::readAct("partner.report", each.report).value()));
        return told;
    }
    std::vector<RequestStep> steps() {
        std::vector<RequestStep> all;
        for (const auto& each : news()) all.push_back(each.step);
        return all;
    }
};

using Steps = std::vector<RequestStep>;

TEST_F(PartnerClock, NoAnswerIsAskedForOnceMoreAndThenSaidToBeNone) {
    world.agency.script({{"silent", true}});
    pass(std::chrono::minutes(230));
    EXPECT_EQ(steps(), (Steps{RequestStep::Sent, RequestStep::Acknowledged}));
    EXPECT_EQ(line.carried, 1);
    pass(std::chrono::minutes(20));
    EXPECT_EQ(steps(), (Steps{RequestStep::Sent, RequestStep::Acknowledged, RequestStep::SentAgain}));
    EXPECT_EQ(line.carried, 2);
    pass(std::chrono::minutes(200));
    EXPECT_EQ(steps().size(), 3u);
    pass(std::chrono::minutes(60));
    EXPECT_EQ(steps().back(), RequestStep::Unanswered);
    EXPECT_EQ(line.carried, 2) << "one sending and one more";
    // What comes now comes too late, once.
    world.agency.script(Json::object());
    pass(std::chrono::minutes(60));
    ASSERT_EQ(steps().size(), 5u);
    EXPECT_EQ(news().back().step, RequestStep::Quarantined);
    EXPECT_EQ(news().back().reason, partner::kAnswerLate);
    pass(std::chrono::minutes(600));
    EXPECT_EQ(steps().size(), 5u);
    EXPECT_TRUE(store->dueRequests(clock.now() + std::chrono::hours(1000), 10).value().empty()) << "nothing is left to do";
}

TEST_F(PartnerClock, WhoAsksForTimeIsGivenItAndAskedAgainAfterwards) {
    world.agency.script({{"reply", "need_time"}, {"until_minutes", 600}, {"after", 1'000'000}});
    pass(std::chrono::minutes(500));
    EXPECT_EQ(steps(), (Steps{RequestStep::Sent, RequestStep::Acknowledged, RequestStep::Answered}));
    EXPECT_EQ(news().back().reply, record::PartnerReply::NeedTime) << news().back().reason;
    EXPECT_EQ(line.carried, 1);
    world.agency.script({{"after", 1}, {"then", {{"reply", "candidates"}}}});
    pass(std::chrono::minutes(20));
    ASSERT_EQ(steps().back(), RequestStep::Answered);
    EXPECT_EQ(news().back().reply, record::PartnerReply::Candidates);
    EXPECT_EQ(news().back().candidates, 1);
}

TEST_F(PartnerClock, WhatCouldNotBeReachedIsNoDisclosureAndEndsWithItsTime) {
    line.reachable = false;
    pass(std::chrono::minutes(470));
    EXPECT_TRUE(news().empty());
    const auto kept = store->keptMessages(request).value();
    EXPECT_TRUE(kept.empty()) << "nothing says that it left";
    pass(std::chrono::minutes(30));
    ASSERT_EQ(steps(), (Steps{RequestStep::Stopped}));
    EXPECT_EQ(news().back().reason, decide::kRequestExpired);
}

struct ShortAgreement : PartnerClock {
    ShortAgreement() : PartnerClock(std::chrono::hours(2)) {}
};

TEST_F(ShortAgreement, OneThatRunsOutWhileTheRequestWaitsLetsNothingLeave) {
    line.reachable = false;
    pass(std::chrono::minutes(110));
    EXPECT_TRUE(news().empty());
    clock.advance(std::chrono::minutes(20));
    line.reachable = true;
    pass(std::chrono::minutes(10));
    ASSERT_EQ(steps(), (Steps{RequestStep::Stopped}));
    EXPECT_EQ(news().back().reason, partner::kNoTransferBasis);
    EXPECT_EQ(line.carried, 0);
}

TEST_F(ShortAgreement, NobodyIsAskedAfterItsEnd) {
    world.agency.script({{"silent", true}});
    pass(std::chrono::minutes(110));
    world.agency.script(Json::object());
    clock.advance(std::chrono::minutes(20));
    pass(std::chrono::minutes(500));
    EXPECT_EQ(steps(), (Steps{RequestStep::Sent, RequestStep::Acknowledged, RequestStep::Unanswered}));
    EXPECT_EQ(line.carried, 1);
}

TEST_F(PartnerClock, WhatMayHaveLeftCountsAsLeftAndIsSentAgainUnderItsId) {
    line.breaksOff = true;
    pass(std::chrono::minutes(0));
    EXPECT_EQ(steps(), (Steps{RequestStep::Sent}));
    restart();
    line.breaksOff = false;
    pass(std::chrono::minutes(10));
    EXPECT_EQ(steps(), (Steps{RequestStep::Sent, RequestStep::Acknowledged, RequestStep::Answered}));
    EXPECT_GE(line.carried, 2);
    const auto rows = store->outbox(10).value();
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows.front().sendings, 1);
}

TEST_F(PartnerClock, AProcessThatEndedWhileItLeftIsTakenToHaveSentIt) {
    // Exactly where a kill leaves it: on the disk before the first byte.
    auto rows = store->outbox(10).value();
    ASSERT_EQ(rows.size(), 1u);
    auto leaving = rows.front();
    leaving.state = server::OutboxState::Sending;
    leaving.sentAt = clock.now();
    ASSERT_TRUE(store->note({leaving, {}, {}}));
    pass(std::chrono::minutes(10));
    const auto told = steps();
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front(), RequestStep::Sent);
    EXPECT_EQ(std::ranges::count(told, RequestStep::Sent), 1);
}

TEST_F(PartnerClock, NewsAndAnswersComeToThoseWhoReceiveTheCase) {
    pass(std::chrono::minutes(10));
    ASSERT_EQ(steps().back(), RequestStep::Answered);
    const server::Reader stranger{DeviceId(), [](const PostId&) { return false; }};
    const auto page = store->newsAfter(0, 200, stranger).value();
    EXPECT_TRUE(page.lines.empty());
    EXPECT_EQ(page.next, 3u) << "they go on behind what is not theirs";
    EXPECT_FALSE(page.more);
    const auto message = news().back().message;
    EXPECT_FALSE(store->answer(message, stranger).value().has_value());
    const server::Reader own{DeviceId(), [](const PostId&) { return true; }};
    const auto bytes = store->answer(message, own).value();
    ASSERT_TRUE(bytes.has_value());
    EXPECT_EQ(sha256(*bytes), message);
    // Dense, in pages, each report once.
    std::uint64_t after = 0;
    std::vector<std::uint64_t> numbers;
    for (bool more = true; more;) {
        const auto next = store->newsAfter(after, 1, own).value();
        for (const auto& each : next.lines) numbers.push_back(each.number);
        after = next.next;
        more = next.more;
    }
    EXPECT_EQ(numbers, (std::vector<std::uint64_t>{1, 2, 3}));
    EXPECT_TRUE(store->isNews(id, record::bodyOf(news().back())).value());
    auto other = news().back();
    other.candidates = 2;
    EXPECT_FALSE(store->isNews(id, record::bodyOf(other)).value());
}

}  // namespace
}  // namespace cotejo::test
