#include "core/exchange/osia/osia.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

// What was read comes back from its own writing, and can be shown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = exchange::readOsia({data, size});
    if (!file) {
        fuzz::require(!file.error().detail.empty());
        return 0;
    }
    const auto again = exchange::readOsia(viewOf(exchange::writeOsia(file->message)));
    fuzz::require(again && again->message == file->message);
    static_cast<void>(exchange::documentOf(*file));
    return 0;
}
