// Who is believed (TRUST.md, Roster): what a plain officer's passphrase and another program could once do to an organisation, tried against a
// real server and two posts.
#include <gtest/gtest.h>

#include "core/access/errors.h"
#include "core/journal/admin_events.h"
#include "core/journal/roster_book.h"
#include "core/store/officer_table.h"
#include "core/sync/roster_client.h"
#include "tests/contract/staffed.h"

namespace cotejo::test {
namespace {

using record::HoldKind;
using record::Role;

struct Authority : ::testing::Test {
    ServerProcess server;
    Staffed north{"North"}, south{"South"};

    void SetUp() override {
        north.join(server);
        south.join(server);
        ASSERT_TRUE(north.sync());
    }
    Ended signedBy(std::vector<std::string> words, int administrators = 2) const {
        const auto keys = server.keys(administrators);
        words.insert(words.end(), keys.begin(), keys.end());
        return server.command(words);
    }
    std::string idOf(const Staffed& post, const char* login) const { return post.desk(login)->officer().id.text(); }
    void everybodySyncs() {
        for (const auto* post : {&north, &south, &north, &south}) {
            const auto report = post->sync();
            ASSERT_TRUE(report) << report.error().code << ": " << report.error().detail;
        }
    }
};

TEST_F(Authority, APlainOfficersAdministrationChangesNobody) {
    const auto session = north.desk("officer");
    const auto id = north.open(*session);
    auto himself = session->officer();
    himself.grants = {{Role::Admin}, {Role::Supervisor}, {Role::Protection}};
    const auto victim = south.desk("supervisor")->officer();
    auto disabled = victim;
    disabled.active = false;
    const auto southDevice = south.desk("admin")->device();
    for (const auto& body : {record::officerToJson(himself), record::officerToJson(disabled)})
        Staffed::write(*session, {journal::kOfficerChanged, bytesOf(body), {}, {}, "admin", {}, {}});
    Staffed::write(*session, {journal::kDeviceChanged, journal::deviceBody({southDevice, PublicKey(), session->post(), "", 1}), {}, {}, "admin", {}, {}});
    Staffed::write(*session, {journal::kPostFounded,
                              journal::foundingBody({"MIG", "Everywhere", {session->device(), session->journal().deviceKey().publicKey(), session->post(), "", {}}, himself}),
                              {}, {}, "admin", {}, {}});
    Staffed::write(*session, {journal::kPolicyChanged, bytesOf("{\"maximum_hold\":999999999}"), {}, {}, "admin", {}, {}});
    Staffed::act(*session, id, record::CancelCase{"because I say so"}, "supervisor", north.view(id).heads);
    everybodySyncs();
    for (const auto* post : {&north, &south}) {
        EXPECT_EQ(post->view(id).state, record::CaseState::Received) << "cancelled by nobody who may";
        const auto admin = post->desk("admin");
        auto reader = admin->store().reader();
        const auto officer = store::OfficerTable(*reader).find(himself.id).value().value();
        EXPECT_EQ(officer.grants.size(), 1u);
        EXPECT_TRUE(store::OfficerTable(*reader).find(victim.id).value()->active);
        EXPECT_FALSE(store::DeviceTable(*reader).find(southDevice).value()->revokedFrom);
        EXPECT_EQ(decide::policyOf(*reader).value().maximumHold, std::nullopt);
        EXPECT_TRUE(journal::verify(admin->store()).value().intact());
    }
    EXPECT_EQ(north.desk("officer")->officer().grants.size(), 1u);
}

TEST_F(Authority, AFreshDeviceFoundsNobodyForOthers) {
    const auto session = north.desk("officer");
    const auto id = north.open(*session);
    Staffed::act(*session, id, record::PlaceHold{HoldKind::Protection}, "officer", north.view(id).heads);
    everybodySyncs();

    Staffed rogue("Rogue");
    ASSERT_TRUE(rogue.enrol(server)) << "with a code that somebody got hold of";
    auto report = rogue.sync("supervisor");
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->waitsForAdmission);
    EXPECT_EQ(report->sent + report->pulled, 0u);
    EXPECT_TRUE(rogue.view(id).id.isZero());

