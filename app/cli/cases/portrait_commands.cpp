#include "app/cli/cases/case_commands.h"
#include "app/cli/cases/case_text.h"
#include "core/decide/portrait_service.h"
#include "core/review/errors.h"

/// 1:1, the document's portrait (or print) against the live sample: an examination of its own, with the score last.
namespace cotejo::cli {
namespace {

using namespace record;

struct Pair {
    Capture live, document;
};

/// The live sample and the document's own of one modality: those that are named, else those that were opened, else the first of each.
Result<Pair> pairOf(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto modality, readCode<Modality>(call.modality, "--modality"));
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    if (visible.portraitHidden)
        return fail(review::kNotVisible, "the document's picture is shown after the analysis of the live one ('case portrait analyse')",
                    {{"rule", "score_last"}, {"remedy", "save_analysis"}});
    const PortraitCheck* own = nullptr;
    for (const auto& each : visible.view.portraits)
        if (each.examiner == visible.officer && each.modality == modality && each.opened) own = &each;
    const auto find = [&](bool document, const std::string& which) -> const Capture* {
        for (const auto& each : visible.view.captures) {
            if (each.modality != modality || each.missing != MissingReason::None || (each.kind == CaptureKind::Document) != document) continue;
            if (!which.empty() ? each.id.text().starts_with(which) : !own || each.id == (document ? own->document : own->live)) return &each;
        }
        return nullptr;
    };
    const auto* live = find(false, call.live);
    const auto* document = find(true, call.document);
    if (!live || !document)
        return fail(base::kInvalidArgument, "the case has no such pair of a live sample and one of the document ('case attach --kind document' adds one)");
    return Pair{*live, *document};
}

/// Both are written to be looked at, and only then count as opened.
Status openPair(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto pair, pairOf(session, call));
    COTEJO_TRY_ASSIGN(const auto refused, session.service.refusals(session.id, OpenPortrait{pair.live.id, pair.document.id}));
    if (!refused.empty()) return tl::unexpected<Error>(refused.front());
    COTEJO_TRY(writeSample(session, pair.live, call.folder, "live"));
    COTEJO_TRY(writeSample(session, pair.document, call.folder, "document"));
    COTEJO_TRY(session.service.perform(session.id, OpenPortrait{pair.live.id, pair.document.id}));
    return {};
}

Status concludePair(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto pair, pairOf(session, call));
    ConcludePortrait act{pair.live.id, pair.document.id, {}, call.reason, call.against};
    COTEJO_TRY_ASSIGN(act.conclusion, readCode<ExaminerConclusion>(call.choice, "--conclusion"));
    COTEJO_TRY(session.service.perform(session.id, act));
    return {};
}

Status revealPair(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto pair, pairOf(session, call));
    COTEJO_TRY(decide::revealPortrait(*session.desk, session.id, pair.live, pair.document));
    return {};
}

}  // namespace

void addPortraitCommands(CaseCommands& commands) {
    const auto& call = commands.call;
    auto* group = commands.group.add_subcommand("portrait", "The document's portrait against the live face (1:1)");
    group->require_subcommand(1);
    group->fallthrough();
    CaseCommands own(*group, call, commands.console);
    const auto paired = [&](CLI::App* command) {
        command->add_option("--modality", call->modality, "face or finger");
        command->add_option("--live", call->live, "First digits of the live sample's identifier; default: the one opened, or the first");
        command->add_option("--document", call->document, "First digits of the document sample's identifier");
        return command;
    };
    auto* analysing = own.act("analyse", "Save the analysis of the live sample, before the document's is shown", [](Session& session, const CaseCall& with) -> Status {
        COTEJO_TRY_ASSIGN(const auto modality, readCode<Modality>(with.modality, "--modality"));
        COTEJO_TRY(session.service.perform(session.id, SavePortraitAnalysis{modality, with.text}));
        return {};
    });
    analysing->add_option("--modality", call->modality, "face or finger");
    analysing->add_option("--text", call->text)->required();
    paired(own.act("open", "Write both pictures into a folder to look at", openPair))
        ->add_option("--output", call->folder, "Folder; personal data in clear")->required()->check(CLI::ExistingDirectory);
    auto* concluding = paired(own.act("conclude", "Conclude: is it the same person", concludePair));
    concluding->add_option("--conclusion", call->choice, "exclusion, support_different, inconclusive, support_same or identification")->required();
    concluding->add_option("--reason", call->reason, "What you saw");
    concluding->add_option("--against", call->against, "The strongest reason against");
    paired(own.act("reveal", "Compute and show the score, after your conclusion", revealPair));
}

}  // namespace cotejo::cli
