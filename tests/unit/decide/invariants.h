#pragma once

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/decide/lineage.h"
#include "core/decide/table.h"
#include "core/review/visible_case.h"
#include "tests/unit/decide/attempts.h"
#include "tests/unit/decide/words_of.h"

/// What must hold in every history, told by the acts themselves and by what the test remembers of them.
namespace cotejo::decide::testing {

struct Counted {
    long histories = 0, steps = 0, done = 0, approvals = 0, adverse = 0, adverseByThird = 0, executions = 0, identifications = 0, protectionEnded = 0,
         childEnded = 0, retentionEnded = 0, conflicts = 0, resolved = 0, blindReads = 0, exports = 0, narrowed = 0, excluded = 0, repeated = 0, contested = 0;
    std::map<std::string, long> guardsEnded;  ///< by the act that ended them
    long guards() const {
        long all = 0;
        for (const auto& [act, count] : guardsEnded) all += count;
        return all;
    }
    void add(const Counted& other) {
        static constexpr long Counted::* kEach[] = {
            &Counted::histories,       &Counted::steps,      &Counted::done,           &Counted::approvals,  &Counted::adverse,  &Counted::adverseByThird, &Counted::executions,
            &Counted::identifications, &Counted::protectionEnded, &Counted::childEnded, &Counted::retentionEnded, &Counted::conflicts, &Counted::resolved,
            &Counted::blindReads,      &Counted::exports,    &Counted::narrowed,       &Counted::excluded,   &Counted::repeated, &Counted::contested};
        static_assert(sizeof(Counted) == std::size(kEach) * sizeof(long) + sizeof guardsEnded, "a count is not added");
        for (const auto each : kEach) this->*each += other.*each;
        for (const auto& [act, count] : other.guardsEnded) guardsEnded[act] += count;
    }
};

/// The case as the author of an event saw it. What one saw and more is folded on from there.
class Pasts {
  public:
    Pasts(const Lineage& lineage, const OfficerLookup& officers) : m_lineage(lineage), m_officers(officers) {}
    /// Valid until the next is asked for.
    const CaseView& before(std::size_t at) {
        std::vector<std::size_t> past;
        for (std::size_t earlier = 0; earlier < at; ++earlier)
            if (m_lineage.sees(at, earlier)) past.push_back(earlier);
        if (!m_case || past.size() < m_folded.size() || !std::equal(m_folded.begin(), m_folded.end(), past.begin())) {
            m_case = std::make_unique<GrowingCase>(m_officers);
            m_folded.clear();
        }
        std::vector<Event> more;
        for (auto i = m_folded.size(); i < past.size(); ++i) more.push_back(m_lineage.event(past[i]));
        m_case->add(more);
        m_folded = std::move(past);
        return m_case->view();
    }

