#include "tests/ui/whole_post.h"

/// One case through the real window of one post, a real server over HTTPS, and the window of another post.
namespace cotejo::ui_test {
namespace {

/// Flow (a): nothing found; the person is admitted without a supervisor, because the search was whole.
TEST_F(WholePost, ATravelerOfWhomNothingIsFoundIsAdmittedWithoutASupervisor) {
    openCase(north(), clock.now(), kUnlisted, "Unlisted");
    WindowDriver driver(north().folder, clock);
    examinedByTwo(driver, q("unlisted"), q("000001"), false);
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(driver.signIn(q("officer"), kPass));
    openFromQueue(driver, q("unlisted"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_EQ(driver.workspace().casePage()->file()->view.outcome, record::Outcome::NoCandidate);
    propose(driver, "admit");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    EXPECT_FALSE(driver.workspace().casePage()->file()->needsApproval);
    EXPECT_EQ(driver.find(q("submitButton")), nullptr) << "nobody has to approve it";
    ASSERT_TRUE(driver.type(q("receiptField"), q("counter 2, admitted")));
    ASSERT_TRUE(driver.click(q("executeButton")));
    ASSERT_EQ(stateOf(driver), record::CaseState::Executed) << driver.refusals();
    ASSERT_TRUE(driver.click(q("closeButton")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog")));
    EXPECT_EQ(stateOf(driver), record::CaseState::Closed);
}

/// Flow (b): identified against a wanted entry; the owner's answer, countersigned by who read its paper; held, approved, handed over.
TEST_F(WholePost, AGuardStandsUntilTheOwnersAnswerIsCountersigned) {
    const CaseId id = openCase(north(), clock.now(), kFugitive, "Oyelaran");
    WindowDriver driver(north().folder, clock);
    examinedByTwo(driver, q("oyelar"), q("000001"), true);
    ASSERT_FALSE(testing::Test::HasFatalFailure());

    ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
    openFromQueue(driver, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& page = *driver.workspace().casePage();
    EXPECT_TRUE(page.file()->view.has(record::HoldKind::ReleaseGuard));
    EXPECT_EQ(driver.find(q("liftHold_release_guard")), nullptr) << "it follows from facts";
    propose(driver, "refer_partner_check");  // reads the coverage and takes the case
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("admit")));
    EXPECT_TRUE(driver.shows(q("E_RELEASE_GUARD"), q("dispositionTab"))) << "the refusal stands beside the choice";
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("hold_fugitive")));
    EXPECT_TRUE(driver.shows(q("E_NOT_CONFIRMED"), q("dispositionTab")));
    page.showTab(q("guard"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.find(q("guardTab")) != nullptr);
    ASSERT_TRUE(driver.click(q("act_watchlist.request")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog")));
    EXPECT_EQ(page.file()->view.requests.size(), 1u) << driver.refusals();
    addPaper(driver, textFile(temp, "Call note", 70), q("owner_answer"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    addPaper(driver, textFile(temp, "Identity"), q("identity_basis"));
    addPaper(driver, textFile(temp, "Rights"), q("rights_information"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    page.showTab(q("guard"));
    ASSERT_TRUE(driver.settle());
    driver.picture(q("guard-asked"));
    ASSERT_TRUE(driver.click(q("act_watchlist.confirm")));
    ASSERT_TRUE(driver.type(q("guardReference"), q("UTN-G-88-4471")));
    ASSERT_TRUE(driver.type(q("guardAnsweredBy"), q("D. Ormaechea, prosecutor")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    ASSERT_EQ(page.file()->view.answers.size(), 1u) << driver.refusals();
    EXPECT_EQ(driver.find(q("countersign")), nullptr) << "nobody countersigns the own record";
    EXPECT_EQ(page.file()->view.confirmation, "recorded");
    ASSERT_TRUE(driver.signOut());

    ASSERT_TRUE(driver.signIn(q("desk"), kPass));
    openFromQueue(driver, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& signer = *driver.workspace().casePage();
    signer.showTab(q("guard"));
    ASSERT_TRUE(driver.settle());
    EXPECT_EQ(driver.find(q("countersign")), nullptr) << "the paper was not read";
    ASSERT_TRUE(driver.click(q("readAnswerPaper")));
    EXPECT_EQ(driver.readPaper(q("paperDialog")), 2);
    signer.showTab(q("guard"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.click(q("countersign"))) << driver.refusals();
    ASSERT_TRUE(driver.click(q("countersignCheck")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
    EXPECT_EQ(signer.file()->view.confirmation, "confirmed") << driver.refusals();
    driver.picture(q("guard-confirmed"));
    ASSERT_TRUE(driver.signOut());

    ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
    openFromQueue(driver, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& decides = *driver.workspace().casePage();
    decides.showTab(q("disposition"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.choose(q("dispositionChoice"), q("hold_fugitive")));
    ASSERT_TRUE(driver.type(q("dispositionReasons"), q("The warrant stands.")));
    ASSERT_TRUE(driver.click(q("proposeButton")));
    ASSERT_EQ(decides.file()->view.disposition->disposition, record::Disposition::HoldFugitive) << driver.refusals();
    EXPECT_EQ(decides.file()->view.disposition->facts.grade, record::EvidenceGrade::Warrant) << "the grade comes from the entry";
    ASSERT_TRUE(driver.click(q("submitButton")));
    ASSERT_EQ(stateOf(driver), record::CaseState::PendingApproval) << driver.refusals();
    synchronise(driver);
    ASSERT_TRUE(driver.signOut());

    ASSERT_TRUE(driver.signIn(q("supervisor"), kPass));
    readAndApprove(driver, id, "dossier-hold");
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    ASSERT_TRUE(driver.signOut());

    ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
    openFromQueue(driver, q("oyelar"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    driver.workspace().casePage()->showTab(q("disposition"));
    ASSERT_TRUE(driver.settle());
    ASSERT_TRUE(driver.type(q("receiptField"), q("handed over to the judicial police, 17:20")));
    ASSERT_TRUE(driver.click(q("executeButton")));
    ASSERT_EQ(stateOf(driver), record::CaseState::Executed) << driver.refusals();
    ASSERT_TRUE(driver.click(q("closeButton")));
    ASSERT_TRUE(driver.click(q("formSend"), q("formDialog")));
    EXPECT_EQ(stateOf(driver), record::CaseState::Closed) << driver.refusals();
}

/// Flow (c): a whole dossier read page by page, a paper that undoes the approval, the manifest, and another post that is told.
TEST_F(WholePost, ARepatriationIsApprovedForOneDossierAndShownByAnotherPost) {
    const OnePost south(temp, "Rio Norte", {{"osorno", "E. Osorno", {grant(record::Role::Officer)}}}, server, clock);
    const CaseId id = openCase(north(), clock.now(), kTraveler, "Dubrovska");
    {
        WindowDriver driver(north().folder, clock);
        examinedByTwo(driver, q("dubrov"), q("000001"), true);
        ASSERT_FALSE(testing::Test::HasFatalFailure());

        ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
        openFromQueue(driver, q("dubrov"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        auto& page = *driver.workspace().casePage();
        for (const char* kind : {"identity_basis", "nationality", "protection_information", "final_order"})
            addPaper(driver, textFile(temp, kind), q(kind));
        addPaper(driver, pdfFile(temp, "fear", 3), q("fear_question"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        EXPECT_EQ(page.file()->view.documents.back().pages, 3) << "pages are counted";
        propose(driver, "repatriate");
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        ASSERT_TRUE(driver.click(q("submitButton")));
        EXPECT_EQ(stateOf(driver), record::CaseState::DispositionProposed);
        EXPECT_TRUE(driver.shows(q("E_PAPER_MISSING"), q("dispositionTab")));
        ASSERT_TRUE(driver.click(q("goToPapers")));
        driver.picture(q("papers-missing"));
        for (const char* kind : {"vulnerability", "child", "medical", "family_unity", "consular_contact"}) {
            ASSERT_TRUE(driver.click(q("waive_") + q(kind))) << kind;
            ASSERT_TRUE(driver.type(q("waiveReason"), q("looked into, nothing of the kind")));
            ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
        }
        addPaper(driver, textFile(temp, "appeal"), q("appeal_window"), QString::fromStdString(toIso(clock.now() - std::chrono::days(9)).substr(0, 10)));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        page.showTab(q("disposition"));
        ASSERT_TRUE(driver.settle());
        ASSERT_TRUE(driver.click(q("submitButton")));
        ASSERT_EQ(stateOf(driver), record::CaseState::PendingApproval) << driver.refusals();
        synchronise(driver);
        ASSERT_TRUE(driver.signOut());

        ASSERT_TRUE(driver.signIn(q("supervisor"), kPass));
        readAndApprove(driver, id, "dossier-return");
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        ASSERT_TRUE(driver.signOut());

        // A paper that comes after the approval undoes it.
        ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
        openFromQueue(driver, q("dubrov"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        addPaper(driver, textFile(temp, "late"), q("other"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        driver.workspace().casePage()->showTab(q("disposition"));
        ASSERT_TRUE(driver.settle());
        EXPECT_TRUE(driver.find(q("approvalOutdated")) != nullptr);
        EXPECT_TRUE(driver.shows(q("E_APPROVAL_OUTDATED"), q("dispositionTab")));
        synchronise(driver);
        ASSERT_TRUE(driver.signOut());
        ASSERT_TRUE(driver.signIn(q("supervisor"), kPass));
        driver.workspace().showPage(q("approvals"));
        ASSERT_TRUE(driver.settle());
        driver.workspace().approvalsPage()->openRow(0);
        ASSERT_TRUE(driver.settle());
        EXPECT_TRUE(driver.find(q("dossierChanges")) != nullptr) << "what changed is said";
        EXPECT_TRUE(driver.shows(q("Document added"), q("dossierChanges")));
        driver.workspace().showPage(q("queue"));
        ASSERT_TRUE(driver.click(q("rail_approvals")));
        emit driver.workspace().approvalsPage()->findChild<approvals::DossierView*>()->backRequested();
        readAndApprove(driver, id, "dossier-again");
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        ASSERT_TRUE(driver.signOut());

        ASSERT_TRUE(driver.signIn(q("clerk"), kPass));
        openFromQueue(driver, q("dubrov"));
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        driver.workspace().casePage()->showTab(q("disposition"));
        ASSERT_TRUE(driver.settle());
        ASSERT_TRUE(driver.click(q("manifestButton"))) << driver.refusals();
        ASSERT_TRUE(driver.type(q("manifestField"), q("UT 418, 24 Nov, list 3")));
        ASSERT_TRUE(driver.click(q("formSend"), q("formDialog"))) << driver.refusals();
        EXPECT_EQ(driver.workspace().casePage()->file()->view.disposition->manifest, "UT 418, 24 Nov, list 3") << driver.refusals();
        ASSERT_TRUE(driver.type(q("receiptField"), q("boarded, handover receipt 77")));
        ASSERT_TRUE(driver.click(q("executeButton")));
        ASSERT_EQ(stateOf(driver), record::CaseState::Executed) << driver.refusals();
        synchronise(driver);
        ASSERT_TRUE(driver.signOut());
    }
    WindowDriver driver(south.folder, clock);
    ASSERT_TRUE(driver.signIn(q("osorno"), kPass));
    EXPECT_EQ(driver.workspace().queuePage()->shownRows(), 0) << "the other post knows the case before it synced";
    // Nobody presses anything: the post synchronises by itself.
    driver.window().setSyncPace({std::chrono::minutes(5), std::chrono::milliseconds(50)});
    ASSERT_TRUE(QTest::qWaitFor([&] { return driver.workspace().queuePage()->shownRows() > 0; }, 30000));
    ASSERT_TRUE(driver.settle());
    openFromQueue(driver, q("dubrov"));
    ASSERT_FALSE(testing::Test::HasFatalFailure());
    auto& page = *driver.workspace().casePage();
    EXPECT_EQ(page.current(), id);
    ASSERT_TRUE(page.file()->view.disposition.has_value());
    EXPECT_EQ(page.file()->view.disposition->disposition, record::Disposition::Repatriate);
    page.showTab(q("disposition"));
    ASSERT_TRUE(driver.settle());
    EXPECT_TRUE(driver.shows(q("Repatriate"), q("dispositionTab")));
    EXPECT_TRUE(driver.shows(q("Approved by"), q("dispositionTab")));
    EXPECT_TRUE(driver.shows(q("UT 418"), q("dispositionTab")));
}

}  // namespace
}  // namespace cotejo::ui_test
