// One pass against servers that lose answers, lie, or change under it.
#include <gtest/gtest.h>

#include "tests/unit/sync/fakes.h"

namespace cotejo::testing {
namespace {

/// Answers by path; the rest as an empty, honest server would.
class ScriptedServer final : public sync::Transport {
  public:
    std::map<std::string, std::function<sync::Reply(const sync::Request&)>> script;
    SigningKey key = SigningKey::random();
    Hash epoch = sha256("epoch");
    int requests = 0;

    Result<sync::Reply> send(const sync::Request& request) override {
        ++requests;
        const auto path = sync::readTarget(request.target)->path;
        if (const auto at = script.find(request.method + " " + path); at != script.end()) return at->second(request);
        if (path == "/v1/hello") return ok(sync::encode(sync::Hello{epoch, fromMillis(0), 1, 0, 0, "", 0, true, false}));
        if (path == "/v1/watchlist") {
            const auto since = static_cast<std::int64_t>(*sync::readTarget(request.target)->number("since"));
            return ok(sync::encode(sync::WatchlistDelta{since, since, since, {}, {}, {}}, key));
        }
        if (path == "/v1/receipts") return ok(sync::encode(sync::ReceiptsReply{epoch, {}, 0, false}));
        if (path == "/v1/partner/news") return ok(sync::encode(sync::PartnerNewsReply{}));
        if (path == "/v1/introductions") return sync::Reply{204, {}, {}};
        if (path == "/v1/devices") return ok(sync::encode(sync::DevicesReply{}));
        if (request.method == "GET") return ok(sync::encode(sync::PullReply{epoch, {}, 0, 0}));
        return sync::Reply{500, {}, {}};
    }
    Bytes receipt(const Hash& event, std::uint64_t gseq) const {
        record::PlaceReceipt place{event, epoch, gseq, 0, {}, {}};
        record::sign(place, key);
        return record::encodeReceipt(place);
    }
    static sync::Reply ok(Bytes body) { return {200, {}, std::move(body)}; }
};

record::Event someEvent(std::uint64_t seq = 1) {
    record::Event event;
    event.chain = ChainId::random();
    event.seq = seq;
    event.type = "note.add";
    return event;
}

struct Passing : ::testing::Test {
    ScriptedServer server;
    MemoryReplica replica;
    ManualClock clock{fromMillis(0)};

    Result<sync::SyncReport> pass() {
        return sync::SyncPass(server, replica, clock, {server.key.publicKey(), server.key.publicKey()}).run({});
    }
    void expectProtocolError() {
        const auto result = pass();
        ASSERT_FALSE(result);
        EXPECT_TRUE(result.error().is(sync::kProtocol)) << result.error().code << ": " << result.error().detail;
    }
};

TEST_F(Passing, AnEventWithoutAnAnswerStaysUnsent) {
    const auto event = someEvent();
    replica.append(event);
    bool lost = true;
    int stored = 0;
    const auto inner = [&](const sync::Request&) -> sync::Reply {
        ++stored;
        const auto status = stored == 1 ? sync::PushStatus::Ok : sync::PushStatus::Dup;
        return ScriptedServer::ok(sync::encode(sync::PushReply{server.epoch, {{status, 1, 0, "", server.receipt(record::hashOf(event), 1)}}}));
    };
    struct Losing final : sync::Transport {
        sync::Transport& to;
        bool& lost;
        Losing(sync::Transport& inside, bool& flag) : to(inside), lost(flag) {}
        Result<sync::Reply> send(const sync::Request& request) override {
            auto reply = to.send(request);
            if (request.method == "POST" && lost) return fail(sync::kOffline, "the answer is lost", {{"why", "closed"}});
            return reply;
        }
    } link(server, lost);
    server.script["POST /v1/events"] = inner;
    sync::SyncPass first(link, replica, clock, {server.key.publicKey(), server.key.publicKey()});
    EXPECT_FALSE(first.run({}));
    EXPECT_EQ(stored, 1);
    EXPECT_EQ(replica.unsentCount(), 1u) << "confirmed before the server's answer was here";
    EXPECT_EQ(first.report().sent, 0u);
    lost = false;
    sync::SyncPass second(link, replica, clock, {server.key.publicKey(), server.key.publicKey()});
    const auto report = second.run({});
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->sent, 1u);
    EXPECT_EQ(report->receipted, 1u);
    EXPECT_EQ(report->repeated, 1u);
    EXPECT_EQ(replica.unsentCount(), 0u);
}

TEST_F(Passing, AForkedChainIsReportedAndTheOthersGoOn) {
    auto first = someEvent();
    auto other = someEvent();
    replica.append(first);
    replica.append(other);
    server.script["POST /v1/events"] = [&](const sync::Request& request) {
        const auto push = sync::readPushRequest(request.body);
        std::vector<sync::PushResult> results;
        for (const auto& envelope : push->events) {
            const bool forked = record::decodeEvent(envelope)->chain == first.chain;
            results.push_back(forked ? sync::PushResult{sync::PushStatus::Fork, 0, 0, ""} : sync::PushResult{sync::PushStatus::Ok, 1, 0, "", server.receipt(record::hashOf(other), 1)});
        }
        return ScriptedServer::ok(sync::encode(sync::PushReply{server.epoch, results}));
    };
    const auto report = pass();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->sent, 2u);
    EXPECT_EQ(report->receipted, 1u);
    ASSERT_EQ(report->refused.size(), 1u);
    EXPECT_EQ(report->refused[0].reason, "fork");
    EXPECT_EQ(report->refused[0].hash, record::hashOf(first));
}

