#include "app/cli/cases/case_text.h"

#include <sstream>

#include "core/record/act.h"

namespace cotejo::cli {
namespace {

std::string holdsText(const auto& holds, bool onHold) {
    std::string text;
    for (const auto& hold : holds) {
        if constexpr (std::is_same_v<std::decay_t<decltype(hold)>, record::Hold>)
            text += (text.empty() ? "" : ", ") + std::string(codeOf(hold.kind));
        else
            text += (text.empty() ? "" : ", ") + std::string(codeOf(hold));
    }
    if (onHold) text += text.empty() ? "on hold" : ", on hold";
    return text.empty() ? "none" : text;
}

}  // namespace

Json caseJson(const review::VisibleCase& visible) {
    auto document = parseJson(record::caseToJson(visible.view), "case").value_or(Json::object());
    document["on_hold"] = visible.onHold;
    document["identity_hidden"] = visible.identityHidden;
    document["revealed"] = visible.revealed;
    document["mine"] = visible.mine;
    Json candidates = Json::array();
    for (const auto& each : visible.candidates) {
        Json one{{"letter", each.letter}, {"id", each.id.text()}, {"modality", codeOf(each.modality)}, {"visited", each.visited}};
        if (each.provisional) one["provisional"] = codeOf(each.provisional->conclusion);
        if (each.final)
            one["final"] = {{"conclusion", codeOf(each.final->conclusion)}, {"changed_after_reveal", each.final->changedAfterReveal}};
        if (each.referenceCapture) one["reference"] = each.referenceCapture->blob.text();
        if (each.revealed) {
            one["score"] = each.revealed->score.value;
            one["rank"] = each.revealed->rank;
            one["comparison_decision"] = codeOf(each.revealed->decision);
            one["entry"] = each.revealed->entryId.text();
            if (each.revealed->entry) one["entry_name"] = each.revealed->entry->name;
        }
        candidates.push_back(std::move(one));
    }
    document["candidates"] = std::move(candidates);
    return document;
}

std::string caseText(const review::VisibleCase& visible) {
    const auto& view = visible.view;
    std::ostringstream text;
    text << view.number << "  " << codeOf(view.state) << "  " << codeOf(view.priority) << "\n";
    text << "traveler   " << (visible.identityHidden ? "(hidden: blind examination)" : view.traveler.familyName + ", " + view.traveler.givenNames)
         << "\n";
    text << "basis      " << (view.legalBasis.empty() ? "(none)" : view.legalBasis) << "\n";
    text << "holds      " << holdsText(view.holds, visible.onHold) << "\n";
    if (view.lease) text << "taken by   " << view.lease->officerName << " until " << toIso(view.lease->until) << "\n";
    text << "samples    " << view.captures.size() << "\n";
    if (view.coverage) {
        for (const auto& gallery : view.coverage->searched) text << "searched   " << gallery.name << ", " << gallery.size << " entries\n";
        for (const auto& each : view.coverage->notSearched) text << "not        " << each.what << ": " << each.reason << "\n";
    }
    for (const auto& each : visible.candidates) {
        text << "candidate  " << each.letter << "  " << codeOf(each.modality) << (each.visited ? "  visited" : "");
        if (each.provisional) text << "  " << codeOf(each.provisional->conclusion);
        if (each.revealed) {
            text << "  score " << each.revealed->score.value << "  rank " << each.revealed->rank;
            if (each.revealed->entry) text << "  " << each.revealed->entry->name;
        }
        text << "\n";
    }
    if (view.outcome) text << "outcome    " << codeOf(*view.outcome) << "\n";
    if (view.disposition)
        text << "proposed   " << codeOf(view.disposition->disposition) << (view.disposition->approved ? "  approved" : "")
             << (view.disposition->receipt.empty() ? "" : "  receipt " + view.disposition->receipt) << "\n";
    for (const auto& document : view.documents)
        text << "document   " << document.kind << "  " << document.title << "  " << document.blob.text().substr(0, 12)
             << (document.openedBy.contains(visible.officer) ? "  opened" : "") << "\n";
    for (const auto& line : view.history)
        text << toIso(line.at) << "  " << line.type << (line.detail.empty() ? "" : "  " + line.detail)
             << (line.refusal.empty() ? "" : "  without effect: " + line.refusal) << "\n";
    return text.str();
}

Json rowJson(const review::VisibleRow& visible) {
    const auto& row = visible.row;
    Json holds = Json::array();
    for (const auto hold : row.holds) holds.push_back(codeOf(hold));
    Json document{{"id", row.id.text()}, {"number", row.number}, {"state", codeOf(row.state)}, {"priority", codeOf(row.priority)},
                  {"reason", codeOf(row.reason)}, {"deadline", toIso(row.deadline)}, {"deadline_kind", codeOf(row.deadlineKind)},
                  {"family_name", row.familyName}, {"given_names", row.givenNames}, {"holds", holds}, {"on_hold", visible.onHold},
                  {"identity_hidden", visible.identityHidden}, {"mine", visible.mine}, {"waiting", row.waiting}};
    if (row.lease) document["taken_by"] = row.lease->officerName;
    return document;
}

std::string rowText(const review::VisibleRow& visible) {
    const auto& row = visible.row;
    return row.number + "\t" + std::string(codeOf(row.state)) + "\t" + std::string(codeOf(row.priority)) + "\t" +
           (visible.identityHidden ? "(hidden)" : row.familyName + ", " + row.givenNames) + "\t" + holdsText(row.holds, visible.onHold) + "\n";
}

}  // namespace cotejo::cli
