#include "core/sync/protocol.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/sync/backoff.h"
#include "core/sync/certificate.h"
#include "core/sync/errors.h"
#include "core/sync/gzip.h"

namespace cotejo::sync {
namespace {

Hash hashOf(std::uint8_t value) {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(value);
    return Hash(bytes);
}

template <class Message, class Reader>
void expectEveryCutRefused(const Message& message, Reader read) {
    const auto whole = encode(message);
    ASSERT_TRUE(read(whole));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto cut = read(ByteView(whole).first(length));
        ASSERT_FALSE(cut) << "accepted when cut at " << length;
        EXPECT_TRUE(cut.error().is(kProtocol));
    }
}

TEST(Protocol, MessagesComeBackAsTheyWere) {
    const PushReply pushed{hashOf(1), {{PushStatus::Ok, 7, 0, ""}, {PushStatus::Gap, 0, 3, ""}, {PushStatus::Quarantined, 8, 0, "revoked_device"},
                                       {PushStatus::Rejected, 0, 0, "bad_signature"}, {PushStatus::Fork, 0, 0, ""}}};
    const auto again = readPushReply(encode(pushed));
    ASSERT_TRUE(again);
    ASSERT_EQ(again->results.size(), 5u);
    EXPECT_EQ(again->results[0].gseq, 7u);
    EXPECT_EQ(again->results[1].have, 3u);
    EXPECT_EQ(again->results[2].reason, "revoked_device");
    EXPECT_EQ(again->results[4].status, PushStatus::Fork);

    const PullReply pulled{hashOf(2), {{5, Bytes{1, 2, 0, 255}, "revoked_device"}}, 5, 9};
    const auto page = readPullReply(encode(pulled));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->events.at(0).envelope, (Bytes{1, 2, 0, 255}));
    EXPECT_EQ(page->next, 5u);
    EXPECT_EQ(page->head, 9u);

    const auto tips = readTipsReply(encode(TipsReply{hashOf(3), {{ChainId::random(), 4, hashOf(9)}}, ChainId::random()}));
    ASSERT_TRUE(tips && tips->next);
    EXPECT_EQ(tips->tips.at(0).seq, 4u);
}

TEST(Protocol, EveryCutMessageIsRefused) {
    expectEveryCutRefused(Hello{hashOf(1), fromMillis(5), 1, 3, 2, "org", 4, true, false}, readHello);
    expectEveryCutRefused(PushRequest{hashOf(1), {Bytes{1, 2, 3}}, {Bytes{4}}}, readPushRequest);
    expectEveryCutRefused(PushReply{hashOf(1), {{PushStatus::Ok, 7, 0, ""}}}, readPushReply);
    expectEveryCutRefused(PullReply{hashOf(1), {{5, Bytes{9}, ""}}, 5, 9}, readPullReply);
    expectEveryCutRefused(TipsReply{hashOf(1), {{ChainId::random(), 4, hashOf(9)}}, {}}, readTipsReply);
    expectEveryCutRefused(DevicesReply{{{1, "pem", {}}}, 1, false}, readDevicesReply);
    expectEveryCutRefused(EnrolRequest{"code", "request", "name"}, readEnrolRequest);
    expectEveryCutRefused(EnrolReply{"certificate", "authority", PublicKey()}, readEnrolReply);
    expectEveryCutRefused(RosterReply{{Bytes{1, 2}}, 3}, readRosterReply);
    expectEveryCutRefused(ReceiptsReply{hashOf(1), {{hashOf(2), Bytes{5}}}, 6, true}, readReceiptsReply);
    expectEveryCutRefused(PartnerNewsReply{{{3, CaseId::random(), Bytes{5}}}, 6, true}, readPartnerNewsReply);
    expectEveryCutRefused(RosterAnswer{true, 4}, readRosterAnswer);
    record::Officer officer;
    officer.login = "ana";
    const Introduction introduction{DeviceId::random(), PublicKey(), PostId::random(), "Paso", "counter", {officer}};
    expectEveryCutRefused(introduction, readIntroduction);
    expectEveryCutRefused(WaitingReply{{introduction}, {Bytes{3}}}, readWaitingReply);
}

