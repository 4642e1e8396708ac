#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <map>
#include <random>
#include <set>

#include "tests/unit/decide/equivalent_mutants.h"
#include "tests/unit/decide/flips.h"
#include "tests/unit/decide/sampled_mutants.h"

/// Kills the mutants of the rules: every one is switched on in a process of its own, which runs the tests that pass its place, the quickest
/// first, until one of them fails. Without more it runs those of sampled_mutants.h and fails when one survives that died when they were drawn.
/// COTEJO_DECIDE_MUTANTS=all runs every mutant, a number that many drawn by COTEJO_DECIDE_MUTANTS_SEED, a comma list those, and fails when one
/// survives that equivalent_mutants.h does not explain; COTEJO_DECIDE_MUTANTS_JOBS at a time. COTEJO_DECIDE_MUTANTS_WRITE names a file for the lines
/// of a new sampled_mutants.h.
namespace cotejo::mutants {

int active = 0;
unsigned char* reached = nullptr;

namespace {

struct Mutant {
    int id;
    const char* file;
    int line;
    const char* kind;
    const char* text;
};
const Mutant kCode[] = {
#include "mutants.inc"
};

struct Place {
    std::string where, key;   ///< the key names it whatever line it stands on
    std::function<void()> apply;
};

std::vector<Place> everyMutant() {
    std::vector<Place> all(1);   // 0 is none
    std::map<std::string, int> seen;
    for (const auto& each : kCode) {
        auto key = std::string(each.file) + " | " + each.kind + " | " + each.text;
        if (const int before = seen[key]++; before > 0) key += " #" + std::to_string(before + 1);
        all.push_back({std::string(each.file) + ":" + std::to_string(each.line), key, {}});
    }
    for (auto& flip : allFlips()) all.push_back({"core/decide/table.cpp", "table | " + flip.what, std::move(flip.apply)});
    return all;
}

struct Test {
    std::string name;
    double seconds = 0;
    std::vector<unsigned char> reached;
};

std::string environment(const char* name, const char* usual) {
    const char* value = std::getenv(name);
    return value ? value : usual;
}

int runTest(const std::string& name) {
    GTEST_FLAG_SET(filter, name);
    return RUN_ALL_TESTS();
}

/// Whether the process ended as a run without failures does.
bool passed(pid_t child) {
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// The walks of the tables go by the one act whose row is changed; else they take a part of the cells.
void narrow(const std::string& act) {
    if (!act.empty()) setenv("COTEJO_DECIDE_ACT", act.c_str(), 1);
    setenv("COTEJO_DECIDE_STEP", act.empty() ? "47" : "1", 1);
}

[[noreturn]] void inChild(const std::vector<const Test*>& tests, unsigned limit, int* killer) {
    if (!std::freopen("/dev/null", "w", stdout) || !std::freopen("/dev/null", "w", stderr)) _exit(3);
    for (std::size_t i = 0; i < tests.size(); ++i) {
        if (killer) *killer = static_cast<int>(i);
        alarm(limit);
        if (runTest(tests[i]->name) != 0) _exit(1);
    }
    _exit(0);
}

std::vector<Test> baseline() {
    std::vector<Test> tests;
    const auto* unit = ::testing::UnitTest::GetInstance();
    for (int i = 0; i < unit->total_test_suite_count(); ++i)
        for (int j = 0; j < unit->GetTestSuite(i)->total_test_count(); ++j)
            tests.push_back({std::string(unit->GetTestSuite(i)->name()) + "." + unit->GetTestSuite(i)->GetTestInfo(j)->name(), 0, {}});
    for (auto& test : tests) {
        std::fill_n(reached, kMost, static_cast<unsigned char>(0));
        const auto start = std::chrono::steady_clock::now();
        const auto child = fork();
        if (child == 0) inChild({&test}, 600, nullptr);
        if (!passed(child)) {
            std::printf("%s fails without any mutant\n", test.name.c_str());
            std::exit(2);
        }
        test.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        test.reached.assign(reached, reached + kMost);
    }
    std::ranges::stable_sort(tests, {}, &Test::seconds);
    return tests;
}

struct Running {
    int mutant = 0;
    std::vector<const Test*> tests;
    int* killer = nullptr;
};

std::vector<int> wanted(const std::vector<Place>& mutants) {
    const auto count = static_cast<int>(mutants.size());
    const auto text = environment("COTEJO_DECIDE_MUTANTS", "");
    std::vector<int> ids;
    if (text.empty()) {
        const std::set<std::string_view> keys = [] {
            std::set<std::string_view> found;
            for (const auto& each : kSample) found.insert(each.key);
            return found;
        }();
        for (int id = 1; id < count; ++id)
            if (keys.contains(mutants[static_cast<std::size_t>(id)].key)) ids.push_back(id);
        return ids;
    }
    if (text.find(',') != std::string::npos) {
        for (std::size_t at = 0; at < text.size(); at = text.find(',', at) == std::string::npos ? text.size() : text.find(',', at) + 1)
            ids.push_back(std::atoi(text.c_str() + at));
        return ids;
    }
    for (int id = 1; id < count; ++id) ids.push_back(id);
    if (text == "all") return ids;
    std::mt19937_64 random(std::strtoull(environment("COTEJO_DECIDE_MUTANTS_SEED", "1").c_str(), nullptr, 10));
    std::ranges::shuffle(ids, random);
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(std::atoi(text.c_str()))));
    std::ranges::sort(ids);
    return ids;
}

void write(const char* path, const std::vector<int>& ids, const std::vector<Place>& mutants, const std::vector<int>& survived) {
    std::ofstream out(path);
    for (const auto id : ids)
        out << "    {" << std::quoted(mutants[static_cast<std::size_t>(id)].key) << ", " << (std::ranges::find(survived, id) == survived.end() ? "true" : "false") << "},\n";
}

int run() {
    reached = static_cast<unsigned char*>(mmap(nullptr, kMost, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    auto* killers = static_cast<int*>(mmap(nullptr, 64 * sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    narrow({});
    for (const auto* name : {"COTEJO_DECIDE_HISTORIES", "COTEJO_DECIDE_COLLUSION", "COTEJO_DECIDE_CONFLICTS", "COTEJO_DECIDE_TWINS"}) setenv(name, "12", 0);
    const auto mutants = everyMutant();
    if (mutants.size() > kMost) return std::printf("more mutants than kMost\n"), 2;
    std::map<std::string, std::string> equivalent;
    for (const auto& each : kEquivalent) equivalent[each.key] = each.reason;
    std::set<std::string> known;
    for (const auto& each : mutants) known.insert(each.key);
    bool stale = false;
    for (const auto& [key, reason] : equivalent)
        if (!known.contains(key)) std::printf("explained, but there is no such mutant any more: %s\n", key.c_str()), stale = true;
    const auto ids = wanted(mutants);
    const bool sample = environment("COTEJO_DECIDE_MUTANTS", "").empty();
    std::map<std::string_view, bool> dies;  // of the sample
    if (sample) {
        for (const auto& each : kSample) {
            dies[each.key] = each.dies;
            if (!known.contains(each.key)) std::printf("sampled, but there is no such mutant any more: %s\n", each.key);
        }
        // The rules change; a sample of which a quarter is gone proves too little and is drawn again.
        if (ids.size() * 4 < std::size(kSample) * 3 || ids.empty()) std::printf("draw the sample again\n"), stale = true;
    }
    std::fflush(stdout);  // a child writes out what it inherits
    const auto tests = baseline();
    double whole = 0;
    for (const auto& test : tests) whole += test.seconds;
    const auto jobs = std::max(1, std::atoi(environment("COTEJO_DECIDE_MUTANTS_JOBS", "1").c_str()));
    std::printf("%zu mutants, %zu of them chosen; %zu tests, %.1f s without a mutant\n", mutants.size() - 1, ids.size(), tests.size(), whole);
    std::fflush(stdout);

    std::map<pid_t, Running> running;
    std::vector<int> survived;
    std::map<std::string, int> kills;
    long explained = 0, passes = 0, expectedly = 0;
    const auto collect = [&] {
        int status = 0;
        const auto child = waitpid(-1, &status, 0);
        const auto at = running.find(child);
        if (at == running.end()) return;
        const bool alive = WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (alive && equivalent.contains(mutants[static_cast<std::size_t>(at->second.mutant)].key)) ++explained;
        else if (alive) {
            const auto& each = mutants[static_cast<std::size_t>(at->second.mutant)];
            survived.push_back(at->second.mutant);
            const bool expected = sample && !dies[each.key];
            expectedly += expected;
            std::printf("survives %d%s: %s | %s\n", at->second.mutant, expected ? " as before" : "", each.where.c_str(), each.key.c_str());
            std::fflush(stdout);
        }
        else ++kills[at->second.tests.empty() ? "" : at->second.tests[static_cast<std::size_t>(*at->second.killer)]->name];
        running.erase(at);
    };
    for (const auto id : ids) {
        Running next{id, {}, nullptr};
        const bool table = static_cast<std::size_t>(id) > std::size(kCode);
        // The three mutants of one condition, and the two of a comparison, share the place of the first.
        int place = id;
        const auto siblings = [&](int before) {
            return before >= 1 && !table && kCode[before - 1].line == kCode[id - 1].line && kCode[before - 1].text == std::string_view(kCode[id - 1].text) &&
                   kCode[before - 1].file == std::string_view(kCode[id - 1].file);
        };
        while (siblings(place - 1) && id - place < 2) --place;
        for (const auto& test : tests)
            if (table || std::any_of(test.reached.begin() + place, test.reached.begin() + id + 1, [](auto flag) { return flag != 0; })) next.tests.push_back(&test);
        while (running.size() >= static_cast<std::size_t>(jobs)) collect();
        int slot = 0;
        while (std::ranges::any_of(running, [&](const auto& each) { return each.second.killer == killers + slot; })) ++slot;
        next.killer = killers + slot;
        double slowest = 0;
        for (const auto* test : next.tests) slowest = std::max(slowest, test->seconds);
        const auto child = fork();
        if (child == 0) {
            const auto& mutant = mutants[static_cast<std::size_t>(id)];
            constexpr std::string_view kAct = "table | act ";
            if (mutant.key.starts_with(kAct)) narrow(mutant.key.substr(kAct.size(), mutant.key.find(' ', kAct.size()) - kAct.size()));
            if (table) mutant.apply();
            else active = id;
            inChild(next.tests, 20 + static_cast<unsigned>(10 * slowest), next.killer);
        }
        running[child] = next;
        if (++passes % 500 == 0) std::printf("... %ld started, %zu survive so far\n", passes, survived.size()), std::fflush(stdout);
    }
    while (!running.empty()) collect();
    if (std::getenv("COTEJO_DECIDE_MUTANTS_KILLERS"))
        for (const auto& [name, count] : kills) std::printf("%6d by %s\n", count, name.c_str());
    if (const char* file = std::getenv("COTEJO_DECIDE_MUTANTS_WRITE")) write(file, ids, mutants, survived);
    std::printf("%zu mutants, %zu killed, %zu survived (%ld of them known to), %ld equivalent by proof\n", ids.size(),
                ids.size() - survived.size() - static_cast<std::size_t>(explained), survived.size(), expectedly, explained);
    return static_cast<long>(survived.size()) == expectedly && !stale ? 0 : 1;
}

}  // namespace
}  // namespace cotejo::mutants

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    if (argc > 1) return 2;
    return cotejo::mutants::run();
}
