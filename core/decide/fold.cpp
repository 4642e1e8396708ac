#include "core/decide/fold.h"

#include <algorithm>
#include <deque>
#include <map>

#include "core/base/json.h"
#include "core/decide/effects.h"
#include "core/decide/errors.h"
#include "core/decide/refusal.h"
#include "core/decide/rules.h"
#include "core/journal/admin_events.h"

namespace cotejo::decide {
namespace {

using record::CaseView;
using record::DecisionHead;

/// Two verdicts that say different things about the person or about what is to happen.
bool differ(const DecisionHead& one, const DecisionHead& other) {
    const auto apart = [](const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; };
    // A case that one post ended and another identified in is a difference, although neither spoke of what the other did.
    const auto buries = [](const DecisionHead& a, const DecisionHead& b) {
        return a.disposition == "cancelled" && b.identity.starts_with("identified") && a.identity != b.identity;
    };
    return apart(one.identity, other.identity) || apart(one.disposition, other.disposition) || buries(one, other) || buries(other, one);
}

/// "identified:" and the entries, sorted, "," between them.
std::string identityCode(record::Outcome outcome, const std::set<WatchlistEntryId>& entries) {
    auto text = std::string(codeOf(outcome));
    char before = ':';
    for (const auto& entry : entries) {
        text += before + entry.text();
        before = ',';
    }
    return text;
}

/// Those of the standing conclusion.
std::set<WatchlistEntryId> entriesIdentified(const CaseView& view) {
    std::set<WatchlistEntryId> entries;
    if (view.outcome != record::Outcome::Identified || !view.identification) return entries;
    for (const auto& each : view.identifications)
        if (each.event == view.identification->event) entries.insert(each.entry);
    return entries;
}

}  // namespace

/// Folds any subset of the events of a case that is closed under "has seen".
class Folder {
  public:
    /// `read`, where given, keeps what the events say for the next fold of them.
    Folder(std::span<const record::Event> events, const OfficerLookup& officers, const Beside& beside, std::map<Hash, record::Act>* read = nullptr)
        : m_lineage(events, beside.seen), m_officers(officers), m_beside(beside), m_read(read), m_whole(m_lineage) {}
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// Whether the event goes on from everything there is, so that folding it alone is enough.
    bool append(const record::Event& event) { return m_lineage.append(event); }

    CaseView fold() {
        m_acts.resize(m_lineage.size());
        m_refusals.resize(m_lineage.size());
        m_verdicts.resize(m_lineage.size());
        m_roles.resize(m_lineage.size());
        for (; m_done < m_lineage.size(); ++m_done) {
            read(m_done);
            if (!m_acts[m_done]) {
                replay(m_whole, m_done);  // changes nothing, whatever its author had seen
            } else if (m_lineage.seesAllBefore(m_done)) {
                CaseView merged;
                step(m_whole, m_done, present(m_whole, merged));
            } else {
                Working own = pastOf(m_done);
                CaseView merged;
                judge(m_done, present(own, merged));
                replay(m_whole, m_done);
                replay(own, m_done);
                m_tips.emplace(m_done, std::move(own));
            }
        }
        CaseView merged;
        CaseView view = present(m_whole, merged);
        view.heads = heads();
        view.decisionHeads = headsOf(m_whole);
        return view;
    }

  private:
    /// What the next act names. Of very many only those that have an effect: the events of somebody whom nobody knows must not make the
    /// acts of others too large to be written.
    std::vector<Hash> heads() const {
        constexpr std::size_t kMany = 64;
        auto all = m_lineage.heads();
        if (all.size() <= kMany) return all;
        std::vector<bool> followed(m_lineage.size(), false);
        std::vector<Hash> heads;
        for (std::size_t at = m_lineage.size(); at-- > 0;) {
            if (m_acts[at] && !followed[at]) heads.push_back(m_lineage.hash(at));
            if (!m_acts[at] && !followed[at]) continue;
            for (const auto parent : m_lineage.parents(at)) followed[parent] = true;
        }
        // Newest first, as this walks: what is not named was received, which its receipt says.
        if (heads.size() > kMany) heads.resize(kMany);
        std::ranges::sort(heads);
        return heads;
    }

    void read(std::size_t at) {
        const auto& event = m_lineage.event(at);
        m_roles[at] = believedRole(at);
        if (m_beside.withheld.contains(m_lineage.hash(at))) {
            m_refusals[at] = kWithheld;
            return;
        }
        if (m_read) {
            if (const auto known = m_read->find(m_lineage.hash(at)); known != m_read->end()) {
                m_acts[at] = known->second;
                return;
            }
        }
        auto act = record::readAct(event.type, event.body);
        if (act && m_read) m_read->emplace(m_lineage.hash(at), *act);
        if (act)
            m_acts[at] = std::move(*act);
        else
            m_refusals[at] = event.type == journal::kRefused ? "" : act.error().code;
    }

