#include "core/review/statistics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/decide/case_service.h"
#include "core/record/act.h"
#include "core/review/errors.h"
#include "core/store/event_table.h"
#include "core/store/sync_state.h"
#include "tests/support/test_post.h"
#include "tests/support/undrawn.h"

namespace cotejo::review {
namespace {

using namespace record;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

std::vector<CountedGroup> groupsOf(std::initializer_list<Share> shares) {
    std::vector<CountedGroup> groups;
    for (const auto& share : shares) groups.push_back({std::string(1, static_cast<char>('a' + groups.size())), share});
    return groups;
}

/// Which groups are shown, e.g. "a c".
std::string shown(const std::vector<Group>& groups) {
    std::string names;
    for (const auto& group : groups)
        if (!group.rate.suppressed()) names += (names.empty() ? "" : " ") + group.value;
    return names;
}

TEST(SmallCells, BelowTenIsSuppressedAndTenIsNot) {
    EXPECT_TRUE(Rate(Share{3, 9}).suppressed());
    EXPECT_EQ(Rate(Share{3, 10}).share(), (Share{3, 10}));
    EXPECT_TRUE(Rate(Share{}).suppressed());
    EXPECT_EQ(shown(withoutSmallCells(groupsOf({{3, 10}, {5, 40}}))), "a b");
    EXPECT_TRUE(withoutSmallCells({}).empty());
}

TEST(SmallCells, ALoneSmallGroupTakesTheNextSmallestWithIt) {
    // Without "b" suppressed, "a" would be the total less the others.
    EXPECT_EQ(shown(withoutSmallCells(groupsOf({{2, 5}, {4, 12}, {20, 60}}))), "c");
    EXPECT_EQ(shown(withoutSmallCells(groupsOf({{2, 5}, {20, 60}}))), "");
    // Two small ones whose sum is small are told by the rest, which is a cell too.
    EXPECT_EQ(shown(withoutSmallCells(groupsOf({{1, 4}, {2, 5}, {6, 12}, {20, 60}}))), "d");
    EXPECT_EQ(shown(withoutSmallCells(groupsOf({{1, 6}, {2, 7}, {6, 12}, {20, 60}}))), "c d");
}

TEST(SmallCells, ARestInWhichAllAreAlikeWouldTellEachOne) {
    EXPECT_EQ(shown(withoutSmallCells(groupsOf({{0, 6}, {0, 7}, {6, 12}, {20, 60}}))), "d") << "0 of 13 says 0 of each";
    EXPECT_EQ(shown(withoutSmallCells(groupsOf({{6, 6}, {7, 7}, {6, 12}, {20, 60}}))), "d") << "13 of 13 says all of each";
    EXPECT_EQ(shown(withoutSmallCells(groupsOf({{0, 6}, {0, 7}, {0, 12}}))), "c") << "the total itself says it";
}

/// Rates that a suppressed group can have as far as total and shown groups tell, found by trying; at most two.
std::size_t possibleRates(const Share& rest, std::size_t hiddenGroups) {
    const auto others = static_cast<std::int64_t>(hiddenGroups) - 1;
    std::vector<Share> rates;
    for (std::int64_t whole = 1; whole <= rest.whole - others; ++whole)
        for (std::int64_t part = std::max<std::int64_t>(0, rest.part - (rest.whole - whole)); part <= std::min(whole, rest.part); ++part) {
            if (others == 0 && (whole != rest.whole || part != rest.part)) continue;
            const bool known = std::ranges::any_of(rates, [&](const auto& each) { return each.part * whole == part * each.whole; });
            if (!known) rates.push_back({part, whole});
            if (rates.size() == 2) return 2;
        }
    return rates.size();
}

TEST(SmallCells, NobodyWorksOutASuppressedGroupFromTheTotalAndTheOthers) {
    std::mt19937 random(20261129);
    const auto below = [&](int n) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(n)); };
    int suppressed = 0;
    for (int round = 0; round < 4000; ++round) {
        std::vector<CountedGroup> groups;
        Share total;
        for (auto left = 1 + below(7); left > 0; --left) {
            const auto whole = 1 + below(round % 2 == 0 ? 14 : 80);
            const auto part = round % 3 == 0 ? (below(2) == 0 ? 0 : whole) : below(static_cast<int>(whole) + 1);
            groups.push_back({std::to_string(left), {part, whole}});
            total += groups.back().share;
        }
        const auto answer = withoutSmallCells(groups);
        ASSERT_EQ(answer.size(), groups.size());
        Share rest = total;
        std::size_t hidden = 0;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            ASSERT_EQ(answer[i].value, groups[i].value);
            if (answer[i].rate.suppressed()) {
                ++hidden;
                continue;
            }
            ASSERT_GE(groups[i].share.whole, kSmallestCell);
            ASSERT_EQ(answer[i].rate.share(), groups[i].share);
            rest.part -= groups[i].share.part;
            rest.whole -= groups[i].share.whole;
        }
        const bool mayKnow = Rate(total).suppressed();  // then nothing is shown at all
        const bool uniform = total.part == 0 || total.part == total.whole;
        if (hidden == 0 || mayKnow || uniform) continue;
        ++suppressed;
        ASSERT_GE(rest.whole, kSmallestCell) << round;
        ASSERT_EQ(possibleRates(rest, hidden), 2u) << round;
    }
    EXPECT_GT(suppressed, 500);
}

