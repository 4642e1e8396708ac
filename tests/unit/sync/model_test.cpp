// The properties of the protocol (core/sync/README.md) over many random histories: posts decide on shared cases while links
// lose, repeat and delay messages, posts crash before or after a commit, the server is restored from old backups, and post
// disks are restored from old images. The client and the server's rules are the real ones; links and disks are not.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>

#include "tests/unit/sync/fakes.h"

namespace cotejo::testing {
namespace {

using record::Event;

constexpr int kPosts = 6;
constexpr int kCases = 13;
constexpr int kSteps = 400;

struct Identity {
    DeviceId id = DeviceId::random();
    SigningKey key = SigningKey::random();
    OfficerId user = OfficerId::random();
    sync::Certificate certificate{nullptr, nullptr};
};

record::Officer officerOf(const OfficerId& id, const SigningKey& key, record::Role role) {
    record::Officer officer;
    officer.id = id;
    officer.login = id.text();
    officer.displayName = "Officer " + id.text();
    officer.post = *PostId::fromBytes(id.bytes());
    officer.grants = {{role}};
    officer.key = key.publicKey();
    return officer;
}

/// Made once: keys and certificates do not change what the histories test.
struct World {
    std::filesystem::path folder = std::filesystem::path(::testing::TempDir()) / ("cotejo-model-" + DeviceId::random().text());
    std::optional<server::Authority> authority;
    std::vector<Identity> posts{kPosts};
    Identity administrators[2];
    std::vector<Bytes> roster;  // both administrators, then every post and its officer
    SystemClock clock;

    World() {
        EXPECT_TRUE(server::Authority::create(folder, {"localhost"}, clock));
        authority.emplace(std::move(server::Authority::open(folder).value()));
        for (auto& post : posts) {
            const auto request = sync::certificateRequest(post.key, post.id, "org");
            const auto issued = authority->issue(*request, clock.now());
            post.certificate = std::move(sync::readCertificate(issued->certificate).value());
        }
        roster::Founding founding;
        for (const auto& each : administrators) founding.administrators.push_back(officerOf(each.user, each.key, record::Role::Admin));
        roster::Entry entry{1, {}, "org", clock.now(), founding, {}};
        for (const auto& each : administrators) roster::sign(entry, each.user, each.key);
        auto history = roster::History::begun(entry, {}).value();
        roster.push_back(roster::encodeEntry(entry));
        const auto enter = [&](roster::Change change) {
            const auto next = signedEntry(history.latest(), std::move(change));
            EXPECT_TRUE(history.add(next));
            roster.push_back(roster::encodeEntry(next));
        };
        for (const auto& post : posts) {
            const auto officer = officerOf(post.user, post.key, record::Role::Officer);
            enter(roster::AdmitDevice{post.id, post.key.publicKey(), officer.post, "post", "device"});
            enter(roster::AdmitOfficer{officer, sha256(post.user.bytes())});
        }
    }
    roster::Entry signedEntry(const roster::Roster& latest, roster::Change change) const {
        auto entry = latest.next(std::move(change), clock.now());
        for (const auto& each : administrators) roster::sign(entry, each.user, each.key);
        return entry;
    }
    ~World() { std::filesystem::remove_all(folder); }
};

World& world() {
    static World instance;
    return instance;
}

using Entry = MemoryReplica::Line;

struct Verdict {
    std::string text;
    std::vector<Hash> heads;
    bool operator==(const Verdict&) const = default;
};
using State = std::map<CaseId, Verdict>;

/// A pure function of the set of events: the heads of each case, and what they say together.
State fold(const std::vector<const Entry*>& events) {
    std::map<CaseId, std::map<Hash, std::string>> decisions;
    std::map<CaseId, std::set<Hash>> named;
    for (const auto* entry : events) {
        const auto& event = entry->event;
        decisions[*event.entity][entry->hash] = std::string(textOf(event.body));
        named[*event.entity].insert(event.parents.begin(), event.parents.end());
    }
    State state;
    for (const auto& [entity, all] : decisions) {
        Verdict verdict;
        for (const auto& [hash, text] : all) {
            if (named[entity].contains(hash)) continue;
            verdict.text = verdict.heads.empty() || verdict.text == text ? text : "CONFLICT";
            verdict.heads.push_back(hash);
        }
        state[entity] = verdict;
    }
    return state;
}

struct Post {
    const Identity* identity = nullptr;
    MemoryReplica replica;
    MemoryReplica::Contents image;  // an old copy of its disk
    ChainId chain = ChainId::random();
    std::uint64_t seq = 0;
    Hash tip;

