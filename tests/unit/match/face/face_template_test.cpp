#include "core/match/face/face_template.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "core/base/crypto.h"
#include "core/match/errors.h"
#include "core/match/face/errors.h"

namespace cotejo::match {
namespace {

const record::Algorithm kSetA{"set-a", "1.0.0", sha256(std::string_view("a"))};

std::vector<float> randomEmbedding(unsigned seed, std::size_t count = 512) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    for (auto& value : values)
        value = normal(random);
    return values;
}

FaceTemplate made(const std::vector<float>& values, const record::Algorithm& set = kSetA) {
    auto result = FaceTemplate::fromEmbedding(values, set);
    EXPECT_TRUE(result);
    return result ? *result : FaceTemplate();
}

TEST(FaceTemplate, KeepsTheCosineOfTheEmbeddings) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const auto a = randomEmbedding(2 * seed), b = randomEmbedding(2 * seed + 1);
        double ab = 0, aa = 0, bb = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            ab += double(a[i]) * b[i], aa += double(a[i]) * a[i], bb += double(b[i]) * b[i];
        const auto score = compareFaces(made(a), made(b));
        ASSERT_TRUE(score);
        EXPECT_NEAR(score->value, ab / std::sqrt(aa * bb), 1e-5);
        EXPECT_EQ(score->algorithm, kSetA);
        EXPECT_NEAR(compareFaces(made(a), made(a))->value, 1, 1e-12);
    }
}

TEST(FaceTemplate, EmbeddingHasLengthOne) {
    double length = 0;
    for (const float value : made(randomEmbedding(7)).embedding())
        length += double(value) * value;
    EXPECT_NEAR(length, 1, 1e-5);
}

TEST(FaceTemplate, RefusesEmbeddingsWithoutDirection) {
    for (const auto& values :
         {std::vector<float>{}, std::vector<float>(512, 0.0F),
          std::vector<float>(512, std::numeric_limits<float>::quiet_NaN()),
          std::vector<float>(512, std::numeric_limits<float>::infinity()), std::vector<float>(5000, 1.0F)})
        EXPECT_EQ(FaceTemplate::fromEmbedding(values, kSetA).error().code, kFaceTemplate);
}

TEST(FaceTemplate, GoesThroughBytesUnchanged) {
    const auto before = made(randomEmbedding(3));
    const auto bytes = before.encode();
    EXPECT_LT(bytes.size(), 1200U);
    const auto after = FaceTemplate::decode(bytes);
    ASSERT_TRUE(after) << after.error().detail;
    EXPECT_EQ(*after, before);
}

TEST(FaceTemplate, EveryCutAndEveryChangedByteIsNoticed) {
    const auto bytes = made(randomEmbedding(4, 64)).encode();
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(FaceTemplate::decode(ByteView(bytes).first(length))) << length;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto changed = bytes;
        changed[at] ^= 0x41;
        const auto read = FaceTemplate::decode(changed);
        ASSERT_FALSE(read) << at;
        EXPECT_EQ(read.error().code, kFaceTemplate) << at;
    }
}

TEST(FaceTemplate, OtherSetsAndSizesDoNotCompare) {
    const auto a = made(randomEmbedding(1));
    auto otherModel = kSetA, otherVersion = kSetA;
    otherModel.model = sha256(std::string_view("b"));
    otherVersion.version = "1.0.1";
    EXPECT_EQ(compareFaces(a, made(randomEmbedding(1), otherModel)).error().code, kScoreIncomparable);
    EXPECT_EQ(compareFaces(a, made(randomEmbedding(1), otherVersion)).error().code, kScoreIncomparable);
    EXPECT_EQ(compareFaces(a, made(randomEmbedding(1, 256))).error().code, kScoreIncomparable);
    EXPECT_EQ(compareFaces(FaceTemplate(), FaceTemplate()).error().code, kScoreIncomparable);
}

}  // namespace
}  // namespace cotejo::match
