#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sys/wait.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/imaging/encode.h"
#include "core/journal/verify.h"
#include "core/match/finger/synthetic.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/test_post.h"

/// The real cotejo-cli takes one case from RECEIVED to EXECUTED: two examiners, an officer, a supervisor, each with an own sign-in.
namespace cotejo {
namespace {

struct Answer {
    int status = 0;
    Json json;
    std::string code() const { return json.contains("error") ? json["error"]["code"].get<std::string>() : ""; }
};

class CaseFlow : public ::testing::Test {
  protected:
    void SetUp() override {
        using record::Role;
        post.add("aldecoa", {{Role::Officer}});
        post.add("salvatierra", {{Role::Officer}, {Role::ExaminerFinger}});
        post.add("osorno", {{Role::Officer}, {Role::ExaminerFinger}});
        post.add("quintanar", {{Role::Supervisor}});
        post.add("ruiz", {{Role::Protection}});
        std::ofstream(temp / "passphrase") << test::TestPost::kPassphrase << "\n";
        writePrint("probe.png", 7, 1);
        auto desk = post.signIn();
        ASSERT_TRUE(desk);
        auto& store = (*desk)->store();
        const auto listed = store.write([&](store::Transaction& tx) -> Status {
            for (const std::uint64_t finger : {7u, 8u}) {
                const auto bytes = png(finger, 2);
                record::WatchlistEntry entry;
                entry.id = WatchlistEntryId::random();
                entry.gallery = "wanted";
                entry.name = finger == 7 ? "SPECIMEN, Wanted" : "SPECIMEN, Other";
                entry.issuerCountry = "UTO";
                entry.grade = record::EvidenceGrade::Warrant;
                entry.version = 1;
                record::Capture capture;
                capture.id = CaptureId::random();
                capture.modality = record::Modality::Finger;
                capture.kind = record::CaptureKind::Reference;
                capture.position = record::FingerPosition::RightIndex;
                capture.mime = "image/png";
                capture.ppi = {500, record::PpiSource::Header};
                COTEJO_TRY_ASSIGN(capture.blob, store.blobs(tx).put(tx, bytes, capture.mime));
                entry.captures = {capture};
                COTEJO_TRY(store::WatchlistTable(tx).put(tx, store.blobs(tx), entry));
            }
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(SystemClock().now()));
        });
        ASSERT_TRUE(listed) << listed.error().detail;
    }

    static Bytes png(std::uint64_t finger, std::uint64_t impression) {
        match::ImpressionOptions options;
        options.noise = 0.15;
        options.distortion = 0.1;
        const auto pixels = match::SyntheticFinger(finger).impression(impression, options);
        return *imaging::encodePng(pixels, {500, record::PpiSource::Header});
    }
    void writePrint(const std::string& name, std::uint64_t finger, std::uint64_t impression) {
        ASSERT_TRUE(writeFileAtomically(temp / name, png(finger, impression)));
    }

    Answer cli(const std::string& login, const std::string& arguments, const std::string& group = "case") {
        const auto command = std::string(COTEJO_BIN_DIR) + "/cotejo-cli --json " + group + " --post '" + post.folder().string() + "' --login " + login +
                             " --passphrase-file '" + (temp / "passphrase").string() + "' " + arguments + " 2>/dev/null";
        Answer answer;
        std::string out;
        FILE* pipe = popen(command.c_str(), "r");
        std::array<char, 4096> part;
        while (const auto count = fread(part.data(), 1, part.size(), pipe)) out.append(part.data(), count);
        const int status = pclose(pipe);
        answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : 99;
        answer.json = parseJson(out, "answer").value_or(Json::object());
        return answer;
    }
    /// Does it and answers the case; a refusal fails the test.
    Json does(const std::string& login, const std::string& arguments) {
        const auto answer = cli(login, arguments);
        EXPECT_EQ(answer.status, 0) << login << ": " << arguments << ": " << answer.json.dump();
        return answer.json;
    }
    void refused(const std::string& login, const std::string& arguments, const std::string& code) {
        const auto answer = cli(login, arguments);
        EXPECT_EQ(answer.status, 1) << login << ": " << arguments;
        EXPECT_EQ(answer.code(), code) << login << ": " << arguments << ": " << answer.json.dump();
    }
    std::string file(const std::string& name) { return "'" + (temp / name).string() + "'"; }

