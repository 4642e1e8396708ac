#include <gtest/gtest.h>

#include <random>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/minutiae/minutiae_codec.h"
#include "tests/unit/exchange/shared_files.h"

namespace cotejo::exchange {
namespace {

using std::string_view_literals::operator""sv;

MinutiaeRecord randomView(std::mt19937& random, int count) {
    MinutiaeRecord view;
    view.width = 388;
    view.height = 374;
    view.xPpcm = view.yPpcm = 197;
    view.position = record::FingerPosition::LeftIndex;
    view.view = static_cast<int>(random() % 16);
    view.impression = static_cast<int>(random() % 10);
    view.quality = 1 + static_cast<int>(random() % 100);
    for (int i = 0; i < count; ++i) {
        Minutia m{static_cast<double>(random() % 388), static_cast<double>(random() % 374),
                  static_cast<int>(random() % 256) * 360.0 / 256, static_cast<MinutiaType>(random() % 3),
                  std::nullopt};
        if (random() % 2 == 0) m.quality = 1 + static_cast<int>(random() % 100);
        view.minutiae.push_back(m);
    }
    return view;
}

TEST(Minutiae, WhatIsWrittenReadsBackEqual) {
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        std::vector<MinutiaeRecord> views;
        for (int i = 0, n = 1 + static_cast<int>(random() % 3); i < n; ++i)
            views.push_back(randomView(random, 1 + static_cast<int>(random() % 80)));
        const auto bytes = writeMinutiae2005(views);
        ASSERT_TRUE(bytes) << bytes.error().detail;
        const auto file = readMinutiae(*bytes);
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->report.findings.empty()) << file->report.findings.front().detail;
        ASSERT_EQ(file->views.size(), views.size());
        for (std::size_t i = 0; i < views.size(); ++i) {
            EXPECT_EQ(file->views[i].minutiae, views[i].minutiae);
            EXPECT_EQ(file->views[i].position, views[i].position);
            EXPECT_EQ(file->views[i].view, views[i].view);
            EXPECT_EQ(file->views[i].impression, views[i].impression);
            EXPECT_EQ(file->views[i].quality, views[i].quality);
            EXPECT_NEAR(file->views[i].ppi().value, 500, 1);
        }
    }
}

TEST(Minutiae, WhatTheFormatCannotSayIsRefused) {
    std::mt19937 random(4);
    auto view = randomView(random, 5);
    auto other = view;
    other.width = 300;
    EXPECT_EQ(writeMinutiae2005(std::vector{view, other}).error().code, kCannotExpress);
    EXPECT_EQ(writeMinutiae2005({}).error().code, kCannotExpress);
    view.minutiae.assign(256, view.minutiae.front());
    EXPECT_EQ(writeMinutiae2005(std::vector{view}).error().code, kCannotExpress);
}

TEST(Minutiae, Ansi378HasItsOwnHeaderAndAngles) {
    ByteWriter w;
    w.raw(viewOf("FMR\0 20\0"sv));
    w.u16(26 + 4 + 6 + 2);
    w.u32(0x00330044);
    w.u16(0);
    w.u16(300);
    w.u16(400);
    w.u16(197);
    w.u16(197);
    w.u8(1);
    w.u8(0);
    w.u8(7);
    w.u8(0x12);
    w.u8(80);
    w.u8(1);
    w.u16(0x4000 | 100);
    w.u16(200);
    w.u8(45);
    w.u8(60);
    w.u16(0);
    const auto file = readMinutiae(w.bytes());
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->report.findings.empty());
    ASSERT_EQ(file->views.size(), 1u);
    EXPECT_EQ(file->views[0].format, "ANSI/INCITS 378-2004");
    EXPECT_EQ(file->views[0].position, record::FingerPosition::LeftIndex);
    EXPECT_EQ(file->views[0].view, 1);
    EXPECT_EQ(file->views[0].impression, 2);
    EXPECT_EQ(file->views[0].minutiae, (std::vector<Minutia>{{100, 200, 90, MinutiaType::Ending, 60}}));
}

