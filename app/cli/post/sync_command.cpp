#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <thread>

#include "app/cli/console.h"
#include "app/cli/post_options.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/decide/case_projection.h"
#include "core/journal/roster_book.h"
#include "core/store/sync_state.h"
#include "core/sync/backoff.h"
#include "core/sync/errors.h"
#include "core/sync/sync_client.h"

namespace cotejo::cli {
namespace {

struct Options {
    PostOptions post;
    std::string server;
    std::string code;
    std::string authorityFile;
    std::string fingerprint;
    int budget = 30;
    int attempts = 1;
};

constexpr std::size_t kCertificateCap = 64 * 1024;

Status enrol(Console& console, const Options& options) {
    sync::EnrolOptions wanted;
    COTEJO_TRY_ASSIGN(wanted.server, sync::readServerAddress(options.server));
    wanted.code = options.code;
    wanted.budget = std::chrono::seconds(options.budget);
    if (!options.authorityFile.empty()) {
        COTEJO_TRY_ASSIGN(const auto bytes, readFile(options.authorityFile, kCertificateCap));
        wanted.authority = std::string(textOf(bytes));
    }
    if (!options.fingerprint.empty()) {
        wanted.fingerprint = Hash::fromText(options.fingerprint);
        if (!wanted.fingerprint) return fail(base::kInvalidArgument, "a fingerprint is 64 hexadecimal digits");
    }
    COTEJO_TRY_ASSIGN(const auto desk, options.post.signIn());
    COTEJO_TRY(sync::enrol(*desk, wanted));
    console.answer({{"enrolled", true}, {"server", options.server}, {"device", desk->device().text()}},
                   "enrolled with " + options.server + "; device " + desk->device().text() + " now waits to be admitted to the roster");
    return {};
}

Json toJson(const sync::SyncReport& report) {
    Json refused = Json::array();
    for (const auto& each : report.refused)
        refused.push_back({{"event", each.hash.text()}, {"chain", each.chain.text()}, {"reason", each.reason}});
    return {{"sent", report.sent},
            {"receipted", report.receipted},
            {"repeated", report.repeated},
            {"pulled", report.pulled},
            {"quarantined", report.quarantined},
            {"refused", refused},
            {"uploaded", report.uploaded},
            {"downloaded", report.downloaded},
            {"attachments_waiting", report.blobsWaiting},
            {"uploads_waiting", report.uploadsWaiting},
            {"watchlist", {{"from", report.watchlistFrom}, {"to", report.watchlistTo}, {"withdrawn", report.withdrawn},
                           {"older_than_ours", report.watchlistOlder}}},
            {"epoch_changed", report.epochChanged},
            {"roster", {{"from", report.rosterFrom}, {"to", report.rosterTo}}},
            {"waits_for_admission", report.waitsForAdmission},
            {"people_waiting", report.waiting},
            {"head", report.head},
            {"server_time", toIso(report.serverTime)},
            {"clock_offset_ms", report.clockOffset.count()}};
}

std::string toText(const sync::SyncReport& report) {
    if (report.waitsForAdmission)
        return "this post waits to be admitted: an administrator of the organisation's roster does that ('cotejo-server roster waiting'). Nothing was exchanged";
    auto text = std::to_string(report.sent) + " sent = " + std::to_string(report.receipted) + " receipted, " +
                std::to_string(report.pulled) + " received; attachments " + std::to_string(report.uploaded) + " up, " +
                std::to_string(report.downloaded) + " down; watchlist version " + std::to_string(report.watchlistTo);
    if (report.withdrawn > 0) text += ", " + std::to_string(report.withdrawn) + " entries withdrawn";
    if (report.watchlistOlder) text += "\nthe server's watchlist is older than ours, which stays in use";
    if (report.rosterTo > report.rosterFrom) text += "\nroster version " + std::to_string(report.rosterTo);
    if (report.waiting > 0) text += "\nacts of people whom the roster does not name yet wait: " + std::to_string(report.waiting) + " sign-ins";
    if (report.epochChanged) text += "\nthe server was restored from a backup: everything held here was compared and offered again";
    if (report.quarantined > 0) text += "\n" + std::to_string(report.quarantined) + " events without effect; see the activity page";
    if (std::abs(report.clockOffset.count()) > 120'000)
        text += "\nthis computer's clock differs from the server's by " + std::to_string(report.clockOffset.count() / 1000) + " s";
    for (const auto& each : report.refused) text += "\nrefused (" + each.reason + "): event " + each.hash.text();
    return text;
}

/// Worth another try without anybody doing anything.
bool passes(const Error& error) { return error.is(sync::kOffline) || error.is(sync::kBusy); }

Status run(Console& console, const Options& options) {
    COTEJO_TRY_ASSIGN(const auto desk, options.post.signIn());
    decide::CaseProjection projection;
    sync::SyncClient client(*desk, projection, std::chrono::seconds(options.budget));
    sync::Backoff backoff;
    for (int attempt = 1;; ++attempt) {
        const auto report = client.run();
        if (report) {
            console.answer(toJson(*report), toText(*report));
            if (report->refused.empty()) return {};
            return fail(sync::kFork, "the server refuses " + std::to_string(report->refused.size()) +
                                         " chains of this post; what follows in them waits");
        }
        if (attempt >= options.attempts || !passes(report.error())) return tl::unexpected(report.error());
        std::this_thread::sleep_for(backoff.next());
    }
}

Status status(Console& console, const Options& options) {
    COTEJO_TRY_ASSIGN(const auto desk, options.post.signIn());
    COTEJO_TRY_ASSIGN(const auto enrolment, sync::enrolmentOf(*desk));
    COTEJO_TRY_ASSIGN(auto reader, desk->store().reader());
    store::SyncState state(reader);
    store::OutboxView outbox(reader);
    COTEJO_TRY_ASSIGN(const auto waiting, outbox.waitingCount());
    COTEJO_TRY_ASSIGN(const auto oldest, outbox.oldestWaiting());
    COTEJO_TRY_ASSIGN(const auto last, state.integer(store::SyncState::kLastSync));
    COTEJO_TRY_ASSIGN(const auto cursor, state.integer(store::SyncState::kCursor));
    COTEJO_TRY_ASSIGN(const auto watchlist, state.integer(store::SyncState::kWatchlistVersion));
    COTEJO_TRY_ASSIGN(const auto issued, state.integer(store::SyncState::kWatchlistIssued));
    const auto when = [](const std::optional<std::int64_t>& millis) {
        return millis ? Json(toIso(fromMillis(*millis))) : Json();
    };
    const auto server = enrolment ? enrolment->server.host + ":" + std::to_string(enrolment->server.port) : "";
    COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
    const auto follows = roster ? "roster version " + std::to_string(roster->latest().version()) + " of " + roster->latest().org()
                                : std::string(enrolment ? "waits to be admitted to the roster" : "no roster: this post works alone");
    const Json document{{"server", enrolment ? Json(server) : Json()},
                        {"roster", roster ? Json(roster->latest().version()) : Json()},
                        {"waiting", waiting},
                        {"oldest_waiting", oldest ? Json(toIso(*oldest)) : Json()},
                        {"last_sync", when(last)},
                        {"cursor", cursor.value_or(0)},
                        {"watchlist", {{"version", watchlist.value_or(0)}, {"issued", when(issued)}}}};
    console.answer(document, (enrolment ? "server " + server : std::string("no server")) + "\n" + follows + "\nwaiting " + std::to_string(waiting) +
                                 "\nlast sync " + (last ? toIso(fromMillis(*last)) : "never") + "\nwatchlist version " +
                                 std::to_string(watchlist.value_or(0)) + (issued ? " of " + toIso(fromMillis(*issued)) : ""));
    return {};
}

}  // namespace

void addSyncCommand(CLI::App& root, Console& console) {
    auto* group = root.add_subcommand("sync", "Exchange acts, attachments and watchlists with the central server");
    group->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    const auto add = [&](const char* name, const char* about, Status (*function)(Console&, const Options&)) {
        auto* command = group->add_subcommand(name, about);
        options->post.addTo(*command);
        command->add_option("--budget", options->budget, "Seconds before a silent server counts as out of reach")
            ->check(CLI::Range(3, 600))->capture_default_str();
        command->callback([&console, options, function] {
            std::signal(SIGPIPE, SIG_IGN);
            if (const auto done = function(console, *options); !done) console.report(done.error());
        });
        return command;
    };
    auto* enrolling = add("enrol", "Enrol this post with a server, once", enrol);
    enrolling->add_option("--server", options->server, "HOST:PORT")->required();
    enrolling->add_option("--code", options->code, "One-time code ('cotejo-server enrol-code')")->required();
    auto* authority = enrolling->add_option("--ca", options->authorityFile, "The server's ca.pem");
    enrolling->add_option("--fingerprint", options->fingerprint, "or its SHA-256, as 'cotejo-server enrol-code' prints it")
        ->excludes(authority);
    add("run", "One pass: watchlist, push, pull, attachments", run)
        ->add_option("--attempts", options->attempts, "Try so many times while the server is out of reach")
        ->check(CLI::Range(1, 1000))->capture_default_str();
    add("status", "What waits, since when, and how fresh the watchlist is", status);
}

}  // namespace cotejo::cli
