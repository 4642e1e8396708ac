#include <iostream>

#include "app/cli/console.h"
#include "app/cli/post/officers.h"
#include "app/cli/post_options.h"
#include "app/terminal/passphrase.h"
#include "core/base/errors.h"
#include "core/journal/verify.h"
#include "core/review/visible_case.h"
#include "core/store/database.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;

const SystemClock& systemClock() {
    static const SystemClock clock;
    return clock;
}

struct InitCall {
    fs::path folder;
    access::PostSetup setup;
    access::NewOfficer admin;
    std::string passphraseFile;
    std::vector<std::string> roles;
    int memoryMib = 256;
};

void runInit(InitCall& call, Console& console) {
    auto grants = readGrants(call.roles);
    if (!grants) return console.report(grants.error());
    call.admin.grants = std::move(*grants);
    call.setup.cost.memoryBytes = static_cast<std::size_t>(call.memoryMib) << 20;
    const auto passphrase = readPassphrase(call.passphraseFile, "New passphrase of " + call.admin.login);
    if (!passphrase) return console.report(passphrase.error());
    const auto admin = access::createPost(call.folder, call.setup, call.admin, textOf(passphrase->view()), systemClock());
    if (!admin) return console.report(admin.error());
    console.answer({{"folder", call.folder.string()}, {"post", call.setup.post.text()}, {"administrator", officerJson(*admin)}},
                   "made the post \"" + call.setup.postName + "\" in " + call.folder.string() + "; sign in as " + admin->login);
}

void addInit(CLI::App& root, Console& console) {
    auto* command = root.add_subcommand("init", "Set up a post in a new folder, with its first administrator");
    auto call = std::make_shared<InitCall>();
    command->add_option("--post", call->folder, "Folder to make")->required();
    command->add_option("--org", call->setup.org, "Organisation, the same at every post and at the server")->required();
    command->add_option("--name", call->setup.postName, "Name of the post")->required();
    command->add_option("--device", call->setup.deviceName, "Name of this computer, for example \"counter 2\"")->required();
    command->add_option("--login", call->admin.login, "Login of the administrator")->required();
    command->add_option("--display-name", call->admin.displayName, "Name of the administrator as others see it")->required();
    command->add_option("--role", call->roles, "Further roles of the administrator, as ROLE or ROLE:YYYY-MM-DD");
    command->add_option("--passphrase-file", call->passphraseFile,
                        "File with the new passphrase (else COTEJO_PASSPHRASE_FILE, else asked on the terminal)");
    command->add_option("--memory-mib", call->memoryMib, "Memory that one passphrase check takes")->check(CLI::Range(64, 1024));
    command->add_flag("--demo", call->setup.demo, "A demonstration: sign-in shows the passphrases. Never for real people's data");
    command->callback([call, &console] { runInit(*call, console); });
}

void showProgress(std::int64_t done, std::int64_t total) {
    std::cerr << done << " of " << total << " entries\r" << (done == total ? "\n" : "") << std::flush;
}

void runVerify(const PostOptions& post, bool quiet, Console& console) {
    const auto desk = post.signIn();
    if (!desk) return console.report(desk.error());
    const auto report = journal::verify((*desk)->store(), quiet || console.json ? journal::Progress() : showProgress);
    if (!report) return console.report(report.error());
    Json document{{"intact", report->intact()}, {"entries", report->entries}, {"chains", report->chains}, {"withheld", report->withheld}};
    std::string text = std::to_string(report->entries) + " entries in " + std::to_string(report->chains) + " chains";
    if (report->intact()) {
        text += " are as they were written";
        if (report->withheld > 0) text += "; " + std::to_string(report->withheld) + " of them have no effect";
    } else {
        const auto& bad = *report->firstBad;
        document["first_bad"] = {{"file", bad.file}, {"code", bad.code}, {"why", bad.why}};
        if (bad.chain) document["first_bad"]["chain"] = bad.chain->text();
        if (bad.seq) document["first_bad"]["seq"] = *bad.seq;
        text = bad.file + (bad.chain ? ", chain " + bad.chain->text() : "") + (bad.seq ? ", entry " + std::to_string(*bad.seq) : "") +
               ": " + bad.why + " (" + bad.code + "). Keep the folder as it is and call your administrator.";
        console.setExitStatus(1);
    }
    console.answer(document, text);
}

