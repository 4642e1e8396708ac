#include "ui/bridge/case_loader.h"

#include <algorithm>

#include "core/decide/case_service.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/refusal.h"
#include "core/decide/case_door.h"
#include "core/store/case_table.h"
#include "core/store/officer_table.h"
#include "ui/bridge/case_options.h"
#include "ui/bridge/text.h"

namespace cotejo::bridge {

namespace {

/// Usable samples of a modality, from the document or taken live.
bool hasSample(const record::CaseView& view, record::Modality modality, bool document) {
    return std::ranges::any_of(view.captures, [&](const auto& each) {
        return each.modality == modality && !each.blob.isZero() && !view.unusable.contains(each.id) &&
               (each.kind == record::CaptureKind::Document) == document;
    });
}

}  // namespace

Result<std::map<OfficerId, QString>> officerNames(access::Desk& desk) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto officers, store::OfficerTable(reader).all());
    std::map<OfficerId, QString> names;
    for (const auto& officer : officers) names[officer.id] = fromText(officer.displayName);
    return names;
}

namespace {

/// What the rules say of a decision that this officer sees.
void showDecision(CaseFile& file, const record::CaseView& whole, const decide::Conditions& now) {
    file.needsApproval = decide::needsApproval(whole);
    file.approvalHours = static_cast<int>(std::chrono::ceil<std::chrono::hours>(now.policy.approval).count());
    auto matters = decide::refusal(decide::kOpenMatters);
    std::string joined;
    for (const auto& each : decide::openMatters(whole)) joined += (joined.empty() ? "" : ", ") + each;
    matters.params.emplace_back("matters", joined);
    for (const auto& [name, value] : decide::neutral(std::move(matters), whole, file.officer, file.now).params)
        if (name == "matters" && !value.empty())
            for (const auto& each : fromText(value).split(QStringLiteral(", "))) file.openMatters.push_back(each.toStdString());
    if (file.view.disposition)
        file.papersFor = file.view.disposition->disposition;
    else if (file.view.reason == record::ReferralReason::Repatriation)
        file.papersFor = record::Disposition::Repatriate;
    file.papers = paperNeeds(file.view, file.papersFor);
    if (file.view.disposition && !file.view.disposition->approvedDossier.isZero())
        file.approvalOutdated = file.view.disposition->approvedDossier != file.dossier;
    if (!file.view.identification) return;
    file.entry = now.entry;
    for (const auto& hold : whole.holds) {
        if (hold.kind != record::HoldKind::ReleaseGuard) continue;
        GuardClocks clocks;
        clocks.since = hold.since;
        clocks.confirmBy = hold.since + (whole.priority == record::Priority::Urgent ? now.policy.confirmUrgent : now.policy.confirmRoutine);
        if (now.policy.maximumHold) clocks.maximum = std::max(hold.since, now.policy.holdSince) + *now.policy.maximumHold;
        clocks.policyRecord = now.policy.record;
        file.guard = clocks;
    }
}

}  // namespace

Result<CaseFile> loadCaseFile(access::Desk& desk, const CaseId& id) {
    COTEJO_TRY_ASSIGN(auto visible, decide::CaseDoor(desk).view(id));
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    // The rules judge the whole case; only their answers leave this function.
    COTEJO_TRY_ASSIGN(const auto whole, store::CaseTable(reader).find(id));
    if (!whole) return tl::unexpected<Error>(decide::refusal(decide::kNoSuchCase));
    CaseFile file;
    file.officer = desk.officer();
    file.now = desk.clock().now();
    decide::CaseService service(desk);
    COTEJO_TRY_ASSIGN(const auto conditions, service.conditions(reader, *whole));
    const decide::Actor actor{file.officer, false};
    file.blind = visible.blind;
    file.portraitHidden = visible.portraitHidden;
    file.view = std::move(visible.view);
    if (!file.blind) file.dossier = decide::dossierHash(*whole);
    if (!file.blind) showDecision(file, *whole, conditions);
    if (visible.readsHolds) file.remitBy = decide::remitBy(*whole, conditions.policy);
    COTEJO_TRY_ASSIGN(const auto asExaminer, service.asJudged(reader, *whole));
    file.options = optionsOf(file, asExaminer, conditions);
    if (!file.blind)
        for (auto& reason : decide::refusals(*whole, record::Approve{"-", file.dossier}, actor, conditions))
            file.approvalRefusals.push_back(decide::neutral(std::move(reason), *whole, file.officer, file.now));
    for (const auto modality : {record::Modality::Face, record::Modality::Finger}) {
        if (visible.identityHidden || !hasSample(*whole, modality, true) || !hasSample(*whole, modality, false)) continue;
        auto& shut = file.portraitChecks[modality];
        auto judged = decide::check(*whole, record::SavePortraitAnalysis{modality, "-"}, actor, conditions);
        if (!judged && !judged.error().is(decide::kAnalysisLocked)) shut = decide::neutral(std::move(judged).error(), *whole, file.officer, file.now);
    }
    COTEJO_TRY_ASSIGN(file.names, officerNames(desk));
    file.onHold = visible.onHold;
    file.readsHolds = visible.readsHolds;
    file.identityHidden = visible.identityHidden;
    file.revealed = visible.revealed;
    file.mine = visible.mine;
    file.candidates = std::move(visible.candidates);
    for (std::size_t i = 0; i < file.view.traveler.documents.size(); ++i) {
        const auto& document = file.view.traveler.documents[i];
        if (document.mrz.empty()) continue;
        if (auto zone = exchange::parseMrz(document.mrz, file.view.opened)) file.zones.emplace(i, std::move(*zone));
    }
    return file;
}

}  // namespace cotejo::bridge
