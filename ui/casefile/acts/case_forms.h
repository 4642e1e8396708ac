#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/decide/export_service.h"
#include "core/record/watchlist.h"

class QWidget;

namespace cotejo::widgets {
class FormDialog;
}

namespace cotejo::casefile {

/// Sheets for work that is more than one act. Shown already; what was typed is handed to `run`, which closes the sheet when it is done.
/// A search narrowed down to lists, people or a number, with its purpose.
widgets::FormDialog* openSearchForm(const std::vector<std::string>& galleries, QWidget* parent,
                                    std::function<void(widgets::FormDialog*, const record::SearchLimits&)> run);
/// Data of the case for another organisation.
widgets::FormDialog* openExportForm(QWidget* parent, std::function<void(widgets::FormDialog*, const decide::Departure&)> run);

}  // namespace cotejo::casefile
