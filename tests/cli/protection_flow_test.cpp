#include "tests/cli/case_fixture.h"

/// Flow (d) of CASEWORK.md: a protection need that a document tells, and one that is expressed in the middle.
namespace cotejo {
namespace {

class ProtectionFlow : public test::CaseCli {};

TEST_F(ProtectionFlow, ADocumentRaisesItAndOfficersReadOneNeutralWord) {
    const auto number = does("aldecoa", "open --family SPECIMEN --birth 1990-01-02 --nationality XXB --legal-basis 'border control' --finger " + file("probe-99.png") +
                                            " --position right_index")["number"]
                            .get<std::string>();
    const auto officer = does("aldecoa", "show " + number);
    EXPECT_TRUE(officer["on_hold"].get<bool>());
    EXPECT_TRUE(officer["holds"].empty());
    const auto supervisor = does("quintanar", "show " + number);
    EXPECT_EQ(supervisor["holds"][0]["kind"], "protection");
    EXPECT_EQ(supervisor["holds"][0]["basis"], "travel_document");
    refused("quintanar", "cancel " + number + " --reason 'x'", "E_HOLD_PROTECTION", "refer_protection");
    refused("ruiz", "lift " + number + " protection --reason 'heard'", "E_DOCUMENT_MISSING", "add_document");
    EXPECT_EQ(cli("aldecoa", "list --csv " + file("queue.csv")).status, 0);
    const std::string table(textOf(*readFile(temp / "queue.csv")));
    EXPECT_NE(table.find("on_hold"), std::string::npos) << table;
    EXPECT_EQ(table.find("protection"), std::string::npos) << table;
}

TEST_F(ProtectionFlow, WordsOfAFileDoNotDriveTheTerminal) {
    does("aldecoa", "open --family 'EVIL\033[2J\007NAME' --birth 1980-05-17 --legal-basis 'border control'");
    const auto listed = cli("aldecoa", "list", "case", false).out;
    EXPECT_NE(listed.find("NAME"), std::string::npos) << listed;
    for (const char control : {'\033', '\007'}) EXPECT_EQ(listed.find(control), std::string::npos);
}

TEST_F(ProtectionFlow, TheClockToItsAuthorityIsReadByThoseWhoReadTheKindOfAHold) {
    const auto number = unlisted();
    does("aldecoa", "hold " + number + " protection");
    for (const char* login : {"quintanar", "ruiz"}) EXPECT_TRUE(does(login, "show " + number).contains("remit_by")) << login;
    for (const char* login : {"aldecoa", "salvatierra"}) EXPECT_FALSE(does(login, "show " + number).contains("remit_by")) << login;
    takesOver(number);
    does("aldecoa", proposal(number, "refer_protection"));
    does("aldecoa", "execute " + number + " --receipt 'sent to the commission'");
    EXPECT_FALSE(does("ruiz", "show " + number).contains("remit_by")) << "it went there";
}

TEST_F(ProtectionFlow, ItIsNeverRefusedToAnyone) {
    const auto number = searched(7);
    setMet(std::chrono::hours(90));
    setIssued(SystemClock().now() - std::chrono::hours(90));
    for (const char* login : {"ulloa", "osorno", "lara"}) does(login, "hold " + number + " protection");
    EXPECT_EQ(does("admin", "hold " + number + " protection"), (Json{{"number", number}, {"done", true}})) << "placed, and nothing of the case shown";
    int placed = 0;
    const auto shown = does("quintanar", "show " + number);
    for (const auto& line : shown["history"]) placed += line["type"] == "hold.place" && line["refusal"] == "";
    EXPECT_EQ(placed, 4);
}

TEST_F(ProtectionFlow, AnyoneRaisesItAndOnlyProtectionAnswersIt) {
    const auto number = identified(9);
    takesOver(number);
    does("aldecoa", proposal(number, "repatriate"));
    std::ofstream(temp / "fear.txt") << "SPECIMEN what was said\n";
    const std::string fear = "add-document " + number + " --kind fear_answer --title 'What was said' --file " + file("fear.txt");
    EXPECT_EQ(cli("ruiz", fear).code(), "E_INVALID_ARGUMENT") << "such a paper is restricted, and says so";
    does("ruiz", fear + " --restricted");
    for (const char* login : {"aldecoa", "salvatierra", "quintanar"}) {
        const auto shown = cli(login, "show " + number);
        EXPECT_EQ(shown.out.find("What was said"), std::string::npos) << login;
        EXPECT_EQ(shown.out.find("fear_answer\""), std::string::npos) << login << ": " << shown.out;
        refused(login, "open-document " + number + " --document 'What was said'", "E_DOCUMENT_MISSING");
    }
    EXPECT_NE(cli("ruiz", "open-document " + number + " --document 'What was said'").out.find("SPECIMEN what was said"), std::string::npos);
    refused("aldecoa", "submit " + number, "E_HOLD", "ask_supervisor");
    does("aldecoa", proposal(number, "refer_protection"));
    does("aldecoa", "execute " + number + " --receipt 'referred'");
    const auto open = cli("aldecoa", "close " + number);
    EXPECT_EQ(open.code(), "E_OPEN_MATTERS");
    EXPECT_EQ(open.param("matters"), "on_hold, referral");
    refused("aldecoa", "referral-answer " + number + " --answer 'no' --reference 1", "E_ROLE");
    does("ruiz", "referral-answer " + number + " --answer 'asylum procedure opened' --reference A-1");
    does("ruiz", "note " + number + " --text 'hearing on Friday'");
    EXPECT_EQ(does("aldecoa", "show " + number).dump().find("Friday"), std::string::npos);
    EXPECT_NE(does("ruiz", "show " + number).dump().find("Friday"), std::string::npos);
}

TEST_F(ProtectionFlow, AJournalExportIsTheAuditorsOrOnesOwn) {
    const auto number = searched(7);
    examine("salvatierra", number, 7);
    const auto lines = [&](const std::string& login, const std::string& name) {
        const auto done = cli(login, "--output " + file(name), "journal export");
        EXPECT_EQ(done.status, 0) << done.out;
        const auto bytes = readFile(temp / name);
        return bytes ? std::string(textOf(*bytes)) : std::string();
    };
    const auto own = lines("aldecoa", "own.jsonl");
    EXPECT_EQ(own.find("examination."), std::string::npos) << "others' acts";
    EXPECT_NE(own.find("match.search"), std::string::npos);
    for (std::size_t at = 0; at < own.size();) {
        const auto end = std::min(own.find('\n', at), own.size());
        const auto line = parseJson(own.substr(at, end - at), "line").value_or(Json::object());
        if (line.value("type", "") == "match.search") {
            EXPECT_FALSE(line.contains("envelope")) << "it holds the scores";
        }
        at = end + 1;
    }
    EXPECT_EQ(lines("osorno", "second.jsonl").find("\"case."), std::string::npos);
    EXPECT_EQ(lines("admin", "admin.jsonl").find("\"case."), std::string::npos) << "administrators see no case body";
    EXPECT_NE(lines("ulloa", "whole.jsonl").find("examination.conclude"), std::string::npos);
}

}  // namespace
}  // namespace cotejo
