// What the rules cost: one transition, a long case, a million events.
#include <benchmark/benchmark.h>

#include <cstdio>

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

}  // namespace
}  // namespace cotejo::decide::testing

BENCHMARK_MAIN();
