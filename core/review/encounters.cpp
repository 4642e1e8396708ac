#include "core/review/encounters.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/errors.h"
#include "core/journal/admin_events.h"
#include "core/review/case_reader.h"
#include "core/store/case_table.h"
#include "core/store/event_table.h"

namespace cotejo::review {
namespace {

Result<std::map<PostId, std::string>> postNames(store::Database& database) {
    COTEJO_TRY_ASSIGN(const auto events, store::EventTable(database).administrative(journal::kPostFounded));
    std::map<PostId, std::string> names;
    for (const auto& event : events)
        if (auto founding = journal::readFounding(event.body)) names[founding->device.post] = founding->postName;
    return names;
}

/// Whether what others concluded is kept from this officer: as in a case's own examination, until the own conclusion is given or the
/// identity is resolved.
bool hidesOutcomes(const VisibleCase& visible) {
    const auto* own = visible.own();
    const bool concluded = own != nullptr && own->concluded;
    return !concluded && !visible.view.wasShown(visible.officer, record::Shown::Conclusions) && !isResolved(visible.view.state);
}

}  // namespace

Result<Encounters> EncounterReader::of(const CaseId& id, std::stop_token stop) {
    CaseReader cases(m_desk, m_projection);
    COTEJO_TRY_ASSIGN(const auto visible, cases.view(id));
    Encounters found;
    found.identityHidden = visible.identityHidden;
    if (found.identityHidden) return found;
    found.outcomesHidden = hidesOutcomes(visible);
    const auto& traveler = visible.view.traveler;
    std::vector<std::string> questions{traveler.familyName + " " + traveler.givenNames};
    for (const auto& document : traveler.documents) questions.push_back(document.number);
    store::QueueFilter filter;
    for (const auto& [state, code] : record::codes<record::CaseState>) filter.states.insert(state);
    filter.order = store::QueueOrder::Newest;
    filter.now = m_desk.clock().now();
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(auto names, postNames(reader));
    std::set<CaseId> seen{id};
    for (const auto& question : questions) {
        if (question.find_first_not_of(' ') == std::string::npos) continue;
        filter.text = question;
        COTEJO_TRY_ASSIGN(const auto page, store::CaseTable(reader).page(filter, {}, 4 * kMost));
        found.capped = found.capped || page.searchCapped || page.next;
        for (const auto& row : page.rows) {
            if (stop.stop_requested()) return fail(base::kCancelled, "the timeline was stopped");
            if (!seen.insert(row.id).second) continue;
            COTEJO_TRY_ASSIGN(const auto other, cases.viewIn(reader, row.id));
            if (other.identityHidden) continue;
            const auto tie = tieOf(traveler, other.view.traveler);
            if (!tie) continue;
            const auto outcome = found.outcomesHidden ? std::nullopt : other.view.outcome;
            // What is told of the other case here was shown of it, whoever never opens it.
            if (outcome && !other.view.wasShown(other.officer, record::Shown::Conclusions))
                COTEJO_TRY(cases.remember(row.id, {record::Shown::Conclusions}));
            const auto state = outcome || decidesOnly(m_desk.officer(), filter.now) ? other.view.state : maskedState(other.view.state);
            found.cases.push_back({row.id, row.number, row.post, names[row.post], row.opened, state, other.view.reason, outcome, tie->first, tie->second});
        }
    }
    // Outcomes of other cases of this person are told here: whoever reads them is not blind in this one any more.
    const bool told = std::ranges::any_of(found.cases, [](const auto& each) { return each.outcome.has_value(); });
    if (told && !visible.view.wasShown(m_desk.officer().id, record::Shown::Linked)) COTEJO_TRY(cases.remember(id, {record::Shown::Linked}));
    std::ranges::sort(found.cases, [](const auto& a, const auto& b) { return std::pair(a.opened, a.id) > std::pair(b.opened, b.id); });
    if (found.cases.size() > kMost) {
        found.cases.resize(kMost);
        found.capped = true;
    }
    return found;
}

}  // namespace cotejo::review
