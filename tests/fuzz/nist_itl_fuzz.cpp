#include "core/exchange/nist/nist_extract.h"
#include "core/exchange/nist/nist_itl.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    const auto file = exchange::readNistItl(bytes);
    if (!file) return 0;
    const auto same = exchange::writeNistItl(*file);
    fuzz::require(same && *same == Bytes(bytes.begin(), bytes.end()));
    static_cast<void>(exchange::documentOf(*file));
    if (const auto anew = exchange::rewriteNistItl(*file))
        fuzz::require(exchange::readNistItl(*anew).has_value());
    return 0;
}
