// What a server on an open network meets: foreign and expired certificates, bodies without end, sockets that say nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <thread>

#include "app/server/authority.h"
#include "app/server/errors.h"
#include "app/server/http/https_server.h"
#include "app/server/store/sqlite_server_store.h"
#include "core/sync/gzip.h"
#include "core/sync/protocol.h"
#include "tests/contract/post.h"
#include "tests/contract/tls_client.h"

namespace cotejo::test {
namespace {

using sync::Request;
using std::chrono::steady_clock;

std::string caOf(const ServerProcess& server) { return std::string(textOf(*readFile(server.folder() / "ca.pem"))); }

/// A device of its own, with a certificate of any authority and time.
struct Device {
    DeviceId id = DeviceId::random();
    SigningKey key = SigningKey::random();

    std::string certificate(const std::filesystem::path& authorityFolder, UtcTime at) const {
        const auto authority = server::Authority::open(authorityFolder);
        return authority->issue(*sync::certificateRequest(key, id, "MIG"), at)->certificate;
    }
    Result<sync::Reply> hello(const ServerProcess& server, const std::string& certificate) const {
        static const SystemClock clock;
        sync::HttpsTransport transport({"127.0.0.1", server.port()}, {caOf(server), certificate, &key}, clock, std::chrono::seconds(9));
        return transport.send({"GET", "/v1/hello", {}, {}});
    }
};

std::string refusalOf(const Result<sync::Reply>& reply) {
    return reply ? std::to_string(reply->status) + " " + sync::readRefusal(reply->body).code : reply.error().code;
}

struct Hostile : ::testing::Test {
    static void SetUpTestSuite() { s_server = new ServerProcess; }
    static void TearDownTestSuite() {
        delete s_server;
        s_server = nullptr;
    }
    static ServerProcess& server() { return *s_server; }
    static inline ServerProcess* s_server = nullptr;
    SystemClock clock;
    Device device;

