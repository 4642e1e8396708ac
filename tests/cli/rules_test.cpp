#include <gtest/gtest.h>

#include <set>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/decide/refusal.h"
#include "core/decide/table.h"
#include "tests/cli/run_cli.h"
#include "tests/support/paths.h"

/// The words of the rules: none missing, none left over, and the same in the program's answer and in the handbook.
namespace cotejo {
namespace {

using Codes = std::set<std::string>;

Json wordsOf(const std::string& language) {
    const auto bytes = readFile(std::string(COTEJO_SOURCE_DIR) + "/resources/rules/" + language + ".json");
    return bytes ? parseJson(textOf(*bytes), language).value_or(Json::object()) : Json::object();
}

Codes keysOf(const Json& words, const char* section) {
    Codes keys;
    const auto object = words.value(section, Json::object());
    for (const auto& [key, value] : object.items()) keys.insert(key);
    return keys;
}

template <class Rows, class Code>
Codes codesOf(const Rows& rows, Code code) {
    Codes codes;
    for (const auto& row : rows) codes.emplace(code(row));
    return codes;
}

template <class Enum>
Codes codesOfEnum() {
    return codesOf(record::codes<Enum>, [](const auto& each) { return each.second; });
}

Codes ruleCodes() {
    Codes rules;
    for (const auto code : decide::refusalCodes()) rules.insert(decide::refusal(code).params.front().second);
    return rules;
}

/// Every text below, as "path=text".
void gather(const Json& words, const std::string& path, std::map<std::string, std::string>& texts) {
    if (words.is_string()) texts[path] = words.get<std::string>();
    if (words.is_object())
        for (const auto& [key, value] : words.items()) gather(value, path + "/" + key, texts);
}

TEST(Rules, EveryCodeOfTheTablesHasWordsInBothLanguagesAndNoneIsLeftOver) {
    for (const char* language : {"en", "es"}) {
        const auto words = wordsOf(language);
        EXPECT_EQ(words.value("language", ""), language);
        EXPECT_EQ(keysOf(words, "acts"), codesOf(decide::actRows(), [](const auto& row) { return row.act; })) << language;
        EXPECT_EQ(keysOf(words, "holds"), codesOf(decide::holdRows(), [](const auto& row) { return codeOf(row.kind); })) << language;
        EXPECT_EQ(keysOf(words, "dispositions"), codesOf(decide::dispositionRows(), [](const auto& row) { return codeOf(row.disposition); })) << language;
        EXPECT_EQ(keysOf(words, "papers"), codesOf(decide::paperRows(), [](const auto& row) { return row.kind; })) << language;
        EXPECT_EQ(keysOf(words, "refusals"), codesOf(decide::refusalCodes(), [](const auto& code) { return code; })) << language;
        EXPECT_EQ(keysOf(words, "rules"), ruleCodes()) << language;
        EXPECT_EQ(keysOf(words, "states"), codesOfEnum<record::CaseState>()) << language;
        EXPECT_EQ(keysOf(words, "roles"), codesOfEnum<record::Role>()) << language;
        EXPECT_EQ(keysOf(words, "outcomes"), codesOfEnum<record::Outcome>()) << language;
        EXPECT_EQ(keysOf(words, "purposes"), codesOfEnum<record::EntryPurpose>()) << language;
        const auto refusals = words.value("refusals", Json::object());
        for (const auto& [code, refusal] : refusals.items())
            for (const char* part : {"says", "remedy"}) EXPECT_GT(refusal.value(part, "").size(), 5u) << language << " " << code;
    }
}

TEST(Rules, TheLanguagesSayTheSameThings) {
    std::map<std::string, std::string> english, spanish;
    gather(wordsOf("en"), "", english);
    gather(wordsOf("es"), "", spanish);
    Codes one, other;
    for (const auto& [path, text] : english) one.insert(path);
    for (const auto& [path, text] : spanish) other.insert(path);
    EXPECT_EQ(one, other);
    for (const auto& [path, text] : english)
        if (text.size() > 25) {
            EXPECT_NE(text, spanish[path]) << path << " is not translated";
        }
}

TEST(Rules, AreShownWithEveryRowAndAsData) {
    for (const char* language : {"en", "es"}) {
        const auto text = test::runCli(std::string("rules show --lang ") + language);
        ASSERT_EQ(text.status, 0) << text.output;
        for (const auto& row : decide::actRows()) EXPECT_NE(text.output.find("(" + std::string(row.act) + ")"), std::string::npos) << row.act;
        for (const auto code : decide::refusalCodes()) EXPECT_NE(text.output.find(code), std::string::npos) << code;
        EXPECT_EQ(text.output.find("**"), std::string::npos) << "plain text";
        const auto json = test::runCli(std::string("--json rules show --lang ") + language);
        const auto data = parseJson(json.output, "rules");
        ASSERT_TRUE(data) << json.output.substr(0, 200);
        EXPECT_EQ((*data)["acts"].size(), decide::actRows().size());
        EXPECT_EQ((*data)["refusals"].size(), decide::refusalCodes().size());
        EXPECT_EQ((*data)["papers"].size(), decide::paperRows().size());
    }
    EXPECT_EQ(test::runCli("rules show --lang xx").status, 2);
}

TEST(Rules, TheHandbooksSectionIsWhatTheProgramShows) {
    for (const char* language : {"en", "es"}) {
        const auto book = readFile(std::string(COTEJO_SOURCE_DIR) + "/resources/help/" + language + ".md");
        ASSERT_TRUE(book);
        const std::string text(textOf(*book));
        const auto heading = text.find("{#rules}\n");
        ASSERT_NE(heading, std::string::npos) << language;
        const auto begin = heading + 9;
        const auto end = text.find("\n# ", begin);
        const auto shown = test::runCli(std::string("rules show --markdown --lang ") + language);
        EXPECT_EQ(text.substr(begin, end - begin), shown.output)
            << "put the output of 'cotejo-cli rules show --markdown --lang " << language << "' below the heading {#rules} of resources/help/" << language << ".md";
    }
}

}  // namespace
}  // namespace cotejo
