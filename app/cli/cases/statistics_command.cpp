#include <cstdio>
#include <set>

#include "app/cli/console.h"
#include "app/cli/post_options.h"
#include "core/base/file.h"
#include "core/review/statistics.h"

namespace cotejo::cli {
namespace {

using record::codeOf;

Json rateJson(const review::Rate& rate) {
    if (rate.suppressed()) return {{"suppressed", true}};
    return {{"part", rate.share()->part}, {"whole", rate.share()->whole}};
}

Json rateJson(const review::BrokenDownRate& rate) {
    Json by = Json::object();
    for (const auto& breakdown : rate.by) {
        auto& groups = by[std::string(codeOf(breakdown.trait))] = Json::array();
        for (const auto& group : breakdown.groups) {
            auto one = rateJson(group.rate);
            one["value"] = group.value;
            groups.push_back(std::move(one));
        }
    }
    return {{"total", rateJson(rate.total)}, {"by", std::move(by)}};
}

template <class Counted>
Json countsJson(const Counted& counted) {
    Json counts = Json::object();
    for (const auto& [each, count] : counted) counts[std::string(codeOf(each))] = count;
    return counts;
}

std::int64_t secondsOf(std::chrono::milliseconds duration) { return std::chrono::duration_cast<std::chrono::seconds>(duration).count(); }

Json statisticsJson(const review::Statistics& figures) {
    Json time{{"suppressed", true}};
    if (figures.timeToDecision)
        time = {{"median_seconds", secondsOf(figures.timeToDecision->median)}, {"p90_seconds", secondsOf(figures.timeToDecision->ninetieth)}};
    return {{"span", codeOf(figures.span)},
            {"from", figures.from ? Json(toIso(*figures.from)) : Json()},
            {"until", toIso(figures.until)},
            {"opened", figures.opened},
            {"decided", figures.decided},
            {"closed", figures.closed},
            {"cancelled", figures.cancelled},
            {"time_to_decision", std::move(time)},
            {"open_by_state", countsJson(figures.openByState)},
            {"open_by_reason", countsJson(figures.openByReason)},
            {"candidate_rate", rateJson(figures.candidates)},
            {"uncalibrated_searches", figures.uncalibratedSearches},
            {"overturn_rate", rateJson(figures.overturned)}};
}

std::string rateText(const review::Rate& rate) {
    if (rate.suppressed()) return "suppressed";
    char text[64];
    std::snprintf(text, sizeof text, "%.1f %% (%lld of %lld)", 100.0 * static_cast<double>(rate.share()->part) / static_cast<double>(rate.share()->whole),
                  static_cast<long long>(rate.share()->part), static_cast<long long>(rate.share()->whole));
    return text;
}

std::string rateText(const std::string& name, const review::BrokenDownRate& rate) {
    std::string text = name + ": " + rateText(rate.total) + "\n";
    for (const auto& breakdown : rate.by)
        for (const auto& group : breakdown.groups)
            text += "  " + std::string(codeOf(breakdown.trait)) + " " + group.value + ": " + rateText(group.rate) + "\n";
    return text;
}

std::string statisticsText(const review::Statistics& figures) {
    std::string text = (figures.from ? toIso(*figures.from) : std::string("first case")) + " to " + toIso(figures.until) + "\n";
    text += "opened " + std::to_string(figures.opened) + ", decided " + std::to_string(figures.decided) + ", closed " + std::to_string(figures.closed) +
            ", cancelled " + std::to_string(figures.cancelled) + "\n";
    text += "opening to decision: ";
    text += figures.timeToDecision ? "median " + std::to_string(secondsOf(figures.timeToDecision->median)) + " s, 90th percentile " +
                                         std::to_string(secondsOf(figures.timeToDecision->ninetieth)) + " s\n"
                                   : "suppressed\n";
    for (const auto& [state, count] : figures.openByState) text += "open, state " + std::string(codeOf(state)) + ": " + std::to_string(count) + "\n";
    for (const auto& [reason, count] : figures.openByReason) text += "open, reason " + std::string(codeOf(reason)) + ": " + std::to_string(count) + "\n";
    text += rateText("candidate rate", figures.candidates);
    text += "searches without a threshold: " + std::to_string(figures.uncalibratedSearches) + "\n";
    text += rateText("overturn rate", figures.overturned);
    return text + "suppressed: fewer than 10, or needed so that such a figure cannot be worked out\n";
}

Status statistics(const PostOptions& post, review::StatisticsSpan span, const std::string& csv, Console& console) {
    COTEJO_TRY_ASSIGN(const auto desk, post.signIn());
    COTEJO_TRY_ASSIGN(const auto figures, review::StatisticsReader(*desk).read(span));
    if (!csv.empty()) COTEJO_TRY(writeFileAtomically(csv, viewOf(review::statisticsCsv(figures))));
    auto document = statisticsJson(figures);
    if (!csv.empty()) document["output"] = csv;
    console.answer(document, csv.empty() ? statisticsText(figures) : csv + "\n");
    return {};
}

}  // namespace

void addCaseStatisticsCommand(CLI::App& kase, std::shared_ptr<const PostOptions> post, Console& console) {
    std::set<std::string> spans;
    for (const auto& [span, code] : record::codes<review::StatisticsSpan>) spans.emplace(code);
    auto days = std::make_shared<std::string>("30");
    auto csv = std::make_shared<std::string>();
    auto* command = kase.add_subcommand("statistics", "Throughput, time to decision, candidate and overturn rates; small cells suppressed");
    command->add_option("--days", *days, "Default: 30")->check(CLI::IsMember(spans));
    command->add_option("--csv", *csv, "Write the figures into this table too");
    command->callback([=, &console] {
        if (const auto done = statistics(*post, *record::fromCode<review::StatisticsSpan>(*days), *csv, console); !done) console.report(done.error());
    });
}

}  // namespace cotejo::cli
