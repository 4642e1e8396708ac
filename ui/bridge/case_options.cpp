#include "ui/bridge/case_options.h"

#include <algorithm>

#include "core/decide/table.h"

namespace cotejo::bridge {

namespace {

using record::Act;
using Sample = std::pair<std::string, Act>;  // variant and an act of its kind

constexpr char kWords[] = "-";

/// Filled so that only the rules about the case and the officer can refuse it.
std::vector<Sample> actsOfAnyone(const record::CaseView& view, const CaseFile& file, UtcTime leaseUntil) {
    record::Capture missing;
    missing.id = CaptureId::random();
    missing.modality = record::Modality::Finger;
    missing.missing = record::MissingReason::NotCaptured;
    std::vector<Sample> acts{{{}, record::StartTriage{}},
                             {{}, record::TakeLease{file.officer.displayName, leaseUntil}},
                             {{}, record::ReleaseLease{}},
                             {{}, record::RequestRecapture{kWords}},
                             {{}, record::ReturnCase{kWords}},
                             {{}, record::SetLegalBasis{kWords}},
                             {{}, record::AmendTraveler{view.traveler, kWords}},
                             {{}, record::AttachCapture{missing}},
                             {{}, record::SaveAnalysis{kWords}},
                             {{}, record::Reveal{}},
                             {{}, record::ReadCoverage{}},
                             {{}, record::AddNote{kWords}},
                             {{}, record::RecordSearch{}},
                             {{}, record::Conclude{view.candidates.empty() ? record::Outcome::NoCandidate : record::Outcome::Excluded, {}, {}}}};
    acts.emplace_back(std::string(), record::RecordExport{kWords, {}, kWords, sha256(bytesOf(kWords))});
    record::DraftRequest asking;
    asking.terms.id = record::RequestId::random();
    asking.terms.profile = asking.terms.partner = asking.terms.country = kWords;
    asking.terms.packet = sha256(bytesOf(kWords));
    asking.terms.length = 1;
    asking.terms.created = file.now;
    asking.terms.expires = file.now + std::chrono::hours(1);
    acts.emplace_back(std::string(), asking);
    if (!view.candidates.empty()) acts.emplace_back(std::string(), record::VisitCandidate{view.candidates.front().id});
    if (!view.captures.empty()) acts.emplace_back(std::string(), record::MarkUnusable{view.captures.front().id, kWords});
    record::AddDocument paper;
    paper.document.blob = sha256(bytesOf(kWords));
    paper.document.kind = "other";
    paper.document.mime = "text/plain";
    acts.emplace_back(std::string(), paper);
    if (!file.view.documents.empty()) {
        const auto& first = file.view.documents.front();
        acts.emplace_back(std::string(), record::NameDocument{first.blob, first.kind});
    }
    for (const auto& [kind, code] : record::codes<record::HoldKind>)
        if (!decide::rowOf(kind).placedBy.empty()) acts.emplace_back(std::string(code), record::PlaceHold{kind});
    for (const auto& hold : file.view.holds) {
        record::LiftHold lift{hold.kind, kWords, {}};
        if (!file.view.documents.empty()) lift.document = file.view.documents.front().blob;
        acts.emplace_back(std::string(codeOf(hold.kind)), lift);
    }
    return acts;
}

/// What follows from a settled identity: never judged for somebody who must be blind, so that no refusal tells of it.
std::vector<Sample> actsOfDeciding(const record::CaseView& view, const CaseFile& file) {
    // Of several entries the weightiest; the sheet of the act lets one choose another.
    const auto entry = view.identification ? view.identification->entry : WatchlistEntryId{};
    std::vector<Sample> acts{{{}, record::SubmitForApproval{}},
                             {{}, record::Approve{kWords, file.dossier}},
                             {{}, record::Reject{kWords}},
                             {{}, record::FreezeManifest{kWords}},
                             {{}, record::Execute{kWords}},
                             {{}, record::AnswerReferral{kWords, kWords}},
                             {{}, record::CloseCase{}},
                             {{}, record::ReopenCase{kWords}},
                             {{}, record::CancelCase{kWords}},
                             {{}, record::OrderReexamination{kWords}},
                             {{}, record::WithdrawReexamination{kWords}},
                             {{}, record::RequestConfirmation{kWords, entry}},
                             {{}, record::LapseGuard{entry}}};
    record::ConfirmEntry answer;
    answer.answer = "no_answer";
    answer.entry = entry;
    acts.emplace_back(std::string(), answer);
    for (const char* way : {"release", "hold"}) acts.emplace_back(way, record::OverrideGuard{way, kWords, kWords, entry});
    for (const auto& each : view.answers) {
        acts.emplace_back(each.event.text(), record::CountersignAnswer{each.event});
        acts.emplace_back(each.event.text(), record::SettleAnswers{each.event, kWords});
    }
    for (const auto& need : file.papers)
        if (need.waivable) acts.emplace_back(need.kind, record::WaivePaper{need.kind, kWords});
    for (const auto& [disposition, code] : record::codes<record::Disposition>)
        acts.emplace_back(std::string(code), record::ProposeDisposition{disposition, kWords, kWords});
    return acts;
}

}  // namespace

std::vector<PaperNeed> paperNeeds(const record::CaseView& view, record::Disposition disposition) {
    std::vector<PaperNeed> needs;
    for (const auto& row : decide::paperRows()) {
        if (!row.neededBy.has(disposition)) continue;
        PaperNeed need{std::string(row.kind), row.waivable, false, {}};
        need.present = std::ranges::any_of(view.documents, [&](const auto& each) { return each.kind == row.kind; });
        if (const auto found = std::ranges::find(view.waivers, need.kind, &record::PaperWaiver::kind); found != view.waivers.end() && row.waivable)
            need.waiver = *found;
        needs.push_back(std::move(need));
    }
    return needs;
}

std::vector<ActOption> optionsOf(const CaseFile& file, const record::CaseView& whole, const decide::Conditions& conditions) {
    const decide::Actor actor{file.officer, false};
    std::vector<ActOption> options;
    const auto judge = [&](const Sample& sample) -> ActOption& {
        auto& option = options.emplace_back();
        option.act = record::typeOf(sample.second);
        option.variant = sample.first;
        option.ever = decide::canEverDo(sample.second, file.officer, file.now);
        if (auto refused = decide::check(whole, sample.second, actor, conditions); !refused)
            option.refusal = decide::neutral(std::move(refused).error(), whole, file.officer, file.now);
        return option;
    };
    for (const auto& sample : actsOfAnyone(whole, file, file.now + conditions.policy.lease)) judge(sample);
    if (file.blind) return options;
    for (const auto& sample : actsOfDeciding(whole, file)) judge(sample);
    // Whether anything can be proposed at all: the first that can, else why not the mildest.
    const auto can = std::ranges::find_if(options, [](const auto& each) { return each.act == "decision.propose" && each.allowed(); });
    const auto mildest = std::ranges::find_if(options, [](const auto& each) {
        return each.act == "decision.propose" && each.variant == codeOf(record::Disposition::ReferPartnerCheck);
    });
    if (const auto from = can != options.end() ? can : mildest; from != options.end()) {
        auto any = *from;
        any.variant.clear();
        options.push_back(std::move(any));
    }
    return options;
}

}  // namespace cotejo::bridge
