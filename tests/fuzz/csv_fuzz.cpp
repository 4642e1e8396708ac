#include "core/exchange/tables/watchlist_csv.h"
#include "core/record/partial_date.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto table = exchange::readCsv({data, size}, {1000, 64, 4096});
    if (!table) return 0;
    for (const auto& row : table->rows)
        fuzz::require(row.cells.size() == table->header.size());
    if (const auto mapping = exchange::guessCsvMapping(table->header, exchange::CsvContent::Watchlist))
        for (const auto& listed : exchange::watchlistOf(*table, *mapping).entries)
            fuzz::require(!listed.entry.id.isZero() && !listed.entry.issuer.empty());
    if (const auto mapping = exchange::guessCsvMapping(table->header))
        for (const auto& person : exchange::travelersOf(std::move(*table), *mapping, fromMillis(1'794'824'062'000)).persons) {
            const auto born = record::PartialDate::parse(person.traveler.birthDate);
            fuzz::require(born && born->text() == person.traveler.birthDate);
        }
    return 0;
}
