#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "core/base/file.h"
#include "core/store/database.h"
#include "core/store/errors.h"
#include "core/store/migration.h"
#include "tests/support/temp_folder.h"

namespace cotejo::store {
namespace {

using test::TempFolder;

Result<Database> openKeyed(const std::filesystem::path& path, const Secret& key) {
    OpenOptions options;
    options.key = &key;
    options.busyTimeout = std::chrono::milliseconds(50);
    return Database::open(path, options);
}

TEST(Database, KeepsValuesOfEveryKind) {
    TempFolder folder;
    const auto key = Secret::random(32);
    auto database = openKeyed(folder / "a.db", key);
    ASSERT_TRUE(database) << database.error().detail;
    ASSERT_TRUE(database->execute("CREATE TABLE t(a INTEGER, b REAL, c TEXT, d BLOB, e TEXT) STRICT"));
    const auto id = CaseId::random();
    ASSERT_TRUE(database->run("INSERT INTO t VALUES(?,?,?,?,?)", std::int64_t{-7}, 2.5, "señal", id, std::optional<int>()));
    auto rows = database->prepare("SELECT a, b, c, d, e FROM t");
    ASSERT_TRUE(rows);
    ASSERT_TRUE(rows->step().value_or(false));
    EXPECT_EQ(rows->integer(0), -7);
    EXPECT_EQ(rows->real(1), 2.5);
    EXPECT_EQ(rows->text(2), "señal");
    EXPECT_EQ(rows->id<CaseId>(3), id);
    EXPECT_TRUE(rows->isNull(4));
    EXPECT_FALSE(rows->step().value_or(true));
}

TEST(Database, SettingsThatDurabilityRestsOn) {
    TempFolder folder;
    const auto key = Secret::random(32);
    auto database = openKeyed(folder / "a.db", key);
    ASSERT_TRUE(database);
    const auto pragma = [&](const char* name) { return database->integer(std::string("PRAGMA ") + name)->value_or(-1); };
    EXPECT_EQ(pragma("synchronous"), 2);
    EXPECT_EQ(pragma("foreign_keys"), 1);
    EXPECT_EQ(pragma("secure_delete"), 1);
    EXPECT_EQ(pragma("temp_store"), 2);
    EXPECT_EQ(pragma("recursive_triggers"), 1);
    auto mode = database->prepare("PRAGMA journal_mode");
    ASSERT_TRUE(mode && mode->step().value_or(false));
    EXPECT_EQ(mode->text(0), "wal");
    EXPECT_EQ(std::filesystem::status(folder / "a.db").permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(Database, WrongKeyIsItsOwnError) {
    TempFolder folder;
    const auto key = Secret::random(32);
    {
        auto database = openKeyed(folder / "a.db", key);
        ASSERT_TRUE(database && database->execute("CREATE TABLE t(a INTEGER) STRICT"));
    }
    const auto before = readFile(folder / "a.db");
    const auto wrong = openKeyed(folder / "a.db", Secret::random(32));
    ASSERT_FALSE(wrong);
    EXPECT_TRUE(wrong.error().is(kKey)) << wrong.error().detail;
    EXPECT_FALSE(Database::open(folder / "a.db", {}));
    EXPECT_EQ(*before, *readFile(folder / "a.db"));
    EXPECT_TRUE(openKeyed(folder / "a.db", key));
}

TEST(Database, AnotherProgramsLockIsBusy) {
    TempFolder folder;
    const auto key = Secret::random(32);
    auto database = openKeyed(folder / "a.db", key);
    ASSERT_TRUE(database && database->execute("CREATE TABLE t(a INTEGER) STRICT"));
    std::array<int, 2> ready{}, done{};
    ASSERT_EQ(pipe(ready.data()), 0);
    ASSERT_EQ(pipe(done.data()), 0);
    const pid_t child = fork();
    char byte = 0;
    if (child == 0) {
        auto other = openKeyed(folder / "a.db", key);
        auto held = Transaction::begin(*other);
        byte = held ? 'y' : 'n';
        (void)!write(ready[1], &byte, 1);
        (void)!read(done[0], &byte, 1);
        _exit(0);
    }
    ASSERT_EQ(read(ready[0], &byte, 1), 1);
    ASSERT_EQ(byte, 'y');
    const auto refused = Transaction::begin(*database);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(kBusy)) << refused.error().detail;
    ASSERT_EQ(write(done[1], &byte, 1), 1);
    waitpid(child, nullptr, 0);
    EXPECT_TRUE(Transaction::begin(*database));
    for (const int end : {ready[0], ready[1], done[0], done[1]}) close(end);
}

TEST(Database, TransactionRollsBackUnlessCommitted) {
    TempFolder folder;
    auto database = Database::open(folder / "a.db", {});
    ASSERT_TRUE(database && database->execute("CREATE TABLE t(a INTEGER) STRICT"));
    bool undone = false;
    {
        auto transaction = Transaction::begin(*database);
        ASSERT_TRUE(transaction);
        transaction->onRollback([&] { undone = true; });
        ASSERT_TRUE(transaction->db().run("INSERT INTO t VALUES(1)"));
    }
    EXPECT_TRUE(undone);
    EXPECT_EQ(database->integer("SELECT count(*) FROM t")->value_or(-1), 0);
    auto transaction = Transaction::begin(*database);
    ASSERT_TRUE(transaction && transaction->db().run("INSERT INTO t VALUES(1)") && transaction->commit());
    EXPECT_EQ(database->integer("SELECT count(*) FROM t")->value_or(-1), 1);
}

TEST(Database, ReadOnlyRefusesWritesAndMissingFiles) {
    TempFolder folder;
    OpenOptions options;
    options.readOnly = true;
    EXPECT_TRUE(Database::open(folder / "none.db", options).error().is("E_NOT_FOUND"));
    {
        auto database = Database::open(folder / "a.db", {});
        ASSERT_TRUE(database && database->execute("CREATE TABLE t(a INTEGER) STRICT"));
    }
    auto reader = Database::open(folder / "a.db", options);
    ASSERT_TRUE(reader) << reader.error().detail;
    const auto refused = reader->run("INSERT INTO t VALUES(1)");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(kReadOnly)) << refused.error().detail;
}

constexpr Migration kOne[] = {{1, "first", "CREATE TABLE a(x INTEGER) STRICT"}};
constexpr Migration kTwo[] = {{1, "first", "CREATE TABLE a(x INTEGER) STRICT"}, {2, "more", "ALTER TABLE a ADD COLUMN y TEXT"}};
constexpr Migration kBroken[] = {{1, "first", "CREATE TABLE a(x INTEGER) STRICT"}, {2, "bad", "CREATE TABLE b(x); SYNTAX"}};
constexpr Migration kHole[] = {{1, "first", "SELECT 1"}, {3, "third", "SELECT 1"}};
static_assert(isSequence(kOne) && isSequence(kTwo) && !isSequence(kHole));

TEST(Migrations, StepsRunOnceAndNewerFilesAreRefused) {
    TempFolder folder;
    auto database = Database::open(folder / "a.db", {});
    ASSERT_TRUE(database);
    ASSERT_TRUE(applyMigrations(*database, kOne, 77));
    EXPECT_TRUE(applyMigrations(*database, kBroken, 77).error().is("E_INTERNAL"));
    EXPECT_EQ(database->integer("PRAGMA user_version")->value_or(-1), 1);
    EXPECT_EQ(database->integer("SELECT count(*) FROM sqlite_schema")->value_or(-1), 1) << "a failed step leaves nothing";
    ASSERT_TRUE(applyMigrations(*database, kTwo, 77));
    ASSERT_TRUE(applyMigrations(*database, kTwo, 77));
    EXPECT_TRUE(applyMigrations(*database, kOne, 77).error().is(kVersion));
    EXPECT_TRUE(applyMigrations(*database, kTwo, 78).error().is(kVersion));
}

}  // namespace
}  // namespace cotejo::store
