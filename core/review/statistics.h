#pragma once

#include <chrono>
#include <map>
#include <span>
#include <stop_token>

#include "core/access/desk.h"
#include "core/record/case.h"
#include "core/record/event.h"
#include "core/review/small_cells.h"

namespace cotejo::review {

/// The last 7, 30 or 90 days, or everything. Only these: from spans that differ by a day one could work out what happened that day.
enum class StatisticsSpan { Week, Month, Quarter, All };

/// By what the two rates are told apart. There is no race field.
enum class Trait { Nationality, Sex, AgeBand, Reason, Review };

/// Age in years at the time of the act; a birth date that leaves the band open is Unknown.
enum class AgeBand { Child, To29, To44, To59, From60, Unknown };

/// What overturns: the second examiner a conclusion, the supervisor a proposal.
enum class Review { Conclusion, Proposal };

inline constexpr char kUnknownNationality[] = "unknown";

struct Breakdown {
    Trait trait = Trait::Nationality;
    std::vector<Group> groups;  ///< values are codes (nationality, Sex, AgeBand, ReferralReason, Review); only those that occur
};

struct BrokenDownRate {
    Rate total;
    std::vector<Breakdown> by;  ///< empty while the total is suppressed
};

/// Nearest rank: the smallest duration that half, or nine tenths, of the decisions do not exceed.
struct Durations {
    std::chrono::milliseconds median{};
    std::chrono::milliseconds ninetieth{};
};

/// Figures about the work of all posts that this store knows, by the clocks of those who did it.
struct Statistics {
    StatisticsSpan span = StatisticsSpan::Month;
    std::optional<UtcTime> from;  ///< nothing: since the first case
    UtcTime until{};
    std::int64_t opened = 0;
    /// The first approval or execution since a case was opened, returned or reopened.
    std::int64_t decided = 0;
    std::int64_t closed = 0;
    std::int64_t cancelled = 0;
    /// From opening, or the last reopening, to the decision; nothing with fewer than kSmallestCell decisions. Decisions whose clock
    /// stands before that of the opening are left out.
    std::optional<Durations> timeToDecision;
    std::map<record::CaseState, std::int64_t> openByState;    ///< now
    std::map<record::ReferralReason, std::int64_t> openByReason;
    /// Searches that listed a candidate at or above a calibrated threshold, of those in which a modality had one. Without a threshold
    /// a search always lists the most similar entries: such searches are `uncalibratedSearches` and in no rate.
    BrokenDownRate candidates;
    std::int64_t uncalibratedSearches = 0;
    /// Reviews that changed what was reviewed, of all: second examinations (examination.conclude, number 2 of a round) whose outcome
    /// or identified entry is not that of the first one of the round, and proposals submitted for approval that a supervisor rejected
    /// (decision.reject) or returned (case.return in the role supervisor) instead of approving. A third examination is no review.
    BrokenDownRate overturned;
};

/// When a span that ends at `until` begins.
std::optional<UtcTime> beginOf(StatisticsSpan span, UtcTime until);
/// The band at `at` of somebody born on "YYYY-MM-DD", parts unknown as "00".
AgeBand ageBandOf(std::string_view birthDate, UtcTime at);
/// Supervisors and auditors.
bool readsStatistics(const record::Officer& officer, UtcTime now);

/// Counts cases one after the other. Pure; one thread.
class StatisticsTally {
  public:
    StatisticsTally(StatisticsSpan span, UtcTime until);
    /// `searches` and `returns`: the case's events match.search and case.return. Acts without effect do not count.
    void add(const record::CaseView& view, std::span<const record::Event> searches, std::span<const record::Event> returns);
    /// The figures of the cases added; open cases are not among them.
    Statistics figures() const;

  private:
    using Shares = std::map<Trait, std::map<std::string, Share>>;
    bool counts(UtcTime at) const { return (!m_figures.from || at >= *m_figures.from) && at <= m_figures.until; }
    void addSearches(const record::CaseView& view, std::span<const record::Event> searches);
    void addExaminations(const record::CaseView& view, std::span<const record::Event> searches);
    void addDecisions(const record::CaseView& view, std::span<const record::Event> returns);
    void tell(Shares& shares, const record::CaseView& view, UtcTime at, bool part, std::optional<Review> review);

    Statistics m_figures;
    std::vector<std::chrono::milliseconds> m_durations;
    Shares m_candidates, m_overturned;
};

/// The statistics of a post. Any thread; the desk outlives it. Reads the cases that were worked on in the span, one at a time, in one
/// state of the store. Errors: E_ROLE for everybody but supervisors and auditors, E_CANCELLED, E_STORE_*.
class StatisticsReader {
  public:
    explicit StatisticsReader(access::Desk& desk) : m_desk(desk) {}
    Result<Statistics> read(StatisticsSpan span, std::stop_token stop = {});

  private:
    access::Desk& m_desk;
};

/// As a table with a row for each figure, codes in the columns figure, trait, value, part, whole; numbers of suppressed cells are
/// empty and their column "suppressed" says so. Durations are in seconds.
std::string statisticsCsv(const Statistics& figures);

}  // namespace cotejo::review

template <>
inline constexpr auto cotejo::record::codes<cotejo::review::StatisticsSpan> =
    std::to_array<cotejo::record::Code<cotejo::review::StatisticsSpan>>(
        {{cotejo::review::StatisticsSpan::Week, "7"}, {cotejo::review::StatisticsSpan::Month, "30"},
         {cotejo::review::StatisticsSpan::Quarter, "90"}, {cotejo::review::StatisticsSpan::All, "all"}});
template <>
inline constexpr auto cotejo::record::codes<cotejo::review::Trait> = std::to_array<cotejo::record::Code<cotejo::review::Trait>>(
    {{cotejo::review::Trait::Nationality, "nationality"}, {cotejo::review::Trait::Sex, "sex"},
     {cotejo::review::Trait::AgeBand, "age"}, {cotejo::review::Trait::Reason, "reason"}, {cotejo::review::Trait::Review, "review"}});
template <>
inline constexpr auto cotejo::record::codes<cotejo::review::AgeBand> = std::to_array<cotejo::record::Code<cotejo::review::AgeBand>>(
    {{cotejo::review::AgeBand::Child, "0-17"}, {cotejo::review::AgeBand::To29, "18-29"}, {cotejo::review::AgeBand::To44, "30-44"},
     {cotejo::review::AgeBand::To59, "45-59"}, {cotejo::review::AgeBand::From60, "60+"}, {cotejo::review::AgeBand::Unknown, "unknown"}});
template <>
inline constexpr auto cotejo::record::codes<cotejo::review::Review> = std::to_array<cotejo::record::Code<cotejo::review::Review>>(
    {{cotejo::review::Review::Conclusion, "conclusion"}, {cotejo::review::Review::Proposal, "proposal"}});
