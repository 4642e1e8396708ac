#include "app/cli/cases/case_text.h"

#include <sstream>

#include "app/cli/cases/sample_text.h"
#include "core/decide/facts.h"
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

Result<ShownCase> showCase(Session& session) {
    ShownCase shown;
    COTEJO_TRY_ASSIGN(shown.visible, session.reader.view(session.id));
    const auto& visible = shown.visible;
    if (visible.readsHolds) {
        COTEJO_TRY_ASSIGN(auto reader, session.desk->store().reader());
        COTEJO_TRY_ASSIGN(const auto policy, session.service.policy(reader));
        shown.remitBy = decide::remitBy(visible.view, policy);
    }
    if (visible.blind) return shown;  // whatever follows from the case would tell of it
    const auto& view = visible.view;
    const auto& officer = session.desk->officer();
    // Restricted papers and neutral holds are not in `view`, so nothing of them is in what follows from it.
    shown.openMatters = decide::openMatters(view);
    if (visible.onHold) shown.openMatters.emplace_back("on_hold");
    if (view.disposition) shown.missingPapers = decide::missingPapers(view, view.disposition->disposition);
    shown.needsApproval = decide::needsApproval(view);
    for (const auto* document : decide::unreadDocuments(view, {officer, false}, nullptr)) shown.unread.push_back(document->title);
    if (officer.holds(record::Role::Supervisor, session.desk->clock().now())) {
        COTEJO_TRY_ASSIGN(shown.dossier, session.service.dossier(session.id));
    }
    return shown;
}

