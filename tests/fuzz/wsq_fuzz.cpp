#include "core/exchange/wsq/wsq.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto image = exchange::decodeWsq({data, size}, {1024, 65'536});
    if (image)
        fuzz::require(image->pixels.size() ==
                      static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height));
    return 0;
}
