#include <algorithm>
#include <optional>

#include "app/cli/cases/case_commands.h"
#include "core/review/search_service.h"

namespace cotejo::cli {
namespace {

using namespace record;

Status searchLists(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(auto thresholds, review::shippedThresholds());
    review::SearchService engine(*session.desk, std::move(thresholds));
    SearchLimits limits;
    limits.purpose = call.reason;
    limits.galleries = call.galleries;
    limits.atMost = call.atMost;
    if (call.fmr > 0) limits.fmrTarget = call.fmr;
    for (const auto& person : call.persons) {
        const auto id = WatchlistEntryId::fromText(person);
        if (!id) return fail(base::kInvalidArgument, "--person: " + person + " is no identifier of an entry ('cotejo-cli watchlist list' shows them)");
        limits.persons.push_back(*id);
    }
    if (call.impossible) {
        if (limits.narrows()) return fail(base::kInvalidArgument, "a search that is impossible is not narrowed down");
        COTEJO_TRY(session.service.recordImpossibleSearch(session.id, engine));
        return {};
    }
    COTEJO_TRY(session.service.search(session.id, engine, {}, {}, limits));
    return {};
}

/// The sample that was compared and every reference of the candidate are written to be looked at, and only then it counts as visited.
Status visitCandidate(Session& session, const review::VisibleCase& visible, const review::VisibleCandidate& candidate, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto refused, session.service.refusals(session.id, VisitCandidate{candidate.id}));
    if (!refused.empty()) return tl::unexpected<Error>(refused.front());
    const auto probe = std::ranges::find(visible.view.captures, candidate.probe, &Capture::id);
    if (probe != visible.view.captures.end()) COTEJO_TRY(writeSample(session, *probe, call.folder, candidate.letter + "-sample"));
    int number = 0;
    for (const auto& reference : candidate.references)
        if (!reference.blob.isZero())
            COTEJO_TRY(writeSample(session, reference, call.folder, candidate.letter + "-reference-" + std::to_string(++number)));
    COTEJO_TRY(session.service.perform(session.id, VisitCandidate{candidate.id}));
    return {};
}

Status visitCandidates(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    std::optional<CandidateId> one;
    if (!call.all) {
        COTEJO_TRY_ASSIGN(one, candidateOf(session, call.which));
    }
    for (const auto& each : visible.candidates)
        if (one ? each.id == *one : !each.visited) COTEJO_TRY(visitCandidate(session, visible, each, call));
    return {};
}

Result<CandidateConclusion> conclusionOf(Session& session, const CaseCall& call) {
    CandidateConclusion conclusion;
    COTEJO_TRY_ASSIGN(conclusion.candidate, candidateOf(session, call.which));
    COTEJO_TRY_ASSIGN(conclusion.conclusion, readCode<ExaminerConclusion>(call.choice, "--conclusion"));
    conclusion.reasons = call.reason;
    conclusion.counterReason = call.against;
    return conclusion;
}

/// The saved provisional conclusions, one of them changed if the command names it; the outcome follows from them.
Status concludeExamination(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    std::optional<CandidateConclusion> changed;
    if (!call.which.empty()) {
        COTEJO_TRY_ASSIGN(changed, conclusionOf(session, call));
    }
    Conclude act;
    // Where nothing could be searched at all, nobody can say that there is no candidate.
    bool unsure = visible.candidates.empty() && (!visible.view.coverage || visible.view.coverage->faces + visible.view.coverage->fingers == 0);
    for (const auto& each : visible.candidates) {
        if (changed && changed->candidate == each.id)
            act.conclusions.push_back(*changed);
        else if (each.provisional)
            act.conclusions.push_back(*each.provisional);
        else
            continue;
        const auto value = act.conclusions.back().conclusion;
        unsure = unsure || isInconclusive(value);
        if (value == ExaminerConclusion::Identification && !act.identified) act.identified = each.id;
    }
    act.outcome = act.identified ? Outcome::Identified : unsure ? Outcome::Inconclusive : visible.candidates.empty() ? Outcome::NoCandidate : Outcome::Excluded;
    COTEJO_TRY(session.service.perform(session.id, act));
    return {};
}

}  // namespace

void addExaminationCommands(CaseCommands& commands) {
    const auto& call = commands.call;
    auto* searching = commands.act("search", "Search the lists with the case's samples (1:N)", searchLists);
    searching->add_flag("--impossible", call->impossible, "Record that nothing can be searched: the list is expired, or there is no usable sample");
    searching->add_option("--gallery", call->galleries, "Only this list; may be repeated");
    searching->add_option("--person", call->persons, "Only this entry (1:few); may be repeated");
    searching->add_option("--at-most", call->atMost, "So many candidates")->check(CLI::Range(1, 20));
    searching->add_option("--fmr", call->fmr, "Another false match rate than the policy's")->check(CLI::Range(1e-8, 0.5));
    searching->add_option("--purpose", call->reason, "Why it is narrowed down; recorded with the search");
    commands.simple("analyse", "Save the analysis of the samples", [](const CaseCall& with) { return SaveAnalysis{with.text}; })
        ->add_option("--text", call->text)->required();
    auto* visiting = commands.act("visit", "Look at a candidate: its pictures are written into a folder", visitCandidates);
    visiting->add_option("--output", call->folder, "Folder; personal data in clear")->required()->check(CLI::ExistingDirectory);
    visiting->add_option("--candidate", call->which, "Letter or identifier");
    visiting->add_flag("--all", call->all, "Every candidate not yet visited");
    const auto concluding = [&](CLI::App* command, bool required) {
        command->add_option("--candidate", call->which, "Letter or identifier")->required(required);
        command->add_option("--conclusion", call->choice, "exclusion, support_different, inconclusive, support_same or identification")->required(required);
        command->add_option("--reason", call->reason, "What you saw");
        command->add_option("--against", call->against, "The strongest reason against");
    };
    concluding(commands.act("provisional", "Save a conclusion about a candidate before the scores", [](Session& session, const CaseCall& with) -> Status {
                   COTEJO_TRY_ASSIGN(const auto conclusion, conclusionOf(session, with));
                   COTEJO_TRY(session.service.perform(session.id, SaveProvisional{conclusion}));
                   return {};
               }), true);
    commands.simple("reveal", "Show scores and entries", [](const CaseCall&) { return Reveal{}; });
    concluding(commands.act("conclude", "Conclude from the saved conclusions", concludeExamination), false);
    commands.simple("open-notes", "Open the other examiners' notes", [](const CaseCall&) { return OpenOtherNotes{}; });
    commands.simple("read-coverage", "Confirm that you read the coverage statement", [](const CaseCall&) { return ReadCoverage{}; });
    commands.withReason(commands.simple("withdraw-reexamination", "Withdraw the re-examination that you ordered, before anybody examines",
                                        [](const CaseCall& with) { return WithdrawReexamination{with.reason}; }));
    commands.withReason(commands.simple("order-reexamination", "Order that two others, blind, examine again (supervisors)",
                                        [](const CaseCall& with) { return OrderReexamination{with.reason}; }));
}

}  // namespace cotejo::cli
