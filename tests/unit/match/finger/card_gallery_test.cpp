#include "core/match/finger/search/card_gallery.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/synthetic.h"

namespace cotejo::match {
namespace {

using enum record::FingerPosition;

class CardGalleryTest : public testing::Test {
  protected:
    static constexpr std::uint64_t kPeople = 5;
    static constexpr record::FingerPosition kFingers[] = {RightIndex, RightMiddle, LeftIndex};

    static FingerTemplate print(std::uint64_t person, std::size_t finger, std::uint64_t impression) {
        const std::uint64_t id = 1000 + 10 * person + finger;
        const auto found = extractFinger({SyntheticFinger(id).impression(impression, everydayImpression(10 * id + impression)), {500, record::PpiSource::Declared}});
        EXPECT_TRUE(found);
        return found ? found->finger : FingerTemplate{};
    }
    static void SetUpTestSuite() {
        for (std::uint64_t person = 0; person < kPeople; ++person)
            for (std::size_t finger = 0; finger < std::size(kFingers); ++finger)
                s_gallery.add("card " + std::to_string(person), kFingers[finger], print(person, finger, 1));
    }
    static CardGallery s_gallery;
};
CardGallery CardGalleryTest::s_gallery;

TEST_F(CardGalleryTest, FingersAddUpAndMissingOnesAreLeftOut) {
    EXPECT_EQ(s_gallery.size(), kPeople);
    const FingerCard probe{{RightIndex, print(2, 0, 2)}, {LeftIndex, print(2, 2, 2)}, {LeftThumb, print(4, 1, 3)}};
    const auto found = s_gallery.search(probe);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), kPeople);
    EXPECT_EQ(found->front().card, "card 2");
    ASSERT_EQ(found->front().fingers.size(), 2u) << "nobody's left thumb is listed";
    double sum = 0;
    for (const auto& [position, finger] : found->front().fingers) {
        EXPECT_EQ(finger.reference, position);
        sum += std::min(finger.score, TenPrintComparison::kFingerCap);
    }
    EXPECT_DOUBLE_EQ(found->front().score, sum);
    EXPECT_GT(found->front().score, (*found)[1].score + 3);
}

TEST_F(CardGalleryTest, SwappedFingersAreFoundWhereAskedFor) {
    const FingerCard probe{{RightIndex, print(3, 1, 2)}, {RightMiddle, print(3, 0, 2)}};
    CardSearch what;
    what.swapped = true;
    what.top = 1;
    const auto found = s_gallery.search(probe, what);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1u);
    EXPECT_EQ(found->front().card, "card 3");
    EXPECT_EQ(found->front().fingers.at(RightIndex).reference, RightMiddle);
    EXPECT_EQ(found->front().fingers.at(RightMiddle).reference, RightIndex);
    EXPECT_LT(s_gallery.search(probe)->front().score, found->front().score) << "position by position they are strangers";
}

TEST_F(CardGalleryTest, ReplacesWithdrawsAndSaysWhyItCannotSearch) {
    CardGallery gallery;
    gallery.add("a", RightIndex, print(0, 0, 1));
    gallery.add("b", RightIndex, print(1, 0, 1));
    gallery.add("b", RightIndex, print(0, 0, 3));
    const FingerCard probe{{RightIndex, print(0, 0, 2)}};
    EXPECT_GT(gallery.search(probe)->at(1).score, 2) << "both show the finger now";
    EXPECT_TRUE(gallery.withdraw("a"));
    EXPECT_FALSE(gallery.withdraw("a"));
    EXPECT_EQ(gallery.search(probe)->size(), 1u);
    EXPECT_EQ(gallery.search({{RightIndex, FingerTemplate{}}}).error().code, kFingerTooFewMinutiae);
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(gallery.search(probe, {}, source.get_token()).error().code, base::kCancelled);
}

}  // namespace
}  // namespace cotejo::match
