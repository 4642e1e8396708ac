#include "core/access/desk.h"

#include <algorithm>

#include "core/access/errors.h"
#include "core/access/key_slots.h"
#include "core/base/errors.h"
#include "core/journal/admin_events.h"
#include "core/journal/roster_book.h"
#include "core/record/act.h"
#include "core/store/errors.h"
#include "core/store/event_table.h"
#include "core/store/sync_state.h"

namespace cotejo::access {
namespace {

constexpr std::size_t kLeastPassphrase = 12;

Status checkPassphrase(std::string_view passphrase) {
    if (passphrase.size() >= kLeastPassphrase) return {};
    return fail(kWeak, "a passphrase has at least " + std::to_string(kLeastPassphrase) + " characters; several words are easy to keep",
                {{"least", std::to_string(kLeastPassphrase)}});
}

/// Logins are what people type: no spaces or capitals to get wrong.
Status checkLogin(std::string_view login) {
    const bool fits = !login.empty() && login.size() <= 64 && std::ranges::all_of(login, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
    if (fits) return {};
    return fail(base::kInvalidArgument, "a login has 1 to 64 of the characters a-z, 0-9, dot, hyphen and underscore", {{"field", "login"}});
}

/// The role that an officer signs in and out with: the first that is theirs now.
std::string signInRole(const record::Officer& officer, UtcTime now) {
    for (const auto& grant : officer.grants)
        if (now < grant.validUntil) return std::string(record::codeOf(grant.role));
    return std::string(record::codeOf(record::Role::Officer));
}

Status requireAdmin(const Desk& desk) {
    if (desk.holds(record::Role::Admin)) return {};
    return fail(kNotAdmin, "only an administrator may do this");
}

journal::Draft adminDraft(std::string_view type, Bytes body) {
    return {std::string(type), std::move(body), {}, {}, std::string(record::codeOf(record::Role::Admin)), {}, {}};
}

Status saveOfficer(Desk& desk, const record::Officer& officer) {
    return desk.store().write([&](store::Transaction& tx) -> Status {
        COTEJO_TRY(store::OfficerTable(tx).put(officer));
        const auto event = desk.journal().append(tx, adminDraft(journal::kOfficerChanged, bytesOf(record::officerToJson(officer))));
        return event ? Status() : Status(tl::unexpected<Error>(event.error()));
    });
}

/// Somebody of this post, where this post itself says what its people may.
Result<record::Officer> officerHere(Desk& desk, const OfficerId& id) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
    if (roster) return fail(kRosterRules, "roles and suspensions of this organisation stand in its roster; change it there");
    COTEJO_TRY_ASSIGN(auto officer, store::OfficerTable(reader).find(id));
    if (!officer) return fail(base::kNotFound, "there is no officer " + id.text());
    if (officer->post != desk.post()) return fail(kOtherPost, "this officer belongs to another post; its administrator does this");
    return std::move(*officer);
}

/// What cases.db says of the post; everything must be there.
struct PostMeta {
    std::string org;
    std::string postName;
    store::Device device;
    SigningKey deviceKey;
    bool demo = false;
};

Result<PostMeta> readMeta(store::Database& database) {
    store::MetaTable meta(database);
    COTEJO_TRY_ASSIGN(const auto org, meta.text("org"));
    COTEJO_TRY_ASSIGN(const auto postName, meta.text("post_name"));
    COTEJO_TRY_ASSIGN(const auto deviceBytes, meta.bytes("device"));
    COTEJO_TRY_ASSIGN(const auto seed, meta.bytes("device_seed"));
    COTEJO_TRY_ASSIGN(const auto demo, meta.text("demo"));
    const auto id = DeviceId::fromBytes(deviceBytes.value_or(Bytes()));
    auto key = SigningKey::fromSeed(seed.value_or(Bytes()));
    if (!org || !postName || !id || !key)
        return fail(store::kCorrupt, "cases.db lacks facts of its post; its set-up did not finish. Set up the post again elsewhere.");
    COTEJO_TRY_ASSIGN(const auto device, store::DeviceTable(database).find(*id));
    if (!device) return fail(store::kCorrupt, "cases.db does not know its own device; restore a copy");
    return PostMeta{*org, *postName, *device, std::move(*key), demo == "1"};
}

/// What the post's own journal and its last server told of the time.
Result<KnownClock::Start> timeTold(store::Database& database, const DeviceId& device, const Clock& clock) {
    using store::SyncState;
    KnownClock::Start start;
    SyncState state(database);
    store::EventTable events(database);
    COTEJO_TRY_ASSIGN(const auto tip, events.lastTipOf(device));
    if (tip) {
        COTEJO_TRY_ASSIGN(const auto last, events.find(tip->hash));
        if (last) {
            start.floor = last->event.wall;
            if (last->event.bootId == clock.boot()) start.elapsedAtFloor = std::chrono::milliseconds(last->event.monotonicMillis);
        }
    }
    COTEJO_TRY_ASSIGN(const auto server, state.integer(SyncState::kServerTime));
    if (!server) return start;
    start.serverEverMet = true;
    COTEJO_TRY_ASSIGN(const auto boot, state.text(SyncState::kContactBoot));
    COTEJO_TRY_ASSIGN(const auto elapsed, state.integer(SyncState::kContactElapsed));
    COTEJO_TRY_ASSIGN(const auto at, state.integer(SyncState::kContactTime));
    if (boot && elapsed && at && *boot == clock.boot()) {
        start.floor = fromMillis(*at);
        start.elapsedAtFloor = std::chrono::milliseconds(*elapsed);
        start.serverMet = true;
    } else {
        start.floor = std::max(start.floor, fromMillis(at.value_or(*server)));
    }
    return start;
}

}  // namespace

Result<record::Officer> createPost(const std::filesystem::path& folder, const PostSetup& setup, const NewOfficer& admin,
                                   std::string_view passphrase, const Clock& clock) {
    if (setup.org.empty() || setup.postName.empty() || setup.deviceName.empty())
        return fail(base::kInvalidArgument, "organisation, post and device need names");
    if (setup.cost.memoryBytes < kLeastCost && !setup.testing)
        return fail(base::kInvalidArgument, "a passphrase check uses at least 64 MiB of memory");
    COTEJO_TRY(checkLogin(admin.login));
    COTEJO_TRY(checkPassphrase(passphrase));

    const auto dek = Secret::random(32);
    const auto deviceKey = SigningKey::random();
    const auto userKey = SigningKey::random();
    const store::Device device{DeviceId::random(), deviceKey.publicKey(), setup.post, setup.deviceName, {}};
    record::Officer officer{OfficerId::random(), admin.login, admin.displayName, setup.post, admin.grants, userKey.publicKey(), true};
    if (!officer.holds(record::Role::Admin, clock.now())) officer.grants.push_back({record::Role::Admin});
    PostFacts facts{setup.org, setup.post, setup.postName, device.id, setup.deviceName, setup.demo, {}, {}};

    // The slots come first: a database without a slot could never be opened.
    COTEJO_TRY_ASSIGN(auto slots, KeySlots::create(folder, facts));
    COTEJO_TRY(slots.put(officer.login, officer.id, passphrase, setup.cost, dek, userKey));
    if (setup.demo)
        COTEJO_TRY(slots.addDemoLogin({officer.login, officer.displayName, std::string(passphrase)}, dek));
    COTEJO_TRY_ASSIGN(const auto store, store::Store::create(folder, dek));
    journal::Journal journal({setup.org, device.id, *SigningKey::fromSeed(deviceKey.seed()), officer.id,
                              *SigningKey::fromSeed(userKey.seed()), ChainId::random()},
                             clock);
    auto written = store->write([&](store::Transaction& tx) -> Status {
        store::MetaTable meta(tx);
        COTEJO_TRY(meta.set("org", std::string_view(setup.org)));
        COTEJO_TRY(meta.set("post_name", std::string_view(setup.postName)));
        COTEJO_TRY(meta.set("device", device.id.bytes()));
        COTEJO_TRY(meta.set("device_seed", deviceKey.seed()));
        COTEJO_TRY(meta.set("demo", std::string_view(setup.demo ? "1" : "0")));
        COTEJO_TRY(store::DeviceTable(tx).put(device));
        COTEJO_TRY(store::OfficerTable(tx).put(officer));
        const auto event = journal.append(
            tx, adminDraft(journal::kPostFounded, journal::foundingBody({setup.org, setup.postName, device, officer})));
        return event ? Status() : Status(tl::unexpected<Error>(event.error()));
    });
    if (!written) return tl::unexpected<Error>(std::move(written).error());
    return officer;
}

Result<std::unique_ptr<Desk>> signIn(const std::filesystem::path& folder, std::string_view login, std::string_view passphrase,
                                     const Clock& clock) {
    COTEJO_TRY_ASSIGN(auto slots, KeySlots::open(folder));
    COTEJO_TRY_ASSIGN(auto unlocked, slots.unlock(login, passphrase, clock.now()));
    auto store = store::Store::open(folder, unlocked.dek);
    if (!store && store.error().is(store::kKey))  // the slot gave the right key, so the file is what is wrong
        return fail(store::kCorrupt, "the first page of cases.db is damaged. It was not changed: keep it, and restore a copy.",
                    {{"file", store::Store::kDatabaseName}});
    if (!store) return tl::unexpected<Error>(std::move(store).error());

    std::optional<PostMeta> meta;
    std::optional<record::Officer> officer;
    {
        COTEJO_TRY_ASSIGN(auto reader, (*store)->reader());
        COTEJO_TRY_ASSIGN(meta, readMeta(reader));
        COTEJO_TRY_ASSIGN(officer, store::OfficerTable(reader).find(unlocked.officer));
        COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
        if (roster && officer) {
            // What stands in the table is what was asked for.
            const auto* member = roster->latest().member(officer->id);
            if (member && member->officer.key != officer->key) return fail(kSlots, "the roster names another key for " + std::string(login));
            if (member) officer = member->officer;
            if (!member) officer->grants.clear();
        }
    }
    if (!officer || officer->key != unlocked.key.publicKey())
        return fail(kSlots, "the key slot of " + std::string(login) + " does not belong to an officer of this post");
    if (!officer->active) return fail(kInactive, "this officer may no longer sign in; ask an administrator");

    KnownClock::Start start;
    {
        COTEJO_TRY_ASSIGN(auto reader, (*store)->reader());
        COTEJO_TRY_ASSIGN(start, timeTold(reader, meta->device.id, clock));
    }
    auto known = std::make_unique<KnownClock>(clock, start);
    auto journal = std::make_unique<journal::Journal>(journal::Signer{meta->org, meta->device.id, std::move(meta->deviceKey),
                                                                      officer->id, std::move(unlocked.key), ChainId::random()},
                                                      *known);
    auto desk = std::unique_ptr<Desk>(new Desk(std::move(unlocked.dek), std::move(*store), std::move(journal), std::move(*officer),
                                               std::move(meta->device), std::move(known)));
    desk->m_org = std::move(meta->org);
    desk->m_postName = std::move(meta->postName);
    desk->m_demo = meta->demo;
    desk->m_signedOut = true;  // until the sign-in stands in the journal there is nothing to sign out of
    auto noted = desk->note(journal::kLogin);
    if (!noted) return tl::unexpected<Error>(std::move(noted).error());
    desk->m_signedOut = false;
    return desk;
}

Desk::Desk(Secret dek, std::unique_ptr<store::Store> store, std::unique_ptr<journal::Journal> journal, record::Officer officer,
           store::Device device, std::unique_ptr<KnownClock> clock)
    : m_dek(std::move(dek)), m_clock(std::move(clock)), m_store(std::move(store)), m_journal(std::move(journal)),
      m_officer(std::move(officer)), m_device(std::move(device)) {}

Desk::~Desk() { (void)signOut(); }

Status Desk::note(std::string_view type) {
    return m_store->write([&](store::Transaction& tx) -> Status {
        const auto event =
            m_journal->append(tx, {std::string(type), bytesOf("{}"), {}, {}, signInRole(m_officer, m_clock->now()), {}, {}});
        return event ? Status() : Status(tl::unexpected<Error>(event.error()));
    });
}

Status Desk::signOut() {
    if (m_signedOut) return {};
    m_signedOut = true;
    return note(journal::kLogout);
}

Status Desk::noteLock() { return note(journal::kLock); }

Status Desk::confirm(std::string_view passphrase) {
    COTEJO_TRY_ASSIGN(auto slots, KeySlots::open(folder()));
    const auto unlocked = slots.unlock(m_officer.login, passphrase, m_clock->now());
    return unlocked ? Status() : Status(tl::unexpected<Error>(unlocked.error()));
}

void Desk::sign(roster::Entry& entry) const { roster::sign(entry, m_officer.id, m_journal->userKey()); }

Status Desk::noteSync(UtcTime at) {
    COTEJO_TRY_ASSIGN(auto slots, KeySlots::open(folder()));
    return slots.setLastSync(at, m_dek);
}

Result<record::Officer> addOfficer(Desk& admin, const NewOfficer& wanted, std::string_view passphrase) {
    COTEJO_TRY(requireAdmin(admin));
    COTEJO_TRY(checkLogin(wanted.login));
    COTEJO_TRY(checkPassphrase(passphrase));
    COTEJO_TRY_ASSIGN(auto slots, KeySlots::open(admin.folder()));
    COTEJO_TRY_ASSIGN(const auto cost, slots.cost());
    const auto key = SigningKey::random();
    const record::Officer officer{OfficerId::random(), wanted.login,  wanted.displayName, admin.post(),
                                  wanted.grants,       key.publicKey(), true};
    COTEJO_TRY(slots.put(officer.login, officer.id, passphrase, cost, admin.m_dek, key));
    if (auto saved = saveOfficer(admin, officer); !saved) {
        (void)slots.remove(officer.login, admin.m_dek);  // a slot without an officer opens nothing anyway
        return tl::unexpected<Error>(std::move(saved).error());
    }
    if (admin.isDemo())
        COTEJO_TRY(slots.addDemoLogin({officer.login, officer.displayName, std::string(passphrase)}, admin.m_dek));
    return officer;
}

Status setOfficerActive(Desk& admin, const OfficerId& id, bool active) {
    COTEJO_TRY(requireAdmin(admin));
    if (!active && id == admin.officer().id)
        return fail(base::kInvalidArgument, "administrators cannot deactivate themselves; another one can");
    COTEJO_TRY_ASSIGN(auto officer, officerHere(admin, id));
    officer.active = active;
    return saveOfficer(admin, officer);
}

Status setGrants(Desk& admin, const OfficerId& id, std::vector<record::RoleGrant> grants) {
    COTEJO_TRY(requireAdmin(admin));
    COTEJO_TRY_ASSIGN(auto officer, officerHere(admin, id));
    // A role that is taken away ends now and stays in the record: what was done in it keeps its effect.
    const auto now = admin.clock().now();
    for (const auto& before : officer.grants)
        if (std::ranges::none_of(grants, [&](const auto& each) { return each.role == before.role; }))
            grants.push_back({before.role, std::min(before.validUntil, now)});
    officer.grants = std::move(grants);
    return saveOfficer(admin, officer);
}

Status changePassphrase(Desk& desk, std::string_view oldPassphrase, std::string_view newPassphrase) {
    COTEJO_TRY(checkPassphrase(newPassphrase));
    COTEJO_TRY_ASSIGN(auto slots, KeySlots::open(desk.folder()));
    COTEJO_TRY_ASSIGN(const auto unlocked, slots.unlock(desk.officer().login, oldPassphrase, desk.clock().now()));
    COTEJO_TRY_ASSIGN(const auto cost, slots.cost());
    COTEJO_TRY(slots.put(desk.officer().login, desk.officer().id, newPassphrase, cost, unlocked.dek, unlocked.key));
    if (desk.isDemo())
        return slots.addDemoLogin({desk.officer().login, desk.officer().displayName, std::string(newPassphrase)}, unlocked.dek);
    return {};
}

Result<PostFacts> postFacts(const std::filesystem::path& folder) {
    COTEJO_TRY_ASSIGN(auto slots, KeySlots::open(folder));
    return slots.facts();
}

}  // namespace cotejo::access