TEST(AgeBands, ADateThatLeavesTheBandOpenIsUnknown) {
    const auto at = *fromIso("2026-11-29T12:00:00.000Z");
    EXPECT_EQ(ageBandOf("2008-11-30", at), AgeBand::Child);
    EXPECT_EQ(ageBandOf("2008-11-29", at), AgeBand::To29);
    EXPECT_EQ(ageBandOf("1996-11-30", at), AgeBand::To29);
    EXPECT_EQ(ageBandOf("1966-11-29", at), AgeBand::From60);
    EXPECT_EQ(ageBandOf("1990-00-00", at), AgeBand::To44);
    EXPECT_EQ(ageBandOf("2008-00-00", at), AgeBand::Unknown) << "17 or 18";
    EXPECT_EQ(ageBandOf("2008-11-00", at), AgeBand::Unknown);
    EXPECT_EQ(ageBandOf("2008-12-00", at), AgeBand::Child);
    EXPECT_EQ(ageBandOf("0000-05-01", at), AgeBand::Unknown);
    EXPECT_EQ(ageBandOf("", at), AgeBand::Unknown);
    EXPECT_EQ(ageBandOf("2027-01-01", at), AgeBand::Unknown) << "not born yet";
}

/// What one act adds to a rate, kept beside the case that is made of it.
struct Fact {
    bool search = false;
    bool part = false;
    UtcTime at{};
    const CaseView* view = nullptr;
    std::optional<Review> review;
};

/// Random cases and, written down while they are made, what there is to count in them.
struct Generated {
    struct One {
        CaseView view;
        std::vector<Event> searches, returns;
    };
    std::mt19937 random;
    std::vector<std::unique_ptr<One>> cases;
    std::vector<Fact> facts;
    std::vector<UtcTime> opened, closed, cancelled;
    std::vector<std::pair<UtcTime, milliseconds>> decided;
    std::vector<UtcTime> uncalibrated;
    UtcTime until = *fromIso("2026-11-29T12:00:00.000Z");
    std::uint64_t next = 0;

