#include "tests/cli/case_fixture.h"

/// Flow (b) of CASEWORK.md: a fugitive under the release guard, and each way in which the guard ends or does not.
namespace cotejo {
namespace {

class GuardFlow : public test::CaseCli {};

TEST_F(GuardFlow, TheOwnersAnswerCountsOnceAnotherPersonWhoReadItCountersigned) {
    const auto number = identified(7, "--priority urgent");
    const auto guarded = does("aldecoa", "show " + number);
    EXPECT_TRUE(has(guarded, "release_guard"));
    EXPECT_EQ(guarded["deadlineKind"], "issuer_confirmation");
    takesOver(number);
    for (const char* leaves : {"admit", "release", "no_action", "repatriate"}) refused("aldecoa", proposal(number, leaves), "E_RELEASE_GUARD", "confirm_entry");
    refused("aldecoa", proposal(number, "hold_fugitive"), "E_NOT_CONFIRMED", "confirm_entry");
    refused("quintanar", "lift " + number + " release_guard --reason 'I say so'", "E_RELEASE_GUARD");
    refused("quintanar", "hold " + number + " release_guard", "E_STATE");
    refused("quintanar", "cancel " + number + " --reason 'be rid of it'", "E_RELEASE_GUARD");
    does("aldecoa", "request-confirmation " + number + " --channel 'duty telephone'");
    const std::string answer = "confirm " + number + " --answer confirmed --reference UTO-17 --channel telephone --answered-by 'Duty officer, UTO'";
    refused("aldecoa", answer, "E_DOCUMENT_MISSING", "add_document");
    EXPECT_EQ(cli("aldecoa", "confirm " + number + " --answer confirmed").code(), "E_INVALID_ARGUMENT") << "with reference, channel and name";
    EXPECT_EQ(cli("aldecoa", answer + " --answered-at 2999-01-01T00:00:00.000Z").code(), "E_INVALID_ARGUMENT");
    paper("aldecoa", number, "owner_answer");
    refused("quintanar", "countersign " + number, "E_NO_ANSWER", "record_answer");
    EXPECT_EQ(cli("aldecoa", answer + " --answered-at 2026-01-02T03:04:05.000Z --paper owner_answer").code(), "E_INVALID_ARGUMENT") << "before the question";
    const auto recorded = does("aldecoa", answer + " --paper owner_answer");
    EXPECT_EQ(recorded["confirmation"], "recorded");
    EXPECT_EQ(recorded["requests"].size(), 1u);
    refused("aldecoa", proposal(number, "hold_fugitive"), "E_NOT_CONFIRMED");
    refused("aldecoa", "countersign " + number, "E_SAME_ACTOR", "other_examiner");
    refused("quintanar", "countersign " + number, "E_NOT_READ", "open_documents");
    does("quintanar", "open-document " + number + " --document owner_answer");
    EXPECT_EQ(does("quintanar", "countersign " + number)["confirmation"], "confirmed");
    EXPECT_TRUE(has(does("aldecoa", "show " + number), "release_guard")) << "confirmed: still nobody leaves";
    does("aldecoa", proposal(number, "hold_fugitive"));
    const auto text = cli("quintanar", "show " + number, "case", false).out;
    for (const char* word : {"UTO-17", "countersigned", "duty telephone", "dossier ", "missing "}) EXPECT_NE(text.find(word), std::string::npos) << word << "\n" << text;
}

TEST_F(GuardFlow, NotConfirmedEndsTheGuardAndDifferingAnswersWaitForASupervisor) {
    const auto number = identified(7);
    takesOver(number);
    answered(number, "not_confirmed", "UTO-18");
    const auto ended = does("aldecoa", "show " + number);
    EXPECT_FALSE(has(ended, "release_guard"));
    EXPECT_EQ(ended["guardEnded"], "answer");
    answered(number, "confirmed", "UTO-19");
    const auto differs = does("aldecoa", "show " + number);
    EXPECT_EQ(differs["confirmation"], "differs");
    EXPECT_TRUE(has(differs, "release_guard")) << "the more protective of two answers";
    refused("aldecoa", "settle " + number + " --answer UTO-18 --reason 'in writing'", "E_ROLE");
    refused("montiel", "settle " + number + " --answer UTO-18 --reason 'in writing'", "E_SAME_ACTOR");
    const auto settled = does("quintanar", "settle " + number + " --answer UTO-18 --reason 'the written one stands'");
    EXPECT_EQ(settled["confirmation"], "not_confirmed");
    refused("aldecoa", proposal(number, "refuse_entry"), "E_ENTRY_NOT_ACTIONABLE", "refer_or_confirm");
    EXPECT_EQ(does("aldecoa", proposal(number, "release"))["needs_approval"], true);
}

/// Not confirmed: the entry waits in quarantine, and whoever decides finds the other cases it came up in.
TEST_F(GuardFlow, AnEntryThatIsNotConfirmedComesUpNoMoreUntilItsListChangesIt) {
    const auto other = unlisted();
    const auto before = searched(7);
    const auto number = identified(7);
    takesOver(number);
    answered(number, "not_confirmed", "UTO-18");
    std::string entry;
    const auto known = cli("quintanar", "list", "watchlist").json["entries"], told = cli("salvatierra", "list", "watchlist").json["entries"];
    for (const auto& each : known) {
        const bool asked = each["name"] == "SPECIMEN, Wanted";
        EXPECT_EQ(each["quarantined"].get<bool>(), asked) << each["name"];
        if (asked) entry = each["id"];
    }
    for (const auto& each : told) EXPECT_FALSE(each["quarantined"].get<bool>()) << "it would tell";
    EXPECT_EQ(cli("salvatierra", "cases " + entry, "watchlist").code(), "E_ROLE");
    EXPECT_EQ(cli("aldecoa", "cases " + entry, "watchlist").code(), "E_ROLE");
    EXPECT_EQ(cli("quintanar", "cases x", "watchlist").code(), "E_INVALID_ARGUMENT");
    const auto past = cli("quintanar", "cases " + entry, "watchlist").json["cases"];
    ASSERT_EQ(past.size(), 2u) << past.dump();
    EXPECT_EQ(past[0]["number"], number);
    EXPECT_TRUE(past[0]["identified"].get<bool>() && past[0]["owner_did_not_confirm"].get<bool>());
    EXPECT_EQ(past[1]["number"], before);
    EXPECT_EQ(past.dump().find(other), std::string::npos);
    const auto held = does("salvatierra", "show " + searched(7));
    EXPECT_EQ(held["candidates"].size(), 0u);
    list(7, "wanted", "SPECIMEN, Wanted", record::EntryStatus::Active, 5);
    EXPECT_EQ(does("salvatierra", "show " + searched(7))["candidates"].size(), 1u) << "its owner changed it since";
}

/// Whoever may still be asked to examine learns from no answer that there is an identification.
TEST_F(GuardFlow, ASupervisorWhoExaminesIsToldNothingByWhatIsRefused) {
    const auto number = identified(7);
    does("quintanar", "order-reexamination " + number + " --reason 'doubt about the thumb'");
    refused("quintanar", "cancel " + number + " --reason x", "E_RELEASE_GUARD");
    refused("doble", "cancel " + number + " --reason x", "E_KEPT_BLIND", "other_supervisor");
    const auto plain = searched(99);
    refused("doble", "cancel " + plain + " --reason x", "E_KEPT_BLIND", "other_supervisor");
    const std::string fresh = does("aldecoa", "open --family SPECIMEN --birth 1980-05-17")["number"];
    does("doble", "cancel " + fresh + " --reason 'opened twice'");
}

TEST_F(GuardFlow, AnOverrideIsTwoSupervisorsWhoTookNoPart) {
    const auto number = identified(7, {}, "doble");
    refused("doble", "override " + number + " --way release --reason 'error' --legal-basis 'art. 9'", "E_FOUR_EYES", "other_supervisor");
    refused("quintanar", "override " + number + " --way release --reason 'error'", "E_NO_LEGAL_BASIS");
    refused("quintanar", "override " + number + " --way release --legal-basis 'art. 9'", "E_NO_REASON");
    does("quintanar", "override " + number + " --way release --reason 'error' --legal-basis 'art. 9'");
    refused("quintanar", "override " + number + " --way release --reason 'again' --legal-basis 'art. 9'", "E_SAME_ACTOR");
    EXPECT_TRUE(has(does("quintanar", "show " + number), "release_guard")) << "one supervisor is not enough";
    const auto over = does("montiel", "override " + number + " --way release --reason 'error seen' --legal-basis 'art. 9'");
    EXPECT_FALSE(has(over, "release_guard"));
    EXPECT_EQ(over["guardEnded"], "override");
    takesOver(number);
    does("aldecoa", proposal(number, "admit"));
    does("aldecoa", "submit " + number);
    refused("doble", "approve " + number + " --dossier " + dossier(number), "E_FOUR_EYES", "other_supervisor");
    does("quintanar", "approve " + number + " --reason ok --dossier " + dossier(number));
    EXPECT_EQ(does("aldecoa", "execute " + number + " --receipt R-2")["state"], "executed");
}

TEST_F(GuardFlow, NobodyEndsAnIdentificationByStartingOver) {
    const auto number = identified(7);
    takesOver(number);
    refused("aldecoa", "return " + number + " --reason 'anew'", "E_RETURN_BY_SUPERVISOR", "ask_supervisor");
    does("quintanar", "return " + number + " --reason 'the probe is another person'");
    const auto back = does("aldecoa", "triage " + number);
    EXPECT_EQ(back["state"], "identity_resolved") << "what two identified stands";
    EXPECT_TRUE(has(back, "release_guard"));
    EXPECT_NE(back["remarks"].dump().find("another person"), std::string::npos) << "the reason is shown to those who come after";
    does("aldecoa", "take " + number);
    does("aldecoa", "read-coverage " + number);
    does("aldecoa", proposal(number, "refer_partner_check"));
    does("aldecoa", "execute " + number + " --receipt 'referral 7'");
    const auto open = cli("aldecoa", "close " + number);
    EXPECT_EQ(open.code(), "E_OPEN_MATTERS");
    EXPECT_EQ(open.param("matters"), "release_guard, referral");
    EXPECT_EQ(open.param("remedy"), "settle_matters");
    refused("aldecoa", "order-reexamination " + number + " --reason 'doubt'", "E_ROLE");
    does("aldecoa", "referral-answer " + number + " --answer 'the partner knows nobody' --reference P-4");
    does("quintanar", "order-reexamination " + number + " --reason 'doubt about the thumb'");
    refused("quintanar", "cancel " + number + " --reason 'x'", "E_RELEASE_GUARD");
    const auto again = does("carvallo", "take " + number);
    EXPECT_EQ(again["blind"], true);
    EXPECT_FALSE(has(again, "release_guard")) << "it would tell";
    EXPECT_EQ(again.dump().find("doubt about"), std::string::npos);
    does("carvallo", "release " + number);
    does("salvatierra", "take " + number);
    refused("salvatierra", "analyse " + number + " --text 'again'", "E_NOT_BLIND", "other_examiner");
    does("salvatierra", "release " + number);
    does("carvallo", "take " + number);
    does("carvallo", "search " + number);
    examine("carvallo", number, 7, false);
    EXPECT_TRUE(has(does("quintanar", "show " + number), "release_guard")) << "until two have ended it";
    examine("ekdahl", number, 7, false);
    const auto superseded = does("quintanar", "show " + number);
    EXPECT_EQ(superseded["outcome"], "excluded");
    EXPECT_FALSE(has(superseded, "release_guard"));
}

TEST_F(GuardFlow, AnEntryCarriesOnlyWhatItIsOnTheListFor) {
    const auto registered = identified(9);
    EXPECT_FALSE(has(does("aldecoa", "show " + registered), "release_guard")) << "an identity register looks for nobody";
    takesOver(registered);
    refused("aldecoa", proposal(registered, "hold_fugitive"), "E_ENTRY_PURPOSE", "fitting_choice");
    const auto banned = identified(10);
    takesOver(banned);
    refused("aldecoa", proposal(banned, "hold_fugitive"), "E_ENTRY_PURPOSE");
    does("aldecoa", proposal(banned, "refuse_entry"));
    list(10, "refuse_entry", "SPECIMEN, Banned", record::EntryStatus::Suspended);
    refused("aldecoa", "submit " + banned, "E_ENTRY_NOT_ACTIONABLE", "refer_or_confirm");
    refused("quintanar", "lapse " + banned, "E_CLOCK_RUNS");
}

}  // namespace
}  // namespace cotejo