    // An administrator who admits the device, and nobody who works at it.
    const auto device = rogue.desk("admin")->device().text();
    ASSERT_EQ(signedBy({"roster", "admit", device, "--scope", "all", "--role", "admin=-", "--role", "officer=-", "--role", "supervisor=-"}).status, 0);
    const auto supervisor = rogue.desk("supervisor");
    ASSERT_TRUE(rogue.sync());
    Staffed::act(*supervisor, id, record::LiftHold{HoldKind::Protection, "no need", {}}, "protection", north.view(id).heads);
    report = rogue.sync();
    ASSERT_TRUE(report);
    EXPECT_GT(report->waiting, 0u);
    EXPECT_EQ(report->receipted, 0u);
    everybodySyncs();
    for (const auto* post : {&north, &south, &rogue}) EXPECT_TRUE(holds(post->view(id), HoldKind::Protection));
    EXPECT_TRUE(rogue.desk("supervisor")->officer().grants.empty()) << "an account at a post is a request";
}

TEST_F(Authority, WhatSomebodyDoesAfterTheirSuspensionHasNoEffectAndWhatTheyDidBeforeStands) {
    const auto session = north.desk("officer");
    const auto id = north.open(*session);
    Staffed::act(*session, id, record::PlaceHold{HoldKind::Medical}, "officer", north.view(id).heads);
    ASSERT_TRUE(north.sync());
    const auto suspended = signedBy({"officer", "suspend", idOf(north, "officer"), "--why", "dismissed"});
    ASSERT_EQ(suspended.status, 0);

    // Offline, still signed in, believing in the roster of yesterday.
    Staffed::act(*session, id, record::PlaceHold{HoldKind::Child}, "officer", north.view(id).heads);
    Staffed::act(*session, id, record::PlaceHold{HoldKind::Protection}, "officer", north.view(id).heads);
    const auto opened = north.open(*session);
    EXPECT_TRUE(holds(north.view(id), HoldKind::Child)) << "as far as this post knew";
    everybodySyncs();
    for (const auto* post : {&north, &south}) {
        EXPECT_TRUE(holds(post->view(id), HoldKind::Medical)) << "received before";
        EXPECT_FALSE(holds(post->view(id), HoldKind::Child));
        EXPECT_TRUE(holds(post->view(id), HoldKind::Protection)) << "nobody's suspension undoes a protection need";
        EXPECT_FALSE(post->view(opened).id.isZero()) << "nor a traveler's case";
    }
    EXPECT_EQ(caseToJson(north.view(id)), caseToJson(south.view(id)));
    EXPECT_EQ(access::signIn(north.folder(), "officer", kPassphrase, north.clock).error().code, access::kInactive);

    // Back again: what fell in between stays without effect, for ever.
    ASSERT_EQ(signedBy({"officer", "restore", session->officer().id.text(), "--why", "it was a mistake"}).status, 0);
    everybodySyncs();
    for (const auto* post : {&north, &south}) EXPECT_FALSE(holds(post->view(id), HoldKind::Child));
    Staffed::act(*north.desk("officer"), id, record::PlaceHold{HoldKind::Child}, "officer", north.view(id).heads);
    everybodySyncs();
    for (const auto* post : {&north, &south}) EXPECT_TRUE(holds(post->view(id), HoldKind::Child));
}

TEST_F(Authority, AWithdrawnDeviceStillDeliversAProtectionNeed) {
    const auto session = north.desk("officer");
    const auto id = north.open(*session);
    ASSERT_TRUE(north.sync());
    Staffed::act(*session, id, record::PlaceHold{HoldKind::Protection}, "officer", north.view(id).heads);
    Staffed::act(*session, id, record::PlaceHold{HoldKind::Child}, "officer", north.view(id).heads);
    ASSERT_EQ(signedBy({"device", "revoke", session->device().text(), "--why", "reported lost"}, 1).status, 0);
    const auto report = north.sync();
    ASSERT_FALSE(report);
    EXPECT_TRUE(report.error().is(sync::kRevoked)) << report.error().detail;
    ASSERT_TRUE(south.sync());
    EXPECT_TRUE(holds(south.view(id), HoldKind::Protection));
    EXPECT_FALSE(holds(south.view(id), HoldKind::Child));
}

TEST_F(Authority, APostObeysOneRoster) {
    const ServerProcess other;
    const auto refused = north.enrol(other);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(sync::kRoster)) << refused.error().detail;
    ASSERT_TRUE(north.sync()) << "and still obeys the first";
    // A copy of the roster is not the server that it was founded with.
    const auto admin = north.desk("admin");
    const auto history = journal::rosterHere(*admin->store().reader()).value();
    auto enrolment = sync::enrolmentOf(*admin).value().value();
    EXPECT_TRUE(sync::isFoundedServer(*history, enrolment));
    for (auto* key : {&enrolment.keys.watchlist, &enrolment.keys.receipts}) {
        const auto kept = std::exchange(*key, SigningKey::random().publicKey());
        EXPECT_EQ(sync::isFoundedServer(*history, enrolment).error().code, sync::kRoster);
        *key = kept;
    }
    enrolment.authority = std::string(textOf(*readFile(other.folder() / "ca.pem")));
    EXPECT_EQ(sync::isFoundedServer(*history, enrolment).error().code, sync::kRoster);
    const auto officer = north.desk("officer");
    EXPECT_EQ(sync::enrol(*officer, {{"127.0.0.1", server.port()}, server.enrolCode(), std::string(textOf(*readFile(server.folder() / "ca.pem"))), {}, kBudget}).error().code,
              access::kNotAdmin);
}

