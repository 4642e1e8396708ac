#include "core/exchange/minutiae/minutiae_codec.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = exchange::readMinutiae({data, size});
    if (!file) return 0;
    const auto written = exchange::writeMinutiae2005(file->views);
    if (!written) return 0;
    const auto again = exchange::readMinutiae(*written);
    fuzz::require(again && again->views.size() == file->views.size());
    return 0;
}
