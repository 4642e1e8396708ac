#pragma once

#include <QString>
#include <string_view>

#include "core/base/result.h"
#include "ui/widgets/notice.h"

namespace cotejo::bridge {

/// A failure or refusal in the officer's language. `rule` is empty for plain failures.
struct ErrorText {
    QString title;   ///< what was refused or failed
    QString rule;    ///< under which rule
    QString remedy;  ///< what would satisfy it
    QString code;    ///< "E_FOUR_EYES"
};

/// Every code of core/*/errors.h has its sentence here; params of the error fill it. An unknown code reads as an internal
/// failure with its code. Main thread.
ErrorText errorText(const Error& error);
/// Whether the map has the code: tests/ui walks every errors.h with it.
bool hasErrorText(std::string_view code);
/// The same as an inline notice.
widgets::NoticeText noticeText(const Error& error);

}  // namespace cotejo::bridge
