#pragma once

#include <functional>

#include "ui/partner/partner_values.h"
#include "ui/widgets/form_dialog.h"

namespace cotejo::partner_ui {

/// A sheet for one act on a request; `run` gets the reason when its button is pressed. Main thread.
using RunWithReason = std::function<void(widgets::FormDialog*, const std::string& reason)>;

/// What leaves, to whom, and that it does not come back. A reason is asked where a supervisor must authorise.
widgets::FormDialog* openAuthorisation(const InquiryFile& file, QWidget* parent, RunWithReason run);
widgets::FormDialog* openCancellation(const record::PartnerRequest& request, QWidget* parent, RunWithReason run);
widgets::FormDialog* openClosing(const record::PartnerRequest& request, QWidget* parent, RunWithReason run);

}  // namespace cotejo::partner_ui