    explicit Generated(unsigned seed) : random(seed) {}
    int below(int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); }

    HistoryLine& line(One& one, std::string type, UtcTime at, bool inEffect = true) {
        auto& added = one.view.history.emplace_back();
        added.type = std::move(type);
        added.at = at;
        added.event = sha256(std::to_string(++next));
        if (!inEffect) added.refusal = "E_STATE";
        return added;
    }
    Event event(const Act& act, UtcTime at, Role role) {
        Event made;
        made.seq = ++next;
        made.type = typeOf(act);
        made.wall = at;
        made.role = codeOf(role);
        made.body = bodyOf(act);
        return made;
    }
    void search(One& one, UtcTime at) {
        RecordSearch act;
        const bool inEffect = below(6) != 0, face = below(2) != 0, finger = !face || below(2) != 0;
        const bool faceOpen = below(3) == 0, fingerOpen = below(3) == 0;
        act.coverage.faces = face;
        act.coverage.fingers = finger;
        if (face && faceOpen) act.coverage.notSearched.push_back({"threshold_face", "not_calibrated"});
        if (finger && fingerOpen) act.coverage.notSearched.push_back({"threshold_finger", "not_calibrated"});
        bool found = false;
        for (int left = below(3); left > 0; --left) {
            Candidate each;
            each.id = CandidateId::random();
            each.modality = face && (!finger || below(2) == 0) ? Modality::Face : Modality::Finger;
            found = found || (each.modality == Modality::Face ? !faceOpen : !fingerOpen);
            act.candidates.push_back(each);
        }
        one.searches.push_back(event(act, at, Role::Officer));
        line(one, "match.search", at, inEffect).event = hashOf(one.searches.back());
        if (!inEffect) return;
        if ((!face || faceOpen) && (!finger || fingerOpen)) uncalibrated.push_back(at);
        else facts.push_back({true, found, at, &one.view, {}});
    }
    void examinations(One& one, UtcTime at, int round) {
        RecordSearch act;
        act.coverage.faces = 1;
        act.coverage.notSearched.push_back({"threshold_face", "not_calibrated"});
        for (int i = 0; i < 3; ++i) {
            Candidate each;
            each.id = CandidateId::random();
            each.entry = WatchlistEntryId::random();
            act.candidates.push_back(each);
        }
        act.candidates[1].entry = act.candidates[0].entry;  // face and finger of one entry
        one.searches.push_back(event(act, at, Role::Officer));
        line(one, "match.search", at).event = hashOf(one.searches.back());
        uncalibrated.push_back(at);
        Examination first, second;
        first.number = 1;
        second.number = 2;
        first.round = second.round = Round{round, {}};
        first.outcome = Outcome::Identified;
        first.identified = act.candidates[0].id;
        first.final[*first.identified].conclusion = ExaminerConclusion::Identification;
        first.concluded = at;
        const int kind = below(4);
        second.outcome = kind == 2 ? Outcome::Inconclusive : Outcome::Identified;
        if (kind != 2) {
            second.identified = act.candidates[kind == 3 ? 2 : static_cast<std::size_t>(kind)].id;
            second.final[*second.identified].conclusion = ExaminerConclusion::Identification;
        }
        const auto done = at + hours(1);
        if (below(4) != 0) second.concluded = done;
        one.view.examinations.push_back(first);
        if (below(5) == 0) return;
        one.view.examinations.push_back(second);
        if (second.concluded) facts.push_back({false, kind >= 2, done, &one.view, Review::Conclusion});
    }
    void make() {
        auto& one = *cases.emplace_back(std::make_unique<One>());
        one.view.opened = until - minutes(below(120 * 24 * 60));
        one.view.reason = codes<ReferralReason>[static_cast<std::size_t>(below(4))].first;
        one.view.traveler.nationality = std::array{"UTO", "ABW", "XXA", "", "COL", "ESP"}[static_cast<std::size_t>(std::min(below(6), below(6)))];
        one.view.traveler.sex = codes<Sex>[static_cast<std::size_t>(std::min(below(3), below(3)))].first;
        one.view.traveler.birthDate = std::to_string(1940 + below(80)) + "-06-15";
        opened.push_back(one.view.opened);
        auto at = one.view.opened;
        auto since = at;
        line(one, "case.open", at);
        for (int round = 1; round <= 1 + below(3); ++round) {
            search(one, at += minutes(below(3000)));
            if (below(2) == 0) examinations(one, at += minutes(below(600)), round);
            at += minutes(60 + below(3000));
            if (below(3) == 0) {  // needs no approval
                line(one, "decision.execute", at);
                decided.emplace_back(at, at - since);
            } else {
                line(one, "decision.submit", at);
                line(one, "decision.approve", at, false);  // refused: counts nothing
                at += minutes(below(600));
                const int answer = below(4);
                if (answer == 0) {
                    line(one, "decision.approve", at);
                    facts.push_back({false, false, at, &one.view, Review::Proposal});
                    decided.emplace_back(at, at - since);
                    line(one, "decision.execute", at + hours(1));  // the same decision
                } else if (answer == 1) {
                    line(one, "decision.reject", at);
                    facts.push_back({false, true, at, &one.view, Review::Proposal});
                    continue;
                } else {
                    const auto role = answer == 2 ? Role::Supervisor : Role::Officer;
                    one.returns.push_back(event(ReturnCase{"more"}, at, role));
                    line(one, "case.return", at).event = hashOf(one.returns.back());
                    if (answer == 2) facts.push_back({false, true, at, &one.view, Review::Proposal});
                    continue;
                }
            }
            if (below(5) == 0) {
                cancelled.push_back(at);
                line(one, "case.cancel", at);
                return;
            }
            closed.push_back(at += minutes(90));
            line(one, "case.close", at);
            since = at += minutes(below(600));
            line(one, "case.reopen", at);
        }
    }
};

