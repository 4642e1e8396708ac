#pragma once

#include "core/base/result.h"

namespace cotejo::match {

/// Start-up check: generates two fingers with two prints each, and wants both mated scores well above all
/// non-mated ones. Takes about a second. On failure the program must not compare prints. Error:
/// E_FINGER_SELF_TEST.
Status fingerSelfTest();

}  // namespace cotejo::match
