#pragma once

#include <QString>
#include <string_view>

#include "core/exchange/report.h"

namespace cotejo::intake_ui {

/// What a rule of a validation report says, in plain words. For an error code its title; empty for a rule without words.
QString findingTitle(std::string_view rule);
/// The values of a finding in a sentence of the window's language, from its code and parameters; empty where its title says all or the
/// rule has no such sentence.
QString findingDetail(const exchange::Finding& finding);
/// A place of a report: "Type-14 IDC 03 (record 5)", "view 1", "line 7".
QString placeText(std::string_view place);

}  // namespace cotejo::intake_ui
