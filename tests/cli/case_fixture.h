#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/paths.h"
#include "tests/support/print_png.h"
#include "tests/support/test_post.h"

namespace cotejo::test {

/// A post with its people and a watchlist of invented fingers, driven by the real cotejo-cli: each command its own sign-in.
class CaseCli : public ::testing::Test {
  protected:
    struct Answer {
        int status = 0;
        std::string out;
        Json json;
        std::string code() const { return json.contains("error") ? json["error"]["code"].get<std::string>() : ""; }
        std::string param(const std::string& name) const { return json.contains("error") ? json["error"]["params"].value(name, "") : ""; }
    };

    /// Fingers of the list: 7 is wanted, 8 another person wanted, 9 of the identity register, 10 banned from entry.
    void SetUp() override {
        using record::Role;
        post.add("aldecoa", {{Role::Officer}});
        for (const char* examiner : {"salvatierra", "osorno", "carvallo", "ekdahl"})
            post.add(examiner, {{Role::Officer}, {Role::ExaminerFinger}, {Role::ExaminerFace}});
        post.add("doble", {{Role::Officer}, {Role::ExaminerFinger}, {Role::ExaminerFace}, {Role::Supervisor}});
        post.add("quintanar", {{Role::Supervisor}});
        post.add("montiel", {{Role::Supervisor}});
        post.add("ruiz", {{Role::Protection}});
        post.add("lara", {{Role::Dpo}});
        post.add("ulloa", {{Role::Auditor}});
        std::ofstream(temp / "passphrase") << TestPost::kPassphrase << "\n";
        for (const std::uint64_t finger : {7u, 8u, 9u, 10u, 99u}) writePrint("probe-" + std::to_string(finger) + ".png", finger, 1);
        list(7, "wanted", "SPECIMEN, Wanted");
        list(8, "wanted", "SPECIMEN, Other");
        list(9, "identity_register", "SPECIMEN, Registered");
        list(10, "refuse_entry", "SPECIMEN, Banned");
        setIssued(SystemClock().now());
    }

    static Bytes png(std::uint64_t finger, std::uint64_t impression) {
        match::ImpressionOptions options;
        options.noise = 0.15;
        options.distortion = 0.1;
        return printPng(finger, impression, options);
    }
    void writePrint(const std::string& name, std::uint64_t finger, std::uint64_t impression) {
        ASSERT_TRUE(writeFileAtomically(temp / name, png(finger, impression)));
    }
    static std::string reference(std::uint64_t finger) { return sha256(png(finger, 2)).text(); }

    void list(std::uint64_t finger, const std::string& gallery, const std::string& name, record::EntryStatus status = record::EntryStatus::Active,
              std::int64_t version = 0) {
        auto desk = post.signIn();
        ASSERT_TRUE(desk);
        auto& store = (*desk)->store();
        const auto bytes = png(finger, 2);
        const auto listed = store.write([&](store::Transaction& tx) -> Status {
            record::WatchlistEntry entry;
            entry.id = *WatchlistEntryId::fromBytes(sha256("entry " + name).bytes().first(16));
            entry.gallery = gallery;
            entry.name = name;
            entry.issuerCountry = "UTO";
            entry.grade = record::EvidenceGrade::Warrant;
            entry.status = status;
            entry.version = version > 0 ? version : status == record::EntryStatus::Active ? 1 : 2;
            record::Capture capture;
            capture.id = *CaptureId::fromBytes(sha256("capture " + name).bytes().first(16));
            capture.modality = record::Modality::Finger;
            capture.kind = record::CaptureKind::Reference;
            capture.position = record::FingerPosition::RightIndex;
            capture.mime = "image/png";
            capture.ppi = {500, record::PpiSource::Header};
            COTEJO_TRY_ASSIGN(capture.blob, store.blobs(tx).put(tx, bytes, capture.mime));
            entry.captures = {capture};
            return store::WatchlistTable(tx).put(tx, store.blobs(tx), entry);
        });
        ASSERT_TRUE(listed) << listed.error().detail;
    }
    void setState(const std::function<Status(store::SyncState&)>& change) {
        auto desk = post.signIn();
        ASSERT_TRUE(desk);
        const auto done = (*desk)->store().write([&](store::Transaction& tx) -> Status {
            store::SyncState state(tx);
            return change(state);
        });
        ASSERT_TRUE(done) << done.error().detail;
    }
    void setIssued(UtcTime when) {
        setState([&](store::SyncState& state) { return state.set(store::SyncState::kWatchlistIssued, toMillis(when)); });
    }
    /// As after a complete pass with a server, so long ago.
    void setMet(std::chrono::milliseconds ago) {
        setState([&](store::SyncState& state) -> Status {
            const SystemClock clock;
            COTEJO_TRY(state.set(store::SyncState::kEpoch, sha256("epoch").bytes()));
            COTEJO_TRY(state.set(store::SyncState::kPassElapsed, (clock.elapsed() - ago).count()));
            return state.set(store::SyncState::kPassBoot, clock.boot());
        });
    }

