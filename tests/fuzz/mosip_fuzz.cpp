#include "core/exchange/mosip/mosip.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

// Whatever can be written of what was read is read back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static_cast<void>(exchange::readMosipDocument({data, size}));
    if (const auto request = exchange::readMosipRequest({data, size}))
        if (const auto text = exchange::writeMosip(*request)) {
            const auto again = exchange::readMosipRequest(viewOf(*text));
            fuzz::require(again && again->gallery == request->gallery && again->subject == request->subject);
        }
    if (const auto response = exchange::readMosipResponse({data, size}))
        if (const auto text = exchange::writeMosip(*response)) {
            const auto again = exchange::readMosipResponse(viewOf(*text));
            fuzz::require(again && again->outcome == response->outcome && again->candidates == response->candidates);
        }
    return 0;
}
