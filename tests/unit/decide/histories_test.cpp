#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <random>

#include "core/decide/errors.h"
#include "core/decide/lineage.h"
#include "core/decide/table.h"
#include "core/review/visible_case.h"
#include "tests/unit/decide/attempts.h"

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

struct Counted {
    long histories = 0, steps = 0, done = 0, approvals = 0, adverse = 0, executions = 0, identifications = 0, guardsEnded = 0, protectionEnded = 0,
         conflicts = 0, blindReads = 0, refusalsRead = 0;
};

/// What the test itself remembers of a history.
struct Memory {
    std::map<OfficerId, std::vector<Hash>> shownAt;   ///< events at which somebody was shown scores, conclusions, an entry
    std::set<OfficerId> pair;                         ///< those who collude
};

const std::vector<Candidate> kOne = {candidate("one", Modality::Finger, 41, 1)};

struct Before {
    bool protection, guard, reexamining, identified, conflict;
    explicit Before(const CaseView& view)
        : protection(view.has(HoldKind::Protection)), guard(view.has(HoldKind::ReleaseGuard)), reexamining(view.reexamining()),
          identified(view.identification.has_value()), conflict(view.has(HoldKind::Conflict)) {}
};

/// Every approval and execution in effect of a case, as the fold itself says, with what its author had seen.
void checkWhole(const std::vector<Event>& events, const CaseView& whole, const OfficerLookup& officers, const Memory& memory, Counted& counted,
                const std::string& where) {
    std::set<Hash> without;
    bool any = false;
    for (const auto& line : whole.history) {
        if (!line.refusal.empty()) without.insert(line.event);
        else any = any || line.type == "decision.approve" || line.type == "decision.execute";
    }
    if (!any) return;
    const Lineage lineage(events);
    for (std::size_t at = 0; at < lineage.size(); ++at) {
        const auto& event = lineage.event(at);
        const bool approval = event.type == "decision.approve", execution = event.type == "decision.execute";
        if ((!approval && !execution) || without.contains(lineage.hash(at))) continue;
        // The case exactly as its author saw it.
        std::vector<Event> past;
        for (std::size_t earlier = 0; earlier < at; ++earlier)
            if (lineage.sees(at, earlier)) past.push_back(lineage.event(earlier));
        const auto before = foldCase(past, officers);
        ASSERT_TRUE(before.disposition) << where;
        const auto& row = rowOf(before.disposition->disposition);
        for (const auto& hold : before.holds) ASSERT_FALSE(row.forbiddenBy.has(hold.kind)) << where << " " << event.type << " under " << codeOf(hold.kind);
        if (execution) {
            ++counted.executions;
            continue;
        }
        ++counted.approvals;
        ASSERT_FALSE(before.comparisonActors.contains(event.user) || before.proposalActors.contains(event.user)) << where << ": four eyes";
        if (!row.adverse) continue;
        ++counted.adverse;
        // Two different people concluded, and neither had been shown anything before but by the own reveal.
        std::set<OfficerId> examiners;
        for (std::size_t earlier = 0; earlier < at; ++earlier) {
            const auto& concluded = lineage.event(earlier);
            if (concluded.type != "examination.conclude" || without.contains(lineage.hash(earlier)) || !lineage.sees(at, earlier)) continue;
            bool shown = false;
            if (const auto seen = memory.shownAt.find(concluded.user); seen != memory.shownAt.end())
                for (const auto& hash : seen->second) {
                    const auto showing = lineage.find(hash);
                    shown = shown || (showing && lineage.event(*showing).type != "examination.reveal" && lineage.sees(earlier, *showing));
                }
            if (!shown) examiners.insert(concluded.user);
        }
        ASSERT_GE(examiners.size(), 2u) << where << ": an adverse approval without two who had seen nothing";
        ASSERT_FALSE(examiners.contains(event.user)) << where;
        // So whoever colluded, somebody else had a hand in it.
        examiners.insert(event.user);
        std::erase_if(examiners, [&](const auto& each) { return memory.pair.contains(each); });
        ASSERT_FALSE(examiners.empty()) << where << ": an adverse approval by two alone";
    }
}