    Answer cli(const std::string& login, const std::string& arguments, const std::string& group = "case", bool json = true) {
        const auto command = std::string(COTEJO_BIN_DIR) + "/cotejo-cli " + (json ? "--json " : "") + group + " --post '" + post.folder().string() + "' --login " +
                             login + " --passphrase-file '" + (temp / "passphrase").string() + "' " + arguments + " 2>/dev/null </dev/null";
        Answer answer;
        FILE* pipe = popen(command.c_str(), "r");
        std::array<char, 4096> part;
        while (const auto count = fread(part.data(), 1, part.size(), pipe)) answer.out.append(part.data(), count);
        const int status = pclose(pipe);
        answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : 99;
        answer.json = json ? parseJson(answer.out, "answer").value_or(Json::object()) : Json::object();
        return answer;
    }
    /// Does it and answers the case; a refusal fails the test.
    Json does(const std::string& login, const std::string& arguments) {
        const auto answer = cli(login, arguments);
        EXPECT_EQ(answer.status, 0) << login << ": " << arguments << ": " << answer.json.dump();
        return answer.json;
    }
    /// Refused with this code; a refusal names its rule and its way out.
    void refused(const std::string& login, const std::string& arguments, const std::string& code, const std::string& remedy = {}) {
        const auto answer = cli(login, arguments);
        EXPECT_EQ(answer.status, 1) << login << ": " << arguments;
        EXPECT_EQ(answer.code(), code) << login << ": " << arguments << ": " << answer.json.dump().substr(0, 600);
        EXPECT_NE(answer.param("rule"), "") << login << ": " << arguments;
        EXPECT_NE(answer.param("remedy"), "") << login << ": " << arguments;
        if (!remedy.empty()) {
            EXPECT_EQ(answer.param("remedy"), remedy) << login << ": " << arguments;
        }
    }
    std::string file(const std::string& name) { return "'" + (temp / name).string() + "'"; }

    /// A text paper of this kind in the dossier; its title is its kind.
    void paper(const std::string& login, const std::string& number, const std::string& kind, const std::string& more = {}) {
        std::ofstream(temp / (kind + ".txt")) << "SPECIMEN " << kind << " of " << number << "\n";
        does(login, "add-document " + number + " --file " + file(kind + ".txt") + " --kind " + kind + " --title " + kind + " " + more);
    }
    void readAll(const std::string& login, const std::string& number) {
        const auto unread = does(login, "show " + number).value("unread", Json::array());
        for (const auto& title : unread)
            does(login, "open-document " + number + " --document " + title.get<std::string>());
    }

    int searches = 0;

