#include "app/cli/console.h"
#include "app/cli/demo/watchlist.h"
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

}  // namespace

void addDemoCommand(CLI::App& root, Console& console) {
    auto* demo = root.add_subcommand("demo", "Make a demo post of invented people");
    demo->require_subcommand(1);
    addWatchlist(*demo, console);
}

}  // namespace cotejo::cli
