#include <iostream>

#include "app/cli/console.h"
#include "app/cli/demo/make.h"
#include "app/cli/demo/partner.h"
#include "app/cli/demo/watchlist.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/time.h"

namespace cotejo::cli {
namespace {

void addWatchlist(CLI::App& demo, Console& console) {
    auto* command = demo.add_subcommand("watchlist", "Write the demo's watchlist for cotejo-server watchlist import");
    auto folder = std::make_shared<std::string>();
    command->add_option("--output", *folder, "Folder to write to")->required();
    command->callback([&console, folder] {
        const auto written = demo::writeWatchlist(*folder, SystemClock().now());
        if (!written) return console.report(written.error());
        console.answer({{"entries", written->entries}, {"images", written->images}},
                       std::to_string(written->entries) + " entries with " + std::to_string(written->images) + " images in " + *folder);
    });
}

Result<demo::DemoServer> serverFrom(const std::string& address, const std::string& authority, const std::string& codes) {
    demo::DemoServer server;
    const auto colon = address.rfind(':');
    const auto port = colon == std::string::npos ? 0 : std::strtol(address.c_str() + colon + 1, nullptr, 10);
    if (port <= 0 || port > 65535) return fail(base::kInvalidArgument, "--server takes HOST:PORT, not " + address);
    server.host = address.substr(0, colon);
    server.port = static_cast<std::uint16_t>(port);
    COTEJO_TRY_ASSIGN(const auto certificate, readFile(authority, 1u << 20));
    server.authority = std::string(textOf(certificate));
    COTEJO_TRY_ASSIGN(const auto lines, readFile(codes, 1u << 16));
    std::istringstream in{std::string(textOf(lines))};
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) server.codes.push_back(line);
    return server;
}

void sayDemo(const std::string& what) { std::cerr << "demo: " << what << '\n'; }

void addEnrol(CLI::App& demo, Console& console) {
    struct Call {
        std::string folder, server, authority, codes;
    };
    auto* command = demo.add_subcommand("enrol", "Make two posts of invented people and enrol them; an administrator of the roster admits them");
    auto call = std::make_shared<Call>();
    command->add_option("--folder", call->folder, "Folder to make the posts in")->required();
    command->add_option("--server", call->server, "HOST:PORT of a server that has the demo's watchlist")->required();
    command->add_option("--ca", call->authority, "The server's CA certificate")->required();
    command->add_option("--code-file", call->codes, "File with two enrolment codes, one a line")->required();
    command->callback([&console, call] {
        const auto server = serverFrom(call->server, call->authority, call->codes);
        if (!server) return console.report(server.error());
        const SystemClock clock;
        if (const auto made = demo::enrolDemo(call->folder, *server, clock, sayDemo); !made) return console.report(made.error());
        console.answer({{"folder", call->folder}, {"posts", {"post-paso-alto", "post-rio-norte"}}}, "two posts in " + call->folder + " wait to be admitted");
    });
}

void addMake(CLI::App& demo, Console& console) {
    auto* command = demo.add_subcommand("make", "Play one case of each flow at the two posts, synced with their server");
    auto folder = std::make_shared<std::string>();
    command->add_option("--folder", *folder, "Folder of 'demo enrol'")->required();
    command->callback([&console, folder] {
        const SystemClock clock;
        if (const auto made = demo::makeDemo(*folder, clock, sayDemo); !made) return console.report(made.error());
        console.answer({{"folder", *folder}, {"posts", {"post-paso-alto", "post-rio-norte"}}}, "the demo is in " + *folder);
    });
}

void addAgency(CLI::App& demo, Console& console) {
    struct Call {
        std::string folder, keys, address;
    };
    auto* command = demo.add_subcommand("agency", "Write the agreement and the lists of the stand-in partner");
    auto call = std::make_shared<Call>();
    command->add_option("--output", call->folder, "Folder of 'cotejo-agency init'")->required()->check(CLI::ExistingDirectory);
    command->add_option("--keys", call->keys, "File with what 'cotejo-agency init' printed")->required();
    command->add_option("--address", call->address, "HOST:PORT at which it will answer")->required();
    command->callback([&console, call] {
        const auto done = [&]() -> Status {
            COTEJO_TRY_ASSIGN(const auto text, readFile(call->keys, 1u << 16));
            COTEJO_TRY_ASSIGN(const auto keys, parseJson(textOf(text), call->keys));
            return demo::writeAgency(call->folder, keys, call->address, SystemClock().now());
        }();
        if (!done) return console.report(done.error());
        console.answer({{"folder", call->folder}}, "the stand-in partner's agreement and lists are in " + call->folder);
    });
}

void addAsk(CLI::App& demo, Console& console) {
    auto* command = demo.add_subcommand("ask", "Let the demo's officers ask the stand-in partner");
    auto folder = std::make_shared<std::string>();
    command->add_option("--folder", *folder, "Folder of 'demo make'")->required();
    command->callback([&console, folder] {
        const SystemClock clock;
        if (const auto done = demo::askDemo(*folder, clock, sayDemo); !done) return console.report(done.error());
        console.answer({{"folder", *folder}}, "asked and answered");
    });
}

void addCrowd(CLI::App& demo, Console& console) {
    auto* command = demo.add_subcommand("crowd", "Make a post with very many cases, to measure with");
    auto folder = std::make_shared<std::string>();
    auto cases = std::make_shared<std::size_t>(100'000);
    command->add_option("--folder", *folder, "Folder to make the post in")->required();
    command->add_option("--cases", *cases, "How many")->check(CLI::Range(std::size_t{1}, std::size_t{2'000'000}));
    command->callback([&console, folder, cases] {
        const SystemClock clock;
        const auto made = demo::makeCrowd(*folder, *cases, clock, [](const std::string& what) { std::cerr << what << '\n'; });
        if (!made) return console.report(made.error());
        console.answer({{"folder", *folder}, {"cases", *cases}}, std::to_string(*cases) + " cases in " + *folder);
    });
}

}  // namespace

void addDemoCommand(CLI::App& root, Console& console) {
    auto* demo = root.add_subcommand("demo", "Make a demo post of invented people");
    demo->require_subcommand(1);
    addWatchlist(*demo, console);
    addEnrol(*demo, console);
    addMake(*demo, console);
    addAgency(*demo, console);
    addAsk(*demo, console);
    addCrowd(*demo, console);
}

}  // namespace cotejo::cli