Bytes iso2011() {
    ByteWriter w;
    w.raw(
        viewOf("FMR\0"
               "030\0"sv));
    const std::uint32_t view = 4 + 14 + 1 + 5 + 1 + 3 + 1 + 1 + 4 + 1 + 4 + 1 + 1 + 2 * 5 + 2;
    w.u32(15 + view);
    w.u16(1);
    w.u8(1);
    w.u32(view);
    w.raw(Bytes(14, 0xff));
    w.u8(1);
    w.u8(77);
    w.u32(0);
    w.u8(1);
    w.raw(Bytes(3, 0));
    w.u8(2);
    w.u8(0);
    w.u16(394);
    w.u16(394);
    w.u8(0);
    w.u16(800);
    w.u16(750);
    w.u8(0x51);
    w.u8(2);
    for (int i = 0; i < 2; ++i) {
        w.u16(static_cast<std::uint16_t>(0x8000 | (10 + i)));
        w.u16(20);
        w.u8(64);
    }
    w.u16(0);
    return w.take();
}

TEST(Minutiae, Iso2011KeepsResolutionAndSizeWithTheView) {
    const auto file = readMinutiae(iso2011());
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->report.findings.empty()) << file->report.findings.front().detail;
    ASSERT_EQ(file->views.size(), 1u);
    const auto& view = file->views[0];
    EXPECT_EQ(view.format, "ISO/IEC 19794-2:2011");
    EXPECT_EQ(view.position, record::FingerPosition::RightIndex);
    EXPECT_EQ(view.quality, 77);
    EXPECT_EQ(view.width, 800);
    EXPECT_EQ(view.xPpcm, 394);
    EXPECT_EQ(view.minutiae[1], (Minutia{11, 20, 90, MinutiaType::Bifurcation, std::nullopt}));
}

TEST(Minutiae, CutsAndFlippedBitsAreErrorsOrFindings) {
    std::mt19937 random(5);
    for (const Bytes& whole : {*writeMinutiae2005(std::vector{randomView(random, 20)}), iso2011()}) {
        for (std::size_t cut = 0; cut < whole.size(); ++cut) {
            const auto file = readMinutiae(ByteView(whole).first(cut));
            if (file) {
                EXPECT_TRUE(file->report.hasErrors()) << cut;
            } else {
                EXPECT_FALSE(file.error().detail.empty());
            }
        }
        for (std::size_t at = 0; at < whole.size() * 8; ++at) {
            Bytes damaged = whole;
            damaged[at / 8] = static_cast<std::uint8_t>(damaged[at / 8] ^ (1 << (at % 8)));
            const auto file = readMinutiae(damaged);
            if (file) {
                for (const auto& view : file->views)
                    EXPECT_LE(view.minutiae.size(), 255u);
            } else {
                EXPECT_FALSE(file.error().detail.empty());
            }
        }
    }
    Bytes later = iso2011();
    later[5] = '5';
    EXPECT_EQ(readMinutiae(later).error().code, kNotDecoded);
    Bytes outside = *writeMinutiae2005(std::vector{randomView(random, 3)});
    outside[28] |= 0x3f;
    EXPECT_TRUE(hasRule(readMinutiae(outside)->report, "fmr.outside"));
}

TEST(Minutiae, TheSharedTemplatesReadAndComeBackIdentical) {
    const auto files = sharedFiles("iso19794_2", ".iso");
    if (files.empty()) GTEST_SKIP() << "skipped: data set not found";
    for (const auto& path : files) {
        const Bytes bytes = *readFile(path);
        const auto file = readMinutiae(bytes);
        ASSERT_TRUE(file) << path;
        EXPECT_FALSE(file->report.hasErrors()) << path;
        ASSERT_EQ(file->views.size(), 1u);
        EXPECT_EQ(file->views[0].minutiae.size(), (bytes.size() - 30) / 6);
        EXPECT_EQ(*writeMinutiae2005(file->views), bytes) << path;
    }
}

}  // namespace
}  // namespace cotejo::exchange
