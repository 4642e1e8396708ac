#include <gtest/gtest.h>

#include "core/access/key_slots.h"
#include "core/journal/admin_events.h"
#include "core/journal/verify.h"
#include "core/store/errors.h"
#include "core/store/event_table.h"
#include "tests/support/test_post.h"

/// Somebody with the database key and a steady hand: whatever they change, verification names the first entry concerned.
namespace cotejo::journal {
namespace {

using test::TestPost;

class TamperTest : public testing::Test {
  protected:
    /// Chain 1: founding. Chain 2: sign-in, three notes, sign-out. Chain 3: the same. Every note has a case.
    void SetUp() override {
        entity = CaseId::random();
        for (int round = 0; round < 2; ++round) {
            auto desk = post.signIn();
            ASSERT_TRUE(desk);
            for (int i = 0; i < 3; ++i)
                ASSERT_TRUE((*desk)->store().write([&](store::Transaction& tx) {
                    return (*desk)->journal().append(tx, Draft::of(record::AddNote{"note " + std::to_string(i)}, entity, {}, "officer"));
                }));
            chain[round] = (*desk)->journal().chain();
        }
        auto slots = access::KeySlots::open(post.folder());
        dek = std::move(slots->unlock("admin", TestPost::kPassphrase, post.clock.now())->dek);
    }

    /// Runs SQL on a copy of the post, with every trigger gone, and verifies the copy. "{chain}" is the second chain.
    VerifyReport after(std::string sql) {
        const auto copy = scratch / std::to_string(++m_copies);
        std::filesystem::copy(post.folder(), copy, std::filesystem::copy_options::recursive);
        for (std::size_t at; (at = sql.find("{chain}")) != std::string::npos;) sql.replace(at, 7, "x'" + chain[0].text() + "'");
        {
            const auto key = subKey(dek, "cotejo cases.db");
            store::OpenOptions options;
            options.key = &key;
            auto database = store::Database::open(copy / "cases.db", options);
            EXPECT_TRUE(database && database->execute("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON"));
            for (const char* trigger : {"event_is_immutable", "event_is_kept", "chain_tip_only_grows", "chain_tip_is_kept",
                                        "officer_key_is_kept", "officer_is_kept", "device_key_is_kept", "device_is_kept"})
                EXPECT_TRUE(database->execute("DROP TRIGGER " + std::string(trigger)));
            const auto done = database->execute(sql);
            EXPECT_TRUE(done) << sql << ": " << (done ? "" : done.error().detail);
        }
        auto opened = store::Store::open(copy, dek);
        EXPECT_TRUE(opened) << (opened ? "" : opened.error().detail);
        auto report = verify(**opened);
        EXPECT_TRUE(report) << (report ? "" : report.error().detail);
        return report ? std::move(*report) : VerifyReport{};
    }

    void expect(const std::string& sql, const std::string& code, std::optional<std::uint64_t> seq) {
        const auto report = after(sql);
        ASSERT_FALSE(report.intact()) << sql;
        EXPECT_EQ(report.firstBad->code, code) << sql << ": " << report.firstBad->why;
        EXPECT_EQ(report.firstBad->file, "cases.db");
        if (seq) {
            EXPECT_EQ(report.firstBad->chain, chain[0]) << sql;
            EXPECT_EQ(report.firstBad->seq, seq) << sql;
        }
    }

    TestPost post;
    test::TempFolder scratch;
    CaseId entity;
    std::array<ChainId, 2> chain;
    Secret dek;

