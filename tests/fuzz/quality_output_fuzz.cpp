#include "core/imaging/quality_tool.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto answer = imaging::readQualityOutput({}, textOf({data, size}));
    fuzz::require(answer.quality.has_value() == (answer.outcome == imaging::QualityOutcome::Scored));
    if (answer.quality) fuzz::require(answer.quality->value >= 0 && answer.quality->value <= 100);
    return 0;
}
