#include "core/review/statistics.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "core/base/errors.h"
#include "core/record/act.h"
#include "core/review/errors.h"
#include "core/review/visible_case.h"
#include "core/store/case_table.h"
#include "core/store/event_table.h"

namespace cotejo::review {
namespace {

using record::CaseView;

/// Whole years from a birth date to a day; parts are numbers as in the calendar.
int yearsBetween(int year, int month, int day, const std::chrono::year_month_day& at) {
    const bool before = std::pair(static_cast<unsigned>(at.month()), static_cast<unsigned>(at.day())) <
                        std::pair(static_cast<unsigned>(month), static_cast<unsigned>(day));
    return static_cast<int>(at.year()) - year - (before ? 1 : 0);
}

AgeBand bandOf(int years) {
    if (years < 18) return AgeBand::Child;
    if (years < 30) return AgeBand::To29;
    if (years < 45) return AgeBand::To44;
    return years < 60 ? AgeBand::To59 : AgeBand::From60;
}

std::set<Hash> effective(const CaseView& view, std::string_view type) {
    std::set<Hash> found;
    for (const auto& line : view.history)
        if (line.type == type && line.refusal.empty()) found.insert(line.event);
    return found;
}

/// Whether the search had a threshold for the modality.
bool isCalibrated(const record::Coverage& coverage, record::Modality modality) {
    if ((modality == record::Modality::Face ? coverage.faces : coverage.fingers) == 0) return false;
    const auto threshold = "threshold_" + std::string(record::codeOf(modality));
    return std::ranges::none_of(coverage.notSearched,
                                [&](const auto& each) { return each.what == threshold && each.reason == "not_calibrated"; });
}

template <class Enum>
std::vector<std::string> codesInOrder() {
    std::vector<std::string> values;
    for (const auto& [each, code] : record::codes<Enum>) values.emplace_back(code);
    return values;
}

/// Sex, age and kind of review in their own order; nationalities and reasons the largest first, and those suppressed by their code:
/// their order would tell their sizes.
std::vector<Group> ordered(Trait trait, const std::map<std::string, Share>& shares) {
    std::vector<CountedGroup> counted;
    for (const auto& [value, share] : shares) counted.push_back({value, share});
    auto groups = withoutSmallCells(counted);
    if (trait == Trait::Nationality || trait == Trait::Reason) {
        std::ranges::stable_sort(groups, [](const Group& a, const Group& b) {
            return (a.rate.suppressed() ? 0 : a.rate.share()->whole) > (b.rate.suppressed() ? 0 : b.rate.share()->whole);
        });
        return groups;
    }
    const auto order = trait == Trait::Sex       ? codesInOrder<record::Sex>()
                       : trait == Trait::AgeBand ? codesInOrder<AgeBand>()
                                                 : codesInOrder<Review>();
    std::ranges::stable_sort(groups, {}, [&](const Group& group) { return std::ranges::find(order, group.value) - order.begin(); });
    return groups;
}

BrokenDownRate brokenDown(const std::map<Trait, std::map<std::string, Share>>& shares) {
    BrokenDownRate rate;
    const auto sexes = shares.find(Trait::Sex);
    if (sexes == shares.end()) return rate;
    Share total;
    for (const auto& [value, share] : sexes->second) total += share;
    rate.total = Rate(total);
    if (rate.total.suppressed()) return rate;  // which groups occur would tell of the few
    for (const auto& [trait, groups] : shares) rate.by.push_back({trait, ordered(trait, groups)});
    return rate;
}

}  // namespace

std::optional<UtcTime> beginOf(StatisticsSpan span, UtcTime until) {
    switch (span) {
        case StatisticsSpan::Week: return until - std::chrono::days(7);
        case StatisticsSpan::Month: return until - std::chrono::days(30);
        case StatisticsSpan::Quarter: return until - std::chrono::days(90);
        case StatisticsSpan::All: break;
    }
    return std::nullopt;
}

AgeBand ageBandOf(std::string_view birthDate, UtcTime at) {
    if (birthDate.size() != 10) return AgeBand::Unknown;
    const auto part = [&](std::size_t from, std::size_t length) {
        const std::string digits(birthDate.substr(from, length));
        return digits.find_first_not_of("0123456789") == std::string::npos ? std::atoi(digits.c_str()) : 0;
    };
    const int year = part(0, 4), month = part(5, 2), day = part(8, 2);
    if (year == 0) return AgeBand::Unknown;
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(at));
    const int most = yearsBetween(year, month == 0 ? 1 : month, month == 0 || day == 0 ? 1 : day, today);
    const int least = yearsBetween(year, month == 0 ? 12 : month, month == 0 || day == 0 ? 31 : day, today);
    if (most < 0) return AgeBand::Unknown;
    return bandOf(most) == bandOf(least) ? bandOf(most) : AgeBand::Unknown;
}

