#include <gtest/gtest.h>

#include <fstream>

#include "core/access/errors.h"
#include "core/access/key_slots.h"
#include "core/base/file.h"
#include "core/journal/verify.h"
#include "core/store/errors.h"
#include "core/store/event_table.h"
#include "tests/support/test_post.h"

namespace cotejo::access {
namespace {

using test::TestPost;

std::vector<std::string> eventTypes(Desk& desk) {
    auto reader = desk.store().reader();
    const auto events = store::EventTable(*reader).newest({}, 100);
    std::vector<std::string> types;
    for (const auto& each : *events) types.insert(types.begin(), each.event.type);
    return types;
}

TEST(Desk, SignsInAndLeavesTraces) {
    TestPost post;
    {
        auto desk = post.signIn();
        ASSERT_TRUE(desk) << desk.error().detail;
        EXPECT_EQ((*desk)->officer().id, post.admin.id);
        EXPECT_EQ((*desk)->postName(), "Paso Alto");
        EXPECT_EQ((*desk)->org(), "MIG");
        EXPECT_FALSE((*desk)->isDemo());
        EXPECT_TRUE((*desk)->holds(record::Role::Admin));
        ASSERT_TRUE((*desk)->noteLock());
        ASSERT_TRUE((*desk)->confirm(TestPost::kPassphrase));
        EXPECT_FALSE((*desk)->confirm("something else"));
    }
    auto again = post.signIn();
    ASSERT_TRUE(again);
    EXPECT_EQ(eventTypes(**again),
              (std::vector<std::string>{"admin.post", "user.login", "user.lock", "user.logout", "user.login"}));
    const auto report = journal::verify((*again)->store());
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->intact()) << report->firstBad->code << report->firstBad->why;
    EXPECT_EQ(report->chains, 3);
}

TEST(Desk, WrongPassphraseAndUnknownLoginLookAlike) {
    TestPost post;
    const auto wrong = post.signIn("admin", "not the passphrase");
    const auto unknown = post.signIn("nobody", "not the passphrase");
    ASSERT_FALSE(wrong);
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(wrong.error().is(kPassphrase));
    EXPECT_EQ(wrong.error().detail, unknown.error().detail);
    EXPECT_EQ(wrong.error().params, unknown.error().params);
}

TEST(Desk, FiveFailuresLockForFifteenMinutes) {
    TestPost post;
    for (const char* login : {"admin", "nobody"}) {
        for (int i = 0; i < 5; ++i) EXPECT_TRUE(post.signIn(login, "wrong wrong wrong").error().is(kPassphrase));
        const auto locked = post.signIn(login, TestPost::kPassphrase);
        ASSERT_FALSE(locked);
        EXPECT_TRUE(locked.error().is(kLocked)) << locked.error().detail;
        EXPECT_EQ(locked.error().params[0].second, "15");
    }
    post.clock.advance(std::chrono::minutes(16));
    EXPECT_TRUE(post.signIn());
    EXPECT_TRUE(post.signIn("admin", "wrong wrong wrong").error().detail.find("4 tries") != std::string::npos);
}

TEST(Desk, OfficersAreAddedByAdministratorsOnly) {
    TestPost post;
    post.add("isa", {{record::Role::Officer}, {record::Role::ExaminerFace, post.clock.now() + std::chrono::hours(1)}});
    auto desk = post.signIn("isa");
    ASSERT_TRUE(desk) << desk.error().detail;
    EXPECT_TRUE((*desk)->holds(record::Role::ExaminerFace));
    post.clock.advance(std::chrono::hours(2));
    EXPECT_FALSE((*desk)->holds(record::Role::ExaminerFace));
    EXPECT_TRUE(addOfficer(**desk, {"bob", "Bob", {}}, TestPost::kPassphrase).error().is(kNotAdmin));
    auto admin = post.signIn();
    EXPECT_TRUE(addOfficer(**admin, {"isa", "Other", {}}, TestPost::kPassphrase).error().is(kLoginTaken));
    EXPECT_TRUE(addOfficer(**admin, {"bob", "Bob", {}}, "short").error().is(kWeak));
    EXPECT_TRUE(addOfficer(**admin, {"Bob Smith", "Bob", {}}, TestPost::kPassphrase).error().is("E_INVALID_ARGUMENT"));
    EXPECT_TRUE(post.signIn("isa")) << "a refused newcomer does not touch the slot of the same name";
    ASSERT_TRUE(setOfficerActive(**admin, (*desk)->officer().id, false));
    EXPECT_TRUE(post.signIn("isa").error().is(kInactive));
    EXPECT_FALSE(setOfficerActive(**admin, post.admin.id, false));
    EXPECT_TRUE(journal::verify((*admin)->store())->intact());
}

TEST(Desk, PassphraseCanBeChanged) {
    TestPost post;
    auto desk = post.signIn();
    EXPECT_TRUE(changePassphrase(**desk, "wrong wrong wrong", "another long one").error().is(kPassphrase));
    ASSERT_TRUE(changePassphrase(**desk, TestPost::kPassphrase, "another long one"));
    EXPECT_FALSE(post.signIn());
    EXPECT_TRUE(post.signIn("admin", "another long one"));
}

TEST(Desk, FactsBeforeSignIn) {
    TestPost post;
    auto facts = postFacts(post.folder());
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->postName, "Paso Alto");
    EXPECT_TRUE(facts->demoLogins.empty());
    EXPECT_FALSE(facts->lastSync);
    ASSERT_TRUE((*post.signIn())->noteSync(fromMillis(77)));
    EXPECT_EQ(postFacts(post.folder())->lastSync, fromMillis(77));
    EXPECT_TRUE(post.signIn());
    EXPECT_TRUE(postFacts(post.folder() / "none").error().is(kNoPost));

