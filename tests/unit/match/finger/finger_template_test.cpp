#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/base/crypto.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/finger_template.h"

namespace cotejo::match {
namespace {

FingerTemplate sampleTemplate() {
    FingerTemplate finger;
    finger.width = 103;
    finger.height = 90;
    finger.quality = 77;
    finger.minutiae.push_back(rounded({10.3F, 20.9F, 1.234F, MinutiaType::Ending, 88, false}));
    finger.minutiae.push_back(rounded({99.0F, 3.5F, 6.28F, MinutiaType::Bifurcation, 12, true}));
    finger.singularities.push_back({Singularity::Kind::Delta, 40, 50, finger.minutiae[0].direction});
    finger.field = {13, 12, std::vector<std::uint8_t>(13 * 12, DirectionField::kNone)};
    for (std::size_t k = 20; k < 100; ++k)
        finger.field.angle[k] = static_cast<std::uint8_t>(k);
    finger.ridges = {52, 45, std::vector<std::int8_t>(52 * 45, 0)};
    for (std::size_t k = 300; k < 1800; ++k)
        finger.ridges.value[k] = static_cast<std::int8_t>(static_cast<int>(k * 7 % 4) * 2 - 3);
    settleRidges(finger.ridges);
    return finger;
}

TEST(FingerTemplate, EncodingGivesBackTheSameTemplate) {
    const FingerTemplate finger = sampleTemplate();
    const auto read = decodeFinger(encodeFinger(finger));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(*read, finger);
}

TEST(FingerTemplate, EveryFlippedByteAndEveryCutIsNoticed) {
    const Bytes good = encodeFinger(sampleTemplate());
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes bad = good;
        bad[at] ^= 0x10;
        const auto read = decodeFinger(bad);
        ASSERT_FALSE(read) << at;
        EXPECT_TRUE(read.error().is(kFingerTemplateDamaged) || read.error().is(kFingerTemplateVersion));
        EXPECT_FALSE(decodeFinger(ByteView(good).first(at)));
    }
}

TEST(FingerTemplate, AnotherVersionIsNamed) {
    Bytes bytes = encodeFinger(sampleTemplate());
    bytes[5] = 9;
    const auto read = decodeFinger(bytes);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, kFingerTemplateVersion);
    EXPECT_NE(read.error().detail.find("version 9"), std::string::npos);
}

// Scores of another engine's templates would be compared with this one's thresholds.
TEST(FingerTemplate, AnotherEnginesTemplateIsRefused) {
    Bytes bytes = encodeFinger(sampleTemplate());
    bytes[6] ^= 1;
    const Hash sum = sha256(ByteView(bytes).first(bytes.size() - 8));
    std::copy_n(sum.bytes().begin(), 8, bytes.end() - 8);
    const auto read = decodeFinger(bytes);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, kFingerTemplateVersion);
    EXPECT_NE(read.error().detail.find("another version of the engine"), std::string::npos);
}

TEST(FingerTemplate, ForeignMinutiaeAreScaledTo500Ppi) {
    const auto finger =
        templateFromMinutiae({{100, 200, 1.0F, MinutiaType::Ending, 50, false}}, 400, 600, 1000);
    ASSERT_TRUE(finger);
    EXPECT_EQ(finger->width, 200);
    EXPECT_FLOAT_EQ(finger->minutiae[0].x, 50);
    EXPECT_FLOAT_EQ(finger->minutiae[0].y, 100);
    EXPECT_FALSE(finger->hasRidges());
    const auto again = decodeFinger(encodeFinger(*finger));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *finger);
}

TEST(FingerTemplate, ForeignMinutiaeOutsideTheirImageAreRefused) {
    EXPECT_FALSE(templateFromMinutiae({{500, 2, 0, MinutiaType::Other, 0, false}}, 400, 400, 500));
    EXPECT_FALSE(templateFromMinutiae({{5, 2, NAN, MinutiaType::Other, 0, false}}, 400, 400, 500));
    EXPECT_EQ(templateFromMinutiae({}, 400, 400, 1).error().code, kFingerPpiUnsupported);
    EXPECT_EQ(templateFromMinutiae({}, 9000, 400, 500).error().code, kFingerTooLarge);
}

}  // namespace
}  // namespace cotejo::match
