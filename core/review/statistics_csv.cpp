#include "core/exchange/tables/csv.h"
#include "core/review/statistics.h"

namespace cotejo::review {
namespace {

using CsvCells = std::vector<std::vector<std::string>>;

void addRate(CsvCells& rows, const std::string& figure, const BrokenDownRate& rate) {
    const auto add = [&](const std::string& trait, const std::string& value, const Rate& each) {
        if (const auto& share = each.share())
            rows.push_back({figure, trait, value, std::to_string(share->part), std::to_string(share->whole), ""});
        else
            rows.push_back({figure, trait, value, "", "", "suppressed"});
    };
    add("", "", rate.total);
    for (const auto& breakdown : rate.by)
        for (const auto& group : breakdown.groups) {
            // Nationalities come from foreign files; anything but letters would be a formula to some spreadsheet.
            const bool plain = group.value.find_first_of("=+-@\t\r") != 0;
            add(std::string(record::codeOf(breakdown.trait)), plain ? group.value : "'" + group.value, group.rate);
        }
}

}  // namespace

std::string statisticsCsv(const Statistics& figures) {
    CsvCells rows;
    const auto add = [&](const std::string& figure, const std::string& trait, const std::string& value, const std::string& part,
                         bool suppressed = false) { rows.push_back({figure, trait, value, part, "", suppressed ? "suppressed" : ""}); };
    add("from", "", figures.from ? toIso(*figures.from) : "", "");
    add("until", "", toIso(figures.until), "");
    add("opened", "", "", std::to_string(figures.opened));
    add("decided", "", "", std::to_string(figures.decided));
    add("closed", "", "", std::to_string(figures.closed));
    add("cancelled", "", "", std::to_string(figures.cancelled));
    const auto seconds = [&](std::chrono::milliseconds Durations::*which) {
        return figures.timeToDecision ? std::to_string(std::chrono::duration_cast<std::chrono::seconds>((*figures.timeToDecision).*which).count()) : "";
    };
    add("time_to_decision", "", "median", seconds(&Durations::median), !figures.timeToDecision);
    add("time_to_decision", "", "p90", seconds(&Durations::ninetieth), !figures.timeToDecision);
    for (const auto& [state, count] : figures.openByState) add("open", "state", std::string(record::codeOf(state)), std::to_string(count));
    for (const auto& [reason, count] : figures.openByReason) add("open", "reason", std::string(record::codeOf(reason)), std::to_string(count));
    addRate(rows, "candidate_rate", figures.candidates);
    add("uncalibrated_searches", "", "", std::to_string(figures.uncalibratedSearches));
    addRate(rows, "overturn_rate", figures.overturned);
    return exchange::writeCsv({"figure", "trait", "value", "part", "whole", "suppressed"}, rows);
}

}  // namespace cotejo::review
