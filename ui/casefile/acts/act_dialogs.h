#pragma once

#include <functional>

#include "core/record/act.h"
#include "ui/bridge/case_file.h"

class QWidget;

namespace cotejo::widgets {
class FormDialog;
}

namespace cotejo::casefile {

/// Does an act that a dialog was filled in for: closes the dialog when it is done, shows the refusal in it otherwise.
using Perform = std::function<void(widgets::FormDialog* dialog, const record::Act& act)>;

/// The sheet that asks for what an act needs, says what will happen, and does it. `what` is the event type, with ":" and the variant
/// where there are several: "hold.lift:medical", "guard.override:release", "watchlist.countersign:<event>", "document.waive:child".
/// Besides: "samples.missing" for a finger that cannot be captured. Shown already; null for an act without a sheet.
widgets::FormDialog* openActDialog(const QString& what, const bridge::CaseFile& file, QWidget* parent, Perform perform);

}  // namespace cotejo::casefile
