// What the central server must have said to an act, and what counts as seen by its author (TRUST.md, Witnessed): tried with a real server, two
// posts, and a modified program in an officer's hands.
#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "core/record/receipt.h"
#include "core/sync/certificate.h"
#include "core/sync/https_transport.h"
#include "tests/contract/staffed.h"

namespace cotejo::test {
namespace {

using record::HoldKind;

record::Act exported() { return record::RecordExport{"Agency of UTO", "UTO", "images", sha256("what left")}; }

std::string refusalOf(const record::CaseView& view, const std::string& type) {
    for (const auto& line : view.history)
        if (line.type == type) return line.refusal.empty() ? "in effect" : line.refusal;
    return "not here";
}

/// Raw events and requests in the hand of whoever has the keys of a device and an officer.
class Hand {
  public:
    explicit Hand(access::Desk& desk)
        : m_desk(desk), m_enrolment(sync::enrolmentOf(desk).value().value()),
          m_transport(m_enrolment.server, {m_enrolment.authority, m_enrolment.certificate, &desk.journal().deviceKey()}, desk.clock(), kBudget) {
        m_epoch = sync::readHello(m_transport.send({"GET", "/v1/hello", {}, {}})->body)->epoch;
        m_event.org = desk.org();
        m_event.device = desk.device();
        m_event.user = desk.officer().id;
        m_event.chain = ChainId::random();
    }
    /// The next of a chain of its own; `change` may say anything in it.
    record::Event event(const CaseId& id, const record::Act& act, const char* role, std::vector<Hash> parents, const std::function<void(record::Event&)>& change = {}) {
        m_event.prev = m_event.seq > 0 ? record::hashOf(m_event) : Hash();
        ++m_event.seq;
        m_event.type = record::typeOf(act);
        m_event.body = record::bodyOf(act);
        m_event.entity = id;
        m_event.role = role;
        m_event.parents = std::move(parents);
        m_event.wall = m_desk.clock().now();
        m_event.seenEpoch = m_epoch;
        m_event.seenGseq = 0;
        if (change) change(m_event);
        record::sign(m_event, m_desk.journal().deviceKey(), m_desk.journal().userKey());
        return m_event;
    }
    sync::PushResult push(const record::Event& event, bool waits, Bytes receipt = {}) {
        sync::PushRequest request{m_epoch, {record::encodeEvent(event)}, {}, waits};
        if (!receipt.empty()) request.receipts = {std::move(receipt)};
        const auto reply = m_transport.send({"POST", "/v1/events", {}, sync::encode(request)});
        return sync::readPushReply(reply->body)->results.at(0);
    }
    static bool witnessed(const record::Event& event, const sync::PushResult& result) { return record::decodeReceipt(record::hashOf(event), result.receipt)->witnessed; }
    std::uint64_t head() { return sync::readHello(m_transport.send({"GET", "/v1/hello", {}, {}})->body)->head; }

  private:
    access::Desk& m_desk;
    sync::Enrolment m_enrolment;
    sync::HttpsTransport m_transport;
    Hash m_epoch;
    record::Event m_event;
};

struct Witness : ::testing::Test {
    ServerProcess server;
    Staffed north{"North"}, south{"South"};
    std::unique_ptr<access::Desk> officer;
    CaseId id;

    void SetUp() override {
        north.join(server);
        south.join(server);
        ASSERT_TRUE(north.sync());
        officer = north.desk("officer");
        sync::keepInReach(*officer);
        id = north.open(*officer);
        everybodySyncs();
    }
    void everybodySyncs() {
        for (const auto* post : {&north, &south, &north, &south}) {
            const auto report = post->sync();
            ASSERT_TRUE(report) << report.error().code << ": " << report.error().detail;
        }
    }
    void southPlaces(HoldKind kind) {
        Staffed::act(*south.desk("officer"), id, record::PlaceHold{kind}, "officer", south.view(id).heads);
        ASSERT_TRUE(south.sync());
    }
    void everywhere(const std::string& type, const std::string& expected) {
        for (const auto* post : {&north, &south}) EXPECT_EQ(refusalOf(post->view(id), type), expected);
        EXPECT_EQ(caseToJson(north.view(id)), caseToJson(south.view(id)));
    }
};

TEST_F(Witness, AnHonestActIsWitnessedWhileItsAuthorWaits) {
    const auto done = decide::CaseService(*officer).perform(id, exported());
    ASSERT_TRUE(done) << done.error().code << ": " << done.error().detail;
    everybodySyncs();
    everywhere("case.export", "in effect");
    // What was witnessed stays so, whatever server the posts meet after a restore.
    server.stop();
    ASSERT_EQ(server.command({"new-epoch"}).status, 0);
    server.start();
    everybodySyncs();
    everywhere("case.export", "in effect");
}

TEST_F(Witness, AHoldOfAnotherPostThatNobodyHereKnowsStopsAnAct) {
    southPlaces(HoldKind::Protection);
    ASSERT_FALSE(holds(north.view(id), HoldKind::Protection));
    const auto done = decide::CaseService(*officer).perform(id, exported());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, decide::kOnHold) << "in the words of officers: " << done.error().detail;
    EXPECT_TRUE(holds(north.view(id), HoldKind::Protection)) << "whoever is refused is told of what there is";
    everybodySyncs();
    everywhere("case.export", decide::kNotWitnessed);
}

TEST_F(Witness, WithoutTheServerNothingHasAnEffectAndNothingIsWitnessedLater) {
    server.stop();
    const auto done = decide::CaseService(*officer).perform(id, exported());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, decide::kNotWitnessed);
    server.start();
    everybodySyncs();
    everywhere("case.export", decide::kNotWitnessed);
}

