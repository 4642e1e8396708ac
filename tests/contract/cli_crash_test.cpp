// kill -9 of cotejo-cli in the middle of an act or of a pass. Survives in the page cache: this is not a power cut.
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <thread>

#include "core/decide/case_projection.h"
#include "core/decide/case_service.h"
#include "core/store/case_table.h"
#include "tests/contract/post.h"
#include "tests/support/paths.h"

namespace cotejo::test {
namespace {

TEST(CliCrash, KilledCommandsLoseNothingTheyAcknowledged) {
    const int rounds = crashRounds(30);
    const ServerProcess server;
    Post north("North");
    ASSERT_TRUE(north.enrol(server));
    const TempFolder temp;
    const auto passphrase = (temp / "passphrase").string();
    std::ofstream(passphrase) << kPassphrase << '\n';
    std::string number;
    CaseId id;
    {
        decide::CaseService service(*north.desk);
        record::OpenCase open;
        open.legalBasis = "border control";
        open.traveler.familyName = "Specimen";
        open.traveler.nationality = "UTO";
        id = service.open(open).value();
        auto reader = north.desk->store().reader();
        number = store::CaseTable(*reader).find(id).value()->number;
    }
    north.desk.reset();
    const auto cli = [&](std::vector<std::string> words) {
        std::vector<std::string> command{std::string(COTEJO_BIN_DIR) + "/cotejo-cli", "--json"};
        command.insert(command.end(), words.begin(), words.end());
        command.insert(command.end(), {"--post", north.folder().string(), "--login", "admin", "--passphrase-file", passphrase});
        return command;
    };
    const auto noting = [&](const std::string& text) {
        auto command = cli({"case"});
        command.insert(command.end(), {"note", number, "--text", text});
        return command;
    };
    // How long one act takes here, so that kills fall before, within and after the work.
    const auto begun = std::chrono::steady_clock::now();
    ASSERT_EQ(runProgram(noting("first")).status, 0);
    double window = 1.5e6 * std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();  // microseconds
    std::set<std::string> acknowledged{"first"};
    std::mt19937 random(20261127);
    for (int round = 0; round < rounds; ++round) {
        const auto text = "act " + std::to_string(round);
        const bool syncs = round % 3 == 2;
        Child command(syncs ? cli({"sync", "run"}) : noting(text));
        std::this_thread::sleep_for(std::chrono::microseconds(random() % static_cast<std::uint64_t>(window)));
        command.kill();
        if (syncs) continue;
        const bool done = !command.line().empty();
        if (done) acknowledged.insert(text);
        // Other programs on the machine make an act slower or faster: the window follows.
        window *= done ? 0.85 : 1.2;
    }
    ASSERT_GT(acknowledged.size(), 1u) << "every kill came before the act: nothing was tried";
    ASSERT_LT(acknowledged.size(), static_cast<std::size_t>(rounds * 2 / 3)) << "no kill came before the act: nothing was tried";

    const auto notesAt = [&](Post& post) {
        auto reader = post.desk->store().reader();
        std::multiset<std::string> texts;
        const auto view = store::CaseTable(*reader).find(id).value();
        for (const auto& remark : view->remarks)
            if (remark.type == "note.add") texts.insert(remark.text);
        return texts;
    };
    decide::CaseProjection projection;
    const auto settle = [&](Post& post) { return sync::SyncClient(*post.desk, projection, std::chrono::seconds(9)).run(); };
    north.signIn();
    EXPECT_TRUE(journal::verify(north.desk->store()).value().intact());
    EXPECT_TRUE(north.desk->store().checkIntegrity());
    const auto last = settle(north);
    ASSERT_TRUE(last) << last.error().detail;
    EXPECT_EQ(north.unsent(), 0);
    Post south("South");
    ASSERT_TRUE(south.enrol(server));
    const auto report = settle(south);
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->quarantined, 0u);
    EXPECT_TRUE(journal::verify(south.desk->store()).value().intact());
    std::size_t lost = 0, doubled = 0;
    for (Post* post : {&north, &south}) {
        const auto notes = notesAt(*post);
        for (const auto& text : acknowledged) lost += !notes.contains(text);
        for (const auto& text : notes) doubled += notes.count(text) > 1;
    }
    EXPECT_EQ(lost, 0u) << "acknowledged acts missing";
    EXPECT_EQ(doubled, 0u) << "acts that stand twice";
    std::cout << rounds << " kills of cotejo-cli, " << acknowledged.size() << " acknowledged acts, " << lost << " lost, " << doubled << " duplicated\n";
}

}  // namespace
}  // namespace cotejo::test
