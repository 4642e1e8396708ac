#include <algorithm>
#include <set>

#include "app/cli/cases/case_commands.h"
#include "core/decide/errors.h"
#include "core/decide/refusal.h"

/// Holds, the release guard with the answers of the entry's owner, and conflicts of two posts.
namespace cotejo::cli {
namespace {

using namespace record;

Status holdCase(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto kind, readCode<HoldKind>(call.kind, "KIND"));
    COTEJO_TRY(session.service.perform(session.id, PlaceHold{kind}));
    return {};
}

Status liftHold(Session& session, const CaseCall& call) {
    LiftHold act;
    COTEJO_TRY_ASSIGN(act.kind, readCode<HoldKind>(call.kind, "KIND"));
    act.reason = call.reason;
    if (!call.which.empty()) {
        COTEJO_TRY_ASSIGN(act.document, documentOf(session, call.which));
    }
    COTEJO_TRY(session.service.perform(session.id, act));
    return {};
}

/// The identified entry whose id begins so; zero without a name: the rules ask for it where there are several.
Result<WatchlistEntryId> entryOf(Session& session, const std::string& which) {
    if (which.empty()) return WatchlistEntryId{};
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    std::set<WatchlistEntryId> found;
    for (const auto& each : visible.view.identifications)
        if (which.size() >= 8 && each.entry.text().starts_with(which)) found.insert(each.entry);
    if (found.size() != 1) return tl::unexpected<Error>(decide::refusal(decide::kWhichEntry, {{"entry", which}}));
    return *found.begin();
}

Status requestConfirmation(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto entry, entryOf(session, call.entry));
    COTEJO_TRY(session.service.perform(session.id, RequestConfirmation{call.channel, entry}));
    return {};
}

Status overrideGuard(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto entry, entryOf(session, call.entry));
    COTEJO_TRY(session.service.perform(session.id, OverrideGuard{call.way, call.reason, call.basis, entry}));
    return {};
}

Status lapseGuard(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto entry, entryOf(session, call.entry));
    COTEJO_TRY(session.service.perform(session.id, LapseGuard{entry}));
    return {};
}

Status recordAnswer(Session& session, const CaseCall& call) {
    ConfirmEntry act{call.answer, call.reference, call.channel, call.answeredBy, session.desk->clock().now(), {}};
    COTEJO_TRY_ASSIGN(act.entry, entryOf(session, call.entry));
    if (!call.answeredAt.empty()) {
        const auto at = fromIso(call.answeredAt);
        if (!at) return fail(base::kInvalidArgument, "--answered-at takes a time like 2026-11-30T09:12:00.000Z");
        if (*at > session.desk->clock().now()) return fail(base::kInvalidArgument, "--answered-at: an answer does not come from the future");
        act.answeredAt = *at;
    }
    if (!call.paper.empty()) {
        COTEJO_TRY_ASSIGN(act.paper, documentOf(session, call.paper));
    }
    COTEJO_TRY(session.service.perform(session.id, act));
    return {};
}

/// The recorded answer that a reference or the first 8 digits of its event name; without a name the only one that `fits`.
template <class Fits>
Result<Hash> answerOf(Session& session, const std::string& which, Fits fits) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    std::vector<Hash> found;
    for (const auto& each : visible.view.answers)
        if (which.empty() ? fits(each) : each.reference == which || (which.size() >= 8 && each.event.text().starts_with(which))) found.push_back(each.event);
    if (found.size() == 1) return found.front();
    if (found.empty()) return Hash{};  // the rules say what is missing, and what to do
    return fail(base::kInvalidArgument, "several answers are recorded: name one with --answer (its reference, or first digits of its event)");
}

Status countersignAnswer(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto answer, answerOf(session, call.which, [](const auto& each) { return !each.counts(); }));
    COTEJO_TRY(session.service.perform(session.id, CountersignAnswer{answer}));
    return {};
}

Status settleAnswers(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto answer, answerOf(session, call.which, [](const auto& each) { return each.counts(); }));
    COTEJO_TRY(session.service.perform(session.id, SettleAnswers{answer, call.reason}));
    return {};
}

Status resolveConflict(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    ResolveConflict act;
    act.reason = call.reason;
    for (const auto& head : visible.view.decisionHeads) {
        act.heads.push_back(head.event);
        if (call.choice.size() >= 8 && head.event.text().starts_with(call.choice)) act.chosen = head.event;
    }
    if (act.chosen.isZero() && call.choice != "none")
        return tl::unexpected<Error>(decide::refusal(decide::kConflictHeads, {{"choose", call.choice}}));
    COTEJO_TRY(session.service.perform(session.id, act));
    return {};
}

}  // namespace

void addGuardCommands(CaseCommands& commands) {
    const auto& call = commands.call;
    commands.act("hold", "Place a hold; protection is never refused", holdCase)
        ->add_option("kind", call->kind, "protection, child, data_dispute, medical or legal_retention")->required();
    auto* lifting = commands.withReason(commands.act("lift", "Lift a hold", liftHold));
    lifting->add_option("kind", call->kind)->required();
    lifting->add_option("--document", call->which, "Decision document of the dossier");
    const auto aboutEntry = [&](CLI::App* command) {
        command->add_option("--entry", call->entry, "First digits of the entry, where the person is identified as several (case show: identified)");
        return command;
    };
    aboutEntry(commands.act("request-confirmation", "Record that the owner of the identified entry was asked", requestConfirmation))
        ->add_option("--channel", call->channel, "Telephone, e-mail, liaison officer...")->required();
    auto* confirming = aboutEntry(commands.act("confirm", "Record the answer of the entry's owner; it counts once another person countersigned it", recordAnswer));
    confirming->add_option("--answer", call->answer, "confirmed, not_confirmed, need_time or no_answer")->required();
    confirming->add_option("--reference", call->reference, "The owner's reference");
    confirming->add_option("--channel", call->channel, "Telephone, e-mail, liaison officer...");
    confirming->add_option("--answered-by", call->answeredBy, "Name and office of who answered");
    confirming->add_option("--answered-at", call->answeredAt, "When (UTC, ISO 8601); default: now");
    confirming->add_option("--paper", call->paper, "Paper of the dossier that shows the answer: title, kind or first digits of its hash");
    commands.act("countersign", "Countersign an answer that another person recorded, after reading its paper", countersignAnswer)
        ->add_option("--answer", call->which, "Its reference, or first digits of its event; default: the only one that waits");
    commands.withReason(commands.act("settle", "Say which of two differing answers stands (supervisors)", settleAnswers))
        ->add_option("--answer", call->which, "Its reference, or first digits of its event");
    auto* overriding = aboutEntry(commands.withReason(commands.act("override", "Your part of an override of the guard; two supervisors are needed", overrideGuard)));
    overriding->add_option("--way", call->way, "release or hold")->required()->check(CLI::IsMember({"release", "hold"}));
    overriding->add_option("--legal-basis", call->basis);
    aboutEntry(commands.act("lapse", "Note that the legal maximum of provisional holding has passed (supervisors)", lapseGuard));
    commands.withReason(commands.act("resolve", "Resolve a conflict of two posts (supervisors)", resolveConflict))
        ->add_option("--choose", call->choice, "First digits of the decision's hash, or none")->required();
}

}  // namespace cotejo::cli
