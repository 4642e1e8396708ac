#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "core/base/json.h"
#include "core/decide/refusal.h"
#include "core/review/visible_case.h"
#include "tests/unit/decide/post.h"

/// Two cases alike but that in one of them a need of protection was expressed, with an answer, a note and a decision in writing, while the other
/// is on hold for a medical reason. Whoever reads one neutral "on hold" must not be able to tell them apart.
namespace cotejo::decide::testing {
namespace {

/// Of the whole, however deep.
void eraseHashes(Json& json) {
    if (json.is_object())
        for (const char* name : {"event", "begun", "orders", "approvedDossier"}) json.erase(name);
    for (auto& each : json)
        if (each.is_structured()) eraseHashes(each);
}

/// What an officer sees of a case, without the hashes by which programs name events: those differ as the events do.
std::string seen(const Post& post, const Officer& who) {
    const auto visible = review::visibleCase(post.view(), who, kStart, [](const auto&) { return std::optional<WatchlistEntry>(WatchlistEntry{}); });
    auto json = Json::parse(caseToJson(visible.view));
    json.erase("heads");
    eraseHashes(json);
    for (auto& each : json["overrides"]) each.erase("identification");
    return canonicalJson(json) + (visible.onHold ? " on hold" : "");
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
            const auto [first, second] = on(*who, act);
            ASSERT_EQ(first.empty(), second.empty()) << "pair " << pair << " step " << step << " " << typeOf(act) << " " << first << " " << second;
            for (const auto* reader : readers) {
                if (claim.events.size() == unread) continue;
                const auto one_ = seen(claim, *reader), other = seen(medical, *reader);
                const auto at = static_cast<std::size_t>(std::ranges::mismatch(one_, other).in1 - one_.begin());
                ASSERT_EQ(one_ == other, true) << "pair " << pair << " step " << step << " " << reader->login << ": ..." << one_.substr(at > 80 ? at - 80 : 0, 200) << "\n..."
                                               << other.substr(at > 80 ? at - 80 : 0, 200);
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
