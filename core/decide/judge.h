#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/decide/refusal.h"
#include "core/decide/rules.h"
#include "core/decide/table.h"

/// Inside of rules.h: collects the reasons against one act. judge.cpp has what every act needs, and acts on the case itself;
/// judge_examination.cpp what examiners do; judge_disposition.cpp decisions, guard and papers;
/// judge_partner.cpp requests to other states.
namespace cotejo::decide {

bool blank(std::string_view text);
/// With ", " between them.
std::string joined(const std::vector<std::string>& words);
bool holdsRole(const Actor& actor, record::Role role, const Conditions* now);
bool holdsOneOf(const Actor& actor, Set<record::Role> roles, const Conditions* now);

template <class Enum>
std::string codesOf(Set<Enum> set) {
    std::string text;
    for (const auto& [value, code] : record::codes<Enum>)
        if (set.has(value)) text += (text.empty() ? "" : ", ") + std::string(code);
    return text;
}

class Judge {
  public:
    /// `now` is null for an act of the past: whatever needs it is skipped then.
    Judge(const record::CaseView& view, const record::Act& act, const Actor& actor, const Conditions* now);
    std::vector<Error> take() { return std::move(m_reasons); }

  private:
    void no(std::string_view code, Params data = {}) { m_reasons.push_back(refusal(code, std::move(data))); }
    void invalid(std::string detail);
    void wrongState();
    bool has(record::Role role) const { return holdsRole(m_actor, role, m_now); }
    const OfficerId& self() const { return m_actor.officer.id; }
    void forbiddenBy(Set<record::HoldKind> kinds);
    void reason(const std::string& text) {
        if (blank(text)) no("E_NO_REASON");
    }
    void missing(std::string_view code, const std::vector<std::string>& which, std::string_view name);

    // Leases are a courtesy between officers, told by clocks: acts of the past are not judged by them.
    bool leasedByOther() const;
    void notLeasedByOther();
    void mustHold();

    void qualifiedFor(record::Modality modality);
    void qualifiedForAll();
    void independent();
    void examining();
    bool scoresShown() const;
    const record::Examination* analysed();
    bool fits(const record::Conclude& act) const;
    /// The own check of this pair; of any pair when none is named. Null: not begun.
    const record::PortraitCheck* ownPortrait(record::Modality modality, const CaptureId& live = {}, const CaptureId& document = {}) const;
    const record::Capture* captureOf(const CaptureId& id) const;
    void portraitPair(const CaptureId& live, const CaptureId& document);
    template <class Done>
    void everyCandidate(std::string_view code, Done done) {
        std::vector<std::string> open;
        for (const auto& candidate : m_view.candidates)
            if (!done(candidate.id)) open.push_back(candidate.id.text());
        missing(code, open, "candidates");
    }

    void fourEyes();
    void clearedNothing();
    bool guarded() const { return m_view.has(record::HoldKind::ReleaseGuard); }
    bool pastMaximumHold(UtcTime since) const;
    void asListed(bool releases);
    std::vector<const record::Identification*> about(const WatchlistEntryId& named);
    void allows(record::Disposition disposition);
    void actionable();
    void dossierComplete(record::Disposition disposition);
    void readWhole();
    void stillApproved();
    const record::OwnerAnswer* answer(const Hash& event) const;
    const record::PartnerRequest* request(const record::RequestId& id);
    const record::DossierDocument* readablePaper(const Hash& blob, std::string_view kind = {}) const;

    void judge(const record::OpenCase& act);
    void judge(const record::AttachCapture& act);
    void judge(const record::AmendTraveler& act);
    void judge(const record::SetLegalBasis& act);
    void judge(const record::StartTriage& act);
    void judge(const record::TakeLease& act);
    void judge(const record::ReleaseLease& act);
    void judge(const record::RequestRecapture& act);
    void judge(const record::ReturnCase& act);
    void judge(const record::RecordSearch& act);
    void judge(const record::SaveAnalysis& act);
    void judge(const record::VisitCandidate& act);
    void judge(const record::SaveProvisional& act);
    void judge(const record::Reveal& act);
    void judge(const record::Conclude& act);
    void judge(const record::OpenOtherNotes& act);
    void judge(const record::ReadCoverage& act);
    void judge(const record::AddDocument& act);
    void judge(const record::OpenDocument& act);
    void judge(const record::ProposeDisposition& act);
    void judge(const record::SubmitForApproval& act);
    void judge(const record::Approve& act);
    void judge(const record::Reject& act);
    void judge(const record::Execute& act);
    void judge(const record::CloseCase& act);
    void judge(const record::ReopenCase& act);
    void judge(const record::CancelCase& act);
    void judge(const record::PlaceHold& act);
    void judge(const record::LiftHold& act);
    void judge(const record::ConfirmEntry& act);
    void judge(const record::ResolveConflict& act);
    void judge(const record::AddNote& act);
    void judge(const record::ViewRecord& act);
    void judge(const record::OrderReexamination& act);
    void judge(const record::WithdrawReexamination& act);
    void judge(const record::CountersignAnswer& act);
    void judge(const record::SettleAnswers& act);
    void judge(const record::RequestConfirmation& act);
    void judge(const record::OverrideGuard& act);
    void judge(const record::LapseGuard& act);
    void judge(const record::ChangeEntry& act);
    void judge(const record::WaivePaper& act);
    void judge(const record::NameDocument& act);
    void judge(const record::AnswerReferral& act);
    void judge(const record::FreezeManifest& act);
    void judge(const record::MarkUnusable& act);
    void judge(const record::SavePortraitAnalysis& act);
    void judge(const record::OpenPortrait& act);
    void judge(const record::ConcludePortrait& act);
    void judge(const record::RevealPortrait& act);
    void judge(const record::RecordExport& act);
    void judge(const record::DraftRequest& act);
    void judge(const record::PreviewRequest& act);
    void judge(const record::AuthoriseRequest& act);
    void judge(const record::CancelRequest& act);
    void judge(const record::CloseRequest& act);
    void judge(const record::ReportRequest& act);

    const record::CaseView& m_view;
    const Actor& m_actor;
    const Conditions* m_now;
    std::string_view m_act;
    std::vector<Error> m_reasons;
};

}  // namespace cotejo::decide
