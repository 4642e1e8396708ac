#include "core/exchange/document_json.h"
#include "core/exchange/read_exchange.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const exchange::ReadOptions options{fromMillis(1'794'824'062'000), nullptr, nullptr};
    const auto document = exchange::readExchangeFile({data, size}, "input.csv", options);
    if (!document) {
        fuzz::require(!document.error().code.empty() && document.error().detail.find("input.csv") == 0);
        return 0;
    }
    // Whatever a file holds can be shown: JSON refuses text that is not UTF-8.
    fuzz::require(!exchange::toJson(*document).dump().empty());
    return 0;
}