TEST_F(Passing, AHoleInTheServersOrderIsRefused) {
    const auto event = someEvent();
    server.script["GET /v1/events"] = [&](const sync::Request&) {
        return ScriptedServer::ok(sync::encode(sync::PullReply{server.epoch, {{2, record::encodeEvent(event), "", server.receipt(record::hashOf(event), 2)}}, 2, 2}));
    };
    expectProtocolError();
    EXPECT_EQ(replica.contents.position.cursor, 0u);
    EXPECT_TRUE(replica.contents.lines.empty());
}

TEST_F(Passing, ACursorAheadOfItsEventsIsRefused) {
    const auto event = someEvent();
    server.script["GET /v1/events"] = [&](const sync::Request&) {
        return ScriptedServer::ok(sync::encode(sync::PullReply{server.epoch, {{1, record::encodeEvent(event), "", server.receipt(record::hashOf(event), 1)}}, 5, 9}));
    };
    expectProtocolError();
    EXPECT_EQ(replica.contents.position.cursor, 0u);
}

TEST_F(Passing, APageOfAnotherEpochIsRefused) {
    server.script["GET /v1/events"] = [&](const sync::Request&) {
        return ScriptedServer::ok(sync::encode(sync::PullReply{sha256("another"), {}, 0, 0}));
    };
    expectProtocolError();
}

TEST_F(Passing, APlaceWithoutItsSignedReceiptIsRefused) {
    const auto event = someEvent(), other = someEvent();
    const auto stranger = SigningKey::random();
    record::PlaceReceipt forged{record::hashOf(event), server.epoch, 1, 0, {}, {}};
    record::sign(forged, stranger);
    const auto elsewhere = [&](Hash epoch, std::uint64_t gseq) {
        record::PlaceReceipt place{record::hashOf(event), epoch, gseq, 0, {}, {}};
        record::sign(place, server.key);
        return record::encodeReceipt(place);
    };
    replica.append(event);
    for (const auto& receipt : {Bytes(), Bytes{1, 2}, record::encodeReceipt(forged), server.receipt(record::hashOf(other), 1), elsewhere(sha256("x"), 1),
                                elsewhere(server.epoch, 2)}) {
        server.script["POST /v1/events"] = [&](const sync::Request&) {
            return ScriptedServer::ok(sync::encode(sync::PushReply{server.epoch, {{sync::PushStatus::Ok, 1, 0, "", receipt}}}));
        };
        expectProtocolError();
        EXPECT_EQ(replica.unsentCount(), 1u);
    }
    replica.contents = {};
    server.script.erase("POST /v1/events");
    for (const auto& receipt : {Bytes(), record::encodeReceipt(forged), server.receipt(record::hashOf(other), 1)}) {
        server.script["GET /v1/events"] = [&](const sync::Request&) {
            return ScriptedServer::ok(sync::encode(sync::PullReply{server.epoch, {{1, record::encodeEvent(event), "", receipt}}, 1, 1}));
        };
        expectProtocolError();
        EXPECT_TRUE(replica.contents.lines.empty());
    }
}

TEST_F(Passing, ADeviceThatIsNotAdmittedIntroducesItselfAndExchangesNothing) {
    replica.append(someEvent());
    server.script["GET /v1/hello"] = [&](const sync::Request&) {
        return ScriptedServer::ok(sync::encode(sync::Hello{server.epoch, fromMillis(0), 1, 0, 0, "", 3, false, false}));
    };
    int introduced = 0;
    server.script["POST /v1/introductions"] = [&](const sync::Request&) { return ++introduced, sync::Reply{204, {}, {}}; };
    const auto report = pass();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_TRUE(report->waitsForAdmission);
    EXPECT_EQ(introduced, 1);
    EXPECT_EQ(server.requests, 2);
    EXPECT_EQ(replica.unsentCount(), 1u);
}

