#include <csignal>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <thread>

#include "app/server/authority.h"
#include "app/server/errors.h"
#include "app/server/http/https_server.h"
#include "app/server/partner/connector.h"
#include "app/server/partner/partner_commands.h"
#include "app/server/roster_commands.h"
#include "app/server/roster_keeper.h"
#include "app/server/settings.h"
#include "app/server/store/sqlite_server_store.h"
#include "app/server/watchlist_import.h"
#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/log.h"
#include "core/base/memory.h"

namespace {

using namespace cotejo;
using namespace cotejo::server;
namespace fs = std::filesystem;

constexpr std::chrono::seconds kPartnerBudget{10};  ///< of one exchange with a partner

struct Options {
    bool json = false;
    fs::path folder;
    std::vector<std::string> names;
    std::string organisation;
    int hours = 48;
    std::string host = "0.0.0.0";
    std::uint16_t port = 8443;
    ConnectionLimits limits;
    WatchlistSource watchlist;
    Founders founders;
    int partnerPace = 0;  ///< ms; tests only
    bool verbose = false;
};

void say(const Options& options, const Json& document, const std::string& plain) {
    std::cout << (options.json ? document.dump(2) : plain) << std::endl;
}

Result<std::unique_ptr<SqliteServerStore>> openStore(const Options& options, const Authority& authority) {
    return SqliteServerStore::open(options.folder, authority.storeKey());
}

std::vector<std::string> certificateNames(const Options& options) {
    auto names = options.names;
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) == 0) names.emplace_back(host.data());
    for (const auto* each : {"localhost", "127.0.0.1", "::1"}) names.emplace_back(each);
    std::vector<std::string> unique;
    for (auto& name : names)
        if (std::ranges::find(unique, name) == unique.end()) unique.push_back(std::move(name));
    return unique;
}

Status init(const Options& options) {
    const SystemClock clock;
    COTEJO_TRY(Authority::create(options.folder, certificateNames(options), clock));
    COTEJO_TRY(writeSettings(options.folder, {options.organisation}));
    COTEJO_TRY_ASSIGN(const auto authority, Authority::open(options.folder));
    COTEJO_TRY_ASSIGN(const auto store, openStore(options, authority));
    COTEJO_TRY_ASSIGN(const auto root, foundRoster(*store, options.folder, options.organisation,
                                                       {sync::fingerprintOf(authority.certificate()), authority.watchlistKey().publicKey(), authority.receiptKey().publicKey()}, options.founders));
    const auto print = sync::fingerprintOf(authority.certificate()).text();
    say(options, {{"folder", options.folder.string()}, {"fingerprint", print}, {"authority", (options.folder / "ca.pem").string()}, {"roster", root.text()}},
        "server made in " + options.folder.string() + "\nauthority " + (options.folder / "ca.pem").string() + "\nfingerprint " + print + "\nroster " +
            root.text() + "\nThe administrators' keys lie in " + (options.folder / "administrators").string() +
            ": each takes theirs away from this machine, and keeps it.");
    return {};
}

Status renewCertificate(const Options& options) {
    COTEJO_TRY(Authority::renewServer(options.folder, certificateNames(options), SystemClock()));
    say(options, {{"renewed", true}}, "server certificate renewed; restart the server to use it");
    return {};
}

/// 20 characters of a 32-letter alphabet without look-alikes: 100 bits.
std::string randomCode() {
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    std::array<std::uint8_t, 20> random;
    fillRandom(random.data(), random.size());
    std::string code;
    for (std::size_t i = 0; i < random.size(); ++i) {
        if (i > 0 && i % 5 == 0) code += '-';
        code += letters[random[i] & 31];
    }
    return code;
}

Status enrolCode(const Options& options) {
    COTEJO_TRY_ASSIGN(const auto authority, Authority::open(options.folder));
    COTEJO_TRY_ASSIGN(const auto store, openStore(options, authority));
    const auto code = randomCode();
    const auto expires = SystemClock().now() + std::chrono::hours(options.hours);
    COTEJO_TRY(store->addCode(sha256(code), expires));
    const auto print = sync::fingerprintOf(authority.certificate()).text();
    say(options, {{"code", code}, {"expires", toIso(expires)}, {"fingerprint", print}},
        "code " + code + "\nexpires " + toIso(expires) + "\nfingerprint " + print);
    return {};
}

