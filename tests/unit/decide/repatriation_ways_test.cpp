#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "tests/unit/decide/one_case.h"

/// Ways that people walked around the checklist of a return, each as it was walked.
namespace cotejo::decide::testing {
namespace {

struct Repatriation : OneCase {
    void approved() {
        identified();
        for (const auto* each : {&people.supervisor, &people.second})
            ASSERT_EQ(post.act(*each, OverrideGuard{"release", "sentence served", "art. 9"}), "");
        ASSERT_EQ(addPapers(post, people.officer, Disposition::Repatriate), "");
        ASSERT_EQ(proposed(people.officer, Disposition::Repatriate), "");
        ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
        ASSERT_EQ(readPapers(post, people.supervisor), "");
        ASSERT_EQ(post.act(people.supervisor, approve(post)), "");
        ASSERT_EQ(post.act(people.officer, FreezeManifest{"UT 418"}), "");
    }
};

TEST_F(Repatriation, WithoutItsPapersIsNotEvenSubmitted) {
    identified();
    for (const auto* each : {&people.supervisor, &people.second})
        ASSERT_EQ(post.act(*each, OverrideGuard{"release", "sentence served", "art. 9"}), "");
    ASSERT_EQ(proposed(people.officer, Disposition::Repatriate), "");
    EXPECT_EQ(post.act(people.officer, SubmitForApproval{}), kPaperMissing);
    for (const auto* kind : {"fear_question", "final_order", "nationality", "identity_basis", "protection_information", "appeal_window"})
        EXPECT_EQ(post.act(people.officer, WaivePaper{kind, "not needed"}), kPaperMissing) << kind << " cannot be waived";
    ASSERT_EQ(post.act(people.officer, WaivePaper{"family_unity", "travels alone"}), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::Repatriate), "");
    EXPECT_FALSE(std::ranges::any_of(post.view().documents, [](const auto& each) { return each.kind == "family_unity"; }));
}

TEST_F(Repatriation, ASuspensionAfterTheApprovalStopsIt) {
    approved();
    auto clean = post;
    ASSERT_EQ(clean.act(people.officer, Execute{"UT 418"}), "");
    ASSERT_EQ(post.act(people.officer, paper("order_suspension")), "");
    EXPECT_TRUE(post.view().has(HoldKind::LegalRetention));
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), kApprovalOutdated);
    EXPECT_EQ(post.act(people.supervisor, approve(post)), kHoldLegalRetention);
    // The hold lifted, the approval is still of another dossier: the supervisor reads the new paper and says so anew.
    EXPECT_EQ(post.act(people.second, LiftHold{HoldKind::LegalRetention, "suspension ended", {}}), kDocumentMissing) << "nobody's word ends it";
    EXPECT_EQ(post.act(people.second, LiftHold{HoldKind::LegalRetention, "suspension ended", paperHash("final_order")}), kDocumentMissing);
    ASSERT_EQ(post.act(people.officer, paper("suspension_ended")), "");
    ASSERT_EQ(post.act(people.second, LiftHold{HoldKind::LegalRetention, "suspension ended", paperHash("suspension_ended")}), "");
    EXPECT_EQ(post.act(people.officer, Execute{"UT 418"}), kApprovalOutdated);
    EXPECT_EQ(post.act(people.supervisor, approve(post)), kNotRead);
}

TEST_F(Repatriation, AFearAnswerAfterTheApprovalHoldsAndOfficersReadOnlyThatItIsOnHold) {
    approved();
    EXPECT_NE(post.act(people.officer, AddDocument{[] {
        auto open = paper("fear_answer").document;
        open.restricted = false;
        return open;
    }()}), "") << "protected content says that it is";
    ASSERT_EQ(post.act(people.protection, paper("fear_answer")), "");
    EXPECT_TRUE(post.view().has(HoldKind::Protection));
    EXPECT_NE(post.act(people.officer, Execute{"UT 418"}), "");
    EXPECT_EQ(told(people.officer, {"fear_answer", "protection\"", paperHash("fear_answer").text()}), "") << "not even that there is such a paper";
    EXPECT_TRUE(seenBy(people.officer).onHold);
    EXPECT_NE(told(people.protection, {"fear_answer"}), "");
    // A supervisor reads that it is held for protection, and not which paper holds it.
    EXPECT_NE(told(people.supervisor, {"\"protection\""}), "");
    EXPECT_EQ(told(people.supervisor, {"fear_answer", paperHash("fear_answer").text()}), "");
}

TEST_F(Repatriation, AnAppealWindowThatStillRuns) {
    identified();
    for (const auto* each : {&people.supervisor, &people.second})
        ASSERT_EQ(post.act(*each, OverrideGuard{"release", "sentence served", "art. 9"}), "");
    auto window = paper("appeal_window");
    window.document.until = "2027-01-15";
    ASSERT_EQ(post.act(people.officer, window), "");
    ASSERT_EQ(addPapers(post, people.officer, Disposition::Repatriate), "");
    ASSERT_EQ(proposed(people.officer, Disposition::Repatriate), "");
    EXPECT_EQ(post.act(people.officer, SubmitForApproval{}), kAppealOpen);
    ASSERT_EQ(post.act(people.officer, paper("appeal_waiver")), "");
    EXPECT_EQ(post.act(people.officer, SubmitForApproval{}), "");
}

}  // namespace
}  // namespace cotejo::decide::testing
