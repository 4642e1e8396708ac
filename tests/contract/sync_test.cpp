// Two posts and a real cotejo-server process over HTTPS on the loopback.
#include <gtest/gtest.h>

#include <signal.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/imaging/encode.h"
#include "tests/contract/post.h"

namespace cotejo::test {
namespace {

Bytes someBytes(std::size_t size) {
    Bytes bytes(size);
    fillRandom(bytes.data(), bytes.size());
    return bytes;
}

std::string importWatchlist(const ServerProcess& server, const std::vector<record::WatchlistEntry>& entries,
                            const std::filesystem::path& images = {}) {
    Json list = Json::array();
    for (const auto& entry : entries) list.push_back(Json::parse(record::entryToJson(entry)));
    const auto file = server.folder() / "entries.json";
    std::ofstream(file) << list.dump();
    std::vector<std::string> words{"watchlist", "import", file.string()};
    if (!images.empty()) words.insert(words.end(), {"--images", images.string()});
    const auto ended = server.command(words);
    EXPECT_EQ(ended.status, 0);
    return ended.output;
}

void copyFolder(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

TEST(Sync, TwoPostsMeetThroughTheServer) {
    ServerProcess server;
    Post north("North");
    Post south("South");
    ASSERT_TRUE(north.enrol(server));
    ASSERT_TRUE(south.enrol(server));

    const auto entity = CaseId::random();
    const auto small = someBytes(3'000);
    const auto large = someBytes(1'300'000);  // three pieces
    north.note(entity, "first", small);
    north.note(entity, "second", large);
    const auto sent = north.sync();
    ASSERT_TRUE(sent) << sent.error().code << ": " << sent.error().detail;
    EXPECT_EQ(sent->sent, 4u);  // founding, sign-in, two notes
    EXPECT_EQ(sent->receipted, sent->sent);
    EXPECT_EQ(sent->uploaded, 2u);
    EXPECT_TRUE(sent->refused.empty());
    EXPECT_EQ(north.unsent(), 0);
    EXPECT_LT(std::abs(sent->clockOffset.count()), 5'000);

    const auto got = south.sync();
    ASSERT_TRUE(got) << got.error().detail;
    EXPECT_EQ(got->pulled, 4u);
    EXPECT_EQ(got->quarantined, 0u);
    EXPECT_EQ(got->downloaded, 2u);
    EXPECT_EQ(south.projection.refolded.count(entity), 1u);
    for (const auto& bytes : {small, large}) EXPECT_TRUE(south.has(sha256(ByteView(bytes))));

    const auto back = north.sync();
    ASSERT_TRUE(back);
    EXPECT_EQ(back->sent, 0u);
    EXPECT_EQ(back->pulled, 2u);  // the founding and sign-in of South
    EXPECT_EQ(north.hashes(), south.hashes());
    const auto still = south.sync();
    ASSERT_TRUE(still);
    EXPECT_EQ(still->pulled + still->sent + still->downloaded, 0u);
    EXPECT_TRUE(journal::verify(south.desk->store()).value().intact());
    EXPECT_TRUE(access::postFacts(south.folder())->lastSync);
}

TEST(Sync, WatchlistComesSignedAndLeavesAtOnce) {
    ServerProcess server;
    TempFolder images;
    const auto portrait = someBytes(90'000);
    ASSERT_TRUE(writeFileAtomically(images / "portrait.png", portrait));
    record::WatchlistEntry wanted;
    wanted.id = WatchlistEntryId::random();
    wanted.gallery = "wanted";
    wanted.name = "Specimen";
    record::Capture capture;
    capture.id = CaptureId::random();
    capture.blob = sha256(ByteView(portrait));
    capture.mime = "image/png";
    wanted.captures.push_back(capture);
    auto other = wanted;
    other.id = WatchlistEntryId::random();
    other.captures.clear();
    importWatchlist(server, {wanted, other}, images.path());

    Post post("North");
    ASSERT_TRUE(post.enrol(server));
    const auto first = post.sync();
    ASSERT_TRUE(first) << first.error().detail;
    EXPECT_EQ(first->watchlistTo, 2);
    EXPECT_EQ(first->withdrawn, 0u);
    EXPECT_EQ(first->downloaded, 1u);
    EXPECT_TRUE(post.has(capture.blob));
    ASSERT_TRUE(post.entry(wanted.id));
    EXPECT_EQ(post.entry(wanted.id)->status, record::EntryStatus::Active);

    importWatchlist(server, {wanted, other});  // nothing changed
    EXPECT_EQ(post.sync()->watchlistTo, 2);

    wanted.status = record::EntryStatus::Withdrawn;
    importWatchlist(server, {wanted});
    const auto second = post.sync();
    ASSERT_TRUE(second);
    EXPECT_EQ(second->watchlistTo, 3);
    EXPECT_EQ(second->withdrawn, 1u);
    EXPECT_EQ(post.entry(wanted.id)->status, record::EntryStatus::Withdrawn);
    EXPECT_FALSE(post.has(capture.blob)) << "a withdrawn person's image stayed";
    EXPECT_EQ(post.entry(other.id)->status, record::EntryStatus::Active);
    EXPECT_EQ(post.unsent(), 0) << "the note that the watchlist was applied did not travel";
}

TEST(Sync, AWatchlistMayComeAsATableAndIsTakenWholeOrNotAtAll) {
    ServerProcess server;
    TempFolder folder;
    cv::Mat print(120, 100, CV_8UC1, cv::Scalar(200));
    const auto image = *imaging::encodePng(print, {500, record::PpiSource::Header});
    ASSERT_TRUE(writeFileAtomically(folder / "ana_r2.png", image));
    const auto take = [&](const std::string& rows) {
        std::ofstream(folder / "list.csv") << "referencia,lista,apellidos,nombres,autoridad,pais emisor,motivo,estado,revisar antes de,finger:right_index\n" << rows;
        return server.command({"watchlist", "import", (folder / "list.csv").string()});
    };
    const std::string ana = "311/2025,wanted,SPECIMEN,Ana,Fiscalía,UTO,Orden 311,active,2030-03-01,ana_r2.png\n";
    EXPECT_EQ(take(ana + "312/2025,wanted,SPECIMEN,Eva,Fiscalía,UTO,Orden 312,active,2030-03-01,../../etc/eva.png\n").status, 1);
    EXPECT_EQ(take(ana + "312/2025,wanted,SPECIMEN,Eva,Fiscalía,UTO,Orden 312,,2030-03-01,\n").status, 1);
    const auto taken = take(ana);
    ASSERT_EQ(taken.status, 0);
    EXPECT_NE(taken.output.find("\"version\": 1"), std::string::npos) << taken.output;
    EXPECT_NE(take(ana).output.find("\"version\": 1"), std::string::npos) << "nothing changed";

    Post post("North");
    ASSERT_TRUE(post.enrol(server));
    ASSERT_TRUE(post.sync());
    EXPECT_TRUE(post.has(sha256(ByteView(image))));
    EXPECT_NE(take("311/2025,,,,Fiscalía,UTO,,withdrawn,,\n").output.find("\"version\": 2"), std::string::npos);
    EXPECT_EQ(post.sync()->withdrawn, 1u);
    EXPECT_FALSE(post.has(sha256(ByteView(image))));
}

TEST(Sync, LongWatchlistComesInPages) {
    ServerProcess server;
    std::vector<record::WatchlistEntry> entries(450);
    for (auto& entry : entries) entry.id = WatchlistEntryId::random();
    importWatchlist(server, entries);
    entries[3].status = record::EntryStatus::Suspended;
    Post post("North");
    ASSERT_TRUE(post.enrol(server));
    ASSERT_TRUE(post.sync());
    importWatchlist(server, {entries[3]});
    const auto report = post.sync();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->watchlistTo, 451);
    EXPECT_EQ(report->withdrawn, 1u);
    EXPECT_EQ(post.entry(entries[3].id)->status, record::EntryStatus::Suspended);
    for (std::size_t i : {0, 199, 200, 449}) EXPECT_TRUE(post.entry(entries[i].id)) << i;
}

TEST(Sync, OfflineIsNormal) {
    ServerProcess server;
    Post post("North");
    EXPECT_TRUE(post.sync().error().is(sync::kNotEnrolled));
    ASSERT_TRUE(post.enrol(server));
    server.kill();
    post.note(CaseId::random(), "offline");
    const auto waiting = post.unsent();
    const auto offline = post.sync();
    ASSERT_FALSE(offline);
    EXPECT_TRUE(offline.error().is(sync::kOffline)) << offline.error().detail;
    EXPECT_EQ(post.unsent(), waiting);
    server.start();
    const auto online = post.sync();
    ASSERT_TRUE(online);
    EXPECT_EQ(online->receipted, static_cast<std::size_t>(waiting));
}

TEST(Sync, ServerKilledInTheMiddleOfAPushTakesEachActOnce) {
    ::signal(SIGPIPE, SIG_DFL);  // a program that does not ignore it must not end of a closed connection
    ServerProcess server;
    Post post("North");
    ASSERT_TRUE(post.enrol(server));
    ASSERT_TRUE(post.sync());
    constexpr int acts = 1'500;
    const auto entity = CaseId::random();
    ASSERT_TRUE(post.desk->store().writeMany(acts, 500, [&](store::Transaction& transaction, std::size_t i) -> Status {
        const auto done = post.desk->journal().append(
            transaction, journal::Draft::of(record::AddNote{std::to_string(i)}, entity, {}, "officer"));
        return done ? Status() : Status(tl::unexpected(done.error()));
    }));
    int kills = 0;
    while (post.unsent() > 0 && kills < 40) {
        std::atomic<bool> running = true;
        std::jthread pusher([&] {
            (void)post.sync();
            running = false;
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + 15 * kills));
        if (running) {
            server.kill();
            ++kills;
        }
        pusher.join();
        server.start();
    }
    ASSERT_TRUE(post.sync());
    EXPECT_GT(kills, 0);
    EXPECT_EQ(post.unsent(), 0);
    Post reader("South");
    ASSERT_TRUE(reader.enrol(server));
    const auto report = reader.sync();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->quarantined, 0u);
    EXPECT_EQ(report->head, post.hashes().size() + 2) << "the server has an act twice, or lost one";  // + South's own two
    std::set<Hash> north = post.hashes();
    std::set<Hash> south = reader.hashes();
    EXPECT_TRUE(std::ranges::includes(south, north));
    std::cout << acts << " acts through " << kills << " kills of the server\n";
}

TEST(Sync, ServerRestoredFromABackupIsToldAgain) {
    ServerProcess server;
    TempFolder backup;
    Post north("North");
    Post south("South");
    ASSERT_TRUE(north.enrol(server));
    north.note(CaseId::random(), "before the backup", someBytes(500));
    ASSERT_TRUE(north.sync());
    server.stop();
    copyFolder(server.folder(), backup / "copy");
    server.start();

    // South is enrolled after the backup, and its computer is lost: only North still has what it wrote.
    ASSERT_TRUE(south.enrol(server));
    const auto image = someBytes(500);
    south.note(CaseId::random(), "after the backup", image);
    ASSERT_TRUE(south.sync());
    const auto souths = south.hashes();
    north.note(CaseId::random(), "also after the backup");
    ASSERT_TRUE(north.sync());
    ASSERT_TRUE(north.has(sha256(ByteView(image))));

    server.stop();
    copyFolder(backup / "copy", server.folder());
    ASSERT_EQ(server.command({"new-epoch"}).status, 0);
    server.start();
    const auto told = north.sync();
    ASSERT_TRUE(told) << told.error().detail;
    EXPECT_TRUE(told->epochChanged);
    EXPECT_TRUE(told->refused.empty());
    EXPECT_EQ(north.unsent(), 0);

    Post third("Third");
    ASSERT_TRUE(third.enrol(server));
    const auto report = third.sync();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->quarantined, 0u);
    EXPECT_TRUE(std::ranges::includes(third.hashes(), souths)) << "what only another post remembered was lost";
    EXPECT_TRUE(std::ranges::includes(third.hashes(), north.hashes()));
    EXPECT_TRUE(third.has(sha256(ByteView(image))));
}

TEST(Sync, ServerPutBackInSilenceIsFoundOut) {
    ServerProcess server;
    TempFolder backup;
    Post north("North");
    ASSERT_TRUE(north.enrol(server));
    ASSERT_TRUE(north.sync());
    server.stop();
    copyFolder(server.folder(), backup / "copy");
    server.start();
    north.note(CaseId::random(), "after the backup");
    ASSERT_TRUE(north.sync());
    server.stop();
    copyFolder(backup / "copy", server.folder());  // and nobody runs new-epoch
    server.start();
    Post south("South");
    ASSERT_TRUE(south.enrol(server));
    south.note(CaseId::random(), "takes the place");
    ASSERT_TRUE(south.sync());
    north.note(CaseId::random(), "not sent yet, and its place is taken");
    const auto report = north.sync();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_TRUE(report->epochChanged);
    EXPECT_EQ(north.unsent(), 0);
    ASSERT_TRUE(south.sync());
    EXPECT_EQ(north.hashes(), south.hashes());
}

TEST(Sync, CopiedServerStoreShowsNoPlainText) {
    ServerProcess server;
    Post post("North");
    ASSERT_TRUE(post.enrol(server));
    post.note(CaseId::random(), "KNOWN-PLAIN-TEXT-0451");
    ASSERT_TRUE(post.sync());
    int files = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(server.folder())) {
        if (!file.is_regular_file()) continue;
        const auto bytes = readFile(file.path());
        ASSERT_TRUE(bytes);
        EXPECT_EQ(textOf(*bytes).find("KNOWN-PLAIN-TEXT"), std::string_view::npos) << file.path();
        EXPECT_EQ(textOf(*bytes).find("SQLite format 3"), std::string_view::npos) << file.path();
        const bool key = file.path().extension() == ".key";
        if (key) {
            EXPECT_EQ(static_cast<unsigned>(file.status().permissions()) & 0777u, 0600u) << file.path();
        }
        ++files;
    }
    EXPECT_GE(files, 8);
}

}  // namespace
}  // namespace cotejo::test
