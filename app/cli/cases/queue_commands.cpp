#include <algorithm>

#include "app/cli/cases/case_commands.h"
#include "app/cli/cases/case_table.h"
#include "app/cli/cases/case_text.h"
#include "core/base/file.h"
#include "core/review/work_queue.h"

namespace cotejo::cli {
namespace {

using namespace record;

Status listCases(const CaseCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    store::QueueFilter filter;
    filter.text = call.text;
    if (!call.state.empty()) {
        COTEJO_TRY_ASSIGN(const auto state, readCode<CaseState>(call.state, "--state"));
        filter.states = {state};
    } else if (call.all) {
        for (const auto& [state, code] : codes<CaseState>) filter.states.insert(state);
    }
    filter.order = call.order == "newest" ? store::QueueOrder::Newest : call.order == "deadline" ? store::QueueOrder::Deadline : store::QueueOrder::Urgency;
    review::WorkQueue queue(*desk);
    Json rows = Json::array();
    std::vector<review::VisibleRow> table;
    std::string plain;
    std::optional<store::QueueCursor> after;
    bool more = false;
    do {
        COTEJO_TRY_ASSIGN(const auto page, queue.page(filter, after, std::min<std::size_t>(call.limit - rows.size(), 500)));
        for (const auto& row : page.rows) {
            rows.push_back(rowJson(row));
            plain += rowText(row);
            if (!call.file.empty()) table.push_back(row);
        }
        after = page.next;
        more = after.has_value();
    } while (after && rows.size() < call.limit);
    if (!call.file.empty()) {
        COTEJO_TRY(writeFileAtomically(call.file, viewOf(caseListCsv(table))));
        console.answer({{"output", call.file}, {"cases", table.size()}, {"more", more}}, call.file + ": " + std::to_string(table.size()) + " cases\n");
        return {};
    }
    console.answer({{"cases", rows}, {"more", more}}, plain.empty() ? "no cases\n" : plain);
    return {};
}

Status listEncounters(const CaseCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(const auto id, decide::CaseDoor(*desk, "cli").find(call.number));
    COTEJO_TRY_ASSIGN(const auto found, decide::CaseDoor(*desk, "cli").encounters(id));
    Json rows = Json::array();
    std::string plain;
    for (const auto& each : found.cases) {
        Json row{{"number", each.number}, {"opened", toIso(each.opened)}, {"post", each.postName}, {"state", codeOf(each.state)},
                 {"reason", codeOf(each.reason)}, {"tie", each.tie == review::EncounterTie::SameTraveler ? "traveler" : "document"}};
        if (!each.document.empty()) row["document"] = each.document;
        if (each.outcome) row["outcome"] = codeOf(*each.outcome);
        rows.push_back(std::move(row));
        plain += toIso(each.opened) + "  " + each.number + "  " + std::string(codeOf(each.state)) + "  " + std::string(codeOf(each.reason)) + "\n";
    }
    console.answer({{"encounters", rows}, {"identity_hidden", found.identityHidden}, {"outcomes_hidden", found.outcomesHidden}, {"more", found.capped}},
                   found.identityHidden ? "hidden during the blind examination\n" : plain.empty() ? "no other case\n" : plain);
    return {};
}

}  // namespace

void addQueueCommands(CaseCommands& commands) {
    const auto& call = commands.call;
    auto& console = commands.console;
    auto* listing = commands.group.add_subcommand("list", "The queue");
    listing->add_option("--state", call->state, "Only this state");
    listing->add_option("--text", call->text, "Words of names, document or case numbers");
    listing->add_option("--order", call->order)->check(CLI::IsMember({"urgency", "deadline", "newest"}));
    listing->add_option("--limit", call->limit)->check(CLI::Range(1, 100000));
    listing->add_option("--csv", call->file, "Write the list into this table instead");
    listing->add_flag("--all", call->all, "Closed and cancelled cases too");
    listing->callback([call, &console] {
        if (const auto done = listCases(*call, console); !done) console.report(done.error());
    });

    auto* meeting = commands.group.add_subcommand("encounters", "Other cases of the same traveler record or document");
    meeting->add_option("number", call->number, "Case number")->required();
    meeting->callback([call, &console] {
        if (const auto done = listEncounters(*call, console); !done) console.report(done.error());
    });

    addCaseStatisticsCommand(commands.group, std::shared_ptr<const PostOptions>(call, &call->post), console);
}

}  // namespace cotejo::cli
