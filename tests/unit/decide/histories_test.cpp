#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "core/base/json.h"

#include "tests/unit/decide/invariants.h"

/// Random histories in which everybody tries everything, over two posts that are offline now and then. Honest programs ask the rules before
/// they write; modified ones write whatever they like; in the third kind two of the actors share what they see and act in concert. What must
/// hold is told by what the test itself remembers, never by the fold alone. See README.md of core/decide for what holds under collusion.
namespace cotejo::decide::testing {
namespace {

enum class Kind { Honest, Modified, Colluding };

long toRun(const char* name, long usual) {
    const char* wanted = std::getenv(name);
    return wanted ? std::atol(wanted) : usual;
}

const std::vector<Candidate> kOne = {candidate("one", Modality::Finger, 41, 1)};
const std::vector<Candidate> kTwo = {candidate("one", Modality::Finger, 41, 1), candidate("two", Modality::Face, 0.7, 2)};

About aboutOf(std::mt19937_64& random) {
    static constexpr About kDrawn[] = {About::Anything,      About::Anything,      About::Anything,      About::ByTheBook, About::ByTheBook, About::Protection,
                                       About::Reexamination, About::Reexamination, About::Reexamination, About::Reexamination, About::Apart, About::Apart};
    return kDrawn[random() % std::size(kDrawn)];
}

/// Something at the beginning that holds the case up.
void heldUp(Post& post, const People& people, std::mt19937_64& random) {
    auto traveler = post.view().traveler;
    switch (random() % 6) {
        case 0: post.act(people.officer, PlaceHold{HoldKind::Protection}); return;
        case 1: post.act(people.officer, paper("fear_answer")); return;
        case 2: post.act(people.officer, paper("order_suspension")); return;
        case 3: traveler.birthDate = "2016-01-01"; break;
        default: traveler.nationality = "XXB"; break;
    }
    post.act(people.ana, AmendTraveler{traveler, "misread"});
}

void run(std::uint64_t seed, Kind kind, Counted& counted) {
    std::mt19937_64 random(seed);
    static const Everybody everybody;
    static const auto officers = everybody.people.lookup();
    const auto& people = everybody.people;
    Post posts[] = {{people, "paso alto"}, {people, "rio claro"}};
    static constexpr const char* kNames[] = {"honest, seed ", "modified, seed ", "colluding, seed "};
    const std::string where = kNames[static_cast<int>(kind)] + std::to_string(seed);
    Memory memory;
    std::vector<Officer> pair;
    if (kind == Kind::Colluding)
        while (pair.size() < 2) {
            const auto& each = everybody.all[random() % everybody.all.size()];
            if (memory.pair.insert(each.id).second) pair.push_back(each);
        }
    const auto note = [&](const Post& post) {
        const auto& event = post.events.back();
        if (event.type == "view.record" || event.type == "examination.reveal" || event.type == "examination.open_notes")
            memory.shownAt[event.user].push_back(hashOf(event));
        const auto act = event.type == "match.search" ? readAct(event.type, event.body) : Result<Act>(AddNote{});
        if (const auto* searched = act ? std::get_if<RecordSearch>(&*act) : nullptr; searched && searched->limits.narrows())
            memory.narrowedAt[event.user].push_back(hashOf(event)), ++counted.narrowed;
    };
    const auto about = aboutOf(random);
    const auto& found = random() % 4 == 0 ? kTwo : kOne;
    const Attempts attempts[] = {Attempts(found, about, random), Attempts(found, about, random)};
    const Attempts opposed = attempts[0].opposed(random);
    // Both posts go on by themselves for a while: from the beginning, or once something is settled.
    const bool apart = about == About::Apart || random() % 6 == 0;
    const int alone0 = random() % 2 == 0 ? 2 : 26, alone1 = alone0 + 36;
    ASSERT_EQ(toReview(posts[0], people, found), "");
    if (about == About::Protection) heldUp(posts[0], people, random);
    if (seed % 2 == 0 || apart) posts[0].act(people.ana, ReleaseLease{});
    posts[1].learn(posts[0]);
    const int steps = 50 + static_cast<int>(random() % 80) + (about == About::ByTheBook || about == About::Reexamination ? 50 : 0);
    for (int step = 0; step < steps; ++step) {
        ++counted.steps;
        const bool alone = apart && step > alone0 && step < alone1;
        auto& post = posts[random() % (alone ? 2 : 8) == 0 ? 1 : 0];
        if (apart && step == alone0) posts[1].learn(posts[0]);
        if (alone ? random() % 40 == 0 : random() % 10 == 0) {
            const Before known(post.view());
            post.learn(&post == &posts[0] ? posts[1] : posts[0]);
            counted.conflicts += post.view().has(HoldKind::Conflict) && !known.conflict;
            checkMerged(known, post.view(), people, found, where + " step " + std::to_string(step));
        }
        if (random() % (post.conditions.online ? 12 : 4) == 0) post.conditions.online = !post.conditions.online;
        if (random() % 25 == 0) post.conditions.now += std::chrono::minutes(static_cast<int>(random() % 200) - 60);
        if (random() % 6 == 0) post.conditions.policy.maximumHold = std::chrono::minutes(random() % 300);
        const auto& view = post.view();
        const bool concert = !pair.empty() && random() % (about == About::ByTheBook || about == About::Reexamination ? 8 : 2) == 0;
        const auto& who = concert ? pair[random() % 2]
                          : random() % (about == About::Anything ? 4 : 16) != 0 ? natural(post, everybody, about, random)
                                                                                : everybody.all[random() % everybody.all.size()];
        const auto here = where + " step " + std::to_string(step);
        if (random() % 9 == 0) {  // somebody looks at the case: the door shows and remembers
            const auto visible = review::visibleCase(view, who, post.conditions.now, [](const auto&) { return std::optional<WatchlistEntry>(WatchlistEntry{}); });
            checkBlind(post, who, visible, found, counted, here);
            if (::testing::Test::HasFatalFailure()) return;
            // Who colludes hears of it from the other: nothing is written then.
            if (!visible.unrecorded.empty() && !(concert && random() % 2 == 0) && review::readsCases(who, post.conditions.now)) {
                post.force(who, ViewRecord{"window", {visible.unrecorded.begin(), visible.unrecorded.end()}});
                note(post);
            }
            continue;
        }
        const Before before(view);
        const auto& trying = &post == &posts[1] && apart ? opposed : attempts[concert ? 1 : 0];
        const auto act = trying.next(post, who, random);
        const bool force = kind == Kind::Modified ? random() % (about == About::Anything ? 2 : 8) == 0 : concert && random() % 4 == 0;
        if (std::holds_alternative<ChangeEntry>(act) || std::holds_alternative<ReportRequest>(act)) {  // the program's own word of the list
            if (!post.act(everybody.program, act).empty()) continue;
            checkEnded(before, post.events, post.view(), act, everybody.program, found, counted, here);
        } else {
            if (force) {
                post.force(who, act);
            } else if (!post.act(who, act).empty()) {
                continue;
            }
            note(post);
            const auto& after = post.view();
            counted.identifications += after.identification && !before.identification;
            counted.conflicts += after.has(HoldKind::Conflict) && !before.conflict;
            counted.resolved += before.conflict && !after.has(HoldKind::Conflict);
            checkEnded(before, post.events, after, act, who, found, counted, here);
        }
        if (!::testing::Test::HasFatalFailure()) checkEverybodyBlind(post, everybody, found, counted, here);
        ++counted.done;
        if (::testing::Test::HasFatalFailure()) return;
    }
    const Before known(posts[0].view());
    posts[0].learn(posts[1]);
    counted.conflicts += posts[0].view().has(HoldKind::Conflict) && !known.conflict;
    checkMerged(known, posts[0].view(), people, found, where + " at the end");
    if (::testing::Test::HasFatalFailure()) return;
    checkWhole(posts[0].events, posts[0].view(), officers, memory, counted, where);
    if (::testing::Test::HasFatalFailure()) return;
    if (seed % 8 == 0) {
        auto shuffled = posts[0].events;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        ASSERT_EQ(caseToJson(foldCase(shuffled, officers)), caseToJson(posts[0].view())) << where;
    }
    ++counted.histories;
}

void runAll(Kind kind, const char* name, long usual) {
    const auto histories = toRun(name, usual);
    const auto first = toRun("COTEJO_DECIDE_FIRST_SEED", 0);
    const auto start = std::chrono::steady_clock::now();
    std::atomic<long> next = first;
    std::vector<Counted> counts(static_cast<std::size_t>(std::max(1l, toRun("COTEJO_DECIDE_THREADS", 1))));
    const auto some = [&](Counted& mine) {
        for (long seed = next++; seed < first + histories && !::testing::Test::HasFatalFailure(); seed = next++) run(static_cast<std::uint64_t>(seed), kind, mine);
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < counts.size(); ++i) others.emplace_back([&, i] { some(counts[i]); });
        some(counts[0]);
    }
    if (::testing::Test::HasFatalFailure()) return;
    Counted counted;
    for (const auto& each : counts) counted.add(each);
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("histories: %ld (%.2f ms each), steps: %ld, acts written: %ld, identifications: %ld, conflicts: %ld (%ld resolved), re-examinations that "
                "excluded: %ld, repeated: %ld, contested: %ld, PROTECTION ended: %ld, CHILD: %ld, LEGAL_RETENTION: %ld, approvals: %ld (%ld adverse, %ld of them by a "
                "third beside a pair), executions: %ld, exports: %ld, searches narrowed: %ld, blind views: %ld, guards ended: %ld",
                counted.histories, 1000 * seconds / static_cast<double>(histories), counted.steps, counted.done, counted.identifications, counted.conflicts,
                counted.resolved, counted.excluded, counted.repeated, counted.contested, counted.protectionEnded, counted.childEnded, counted.retentionEnded,
                counted.approvals, counted.adverse, counted.adverseByThird, counted.executions, counted.exports, counted.narrowed, counted.blindReads,
                counted.guards());
    for (const auto& [act, count] : counted.guardsEnded) std::printf(", by %s: %ld", act.c_str(), count);
    std::printf("\n");
    if (histories < 100) return;
    // The histories reach what they are about.
    EXPECT_GT(counted.identifications, histories / 20);
    EXPECT_GT(counted.guards(), histories / 100);
    for (const auto often : {counted.conflicts, counted.protectionEnded, counted.excluded, counted.repeated, counted.contested, counted.exports, counted.adverse})
        EXPECT_GT(often, histories / 50);
    if (kind == Kind::Colluding) { EXPECT_GT(counted.adverseByThird, histories / 100); }
}

/// Texts of a case's JSON that `words` does not know.
void unread(const Json& json, const Words& words, std::set<std::string>& missing) {
    if (json.is_string()) {
        const auto& text = json.get_ref<const std::string&>();
        const auto id = WatchlistEntryId::fromText(text);
        if (id ? !words.name(*id) : !fromHex(text) && !words.say('"' + text + '"')) missing.insert(text);
    }
    for (const auto& each : json)
        if (json.is_structured()) unread(each, words, missing);
}

TEST(Histories, NothingThatIsShownEscapesTheSearchForSecrets) {
    const Everybody everybody;
    const auto& people = everybody.people;
    std::mt19937_64 random(7);
    std::set<std::string> missing;
    Words words;
    bool told = false;
    for (int history = 0; history < 10; ++history) {
        Post post(people, "paso alto");
        ASSERT_EQ(toReview(post, people, kTwo), "");
        const Attempts attempts(kTwo, About::Anything, random);
        for (int step = 0; step < 150; ++step) {
            const auto& who = step < 60 ? natural(post, everybody, About::ByTheBook, random) : everybody.all[random() % everybody.all.size()];
            const auto act = attempts.next(post, who, random);
            if (random() % 2 == 0) post.act(who, act);
            else post.force(who, act);
        }
        words.read(post.view());
        told = told || (words.name(kTwo[1].entry) && words.say("\"wanted\""));
        auto json = Json::parse(caseToJson(post.view()));
        json.erase("history");
        unread(json, words, missing);
    }
    EXPECT_THAT(missing, ::testing::IsEmpty());
    EXPECT_TRUE(told);
    EXPECT_FALSE(words.name(candidate("three", Modality::Face, 0.5, 3).entry) || words.say("nobody said this"));
}

TEST(Histories, WhoeverAsksTheRulesNeverWalksAroundThem) { runAll(Kind::Honest, "COTEJO_DECIDE_HISTORIES", 120); }
TEST(Histories, NorDoesWhoeverWritesWithoutAsking) { runAll(Kind::Modified, "COTEJO_DECIDE_HISTORIES", 120); }
TEST(Histories, WhatTwoWhoColludeCannotDo) { runAll(Kind::Colluding, "COTEJO_DECIDE_COLLUSION", 120); }

}  // namespace
}  // namespace cotejo::decide::testing
