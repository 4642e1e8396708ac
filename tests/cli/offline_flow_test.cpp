#include "tests/cli/case_fixture.h"

/// Flow (e) of CASEWORK.md: a remote post, days without a line.
namespace cotejo {
namespace {

class OfflineFlow : public test::CaseCli {
  protected:
    void offlineFor(std::chrono::hours time) {
        setMet(time);
        setIssued(SystemClock().now() - time);
    }
};

TEST_F(OfflineFlow, WhatWaitsForALine) {
    const auto number = identified(9);
    takesOver(number);
    setMet(std::chrono::hours(2));
    does("aldecoa", proposal(number, "admit"));
    does("aldecoa", "submit " + number);
    refused("quintanar", "approve " + number + " --dossier " + dossier(number), "E_OFFLINE_NOT_ALLOWED", "connect");
    does("aldecoa", "hold " + number + " protection");
    paper("ruiz", number, "protection_decision", "--restricted");
    refused("ruiz", "lift " + number + " protection --reason 'decided' --document protection_decision", "E_OFFLINE_NOT_ALLOWED");
    refused("quintanar", "override " + number + " --way hold --reason 'x' --legal-basis 'y'", "E_OFFLINE_NOT_ALLOWED");
    setMet({});
    does("ruiz", "lift " + number + " protection --reason 'decided' --document protection_decision");
    does("quintanar", "approve " + number + " --reason ok --dossier " + dossier(number));
    does("aldecoa", "execute " + number + " --receipt 'offline admission'");
}

/// What leaves is in the journal before it is written, with the hash of its bytes; under a hold, or without a line, nothing leaves.
TEST_F(OfflineFlow, WhatLeavesThePostIsAnAct) {
    const auto number = searched(99);
    std::filesystem::create_directory(temp / "out");
    const std::string out = "export " + number + " --recipient 'Registry of Utopia' --country UTO --output " + file("out");
    const auto count = [&] { return std::distance(std::filesystem::directory_iterator(temp / "out"), std::filesystem::directory_iterator()); };
    setMet(std::chrono::hours(2));
    refused("aldecoa", out + " --as images", "E_OFFLINE_NOT_ALLOWED", "connect");
    setMet({});
    EXPECT_EQ(cli("salvatierra", "export " + number + " --recipient ' ' --output " + file("out") + " --as images").code(), "E_INVALID_ARGUMENT");
    refused("lara", out + " --as images", "E_ROLE");
    refused("admin", out + " --as images", "E_ROLE");
    EXPECT_EQ(cli("aldecoa", out + " --as csv").code(), "E_INVALID_ARGUMENT");
    EXPECT_EQ(count(), 0);
    for (const char* format : {"nist_itl", "osia", "finger_images", "images"}) {
        const auto sent = does("aldecoa", out + " --as " + std::string(format));
        ASSERT_EQ(sent["files"].size(), 1u) << format;
        const auto bytes = readFile(temp / "out" / sent["files"][0]["name"].get<std::string>());
        ASSERT_TRUE(bytes);
        EXPECT_EQ(sent["files"][0]["sha256"], sha256(*bytes).text());
    }
    const auto shown = does("quintanar", "show " + number);
    ASSERT_EQ(shown["disclosures"].size(), 4u);
    EXPECT_EQ(shown["disclosures"][0]["recipient"], "Registry of Utopia");
    EXPECT_EQ(shown["disclosures"][0]["recipientCountry"], "UTO");
    does("salvatierra", "hold " + number + " protection");
    refused("aldecoa", out + " --as images", "E_HOLD", "ask_supervisor");
    EXPECT_EQ(count(), 4);
    // While it is examined blind, nobody whose eyes are kept from the name sends it.
    const auto blind = searched(7);
    examine("salvatierra", blind, 7);
    refused("osorno", "export " + blind + " --recipient R --output " + file("out") + " --as images", "E_NOT_VISIBLE", "ask_supervisor");
}

TEST_F(OfflineFlow, OldListsCarryLess) {
    const auto number = unlisted();
    takesOver(number);
    offlineFor(std::chrono::hours(30));
    refused("aldecoa", proposal(number, "admit"), "E_SNAPSHOT_STALE", "refer_or_synchronise");
    does("aldecoa", proposal(number, "refer_partner_check"));
    setIssued(SystemClock().now());
    EXPECT_EQ(does("aldecoa", proposal(number, "admit"))["needs_approval"], false) << "everything was searched and nothing found";
    does("aldecoa", "execute " + number + " --receipt 'entry 4'");
    EXPECT_EQ(does("aldecoa", "close " + number)["state"], "closed");
}

TEST_F(OfflineFlow, AnExpiredListIsNotSearchedAndNobodyLeavesPlainly) {
    const auto number = does("aldecoa", "open --family SPECIMEN --birth 1980-05-17 --legal-basis 'border control' --finger " + file("probe-99.png") +
                                            " --position right_index")["number"]
                            .get<std::string>();
    does("aldecoa", "triage " + number);
    refused("aldecoa", "search " + number + " --impossible", "E_NO_SEARCH", "search");
    offlineFor(std::chrono::hours(80));
    refused("aldecoa", "search " + number, "E_SNAPSHOT_EXPIRED", "synchronise");
    does("aldecoa", "search " + number + " --impossible");
    if (examine("salvatierra", number, 99)["state"] == "concluded_1") examine("osorno", number, 99);
    takesOver(number);
    setMet({});
    setIssued(SystemClock().now());
    const auto shown = does("aldecoa", proposal(number, "no_action"));
    EXPECT_EQ(shown["outcome"], "inconclusive");
    EXPECT_EQ(shown["needs_approval"], true) << "nothing was searched";
    refused("aldecoa", "execute " + number + " --receipt R", "E_APPROVAL_MISSING", "submit_for_approval");
}

TEST_F(OfflineFlow, ANarrowedSearchSaysSoAndIsNotPlain) {
    const auto number = does("aldecoa", "open --family SPECIMEN --birth 1980-05-17 --legal-basis 'border control' --finger " + file("probe-8.png") +
                                            " --position right_index")["number"]
                            .get<std::string>();
    does("aldecoa", "triage " + number);
    refused("aldecoa", "search " + number + " --gallery wanted", "E_NO_REASON");
    EXPECT_EQ(cli("aldecoa", "search " + number + " --person nobody --purpose p").code(), "E_INVALID_ARGUMENT");
    const auto entries = cli("salvatierra", "list --gallery wanted", "watchlist").json["entries"];
    std::size_t found = 0;
    for (const auto& entry : entries) {
        does("aldecoa", "search " + number + " --purpose 'a tip names one' --person " + entry["id"].get<std::string>());
        found += does("salvatierra", "show " + number)["candidates"].size();
    }
    EXPECT_EQ(found, 1u) << "1:few: only those named come up";
    does("aldecoa", "search " + number + " --gallery refuse_entry --at-most 3 --purpose 'entry bans alone'");
    if (examine("salvatierra", number, 8)["state"] == "concluded_1") examine("osorno", number, 8);
    const auto shown = does("aldecoa", "show " + number);
    EXPECT_EQ(shown["coverage"]["limited"], true);
    EXPECT_EQ(shown["outcome"], "no_candidate");
    takesOver(number);
    EXPECT_EQ(does("aldecoa", proposal(number, "admit"))["needs_approval"], true);
}

}  // namespace
}  // namespace cotejo
