#include "app/server/case_judge.h"

#include <algorithm>

#include "app/server/partner/agreements.h"
#include "core/decide/entry_watch.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/fold.h"
#include "core/decide/rules.h"
#include "core/decide/table.h"
#include "core/journal/roster_book.h"

namespace cotejo::server {
namespace {

/// How far the time that an act says may lie from the server's: then what is witnessed is as old as it says, and so is an approval.
constexpr auto kWitnessWithin = std::chrono::minutes(15);
/// A case that somebody filled beyond this is judged by what its events name, and nothing in it is witnessed.
constexpr std::size_t kJudgedCap = 4096;
constexpr std::string_view kOpening = "case.open";

struct ReadCase {
    std::vector<record::Event> events;
    decide::Beside beside;
    std::map<Hash, std::optional<record::Officer>> authors;
};

ReadCase readCase(const roster::History& roster, const std::vector<CaseEvent>& here) {
    ReadCase all;
    all.beside.witnessed.emplace();
    for (const auto& each : here) {
        all.events.push_back(each.event);
        all.authors[each.hash] = journal::authorByRoster(roster, each.event, each.receipt);
        if (!journal::rosterProblem(roster, each.event, each.receipt).empty()) all.beside.withheld.insert(each.hash);
        if (!each.receipt) continue;
        if (!each.receipt->seen.empty()) all.beside.seen[each.hash] = each.receipt->seen;
        if (each.receipt->witnessed) all.beside.witnessed->insert(each.hash);
    }
    return all;
}

record::CaseView foldOf(const ReadCase& all) {
    const auto lookup = [&](const OfficerId&, const Hash& hash) -> std::optional<record::Officer> {
        const auto found = all.authors.find(hash);
        return found == all.authors.end() ? std::nullopt : found->second;
    };
    return decide::foldCase(all.events, lookup, all.beside);
}

/// Those that nobody of them has seen through another.
std::vector<Hash> headsOf(const decide::Lineage& lineage, const std::vector<std::size_t>& events) {
    std::vector<Hash> heads;
    for (const auto one : events)
        if (std::ranges::none_of(events, [&](std::size_t other) { return lineage.sees(other, one); })) heads.push_back(lineage.hash(one));
    std::ranges::sort(heads);
    return heads;
}

}  // namespace

record::CaseView foldHere(const roster::History& roster, const std::vector<CaseEvent>& here) { return foldOf(readCase(roster, here)); }

bool CaseJudge::mayNeedWitness(const record::Event& event) {
    const auto* row = decide::rowOf(event.type);
    return row && (row->reach == decide::Reach::OnlineOnly || event.type == "hold.lift" || event.type == "decision.execute" || event.type == "entry.status" ||
                   event.type == "partner.report");
}

Result<CasePlace> CaseJudge::place(std::vector<CaseEvent> here, const record::Event& event, std::uint64_t received, bool waits) const {
    CasePlace place;
    if (here.size() > kJudgedCap) {
        if (waits && mayNeedWitness(event)) place.refused = decide::kNotWitnessed;
        return place;
    }
    if (waits && mayNeedWitness(event)) {
        COTEJO_TRY_ASSIGN(place, witness(here, event));
    }
    auto all = readCase(*m_roster, here);
    all.events.push_back(event);
    const decide::Lineage lineage(all.events, all.beside.seen);
    const auto at = *lineage.find(record::hashOf(event));
    std::vector<std::size_t> unnamed;
    for (const auto& each : here) {
        const auto other = *lineage.find(each.hash);
        // Nobody guesses the name of a case: whoever writes to one knows how it was opened.
        const bool had = place.witnessed || each.gseq <= received || each.event.device == event.device || each.event.type == kOpening;
        // What names this event already does not count as seen by it.
        if (had && !lineage.sees(at, other) && !lineage.sees(other, at)) unnamed.push_back(other);
    }
    place.seen = headsOf(lineage, unnamed);
    if (place.seen.size() > record::kSeenCap) place.seen.resize(record::kSeenCap);
    return place;
}

Result<CasePlace> CaseJudge::witness(const std::vector<CaseEvent>& here, const record::Event& event) const {
    CasePlace place;
    const auto act = record::readAct(event.type, event.body);
    if (!act) {
        place.refused = act.error().code;
        return place;
    }
    const auto view = foldHere(*m_roster, here);
    if (!decide::needsServer(view, *act)) return place;
    decide::Conditions conditions;
    conditions.now = m_now;
    conditions.online = true;
    conditions.snapshot = record::SnapshotAge::Fresh;
    conditions.policy = m_policy;
    if (view.identification) {
        COTEJO_TRY_ASSIGN(conditions.entry, m_entries(view.identification->entry));
    }
    decide::Actor actor;
    actor.system = event.role == record::codeOf(record::Role::System);
    if (auto officer = journal::authorByRoster(*m_roster, event, record::PlaceReceipt{{}, {}, 0, m_roster->latest().version(), m_now, {}})) actor.officer = std::move(*officer);
    const auto apart = event.wall > m_now ? event.wall - m_now : m_now - event.wall;
    auto reasons = decide::refusals(view, *act, actor, conditions);
    if (!reasons.empty()) {
        place.refused = decide::neutral(std::move(reasons.front()), view, actor.officer, m_now).code;
    } else if (apart > kWitnessWithin) {
        place.refused = decide::kNotWitnessed;
    } else {
        COTEJO_TRY_ASSIGN(place.refused, outside(view, *act, event));
    }
    place.witnessed = place.refused.empty();
    place.watchlist = place.witnessed ? m_watchlist : 0;
    return place;
}

Result<std::string> CaseJudge::outside(const record::CaseView& view, const record::Act& act, const record::Event& event) const {
    if (const auto* change = std::get_if<record::ChangeEntry>(&act)) {
        COTEJO_TRY_ASSIGN(const auto entry, m_entries(change->entry));
        if (!entry || entry->version != change->version || decide::statusOf(*entry, m_now) != change->status) return std::string(decide::kNotWitnessed);
    }
    if (const auto* authorise = std::get_if<record::AuthoriseRequest>(&act)) {
        // The case's rules allowed it, so the case knows the request.
        const auto agreement = agreementFor(m_roster->latest(), view, *decide::requestOf(view, authorise->request), m_now);
        if (!agreement) return agreement.error().code;
    }
    if (std::holds_alternative<record::ReportRequest>(act)) {
        COTEJO_TRY_ASSIGN(const bool said, m_news(*event.entity, event.body));
        if (!said) return std::string(decide::kNotWitnessed);
    }
    return std::string();
}

}  // namespace cotejo::server
