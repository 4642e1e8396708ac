#include <algorithm>
#include <chrono>
#include <ctime>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/journal/verify.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "tests/support/sample_case.h"
#include "tests/support/test_post.h"

/// bench_store [CASES]: imports invented cases as an import does (a signed case.open and the projection each, 500 a transaction),
/// then measures sign-in, the first page, further pages, search and counters. Figures go to tests/bench/README.md by hand.
namespace cotejo {
namespace {

double millisOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

template <class T>
T need(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", result.error().code.c_str(), result.error().detail.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

void printSpread(const char* what, std::vector<double> millis) {
    std::ranges::sort(millis);
    std::printf("%-34s median %8.2f ms   p95 %8.2f ms\n", what, millis[millis.size() / 2], millis[millis.size() * 95 / 100]);
}

int run(std::size_t cases) {
    test::TestPost post;
    {
        auto desk = need(post.signIn());
        const auto processorBefore = std::clock();
        const double import = millisOf([&] {
            need(desk->store().writeMany(cases, 500, [&](store::Transaction& tx, std::size_t i) -> Status {
                auto view = test::sampleCase(static_cast<int>(i), desk->post());
                record::OpenCase open;
                open.number = view.number;
                open.post = view.post;
                open.traveler = view.traveler;
                open.deadline = view.deadline;
                COTEJO_TRY_ASSIGN(const auto event, desk->journal().append(tx, journal::Draft::of(open, view.id, {}, "officer")));
                view.heads = {record::hashOf(event)};
                return store::CaseTable(tx).put(view);
            }));
        });
        const double processor = static_cast<double>(std::clock() - processorBefore) / CLOCKS_PER_SEC;
        std::printf("%-34s %.0f cases/s (%zu cases in %.1f s, %.1f s of processor time)\n", "import",
                    1000.0 * static_cast<double>(cases) / import, cases, import / 1000, processor);
        std::vector<double> single;
        for (int i = 0; i < 200; ++i)
            single.push_back(millisOf([&] {
                auto view = test::sampleCase(i, desk->post());
                view.state = record::CaseState::InReview;
                const auto done = desk->store().write([&](store::Transaction& tx) -> Status {
                    COTEJO_TRY_ASSIGN(const auto event, desk->journal().append(tx, journal::Draft::of(record::AddNote{"note"}, view.id,
                                                                                                      {}, "officer")));
                    view.heads = {record::hashOf(event)};
                    return store::CaseTable(tx).put(view);
                });
                if (!done) std::exit(1);
            }));
        printSpread("one act, durable", single);
    }
    std::printf("%-34s %.1f MB\n", "cases.db",
                static_cast<double>(std::filesystem::file_size(post.folder() / "cases.db")) / 1e6);
    std::unique_ptr<access::Desk> desk;
    store::QueuePage page;
    const double open = millisOf([&] { desk = need(post.signIn()); });
    const double first = millisOf([&] {
        auto reader = need(desk->store().reader());
        page = need(store::CaseTable(reader).page({}, {}, 100));
        need(store::CaseTable(reader).counters(desk->post()));
    });
    std::printf("%-34s %.1f ms (with a cheap key derivation)\n", "sign-in", open);
    std::printf("%-34s %.1f ms (a new connection, 100 rows, counters)\n", "first page", first);

    auto reader = need(desk->store().reader());
    store::CaseTable table(reader);
    const auto measure = [&](const char* what, store::QueueFilter filter, bool follow) {
        filter.now = post.clock.now();
        std::vector<double> times;
        std::optional<store::QueueCursor> at;
        for (int i = 0; i < 100; ++i) {
            times.push_back(millisOf([&] { page = need(table.page(filter, at, 100)); }));
            at = follow ? page.next : std::nullopt;
        }
        printSpread(what, times);
    };
    store::QueueFilter filter;
    measure("page, open cases", filter, true);
    filter.post = desk->post();
    measure("page, open cases of the post", filter, true);
    filter.order = store::QueueOrder::Deadline;
    measure("page, by deadline", filter, true);
    filter.order = store::QueueOrder::Newest;
    measure("page, newest first", filter, true);
    filter = {};
    filter.states = {record::CaseState::Triage};
    filter.priorities = {record::Priority::Normal};
    measure("page, one state, normal priority", filter, true);
    filter = {};
    filter.holds = {record::HoldKind::Conflict};
    measure("page, held cases (there are none)", filter, false);
    filter = {};
    for (const char* text : {"m", "mar", "maridan lo", "L0000123", "PA-2026-0001"}) {
        filter.text = text;
        measure((std::string("search \"") + text + "\"").c_str(), filter, false);
    }
    std::vector<double> times;
    for (int i = 0; i < 100; ++i) times.push_back(millisOf([&] { need(table.counters(desk->post())); }));
    printSpread("counters", times);
    times.clear();
    for (int i = 0; i < 100; ++i)
        times.push_back(millisOf([&] { need(table.find(test::sampleCase(i * 31 % static_cast<int>(cases)).id)); }));
    printSpread("whole case by id", times);
    const double verification = millisOf([&] {
        const auto report = need(journal::verify(desk->store()));
        if (!report.intact()) std::exit(1);
    });
    std::printf("%-34s %.0f entries/s\n", "journal verification", 1000.0 * static_cast<double>(cases) / verification);
    return 0;
}

}  // namespace
}  // namespace cotejo

int main(int argc, char** argv) {
    if (!cotejo::initCrypto()) return 1;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    return cotejo::run(argc > 1 ? static_cast<std::size_t>(std::atoll(argv[1])) : 100'000);
}
