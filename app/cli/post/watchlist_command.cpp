#include "app/cli/console.h"
#include "app/cli/post_options.h"
#include "core/base/errors.h"
#include "core/review/watchlist_view.h"

namespace cotejo::cli {
namespace {

struct WatchlistCall {
    PostOptions post;
    std::string gallery, status, text, entry;
    std::size_t limit = 100;
};

Json entryJson(const review::VisibleEntry& entry) {
    Json document{{"id", entry.id.text()},
                  {"gallery", entry.gallery},
                  {"status", record::codeOf(entry.status)},
                  {"grade", record::codeOf(entry.grade)},
                  {"issuer", entry.issuer},
                  {"issuer_country", entry.issuerCountry},
                  {"review_by", entry.reviewBy ? Json(toIso(*entry.reviewBy)) : Json()},
                  {"past_review", entry.pastReview},
                  {"quarantined", entry.quarantined},
                  {"faces", entry.faces},
                  {"fingers", entry.fingers},
                  {"version", entry.version},
                  {"names_hidden", entry.namesHidden}};
    if (entry.namesHidden) return document;
    document["name"] = entry.name;
    document["reason"] = entry.reason;
    document["caveats"] = entry.caveats;
    return document;
}

std::string entryText(const review::VisibleEntry& entry) {
    return entry.gallery + "\t" + std::string(record::codeOf(entry.status)) + "\t" + std::string(record::codeOf(entry.grade)) + "\t" +
           (entry.namesHidden ? "(hidden until reveal)" : entry.name) + "\t" + entry.issuer + "\t" +
           (entry.reviewBy ? toIso(*entry.reviewBy).substr(0, 10) : "-") + (entry.pastReview ? " overdue" : "") + (entry.quarantined ? " in quarantine" : "") + "\t" +
           std::to_string(entry.faces) + " faces, " + std::to_string(entry.fingers) + " fingers\tversion " + std::to_string(entry.version) + "\n";
}

Status list(const WatchlistCall& call, Console& console) {
    review::EntryFilter filter{call.gallery, {}, call.text};
    if (!call.status.empty()) {
        filter.status = record::fromCode<record::EntryStatus>(call.status);
        if (!filter.status) return fail(base::kInvalidArgument, "--status: " + call.status + " is no status of an entry");
    }
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    review::WatchlistView view(*desk);
    COTEJO_TRY_ASSIGN(const auto state, view.state());
    Json galleries = Json::array(), entries = Json::array();
    for (const auto& gallery : state.galleries) galleries.push_back({{"name", gallery.name}, {"active", gallery.active}, {"all", gallery.all}});
    std::string plain = state.issued ? "version " + std::to_string(state.version) + ", issued " + toIso(*state.issued) + ", " +
                                           std::string(record::codeOf(state.age)) + "\n"
                                     : "no list has arrived at this post\n";
    std::optional<std::int64_t> after;
    do {
        COTEJO_TRY_ASSIGN(const auto page, view.page(filter, after, std::min<std::size_t>(call.limit - entries.size(), 500)));
        for (const auto& entry : page.rows) {
            entries.push_back(entryJson(entry));
            plain += entryText(entry);
        }
        after = page.next;
    } while (after && entries.size() < call.limit);
    console.answer({{"version", state.version},
                    {"issued", state.issued ? Json(toIso(*state.issued)) : Json()},
                    {"age", record::codeOf(state.age)},
                    {"galleries", galleries},
                    {"entries", entries},
                    {"more", after.has_value()}},
                   plain);
    return {};
}

Status pastCases(const WatchlistCall& call, Console& console) {
    const auto id = WatchlistEntryId::fromText(call.entry);
    if (!id) return fail(base::kInvalidArgument, call.entry + " is no identifier of an entry ('cotejo-cli watchlist list' shows them)");
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(const auto past, review::WatchlistView(*desk).pastCandidates(*id));
    Json cases = Json::array();
    std::string plain;
    for (const auto& each : past) {
        cases.push_back({{"number", each.number}, {"state", record::codeOf(each.state)}, {"opened", toIso(each.opened)},
                         {"identified", each.identified}, {"owner_did_not_confirm", each.doubted}});
        plain += each.number + "\t" + std::string(record::codeOf(each.state)) + "\t" + toIso(each.opened) + (each.identified ? "\tidentified" : "") +
                 (each.doubted ? "\tnot confirmed by its owner" : "") + "\n";
    }
    console.answer({{"entry", id->text()}, {"cases", cases}}, plain.empty() ? "it came up in no case here\n" : plain);
    return {};
}

}  // namespace

void addWatchlistCommand(CLI::App& root, Console& console) {
    auto* group = root.add_subcommand("watchlist", "The lists that this post holds; read-only");
    group->require_subcommand(1);
    auto call = std::make_shared<WatchlistCall>();
    call->post.addTo(*group);
    auto* command = group->add_subcommand("list", "Entries and the age of the list; names and reasons only for supervisors who do not examine");
    command->add_option("--gallery", call->gallery, "Only this list, for example wanted");
    command->add_option("--status", call->status, "active, suspended, withdrawn, served, expired or no_extradition");
    command->add_option("--text", call->text, "Words of the issuer, the country or the id; of the name for supervisors");
    command->add_option("--limit", call->limit, "At most so many entries")->check(CLI::Range(1, 100'000));
    command->callback([call, &console] {
        if (const auto done = list(*call, console); !done) console.report(done.error());
    });
    auto* past = group->add_subcommand("cases", "Cases in which an entry ever came up, for supervisors and others who never examine");
    past->add_option("entry", call->entry, "Identifier of the entry")->required();
    past->callback([call, &console] {
        if (const auto done = pastCases(*call, console); !done) console.report(done.error());
    });
}

}  // namespace cotejo::cli
