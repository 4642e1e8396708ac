#include "core/access/key_slots.h"

#include <array>

#include "core/access/errors.h"
#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/store/errors.h"
#include "core/store/migration.h"

namespace cotejo::access {
namespace {

constexpr std::int32_t kSlotsApplication = 0x434F5453;  // "COTS"
constexpr store::Migration kSlotsMigrations[] = {
    {1, "facts, key slots, failed attempts", R"sql(
CREATE TABLE fact(k TEXT PRIMARY KEY, v BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE slot(
  login TEXT PRIMARY KEY,
  officer BLOB NOT NULL CHECK(length(officer) = 16),
  version INTEGER NOT NULL,
  kdf TEXT NOT NULL CHECK(kdf = 'argon2id13'),
  operations INTEGER NOT NULL CHECK(operations BETWEEN 1 AND 16),
  memory INTEGER NOT NULL CHECK(memory BETWEEN 8192 AND 1073741824),
  salt BLOB NOT NULL CHECK(length(salt) = 16),
  wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE attempt(login TEXT PRIMARY KEY, fails INTEGER NOT NULL, t INTEGER NOT NULL, locked_until INTEGER NOT NULL) STRICT,
  WITHOUT ROWID;
)sql"}};
static_assert(store::isSequence(kSlotsMigrations));
constexpr int kSlotVersion = 1;

tl::unexpected<Error> tampered(std::string_view what) {
    return fail(kSlots, "slots.db " + std::string(what) + ". It was not changed: keep it, and restore a copy of the post's folder.",
                {{"file", kSlotsName}});
}

Result<store::Database> openFile(const std::filesystem::path& folder, bool create) {
    store::OpenOptions options;
    options.create = create;
    auto database = store::Database::open(folder / kSlotsName, options);
    if (!database && (database.error().is(store::kCorrupt) || database.error().is(store::kKey))) return tampered("is damaged");
    if (!database) return database;
    if (auto done = store::applyMigrations(*database, kSlotsMigrations, kSlotsApplication); !done) {
        if (done.error().is(store::kCorrupt)) return tampered("is damaged");
        return tl::unexpected<Error>(std::move(done).error());
    }
    return database;
}

}  // namespace

Result<KeySlots> KeySlots::create(const std::filesystem::path& folder, const PostFacts& facts) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (std::filesystem::exists(folder / kSlotsName, error))
        return fail(base::kInvalidArgument, folder.string() + " already holds a post; choose another folder");
    COTEJO_TRY_ASSIGN(auto database, openFile(folder, true));
    KeySlots slots(std::move(database));
    COTEJO_TRY_ASSIGN(auto transaction, store::Transaction::begin(slots.m_db));
    COTEJO_TRY(slots.setFact("org", viewOf(facts.org)));
    COTEJO_TRY(slots.setFact("post", facts.post.bytes()));
    COTEJO_TRY(slots.setFact("post_name", viewOf(facts.postName)));
    COTEJO_TRY(slots.setFact("device", facts.device.bytes()));
    COTEJO_TRY(slots.setFact("device_name", viewOf(facts.deviceName)));
    COTEJO_TRY(slots.setFact("demo", viewOf(facts.demo ? "1" : "0")));
    COTEJO_TRY(transaction.commit());
    return slots;
}

Result<KeySlots> KeySlots::open(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::exists(folder / kSlotsName, error))
        return fail(kNoPost, folder.string() + " holds no post. Make one with cotejo-cli init, or choose another folder.",
                    {{"folder", folder.string()}});
    COTEJO_TRY_ASSIGN(auto database, openFile(folder, false));
    return KeySlots(std::move(database));
}

Status KeySlots::setFact(std::string_view key, ByteView value) {
    return m_db.run("INSERT INTO fact(k, v) VALUES(?,?) ON CONFLICT(k) DO UPDATE SET v=excluded.v", key, value);
}

Result<std::optional<Bytes>> KeySlots::fact(std::string_view key) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT v FROM fact WHERE k=?"));
    COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(key).step());
    return row ? std::optional<Bytes>(rows.blob(0)) : std::nullopt;
}

