#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/exchange/country_codes.h"
#include "core/exchange/read_exchange.h"
#include "tests/unit/exchange/shared_files.h"

// Machine-readable zones as the world writes them (../shared/data/field), and others of their kinds.
namespace cotejo::exchange {
namespace {

const UtcTime kFieldToday = *fromIso("2026-11-30T10:00:00Z");
const std::string kFieldZone = "P<UTOEISENHOF<<ANDREA<MARTA<<<<<<<<<<<<<<<<<\nAC77374981UTO7612220F3104127<<<<<<<<<<<<<<08";

Result<ExchangeDocument> readZoneText(std::string_view text) { return readExchangeFile(viewOf(text), "zone.txt", {kFieldToday, nullptr, nullptr}); }

// A zone of TD3 with right digits.
std::string td3(const std::string& birth, const std::string& expiry, const std::string& nationality = "UTO", const std::string& number = "A00000017", const std::string& begin = "P<UTO") {
    const auto checked = [](const std::string& field) { return field + mrzCheckDigit(field); };
    std::string first = begin + "SPECIMEN<<ANA";
    first.resize(44, '<');
    const std::string personal = std::string(14, '<') + "0";
    return first + "\n" + checked(number) + nationality + checked(birth) + "F" + checked(expiry) + personal + mrzCheckDigit(checked(number) + checked(birth) + checked(expiry) + personal);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) text.replace(at, from.size(), to);
    return text;
}

TEST(FieldZones, WrappingsOfTextAreNoDamage) {
    const auto utf16 = [](const std::string& text, bool bigEnd) {
        std::string bytes = bigEnd ? "\xfe\xff" : "\xff\xfe";
        for (const char c : text) (bigEnd ? bytes += '\0' : bytes += c), (bigEnd ? bytes += c : bytes += '\0');
        return bytes;
    };
    for (const std::string& text : {kFieldZone, "\xef\xbb\xbf" + replaced(kFieldZone, "\n", "\r\n") + "\r\n", replaced(kFieldZone, "\n", "\r"), utf16(kFieldZone, false), utf16(kFieldZone, true), replaced(kFieldZone, "<<", "«"),
                                    replaced(kFieldZone, "<<", "\xab"), replaced(kFieldZone, "<", "‹"), replaced(kFieldZone, "<", "&lt;"), replaced(kFieldZone, "<", "＜"), replaced(kFieldZone, "EISENHOF", "eisenhof"),
                                    replaced(kFieldZone, "ANDREA", "AND REA"), replaced(kFieldZone, "<<A", "<<\xc2\xa0" "A"), "\n\n  " + replaced(kFieldZone, "\n", "  \n\n\t") + "\n"}) {
        const auto document = readZoneText(text);
        ASSERT_TRUE(document) << text << document.error().detail;
        EXPECT_EQ(document->zones.at(0).lines.at(0) + "\n" + document->zones[0].lines.at(1), kFieldZone) << text;
        EXPECT_TRUE(document->zones[0].checksHold());
        EXPECT_FALSE(document->report.hasErrors());
    }
    if (!fieldFile("mrz_td3_bom_crlf.txt")) GTEST_SKIP() << "skipped: data set not found";
    EXPECT_EQ(readExchangeFile(*fieldFile("mrz_td3_bom_crlf.txt"), "x.txt", {kFieldToday, nullptr, nullptr})->persons.at(0).traveler.familyName, "EISENHOF");
}

TEST(FieldZones, ALineOfAnotherLengthIsNamedAndACaseCanBeOpened) {
    const struct {
        std::string text, says, family, number, birth;
    } cases[] = {
        {replaced(kFieldZone, "MARTA<", "MARTA"), "Line 1 has 43 characters, 44 needed", "EISENHOF", "AC7737498", "1976-12-22"},
        {replaced(kFieldZone, "MARTA", "MARTA<<"), "Line 1 has 46 characters, 44 needed", "EISENHOF", "AC7737498", "1976-12-22"},
        {replaced(kFieldZone, "08", "0"), "Line 2 has 43 characters, 44 needed", "EISENHOF", "AC7737498", "1976-12-22"},
        {replaced(kFieldZone, "AC77374981", "AC7774981"), "Line 2 has 43 characters, 44 needed", "EISENHOF", "", ""},
        {"I<UTOD231458907<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<", "Line 1 has 29 characters, 30 needed (TD1)", "ERIKSSON", "D23145890", "1974-08-12"},
    };
    for (const auto& each : cases) {
        EXPECT_FALSE(parseMrz(each.text, kFieldToday));
        const auto document = readZoneText(each.text);
        ASSERT_TRUE(document) << each.text << document.error().detail;
        ASSERT_TRUE(hasRule(document->report, "mrz.line"));
        EXPECT_NE(document->report.findings[0].detail.find(each.says), std::string::npos) << document->report.findings[0].detail;
        const auto& traveler = document->persons.at(0).traveler;
        EXPECT_EQ(traveler.familyName, each.family);
        EXPECT_EQ(traveler.documents.at(0).number, each.number);
        EXPECT_EQ(traveler.birthDate, each.birth) << each.text;
        EXPECT_EQ(traveler.documents[0].mrz, each.text) << "as read";
    }
    const auto foreign = readZoneText(replaced(kFieldZone, "ANDREA", "ANDR?A"));
    ASSERT_TRUE(foreign);
    EXPECT_NE(foreign->report.findings.at(0).detail.find("Line 1, column 20"), std::string::npos) << foreign->report.findings[0].detail;
    EXPECT_FALSE(readZoneText("only some words of a letter, which is no zone at all, of whatever length"));
    if (!fieldFile("mrz_td3_43_chars.txt")) GTEST_SKIP() << "skipped: data set not found";
    const auto given = readExchangeFile(*fieldFile("mrz_td3_43_chars.txt"), "x.txt", {kFieldToday, nullptr, nullptr});
    ASSERT_TRUE(given) << given.error().detail;
    EXPECT_NE(given->report.findings.at(0).detail.find("Line 1 has 43 characters, 44 needed"), std::string::npos);
}

TEST(FieldZones, MisreadingsOfSeveralCharactersAreProposedAndNeverApplied) {
    const std::string right = td3("881215", "310125");
    const auto proposals = [&](const std::string& read, const std::string& field, const std::string& wanted) {
        const auto reading = parseMrz(read, kFieldToday);
        EXPECT_TRUE(reading);
        EXPECT_EQ(reading->lines[0] + "\n" + reading->lines[1], read) << "as read";
        return std::any_of(reading->proposals.begin(), reading->proposals.end(),
                           [&](const MrzProposal& p) { return p.field == field && p.lines[0] + "\n" + p.lines[1] == wanted && !p.changes.empty(); });
    };
    EXPECT_TRUE(proposals(replaced(right, "881215", "BB1Z1S"), "birthDate", right));
    EXPECT_TRUE(proposals(replaced(right, "310125", "3I0I2S"), "expiry", right));
    EXPECT_TRUE(proposals(replaced(right, "A00000017", "AO000O017"), "documentNumber", right));
    EXPECT_TRUE(proposals(replaced(right, "SPECIMEN", "5PEC1MEN"), "name", right));
    std::string fillers = right;
    for (std::size_t i = 20; i < 44; ++i) fillers[i] = 'K';
    EXPECT_TRUE(proposals(fillers, "name", right));
    EXPECT_TRUE(parseMrz(right, kFieldToday)->proposals.empty());
    if (!fieldFile("mrz_td3_multi_digit_ocr.txt")) GTEST_SKIP() << "skipped: data set not found";
    auto lines = parseMrz(textOf(*fieldFile("mrz_td3_multi_digit_ocr.txt")), kFieldToday)->lines;
    for (int step = 0; step < 2; ++step) {  // as a person accepts them, one after the other
        const auto reading = parseMrz(lines[0] + "\n" + lines[1], kFieldToday);
        const auto at = std::find_if(reading->proposals.begin(), reading->proposals.end(), [](const MrzProposal& p) { return p.field == "birthDate" || p.field == "expiry"; });
        ASSERT_NE(at, reading->proposals.end());
        lines = at->lines;
    }
    const auto repaired = parseMrz(lines[0] + "\n" + lines[1], kFieldToday);
    EXPECT_TRUE(repaired->checksHold());
    EXPECT_EQ(repaired->birthDate, "1988-12-15");
    EXPECT_EQ(repaired->expiry, "2031-01-25");
}

bool accuses(const ExchangeDocument& document) {
    return std::any_of(document.report.findings.begin(), document.report.findings.end(), [](const Finding& f) { return f.severity != Severity::Note || f.detail.find("altered") != f.detail.npos; });
}

TEST(FieldZones, AZoneIsFoundAmongOtherText) {
    const std::string td1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    for (const std::string& text : {"Reader v2, page 1\n" + kFieldZone + "\nend of page", "Pasaporte leído 2026-11-01\r\n" + kFieldZone, kFieldZone + "\n\nOK 2 lines", "{scan}\n" + td1 + "\n{/scan}"}) {
        const auto document = readZoneText(text);
        ASSERT_TRUE(document) << text << document.error().detail;
        ASSERT_EQ(document->zones.size(), 1u);
        EXPECT_TRUE(document->zones[0].checksHold());
        EXPECT_TRUE(hasRule(document->report, "mrz.among"));
        EXPECT_FALSE(accuses(*document));
    }
    const auto several = readZoneText(kFieldZone + "\n" + td3("790130", "310101"));
    ASSERT_FALSE(several);
    EXPECT_NE(several.error().detail.find("2 machine-readable zones"), std::string::npos) << several.error().detail;
    EXPECT_FALSE(readZoneText("Dear colleague,\nthe file follows.\n")) << "a letter is no zone";
}

TEST(FieldZones, LinesInAnotherOrderAreReadInTheRightOne) {
    const std::vector<std::string> td1{"I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"};
    std::vector<std::size_t> order{0, 1, 2};
    while (std::next_permutation(order.begin(), order.end())) {
        const auto document = readZoneText(td1[order[0]] + "\n" + td1[order[1]] + "\n" + td1[order[2]]);
        ASSERT_TRUE(document);
        EXPECT_EQ(document->persons.at(0).traveler.familyName, "ERIKSSON");
        EXPECT_TRUE(hasRule(document->report, "mrz.order"));
        EXPECT_FALSE(accuses(*document));
    }
    const auto passport = readZoneText(kFieldZone.substr(45) + "\n" + kFieldZone.substr(0, 44));
    ASSERT_TRUE(passport);
    EXPECT_EQ(passport->persons.at(0).traveler.documents.at(0).mrz, kFieldZone);
    EXPECT_FALSE(hasRule(readZoneText(kFieldZone)->report, "mrz.order"));
    // No order in which every digit is right: nothing is turned.
    EXPECT_FALSE(hasRule(readZoneText(replaced(kFieldZone.substr(45), "7612220", "7612221") + "\n" + kFieldZone.substr(0, 44))->report, "mrz.order"));
}

TEST(FieldZones, TheRussianInternalPassportHasRulesOfItsOwn) {
    const std::string zone = "PNRUSIMAREK<<EVGENIQ<ALEKSANDROVI3<<<<<<<<<<\n3919353498RUS7207233M<<<<<<<4151218910003<50";
    const auto document = readZoneText(zone);
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->formatName, "RUS-ID");
    EXPECT_TRUE(document->zones.at(0).checksHold());
    EXPECT_FALSE(accuses(*document));
    EXPECT_FALSE(hasRule(document->report, "mrz.name"));
    EXPECT_EQ(document->persons.at(0).traveler.familyName, "IMAREK");
    EXPECT_EQ(document->persons[0].traveler.givenNames, "EVGENII ALEKSANDROVICH");
    EXPECT_EQ(document->persons[0].traveler.documents.at(0).number, "3914935349");
    EXPECT_EQ(document->persons[0].traveler.birthDate, "1972-07-23");
    EXPECT_EQ(document->persons[0].traveler.documents[0].expiry, "");
    EXPECT_TRUE(accuses(*readZoneText(replaced(zone, "720723", "720724"))));
}

