#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "core/decide/refusal.h"
#include "core/review/visible_case.h"
#include "tests/unit/decide/post.h"
#include "tests/unit/decide/words_of.h"

/// Two cases alike but that in one of them a need of protection was expressed, with an answer, a note and a decision in writing, while the other
/// is on hold for a medical reason. Whoever reads one neutral "on hold" must not be able to tell them apart.
namespace cotejo::decide::testing {
namespace {

struct Seen {
    CaseView view;
    bool onHold = false;
    std::optional<UtcTime> since;
};

/// What an officer sees of a case, without the hashes by which programs name events: those differ as the events do.
Seen seen(const Post& post, const Officer& who) {
    auto visible = review::visibleCase(post.view(), who, kStart, [](const auto&) { return std::optional<WatchlistEntry>(WatchlistEntry{}); });
    auto& view = visible.view;
    view.heads.clear();
    for (auto& line : view.history) line.event = {};
    for (auto& head : view.decisionHeads) head.event = {};
    if (view.identification) view.identification->event = view.identification->round.begun = {};
    for (auto& each : view.identifications) each.event = each.round.begun = {};
    for (auto& each : view.reexaminations) each.event = {};
    view.round.begun = {};
    for (auto& each : view.examinations) {
        each.round.begun = {};
        each.orders.clear();
    }
    for (auto& [officer, shown] : view.exposure)
        for (auto& each : shown) each.round.begun = {};
    if (view.disposition) view.disposition->approvedDossier = {};
    for (auto& each : view.pastDispositions) each.approvedDossier = {};
    for (auto& each : view.answers) each.event = {};
    for (auto& each : view.overrides) each.identification = {};
    return {std::move(view), visible.onHold, visible.onHoldSince};
}

/// Every reason against the act as this person reads it.
std::string answers(const Post& post, const Officer& who, const Act& act) {
    std::string text;
    for (auto error : refusals(post.view(), act, {who, false}, post.conditions)) {
        error = neutral(std::move(error), post.view(), who, post.conditions.now);
        text += error.code + "{";
        for (const auto& [key, value] : error.params) text += key + "=" + value + ";";
        text += "}";
    }
    return text;
}

std::vector<Act> everythingTried(const Post& post, const Officer& who, const std::vector<Candidate>& one) {
    return {lease(post, who), RequestRecapture{"blurred"}, ReturnCase{"again"}, SaveAnalysis{"whorl"}, VisitCandidate{one[0].id}, Reveal{},
            conclude(one, ExaminerConclusion::Identification), ReadCoverage{}, propose(Disposition::Admit), propose(Disposition::Repatriate),
            propose(Disposition::HoldFugitive), propose(Disposition::RefuseEntry), propose(Disposition::ReferPartnerCheck),
            propose(Disposition::ReferProtection), propose(Disposition::NoAction), SubmitForApproval{}, Execute{"done"}, CloseCase{}, CancelCase{"twice"},
            FreezeManifest{"UT 418"}, RecordExport{"agency", "UTO", "osia", sha256("bytes")}, OpenDocument{paperHash("fear_answer"), 1},
            NameDocument{paperHash("fear_answer"), "other"}, PlaceHold{HoldKind::Protection}, PlaceHold{HoldKind::Medical}, AddNote{"seen"}, StartTriage{}};
}

TEST(Twins, ACaseWithAClaimReadsLikeOneWithout) {
    const char* wanted = std::getenv("COTEJO_DECIDE_TWINS");
    const long pairs = wanted ? std::atol(wanted) : 60;
    const People people;
    const std::vector one = {candidate("one", Modality::Finger, 41, 1)};
    const Officer* readers[] = {&people.officer, &people.ana, &people.berta, &people.carlos, &people.dora};
    long compared = 0, asked = 0;
    Words told, otherTold;
    for (long pair = 0; pair < pairs; ++pair) {
        std::mt19937_64 random(static_cast<std::uint64_t>(pair));
        Post claim(people, "twin"), medical(people, "twin");
        const auto on = [&](const Officer& who, const Act& act) {
            const auto first = claim.act(who, act), second = medical.act(who, act);
            return std::pair(first, second);
        };
        ASSERT_EQ(toReview(claim, people, one), "");
        ASSERT_EQ(toReview(medical, people, one), "");
        const auto heldAfter = random() % 14;
        for (std::size_t step = 0; step < 22; ++step) {
            const auto unread = claim.events.size();
            if (step == heldAfter) {
                const auto& who = *readers[random() % 5];
                ASSERT_EQ(claim.act(who, PlaceHold{HoldKind::Protection}), "");
                ASSERT_EQ(medical.act(who, PlaceHold{HoldKind::Medical}), "");
            }
            if (step > heldAfter && random() % 3 == 0) {  // the claim goes its own way; time goes on for both
                const auto written = claim.act(people.protection, random() % 2 == 0 ? Act(paper("fear_answer", std::to_string(step))) : Act(AddNote{"fears return"}));
                ASSERT_EQ(written, "");
                medical.conditions.now = claim.conditions.now;
            }
            // By the book, and now and then not.
            const auto& view = medical.view();
            const Officer* who = readers[random() % 5];
            if (view.lease)
                for (const auto* each : readers)
                    if (each->id == view.lease->officer) who = each;
            auto acts = everythingTried(medical, *who, one);
            Act act = acts[random() % acts.size()];
            if (random() % 3 != 0) {
                const auto* own = ownExamination(view, who->id);
                if (view.state == CaseState::InReview || view.state == CaseState::InVerification)
                    act = !own || !own->analysisSaved ? Act(SaveAnalysis{"whorl"}) : own->visited.empty() ? Act(VisitCandidate{one[0].id}) : Act(conclude(one, ExaminerConclusion::Identification));
                else if (view.state == CaseState::Concluded1)
                    act = lease(medical, *who);
            }
            if (std::holds_alternative<PlaceHold>(act)) continue;
            const auto [here, there] = on(*who, act);
            ASSERT_EQ(here.empty(), there.empty()) << "pair " << pair << " step " << step << " " << typeOf(act) << " " << here << " " << there;
            for (const auto* reader : readers) {
                if (claim.events.size() == unread) continue;
                const auto first = seen(claim, *reader), second = seen(medical, *reader);
                told.readWhole(first.view);
                otherTold.readWhole(second.view);
                ASSERT_TRUE(told == otherTold && first.onHold == second.onHold && first.since == second.since)
                    << "pair " << pair << " step " << step << " " << reader->login << ": " << caseToJson(first.view) << "\n against " << caseToJson(second.view);
                ++compared;
            }
            for (const auto& tried : everythingTried(medical, *who, one)) {
                ASSERT_EQ(answers(claim, *who, tried), answers(medical, *who, tried)) << "pair " << pair << " step " << step << " " << typeOf(tried);
                ++asked;
            }
        }
    }
    std::printf("twins: %ld pairs, %ld views and %ld refusals compared\n", pairs, compared, asked);
}

}  // namespace
}  // namespace cotejo::decide::testing