    TestPost demo("MIG", "Demo", true);
    demo.add("isa", {{record::Role::Officer}});
    facts = postFacts(demo.folder());
    ASSERT_EQ(facts->demoLogins.size(), 2u);
    EXPECT_EQ(facts->demoLogins[1].passphrase, TestPost::kPassphrase);
    EXPECT_TRUE((*demo.signIn("isa"))->isDemo());
}

TEST(Desk, CheapKeysNeedTheTestFlag) {
    test::TempFolder folder;
    const ManualClock clock(fromMillis(0));
    PostSetup setup{"MIG", PostId::random(), "Post", "counter", false, {1, 8192}, false};
    EXPECT_TRUE(createPost(folder / "p", setup, {"admin", "A", {}}, TestPost::kPassphrase, clock).error().is("E_INVALID_ARGUMENT"));
    EXPECT_FALSE(std::filesystem::exists(folder / "p" / kSlotsName));
    TestPost post;
    setup.testing = true;
    EXPECT_TRUE(createPost(post.folder(), setup, {"admin", "A", {}}, TestPost::kPassphrase, clock).error().is("E_INVALID_ARGUMENT"));
    EXPECT_TRUE(post.signIn()) << "a post is never set up over another";
}

TEST(Desk, ChangedSlotsAreNoticed) {
    for (const char* change : {"UPDATE fact SET v=CAST('1' AS BLOB) WHERE k='demo'", "UPDATE fact SET v=CAST('X' AS BLOB) WHERE k='post_name'",
                               "DELETE FROM slot WHERE login='isa'", "UPDATE slot SET login='eve' WHERE login='isa'",
                               "UPDATE slot SET salt=zeroblob(16) WHERE login='isa'",
                               "INSERT INTO slot SELECT 'eve', officer, version, kdf, operations, memory, salt, wrapped FROM slot WHERE login='isa'",
                               "DELETE FROM fact WHERE k='mac'"}) {
        TestPost post;
        post.add("isa", {{record::Role::Officer}});
        {
            auto slots = store::Database::open(post.folder() / kSlotsName, {});
            ASSERT_TRUE(slots && slots->execute(change)) << change;
        }
        const auto refused = post.signIn();
        ASSERT_FALSE(refused) << change;
        EXPECT_TRUE(refused.error().is(kSlots)) << refused.error().detail;
    }
}

TEST(Desk, SlotsOfAnotherOfficerOrDeviceDoNotOpen) {
    TestPost post;
    post.add("isa", {{record::Role::Officer}});
    {
        auto slots = store::Database::open(post.folder() / kSlotsName, {});
        ASSERT_TRUE(slots->execute("UPDATE slot SET officer=(SELECT officer FROM slot WHERE login='admin') WHERE login='isa'"));
    }
    EXPECT_TRUE(post.signIn("isa").error().is(kPassphrase)) << "the officer is bound into the slot";
}

TEST(Desk, EveryDamagedPlaceOfTheSlotFileIsAnErrorNotACrash) {
    TestPost post;
    {
        auto slots = store::Database::open(post.folder() / kSlotsName, {});
        ASSERT_TRUE(slots && slots->checkpoint());
    }
    const auto path = post.folder() / kSlotsName;
    const auto whole = *readFile(path);
    int refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 499) {
        auto broken = whole;
        broken[at] ^= 0x10;
        ASSERT_TRUE(writeFileAtomically(path, broken, 0600));
        std::filesystem::remove(path.string() + "-wal");
        std::filesystem::remove(path.string() + "-shm");
        refused += post.signIn().has_value() ? 0 : 1;
    }
    EXPECT_GT(refused, 0);
    ASSERT_TRUE(writeFileAtomically(path, whole, 0600));
    std::filesystem::remove(path.string() + "-wal");
    std::filesystem::remove(path.string() + "-shm");
    EXPECT_TRUE(post.signIn());
}

TEST(Desk, DamagedFirstPageIsDamageNotAWrongPassphrase) {
    TestPost post;
    const auto path = post.folder() / store::Store::kDatabaseName;
    auto bytes = *readFile(path);
    bytes[200] ^= 1;
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    const auto refused = post.signIn();
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(store::kCorrupt)) << refused.error().code << refused.error().detail;
}

}  // namespace
}  // namespace cotejo::access
