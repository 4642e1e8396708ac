#include "tests/cli/case_fixture.h"

#include "core/journal/verify.h"

/// The real cotejo-cli takes one case from RECEIVED to EXECUTED: two examiners, an officer, a supervisor, each with an own sign-in.
namespace cotejo {
namespace {

class CaseFlow : public test::CaseCli {};

TEST_F(CaseFlow, ATableComesInByItsMappingAndTheQueueGoesOut) {
    std::ofstream(temp / "list.csv") << "A,B,N\n=1+1,Ana,UTO\nSEGUNDO,Bea,\n";
    std::ofstream(temp / "map.json") << R"({"columns":{"A":"familyName","B":"givenNames","N":"nationality"},"constants":{"nationality":"ESP"}})";
    std::ofstream(temp / "bad.json") << R"({"columns":{"A":"shoeSize"}})";
    const auto wrong = cli("aldecoa", file("list.csv") + " --mapping " + file("bad.json"), "import");
    EXPECT_EQ(wrong.status, 1);
    EXPECT_NE(wrong.json.dump().find("bad.json"), std::string::npos) << wrong.json.dump();
    EXPECT_NE(wrong.json.dump().find("familyName"), std::string::npos) << "the targets that are known";
    const auto taken = cli("aldecoa", file("list.csv") + " --mapping " + file("map.json"), "import");
    EXPECT_EQ(taken.status, 0) << taken.json.dump();
    EXPECT_EQ(does("aldecoa", "list --csv " + file("queue.csv"))["cases"], 2);
    const std::string table(textOf(*readFile(temp / "queue.csv")));
    EXPECT_NE(table.find(",'=1+1,Ana,,UTO,"), std::string::npos) << "no formula for a spreadsheet to run: " << table;
    EXPECT_NE(table.find(",SEGUNDO,Bea,,ESP,"), std::string::npos) << table;
}

TEST_F(CaseFlow, TheListsAreReadWithoutNamesByWhoeverExamines) {
    const auto seen = cli("salvatierra", "list --gallery wanted --status active", "watchlist");
    ASSERT_EQ(seen.status, 0) << seen.json.dump();
    ASSERT_EQ(seen.json["entries"].size(), 2u);
    EXPECT_EQ(seen.json.dump().find("SPECIMEN"), std::string::npos) << seen.json.dump();
    EXPECT_EQ(seen.json.dump().find(reference(7)), std::string::npos) << "no image, nor its hash";
    EXPECT_EQ(cli("salvatierra", "list --text specimen", "watchlist").json["entries"].size(), 0u);
    EXPECT_EQ(cli("quintanar", "list --text 'other specimen'", "watchlist").json["entries"].at(0)["name"], "SPECIMEN, Other");
    EXPECT_EQ(cli("admin", "list", "watchlist").code(), "E_ROLE");
    EXPECT_EQ(cli("quintanar", "list --status wanted", "watchlist").code(), "E_INVALID_ARGUMENT");
}

TEST_F(CaseFlow, AMessageThatBringsNobodySaysWhy) {
    std::ofstream(temp / "request.json") << R"({"id":"mosip.manual.adjudication.adjudicate","requestId":"R","referenceId":"1","extra":1,)"
                                            R"("gallery":{"referenceIds":[{"referenceId":"2"}]}})";
    std::ofstream(temp / "candidates.json") << R"({"candidates":[{"personId":"A","rank":1}]})";
    for (const auto& [name, why] : {std::pair("request.json", "data share"), std::pair("candidates.json", "nobody in it to import")}) {
        const auto refusal = cli("aldecoa", file(name), "import");
        EXPECT_EQ(refusal.status, 1) << name;
        EXPECT_NE(refusal.json.dump().find("E_INTAKE_NOTHING_USABLE"), std::string::npos) << refusal.json.dump();
        EXPECT_NE(refusal.json.dump().find(why), std::string::npos) << refusal.json.dump();
    }
}

TEST_F(CaseFlow, FromReceivedToExecuted) {
    const auto opened = does("aldecoa", "open --family SPECIMEN --given Traveler --birth 1980-05-17 --finger " + file("probe-7.png") + " --position right_index");
    const auto number = opened["number"].get<std::string>();
    EXPECT_EQ(opened["state"], "received");
    EXPECT_TRUE(opened["holds"].empty()) << opened["holds"].dump();
    refused("aldecoa", "triage " + number, "E_NO_LEGAL_BASIS", "set_legal_basis");
    does("aldecoa", "legal-basis " + number + " 'border control'");
    does("aldecoa", "triage " + number);
    refused("admin", "show " + number, "E_ROLE", "authorised_role");
    does("salvatierra", "take " + number);
    refused("osorno", "take " + number, "E_LEASED", "wait_or_ask_holder");
    refused("salvatierra", "visit " + number + " --candidate A --output " + file("."), "E_CANDIDATE_UNKNOWN", "listed_candidate");
    does("salvatierra", "analyse " + number + " --text 'whorl, clear core'");
    refused("salvatierra", "conclude " + number, "E_NO_SEARCH", "search");
    does("salvatierra", "search " + number);
    const auto before = does("salvatierra", "show " + number);
    ASSERT_EQ(before["candidates"].size(), 1u) << "entries of other fingers stay below the threshold";
    refused("salvatierra", "conclude " + number, "E_NOT_VISITED", "visit_candidates");
    does("salvatierra", "visit " + number + " --candidate A --output " + file("."));
    refused("salvatierra", "reveal " + number, "E_PROVISIONAL_MISSING", "conclude_candidates");
    const std::string provisional = "provisional " + number + " --candidate A --conclusion identification";
    refused("salvatierra", provisional + " --against 'smudged'", "E_NO_REASON", "give_reason");
    refused("salvatierra", provisional + " --reason '12 pairs agree'", "E_NO_COUNTEREVIDENCE", "give_counter_reason");
    does("salvatierra", provisional + " --reason '12 pairs agree' --against 'smudged'");
    EXPECT_TRUE(does("salvatierra", "reveal " + number)["candidates"][0].contains("score"));
    refused("salvatierra", provisional + " --reason 'x' --against 'y'", "E_REVEALED", "conclude_now");
    does("salvatierra", "conclude " + number);

    const auto hidden = does("osorno", "show " + number);
    EXPECT_EQ(hidden["state"], "concluded_1");
    EXPECT_TRUE(hidden["identity_hidden"].get<bool>() && hidden["blind"].get<bool>());
    EXPECT_EQ(hidden["traveler"]["familyName"], "");
    EXPECT_TRUE(hidden["examinations"].empty() && hidden["holds"].empty() && hidden["remarks"].empty());
    for (const char* told : {"dossier", "open_matters", "missing_papers", "needs_approval"}) EXPECT_FALSE(hidden.contains(told)) << told;
    refused("salvatierra", "take " + number, "E_SAME_ACTOR", "other_examiner");
    refused("aldecoa", "take " + number, "E_NOT_QUALIFIED", "qualified_examiner");
    refused("osorno", "return " + number + " --reason 'anew'", "E_RETURN_BY_SUPERVISOR", "ask_supervisor");
    refused("osorno", "amend " + number + " --family OTHER --reason 'x'", "E_NOT_VISIBLE");
    does("osorno", "open-notes " + number);
    refused("osorno", "take " + number, "E_NOT_BLIND", "other_examiner");
    does("carvallo", "take " + number);
    refused("carvallo", "visit " + number + " --all --output " + file("."), "E_ANALYSIS_MISSING", "save_analysis");
    examine("carvallo", number, 7);

    auto resolved = does("aldecoa", "take " + number);
    EXPECT_EQ(resolved["state"], "identity_resolved");
    EXPECT_EQ(resolved["outcome"], "identified");
    EXPECT_EQ(resolved["holds"][0]["kind"], "release_guard");
    EXPECT_EQ(resolved["holds"][0]["basis"], "identification");
    refused("aldecoa", proposal(number, "admit"), "E_COVERAGE_UNREAD", "read_coverage");
    does("aldecoa", "read-coverage " + number);
    refused("aldecoa", proposal(number, "admit"), "E_RELEASE_GUARD", "confirm_entry");
    answered(number, "confirmed", "UTO-17");
    refused("aldecoa", proposal(number, "repatriate"), "E_RELEASE_GUARD");
    const auto proposed = does("aldecoa", proposal(number, "hold_fugitive"));
    EXPECT_EQ(proposed["disposition"]["grade"], "warrant") << "from the entry: nobody types it";
    EXPECT_EQ(proposed["missing_papers"], Json({"identity_basis", "rights_information"}));
    refused("aldecoa", "execute " + number + " --receipt R-1", "E_APPROVAL_MISSING", "submit_for_approval");
    refused("aldecoa", "submit " + number, "E_PAPER_MISSING", "add_or_waive");
    for (const char* kind : {"identity_basis", "rights_information"}) paper("aldecoa", number, kind);
    does("aldecoa", "submit " + number);
    const std::string zero(64, '0');
    refused("aldecoa", "approve " + number + " --dossier " + zero, "E_ROLE");
    EXPECT_EQ(cli("aldecoa", "approve " + number).code(), "E_ROLE");
    const auto shown = cli("quintanar", "approve " + number + " --reason complete");
    EXPECT_EQ(shown.status, 2) << "without the hash of what was read nothing is approved";
    EXPECT_EQ(shown.json["case"]["unread"], Json({"UTO-17", "identity_basis", "rights_information"}));
    EXPECT_EQ(shown.param("dossier"), dossier(number));
    refused("quintanar", "approve " + number + " --dossier " + dossier(number), "E_NOT_READ", "open_documents");
    readAll("quintanar", number);
    does("aldecoa", "hold " + number + " protection");
    refused("quintanar", "approve " + number + " --dossier " + dossier(number), "E_HOLD_PROTECTION", "refer_protection");
    refused("quintanar", "lift " + number + " protection --reason 'no need' --document identity_basis", "E_ROLE");
    const auto neutral = does("aldecoa", "show " + number);
    EXPECT_TRUE(neutral["on_hold"].get<bool>());
    EXPECT_EQ(neutral["open_matters"], Json({"release_guard", "on_hold"}));
    EXPECT_EQ(neutral.dump().find("\"protection\""), std::string::npos) << "officers read a neutral hold";
    refused("ruiz", "lift " + number + " protection --reason 'heard, no need' --document identity_basis", "E_DOCUMENT_MISSING", "add_document");
    paper("ruiz", number, "protection_decision", "--restricted");
    does("ruiz", "lift " + number + " protection --reason 'heard, no need' --document protection_decision");
    EXPECT_EQ(does("aldecoa", "show " + number).dump().find("heard, no need"), std::string::npos) << "said in the role protection";
    does("quintanar", "approve " + number + " --reason 'complete' --dossier " + dossier(number));
    const auto executed = does("aldecoa", "execute " + number + " --receipt 'handover 118'");
    EXPECT_EQ(executed["state"], "executed");
    EXPECT_EQ(executed["disposition"]["receipt"], "handover 118");
    refused("quintanar", "delete " + number, "E_NO_DELETE", "mark_unusable");

    int attempts = 0;
    for (const auto& line : executed["history"]) attempts += line["type"] == "decision.refused";
    EXPECT_EQ(attempts, 3) << "refused approvals stay in the history";
    EXPECT_EQ(does("aldecoa", "close " + number)["state"], "closed") << "the confirmed person was handed over: the guard is settled";
    const auto list = does("aldecoa", "list --all");
    EXPECT_EQ(list["cases"][0]["state"], "closed");
    auto desk = post.signIn();
    const auto report = journal::verify((*desk)->store());
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->intact());
}

TEST_F(CaseFlow, EncountersAreOtherCasesWithTheDocument) {
    const auto open = [&](const std::string& family) {
        return does("aldecoa", "open --family " + family + " --document-number X1234 --document-issuer UTO")["number"].get<std::string>();
    };
    const auto first = open("SPECIMEN"), second = open("OTHER");
    const auto found = does("aldecoa", "encounters " + second);
    ASSERT_EQ(found["encounters"].size(), 1u);
    EXPECT_EQ(found["encounters"][0]["number"], first);
    EXPECT_EQ(found["encounters"][0]["document"], "X1234");
    EXPECT_EQ(found["outcomes_hidden"], true);
    refused("admin", "encounters " + second, "E_ROLE");
}

TEST_F(CaseFlow, StatisticsCountAndSuppressForThoseWhoMay) {
    for (int i = 0; i < 11; ++i)
        does("aldecoa", "open --family SPECIMEN --sex F --nationality UTO --referral mrz_check_digit");
    refused("aldecoa", "statistics", "E_ROLE");
    refused("admin", "statistics", "E_ROLE");
    EXPECT_EQ(cli("quintanar", "statistics --days 31").status, 2) << "only spans from which no single day follows";
    const auto month = does("quintanar", "statistics --days 30 --csv " + file("statistics.csv"));
    EXPECT_EQ(month["span"], "30");
    EXPECT_EQ(month["opened"], 11);
    EXPECT_EQ(month["decided"], 0);
    EXPECT_EQ(month["open_by_reason"]["mrz_check_digit"], 11);
    EXPECT_EQ(month["time_to_decision"]["suppressed"], true);
    EXPECT_EQ(month["candidate_rate"]["total"]["suppressed"], true);
    EXPECT_FALSE(month["candidate_rate"]["total"].contains("whole"));
    const std::string table(textOf(*readFile(temp / "statistics.csv")));
    EXPECT_NE(table.find("opened,,,11,,\r\n"), std::string::npos) << table;
    EXPECT_NE(table.find("candidate_rate,,,,,suppressed\r\n"), std::string::npos) << table;
    EXPECT_EQ(does("quintanar", "statistics --days all")["from"], Json());
}

TEST_F(CaseFlow, WrongCallsSayWhatIsWrong) {
    refused("aldecoa", "show PA-2026-999999", "E_CASE_UNKNOWN");
    EXPECT_EQ(cli("aldecoa", "fly PA-1").status, 2);
    EXPECT_EQ(cli("nobody", "list").code(), "E_ACCESS_PASSPHRASE");
    const auto opened = does("aldecoa", "open --family SPECIMEN");
    EXPECT_EQ(cli("aldecoa", "hold " + opened["number"].get<std::string>() + " nonsense").status, 2);
}

}  // namespace
}  // namespace cotejo
