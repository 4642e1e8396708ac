#pragma once

#include <functional>

#include "core/roster/roster.h"
#include "ui/widgets/form_dialog.h"

namespace cotejo::roster_ui {

/// A sheet that asks for what a change needs; `run` gets the change when its button is pressed. Main thread.
using Run = std::function<void(widgets::FormDialog*, roster::Change)>;

/// `asked`: as the person introduced themselves; `org` goes into the hash of the personnel number.
widgets::FormDialog* openAdmission(const record::Officer& asked, const QString& post, const std::string& org, UtcTime now, QWidget* parent, Run run);
/// Whose cases come to a device: those of its own post, of chosen ones, or of all.
widgets::FormDialog* openScope(const roster::RosterDevice& device, const roster::Roster& latest, QWidget* parent, Run run);
/// "cases of its own post".
QString scopeText(const roster::Scope& scope, const roster::Roster& latest);
widgets::FormDialog* openDeviceAdmission(const roster::AdmitDevice& device, QWidget* parent, Run run);
widgets::FormDialog* openFunctions(const roster::Member& member, UtcTime now, QWidget* parent, Run run);
widgets::FormDialog* openSuspension(const roster::Member& member, bool restore, QWidget* parent, Run run);
widgets::FormDialog* openWithdrawal(const roster::RosterDevice& device, QWidget* parent, Run run);

/// An agreement with a partner, every sentence of it, before a second administrator signs it; `run` when the button is pressed.
widgets::FormDialog* openAgreement(const roster::SetPartner& set, const roster::Roster& latest, QWidget* parent, std::function<void(widgets::FormDialog*)> run);

/// What an entry would change, in one sentence.
QString changeText(const roster::Change& change, const roster::Roster& latest, UtcTime now);

}  // namespace cotejo::roster_ui
