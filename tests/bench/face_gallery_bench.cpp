#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <string>

#include "core/base/crypto.h"
#include "core/match/face/face_gallery.h"

namespace cotejo::match {
namespace {

constexpr std::size_t kDimension = 512, kTop = 10;
const record::Algorithm kSet{"bench", "1.0.0", sha256(std::string_view("bench"))};

/// References in the gallery; COTEJO_BENCH_FACES changes it.
std::size_t references() {
    const char* wanted = std::getenv("COTEJO_BENCH_FACES");
    return wanted ? std::strtoull(wanted, nullptr, 10) : 1'000'000;
}

/// Cheap, even draws: the sum of four is near enough to normal.
class Draw {
  public:
    explicit Draw(std::uint64_t seed) : m_state(seed * 2 + 1) {}
    std::vector<float> next() {
        std::vector<float> values(kDimension);
        for (auto& value : values) {
            m_state = m_state * 6364136223846793005U + 1442695040888963407U;
            const auto bits = m_state;
            value = static_cast<float>(int(bits >> 16 & 0xffff) + int(bits >> 32 & 0xffff) + int(bits >> 48) -
                                       98304);
        }
        return values;
    }

  private:
    std::uint64_t m_state;
};

std::size_t residentBytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
    return 0;
}

CaptureId idOf(std::uint64_t number) {
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    return CaptureId(FixedBytes<CaptureTag, 16>(bytes));
}

void fill(FaceGallery& gallery) {
    Draw draw(1);
    for (std::size_t i = 0; i < references(); ++i) {
        const auto face = FaceTemplate::fromEmbedding(draw.next(), kSet);
        if (!gallery.add({idOf(i), {}, "wanted", "", record::EntryStatus::Active}, *face)) std::abort();
    }
}

/// One gallery at a time: two of a million references would not fit beside each other everywhere.
FaceGallery& galleryFor(unsigned threads, ScanKind kind) {
    static std::unique_ptr<FaceGallery> gallery;
    static unsigned heldThreads = 0;
    static ScanKind heldKind{};
    if (!gallery || heldThreads != threads || heldKind != kind) {
        gallery.reset();
        gallery = std::make_unique<FaceGallery>(kSet, kDimension, threads, kind);
        // COTEJO_BENCH_SEALED names a folder for the lower bytes; without it all stays in memory.
        if (const char* folder = std::getenv("COTEJO_BENCH_SEALED"); folder && !gallery->keepLowerBytesIn(folder))
            std::abort();
        heldThreads = threads;
        heldKind = kind;
        fill(*gallery);
    }
    return *gallery;
}

void searchOneMillion(benchmark::State& state) {
    const auto kind = static_cast<ScanKind>(state.range(1));
    if (!isAvailable(kind)) {
        state.SkipWithError("this processor has no such instructions");
        return;
    }
    auto& gallery = galleryFor(static_cast<unsigned>(state.range(0)), kind);
    Draw draw(99);
    double reranked = 0;
    for (auto _ : state) {
        const auto probe = FaceTemplate::fromEmbedding(draw.next(), kSet);
        const auto answer = gallery.search(*probe, kTop);
        if (!answer || answer->candidates.size() != kTop) std::abort();
        reranked += double(answer->reranked);
    }
    state.SetLabel(std::string(nameOf(kind)));
    state.counters["reranked"] = reranked / double(state.iterations());
    state.counters["references"] = double(gallery.size());
    state.counters["resident_MB"] = double(residentBytes()) / 1e6;
}
BENCHMARK(searchOneMillion)
    ->ArgNames({"threads", "kind"})
    ->Args({2, int(ScanKind::Avx512Vnni)})
    ->Args({1, int(ScanKind::Avx512Vnni)})
    ->Args({2, int(ScanKind::Avx2)})
    ->Args({2, int(ScanKind::Baseline)})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace cotejo::match

int main(int argc, char** argv) {
    if (!cotejo::initCrypto()) return 1;
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
