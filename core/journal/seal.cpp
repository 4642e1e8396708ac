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

struct SealCheck::Inside {
    std::vector<SealToCheck> seals;
    std::vector<char> holds;
    std::vector<std::size_t> open;  ///< those that are not remembered
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> helpers;

    void work() {
        for (auto at = next++; at < open.size(); at = next++) {
            const auto& seal = seals[open[at]];
            holds[open[at]] = verifySignature(seal.officer, record::signedBytes(*seal.event), seal.event->userSignature);
        }
    }
};

SealCheck::SealCheck(std::vector<SealToCheck> seals) : m_inside(std::make_unique<Inside>()) {
    auto& in = *m_inside;
    in.seals = std::move(seals);
    in.holds.resize(in.seals.size());
    {
        auto& all = remembered();
        const std::scoped_lock lock(all.mutex);
        for (std::size_t i = 0; i < in.seals.size(); ++i) {
            in.holds[i] = all.held.contains(in.seals[i].hash);
            if (!in.holds[i]) in.open.push_back(i);
        }
    }
    constexpr std::size_t kWorthAThread = 16;
    const auto most = std::min<std::size_t>(std::max(1u, std::thread::hardware_concurrency()), in.open.size() / kWorthAThread);
    for (std::size_t i = 1; i < most; ++i) in.helpers.emplace_back([this] { m_inside->work(); });
}

SealCheck::~SealCheck() = default;

std::vector<Hash> SealCheck::broken() {
    auto& in = *m_inside;
    in.work();
    in.helpers.clear();
    std::vector<Hash> broken;
    for (std::size_t i = 0; i < in.seals.size(); ++i)
        if (!in.holds[i]) broken.push_back(in.seals[i].hash);
    for (const auto each : in.open)
        if (in.holds[each]) rememberSeal(in.seals[each].hash);
    return broken;
}

}  // namespace cotejo::journal