Json caseJson(const ShownCase& shown) {
    const auto& visible = shown.visible;
    auto document = parseJson(record::caseToJson(visible.view), "case").value_or(Json::object());
    document["on_hold"] = visible.onHold;
    document["identity_hidden"] = visible.identityHidden;
    document["blind"] = visible.blind;
    document["portrait_hidden"] = visible.portraitHidden;
    document["revealed"] = visible.revealed;
    document["mine"] = visible.mine;
    if (shown.remitBy) document["remit_by"] = toIso(*shown.remitBy);
    if (!visible.blind) {
        document["open_matters"] = shown.openMatters;
        document["missing_papers"] = shown.missingPapers;
        document["unread"] = shown.unread;
        document["needs_approval"] = shown.needsApproval;
        if (shown.dossier) document["dossier"] = shown.dossier->text();
    }
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

namespace {

/// "label      text", one line a fact; empty texts are left out.
class Lines {
  public:
    void add(std::string_view label, const std::string& text) {
        if (text.empty()) return;
        m_text << label << std::string(label.size() < kLabel ? kLabel - label.size() : 1, ' ') << oneLine(text) << "\n";
    }
    void add(std::string_view label, const std::vector<std::string>& all) {
        std::string text;
        for (const auto& each : all) text += (text.empty() ? "" : ", ") + each;
        add(label, text);
    }
    void raw(const std::string& text) { m_text << text; }
    std::string take() { return m_text.str(); }

  private:
    static constexpr std::size_t kLabel = 14;
    /// Words of people and foreign files do not move the cursor.
    static std::string oneLine(std::string text) {
        for (auto& each : text)
            if (static_cast<unsigned char>(each) < 0x20 || each == 0x7F) each = ' ';
        return text;
    }
    std::ostringstream m_text;
};

std::string nameOf(const std::string& family, const std::string& given) {
    return family + (family.empty() || given.empty() ? "" : ", ") + given;
}

void personLines(Lines& lines, const review::VisibleCase& visible) {
    const auto& view = visible.view;
    const auto& traveler = view.traveler;
    lines.add("traveler", visible.identityHidden ? "(hidden: blind examination)" : nameOf(traveler.familyName, traveler.givenNames));
    if (!visible.identityHidden) {
        lines.add("born", (traveler.birthDate.empty() ? "(unknown)" : traveler.birthDate) + "  sex " + std::string(codeOf(traveler.sex)) + "  nationality " +
                              nationalityText(traveler.nationality));
        for (const auto& each : traveler.documents) lines.add("document", documentTypeText(each, traveler.nationality) + " " + issuerText(each.issuer) + " " + each.number + (each.expiry.empty() ? "" : " until " + each.expiry));
    }
    lines.add("referred", std::string(codeOf(view.reason)) + (view.referralNote.empty() ? "" : ": " + view.referralNote));
    lines.add("basis", view.legalBasis.empty() ? "(none)" : view.legalBasis);
    lines.add("holds", holdsText(view.holds, visible.onHold));
    for (const auto& hold : view.holds)
        if (hold.derived()) lines.add("", std::string(codeOf(hold.kind)) + " since " + toIso(hold.since) + ", follows from " + hold.basis);
    if (view.lease) lines.add("taken by", view.lease->officerName + " until " + toIso(view.lease->until));
    for (const auto& each : view.captures) {
        lines.add("sample", each.id.text().substr(0, 12) + "  " + std::string(codeOf(each.modality)) + captureText(each, view.opened) +
                                (each.missing == record::MissingReason::None ? "" : "  " + std::string(codeOf(each.missing))) +
                                (view.unusable.contains(each.id) ? "  unusable" : ""));
        for (const auto& fact : captureFacts(each)) lines.add("", fact);
    }
    if (visible.portraitHidden) lines.add("sample", "(the document's picture is hidden until the live one is analysed)");
}

void examinationLines(Lines& lines, const review::VisibleCase& visible) {
    const auto& view = visible.view;
    for (const auto& each : view.portraits)
        lines.add("1:1 check", std::string(codeOf(each.modality)) + "  " + (each.conclusion ? std::string(codeOf(*each.conclusion)) : each.opened ? "opened" : "analysed") +
                                   (each.reasons.empty() ? "" : ": " + each.reasons + " / against: " + each.counterReason) +
                                   (each.score ? "  score " + std::to_string(each.score->value) : ""));
    if (view.coverage) {
        for (const auto& gallery : view.coverage->searched) lines.add("searched", gallery.name + ", " + std::to_string(gallery.size) + " entries");
        for (const auto& each : view.coverage->notSearched) lines.add("not", each.what + ": " + each.reason);
        if (view.coverage->limited) lines.add("not", "the search was narrowed down by the one who searched");
    }
    for (const auto& each : visible.candidates) {
        std::string text = each.letter + "  " + std::string(codeOf(each.modality)) + (each.visited ? "  visited" : "");
        if (each.provisional) text += "  " + std::string(codeOf(each.provisional->conclusion));
        if (each.revealed) {
            text += "  score " + std::to_string(each.revealed->score.value) + "  rank " + std::to_string(each.revealed->rank);
            if (each.revealed->entry) text += "  " + each.revealed->entry->name;
        }
        lines.add("candidate", text);
    }
    for (const auto& each : view.examinations) {
        std::string text = std::to_string(each.number) + " of round " + std::to_string(each.round.number);
        if (each.outcome) text += "  " + std::string(codeOf(*each.outcome));
        if (!each.analysis.empty()) text += "  analysis: " + each.analysis;
        lines.add("examination", text);
        for (const auto& [candidate, conclusion] : each.final)
            lines.add("", std::string(codeOf(conclusion.conclusion)) + ": " + conclusion.reasons + " / against: " + conclusion.counterReason +
                              (conclusion.changedAfterReveal ? "  (changed after the reveal)" : ""));
    }
    if (view.outcome) lines.add("outcome", std::string(codeOf(*view.outcome)));
    for (const auto& each : view.reexaminations)
        lines.add("re-examination", std::string(each.complete ? "complete" : each.withdrawn ? "withdrawn" : "ordered, not complete") + ": " + each.reason);
    for (const auto& each : view.identifications)
        lines.add("identified", "entry " + each.entry.text() + "  list " + each.facts.gallery + "  for " + std::string(codeOf(each.facts.purpose)) + "  grade " +
                                    std::string(codeOf(each.facts.grade)) + (each.contested ? "  contested" : "") +
                                    (each.guardEnded.empty() ? "" : "  guard ended by " + each.guardEnded));
}

void guardLines(Lines& lines, const record::CaseView& view) {
    const auto about = [](const WatchlistEntryId& entry) { return "  entry " + entry.text().substr(0, 8); };
    for (const auto& each : view.requests) lines.add("asked", toIso(each.at) + "  " + each.channel + "  request " + std::to_string(each.number) + about(each.entry));
    for (const auto& each : view.answers)
        lines.add("answer", each.event.text().substr(0, 12) + "  " + each.answer + "  " + each.reference + "  " + each.channel + "  " + each.answeredBy + "  " +
                                (each.counts() ? "countersigned" : "recorded, does not count yet") + (each.settled ? "  settled" : "") + about(each.entry));
    lines.add("answers say", view.confirmation);
    for (const auto& each : view.overrides) lines.add("override", each.way + "  " + toIso(each.at) + "  " + each.reason + " (" + each.legalBasis + ")" + about(each.entry));
    for (const auto& each : view.notices) lines.add("notice", each.code + "  " + toIso(each.at));
}

std::string dispositionText(const record::DispositionRecord& each) {
    return std::string(codeOf(each.disposition)) + (each.approved ? "  approved" : "") + ": " + each.reasons + (each.legalBasis.empty() ? "" : " (" + each.legalBasis + ")") +
           (each.manifest.empty() ? "" : "  manifest " + each.manifest) + (each.receipt.empty() ? "" : "  receipt " + each.receipt) +
           (each.answer.empty() ? "" : "  answer " + each.answer) + (each.decisionReason.empty() ? "" : "  decision: " + each.decisionReason);
}

void dossierLines(Lines& lines, const ShownCase& shown) {
    const auto& view = shown.visible.view;
    for (const auto& each : view.pastDispositions) lines.add("before", dispositionText(each));
    if (view.disposition) lines.add("proposed", dispositionText(*view.disposition));
    if (view.disposition && shown.needsApproval && !view.disposition->approved) lines.add("", "needs a supervisor's approval");
    for (const auto& each : view.documents)
        lines.add("paper", each.kind + "  " + each.title + "  " + each.blob.text().substr(0, 12) + "  " + std::to_string(each.pages) +
                               (each.pages == 1 ? " page" : " pages") + (each.until.empty() ? "" : "  until " + each.until) +
                               (each.restricted ? "  restricted" : "") + (each.openedBy.contains(shown.visible.officer) ? "  opened" : ""));
    for (const auto& each : view.waivers) lines.add("waived", each.kind + ": " + each.reason);
    lines.add("missing", shown.missingPapers);
    lines.add("unread", shown.unread);
    lines.add("open matters", shown.openMatters);
    if (shown.remitBy) lines.add("remit by", toIso(*shown.remitBy));
    if (shown.dossier) lines.add("dossier", shown.dossier->text());
}

}  // namespace

std::string caseText(const ShownCase& shown) {
    const auto& view = shown.visible.view;
    Lines lines;
    lines.raw(view.number + "  " + std::string(codeOf(view.state)) + "  " + std::string(codeOf(view.priority)) + "\n");
    personLines(lines, shown.visible);
    examinationLines(lines, shown.visible);
    guardLines(lines, view);
    dossierLines(lines, shown);
    for (const auto& head : view.decisionHeads)
        lines.add("decision", head.event.text().substr(0, 12) + "  " + head.type + "  " + head.identity + (head.disposition.empty() ? "" : "  " + head.disposition) +
                                  (head.inForce ? "  in force" : ""));
    for (const auto& each : view.remarks) lines.add("remark", toIso(each.at) + "  " + each.type + ": " + each.text);
    for (const auto& each : view.disclosures) lines.add("left", toIso(each.at) + "  " + each.recipient + "  " + each.format);
    for (const auto& each : view.partnerRequests)
        lines.add("partner", each.terms.id.text().substr(0, 12) + "  " + each.terms.partner + "  " + std::string(codeOf(each.terms.purpose)) + "  " + std::string(codeOf(each.state)) +
                                 (each.reply ? "  " + std::string(codeOf(*each.reply)) : ""));
    for (const auto& line : view.history)
        lines.raw(toIso(line.at) + "  " + line.type + (line.detail.empty() ? "" : "  " + line.detail) +
                  (line.refusal.empty() ? "" : "  without effect: " + line.refusal) + "\n");
    return lines.take();
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
           (visible.identityHidden ? "(hidden)" : nameOf(row.familyName, row.givenNames)) + "\t" + holdsText(row.holds, visible.onHold) + "\n";
}

}  // namespace cotejo::cli
