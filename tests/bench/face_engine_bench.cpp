#include <benchmark/benchmark.h>

#include <filesystem>
#include <iostream>
#include <opencv2/imgproc.hpp>

#include "core/base/crypto.h"
#include "core/base/file.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "core/match/face/face_engine.h"

namespace cotejo::match {
namespace {

FaceEngine& engine() {
    static auto loaded = FaceEngine::loadDefault();
    if (!loaded) {
        std::cerr << loaded.error().detail << '\n';
        std::abort();
    }
    return *loaded;
}

/// A specimen portrait brought to a size.
cv::Mat portrait(cv::Size size) {
    const auto bytes = readFile(COTEJO_DEPS "/admin-lte/user1-128x128.jpg");
    const auto image = bytes ? imaging::decodeImage(*bytes)
                             : Result<imaging::DecodedImage>(tl::unexpected<Error>(bytes.error()));
    if (!image) std::abort();
    cv::Mat larger;
    cv::resize(image->pixels, larger, size, 0, 0, cv::INTER_CUBIC);
    return larger;
}

/// Detection, landmarks, alignment and embedding of a decoded image, one thread.
void extractSmall(benchmark::State& state) {
    const auto image = portrait({250, 250});
    for (auto _ : state)
        if (!engine().extract(image)) std::abort();
}
BENCHMARK(extractSmall)->Unit(benchmark::kMillisecond);

/// From the bytes of a 12-megapixel JPEG to the template, one thread.
void decodeAndExtractTwelveMegapixels(benchmark::State& state) {
    const auto jpeg = imaging::encodeJpeg(portrait({4000, 3000}));
    if (!jpeg) std::abort();
    for (auto _ : state) {
        const auto image = imaging::decodeImage(*jpeg);
        if (!image || !engine().extract(image->pixels)) std::abort();
    }
}
BENCHMARK(decodeAndExtractTwelveMegapixels)->Unit(benchmark::kMillisecond);

void loadSet(benchmark::State& state) {
    for (auto _ : state)
        if (!FaceEngine::loadDefault()) std::abort();
}
BENCHMARK(loadSet)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cotejo::match

int main(int argc, char** argv) {
    if (!cotejo::initCrypto()) return 1;
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