    /// What a role opens or closes to others is not opened by claiming it.
    std::string believedRole(std::size_t at) const {
        const auto& event = m_lineage.event(at);
        const auto role = record::fromCode<record::Role>(event.role);
        if (role != record::Role::Protection && role != record::Role::Supervisor) return event.role;
        const auto officer = m_officers(event.user, m_lineage.hash(at));
        const bool held = officer && std::ranges::any_of(officer->grants, [&](const auto& grant) { return grant.role == *role; });
        return held ? event.role : std::string();
    }

    /// Settles once, from the event's own past, whether it has an effect, and what verdict it gives.
    void judge(std::size_t at, const CaseView& past) {
        if (!m_acts[at]) return;
        const auto& event = m_lineage.event(at);
        Actor actor;
        actor.system = event.role == codeOf(record::Role::System);
        if (auto officer = m_officers(event.user, m_lineage.hash(at))) actor.officer = std::move(*officer);
        actor.officer.id = event.user;
        auto refused = refusalInPast(past, *m_acts[at], actor);
        if (!refused && m_beside.witnessed && needsServer(past, *m_acts[at]) && !m_beside.witnessed->contains(m_lineage.hash(at))) refused = refusal(kNotWitnessed);
        if (refused) {
            m_refusals[at] = refused->code;
            m_acts[at].reset();
            return;
        }
        m_seen[at] = seenOf(past, *m_acts[at], event.user, m_roles[at]);
        if (const auto* resolve = std::get_if<record::ResolveConflict>(&*m_acts[at])) chooseBranch(at, *resolve);
        giveVerdict(at, past);
    }

    /// What the author of an event saw, folded. Whoever goes on from the tip of an own branch finds it folded already.
    Working pastOf(std::size_t at) {
        if (const auto parent = m_lineage.onlyParent(at))
            if (const auto tip = m_tips.find(*parent); tip != m_tips.end()) {
                Working past = std::move(tip->second);
                m_tips.erase(tip);
                return past;
            }
        Working past(m_lineage);
        for (std::size_t before = 0; before < at; ++before)
            if (m_lineage.sees(at, before)) replay(past, before);
        return past;
    }

    void step(Working& working, std::size_t at, const CaseView& past) {
        judge(at, past);
        replay(working, at);
    }

    void replay(Working& working, std::size_t at) {
        if (!m_acts[at]) {
            const auto& event = m_lineage.event(at);
            std::string detail;
            if (event.type == journal::kRefused)
                if (const auto body = parseJson(textOf(event.body), "refusal", 4096)) detail = textAt(*body, "code").value_or("");
            return working.remember(at, std::move(detail), m_refusals[at], m_roles[at]);
        }
        const auto branch = m_chosen.find(at);
        working.apply(at, *m_acts[at], m_seen.at(at), branch == m_chosen.end() ? std::nullopt : std::optional(branch->second));
        if (!m_verdicts[at]) return;
        std::erase_if(working.verdicts, [&](std::size_t earlier) { return m_lineage.sees(at, earlier); });
        working.verdicts.push_back(at);
    }

    void chooseBranch(std::size_t at, const record::ResolveConflict& act) {
        if (act.chosen.isZero()) return;
        if (const auto head = m_lineage.find(act.chosen)) m_chosen[at] = branchAfter(*head);
    }

    /// The case as the author of a verdict left it.
    const Branch& branchAfter(std::size_t verdict) {
        if (const auto known = m_branches.find(verdict); known != m_branches.end()) return known->second;
        Working own = pastOf(verdict);
        // Its past was free of conflict, or the verdict resolved it: a verdict over an open conflict has no effect.
        replay(own, verdict);
        return m_branches.emplace(verdict, branchOf(own.view)).first->second;
    }

    void giveVerdict(std::size_t at, const CaseView& past) {
        using namespace record;
        const auto& act = *m_acts[at];
        DecisionHead verdict;
        if (past.outcome) verdict.identity = identityCode(*past.outcome, entriesIdentified(past));
        const auto proposed = past.disposition ? std::string(codeOf(past.disposition->disposition)) : std::string();
        if (const auto* conclude = std::get_if<Conclude>(&act)) {
            verdict.identity = identityCode(conclude->outcome, identifiedEntries(past, conclude->conclusions));
        } else if (const auto* propose = std::get_if<ProposeDisposition>(&act)) {
            verdict.disposition = codeOf(propose->disposition);
        } else if (std::holds_alternative<Approve>(act) || std::holds_alternative<Execute>(act)) {
            verdict.disposition = proposed;
        } else if (std::holds_alternative<Reject>(act)) {
            verdict.disposition = "not_" + proposed;
        } else if (std::holds_alternative<CancelCase>(act)) {
            verdict.disposition = "cancelled";
        } else if (const auto* resolve = std::get_if<ResolveConflict>(&act)) {
            const auto chosen = resolve->chosen.isZero() ? std::nullopt : m_lineage.find(resolve->chosen);
            if (chosen && m_verdicts[*chosen]) {
                verdict = *m_verdicts[*chosen];
            } else {
                verdict.identity = "examine_again";
                verdict.disposition = "examine_again";
            }
        } else {
            return;
        }
        const auto& event = m_lineage.event(at);
        verdict.event = m_lineage.hash(at);
        verdict.type = event.type;
        verdict.officer = event.user;
        verdict.device = event.device;
        verdict.at = event.wall;
        verdict.watchlistVersion = event.watchlistVersion;
        m_verdicts[at] = std::move(verdict);
    }

