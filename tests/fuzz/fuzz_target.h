#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/base/bytes.h"

/// libFuzzer's entry; corpus_runner.cpp calls the same one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace cotejo::fuzz {

/// A broken promise of a reader is a finding like a crash.
inline void require(bool kept) {
    if (!kept) std::abort();
}

}  // namespace cotejo::fuzz
