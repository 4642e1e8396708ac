#include "core/record/name_key.h"

#include <gtest/gtest.h>

namespace cotejo::record {
namespace {

TEST(NameKey, AccentsCaseAndPunctuationDoNotMatter) {
    EXPECT_EQ(normaliseName("MUÑOZ PEÑA"), "MUNOZ PENA");
    EXPECT_EQ(normaliseName("  muñoz,  peña "), "MUNOZ PENA");
    EXPECT_EQ(normaliseName("Mun\xcc\x83oz"), "MUNOZ");  // combining tilde
    EXPECT_EQ(normaliseName("MUNOZ<PENA<<"), "MUNOZ PENA");
    EXPECT_EQ(normaliseName("O’Connor-O'Brien"), "OCONNOR OBRIEN");
    EXPECT_EQ(normaliseName("Łukasz Żółć Đorđević Þór Straße Ășț Nguyễn Văn"),
              "LUKASZ ZOLC DORDEVIC THOR STRASSE AST NGUYEN VAN");
    EXPECT_EQ(normaliseName("Хрущёв Юлия"), "KHRUSHCHEV IULIIA");
    EXPECT_EQ(normaliseName(""), "");
    EXPECT_EQ(normaliseName("- ' -"), "");
}

TEST(NameKey, TheMrzSpellsSomeLettersWithTwo) {
    EXPECT_EQ(normaliseName("Müller Åse Ömer"), "MULLER ASE OMER");
    EXPECT_EQ(normaliseNameAsMrz("Müller Åse Ömer"), "MUELLER AASE OEMER");
    EXPECT_EQ(normaliseNameAsMrz("Muñoz"), "MUNOZ");
}

TEST(NameKey, SwappedNamesHaveOneSortedKey) {
    EXPECT_EQ(sortedNameKey("Peña Muñoz, Ana"), "ANA MUNOZ PENA");
    EXPECT_EQ(sortedNameKey("ANA MUNOZ PENA"), sortedNameKey("Muñoz  Peña Ana"));
    EXPECT_EQ(sortedNameKey(""), "");
}

TEST(NameKey, OtherScriptsStayAndBrokenBytesAreSpaces) {
    EXPECT_EQ(normaliseName("山田 太郎"), "山田 太郎");
    EXPECT_EQ(normaliseName("A\xff"
                            "B\xc3"),
              "A B");
    EXPECT_EQ(normaliseName("A\xe2\x80\x94"
                            "B"),
              "A B");  // em dash
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; ++second) {
            const std::string text{static_cast<char>(first), static_cast<char>(second), 'A'};
            EXPECT_EQ(normaliseName(normaliseName(text)), normaliseName(text)) << first << ' ' << second;
        }
}

}  // namespace
}  // namespace cotejo::record
