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
