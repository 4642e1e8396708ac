#include <exception>
#include <iostream>

#include "app/cli/console.h"
#include "core/base/crypto.h"
#include "core/base/memory.h"

int main(int argc, char** argv) {
    cotejo::keepSecretsInMemory();
    if (!cotejo::initCrypto()) {
        std::cerr << "cotejo-cli: this system offers no secure random numbers\n";
        return 1;
    }
    CLI::App app{"Cotejo: compare faces and fingerprints, keep cases, sync decisions. People decide, never the program.",
                 "cotejo-cli"};
    app.set_version_flag("--version", COTEJO_VERSION);
    cotejo::cli::Console console;
    app.fallthrough();  // inherited by the subcommands added from here on
    app.add_flag("--json", console.json, "Answer with one JSON document on standard output");
    cotejo::cli::addStoreCommands(app, console);
    cotejo::cli::addFingerCommand(app, console);
    cotejo::cli::addFaceCommand(app, console);
    cotejo::cli::addImportCommand(app, console);
    cotejo::cli::addExchangeCommand(app, console);
    cotejo::cli::addCaseCommand(app, console);
    cotejo::cli::addRulesCommand(app, console);
    cotejo::cli::addWatchlistCommand(app, console);
    cotejo::cli::addDemoCommand(app, console);
    cotejo::cli::addModelCommand(app, console);
    cotejo::cli::addPolicyCommand(app, console);
    cotejo::cli::addPartnerCommand(app, console);
    cotejo::cli::addSyncCommand(app, console);
    app.require_subcommand(1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int status = app.exit(error);
        return status == 0 ? 0 : 2;
    } catch (const std::exception& error) {
        console.report({"E_INTERNAL", error.what(), {}});
    }
    return console.exitStatus();
}