    std::vector<const Entry*> view() const {
        std::vector<const Entry*> entries;
        for (const auto& line : replica.contents.lines) entries.push_back(&line);
        return entries;
    }
    void signInAnew() {
        chain = ChainId::random();
        seq = 0;
    }
};

struct Outcome {
    std::size_t events = 0, lost = 0, doubleFaults = 0, duplicated = 0, diverged = 0, brokenChains = 0, overwrites = 0,
                conflicts = 0, refused = 0, unsent = 0, restores = 0, authorityDiffers = 0, rostersDiffer = 0, rosterChanges = 0, withheld = 0;
    bool orderDependent = false;
    bool bad() const {
        return authorityDiffers + rostersDiffer + lost + duplicated + diverged + brokenChains + overwrites + refused + unsent > 0 || orderDependent;
    }
};

class History {
  public:
    History(std::uint64_t seed, Mutant mutant)
        : m_random(seed), m_mutant(mutant), m_store(mutant) {
        startServer();
        for (int i = 0; i < kPosts; ++i) {
            auto& post = m_posts.emplace_back();
            post.identity = &world().posts[static_cast<std::size_t>(i)];
            post.replica.mutant = mutant;
            post.image = post.replica.contents;
        }
        for (auto& id : m_cases) {
            std::array<std::uint8_t, 16> value;
            for (auto& byte : value) byte = static_cast<std::uint8_t>(m_random());
            id = CaseId(FixedBytes<struct CaseTag, 16>(value));
        }
        m_store.contents.roster = world().roster;
        for (auto& post : m_posts) post.replica.contents.roster = world().roster;
        for (auto& post : m_posts) post.image = post.replica.contents;
        m_backup = m_store.contents;
    }

    Outcome run() {
        for (int step = 0; step < kSteps; ++step) {
            auto& post = m_posts[m_random() % kPosts];
            const double roll = dice();
            if (roll < .40)
                decide(post, roll >= .35);
            else if (roll < .945)
                sync(post, .15, .3, .02);
            else if (roll < .955)
                post.image = post.replica.contents;
            else if (roll < .97)
                m_backup = m_store.contents;
            else if (roll < .98)
                restoreServer();
            else if (roll < .985)
                restoreDisk(post);
            else if (roll < .99)
                post.signInAnew();
            else
                changeRoster();
        }
        for (int round = 0; round < 8; ++round)
            for (auto& post : m_posts) sync(post, 0, .1, 0);
        return check();
    }

  private:
    double dice() { return std::uniform_real_distribution<double>(0, 1)(m_random); }

    void decide(Post& post, bool resolve) {
        const auto& entity = m_cases[m_random() % kCases];
        const auto state = fold(post.view());
        const auto now = state.find(entity);
        const bool conflict = now != state.end() && now->second.text == "CONFLICT";
        if (resolve != conflict) return;
        Event event;
        event.org = "org";
        event.device = post.identity->id;
        event.user = post.identity->user;
        event.role = "officer";
        event.chain = post.chain;
        event.seq = ++post.seq;
        event.prev = post.tip;
        event.type = resolve ? "conflict.resolve" : "decision.propose";
        event.entity = entity;
        if (now != state.end()) event.parents = now->second.heads;
        event.wall = fromMillis(static_cast<std::int64_t>(m_random() % 20'000'000));
        event.body = bytesOf(m_random() % 2 == 0 ? "match" : "non-match");
        record::sign(event, post.identity->key, post.identity->key);
        post.tip = record::hashOf(event);
        post.replica.append(event);
        m_made.insert(post.tip);
    }

