#pragma once

#include <optional>

#include "core/base/bytes.h"

namespace cotejo::cli {

/// How many pages a PDF has, where its plain text says so beyond doubt: the page tree's root and the page objects agree. Nothing for files
/// that are encrypted, keep their objects compressed (ISO 32000-1, 7.5.7) or contradict themselves: a person counts those. Reads the bytes
/// once, follows nothing, never throws.
std::optional<int> pdfPages(ByteView bytes);

}  // namespace cotejo::cli