Result<PostFacts> KeySlots::facts() {
    const auto text = [&](std::string_view key) -> Result<std::string> {
        COTEJO_TRY_ASSIGN(const auto value, fact(key));
        if (!value) return tampered("lacks the fact " + std::string(key));
        return std::string(textOf(*value));
    };
    PostFacts facts;
    COTEJO_TRY_ASSIGN(facts.org, text("org"));
    COTEJO_TRY_ASSIGN(facts.postName, text("post_name"));
    COTEJO_TRY_ASSIGN(facts.deviceName, text("device_name"));
    COTEJO_TRY_ASSIGN(const auto demo, text("demo"));
    facts.demo = demo == "1";
    COTEJO_TRY_ASSIGN(const auto post, text("post"));
    COTEJO_TRY_ASSIGN(const auto device, text("device"));
    const auto postId = PostId::fromBytes(viewOf(post));
    const auto deviceId = DeviceId::fromBytes(viewOf(device));
    if (!postId || !deviceId) return tampered("has a broken post or device");
    facts.post = *postId;
    facts.device = *deviceId;
    COTEJO_TRY_ASSIGN(const auto sync, fact("last_sync"));
    if (sync && sync->size() == 8) facts.lastSync = fromMillis(static_cast<std::int64_t>(ByteReader(*sync).u64()));
    if (!facts.demo) return facts;
    COTEJO_TRY_ASSIGN(const auto logins, fact("demo_logins"));
    if (!logins) return facts;
    COTEJO_TRY_ASSIGN(const auto list, parseJson(textOf(*logins), kSlotsName, 64u << 10));
    for (const auto& each : list)
        facts.demoLogins.push_back({textAt(each, "login").value_or(""), textAt(each, "name").value_or(""),
                                    textAt(each, "passphrase").value_or("")});
    return facts;
}

Status KeySlots::setLastSync(UtcTime at, const Secret& dek) {
    ByteWriter out;
    out.u64(static_cast<std::uint64_t>(toMillis(at)));
    COTEJO_TRY_ASSIGN(auto transaction, store::Transaction::begin(m_db));
    COTEJO_TRY(setFact("last_sync", out.bytes()));
    COTEJO_TRY(sealMac(dek));
    return transaction.commit();
}

Status KeySlots::addDemoLogin(const PostFacts::DemoLogin& login, const Secret& dek) {
    COTEJO_TRY_ASSIGN(auto transaction, store::Transaction::begin(m_db));
    COTEJO_TRY_ASSIGN(const auto known, facts());
    if (!known.demo) return fail(base::kInvalidArgument, "only a demo post shows its passphrases");
    Json list = Json::array();
    for (const auto& each : known.demoLogins)
        if (each.login != login.login)
            list.push_back({{"login", each.login}, {"name", each.displayName}, {"passphrase", each.passphrase}});
    list.push_back({{"login", login.login}, {"name", login.displayName}, {"passphrase", login.passphrase}});
    COTEJO_TRY(setFact("demo_logins", viewOf(canonicalJson(list))));
    COTEJO_TRY(sealMac(dek));
    return transaction.commit();
}

Result<Bytes> KeySlots::associatedData(std::string_view login, const OfficerId& officer, std::int64_t version) {
    COTEJO_TRY_ASSIGN(const auto known, facts());
    ByteWriter out;
    out.field("cotejo slot");
    out.field(known.org);
    out.raw(known.device.bytes());
    out.field(login);
    out.raw(officer.bytes());
    out.u64(static_cast<std::uint64_t>(version));
    return out.take();
}

Status KeySlots::put(std::string_view login, const OfficerId& officer, std::string_view passphrase, const KdfCost& cost,
                     const Secret& dek, const SigningKey& key) {
    const auto salt = Secret::random(16);
    COTEJO_TRY_ASSIGN(const auto kek, deriveKey(passphrase, salt.view(), cost));
    COTEJO_TRY_ASSIGN(auto transaction, store::Transaction::begin(m_db));
    {
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT officer FROM slot WHERE login=?"));
        COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(login).step());
        if (row && rows.id<OfficerId>(0) != officer)
            return fail(kLoginTaken, "another officer of this post signs in as " + std::string(login), {{"login", std::string(login)}});
    }
    COTEJO_TRY_ASSIGN(const auto bound, associatedData(login, officer, kSlotVersion));
    Secret plain(64);
    std::copy_n(dek.data(), 32, plain.data());
    std::copy_n(key.seed().data(), 32, plain.data() + 32);
    COTEJO_TRY(m_db.run("INSERT INTO slot(login, officer, version, kdf, operations, memory, salt, wrapped) VALUES(?,?,?,?,?,?,?,?) "
                        "ON CONFLICT(login) DO UPDATE SET operations=excluded.operations, memory=excluded.memory, "
                        "salt=excluded.salt, wrapped=excluded.wrapped",
                        login, officer, kSlotVersion, "argon2id13", cost.operations, static_cast<std::uint64_t>(cost.memoryBytes),
                        salt.view(), seal(kek, plain.view(), bound)));
    COTEJO_TRY(sealMac(dek));
    return transaction.commit();
}

Status KeySlots::remove(std::string_view login, const Secret& dek) {
    COTEJO_TRY_ASSIGN(auto transaction, store::Transaction::begin(m_db));
    COTEJO_TRY(m_db.run("DELETE FROM slot WHERE login=?", login));
    COTEJO_TRY(sealMac(dek));
    return transaction.commit();
}

