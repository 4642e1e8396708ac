#include "ui/bridge/case_loader.h"

#include <algorithm>

#include "core/decide/case_service.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/refusal.h"
#include "core/decide/case_door.h"
#include "core/store/case_table.h"
#include "core/store/officer_table.h"
#include "ui/bridge/text.h"

namespace cotejo::bridge {

namespace {

/// One act of each kind that a page offers, filled so that only the rules about the case and the officer can refuse it.
std::vector<record::Act> offeredActs(const record::CaseView& view, const record::Officer& officer, UtcTime leaseUntil, const Hash& dossier) {
    const std::string words = "-";
    std::vector<record::Act> acts{record::StartTriage{}, record::TakeLease{officer.displayName, leaseUntil}, record::ReleaseLease{}, record::RequestRecapture{words},
                                  record::ReturnCase{words}, record::SetLegalBasis{words}, record::SaveAnalysis{words}, record::Reveal{},
                                  record::ReadCoverage{}, record::SubmitForApproval{}, record::Approve{words, dossier}, record::Reject{words},
                                  record::Execute{words}, record::CloseCase{}, record::ReopenCase{words}, record::CancelCase{words},
                                  record::AddNote{words}};
    if (!view.candidates.empty()) acts.emplace_back(record::VisitCandidate{view.candidates.front().id});
    acts.emplace_back(record::Conclude{view.candidates.empty() ? record::Outcome::NoCandidate : record::Outcome::Excluded, {}, {}});
    record::ProposeDisposition propose;
    propose.disposition = record::Disposition::NoAction;
    propose.reasons = propose.legalBasis = words;
    acts.emplace_back(propose);
    record::RecordSearch search;
    acts.emplace_back(search);
    return acts;
}

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
    file.dossier = decide::dossierHash(*whole);
    for (const auto& act : offeredActs(*whole, file.officer, file.now + conditions.policy.lease, file.dossier)) {
        ActOption option{std::string(record::typeOf(act)), std::nullopt};
        if (auto refused = decide::check(*whole, act, actor, conditions); !refused)
            option.refusal = decide::neutral(std::move(refused).error(), file.officer, file.now);
        file.options.push_back(std::move(option));
    }
    for (auto& reason : decide::refusals(*whole, record::Approve{"-", file.dossier}, actor, conditions))
        file.approvalRefusals.push_back(decide::neutral(std::move(reason), file.officer, file.now));
    for (const auto modality : {record::Modality::Face, record::Modality::Finger}) {
        if (visible.identityHidden || !hasSample(*whole, modality, true) || !hasSample(*whole, modality, false)) continue;
        auto& shut = file.portraitChecks[modality];
        auto judged = decide::check(*whole, record::SavePortraitAnalysis{modality, "-"}, actor, conditions);
        if (!judged && !judged.error().is(decide::kAnalysisLocked)) shut = decide::neutral(std::move(judged).error(), file.officer, file.now);
    }
    COTEJO_TRY_ASSIGN(file.names, officerNames(desk));
    file.onHold = visible.onHold;
    file.readsHolds = visible.readsHolds;
    file.identityHidden = visible.identityHidden;
    file.revealed = visible.revealed;
    file.mine = visible.mine;
    file.candidates = std::move(visible.candidates);
    file.view = std::move(visible.view);
    for (std::size_t i = 0; i < file.view.traveler.documents.size(); ++i) {
        const auto& document = file.view.traveler.documents[i];
        if (document.mrz.empty()) continue;
        if (auto zone = exchange::parseMrz(document.mrz, file.view.opened)) file.zones.emplace(i, std::move(*zone));
    }
    return file;
}

}  // namespace cotejo::bridge
