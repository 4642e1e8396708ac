#pragma once

#include <set>

#include "tests/unit/decide/one_case.h"

namespace cotejo::decide::testing {

using Codes = std::set<std::string>;

/// One case, and what is said to an act on it or on another that differs from it.
struct Asked : OneCase {
    Codes codes(const CaseView& view, const Officer& who, const Act& act) const {
        Codes found;
        for (const auto& each : refusals(view, act, actorOf(who), post.conditions)) found.insert(each.code);
        return found;
    }
    Codes codes(const Officer& who, const Act& act) const { return codes(post.view(), who, act); }
    bool refused(const CaseView& view, const Officer& who, const Act& act, std::string_view code, const std::string& why = "") const {
        return std::ranges::any_of(refusals(view, act, actorOf(who), post.conditions), [&](const auto& each) {
            return each.is(code) && (why.empty() || std::ranges::any_of(each.params, [&](const auto& param) { return param.second == why; }));
        });
    }
    bool refused(const Officer& who, const Act& act, std::string_view code) const { return refused(post.view(), who, act, code); }
    static Codes kinds(const std::vector<std::string>& list) { return {list.begin(), list.end()}; }
    Capture capture(Modality modality, CaptureKind kind, const std::string& name) const {
        Capture each;
        each.id = *CaptureId::fromBytes(sha256("capture " + name).bytes().first(16));
        each.blob = sha256("image " + name);
        each.modality = modality;
        each.kind = kind;
        return each;
    }
    /// Approved by the supervisor, who read everything.
    void approved(Disposition disposition) {
        identified();
        ASSERT_EQ(answered(post, people.officer, people.carlos, "confirmed"), "");
        ASSERT_EQ(proposed(people.officer, disposition), "");
        ASSERT_EQ(addPapers(post, people.officer, disposition), "");
        ASSERT_EQ(post.act(people.officer, SubmitForApproval{}), "");
        ASSERT_EQ(readPapers(post, people.supervisor), "");
        ASSERT_EQ(post.act(people.supervisor, approve(post)), "");
    }
    Post elsewhere(const std::string& name = "rio claro") const {
        Post other(people, name);
        other.learn(post);
        other.conditions = post.conditions;
        return other;
    }
};

}  // namespace cotejo::decide::testing