Status run(const Options& options) {
    // Blocked before any thread starts, so that only sigwait below sees them.
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &stops, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    COTEJO_TRY_ASSIGN(const auto authority, Authority::open(options.folder));
    COTEJO_TRY_ASSIGN(const auto settings, readSettings(options.folder));
    COTEJO_TRY_ASSIGN(const auto store, openStore(options, authority));
    const SystemClock clock;
    Service service(*store, authority, clock, settings);
    COTEJO_TRY_ASSIGN(const auto server, HttpsServer::start(service, options.folder, {options.host, options.port}, options.limits));
    COTEJO_TRY_ASSIGN(const auto partnerKeys, PartnerKeys::open(options.folder));
    Pace pace;
    if (options.partnerPace > 0) pace = {std::chrono::milliseconds(options.partnerPace), std::chrono::milliseconds(10 * options.partnerPace), std::chrono::milliseconds(options.partnerPace / 2)};
    Connector connector(*store, partnerKeys, carriersOf(options.folder, authority, settings.organisation, clock, kPartnerBudget), clock, pace);
    const std::jthread worker([&](const std::stop_token& stop) { connector.run(stop); });
    std::cout << "listening on " << server->port() << std::endl;
    int signal = 0;
    ::sigwait(&stops, &signal);
    return {};
}

Status newEpoch(const Options& options) {
    COTEJO_TRY_ASSIGN(const auto authority, Authority::open(options.folder));
    COTEJO_TRY_ASSIGN(const auto store, openStore(options, authority));
    COTEJO_TRY_ASSIGN(const auto epoch, store->beginEpoch());
    say(options, {{"epoch", epoch.text()}}, "new epoch " + epoch.text() + ": every post offers again what it holds");
    return {};
}

Status takeWatchlist(const Options& options) {
    COTEJO_TRY_ASSIGN(const auto authority, Authority::open(options.folder));
    COTEJO_TRY_ASSIGN(const auto store, openStore(options, authority));
    COTEJO_TRY_ASSIGN(const auto done, importWatchlist(*store, options.watchlist));
    say(options, {{"entries", done.entries}, {"images", done.images}, {"version", done.version}},
        std::to_string(done.entries) + " entries, " + std::to_string(done.images) + " images; watchlist version " + std::to_string(done.version));
    return {};
}

