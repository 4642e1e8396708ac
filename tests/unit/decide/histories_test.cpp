#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <random>

#include "core/decide/errors.h"
#include "core/decide/table.h"
#include "core/review/visible_case.h"
#include "tests/unit/decide/post.h"

/// Random histories in which everybody tries everything, over two posts that are offline now and then. Honest programs ask the rules before
/// they write; modified ones write whatever they like. What must hold is told by a log that the test keeps for itself.
namespace cotejo::decide::testing {
namespace {

long historiesToRun(long usual) {
    const char* wanted = std::getenv("COTEJO_DECIDE_HISTORIES");
    return wanted ? std::atol(wanted) : usual;
}

struct Everybody {
    People people;
    std::vector<Officer> all{people.officer, people.ana, people.berta, people.carlos, people.dora,
                             people.supervisor, people.second, people.protection, people.dpo};
};

const std::vector<Candidate> kOne = {candidate("one", Modality::Finger, 41, 1)};

/// Who would go on with the case by the book.
const Officer& natural(const Post& post, const Everybody& everybody, std::mt19937_64& random) {
    const auto& view = post.view();
    const auto& people = everybody.people;
    if (view.has(HoldKind::ReleaseGuard) && random() % 2 == 0) return random() % 2 == 0 ? people.supervisor : people.second;
    if (view.lease && view.lease->until > post.conditions.now)
        for (const auto& each : everybody.all)
            if (each.id == view.lease->officer) return each;
    const Officer* examiners[] = {&people.ana, &people.berta, &people.carlos, &people.dora};
    switch (view.state) {
        case CaseState::Triage:
        case CaseState::Recapture:
        case CaseState::InReview:
        case CaseState::Concluded1:
        case CaseState::InVerification:
        case CaseState::Disagreement:
        case CaseState::Panel: return *examiners[random() % 4];
        case CaseState::PendingApproval: return random() % 2 == 0 ? people.supervisor : people.second;
        default: return people.officer;
    }
}

/// An act that somebody might try on this case, likely ones more often than absurd ones.
Act somethingToTry(const Post& post, const Officer& who, std::mt19937_64& random) {
    const auto& view = post.view();
    const auto pick = [&](auto... each) { return std::array{each...}[random() % sizeof...(each)]; };
    const auto conclusions = pick(ExaminerConclusion::Identification, ExaminerConclusion::Identification, ExaminerConclusion::Exclusion, ExaminerConclusion::SupportSame);
    const auto disposition = pick(Disposition::Repatriate, Disposition::Repatriate, Disposition::HoldFugitive, Disposition::RefuseEntry, Disposition::Admit,
                                  Disposition::ReferPartnerCheck, Disposition::NoAction);
    const auto hash = [&](const auto& list, auto member) { return list.empty() ? Hash{} : list[random() % list.size()].*member; };
    if (view.has(HoldKind::ReleaseGuard) && random() % 2 == 0) {  // the guard is what people want to be rid of
        if (who.login == "supervisor" || who.login == "second") {
            if (random() % 2 == 0) return OverrideGuard{"release", "read", "art. 9"};
            if (!view.answers.empty()) return random() % 2 == 0 ? Act(OpenDocument{paperHash("owner_answer"), 1}) : Act(CountersignAnswer{view.answers.back().event});
            return pick(Act(LapseGuard{}), Act(OrderReexamination{"doubtful"}));
        }
        if (std::ranges::none_of(view.documents, [](const auto& each) { return each.blob == paperHash("owner_answer"); })) return paper("owner_answer");
        return ConfirmEntry{pick("confirmed", "not_confirmed"), "UTO-1", "e-mail", "duty officer", kStart, paperHash("owner_answer")};
    }
    if (random() % 6 != 0) {  // what leads on
        const auto* own = ownExamination(view, who.id);
        switch (view.state) {
            case CaseState::Received:
            case CaseState::Returned:
            case CaseState::Reopened: return StartTriage{};
            case CaseState::Triage:
            case CaseState::Recapture:
            case CaseState::Concluded1:
            case CaseState::Disagreement: return lease(post, who);
            case CaseState::InReview:
            case CaseState::InVerification:
            case CaseState::Panel:
                if (!view.lease || view.lease->officer != who.id) return lease(post, who);
                if (!view.coverage) return search(kOne);
                if (!own || !own->analysisSaved) return SaveAnalysis{"whorl"};
                if (own->visited.empty()) return VisitCandidate{kOne[0].id};
                if (own->provisional.empty() && random() % 2 == 0) return SaveProvisional{conclusion(kOne[0], conclusions)};
                return conclude(kOne, conclusions);
            case CaseState::IdentityResolved: {
                if (!view.lease || view.lease->officer != who.id) return lease(post, who);
                if (!view.coverageReadBy.contains(who.id)) return ReadCoverage{};
                const auto open = missingPapers(view, disposition);
                if (!open.empty() && random() % 8 != 0) return paper(open.front());
                return propose(disposition);
            }
            case CaseState::DispositionProposed: return needsApproval(view) ? Act(SubmitForApproval{}) : Act(Execute{"done"});
            case CaseState::PendingApproval:
                for (const auto& each : view.documents)
                    if (!each.openedBy.contains(who.id)) return OpenDocument{each.blob, each.pages};
                return approve(post);
            case CaseState::Approved: return view.disposition && view.disposition->manifest.empty() ? Act(FreezeManifest{"UT 418"}) : Act(Execute{"done"});
            case CaseState::Executed: return CloseCase{};
            default: break;
        }
    }
    switch (random() % 26) {
        case 0: return ReturnCase{"again"};
        case 1: return RequestRecapture{"blurred"};
        case 2: return Reveal{};
        case 3: return OpenOtherNotes{};
        case 4: return OrderReexamination{"doubtful"};
        case 5: return CancelCase{"twice"};
        case 6: return PlaceHold{pick(HoldKind::Protection, HoldKind::Child, HoldKind::Medical, HoldKind::DataDispute)};
        case 7: return LiftHold{pick(HoldKind::Protection, HoldKind::Child, HoldKind::ReleaseGuard, HoldKind::Medical), "decided", paperHash("protection_decision")};
        case 8: return paper(pick("protection_decision", "fear_answer", "order_suspension", "owner_answer"));
        case 9: return ConfirmEntry{pick("confirmed", "not_confirmed"), "UTO-1", "e-mail", "duty officer", kStart, paperHash("owner_answer")};
        case 10: return CountersignAnswer{hash(view.answers, &OwnerAnswer::event)};
        case 11: return SettleAnswers{hash(view.answers, &OwnerAnswer::event), "signed"};
        case 12: return OverrideGuard{pick("release", "hold"), "read", "art. 9"};
        case 13: return LapseGuard{};
        case 14: return ReopenCase{"corrected"};
        case 15: return AnswerReferral{"nothing", "UTO-7"};
        case 16: return Reject{"no"};
        case 17: return WaivePaper{pick("family_unity", "fear_question"), "not needed"};
        case 18: return ReleaseLease{};
        case 19: return search(kOne);
        case 20: {
            ResolveConflict resolve{{}, {}, "read both"};
            for (const auto& head : view.decisionHeads) resolve.heads.push_back(head.event);
            if (!resolve.heads.empty() && random() % 3 != 0) resolve.chosen = resolve.heads[random() % resolve.heads.size()];
            return resolve;
        }
        case 21: return OpenDocument{hash(view.documents, &DossierDocument::blob), 1};
        case 22: {
            auto traveler = view.traveler;
            traveler.birthDate = pick("2016-01-01", "1980-05-01", "");
            return AmendTraveler{traveler, "misread"};
        }
        case 23: return approve(post);
        case 24: return propose(disposition);
        default: return Execute{"done"};
    }
}

/// What the test itself knows of a history.
struct Log {
    std::map<OfficerId, std::set<Hash>> shownAt;   ///< events at which somebody was shown scores, conclusions, an entry
    std::map<Hash, Event> events;

