#pragma once

#include <memory>
#include <vector>

#include "core/record/event.h"

/// Whose hand wrote an entry, asked again when the entry is read: a store may have been written by another program.
namespace cotejo::journal {

struct SealToCheck {
    const record::Event* event = nullptr;
    Hash hash;
    PublicKey officer;
};
/// Checks whether the officers' signatures hold, shared out among the processors from the construction on, while its owner goes on with
/// something else. What held once is remembered by the hash of what was signed, so that a case that is folded often is checked once. The events
/// outlive it. Any thread.
class SealCheck {
  public:
    explicit SealCheck(std::vector<SealToCheck> seals);
    ~SealCheck();
    SealCheck(const SealCheck&) = delete;
    SealCheck& operator=(const SealCheck&) = delete;
    /// Hashes of those that do not hold. Waits for the others, and helps. Once.
    std::vector<Hash> broken();

  private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};
/// The entry was just signed, or its signatures were just checked.
void rememberSeal(const Hash& hash);

}  // namespace cotejo::journal
