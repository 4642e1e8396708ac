#include "core/journal/seal.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

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

std::vector<char> userSealsHold(std::span<const SealToCheck> seals) {
    std::vector<char> hold(seals.size());
    std::vector<std::size_t> open;
    {
        auto& all = remembered();
        const std::scoped_lock lock(all.mutex);
        for (std::size_t i = 0; i < seals.size(); ++i) {
            hold[i] = all.held.contains(seals[i].hash);
            if (!hold[i]) open.push_back(i);
        }
    }
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto at = next++; at < open.size(); at = next++) {
            const auto& seal = seals[open[at]];
            hold[open[at]] = verifySignature(seal.officer, record::signedBytes(*seal.event), seal.event->userSignature);
        }
    };
    {
        constexpr std::size_t kWorthAThread = 16;
        std::vector<std::jthread> helpers;
        const auto most = std::min<std::size_t>(std::max(1u, std::thread::hardware_concurrency()), open.size() / kWorthAThread);
        for (std::size_t i = 1; i < most; ++i) helpers.emplace_back(work);
        work();
    }
    for (const auto each : open)
        if (hold[each]) rememberSeal(seals[each].hash);
    return hold;
}

}  // namespace cotejo::journal
