#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>

#include "core/base/file.h"
#include "core/exchange/nist/nist_extract.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/wsq/wsq.h"

using namespace cotejo;
namespace fs = std::filesystem;

namespace {

// Best and median seconds of processor time over `rounds` runs: the machine may be shared.
template <class Work>
std::pair<double, double> measure(int rounds, Work work) {
    std::vector<double> seconds;
    for (int i = 0; i < rounds; ++i) {
        const std::clock_t begin = std::clock();
        work();
        seconds.push_back(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());
    return {seconds.front(), seconds[seconds.size() / 2]};
}

void decodeAll(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".wsq") continue;
        const Bytes bytes = *readFile(entry.path());
        const auto image = exchange::decodeWsq(bytes);
        if (!image) continue;
        const double megapixels = static_cast<double>(image->pixels.size()) / 1e6;
        const auto [best, median] = measure(21, [&] { static_cast<void>(exchange::decodeWsq(bytes)); });
        std::cout << "decode " << entry.path().filename().string() << ": " << megapixels / best
                  << " MP/s best, " << megapixels / median << " median\n";
        const auto [bestWrite, medianWrite] = measure(11, [&] {
            static_cast<void>(exchange::encodeWsq(image->pixels, image->width, image->height, 0.75));
        });
        std::cout << "encode " << entry.path().filename().string() << ": " << megapixels / bestWrite
                  << " MP/s best, " << megapixels / medianWrite << " median\n";
    }
}

// A transaction of 64 KiB: person, face and finger images that are only carried.
void readTransactions() {
    auto file = exchange::makeNistItl("CAR", "20261116", "A", "B", "1");
    exchange::addNistRecord(file, 2, 0).set(18, "SPECIMEN,ANA");
    for (int i = 1; i <= 4; ++i) {
        auto& finger = exchange::addNistRecord(file, 14, i);
        finger.set(13, std::to_string(i));
        finger.set(999, Bytes(16'300, 0x55));
    }
    const Bytes bytes = *exchange::writeNistItl(file);
    constexpr int kFiles = 200;
    const auto [best, median] = measure(11, [&] {
        for (int i = 0; i < kFiles; ++i)
            static_cast<void>(exchange::documentOf(*exchange::readNistItl(bytes)));
    });
    std::cout << "read ANSI/NIST-ITL of " << bytes.size() << " bytes: " << kFiles / best << " files/s best, "
              << kFiles / median << " median\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 || !fs::is_directory(argv[1])) {
        std::cerr << "usage: bench_exchange FOLDER-OF-WSQ-FILES\n";
        return 2;
    }
    decodeAll(argv[1]);
    readTransactions();
    return 0;
}
