#include "core/record/act.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"

namespace cotejo::record {
namespace {

template <std::size_t... I>
std::vector<Act> oneOfEach(std::index_sequence<I...>) {
    return {Act(std::variant_alternative_t<I, Act>{})...};
}

TEST(Act, EveryKindReadsBackFromItsBody) {
    for (const auto& act : oneOfEach(std::make_index_sequence<std::variant_size_v<Act>>())) {
        const auto body = bodyOf(act);
        const auto back = readAct(typeOf(act), body);
        ASSERT_TRUE(back) << typeOf(act) << ": " << back.error().detail;
        EXPECT_EQ(back->index(), act.index());
        EXPECT_EQ(bodyOf(*back), body) << typeOf(act);
    }
}

TEST(Act, ForeignBodiesAreRefusedNotGuessed) {
    EXPECT_EQ(readAct("hold.place", viewOf(R"({"kind":"of a sort"})")).error().code, base::kMalformed);
    EXPECT_EQ(readAct("hold.place", viewOf("{}")).error().code, base::kMalformed);
    EXPECT_EQ(readAct("hold.place", viewOf("[")).error().code, base::kMalformed);
    EXPECT_EQ(readAct("document.open", viewOf(R"({"blob":"00"})")).error().code, base::kMalformed);
    EXPECT_EQ(readAct("case.delete", viewOf("{}")).error().code, base::kNotFound);
}

TEST(CaseView, JsonGoesBothWays) {
    CaseView view;
    view.id = CaseId::random();
    view.number = "PA-2026-000001";
    view.traveler.familyName = "MUÑOZ PEÑA";
    view.holds = {{HoldKind::Protection, OfficerId::random(), fromMillis(5)}};
    view.examinations.emplace_back();
    view.examinations.back().provisional[CandidateId::random()].conclusion =
        ExaminerConclusion::Identification;
    const auto text = caseToJson(view);
    const auto back = caseFromJson(text);
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(caseToJson(*back), text);
    EXPECT_TRUE(back->has(HoldKind::Protection));
}

}  // namespace
}  // namespace cotejo::record
