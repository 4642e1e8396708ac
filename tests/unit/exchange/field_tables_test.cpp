#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/exchange/read_exchange.h"
#include "core/exchange/tables/watchlist_csv.h"
#include "tests/unit/exchange/shared_files.h"

// Tables as the world writes them (../shared/data/field), and others of their kinds.
namespace cotejo::exchange {
namespace {

using record::Sex;

const UtcTime kFieldDay = *fromIso("2026-11-30T10:00:00Z");

Result<ExchangeDocument> readTableText(std::string_view text, const CsvMapping* mapping = nullptr) {
    return readExchangeFile(viewOf(text), "table.csv", {kFieldDay, nullptr, mapping});
}

Result<ExchangeDocument> readField(const char* name, const CsvMapping* mapping = nullptr) {
    return readExchangeFile(*fieldFile(name), name, {kFieldDay, nullptr, mapping});
}

std::string namesOf(const ExchangeDocument& document) {
    std::string text;
    for (const auto& person : document.persons) text += person.traveler.familyName + "/" + person.traveler.givenNames + ";";
    return text;
}

std::string sexesOf(std::string_view header, const std::vector<std::string>& cells, const CsvMapping* mapping = nullptr) {
    std::string text = "Apellidos;" + std::string(header) + "\n";
    for (const auto& cell : cells) text += "A;" + cell + "\n";
    const auto document = readTableText(text, mapping);
    EXPECT_TRUE(document) << document.error().detail;
    std::string sexes;
    for (const auto& person : document->persons) sexes += record::codeOf(person.traveler.sex);
    if (hasRule(document->report, "csv.sex_ambiguous")) sexes += "?";
    return sexes;
}

TEST(FieldTables, ColumnsOfOneTargetAreJoinedInOrder) {
    const char* const tables[] = {
        "PRIMER_NOMBRE,SEGUNDO_NOMBRE,PRIMER_APELLIDO,SEGUNDO_APELLIDO\nLuz,Marina,Restrepo,Quintero\nAna,,Soto,\n",
        "Primer apellido;Segundo apellido;Primer nombre;Segundo nombre\nRestrepo;Quintero;Luz;Marina\nSoto;;Ana;\n",
        "Apellido paterno\tApellido materno\tNombres\nRestrepo\tQuintero\tLuz Marina\nSoto\t\tAna\n",
        "First name,Middle name,Last name,Last name\nLuz,Marina,Restrepo,Quintero\nAna,,Soto,\n",
        "Prénoms|Nom\nLuz Marina|Restrepo Quintero\nAna|Soto\n",
    };
    for (const char* table : tables) {
        const auto document = readTableText(table);
        ASSERT_TRUE(document) << table << document.error().detail;
        EXPECT_EQ(namesOf(*document), "Restrepo Quintero/Luz Marina;Soto/Ana;") << table;
    }
    const auto json = fieldFile("table_four_name_columns.mapping.json");
    if (!json) GTEST_SKIP() << "skipped: data set not found";
    const auto mapping = parseCsvMapping(textOf(*json));
    ASSERT_TRUE(mapping) << mapping.error().detail;
    for (const CsvMapping* given : {&*mapping, static_cast<const CsvMapping*>(nullptr)}) {
        const auto document = readField("table_four_name_columns.csv", given);
        ASSERT_TRUE(document) << document.error().detail;
        EXPECT_EQ(namesOf(*document), "Restrepo Quintero/Luz Marina;");
        EXPECT_EQ(document->persons[0].traveler.birthDate, "1975-05-17");
        EXPECT_FALSE(document->report.hasErrors());
    }
}

TEST(FieldTables, DatesOfATableAreReadAsAWhole) {
    const auto births = [](const std::vector<std::string>& cells, const char* rule) {
        std::string text = "Apellidos;Fecha de nacimiento;Vencimiento\n";
        for (const auto& cell : cells) text += "A;" + cell + "\n";
        const auto document = readTableText(text);
        EXPECT_TRUE(document) << document.error().detail;
        EXPECT_TRUE(hasRule(document->report, rule)) << text;
        std::string dates;
        for (const auto& person : document->persons) dates += person.traveler.birthDate + " ";
        return dates;
    };
    EXPECT_EQ(births({"30/01/1979;", "03/04/1984;", "1/2/1990;", "00/05/1991;"}, "csv.date_column"), "1979-01-30 1984-04-03 1990-02-01 1991-05-00 ");
    EXPECT_EQ(births({"01/30/1979;", "03/04/1984;"}, "csv.date_column"), "1979-01-30 1984-03-04 ");
    EXPECT_EQ(births({"3-4-1984;30-12-2030"}, "csv.date_column"), "1984-04-03 ") << "its expiry tells";
    EXPECT_EQ(births({"03.04.1984;", "30.04.1984 00:00:00;", "1979-05-06;"}, "csv.date_column"), "1984-04-03 1984-04-30 1979-05-06 ");
    // Nothing tells, or the table contradicts itself: asked.
    EXPECT_EQ(births({"03/04/1984;", "05/06/1990;"}, "csv.date"), "  ");
    EXPECT_EQ(births({"30/01/1979;", "01/30/1979;"}, "csv.date"), "  ");
    EXPECT_EQ(births({"30/01/1979;", "31/31/1979;"}, "csv.date"), "  ");
}

TEST(FieldTables, ALineOfTotalsIsNobody) {
    const auto document = readTableText("Apellidos;Nombres;Documento\nRojas;Ana;P1\nTotal;1;\nTOTAL DE PASAJEROS: 1;;\nTotal general;;1,00\nTotal;Ana;P2\nSumarokov;;P3\n");
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(namesOf(*document), "Rojas/Ana;Total/Ana;Sumarokov/;");
    EXPECT_EQ(std::count_if(document->report.findings.begin(), document->report.findings.end(), [](const Finding& f) { return f.rule == "csv.footer"; }), 3);
    EXPECT_EQ(document->facts.size(), 3u) << "kept as titles";
}

TEST(FieldTables, MacintoshIsAskedAndCountriesAreAllNamed) {
    const auto asked = readTableText("Apellidos;Nombres\nMu\x96oz;Jos\x8e\n");
    ASSERT_FALSE(asked);
    EXPECT_NE(asked.error().detail.find("macintosh"), std::string::npos) << asked.error().detail;
    CsvMapping stated = *parseCsvMapping(R"({"encoding":"macintosh","columns":{"Apellidos":"familyName","Nombres":"givenNames"}})");
    EXPECT_EQ(namesOf(*readTableText("Apellidos;Nombres\nMu\x96oz;Jos\x8e\n", &stated)), "Muñoz/José;");
    EXPECT_EQ(namesOf(*readTableText("Apellidos;Nombres\nAl\x96Hassan;\x8eivko\n")), "Al–Hassan/Živko;");
    const auto coded = readTableText("Apellidos;Nacionalidad\nA;Colombia\nB;refugiado\nC;CIV\nD;CO\n");
    const auto said = std::find_if(coded->report.findings.begin(), coded->report.findings.end(), [](const Finding& f) { return f.rule == "csv.coded"; });
    ASSERT_NE(said, coded->report.findings.end());
    EXPECT_NE(said->detail.find("\"refugiado\" as XXB"), std::string::npos) << said->detail;
    EXPECT_NE(said->detail.find("\"Colombia\" as COL"), std::string::npos) << said->detail;
}

TEST(FieldTables, NoValueOverwritesAnother) {
    for (const char* target : {"birthDate", "sex", "nationality", "documentNumber", "mrz", "expiry", "name"}) {
        const auto refused = parseCsvMapping(std::string(R"({"columns":{"A":")") + target + R"(","B":")" + target + R"("}})");
        ASSERT_FALSE(refused) << target;
        EXPECT_NE(refused.error().detail.find("\"A\" and \"B\""), std::string::npos) << refused.error().detail;
    }
    EXPECT_FALSE(parseCsvMapping(R"({"columns":{"A":"name","B":"givenNames"}})"));
    const auto twice = readTableText("Apellidos,Fecha de nacimiento,Date of birth\nA,1979-01-30,1980-02-02\nB,1979-01-30,1979-01-30\n");
    ASSERT_TRUE(twice);
    EXPECT_EQ(twice->persons[0].traveler.birthDate, "1979-01-30");
    EXPECT_EQ(std::count_if(twice->report.findings.begin(), twice->report.findings.end(), [](const Finding& f) { return f.rule == "csv.clash"; }), 1);
    const auto papers = readTableText("Apellidos,Pasaporte,Cédula\nA,P1,C1\n");
    ASSERT_EQ(papers->persons[0].traveler.documents.size(), 2u);
    EXPECT_EQ(papers->persons[0].traveler.documents[1].number, "C1");
    const auto list = watchlistOf(*readCsv(viewOf("reference,issuer,issuerCountry,status,Referencia\n1,F,UTO,withdrawn,2\n")),
                                  *guessCsvMapping({"reference", "issuer", "issuerCountry", "status", "Referencia"}, CsvContent::Watchlist));
    EXPECT_TRUE(list.entries.empty());
    EXPECT_TRUE(hasRule(list.report, "watchlist.clash"));
}

TEST(FieldTables, TheColumnOfTheSexIsReadAsAWhole) {
    EXPECT_EQ(sexesOf("Sexo", {"H", "M", "M"}), "MFF");
    EXPECT_EQ(sexesOf("Sexo", {"F", "M"}), "FM");
    EXPECT_EQ(sexesOf("Sexo", {"V", "M"}), "MF");
    EXPECT_EQ(sexesOf("Sexo", {"V", "H"}), "MF");
    EXPECT_EQ(sexesOf("Sexo", {"Hombre", "M", "h"}), "MFM");
    EXPECT_EQ(sexesOf("Sexo", {"Masculino", "Femenino", "f", "m"}), "MFFM");
    EXPECT_EQ(sexesOf("Sexe", {"Homme", "Femme", "H", "F"}), "MFMF");
    EXPECT_EQ(sexesOf("Sexo", {"Homem", "Mulher"}), "MF");
    EXPECT_EQ(sexesOf("Gender", {"male", "FEMALE", "x"}), "MFX");
    EXPECT_EQ(sexesOf("Sexo", {"1", "2", "0"}), "MFX") << "ISO/IEC 5218";
    EXPECT_EQ(sexesOf("Sexo", {"M", "M"}), "XX?") << "men, or mujeres";
    EXPECT_EQ(sexesOf("Sexo", {"H", "M", "F"}), "MXF?");
    EXPECT_EQ(sexesOf("sex", {"M"}), "M");
    EXPECT_EQ(sexesOf("Sexo", {"H"}), "M");
    auto mapping = *parseCsvMapping(R"({"columns":{"Apellidos":"familyName","Sexo":"sex"},"values":{"Sexo":{"A":"F","B":"M","M":"F"}}})");
    EXPECT_EQ(sexesOf("Sexo", {"A", "B", "M"}, &mapping), "FMF");
    for (const char* bad : {R"({"columns":{"A":"sex"},"values":{"B":{"x":"F"}}})", R"({"columns":{"A":"sex"},"values":{"A":{"x":1}}})", R"({"columns":{"A":"sex"},"values":[]})"})
        EXPECT_FALSE(parseCsvMapping(bad)) << bad;
    if (!fieldFile("table_sex_H_M.csv")) GTEST_SKIP() << "skipped: data set not found";
    const auto letters = readField("table_sex_H_M.csv"), words = readField("table_sex_words.csv");
    ASSERT_EQ(letters->persons.size(), 3u);
    EXPECT_EQ(letters->persons[0].traveler.sex, Sex::Male);
    EXPECT_EQ(letters->persons[1].traveler.sex, Sex::Female);
    EXPECT_EQ(letters->persons[2].traveler.sex, Sex::Female);
    ASSERT_EQ(words->persons.size(), 3u);
    EXPECT_EQ(words->persons[0].traveler.sex, Sex::Male);
    EXPECT_EQ(words->persons[1].traveler.sex, Sex::Female);
    EXPECT_EQ(words->persons[2].traveler.sex, Sex::Female);
}

TEST(FieldTables, CountriesKindsAndStatesInWords) {
    const auto document = readTableText("Apellidos;Nacionalidad;País emisor;Tipo de documento;Número de documento\n"
                               "A;Colombia;CO;Pasaporte;1\nB;PERÚ;per;Cédula;2\nC;Estados Unidos;USA;Passport;3\nD;apátrida;ESP;P;4\n"
                               "E;Syrian Arab Republic;D;Passeport;5\nF;Alemanha;DE;Carte d'identité;6\nG;Atlantis;XXK;CC;7\n");
    ASSERT_TRUE(document) << document.error().detail;
    std::string text;
    for (const auto& person : document->persons) text += person.traveler.nationality + " " + person.traveler.documents.at(0).issuer + " " + person.traveler.documents.at(0).type + ";";
    EXPECT_EQ(text, "COL COL P;PER PER I;USA USA P;XXA ESP P;SYR D P;DEU DEU I;Atlantis XXK CC;");
    EXPECT_TRUE(hasRule(document->report, "csv.coded"));
    EXPECT_TRUE(hasRule(document->report, "csv.code"));
    const std::string header = "reference,gallery,name,issuer,issuerCountry,reason,status,grade,reviewBy\n";
    const auto list = watchlistOf(*readCsv(viewOf(header + "1,wanted,A,F,Perú,R,Activo,Orden de captura,2027-03-01\n2,,,F,PE,,Vencida,,\n")),
                                  *guessCsvMapping(readCsv(viewOf(header + "x"))->header, CsvContent::Watchlist));
    ASSERT_EQ(list.entries.size(), 2u) << list.report.findings.at(0).detail;
    EXPECT_EQ(list.entries[0].entry.issuerCountry, "PER");
    EXPECT_EQ(list.entries[0].entry.status, record::EntryStatus::Active);
    EXPECT_EQ(list.entries[0].entry.grade, record::EvidenceGrade::Warrant);
    EXPECT_EQ(list.entries[1].entry.status, record::EntryStatus::Expired);
}

TEST(FieldTables, WhatSpreadsheetsLeaveOutOrPutInFront) {
    const std::string plain = "Apellidos;Nombres;Documento\nRojas;Iván;P1\n";
    for (const std::string& text : std::initializer_list<std::string>{plain, "sep=;\n" + plain, "\"sep=;\"\r\n" + plain, "SEP=;\r\n" + plain, "\xef\xbb\xbfsep=;\n" + plain, "LISTA;;\nFecha:;29/11/2026;\n" + plain,
                                    "Listado de pasajeros, vuelo UT 204\n\n" + plain, "A;B;C;D\n" + plain, std::string("Apellidos|Nombres|Documento\nRojas|Iván|P1\n"),
                                    std::string("sep=|\nApellidos|Nombres|Documento\nRojas|Iván|P1\n"), "Apellidos;Nombres;Documento;Alias\nRojas;Iván;P1\n;;;\n;;\n",
                                    "Apellidos;Nombres;Documento;Alias\nRojas;Iván;P1;;;;\n", "\xc2\xa0" "Apellidos;Nombres\xe2\x80\x8b;Documento\n\xc2\xa0Rojas \xe2\x80\x8b;\xc2\xa0Iván;P1\xc2\xa0\n",
                                    "Apellidos;Nombres;Documento\nRojas;Iván;P1\nTotal: 1 pasajero\n"}) {
        const auto document = readTableText(text);
        ASSERT_TRUE(document) << text << document.error().detail;
        EXPECT_EQ(namesOf(*document), "Rojas/Iván;") << text;
        EXPECT_EQ(document->persons.at(0).traveler.documents.at(0).number, "P1") << text;
        EXPECT_FALSE(document->report.hasErrors()) << text;
    }
    EXPECT_TRUE(hasRule(readTableText("LISTA;;\n" + plain)->report, "csv.title"));
    EXPECT_TRUE(hasRule(readTableText("sep=;\n" + plain)->report, "csv.sep"));
    const auto tooMany = readTableText("Apellidos,Nombres\nRojas, Mora,Iván\nSoto,Ana\n");
    EXPECT_EQ(namesOf(*tooMany), "Soto/Ana;") << "a shifted row is refused, and named";
    EXPECT_TRUE(hasRule(tooMany->report, "csv.columns"));
    if (!fieldFile("table_ragged.csv")) GTEST_SKIP() << "skipped: data set not found";
    EXPECT_EQ(namesOf(*readField("table_ragged.csv")), "Rojas/Iván;Rojas/Inés;Soto/Ana;");
    EXPECT_EQ(readField("table_ragged.csv")->persons[2].aliases, std::vector<std::string>{"Anita"});
    EXPECT_TRUE(hasRule(readField("table_ragged.csv")->report, "csv.ragged"));
    EXPECT_EQ(namesOf(*readField("table_sep_line.csv")), "Quispe Mamani/Rosa Elena;");
    EXPECT_EQ(namesOf(*readField("table_title_lines.csv")), "Rojas/Iván;");
    EXPECT_EQ(readField("table_title_lines.csv")->facts.at(0).value, "LISTADO DE PASAJEROS VUELO UT 204");
    EXPECT_EQ(namesOf(*readField("table_nbsp.csv")), "Rojas Mora/Iván;");
}

TEST(FieldTables, EncodingsAreToldOrAsked) {
    const std::string header = "Apellidos;Nombres\n";
    EXPECT_EQ(namesOf(*readTableText(header + "O\x92" "Brien;Siobh\xe1n\n\x8eupanc;Sa\x9a" "a\n")), "O’Brien/Siobhán;Županc/Saša;");
    EXPECT_EQ(namesOf(*readTableText(header + "Mu\xf1oz;Jos\xe9\n")), "Muñoz/José;");
    EXPECT_EQ(namesOf(*readTableText(header + "Nu\xf1" "ez;\xc1ngel\n")), "Nuñez/Ángel;");
    const auto utf16 = [](std::string_view text, bool bigEnd, bool mark) {
        std::string bytes = !mark ? "" : bigEnd ? "\xfe\xff" : "\xff\xfe";
        for (const char c : text) {
            if (bigEnd) bytes += '\0';
            bytes += c;
            if (!bigEnd) bytes += '\0';
        }
        return bytes;
    };
    for (const bool bigEnd : {false, true})
        for (const bool mark : {false, true}) EXPECT_EQ(namesOf(*readTableText(utf16("Apellidos\tNombres\nRojas\tAna\n", bigEnd, mark))), "Rojas/Ana;");
    EXPECT_FALSE(readTableText(utf16(header, false, true) + "x"));
    // Cyrillic, Arabic, an older program's Spanish, a byte that no Windows-1252 has: asked, by name of the remedy.
    for (const char* row : {"\xc8\xe2\xe0\xed\xee\xe2;\xce\xeb\xfc\xe3\xe0\n", "\xc7\xe1\xcd\xd3\xe4;\xe3\xcd\xe3\xcf\n", "Mu\xa4oz;Jos\x82\n", "M\x81ller;J\x94rg\n"}) {
        const auto asked = readTableText(header + row);
        ASSERT_FALSE(asked);
        EXPECT_NE(asked.error().detail.find("\"encoding\""), std::string::npos) << asked.error().detail;
    }
    const auto stated = [&](const char* encoding, const char* row) {
        const auto mapping = parseCsvMapping(std::string(R"({"encoding":")") + encoding + R"(","columns":{"Apellidos":"familyName","Nombres":"givenNames"}})");
        EXPECT_TRUE(mapping) << mapping.error().detail;
        const auto document = readTableText(header + row, &*mapping);
        return document ? namesOf(*document) : document.error().detail;
    };
    EXPECT_EQ(stated("windows-1251", "\xc8\xe2\xe0\xed\xee\xe2;\xce\xeb\xfc\xe3\xe0\n"), "Иванов/Ольга;");
    EXPECT_EQ(stated("cp850", "Mu\xa4oz;Jos\x82\n"), "Muñoz/José;");
    EXPECT_EQ(stated("windows-1250", "\xa3ukaszewicz;\xaf" "aneta\n"), "Łukaszewicz/Żaneta;");
    EXPECT_EQ(stated("ISO-8859-9", "I\xfe\xfdk;\xddrem\n"), "Işık/İrem;");
    if (!fieldFile("table_cp1252_quote.csv")) GTEST_SKIP() << "skipped: data set not found";
    EXPECT_EQ(namesOf(*readField("table_cp1252_quote.csv")), "O’Brien/Siobhán;Županc/Saša;");
}

TEST(FieldTables, PartialAndForeignDates) {
    const auto born = [](std::string_view date, const char* format = nullptr) {
        CsvMapping mapping{{{"A", "familyName"}, {"B", "birthDate"}}, {}, {}, format == nullptr ? "YYYY-MM-DD" : format, {}};
        const auto document = readTableText("A;B\nx;" + std::string(date) + "\n", &mapping);
        std::string text = document->persons.at(0).traveler.birthDate;
        for (const auto& finding : document->report.findings) {
            text += " " + finding.rule;
            for (const auto& [key, value] : finding.params)
                if (key == "proposal" && !value.empty()) text += " " + value;
        }
        return text;
    };
    EXPECT_EQ(born("1979"), "1979-00-00");
    EXPECT_EQ(born("1979-00-00"), "1979-00-00");
    EXPECT_EQ(born("1979-05"), "1979-05-00");
    EXPECT_EQ(born("00/05/1979", "DD/MM/YYYY"), "1979-05-00");
    EXPECT_EQ(born("05/1979", "DD/MM/YYYY"), "1979-05-00");
    EXPECT_EQ(born("3/4/1984", "DD/MM/YYYY"), "1984-04-03");
    EXPECT_EQ(born("0000-00-00"), "");
    EXPECT_EQ(born("1979-01-30 00:00:00"), "1979-01-30");
    EXPECT_EQ(born("1979-01-30T00:00:00Z"), "1979-01-30");
    EXPECT_EQ(born("1979-01-29T23:00:00Z"), "1979-01-29 csv.date_time");
    EXPECT_EQ(born("30 ene 1979"), "1979-01-30");
    EXPECT_EQ(born("30 de enero de 1979"), "1979-01-30");
    EXPECT_EQ(born("29005"), " csv.date_serial 1979-05-30");
    EXPECT_EQ(born("29005.0"), " csv.date_serial 1979-05-30");
    EXPECT_EQ(born("29005", "EXCEL"), "1979-05-30");
    EXPECT_EQ(born("60", "EXCEL"), " csv.date") << "the 29 February 1900 that never was";
    EXPECT_EQ(born("2522-01-30"), " csv.date_calendar 1979-01-30");
    EXPECT_EQ(born("2522-01-30", "BUDDHIST"), "1979-01-30");
    EXPECT_EQ(born("1357-11-22", "SOLAR_HIJRI"), "1979-02-11");
    EXPECT_EQ(born("1399-03-01", "LUNAR_HIJRI"), "1979-01-30");
    EXPECT_EQ(born("1357-11-22"), " csv.date_calendar 1979-02-11 or 1939-01-13");
    EXPECT_EQ(born("1440-01-01"), " csv.date_calendar 2018-09-12") << "the tabular calendar; seen on the 11th in most places";
    EXPECT_EQ(born("2031-01-01"), "2031-01-01 csv.date_future");
    for (const char* none : {"03/04/1984", "1979-02-30", "x", "1979-13-01", "30/01/79"}) EXPECT_EQ(born(none), " csv.date") << none;
    if (!fieldFile("table_partial_dates.csv")) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readField("table_partial_dates.csv");
    std::string dates;
    for (const auto& person : document->persons) dates += person.traveler.birthDate + ";";
    EXPECT_EQ(dates, "1979-00-00;1979-00-00;1979-05-00;;1979-01-30;1979-01-30;");
    EXPECT_TRUE(hasRule(document->report, "csv.date_serial"));
}

TEST(FieldTables, EveryCutOfEveryTableIsReadOrLocated) {
    std::size_t tables = 0;
    for (const auto& path : sharedFiles("field", ".csv")) {
        ++tables;
        const auto bytes = *readFile(path);
        for (std::size_t size = 1; size < bytes.size(); ++size) {
            const auto document = readExchangeFile(ByteView(bytes).first(size), "cut.csv", {kFieldDay, nullptr, nullptr});
            ASSERT_TRUE(document || document.error().detail.find("cut.csv: ") == 0) << path << " at " << size;
        }
    }
    if (tables == 0) GTEST_SKIP() << "skipped: data set not found";
}

}  // namespace
}  // namespace cotejo::exchange