    /// Somebody is suspended, or comes back. Administrators sign nothing while a post knows more of the roster than the server that was put back.
    void changeRoster() {
        for (const auto& post : m_posts)
            if (post.replica.contents.roster.size() > m_store.contents.roster.size()) return;
        const auto history = m_roster->current().value();
        const auto& who = world().posts[m_random() % kPosts].user;
        const bool suspended = history->latest().member(who)->suspended;
        const roster::Change change = suspended ? roster::Change(roster::RestoreOfficer{who, "back"}) : roster::Change(roster::SuspendOfficer{who, "left"});
        const auto entered = m_roster->handIn(world().signedEntry(history->latest(), change));
        ASSERT_TRUE(entered) << entered.error().detail;
        ++m_rosterChanges;
    }

    void sync(Post& post, double loss, double repeat, double crash) {
        DirectTransport direct(*m_service, post.identity->certificate);
        FaultyTransport link(direct, m_random, loss, repeat);
        post.replica.crash = [this, crash] { return dice() < crash; };
        sync::SyncPass pass(link, post.replica, world().clock, sync::ServerKeys{world().authority->watchlistKey().publicKey(), world().authority->receiptKey().publicKey()});
        (void)pass.run({});
    }

    /// A program that starts knows what its store says, and nothing of before.
    void startServer() {
        m_service.emplace(m_store, *world().authority, world().clock, server::ServiceSettings{"org"});
        m_roster.emplace(m_store);
    }

    void restoreServer() {
        m_store.contents = m_backup;
        (void)m_store.beginEpoch();
        startServer();
        ++m_restores;
    }

    void restoreDisk(Post& post) {
        std::set<Hash> kept;
        for (const auto& line : post.image.lines) kept.insert(line.hash);
        for (const auto& line : post.replica.contents.lines) {
            if (kept.contains(line.hash) || line.event.device != post.identity->id) continue;
            (line.gseq ? m_rolledBack : m_givenUp).insert(line.hash);
        }
        post.replica.contents = post.image;
        post.signInAnew();
        post.tip = Hash();
    }

    Outcome check() {
        Outcome outcome;
        std::set<Hash> stored;
        std::deque<Entry> entries;
        std::vector<const Entry*> log;
        for (const auto& line : m_store.contents.log) {
            stored.insert(line.hash);
            log.push_back(&entries.emplace_back(Entry{line.event, line.hash, {}, {}}));
            outcome.withheld += !line.quarantine.empty();
        }
        outcome.events = m_made.size();
        outcome.restores = m_restores;
        outcome.duplicated = log.size() - stored.size();
        for (const auto& hash : m_made) {
            if (stored.contains(hash) || m_givenUp.contains(hash)) continue;
            ++(m_rolledBack.contains(hash) ? outcome.doubleFaults : outcome.lost);
        }
        const auto state = fold(log);
        auto shuffled = log;
        std::ranges::shuffle(shuffled, m_random);
        outcome.orderDependent = fold(shuffled) != state;
        for (const auto& post : m_posts) {
            outcome.diverged += fold(post.view()) != state;
            outcome.unsent += post.replica.unsentCount();
            outcome.refused += post.replica.refusals.size();
        }
        // By which version an act is judged is the same everywhere, and the version is.
        std::map<Hash, std::pair<std::uint64_t, UtcTime>> judged;
        for (std::size_t i = 0; i < m_store.contents.log.size(); ++i) {
            const auto place = record::decodeReceipt(m_store.contents.log[i].hash, m_store.contents.receipts[i]);
            judged[place->event] = {place->roster, place->at};
        }
        outcome.rosterChanges = m_rosterChanges;
        for (const auto& post : m_posts) {
            outcome.rostersDiffer += post.replica.contents.roster != m_store.contents.roster;
            for (const auto& line : post.replica.contents.lines) {
                const auto found = judged.find(line.hash);
                outcome.authorityDiffers += !line.first || found == judged.end() || found->second != std::pair(line.first->roster, line.first->at);
            }
        }
        std::map<ChainId, std::vector<const Entry*>> chains;
        std::set<Hash> accounted;
        for (const auto* entry : log) {
            chains[entry->event.chain].push_back(entry);
            accounted.insert(entry->event.parents.begin(), entry->event.parents.end());
        }
        for (const auto& [chain, events] : chains) {
            bool broken = false;
            for (std::size_t i = 0; i < events.size(); ++i)
                broken |= events[i]->event.seq != i + 1 || (i > 0 && events[i]->event.prev != events[i - 1]->hash);
            outcome.brokenChains += broken;
        }
        for (const auto& [entity, verdict] : state) {
            accounted.insert(verdict.heads.begin(), verdict.heads.end());
            outcome.conflicts += verdict.text == "CONFLICT";
        }
        for (const auto& hash : stored) outcome.overwrites += !accounted.contains(hash);
        return outcome;
    }

