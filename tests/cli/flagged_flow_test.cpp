#include "core/imaging/decode.h"
#include "core/match/face/second_capture.h"
#include "tests/cli/case_fixture.h"
#include "tests/support/paths.h"

/// Flow (a) of CASEWORK.md: a flagged traveler at a post: samples, 1:1 of document and person, 1:N, disposition.
namespace cotejo {
namespace {

class FlaggedFlow : public test::CaseCli {
  protected:
    /// Two specimen portraits of the demo, the second as if taken by another camera. False where the build has none.
    bool portraits() {
        const auto original = readFile(std::string(COTEJO_BIN_DIR) + "/../share/cotejo/demo/portrait-1.jpg");
        if (!original) return false;
        const auto decoded = imaging::decodeImage(*original);
        return decoded && writeFileAtomically(temp / "document.jpg", *original) &&
               writeFileAtomically(temp / "live.png", *imaging::encodePng(match::secondCapture(decoded->pixels, 7)));
    }
};

TEST_F(FlaggedFlow, SamplesComeAndSomeDoNot) {
    const auto number = does("aldecoa", "open --family SPECIMEN --legal-basis 'border control'")["number"].get<std::string>();
    EXPECT_TRUE(has(does("aldecoa", "show " + number), "child")) << "an unknown age is a child's";
    does("aldecoa", "amend " + number + " --birth 1980-05-17 --nationality UTO --document-number X123 --document-issuer UTO --reason 'typed from the document'");
    const auto known = does("aldecoa", "show " + number);
    EXPECT_FALSE(has(known, "child"));
    EXPECT_EQ(known["traveler"]["familyName"], "SPECIMEN") << "what is not named stays";
    EXPECT_EQ(known["traveler"]["documents"][0]["type"], "P");
    does("aldecoa", "attach " + number + " --missing bandaged --position left_little");
    EXPECT_EQ(cli("aldecoa", "attach " + number + " --missing bandaged").code(), "E_INVALID_ARGUMENT");
    EXPECT_EQ(cli("aldecoa", "attach " + number + " --missing lost --position left_ring").code(), "E_INVALID_ARGUMENT");
    does("aldecoa", "triage " + number);
    does("aldecoa", "search " + number + " --impossible");
    does("aldecoa", "attach " + number + " --finger " + file("probe-99.png") + " --position right_index");
    does("salvatierra", "take " + number);
    does("salvatierra", "recapture " + number + " --reason 'the right index moved'");
    EXPECT_NE(does("aldecoa", "show " + number)["remarks"].dump().find("moved"), std::string::npos);
    refused("aldecoa", "unusable " + number + " --sample right_index", "E_NO_REASON");
    const auto marked = does("aldecoa", "unusable " + number + " --sample right_index --reason 'smeared'");
    EXPECT_EQ(marked["unusable"].size(), 1u);
    EXPECT_EQ(marked["captures"].size(), 2u) << "nothing is deleted";
    does("salvatierra", "take " + number);
    does("salvatierra", "return " + number + " --reason 'the document is missing'");
    EXPECT_NE(cli("aldecoa", "show " + number, "case", false).out.find("the document is missing"), std::string::npos);
    does("aldecoa", "note " + number + " --text 'it came by post'");
    EXPECT_EQ(does("quintanar", "cancel " + number + " --reason 'opened twice'")["state"], "cancelled");
}

TEST_F(FlaggedFlow, TheDocumentsPortraitComesAfterTheAnalysisAndTheScoreLast) {
    if (!portraits()) GTEST_SKIP() << "skipped: data set not found";
    const auto number = searched(99, "--face " + file("live.png") + " --document-face " + file("document.jpg"));
    const auto first = does("salvatierra", "show " + number);
    EXPECT_TRUE(first["portrait_hidden"].get<bool>());
    EXPECT_EQ(first["captures"].size(), 2u) << "the print and the live face";
    refused("salvatierra", "portrait open " + number + " --output '" + temp.path().string() + "'", "E_NOT_VISIBLE", "save_analysis");
    refused("aldecoa", "portrait analyse " + number + " --text 'x'", "E_NOT_QUALIFIED");
    does("salvatierra", "portrait analyse " + number + " --text 'oval face, mole left of the nose'");
    refused("salvatierra", "portrait conclude " + number + " --conclusion identification --reason 'r' --against 'a'", "E_NOT_OPENED", "open_portrait");
    std::filesystem::create_directory(temp / "pictures");
    does("salvatierra", "portrait open " + number + " --output " + file("pictures"));
    EXPECT_TRUE(std::filesystem::exists(temp / "pictures" / "document.jpg"));
    refused("salvatierra", "portrait analyse " + number + " --text 'changed'", "E_ANALYSIS_LOCKED", "add_note");
    refused("salvatierra", "portrait reveal " + number, "E_PROVISIONAL_MISSING");
    refused("salvatierra", "portrait conclude " + number + " --conclusion support_same --reason 'ears agree'", "E_NO_COUNTEREVIDENCE");
    const auto concluded = does("salvatierra", "portrait conclude " + number + " --conclusion inconclusive --reason 'ears agree' --against 'poor light'");
    EXPECT_FALSE(concluded["portraits"][0].contains("score") && !concluded["portraits"][0]["score"].is_null());
    const auto revealed = does("salvatierra", "portrait reveal " + number);
    EXPECT_GT(revealed["portraits"][0]["score"]["value"].get<double>(), 0.3) << "the engine's score of the same face";
    refused("salvatierra", "portrait conclude " + number + " --conclusion identification --reason 'r' --against 'a'", "E_REVEALED");

    if (examine("salvatierra", number, 99)["state"] == "concluded_1") examine("osorno", number, 99);
    takesOver(number);
    const auto proposed = does("aldecoa", proposal(number, "admit"));
    EXPECT_EQ(proposed["needs_approval"], true) << "a check that does not say the same person keeps ADMIT from being plain";
    refused("aldecoa", "execute " + number + " --receipt R", "E_APPROVAL_MISSING");
}

TEST_F(FlaggedFlow, EveryStepOfTheScaleIsTakenAndTheMiddleIsInconclusive) {
    for (const char* step : {"support_different", "inconclusive", "support_same"}) {
        const auto number = searched(7);
        does("salvatierra", "take " + number);
        does("salvatierra", "analyse " + number + " --text 'clear'");
        does("salvatierra", "visit " + number + " --all --output " + file("."));
        EXPECT_EQ(cli("salvatierra", "provisional " + number + " --candidate A --conclusion likely --reason r --against a").code(), "E_INVALID_ARGUMENT");
        does("salvatierra", "provisional " + number + " --candidate A --conclusion " + std::string(step) + " --reason r --against a");
        const auto concluded = does("salvatierra", "conclude " + number);
        EXPECT_EQ(concluded["examinations"][0]["outcome"], "inconclusive");
        EXPECT_EQ(concluded["candidates"][0]["final"]["conclusion"], step);
        EXPECT_EQ(concluded["state"], "concluded_1") << "the machine said match: a second examiner looks";
    }
}

}  // namespace
}  // namespace cotejo