bool readsStatistics(const record::Officer& officer, UtcTime now) {
    return officer.active && (officer.holds(record::Role::Supervisor, now) || officer.holds(record::Role::Auditor, now));
}

StatisticsTally::StatisticsTally(StatisticsSpan span, UtcTime until) {
    m_figures.span = span;
    m_figures.from = beginOf(span, until);
    m_figures.until = until;
}

void StatisticsTally::tell(Shares& shares, const CaseView& view, UtcTime at, bool part, std::optional<Review> review) {
    const Share share{part ? 1 : 0, 1};
    const auto& traveler = view.traveler;
    shares[Trait::Nationality][traveler.nationality.empty() ? kUnknownNationality : traveler.nationality] += share;
    shares[Trait::Sex][std::string(record::codeOf(traveler.sex))] += share;
    shares[Trait::AgeBand][std::string(record::codeOf(ageBandOf(traveler.birthDate, at)))] += share;
    shares[Trait::Reason][std::string(record::codeOf(view.reason))] += share;
    if (review) shares[Trait::Review][std::string(record::codeOf(*review))] += share;
}

void StatisticsTally::addSearches(const CaseView& view, std::span<const record::Event> searches) {
    for (const auto& event : searches) {
        if (!counts(event.wall)) continue;
        const auto act = record::readAct(event.type, event.body);
        const auto* search = act ? std::get_if<record::RecordSearch>(&*act) : nullptr;
        if (search == nullptr) continue;
        const auto calibrated = [&](record::Modality modality) { return isCalibrated(search->coverage, modality); };
        if (!calibrated(record::Modality::Face) && !calibrated(record::Modality::Finger)) {
            ++m_figures.uncalibratedSearches;
            continue;
        }
        const bool found = std::ranges::any_of(search->candidates, calibrated, &record::Candidate::modality);
        tell(m_candidates, view, event.wall, found, {});
    }
}

void StatisticsTally::addExaminations(const CaseView& view, std::span<const record::Event> searches) {
    const auto isCounted = [&](const record::Examination& each) { return each.number == 2 && each.concluded && counts(*each.concluded); };
    if (std::ranges::none_of(view.examinations, isCounted)) return;
    // Candidates of rounds past are no longer in the case.
    std::map<CandidateId, WatchlistEntryId> entries;
    for (const auto& event : searches) {
        const auto act = record::readAct(event.type, event.body);
        if (const auto* search = act ? std::get_if<record::RecordSearch>(&*act) : nullptr)
            for (const auto& candidate : search->candidates) entries[candidate.id] = candidate.entry;
    }
    const auto entriesOf = [&](const record::Examination& each) {
        std::set<WatchlistEntryId> identified;
        for (const auto& [id, final] : each.final)
            if (final.conclusion == record::ExaminerConclusion::Identification && entries.contains(id)) identified.insert(entries[id]);
        return identified;
    };
    for (const auto& second : view.examinations) {
        if (!isCounted(second)) continue;
        const auto first = std::ranges::find_if(view.examinations, [&](const auto& each) {
            return each.number == 1 && each.round == second.round && each.concluded && each.outcome == record::Outcome::Identified;
        });
        if (first == view.examinations.end()) continue;
        const bool changed = second.outcome != first->outcome || entriesOf(second) != entriesOf(*first);
        tell(m_overturned, view, *second.concluded, changed, Review::Conclusion);
    }
}

