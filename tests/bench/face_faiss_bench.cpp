#include <faiss/IndexFlat.h>
#include <omp.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "core/base/crypto.h"
#include "core/match/face/face_gallery.h"

// One gallery of random unit vectors, searched by FAISS' exhaustive float32 index and by ours: processor time
// of the whole process and whether the ten candidates are the same. Usage: bench_face_faiss [REFERENCES]

namespace {

constexpr std::size_t kDimension = 512, kTop = 10, kProbes = 20;

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-6 * double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

std::vector<float> unit(std::mt19937_64& random) {
    std::normal_distribution<float> normal;
    std::vector<float> values(kDimension);
    double squared = 0;
    for (auto& value : values) {
        value = normal(random);
        squared += double(value) * value;
    }
    for (auto& value : values)
        value = static_cast<float>(value / std::sqrt(squared));
    return values;
}

cotejo::CaptureId idOf(std::uint64_t number) {
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    return cotejo::CaptureId(cotejo::FixedBytes<cotejo::CaptureTag, 16>(bytes));
}

}  // namespace

int main(int argc, char** argv) {
    using namespace cotejo;
    if (!initCrypto()) return 1;
    const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 400'000;
    const record::Algorithm set{"bench", "1.0.0", sha256(std::string_view("bench"))};
    constexpr unsigned kThreads = 2;
    omp_set_num_threads(kThreads);
    std::mt19937_64 random(7);
    faiss::IndexFlatIP flat(static_cast<faiss::Index::idx_t>(kDimension));
    match::FaceGallery gallery(set, kDimension, kThreads);
    for (std::size_t i = 0; i < count; ++i) {
        const auto values = unit(random);
        flat.add(1, values.data());
        const auto face = match::FaceTemplate::fromEmbedding(values, set);
        if (!face || !gallery.add({idOf(i), {}, "wanted", "", record::EntryStatus::Active}, *face)) return 1;
    }
    double flatSeconds = 0, oursSeconds = 0;
    std::size_t same = 0;
    for (std::size_t i = 0; i < kProbes; ++i) {
        const auto probe = unit(random);
        std::vector<float> scores(kTop);
        std::vector<faiss::Index::idx_t> labels(kTop);
        double begin = processorSeconds();
        flat.search(1, probe.data(), kTop, scores.data(), labels.data());
        flatSeconds += processorSeconds() - begin;
        const auto face = match::FaceTemplate::fromEmbedding(probe, set);
        begin = processorSeconds();
        const auto answer = gallery.search(*face, kTop);
        oursSeconds += processorSeconds() - begin;
        if (!answer) return 1;
        for (std::size_t k = 0; k < kTop; ++k)
            same += answer->candidates[k].capture == idOf(static_cast<std::uint64_t>(labels[k]));
    }
    std::printf(
        "%zu references, top %zu, processor time of all threads: IndexFlatIP %.1f ms, FaceGallery %.1f ms, "
        "ratio %.2f; %zu of %zu candidates at the same rank\n",
        count, kTop, 1e3 * flatSeconds / kProbes, 1e3 * oursSeconds / kProbes, flatSeconds / oursSeconds,
        same, kProbes * kTop);
}
