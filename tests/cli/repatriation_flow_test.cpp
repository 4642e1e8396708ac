#include "tests/cli/case_fixture.h"

/// Flow (c) of CASEWORK.md: a return, from the checklist to the handover; and what an approval is worth.
namespace cotejo {
namespace {

class RepatriationFlow : public test::CaseCli {
  protected:
    static constexpr const char* kPapers[] = {"identity_basis", "nationality", "protection_information", "fear_question", "child",
                                              "family_unity", "final_order", "consular_contact"};

    static std::string day(int fromToday) { return toIso(SystemClock().now() + std::chrono::days(fromToday)).substr(0, 10); }
    std::string proposed() {
        const auto number = identified(9);
        takesOver(number);
        // Coming after a proposal, these two would tell of a need that somebody saw, and set a hold.
        for (const char* kind : {"vulnerability", "medical"}) paper("aldecoa", number, kind);
        does("aldecoa", proposal(number, "repatriate"));
        return number;
    }
};

TEST_F(RepatriationFlow, FromTheChecklistToTheHandover) {
    const auto number = proposed();
    const auto empty = cli("aldecoa", "submit " + number);
    EXPECT_EQ(empty.code(), "E_PAPER_MISSING");
    EXPECT_EQ(empty.param("count"), "9") << empty.json.dump();
    for (const char* kind : kPapers)
        if (std::string(kind) != "family_unity") paper("aldecoa", number, kind);
    refused("aldecoa", "waive " + number + " --kind final_order --reason 'none yet'", "E_PAPER_MISSING", "add_or_waive");
    refused("aldecoa", "waive " + number + " --kind family_unity", "E_NO_REASON");
    does("aldecoa", "waive " + number + " --kind family_unity --reason 'travels alone'");
    std::ofstream(temp / "appeal.txt") << "SPECIMEN appeal window\n";
    EXPECT_EQ(cli("aldecoa", "add-document " + number + " --kind appeal_window --file " + file("appeal.txt")).code(), "E_INVALID_ARGUMENT");
    EXPECT_EQ(cli("aldecoa", "add-document " + number + " --kind appeal_window --until soon --file " + file("appeal.txt")).code(), "E_INVALID_ARGUMENT");
    paper("aldecoa", number, "appeal_window", "--until " + day(10));
    refused("aldecoa", "submit " + number, "E_APPEAL_OPEN", "wait_or_waiver");
    paper("aldecoa", number, "other");
    does("aldecoa", "set-kind " + number + " --document other --kind appeal_waiver");
    does("aldecoa", "submit " + number);

    std::ofstream(temp / "scan.bin") << std::string("\x01\x02", 2);
    refused("aldecoa", "add-document " + number + " --kind other --file " + file("scan.bin"), "E_NOT_DRAWABLE", "convert_document");
    const auto shown = cli("quintanar", "open-document " + number + " --document final_order", "case", false);
    EXPECT_NE(shown.out.find("SPECIMEN final_order"), std::string::npos) << "a text is read here: " << shown.out;
    readAll("quintanar", number);
    const auto read = dossier(number);
    std::ofstream(temp / "addendum.txt") << "SPECIMEN addendum\n";
    does("aldecoa", "add-document " + number + " --kind other --title addendum --file " + file("addendum.txt"));
    refused("quintanar", "approve " + number + " --dossier " + read, "E_NOT_READ", "open_documents");
    does("quintanar", "open-document " + number + " --document addendum");
    refused("quintanar", "approve " + number + " --dossier " + read, "E_APPROVAL_OUTDATED", "approve_again");
    refused("quintanar", "reject " + number, "E_NO_REASON");
    does("quintanar", "approve " + number + " --reason complete --dossier " + dossier(number));
    refused("aldecoa", "execute " + number + " --receipt F-1", "E_NOT_ON_MANIFEST", "freeze_manifest");
    does("aldecoa", "manifest " + number + " --list 'UTO 118, list 3'");
    refused("aldecoa", "execute " + number, "E_NO_RECEIPT", "give_receipt");

    // The order is suspended between approval and boarding.
    paper("quintanar", number, "order_suspension");
    refused("aldecoa", "execute " + number + " --receipt F-1", "E_APPROVAL_OUTDATED");
    readAll("quintanar", number);
    refused("quintanar", "approve " + number + " --dossier " + dossier(number), "E_HOLD_LEGAL_RETENTION", "lift_retention");
    refused("aldecoa", "lift " + number + " legal_retention --reason 'x'", "E_ROLE");
    refused("quintanar", "lift " + number + " legal_retention --reason 'the suspension ended'", "E_DOCUMENT_MISSING", "add_document");
    paper("aldecoa", number, "suspension_ended");
    does("quintanar", "lift " + number + " legal_retention --reason 'the suspension ended' --document suspension_ended");
    readAll("quintanar", number);
    refused("quintanar", "approve " + number + " --dossier " + dossier(number), "E_FOUR_EYES", "other_supervisor");
    readAll("montiel", number);
    does("montiel", "approve " + number + " --reason 'again' --dossier " + dossier(number, "montiel"));
    refused("aldecoa", "execute " + number + " --receipt F-1", "E_NOT_ON_MANIFEST");
    does("aldecoa", "manifest " + number + " --list 'UTO 119, list 1'");
    does("aldecoa", "execute " + number + " --receipt 'handover 5'");
    EXPECT_EQ(does("aldecoa", "close " + number)["state"], "closed");
    refused("aldecoa", "reopen " + number + " --reason 'x'", "E_ROLE");
    const auto again = does("quintanar", "reopen " + number + " --reason 'the receipt was for another'");
    EXPECT_EQ(again["state"], "reopened");
    EXPECT_NE(again["remarks"].dump().find("for another"), std::string::npos);
}

TEST_F(RepatriationFlow, AnApprovalGrowsOld) {
    const auto number = proposed();
    for (const char* kind : kPapers) paper("aldecoa", number, kind);
    paper("aldecoa", number, "appeal_window", "--until " + day(-20));
    does("aldecoa", "submit " + number);
    readAll("quintanar", number);
    does("quintanar", "approve " + number + " --reason complete --dossier " + dossier(number));
    // Eighty hours later, as the journal knows from somebody's sign-in: it does not run backwards for the next one.
    const auto later = SystemClock().now() + std::chrono::hours(80);
    post.clock.set(later);
    setIssued(later);
    refused("aldecoa", "manifest " + number + " --list L-1", "E_APPROVAL_STALE", "approve_again");
    does("quintanar", "approve " + number + " --reason 'again' --dossier " + dossier(number));
    does("aldecoa", "manifest " + number + " --list L-1");
}

TEST_F(RepatriationFlow, ChildDisputeAndMedicalHoldsForbidIt) {
    const auto number = proposed();
    does("aldecoa", "amend " + number + " --birth 2014-03-02 --reason 'the school record says so'");
    refused("aldecoa", "submit " + number, "E_HOLD_CHILD", "protection_decides");
    refused("quintanar", "lift " + number + " child --reason 'looks older'", "E_ROLE");
    refused("ruiz", "lift " + number + " child --reason 'decided'", "E_DOCUMENT_MISSING", "add_document");
    does("aldecoa", "amend " + number + " --birth 1980-05-17 --reason 'typing error'");
    refused("aldecoa", "submit " + number, "E_HOLD_CHILD");
    paper("ruiz", number, "age_decision");
    does("ruiz", "lift " + number + " child --reason 'age decided' --document age_decision");
    does("lara", "hold " + number + " data_dispute");
    refused("aldecoa", "submit " + number, "E_HOLD_DATA_DISPUTE", "resolve_dispute");
    refused("quintanar", "lift " + number + " data_dispute --reason 'x'", "E_ROLE");
    does("lara", "lift " + number + " data_dispute --reason 'decided'");
    std::ofstream(temp / "late.txt") << "SPECIMEN seen by a nurse\n";  // after the proposal
    does("aldecoa", "add-document " + number + " --kind medical --title late --file " + file("late.txt"));
    refused("aldecoa", "submit " + number, "E_HOLD", "ask_supervisor");
    EXPECT_TRUE(has(does("quintanar", "show " + number), "medical"));
}

}  // namespace
}  // namespace cotejo