void StatisticsTally::addDecisions(const CaseView& view, std::span<const record::Event> returns) {
    std::set<Hash> bySupervisor;
    for (const auto& event : returns)
        if (event.role == record::codeOf(record::Role::Supervisor)) bySupervisor.insert(record::hashOf(event));
    UtcTime since = view.opened;
    bool decided = false, waiting = false;
    const auto decide = [&](UtcTime at) {
        if (std::exchange(decided, true) || !counts(at)) return;
        ++m_figures.decided;
        if (at >= since) m_durations.push_back(at - since);
    };
    const auto reviewed = [&](UtcTime at, bool changed) {
        if (std::exchange(waiting, false) && counts(at)) tell(m_overturned, view, at, changed, Review::Proposal);
    };
    for (const auto& line : view.history) {
        if (!line.refusal.empty()) continue;
        if (line.type == "decision.submit") {
            waiting = true;
        } else if (line.type == "decision.approve") {
            reviewed(line.at, false);
            decide(line.at);
        } else if (line.type == "decision.reject") {
            reviewed(line.at, true);
        } else if (line.type == "decision.execute") {
            decide(line.at);
        } else if (line.type == "case.return") {
            if (bySupervisor.contains(line.event)) reviewed(line.at, true);
            waiting = decided = false;
        } else if (line.type == "case.reopen") {
            decided = false;
            since = line.at;
        } else if (line.type == "case.close") {
            m_figures.closed += counts(line.at);
        } else if (line.type == "case.cancel") {
            waiting = false;
            m_figures.cancelled += counts(line.at);
        }
    }
}

void StatisticsTally::add(const CaseView& view, std::span<const record::Event> searches, std::span<const record::Event> returns) {
    m_figures.opened += counts(view.opened);
    const auto inEffect = effective(view, "match.search");
    std::vector<record::Event> counted;
    for (const auto& event : searches)
        if (inEffect.contains(record::hashOf(event))) counted.push_back(event);
    addSearches(view, counted);
    addExaminations(view, counted);
    addDecisions(view, returns);
}

Statistics StatisticsTally::figures() const {
    auto figures = m_figures;
    figures.candidates = brokenDown(m_candidates);
    figures.overturned = brokenDown(m_overturned);
    if (m_durations.size() < static_cast<std::size_t>(kSmallestCell)) return figures;
    auto sorted = m_durations;
    std::ranges::sort(sorted);
    const auto rank = [&](std::size_t tenths) { return sorted[(sorted.size() * tenths + 9) / 10 - 1]; };
    figures.timeToDecision = Durations{rank(5), rank(9)};
    return figures;
}

Result<Statistics> StatisticsReader::read(StatisticsSpan span, std::stop_token stop) {
    const auto now = m_desk.clock().now();
    if (!readsStatistics(m_desk.officer(), now))
        return fail(kMayNotRead, "statistics are for supervisors and auditors; ask someone who holds an allowed role",
                    {{"rule", "roles"}, {"remedy", "authorised_role"}});
    StatisticsTally tally(span, now);
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    return reader.whole([&]() -> Result<Statistics> {
        store::EventTable events(reader);
        store::CaseTable cases(reader);
        COTEJO_TRY_ASSIGN(const auto worked, events.casesWorkedOn(beginOf(span, now).value_or(UtcTime::min())));
        for (const auto& id : worked) {
            if (stop.stop_requested()) return fail(base::kCancelled, "the statistics were stopped");
            COTEJO_TRY_ASSIGN(const auto view, cases.find(id));
            if (!view) continue;
            const auto occurs = [&](std::string_view type) {
                return std::ranges::find(view->history, type, &record::HistoryLine::type) != view->history.end();
            };
            std::vector<record::Event> searches, returns;
            if (occurs("match.search")) {
                COTEJO_TRY_ASSIGN(searches, events.ofCase(id, "match.search"));
            }
            if (occurs("case.return")) {
                COTEJO_TRY_ASSIGN(returns, events.ofCase(id, "case.return"));
            }
            tally.add(*view, searches, returns);
        }
        auto figures = tally.figures();
        COTEJO_TRY_ASSIGN(const auto counters, cases.counters());
        for (const auto& [state, count] : decidesOnly(m_desk.officer(), now) ? counters.byState : maskedCounts(counters.byState))
            if (store::isOpen(state) && count > 0) figures.openByState[state] = count;
        COTEJO_TRY_ASSIGN(figures.openByReason, cases.openByReason());
        return figures;
    });
}

}  // namespace cotejo::review
