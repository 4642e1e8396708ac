#include "core/exchange/images/image_container.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static_cast<void>(cotejo::exchange::readImageContainer({data, size}));
    return 0;
}
