#include "core/exchange/mrz/mrz.h"
#include "core/record/partial_date.h"
#include "core/record/safeguards.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto reading = exchange::parseMrz(textOf({data, size}), fromMillis(1'794'824'062'000));
    if (!reading) {
        const auto salvaged = exchange::salvageMrz(textOf({data, size}), fromMillis(1'794'824'062'000));
        fuzz::require(!salvaged || salvaged->documents.size() == 1);
        return 0;
    }
    for (const auto& date : {reading->birthDate, reading->otherBirthDate, reading->expiry}) {
        const auto parsed = record::PartialDate::parse(date);
        fuzz::require(parsed && parsed->text() == date);
    }
    for (const auto& proposal : reading->proposals)
        fuzz::require(!proposal.changes.empty() && proposal.lines.size() == reading->lines.size());
    static_cast<void>(record::safeguardsOf(reading->traveler(), fromMillis(1'794'824'062'000)));
    // What was read is what stands there: reading the lines again changes nothing.
    std::string zone;
    for (const auto& line : reading->lines)
        zone += line + "\n";
    const auto again = exchange::parseMrz(zone, fromMillis(1'794'824'062'000));
    fuzz::require(again && again->lines == reading->lines && again->checksHold() == reading->checksHold());
    return 0;
}
