#include "core/journal/seal.h"

#include <mutex>
#include <set>

namespace cotejo::journal {
namespace {

/// Enough for the cases of a day; 65,536 hashes take some 5 MB.
constexpr std::size_t kMostRemembered = 65'536;

struct Remembered {
    std::mutex mutex;
    std::set<Hash> held;
};

Remembered& remembered() {
    static Remembered all;
    return all;
}

}  // namespace

void rememberSeal(const Hash& hash) {
    auto& all = remembered();
    const std::scoped_lock lock(all.mutex);
    if (all.held.size() >= kMostRemembered) all.held.clear();
    all.held.insert(hash);
}

bool userSealHolds(const record::Event& event, const Hash& hash, const PublicKey& officer) {
    {
        auto& all = remembered();
        const std::scoped_lock lock(all.mutex);
        if (all.held.contains(hash)) return true;
    }
    if (!verifySignature(officer, record::signedBytes(event), event.userSignature)) return false;
    rememberSeal(hash);
    return true;
}

}  // namespace cotejo::journal
