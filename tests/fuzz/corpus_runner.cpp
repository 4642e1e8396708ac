#include <filesystem>
#include <iostream>

#include "core/base/file.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

// Small files are cut at every byte and get one flipped bit a byte; larger ones in steps, to stay a matter of
// seconds.
std::size_t runAll(const cotejo::Bytes& whole) {
    const std::size_t step = std::max<std::size_t>(1, whole.size() / 400);
    std::size_t runs = 1;
    LLVMFuzzerTestOneInput(whole.data(), whole.size());
    for (std::size_t at = 0; at < whole.size(); at += step, runs += 2) {
        // A copy of exactly this size, so that a sanitizer sees every read past the end.
        const cotejo::Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at));
        LLVMFuzzerTestOneInput(cut.data(), cut.size());
        cotejo::Bytes damaged = whole;
        damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ (1 << (at % 8)));
        LLVMFuzzerTestOneInput(damaged.data(), damaged.size());
    }
    return runs;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
        std::cerr << "usage: " << argv[0] << " CORPUS-FOLDER\n";
        return 2;
    }
    std::size_t files = 0;
    std::size_t runs = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[1])) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = cotejo::readFile(entry.path());
        if (!bytes) {
            std::cerr << bytes.error().detail << '\n';
            return 1;
        }
        runs += runAll(*bytes);
        ++files;
    }
    std::cout << files << " files, " << runs << " runs\n";
    return files > 0 ? 0 : 1;
}