TEST(Protocol, HostileJsonIsRefused) {
    std::string deep(100'000, '[');
    EXPECT_FALSE(readHello(viewOf(deep)));
    EXPECT_FALSE(readPushReply(viewOf(R"({"epoch":1,"epoch":2,"results":[]})")));
    EXPECT_FALSE(readPullReply(viewOf(R"({"epoch":")" + hashOf(1).text() + R"(","events":[],"next":-1,"head":3})")));
    PushRequest many{hashOf(1), std::vector<Bytes>(kBatchEvents + 1, Bytes{1})};
    EXPECT_FALSE(readPushRequest(encode(many)));
}

TEST(Protocol, WatchlistNeedsItsSignature) {
    const auto key = SigningKey::random();
    record::WatchlistEntry entry;
    entry.id = WatchlistEntryId::random();
    entry.gallery = "wanted";
    entry.version = 3;
    const WatchlistDelta delta{1, 3, 3, fromMillis(1'700'000'000'000), {{WatchlistEntryId::random(), 2}}, {entry}};
    auto body = encode(delta, key);
    const auto read = readWatchlistDelta(body, key.publicKey());
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->entries.at(0).gallery, "wanted");
    EXPECT_EQ(read->withdrawn.at(0).second, 2);
    EXPECT_EQ(read->issued, delta.issued);
    const auto foreign = readWatchlistDelta(body, SigningKey::random().publicKey());
    ASSERT_FALSE(foreign);
    EXPECT_TRUE(foreign.error().is(kWatchlist));
    const auto text = std::string(textOf(body));
    const auto at = text.find("wanted");
    ASSERT_NE(at, std::string::npos);
    body[at] = 'W';
    EXPECT_FALSE(readWatchlistDelta(body, key.publicKey()));
}

TEST(Protocol, TargetsAreReadWithinBounds) {
    const auto target = readTarget("/v1/events?epoch=ab&after=12&limit=x");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/v1/events");
    EXPECT_EQ(target->number("after"), 12u);
    EXPECT_FALSE(target->number("limit"));
    EXPECT_FALSE(readTarget("http://elsewhere/v1/events"));
    EXPECT_FALSE(readTarget("/" + std::string(3000, 'a')));
    std::string many = "/v1?";
    for (int i = 0; i < 40; ++i) many += "k" + std::to_string(i) + "=1&";
    EXPECT_FALSE(readTarget(many));
}

TEST(Protocol, Crc32cHasItsCheckValue) { EXPECT_EQ(crc32c(viewOf("123456789")), 0xE3069283u); }  // RFC 3720 B.4's polynomial

TEST(Gzip, ComesBackAndStopsAtTheCap) {
    const Bytes plain(300'000, 7);
    const auto packed = gzip(plain);
    EXPECT_LT(packed.size(), 2'000u);
    EXPECT_EQ(gunzip(packed, plain.size()).value(), plain);
    const auto bomb = gunzip(packed, plain.size() - 1);
    ASSERT_FALSE(bomb);
    EXPECT_TRUE(bomb.error().is(base::kTooLarge));
    for (std::size_t length = 0; length < packed.size(); ++length)
        ASSERT_FALSE(gunzip(ByteView(packed).first(length), plain.size())) << length;
    auto tail = packed;
    tail.push_back(0);
    EXPECT_FALSE(gunzip(tail, plain.size()));
}

TEST(Backoff, GrowsToItsCapAndHeedsTheServer) {
    Backoff backoff;
    EXPECT_EQ(backoff.span(), Backoff::kBase);
    for (int i = 0; i < 40; ++i) EXPECT_LE(backoff.next(), Backoff::kCap);
    EXPECT_EQ(backoff.span(), Backoff::kCap);
    backoff.succeeded();
    EXPECT_GE(backoff.next(std::chrono::seconds(9)), std::chrono::seconds(9));
    EXPECT_LE(backoff.next(std::chrono::seconds(90'000)), Backoff::kCap);
}

TEST(Certificate, RequestNamesTheDeviceAndHoldsNoSecret) {
    const auto key = SigningKey::random();
    const auto request = certificateRequest(key, DeviceId::random(), "org");
    ASSERT_TRUE(request);
    EXPECT_TRUE(request->starts_with("-----BEGIN CERTIFICATE REQUEST-----"));
    EXPECT_FALSE(readCertificate(*request));
    EXPECT_FALSE(readCertificate(""));
}

}  // namespace
}  // namespace cotejo::sync
