#pragma once

#include <gtest/gtest.h>

#include "core/review/visible_case.h"
#include "tests/unit/decide/post.h"

namespace cotejo::decide::testing {

/// One case at one post, with one wanted entry that comes up, for tests that walk a case as people do.
struct OneCase : ::testing::Test {
    People people;
    Post post{people, "paso alto"};
    std::vector<Candidate> one = {candidate("one", Modality::Finger, 41, 1)};

    void identified() {
        ASSERT_EQ(toReview(post, people, one), "");
        ASSERT_EQ(identify(post, people, one), "");
        ASSERT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    }
    std::string proposed(const Officer& who, Disposition disposition) {
        std::string refused = post.act(who, lease(post, who));
        if (refused.empty()) refused = post.act(who, ReadCoverage{});
        return refused.empty() ? post.act(who, propose(disposition)) : refused;
    }
    review::VisibleCase seenBy(const Officer& who) const {
        return review::visibleCase(post.view(), who, post.conditions.now, [](const auto&) -> std::optional<WatchlistEntry> {
            WatchlistEntry entry;
            entry.name = "HIDDEN NAME";
            return entry;
        });
    }
    bool reads(const Officer& who, const std::string& words) const { return caseToJson(seenBy(who).view).find(words) != std::string::npos; }
    /// What of these words anything shown to the officer contains.
    std::string told(const Officer& who, const std::vector<std::string>& words) const {
        std::string found;
        for (const auto& word : words)
            if (reads(who, word)) found += word + " ";
        return found;
    }
    /// The first reason against the act as this person reads it; empty when it is allowed.
    std::string firstRefusal(const Officer& who, const Act& act) const {
        const auto judged = check(post.view(), act, {who, false}, post.conditions);
        return judged ? "" : neutral(judged.error(), post.view(), who, post.conditions.now).code;
    }
};

}  // namespace cotejo::decide::testing
