#pragma once

#include "core/record/event.h"

/// Whose hand wrote an entry, asked again when the entry is read: a store may have been written by another program.
namespace cotejo::journal {

/// Whether the officer's signature holds. What held once is remembered by the hash of what was signed, so that a case that is folded often is
/// checked once. Any thread.
bool userSealHolds(const record::Event& event, const Hash& hash, const PublicKey& officer);
/// The entry was just signed, or its signatures were just checked.
void rememberSeal(const Hash& hash);

}  // namespace cotejo::journal