    /// From analysis to conclusion; identifies the candidate whose reference is the probe's finger, found by looking.
    void examine(const std::string& login, const std::string& number, bool reveal) {
        does(login, "take " + number);
        refused(login, "visit " + number + " --all", "E_ANALYSIS_MISSING");
        does(login, "analyse " + number + " --text 'whorl, clear core'");
        const auto seen = does(login, "visit " + number + " --all");
        ASSERT_EQ(seen["candidates"].size(), 1u) << "the entry of another finger stays below the threshold";
        for (const auto& candidate : seen["candidates"]) {
            EXPECT_FALSE(candidate.contains("score") || candidate.contains("entry_name")) << "scores come last";
            const bool same = candidate["reference"] == mated;
            does(login, "provisional " + number + " --candidate " + candidate["letter"].get<std::string>() + " --conclusion " +
                            (same ? "identification" : "exclusion") + " --reason '12 pairs agree' --against 'low third smudged'");
        }
        if (reveal) {
            const auto open = does(login, "reveal " + number);
            EXPECT_TRUE(open["candidates"][0].contains("score"));
        }
        does(login, "conclude " + number);
    }

    test::TestPost post;
    test::TempFolder temp;
    std::string mated = sha256(png(7, 2)).text();
};

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
    EXPECT_EQ(seen.json.dump().find(mated), std::string::npos) << "no image, nor its hash";
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
    const auto opened = does("aldecoa", "open --family SPECIMEN --given Traveler --finger " + file("probe.png") + " --position right_index");
    const auto number = opened["number"].get<std::string>();
    EXPECT_EQ(opened["state"], "received");
    refused("aldecoa", "triage " + number, "E_NO_LEGAL_BASIS");
    does("aldecoa", "legal-basis " + number + " 'border control'");
    does("aldecoa", "triage " + number);
    refused("admin", "show " + number, "E_ROLE");
    does("aldecoa", "search " + number);
    does("salvatierra", "take " + number);
    refused("osorno", "take " + number, "E_LEASED");
    examine("salvatierra", number, true);

    const auto hidden = does("osorno", "show " + number);
    EXPECT_EQ(hidden["state"], "concluded_1");
    EXPECT_TRUE(hidden["identity_hidden"].get<bool>());
    EXPECT_EQ(hidden["traveler"]["familyName"], "");
    EXPECT_TRUE(hidden["examinations"].empty());
    refused("salvatierra", "take " + number, "E_SAME_ACTOR");
    refused("aldecoa", "take " + number, "E_NOT_QUALIFIED");
    examine("osorno", number, false);

    auto resolved = does("aldecoa", "take " + number);
    EXPECT_EQ(resolved["state"], "identity_resolved");
    EXPECT_EQ(resolved["outcome"], "identified");
    EXPECT_EQ(resolved["holds"][0]["kind"], "release_guard");
    refused("aldecoa", "propose " + number + " --disposition admit --grade warrant --reason 'x' --legal-basis 'art. 4'", "E_COVERAGE_UNREAD");
    does("aldecoa", "read-coverage " + number);
    refused("aldecoa", "propose " + number + " --disposition admit --grade warrant --reason 'x' --legal-basis 'art. 4'", "E_RELEASE_GUARD");
    does("aldecoa", "confirm " + number + " --answer confirmed --reference UTO-17");
    std::ofstream(temp / "order.pdf") << "%PDF-1.4 specimen order";
    does("aldecoa", "add-document " + number + " --file " + file("order.pdf") + " --kind final_order --title 'Final order'");
    does("aldecoa", "propose " + number + " --disposition hold_fugitive --grade warrant --reason 'two examiners, owner confirmed' --legal-basis 'art. 4'");
    refused("aldecoa", "execute " + number + " --receipt R-1", "E_APPROVAL_MISSING");
    does("aldecoa", "submit " + number);
    refused("aldecoa", "approve " + number, "E_ROLE");
    refused("quintanar", "approve " + number, "E_NOT_READ");
    does("quintanar", "open-document " + number + " --document 'Final order'");
    does("aldecoa", "hold " + number + " protection");
    refused("quintanar", "approve " + number, "E_HOLD_PROTECTION");
    refused("quintanar", "lift " + number + " protection --reason 'no need' --document 'Final order'", "E_ROLE");
    const auto neutral = does("aldecoa", "show " + number);
    EXPECT_TRUE(neutral["on_hold"].get<bool>());
    EXPECT_EQ(neutral.dump().find("\"protection\""), std::string::npos) << "officers read a neutral hold";
    does("ruiz", "lift " + number + " protection --reason 'heard, no need' --document 'Final order'");
    does("quintanar", "approve " + number + " --reason 'complete'");
    const auto executed = does("aldecoa", "execute " + number + " --receipt 'handover 118'");
    EXPECT_EQ(executed["state"], "executed");
    EXPECT_EQ(executed["disposition"]["receipt"], "handover 118");
    refused("quintanar", "delete " + number, "E_NO_DELETE");

    int attempts = 0;
    for (const auto& line : executed["history"]) attempts += line["type"] == "decision.refused";
    EXPECT_EQ(attempts, 3) << "refused approvals stay in the history";
    const auto list = does("aldecoa", "list --all");
    EXPECT_EQ(list["cases"][0]["state"], "executed");
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