Result<KdfCost> KeySlots::cost() {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT operations, memory FROM slot ORDER BY memory DESC LIMIT 1"));
    COTEJO_TRY_ASSIGN(const bool row, rows.step());
    if (!row) return KdfCost{};
    return KdfCost{static_cast<std::uint64_t>(rows.integer(0)), static_cast<std::size_t>(rows.integer(1))};
}

Status KeySlots::noteFailure(std::string_view login, UtcTime now) {
    constexpr auto kWindow = std::chrono::minutes(kLockMinutes);
    COTEJO_TRY(m_db.run("DELETE FROM attempt WHERE t < ?", toMillis(now - kWindow)));
    COTEJO_TRY(m_db.run("INSERT INTO attempt(login, fails, t, locked_until) VALUES(?,1,?,0) ON CONFLICT(login) DO UPDATE SET "
                        "fails = fails + 1, t=excluded.t",
                        login, now));
    return m_db.run("UPDATE attempt SET locked_until=? WHERE login=? AND fails >= ?", now + kWindow, login, kFailuresAllowed);
}

Result<Unlocked> KeySlots::unlock(std::string_view login, std::string_view passphrase, UtcTime now) {
    COTEJO_TRY_ASSIGN(const auto lockedUntil, m_db.integer("SELECT locked_until FROM attempt WHERE login=?", login));
    if (lockedUntil && fromMillis(*lockedUntil) > now) {
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(fromMillis(*lockedUntil) - now).count();
        return fail(kLocked, "too many wrong passphrases; wait " + std::to_string(minutes) + " minutes, or ask an administrator",
                    {{"minutes", std::to_string(minutes)}, {"until", toIso(fromMillis(*lockedUntil))}});
    }
    std::optional<Secret> plain;
    OfficerId officer;
    {
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT officer, version, operations, memory, salt, wrapped FROM slot WHERE login=?"));
        COTEJO_TRY_ASSIGN(const bool found, rows.bindAll(login).step());
        KdfCost cost;
        Bytes salt(16, 0), wrapped, bound;
        if (found) {
            officer = rows.id<OfficerId>(0);
            cost = {static_cast<std::uint64_t>(rows.integer(2)), static_cast<std::size_t>(rows.integer(3))};
            salt = rows.blob(4);
            wrapped = rows.blob(5);
            COTEJO_TRY_ASSIGN(bound, associatedData(login, officer, rows.integer(1)));
        } else {
            COTEJO_TRY_ASSIGN(cost, this->cost());  // a login that does not exist takes as long
        }
        COTEJO_TRY_ASSIGN(const auto kek, deriveKey(passphrase, salt, cost));
        plain = unseal(kek, wrapped, bound);
    }
    if (!plain || plain->size() != 64) {
        COTEJO_TRY(noteFailure(login, now));
        COTEJO_TRY_ASSIGN(const auto fails, m_db.integer("SELECT fails FROM attempt WHERE login=?", login));
        const auto left = std::to_string(std::max<std::int64_t>(kFailuresAllowed - fails.value_or(0), 0));
        return fail(kPassphrase, "the login or the passphrase is wrong (" + left + " tries left)", {{"left", left}});
    }
    Unlocked unlocked{Secret::copyOf(plain->view().first(32)), officer, *SigningKey::fromSeed(plain->view().last(32))};
    if (auto authentic = checkMac(unlocked.dek); !authentic) return tl::unexpected<Error>(std::move(authentic).error());
    COTEJO_TRY(m_db.run("DELETE FROM attempt WHERE login=?", login));
    return unlocked;
}

Result<Bytes> KeySlots::mac(const Secret& dek) {
    ByteWriter out;
    const auto addAll = [&](std::string_view sql, int columns) -> Status {
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(sql));
        out.field("table");
        while (true) {
            COTEJO_TRY_ASSIGN(const bool row, rows.step());
            if (!row) return {};
            for (int column = 0; column < columns; ++column) out.field(rows.blobView(column));
        }
    };
    COTEJO_TRY(addAll("SELECT k, v FROM fact WHERE k <> 'mac' ORDER BY k", 2));
    COTEJO_TRY(addAll("SELECT login, officer, version, kdf, operations, memory, salt, wrapped FROM slot ORDER BY login", 8));
    const auto code = subKey(subKey(dek, "cotejo slots.db"), textOf(out.bytes()));
    return Bytes(code.view().begin(), code.view().end());
}

Status KeySlots::sealMac(const Secret& dek) {
    COTEJO_TRY_ASSIGN(const auto code, mac(dek));
    return setFact("mac", code);
}

Status KeySlots::checkMac(const Secret& dek) {
    COTEJO_TRY_ASSIGN(const auto stored, fact("mac"));
    COTEJO_TRY_ASSIGN(const auto code, mac(dek));
    if (!stored || !equalConstantTime(*stored, code)) return tampered("was changed outside the program");
    return {};
}

}  // namespace cotejo::access