    void expectHonestClientServed(std::chrono::milliseconds within = std::chrono::seconds(2)) {
        const auto begin = steady_clock::now();
        const auto certificate = device.certificate(server().folder(), clock.now());
        const auto reply = device.hello(server(), certificate);
        ASSERT_TRUE(reply) << reply.error().detail;
        EXPECT_EQ(reply->status, 200);
        EXPECT_LT(steady_clock::now() - begin, within);
    }
};

TEST_F(Hostile, OnlyItsOwnDevicesAreServed) {
    const auto now = clock.now();
    EXPECT_EQ(refusalOf(device.hello(server(), "")), "401 no_certificate");
    TempFolder elsewhere;
    ASSERT_TRUE(server::Authority::create(elsewhere / "server", {"localhost"}, clock));
    EXPECT_EQ(refusalOf(device.hello(server(), device.certificate(elsewhere / "server", now))), "403 foreign_certificate");
    const auto old = device.certificate(server().folder(), now - std::chrono::days(120));
    EXPECT_EQ(refusalOf(device.hello(server(), old)), "403 expired_certificate");
    const auto early = device.certificate(server().folder(), now + std::chrono::days(2));
    EXPECT_EQ(refusalOf(device.hello(server(), early)), "403 expired_certificate");
    const auto good = device.certificate(server().folder(), now);
    EXPECT_EQ(refusalOf(device.hello(server(), good)), "200 ");
    const Device thief;
    EXPECT_EQ(refusalOf(thief.hello(server(), good)), sync::kCertificate) << "a certificate without its key";

    // Another key for the same id is another device.
    Device impostor;
    impostor.id = device.id;
    EXPECT_EQ(refusalOf(impostor.hello(server(), impostor.certificate(server().folder(), now))), "403 foreign_certificate");
}

TEST_F(Hostile, APostIsToldWhatIsWrongWithItsCertificate) {
    Post post("North");
    ASSERT_TRUE(post.enrol(server()));
    ASSERT_TRUE(post.sync());
    std::vector<std::string> words{"device", "revoke", post.desk->device().text(), "--why", "stolen"};
    EXPECT_NE(server().command(words).status, 0) << "nobody signed";
    const auto keys = server().keys(1);
    words.insert(words.end(), keys.begin(), keys.end());
    const auto stateOf = [&] {
        const auto listed = parseJson(server().command({"device", "list"}).output, "devices");
        for (const auto& each : (*listed)["devices"])
            if (each["device"] == post.desk->device().text()) return each["state"].get<std::string>();
        return std::string("not listed");
    };
    EXPECT_EQ(stateOf(), "admitted");
    ASSERT_EQ(server().command(words).status, 0);
    EXPECT_EQ(stateOf(), "withdrawn");
    const auto revoked = post.sync();
    ASSERT_FALSE(revoked);
    EXPECT_TRUE(revoked.error().is(sync::kRevoked)) << revoked.error().detail;

    ASSERT_TRUE(post.desk->store().write([&](store::Transaction& transaction) -> Status {
        const Device other;
        return store::SyncState(transaction).set("server.certificate",
                                                 std::string_view(other.certificate(server().folder(), clock.now())));
    }));
    EXPECT_TRUE(post.sync().error().is(sync::kCertificate));
}

TEST_F(Hostile, EnrolmentNeedsAFreshCodeAndTheRightFingerprint) {
    Post first("First");
    Post second("Second");
    const auto code = server().enrolCode();
    ASSERT_TRUE(first.enrol(server(), code));
    ASSERT_TRUE(first.enrol(server(), code)) << "the same device may repeat it: its answer may have been lost";
    EXPECT_TRUE(second.enrol(server(), code).error().is(sync::kCode));
    EXPECT_TRUE(second.enrol(server(), "AAAAA-AAAAA-AAAAA-AAAAA").error().is(sync::kCode));

    const sync::ServerAddress address{"127.0.0.1", server().port()};
    const std::chrono::seconds budget(9);
    const auto authority = sync::readCertificate(caOf(server()));
    const auto wrong = sync::enrol(*second.desk, {address, server().enrolCode(), {}, sha256("wrong"), budget});
    EXPECT_TRUE(wrong.error().is(sync::kCertificate)) << wrong.error().detail;
    EXPECT_TRUE(sync::enrol(*second.desk, {address, "", {}, {}, budget}).error().is(base::kInvalidArgument));
    EXPECT_TRUE(sync::enrol(*second.desk, {address, server().enrolCode(), {}, sync::fingerprintOf(*authority), budget}));
    EXPECT_TRUE(second.sync());
}

TEST_F(Hostile, AForeignServerIsRefusedOnTheLoopbackToo) {
    TempFolder other;
    ASSERT_TRUE(server::Authority::create(other / "server", {"localhost"}, clock));
    const auto foreign = std::string(textOf(*readFile(other / "server/ca.pem")));
    sync::HttpsTransport wrongAuthority({"127.0.0.1", server().port()}, {foreign, "", nullptr}, clock, std::chrono::seconds(9));
    const auto reply = wrongAuthority.send({"GET", "/v1/time", {}, {}});
    ASSERT_FALSE(reply);
    EXPECT_TRUE(reply.error().is(sync::kCertificate)) << reply.error().detail;
}

TEST_F(Hostile, OnlyTls13) {
    RawClient old(server().port());
    EXPECT_FALSE(old.startTls(TLS1_2_VERSION));
    RawClient plain(server().port());
    ASSERT_TRUE(plain.send("GET /v1/time HTTP/1.1\r\nHost: x\r\n\r\n"));
    EXPECT_EQ(statusOf(plain.receive()), 0);
    RawClient good(server().port());
    ASSERT_TRUE(good.startTls());
    ASSERT_TRUE(good.send("GET /v1/time HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    EXPECT_EQ(statusOf(good.receive()), 200);
}

TEST_F(Hostile, BodiesAreBounded) {
    const auto before = server().residentKib();
    const auto ask = [&](const std::string& head, const std::string& body, int repeat = 1) {
        RawClient client(server().port());
        EXPECT_TRUE(client.startTls());
        client.send("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + head + "\r\n");
        for (int i = 0; i < repeat && client.send(body); ++i) {
        }
        return statusOf(client.receive());
    };
    // 0: the server closed while the body was still coming, which is an answer too.
    const std::string mebi(1u << 20, 'x');
    EXPECT_THAT(ask("Content-Length: 10000000000\r\n", mebi), ::testing::AnyOf(413, 0));
    const auto chunk = "100000\r\n" + mebi + "\r\n";
    EXPECT_THAT(ask("Transfer-Encoding: chunked\r\n", chunk, 64), ::testing::AnyOf(413, 0));
    const auto bomb = sync::gzip(Bytes(64u << 20, 0));
    ASSERT_LT(bomb.size(), 70'000u);
    EXPECT_EQ(ask("Content-Encoding: gzip\r\nContent-Length: " + std::to_string(bomb.size()) + "\r\n", std::string(textOf(bomb))), 413);
    const auto deep = std::string(60'000, '[');
    EXPECT_EQ(ask("Content-Length: 60000\r\n", deep), 400);
    EXPECT_EQ(ask("Content-Length: 4\r\nContent-Encoding: br\r\n", "abcd"), 400);
    EXPECT_EQ(ask("Transfer-Encoding: chunked\r\n", "5\r\nabcde\r\n0\r\n\r\n"), 400);
    EXPECT_LT(server().residentKib() - before, 64 * 1024);
    expectHonestClientServed();
}

/// What an admitted post's program could send, said by another program.
struct Modified {
    explicit Modified(const ServerProcess& server, const char* name = "Modified") : post(name) {
        if (!post.enrol(server)) std::abort();
        enrolment = sync::enrolmentOf(*post.desk).value().value();
        transport.emplace(enrolment.server, sync::Credentials{enrolment.authority, enrolment.certificate, &post.desk->journal().deviceKey()}, post.clock, std::chrono::seconds(9));
    }
    Post post;
    sync::Enrolment enrolment;
    std::optional<sync::HttpsTransport> transport;
};

TEST_F(Hostile, AnEnrolledDeviceThatNobodyAdmittedGetsNothing) {
    const auto certificate = device.certificate(server().folder(), clock.now());
    sync::HttpsTransport transport({"127.0.0.1", server().port()}, {caOf(server()), certificate, &device.key}, clock, std::chrono::seconds(9));
    const auto epoch = sync::readHello(transport.send({"GET", "/v1/hello", {}, {}})->body)->epoch.text();
    for (const auto& target : {"/v1/events?epoch=" + epoch + "&after=0", "/v1/tips?epoch=" + epoch, std::string("/v1/devices?since=0"), std::string("/v1/watchlist?since=0"),
                               "/v1/blobs/" + sha256("face").text(), std::string("/v1/roster/waiting")})
        EXPECT_EQ(refusalOf(transport.send({"GET", target, {}, {}})), "403 not_admitted") << target;
    EXPECT_EQ(refusalOf(transport.send({"POST", "/v1/events", {}, sync::encode(sync::PushRequest{*Hash::fromText(epoch), {}})})), "403 not_admitted");
    EXPECT_EQ(refusalOf(transport.send({"POST", "/v1/devices", {}, sync::encode(sync::DevicesReply{})})), "403 not_admitted");
    // It may ask, for itself alone.
    sync::Introduction asks{device.id, device.key.publicKey(), PostId::random(), "Forged", "counter", {}};
    EXPECT_EQ(refusalOf(transport.send({"POST", "/v1/introductions", {}, sync::encode(asks)})), "204 ");
    asks.device = DeviceId::random();
    EXPECT_EQ(refusalOf(transport.send({"POST", "/v1/introductions", {}, sync::encode(asks)})), "403 known_device");
}

TEST_F(Hostile, EnrolledDevicesAreBoundedToo) {
    Modified modified(server(), "Bounded");
    auto& transport = *modified.transport;
    const auto bomb = sync::gzip(Bytes(64u << 20, ' '));
    const auto reply = transport.send({"POST", "/v1/events", {{"content-encoding", "gzip"}}, bomb});
    ASSERT_TRUE(reply) << reply.error().detail;
    EXPECT_EQ(reply->status, 413);
    EXPECT_EQ(transport.send({"POST", "/v1/events", {}, bytesOf("{}")})->status, 400);
    EXPECT_EQ(transport.send({"GET", "/v1/blobs/" + sha256("face").text(), {}, {}})->status, 404);
    EXPECT_EQ(transport.send({"PATCH", "/v1/blobs/" + sha256("face").text(), {{"upload-offset", "0"}, {"x-crc32c", "0"}}, {}})->status, 404);
    EXPECT_EQ(transport.send({"GET", "/v1/nothing", {}, {}})->status, 404);
    EXPECT_EQ(transport.send({"GET", "/v1/watchlist", {}, {}})->status, 400);
}

TEST_F(Hostile, ForgedEventsAreNotTaken) {
    Modified modified(server(), "Forged");
    auto& transport = *modified.transport;
    const auto& deviceKey = modified.post.desk->journal().deviceKey();
    const auto& userKey = modified.post.desk->journal().userKey();
    const auto epoch = sync::readHello(transport.send({"GET", "/v1/hello", {}, {}})->body)->epoch;
    record::Event event;
    event.org = "MIG";
    event.device = modified.post.desk->device();
    event.user = modified.post.desk->officer().id;
    event.role = "officer";
    event.chain = ChainId::random();
    event.seq = 1;
    event.type = "note.add";
    const auto push = [&](const Bytes& envelope) {
        const auto reply = transport.send({"POST", "/v1/events", {}, sync::encode(sync::PushRequest{epoch, {envelope}})});
        return sync::readPushReply(reply->body)->results.at(0);
    };
    const auto stranger = SigningKey::random();
    record::sign(event, stranger, stranger);
    EXPECT_EQ(push(record::encodeEvent(event)).reason, "bad_signature");
    record::sign(event, deviceKey, stranger);
    EXPECT_EQ(push(record::encodeEvent(event)).reason, "bad_signature") << "the officer's hand is asked too";
    record::sign(event, deviceKey, userKey);
    const auto first = push(record::encodeEvent(event));
    EXPECT_EQ(first.status, sync::PushStatus::Ok);
    const auto receipt = record::decodeReceipt(record::hashOf(event), first.receipt);
    ASSERT_TRUE(receipt);
    EXPECT_TRUE(record::signatureHolds(*receipt, modified.enrolment.keys.receipts));
    EXPECT_EQ(push(record::encodeEvent(event)).status, sync::PushStatus::Dup);
    auto other = event;
    other.type = "hold.place";
    record::sign(other, deviceKey, userKey);
    EXPECT_EQ(push(record::encodeEvent(other)).status, sync::PushStatus::Fork);
    other.seq = 5;
    record::sign(other, deviceKey, userKey);
    EXPECT_EQ(push(record::encodeEvent(other)).have, 1u);
    other.seq = 2;
    other.prev = sha256("another past");
    record::sign(other, deviceKey, userKey);
    EXPECT_EQ(push(record::encodeEvent(other)).status, sync::PushStatus::Gap);
    other.device = DeviceId::random();
    record::sign(other, deviceKey, userKey);
    EXPECT_EQ(push(record::encodeEvent(other)).reason, "unknown_device");
    other = event;
    other.org = "ELSE";
    record::sign(other, deviceKey, userKey);
    EXPECT_EQ(push(record::encodeEvent(other)).reason, "foreign_organisation");
    EXPECT_EQ(push(Bytes{1, 2, 3}).reason, "malformed");
    other = event;
    other.chain = ChainId::random();
    other.user = OfficerId::random();
    record::sign(other, deviceKey, stranger);
    EXPECT_EQ(push(record::encodeEvent(other)).reason, "unknown_officer");
    // A receipt that this server did not sign decides nothing.
    other = event;
    other.chain = ChainId::random();
    record::sign(other, deviceKey, userKey);
    record::PlaceReceipt forged{record::hashOf(other), epoch, 1, 1, {}, {}};
    record::sign(forged, stranger);
    const auto reply = transport.send({"POST", "/v1/events", {}, sync::encode(sync::PushRequest{epoch, {record::encodeEvent(other)}, {record::encodeReceipt(forged)}})});
    const auto taken = sync::readPushReply(reply->body)->results.at(0);
    ASSERT_EQ(taken.status, sync::PushStatus::Ok) << "and stops nobody";
    EXPECT_NE(record::decodeReceipt(record::hashOf(other), taken.receipt)->at, forged.at);
}

TEST_F(Hostile, MuteSocketsDoNotStopAnHonestClient) {
    std::vector<std::unique_ptr<RawClient>> mute;
    for (int i = 0; i < 32; ++i) ASSERT_TRUE(mute.emplace_back(std::make_unique<RawClient>(server().port()))->connected());
    for (int i = 0; i < 16; ++i) ASSERT_TRUE(mute.emplace_back(std::make_unique<RawClient>(server().port()))->startTls());
    expectHonestClientServed();
}

/// A server inside this process, with limits short enough to wait for.
struct Watched : ::testing::Test {
    TempFolder temp;
    SystemClock clock;
    std::unique_ptr<server::SqliteServerStore> store;
    std::optional<server::Authority> authority;
    std::unique_ptr<server::Service> service;
    std::unique_ptr<server::HttpsServer> https;

    void serve(const server::ConnectionLimits& limits, const std::vector<std::string>& names = {"localhost", "127.0.0.1"},
               const Clock* made = nullptr) {
        const auto folder = temp / "server";
        ASSERT_TRUE(server::Authority::create(folder, {"localhost"}, clock));
        ASSERT_TRUE(server::Authority::renewServer(folder, names, made ? *made : clock));
        authority.emplace(std::move(server::Authority::open(folder).value()));
        store = std::move(server::SqliteServerStore::open(folder, authority->storeKey()).value());
        service = std::make_unique<server::Service>(*store, *authority, clock, server::ServiceSettings{"MIG"});
        https = std::move(server::HttpsServer::start(*service, folder, {"127.0.0.1", 0}, limits).value());
    }
    Result<sync::Reply> time(const Clock& local) {
        sync::HttpsTransport transport({"127.0.0.1", https->port()}, {authority->pem(), "", nullptr}, local, std::chrono::seconds(9));
        return transport.send({"GET", "/v1/time", {}, {}});
    }
};

TEST_F(Watched, DrippingHeadersAndBodiesAreCut) {
    serve({.header = std::chrono::milliseconds(1'200), .body = std::chrono::milliseconds(1'200)});
    RawClient header(https->port());
    RawClient body(https->port());
    RawClient silent(https->port());
    ASSERT_TRUE(header.startTls() && body.startTls());
    ASSERT_TRUE(header.send("GET /v1/time HTTP/1.1\r\n"));
    ASSERT_TRUE(body.send("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"));
    const auto begin = steady_clock::now();
    std::jthread drip([&](const std::stop_token& stop) {
        while (!stop.stop_requested() && header.send("a") && body.send("a")) std::this_thread::sleep_for(std::chrono::milliseconds(200));
    });
    while (https->guard().cut() < 3 && steady_clock::now() - begin < std::chrono::seconds(15))
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    drip.request_stop();
    drip.join();
    EXPECT_GE(https->guard().cut(), 3u);
    EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(10));
    EXPECT_TRUE(time(clock));
}

TEST_F(Watched, ConnectionsAreCappedAndComeBack) {
    serve({.connections = 8, .perAddress = 8, .header = std::chrono::milliseconds(2'000)});
    std::vector<std::unique_ptr<RawClient>> many;
    for (int i = 0; i < 40; ++i) many.push_back(std::make_unique<RawClient>(https->port()));
    const auto begin = steady_clock::now();
    while (!time(clock) && steady_clock::now() - begin < std::chrono::seconds(20)) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(15));
}

TEST_F(Watched, AWrongNameIsRefusedOnTheLoopback) {
    serve({}, {"registro.example"});
    const auto reply = time(clock);
    ASSERT_FALSE(reply);
    EXPECT_TRUE(reply.error().is(sync::kCertificate)) << reply.error().detail;
}

TEST_F(Watched, AnExpiredServerAndAWrongClockAreToldApart) {
    const ManualClock longAgo(clock.now() - std::chrono::days(700));
    serve({}, {"127.0.0.1"}, &longAgo);
    const auto expired = time(clock);
    ASSERT_FALSE(expired);
    EXPECT_TRUE(expired.error().is(sync::kCertificate)) << expired.error().detail;
    EXPECT_NE(expired.error().detail.find("validity"), std::string::npos);
    // The same handshake failure, on a computer whose clock differs from the server's.
    const ManualClock wrong(clock.now() + std::chrono::days(400));
    const auto clockError = time(wrong);
    ASSERT_FALSE(clockError);
    EXPECT_TRUE(clockError.error().is(sync::kClock)) << clockError.error().detail;
    EXPECT_NE(clockError.error().detail.find("400 days"), std::string::npos) << clockError.error().detail;
}

TEST(ServerFolder, KeysOthersMayReadAreRefused) {
    TempFolder temp;
    const SystemClock clock;
    const auto folder = temp / "server";
    ASSERT_TRUE(server::Authority::create(folder, {"localhost"}, clock));
    EXPECT_TRUE(server::Authority::create(folder, {"localhost"}, clock).error().is(server::kFolder));
    EXPECT_TRUE(server::Authority::open(folder));
    std::filesystem::permissions(folder / "ca.key", std::filesystem::perms(0644));
    const auto open = server::Authority::open(folder);
    ASSERT_FALSE(open);
    EXPECT_TRUE(open.error().is(server::kAuthority));
    EXPECT_TRUE(server::Authority::open(temp.path()).error().is(server::kFolder));
}

}  // namespace
}  // namespace cotejo::test
