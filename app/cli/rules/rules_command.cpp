#include "app/cli/console.h"
#include "app/cli/rules/rules_page.h"

namespace cotejo::cli {

void addRulesCommand(CLI::App& root, Console& console) {
    auto* group = root.add_subcommand("rules", "The rules that the program obeys, in words");
    group->require_subcommand(1);
    auto language = std::make_shared<std::string>("en");
    auto markdown = std::make_shared<bool>(false);
    auto* command = group->add_subcommand("show", "Who may do what, when, under which holds not, and every refusal with its way out; to be printed");
    command->add_option("--lang", *language, "en or es")->check(CLI::IsMember({"en", "es"}))->capture_default_str();
    command->add_flag("--markdown", *markdown, "As it stands in the handbook's section on rules");
    command->callback([language, markdown, &console] {
        const auto words = readRuleWords(*language);
        if (!words) return console.report(words.error());
        console.answer(rulesJson(*words), *markdown ? rulesMarkdown(*words) : rulesText(*words));
    });
}

}  // namespace cotejo::cli