TEST_F(Authority, ARosterIsChangedByTwoFromThePostAndFromTheServer) {
    const auto admin = north.desk("admin");
    const auto officer = north.desk("officer")->officer();
    // What a post once did alone, it asks for now.
    EXPECT_EQ(access::setGrants(*admin, officer.id, {{Role::Supervisor}}).error().code, access::kRosterRules);
    EXPECT_EQ(access::setOfficerActive(*admin, officer.id, false).error().code, access::kRosterRules);
    EXPECT_EQ(sync::propose(*north.desk("supervisor"), roster::SuspendOfficer{officer.id, "I say so"}, kBudget).error().code, access::kNotAdmin);
    const auto proposed = sync::propose(*admin, roster::SetRoles{officer.id, {{Role::Officer}, {Role::ExaminerFace}}}, kBudget);
    ASSERT_TRUE(proposed) << proposed.error().detail;
    EXPECT_FALSE(proposed->entered);
    const auto waiting = sync::waitingAtServer(*admin, kBudget);
    ASSERT_TRUE(waiting);
    ASSERT_EQ(waiting->entries.size(), 1u);
    auto entry = roster::decodeEntry(waiting->entries[0]).value();
    const auto hash = roster::hashOf(entry).text();
    // The same hand twice is one hand.
    auto again = entry;
    again.signatures.clear();
    EXPECT_FALSE(sync::countersign(*admin, again, kBudget).value().entered);
    const auto second = parseJson(signedBy({"roster", "sign", hash}, 1).output, "answer");
    ASSERT_TRUE(second);
    EXPECT_TRUE((*second)["entered"].get<bool>());
    ASSERT_TRUE(north.sync());
    EXPECT_EQ(north.desk("officer")->officer().grants.size(), 2u);

    // A policy, and less than somebody had.
    const auto policy = sync::propose(*admin, roster::SetPolicy{"{\"maximum_hold\":7200000,\"record\":\"Resolution 7\"}"}, kBudget);
    ASSERT_TRUE(policy && !policy->entered);
    const auto last = sync::propose(*admin, roster::SetRoles{officer.id, {{Role::Officer}}}, kBudget);
    ASSERT_TRUE(last && !last->entered) << "nobody else examines faces: one alone does not end it";
    const auto less = sync::propose(*admin, roster::SetRoles{officer.id, {{Role::ExaminerFace}}}, kBudget);
    ASSERT_TRUE(less) << less.error().detail;
    EXPECT_TRUE(less->entered) << "one administrator takes away";
    EXPECT_TRUE(sync::waitingAtServer(*admin, kBudget)->entries.empty()) << "what waited stood on an older roster";
}

TEST_F(Authority, NobodyGivesOneselfARoleAtTheServer) {
    const auto officer = north.desk("officer");
    const auto history = journal::rosterHere(*officer->store().reader()).value();
    auto entry = history->latest().next(roster::SetRoles{officer->officer().id, {{Role::Supervisor}}}, north.clock.now());
    officer->sign(entry);
    const auto enrolment = sync::enrolmentOf(*officer).value().value();
    sync::HttpsTransport transport(enrolment.server, {enrolment.authority, enrolment.certificate, &officer->journal().deviceKey()}, north.clock, kBudget);
    const auto hand = [&](const roster::Entry& each) {
        const auto reply = transport.send({"POST", "/v1/roster", {}, roster::encodeEntry(each)});
        return reply ? sync::readRefusal(reply->body).code : reply.error().code;
    };
    EXPECT_EQ(hand(entry), "E_ROSTER_SIGNATURE");
    const Staffed stranger("Stranger");
    const auto admin = stranger.desk("admin");
    entry.signatures.clear();
    admin->sign(entry);
    EXPECT_EQ(hand(entry), "E_ROSTER_SIGNATURE");
    entry.version = 1;
    EXPECT_EQ(hand(entry), "E_ROSTER_CHAIN");
    EXPECT_EQ(sync::readRefusal(transport.send({"POST", "/v1/roster", {}, bytesOf("{}")})->body).code, "malformed");
}

}  // namespace
}  // namespace cotejo::test
