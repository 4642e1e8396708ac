#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "core/decide/table.h"

/// The smaller tables of the rules against second ones, cell by cell, written from CASEWORK.md without a look at core/decide/table.cpp. What the
/// cells of acts do is walked by table_test.cpp.
namespace cotejo::decide {
namespace {

using namespace record;

std::set<std::string> words(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

template <class Enum>
std::set<std::string> codesIn(Set<Enum> set) {
    std::set<std::string> found;
    for (const auto& [value, code] : codes<Enum>)
        if (set.has(value)) found.insert(std::string(code));
    return found;
}

const char* const kPeople = "officer examiner_face examiner_finger supervisor protection dpo auditor admin";
const char* const kWriters = "officer examiner_face examiner_finger supervisor protection dpo";

TEST(Cells, WhereAnActLeadsAlwaysAlike) {
    const std::map<std::string, std::string> leads = {
        {"case.recapture", "recapture"},          {"case.return", "returned"},          {"examination.order", "triage"},        {"examination.withdraw", "identity_resolved"},
        {"decision.propose", "disposition_proposed"}, {"decision.submit", "pending_approval"}, {"decision.approve", "approved"},
        {"decision.reject", "rejected"},          {"decision.execute", "executed"},     {"case.close", "closed"},
        {"case.reopen", "reopened"},              {"case.cancel", "cancelled"}};
    for (const auto& row : actRows()) {
        const auto found = leads.find(std::string(row.act));
        EXPECT_EQ(row.next ? std::string(codeOf(*row.next)) : "", found == leads.end() ? "" : found->second) << row.act;
    }
}

TEST(Cells, WhatIsJudgedByFindings) {
    const auto rest = words("examination.order examination.withdraw case.cancel watchlist.request watchlist.confirm watchlist.countersign watchlist.settle guard.override guard.lapse "
                            "conflict.resolve partner.close");
    for (const auto& row : actRows()) EXPECT_EQ(row.restsOnFindings, rest.contains(std::string(row.act))) << row.act;
}

TEST(Cells, Holds) {
    struct Expected {
        const char *kind, *placed, *lifted;
        bool online, document;
    };
    const Expected expected[] = {
        {"protection", kPeople, "protection", true, true},
        {"child", kWriters, "protection", true, true},
        {"release_guard", "", "", false, false},
        {"data_dispute", "officer examiner_face examiner_finger supervisor dpo", "dpo", false, false},
        {"conflict", "", "", false, false},
        {"medical", kWriters, "supervisor protection", false, false},
        {"legal_retention", "supervisor dpo", "supervisor dpo", false, false},
    };
    ASSERT_EQ(holdRows().size(), std::size(expected));
    for (const auto& each : expected) {
        const auto& row = rowOf(*fromCode<HoldKind>(each.kind));
        EXPECT_EQ(codesIn(row.placedBy), words(each.placed)) << each.kind;
        EXPECT_EQ(codesIn(row.liftedBy), words(each.lifted)) << each.kind;
        EXPECT_EQ(row.lift == Reach::OnlineOnly, each.online) << each.kind;
        EXPECT_EQ(row.liftNeedsDocument, each.document) << each.kind;
    }
}

TEST(Cells, Dispositions) {
    const std::string neutral = "protection medical legal_retention", adverse = neutral + " child data_dispute";
    struct Expected {
        const char *disposition, *plain, *approved;
        std::string holds;
        const char *purposes, *flags;  // a adverse, s stale list, o execution online only, l lets go, r refers, c confirmed, m manifest
    };
    const Expected expected[] = {
        {"admit", "excluded no_candidate", "inconclusive identified", "release_guard", "", "l"},
        {"release", "excluded no_candidate", "inconclusive identified", "release_guard", "", "l"},
        {"no_action", "excluded no_candidate", "identified inconclusive", "release_guard", "", "l"},
        {"refer_partner_check", "excluded no_candidate inconclusive identified", "", neutral, "", "sr"},
        {"refer_protection", "excluded no_candidate inconclusive identified", "", "", "", "sr"},
        {"hold_fugitive", "", "identified", adverse, "wanted", "ac"},
        {"refuse_entry", "", "excluded no_candidate identified", adverse, "wanted refuse_entry", "a"},
        {"repatriate", "", "identified", adverse + " release_guard", "", "aom"},
    };
    ASSERT_EQ(dispositionRows().size(), std::size(expected));
    for (const auto& each : expected) {
        const auto& row = rowOf(*fromCode<Disposition>(each.disposition));
        EXPECT_EQ(codesIn(row.plain), words(each.plain)) << each.disposition;
        EXPECT_EQ(codesIn(row.withApproval), words(each.approved)) << each.disposition;
        EXPECT_EQ(codesIn(row.forbiddenBy), words(each.holds)) << each.disposition;
        EXPECT_EQ(codesIn(row.purposes), words(each.purposes)) << each.disposition;
        std::string flags;
        if (row.adverse) flags += 'a';
        if (row.onStaleSnapshot) flags += 's';
        if (row.execution == Reach::OnlineOnly) flags += 'o';
        if (row.releases) flags += 'l';
        if (row.refers) flags += 'r';
        if (row.needsConfirmation) flags += 'c';
        if (row.needsManifest) flags += 'm';
        EXPECT_EQ(flags, each.flags) << each.disposition;
    }
}

TEST(Cells, Papers) {
    struct Expected {
        const char *kind, *needed, *places;
        bool waivable, afterProposal, restricted;
        const char* ends;
    };
    const Expected expected[] = {
        {"identity_basis", "repatriate hold_fugitive", "", false, false, false, ""},
        {"nationality", "repatriate", "", false, false, false, ""},
        {"protection_information", "repatriate", "", false, false, false, ""},
        {"fear_question", "repatriate", "", false, false, false, ""},
        {"vulnerability", "repatriate", "medical", true, true, false, ""},
        {"child", "repatriate", "", true, false, false, ""},
        {"medical", "repatriate", "medical", true, true, false, ""},
        {"family_unity", "repatriate", "", true, false, false, ""},
        {"final_order", "repatriate", "", false, false, false, ""},
        {"consular_contact", "repatriate", "", true, false, false, ""},
        {"appeal_window", "repatriate", "", false, false, false, ""},
        {"appeal_waiver", "", "", true, false, false, ""},
        {"refusal_notice", "refuse_entry", "", false, false, false, ""},
        {"rights_information", "hold_fugitive refuse_entry", "", false, false, false, ""},
        {"owner_answer", "", "", true, false, false, ""},
        {"order_suspension", "", "legal_retention", true, false, false, ""},
        {"suspension_ended", "", "", true, false, false, "legal_retention"},
        {"fear_answer", "", "protection", true, false, true, ""},
        {"protection_decision", "", "", true, false, true, "protection child"},
        {"age_decision", "", "", true, false, false, "child"},
        {"unreadable", "", "", true, false, false, ""},
        {"other", "", "", true, false, false, ""},
    };
    ASSERT_EQ(paperRows().size(), std::size(expected));
    for (const auto& each : expected) {
        const auto* row = paperOf(each.kind);
        ASSERT_NE(row, nullptr) << each.kind;
        EXPECT_EQ(codesIn(row->neededBy), words(each.needed)) << each.kind;
        EXPECT_EQ(row->places ? std::string(codeOf(*row->places)) : "", each.places) << each.kind;
        EXPECT_EQ(row->waivable, each.waivable) << each.kind;
        EXPECT_EQ(row->afterProposalOnly, each.afterProposal) << each.kind;
        EXPECT_EQ(row->restricted, each.restricted) << each.kind;
        EXPECT_EQ(codesIn(row->ends), words(each.ends)) << each.kind;
        const bool opens = words("appeal_waiver owner_answer suspension_ended protection_decision age_decision").contains(each.kind);
        EXPECT_EQ(row->opensTheWay, opens) << each.kind;
    }
    EXPECT_EQ(paperOf("invented"), nullptr);
    EXPECT_EQ(rowOf("case.invented"), nullptr);
}

}  // namespace
}  // namespace cotejo::decide