  private:
    int m_copies = 0;
};

TEST_F(TamperTest, UntouchedIsIntact) {
    const auto report = after("SELECT 1");
    EXPECT_TRUE(report.intact()) << report.firstBad->code << report.firstBad->why;
    EXPECT_EQ(report.entries, 11);
    EXPECT_EQ(report.chains, 3);
}

TEST_F(TamperTest, AChangeInAnyColumnIsNamed) {
    const std::string where = " WHERE chain={chain} AND seq=3";
    expect("UPDATE event SET hash=zeroblob(32)" + where, "hash", 3);
    expect("UPDATE event SET chain=zeroblob(16)" + where, "missing", 4);
    expect("UPDATE event SET seq=77" + where, "missing", 4);
    expect("UPDATE event SET dev=zeroblob(16)" + where, "column:dev", 3);
    expect("UPDATE event SET usr=zeroblob(16)" + where, "column:usr", 3);
    expect("UPDATE event SET role='supervisor'" + where, "column:role", 3);
    expect("UPDATE event SET type='decision.approve'" + where, "column:type", 3);
    expect("UPDATE event SET entity=zeroblob(16)" + where, "column:entity", 3);
    expect("UPDATE event SET entity=NULL" + where, "column:entity", 3);
    expect("UPDATE event SET schema=2" + where, "column:schema", 3);
    expect("UPDATE event SET t_wall=t_wall+1" + where, "column:t_wall", 3);
    expect("UPDATE event SET id=id+1000" + where, "order", 4);
    for (const int state : {1, 3, 4}) expect("UPDATE event SET state=" + std::to_string(state) + where, "state", 3);
    expect("UPDATE event SET gseq=5" + where, "state", 3);
    expect("UPDATE event SET gseq=5, state=1" + where, "state", 3);
    expect("INSERT INTO quarantine(hash, reason, t) SELECT hash, 'x', 0 FROM event" + where, "state", 3);
}

TEST_F(TamperTest, AFlippedBitAnywhereInTheSignedBytesIsNamed) {
    std::size_t length = 0;
    {
        auto desk = store::Store::open(post.folder(), dek);
        auto reader = (*desk)->reader();
        length = record::encodeEvent((*store::EventTable(*reader).findAt(chain[0], 3))->event).size();
    }
    ASSERT_GT(length, 300u);
    for (std::size_t at = 0; at < length; at += length / 40) {
        // Replaces one byte by another, through hexadecimal text.
        const std::string place = std::to_string(at + 1);
        const auto report = after("UPDATE event SET envelope=CAST(substr(envelope,1," + std::to_string(at) + ") || "
                                  "CASE WHEN substr(envelope," + place + ",1)=x'5a' THEN x'a5' ELSE x'5a' END || substr(envelope," +
                                  std::to_string(at + 2) + ") AS BLOB) WHERE chain={chain} AND seq=3");
        ASSERT_FALSE(report.intact()) << at;
        EXPECT_EQ(report.firstBad->seq, 3u) << at;
        EXPECT_EQ(report.firstBad->chain, chain[0]) << at;
    }
}

TEST_F(TamperTest, SwappedSignaturesAreNamed) {
    // The envelope ends with both signatures, 64 bytes each.
    const auto graft = [](const std::string& from) {
        return "UPDATE event SET envelope=CAST(substr(envelope,1,length(envelope)-128) || " + from + " AS BLOB) WHERE chain={chain} AND seq=3";
    };
    const std::string other = "(SELECT envelope FROM event WHERE chain={chain} AND seq=4)";
    expect(graft("substr(" + other + ",length(" + other + ")-127)"), "device_signature", 3);
    expect(graft("substr(envelope,length(envelope)-63) || substr(envelope,length(envelope)-127,64)"), "device_signature", 3);
    expect(graft("substr(envelope,length(envelope)-127,64) || substr(" + other + ",length(" + other + ")-63)"), "user_signature", 3);
}

TEST_F(TamperTest, DeletedReorderedAndCutEntriesAreNamed) {
    expect("DELETE FROM event WHERE chain={chain} AND seq=1", "missing", 2);
    expect("DELETE FROM event WHERE chain={chain} AND seq=3", "missing", 4);
    expect("DELETE FROM event WHERE chain={chain} AND seq=5", "cut", 5);
    expect("DELETE FROM event WHERE chain={chain} AND seq>2", "cut", 3);
    expect("DELETE FROM event WHERE chain={chain}", "cut", 1);
    // With the note of the end mended as well, the next chain still names the entry that is gone.
    const auto mended = after("DELETE FROM event WHERE chain={chain} AND seq=5; UPDATE chain_tip SET seq=4, hash=(SELECT hash FROM event "
                              "WHERE chain={chain} AND seq=4) WHERE chain={chain}");
    ASSERT_FALSE(mended.intact());
    EXPECT_EQ(mended.firstBad->code, "link");
    EXPECT_EQ(mended.firstBad->chain, chain[1]);
    const auto whole = after("DELETE FROM event WHERE chain={chain}; DELETE FROM chain_tip WHERE chain={chain}");
    ASSERT_FALSE(whole.intact());
    EXPECT_EQ(whole.firstBad->code, "link");
    EXPECT_EQ(whole.firstBad->chain, chain[1]);
    // Two entries exchange their places in the chain.
    expect("UPDATE event SET seq=1000 WHERE chain={chain} AND seq=2; UPDATE event SET seq=2 WHERE chain={chain} AND seq=3;"
           "UPDATE event SET seq=3 WHERE chain={chain} AND seq=1000",
           "column:seq", 2);
    expect("UPDATE event SET id=id+1000 WHERE chain={chain}", "order", std::nullopt);
}

TEST_F(TamperTest, NotesOfTheEndAndKeysAreChecked) {
    const std::string where = " WHERE chain={chain}";
    expect("UPDATE chain_tip SET hash=zeroblob(32)" + where, "tip", 5);
    expect("UPDATE chain_tip SET seq=4" + where, "tip", 5);
    expect("UPDATE chain_tip SET seq=6" + where, "cut", 6);
    expect("UPDATE chain_tip SET dev=zeroblob(16)" + where, "tip", 1);
    expect("DELETE FROM chain_tip" + where, "tip", 1);
    expect("UPDATE officer SET key=zeroblob(32)", "keys", std::nullopt);
    expect("UPDATE device SET key=zeroblob(32)", "keys", std::nullopt);
    expect("UPDATE officer SET doc=replace(doc, '\"admin\"', '\"supervisor\"')", "keys", std::nullopt);
    expect("INSERT INTO device SELECT zeroblob(16), key, post, name, NULL FROM device", "keys", std::nullopt);
    expect("DELETE FROM event WHERE type='admin.post'", "cut", std::nullopt);
}

TEST_F(TamperTest, AnEntryResignedWithOtherKeysIsNamed) {
    auto opened = store::Store::open(post.folder(), dek);
    record::Event event;
    {
        auto reader = (*opened)->reader();
        event = (*store::EventTable(*reader).findAt(chain[0], 5))->event;
    }
    event.body = record::bodyOf(record::AddNote{"never written"});
    record::sign(event, SigningKey::random(), SigningKey::random());
    const auto hash = "x'" + record::hashOf(event).text() + "'";
    const auto report = after("UPDATE event SET hash=" + hash + ", envelope=x'" + toHex(record::encodeEvent(event)) +
                              "' WHERE chain={chain} AND seq=5; UPDATE chain_tip SET hash=" + hash + " WHERE chain={chain}");
    ASSERT_FALSE(report.intact());
    EXPECT_EQ(report.firstBad->code, "device_signature");
    EXPECT_EQ(report.firstBad->seq, 5u);
}

TEST_F(TamperTest, ReportsProgressAndStops) {
    auto opened = store::Store::open(post.folder(), dek);
    std::int64_t last = -1, total = 0;
    ASSERT_TRUE(verify(**opened, [&](std::int64_t done, std::int64_t all) {
        EXPECT_GE(done, last);
        last = done;
        total = all;
    }));
    EXPECT_EQ(last, 11);
    EXPECT_EQ(total, 11);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(verify(**opened, {}, stop.get_token()).error().is("E_CANCELLED"));
}

}  // namespace
}  // namespace cotejo::journal