std::string traitOf(Trait trait, const Fact& fact) {
    switch (trait) {
        case Trait::Nationality: return fact.view->traveler.nationality.empty() ? "unknown" : fact.view->traveler.nationality;
        case Trait::Sex: return std::string(codeOf(fact.view->traveler.sex));
        case Trait::AgeBand: return std::string(codeOf(ageBandOf(fact.view->traveler.birthDate, fact.at)));
        case Trait::Reason: return std::string(codeOf(fact.view->reason));
        case Trait::Review: break;
    }
    return std::string(codeOf(*fact.review));
}

TEST(StatisticsTally, AgreesWithCountingByHand) {
    int shownGroups = 0, hiddenGroups = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Generated made(seed);
        for (int left = 3 + made.below(120); left > 0; --left) made.make();
        for (const auto& [span, code] : codes<StatisticsSpan>) {
            const int length = span == StatisticsSpan::All ? 100'000 : std::stoi(std::string(code));
            const auto inside = [&](UtcTime at) { return at <= made.until && at >= made.until - days(length); };
            StatisticsTally tally(span, made.until);
            for (const auto& one : made.cases) tally.add(one->view, one->searches, one->returns);
            const auto figures = tally.figures();
            const auto where = "seed " + std::to_string(seed) + " span " + std::string(code);
            ASSERT_EQ(figures.opened, std::ranges::count_if(made.opened, inside)) << where;
            ASSERT_EQ(figures.closed, std::ranges::count_if(made.closed, inside)) << where;
            ASSERT_EQ(figures.cancelled, std::ranges::count_if(made.cancelled, inside)) << where;
            ASSERT_EQ(figures.uncalibratedSearches, std::ranges::count_if(made.uncalibrated, inside)) << where;
            std::vector<milliseconds> times;
            for (const auto& [at, took] : made.decided)
                if (inside(at)) times.push_back(took);
            ASSERT_EQ(figures.decided, static_cast<std::int64_t>(times.size())) << where;
            ASSERT_EQ(figures.timeToDecision.has_value(), times.size() >= 10) << where;
            if (figures.timeToDecision) {
                const auto notAbove = [&](milliseconds limit) { return static_cast<double>(std::ranges::count_if(times, [&](auto each) { return each <= limit; })); };
                const auto all = static_cast<double>(times.size());
                const auto [median, ninetieth] = *figures.timeToDecision;
                ASSERT_GE(notAbove(median), all * 0.5) << where;
                ASSERT_LT(notAbove(median - milliseconds(1)), all * 0.5) << where;
                ASSERT_GE(notAbove(ninetieth), all * 0.9) << where;
                ASSERT_LT(notAbove(ninetieth - milliseconds(1)), all * 0.9) << where;
            }
            for (const bool search : {true, false}) {
                const auto& rate = search ? figures.candidates : figures.overturned;
                Share total;
                std::map<Trait, std::map<std::string, Share>> by;
                for (const auto& fact : made.facts) {
                    if (fact.search != search || !inside(fact.at)) continue;
                    total += {fact.part, 1};
                    for (const auto& [trait, name] : codes<Trait>)
                        if (trait != Trait::Review || fact.review) by[trait][traitOf(trait, fact)] += {fact.part, 1};
                }
                ASSERT_EQ(rate.total, Rate(total)) << where;
                ASSERT_EQ(rate.by.size(), total.whole < 10 ? 0 : by.size()) << where;
                for (const auto& breakdown : rate.by) {
                    auto& expected = by.at(breakdown.trait);
                    ASSERT_EQ(breakdown.groups.size(), expected.size()) << where;
                    for (const auto& group : breakdown.groups) {
                        if (group.rate.suppressed()) {
                            ++hiddenGroups;
                            continue;
                        }
                        ++shownGroups;
                        ASSERT_EQ(*group.rate.share(), expected.at(group.value)) << where << " " << group.value;
                        ASSERT_GE(group.rate.share()->whole, 10) << where;
                    }
                }
            }
        }
    }
    EXPECT_GT(shownGroups, 500);
    EXPECT_GT(hiddenGroups, 500);
}

