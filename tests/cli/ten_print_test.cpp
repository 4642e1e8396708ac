#include <gtest/gtest.h>

#include <filesystem>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/imaging/encode.h"
#include "core/match/finger/synthetic.h"
#include "tests/cli/run_cli.h"
#include "tests/support/temp_folder.h"

namespace cotejo {
namespace {

class TenPrintCli : public testing::Test {
  protected:
    void print(const std::string& card, const std::string& position, std::uint64_t finger, std::uint64_t impression) {
        std::filesystem::create_directories(folder / card);
        const auto pixels = match::SyntheticFinger(finger).impression(impression, match::everydayImpression(finger * 10 + impression));
        ASSERT_TRUE(writeFileAtomically(folder / card / (position + ".png"), *imaging::encodePng(pixels, {500, record::PpiSource::Header})));
    }
    Json asked(const std::string& arguments) {
        const auto answer = test::runCli("--json finger ten-print " + arguments);
        EXPECT_EQ(answer.status, 0) << answer.output;
        return parseJson(answer.output, "answer").value_or(Json::object());
    }
    std::string at(const std::string& card) const { return "'" + (folder / card).string() + "'"; }
    test::TempFolder folder;
};

std::vector<std::string> told(const Json& answer, const std::string& kind) {
    std::vector<std::string> found;
    for (const auto& each : answer["findings"])
        if (each["kind"] == kind) found.push_back(each["position"].get<std::string>() + " " + each.value("other", ""));
    return found;
}

TEST_F(TenPrintCli, NamesMissingDuplicatedAndSwappedFingers) {
    print("card", "right_index", 1, 1);
    print("card", "right_middle", 2, 1);
    print("card", "left_index", 1, 2);
    print("earlier", "right_index", 2, 3);
    print("earlier", "right_middle", 1, 3);
    const auto answer = asked(at("card") + " --against " + at("earlier"));
    EXPECT_EQ(answer["prints"], 3);
    EXPECT_EQ(told(answer, "missing").size(), 7u);
    EXPECT_EQ(told(answer, "duplicate"), std::vector<std::string>{"right_index left_index"});
    EXPECT_EQ(told(answer, "swapped"), (std::vector<std::string>{"right_index right_middle", "right_middle right_index", "left_index right_middle"}));
    EXPECT_EQ(answer["comparison"]["fingers"].size(), 2u);
}

TEST_F(TenPrintCli, OneCardAgainstAnotherOfTheSamePersonAddsUp) {
    for (const auto* card : {"card", "earlier"}) {
        print(card, "right_index", 3, card[0] == 'c' ? 1 : 2);
        print(card, "left_index", 4, card[0] == 'c' ? 1 : 2);
    }
    const auto answer = asked(at("card") + " --against " + at("earlier"));
    const auto& comparison = answer["comparison"];
    EXPECT_GT(comparison["score"].get<double>(), comparison["fingers"]["right_index"].get<double>());
    EXPECT_TRUE(told(answer, "swapped").empty());
}

TEST_F(TenPrintCli, ACardIsFoundAmongOthersAlsoWithSwappedFingers) {
    for (const std::uint64_t person : {5u, 6u, 7u}) {
        print("among/person" + std::to_string(person), "right_index", 10 * person, 1);
        print("among/person" + std::to_string(person), "left_index", 10 * person + 1, 1);
    }
    print("among/nobody", "blurred", 90, 1);
    print("card", "right_index", 61, 2);
    print("card", "left_index", 60, 2);
    const auto answer = asked(at("card") + " --among " + at("among") + " --swapped --threads 2");
    EXPECT_EQ(answer["searched"], 3);
    EXPECT_EQ(answer["not_searched"][0]["card"], "nobody");
    EXPECT_EQ(answer["candidates"][0]["card"], "person6");
    EXPECT_EQ(answer["candidates"][0]["fingers"]["right_index"]["reference"], "left_index");
}

TEST_F(TenPrintCli, WhatIsNotComparedIsNamed) {
    print("card", "right_index", 3, 1);
    print("card", "somebody", 4, 1);
    const auto write = [&](const char* name, std::string_view bytes) { ASSERT_TRUE(writeFileAtomically(folder / "card" / name, viewOf(bytes))); };
    write("iris.iso", std::string_view("IIR\0" "020\0", 8));
    write("left_thumb.png", "no picture");
    write("letter.docx", "Dear colleague");
    const auto answer = asked(at("card"));
    EXPECT_EQ(answer["prints"], 1);
    std::string named;
    for (const auto& each : answer["unusable"]) named += each.get<std::string>() + "\n";
    for (const char* name : {"somebody", "iris.iso", "left_thumb.png", "letter.docx"}) EXPECT_NE(named.find(name), std::string::npos) << name << " is not in " << named;
    const auto alone = test::runCli("finger extract '" + (folder / "card" / "left_thumb.png").string() + "'");
    EXPECT_NE(alone.output.find("left_thumb.png"), std::string::npos) << alone.output;
}

TEST_F(TenPrintCli, AFolderWithoutPositionsSaysWhatToDo) {
    print("card", "somebody", 3, 1);
    const auto answer = test::runCli("finger ten-print " + at("card"));
    EXPECT_EQ(answer.status, 2) << "a wrong call";
    EXPECT_NE(answer.output.find("right_index.png"), std::string::npos) << answer.output;
}

}  // namespace
}  // namespace cotejo
