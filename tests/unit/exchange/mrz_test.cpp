#include "core/exchange/mrz/mrz.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/exchange/country_codes.h"

namespace cotejo::exchange {
namespace {

const UtcTime kCaptured = *fromIso("2026-11-16T10:00:00Z");
// The specimens of ICAO Doc 9303, parts 4 to 7.
const std::string kTd3 =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
const std::string kTd1 =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
const std::string kTd2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";
const std::string kMrvA =
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<";
const std::string kMrvB = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<";

std::string with(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

bool hasRule(const MrzReading& reading, std::string_view rule) {
    return std::any_of(reading.report.findings.begin(), reading.report.findings.end(),
                       [&](const Finding& f) { return f.rule == rule; });
}

TEST(Mrz, CheckDigitsOfTheStandard) {
    EXPECT_EQ(mrzCheckDigit("520727"), '3');
    EXPECT_EQ(mrzCheckDigit("AB2134<<<"), '5');
    EXPECT_EQ(mrzCheckDigit("1234567890"), '7');
    EXPECT_EQ(mrzCheckDigit("L898902C3"), '6');
    EXPECT_EQ(mrzCheckDigit("a"), '?');
}

TEST(Mrz, EveryFormatOfTheStandardReads) {
    const struct {
        std::string text;
        MrzFormat format;
        std::string number, nationality, birth, expiry;
    } cases[] = {{kTd3, MrzFormat::Td3, "L898902C3", "UTO", "1974-08-12", "2012-04-15"},
                 {kTd1, MrzFormat::Td1, "D23145890", "UTO", "1974-08-12", "2012-04-15"},
                 {kTd2, MrzFormat::Td2, "D23145890", "UTO", "1974-08-12", "2012-04-15"},
                 {kMrvA, MrzFormat::MrvA, "L8988901C", "XXX", "1940-09-07", "1996-12-10"},
                 {kMrvB, MrzFormat::MrvB, "L8988901C", "XXX", "1940-09-07", "1996-12-10"}};
    for (const auto& each : cases) {
        const auto reading = parseMrz(each.text, kCaptured);
        ASSERT_TRUE(reading) << reading.error().detail;
        EXPECT_EQ(reading->format, each.format);
        EXPECT_TRUE(reading->checksHold()) << each.text;
        EXPECT_TRUE(reading->report.findings.empty()) << reading->report.findings.front().detail;
        EXPECT_TRUE(reading->proposals.empty());
        EXPECT_EQ(reading->documentNumber, each.number);
        EXPECT_EQ(reading->issuer, "UTO");
        EXPECT_EQ(reading->nationality, each.nationality);
        EXPECT_EQ(reading->birthDate, each.birth);
        EXPECT_EQ(reading->expiry, each.expiry);
        EXPECT_EQ(reading->sex, record::Sex::Female);
        EXPECT_EQ(reading->familyName, "ERIKSSON");
        EXPECT_EQ(reading->givenNames, "ANNA MARIA");
        EXPECT_FALSE(reading->nameTruncated);
        EXPECT_TRUE(looksLikeMrz(each.text));
        EXPECT_EQ(reading->traveler().documents.front().mrz, each.text);
    }
    const auto td3 = parseMrz(kTd3, kCaptured);
    ASSERT_EQ(td3->checks.size(), 5u);
    const std::pair<const char*, char> checks[] = {{"documentNumber", '6'},
                                                   {"personalNumber", '1'},
                                                   {"birthDate", '2'},
                                                   {"expiry", '9'},
                                                   {"composite", '0'}};
    for (std::size_t i = 0; i < td3->checks.size(); ++i) {
        EXPECT_EQ(td3->checks[i].field, checks[i].first);
        EXPECT_EQ(td3->checks[i].given, checks[i].second);
    }
    EXPECT_EQ(td3->optionalData, "ZE184226B");
}

TEST(Mrz, LongNumbersGoOnInTheOptionalData) {
    const auto reading = parseMrz(
        "IDUTO123456789<07<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<0\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        kCaptured);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->documentNumber, "1234567890");
    EXPECT_EQ(reading->checks.front().given, '7');
    EXPECT_EQ(reading->checks.front().state, MrzCheckState::Right);
    EXPECT_EQ(reading->optionalData, "");
}

TEST(Mrz, AWrongCheckIsFoundProposedAndNotRepaired) {
    const std::string misread = with(kTd3, "L898902C36", "L8989O2C36");
    const auto reading = parseMrz(misread, kCaptured);
    ASSERT_TRUE(reading);
    EXPECT_FALSE(reading->checksHold());
    EXPECT_TRUE(hasRule(*reading, "mrz.check"));
    EXPECT_EQ(reading->documentNumber, "L8989O2C3") << "as read";
    ASSERT_FALSE(reading->proposals.empty());
    const auto& proposal = reading->proposals.front();
    EXPECT_EQ(proposal.line, 2);
    EXPECT_EQ(proposal.column, 6);
    EXPECT_EQ(proposal.from, 'O');
    EXPECT_EQ(proposal.to, '0');
    EXPECT_EQ(proposal.lines[0] + "\n" + proposal.lines[1], kTd3);

    const auto nationality = parseMrz(with(kTd3, "6UTO", "6UT0"), kCaptured);
    EXPECT_TRUE(hasRule(*nationality, "mrz.code"));
    ASSERT_EQ(nationality->proposals.size(), 1u);
    EXPECT_EQ(nationality->proposals[0].to, 'O');
    EXPECT_TRUE(hasRule(*parseMrz(with(kTd3, "7408122", "7413122"), kCaptured), "mrz.date"));
}

TEST(Mrz, YearsTurnOnTheCaptureDate) {
    const auto birth = [&](const std::string& yymmdd, UtcTime captured) {
        return parseMrz(with(kTd3, "740812", yymmdd), captured)->birthDate;
    };
    EXPECT_EQ(birth("261116", kCaptured), "1926-11-16") << "the document expired in 2012";
    EXPECT_EQ(birth("261117", kCaptured), "1926-11-17");
    EXPECT_EQ(birth("000229", kCaptured), "2000-02-29");
    EXPECT_EQ(birth("74<<<<", kCaptured), "1974-00-00");
    EXPECT_EQ(birth("<<<<<<", kCaptured), "");
    EXPECT_EQ(birth("010229", kCaptured), "");
    EXPECT_EQ(parseMrz(with(kTd3, "120415", "360415"), kCaptured)->expiry, "2036-04-15");
    EXPECT_EQ(parseMrz(with(kTd3, "120415", "760415"), kCaptured)->expiry, "1976-04-15");
}

TEST(Mrz, NamesFollowTheStandard) {
    const auto reading =
        parseMrz("P<UTOPAPANDROPOULOUS<<JONATHON<WARREN<TREVOR\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
                 kCaptured);
    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->nameTruncated);
    EXPECT_EQ(reading->givenNames, "JONATHON WARREN TREVOR");
    EXPECT_EQ(compareWithMrz("Papandropoulous", "Jonathon Warren Trevor James", *reading),
              NameAgreement::SameAsFarAsItGoes);
    EXPECT_EQ(compareWithMrz("Papandropoulous", "Jonathon Warren Trevor", *reading), NameAgreement::Same);
    EXPECT_EQ(compareWithMrz("Other", "Name", *reading), NameAgreement::Different);
    const auto alone =
        parseMrz("P<UTOARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
                 kCaptured);
    EXPECT_EQ(alone->familyName, "ARKFREITH");
    EXPECT_EQ(alone->givenNames, "");
    const auto spanish =
        parseMrz("P<ESPMUNOZ<PENA<<MARIA<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
                 kCaptured);
    EXPECT_EQ(compareWithMrz("MUÑOZ PEÑA", "María", *spanish), NameAgreement::Same);
    const auto german =
        parseMrz("P<D<<MUELLER<<JUERGEN<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
                 kCaptured);
    EXPECT_EQ(german->issuer, "D");
    EXPECT_EQ(compareWithMrz("Müller", "Jürgen", *german), NameAgreement::Same);
}

TEST(Mrz, ProtectionCodesAreSeen) {
    for (const char* code : {"XXA", "XXB", "XXC"}) {
        const auto reading = parseMrz(with(kTd3, "6UTO", std::string("6") + code), kCaptured);
        EXPECT_TRUE(reading->protection) << code;
        EXPECT_TRUE(hasRule(*reading, "mrz.protection"));
    }
    EXPECT_FALSE(parseMrz(kMrvA, kCaptured)->protection);
    EXPECT_TRUE(isCountryCode("ESP") && isCountryCode("D") && isCountryCode("XXA") && !isCountryCode("QQQ") &&
                !isCountryCode(""));
}

TEST(Mrz, CutsAndForeignCharactersAreLocated) {
    for (const std::string& whole : {kTd1, kTd2, kTd3, kMrvA, kMrvB}) {
        for (std::size_t cut = 0; cut < whole.size(); ++cut) {
            const auto reading = parseMrz(whole.substr(0, cut), kCaptured);
            ASSERT_FALSE(reading) << cut;
            EXPECT_EQ(reading.error().code, base::kMalformed);
            EXPECT_FALSE(looksLikeMrz(whole.substr(0, cut)));
        }
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (int bit = 0; bit < 8; ++bit) {
                std::string damaged = whole;
                damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
                const auto reading = parseMrz(damaged, kCaptured);
                EXPECT_TRUE(!reading || reading->lines.size() >= 2u);
            }
    }
    const auto foreign = parseMrz(with(kTd3, "ANNA", "ANÑA"), kCaptured);
    EXPECT_NE(foreign.error().detail.find("Line 1, column 18"), std::string::npos) << foreign.error().detail;
    EXPECT_TRUE(parseMrz(
        "p<utoeriksson<<anna<maria<<<<<<<<<<<<<<<<<<<\r\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\r\n",
        kCaptured));
    EXPECT_TRUE(parseMrz(with(kTd3, "\n", ""), kCaptured));
}

}  // namespace
}  // namespace cotejo::exchange
