#include "core/record/safeguards.h"

#include <gtest/gtest.h>

namespace cotejo::record {
namespace {

const UtcTime kNow = *fromIso("2026-11-30T12:00:00Z");

Safeguards of(const std::string& nationality, Document paper = {}) {
    Traveler traveler;
    traveler.nationality = nationality;
    if (!paper.type.empty() || !paper.issuer.empty() || !paper.mrz.empty()) traveler.documents.push_back(std::move(paper));
    return safeguardsOf(traveler, kNow);
}

Majority born(const std::string& date) {
    Traveler traveler;
    traveler.birthDate = date;
    return safeguardsOf(traveler, kNow).majority;
}

TEST(Safeguards, ProtectionWhoeverWroteTheCode) {
    for (const std::string code : {"XXA", "XXB", "XXC"}) {
        EXPECT_EQ(of(code).protectionCode, code);
        EXPECT_EQ(of(code).protectionSource, "nationality");
        EXPECT_EQ(of("UTO", {"P", code, "", "", ""}).protectionCode, code);
        const std::string td3 = "PTUTODOE<<AMAL<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nR123456783" + code + "8801018F3101012<<<<<<<<<<<<<<06";
        EXPECT_EQ(of("", {"", "", "", "", td3}).protectionCode, code);
        EXPECT_EQ(of("UTO", {"P", "UTO", "", "", td3}).protectionSource, "mrz_nationality") << "a typed nationality does not hide the zone's";
        const std::string td1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159" + code + "<<<<<<<<<<<6\nDOE<<AMAL<<<<<<<<<<<<<<<<<<<<<";
        EXPECT_EQ(of("", {"", "", "", "", td1}).protectionCode, code);
        EXPECT_EQ(of("", {"", "", "", "", td3.substr(0, 44) + "\n" + td3.substr(45, 20)}).protectionCode, code) << "a line that is cut off";
        std::string left = td3, twice = td3, td1Left = td1;
        left.erase(45 + 4, 1);
        twice.insert(45 + 4, "44");
        td1Left.erase(31 + 2, 2);
        for (const auto& moved : {left, twice, td1Left}) EXPECT_EQ(of("", {"", "", "", "", moved}).protectionCode, code) << "characters left out or read twice before the code: " << moved;
    }
    EXPECT_EQ(of(" xxb ").protectionCode, "XXB");
    EXPECT_EQ(of("XX8").protectionCode, "XXB") << "B read as 8";
    EXPECT_EQ(of("UTO", {"P", "UTO", "", "", "P<UTODOE<<AMAL<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n12345XXB83UTO8801018F3101012<<<<<<<<<<<<<<06"}).protectionCode, "") << "letters of a number";
    for (const std::string other : {"", "UTO", "XXX", "XXK", "RKS", "UNO", "XXBA"}) EXPECT_EQ(of(other).protectionCode, "") << other;
}

TEST(Safeguards, TravelDocumentsOfRefugeesAndStatelessPeople) {
    EXPECT_EQ(of("SYR", {"PR", "UTO", "", "", ""}).protectionCode, "RTD");
    EXPECT_EQ(of("UTO", {"PR", "UTO", "", "", ""}).protectionCode, "") << "an ordinary passport of a State that writes PR";
    EXPECT_EQ(of("XXX", {"PS", "UTO", "", "", ""}).protectionCode, "STD");
    EXPECT_EQ(of("", {"PS", "UTO", "", "", ""}).protectionCode, "");
    EXPECT_EQ(of("SYR", {"ME", "D", "", "", ""}).protectionCode, "ASY");
    EXPECT_EQ(of("SYR", {"ME", "D", "", "", ""}).protectionSource, "document_type");
    for (const std::string words : {"Titre de voyage (Convention de 1951)", "documento de viaje para refugiados", "Refugee travel document", "Reiseausweis für Flüchtlinge"})
        EXPECT_EQ(of("", {words, "", "", "", ""}).protectionCode, "RTD") << words;
    for (const std::string words : {"Documento de viaje para apátridas", "Convention of 1954", "Stateless person's travel document"})
        EXPECT_EQ(of("", {words, "", "", "", ""}).protectionCode, "STD") << words;
    EXPECT_EQ(of("", {"Solicitud de asilo", "", "", "", ""}).protectionCode, "ASY");
    for (const std::string words : {"Pasaporte", "Passport", "Cédula", "P", "ID", "PT", "ME"}) EXPECT_EQ(of("", {words, "", "", "", ""}).protectionCode, "") << words;
}

TEST(Safeguards, AgeAtTheLatestPossibleDay) {
    EXPECT_EQ(born("2008-11-30"), Majority::Adult) << "eighteen today";
    EXPECT_EQ(born("2008-12-01"), Majority::Child);
    EXPECT_EQ(born("2008-11-00"), Majority::Adult);
    EXPECT_EQ(born("2008-12-00"), Majority::Child);
    EXPECT_EQ(born("2008-00-00"), Majority::Child);
    EXPECT_EQ(born("2007-00-00"), Majority::Adult);
    EXPECT_EQ(born("2026-00-00"), Majority::Child) << "born this year";
    for (const std::string unknown : {"", "0000-00-00", "0000-05-12", "2027-01-01", "1826-01-01", "no date"}) EXPECT_EQ(born(unknown), Majority::Unknown) << unknown;
    Traveler traveler;
    traveler.birthDate = "2008-00-00";
    EXPECT_TRUE(safeguardsOf(traveler, kNow).majorityByDoubt);
    traveler.birthDate = "1926-11-28";
    EXPECT_EQ(safeguardsOf(traveler, kNow).majority, Majority::Adult) << "typed with four digits";
    traveler.documents.push_back({"P", "UTO", "", "", "P<UTO"});
    EXPECT_EQ(safeguardsOf(traveler, kNow).majority, Majority::Unknown) << "two digits in a zone: a newborn's too";
}

}  // namespace
}  // namespace cotejo::record
