#include <algorithm>

#include "app/cli/cases/case_commands.h"
#include "app/cli/cases/case_text.h"
#include "core/base/file.h"
#include "core/decide/errors.h"
#include "core/decide/refusal.h"
#include "core/review/errors.h"

namespace cotejo::cli {

void CaseCommands::onCase(CLI::App* command, std::function<Status(Session&, const CaseCall&, Console&)> work) {
    command->add_option("number", call->number, "Case number")->required();
    command->callback([values = call, &answers = console, work = std::move(work)] {
        const auto done = [&]() -> Status {
            COTEJO_TRY_ASSIGN(auto desk, values->post.signIn());
            Session session(std::move(desk));
            COTEJO_TRY_ASSIGN(session.id, session.reader.find(values->number));
            return work(session, *values, answers);
        }();
        if (!done) answers.report(done.error());
    });
}

CLI::App* CaseCommands::custom(const char* name, const char* help, std::function<Status(Session&, const CaseCall&, Console&)> work) {
    auto* command = group.add_subcommand(name, help);
    onCase(command, std::move(work));
    return command;
}

CLI::App* CaseCommands::act(const char* name, const char* help, Work work) {
    return custom(name, help, [work = std::move(work)](Session& session, const CaseCall& with, Console& to) -> Status {
        COTEJO_TRY(work(session, with));
        const auto shown = showCase(session);
        // Whoever may do an act without reading cases (a protection hold is everybody's) is told that it is done, and no more.
        if (!shown && shown.error().is(review::kMayNotRead)) {
            to.answer({{"number", with.number}, {"done", true}}, with.number + "  done\n");
            return {};
        }
        if (!shown) return tl::unexpected<Error>(shown.error());
        to.answer(caseJson(*shown), shown->visible.view.number + "  " + std::string(codeOf(shown->visible.view.state)) + "\n");
        return {};
    });
}

CLI::App* CaseCommands::simple(const char* name, const char* help, std::function<record::Act(const CaseCall&)> make) {
    return act(name, help, [make = std::move(make)](Session& session, const CaseCall& with) -> Status {
        COTEJO_TRY(session.service.perform(session.id, make(with)));
        return {};
    });
}

CLI::App* CaseCommands::withReason(CLI::App* command) {
    command->add_option("--reason", call->reason, "In words, for those who come after");
    return command;
}

Status writeSample(Session& session, const record::Capture& capture, const std::filesystem::path& folder, const std::string& name) {
    constexpr std::pair<std::string_view, std::string_view> kEndings[] = {{"image/jpeg", ".jpg"}, {"image/png", ".png"},  {"image/bmp", ".bmp"},
                                                                          {"image/jp2", ".jp2"},  {"image/tiff", ".tif"}, {"image/x-wsq", ".wsq"},
                                                                          {"image/webp", ".webp"}, {"image/heic", ".heic"}, {"image/x-portable-anymap", ".pnm"}};
    const auto* known = std::ranges::find(kEndings, capture.mime, &std::pair<std::string_view, std::string_view>::first);
    const std::string ending(known == std::end(kEndings) ? ".bin" : known->second);
    COTEJO_TRY_ASSIGN(const auto bytes, session.reader.blob(session.id, capture.blob));
    return writeFileAtomically(folder / (name + ending), bytes);
}

Result<CandidateId> candidateOf(Session& session, const std::string& which) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    for (const auto& each : visible.candidates)
        if (each.letter == which || each.id.text() == which) return each.id;
    return tl::unexpected<Error>(decide::refusal(decide::kNoCandidate, {{"candidate", which}}));
}

Result<Hash> documentOf(Session& session, const std::string& which) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    for (const auto& each : visible.view.documents)
        if (each.title == which || each.kind == which || (which.size() >= 8 && each.blob.text().starts_with(which))) return each.blob;
    return tl::unexpected<Error>(decide::refusal(decide::kDocumentMissing, {{"documents", which}}));
}

Result<CaptureId> captureOf(Session& session, const std::string& which) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    for (const auto& each : visible.view.captures)
        if ((which.size() >= 8 && each.id.text().starts_with(which)) ||
            (each.modality == record::Modality::Finger && each.position != record::FingerPosition::Unknown && codeOf(each.position) == which))
            return each.id;
    return fail(base::kInvalidArgument, "the case shows you no sample " + which);
}

void addCaseCommand(CLI::App& root, Console& console) {
    auto call = std::make_shared<CaseCall>();
    CLI::App* kase = root.add_subcommand("case", "Cases: list, show, and every act of the people who work on them");
    kase->require_subcommand(1);
    kase->fallthrough();
    call->post.addTo(*kase);
    CaseCommands commands(*kase, call, console);
    addQueueCommands(commands);
    addOpeningCommands(commands);
    addExaminationCommands(commands);
    addPortraitCommands(commands);
    addPaperCommands(commands);
    addDecisionCommands(commands);
    addExportCommand(commands);
    addGuardCommands(commands);
    commands.act("delete", "Refused: nobody deletes", [](Session&, const CaseCall&) { return decide::checkDelete(); });
}

}  // namespace cotejo::cli