    std::mt19937_64 m_random;
    Mutant m_mutant;
    MemoryServerStore m_store;
    MemoryServerStore::Contents m_backup;
    std::optional<server::Service> m_service;
    std::optional<server::RosterKeeper> m_roster;  // as another process beside the server has one
    std::size_t m_rosterChanges = 0;
    std::deque<Post> m_posts;
    std::array<CaseId, kCases> m_cases;
    std::set<Hash> m_made, m_givenUp, m_rolledBack;
    std::size_t m_restores = 0;
};

/// Unoptimised builds take ten times as long a history, sanitized ones several times; those look for faults of memory, which a few
/// histories have as well, and the release build walks all.
int runsWanted() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr int usual = 50;
#elif defined(__OPTIMIZE__)
    constexpr int usual = 100;
#else
    constexpr int usual = 20;
#endif
    const char* wanted = std::getenv("COTEJO_SYNC_RUNS");
    return wanted ? std::atoi(wanted) : usual;
}

TEST(SyncModel, NothingIsLostDuplicatedOrSilentlyOverwritten) {
    Outcome total;
    const int runs = runsWanted();
    for (int seed = 0; seed < runs; ++seed) {
        const auto outcome = History(static_cast<std::uint64_t>(seed), Mutant::None).run();
        ASSERT_FALSE(outcome.bad()) << "seed " << seed << ": lost " << outcome.lost << ", duplicated " << outcome.duplicated
                                    << ", diverged " << outcome.diverged << ", broken chains " << outcome.brokenChains
                                    << ", overwritten " << outcome.overwrites << ", refused " << outcome.refused
                                    << ", unsent " << outcome.unsent << ", judged apart " << outcome.authorityDiffers << ", rosters apart "
                                    << outcome.rostersDiffer;
        total.rosterChanges += outcome.rosterChanges;
        total.withheld += outcome.withheld;
        total.events += outcome.events;
        total.conflicts += outcome.conflicts;
        total.doubleFaults += outcome.doubleFaults;
        total.restores += outcome.restores;
    }
    std::cout << runs << " histories, " << total.events << " events, " << total.restores << " server restores, "
              << total.conflicts << " open conflicts surfaced, " << total.doubleFaults
              << " events fell to a disk image and a backup rolled back together; " << total.rosterChanges << " changes of the roster, "
              << total.withheld << " events of suspended people withheld\n";
    EXPECT_GT(total.rosterChanges, 0u);
    EXPECT_GT(total.withheld, 0u);
    EXPECT_GT(total.conflicts, 0u);
    EXPECT_GT(total.restores, 0u);
}

class SyncMutant : public ::testing::TestWithParam<Mutant> {};

TEST_P(SyncMutant, IsFound) {
    int bad = 0;
    for (std::uint64_t seed = 0; seed < 20 && bad == 0; ++seed) bad += History(seed, GetParam()).run().bad();
    EXPECT_GT(bad, 0) << "removing this safeguard changed nothing: the test does not test it";
}

INSTANTIATE_TEST_SUITE_P(Safeguards, SyncMutant, ::testing::Values(Mutant::CursorBeforeData, Mutant::IgnoreEpoch, Mutant::NoDedupe),
                         [](const auto& which) {
                             return which.param == Mutant::CursorBeforeData ? "CursorBeforeData"
                                    : which.param == Mutant::IgnoreEpoch    ? "IgnoreEpoch"
                                                                           : "NoDedupe";
                         });

}  // namespace
}  // namespace cotejo::testing
