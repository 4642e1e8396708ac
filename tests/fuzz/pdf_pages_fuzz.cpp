#include "app/cli/cases/pdf_pages.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto pages = cli::pdfPages({data, size});
    fuzz::require(!pages || (*pages >= 1 && *pages <= 10'000));
    return 0;
}