TEST_F(Passing, AWithdrawnDeviceHandsOverWhatItHoldsAndGetsNothing) {
    const auto event = someEvent();
    replica.append(event);
    server.script["GET /v1/hello"] = [&](const sync::Request&) {
        return ScriptedServer::ok(sync::encode(sync::Hello{server.epoch, fromMillis(0), 1, 0, 0, "", 0, false, true}));
    };
    server.script["POST /v1/events"] = [&](const sync::Request&) {
        return ScriptedServer::ok(sync::encode(sync::PushReply{server.epoch, {{sync::PushStatus::Quarantined, 1, 0, "revoked_device", server.receipt(record::hashOf(event), 1)}}}));
    };
    const auto result = pass();
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(sync::kRevoked));
    EXPECT_EQ(replica.unsentCount(), 0u);
    EXPECT_EQ(server.requests, 2);
}

TEST_F(Passing, MissingAnswersAreRefused) {
    replica.append(someEvent());
    server.script["POST /v1/events"] = [&](const sync::Request&) {
        return ScriptedServer::ok(sync::encode(sync::PushReply{server.epoch, {}}));
    };
    expectProtocolError();
    EXPECT_EQ(replica.unsentCount(), 1u);
}

TEST_F(Passing, AnEpochThatChangesForEverEnds) {
    int count = 0;
    server.script["GET /v1/events"] = [&](const sync::Request&) {
        return sync::Reply{409, {}, sync::encode(sync::Refusal{"epoch_changed", "", sha256(std::to_string(++count))})};
    };
    const auto result = pass();
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(sync::kEpoch));
    EXPECT_LT(server.requests, 30);
}

TEST_F(Passing, AServerThatAlwaysSaysGapEnds) {
    replica.append(someEvent(1));
    int turn = 0;
    server.script["POST /v1/events"] = [&](const sync::Request& request) {
        std::vector<sync::PushResult> results(sync::readPushRequest(request.body)->events.size(),
                                              {sync::PushStatus::Gap, 0, static_cast<std::uint64_t>(5 + turn++), ""});
        return ScriptedServer::ok(sync::encode(sync::PushReply{server.epoch, results}));
    };
    const auto report = pass();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->refused.size(), 1u);
    EXPECT_LT(server.requests, 100);
}

TEST_F(Passing, NewsOfRequestsAreWholeOrNotTakenOver) {
    record::ReportRequest answered;
    answered.request = record::RequestId::random();
    answered.step = record::RequestStep::Answered;
    answered.message = sha256("the answer");
    const auto told = [&](const sync::PartnerNewsReply& news, const std::string& message) {
        server.script["GET /v1/partner/news"] = [&](const auto&) { return ScriptedServer::ok(sync::encode(news)); };
        server.script["GET /v1/partner/messages/" + answered.message.text()] = [&](const auto&) { return ScriptedServer::ok(bytesOf(message)); };
        const auto report = pass();
        return report ? std::string() : report.error().code;
    };
    const auto line = [&](const Bytes& body) { return sync::PartnerNewsReply{{{1, CaseId::random(), body}}, 1, false}; };
    EXPECT_EQ(told(line(record::bodyOf(answered)), "the answer"), "");
    EXPECT_EQ(told(line(record::bodyOf(answered)), "another answer"), sync::kProtocol);
    EXPECT_EQ(told(line(bytesOf(std::string("{}"))), "the answer"), sync::kProtocol);
    EXPECT_EQ(told({{}, 0, true}, ""), sync::kProtocol) << "it says that there is more and does not go on";
}

TEST_F(Passing, AnOlderWatchlistIsNotFollowed) {
    replica.watchlist = 7;
    server.script["GET /v1/watchlist"] = [&](const sync::Request&) {
        return ScriptedServer::ok(sync::encode(sync::WatchlistDelta{7, 7, 4, fromMillis(9), {}, {}}, server.key));
    };
    const auto report = pass();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_TRUE(report->watchlistOlder);
    EXPECT_EQ(replica.deltas, 0);
}

TEST_F(Passing, AWatchlistOfAnotherKeyStopsThePass) {
    const auto stranger = SigningKey::random();
    server.script["GET /v1/watchlist"] = [&](const sync::Request&) {
        return ScriptedServer::ok(sync::encode(sync::WatchlistDelta{0, 0, 0, {}, {}, {}}, stranger));
    };
    const auto result = pass();
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(sync::kWatchlist));
}

TEST_F(Passing, ARevokedDeviceIsTold) {
    server.script["GET /v1/hello"] = [&](const sync::Request&) {
        return sync::Reply{403, {}, sync::encode(sync::Refusal{"revoked", "withdrawn", {}})};
    };
    const auto result = pass();
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(sync::kRevoked));
}

TEST_F(Passing, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    const auto result = sync::SyncPass(server, replica, clock, {server.key.publicKey(), server.key.publicKey()}).run(stop.get_token());
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(base::kCancelled));
    EXPECT_EQ(server.requests, 0);
}

}  // namespace
}  // namespace cotejo::testing