TEST(FieldZones, NationalLayoutsAreNoForgeries) {
    const auto french = [](const std::string& surname, const std::string& number, const std::string& given, const std::string& birth, char sex) {
        std::string first = "IDFRA" + surname, names = given;
        first.resize(30, '<');
        names.resize(14, '<');
        first += "952042";
        const std::string second = number + mrzCheckDigit(number) + names + birth + mrzCheckDigit(birth) + sex;
        return first + "\n" + second + mrzCheckDigit(first + second);
    };
    const auto card = readZoneText(french("MARTINEZ", "050995201874", "LUCIE<<ANNE", "900712", 'F'));
    ASSERT_TRUE(card);
    EXPECT_EQ(card->formatName, "FRA-ID");
    EXPECT_FALSE(accuses(*card));
    EXPECT_EQ(card->persons[0].traveler.familyName, "MARTINEZ");
    EXPECT_EQ(card->persons[0].traveler.givenNames, "LUCIE ANNE");
    EXPECT_EQ(card->persons[0].traveler.birthDate, "1990-07-12");
    EXPECT_EQ(card->persons[0].traveler.sex, record::Sex::Female);
    EXPECT_EQ(card->persons[0].traveler.documents[0].number, "050995201874");
    EXPECT_EQ(card->persons[0].traveler.documents[0].expiry, "");
    EXPECT_EQ(readZoneText(french("LE<GALL", "880795201874", "YVES", "120307", 'M'))->persons[0].traveler.birthDate, "1912-03-07") << "issued in 1988";
    EXPECT_TRUE(accuses(*readZoneText(replaced(french("MARTINEZ", "050995201874", "LUCIE", "900712", 'F'), "900712", "900713"))));
    // Belgium: over the filler up to 2020, without it since.
    for (const char* first : {"IDBEL592765432<1178<<<<<<<<<<<", "IDBEL592765432<1172<<<<<<<<<<<"}) {
        const std::string second = "8504216M2903301BEL85042100123";
        const std::string text = std::string(first) + "\n" + second + mrzCheckDigit(std::string(first).substr(5) + second.substr(0, 7) + second.substr(8, 7) + second.substr(18)) +
                                 "\nSPECIMEN<<JAN<<<<<<<<<<<<<<<<<";
        const auto belgian = readZoneText(text);
        ASSERT_TRUE(belgian);
        EXPECT_FALSE(accuses(*belgian)) << belgian->report.findings.at(0).detail;
        EXPECT_TRUE(belgian->zones[0].checksHold());
        EXPECT_EQ(belgian->zones[0].documentNumber, "592765432117");
        EXPECT_TRUE(accuses(*readZoneText(replaced(text, "IDBEL592765432<", "IDBEL592765433<"))));
    }
    const auto licence = readZoneText("D1FRA13AA000026181231MARTIN<<9");
    ASSERT_TRUE(licence);
    EXPECT_EQ(licence->persons[0].traveler.familyName, "MARTIN");
    EXPECT_TRUE(licence->zones[0].checksHold());
    EXPECT_FALSE(accuses(*licence));
    const auto swiss = readZoneText("AAA001D<<\nFACHE305142128097<<800126<<<<<\nSPECIMEN<<FABIENNE<<<<<<<<<<<<");
    ASSERT_TRUE(swiss);
    EXPECT_EQ(swiss->persons[0].traveler.birthDate, "1980-01-26");
    EXPECT_FALSE(swiss->zones[0].checked);
    EXPECT_FALSE(accuses(*swiss));
    for (const char* line : {"D1NLD15094962111659VV7HRX56RN8", "D<UTO12345678901234567890<<<<<"}) {
        const auto other = readZoneText(line);
        ASSERT_TRUE(other) << line;
        EXPECT_FALSE(other->zones[0].checked);
        EXPECT_FALSE(other->report.hasErrors());
        EXPECT_TRUE(hasRule(other->report, "mrz.not_checked"));
        EXPECT_EQ(other->persons.at(0).traveler.documents.at(0).mrz, line) << "a case can be opened";
    }
    EXPECT_FALSE(readZoneText("DXQQQ1234567890123456789012345"));
    // A layout that is not known: neither right nor wrong.
    const auto unknown = readZoneText("ZZUTOABCDEFGH<<IJKLMN<<OPQRST<<UVWXY\nQWERTYUIOPASDFGHJKLZXCVBNMQWERTYUIOP");
    ASSERT_TRUE(unknown);
    EXPECT_FALSE(unknown->zones[0].checked);
    EXPECT_TRUE(hasRule(unknown->report, "mrz.not_checked"));
    EXPECT_FALSE(hasRule(unknown->report, "mrz.check"));
    for (const char* name : {"mrz_french_id_2x36.txt", "mrz_belgian_id_check_over_filler.txt"}) {
        if (!fieldFile(name)) GTEST_SKIP() << "skipped: data set not found";
        const auto given = readExchangeFile(*fieldFile(name), name, {kFieldToday, nullptr, nullptr});
        ASSERT_TRUE(given) << given.error().detail;
        EXPECT_FALSE(accuses(*given)) << given->report.findings.at(0).detail;
        EXPECT_TRUE(given->zones[0].checksHold());
    }
}

