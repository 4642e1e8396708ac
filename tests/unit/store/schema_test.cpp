#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/store/errors.h"
#include "core/store/schema.h"
#include "core/store/store.h"
#include "tests/support/paths.h"
#include "tests/support/temp_folder.h"

namespace cotejo::store {
namespace {

const std::string kGolden = COTEJO_SOURCE_DIR "/tests/unit/store/golden_schema.sql";

Database migrated(const std::filesystem::path& path, std::span<const Migration> list) {
    auto database = Database::open(path, {});
    if (!database || !applyMigrations(*database, list, kPostApplication)) std::abort();
    return std::move(*database);
}

TEST(Schema, IsTheOneThatWasReviewed) {
    test::TempFolder folder;
    auto fresh = migrated(folder / "a.db", postMigrations());
    const auto text = schemaText(fresh);
    ASSERT_TRUE(text);
    if (std::getenv("COTEJO_UPDATE_GOLDEN")) std::ofstream(kGolden) << *text;
    std::stringstream golden;
    golden << std::ifstream(kGolden).rdbuf();
    EXPECT_EQ(*text, golden.str()) << "if the change is meant: add a migration, then run once with COTEJO_UPDATE_GOLDEN=1";
}

TEST(Schema, EveryOldVersionUpgradesToTheFreshOne) {
    test::TempFolder folder;
    auto fresh = migrated(folder / "fresh.db", postMigrations());
    for (std::size_t known = 1; known <= postMigrations().size(); ++known) {
        const auto path = folder / ("v" + std::to_string(known) + ".db");
        { auto old = migrated(path, postMigrations().first(known)); }
        auto upgraded = migrated(path, postMigrations());
        EXPECT_EQ(*schemaText(upgraded), *schemaText(fresh)) << known;
    }
}

TEST(Schema, AllTablesAreStrict) {
    test::TempFolder folder;
    auto fresh = migrated(folder / "a.db", postMigrations());
    auto rows = fresh.prepare("SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND strict=0 "
                              "AND name NOT LIKE 'sqlite_%'");
    ASSERT_TRUE(rows);
    EXPECT_FALSE(rows->step().value_or(true)) << rows->text(0);
}

TEST(Schema, StoresOfANewerProgramAreLeftAlone) {
    test::TempFolder folder;
    const auto dek = Secret::random(32);
    { ASSERT_TRUE(Store::create(folder / "post", dek)); }
    {
        const auto key = subKey(dek, "cotejo cases.db");
        OpenOptions options;
        options.key = &key;
        auto database = Database::open(folder / "post" / "cases.db", options);
        ASSERT_TRUE(database && database->execute("PRAGMA user_version=999"));
    }
    EXPECT_TRUE(Store::open(folder / "post", dek).error().is(kVersion));
    EXPECT_TRUE(Store::open(folder / "post", Secret::random(32)).error().is(kKey));
    EXPECT_TRUE(Store::open(folder / "none", dek).error().is("E_NOT_FOUND"));
    EXPECT_TRUE(Store::create(folder / "post", dek).error().is("E_INVALID_ARGUMENT"));
}

TEST(Schema, LegalEffectListAgreesWithTheConstraint) {
    test::TempFolder folder;
    auto fresh = migrated(folder / "a.db", postMigrations());
    int number = 0;
    for (const char* type : {"decision.propose", "decision.approve", "decision.reject", "decision.submit", "decision.execute",
                             "hold.lift", "examination.conclude", "conflict.resolve", "case.cancel", "hold.place", "case.open",
                             "match.search", "note.add", "user.login", "biometric.attach", "case.close"}) {
        const auto id = sha256(type);
        const auto done = fresh.run("INSERT INTO event(hash, chain, seq, dev, usr, role, type, schema, t_wall, state, envelope) "
                                    "VALUES(?, zeroblob(16), ?, zeroblob(16), zeroblob(16), 'system', ?, 1, 0, 0, x'00')",
                                    id, ++number, type);
        EXPECT_EQ(done.has_value(), !hasLegalEffect(type)) << type;
        EXPECT_TRUE(done || done.error().is(kConstraint));
    }
}

}  // namespace
}  // namespace cotejo::store
