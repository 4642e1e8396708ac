// What finding the minutiae of one image costs: processor time of one thread from decoded pixels to the
// template, mean over a folder, each image's best of some rounds because other programs disturb. Usage:
// bench_finger_extract [--rounds N] FOLDER:PPI... The digest is over the templates' bytes: two builds with
// the same digest give the same templates.
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <opencv2/core/utility.hpp>

#include "core/base/crypto.h"
#include "core/base/file.h"
#include "core/imaging/decode.h"
#include "core/match/finger/extract/extract.h"

namespace {

using namespace cotejo;

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

std::vector<cv::Mat> imagesOf(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<cv::Mat> images;
    for (const auto& file : files) {
        const auto bytes = readFile(file);
        if (!bytes) continue;
        if (const auto image = imaging::decodeImage(*bytes)) images.push_back(imaging::toGray(image->pixels));
    }
    return images;
}

}  // namespace

int main(int argc, char** argv) {
    cv::setNumThreads(1);
    int rounds = 5;
    double sum = 0;
    std::size_t total = 0;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--rounds" && i + 1 < argc) {
            rounds = std::max(1, std::atoi(argv[++i]));
            continue;
        }
        const auto colon = argument.rfind(':');
        const double ppi = colon == std::string::npos ? 0 : std::atof(argument.c_str() + colon + 1);
        if (!(ppi > 0) || !std::filesystem::is_directory(argument.substr(0, colon))) {
            std::cerr << "skipped: data set not found: " << argument << '\n';
            continue;
        }
        const auto images = imagesOf(argument.substr(0, colon));
        Bytes templates;
        std::size_t failures = 0;
        std::vector<double> least(images.size(), 1e9);
        for (int round = 0; round < rounds; ++round)
            for (std::size_t k = 0; k < images.size(); ++k) {
                const double start = processorSeconds();
                const auto found = match::extractFinger({images[k], {ppi, record::PpiSource::Declared}});
                least[k] = std::min(least[k], processorSeconds() - start);
                if (round > 0) continue;
                if (!found) {
                    ++failures;
                    continue;
                }
                const Bytes encoded = match::encodeFinger(found->finger);
                templates.insert(templates.end(), encoded.begin(), encoded.end());
            }
        const double best = std::accumulate(least.begin(), least.end(), 0.0);
        sum += best;
        total += images.size();
        std::cout << argument.substr(0, colon) << ": " << images.size() << " images, " << failures
                  << " failures, "
                  << 1000 * best / static_cast<double>(std::max<std::size_t>(1, images.size()))
                  << " ms an image (each image's best of " << rounds << "), digest "
                  << sha256(ByteView(templates)).text().substr(0, 16) << std::endl;
    }
    if (total == 0) return 2;
    std::cout << "mean " << 1000 * sum / static_cast<double>(total)
              << " ms of processor time an image, one thread\n";
    return 0;
}