TEST(FieldZones, UnknownPartsAndCenturiesOfBirths) {
    const auto born = [](const std::string& birth, const std::string& expiry = "310101") {
        const auto reading = parseMrz(td3(birth, expiry), kFieldToday);
        return reading->birthDate + "|" + reading->otherBirthDate + (hasRule(reading->report, "mrz.century") ? "|said" : "") + (reading->report.hasErrors() ? "|error" : "");
    };
    EXPECT_EQ(born("<<<<<<"), "|");
    EXPECT_EQ(born("000000"), "|") << "zeros";
    EXPECT_EQ(born("68<<<<"), "1968-00-00|");
    EXPECT_EQ(born("6805<<"), "1968-05-00|");
    EXPECT_EQ(born("680000"), "1968-00-00|");
    EXPECT_EQ(born("68XXXX"), "1968-00-00|");
    EXPECT_EQ(born("261128"), "1926-11-28|2026-11-28|said") << "no whole number of years before 2031-01-01 lies in two days of life";
    EXPECT_EQ(born("261128", "311129"), "2026-11-28|1926-11-28|said") << "issued the day after birth for five years";
    EXPECT_EQ(born("261201"), "1926-12-01|") << "not born yet";
    EXPECT_EQ(born("200304"), "2020-03-04|1920-03-04|said");
    EXPECT_EQ(born("140304"), "2014-03-04|") << "112 years are too many";
    EXPECT_EQ(born("200304", "150101"), "1920-03-04|") << "the document expired before";
    EXPECT_EQ(born("881215"), "1988-12-15|");
    EXPECT_EQ(born("881315"), "||error");
    for (const auto& [name, wanted] : {std::pair{"mrz_td3_birth_all_unknown.txt", ""}, {"mrz_td3_birth_month_day_unknown.txt", "1968-00-00"}, {"mrz_td3_born_1926.txt", "1926-11-28"}}) {
        if (!fieldFile(name)) GTEST_SKIP() << "skipped: data set not found";
        const auto document = readExchangeFile(*fieldFile(name), name, {kFieldToday, nullptr, nullptr});
        ASSERT_TRUE(document);
        EXPECT_EQ(document->persons.at(0).traveler.birthDate, wanted);
        EXPECT_FALSE(document->report.hasErrors()) << document->report.findings.at(0).detail;
    }
}

