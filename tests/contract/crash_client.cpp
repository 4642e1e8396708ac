// Decides and syncs until it is killed. After each act is durable it says the act's hash: from then on the act may not be lost.
// Usage: crash_client POST_FOLDER
#include <csignal>
#include <iostream>

#include "tests/contract/post.h"

int main(int argc, char** argv) {
    using namespace cotejo;
    std::signal(SIGPIPE, SIG_IGN);
    if (argc != 2 || !initCrypto()) return 2;
    const SystemClock clock;
    auto desk = access::signIn(argv[1], "admin", test::kPassphrase, clock);
    if (!desk) {
        std::cerr << desk.error().detail << '\n';
        return 1;
    }
    test::CountingProjection projection;
    sync::SyncClient client(**desk, projection, std::chrono::seconds(9));
    const auto entity = CaseId::random();
    while (true) {
        for (int i = 0; i < 3; ++i) {
            auto act = (*desk)->store().write([&](store::Transaction& transaction) -> Result<record::Event> {
                Bytes image(2'000);
                fillRandom(image.data(), image.size());
                COTEJO_TRY_ASSIGN(const auto hash, (*desk)->store().blobs(transaction).put(transaction, image, "image/png"));
                auto draft = journal::Draft::of(record::AddNote{"act"}, entity, {}, "officer");
                draft.blobs.push_back({hash, image.size(), "image/png", "face"});
                return (*desk)->journal().append(transaction, std::move(draft));
            });
            if (!act) {
                std::cerr << act.error().detail << '\n';
                return 1;
            }
            std::cout << record::hashOf(*act).text() << std::endl;
        }
        const auto report = client.run();
        if (!report && !report.error().is(sync::kOffline)) {
            std::cerr << report.error().code << ": " << report.error().detail << '\n';
            return 1;
        }
    }
}
