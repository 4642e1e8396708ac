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
    std::optional<Error> refusal;  ///< nothing: allowed
    bool allowed() const { return !refusal; }
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
    UtcTime now{};
    /// 1:1, the document's portrait or print against the live sample: the modalities of which the case has both, with what shuts the
    /// officer's own analysis (nothing: open). Told before the document's is in `view.captures`.
    std::map<record::Modality, std::optional<Error>> portraitChecks;
    Hash dossier;                     ///< what an approval given now would be given for
    std::map<OfficerId, QString> names;
    std::vector<ActOption> options;
    std::vector<Error> approvalRefusals;  ///< every reason why this officer may not approve now
    /// As read from the documents that have a machine-readable zone, by position in `view.traveler.documents`.
    std::map<std::size_t, exchange::MrzReading> zones;

    const ActOption* option(std::string_view act) const {
        for (const auto& each : options)
            if (each.act == act) return &each;
        return nullptr;
    }
    bool allows(std::string_view act) const {
        const auto* found = option(act);
        return found != nullptr && found->allowed();
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
