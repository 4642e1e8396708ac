#include "core/match/finger/search/ranking.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/match/finger/extract/extract.h"
#include "core/match/finger/search/gallery.h"
#include "core/match/finger/processor.h"
#include "core/match/finger/synthetic.h"

namespace cotejo::match {
namespace {

FingerTemplate print(std::uint64_t finger, std::uint64_t impression) {
    const auto found = extractFinger(
        {SyntheticFinger(finger).impression(impression, everydayImpression(100 * finger + impression)),
         {500, record::PpiSource::Declared}});
    EXPECT_TRUE(found);
    return found ? found->finger : FingerTemplate{};
}

class Ranking : public testing::Test {
  protected:
    static constexpr std::uint64_t kFingers = 12;
    static void SetUpTestSuite() {
        for (std::uint64_t finger = 1; finger <= kFingers; ++finger) {
            s_references.push_back(print(finger, 1));
            s_probes.push_back(print(finger, 2));
        }
    }
    static std::vector<FingerTemplate> s_references, s_probes;
};
std::vector<FingerTemplate> Ranking::s_references, Ranking::s_probes;

TEST_F(Ranking, PutsTheMateBeforeStrangers) {
    std::vector<RankingPrint> references;
    for (const auto& each : s_references)
        references.emplace_back(PreparedFinger(each));
    for (std::size_t p = 0; p < kFingers; ++p) {
        const RankingPrint probe{PreparedFinger(s_probes[p])};
        for (std::size_t r = 0; r < kFingers; ++r) {
            if (r == p) continue;
            EXPECT_GT(rankingScore(probe, references[p]), rankingScore(probe, references[r]))
                << p << " " << r;
        }
    }
}

TEST_F(Ranking, IsTheSameOnEveryProcessor) {
    const ProcessorKind own = processorKind();
    std::vector<float> ranks;
    std::vector<double> scores;
    for (const auto kind : {ProcessorKind::Plain, ProcessorKind::Fast, ProcessorKind::Widest}) {
        if (kind > own) continue;
        processorKind() = kind;
        EXPECT_EQ(encodeFinger(print(1, 2)), encodeFinger(s_probes[0])) << "extraction, kind " << int(kind);
        std::size_t at = 0;
        for (std::size_t p = 0; p < 4; ++p)
            for (std::size_t r = 0; r < 4; ++r, ++at) {
                const PreparedFinger probe(s_probes[p]), reference(s_references[r]);
                const float rank = rankingScore(RankingPrint(probe), RankingPrint(reference));
                const double score = compareFinger(probe, reference)->score.value;
                if (kind == ProcessorKind::Plain) {
                    ranks.push_back(rank);
                    scores.push_back(score);
                }
                EXPECT_EQ(rank, ranks[at]) << "kind " << int(kind);
                EXPECT_EQ(score, scores[at]) << "kind " << int(kind);
            }
    }
    processorKind() = own;
}

TEST_F(Ranking, MinutiaeAloneAreNeverLeftOut) {
    const auto bare = [](const FingerTemplate& finger) {
        return *templateFromMinutiae(finger.minutiae, finger.width, finger.height, 500);
    };
    EXPECT_TRUE(RankingPrint{PreparedFinger(bare(s_references[0]))}.empty());
    EXPECT_TRUE(RankingPrint{PreparedFinger(FingerTemplate{})}.empty());
    FingerGallery gallery;
    for (std::size_t r = 0; r < kFingers; ++r)
        gallery.add(std::to_string(r), r == 0 ? bare(s_references[r]) : s_references[r]);
    FingerSearch what;
    what.shortListLeast = 1;
    what.shortListShare = 0;
    const auto found = gallery.search(s_probes[0], what);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 2u) << "the best ranked one and the one that cannot be ranked";
    EXPECT_TRUE((*found)[0].key == "0" || (*found)[1].key == "0");
}

TEST_F(Ranking, ShortListFindsWhatEveryComparisonFinds) {
    FingerGallery gallery;
    for (std::size_t r = 0; r < kFingers; ++r)
        gallery.add(std::to_string(r), s_references[r]);
    FingerSearch shortList, everything;
    shortList.shortListLeast = 2;
    shortList.shortListShare = 0;
    everything.exhaustive = true;
    for (std::size_t p = 0; p < kFingers; ++p) {
        const auto quick = gallery.search(s_probes[p], shortList),
                   whole = gallery.search(s_probes[p], everything);
        ASSERT_TRUE(quick && whole);
        EXPECT_EQ(quick->size(), 2u);
        EXPECT_EQ(quick->front().key, std::to_string(p));
        EXPECT_EQ(quick->front().comparison.score.value, whole->front().comparison.score.value);
    }
}

TEST_F(Ranking, ThreadsDoNotChangeTheAnswer) {
    FingerGallery gallery;
    for (std::size_t k = 0; k < 300; ++k) gallery.add("print " + std::to_string(k), s_references[k % kFingers]);
    FingerSearch one;
    one.shortListLeast = 150;
    one.shortListShare = 0;
    FingerSearch two = one;
    two.threads = 4;
    const auto alone = gallery.search(s_probes[3], one), together = gallery.search(s_probes[3], two);
    ASSERT_TRUE(alone && together);
    ASSERT_EQ(alone->size(), together->size());
    for (std::size_t k = 0; k < alone->size(); ++k) {
        EXPECT_EQ((*alone)[k].key, (*together)[k].key);
        EXPECT_EQ((*alone)[k].comparison.score.value, (*together)[k].comparison.score.value);
    }
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(gallery.search(s_probes[3], two, source.get_token()).error().code, base::kCancelled);
}

}  // namespace
}  // namespace cotejo::match
