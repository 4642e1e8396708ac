#include "core/exchange/tables/csv.h"

#include <gtest/gtest.h>

#include <random>

#include "core/base/errors.h"
#include "core/exchange/read_exchange.h"
#include "tests/unit/exchange/shared_files.h"

namespace cotejo::exchange {
namespace {

using std::string_view_literals::operator""sv;

const ReadOptions kOptions{*fromIso("2026-11-16T10:00:00Z"), nullptr, nullptr};

TEST(Csv, RowsBecomeTravelers) {
    const auto document = readExchangeFile(
        viewOf("\xef\xbb\xbf"
               "Apellidos;Nombres;Fecha de "
               "nacimiento;Sexo;Nacionalidad;Pasaporte;Foto;finger:right_index;Nota\r\n"
               "\"Muñoz; \"\"El\"\" Peña\";Ana;1984-04-03;F;ESP;X123;ana.png;ana_ri.png;\"dos\r\nlíneas\"\r\n"
               "Otro;Más;03/04/1984;Q;ZZZ;;;;\r\n"
               "zu;viel;;;;;;;;mehr\r\n"),
        "lista.csv", kOptions);
    ASSERT_TRUE(document) << document.error().detail;
    ASSERT_EQ(document->persons.size(), 2u);
    const auto& ana = document->persons[0];
    EXPECT_EQ(ana.traveler.familyName, "Muñoz; \"El\" Peña");
    EXPECT_EQ(ana.traveler.birthDate, "1984-04-03");
    EXPECT_EQ(ana.traveler.documents.at(0).number, "X123");
    ASSERT_EQ(ana.imageFiles.size(), 2u);
    EXPECT_EQ(ana.imageFiles[0].subject, ImageSubject::Face);
    EXPECT_EQ(ana.imageFiles[1].position, record::FingerPosition::RightIndex);
    EXPECT_EQ(ana.facts.back().value, "dos\r\nlíneas");
    EXPECT_EQ(document->persons[1].source, "line 4") << "the quoted cell spans two lines";
    for (const char* rule : {"csv.date", "csv.sex", "csv.code", "csv.columns"})
        EXPECT_TRUE(hasRule(document->report, rule)) << rule;
    EXPECT_FALSE(hasRule(document->report, "csv.encoding"));
}

TEST(Csv, HostileTablesAreBoundedAndLocated) {
    EXPECT_NE(readCsv(viewOf("a,b\n1,\"2\n3")).error().detail.find("line 2"), std::string::npos);
    EXPECT_EQ(readCsv(viewOf("")).error().code, base::kMalformed);
    EXPECT_EQ(readCsv(viewOf("\xff\xfe"
                             "a"sv))
                  .error()
                  .code,
              base::kMalformed);
    EXPECT_EQ(readCsv(viewOf("a\0b"sv)).error().code, base::kMalformed);
    EXPECT_EQ(readCsv(viewOf("a\n1\n2\n3\n"), {2, 9, 9}).error().code, base::kTooLarge);
    EXPECT_EQ(readCsv(viewOf("a,b,c\n"), {9, 2, 9}).error().code, base::kTooLarge);
    EXPECT_EQ(readCsv(viewOf("abcdefghijk\n"), {9, 2, 9}).error().code, base::kTooLarge);
    EXPECT_TRUE(hasRule(readCsv(viewOf("name\nMu\xf1oz\n"))->report, "csv.encoding"));
    EXPECT_EQ(readCsv(viewOf("name\nMu\xf1oz\n"))->rows.at(0).cells.at(0), "Muñoz");
    EXPECT_EQ(readExchangeFile(viewOf("x,y\n1,2\n"), "t.csv", kOptions).error().code, base::kMalformed);
}

TEST(Csv, AMappingIsData) {
    const auto mapping = parseCsvMapping(
        R"({"dateFormat":"DD/MM/YYYY","columns":{"A":"familyName","B":"birthDate","C":"finger:left_thumb","D":"mrz"}})");
    ASSERT_TRUE(mapping) << mapping.error().detail;
    ReadOptions options = kOptions;
    options.csvMapping = &*mapping;
    const auto document = readExchangeFile(viewOf("A,B,C\nDoe,31/12/1999,x.png\n"), "t.csv", options);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->persons.at(0).traveler.birthDate, "1999-12-31");
    EXPECT_TRUE(hasRule(document->report, "csv.column"));
    EXPECT_EQ(parseCsvMapping(R"({"columns":{"A":"shoeSize"}})").error().code, base::kMalformed);
    EXPECT_EQ(parseCsvMapping(R"({"dateFormat":"YY","columns":{}})").error().code, base::kMalformed);
    EXPECT_EQ(parseCsvMapping(R"({"encoding":"klingon","columns":{"A":"name"}})").error().code, base::kMalformed);
}

TEST(Csv, ConstantsFillWhatARowLeavesOut) {
    const auto mapping = parseCsvMapping(R"({"columns":{"A":"familyName","N":"nationality"},"constants":{"nationality":"UTO"}})");
    ASSERT_TRUE(mapping) << mapping.error().detail;
    const auto document = travelersOf(*readCsv(viewOf("A,N\nUNO,\nDOS,ESP\n")), *mapping, {});
    EXPECT_EQ(document.persons.at(0).traveler.nationality, "UTO");
    EXPECT_EQ(document.persons.at(1).traveler.nationality, "ESP");
    for (const char* bad : {R"({"columns":{}})", R"({"columns":{"A":"shoeSize"}})", R"({"columns":{"A":"name"},"constants":{"x":"y"}})",
                            R"({"columns":{"A":"name"},"constants":{"sex":1}})"})
        EXPECT_EQ(parseCsvMapping(bad).error().code, base::kMalformed) << bad;
}

TEST(Csv, RandomTablesReadBackEqual) {
    std::mt19937 random(5);
    for (int round = 0; round < 10'000; ++round) {
        const auto cell = [&] {
            static const char* const pieces[] = {"a", "ñ", "\"", ",", ";", "\n", "\r\n", " ", "\t"};
            std::string text = "c";
            for (auto i = random() % 6; i > 0; --i) text += pieces[random() % 9];
            return text;
        };
        const std::size_t columns = 2 + random() % 4;
        std::vector<std::string> header;
        for (std::size_t i = 0; i < columns; ++i) header.push_back("h" + std::to_string(i));
        std::vector<std::vector<std::string>> rows(random() % 4);
        for (auto& row : rows)
            for (std::size_t i = 0; i < columns; ++i) row.push_back(cell());
        const auto table = readCsv(viewOf(writeCsv(header, rows)));
        ASSERT_TRUE(table) << table.error().detail;
        ASSERT_EQ(table->header, header);
        ASSERT_EQ(table->rows.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ(table->rows[i].cells, rows[i]);
    }
}

}  // namespace
}  // namespace cotejo::exchange
