#include "core/exchange/base64.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = textOf({data, size});
    exchange::Base64Fault fault;
    const auto read = exchange::readBase64(text, &fault);
    if (!read) {
        fuzz::require(fault.at <= size && fault.what[0] != '\0');
        return 0;
    }
    fuzz::require(read->bytes.size() <= size / 4 * 3 + 3);
    const auto again = exchange::readBase64(toBase64(read->bytes));
    fuzz::require(again && again->bytes == read->bytes && again->dialect.empty());
    // What the strict reader takes is taken without a dialect, and alike.
    if (const auto strict = fromBase64(text)) fuzz::require(read->dialect.empty() && *strict == read->bytes);
    return 0;
}
