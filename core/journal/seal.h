#pragma once

#include <span>
#include <vector>

#include "core/record/event.h"

/// Whose hand wrote an entry, asked again when the entry is read: a store may have been written by another program.
namespace cotejo::journal {

struct SealToCheck {
    const record::Event* event = nullptr;
    Hash hash;
    PublicKey officer;
};
/// Whether the officers' signatures hold, one answer each, in their order. What held once is remembered by the hash of what was signed, so that
/// a case that is folded often is checked once; the others are shared out among the processors. Any thread.
std::vector<char> userSealsHold(std::span<const SealToCheck> seals);
/// The entry was just signed, or its signatures were just checked.
void rememberSeal(const Hash& hash);

}  // namespace cotejo::journal