void addJournalCommands(CLI::App& root, Console& console) {
    auto* group = root.add_subcommand("journal", "The signed record of every act");
    group->require_subcommand(1);
    auto quiet = std::make_shared<bool>(false);

    auto* verify = group->add_subcommand("verify", "Check every entry; name the first that is not as it was written");
    auto post = std::make_shared<PostOptions>();
    post->addTo(*verify);
    verify->add_flag("--quiet", *quiet, "No progress on standard error");
    verify->callback([post, quiet, &console] { runVerify(*post, *quiet, console); });

    auto* write = group->add_subcommand("export", "Write entries to a file, personal data in clear: auditors all, everybody else their own acts");
    auto from = std::make_shared<PostOptions>();
    auto target = std::make_shared<std::string>();
    from->addTo(*write);
    write->add_option("--output", *target, "File to make (JSON Lines)")->required();
    write->callback([from, target, &console] {
        const auto desk = from->signIn();
        if (!desk) return console.report(desk.error());
        // Whole it tells scores, names and others' conclusions: an auditor's, who never examines.
        const auto& officer = (*desk)->officer();
        const auto now = (*desk)->clock().now();
        const bool whole = officer.holds(record::Role::Auditor, now) && review::decidesOnly(officer, now);
        const auto count = journal::exportJournal((*desk)->store(), *target, {whole, officer.id});
        if (!count) return console.report(count.error());
        console.answer({{"entries", *count}, {"file", *target}, {"whole", whole}},
                       std::to_string(*count) + (whole ? " entries in " : " entries of your own acts in ") + *target);
    });
}

void runInfo(const fs::path& folder, Console& console) {
    const auto facts = access::postFacts(folder);
    if (!facts) return console.report(facts.error());
    const auto library = store::checkLibrary();
    if (!library) return console.report(library.error());
    std::error_code error;
    const auto size = fs::file_size(folder / store::Store::kDatabaseName, error);
    Json document{{"org", facts->org},   {"post", facts->post.text()},       {"post_name", facts->postName}, {"device", facts->device.text()},
                  {"device_name", facts->deviceName}, {"demo", facts->demo}, {"library", *library},          {"database_bytes", error ? 0 : size}};
    document["last_sync"] = facts->lastSync ? Json(toIso(*facts->lastSync)) : Json();
    console.answer(document, facts->postName + ", " + facts->deviceName + " (" + facts->org + ")" + (facts->demo ? ", demonstration" : "") +
                                 "\nlast sync: " + (facts->lastSync ? toIso(*facts->lastSync) : "never") + "\ndatabase: " +
                                 std::to_string((error ? 0 : size) / 1'000'000) + " MB, " + *library);
}

void addStoreGroup(CLI::App& root, Console& console) {
    auto* group = root.add_subcommand("store", "The files of a post");
    group->require_subcommand(1);

    auto* info = group->add_subcommand("info", "What anybody may know of a post; no sign-in");
    auto folder = std::make_shared<fs::path>();
    info->add_option("--post", *folder, "Folder of the post")->required();
    info->callback([folder, &console] { runInfo(*folder, console); });

    auto* check = group->add_subcommand("check", "Read every page of the database; damage is named, never repaired");
    auto post = std::make_shared<PostOptions>();
    post->addTo(*check);
    check->callback([post, &console] {
        const auto desk = post->signIn();
        if (!desk) return console.report(desk.error());
        if (const auto whole = (*desk)->store().checkIntegrity(); !whole) return console.report(whole.error());
        console.answer({{"whole", true}}, "every page of the database is whole");
    });
}

}  // namespace

void addStoreCommands(CLI::App& root, Console& console) {
    addInit(root, console);
    addOfficerCommands(root, console);
    addJournalCommands(root, console);
    addStoreGroup(root, console);
}

}  // namespace cotejo::cli
