#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/decide/case_service.h"
#include "core/decide/errors.h"
#include "core/decide/case_door.h"
#include "core/review/errors.h"
#include "core/review/work_queue.h"
#include "core/store/case_table.h"
#include "tests/support/test_post.h"

namespace cotejo::review {
namespace {

using namespace record;

struct Queue : ::testing::Test {
    test::TestPost post;
    std::unique_ptr<access::Desk> officer, supervisor, admin;

    void SetUp() override {
        post.add("officer", {{Role::Officer}, {Role::ExaminerFinger}});
        post.add("supervisor", {{Role::Supervisor}});
        officer = std::move(*post.signIn("officer"));
        supervisor = std::move(*post.signIn("supervisor"));
        admin = std::move(*post.signIn());
    }
    CaseId open(const std::string& family) {
        OpenCase act;
        act.legalBasis = "border control";
        act.traveler.familyName = family;
        act.traveler.birthDate = "1980-05-01";
        return *decide::CaseService(*officer).open(act);
    }
};

TEST_F(Queue, ShowsCasesToThoseWhoWorkOnThem) {
    const auto first = open("ALPHA");
    const auto second = open("BETA");
    decide::CaseService service(*officer);
    ASSERT_TRUE(service.perform(first, StartTriage{}));
    ASSERT_TRUE(service.take(first));
    ASSERT_TRUE(service.perform(second, PlaceHold{HoldKind::Protection}));
    const auto page = WorkQueue(*officer).page({}, {}, 50);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->rows.size(), 2u);
    for (const auto& row : page->rows) {
        EXPECT_EQ(row.mine, row.row.id == first);
        EXPECT_EQ(row.onHold, row.row.id == second);
        EXPECT_TRUE(row.row.holds.empty());
    }
    store::QueueFilter medical;
    medical.holds = {HoldKind::Medical};
    EXPECT_EQ(WorkQueue(*officer).page(medical, {}, 50)->rows.size(), 1u) << "a neutral filter cannot tell the kinds apart";
    EXPECT_EQ(WorkQueue(*supervisor).page(medical, {}, 50)->rows.size(), 0u);
    const auto counters = WorkQueue(*officer).counters();
    ASSERT_TRUE(counters);
    EXPECT_EQ(counters->mine, 1);
    EXPECT_EQ(counters->onHold, 1);
    EXPECT_FALSE(counters->counters.openByHold.contains(HoldKind::Protection));
    EXPECT_EQ(WorkQueue(*supervisor).counters()->counters.openByHold.at(HoldKind::Protection), 1);
    EXPECT_EQ(WorkQueue(*admin).page({}, {}, 50).error().code, kMayNotRead);
    EXPECT_EQ(decide::CaseDoor(*admin).view(first).error().code, kMayNotRead);
    EXPECT_EQ(decide::CaseDoor(*officer).view(CaseId::random()).error().code, kNoSuchCase);
}

/// An order, a page and a filter tell as much as a row.
TEST_F(Queue, AHiddenClockNeitherSortsNorFinds) {
    const auto at = [](int minutes) { return fromMillis(1794823200000) + std::chrono::minutes(minutes); };
    const auto put = [&](const std::string& number, CaseState state, int attention, int due, bool shown) {
        CaseView view;
        view.id = CaseId::random();
        view.number = number;
        view.post = officer->post();
        view.state = state;
        view.traveler.familyName = "SPECIMEN";
        view.opened = at(0);
        view.attentionDue = at(attention);
        view.deadline = at(due);
        view.deadlineKind = attention == due ? DeadlineKind::Attention : DeadlineKind::IssuerConfirmation;
        if (shown) view.exposure[officer->officer().id] = {{Shown::Scores, {}, false}};
        ASSERT_TRUE(officer->store().write([&](store::Transaction& transaction) { return store::CaseTable(transaction).put(view); }));
    };
    put("A", CaseState::Triage, 300, 10, false);            // a re-examination under way
    put("B", CaseState::Triage, 200, 200, false);
    put("C", CaseState::IdentityResolved, 400, 20, true);   // the officer knows
    put("D", CaseState::IdentityResolved, 100, 30, false);  // and does not
    const auto numbers = [&](access::Desk& desk, store::QueueFilter filter) {
        std::string all;
        std::optional<store::QueueCursor> after;
        do {  // page by page, as somebody scrolls
            auto page = WorkQueue(desk).page(filter, after, 1);
            EXPECT_TRUE(page) << (page ? "" : page.error().detail);
            if (!page) return all;
            for (const auto& row : page->rows) all += row.row.number;
            after = page->next;
        } while (after);
        return all;
    };
    for (const auto& text : {std::string(), std::string("specimen")})
        for (const auto order : {store::QueueOrder::Urgency, store::QueueOrder::Deadline}) {
            store::QueueFilter filter;
            filter.order = order;
            filter.text = text;
            EXPECT_EQ(numbers(*officer, filter), "CDBA") << text;
            EXPECT_EQ(numbers(*supervisor, filter), "ACDB") << text;
            filter.dueBefore = at(60);
            EXPECT_EQ(numbers(*officer, filter), "C") << text;
            EXPECT_EQ(numbers(*supervisor, filter), "ACD") << text;
        }
    store::QueueFilter posts;
    posts.post = officer->post();
    EXPECT_EQ(numbers(*officer, posts), "CDBA");
    const auto page = WorkQueue(*officer).page({}, {}, 50);
    for (const auto& row : page->rows) EXPECT_EQ(row.row.deadlineKind == DeadlineKind::Attention, row.row.number != "C");
}

/// A filter finds a case by the state that its row shows, never by the one behind it.
TEST_F(Queue, AFilterByStateTellsNoMoreThanTheRow) {
    const auto put = [&](const std::string& number, CaseState state, bool shown) {
        CaseView view;
        view.id = CaseId::random();
        view.number = number;
        view.post = officer->post();
        view.state = state;
        view.traveler.familyName = "SPECIMEN";
        if (shown) view.exposure[officer->officer().id] = {{Shown::Scores, {}, false}};
        ASSERT_TRUE(officer->store().write([&](store::Transaction& transaction) { return store::CaseTable(transaction).put(view); }));
    };
    put("A", CaseState::Disagreement, false);
    put("B", CaseState::Panel, false);
    put("C", CaseState::PendingApproval, false);
    put("D", CaseState::Approved, true);
    const auto found = [&](access::Desk& desk, CaseState state) {
        store::QueueFilter filter;
        filter.states = {state};
        std::string all;
        const auto page = WorkQueue(desk).page(filter, {}, 50);
        for (const auto& row : page->rows) all += row.row.number;
        return all;
    };
    const auto all = [&](access::Desk& desk) {
        std::string text;
        for (const auto& [state, code] : codes<CaseState>)
            if (const auto numbers = found(desk, state); !numbers.empty()) text += std::string(code) + ":" + numbers + " ";
        return text;
    };
    EXPECT_EQ(all(*officer), "concluded_1:A in_verification:B identity_resolved:C approved:D ");
    EXPECT_EQ(all(*supervisor), "disagreement:A panel:B pending_approval:C approved:D ");
    const auto counts = WorkQueue(*officer).counters()->counters.byState;
    EXPECT_FALSE(counts.contains(CaseState::Disagreement) && counts.at(CaseState::Disagreement) > 0);
    EXPECT_EQ(counts.at(CaseState::Concluded1), 1);
    EXPECT_EQ(WorkQueue(*supervisor).counters()->counters.byState.at(CaseState::Disagreement), 1);
}

/// What is due soon is counted by the clocks that its reader sees.
TEST_F(Queue, ABadgeCountsNoHiddenClock) {
    CaseView view;
    view.id = CaseId::random();
    view.number = "A";
    view.post = officer->post();
    view.state = CaseState::Triage;
    view.attentionDue = post.clock.now() + std::chrono::hours(20);
    view.deadline = post.clock.now() + std::chrono::minutes(10);
    ASSERT_TRUE(officer->store().write([&](store::Transaction& transaction) { return store::CaseTable(transaction).put(view); }));
    store::QueueFilter soon;
    soon.dueBefore = post.clock.now() + std::chrono::hours(1);
    EXPECT_EQ(WorkQueue(*officer).countUpTo(soon, 10), 0);
    EXPECT_EQ(WorkQueue(*supervisor).countUpTo(soon, 10), 1);
}

TEST_F(Queue, ActsAreDurableAndRefusalsLeaveNothingBehind) {
    const auto id = open("GAMMA");
    decide::CaseService service(*officer);
    const auto before = decide::CaseDoor(*officer).view(id)->view;
    EXPECT_EQ(service.perform(id, CloseCase{}).error().code, decide::kState);
    EXPECT_EQ(caseToJson(decide::CaseDoor(*officer).view(id)->view), caseToJson(before));
    OpenCase same;
    same.number = before.number;
    EXPECT_EQ(service.open(same).error().code, decide::kCaseExists);
    const auto refused = service.refusals(id, Approve{"", {}});
    ASSERT_TRUE(refused);
    EXPECT_GE(refused->size(), 2u) << "role and state";
    EXPECT_EQ(decide::CaseService(*admin).open(OpenCase{"X", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}).error().code, decide::kRole);
    ASSERT_TRUE(decide::CaseService(*admin).perform(id, PlaceHold{HoldKind::Protection})) << "anyone who signs in";
}

TEST_F(Queue, BlobsAreForThoseWhoSeeTheCase) {
    const auto id = open("DELTA");
    decide::CaseService service(*officer);
    DossierDocument paper;
    paper.kind = "other";
    paper.mime = "text/plain";
    paper.restricted = true;
    const auto bytes = bytesOf("what was said");
    ASSERT_TRUE(service.addDocument(id, paper, bytes));
    EXPECT_EQ(decide::CaseDoor(*officer).blob(id, sha256(bytes)).error().code, kNotVisible);
    EXPECT_EQ(decide::CaseDoor(*supervisor).blob(id, sha256(bytes)).error().code, kNotVisible);
    paper.restricted = false;
    const auto open = bytesOf("final order");
    ASSERT_TRUE(service.addDocument(id, paper, open));
    EXPECT_EQ(decide::CaseDoor(*supervisor).blob(id, sha256(open)), open);
}

}  // namespace
}  // namespace cotejo::review