/// Holds that were there and are gone, and what may have ended them.
void checkEnded(const Before& before, const CaseView& after, const Act& act, const Officer& who, Counted& counted, const std::string& where) {
    if (before.protection && !after.has(HoldKind::Protection)) {
        ++counted.protectionEnded;
        const auto* lift = std::get_if<LiftHold>(&act);
        ASSERT_TRUE(lift && lift->kind == HoldKind::Protection && who.login == "protection") << where << " " << typeOf(act);
        const auto paper = std::ranges::find(after.documents, lift->document.value_or(Hash{}), &DossierDocument::blob);
        ASSERT_TRUE(paper != after.documents.end()) << where << ": lifted without a decision";
    }
    if (!before.guard || after.has(HoldKind::ReleaseGuard)) return;
    ++counted.guardsEnded;
    std::set<OfficerId> hands{who.id};
    if (std::holds_alternative<OverrideGuard>(act)) {
        for (const auto& each : after.overrides)
            if (each.way == "release") hands.insert(each.by);
        ASSERT_GE(hands.size(), 2u) << where;
    } else if (std::holds_alternative<CountersignAnswer>(act) || std::holds_alternative<SettleAnswers>(act)) {
        for (const auto& each : after.answers)
            if (each.counts() && each.answer == "not_confirmed") hands.insert({each.recordedBy, *each.countersignedBy});
        ASSERT_GE(hands.size(), std::holds_alternative<SettleAnswers>(act) ? 3u : 2u) << where;
    } else if (std::holds_alternative<Conclude>(act)) {
        ASSERT_TRUE(before.reexamining) << where;
        hands.insert(after.reexamination->orderedBy);
        for (const auto& each : after.examinations)
            if (each.round == after.reexamination->round && each.concluded) hands.insert(each.examiner);
        ASSERT_GE(hands.size(), 3u) << where << ": superseded by two";
    } else if (std::holds_alternative<ChangeEntry>(act)) {
        ASSERT_TRUE(who.login == "program") << where;
    } else {
        ASSERT_TRUE(std::holds_alternative<LapseGuard>(act)) << where << " " << typeOf(act);
    }
}

/// What another post knew may end a hold as well, by the same facts.
void checkMerged(const Before& before, const CaseView& after, const People& people, const std::string& where) {
    const bool lifted = std::ranges::any_of(after.history, [&](const auto& line) {
        return line.type == "hold.lift" && line.refusal.empty() && line.officer == people.protection.id;
    });
    ASSERT_TRUE(!before.protection || after.has(HoldKind::Protection) || lifted) << where << ": protection was lost on the way";
    const bool ended = !after.guardEnded.empty() || (after.reexamination && after.reexamination->complete);
    ASSERT_TRUE(!before.guard || after.has(HoldKind::ReleaseGuard) || ended) << where << ": a guard was lost on the way";
}

