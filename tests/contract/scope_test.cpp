// Whose cases come to whom (TRUST.md, Read by whom it concerns): asked of a real server by posts, and by a program that asks for what it is not sent.
#include <gtest/gtest.h>

#include "core/sync/https_transport.h"
#include "core/sync/store_replica.h"
#include "tests/contract/staffed.h"

namespace cotejo::test {
namespace {

struct Scope : ::testing::Test {
    ServerProcess server;
    Staffed north{"North"}, south{"South"}, centre{"Centre"};
    Bytes picture = Bytes(5'000, 0x5a);
    CaseId id;

    void SetUp() override {
        north.join(server, "own");
        south.join(server, "own");
        centre.join(server, "all");
        const auto officer = north.desk("officer");
        record::OpenCase act;
        act.legalBasis = "art. 12";
        act.reason = record::ReferralReason::ManualReferral;
        act.traveler.familyName = "SPECIMEN";
        act.deadline = north.clock.now() + std::chrono::hours(3);
        record::Capture capture;
        capture.kind = record::CaptureKind::Live;
        capture.mime = "image/png";
        id = decide::CaseService(*officer).open(act, {{capture, picture}}).value();
        everybodySyncs();
    }
    void everybodySyncs() {
        for (const auto* post : {&north, &south, &centre, &north, &south, &centre}) {
            const auto report = post->sync();
            ASSERT_TRUE(report) << report.error().code << ": " << report.error().detail;
        }
    }
    static bool knows(const Staffed& post, const CaseId& id) { return !post.view(id).id.isZero(); }
    bool hasPicture(const Staffed& post) const {
        const auto desk = post.desk("admin");
        auto reader = desk->store().reader();
        return desk->store().blobs(*reader).has(sha256(picture)).value();
    }
    Ended signedBy(std::vector<std::string> words, int administrators) const {
        const auto keys = server.keys(administrators);
        words.insert(words.end(), keys.begin(), keys.end());
        return server.command(words);
    }
};

TEST_F(Scope, ACaseComesToItsPostAndToWhomTheRosterWidened) {
    EXPECT_TRUE(knows(north, id));
    EXPECT_FALSE(knows(south, id));
    EXPECT_FALSE(hasPicture(south));
    EXPECT_TRUE(knows(centre, id));
    EXPECT_TRUE(hasPicture(centre));
    EXPECT_EQ(caseToJson(centre.view(id)), caseToJson(north.view(id)));
    // Each post still stands at the head of one order, and works on.
    const auto other = south.open(*south.desk("officer"));
    Staffed::act(*centre.desk("officer"), id, record::PlaceHold{record::HoldKind::Medical}, "officer", centre.view(id).heads);
    everybodySyncs();
    EXPECT_FALSE(knows(north, other));
    EXPECT_TRUE(knows(centre, other));
    EXPECT_TRUE(holds(north.view(id), record::HoldKind::Medical)) << "what others do to a case comes to its post";
    for (const auto* post : {&north, &south, &centre}) {
        const auto report = journal::verify(post->desk("admin")->store()).value();
        EXPECT_TRUE(report.intact()) << report.firstBad->code << ": " << report.firstBad->why;
    }
}

TEST_F(Scope, AskingForMoreGivesNothing) {
    const auto desk = south.desk("officer");
    const auto enrolment = sync::enrolmentOf(*desk).value().value();
    sync::HttpsTransport transport(enrolment.server, {enrolment.authority, enrolment.certificate, &desk->journal().deviceKey()}, south.clock, kBudget);
    const auto epoch = sync::readHello(transport.send({"GET", "/v1/hello", {}, {}})->body)->epoch.text();
    const auto page = sync::readPullReply(transport.send({"GET", "/v1/events?epoch=" + epoch + "&after=0", {}, {}})->body);
    ASSERT_TRUE(page);
    std::size_t kept = 0;
    for (const auto& event : page->events) {
        kept += event.envelope.empty();
        if (event.envelope.empty()) {
            EXPECT_FALSE(event.hash.isZero());
            continue;
        }
        const auto read = record::decodeEvent(event.envelope).value();
        EXPECT_NE(read.entity.value_or(CaseId()), id);
    }
    EXPECT_GT(kept, 2u) << "and every place is named all the same";
    // "Not yours" reads as "unknown".
    const auto ask = [&](const char* method, const Hash& hash) {
        const auto reply = transport.send({method, "/v1/blobs/" + hash.text(), {}, {}});
        return std::to_string(reply->status) + " " + std::string(textOf(reply->body));
    };
    for (const char* method : {"GET", "HEAD"}) EXPECT_EQ(ask(method, sha256(picture)), ask(method, sha256("never was")));
    const auto patch = transport.send({"PATCH", "/v1/blobs/" + sha256(picture).text(), {{"upload-offset", "0"}, {"upload-length", "5000"}, {"x-crc32c", "0"}}, Bytes{1}});
    EXPECT_EQ(patch->status, 404);
}

TEST_F(Scope, WideningTakesTwoAndBringsWhatWasBefore) {
    const auto device = south.desk("admin")->device().text();
    ASSERT_EQ(signedBy({"device", "scope", device, "--scope", "North"}, 1).status, 0);
    everybodySyncs();
    EXPECT_FALSE(knows(south, id)) << "one administrator alone widens nothing";
    ASSERT_EQ(signedBy({"device", "scope", device, "--scope", "North"}, 2).status, 0);
    everybodySyncs();
    EXPECT_TRUE(knows(south, id));
    EXPECT_TRUE(hasPicture(south));
    EXPECT_EQ(caseToJson(south.view(id)), caseToJson(north.view(id)));
    EXPECT_TRUE(journal::verify(south.desk("admin")->store()).value().intact()) << "also where entries came late";
    // Back again by one: what comes from now on does not come to this device.
    ASSERT_EQ(signedBy({"device", "scope", device, "--scope", "own"}, 1).status, 0);
    Staffed::act(*north.desk("officer"), id, record::PlaceHold{record::HoldKind::Medical}, "officer", north.view(id).heads);
    everybodySyncs();
    EXPECT_TRUE(holds(centre.view(id), record::HoldKind::Medical));
    EXPECT_FALSE(holds(south.view(id), record::HoldKind::Medical));
}

TEST_F(Scope, APostDoesNotOpenCasesForAnother) {
    const auto desk = south.desk("officer");
    record::OpenCase act;
    act.number = "N-2026-000077";
    act.post = north.desk("admin")->post();
    act.legalBasis = "art. 12";
    act.date = "2026-11-30";
    const auto planted = CaseId::random();
    Staffed::act(*desk, planted, act, "officer", {});
    everybodySyncs();
    EXPECT_FALSE(knows(north, planted));
    EXPECT_TRUE(knows(centre, planted));
}

TEST_F(Scope, WhatAServerKeepsBackFromThisDeviceIsNoticed) {
    const auto desk = north.desk("officer");
    decide::CaseProjection projection;
    sync::StoreReplica replica(*desk, projection);
    const auto position = replica.position().value();
    sync::PulledEvent stub;
    stub.gseq = position.cursor + 1;
    stub.hash = sha256("kept back");
    stub.post = desk->post();
    stub.device = DeviceId::random();
    stub.chain = ChainId::random();
    stub.seq = 1;
    const auto done = replica.apply({position.epoch, {stub}, stub.gseq, stub.gseq});
    ASSERT_FALSE(done);
    EXPECT_TRUE(done.error().is(sync::kProtocol));
    stub.post = PostId::random();
    EXPECT_TRUE(replica.apply({position.epoch, {stub}, stub.gseq, stub.gseq}));
    EXPECT_EQ(replica.position().value().tip, stub.hash);
}

}  // namespace
}  // namespace cotejo::test