TEST(FieldZones, CodesOfPeopleUnderProtectionAndOfKosovo) {
    EXPECT_TRUE(parseMrz(td3("881215", "310125", "SYR", "A00000017", "PRUTO"), kFieldToday)->protection) << "refugee travel document";
    EXPECT_FALSE(parseMrz(td3("881215", "310125", "UTO", "A00000017", "PRUTO"), kFieldToday)->protection);
    EXPECT_TRUE(parseMrz(td3("881215", "310125", "SYR", "A00000017", "MED<<"), kFieldToday)->protection) << "proof of arrival";
    EXPECT_TRUE(isCountryCode("XXK") && isCountryCode("RKS"));
    EXPECT_EQ(kindOfCode("XXK"), CodeKind::Kosovo);
    EXPECT_EQ(kindOfCode("XXB"), CodeKind::Refugee);
    EXPECT_EQ(kindOfCode("UNO"), CodeKind::UnitedNations);
    EXPECT_EQ(kindOfCode("PER"), CodeKind::Country);
    EXPECT_EQ(kindOfCode("QQQ"), CodeKind::Unknown);
    if (!fieldFile("mrz_td3_PT_refugee_1951_xxb.txt")) GTEST_SKIP() << "skipped: data set not found";
    EXPECT_TRUE(readExchangeFile(*fieldFile("mrz_td3_PT_refugee_1951_xxb.txt"), "x", {kFieldToday, nullptr, nullptr})->zones.at(0).protection);
    EXPECT_FALSE(hasRule(readExchangeFile(*fieldFile("mrz_td1_xxk_german_permit.txt"), "x", {kFieldToday, nullptr, nullptr})->report, "mrz.code"));
}

TEST(FieldZones, EveryCutIsReadSalvagedOrLocated) {
    std::size_t zones = 0;
    for (const auto& path : sharedFiles("field", ".txt")) {
        ++zones;
        const auto bytes = *readFile(path);
        for (std::size_t size = 1; size < bytes.size(); ++size) {
            const auto document = readExchangeFile(ByteView(bytes).first(size), "cut.mrz", {kFieldToday, nullptr, nullptr});
            ASSERT_TRUE(document ? !document->zones.empty() || hasRule(document->report, "mrz.line") : document.error().detail.find("cut.mrz: ") == 0)
                << path << " at " << size;
        }
    }
    if (zones == 0) GTEST_SKIP() << "skipped: data set not found";
}

}  // namespace
}  // namespace cotejo::exchange
