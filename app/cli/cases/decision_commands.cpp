#include "app/cli/cases/case_commands.h"
#include "app/cli/cases/case_text.h"
#include "core/decide/errors.h"
#include "core/decide/refusal.h"

namespace cotejo::cli {
namespace {

using namespace record;

Status proposeDisposition(Session& session, const CaseCall& call) {
    ProposeDisposition act;
    COTEJO_TRY_ASSIGN(act.disposition, readCode<Disposition>(call.choice, "--disposition"));
    act.reasons = call.reason;
    act.legalBasis = call.basis;
    COTEJO_TRY(session.service.perform(session.id, act));
    return {};
}

/// Approves exactly the dossier that was read. Without its hash nothing is approved: what would be is printed.
Status approveDossier(Session& session, const CaseCall& call, Console& console) {
    if (call.dossier.empty()) {
        COTEJO_TRY_ASSIGN(const auto shown, showCase(session));
        if (!shown.dossier) return tl::unexpected<Error>(decide::refusal(decide::kRole, {{"roles", "supervisor"}}));
        auto error = fail(base::kInvalidArgument, "nothing was approved: read the case, then name what you approve with --dossier " + shown.dossier->text(),
                          {{"dossier", shown.dossier->text()}}).value();
        console.answerAndReport(error, "case", caseJson(shown), caseText(shown));
        return {};
    }
    const auto dossier = Hash::fromText(call.dossier);
    if (!dossier) return fail(base::kInvalidArgument, "--dossier takes the 64 digits that 'case show' printed");
    COTEJO_TRY(session.service.perform(session.id, Approve{call.reason, *dossier}));
    COTEJO_TRY_ASSIGN(const auto shown, showCase(session));
    console.answer(caseJson(shown), shown.visible.view.number + "  " + std::string(codeOf(shown.visible.view.state)) + "\n");
    return {};
}

}  // namespace

void addDecisionCommands(CaseCommands& commands) {
    const auto& call = commands.call;
    auto* proposing = commands.withReason(commands.act("propose", "Propose a disposition", proposeDisposition));
    proposing->add_option("--disposition", call->choice, "admit, release, refer_partner_check, hold_fugitive, refuse_entry, repatriate, refer_protection or no_action")
        ->required();
    proposing->add_option("--legal-basis", call->basis);
    commands.simple("submit", "Submit for approval", [](const CaseCall&) { return SubmitForApproval{}; });
    commands.withReason(commands.custom("approve", "Approve exactly the dossier that you read (supervisors)", approveDossier))
        ->add_option("--dossier", call->dossier, "Hash of the dossier that 'case show' printed; without it nothing is approved");
    commands.withReason(commands.simple("reject", "Reject the proposal (supervisors)", [](const CaseCall& with) { return Reject{with.reason}; }));
    commands.simple("manifest", "Put an approved return on a frozen list; everything is checked again", [](const CaseCall& with) { return FreezeManifest{with.receipt}; })
        ->add_option("--list", call->receipt, "Transport and list")->required();
    commands.simple("execute", "Carry out what was decided", [](const CaseCall& with) { return Execute{with.receipt}; })
        ->add_option("--receipt", call->receipt, "Flight, handover or release");
    auto* answering = commands.simple("referral-answer", "Record what came back of a referral", [](const CaseCall& with) { return AnswerReferral{with.answer, with.reference}; });
    answering->add_option("--answer", call->answer, "In words")->required();
    answering->add_option("--reference", call->reference, "Of the answer");
    commands.simple("close", "Close the case", [](const CaseCall&) { return CloseCase{}; });
}

}  // namespace cotejo::cli
