#include "core/exchange/images/exif.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/images/pages.h"
#include "core/exchange/images/pnm.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    const auto probe = exchange::probeImage(bytes);
    if (!probe) return 0;
    std::size_t all = 0;
    for (const auto& page : exchange::pagesOf(bytes, probe->mime).pages) all += page.bytes.size();
    // Strips may be shared, but no page is larger than its file and the header that is written for it.
    fuzz::require(all <= exchange::kMaxPages * (size + 100'000));
    static_cast<void>(exchange::readExif(bytes, probe->mime));
    if (const auto image = exchange::decodePnm(bytes, {512, 65'536}))
        fuzz::require(image->end <= size && image->pixels.size() == static_cast<std::size_t>(image->header.width) *
                                                                        static_cast<std::size_t>(image->header.height) *
                                                                        static_cast<std::size_t>(image->header.channels));
    return 0;
}