    bool sees(const Hash& later, const Hash& earlier) const {
        std::vector<Hash> stack{later};
        std::set<Hash> been;
        while (!stack.empty()) {
            const auto at = stack.back();
            stack.pop_back();
            const auto found = events.find(at);
            if (found == events.end()) continue;
            for (const auto& parent : found->second.parents) {
                if (parent == earlier) return true;
                if (been.insert(parent).second) stack.push_back(parent);
            }
        }
        return false;
    }
};

struct Counted {
    long histories = 0, steps = 0, done = 0, approvals = 0, executions = 0, identifications = 0, guardsEnded = 0, hiddenReads = 0;
};

/// Every act in effect of a case, as the fold itself says, with what its author had seen.
void checkWhole(const std::vector<Event>& events, const People& people, const Log& log, Counted& counted, const std::string& where) {
    const auto view = foldCase(events, people.lookup());
    std::map<Hash, const HistoryLine*> lines;
    for (const auto& line : view.history) lines[line.event] = &line;
    const auto inEffect = [&](const Hash& hash) { return lines.contains(hash) && lines.at(hash)->refusal.empty(); };
    for (const auto& event : events) {
        const auto hash = hashOf(event);
        if (!inEffect(hash)) continue;
        const bool approval = event.type == "decision.approve", execution = event.type == "decision.execute";
        if (!approval && !execution) continue;
        // The case exactly as its author saw it.
        std::vector<Event> past;
        for (const auto& other : events)
            if (log.sees(hash, hashOf(other))) past.push_back(other);
        const auto before = foldCase(past, people.lookup());
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
        // Two different people concluded alike, and neither had been shown anything before.
        std::set<OfficerId> blindExaminers;
        for (const auto& earlier : past) {
            if (earlier.type != "examination.conclude" || !inEffect(hashOf(earlier))) continue;
            bool shown = false;
            if (const auto seen = log.shownAt.find(earlier.user); seen != log.shownAt.end())
                for (const auto& at : seen->second) {
                    const auto& showing = log.events.at(at);
                    // The own reveal in the same examination is after the saved conclusion and before the final one.
                    const bool own = showing.type == "examination.reveal";
                    shown = shown || (!own && log.sees(hashOf(earlier), at));
                }
            if (!shown) blindExaminers.insert(earlier.user);
        }
        ASSERT_GE(blindExaminers.size(), 2u) << where << ": an adverse approval without two who had seen nothing";
        ASSERT_FALSE(blindExaminers.contains(event.user)) << where;
    }
}

/// Holds that were there and are gone, and what may have ended them.
void checkEnded(const CaseView& before, const CaseView& after, const Act& act, const Officer& who, Counted& counted, const std::string& where) {
    if (before.has(HoldKind::Protection) && !after.has(HoldKind::Protection)) {
        const auto* lift = std::get_if<LiftHold>(&act);
        ASSERT_TRUE(lift && lift->kind == HoldKind::Protection && who.login == "protection") << where << " " << typeOf(act);
    }
    if (before.has(HoldKind::ReleaseGuard) && !after.has(HoldKind::ReleaseGuard)) {
        ++counted.guardsEnded;
        const auto type = typeOf(act);
        ASSERT_TRUE(type == "watchlist.countersign" || type == "watchlist.settle" || type == "guard.override" || type == "guard.lapse" ||
                    (type == "examination.conclude" && before.reexamining()))
            << where << " " << type;
        if (type == "guard.override") {
            std::set<OfficerId> supervisors;
            for (const auto& each : after.overrides)
                if (each.way == "release") supervisors.insert(each.by);
            ASSERT_GE(supervisors.size(), 2u) << where;
        }
    }
}

void run(std::uint64_t seed, bool modified, Counted& counted) {
    std::mt19937_64 random(seed);
    static const Everybody everybody;
    const auto& people = everybody.people;
    Post posts[] = {{people, "paso alto"}, {people, "rio claro"}};
    const std::string where = (modified ? "modified, seed " : "seed ") + std::to_string(seed);
    Log log;
    const auto note = [&](const Post& post) {
        const auto& event = post.events.back();
        const auto hash = hashOf(event);
        log.events[hash] = event;
        if (event.type == "view.record" || event.type == "examination.reveal" || event.type == "examination.open_notes") log.shownAt[event.user].insert(hash);
    };
    ASSERT_EQ(toReview(posts[0], people, kOne), "");
    for (const auto& event : posts[0].events) log.events[hashOf(event)] = event;
    if (seed % 2 == 0) posts[0].act(people.ana, ReleaseLease{}), note(posts[0]);
    posts[1].learn(posts[0]);
    const int steps = 40 + static_cast<int>(random() % 60);
    for (int step = 0; step < steps; ++step) {
        ++counted.steps;
        auto& post = posts[random() % 8 == 0 ? 1 : 0];
        if (random() % 10 == 0) post.learn(&post == &posts[0] ? posts[1] : posts[0]);
        if (random() % 12 == 0) post.conditions.online = !post.conditions.online;
        if (random() % 25 == 0) post.conditions.now += std::chrono::minutes(static_cast<int>(random() % 200) - 60);
        if (random() % 6 == 0) post.conditions.policy.maximumHold = std::chrono::minutes(random() % 300);
        const auto who = random() % 4 != 0 ? natural(post, everybody, random) : everybody.all[random() % everybody.all.size()];
        const auto before = post.view();
        if (random() % 9 == 0) {  // somebody looks at the case: the door shows and remembers
            const auto visible = review::visibleCase(before, who, post.conditions.now, [](const auto&) { return std::optional<WatchlistEntry>(WatchlistEntry{}); });
            const bool own = std::ranges::any_of(before.history, [&](const auto& line) { return line.officer == who.id && line.type == "examination.conclude"; });
            if (visible.blind && !own) {  // the own words of an earlier round are nobody else's
                ++counted.hiddenReads;
                const auto text = caseToJson(visible.view);
                ASSERT_EQ(text.find(kOne[0].entry.text()) == std::string::npos || (visible.own() && visible.own()->revealed), true) << where;
                ASSERT_EQ(text.find(":\"identified\""), std::string::npos) << where;
                ASSERT_EQ(text.find("release_guard"), std::string::npos) << where;
                for (const auto& each : visible.view.examinations) ASSERT_EQ(each.examiner, who.id) << where;
            }
            if (!visible.unrecorded.empty()) {
                post.force(who, ViewRecord{"window", {visible.unrecorded.begin(), visible.unrecorded.end()}});
                note(post);
            }
            continue;
        }
        const auto act = somethingToTry(post, who, random);
        if (modified && random() % 2 == 0) {
            post.force(who, act);
        } else if (!post.act(who, act).empty()) {
            continue;
        }
        ++counted.done;
        note(post);
        const auto& after = post.view();
        counted.identifications += after.identification && !before.identification;
        checkEnded(before, after, act, who, counted, where + " step " + std::to_string(step));
        if (::testing::Test::HasFatalFailure()) return;
    }
    posts[0].learn(posts[1]);
    checkWhole(posts[0].events, people, log, counted, where);
    auto shuffled = posts[0].events;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    ASSERT_EQ(caseToJson(foldCase(shuffled, people.lookup())), caseToJson(posts[0].view())) << where;
    ++counted.histories;
}

void runAll(bool modified) {
    Counted counted;
    const auto histories = historiesToRun(120);
    for (long seed = 0; seed < histories; ++seed) {
        run(static_cast<std::uint64_t>(seed), modified, counted);
        if (::testing::Test::HasFatalFailure()) return;
    }
    std::printf("histories: %ld, steps: %ld, acts written: %ld, identifications: %ld, guards ended: %ld, approvals: %ld, executions: %ld, blind reads: %ld\n",
                counted.histories, counted.steps, counted.done, counted.identifications, counted.guardsEnded, counted.approvals, counted.executions,
                counted.hiddenReads);
    EXPECT_GT(counted.identifications, histories / 20) << "the histories reach what they are about";
    EXPECT_GT(counted.approvals, histories / 100);
    EXPECT_GT(counted.guardsEnded, histories / 100);
}

TEST(Histories, WhoeverAsksTheRulesNeverWalksAroundThem) { runAll(false); }
TEST(Histories, NorDoesWhoeverWritesWithoutAsking) { runAll(true); }

}  // namespace
}  // namespace cotejo::decide::testing