  private:
    const Lineage& m_lineage;
    const OfficerLookup& m_officers;
    std::unique_ptr<GrowingCase> m_case;
    std::vector<std::size_t> m_folded;
};

/// What the test itself remembers of a history.
struct Memory {
    std::map<OfficerId, std::vector<Hash>> shownAt;     ///< events at which somebody was shown scores, conclusions, an entry
    std::map<OfficerId, std::vector<Hash>> narrowedAt;  ///< searches that somebody narrowed down
    std::set<OfficerId> pair;                           ///< those who collude
};

struct Before {
    bool protection, child, retention, guard, conflict;
    std::optional<Identification> identification;
    std::set<Hash> orders;  ///< re-examinations that were open
    Round round;
    explicit Before(const CaseView& view)
        : protection(view.has(HoldKind::Protection)), child(view.has(HoldKind::Child)), retention(view.has(HoldKind::LegalRetention)),
          guard(view.has(HoldKind::ReleaseGuard)), conflict(view.has(HoldKind::Conflict)), identification(view.identification), round(view.round) {
        for (const auto& each : view.reexaminations)
            if (each.open()) orders.insert(each.event);
    }
    /// All that were open were carried out by then.
    bool carriedOut(const CaseView& after) const {
        return !orders.empty() && std::ranges::all_of(after.reexaminations, [&](const auto& each) { return each.complete || !orders.contains(each.event); });
    }
};

/// Those who concluded in this round and excluded every candidate of the entry that they had before them, at least one.
inline std::set<OfficerId> excludedBy(const CaseView& view, const Round& round, const WatchlistEntryId& entry, const std::vector<Candidate>& found) {
    std::set<OfficerId> excluding;
    for (const auto& each : view.examinations) {
        if (each.round != round || !each.concluded) continue;
        int compared = 0, excluded = 0;
        for (const auto& candidate : found) {
            const auto said = each.final.find(candidate.id);
            if (candidate.entry != entry || said == each.final.end()) continue;
            ++compared;
            excluded += said->second.conclusion == ExaminerConclusion::Exclusion;
        }
        if (compared > 0 && compared == excluded) excluding.insert(each.examiner);
    }
    return excluding;
}

/// What a re-examination settled: nobody who had examined before the order had a hand in it, and what it was ordered over ends only when two
/// excluded that entry's candidate or identified the same entry anew.
inline void checkReexamined(const Before& before, const std::vector<Event>& events, const CaseView& after, const std::vector<Candidate>& found, Counted& counted, const std::string& where) {
    const auto& round = before.round;  // returned and taken up again, it ends in a later round than it began in
    std::set<OfficerId> earlier, now;
    std::map<WatchlistEntryId, std::set<OfficerId>> identifying;
    for (const auto& each : after.examinations) {
        if (!each.concluded) continue;
        if (std::ranges::any_of(before.orders, [&](const auto& order) { return !each.orders.contains(order); })) earlier.insert(each.examiner);
        if (each.round != round) continue;
        now.insert(each.examiner);
        for (const auto& candidate : found)
            if (const auto said = each.final.find(candidate.id); said != each.final.end() && said->second.conclusion == ExaminerConclusion::Identification)
                identifying[candidate.entry].insert(each.examiner);
    }
    // A post that did not hear of somebody's earlier examination cannot keep that person from another.
    std::set<Hash> without;
    for (const auto& line : after.history)
        if (!line.refusal.empty()) without.insert(line.event);
    const auto knew = [&](const OfficerId& who) {
        const Lineage lineage(events);
        std::vector<std::size_t> said;
        for (std::size_t at = 0; at < lineage.size(); ++at)
            if (lineage.event(at).type == "examination.conclude" && lineage.event(at).user == who && !without.contains(lineage.hash(at))) said.push_back(at);
        // Of an examination of before the order; one that knew of it is no other.
        const auto knewOfIt = [&](std::size_t at) {
            return std::ranges::all_of(before.orders, [&](const auto& order) {
                const auto place = lineage.find(order);
                return place && lineage.sees(at, *place);
            });
        };
        return std::ranges::any_of(said, [&](std::size_t at) { return at != said.back() && !knewOfIt(at) && lineage.sees(said.back(), at); });
    };
    for (const auto& each : now) ASSERT_FALSE(earlier.contains(each) && knew(each)) << where << ": examined again by the same person";
    for (const auto& each : after.reexaminations) ASSERT_FALSE(before.orders.contains(each.event) && now.contains(each.orderedBy)) << where;
    ASSERT_GE(now.size(), 2u) << where;
    if (!before.identification) return;
    const bool repeated = identifying[before.identification->entry].size() >= 2;
    const bool refuted = excludedBy(after, round, before.identification->entry, found).size() >= 2;
    const auto old = std::ranges::find_if(after.identifications, [&](const auto& each) {
        return each.event == before.identification->event && each.entry == before.identification->entry;
    });
    const bool stands = old != after.identifications.end();
    counted.excluded += refuted;
    counted.repeated += repeated;
    counted.contested += stands;
    if (stands) {
        ASSERT_TRUE(old->contested) << where << ": neither repeated nor excluded, and not in question";
        ASSERT_EQ(before.guard, after.has(HoldKind::ReleaseGuard)) << where << ": a guard ended by a re-examination that settled nothing";
    } else {
        ASSERT_TRUE(refuted || repeated) << where << ": an identification ended without two who excluded it";
    }
}

/// Every approval, execution, conclusion and export in effect of a case, as the fold itself says, with what its author had seen.
inline void checkWhole(const std::vector<Event>& events, const CaseView& whole, const OfficerLookup& officers, const Memory& memory, Counted& counted,
                       const std::string& where) {
    std::set<Hash> without;
    bool any = false;
    for (const auto& line : whole.history) {
        if (!line.refusal.empty()) without.insert(line.event);
        else any = any || line.type == "decision.approve" || line.type == "decision.execute" || line.type == "case.export" || line.type == "partner.authorise" || !memory.narrowedAt.empty();
    }
    if (!any) return;
    const Lineage lineage(events);
    Pasts pasts(lineage, officers);
    const auto sees = [&](std::size_t at, const Hash& hash) {
        const auto place = lineage.find(hash);
        return place && lineage.sees(at, *place);
    };
    for (std::size_t at = 0; at < lineage.size(); ++at) {
        const auto& event = lineage.event(at);
        if (without.contains(lineage.hash(at))) continue;
        const bool approval = event.type == "decision.approve", execution = event.type == "decision.execute", left = event.type == "case.export" || event.type == "partner.authorise";
        if (event.type == "examination.conclude")
            if (const auto narrowing = memory.narrowedAt.find(event.user); narrowing != memory.narrowedAt.end())
                for (const auto& hash : narrowing->second) {
                    ASSERT_FALSE(!without.contains(hash) && sees(at, hash)) << where << ": concluded by who had narrowed the search down";
                }
        if (!approval && !execution && !left) continue;
        const auto& before = pasts.before(at);
        if (left) {
            ++counted.exports;
            for (const auto kind : {HoldKind::Protection, HoldKind::Medical, HoldKind::LegalRetention})
                ASSERT_FALSE(before.has(kind)) << where << ": left the post under " << codeOf(kind);
            if (event.type == "partner.authorise") {
                const auto act = readAct(event.type, event.body);
                const auto* request = act ? requestOf(before, std::get<AuthoriseRequest>(*act).request) : nullptr;
                ASSERT_TRUE(request) << where;
                ASSERT_NE(std::ranges::find(request->previewedBy, event.user), request->previewedBy.end()) << where << ": allowed unseen";
                const bool contact = std::ranges::any_of(before.partnerRequests, [&](const auto& each) { return each.left(); });
                if (!contact || request->terms.purpose != PartnerPurpose::BorderInquiry) {
                    ASSERT_NE(request->draftedBy, event.user) << where << ": allowed by who drafted it";
                    ASSERT_EQ(event.role, codeOf(Role::Supervisor)) << where;
                }
            }
            continue;
        }
        ASSERT_TRUE(before.disposition) << where;
        ASSERT_FALSE(before.has(HoldKind::Conflict)) << where << ": while two posts differed";
        const auto& row = rowOf(before.disposition->disposition);
        for (const auto& hold : before.holds) ASSERT_FALSE(row.forbiddenBy.has(hold.kind)) << where << " " << event.type << " under " << codeOf(hold.kind);
        if (row.adverse && before.outcome == Outcome::Identified) {
            ASSERT_TRUE(before.identification) << where;
            ASSERT_FALSE(before.identification->contested) << where << ": adverse on a contested identification";
        }
        if (row.adverse) {
            ASSERT_FALSE(before.reexamining()) << where << ": adverse while a re-examination is open";
            // One that was carried out, by two who knew of it, has ended what it was ordered over or put it in question.
            for (const auto& order : before.reexaminations) {
                const auto ordered = lineage.find(order.event);
                ASSERT_TRUE(ordered) << where;
                if (order.withdrawn && !order.complete) continue;
                std::set<OfficerId> ended;
                for (std::size_t later = *ordered + 1; later < at; ++later)
                    if (lineage.event(later).type == "examination.conclude" && !without.contains(lineage.hash(later)) && lineage.sees(at, later) &&
                        lineage.sees(later, *ordered))
                        ended.insert(lineage.event(later).user);
                ASSERT_GE(ended.size(), 2u) << where << ": a re-examination that nobody carried out counts as complete";
                const bool over = before.outcome == Outcome::Identified && before.identification && sees(*ordered, before.identification->event);
                ASSERT_FALSE(over) << where << ": adverse on what a re-examination did not repeat";
            }
        }
        if (execution) {
            ++counted.executions;
            continue;
        }
        ++counted.approvals;
        ASSERT_FALSE(before.comparisonActors.contains(event.user) || before.proposalActors.contains(event.user)) << where << ": four eyes";
        // Nor by who cleared the way.
        for (std::size_t earlier = 0; earlier < at; ++earlier) {
            const auto& cleared = lineage.event(earlier);
            if (cleared.user != event.user || without.contains(lineage.hash(earlier)) || !lineage.sees(at, earlier)) continue;
            ASSERT_FALSE(cleared.type == "hold.lift" || cleared.type == "document.waive") << where << ": approved after " << cleared.type;
        }
        for (const auto& paper : before.documents) {
            const auto* kind = paperOf(paper.kind);
            ASSERT_FALSE(paper.addedBy == event.user && kind && kind->neededBy.has(before.disposition->disposition))
                << where << ": approved on the own " << paper.kind;
        }
        if (!row.adverse) continue;
        ++counted.adverse;
        // Two different people concluded, and neither had been shown anything before but by the own reveal.
        std::set<OfficerId> examiners, all;
        for (std::size_t earlier = 0; earlier < at; ++earlier) {
            const auto& concluded = lineage.event(earlier);
            if (concluded.type != "examination.conclude" || without.contains(lineage.hash(earlier)) || !lineage.sees(at, earlier)) continue;
            all.insert(concluded.user);
            bool shown = false;
            if (const auto seen = memory.shownAt.find(concluded.user); seen != memory.shownAt.end())
                for (const auto& hash : seen->second) {
                    const auto showing = lineage.find(hash);
                    if (!showing || !lineage.sees(earlier, *showing)) continue;
                    const auto& type = lineage.event(*showing).type;
                    const bool nothing = type == "examination.open_notes" && without.contains(hash);  // refused: no notes were opened
                    shown = shown || (type != "examination.reveal" && !nothing);
                }
            if (!shown) examiners.insert(concluded.user);
        }
        ASSERT_GE(examiners.size(), 2u) << where << ": an adverse approval without two who had seen nothing";
        ASSERT_FALSE(examiners.contains(event.user)) << where;
        all.insert(before.proposalActors.begin(), before.proposalActors.end());
        counted.adverseByThird += !memory.pair.contains(event.user) && std::ranges::any_of(all, [&](const auto& each) { return memory.pair.contains(each); });
        // So whoever colluded, somebody else had a hand in it.
        examiners.insert(event.user);
        std::erase_if(examiners, [&](const auto& each) { return memory.pair.contains(each); });
        ASSERT_FALSE(examiners.empty()) << where << ": an adverse approval by two alone";
    }
}

/// Holds that were there and are gone, and what may have ended them.
inline void checkEnded(const Before& before, const std::vector<Event>& events, const CaseView& after, const Act& act, const Officer& who, const std::vector<Candidate>& found, Counted& counted,
                       const std::string& where) {
    const auto* lift = std::get_if<LiftHold>(&act);
    const auto liftedWith = [&](std::initializer_list<std::string_view> kinds) {
        return lift && std::ranges::any_of(after.documents, [&](const auto& each) {
            return each.blob == lift->document.value_or(Hash{}) && std::ranges::find(kinds, std::string_view(each.kind)) != kinds.end();
        });
    };
    if (before.protection && !after.has(HoldKind::Protection)) {
        ++counted.protectionEnded;
        ASSERT_TRUE(lift && lift->kind == HoldKind::Protection && who.login == "protection") << where << " " << typeOf(act);
        ASSERT_TRUE(liftedWith({"protection_decision"})) << where << ": lifted without a decision";
    }
    if (before.child && !after.has(HoldKind::Child)) {
        ++counted.childEnded;
        ASSERT_TRUE(lift && lift->kind == HoldKind::Child && who.login == "protection") << where << " " << typeOf(act);
        ASSERT_TRUE(liftedWith({"protection_decision", "age_decision"})) << where << ": a child's hold lifted without a decision";
    }
    if (before.retention && !after.has(HoldKind::LegalRetention)) {
        ++counted.retentionEnded;
        ASSERT_TRUE(lift && lift->kind == HoldKind::LegalRetention) << where << " " << typeOf(act);
    }
    const bool concludes = std::holds_alternative<Conclude>(act);
    if (concludes && !before.conflict && !after.has(HoldKind::Conflict) && before.carriedOut(after)) {
        checkReexamined(before, events, after, found, counted, where);
        if (::testing::Test::HasFatalFailure()) return;
    }
    // Each guard by its own facts, whatever was done about another entry.
    for (const auto& each : after.identifications) {
        std::set<OfficerId> signed_;
        bool byOwner = false;  // in a signed message, which is one word of somebody who is nobody here
        if (each.guardEnded == "override")
            for (const auto& one : after.overrides)
                if (one.way == "release" && one.identification == each.event && one.entry == each.entry) signed_.insert(one.by);
        if (each.guardEnded == "answer")
            for (const auto& one : after.answers)
                if (one.counts() && one.answer == "not_confirmed" && one.entry == each.entry) {
                    signed_.insert({one.recordedBy, *one.countersignedBy});
                    byOwner = byOwner || one.recordedBy.isZero();
                }
        ASSERT_TRUE(signed_.size() >= 2 || byOwner || (each.guardEnded != "override" && each.guardEnded != "answer")) << where << ": " << each.guardEnded << " of another entry";
    }
    if (!before.guard || after.has(HoldKind::ReleaseGuard)) return;
    ++counted.guardsEnded[std::string(typeOf(act))];
    std::set<OfficerId> hands{who.id};
    if (std::holds_alternative<OverrideGuard>(act)) {
        for (const auto& each : after.overrides)
            if (each.way == "release") hands.insert(each.by);
        ASSERT_GE(hands.size(), 2u) << where;
    } else if (std::holds_alternative<CountersignAnswer>(act) || std::holds_alternative<SettleAnswers>(act)) {
        for (const auto& each : after.answers)
            if (each.counts() && each.answer == "not_confirmed") hands.insert({each.recordedBy, *each.countersignedBy});
        ASSERT_GE(hands.size(), std::holds_alternative<SettleAnswers>(act) && !hands.contains(OfficerId{}) ? 3u : 2u) << where;
    } else if (concludes) {
        ASSERT_FALSE(before.orders.empty()) << where;
        for (const auto& each : after.reexaminations)
            if (before.orders.contains(each.event)) hands.insert(each.orderedBy);
        for (const auto& each : after.examinations)
            if (each.round == before.round && each.concluded) hands.insert(each.examiner);
        ASSERT_GE(hands.size(), 3u) << where << ": superseded by two";
        const bool refuted = excludedBy(after, before.round, before.identification->entry, found).size() >= 2;
        ASSERT_TRUE(refuted || !after.guardEnded.empty()) << where << ": a guard ended though two did not exclude its candidate";
    } else if (std::holds_alternative<ChangeEntry>(act) || std::holds_alternative<ReportRequest>(act)) {
        ASSERT_TRUE(who.login == "program") << where;
    } else {
        ASSERT_TRUE(std::holds_alternative<LapseGuard>(act)) << where << " " << typeOf(act);
    }
}

/// What another post knew may end a hold as well, by the same facts.
inline void checkMerged(const Before& before, const CaseView& after, const People& people, const std::vector<Candidate>& found, const std::string& where) {
    const auto lifted = [&](HoldKind kind) {
        return std::ranges::any_of(after.history, [&](const auto& line) {
            return line.type == "hold.lift" && line.refusal.empty() && line.officer == people.protection.id && line.detail == codeOf(kind);
        });
    };
    ASSERT_TRUE(!before.protection || after.has(HoldKind::Protection) || lifted(HoldKind::Protection)) << where << ": protection was lost on the way";
    ASSERT_TRUE(!before.child || after.has(HoldKind::Child) || lifted(HoldKind::Child)) << where << ": a child's hold was lost on the way";
    if (!before.guard || after.has(HoldKind::ReleaseGuard) || !after.guardEnded.empty()) return;
    ASSERT_TRUE(before.identification) << where;
    const bool refuted = std::ranges::any_of(after.examinations, [&](const auto& each) {
        return excludedBy(after, each.round, before.identification->entry, found).size() >= 2;
    });
    ASSERT_TRUE(refuted) << where << ": a guard was lost on the way";
}

/// Whoever must be blind reads nothing of others, by the case or by a refusal.
inline void checkBlind(const Post& post, const Officer& who, const review::VisibleCase& visible, const std::vector<Candidate>& found, Counted& counted,
                       const std::string& where) {
    if (!visible.blind) return;
    for (const auto& line : post.view().history)
        if (line.officer == who.id && line.type == "examination.conclude") return;  // the own words of an earlier round are nobody else's
    ++counted.blindReads;
    const bool revealed = visible.own() && visible.own()->revealed;
    static constexpr std::string_view kSecrets[] = {"release_guard", "duty officer", "UTO-1", "not_confirmed", "\"wanted\""};
    const std::span secrets(kSecrets, std::size(kSecrets) - (revealed ? 1 : 0));
    // The own words are nobody else's.
    for (const auto& line : visible.view.history) {
        if (line.officer == who.id) continue;
        ASSERT_NE(line.detail, "identified") << where << " " << who.login << " reads of " << line.type;
        for (const auto text : {std::string_view(line.detail), std::string_view(line.refusal)}) {
            for (const auto secret : secrets) ASSERT_EQ(text.find(secret), text.npos) << where << " " << who.login << " reads " << secret;
            if (revealed || text.size() < 32) continue;
            for (const auto& each : found) ASSERT_EQ(text.find(each.entry.text()), text.npos) << where << " " << who.login << " reads an entry's id";
        }
    }
    static thread_local Words words;
    words.read(visible.view);
    for (const auto secret : secrets) ASSERT_FALSE(words.say(secret)) << where << " " << who.login << " reads " << secret;
    ASSERT_FALSE(words.say("\"identified\"")) << where << " " << who.login << " reads the outcome";
    if (!revealed) {
        for (const auto& each : found)
            ASSERT_FALSE(words.name(each.entry) || words.say(each.entry.text())) << where << " " << who.login << " reads an entry's id";
    }
    for (const auto& each : visible.view.examinations) ASSERT_EQ(each.examiner, who.id) << where;
    if (revealed) return;
    for (const auto& each : visible.view.candidates) ASSERT_TRUE(each.score.value == 0 && each.rank == 0) << where;
}

/// Of everybody.
inline void checkEverybodyBlind(const Post& post, const Everybody& everybody, const std::vector<Candidate>& found, Counted& counted, const std::string& where) {
    for (const auto& who : everybody.all) {
        if (!review::keptBlind(post.view(), who, post.conditions.now)) continue;
        const auto visible = review::visibleCase(post.view(), who, post.conditions.now, [](const auto&) { return std::optional<WatchlistEntry>(WatchlistEntry{}); });
        checkBlind(post, who, visible, found, counted, where);
        if (::testing::Test::HasFatalFailure()) return;
    }
}

}  // namespace cotejo::decide::testing