    /// Opened with a print of this finger, triaged and searched. The same file in two cases would tell in the second what it scored in the first.
    std::string searched(std::uint64_t finger, const std::string& more = {}) {
        auto print = png(finger, 1);
        for (const char each : "taken " + std::to_string(++searches)) print.push_back(static_cast<std::uint8_t>(each));  // after its end
        EXPECT_TRUE(writeFileAtomically(temp / ("probe-" + std::to_string(finger) + ".png"), print));
        const auto number = does("aldecoa", "open --family SPECIMEN --given Traveler --birth 1980-05-17 --legal-basis 'border control' --finger " +
                                                file("probe-" + std::to_string(finger) + ".png") + " --position right_index " + more)["number"]
                                .get<std::string>();
        does("aldecoa", "triage " + number);
        does("aldecoa", "search " + number);
        return number;
    }
    /// From the lease to the conclusion; identifies the candidate whose reference is the probe's finger, found by looking.
    Json examine(const std::string& login, const std::string& number, std::uint64_t finger, bool identifies = true) {
        does(login, "take " + number);
        does(login, "analyse " + number + " --text 'whorl, clear core'");
        const auto seen = does(login, "visit " + number + " --all --output " + file("."));
        for (const auto& candidate : seen["candidates"]) {
            EXPECT_FALSE(candidate.contains("score") || candidate.contains("entry_name")) << "scores come last";
            const bool same = identifies && candidate["reference"] == reference(finger);
            does(login, "provisional " + number + " --candidate " + candidate["letter"].get<std::string>() + " --conclusion " +
                            (same ? "identification" : "exclusion") + " --reason '12 pairs agree' --against 'low third smudged'");
        }
        return does(login, "conclude " + number);
    }
    /// Identified by two blind examiners.
    std::string identified(std::uint64_t finger, const std::string& more = {}, const std::string& second = "osorno") {
        const auto number = searched(finger, more);
        examine("salvatierra", number, finger);
        const auto seen = examine(second, number, finger);
        EXPECT_EQ(seen["outcome"], "identified") << seen.dump().substr(0, 400);
        return number;
    }
    /// Neither of the lists has this finger: to the end of the examination, with the second examiner where the first waits for one.
    std::string unlisted(const std::string& more = {}) {
        const auto number = searched(99, more);
        if (examine("salvatierra", number, 99)["state"] == "concluded_1") examine("osorno", number, 99);
        return number;
    }
    /// Taken by aldecoa, coverage read. Whoever settled the examination alone still has the case and gives it back.
    void takesOver(const std::string& number) {
        const auto seen = does("aldecoa", "show " + number);
        if (seen.contains("lease") && seen["lease"].is_object()) does(seen["lease"]["officerName"].get<std::string>(), "release " + number);
        does("aldecoa", "take " + number);
        does("aldecoa", "read-coverage " + number);
    }
    std::string proposal(const std::string& number, const std::string& disposition) {
        return "propose " + number + " --disposition " + disposition + " --reason 'specimen reasons' --legal-basis 'art. 4'";
    }
    /// Records the owner's answer and has it countersigned by montiel, who read its paper.
    void answered(const std::string& number, const std::string& answer, const std::string& reference) {
        std::ofstream(temp / (reference + ".txt")) << "SPECIMEN answer " << reference << " of " << number << "\n";
        does("aldecoa", "add-document " + number + " --file " + file(reference + ".txt") + " --kind owner_answer --title " + reference);
        does("aldecoa", "confirm " + number + " --answer " + answer + " --reference " + reference +
                            " --channel telephone --answered-by 'Duty officer, UTO' --paper " + reference);
        does("montiel", "open-document " + number + " --document " + reference);
        does("montiel", "countersign " + number + " --answer " + reference);
    }
    std::string dossier(const std::string& number, const std::string& login = "quintanar") { return does(login, "show " + number)["dossier"].get<std::string>(); }
    static bool has(const Json& shown, const std::string& hold) {
        for (const auto& each : shown["holds"])
            if (each["kind"] == hold) return true;
        return false;
    }

    TestPost post;
    TempFolder temp;
};

}  // namespace cotejo::test
