#include "core/exchange/mrz/mrz.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto reading = exchange::parseMrz(textOf({data, size}), fromMillis(1'794'824'062'000));
    if (!reading) return 0;
    // What was read is what stands there: reading the lines again changes nothing.
    std::string zone;
    for (const auto& line : reading->lines)
        zone += line + "\n";
    const auto again = exchange::parseMrz(zone, fromMillis(1'794'824'062'000));
    fuzz::require(again && again->lines == reading->lines && again->checksHold() == reading->checksHold());
    return 0;
}