Status listDevices(const Options& options) {
    COTEJO_TRY_ASSIGN(const auto authority, Authority::open(options.folder));
    COTEJO_TRY_ASSIGN(const auto store, openStore(options, authority));
    // The certificate says who it is; whether it is served, the roster says.
    COTEJO_TRY_ASSIGN(const auto history, RosterKeeper(*store).current());
    Json lines = Json::array();
    std::string plain;
    for (std::int64_t since = 0;;) {
        COTEJO_TRY_ASSIGN(const auto rows, store->devicesSince(since, 100));
        for (const auto& row : rows) {
            since = row.version;
            const auto* named = history ? history->latest().device(row.id) : nullptr;
            const std::string state = !named ? "waits to be admitted" : named->revoked ? "withdrawn" : "admitted";
            lines.push_back({{"device", row.id.text()}, {"name", row.name}, {"organisation", row.organisation}, {"state", state}});
            plain += row.id.text() + "  " + state + "  " + row.name + "\n";
        }
        if (rows.size() < 100) break;
    }
    say(options, {{"devices", lines}}, plain);
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    keepSecretsInMemory();
    returnFreedPages();
    if (!initCrypto()) {
        std::cerr << "cotejo-server: this system offers no secure random numbers\n";
        return 1;
    }
    Options options;
    std::function<Status(const Options&)> chosen;
    CLI::App app{"Central server of Cotejo: orders and keeps what the posts sign.", "cotejo-server"};
    app.set_version_flag("--version", COTEJO_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    app.add_flag("--json", options.json, "Answer with one JSON document");
    const auto add = [&](CLI::App& under, const char* name, const char* about, Status (*function)(const Options&)) {
        auto* command = under.add_subcommand(name, about);
        command->add_option("--folder", options.folder, "The server's folder")->required();
        command->callback([&chosen, function] { chosen = function; });
        return command;
    };
    auto* make = add(app, "init", "Make keys, certificates and an empty store", init);
    make->add_option("--name", options.names, "Host name or address posts use for this server (repeatable)");
    make->add_option("--org", options.organisation, "Organisation whose posts may enrol")->required();
    make->add_option("--administrator", options.founders.administrators, "LOGIN:NAME of the two administrators who found the roster (twice)")->required();
    make->add_option("--passphrase-file", options.founders.passphraseFiles, "File with the new passphrase of each, in the same order (else asked on the terminal)");
    make->add_flag("--testing", options.founders.testing, "Cheap keys, for automatic tests only")->group("");
    add(app, "renew-certificate", "Replace the server certificate, e.g. for another name", renewCertificate)
        ->add_option("--name", options.names, "Host name or address (repeatable)");
    add(app, "enrol-code", "Make a one-time code for one post", enrolCode)
        ->add_option("--hours", options.hours, "How long it may be used")->check(CLI::Range(1, 720))->capture_default_str();
    auto* serve = add(app, "run", "Serve until SIGTERM", run);
    serve->add_option("--host", options.host, "Address to listen on")->capture_default_str();
    serve->add_option("--port", options.port, "Port; 0 takes a free one and prints it")->capture_default_str();
    serve->add_option("--connections", options.limits.connections, "Connections at once")->check(CLI::Range(1, 4000))
        ->capture_default_str();
    serve->add_option("--per-address", options.limits.perAddress, "Connections at once from one address")->check(CLI::Range(1, 4000))
        ->capture_default_str();
    serve->add_flag("--verbose", options.verbose, "Log enrolments and connection errors");
    serve->add_option("--partner-pace", options.partnerPace, "Waits between tries at a partner in ms, for automatic tests only")->group("");
    add(app, "new-epoch", "Run once after restoring the store from a backup", newEpoch);
    auto* watchlist = app.add_subcommand("watchlist", "The watchlist")->require_subcommand(1);
    auto* import = add(*watchlist, "import", "Add or change entries from a JSON or CSV file; each change gets the next version", takeWatchlist);
    import->add_option("FILE", options.watchlist.file, "JSON list of entries, or a table with one entry a row (.csv)")->required();
    import->add_option("--images", options.watchlist.images, "JSON: folder with the images that the entries name by SHA-256. CSV: folder of the images that the rows name");
    import->add_option("--mapping", options.watchlist.mapping, "CSV: which column means what (JSON)");
    import->add_option("--ppi", options.watchlist.ppi, "CSV: resolution of finger images that do not say it")->check(CLI::Range(50.0, 4000.0));
    auto* device = app.add_subcommand("device", "Enrolled devices")->require_subcommand(1);
    add(*device, "list", "List devices", listDevices);
    const AddCommand addTo = [&](CLI::App& under, const char* name, const char* about, Command run) {
        auto* command = under.add_subcommand(name, about);
        command->add_option("--folder", options.folder, "The server's folder")->required();
        command->callback([&, run] {
            chosen = [run](const Options& given) {
                return run(given.folder, [&given](const Json& document, const std::string& plain) { say(given, document, plain); });
            };
        });
        return command;
    };
    addRosterCommands(app, addTo);
    addPartnerCommands(app, addTo);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (options.verbose) setLogLevel(LogLevel::Debug);
    Status done;
    try {
        done = chosen(options);
    } catch (const std::exception& error) {
        done = fail(base::kInternal, error.what());
    }
    if (done) return 0;
    std::cerr << "cotejo-server: " << done.error().code << ": " << done.error().detail << '\n';
    return done.error().is(base::kInvalidArgument) ? 2 : 1;
}
