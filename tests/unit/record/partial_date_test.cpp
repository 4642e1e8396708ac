#include "core/record/partial_date.h"

#include <gtest/gtest.h>

namespace cotejo::record {
namespace {

TEST(PartialDate, TextsAndParts) {
    for (const auto& [text, canonical] : std::initializer_list<std::pair<const char*, const char*>>{
             {"1979", "1979-00-00"}, {"1979-05", "1979-05-00"}, {"1979-05-30", "1979-05-30"}, {"1979-00-00", "1979-00-00"},
             {"0000-05-30", "0000-05-30"}, {"", ""}, {"0000-00-00", ""}, {"2024-02-29", "2024-02-29"}, {"0000-02-29", "0000-02-29"}}) {
        const auto date = PartialDate::parse(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(date->text(), canonical);
        EXPECT_EQ(PartialDate::parse(date->text()), date);
    }
    for (const char* text : {"79", "1979-", "1979-5", "1979-13-00", "1979-02-30", "2023-02-29", "1979-05-30 ", "19790530", "-", "1979/05/30", "1979-05-30-"})
        EXPECT_FALSE(PartialDate::parse(text)) << text;
}

TEST(PartialDate, Span) {
    using namespace std::chrono;
    const auto span = [](const char* text) { return std::pair(*PartialDate::parse(text)->earliest(), *PartialDate::parse(text)->latest()); };
    EXPECT_EQ(span("2024-02-00"), std::pair(sys_days(2024y / 2 / 1), sys_days(2024y / 2 / 29)));
    EXPECT_EQ(span("1979-00-00"), std::pair(sys_days(1979y / 1 / 1), sys_days(1979y / 12 / 31)));
    EXPECT_EQ(span("1979-00-12"), std::pair(sys_days(1979y / 1 / 1), sys_days(1979y / 12 / 31)));
    EXPECT_FALSE(PartialDate::parse("0000-05-12")->latest());
    EXPECT_EQ(yearsBetween(2008y / 2 / 29, 2026y / 2 / 28), 17);
    EXPECT_EQ(yearsBetween(2008y / 2 / 29, 2026y / 3 / 1), 18);
}

}  // namespace
}  // namespace cotejo::record
