#include "app/cli/cases/case_table.h"

#include "core/exchange/tables/csv.h"

namespace cotejo::cli {
namespace {

// Names come from foreign files, and a spreadsheet runs a cell that begins like a formula. An apostrophe makes it text.
std::string inert(const std::string& text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    return formula ? "'" + text : text;
}

}  // namespace

std::string caseListCsv(const std::vector<review::VisibleRow>& rows) {
    std::vector<std::vector<std::string>> cells;
    for (const auto& [row, onHold, identityHidden, mine] : rows) {
        std::string holds;
        for (const auto hold : row.holds) holds += (holds.empty() ? "" : " ") + std::string(record::codeOf(hold));
        if (onHold) holds += holds.empty() ? "on_hold" : " on_hold";
        cells.push_back({row.number, std::string(record::codeOf(row.state)), std::string(record::codeOf(row.priority)), std::string(record::codeOf(row.reason)),
                         inert(row.familyName), inert(row.givenNames), inert(row.birthDate), inert(row.nationality), inert(row.documentIssuer),
                         inert(row.documentNumber), toIso(row.opened),
                         toIso(row.deadline), holds});
    }
    return exchange::writeCsv({"number", "state", "priority", "reason", "familyName", "givenNames", "birthDate", "nationality", "issuer", "documentNumber", "opened",
                               "deadline", "holds"},
                              cells);
}

}  // namespace cotejo::cli
