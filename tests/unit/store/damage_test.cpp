#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <thread>

#include "core/base/file.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "core/store/errors.h"
#include "core/store/store.h"
#include "core/store/sync_state.h"
#include "tests/support/sample_case.h"
#include "tests/support/temp_folder.h"

namespace cotejo::store {
namespace {

Status fill(Store& store, int from, int count) {
    const auto done = store.writeMany(static_cast<std::size_t>(count), 20, [&](Transaction& tx, std::size_t i) {
        return CaseTable(tx).put(test::sampleCase(from + static_cast<int>(i)));
    });
    return done ? Status() : Status(tl::unexpected<Error>(done.error()));
}

/// Reads everything there is, the way the program would.
Status readAll(const std::filesystem::path& folder, const Secret& dek) {
    COTEJO_TRY_ASSIGN(const auto store, Store::open(folder, dek));
    COTEJO_TRY(store->checkIntegrity());
    COTEJO_TRY_ASSIGN(auto reader, store->reader());
    CaseTable cases(reader);
    COTEJO_TRY_ASSIGN(const auto ids, cases.ids(0, 10000));
    for (const auto& [row, id] : ids) {
        COTEJO_TRY(cases.find(id));
        COTEJO_TRY(cases.row(id));
    }
    QueueFilter filter;
    filter.text = "mar";
    COTEJO_TRY(cases.page(filter, {}, 100));
    return {};
}

TEST(Damage, AFlippedBitInAnyPageIsNoticedAndNothingIsRepaired) {
    test::TempFolder folder;
    const auto dek = Secret::random(32);
    {
        auto store = std::move(*Store::create(folder / "post", dek));
        ASSERT_TRUE(fill(*store, 0, 300));
    }
    const auto path = folder / "post" / "cases.db";
    {
        const auto key = subKey(dek, "cotejo cases.db");
        OpenOptions options;
        options.key = &key;
        auto database = Database::open(path, options);
        ASSERT_TRUE(database->execute("VACUUM") && database->checkpoint());  // no free pages, which nobody reads
    }
    ASSERT_TRUE(readAll(folder / "post", dek));
    const auto whole = *readFile(path);
    constexpr std::size_t kPage = 4096;
    const std::size_t pages = whole.size() / kPage;
    ASSERT_GT(pages, 150u);
    for (std::size_t page = 0; page < pages; page += 11) {
        const std::size_t at = page * kPage + (page * 977 + 131) % kPage;
        auto broken = whole;
        broken[at] ^= static_cast<std::uint8_t>(1u << (page % 8));
        std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(broken.data()), static_cast<std::streamsize>(broken.size()));
        const auto read = readAll(folder / "post", dek);
        ASSERT_FALSE(read) << "page " << page + 1;
        EXPECT_TRUE(read.error().is(kCorrupt) || (page == 0 && read.error().is(kKey))) << page << read.error().code << read.error().detail;
        ASSERT_EQ(*readFile(path), broken) << "the file is left as it was found";
    }
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(whole.data()), static_cast<std::streamsize>(whole.size()));
    EXPECT_TRUE(readAll(folder / "post", dek));
}

TEST(Damage, ATruncatedDatabaseIsNoticed) {
    test::TempFolder folder;
    const auto dek = Secret::random(32);
    {
        auto store = std::move(*Store::create(folder / "post", dek));
        ASSERT_TRUE(fill(*store, 0, 100));
    }
    const auto path = folder / "post" / "cases.db";
    const auto size = std::filesystem::file_size(path);
    for (const auto left : {size - 4096, size / 2, std::uintmax_t{4096}, std::uintmax_t{100}, std::uintmax_t{0}}) {
        std::filesystem::copy(folder / "post", folder / "copy", std::filesystem::copy_options::recursive);
        std::filesystem::resize_file(folder / "copy" / "cases.db", left);
        EXPECT_FALSE(readAll(folder / "copy", dek)) << left;
        std::filesystem::remove_all(folder / "copy");
    }
}

