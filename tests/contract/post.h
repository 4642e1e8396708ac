#pragma once

#include <cstdlib>
#include <set>

#include "core/access/desk.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/journal/verify.h"
#include "core/store/blob_table.h"
#include "core/store/event_table.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "core/sync/errors.h"
#include "core/sync/sync_client.h"
#include "tests/contract/server_process.h"

namespace cotejo::test {

/// Counts: what cases look like is another room's test.
struct CountingProjection final : journal::Projection {
    std::multiset<CaseId> refolded;
    Status refold(store::Transaction&, const CaseId& entity) override {
        refolded.insert(entity);
        return {};
    }
};

inline constexpr char kPassphrase[] = "correct horse battery";

/// How many kills a crash test tries: COTEJO_CRASH_ROUNDS, or what is usual.
inline int crashRounds(int usual) {
    const char* wanted = std::getenv("COTEJO_CRASH_ROUNDS");
    return wanted ? std::atoi(wanted) : usual;
}

inline void makePost(const std::filesystem::path& folder, const std::string& name) {
    static const SystemClock clock;
    access::PostSetup setup;
    setup.org = "MIG";
    setup.postName = name;
    setup.deviceName = "counter 1";
    setup.cost = {1, 8192};
    setup.testing = true;
    const auto made = access::createPost(folder, setup, {"admin", "A. Admin", {{record::Role::Admin}, {record::Role::Officer}}},
                                         kPassphrase, clock);
    if (!made) std::abort();
}

/// A post with its administrator signed in.
class Post {
  public:
    explicit Post(const std::string& name) {
        makePost(folder(), name);
        signIn();
    }
    std::filesystem::path folder() const { return m_temp / "post"; }
    void signIn() {
        desk.reset();
        desk = std::move(access::signIn(folder(), "admin", kPassphrase, clock).value());
    }

    Status enrol(const ServerProcess& server, std::string code = "") {
        if (code.empty()) code = server.enrolCode();
        const auto authority = readFile(server.folder() / "ca.pem");
        const auto done = sync::enrol(*desk, {{"127.0.0.1", server.port()}, code, std::string(textOf(*authority)), {}, std::chrono::seconds(9)});
        if (done) server.admitAll({"admin=officer"});
        return done;
    }
    Result<sync::SyncReport> sync(std::stop_token stop = {}) {
        return sync::SyncClient(*desk, projection, std::chrono::seconds(9)).run(stop);
    }
    /// A note on a case, with an attachment if there are bytes.
    record::Event note(const CaseId& entity, const std::string& text, const Bytes& image = {}) {
        auto written = desk->store().write([&](store::Transaction& transaction) -> Result<record::Event> {
            auto draft = journal::Draft::of(record::AddNote{text}, entity, {}, "officer");
            if (!image.empty()) {
                COTEJO_TRY_ASSIGN(const auto hash, desk->store().blobs(transaction).put(transaction, image, "image/png"));
                draft.blobs.push_back({hash, image.size(), "image/png", "face"});
            }
            return desk->journal().append(transaction, std::move(draft));
        });
        return std::move(written.value());
    }
    std::set<Hash> hashes() {
        auto reader = desk->store().reader();
        std::set<Hash> all;
        std::optional<std::int64_t> before;
        while (true) {
            const auto page = store::EventTable(*reader).newest(before, 500).value();
            if (page.empty()) return all;
            for (const auto& each : page) all.insert(each.hash);
            before = page.back().id;
        }
    }
    std::int64_t unsent() {
        auto reader = desk->store().reader();
        return store::EventTable(*reader).unsentCount().value();
    }
    bool has(const Hash& blob) {
        auto reader = desk->store().reader();
        return desk->store().blobs(*reader).has(blob).value();
    }
    std::optional<record::WatchlistEntry> entry(const WatchlistEntryId& id) {
        auto reader = desk->store().reader();
        return store::WatchlistTable(*reader).find(id).value();
    }

    SystemClock clock;
    CountingProjection projection;
    std::unique_ptr<access::Desk> desk;

  private:
    TempFolder m_temp;
};

}  // namespace cotejo::test
