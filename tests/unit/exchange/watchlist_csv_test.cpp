#include "core/exchange/tables/watchlist_csv.h"

#include <gtest/gtest.h>

#include "tests/unit/exchange/shared_files.h"

namespace cotejo::exchange {
namespace {

constexpr std::string_view kHeader =
    "reference,gallery,name,issuer,issuerCountry,reason,status,grade,reviewBy,caveats,face,finger:right_index\n";

ListedEntries read(const std::string& rows, const std::optional<CsvMapping>& stated = std::nullopt) {
    const std::string text = std::string(kHeader) + rows;
    auto table = readCsv(viewOf(text));
    EXPECT_TRUE(table);
    const auto mapping = stated ? stated : guessCsvMapping(table->header, CsvContent::Watchlist);
    EXPECT_TRUE(mapping);
    return watchlistOf(std::move(*table), *mapping);
}

TEST(WatchlistCsv, ARowIsAnEntryWithItsImages) {
    const auto list = read("311/2025,wanted,\"SPECIMEN, Ana\",Fiscalía,UTO,Orden 311,active,warrant,2027-03-01,Armada,a.jpg,a_r2.png\n");
    ASSERT_TRUE(list.report.findings.empty()) << list.report.findings[0].detail;
    ASSERT_EQ(list.entries.size(), 1u);
    const auto& entry = list.entries[0].entry;
    EXPECT_EQ(entry.name, "SPECIMEN, Ana");
    EXPECT_EQ(entry.gallery, "wanted");
    EXPECT_EQ(entry.issuer, "Fiscalía");
    EXPECT_EQ(entry.issuerCountry, "UTO");
    EXPECT_EQ(entry.status, record::EntryStatus::Active);
    EXPECT_EQ(entry.grade, record::EvidenceGrade::Warrant);
    EXPECT_EQ(toIso(entry.reviewBy).substr(0, 19), "2027-03-01T23:59:59") << "the day itself still counts";
    EXPECT_EQ(entry.caveats, "Armada");
    ASSERT_EQ(list.entries[0].images.size(), 2u);
    EXPECT_EQ(list.entries[0].images[1].position, record::FingerPosition::RightIndex);
}

TEST(WatchlistCsv, TheSameReferenceOfTheSameIssuerIsTheSameEntry) {
    const std::string tail = ",wanted,A,Fiscalía,UTO,Orden,active,warrant,2027-03-01,,,\n";
    const auto first = read("1" + tail).entries.at(0).entry.id;
    EXPECT_EQ(read("1,wanted,B,Fiscalía,UTO,Otra,suspended,charge,,,,\n").entries.at(0).entry.id, first);
    EXPECT_NE(read("2" + tail).entries.at(0).entry.id, first);
    EXPECT_NE(read("1,wanted,A,Juzgado,UTO,Orden,active,warrant,2027-03-01,,,\n").entries.at(0).entry.id, first);
    EXPECT_NE(read("a1,wanted,A,Fiscalí,UTO,Orden,active,warrant,2027-03-01,,,\n").entries.at(0).entry.id, first);
    const auto twice = read("1" + tail + "1" + tail);
    EXPECT_EQ(twice.entries.size(), 1u);
    EXPECT_TRUE(hasRule(twice.report, "watchlist.twice"));
}

TEST(WatchlistCsv, NothingIsAssumedAboutAnybody) {
    const std::pair<const char*, const char*> rows[] = {
        {",wanted,A,F,UTO,R,active,warrant,2027-03-01,,,\n", "watchlist.missing"},
        {"1,wanted,A,F,UTO,R,,warrant,2027-03-01,,,\n", "watchlist.missing"},
        {"1,wanted,A,F,UTO,R,activ,warrant,2027-03-01,,,\n", "watchlist.code"},
        {"1,wanted,A,F,UTO,R,active,sure,2027-03-01,,,\n", "watchlist.code"},
        {"1,wanted,A,F,UTO,R,active,warrant,,,,\n", "watchlist.missing"},
        {"1,wanted,A,F,UTO,R,active,warrant,01/03/2027,,,\n", "watchlist.date"},
        {"1,wanted,A,F,UTX,R,active,warrant,2027-03-01,,,\n", "watchlist.country"},
        {"1,Wanted!,A,F,UTO,R,active,warrant,2027-03-01,,,\n", "watchlist.gallery"},
        {"1,wanted,,F,UTO,R,active,warrant,2027-03-01,,,\n", "watchlist.missing"},
        {"1,wanted,A,F,UTO,,active,warrant,2027-03-01,,,\n", "watchlist.missing"},
        {"1,wanted,A,,UTO,R,active,warrant,2027-03-01,,,\n", "watchlist.missing"},
    };
    for (const auto& [row, rule] : rows) {
        const auto list = read(row);
        EXPECT_TRUE(list.entries.empty()) << row;
        EXPECT_TRUE(hasRule(list.report, rule)) << row;
        ASSERT_FALSE(list.report.findings.empty());
        EXPECT_EQ(list.report.findings[0].record, "line 2");
    }
    // A withdrawal needs no more than what is withdrawn.
    EXPECT_EQ(read("1,,,F,UTO,,withdrawn,,,,,\n").entries.at(0).entry.status, record::EntryStatus::Withdrawn);
}

TEST(WatchlistCsv, AMappingNamesColumnsAndConstants) {
    const auto mapping = parseCsvMapping(R"({"dateFormat": "DD/MM/YYYY", "columns": {"reference": "reference", "name": "familyName",
        "caveats": "givenNames", "reviewBy": "reviewBy"}, "constants": {"issuer": "Fiscalía", "issuerCountry": "UTO", "status": "active",
        "gallery": "wanted", "reason": "Orden"}})",
                                         CsvContent::Watchlist);
    ASSERT_TRUE(mapping) << mapping.error().detail;
    const auto list = read("7,x,SPECIMEN,x,x,x,x,x,01/03/2027,Ana,,\n", *mapping);
    ASSERT_TRUE(list.report.findings.empty()) << list.report.findings[0].detail;
    EXPECT_EQ(list.entries.at(0).entry.name, "SPECIMEN, Ana");
    EXPECT_EQ(list.entries[0].entry.grade, record::EvidenceGrade::Unknown);
    EXPECT_FALSE(parseCsvMapping(R"({"columns": {"a": "birthDate"}})", CsvContent::Watchlist)) << "no target of a watchlist";
    EXPECT_FALSE(parseCsvMapping(R"({"columns": {"a": "reason"}})", CsvContent::Travelers));
}

}  // namespace
}  // namespace cotejo::exchange
