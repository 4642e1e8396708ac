#pragma once

#include <QString>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/mrz/mrz.h"
#include "core/record/act.h"
#include "core/record/case.h"
#include "core/record/role.h"
#include "core/review/visible_case.h"

namespace cotejo::bridge {

/// Whether one act may be done now; put together from the rules themselves, nothing is decided here.
struct ActOption {
    std::string act;               ///< event type
    std::string variant;           ///< of which hold, way, disposition, paper kind or answer; empty: the act as such
    bool ever = false;             ///< can ever be this officer's, in whatever case: what is not is not offered
    std::optional<Error> refusal;  ///< nothing: allowed
    bool allowed() const { return !refusal; }
    /// Belongs to this officer and has a place in the present state, though something may still be missing.
    bool offered() const { return ever && (!refusal || !refusal->is("E_STATE")); }
};

/// A paper that the disposition needs, as the rules see it.
struct PaperNeed {
    std::string kind;
    bool waivable = false;
    bool present = false;
    std::optional<record::PaperWaiver> waiver;
};

/// The two clocks of a guard. Nothing in `maximum`: no policy record sets a maximum of holding.
struct GuardClocks {
    UtcTime since{};
    UtcTime confirmBy{};
    std::optional<UtcTime> maximum;
    std::string policyRecord;
};

/// What a case page shows to this officer: a value, made off the main thread.
struct CaseFile {
    record::CaseView view;            ///< without what this officer may not see
    std::vector<review::VisibleCandidate> candidates;  ///< in the officer's own order
    record::Officer officer;
    bool onHold = false;              ///< a hold whose kind this officer does not read
    bool identityHidden = false;      ///< blind second examination
    bool readsHolds = false;          ///< this officer may know which neutral hold is which
    bool revealed = false;            ///< scores and entries are open to this officer
    bool mine = false;                ///< this officer holds the lease now
    bool blind = false;               ///< nothing of others' work is in `view`, nor any option that would tell of it
    bool portraitHidden = false;      ///< the document's picture waits for the analysis of the live one
    bool needsApproval = false;       ///< what is proposed needs a supervisor
    int approvalHours = 72;           ///< how long an approval is valid, by the policy
    UtcTime now{};
    /// 1:1, the document's portrait or print against the live sample: the modalities of which the case has both, with what shuts the
    /// officer's own analysis (nothing: open). Told before the document's is in `view.captures`.
    std::map<record::Modality, std::optional<Error>> portraitChecks;
    Hash dossier;                     ///< what an approval given now would be given for
    std::map<OfficerId, QString> names;
    std::vector<ActOption> options;
    std::vector<Error> approvalRefusals;  ///< every reason why this officer may not approve now
    std::vector<std::string> openMatters;  ///< why the case cannot end, as this officer may read it
    std::vector<PaperNeed> papers;    ///< what the proposed disposition (or the return the case came for) needs, in the order of the table
    record::Disposition papersFor = record::Disposition::NoAction;
    std::optional<record::WatchlistEntry> entry;  ///< behind the standing identification, as the lists have it now
    std::optional<GuardClocks> guard; ///< while the guard stands
    std::optional<UtcTime> remitBy;   ///< of a protection need that has not gone to its authority; for those who read the kind of holds
    bool approvalOutdated = false;    ///< approved once, for another dossier than this
    /// As read from the documents that have a machine-readable zone, by position in `view.traveler.documents`.
    std::map<std::size_t, exchange::MrzReading> zones;

    const ActOption* option(std::string_view act, std::string_view variant = {}) const {
        for (const auto& each : options)
            if (each.act == act && each.variant == variant) return &each;
        return nullptr;
    }
    bool allows(std::string_view act, std::string_view variant = {}) const {
        const auto* found = option(act, variant);
        return found != nullptr && found->allowed();
    }
    bool offers(std::string_view act, std::string_view variant = {}) const {
        const auto* found = option(act, variant);
        return found != nullptr && found->offered();
    }
    /// This officer's examination in the present round; null when not begun.
    const record::Examination* own() const {
        const record::Examination* found = nullptr;
        for (const auto& each : view.examinations)
            if (each.examiner == officer.id && each.round == view.round) found = &each;
        return found;
    }
    QString nameOf(const OfficerId& id) const {
        const auto found = names.find(id);
        return found != names.end() ? found->second : QString();
    }
};

}  // namespace cotejo::bridge