TEST_F(Witness, AModifiedProgramThatWasNeverOnlineChangesNothing) {
    Staffed::act(*officer, id, exported(), "officer", north.view(id).heads);
    everybodySyncs();
    everywhere("case.export", decide::kNotWitnessed);
    // Nor one that waits a day later than it says, or in a role that it has not.
    Hand modified(*officer);
    const auto heads = north.view(id).heads;
    const auto yesterday = modified.event(id, exported(), "officer", heads, [](auto& event) { event.wall -= std::chrono::hours(24); });
    const auto late = modified.push(yesterday, true);
    EXPECT_FALSE(Hand::witnessed(yesterday, late));
    EXPECT_EQ(late.unwitnessed, decide::kNotWitnessed);
    const auto lift = modified.event(id, record::OverrideGuard{"release", "because", "none", {}}, "supervisor", heads);
    const auto result = modified.push(lift, true);
    EXPECT_TRUE(result.receipt.empty() || !Hand::witnessed(lift, result));
}

TEST_F(Witness, AWitnessIsForOneActAndIsGivenOnce) {
    Hand modified(*officer);
    const auto heads = north.view(id).heads;
    const auto first = modified.event(id, exported(), "officer", heads);
    const auto unasked = modified.push(first, false);
    EXPECT_FALSE(Hand::witnessed(first, unasked));
    EXPECT_FALSE(Hand::witnessed(first, modified.push(first, true))) << "never later";
    const auto second = modified.event(id, exported(), "officer", heads);
    const auto given = modified.push(second, true);
    ASSERT_TRUE(Hand::witnessed(second, given));
    EXPECT_EQ(modified.push(second, true).receipt, given.receipt) << "a lost answer is given again";
    // Another act under the receipt of this one, and this one's receipt with more in it.
    const auto third = modified.event(id, exported(), "officer", heads);
    EXPECT_FALSE(Hand::witnessed(third, modified.push(third, false, given.receipt))) << "it decides nothing, and stops nobody";
    auto more = *record::decodeReceipt(record::hashOf(first), unasked.receipt);
    more.witnessed = true;
    EXPECT_FALSE(Hand::witnessed(first, modified.push(first, false, record::encodeReceipt(more))));
}

TEST_F(Witness, AHoldThatWasReceivedIsNotUnseenByLeavingItOut) {
    const auto before = north.view(id).heads;
    southPlaces(HoldKind::Protection);
    ASSERT_TRUE(north.sync());
    ASSERT_TRUE(holds(north.view(id), HoldKind::Protection));
    const record::Act cancel = record::CancelCase{"never was"};
    const auto supervisor = north.desk("supervisor");
    // By its own word it had received the hold.
    Hand said(*supervisor);
    const auto head = said.head();
    said.push(said.event(id, cancel, "supervisor", before, [&](auto& event) { event.seenGseq = head; }), false);
    // It says nothing, or names an epoch that never was: the server knows how far it had come.
    Hand silent(*supervisor);
    silent.push(silent.event(id, cancel, "supervisor", before), false);
    silent.push(silent.event(id, cancel, "supervisor", before, [](auto& event) { event.seenEpoch = sha256("never was"); }), false);
    silent.push(silent.event(id, cancel, "supervisor", before, [](auto& event) { event.seenEpoch = Hash(); }), false);
    everybodySyncs();
    for (const auto* post : {&north, &south}) {
        const auto view = post->view(id);
        EXPECT_TRUE(holds(view, HoldKind::Protection));
        EXPECT_EQ(view.state, record::CaseState::Received);
        EXPECT_EQ(std::ranges::count_if(view.history, [](const auto& line) { return line.type == "case.cancel" && line.refusal == decide::kHoldProtection; }), 4);
    }
    EXPECT_EQ(caseToJson(north.view(id)), caseToJson(south.view(id)));
}

TEST_F(Witness, ASecondOpeningReplacesNobody) {
    // Whichever of them would come first by its hash, and whatever it says to have seen.
    const auto south_officer = south.desk("officer");
    Hand modified(*south_officer);
    record::OpenCase other;
    other.number = "N-2026-000001";
    other.legalBasis = "none";
    other.date = "2026-11-30";
    other.traveler.familyName = "SOMEBODY";
    other.traveler.givenNames = "Else";
    other.traveler.birthDate = "1960-01-01";
    for (int i = 0; i < 8; ++i) {
        other.traveler.givenNames += "e";
        EXPECT_TRUE(modified.push(modified.event(id, other, "officer", {}, [](auto& event) { event.seenEpoch = Hash(); }), false).stored());
    }
    everybodySyncs();
    for (const auto* post : {&north, &south}) {
        const auto view = post->view(id);
        EXPECT_EQ(view.traveler.familyName, "SPECIMEN");
        EXPECT_EQ(view.legalBasis, north.view(id).legalBasis);
        EXPECT_EQ(std::ranges::count_if(view.history, [](const auto& line) { return line.type == "case.open" && line.refusal == decide::kCaseExists; }), 8);
    }
}

TEST_F(Witness, WhatAnAuthorReallyDidNotKnowIsNotHeldAgainstThem) {
    southPlaces(HoldKind::Medical);
    // Offline, not knowing: two posts that did not see each other.
    Staffed::act(*officer, id, record::StartTriage{}, "officer", north.view(id).heads);
    everybodySyncs();
    everywhere("case.triage", "in effect");
    EXPECT_TRUE(holds(north.view(id), HoldKind::Medical));
}

}  // namespace
}  // namespace cotejo::test
