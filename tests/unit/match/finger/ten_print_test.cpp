#include "core/match/finger/compare/ten_print.h"

#include <gtest/gtest.h>

#include "core/match/finger/errors.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/synthetic.h"

namespace cotejo::match {
namespace {

using record::FingerPosition;

// Three fingers of one person, two prints each, made once.
const PreparedFinger& print(int finger, int impression) {
    static std::map<std::pair<int, int>, PreparedFinger> made;
    auto& one = made[{finger, impression}];
    if (one.points().empty()) {
        const SyntheticFinger source(static_cast<std::uint64_t>(700 + finger));
        const auto found = extractFinger(
            {source.impression(static_cast<std::uint64_t>(impression),
                               everydayImpression(static_cast<std::uint64_t>(10 * finger + impression))),
             {500, record::PpiSource::Declared}});
        if (found) one = PreparedFinger(found->finger);
    }
    return one;
}

TenPrint card(int impression, std::vector<std::pair<FingerPosition, int>> fingers) {
    TenPrint out;
    for (const auto& [position, finger] : fingers)
        out.emplace(position, print(finger, impression));
    return out;
}

constexpr double kThreshold = 2;
const std::vector<FingerPosition> kThree{FingerPosition::RightThumb, FingerPosition::RightIndex,
                                         FingerPosition::RightMiddle};

TEST(TenPrint, FingersAddUpAndMissingOnesAreNamed) {
    const TenPrint probe = card(1, {{FingerPosition::RightThumb, 0}, {FingerPosition::RightIndex, 1}});
    const TenPrint reference = card(
        2,
        {{FingerPosition::RightThumb, 0}, {FingerPosition::RightIndex, 1}, {FingerPosition::RightMiddle, 2}});
    const auto same = compareTenPrints(probe, reference);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->fingers.size(), 2U);
    EXPECT_EQ(same->onlyReference, std::vector{FingerPosition::RightMiddle});
    EXPECT_GT(same->score, same->fingers.at(FingerPosition::RightThumb).score.value);
    EXPECT_LE(same->score, 2 * TenPrintComparison::kFingerCap);
    const auto different =
        compareTenPrints(probe, card(2, {{FingerPosition::RightThumb, 2}, {FingerPosition::RightIndex, 0}}));
    ASSERT_TRUE(different);
    EXPECT_LT(different->score, 0);
    EXPECT_EQ(compareTenPrints(probe, card(2, {{FingerPosition::LeftThumb, 0}})).error().code,
              kFingerTooFewMinutiae);
}

TEST(TenPrint, SwappedDuplicatedAndMissingFingersAreNamed) {
    const TenPrint reference = card(
        2,
        {{FingerPosition::RightThumb, 0}, {FingerPosition::RightIndex, 1}, {FingerPosition::RightMiddle, 2}});
    const auto good = checkSequence(card(1, {{FingerPosition::RightThumb, 0},
                                             {FingerPosition::RightIndex, 1},
                                             {FingerPosition::RightMiddle, 2}}),
                                    kThree, &reference, kThreshold);
    ASSERT_TRUE(good);
    EXPECT_TRUE(good->empty());

    const auto swapped =
        checkSequence(card(1, {{FingerPosition::RightThumb, 1}, {FingerPosition::RightIndex, 0}}), kThree,
                      &reference, kThreshold);
    ASSERT_TRUE(swapped);
    ASSERT_EQ(swapped->size(), 3U);
    EXPECT_EQ((*swapped)[0].kind, SequenceFinding::Kind::Missing);
    EXPECT_EQ((*swapped)[0].position, FingerPosition::RightMiddle);
    EXPECT_EQ((*swapped)[1].kind, SequenceFinding::Kind::Swapped);
    EXPECT_EQ((*swapped)[1].position, FingerPosition::RightThumb);
    EXPECT_EQ((*swapped)[1].other, FingerPosition::RightIndex);
    EXPECT_EQ((*swapped)[2].other, FingerPosition::RightThumb);

    TenPrint twice = card(1, {{FingerPosition::RightThumb, 0}, {FingerPosition::RightMiddle, 2}});
    twice.emplace(FingerPosition::RightIndex, print(0, 2));
    const auto duplicate = checkSequence(twice, kThree, nullptr, kThreshold);
    ASSERT_TRUE(duplicate);
    ASSERT_EQ(duplicate->size(), 1U);
    EXPECT_EQ((*duplicate)[0].kind, SequenceFinding::Kind::Duplicate);
    EXPECT_EQ((*duplicate)[0].position, FingerPosition::RightThumb);
    EXPECT_EQ((*duplicate)[0].other, FingerPosition::RightIndex);
}

}  // namespace
}  // namespace cotejo::match