    bool conflicting(const Working& working) const {
        for (const auto one : working.verdicts)
            for (const auto other : working.verdicts)
                if (one < other && differ(*m_verdicts[one], *m_verdicts[other])) return true;
        return false;
    }

    std::size_t leastIntrusive(const Working& working) const {
        return *std::ranges::min_element(working.verdicts, {}, [&](std::size_t at) {
            return std::pair(intrusiveness(*m_verdicts[at]), m_verdicts[at]->event);
        });
    }

    std::vector<DecisionHead> headsOf(const Working& working) const {
        std::vector<DecisionHead> heads;
        const bool conflict = conflicting(working);
        for (const auto at : working.verdicts) {
            heads.push_back(*m_verdicts[at]);
            heads.back().inForce = !conflict || at == leastIntrusive(working);
        }
        std::ranges::sort(heads, {}, &DecisionHead::event);
        return heads;
    }

    /// The case as people see it: with differing verdicts a CONFLICT hold, and the more protective one in force.
    const CaseView& present(const Working& working, CaseView& merged) {
        if (!conflicting(working)) return working.view;
        merged = working.view;
        merged.decisionHeads = headsOf(working);
        UtcTime since = merged.decisionHeads.front().at;
        for (const auto& head : merged.decisionHeads) since = std::max(since, head.at);
        merged.holds.push_back({record::HoldKind::Conflict, OfficerId{}, since, "decisions"});
        bring(merged, branchAfter(leastIntrusive(working)));
        keepGuarded(merged);
        if (merged.reexamining() && !isExaminable(merged.state)) {
            merged.state = working.view.state;
            merged.round = working.view.round;
            if (merged.disposition) merged.pastDispositions.push_back(std::move(*merged.disposition));
            merged.disposition.reset();
        }
        return merged;
    }

    Lineage m_lineage;
    const OfficerLookup& m_officers;
    const Beside& m_beside;
    std::map<Hash, record::Act>* m_read;
    std::vector<std::optional<record::Act>> m_acts;  ///< nothing where the event has no effect
    std::vector<std::string> m_refusals;
    std::vector<std::string> m_roles;
    std::vector<std::optional<DecisionHead>> m_verdicts;
    std::map<std::size_t, Seen> m_seen;
    std::map<std::size_t, Branch> m_chosen;
    std::map<std::size_t, Branch> m_branches;
    std::map<std::size_t, Working> m_tips;  ///< after an event that had not seen all before it
    Working m_whole;
    std::size_t m_done = 0;  ///< events that are folded
};

namespace {
const Beside kNothingBeside;
}

CaseView foldCase(std::span<const record::Event> events, const OfficerLookup& officers, const Beside& beside) {
    return Folder(events, officers, beside).fold();
}

struct GrowingCase::Inside {
    explicit Inside(const OfficerLookup& lookup) : officers(lookup) {}
    const OfficerLookup& officers;
    std::vector<record::Event> events;     ///< of the last whole fold
    std::deque<record::Event> later;       ///< where they stay: the fold keeps their addresses
    std::map<Hash, record::Act> read;
    std::unique_ptr<Folder> folder;
    CaseView view;
};

GrowingCase::GrowingCase(const OfficerLookup& officers) : m_inside(std::make_unique<Inside>(officers)) {}
GrowingCase::~GrowingCase() = default;

void GrowingCase::add(std::span<const record::Event> events) {
    auto& in = *m_inside;
    bool alone = in.folder != nullptr;
    for (const auto& event : events) {
        in.later.push_back(event);
        alone = alone && in.folder->append(in.later.back());
    }
    if (!alone) {
        in.folder.reset();
        in.events.insert(in.events.end(), std::make_move_iterator(in.later.begin()), std::make_move_iterator(in.later.end()));
        in.later.clear();
        in.folder = std::make_unique<Folder>(in.events, in.officers, kNothingBeside, &in.read);
    }
    in.view = in.folder->fold();
}

const CaseView& GrowingCase::view() const { return m_inside->view; }

int intrusiveness(const DecisionHead& verdict) {
    constexpr std::string_view kFromMildest[] = {"refer_protection", "refer_partner_check", "examine_again", "cancelled",
                                                 "no_action",        "admit",               "release",       "hold_fugitive",
                                                 "refuse_entry",     "repatriate"};
    constexpr int kUndecided = 35;  // between what happens to nobody and what does
    if (verdict.disposition.starts_with("not_")) return 25;
    if (!verdict.disposition.empty())
        return 10 * static_cast<int>(std::ranges::find(kFromMildest, verdict.disposition) - std::begin(kFromMildest));
    if (verdict.identity.starts_with("inconclusive")) return kUndecided;
    return verdict.identity.starts_with("identified") ? kUndecided + 2 : kUndecided + 1;
}

}  // namespace cotejo::decide