/// A post whose people work through cases with the real acts.
struct PostStatistics : ::testing::Test {
    test::TestPost post;
    std::map<std::string, std::unique_ptr<access::Desk>> desks;
    int opened = 0;

    void SetUp() override {
        post.add("officer", {{Role::Officer}});
        post.add("ana", {{Role::Officer}, {Role::ExaminerFinger}});
        post.add("berta", {{Role::Officer}, {Role::ExaminerFinger}});
        post.add("supervisor", {{Role::Supervisor}});
        post.add("auditor", {{Role::Auditor}});
        post.add("protection", {{Role::Protection}});
        for (const char* login : {"officer", "ana", "berta", "supervisor", "auditor", "protection", "admin"}) desks[login] = std::move(*post.signIn(login));
        const auto fresh = desks["admin"]->store().write([&](store::Transaction& tx) -> Status {
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(post.clock.now()));
        });
        ASSERT_TRUE(fresh);
    }
    void does(const std::string& login, const CaseId& id, const Act& act) {
        const auto done = decide::CaseService(*desks[login]).perform(id, act);
        ASSERT_TRUE(done) << login << " " << typeOf(act) << ": " << done.error().code << " " << done.error().detail;
    }
    void take(const std::string& login, const CaseId& id) {
        const auto done = decide::CaseService(*desks[login]).take(id);
        ASSERT_TRUE(done) << login << ": " << done.error().code;
    }
    /// To the end of the first examination.
    CaseId examined(Outcome outcome) {
        OpenCase act;
        act.legalBasis = "border control";
        act.traveler.familyName = "SPECIMEN";
        act.traveler.nationality = opened++ % 4 == 0 ? "ABW" : "UTO";
        act.traveler.sex = Sex::Female;
        act.traveler.birthDate = "1990-01-01";
        act.reason = ReferralReason::MrzCheckDigit;
        const auto id = *decide::CaseService(*desks["officer"], {}, test::undrawnId).open(act);
        does("officer", id, StartTriage{});
        RecordSearch search;
        search.coverage.fingers = 1;
        search.coverage.searched.push_back({"wanted", 5000, 5000, post.clock.now()});
        for (int left = outcome == Outcome::NoCandidate ? 0 : 1; left > 0; --left) {
            Candidate candidate;
            candidate.id = CandidateId::random();
            candidate.entry = WatchlistEntryId::random();
            candidate.modality = Modality::Finger;
            candidate.rank = 1;
            search.candidates.push_back(candidate);
        }
        does("officer", id, search);
        examine("ana", id, search.candidates, outcome);
        if (outcome != Outcome::Identified) does("ana", id, ReleaseLease{});
        return id;
    }
    void examine(const std::string& login, const CaseId& id, const std::vector<Candidate>& candidates, Outcome outcome) {
        take(login, id);
        does(login, id, SaveAnalysis{"whorl, clear core"});
        Conclude act;
        act.outcome = outcome;
        for (const auto& each : candidates) {
            const auto value = outcome == Outcome::Identified     ? ExaminerConclusion::Identification
                               : outcome == Outcome::Inconclusive ? ExaminerConclusion::SupportSame
                                                                  : ExaminerConclusion::Exclusion;
            act.conclusions.push_back({each.id, value, "14 pairs", "smudged", false});
            does(login, id, VisitCandidate{each.id});
            does(login, id, SaveProvisional{act.conclusions.back()});
            if (outcome == Outcome::Identified) act.identified = each.id;
        }
        does(login, id, act);
    }
    std::vector<Candidate> candidatesOf(const CaseId& id) {
        auto reader = desks["admin"]->store().reader();
        return store::CaseTable(*reader).find(id).value()->candidates;
    }
    void propose(const CaseId& id, Disposition disposition) {
        take("officer", id);
        does("officer", id, ReadCoverage{});
        does("officer", id, ProposeDisposition{disposition, "reasons", "art. 12"});
    }
    Statistics read(StatisticsSpan span) { return *StatisticsReader(*desks["supervisor"]).read(span); }
};

