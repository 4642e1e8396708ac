// What the rules cost: one transition, a long case, a million events.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

#include "core/decide/case_door.h"
#include "core/decide/case_service.h"
#include "tests/support/test_post.h"
#include "tests/unit/decide/post.h"

namespace cotejo::decide::testing {
namespace {

const People& people() {
    static const People all;
    return all;
}
const std::vector<Candidate>& found() {
    static const std::vector<Candidate> one{candidate("one", Modality::Finger, 41, 1)};
    return one;
}

/// Identified, with its papers read and approved, then notes until it has so many acts.
Post longCase(std::size_t acts) {
    Post post(people(), "paso alto");
    std::string refused = toReview(post, people(), found());
    refused += identify(post, people(), found());
    refused += answered(post, people().officer, people().carlos, "confirmed");
    refused += addPapers(post, people().officer, Disposition::HoldFugitive);
    for (const Act& act : {Act(lease(post, people().officer)), Act(ReadCoverage{}), Act(propose(Disposition::HoldFugitive)), Act(SubmitForApproval{})})
        refused += post.act(people().officer, act);
    if (!refused.empty()) std::fprintf(stderr, "refused: %s\n", refused.c_str()), std::abort();
    while (post.events.size() < acts) post.act(people().officer, AddNote{"seen"});
    return post;
}

void Transition(benchmark::State& state) {
    auto post = longCase(60);
    readPapers(post, people().second);
    const Act act = approve(post);
    const Actor actor{people().second, false};
    const auto& view = post.view();
    for (auto _ : state) benchmark::DoNotOptimize(check(view, act, actor, post.conditions));
}
BENCHMARK(Transition)->Unit(benchmark::kMicrosecond);

void FoldCase(benchmark::State& state) {
    const auto post = longCase(static_cast<std::size_t>(state.range(0)));
    const auto lookup = people().lookup();
    for (auto _ : state) benchmark::DoNotOptimize(foldCase(post.events, lookup));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(FoldCase)->Arg(50)->Arg(200)->Arg(1000)->Unit(benchmark::kMillisecond);

/// 20,000 cases of 50 acts, shared out among the threads: cases do not depend on each other.
void FoldAMillionEvents(benchmark::State& state) {
    const auto post = longCase(50);
    const auto lookup = people().lookup();
    for (auto _ : state)
        for (int i = 0; i < 20'000 / state.threads(); ++i) benchmark::DoNotOptimize(foldCase(post.events, lookup));
}
BENCHMARK(FoldAMillionEvents)->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime()->Threads(1)->Threads(2);

/// A case of so many acts is opened from its store as by a program that has just started: another process wrote it, so every signature is
/// checked. `Again` opens it a second time.
void OpenStoredCase(benchmark::State& state, bool again) {
    for (auto _ : state) {
        state.PauseTiming();
        test::TestPost post;
        const CaseId id = CaseId::random();
        if (const auto writer = fork(); writer == 0) {
            auto desk = post.signIn();
            const auto officer = post.add("officer", {{Role::Officer}});
            auto mine = post.signIn("officer");
            CaseService service(**mine, {}, [&] { return id; });
            OpenCase open;
            open.legalBasis = "border control";
            open.traveler.birthDate = "1980-05-01";
            bool done = service.open(open).has_value();
            for (int i = 1; i < state.range(0); ++i) done = done && service.perform(id, AddNote{"seen at the counter"}).has_value();
            _exit(done ? 0 : 1);
        } else {
            int status = 0;
            waitpid(writer, &status, 0);
            if (status != 0) return state.SkipWithError("the case could not be written");
        }
        auto desk = post.signIn("officer");
        CaseDoor door(**desk);
        if (again && !door.view(id)) return state.SkipWithError("the case could not be opened");
        state.ResumeTiming();
        const auto visible = door.view(id);
        state.PauseTiming();
        if (!visible || visible->view.history.size() < static_cast<std::size_t>(state.range(0))) return state.SkipWithError("not the case that was written");
        state.ResumeTiming();
    }
}
BENCHMARK_CAPTURE(OpenStoredCase, First, false)->Arg(200)->Iterations(20)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(OpenStoredCase, Again, true)->Arg(200)->Iterations(20)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cotejo::decide::testing

BENCHMARK_MAIN();
