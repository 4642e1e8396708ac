#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/decide/table.h"
#include "tests/unit/decide/mutant.h"

/// Every cell of the tables turned round, one mutant each. Works on the instrumented copy of table.cpp, whose rows are data.
namespace cotejo::mutants {

struct Flip {
    std::string what;   ///< table, row and cell
    std::function<void()> apply;
};

template <class Row>
Row* changeable(std::span<const Row> rows) { return const_cast<Row*>(rows.data()); }  // NOLINT: the copy's rows are no constants

template <class Enum>
void flipSet(std::vector<Flip>& flips, const std::string& row, const char* cell, decide::Set<Enum>& set) {
    for (const auto& [value, code] : record::codes<Enum>)
        flips.push_back({row + " " + cell + " " + std::string(code), [&set, value = value] { set = set.has(value) ? set.without({value}) : set | decide::Set<Enum>{value}; }});
}
inline void flip(std::vector<Flip>& flips, const std::string& row, const char* cell, bool& value) {
    flips.push_back({row + " " + cell, [&value] { value = !value; }});
}
inline void flip(std::vector<Flip>& flips, const std::string& row, const char* cell, decide::Reach& value) {
    flips.push_back({row + " " + cell, [&value] { value = value == decide::Reach::Anywhere ? decide::Reach::OnlineOnly : decide::Reach::Anywhere; }});
}

inline std::vector<Flip> allFlips() {
    using namespace decide;
    std::vector<Flip> flips;
    auto* acts = changeable(actRows());
    for (std::size_t i = 0; i < actRows().size(); ++i) {
        auto& row = acts[i];
        const auto name = "act " + std::string(row.act);
        flips.push_back({name + " is no row", [&row] { row.act = "\x01"; }});
        flipSet(flips, name, "in", row.states);
        flipSet(flips, name, "by", row.roles);
        flipSet(flips, name, "under", row.forbiddenBy);
        flip(flips, name, "reach", row.reach);
        flip(flips, name, "rests on findings", row.restsOnFindings);
        flips.push_back({name + " code without a role", [&row] { row.withoutRole = std::string_view(row.withoutRole) == "E_ROLE" ? "E_NOT_QUALIFIED" : "E_ROLE"; }});
        flips.push_back({name + " goes nowhere, or somewhere", [&row] {
                             if (row.next) row.next.reset();
                             else row.next = record::CaseState::Cancelled;
                         }});
    }
    auto* holds = changeable(holdRows());
    for (std::size_t i = 0; i < holdRows().size(); ++i) {
        auto& row = holds[i];
        const auto name = "hold " + std::string(codeOf(row.kind));
        flipSet(flips, name, "placed by", row.placedBy);
        flipSet(flips, name, "lifted by", row.liftedBy);
        flip(flips, name, "lift", row.lift);
        flip(flips, name, "needs a document", row.liftNeedsDocument);
    }
    auto* dispositions = changeable(dispositionRows());
    for (std::size_t i = 0; i < dispositionRows().size(); ++i) {
        auto& row = dispositions[i];
        const auto name = "disposition " + std::string(codeOf(row.disposition));
        flipSet(flips, name, "plain", row.plain);
        flipSet(flips, name, "with approval", row.withApproval);
        flipSet(flips, name, "under", row.forbiddenBy);
        flipSet(flips, name, "purpose", row.purposes);
        flip(flips, name, "adverse", row.adverse);
        flip(flips, name, "stale list", row.onStaleSnapshot);
        flip(flips, name, "execution", row.execution);
        flip(flips, name, "releases", row.releases);
        flip(flips, name, "refers", row.refers);
        flip(flips, name, "confirmed", row.needsConfirmation);
        flip(flips, name, "manifest", row.needsManifest);
    }
    auto* papers = changeable(paperRows());
    for (std::size_t i = 0; i < paperRows().size(); ++i) {
        auto& row = papers[i];
        const auto name = "paper " + std::string(row.kind);
        flips.push_back({name + " is no row", [&row] { row.kind = "\x01"; }});
        flipSet(flips, name, "needed by", row.neededBy);
        flip(flips, name, "waivable", row.waivable);
        flip(flips, name, "after a proposal only", row.afterProposalOnly);
        flip(flips, name, "restricted", row.restricted);
        for (const auto& [kind, code] : record::codes<record::HoldKind>)
            flips.push_back({name + " places " + std::string(code), [&row, kind = kind] {
                                 if (row.places == kind) row.places.reset();
                                 else row.places = kind;
                             }});
    }
    return flips;
}

}  // namespace cotejo::mutants
