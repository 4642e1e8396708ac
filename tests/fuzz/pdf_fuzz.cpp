#include "core/exchange/document_json.h"
#include "core/exchange/pdf/pdf_pages.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document = exchange::readPdf({data, size});
    if (document) fuzz::require(!exchange::toJson(*document).dump().empty());
    const auto pages = exchange::countPdfPages({data, size});
    fuzz::require(!pages || (*pages >= 1 && *pages <= 10'000));
    return 0;
}
