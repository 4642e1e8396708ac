#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/journal/admin_events.h"
#include "core/journal/errors.h"
#include "core/journal/journal.h"
#include "core/journal/verify.h"
#include "core/store/case_table.h"
#include "core/store/errors.h"
#include "core/store/event_table.h"
#include "core/store/sync_state.h"
#include "tests/support/sample_case.h"
#include "tests/support/test_post.h"

namespace cotejo::journal {
namespace {

using store::EventState;
using store::EventTable;
using store::Transaction;
using test::TestPost;

Draft noteDraft(const CaseId& entity, std::string text, std::string role = "officer") {
    return Draft::of(record::AddNote{std::move(text)}, entity, {}, std::move(role));
}

Result<record::Event> append(access::Desk& desk, const Draft& draft) {
    return desk.store().write([&](Transaction& tx) { return desk.journal().append(tx, draft); });
}

TEST(Journal, ChainsAreLinkedAndSigned) {
    TestPost post;
    const auto entity = CaseId::random();
    record::Event first, second;
    {
        auto desk = post.signIn();
        ASSERT_TRUE(desk);
        first = *append(**desk, noteDraft(entity, "one"));
        second = *append(**desk, noteDraft(entity, "two"));
        EXPECT_EQ(first.seq, 2u) << "user.login is the first";
        EXPECT_EQ(second.prev, record::hashOf(first));
        EXPECT_TRUE(record::signaturesHold(second, (*desk)->journal().deviceKey().publicKey(), post.admin.key));
        EXPECT_EQ(second.wall, post.clock.now());
        EXPECT_FALSE(second.bootId.empty());
        auto reader = (*desk)->store().reader();
        EXPECT_EQ(EventTable(*reader).ofCase(entity)->size(), 2u);
        EXPECT_EQ(*EventTable(*reader).unsentCount(), 4) << "founding, sign-in and two notes";
    }
    auto desk = post.signIn();
    const auto third = *append(**desk, noteDraft(entity, "three"));
    EXPECT_NE(third.chain, second.chain);
    auto reader = (*desk)->store().reader();
    const auto login = EventTable(*reader).findAt(third.chain, 1);
    const auto logout = EventTable(*reader).findAt(second.chain, 4);
    ASSERT_TRUE(*login && *logout);
    EXPECT_EQ((*login)->event.prev, (*logout)->hash);
}

TEST(Journal, RecordsWhatWasSeenOfTheServer) {
    TestPost post;
    auto desk = post.signIn();
    const auto epoch = sha256("epoch");
    ASSERT_TRUE((*desk)->store().write([&](Transaction& tx) -> Status {
        store::SyncState state(tx);
        COTEJO_TRY(state.set(store::SyncState::kEpoch, epoch.bytes()));
        COTEJO_TRY(state.set(store::SyncState::kCursor, std::int64_t{42}));
        COTEJO_TRY(state.set(store::SyncState::kWatchlistVersion, std::int64_t{7}));
        COTEJO_TRY(state.set(store::SyncState::kServerOffset, std::int64_t{-1500}));
        return state.set(store::SyncState::kServerOffsetAt, toMillis(post.clock.now()) - 9000);
    }));
    const auto event = append(**desk, noteDraft(CaseId::random(), "x"));
    EXPECT_EQ(event->seenEpoch, epoch);
    EXPECT_EQ(event->seenGseq, 42u);
    EXPECT_EQ(event->watchlistVersion, 7);
    EXPECT_EQ(event->serverOffsetMillis, -1500);
    EXPECT_EQ(event->serverOffsetAgeMillis, 9000);
}

TEST(Journal, NothingOfLegalEffectBySystem) {
    TestPost post;
    auto desk = post.signIn();
    const auto entity = CaseId::random();
    for (const record::Act& act : std::vector<record::Act>{record::Approve{}, record::Reject{}, record::ProposeDisposition{}, record::Execute{},
                                                           record::SubmitForApproval{}, record::LiftHold{}, record::Conclude{},
                                                           record::ResolveConflict{}, record::CancelCase{}}) {
        auto draft = Draft::of(act, entity, {}, "system");
        EXPECT_TRUE(append(**desk, draft).error().is(kSystemMayNot)) << draft.type;
        // The database refuses too, whatever the program believes.
        const auto forced = (*desk)->store().write([&](Transaction& tx) -> Status {
            draft.role = "officer";
            COTEJO_TRY_ASSIGN(auto event, (*desk)->journal().append(tx, draft));
            event.role = "system";
            event.seq += 1;
            return EventTable(tx).insert(event, record::hashOf(event), EventState::Local, {}, {});
        });
        ASSERT_FALSE(forced) << draft.type;
        EXPECT_TRUE(forced.error().is(store::kConstraint));
        EXPECT_EQ(forced.error().params.back().second, "system_decides_nothing");
    }
    EXPECT_TRUE(append(**desk, Draft::of(record::PlaceHold{}, entity, {}, "system"))) << "a hold may be placed by the program";
    auto reader = (*desk)->store().reader();
    EXPECT_EQ(EventTable(*reader).ofCase(entity)->size(), 1u);
}

TEST(Journal, FourEyesHoldsInTheDatabase) {
    TestPost post;
    auto desk = post.signIn();
    auto view = test::sampleCase(1);
    const auto approve = Draft::of(record::Approve{"fine", {}}, view.id, {}, "supervisor");
    ASSERT_TRUE((*desk)->store().write([&](Transaction& tx) { return store::CaseTable(tx).put(view); }));
    EXPECT_TRUE(append(**desk, approve)) << "took no part yet";
    for (const bool comparison : {true, false}) {
        auto other = test::sampleCase(comparison ? 2 : 3);
        (comparison ? other.comparisonActors : other.proposalActors).insert(post.admin.id);
        ASSERT_TRUE((*desk)->store().write([&](Transaction& tx) { return store::CaseTable(tx).put(other); }));
        auto own = approve;
        own.entity = other.id;
        const auto refused = append(**desk, own);
        ASSERT_FALSE(refused);
        EXPECT_TRUE(refused.error().is(store::kConstraint));
        EXPECT_EQ(refused.error().params.back().second, "four_eyes");
    }
}

TEST(Journal, EntriesAreNeitherChangedNorDeleted) {
    TestPost post;
    auto desk = post.signIn();
    ASSERT_TRUE(append(**desk, noteDraft(CaseId::random(), "x")));
    for (const char* change : {"UPDATE event SET type='x'", "UPDATE event SET envelope=zeroblob(3)", "UPDATE event SET usr=zeroblob(16)",
                               "DELETE FROM event", "REPLACE INTO event SELECT * FROM event", "DELETE FROM chain_tip",
                               "UPDATE chain_tip SET seq=seq-1", "DELETE FROM act_actor WHERE 0 OR 1", "UPDATE officer SET key=zeroblob(32)",
                               "DELETE FROM officer", "DELETE FROM device"}) {
        const auto refused = (*desk)->store().write([&](Transaction& tx) { return tx.db().execute(change); });
        if (std::string(change).find("act_actor") != std::string::npos) continue;  // empty table: nothing to refuse
        ASSERT_FALSE(refused) << change;
        EXPECT_TRUE(refused.error().is(store::kConstraint)) << change << refused.error().detail;
    }
    EXPECT_TRUE(verify((*desk)->store())->intact());
}

TEST(Journal, RefusesAnEntryThatIsTooLarge) {
    TestPost post;
    auto desk = post.signIn();
    EXPECT_TRUE(append(**desk, noteDraft(CaseId::random(), std::string(2u << 20, 'x'))).error().is(kTooLarge));
    EXPECT_TRUE(append(**desk, noteDraft(CaseId::random(), "fits")));
    EXPECT_TRUE(verify((*desk)->store())->intact());
}

TEST(Journal, ExportHasEveryEntry) {
    TestPost post;
    auto desk = post.signIn();
    ASSERT_TRUE(append(**desk, noteDraft(CaseId::random(), "x")));
    const auto target = post.folder() / "export.jsonl";
    ASSERT_EQ(exportJournal((*desk)->store(), target, {true, {}}).value_or(0), 3);
    EXPECT_EQ(std::filesystem::status(target).permissions(), std::filesystem::perms(0600));
    const auto bytes = *readFile(target);
    std::vector<std::string> lines;
    std::string line;
    for (const char c : textOf(bytes)) {
        if (c != '\n') {
            line += c;
            continue;
        }
        lines.push_back(std::move(line));
        line.clear();
    }
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(Json::parse(lines[0])["officers"][0]["key"], post.admin.key.text());
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto entry = Json::parse(lines[i]);
        const auto event = record::decodeEvent(*fromBase64(entry["envelope"].get<std::string>()));
        ASSERT_TRUE(event);
        EXPECT_EQ(record::hashOf(*event).text(), entry["hash"]);
    }
    EXPECT_FALSE(exportJournal((*desk)->store(), target, {true, {}})) << "never over an existing file";
}

/// Two posts of one organisation; events of the first arrive at the second.
class IngestTest : public testing::Test {
  protected:
    void SetUp() override {
        sender = std::move(*there.signIn());
        receiver = std::move(*here.signIn());
        entity = CaseId::random();
    }
    std::vector<record::Event> sent() {
        auto reader = sender->store().reader();
        std::vector<record::Event> events;
        auto stored = EventTable(*reader).unsent(0, 1000);
        for (auto& each : *stored) events.push_back(std::move(each.event));
        return events;
    }
    Ingested take(const record::Event& event) {
        auto done = receiver->store().write(
            [&](Transaction& tx) { return ingest(tx, event, ++gseq, here.clock.now(), receiver->org()); });
        EXPECT_TRUE(done) << (done ? "" : done.error().detail);
        return done ? *done : Ingested{};
    }
    std::vector<CaseId> retry() {
        return *receiver->store().write([&](Transaction& tx) { return retrySetAside(tx, receiver->org()); });
    }
    std::size_t casesEvents() {
        auto reader = receiver->store().reader();
        return EventTable(*reader).ofCase(entity)->size();
    }
    TestPost there{"MIG", "Río Claro"}, here;
    std::unique_ptr<access::Desk> sender, receiver;
    CaseId entity;
    std::uint64_t gseq = 0;
};

TEST_F(IngestTest, TakesEachEventOnceAndVerifies) {
    ASSERT_TRUE(append(*sender, noteDraft(entity, "x")));
    for (int round = 0; round < 2; ++round) {
        gseq = 0;
        for (const auto& event : sent()) EXPECT_EQ(take(event).outcome, round == 0 ? Intake::Stored : Intake::Known);
    }
    EXPECT_EQ(casesEvents(), 1u);
    const auto report = verify(receiver->store());
    EXPECT_TRUE(report->intact()) << report->firstBad->code << report->firstBad->why;
    auto reader = receiver->store().reader();
    EXPECT_TRUE((*store::OfficerTable(*reader).find(there.admin.id)).has_value());
}

TEST_F(IngestTest, GapsAndStrangersWaitAndThenCount) {
    ASSERT_TRUE(append(*sender, noteDraft(entity, "one")));
    ASSERT_TRUE(append(*sender, noteDraft(entity, "two")));
    const auto events = sent();  // founding | login, one, two
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(take(events[3]).reason, "gap");
    const auto login = take(events[1]);
    EXPECT_EQ(login.outcome, Intake::NoEffect);
    EXPECT_EQ(login.reason, "unknown_signer");
    EXPECT_EQ(take(events[2]).reason, "unknown_signer");
    EXPECT_TRUE(retry().empty()) << "the signer is still unknown";
    EXPECT_EQ(casesEvents(), 0u);
    EXPECT_EQ(take(events[0]).outcome, Intake::Stored);
    EXPECT_EQ(retry(), std::vector{entity});
    EXPECT_EQ(casesEvents(), 2u);
    const auto report = verify(receiver->store());
    EXPECT_TRUE(report->intact()) << report->firstBad->code << report->firstBad->why;
    EXPECT_EQ(report->withheld, 0);
}

TEST_F(IngestTest, ForgedAndForeignEventsHaveNoEffect) {
    ASSERT_TRUE(append(*sender, noteDraft(entity, "x")));
    const auto events = sent();
    for (std::size_t i = 0; i + 1 < events.size(); ++i) take(events[i]);
    auto forged = events.back();
    forged.body = record::bodyOf(record::AddNote{"y"});
    EXPECT_EQ(take(forged).reason, "signature");
    auto foreign = events.back();
    foreign.org = "OTHER";
    record::sign(foreign, SigningKey::random(), SigningKey::random());
    EXPECT_EQ(take(foreign).outcome, Intake::SetAside);
    EXPECT_EQ(casesEvents(), 0u);
    EXPECT_EQ(take(events.back()).outcome, Intake::Stored) << "the genuine one still finds its place";
    EXPECT_EQ(casesEvents(), 1u);
    EXPECT_TRUE(verify(receiver->store())->intact());
}

/// Writes events with keys of its own, as a second program of the sender could.
record::Event craft(const std::vector<record::Event>& before, const SigningKey& device, const SigningKey& user,
                    const std::function<void(record::Event&)>& change) {
    auto event = before.back();
    event.seq += 1;
    event.prev = record::hashOf(before.back());
    change(event);
    record::sign(event, device, user);
    return event;
}

/// The first event of a device: it brings its post, the post's administrator and both keys.
record::Event foundingOf(const store::Device& device, const record::Officer& admin, const SigningKey& deviceKey, const SigningKey& key) {
    record::Event founding;
    founding.org = "MIG";
    founding.device = device.id;
    founding.chain = ChainId::random();
    founding.seq = 1;
    founding.type = kPostFounded;
    founding.user = admin.id;
    founding.role = "admin";
    founding.body = foundingBody({"MIG", "Third", device, admin});
    record::sign(founding, deviceKey, key);
    return founding;
}

TEST_F(IngestTest, ForksNewerAndBrokenContent) {
    const auto device = SigningKey::random(), user = SigningKey::random();
    const auto third = PostId::random();
    const auto founding = foundingOf({DeviceId::random(), device.publicKey(), third, "c", {}},
                                     {OfficerId::random(), "x", "X", third, {{record::Role::Admin}}, user.publicKey(), true}, device, user);
    EXPECT_EQ(take(founding).outcome, Intake::Stored);
    std::vector<record::Event> chain{founding};
    const auto next = [&](const std::function<void(record::Event&)>& change) {
        const auto event = craft(chain, device, user, change);
        const auto taken = take(event);
        if (taken.outcome != Intake::SetAside) chain.push_back(event);
        return taken;
    };
    const auto note = [&](record::Event& event) {
        event.type = "note.add";
        event.schema = 1;
        event.entity = entity;
        event.role = "officer";
        event.body = record::bodyOf(record::AddNote{"x"});
    };
    EXPECT_EQ(next(note).outcome, Intake::Stored);
    EXPECT_EQ(next([&](record::Event& event) { note(event), event.type = "case.teleport"; }).reason, "newer");
    EXPECT_EQ(next([&](record::Event& event) { note(event), event.schema = 2; }).reason, "newer");
    EXPECT_EQ(next([&](record::Event& event) { note(event), event.body = bytesOf("{]"); }).reason, "malformed");
    EXPECT_EQ(next([&](record::Event& event) { note(event), event.entity.reset(); }).reason, "malformed");
    EXPECT_EQ(next([&](record::Event& event) {
                  note(event);
                  event.type = "decision.approve";
                  event.role = "system";
                  event.body = record::bodyOf(record::Approve{"auto", {}});
              }).reason,
              "rule:system_decides_nothing");
    EXPECT_EQ(next(note).outcome, Intake::Stored) << "what was withheld does not stop the chain";
    EXPECT_EQ(casesEvents(), 2u);

    auto fork = chain.back();
    fork.body = record::bodyOf(record::AddNote{"other history"});
    record::sign(fork, device, user);
    EXPECT_EQ(take(fork).reason, "fork");
    const auto report = verify(receiver->store());
    EXPECT_TRUE(report->intact()) << report->firstBad->code << report->firstBad->why;
    EXPECT_EQ(report->withheld, 5);
    auto reader = receiver->store().reader();
    EXPECT_EQ(store::OutboxView(*reader).quarantined(100)->size(), 3u);
}

TEST_F(IngestTest, AFoundingChangesNobodyWhoIsKnown) {
    const auto isa = there.add("isa", {{record::Role::Officer}});
    for (const auto& event : sent()) take(event);
    auto desk = there.signIn("isa");
    take(sent().back());
    const auto writes = [&](const PostFounding& founding) {
        EXPECT_TRUE((*desk)->store().write([&](Transaction& tx) -> Status {
            const auto event = (*desk)->journal().append(tx, {kPostFounded, foundingBody(founding), {}, {}, "admin", {}, {}});
            return event ? Status() : Status(tl::unexpected<Error>(event.error()));
        }));
        return take(sent().back()).reason;
    };
    auto reader = receiver->store().reader();
    const auto device = *store::DeviceTable(*reader).find((*desk)->device());
    auto myself = isa;
    for (const auto& [role, code] : record::codes<record::Role>) myself.grants.push_back({role});
    EXPECT_EQ(writes({"MIG", "Mine", *device, myself}), "malformed") << "it is not the first of a chain";
    const auto now = *store::OfficerTable(*reader).find(isa.id);
    EXPECT_FALSE(now->holds(record::Role::Admin, there.clock.now())) << "one event of a plain officer gave all roles at every post";

    // The same at the beginning of a chain of one's own, with the keys that everybody knows, or with new ones.
    const auto founds = [&](const store::Device& asDevice, const record::Officer& asOfficer, const SigningKey& deviceKey, const SigningKey& key) {
        return take(foundingOf(asDevice, asOfficer, deviceKey, key)).reason;
    };
    const auto mine = SigningKey::random(), other = SigningKey::random();
    const store::Device fresh{DeviceId::random(), mine.publicKey(), PostId::random(), "mine", {}};
    record::Officer eve{OfficerId::random(), "eve", "Eve", fresh.post, {{record::Role::Admin}}, other.publicKey(), true};
    auto joins = fresh;
    joins.post = isa.post;
    auto eveThere = eve;
    eveThere.post = isa.post;
    EXPECT_EQ(founds(joins, eveThere, mine, other), "rule:post_is_known") << "nobody founds a post that there is";
    auto elsewhere = eve;
    elsewhere.post = isa.post;
    EXPECT_EQ(founds(fresh, elsewhere, mine, other), "malformed") << "nor an administrator of another one";
    EXPECT_EQ(founds(fresh, eve, mine, other), "");
    auto more = eve;
    more.grants.push_back({record::Role::Protection});
    EXPECT_EQ(founds(fresh, more, mine, other), "rule:person_is_known");
    auto moved = fresh;
    moved.name = "yours";
    EXPECT_EQ(founds(moved, eve, mine, other), "rule:device_is_known");
}

TEST_F(IngestTest, AnAdministratorChangesNobodyOfAnotherPost) {
    const auto isa = there.add("isa", {{record::Role::Officer}});
    for (const auto& event : sent()) take(event);
    const auto mine = SigningKey::random(), key = SigningKey::random();
    const auto post = PostId::random();
    const store::Device device{DeviceId::random(), mine.publicKey(), post, "c", {}};
    const record::Officer admin{OfficerId::random(), "x", "X", post, {{record::Role::Admin}}, key.publicKey(), true};
    const auto founding = foundingOf(device, admin, mine, key);
    ASSERT_EQ(take(founding).reason, "");
    std::vector<record::Event> chain{founding};
    const auto says = [&](std::string_view type, Bytes body) {
        chain.push_back(craft(chain, mine, key, [&](record::Event& event) {
            event.type = type;
            event.body = std::move(body);
        }));
        return take(chain.back()).reason;
    };
    auto reader = receiver->store().reader();
    const auto officer = [&](record::Officer changed) { return says(kOfficerChanged, bytesOf(record::officerToJson(changed))); };
    auto suspended = isa;
    suspended.active = false;
    EXPECT_EQ(officer(suspended), "other_post");
    auto taken = isa;
    taken.post = post;
    taken.grants = {};
    EXPECT_EQ(officer(taken), "other_post") << "nor by taking them over first";
    auto cut = *store::DeviceTable(*reader).all();
    for (auto each : cut) {
        if (each.post == post) continue;
        each.revokedFrom = 1;
        EXPECT_EQ(says(kDeviceChanged, deviceBody(each)), "other_post");
        each.post = post;
        EXPECT_EQ(says(kDeviceChanged, deviceBody(each)), "other_post");
    }
    const record::Officer theirs{OfficerId::random(), "n", "N", isa.post, {{record::Role::Supervisor}}, SigningKey::random().publicKey(), true};
    EXPECT_EQ(officer(theirs), "other_post");
    auto ours = theirs;
    ours.post = post;
    EXPECT_EQ(officer(ours), "") << "of the own post as before";
    ours.active = false;
    EXPECT_EQ(officer(ours), "");
    EXPECT_TRUE((*store::OfficerTable(*reader).find(isa.id))->active);
}

TEST_F(IngestTest, OnlyAdministratorsIntroducePeople) {
    const auto isa = there.add("isa", {{record::Role::Officer}});
    for (const auto& event : sent()) take(event);
    auto reader = receiver->store().reader();
    EXPECT_TRUE((*store::OfficerTable(*reader).find(isa.id)).has_value());

    auto desk = there.signIn("isa");
    auto eve = isa;
    eve.id = OfficerId::random();
    ASSERT_TRUE((*desk)->store().write([&](Transaction& tx) -> Status {
        const auto event = (*desk)->journal().append(tx, {kOfficerChanged, bytesOf(record::officerToJson(eve)), {}, {}, "admin", {}, {}});
        return event ? Status() : Status(tl::unexpected<Error>(event.error()));
    }));
    EXPECT_EQ(take(sent()[sent().size() - 2]).outcome, Intake::Stored) << "isa's sign-in";
    EXPECT_EQ(take(sent().back()).reason, "not_admin");
    EXPECT_FALSE((*store::OfficerTable(*reader).find(eve.id)).has_value());
}

}  // namespace
}  // namespace cotejo::journal