TEST(Damage, NoPlainTextInAnyFile) {
    test::TempFolder folder;
    auto store = std::move(*Store::create(folder / "post", Secret::random(32)));
    auto view = test::sampleCase(1);
    view.traveler.familyName = "Plaintextson";
    view.traveler.documents[0].number = "QX7654321";
    view.remarks = {{"note.add", false, {}, {}, "the quick brown secret"}};
    const std::string document(200'000, 'd');
    ASSERT_TRUE(store->write([&](Transaction& tx) -> Status {
        COTEJO_TRY(CaseTable(tx).put(view));
        COTEJO_TRY(store->blobs(tx).put(tx, viewOf("small plaintextson picture"), "image/png"));
        COTEJO_TRY(store->blobs(tx).put(tx, viewOf(document + "plaintextson"), "image/png"));
        return SyncState(tx).set("tls_key", std::string_view("-----BEGIN PRIVATE KEY-----"));
    }));
    auto reader = store->reader();  // keeps -wal and -shm alive
    ASSERT_TRUE(reader && CaseTable(*reader).find(view.id));
    int files = 0;
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder / "post")) {
        if (!each.is_regular_file()) continue;
        ++files;
        const auto bytes = *readFile(each.path());
        std::string lower(textOf(bytes));
        std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        for (const char* secret : {"plaintextson", "qx7654321", "quick brown", "private key", "sqlite format", "create table", "dddddddd",
                                   "image/png", "l0000001c", "pa-2026"})
            EXPECT_EQ(lower.find(secret), std::string::npos) << secret << " in " << each.path().filename();
    }
    EXPECT_GE(files, 4) << "database, log, shared memory, one attachment";
}

TEST(Damage, AFullDiskIsItsOwnErrorAndLosesNothing) {
    test::TempFolder folder;
    const auto dek = Secret::random(32);
    auto store = std::move(*Store::create(folder / "post", dek));
    ASSERT_TRUE(fill(*store, 0, 20));
    store.reset();
    // A process of its own, in which no file may grow beyond a limit.
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const auto limitTo = [](rlim_t bytes) {
            rlimit limit{bytes, RLIM_INFINITY};
            return setrlimit(RLIMIT_FSIZE, &limit) == 0;
        };
        auto opened = Store::open(folder / "post", dek);
        if (!opened || !limitTo(900'000)) _exit(1);
        int acknowledged = 0;
        Error error;
        for (; acknowledged < 5000 && error.code.empty(); ++acknowledged)
            if (auto done = fill(**opened, 20 + acknowledged, 1); !done) error = done.error();
        --acknowledged;
        if (!error.is(kFull)) {
            std::fprintf(stderr, "expected E_STORE_FULL, got %s: %s\n", error.code.c_str(), error.detail.c_str());
            _exit(2);
        }
        auto reader = (*opened)->reader();
        if (!reader || CaseTable(*reader).ids(0, 10000)->size() != static_cast<std::size_t>(20 + acknowledged)) _exit(3);
        if (!limitTo(RLIM_INFINITY)) _exit(1);
        if (!fill(**opened, 9000, 1)) _exit(4);  // goes on as soon as there is room
        if (CaseTable(*reader).ids(0, 10000)->size() != static_cast<std::size_t>(21 + acknowledged)) _exit(5);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_TRUE(readAll(folder / "post", dek));
}

TEST(Damage, WritersAndReadersShareTheStore) {
    test::TempFolder folder;
    auto store = std::move(*Store::create(folder / "post", Secret::random(32)));
    std::atomic<bool> stop{false};
    std::atomic<int> pages{0};
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back([&] {
            while (!stop) {
                auto reader = store->reader();
                if (!reader || !CaseTable(*reader).page({}, {}, 50)) std::abort();
                ++pages;
            }
        });
    {
        std::vector<std::jthread> writers;
        for (int w = 0; w < 2; ++w)
            writers.emplace_back([&, w] {
                for (int i = 0; i < 40; ++i)
                    if (!fill(*store, w * 1000 + i, 1)) std::abort();
            });
    }
    stop = true;
    readers.clear();
    EXPECT_GT(pages, 0);
    EXPECT_GE(store->changeCount(), 80u);
    auto reader = store->reader();
    EXPECT_EQ(CaseTable(*reader).counters()->total, 80);
}

TEST(Damage, ImportsStopBetweenBatches) {
    test::TempFolder folder;
    auto store = std::move(*Store::create(folder / "post", Secret::random(32)));
    std::stop_source stop;
    const auto done = store->writeMany(
        100, 10,
        [&](Transaction& tx, std::size_t i) {
            if (i == 25) stop.request_stop();
            return CaseTable(tx).put(test::sampleCase(static_cast<int>(i)));
        },
        stop.get_token());
    ASSERT_FALSE(done);
    EXPECT_TRUE(done.error().is("E_CANCELLED"));
    EXPECT_EQ(done.error().params[0].second, "30");
    auto reader = store->reader();
    EXPECT_EQ(CaseTable(*reader).counters()->total, 30);
}

}  // namespace
}  // namespace cotejo::store
