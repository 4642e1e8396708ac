// What receipts add to a case: what counts as seen, and which acts the central server witnessed.
#include <gtest/gtest.h>

#include <random>

#include "core/decide/errors.h"
#include "core/record/receipt.h"
#include "tests/unit/decide/post.h"

namespace cotejo::decide::testing {
namespace {

struct Receipts : ::testing::Test {
    People people;
    Post post{people, "paso alto"};
    std::vector<Candidate> one = {candidate("one", Modality::Finger, 41, 1)};
    CaseView fold(const Beside& beside) const { return foldCase(post.events, people.lookup(), beside); }
    static std::string refusalOf(const CaseView& view, const Hash& event) {
        const auto line = std::ranges::find(view.history, event, &HistoryLine::event);
        return line == view.history.end() ? "not here" : line->refusal;
    }
};

TEST_F(Receipts, WhatWasReceivedIsSeenThoughItIsNotNamed) {
    ASSERT_EQ(toReview(post, people, one), "");
    const auto before = post.view().heads;
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Protection}), "");
    const auto hold = hashOf(post.events.back());
    auto& event = post.force(people.supervisor, CancelCase{"never was"});
    event.parents = before;
    const auto cancel = hashOf(event);
    EXPECT_EQ(refusalOf(fold({}), cancel), "") << "by its own word it saw no hold";
    const auto view = fold({{}, {{cancel, {hold}}}, {}});
    EXPECT_EQ(refusalOf(view, cancel), kHoldProtection);
    EXPECT_NE(view.state, CaseState::Cancelled);
    EXPECT_EQ(view.heads, std::vector{cancel}) << "what it has seen is named by it";
}

TEST_F(Receipts, ReceiptsThatLetEventsSeeEachOtherLoseNone) {
    ASSERT_EQ(toReview(post, people, one), "");
    for (int i = 0; i < 12; ++i) ASSERT_EQ(post.act(people.ana, AddNote{"note " + std::to_string(i)}), "");
    std::mt19937_64 random(11);
    for (int run = 0; run < 300; ++run) {
        Beside beside;
        for (const auto& event : post.events)
            for (int i = 0; i < 2; ++i) beside.seen[hashOf(event)].push_back(hashOf(post.events[random() % post.events.size()]));
        const auto view = fold(beside);
        ASSERT_EQ(view.history.size(), post.events.size());
        auto shuffled = post.events;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        ASSERT_EQ(caseToJson(foldCase(shuffled, people.lookup(), beside)), caseToJson(view)) << run;
        const Lineage lineage(post.events, beside.seen);
        for (std::size_t later = 0; later < lineage.size(); ++later)
            for (const auto& parent : lineage.event(later).parents)
                if (const auto at = lineage.find(parent)) {
                    ASSERT_TRUE(lineage.sees(later, *at)) << "what an event names itself it has seen, whatever receipts say";
                }
    }
}

TEST_F(Receipts, AnActThatNeedsTheServerHasNoEffectWithoutItsWitness) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(post.act(people.officer, RecordExport{"Agency", "UTO", "images", sha256("x")}), "");
    const auto exported = hashOf(post.events.back());
    ASSERT_EQ(post.act(people.officer, AddNote{"sent"}), "");
    EXPECT_EQ(refusalOf(fold({}), exported), "") << "a post that is its own centre";
    EXPECT_EQ(refusalOf(fold({{}, {}, std::set<Hash>()}), exported), kNotWitnessed);
    EXPECT_EQ(refusalOf(fold({{}, {}, std::set{exported}}), exported), "");
    const auto view = fold({{}, {}, std::set<Hash>()});
    EXPECT_EQ(std::ranges::count_if(view.history, [](const auto& line) { return !line.refusal.empty(); }), 1) << "other acts need none";
}

TEST(NeedsServer, WhatTheTablesSay) {
    CaseView view;
    EXPECT_TRUE(needsServer(view, Approve{"", {}}));
    EXPECT_TRUE(needsServer(view, LiftHold{HoldKind::Protection, "", {}}));
    EXPECT_TRUE(needsServer(view, LiftHold{HoldKind::Child, "", {}}));
    EXPECT_FALSE(needsServer(view, LiftHold{HoldKind::Medical, "", {}}));
    EXPECT_FALSE(needsServer(view, PlaceHold{HoldKind::Protection}));
    EXPECT_TRUE(needsServer(view, ChangeEntry{})) << "what a list says is not a post's to say alone";
    EXPECT_FALSE(needsServer(view, Execute{""}));
    view.disposition.emplace();
    view.disposition->disposition = Disposition::Repatriate;
    EXPECT_TRUE(needsServer(view, Execute{""}));
    view.disposition->disposition = Disposition::Admit;
    EXPECT_FALSE(needsServer(view, Execute{""}));
}

TEST(PlaceReceipts, AreReadAsTheyWereSignedAndInNoOtherWay) {
    const auto key = SigningKey::random();
    record::PlaceReceipt receipt{sha256("event"), sha256("epoch"), 7, 3, fromMillis(1'700'000'000'000), true, 12, {sha256("a"), sha256("b")}, {}};
    std::ranges::sort(receipt.seen);
    record::sign(receipt, key);
    const auto bytes = record::encodeReceipt(receipt);
    const auto read = record::decodeReceipt(receipt.event, bytes);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, receipt);
    EXPECT_TRUE(record::signatureHolds(*read, key.publicKey()));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto other = bytes;
        other[i] ^= 1;
        const auto changed = record::decodeReceipt(receipt.event, other);
        EXPECT_FALSE(changed && record::signatureHolds(*changed, key.publicKey())) << i;
        EXPECT_FALSE(record::decodeReceipt(receipt.event, ByteView(bytes).first(i))) << i;
    }
    std::ranges::reverse(receipt.seen);
    record::sign(receipt, key);
    EXPECT_FALSE(record::decodeReceipt(receipt.event, record::encodeReceipt(receipt))) << "one order, so that one receipt has one form";
}

}  // namespace
}  // namespace cotejo::decide::testing