TEST_F(PostStatistics, AreForSupervisorsAndAuditors) {
    for (const char* login : {"officer", "ana", "protection", "admin"})
        EXPECT_EQ(StatisticsReader(*desks[login]).read(StatisticsSpan::All).error().code, kMayNotRead) << login;
    EXPECT_TRUE(StatisticsReader(*desks["supervisor"]).read(StatisticsSpan::All));
    EXPECT_TRUE(StatisticsReader(*desks["auditor"]).read(StatisticsSpan::All));
    std::stop_source stop;
    stop.request_stop();
    examined(Outcome::NoCandidate);
    EXPECT_EQ(StatisticsReader(*desks["auditor"]).read(StatisticsSpan::All, stop.get_token()).error().code, "E_CANCELLED");
}

TEST_F(PostStatistics, CountWhatPeopleDid) {
    const auto empty = read(StatisticsSpan::All);
    EXPECT_EQ(empty.opened, 0);
    EXPECT_TRUE(empty.candidates.total.suppressed());
    EXPECT_TRUE(empty.candidates.by.empty());

    for (int i = 0; i < 12; ++i) {
        const auto id = examined(Outcome::NoCandidate);
        propose(id, Disposition::Admit);
        post.clock.advance(minutes(i + 1));
        does("officer", id, Execute{"entered"});
        if (i < 5) does("officer", id, CloseCase{});
    }
    // Three overturned conclusions, one that stands, and of four proposals one rejected, one returned, one approved, one waits.
    for (int i = 0; i < 3; ++i) {
        const auto id = examined(Outcome::Identified);
        examine("berta", id, candidatesOf(id), Outcome::Excluded);
    }
    const auto agreed = examined(Outcome::Identified);
    examine("berta", agreed, candidatesOf(agreed), Outcome::Identified);
    for (int i = 0; i < 4; ++i) {
        const auto id = examined(Outcome::Inconclusive);
        propose(id, Disposition::Release);
        does("officer", id, SubmitForApproval{});
        if (i == 0) does("supervisor", id, Approve{"complete", *decide::CaseService(*desks["supervisor"]).dossier(id)});
        if (i == 1) does("supervisor", id, Reject{"no basis"});
        if (i == 2) does("supervisor", id, ReturnCase{"more evidence"});
    }
    const auto all = read(StatisticsSpan::All);
    EXPECT_EQ(all.opened, 20);
    EXPECT_EQ(all.decided, 13);
    EXPECT_EQ(all.closed, 5);
    EXPECT_EQ(all.cancelled, 0);
    ASSERT_TRUE(all.timeToDecision);
    EXPECT_EQ(all.timeToDecision->median, minutes(6)) << "0 minutes of the approval, then 1 to 12: the seventh";
    EXPECT_EQ(all.timeToDecision->ninetieth, minutes(11)) << "the twelfth of thirteen";
    EXPECT_EQ(all.candidates.total.share(), (Share{8, 20}));
    EXPECT_EQ(all.uncalibratedSearches, 0);
    EXPECT_TRUE(all.overturned.total.suppressed()) << "5 of 7";
    EXPECT_TRUE(all.overturned.by.empty()) << "nor is it told which groups the seven are of";
    EXPECT_EQ(all.openByState.at(CaseState::Executed), 7);
    EXPECT_EQ(all.openByState.at(CaseState::Disagreement), 3);
    EXPECT_FALSE(all.openByState.contains(CaseState::Closed));
    EXPECT_EQ(all.openByReason.at(ReferralReason::MrzCheckDigit), 15);
    for (const auto& breakdown : all.candidates.by)
        for (const auto& group : breakdown.groups)
            EXPECT_EQ(group.rate.suppressed(), breakdown.trait == Trait::Nationality) << group.value << ": 5 of ABW take the 15 of UTO with them";

    for (int i = 0; i < 3; ++i) {
        const auto id = examined(Outcome::Inconclusive);
        propose(id, Disposition::Release);
        does("officer", id, SubmitForApproval{});
        does("supervisor", id, Approve{"complete", *decide::CaseService(*desks["supervisor"]).dossier(id)});
    }
    EXPECT_EQ(read(StatisticsSpan::All).overturned.total.share(), (Share{5, 10}));
    const auto week = read(StatisticsSpan::Week);
    EXPECT_EQ(week.overturned.total, read(StatisticsSpan::All).overturned.total);

    post.clock.advance(days(8));
    const auto later = read(StatisticsSpan::Week);
    EXPECT_EQ(later.opened, 0);
    EXPECT_EQ(later.decided, 0);
    EXPECT_FALSE(later.timeToDecision);
    EXPECT_EQ(later.openByReason.at(ReferralReason::MrzCheckDigit), 18) << "open is open now, whatever the span";
    EXPECT_EQ(read(StatisticsSpan::Month).opened, 23);
}

TEST_F(PostStatistics, TheTableSaysWhatIsSuppressedAndNothingMore) {
    for (int i = 0; i < 12; ++i) examined(Outcome::NoCandidate);
    const auto table = statisticsCsv(read(StatisticsSpan::All));
    EXPECT_NE(table.find("opened,,,12,,\r\n"), std::string::npos) << table;
    EXPECT_NE(table.find("candidate_rate,,,0,12,\r\n"), std::string::npos) << table;
    EXPECT_NE(table.find("candidate_rate,nationality,ABW,,,suppressed\r\n"), std::string::npos) << table;
    EXPECT_NE(table.find("candidate_rate,nationality,UTO,,,suppressed\r\n"), std::string::npos) << table;
    EXPECT_NE(table.find("candidate_rate,sex,F,0,12,\r\n"), std::string::npos) << table;
    EXPECT_NE(table.find("time_to_decision,,median,,,suppressed\r\n"), std::string::npos) << table;
    EXPECT_EQ(table.find(",9,"), std::string::npos) << "the nine of UTO: " << table;
}

}  // namespace
}  // namespace cotejo::review
