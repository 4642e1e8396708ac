#include "core/imaging/decode.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto image = imaging::decodeImage({data, size}, {512, 65'536});
    if (image)
        fuzz::require(!image->pixels.empty() && image->pixels.depth() == CV_8U &&
                      image->pixels.isContinuous());
    return 0;
}