/// Whoever must be blind reads nothing of others, by the case or by a refusal.
void checkBlind(const Post& post, const Officer& who, const review::VisibleCase& visible, Counted& counted, const std::string& where) {
    if (!visible.blind) return;
    for (const auto& line : post.view().history)
        if (line.officer == who.id && line.type == "examination.conclude") return;  // the own words of an earlier round are nobody else's
    ++counted.blindReads;
    const bool revealed = visible.own() && visible.own()->revealed;
    auto theirs = visible.view;
    std::erase_if(theirs.history, [&](const auto& line) { return line.officer == who.id; });  // the own words are nobody else's
    const auto text = caseToJson(theirs);
    for (const auto* secret : {":\"identified\"", "release_guard", "duty officer", "UTO-1", "not_confirmed"})
        ASSERT_EQ(text.find(secret), std::string::npos) << where << " " << who.login << " reads " << secret;
    for (const auto& each : visible.view.examinations) ASSERT_EQ(each.examiner, who.id) << where;
    if (revealed) return;
    ASSERT_EQ(text.find("\"wanted\""), std::string::npos) << where << " " << who.login;
    ASSERT_EQ(text.find(kOne[0].entry.text()), std::string::npos) << where << " " << who.login;
    for (const auto& each : visible.view.candidates) ASSERT_TRUE(each.score.value == 0 && each.rank == 0) << where;
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
    };
    const auto attempts = Attempts(kOne, random);
    const bool apart = random() % 3 == 0;  // both posts go on by themselves for a while
    ASSERT_EQ(toReview(posts[0], people, kOne), "");
    if (seed % 2 == 0) posts[0].act(people.ana, ReleaseLease{});
    posts[1].learn(posts[0]);
    const int steps = 50 + static_cast<int>(random() % 80);
    for (int step = 0; step < steps; ++step) {
        ++counted.steps;
        const bool alone = apart && step > 8 && step < 40;
        auto& post = posts[random() % (alone ? 2 : 8) == 0 ? 1 : 0];
        if (random() % (alone ? 40 : 10) == 0) {
            const Before known(post.view());
            post.learn(&post == &posts[0] ? posts[1] : posts[0]);
            checkMerged(known, post.view(), people, where + " step " + std::to_string(step));
        }
        if (random() % 12 == 0) post.conditions.online = !post.conditions.online;
        if (random() % 25 == 0) post.conditions.now += std::chrono::minutes(static_cast<int>(random() % 200) - 60);
        if (random() % 6 == 0) post.conditions.policy.maximumHold = std::chrono::minutes(random() % 300);
        const auto& view = post.view();
        const bool concert = !pair.empty() && random() % 2 == 0;
        const auto& who = concert              ? pair[random() % 2]
                          : random() % 4 != 0 ? natural(post, everybody, random)
                                              : everybody.all[random() % everybody.all.size()];
        const auto here = where + " step " + std::to_string(step);
        if (random() % 9 == 0) {  // somebody looks at the case: the door shows and remembers
            const auto visible = review::visibleCase(view, who, post.conditions.now, [](const auto&) { return std::optional<WatchlistEntry>(WatchlistEntry{}); });
            checkBlind(post, who, visible, counted, here);
            if (::testing::Test::HasFatalFailure()) return;
            // Who colludes hears of it from the other: nothing is written then.
            if (!visible.unrecorded.empty() && !(concert && random() % 2 == 0) && review::readsCases(who, post.conditions.now)) {
                post.force(who, ViewRecord{"window", {visible.unrecorded.begin(), visible.unrecorded.end()}});
                note(post);
            }
            continue;
        }
        const Before before(view);
        const auto act = attempts.next(post, who, random);
        const bool force = kind == Kind::Modified ? random() % 2 == 0 : concert && random() % 4 == 0;
        if (std::holds_alternative<ChangeEntry>(act)) {  // the program's own word of the list
            if (!post.act(everybody.program, act).empty()) continue;
            checkEnded(before, post.view(), act, everybody.program, counted, here);
        } else {
            if (force) {
                post.force(who, act);
            } else if (!post.act(who, act).empty()) {
                continue;
            }
            note(post);
            const auto& after = post.view();
            counted.identifications += after.identification && !before.identified;
            counted.conflicts += after.has(HoldKind::Conflict) && !before.conflict;
            checkEnded(before, after, act, who, counted, here);
        }
        ++counted.done;
        if (::testing::Test::HasFatalFailure()) return;
    }
    posts[0].learn(posts[1]);
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
    Counted counted;
    const auto histories = toRun(name, usual);
    const auto first = toRun("COTEJO_DECIDE_FIRST_SEED", 0);
    const auto start = std::chrono::steady_clock::now();
    for (long seed = first; seed < first + histories; ++seed) {
        run(static_cast<std::uint64_t>(seed), kind, counted);
        if (::testing::Test::HasFatalFailure()) return;
    }
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("histories: %ld (%.2f ms each), steps: %ld, acts written: %ld, identifications: %ld, conflicts: %ld, guards ended: %ld, protection ended: %ld, "
                "approvals: %ld (%ld adverse), executions: %ld, blind reads: %ld\n",
                counted.histories, 1000 * seconds / static_cast<double>(histories), counted.steps, counted.done, counted.identifications, counted.conflicts,
                counted.guardsEnded, counted.protectionEnded, counted.approvals, counted.adverse, counted.executions, counted.blindReads);
    if (histories < 100) return;
    EXPECT_GT(counted.identifications, histories / 20) << "the histories reach what they are about";
    EXPECT_GT(counted.approvals, histories / 200);
    EXPECT_GT(counted.guardsEnded, histories / 100);
}

TEST(Histories, WhoeverAsksTheRulesNeverWalksAroundThem) { runAll(Kind::Honest, "COTEJO_DECIDE_HISTORIES", 120); }
TEST(Histories, NorDoesWhoeverWritesWithoutAsking) { runAll(Kind::Modified, "COTEJO_DECIDE_HISTORIES", 120); }
TEST(Histories, WhatTwoWhoColludeCannotDo) { runAll(Kind::Colluding, "COTEJO_DECIDE_COLLUSION", 120); }

}  // namespace
}  // namespace cotejo::decide::testing
